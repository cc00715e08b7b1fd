import type { KnownBlock, RichTextBlock, RichTextQuote, RichTextSection } from "@slack/types";
import type { Bars, Block, File, Message, Text } from "#src/chat/message.ts";
import { plain, tableOf } from "#src/chat/message.ts";
import { wordsOf } from "#src/words/index.ts";
import { type ChartBlock, nativeChart } from "./chart.ts";
import { context, drawButtons, drawSelect } from "./controls.ts";
import { LIMITS } from "./limits.ts";
import { pack } from "./pack.ts";
import { nativeTable, writtenTable } from "./table.ts";
import { clean, plainText, runs, split, splitText } from "./text.ts";
import { written } from "./written.ts";

export type SlackBlock = KnownBlock | ChartBlock;

/** A message of ours as Slack takes it: in several where one would be too long, and files beside it. */
export interface Drawn {
  readonly parts: readonly [Part, ...Part[]];
  readonly files: readonly Upload[];
}

export interface Part {
  /** For notifications and screen readers. */
  readonly text: string;
  readonly blocks: readonly SlackBlock[];
  /** The same without charts and tables, for when Slack refuses the blocks. */
  readonly plainer?: readonly SlackBlock[];
}

export interface Upload {
  readonly file: File;
  readonly alt: string;
}

/** What belongs together and is never torn between two messages. */
export interface Unit {
  readonly blocks: readonly SlackBlock[];
  readonly plainer?: readonly SlackBlock[];
  /** A person must be able to press it, however long the rest is. */
  readonly pressed?: boolean;
}

export interface Surface {
  /** Views take no tables, no charts, and are one. */
  readonly kind: "message" | "view";
  /** Where the files will be seen: beside the message, or apart from it. */
  readonly files: "beside" | "direct";
}

export function render(given: Message, surface: Surface): Drawn {
  const message = clean(given);
  const native = {
    tables: surface.kind === "message" ? 1 : 0,
    charts: surface.kind === "message" ? LIMITS.chart.perMessage : 0,
  };
  const files = message.blocks.flatMap(uploadOf);
  const lastFile = message.blocks.findLastIndex((block) => uploadOf(block).length > 0);
  const units = message.blocks.flatMap((block, index) => [
    ...drawBlock(block, native),
    ...(index === lastFile && surface.files === "direct" ? textUnits(words.inDirect(files.length)) : []),
  ]);
  const name = "answer.txt";
  const [left = { blocks: [] }] = noteUnits(
    surface.files === "beside" ? words.restHere(name) : words.restInDirect(name),
  );
  const { parts, complete } = pack(units.length > 0 ? units : textUnits(message.summary), {
    summary: message.summary,
    kind: surface.kind,
    left,
  });
  if (complete) return { parts, files };
  const whole = { name, mediaType: "text/plain", bytes: new TextEncoder().encode(written(message)) };
  return { parts, files: [...files, { file: whole, alt: message.summary }] };
}

/** `native` says how many tables and charts of Slack's own the message still takes. */
export function drawBlock(block: Block, native: { tables: number; charts: number }): Unit[] {
  switch (block.kind) {
    case "heading": {
      if (block.text.length > LIMITS.header) return textUnits([{ bold: block.text }]);
      return [{ blocks: [{ type: "header", text: plainText(block.text, LIMITS.header) }] }];
    }
    case "text":
      return textUnits(block.text);
    case "quote":
      return splitText(block.text, LIMITS.richText).flatMap((piece) => richUnit(piece, "rich_text_quote"));
    case "note":
      return noteUnits(plain(block.text));
    case "fields":
      return fieldUnits(block.fields);
    case "table": {
      const caption = block.caption.trim() ? textUnits([{ bold: block.caption }]) : [];
      if (block.columns.length === 0) return caption;
      const letters = writtenTable(block);
      const table = native.tables > 0 ? nativeTable(block) : undefined;
      if (!table) return [...caption, ...letters.map((piece) => ({ blocks: [piece] }))];
      native.tables--;
      return [...caption, { blocks: [table], plainer: letters }];
    }
    case "bars":
      return textUnits(barLines(block));
    case "chart": {
      const chart = native.charts > 0 ? nativeChart(block) : undefined;
      const title = textUnits([{ bold: block.title }]);
      if (!chart) return [...title, ...textUnits(block.alt)];
      native.charts--;
      const missing = block.points.length - (chart.chart.series[0]?.data.length ?? 0);
      const newest =
        missing > 0 ? noteUnits(words.chartNewest(block.points.length - missing, block.points.length)) : [];
      return [{ blocks: [chart], plainer: title.flatMap(({ blocks }) => blocks) }, ...newest, ...noteUnits(block.alt)];
    }
    case "ranges":
      return drawBlock(tableOf(block), native);
    case "buttons":
      return drawButtons(block.buttons).map((piece) => ({ blocks: [piece], pressed: true }));
    case "select":
      return drawSelect(block).map((piece) => ({ blocks: [piece], pressed: true }));
    case "image":
      return noteUnits(words.file(block.file.name, block.alt));
    case "file":
      return noteUnits(words.file(block.file.name, block.description));
    case "divider":
      return [{ blocks: [{ type: "divider" }] }];
  }
}

const { slack: words } = wordsOf("en");

/** Longer values read badly in Slack's two columns. */
const SHORT_FIELD = 300;
/** Characters of all fields of one section. */
const FULL_SECTION = 3_000;

function textUnits(text: Text): Unit[] {
  return splitText(text, LIMITS.richText).flatMap((piece) => richUnit(piece, "rich_text_section"));
}

function richUnit(text: Text, type: (RichTextSection | RichTextQuote)["type"]): Unit[] {
  const elements = runs(text);
  if (plain(text).trim() === "") return [];
  const block: RichTextBlock = { type: "rich_text", elements: [{ type, elements }] };
  return [{ blocks: [block] }];
}

export function noteUnits(text: string): Unit[] {
  return split(text, LIMITS.context.text)
    .filter((piece) => piece.trim() !== "")
    .map((piece) => ({ blocks: [context(piece)] }));
}

function fieldUnits(fields: readonly { label: string; value: string }[]): Unit[] {
  const units: Unit[] = [];
  let row: string[] = [];
  const flush = (): void => {
    if (row.length > 0)
      units.push({ blocks: [{ type: "section", fields: row.map((field) => plainText(field, LIMITS.field)) }] });
    row = [];
  };
  for (const { label, value } of fields) {
    const field = `${label}\n${value}`;
    if (field.length > SHORT_FIELD) {
      flush();
      units.push(...textUnits([{ bold: label }, `\n${value}`]));
      continue;
    }
    if (row.length === LIMITS.fields || row.join("").length + field.length > FULL_SECTION) flush();
    row.push(field);
  }
  flush();
  return units;
}

/** The words first, the picture of them last: read aloud, a line is understood before its strokes come. */
function barLines({ caption, bars }: Bars): Text {
  const lines = bars.map(({ label, share, text }) => {
    const full = Math.round(Math.min(1, Math.max(0, share || 0)) * 10);
    return [`\n`, { bold: label }, `: ${text}  ${"▰".repeat(full)}${"▱".repeat(10 - full)}`];
  });
  return [{ bold: caption }, ...lines.flat()];
}

export function uploadOf(block: Block): Upload[] {
  if (block.kind === "image") return [{ file: block.file, alt: block.alt }];
  return block.kind === "file" ? [{ file: block.file, alt: block.description }] : [];
}
