import type { KnownBlock, RichTextBlock, TableBlock } from "@slack/types";
import type { Table } from "#src/chat/message.ts";
import { LIMITS } from "./limits.ts";
import { runs, split } from "./text.ts";

/** Slack's own table; undefined where it would not take this one. */
export function nativeTable({ columns, rows }: Table): TableBlock | undefined {
  if (columns.length === 0 || columns.length > LIMITS.table.columns || rows.length + 1 > LIMITS.table.rows)
    return undefined;
  const table: TableBlock = {
    type: "table",
    column_settings: columns.map(({ align = "left" }) => ({ align, is_wrapped: true })),
    rows: [columns.map(({ label }) => label), ...rows.map((row) => columns.map((_, index) => row[index] ?? ""))].map(
      (row) => row.map((text) => ({ type: "raw_text", text: text.trim() === "" ? "–" : text })),
    ),
  };
  return JSON.stringify(table).length <= LIMITS.table.characters ? table : undefined;
}

/** The same with letters of one width, for a second table in a message and where Slack has no tables. */
export function writtenTable({ columns, rows }: Table): KnownBlock[] {
  const cells = [columns.map(({ label }) => label), ...rows].map((row) =>
    columns.map((_, index) => oneLine(row[index] ?? "")),
  );
  const widths = columns.map((_, index) => Math.min(WIDEST, Math.max(...cells.map((row) => width(row[index] ?? "")))));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, index) => {
        const padding = " ".repeat(Math.max(0, (widths[index] ?? 0) - width(cell)));
        return columns[index]?.align === "right" ? padding + cell : cell + padding;
      })
      .join("  ")
      .trimEnd();
  return split(cells.map(line).join("\n"), LIMITS.richText).map(preformatted);
}

/** One long cell must not push all others out of sight. */
const WIDEST = 40;

function preformatted(text: string): RichTextBlock {
  const shown = text.replace(/\n$/, "") || "–";
  return { type: "rich_text", elements: [{ type: "rich_text_preformatted", elements: runs(shown) as [] }] };
}

const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim() || "–";
const width = (text: string): number => [...graphemes.segment(text)].length;
const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
