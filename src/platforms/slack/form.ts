import type { InputBlock, KnownBlock, ModalView, PlainTextInput } from "@slack/types";
import type { Field, Form, Message } from "#src/chat/message.ts";
import { wordsOf } from "#src/words/index.ts";
import { isChannelId } from "./channel-id.ts";
import { drawOption } from "./controls.ts";
import { LIMITS } from "./limits.ts";
import { render } from "./render.ts";
import { clean, plainText } from "./text.ts";

/** The action_id of every input: its block_id says which field it is. */
export const INPUT = "value";
/** The callback_id of a modal that shows a message instead of a form. */
export const CARD = "card";

/** A form as a modal. `metadata` says where the answer goes. */
export function drawForm(given: Form, metadata: string): ModalView {
  const { id, title, submit, fields } = clean(given);
  const blocks: KnownBlock[] = fields.map(drawField);
  if (blocks.length === 0) blocks.push({ type: "section", text: plainText(words.empty, LIMITS.section) });
  return {
    type: "modal",
    callback_id: id,
    title: plainText(title, LIMITS.view.title),
    submit: plainText(submit, LIMITS.view.title),
    close: plainText(words.cancel, LIMITS.view.title),
    private_metadata: metadata,
    // So that what was typed is kept as a draft.
    notify_on_close: true,
    blocks,
  };
}

/** A message in a modal, where there is no conversation to put it into. */
export function drawCard(message: Message, metadata: string): ModalView {
  const { parts } = render(message, { kind: "view", files: "direct" });
  return window(parts[0].blocks as KnownBlock[], { callback_id: CARD, private_metadata: metadata });
}

/** What stands in a modal until the form or the answer is there. */
export function drawWaiting(): ModalView {
  return window([{ type: "section", text: plainText(`${words.wait}\n${words.waitMore}`, LIMITS.section) }]);
}

export function drawDone(direct: boolean): ModalView {
  return window([{ type: "section", text: plainText(direct ? words.doneDirect : words.done, LIMITS.section) }]);
}

const { slack: words } = wordsOf("en");

function window(blocks: KnownBlock[], more: Partial<ModalView> = {}): ModalView {
  const { view } = LIMITS;
  return {
    type: "modal",
    title: plainText(words.appName, view.title),
    close: plainText(words.close, view.title),
    blocks,
    ...more,
  };
}

function drawField(field: Field): InputBlock {
  return {
    type: "input",
    block_id: field.id,
    label: plainText(field.label, LIMITS.input.label),
    optional: !field.required,
    element: elementOf(field),
    ...(hintOf(field) && { hint: plainText(hintOf(field), LIMITS.input.hint) }),
  };
}

/** Slack has no list of user groups to choose from. */
function hintOf({ hint = "", input }: Field): string {
  return [hint.trim(), input.kind === "role" ? words.groupHint : ""].filter(Boolean).join(" ");
}

function elementOf({ input, value = "" }: Field): InputBlock["element"] {
  switch (input.kind) {
    case "text":
      return textInput(value, input);
    case "whole-number": {
      const fits = /^[+-]?\d{1,15}$/.test(value.trim()) && Number(value) >= input.min && Number(value) <= input.max;
      // What was typed stays, although Slack's own number field would not take it.
      if (value && !fits) return textInput(value, { multiline: false, minLength: 0, maxLength: 200 });
      const { min, max } = input;
      const initial = fits ? { initial_value: String(Number(value)) } : {};
      return {
        type: "number_input",
        action_id: INPUT,
        is_decimal_allowed: false,
        min_value: String(min),
        max_value: String(max),
        ...initial,
      };
    }
    case "choice": {
      const options = input.choices.slice(0, LIMITS.select.options * LIMITS.select.groups).map(drawOption);
      if (options.length === 0) return textInput(value, { multiline: false, minLength: 0, maxLength: 200 });
      const wanted = value.trim().toLowerCase();
      const index = input.choices.findIndex((choice) =>
        [choice.value, choice.label].some((name) => name.toLowerCase() === wanted),
      );
      const initial = options[index];
      return {
        type: "static_select",
        action_id: INPUT,
        ...grouped(options),
        ...(initial && { initial_option: initial }),
      };
    }
    case "channel":
      return {
        type: "conversations_select",
        action_id: INPUT,
        filter: { include: ["public", "private"], exclude_bot_users: true },
        // Slack takes the one or the other.
        ...(isChannelId(value) ? { initial_conversation: value } : { default_to_current_conversation: true }),
      };
    case "role":
      return textInput(value, { multiline: false, minLength: 0, maxLength: 200 });
    case "attachment":
      return { type: "file_input", action_id: INPUT, max_files: 1 };
  }
}

function grouped(options: ReturnType<typeof drawOption>[]) {
  const { options: most } = LIMITS.select;
  if (options.length <= most) return { options };
  const groups = Array.from({ length: Math.ceil(options.length / most) }, (_, index) =>
    options.slice(index * most, (index + 1) * most),
  );
  return {
    option_groups: groups.map((part) => ({
      label: plainText(`${part[0]?.text.text ?? ""} – ${part.at(-1)?.text.text ?? ""}`, LIMITS.select.text),
      options: part,
    })),
  };
}

function textInput(value: string, input: { multiline: boolean; minLength: number; maxLength: number }): PlainTextInput {
  const max = Math.min(LIMITS.input.text, Math.max(1, input.maxLength));
  const min = Math.min(input.minLength, max);
  const shown = value.slice(0, LIMITS.input.text);
  return {
    type: "plain_text_input",
    action_id: INPUT,
    multiline: input.multiline,
    // A value that is too long already must be shown whole: sending it then says by how much.
    max_length: Math.max(max, shown.length),
    ...(min > 0 && { min_length: min }),
    ...(shown && { initial_value: shown }),
  };
}
