/** What we say, as data: each platform draws it in its own way, and a test can read it. */
export interface Message {
  /** One plain sentence that stands for the whole: notifications, screen readers, clients that draw nothing else. */
  readonly summary: string;
  readonly tone?: Tone;
  readonly blocks: readonly Block[];
}

export type Tone = "neutral" | "good" | "bad" | "warning";

/**
 * A run of text. Strings are literal: whatever a person or a model wrote is shown as it is and can neither format nor
 * mention anything, because each platform escapes it.
 */
export type Inline =
  | string
  | { readonly bold: string }
  | { readonly italic: string }
  | { readonly code: string }
  | Moment
  | ChannelLink;

/** An instant (ms since 1970), shown in the reader's own zone where a platform knows it; `text` says it everywhere else. */
export interface Moment {
  readonly time: number;
  readonly text: string;
}

/** A channel, by the platform's id: where a platform links to it, whoever is in several communities sees which one it is. */
export interface ChannelLink {
  readonly channel: string;
  readonly text: string;
}

export type Text = string | readonly Inline[];

export type Block =
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "text"; readonly text: Text }
  /** What somebody wrote, set off from what we say about it. */
  | { readonly kind: "quote"; readonly text: Text }
  /** Small print: where something comes from, what happens next. */
  | { readonly kind: "note"; readonly text: Text }
  | { readonly kind: "fields"; readonly fields: readonly { readonly label: string; readonly value: string }[] }
  | Table
  | Bars
  | Chart
  | Ranges
  | { readonly kind: "buttons"; readonly buttons: readonly Button[] }
  | Select
  | { readonly kind: "image"; readonly file: File; readonly alt: string }
  | { readonly kind: "file"; readonly file: File; readonly description: string }
  | { readonly kind: "divider" };

export interface Table {
  readonly kind: "table";
  readonly caption: string;
  readonly columns: readonly { readonly label: string; readonly align?: "left" | "right" }[];
  readonly rows: readonly (readonly string[])[];
}

/** Shares of a whole, one line each: `share` from 0 to 1, `text` says the same in words. */
export interface Bars {
  readonly kind: "bars";
  readonly caption: string;
  readonly bars: readonly { readonly label: string; readonly share: number; readonly text: string }[];
}

/** Values over time, oldest first. Drawn by the platform's own chart block or as a picture with `alt`. */
export interface Chart {
  readonly kind: "chart";
  readonly title: string;
  readonly unit: string;
  readonly max: number;
  readonly points: readonly { readonly label: string; readonly value: number }[];
  readonly alt: string;
}

/** Ranges with a mark inside, 1 to 12 rows with 0 <= min <= median <= max. Drawn as a picture with `alt`, or as a table. */
export interface Ranges {
  readonly kind: "ranges";
  readonly title: string;
  /** What the numbers are, with their currency and period; stands in the picture. */
  readonly unit: string;
  /** What a row is, and what its two ends and its mark are called. */
  readonly names: { readonly row: string; readonly min: string; readonly median: string; readonly max: string };
  readonly rows: readonly {
    readonly label: string;
    readonly min: number;
    readonly median: number;
    readonly max: number;
  }[];
  readonly alt: string;
}

/** What becomes a picture where a platform shows pictures. */
export type Drawing = Chart | Ranges;

export interface Button {
  readonly label: string;
  readonly style?: "primary" | "success" | "danger";
  /** The id made by an action or form link, or a web address. */
  readonly to: string;
  /** Shown, but cannot be pressed any more. */
  readonly disabled?: boolean;
}

export interface Select {
  readonly kind: "select";
  /** What is being chosen, for a screen reader; shown as placeholder where nothing is chosen yet. */
  readonly label: string;
  readonly to: string;
  readonly options: readonly Choice[];
  readonly chosen?: string;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly description?: string;
}

export interface File {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** A form as it is opened: filled fields, in reading order. */
export interface Form {
  /** The id made by a form link. */
  readonly id: string;
  readonly title: string;
  readonly submit: string;
  readonly fields: readonly Field[];
}

export interface Field {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly required: boolean;
  /** What stands in it when it opens. */
  readonly value?: string;
  readonly input:
    | { readonly kind: "text"; readonly multiline: boolean; readonly minLength: number; readonly maxLength: number }
    | { readonly kind: "whole-number"; readonly min: number; readonly max: number }
    | { readonly kind: "choice"; readonly choices: readonly Choice[] }
    | { readonly kind: "channel" }
    | { readonly kind: "role" }
    | { readonly kind: "attachment"; readonly maxMegabytes: number };
}

/** `code` in backticks becomes code; everything else stays literal. For texts of our own and of a model. */
export function prose(text: string): Text {
  const parts = text.split(/`([^`\n]+)`/);
  if (parts.length === 1) return text;
  return parts.map((part, index) => (index % 2 ? { code: part } : part)).filter((part) => part !== "");
}

/** The same numbers as the picture of ranges, whole. */
export function tableOf({ title, unit, names, rows }: Ranges): Table {
  const numbers = [names.min, names.median, names.max].map((label) => ({ label, align: "right" as const }));
  return {
    kind: "table",
    caption: unit === "" ? title : `${title} (${unit})`,
    columns: [{ label: names.row }, ...numbers],
    rows: rows.map(({ label, min, median, max }) => [
      label,
      ...[min, median, max].map((value) => digits.format(value)),
    ]),
  };
}

/** The characters of a text without its formatting. */
export function plain(text: Text): string {
  if (typeof text === "string") return text;
  return text.map(inlineText).join("");
}

/** The characters of one run. */
export function inlineText(run: Inline): string {
  if (typeof run === "string") return run;
  if ("bold" in run) return run.bold;
  if ("italic" in run) return run.italic;
  return "code" in run ? run.code : run.text;
}

/** The same run with other characters. A moment or a channel is shown whole or, cut, as what is left of its words. */
export function withText(run: Inline, text: string): Inline {
  if (typeof run === "string") return text;
  if ("bold" in run) return { bold: text };
  if ("italic" in run) return { italic: text };
  if ("code" in run) return { code: text };
  return text === run.text ? run : text;
}

/** Cuts at a grapheme, so that no letter or emoji is torn, and says so with an ellipsis. `max` counts UTF-16 units. */
export function shorten(text: string, max: number): string {
  if (text.length <= max) return text;
  let kept = "";
  for (const { segment } of graphemes.segment(text)) {
    if (kept.length + segment.length > max - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

const digits = new Intl.NumberFormat("en", { maximumFractionDigits: 6 });
const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
