import type { Block, Inline } from "#src/chat/message.ts";
import {
  type EntryDifference,
  isSame,
  type LineDifference,
  type ResumeDifference,
  type SectionDifference,
} from "#src/coach/resume/diff/difference.ts";
import type { Words } from "#src/words/index.ts";

/** Section by section what is new, what changes and what goes, in words beside the marks. Nothing where they are the same. */
export function differenceBlocks(difference: ResumeDifference, words: Words): Block[] {
  if (isSame(difference)) return [];
  const text = words.resumeDifference;
  return [
    { kind: "note", text: text.legend },
    ...difference.sections.flatMap((section) => sectionBlocks(section, words)),
    ...(difference.reordered ? [{ kind: "text" as const, text: text.reordered }] : []),
  ];
}

/** "3 new, 1 changed, 2 gone". */
export function differenceCounts(difference: ResumeDifference, words: Words): string {
  if (isSame(difference)) return words.resumeDifference.same;
  const changes = difference.sections
    .flatMap(({ entries }) => entries)
    .flatMap(({ change, lines }) => (change === "changed" ? lines.map((line) => line.change) : [change]));
  const count = (wanted: EntryDifference["change"]) => changes.filter((change) => change === wanted).length;
  return words.resumeDifference.counts({ fresh: count("new"), changed: count("changed"), gone: count("gone") });
}

function sectionBlocks({ section, title, entries, rearranged }: SectionDifference, words: Words): Block[] {
  const lines = section === "skills" ? together : (all: readonly LineDifference[]) => all;
  return [
    { kind: "heading", text: title || words.resumeEdit.sections[section] },
    ...entries.map(
      (entry): Block => ({ kind: "text", text: entryText({ ...entry, lines: lines(entry.lines) }, words) }),
    ),
    ...(rearranged ? [{ kind: "text" as const, text: words.resumeDifference.rearranged }] : []),
  ];
}

/** Skills are short: those that are new in one line, those that are gone in another. */
function together(lines: readonly LineDifference[]): LineDifference[] {
  const texts = (change: "new" | "gone") =>
    lines.flatMap((line) => (line.change === change && line.field === undefined ? [line.text] : []));
  const own = lines.filter(({ field, change }) => field !== undefined || change === "changed");
  const joined = (["new", "gone"] as const).map((change) => ({ change, text: texts(change).join(", ") }));
  return [...own, ...joined.filter(({ text }) => text !== "")];
}

function entryText({ change, name, lines }: EntryDifference, words: Words): Inline[] {
  const text = words.resumeDifference;
  const said = lines.map((line) =>
    name.length > 0 && change !== "changed" ? partOf(line, words) : lineText(line, words),
  );
  if (name.length === 0) return [said.join("\n")];
  const marks = { new: text.entryNew, gone: text.entryGone, changed: text.entryChanged };
  const head: Inline[] = [marks[change], { bold: name.join(" · ") }];
  return said.length > 0 ? [...head, `\n${said.join("\n")}`] : head;
}

/** A line of an entry that is new or gone as a whole, which was said above it. */
function partOf(line: LineDifference, words: Words): string {
  const text = words.resumeDifference;
  if (line.change === "changed") return lineText(line, words);
  return text.part[line.change](line.text, line.field && text.fields[line.field]);
}

function lineText(line: LineDifference, words: Words): string {
  const text = words.resumeDifference;
  const field = line.field && text.fields[line.field];
  if (line.change === "changed") return `${text.lineWas(line.was, field)}\n${text.lineNow(line.now, field)}`;
  return line.change === "new" ? text.lineNew(line.text, field) : text.lineGone(line.text, field);
}
