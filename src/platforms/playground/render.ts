import type { Block, Button, Chart, Choice, Drawing, File, Message, Ranges, Text, Tone } from "#src/chat/message.ts";
import type { StoredFile } from "./store.ts";

/** One message as the store keeps it and the page draws it. Every string is literal. */
export type Content =
  /** What a visitor said to the others. */
  | { readonly kind: "said"; readonly text: string }
  /** The command that a visitor used. */
  | { readonly kind: "used"; readonly line: string }
  /** What a thread is called: the first that stands in it, and no message of its own. */
  | { readonly kind: "thread"; readonly title: string }
  | Drawn;

export interface Drawn {
  readonly kind: "drawn";
  readonly summary: string;
  readonly tone: Tone;
  readonly blocks: readonly DrawnBlock[];
  /** Name of the role that it notifies. */
  readonly mention?: string;
}

export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

export interface DrawnInline {
  readonly text: string;
  readonly mark?: "bold" | "italic" | "code";
  /** ISO 8601: the page shows it in its reader's own zone. */
  readonly time?: string;
}

export type DrawnButton = { readonly label: string } & (
  | { readonly href: string }
  | { readonly to: string; readonly style: "neutral" | "primary" | "success" | "danger"; readonly disabled: boolean }
);

export type DrawnBlock =
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "text" | "quote" | "note"; readonly text: readonly DrawnInline[] }
  | Extract<Block, { kind: "fields" | "table" | "bars" | "divider" }>
  | (Chart & { readonly fileId: string | null })
  | (Ranges & { readonly fileId: string | null })
  | { readonly kind: "buttons"; readonly buttons: readonly DrawnButton[] }
  | {
      readonly kind: "select";
      readonly label: string;
      readonly to: string;
      readonly options: readonly Choice[];
      readonly chosen: string;
    }
  | {
      readonly kind: "image";
      readonly fileId: string;
      readonly name: string;
      readonly alt: string;
      /** In pixels, so that the page keeps its place free until it has come. */
      readonly size: PictureSize | null;
    }
  | {
      readonly kind: "file";
      readonly fileId: string;
      readonly name: string;
      readonly mediaType: string;
      readonly size: number;
      readonly description: string;
    };

/**
 * Takes the files out of a message: what is left is JSON, `files` go beside it. `pictures` are the charts that could be
 * drawn; the others are shown by their words and numbers.
 */
export function render(
  message: Message,
  pictures: ReadonlyMap<Drawing, Uint8Array>,
  newId: () => string,
): { content: Drawn; files: StoredFile[] } {
  const files: StoredFile[] = [];
  const keep = ({ name, mediaType, bytes }: File) => {
    const id = newId();
    files.push({ id, name: clean(name), mediaType, bytes });
    return id;
  };
  const blocks = message.blocks.map((block): DrawnBlock => {
    switch (block.kind) {
      case "text":
      case "quote":
      case "note":
        return { kind: block.kind, text: inline(block.text) };
      case "chart":
      case "ranges": {
        const bytes = pictures.get(block);
        const fileId = bytes ? keep({ name: `${block.title}.png`, mediaType: "image/png", bytes }) : null;
        return { ...block, fileId };
      }
      case "buttons":
        return { kind: "buttons", buttons: block.buttons.map(button) };
      case "select":
        return { ...block, chosen: block.chosen ?? "" };
      case "image":
        return {
          kind: "image",
          fileId: keep(block.file),
          name: block.file.name,
          alt: block.alt,
          size: sizeOf(block.file.bytes),
        };
      case "file": {
        const { name, mediaType, bytes } = block.file;
        const { description } = block;
        return { kind: "file", fileId: keep(block.file), name, mediaType, size: bytes.byteLength, description };
      }
      default:
        return block;
    }
  });
  const content: Drawn = { kind: "drawn", summary: message.summary, tone: message.tone ?? "neutral", blocks };
  return { content: storable(content), files };
}

/** What a chart block needs drawn before `render`. */
export function chartsOf({ blocks }: Message): Drawing[] {
  return blocks.filter((block) => block.kind === "chart" || block.kind === "ranges");
}

/** Files that a stored message holds. */
export function fileIdsOf(content: unknown): string[] {
  const { blocks = [] } = content as { blocks?: readonly { fileId?: string | null }[] };
  return blocks.flatMap(({ fileId }) => fileId ?? []);
}

/** What of a message goes into the database: PostgreSQL's jsonb takes neither NUL nor half a surrogate pair. */
export function storable<C extends Content>(content: C): C {
  return JSON.parse(JSON.stringify(content, (_, value) => (typeof value === "string" ? clean(value) : value)));
}

function clean(text: string): string {
  return text.toWellFormed().replaceAll("\0", "\uFFFD");
}

/** From the header chunk of a PNG, which is the first; null for anything else. */
function sizeOf(bytes: Uint8Array): PictureSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.byteLength < 24 || view.getUint32(0) !== 0x89504e47 || view.getUint32(12) !== 0x49484452) return null;
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

function inline(text: Text): DrawnInline[] {
  if (typeof text === "string") return [{ text }];
  return text.map((part): DrawnInline => {
    if (typeof part === "string") return { text: part };
    if ("bold" in part) return { text: part.bold, mark: "bold" };
    if ("channel" in part) return { text: part.text };
    if ("time" in part) return { text: part.text, time: new Date(part.time).toISOString() };
    return "italic" in part ? { text: part.italic, mark: "italic" } : { text: part.code, mark: "code" };
  });
}

function button({ label, to, style, disabled = false }: Button): DrawnButton {
  // Anything else with a scheme is an id: no id of ours becomes a link, and no javascript: address a target.
  if (/^(https?:\/\/|mailto:)/i.test(to)) return { label, href: to };
  return { label, to, style: style ?? "neutral", disabled };
}
