import type {
  APIAttachment,
  APIButtonComponent,
  APIMessageTopLevelComponent,
  RESTPostAPIChannelMessageJSONBody,
} from "discord.js";
import { ButtonStyle, ComponentType, MessageFlags } from "discord.js";
import { type Block, type Button, type File, type Message, type Select, shorten, type Tone } from "#src/chat/message.ts";
import { wordsOf } from "#src/words/index.ts";
import { createAddresses } from "./addresses.ts";
import { createFileNames } from "./files.ts";
import { type Item, layOut, textDisplay } from "./layout.ts";
import { limits } from "./limits.ts";
import { markdown } from "./markdown.ts";
import { ofText, passageOf } from "./passages.ts";
import { plainText } from "./plain-text.ts";

/** A message as Discord takes it: Components V2 in the body, and the files that it shows. */
export interface Drawn {
  readonly body: Pick<RESTPostAPIChannelMessageJSONBody, "allowed_mentions"> & {
    readonly flags: number;
    readonly components: APIMessageTopLevelComponent[];
    /** The files that the message has afterwards; those of an earlier state are dropped. */
    readonly attachments: (Pick<APIAttachment, "filename" | "description"> & { id: string })[];
  };
  readonly files: readonly File[];
}

/** Draws within Discord's limits; what does not fit is attached or counted, never dropped in silence. */
export function render(message: Message, { attachmentBytes = limits.attachmentBytes as number } = {}): Drawn {
  const words = wordsOf("en").limits;
  const pen: Pen = { address: createAddresses(), fileName: createFileNames(), attachmentBytes, undrawn: 0 };
  const items = message.blocks.flatMap((block) => itemsOf(block, pen));
  if (!items.some(({ kind }) => kind !== "divider")) items.push(...textItem(message.summary || "…"));
  const { components, files, cut, ...laidOut } = layOut(items);
  const leftOut = laidOut.leftOut + pen.undrawn;
  const attached = files.map(({ file, alt }) => ({ file, alt }));
  const notes = [...(leftOut > 0 ? [words.leftOut(leftOut)] : []), ...(cut ? [words.wholeText] : [])];
  if (notes.length > 0) components.push(textDisplay(notes.map((note) => `-# ${markdown(note)}`).join("\n")));
  if (cut) {
    const bytes = new TextEncoder().encode(plainText(message));
    const file = { name: pen.fileName({ name: "message.txt", mediaType: "text/plain", bytes }), mediaType: "text/plain; charset=utf-8", bytes };
    components.push({ type: ComponentType.File, file: { url: `attachment://${file.name}` } });
    attached.push({ file, alt: "" });
  }
  return {
    body: {
      flags: MessageFlags.IsComponentsV2,
      components: [{ type: ComponentType.Container, ...accent(message.tone), components }],
      attachments: attached.map(({ file, alt }, index) => ({
        id: String(index),
        filename: file.name,
        ...(alt !== "" && { description: shorten(alt, limits.description) }),
      })),
      allowed_mentions: { parse: [] },
    },
    files: attached.map(({ file }) => file),
  };
}

interface Pen {
  readonly address: (to: string) => string | undefined;
  readonly fileName: (file: File) => string;
  readonly attachmentBytes: number;
  /** Choices that Discord does not take at all. */
  undrawn: number;
}

function itemsOf(block: Block, pen: Pen): Item[] {
  switch (block.kind) {
    case "divider":
      return [{ kind: "divider", component: { type: ComponentType.Separator } }];
    case "buttons":
      return buttonItems(block.buttons, pen);
    case "select":
      return selectItems(block, pen);
    case "image":
      return mediaItems(block.file, { alt: block.alt, picture: true, pen });
    case "file":
      return [...textItem(block.description), ...mediaItems(block.file, { alt: block.description, picture: false, pen })];
    default: {
      const passage = passageOf(block);
      return passage ? [{ kind: "text", passages: [passage] }] : [];
    }
  }
}

function textItem(text: string): Item[] {
  const passage = ofText(text);
  return passage ? [{ kind: "text", passages: [passage] }] : [];
}

function buttonItems(buttons: readonly Button[], pen: Pen): Item[] {
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

function selectItems({ label, to, options, chosen }: Select, pen: Pen): Item[] {
  const words = wordsOf("en").limits;
  const distinct = options.filter(
    ({ value }, index) => value !== "" && value.length <= limits.optionText && options.findIndex((one) => one.value === value) === index,
  );
  pen.undrawn += options.filter(({ value }) => value === "" || value.length > limits.optionText).length;
  const parts = Math.ceil(distinct.length / limits.selectOptions);
  return Array.from({ length: parts }, (_, part) => distinct.slice(part * limits.selectOptions, (part + 1) * limits.selectOptions)).flatMap(
    (choices, part): Item[] => {
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
      return [{ kind: "controls", component: { type: ComponentType.ActionRow, components: [select] }, cost: 2, choices: choices.length }];
    },
  );
}

function mediaItems(file: File, { alt, picture, pen }: { alt: string; picture: boolean; pen: Pen }): Item[] {
  if (file.bytes.length > pen.attachmentBytes) {
    const { fileTooLarge } = wordsOf("en").limits;
    const said = textItem(fileTooLarge(file.name, file.bytes.length / 1_048_576, pen.attachmentBytes / 1_048_576));
    return picture ? [...textItem(alt), ...said] : said;
  }
  const named = { ...file, name: pen.fileName(file) };
  const media = { url: `attachment://${named.name}` };
  const description = alt.trim() === "" ? {} : { description: shorten(alt, limits.description) };
  return [
    {
      kind: "media",
      file: named,
      alt: alt.trim(),
      component: picture
        ? { type: ComponentType.MediaGallery, items: [{ media, ...description }] }
        : { type: ComponentType.File, file: media },
    },
  ];
}

// A colour is never alone: every message says in words what it means.
function accent(tone: Tone = "neutral"): { accent_color?: number } {
  return tone === "neutral" ? {} : { accent_color: { good: 0x2e_8b_57, bad: 0xd1_34_38, warning: 0xe0_a1_00 }[tone] };
}
