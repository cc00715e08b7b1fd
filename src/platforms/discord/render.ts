import type { APIAttachment, APIMessageTopLevelComponent, RESTPostAPIChannelMessageJSONBody } from "discord.js";
import { ComponentType, MessageFlags } from "discord.js";
import { type Block, type File, type Message, plain, shorten, type Tone } from "#src/chat/message.ts";
import { wordsOf } from "#src/words/index.ts";
import { createAddresses } from "./addresses.ts";
import { buttonItems, type Pen, selectItems } from "./controls.ts";
import { createFileNames } from "./files.ts";
import { type Item, type Layout, layOut, leading, textDisplay, textItem } from "./layout.ts";
import { limits } from "./limits.ts";
import { markdown, visible } from "./markdown.ts";
import { paginate } from "./pages.ts";
import { ofText, passageOf } from "./passages.ts";
import { plainText } from "./plain-text.ts";

/** A message as Discord takes it, and those that follow it where one is too short for all of it. */
export interface Drawn extends Page {
  readonly more: readonly Page[];
}

/** Components V2 in the body, and the files that it shows. */
export interface Page {
  readonly body: Pick<RESTPostAPIChannelMessageJSONBody, "allowed_mentions"> & {
    readonly flags: number;
    readonly components: APIMessageTopLevelComponent[];
    /** The files that the message has afterwards; those of an earlier state are dropped. */
    readonly attachments: (Pick<APIAttachment, "filename" | "description"> & { id: string })[];
  };
  readonly files: readonly File[];
}

export interface RenderOptions {
  readonly attachmentBytes?: number | undefined;
  /** How many messages it may become; what is more than fits the last one is attached as a text. */
  readonly messages?: number;
  /** Id of the role that is named at the top. */
  readonly mention?: string | undefined;
}

/** Draws within Discord's limits; what does not fit is attached or counted, never dropped in silence. */
export function render(message: Message, options: RenderOptions = {}): Drawn {
  const { attachmentBytes = limits.attachmentBytes, messages = limits.messages, mention } = options;
  const pen: Pen = { address: createAddresses(), fileName: createFileNames(), attachmentBytes, undrawn: 0 };
  const items = message.blocks.flatMap((block) => itemsOf(block, pen));
  if (!items.some(({ kind }) => kind !== "divider")) items.push(...textItem(visible(message.summary).trim() || "…"));
  if (pen.undrawn > 0) items.push(...itemsOf({ kind: "note", text: wordsOf("en").limits.leftOut(pen.undrawn) }, pen));
  if (mention) items.unshift(...leading(mentionItem(mention)));
  const pages = paginate(items, messages);
  const drawn = pages.slice(0, -1).map((page) => pageOf(layOut(page), message.tone));
  const [first, ...more] = [...drawn, lastPage(layOut(pages.at(-1) ?? []), message, pen)];
  if (!first) throw new Error("A message without a page");
  return { ...first, more };
}

/** With notes about what is missing, and the whole text where some of it is. */
function lastPage(laidOut: Layout, message: Message, pen: Pen): Page {
  const words = wordsOf("en").limits;
  const { components, files, cut } = laidOut;
  // Where text is cut, the note about what Discord does not take at all is cut with it.
  const leftOut = laidOut.leftOut + (cut ? pen.undrawn : 0);
  const notes = [...(leftOut > 0 ? [words.leftOut(leftOut)] : []), ...(cut ? [words.wholeText] : [])];
  if (notes.length > 0) components.push(textDisplay(notes.map((note) => `-# ${markdown(note)}`).join("\n")));
  if (!cut) return pageOf({ components, files }, message.tone);
  const bytes = new TextEncoder().encode(plainText(message));
  const file = {
    name: pen.fileName({ name: "message.txt", mediaType: "text/plain", bytes }),
    mediaType: "text/plain; charset=utf-8",
    bytes,
  };
  components.push({ type: ComponentType.File, file: { url: `attachment://${file.name}` } });
  return pageOf({ components, files: [...files, { file, alt: "" }] }, message.tone);
}

function pageOf({ components, files }: Shown, tone: Tone | undefined): Page {
  return {
    body: {
      flags: MessageFlags.IsComponentsV2,
      components: [{ type: ComponentType.Container, ...accent(tone), components }],
      attachments: files.map(({ file, alt }, index) => ({
        id: String(index),
        filename: file.name,
        ...(alt !== "" && { description: shorten(alt, limits.description) }),
      })),
      allowed_mentions: { parse: [] },
    },
    files: files.map(({ file }) => file),
  };
}

interface Shown {
  readonly components: Layout["components"];
  readonly files: readonly { readonly file: File; readonly alt: string }[];
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
      return [
        ...leading(textItem(block.description)),
        ...mediaItems(block.file, { alt: block.description, picture: false, pen }),
      ];
    default: {
      const passage = passageOf(block);
      if (!passage) return [];
      const text: Item = { kind: "text", passages: [passage] };
      return block.kind === "heading" ? leading([text]) : [text];
    }
  }
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

// The one text that is not literal: only the role that the message's allowed_mentions name hears of it.
function mentionItem(roleId: string): Item[] {
  const passage = ofText(`<@&${roleId}>`, plain);
  return passage ? [{ kind: "text", passages: [passage] }] : [];
}

// A colour is never alone: every message says in words what it means.
function accent(tone: Tone = "neutral"): { accent_color?: number } {
  return tone === "neutral" ? {} : { accent_color: { good: 0x2e_8b_57, bad: 0xd1_34_38, warning: 0xe0_a1_00 }[tone] };
}
