import { fileBody } from "./payloads.ts";
import { textOf } from "./plain.ts";
import { optionsOf } from "./seen.ts";
import { isEmpty, valueField } from "./state.ts";
import { asJson, asText, type FileRecord, type Json, type ViewRecord } from "./types.ts";

/** What a person puts into a field: text, a number, an option's text or value, several of them, or files. */
export type Typed = string | number | boolean | null | readonly string[] | readonly FileRecord[];

/** The state entry for what was typed or chosen; options are found by text or value. */
export function typed(element: Json, value: Typed, offered: Json[] = []): Json {
  const type = asText(element.type);
  const field = valueField(type);
  if (field === undefined) throw new Error(`a ${type} holds no value`);
  if (value === null) return { type, [field]: field.endsWith("s") ? [] : null };
  const option = (wanted: unknown): Json => {
    const all = type.includes("external") ? offered : optionsOf(element);
    const found = all.find((one) => one.value === wanted || textOf(one.text) === wanted);
    if (!found)
      throw new Error(
        `no option "${String(wanted)}" in ${asText(element.action_id)}; there are: ${all.map((one) => textOf(one.text)).join(", ")}${type.includes("external") ? " (ask first with asks())" : ""}`,
      );
    return found;
  };
  const list = Array.isArray(value) ? value : [value];
  if (field === "selected_options") return { type, [field]: list.map(option) };
  if (field === "selected_option") return { type, [field]: option(value) };
  if (field === "files") return { type, [field]: (list as FileRecord[]).map(fileBody) };
  if (field.endsWith("s")) return { type, [field]: list };
  if (field === "rich_text_value")
    return {
      type,
      [field]: {
        type: "rich_text",
        elements: [{ type: "rich_text_section", elements: [{ type: "text", text: String(value) }] }],
      },
    };
  if (field === "selected_date_time") return { type, [field]: Number(value) };
  return { type, [field]: value === "" ? null : String(value) };
}

/** Puts the values into the view's state; fields are named by block_id, label or action_id. */
export function fill(view: ViewRecord, values: Record<string, Typed>, offered: (blockId: string) => Json[]): void {
  for (const [name, value] of Object.entries(values)) {
    const inputs = view.blocks.filter((block) => block.type === "input");
    const block =
      inputs.find((one) => one.block_id === name) ??
      inputs.find((one) => textOf(one.label) === name) ??
      inputs.find((one) => asJson(one.element).action_id === name);
    if (!block)
      throw new Error(
        `no field "${name}"; there are: ${inputs.map((one) => `${textOf(one.label)} (${asText(one.block_id)})`).join(", ")}`,
      );
    const element = asJson(block.element);
    const blockId = asText(block.block_id);
    view.state[blockId] = {
      ...view.state[blockId],
      [asText(element.action_id)]: typed(element, value, offered(blockId)),
    };
  }
}

/** What Slack's client itself refuses to submit, by block_id. */
export function clientErrors(view: ViewRecord): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const block of view.blocks.filter((one) => one.type === "input")) {
    const element = asJson(block.element);
    const state = asJson(view.state[asText(block.block_id)]?.[asText(element.action_id)]);
    const problem = isEmpty(state)
      ? block.optional === true
        ? undefined
        : "Please complete this required field."
      : fieldProblem(element, state);
    if (problem) errors[asText(block.block_id)] = problem;
  }
  return errors;
}

function fieldProblem(element: Json, state: Json): string | undefined {
  const text = asText(state.value);
  switch (element.type) {
    case "plain_text_input": {
      const [least, most] = [Number(element.min_length ?? 0), Number(element.max_length ?? 3000)];
      if (text.length < least) return `Please enter at least ${least} characters.`;
      return text.length > most ? `Please shorten this to ${most} characters.` : undefined;
    }
    case "number_input": {
      const number = Number(text);
      if (Number.isNaN(number) || (element.is_decimal_allowed === false && !Number.isInteger(number)))
        return "Please enter a valid number.";
      if (element.min_value !== undefined && number < Number(element.min_value))
        return `Please enter a number no less than ${String(element.min_value)}.`;
      return element.max_value !== undefined && number > Number(element.max_value)
        ? `Please enter a number no greater than ${String(element.max_value)}.`
        : undefined;
    }
    case "email_text_input":
      return /^\S+@\S+\.\S+$/.test(text) ? undefined : "Please enter a valid email address.";
    case "url_text_input":
      return URL.canParse(text) ? undefined : "Please enter a valid URL.";
    case "file_input":
      return Array.isArray(state.files) && state.files.length > Number(element.max_files ?? 10)
        ? `No more than ${String(element.max_files ?? 10)} files.`
        : undefined;
    default:
      return element.max_selected_items !== undefined &&
        Object.values(state).some((part) => Array.isArray(part) && part.length > Number(element.max_selected_items))
        ? "Too many items selected."
        : undefined;
  }
}
