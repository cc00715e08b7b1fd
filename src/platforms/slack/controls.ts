import type {
  ActionsBlock,
  Button as ButtonElement,
  ContextBlock,
  PlainTextOption,
  SectionBlock,
  StaticSelect,
} from "@slack/types";
import type { Button, Choice, Select } from "#src/chat/message.ts";
import { wordsOf } from "#src/words/index.ts";
import { LIMITS } from "./limits.ts";
import { plainText } from "./text.ts";

/** The action_id of a link: pressing it is told to us, and means nothing. */
export const LINK = "link:";

/** Buttons that can be pressed, in rows; the others, which Slack does not have, as words below them. */
export function drawButtons(buttons: readonly Button[]): (ActionsBlock | ContextBlock)[] {
  const blocks: (ActionsBlock | ContextBlock)[] = [];
  const disabled = buttons.filter((button) => button.disabled).map(({ label }) => label);
  let row: ButtonElement[] = [];
  let weight = 0;
  const flush = (): void => {
    if (row.length > 0) blocks.push({ type: "actions", elements: row });
    row = [];
    weight = 0;
  };
  for (const [index, button] of buttons.entries()) {
    if (button.disabled) continue;
    const element = drawButton(button, index);
    // Slack wants an action_id once per block.
    const taken = row.some(({ action_id }) => action_id === element.action_id);
    const own = JSON.stringify(element).length + 1;
    if (taken || row.length === ROW || weight + own >= HEAVIEST) flush();
    row.push(element);
    weight += own;
  }
  flush();
  if (disabled.length > 0) blocks.push(context(words.notPressable(disabled)));
  return blocks;
}

/** The label beside it stays readable when something is chosen; a placeholder would go. */
export function drawSelect({ label, to, options, chosen }: Select): SectionBlock[] {
  const chunks = chunk(
    options.filter(({ value }, index) => options.findIndex((other) => other.value === value) === index),
  );
  return chunks.map((choices, index) => {
    const name = chunks.length > 1 ? words.part(label, index + 1, chunks.length) : label;
    const drawn = choices.map(drawOption);
    const initial = drawn.find(({ value }) => value === chosen);
    const accessory: StaticSelect = {
      type: "static_select",
      action_id: to,
      placeholder: plainText(name, LIMITS.select.placeholder),
      options: drawn,
      ...(initial && { initial_option: initial }),
    };
    return { type: "section", text: plainText(name, LIMITS.section), accessory };
  });
}

export function drawOption({ value, label, description }: Choice): PlainTextOption {
  return {
    text: plainText(label, LIMITS.select.text),
    value,
    ...(description?.trim() && { description: plainText(description, LIMITS.select.text) }),
  };
}

export function context(text: string): ContextBlock {
  return { type: "context", elements: [plainText(text, LIMITS.context.text)] };
}

/** More in one row wrap unevenly on a telephone. */
const ROW = 5;
/** Characters on the wire that one block may take, so that it fits into a message together with others. */
const HEAVIEST = 8_000;

const { slack: words } = wordsOf("en");

function drawButton({ label, to, style }: Button, index: number): ButtonElement {
  const isLink = /^https?:\/\//i.test(to);
  return {
    type: "button",
    text: plainText(label, LIMITS.button.text),
    action_id: isLink ? `${LINK}${index}` : to,
    ...(isLink && { url: to.slice(0, LIMITS.url) }),
    ...(style && { style: style === "danger" ? "danger" : "primary" }),
  };
}

function chunk(options: readonly Choice[]): Choice[][] {
  const chunks: Choice[][] = [];
  let weight = 0;
  for (const option of options) {
    const last = chunks.at(-1);
    const own = JSON.stringify(drawOption(option)).length;
    if (!last || last.length === LIMITS.select.options || weight + own > HEAVIEST) {
      chunks.push([option]);
      weight = own;
    } else {
      last.push(option);
      weight += own;
    }
  }
  return chunks;
}
