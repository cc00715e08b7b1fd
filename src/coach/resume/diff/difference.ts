import {
  type OtherSection,
  type ResumeDocument,
  type ResumeSection,
  sectionOrder,
} from "#src/documents/resume-document.ts";
import { type Entry, entriesOf, type Line, otherEntry } from "./entries.ts";
import { likeness } from "./likeness.ts";
import { diffLines, type LineDifference } from "./lines.ts";
import { pairUp } from "./pairs.ts";

export type { LineDifference } from "./lines.ts";

export interface ResumeDifference {
  /** Only those that differ, in the order of the new resume; the person's own sections come last. */
  readonly sections: readonly SectionDifference[];
  /** The sections themselves follow each other in another order. */
  readonly reordered: boolean;
}

export interface SectionDifference {
  readonly section: ResumeSection | "other";
  /** The person's own heading of a section that is none of ours. */
  readonly title?: string;
  readonly entries: readonly EntryDifference[];
  /** What is the same in both stands in another order or layout. */
  readonly rearranged: boolean;
}

export interface EntryDifference {
  readonly change: "new" | "gone" | "changed";
  /** What it goes by, such as a title and an employer; nothing for the contact, the summary and skills without a heading. */
  readonly name: readonly string[];
  /** Of a new or gone entry everything but its name. */
  readonly lines: readonly LineDifference[];
}

/**
 * What changes when `after` takes the place of `before`. Entries are matched by what they go by (employer and title,
 * school and degree, name), by their dates and by what stands in them, so that an edited line is a change in its job and
 * not a new job. Both documents must be tidy, as parseResume() gives them.
 */
export function differenceOf(before: ResumeDocument, after: ResumeDocument): ResumeDifference {
  const usual = (["contact", ...sectionOrder(after)] as const).map((section) => {
    const side = (document: ResumeDocument): Side => ({
      entries: entriesOf(document, section),
      whole: document[section],
    });
    return sectionDifference({ section }, side(before), side(after));
  });
  const others = otherDifferences(before, after);
  const sections = [...usual, ...others.sections].filter(({ entries, rearranged }) => entries.length > 0 || rearranged);
  return { sections, reordered: others.reordered || isReordered(before, after) };
}

export function isSame({ sections, reordered }: ResumeDifference): boolean {
  return sections.length === 0 && !reordered;
}

/** A section of one of the two documents. */
interface Side {
  readonly entries: readonly Entry[];
  readonly whole: unknown;
}

const NOTHING: Side = { entries: [], whole: undefined };

function sectionDifference(
  about: Pick<SectionDifference, "section" | "title">,
  before: Side,
  after: Side,
): SectionDifference {
  const pairs = pairUp(before.entries, after.entries, SAME_ENTRY);
  const partner = new Map(pairs.map(([old, fresh]) => [fresh, before.entries[old]]));
  const matched = new Set(pairs.map(([old]) => old));
  const present = after.entries.flatMap((entry, index): EntryDifference[] => {
    const old = partner.get(index);
    if (!old) return [wholeEntry("new", entry)];
    const lines = diffLines(old.lines, entry.lines, entry.exact);
    return lines.length > 0 ? [{ change: "changed", name: namesOf(entry), lines }] : [];
  });
  const left = before.entries.filter((_, index) => !matched.has(index));
  const entries = [...present, ...left.map((entry) => wholeEntry("gone", entry))];
  const rearranged = isMoved(pairs) || (entries.length === 0 && !isEqual(before.whole, after.whole));
  return { ...about, entries, rearranged };
}

/** Two entries of which this much is alike are one and the same, edited. */
const SAME_ENTRY = { alike: likenessOfEntries, least: 4 };

/** Names count 6 together, dates 2 for or against, the share of common lines 4. */
function likenessOfEntries(a: Entry, b: Entry): number {
  if (a.names.length === 0) return SAME_ENTRY.least;
  const weight = 6 / a.names.length;
  const names = a.names.reduce((sum, name, index) => sum + weight * likeness(name.text, b.names[index]?.text ?? ""), 0);
  const dates = a.start === undefined || b.start === undefined ? 0 : a.start === b.start ? 2 : -2;
  const texts = new Set(bodyOf(a).map(({ text }) => text));
  const common = bodyOf(b).filter(({ text }) => texts.has(text)).length;
  return names + dates + 4 * (common / Math.max(1, Math.min(texts.size, bodyOf(b).length)));
}

const bodyOf = ({ lines }: Entry): readonly Line[] => lines.filter(({ field }) => field === undefined);

function wholeEntry(change: "new" | "gone", entry: Entry): EntryDifference {
  const inName = new Set(entry.names.map(({ field }) => field));
  const lines = entry.lines.filter(({ field }) => field === undefined || !inName.has(field));
  return { change, name: namesOf(entry), lines: lines.map((line) => ({ ...line, change })) };
}

const namesOf = ({ names }: Entry): string[] => names.map(({ text }) => text).filter(Boolean);

/** Sections in the person's own words are matched by their headings, then by what stands in them. */
function otherDifferences({ other: old = [] }: ResumeDocument, { other = [] }: ResumeDocument): ResumeDifference {
  const side = (section: OtherSection): Side => ({ entries: [otherEntry(section)], whole: section });
  const about = ({ title }: OtherSection) => ({ section: "other" as const, title });
  const pairs = pairUp(old.map(otherEntry), other.map(otherEntry), SAME_ENTRY);
  const partner = new Map(pairs.map(([a, b]) => [b, old[a]]));
  const matched = new Set(pairs.map(([a]) => a));
  const present = other.map((section, index) => {
    const was = partner.get(index);
    return sectionDifference(about(section), was ? side(was) : NOTHING, side(section));
  });
  const left = old.filter((_, index) => !matched.has(index));
  const gone = left.map((section) => sectionDifference(about(section), side(section), NOTHING));
  return { sections: [...present, ...gone], reordered: isMoved(pairs) };
}

/** Whether what was paired follows each other in another order. */
function isMoved(pairs: readonly (readonly [before: number, after: number])[]): boolean {
  const places = pairs.toSorted(([, a], [, b]) => a - b).map(([place]) => place);
  return places.some((place, index) => place < (places[index - 1] ?? 0));
}

/** Only sections that both have can have changed places. */
function isReordered(before: ResumeDocument, after: ResumeDocument): boolean {
  const inBoth = (section: Exclude<ResumeSection, "contact">) =>
    before[section].length > 0 && after[section].length > 0;
  return !isEqual(sectionOrder(before).filter(inBoth), sectionOrder(after).filter(inBoth));
}

const isEqual = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
