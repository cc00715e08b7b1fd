import { allElements } from "./block-tree.ts";
import { drawn, plainOf, textOf } from "./plain.ts";
import { asJson, asList, asText, type FileRecord, type Json, type MessageRecord, type ViewRecord } from "./types.ts";

/** A button as a person sees it. */
export interface Button {
  text: string;
  actionId: string;
  blockId: string;
  value?: string;
  url?: string;
  style?: string;
}

/** A select, radio group, checkbox group or menu as a person sees it. */
export interface Select {
  type: string;
  actionId: string;
  blockId: string;
  placeholder: string;
  options: { text: string; value: string }[];
}

/** A message as it looked when it was heard; `now()` looks again. */
export interface Message {
  readonly ts: string;
  readonly channel: string;
  readonly ephemeral: boolean;
  /** Whose eyes only, for ephemeral messages. */
  readonly to: string | undefined;
  /** "app", "slackbot" (Slack's own error lines), or a person's id. */
  readonly by: string;
  readonly text: string;
  readonly blocks: Json[];
  readonly files: readonly FileRecord[];
  readonly threadTs: string | undefined;
  readonly metadata: Json | undefined;
  readonly edited: boolean;
  readonly deleted: boolean;
  /** Everything readable, in reading order; without blocks that is `text`. */
  plain(): string;
  buttons(): Button[];
  selects(): Select[];
  now(): Message;
  readonly record: MessageRecord;
}

/** A modal or a Home tab as it looked when it was heard. */
export interface View {
  readonly id: string;
  readonly type: "modal" | "home";
  readonly title: string;
  readonly submit: string | undefined;
  readonly close: string | undefined;
  readonly callbackId: string;
  readonly privateMetadata: string;
  readonly blocks: Json[];
  /** Labels of the input blocks with their ids, in order. */
  inputs(): { label: string; blockId: string; actionId: string; type: string; optional: boolean }[];
  plain(): string;
  buttons(): Button[];
  selects(): Select[];
  readonly open: boolean;
  now(): View;
  readonly record: ViewRecord;
}

export function seenMessage(record: MessageRecord): Message {
  const blocks = structuredClone(record.blocks);
  const { ts, channel, to, by, text, files, threadTs, metadata, edited } = record;
  const lines = blocks.length === 0 ? [drawn(text)] : [plainOf(blocks)];
  const fileLines = files.map((file) => file.title);
  return {
    ts,
    channel,
    ephemeral: to !== undefined,
    to,
    by,
    text,
    blocks,
    files: [...files],
    threadTs,
    metadata,
    edited,
    record,
    get deleted() {
      return record.deleted;
    },
    plain: () => [...lines, ...fileLines].join("\n"),
    buttons: () => buttonsOf(blocks),
    selects: () => selectsOf(blocks),
    now: () => seenMessage(record),
  };
}

export function seenView(record: ViewRecord): View {
  const blocks = structuredClone(record.blocks);
  const { body } = record;
  const title = textOf(body.title);
  const label = (value: unknown): string | undefined =>
    value === undefined || value === null ? undefined : textOf(value);
  return {
    id: record.id,
    type: record.type,
    title,
    submit: label(body.submit),
    close: label(body.close),
    callbackId: asText(body.callback_id),
    privateMetadata: asText(body.private_metadata),
    blocks,
    record,
    get open() {
      return record.open;
    },
    inputs: () =>
      blocks
        .filter((block) => block.type === "input")
        .map((block) => {
          const element = asJson(block.element);
          return {
            label: textOf(block.label),
            blockId: asText(block.block_id),
            actionId: asText(element.action_id),
            type: asText(element.type),
            optional: block.optional === true,
          };
        }),
    plain: () => [title, plainOf(blocks)].filter((line) => line !== "").join("\n"),
    buttons: () => buttonsOf(blocks),
    selects: () => selectsOf(blocks),
    now: () => seenView(record),
  };
}

/** All options of a select, groups flattened. */
export const optionsOf = (element: Json): Json[] => [
  ...asList(element.options),
  ...asList(element.option_groups).flatMap((group) => asList(group.options)),
];

function buttonsOf(blocks: Json[]): Button[] {
  return allElements(blocks).flatMap(({ element, block }) => {
    const ids = { actionId: asText(element.action_id), blockId: asText(block.block_id) };
    const given = (field: string): Json => (element[field] === undefined ? {} : { [field]: element[field] });
    if (element.type === "button" || element.type === "icon_button")
      return [{ text: textOf(element.text), ...ids, ...given("value"), ...given("url"), ...given("style") }];
    if (element.type === "feedback_buttons")
      return [asJson(element.positive_button), asJson(element.negative_button)].map((one) => ({
        text: textOf(one.text),
        value: asText(one.value),
        ...ids,
      }));
    return [];
  });
}

function selectsOf(blocks: Json[]): Select[] {
  return allElements(blocks)
    .filter(({ element }) => /select|radio_buttons|checkboxes|overflow/.test(asText(element.type)))
    .map(({ element, block }) => ({
      type: asText(element.type),
      actionId: asText(element.action_id),
      blockId: asText(block.block_id),
      placeholder: textOf(element.placeholder),
      options: optionsOf(element).map((option) => ({ text: textOf(option.text), value: asText(option.value) })),
    }));
}
