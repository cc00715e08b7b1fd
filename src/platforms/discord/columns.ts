import type { Bars, Table } from "#src/chat/message.ts";
import { limits } from "./limits.ts";
import { oneLine, visible } from "./markdown.ts";

/** Lines that belong together and can be cut between two of them. */
export interface Lines {
  /** A caption; where a block of code opens, with the line of its labels. */
  readonly before: string;
  readonly lines: readonly string[];
  readonly after: string;
}

/** Aligned columns in a code block where a phone can show them, otherwise a line of "label: value" per row. */
export function drawTable({ caption, columns, rows }: Table): Lines {
  const title = oneLine(caption) === "" ? "" : `**${oneLine(caption)}**\n`;
  const cells = [columns.map(({ label }) => label), ...rows.map((row) => columns.map((_, index) => row[index] ?? ""))];
  const clean = cells.map((row) => row.map((cell) => visible(cell).replace(/\s+/gu, " ").trim()));
  const widths = columns.map((_, index) => Math.max(...clean.map((row) => width(row[index] ?? ""))));
  const total = widths.reduce((sum, one) => sum + one, 0) + 2 * (columns.length - 1);
  const fenced = !clean.flat().some((cell) => cell.includes("`"));
  if (columns.length > 0 && total <= limits.tableColumns && fenced) {
    const aligned = clean.map((row) =>
      row
        .map((cell, index) => pad(cell, widths[index] ?? 0, columns[index]?.align))
        .join("  ")
        .trimEnd(),
    );
    const [head = "", ...below] = aligned.map((line) => line || " ");
    const opened = `${title}\`\`\`\n`;
    if (below.length === 0) return { before: opened, lines: [head], after: "\n```" };
    return { before: `${opened}${head}\n`, lines: below, after: "\n```" };
  }
  const [labels = [], ...values] = clean;
  return { before: title, lines: values.map((row) => labelLine(labels, row)), after: "" };
}

/** The words first, so that a screen reader says them before the picture of the bar. */
export function drawBars({ caption, bars }: Bars): Lines {
  const lines = bars.map(({ label, share, text }) => {
    const filled = Math.round(Math.min(1, Math.max(0, Number.isFinite(share) ? share : 0)) * 10);
    return `${oneLine(label)}: ${oneLine(text)} \`${"█".repeat(filled)}${"░".repeat(10 - filled)}\``;
  });
  return { before: oneLine(caption) === "" ? "" : `**${oneLine(caption)}**\n`, lines, after: "" };
}

/** Columns that a text takes in a monospaced font: two for wide letters and emoji, none for marks on a letter. */
export function width(text: string): number {
  let columns = 0;
  for (const { segment } of graphemes.segment(text))
    columns += wide.test(segment) ? 2 : invisible.test(segment) ? 0 : 1;
  return columns;
}

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
// East Asian Wide and Fullwidth (unicode.org/reports/tr11), and what is drawn as an emoji.
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}|\ufe0f/u;
const invisible = /^[\p{Cc}\p{Cf}\p{Mn}\p{Me}]+$/u;

function pad(cell: string, columns: number, align: "left" | "right" = "left"): string {
  const space = " ".repeat(Math.max(0, columns - width(cell)));
  return align === "right" ? space + cell : cell + space;
}

function labelLine(labels: readonly string[], row: readonly string[]): string {
  const parts = row.map((cell, index) => {
    const value = oneLine(cell || "–");
    const label = labels[index] ?? "";
    return index === 0 || label === "" ? `**${value}**` : `${oneLine(label)}: ${value}`;
  });
  return parts.join(" · ");
}
