import {
  type Inline,
  plain,
  withText as rewritten,
  shorten,
  type Text,
  inlineText as written,
} from "#src/chat/message.ts";
import { cutAt } from "#src/chat/split-text.ts";
import { isSnowflake } from "./snowflake.ts";

/** Discord's Markdown of a text in which everything that a person or a model wrote stays literal. */
export function markdown(text: Text): string {
  const runs = (typeof text === "string" ? [text] : text).map(mark).filter((drawn) => drawn !== "");
  // Without something between them, the marks of two neighbours would be read as one.
  const joined = runs.map((drawn, index) => (touches(runs[index - 1], drawn) ? `\u200b${drawn}` : drawn));
  return atLineStarts(joined.join(""));
}

/** The same on one line, for headings and labels. */
export function oneLine(text: string): string {
  return markdown(text.replace(/\s+/gu, " ").trim());
}

/** The longest beginning of a text, with an ellipsis, whose `draw` has at most `max` characters; "" when none has. */
export function cut(text: Text, max: number, draw: (text: Text) => string = markdown): string {
  let [low, high] = [0, lengthOf(text)];
  let best = "";
  while (low <= high) {
    const middle = (low + high) >> 1;
    const drawn = draw(beginning(text, middle));
    if (middle > 0 && drawn.length <= max) best = drawn;
    if (drawn.length <= max) low = middle + 1;
    else high = middle - 1;
  }
  return best;
}

/**
 * A text in two, of which the first drawn has at most `max` characters: parted where a line ends, else between words, else
 * between letters. undefined where all of it fits or nothing does.
 */
export function part(text: Text, max: number, draw: (text: Text) => string = markdown): [Text, Text] | undefined {
  const characters = plain(text);
  for (let at = Math.min(max, characters.length - 1); at > 0; at = Math.floor(at * 0.95)) {
    const place = cutAt(characters, at);
    if (place >= characters.length) continue;
    const head = slice(text, 0, place);
    if (draw(head).length <= max) return [trimmedEnd(head), slice(text, place, characters.length)];
  }
  return undefined;
}

function touches(before: string | undefined, after: string): boolean {
  return before !== undefined && /^[*`]/.test(after) && before.endsWith(after.charAt(0));
}

function mark(run: Inline): string {
  if (typeof run === "string") return literal(run);
  if ("code" in run) return code(run.code);
  // With the weekday, in the reader's own zone (discord.com/developers/docs/reference#message-formatting-timestamp-styles).
  if ("time" in run) return `<t:${Math.round(run.time / 1_000)}:F>`;
  if ("channel" in run) return isSnowflake(run.channel) ? `<#${run.channel}>` : literal(run.text);
  const [text, sign] = "bold" in run ? [run.bold, "**"] : [run.italic, "*"];
  // Discord does not take a mark that stands beside a space.
  const [, before = "", inner = "", after = ""] = /^(\s*)(.*?)(\s*)$/su.exec(visible(text)) ?? [];
  return inner === "" ? before : `${before}${sign}${literal(inner)}${sign}${after}`;
}

// A backtick cannot be escaped inside code, and code on one line cannot hold two.
function code(text: string): string {
  const shown = visible(text);
  return /[`\n]/.test(shown) || shown.trim() === "" ? literal(shown) : `\`${shown}\``;
}

// Most of what we say ourselves, which then needs no second look.
const harmless = /^[A-Za-z0-9 ,.;!?'"()%&+=\n-]*$/;

// A backslash before any character that is no letter, digit or space makes it literal: marks, masked links, mentions
// (<@1>, <#1>, @everyone), timestamps, :emoji: names, and the colon without which an address does not become a link.
function literal(text: string): string {
  if (harmless.test(text)) return text;
  return visible(text)
    .replace(/[\\*_~`|[\]<>@]/g, String.raw`\$&`)
    .replace(/:(?=\/\/|(?:[\w+-]|\\_)+:)/g, String.raw`\:`);
}

/** Without what Discord refuses or drops: control characters and halves of letters. */
export function visible(text: string): string {
  if (harmless.test(text)) return text;
  return text
    .toWellFormed()
    .replace(/\r\n?/g, "\n")
    .replace(/(?![\n\t])\p{Cc}/gu, "");
}

// Headings, small print and lists are only read at the start of a line.
function atLineStarts(text: string): string {
  return text.replace(/^([^\S\n]*)(?:([#+-])|(\d+)([.)]))/gm, (...found: string[]) => {
    const [, spaces, sign, digits, dot] = found;
    return sign ? `${spaces}\\${sign}` : `${spaces}${digits}\\${dot}`;
  });
}

function slice(text: Text, from: number, to: number): Inline[] {
  const kept: Inline[] = [];
  let at = 0;
  for (const run of typeof text === "string" ? [text] : text) {
    const whole = written(run);
    const some = whole.slice(Math.max(0, from - at), Math.max(0, to - at));
    if (some !== "") kept.push(rewritten(run, some));
    at += whole.length;
  }
  return kept;
}

/** Without the line break or blank at which it was parted. */
function trimmedEnd(runs: readonly Inline[]): Inline[] {
  const last = runs.at(-1);
  if (last === undefined) return [];
  return [...runs.slice(0, -1), rewritten(last, written(last).replace(/[\n ]$/, ""))];
}

function lengthOf(text: Text): number {
  return typeof text === "string" ? text.length : text.reduce((sum, run) => sum + written(run).length, 0);
}

/** `count` UTF-16 units of it at most, never half a letter, and a sign that it goes on. */
function beginning(text: Text, count: number): Text {
  const kept: Inline[] = [];
  let left = count;
  for (const run of typeof text === "string" ? [text] : text) {
    const whole = written(run);
    if (whole.length > left) {
      kept.push(rewritten(run, shorten(whole, Math.max(1, left))));
      return kept;
    }
    kept.push(run);
    left -= whole.length;
  }
  return kept;
}
