import { markdownText, plainText, protectStart } from "#src/documents/resume-markdown-text.ts";
import { countWords } from "../resume/score/language.ts";

/**
 * A cover letter as its parts, in plain text. It is kept as Markdown, parts and paragraphs apart by empty lines, and may have
 * been written by hand or by another program: whatever is no part is a paragraph, and no word is lost.
 */
export interface Letter {
  /** What stands above the salutation: usually one line, the date. */
  readonly head: readonly string[];
  readonly salutation: string;
  readonly paragraphs: readonly string[];
  readonly closing: string;
  /** One or more lines. */
  readonly signature: string;
}

/** As many as a letter of one page has. */
export const MAX_WORDS = 400;

export function printLetter({ head, salutation, paragraphs, closing, signature }: Letter): string {
  return [...head, salutation, ...paragraphs, closing, signature]
    .map((block) => tidyBlock(block).split("\n").map(markdownLine).join("\n"))
    .filter((block) => block !== "")
    .join("\n\n");
}

export function parseLetter(content: string): Letter {
  const blocks = content
    .replace(/\r\n?/g, "\n")
    .split(/\n[^\S\n]*\n/)
    .map((block) => tidyBlock(tidyBlock(block).split("\n").map(plainLine).join("\n")))
    .filter((block) => block !== "")
    .flatMap((block, at, all) => (all.slice(0, at).some(isSalutation) ? [block] : cutSalutation(block)));
  const greeting = blocks.findIndex(isSalutation);
  // Only what a letter begins with can be its head: an address, a date.
  const start = greeting >= 0 && greeting <= MAX_HEAD_BLOCKS ? greeting : -1;
  const headEnd =
    start >= 0
      ? start
      : Math.max(
          0,
          blocks.findIndex((block) => dayIn(block) === undefined),
        );
  const head = blocks.slice(0, headEnd);
  const rest = blocks.slice(start >= 0 ? start + 1 : headEnd);
  const end = findClosing(rest);
  const [closing = "", ...signed] = (rest[end] ?? "").split("\n");
  return {
    head,
    salutation: start >= 0 ? (blocks[start] ?? "") : "",
    paragraphs: end < 0 ? rest : rest.slice(0, end),
    closing: end < 0 ? "" : closing,
    signature: end < 0 ? "" : [...signed, ...rest.slice(end + 1)].join("\n"),
  };
}

/** Paragraphs as they are typed into one field: apart by empty lines. */
export function paragraphsIn(text: string): string[] {
  return text
    .replace(/\r\n?/g, "\n")
    .split(/\n[^\S\n]*\n/)
    .map(tidyBlock)
    .filter((block) => block !== "");
}

/** Words from salutation to signature. */
export function wordsOfLetter({ salutation, paragraphs, closing, signature }: Letter): number {
  return countWords([salutation, ...paragraphs, closing, signature].join("\n"));
}

/** How a day is written: "22 November 2026", or "November 22, 2026" where paper is called Letter. */
export type DayStyle = "en-GB" | "en-US";

/** The day in UTC. */
export function writeDay(day: Date, style: DayStyle): string {
  return dayFormats[style].format(day);
}

export function dayStyleOf(line: string): DayStyle {
  return /^[*_]*[A-Za-z]/.test(line) ? "en-US" : "en-GB";
}

/** The day that a line of its own names; undefined where it is something else. */
export function dayIn(line: string): Date | undefined {
  const text = line.replace(/[*_]/g, "").trim();
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  const british = /^(\d{1,2})(?:st|nd|rd|th)?\.? ([A-Za-z]+),? (\d{4})$/.exec(text);
  const american = /^([A-Za-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/.exec(text);
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]) - 1, Number(iso[3]));
  if (british) return dayOf(Number(british[3]), monthOf(british[2]), Number(british[1]));
  if (american) return dayOf(Number(american[3]), monthOf(american[1]), Number(american[2]));
  return undefined;
}

/** With the day on which it is finished in the place of the one on which it was begun, if it is dated at all. */
export function dated(content: string, today: Date): string {
  const letter = parseLetter(content);
  const [first, ...others] = letter.head;
  if (first === undefined || others.length > 0 || dayIn(first) === undefined) return content;
  return printLetter({ ...letter, head: [writeDay(today, dayStyleOf(first))] });
}

const MAX_HEAD_BLOCKS = 6;

const DAY = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" } as const;

const dayFormats: Record<DayStyle, Intl.DateTimeFormat> = {
  "en-GB": new Intl.DateTimeFormat("en-GB", DAY),
  "en-US": new Intl.DateTimeFormat("en-US", DAY),
};

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

function monthOf(name = ""): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase());
}

function dayOf(year: number, month: number, day: number): Date | undefined {
  const date = new Date(Date.UTC(year, month, day));
  return month >= 0 && date.getUTCMonth() === month && date.getUTCDate() === day ? date : undefined;
}

/** An item of a list stays one. */
function markdownLine(line: string): string {
  return line.startsWith("- ") ? `- ${markdownText(line.slice(2))}` : protectedStart(markdownText(line));
}

function plainLine(markdown: string): string {
  const line = markdown.replace(/^#{1,6}\s+/, "").replace(/\\$/, "");
  const item = /^[-*+]\s+(\S.*)$/.exec(line);
  return item ? `- ${plainText(item[1] ?? "")}` : plainText(line);
}

/** What would begin a heading, a list, a quote or a rule at the start of a line. */
function protectedStart(line: string): string {
  return /^(?:#|[-+*>=~]|\d+[.)]\s)/.test(line) ? protectStart(line) : line;
}

/** Lines without space around them, and no control characters but the line's end. */
function tidyBlock(block: string): string {
  return block
    .split("\n")
    .map((line) =>
      line
        .replace(/(?!\n)\p{Cc}/gu, " ")
        .replace(/[^\S\n]+/g, " ")
        .trim(),
    )
    .filter((line) => line !== "")
    .join("\n");
}

const GREETING = /^(?:[*_]{0,2})(?:dear|hello|hi|hey|greetings|good (?:morning|afternoon|day)|to whom|to the)\b/i;

function isSalutation(block: string): boolean {
  return !block.includes("\n") && block.length <= 150 && GREETING.test(block) && !/[.!?]$/.test(block);
}

/** "Dear team,\nI am applying" was typed without an empty line. */
function cutSalutation(block: string): string[] {
  const end = block.indexOf("\n");
  const first = block.slice(0, Math.max(0, end));
  return isSalutation(first) && /[,:]$/.test(first) ? [first, block.slice(end + 1)] : [block];
}

const CLOSING =
  /^(?:(?:kind|kindest|best|warm|warmest|with (?:kind|best|warm))\b.{0,30}|(?:yours|sincerely|respectfully|faithfully|cordially|cheers|regards|all the best|many thanks|thank you|thanks|with (?:thanks|gratitude|appreciation))\b.{0,20})[,.!]?$/i;

/** The last block but a few that begins with a closing; what follows it is the signature. */
function findClosing(blocks: readonly string[]): number {
  for (let at = blocks.length - 1; at >= Math.max(0, blocks.length - 4); at -= 1) {
    const [line = "", ...signed] = (blocks[at] ?? "").split("\n");
    const short = signed.length <= 4 && signed.every((part) => part.length <= 80);
    const after = blocks.slice(at + 1).every((block) => block.length <= 120);
    if (short && after && CLOSING.test(line.replace(/[*_]/g, ""))) return at;
  }
  return -1;
}
