import type { DateRange } from "../resume-document.ts";
import { findDates } from "./dates.ts";
import type { Line } from "./line.ts";
import { isPlace } from "./places.ts";

/** What the two texts of a heading are told apart by: above zero for the one kind, below for the other. */
export interface Nature {
  readonly lean: (text: string) => number;
  /** Unknown texts after a first text of the first kind belong to it, as a field of study to a degree. */
  readonly firstTakesMore: boolean;
}

/** Something with a heading of one to four lines: a job, a degree, a project. */
export interface Entry {
  /** The parts of its heading without dates and places, in reading order. */
  readonly fields: readonly string[];
  readonly place?: string;
  readonly dates?: DateRange;
  readonly body: readonly string[];
  /** Its heading follows directly on the one before: that one had nothing of its own below it. */
  readonly adjoining: boolean;
}

/**
 * Cuts a section into entries. A line with dates is the anchor of each; how many lines of the heading stand before it is
 * seen at the first entry, because people write all of a section alike.
 */
export function entriesOf(lines: readonly Line[], nature: Nature): Entry[] {
  const dated = lines.map((line) => (isHeader(line) ? findDates(line.text) : undefined));
  const first = dated.findIndex(Boolean);
  if (first < 0) return undatedEntries(lines, nature);
  const lead = Math.min(3, lines.slice(0, first).filter((line) => isHeader(line)).length);
  const heads = headsOf(lines, { dated, lead, nature });
  const heading = new Set(heads.flatMap(({ from, to }) => range(from, to)));
  return heads.map(({ from, to }, index) => {
    const end = heads[index + 1]?.from ?? lines.length;
    const own = lines.slice(from, to);
    const dates = own
      .map((line) => findDates(line.text))
      .find((found) => found && findDates(found.rest) === undefined)?.dates;
    const body = range(to, end)
      .filter((at) => !heading.has(at))
      .flatMap((at) => lines[at] ?? []);
    return {
      ...finalParts(
        own.flatMap((line) => cellsWithoutDates(line)),
        nature,
      ),
      ...(dates ? { dates } : {}),
      body: paragraphs(body),
      adjoining: index > 0 && heads[index - 1]?.to === from,
    };
  });
}

interface Head {
  readonly from: number;
  readonly to: number;
}

function headsOf(
  lines: readonly Line[],
  {
    dated,
    lead,
    nature,
  }: { dated: readonly (ReturnType<typeof findDates> | undefined)[]; lead: number; nature: Nature },
): Head[] {
  const heads: Head[] = [];
  let trails: boolean | undefined;
  for (let at = 0; at < lines.length; at += 1) {
    if (!dated[at]) {
      const undated = undatedHead(lines, dated, { at, free: heads.at(-1)?.to ?? 0 });
      if (undated) heads.push(undated);
      continue;
    }
    const free = heads.at(-1)?.to ?? 0;
    let from = at;
    while (from > free && at - from < lead && isLead(lines, from - 1, lines[at])) from -= 1;
    // An employer with several roles stands above the first of them, between the bullets of others.
    const above = from === at && at - 1 > free && isLead(lines, at - 1, lines[at]) && lines[at - 2]?.bullet;
    if (above && !dated[at - 1] && partsOf(cellsWithoutDates(lines[at] as Line), nature).fields.length === 1) from -= 1;
    let to = at + 1;
    const count = (): number => partsOf(lines.slice(from, to).flatMap(cellsWithoutDates), nature).fields.length;
    const follows = (): boolean =>
      to < lines.length && !dated[to] && isHeader(lines[to]) && level(lines[to], lines[at]);
    const [only] = partsOf(lines.slice(from, to).flatMap(cellsWithoutDates), nature).fields;
    // An employer beside the dates has its title below, even where titles stand first elsewhere.
    if (trails !== false || (count() === 1 && only && nature.lean(only) < 0 && follows())) {
      const before = to;
      while (to - before < 2 && count() < 2 && follows() && !(leadsNext(lines, dated, to) && lead > 0 && count() > 0))
        to += 1;
      trails ??= to > before;
    }
    if (follows() && isPlace(lines[to]?.text ?? "")) to += 1;
    heads.push({ from, to });
  }
  return heads;
}

const leadsNext = (lines: readonly Line[], dated: readonly unknown[], at: number): boolean =>
  at + 1 < lines.length && Boolean(dated[at + 1]);

/** Lines before the dated one: no bullets, no sentences, and set at the same margin. */
function isLead(lines: readonly Line[], at: number, dated: Line | undefined): boolean {
  const line = lines[at];
  return isHeader(line) && (level(line, dated) || (dated?.cells.length === 1 && findDates(dated.text)?.rest === ""));
}

/** A heading without dates stands out by what follows it: bullets, after bullets. */
function undatedHead(
  lines: readonly Line[],
  dated: readonly unknown[],
  { at, free }: { at: number; free: number },
): Head | undefined {
  if (at < free || !isHeader(lines[at]) || at === 0 || !lines[at - 1]?.bullet) return undefined;
  let to = at;
  while (to < lines.length && !dated[to] && isHeader(lines[to])) to += 1;
  return to - at <= 2 && lines[to]?.bullet ? { from: at, to } : undefined;
}

/** Without any dates the bullets show where the headings are; without bullets, the space above does. */
function undatedEntries(lines: readonly Line[], nature: Nature): Entry[] {
  const heads: number[] = lines.flatMap((line, at) => {
    if (!isHeader(line)) return [];
    const before = lines[at - 1];
    return !before || before.bullet || !isHeader(before) || line.apart ? [at] : [];
  });
  return heads.map((from, index) => {
    const end = heads[index + 1] ?? lines.length;
    let to = from;
    while (to < end && to - from < 3 && isHeader(lines[to])) to += 1;
    return {
      ...finalParts(
        lines.slice(from, to).flatMap((line) => line.cells),
        nature,
      ),
      body: paragraphs(lines.slice(to, end)),
      adjoining: false,
    };
  });
}

/** Could be part of a heading: short, no bullet, no sentence. */
function isHeader(line: Line | undefined): line is Line {
  if (!line || line.bullet || line.text.length > 160) return false;
  const words = line.text.split(/\s+/).length;
  return !(/[.。;]$/u.test(line.text) && words > 6 && !findDates(line.text)) && words <= 22;
}

function level(a: Line | undefined, b: Line | undefined): boolean {
  if (!a || !b || a.size === 0 || b.size === 0) return true;
  return Math.abs(a.indent - b.indent) < 6;
}

function cellsWithoutDates(line: Line): string[] {
  const found = findDates(line.text);
  if (!found) return [...line.cells];
  // A span such as "(3 years 2 months)" belongs to the dates.
  return found.rest
    .replace(/\(?\b\d+\s*(?:yrs?|years?|mos?|months?|Jahre?|Monate?|ans?|mois|años?|meses)\b[^)\t]*\)?/giu, "")
    .replace(/\(\s*\)/g, "")
    .split("\t")
    .map((cell) => cell.trim())
    .filter((cell) => cell !== "");
}

const STRONG = /\t|\s+[|•·∙/]\s+|\s+[–—―]\s+|\s+-\s+|\s*[|｜]\s*|\s+@\s+|\s{3,}/u;
const AT = /\s+(?:at|bei|chez|presso|w firmie|στην?|στο)\s+(?=[\p{Lu}\d])/u;

interface Parts {
  readonly fields: string[];
  readonly place?: string;
}

/** A heading's texts as fields and a place. A comma parts fields only where there are two kinds around it. */
export function partsOf(cells: readonly string[], nature?: Nature): Parts {
  const parts = cells
    .flatMap((cell) => cell.split(STRONG))
    .map(trimmed)
    .filter((part) => /[\p{L}\p{N}]/u.test(part));
  const place = parts.find((part, index) => index > 0 && isPlace(part));
  const kept = parts.filter((part, index) => index === 0 || !isPlace(part));
  const fields = kept.length === 1 && kept[0] && nature ? (splitByKind(kept[0], nature) ?? kept) : kept;
  return { fields, ...(place ? { place } : {}) };
}

/** When nothing more can come, one text with commas is taken for two. */
function finalParts(cells: readonly string[], nature: Nature): Parts {
  const parts = partsOf(cells, nature);
  const [only] = parts.fields;
  return parts.fields.length === 1 && only ? { ...parts, fields: splitByOne(only, nature) ?? parts.fields } : parts;
}

const trimmed = (part: string): string => part.replace(/^[\s,;:()·•|–—-]+(?=\S)|[\s,;:·•|–—-]+$/gu, "").trim();

const COMMA = /,\s+|،\s*|，|、/u;
const join = (pieces: readonly string[]): string => pieces.join(", ");

function splitByKind(text: string, { lean, firstTakesMore }: Nature): string[] | undefined {
  const at = text.split(AT);
  if (at.length === 2 && !firstTakesMore && lean(at[0] ?? "") > 0) return at.map(trimmed);
  const pieces = text.split(COMMA).map(trimmed).filter(Boolean);
  const leans = pieces.map((piece) => Math.sign(lean(piece)));
  const first = leans.findIndex((value) => value !== 0);
  const second = leans.findIndex((value) => value === -(leans[first] ?? 0) && value !== 0);
  if (first < 0 || second < 0) return undefined;
  const last = leans.lastIndexOf(leans[first] ?? 0, second);
  // What is between the two belongs to a degree as its field, or to an employer as its town, but not to a title.
  const cut = (leans[first] ?? 0) > 0 && !firstTakesMore ? last + 1 : second;
  return [join(pieces.slice(0, cut)), join(pieces.slice(cut))];
}

function splitByOne(text: string, { lean, firstTakesMore }: Nature): string[] | undefined {
  const pieces = text.split(COMMA).map(trimmed).filter(Boolean);
  const leans = pieces.map((piece) => Math.sign(lean(piece)));
  if (pieces.length < 2) return undefined;
  const title = leans.lastIndexOf(1);
  const other = leans.indexOf(-1);
  if (other > 0) return [join(pieces.slice(0, other)), join(pieces.slice(other))];
  if (other === 0 && isPlace(join(pieces.slice(1)))) return undefined;
  if (title < 0 && isPlace(pieces.at(-1) ?? "") && pieces.length === 2) return undefined;
  const cut =
    title >= 0 && title < pieces.length - 1 ? (firstTakesMore && pieces.length > 2 ? pieces.length - 1 : title + 1) : 1;
  return [join(pieces.slice(0, cut)), join(pieces.slice(cut))];
}

/** Lines below a heading: each bullet one text; plain lines one each, since wrapped ones were joined before. */
function paragraphs(lines: readonly Line[]): string[] {
  const out: string[] = [];
  for (const line of lines) {
    const text = line.cells.join(" ");
    const before = out.at(-1);
    const goesOn = before !== undefined && !line.bullet && /^\p{Ll}/u.test(text) && !/[.!?]$/u.test(before);
    if (goesOn) out[out.length - 1] = `${before} ${text}`;
    else out.push(text);
  }
  return out;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}
