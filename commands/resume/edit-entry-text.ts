import type { EntryKind, EntryOf } from "#src/coach/resume/edit/entries.ts";
import { writeDate, writeDates, writeOtherLines } from "#src/coach/resume/edit/written.ts";
import type { Words } from "#src/words/index.ts";

/** What an entry is called in a list, and when or where it was. */
export function labelOf<Kind extends EntryKind>(kind: Kind, entry: EntryOf[Kind], words: Words) {
  const { label, detail } = describe[kind](entry, words);
  return {
    label: label.filter(Boolean).join(", ") || words.resumeEdit.untitled,
    detail: detail.filter(Boolean).join(" · "),
  };
}

/** What stands under that, line by line. */
export function linesOf<Kind extends EntryKind>(kind: Kind, entry: EntryOf[Kind]): string[] {
  const bullets = (lines: readonly string[]) => lines.map((line) => `• ${line}`);
  const read: { readonly [K in EntryKind]: (entry: EntryOf[K]) => string[] } = {
    experience: ({ role }) => bullets(role.bullets),
    education: (school) => bullets(school.bullets),
    projects: ({ url, bullets: lines }) => [...(url ? [url] : []), ...bullets(lines)],
    certifications: ({ url }) => (url ? [url] : []),
    other: (section) => writeOtherLines(section).split("\n").filter(Boolean),
  };
  return read[kind](entry);
}

const describe: {
  readonly [Kind in EntryKind]: (entry: EntryOf[Kind], words: Words) => { label: string[]; detail: string[] };
} = {
  experience: ({ employer, location = "", role }, words) => ({
    label: [role.title, employer],
    detail: [writeDates(role.dates), location, linesCount(role.bullets, words)],
  }),
  education: ({ school, degree = "", field = "", location = "", dates }) => ({
    label: [[degree, field].filter(Boolean).join(" "), school],
    detail: [writeDates(dates), location],
  }),
  projects: ({ name, dates, bullets }, words) => ({
    label: [name],
    detail: [writeDates(dates), linesCount(bullets, words)],
  }),
  certifications: ({ name, issuer = "", date }) => ({ label: [name], detail: [issuer, writeDate(date)] }),
  other: ({ title, lines }, words) => ({ label: [title], detail: [linesCount(lines, words)] }),
};

function linesCount(lines: readonly unknown[], { resumeEdit: text }: Words): string {
  return lines.length === 0 ? "" : text.counts.lines(lines.length);
}
