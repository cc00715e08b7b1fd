import { takeDates } from "./resume-markdown-dates.ts";
import { BOLD_LEVEL, joinBullets, type Line } from "./resume-markdown-lines.ts";

/** A job, a school or a project as it stands: what it is headed with, the lines under that, its bullets, its parts. */
export interface Entry {
  readonly heading?: Line;
  readonly head: readonly Line[];
  readonly bullets: readonly Line[];
  readonly parts: readonly Entry[];
}

/** A section as entries: by its headings, else by its lines in bold, else by runs of text that end in bullets. */
export function readEntries(lines: readonly Line[], { boldParts = true } = {}): Entry[] {
  const blocks = joinBullets(lines).filter(({ kind }) => kind !== "unreadable");
  const headed = blocks.some(({ kind }) => kind === "heading");
  const marked = boldParts || !headed ? blocks.map(boldAsHeading) : blocks;
  if (marked.some(({ kind }) => kind === "heading")) return byHeadings(marked);
  if (marked.some(({ kind }) => kind === "text")) return byRuns(marked);
  return marked.map((heading) => ({ heading, head: [], bullets: [], parts: [] }));
}

/** Emphasis around a whole line, and bold anywhere in it, taken off. */
export function withoutEmphasis(markdown: string): string {
  const plain = markdown.replace(/(?<!\\)\*\*/g, "").trim();
  const [, , inner] = /^([*_]+)(.*[^\\])\1$/.exec(plain) ?? [];
  return inner ?? plain;
}

/** A line of prose: somebody's sentences, not the head of an entry. */
export function isProse({ raw }: Line): boolean {
  return raw.length > 120 || (raw.length > 60 && /[.!?。]$/.test(raw));
}

interface Growing {
  heading?: Line;
  head: Line[];
  bullets: Line[];
  parts: Growing[];
}

function boldAsHeading(line: Line): Line {
  const bold = line.kind === "text" && /^(?:\*\*[^*\s]|__[^_\s])/.test(line.raw);
  return bold ? { ...line, kind: "heading", level: BOLD_LEVEL } : line;
}

function byHeadings(blocks: readonly Line[]): Entry[] {
  const top = Math.min(...blocks.flatMap(({ kind, level }) => (kind === "heading" ? [level] : [])));
  const entries: Growing[] = [];
  for (const block of blocks) {
    const entry = entries.at(-1);
    if (block.kind === "heading") {
      const next: Growing = { heading: block, head: [], bullets: [], parts: [] };
      if (entry && block.level > top) entry.parts.push(next);
      else entries.push(next);
    } else if (entry) add(entry.parts.at(-1) ?? entry, block);
    else entries.push(fromLine(block));
  }
  return entries as Entry[];
}

/** "Acme, Berlin" / "Engineer, 2019 – 2021" / bullets: text after bullets begins the next entry. */
function byRuns(blocks: readonly Line[]): Entry[] {
  const entries: Growing[] = [];
  let above = 0;
  for (const block of blocks) {
    const entry = entries.at(-1);
    const apart = block.number > above + 1 && (takeDates(block.raw).dates || (entry && hasDates(entry)));
    const begins = block.kind === "text" && !isProse(block) && (apart || (entry?.bullets.length ?? 0) > 0);
    if (!entry || begins) entries.push(fromLine(block));
    else add(entry, block);
    above = block.number;
  }
  return entries as Entry[];
}

function fromLine(line: Line): Growing {
  return line.kind === "text"
    ? { heading: line, head: [], bullets: [], parts: [] }
    : { head: [], bullets: [line], parts: [] };
}

function hasDates({ heading, head }: Growing): boolean {
  return [heading, ...head].some((line) => line && takeDates(line.raw).dates);
}

function add(entry: Growing, line: Line): void {
  const isHead = line.kind === "text" && entry.bullets.length === 0;
  (isHead ? entry.head : entry.bullets).push(line);
}
