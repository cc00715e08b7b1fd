import { allElements } from "./block-tree.ts";
import { asJson, asList, type ChannelRecord, type Json, type StateValues } from "./types.ts";

/** state.values as Slack sends it, for somebody who is looking at a channel: what was chosen before stays where both ids and the type are the same, else the initial value. */
export function keptState(blocks: Json[], before: StateValues, looking?: ChannelRecord): StateValues {
  const values: StateValues = {};
  for (const { element, block } of allElements(blocks)) {
    const type = String(element.type);
    if (valueField(type) === undefined) continue;
    const [blockId, actionId] = [String(block.block_id), String(element.action_id)];
    const old = before[blockId]?.[actionId];
    values[blockId] ??= {};
    values[blockId][actionId] = old?.type === type ? old : { type, ...initialOf(element, looking) };
  }
  return values;
}

/** The field of state.values (and of an action) that holds what was chosen; undefined for buttons and menus. */
export function valueField(type: string): string | undefined {
  return fields[type];
}

const fields: Record<string, string> = {
  plain_text_input: "value",
  email_text_input: "value",
  url_text_input: "value",
  number_input: "value",
  rich_text_input: "rich_text_value",
  static_select: "selected_option",
  external_select: "selected_option",
  radio_buttons: "selected_option",
  multi_static_select: "selected_options",
  multi_external_select: "selected_options",
  checkboxes: "selected_options",
  users_select: "selected_user",
  multi_users_select: "selected_users",
  conversations_select: "selected_conversation",
  multi_conversations_select: "selected_conversations",
  channels_select: "selected_channel",
  multi_channels_select: "selected_channels",
  datepicker: "selected_date",
  timepicker: "selected_time",
  datetimepicker: "selected_date_time",
  file_input: "files",
};

function initialOf(element: Json, looking?: ChannelRecord): Json {
  if (element.default_to_current_conversation === true && element.initial_conversation === undefined)
    return { selected_conversation: isListed(element, looking) ? (looking?.id ?? null) : null };
  const field = valueField(String(element.type)) ?? "value";
  const initial =
    element[field.replace(/^selected_/, "initial_").replace(/^(rich_text_)?value$/, "initial_value")] ??
    (field === "value" ? element.initial_value : undefined);
  if (field === "selected_options" || field === "files")
    return { [field]: Array.isArray(initial) ? asList(initial) : [] };
  if (field.endsWith("s")) return { [field]: Array.isArray(initial) ? initial : [] };
  return { [field]: initial ?? null };
}

/** Whether the menu has this conversation among its choices. */
function isListed(element: Json, channel: ChannelRecord | undefined): boolean {
  const { include } = asJson(element.filter);
  return channel !== undefined && (!Array.isArray(include) || include.includes(channel.kind.replace("direct", "im")));
}

/** True when nothing was typed or chosen. */
export function isEmpty(value: Json | undefined): boolean {
  const { type: _, ...rest } = asJson(value);
  return Object.values(rest).every(
    (part) => part === null || part === undefined || part === "" || (Array.isArray(part) && part.length === 0),
  );
}
