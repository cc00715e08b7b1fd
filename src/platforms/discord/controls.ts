import type { APIButtonComponent } from "discord.js";
import { ButtonStyle, ComponentType } from "discord.js";
import { type Button, type Choice, type File, type Select, shorten } from "#src/chat/message.ts";
import { wordsOf } from "#src/words/index.ts";
import { type Item, textItem } from "./layout.ts";
import { limits } from "./limits.ts";

/** What a message is drawn with. */
export interface Pen {
  readonly address: (to: string) => string | undefined;
  readonly fileName: (file: File) => string;
  readonly attachmentBytes: number;
  /** Choices that Discord does not take at all. */
  undrawn: number;
}

export function buttonItems(buttons: readonly Button[], pen: Pen): Item[] {
  const drawn = buttons.flatMap((button) => {
    const one = drawButton(button, pen);
    return one ? [one] : [];
  });
  const rows = Array.from({ length: Math.ceil(drawn.length / limits.rowButtons) }, (_, row) =>
    drawn.slice(row * limits.rowButtons, (row + 1) * limits.rowButtons),
  );
  // An address that is too long for a button can still be read.
  const written = buttons.filter(({ to }) => isWebAddress(to) && to.length > limits.buttonUrl);
  return [
    ...rows.map((components): Item => {
      const component = { type: ComponentType.ActionRow as const, components };
      return { kind: "controls", component, cost: 1 + components.length, choices: components.length };
    }),
    ...written.flatMap(({ label, to }) => textItem(`${label}: ${to}`)),
  ];
}

function drawButton({ label, style, to, disabled }: Button, pen: Pen): APIButtonComponent | undefined {
  const base = {
    type: ComponentType.Button as const,
    label: shorten(label.trim() || "…", limits.buttonLabel),
    ...(disabled && { disabled }),
  };
  if (isWebAddress(to)) return to.length > limits.buttonUrl ? undefined : { ...base, style: ButtonStyle.Link, url: to };
  const customId = pen.address(to);
  if (customId !== undefined) return { ...base, style: styles[style ?? "secondary"], custom_id: customId };
  pen.undrawn += 1;
  return undefined;
}

const styles = {
  secondary: ButtonStyle.Secondary,
  primary: ButtonStyle.Primary,
  success: ButtonStyle.Success,
  danger: ButtonStyle.Danger,
} as const;

function isWebAddress(to: string): boolean {
  return /^https?:\/\/\S+$/.test(to);
}

export function selectItems({ label, to, options, chosen }: Select, pen: Pen): Item[] {
  const words = wordsOf("en").limits;
  const usable = options.filter(({ value }) => value.trim() !== "" && value.length <= limits.optionText);
  pen.undrawn += options.length - usable.length;
  const distinct = [...new Map(usable.map((option) => [option.value, option])).values()];
  const parts = Math.ceil(distinct.length / limits.selectOptions);
  return Array.from({ length: parts }, (_, part) =>
    distinct.slice(part * limits.selectOptions, (part + 1) * limits.selectOptions),
  ).flatMap((choices, part): Item[] => {
    const customId = pen.address(to);
    if (customId === undefined) {
      pen.undrawn += choices.length;
      return [];
    }
    const placeholder = shorten(parts > 1 ? words.part(label, part + 1, parts) : label, limits.selectPlaceholder);
    const select = {
      type: ComponentType.StringSelect as const,
      custom_id: customId,
      ...(placeholder.trim() !== "" && { placeholder }),
      options: choices.map((choice) => ({
        value: choice.value,
        label: shorten(choice.label.trim() || choice.value, limits.optionText),
        ...(choice.description?.trim() && { description: shorten(choice.description, limits.optionText) }),
        ...(choice.value === chosen && { default: true }),
      })),
    };
    return [
      {
        kind: "controls",
        component: { type: ComponentType.ActionRow, components: [select] },
        cost: 2,
        choices: choices.length,
      },
    ];
  });
}

/** What is offered while somebody types. */
export function drawSuggestions(choices: readonly Choice[]): { name: string; value: string }[] {
  return choices
    .filter(({ value }) => value.length >= 1 && value.length <= limits.choiceText)
    .slice(0, limits.choices)
    .map(({ value, label }) => ({ name: shorten(label.trim() || value, limits.choiceText), value }));
}
