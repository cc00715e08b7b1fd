import { type FormDeclaration, onForm, type Turn } from "#src/chat/command.ts";
import { text } from "#src/chat/option.ts";
import { type EntryKind, type EntryOf, findEntry, putEntry } from "#src/coach/resume/edit/entries.ts";
import {
  readDate,
  readDates,
  readLines,
  readOtherLines,
  readUrl,
  writeDate,
  writeDates,
  writeLines,
  writeOtherLines,
} from "#src/coach/resume/edit/written.ts";
import type { DateRange, PartialDate } from "#src/documents/resume-document.ts";
import { en } from "#src/words/en.ts";
import { CERTIFICATE, JOB, OTHER, PROJECT, SCHOOL } from "./edit-actions.ts";
import { described, given, ifChanged, requiredText, shortText } from "./edit-fields.ts";
import { listMessage } from "./edit-messages.ts";

const words = en.resumeEdit;
const { forms } = words;

/** One form for each kind of entry; without a key in its address it makes a new one. */
export const entryForms: readonly FormDeclaration[] = [
  onForm(JOB, {
    title: forms.job,
    submit: words.save,
    drafts: "address",
    fields: {
      employer: requiredText("employer"),
      title: requiredText("jobTitle"),
      location: shortText("jobPlace"),
      dates: shortText("dates"),
      lines: manyLines("lines"),
    },
    fill: async (turn) => {
      const job = await entryOf(turn, "experience");
      if (!job) return {};
      const { title, dates, bullets } = job.role;
      const { employer, location = "" } = job;
      return { employer, title, location, dates: writeDates(dates), lines: writeLines(bullets) };
    },
    run: (turn) =>
      save(turn, "experience", (before) => {
        const { employer, title, location, dates, lines } = turn.options;
        const role = {
          title,
          ...datesOf(dates, before?.role.dates),
          bullets: linesOf(lines, before?.role.bullets),
        };
        return { employer, ...given({ location }), role };
      }),
  }),
  onForm(SCHOOL, {
    title: forms.school,
    submit: words.save,
    drafts: "address",
    fields: {
      school: requiredText("school"),
      degree: shortText("degree"),
      field: shortText("field"),
      location: shortText("schoolPlace"),
      dates: shortText("dates"),
      lines: manyLines("schoolLines"),
    },
    fill: async (turn) => {
      const school = await entryOf(turn, "education");
      if (!school) return {};
      const { dates, bullets, ...texts } = school;
      return { ...texts, dates: writeDates(dates), lines: writeLines(bullets) };
    },
    run: (turn) =>
      save(turn, "education", (before) => {
        const { school, dates, lines, ...texts } = turn.options;
        return { school, ...given(texts), ...datesOf(dates, before?.dates), bullets: linesOf(lines, before?.bullets) };
      }),
  }),
  onForm(PROJECT, {
    title: forms.project,
    submit: words.save,
    drafts: "address",
    fields: {
      name: requiredText("project"),
      url: shortText("url"),
      dates: shortText("dates"),
      lines: manyLines("projectLines"),
    },
    fill: async (turn) => {
      const project = await entryOf(turn, "projects");
      if (!project) return {};
      const { name, url = "", dates, bullets } = project;
      return { name, url, dates: writeDates(dates), lines: writeLines(bullets) };
    },
    run: (turn) =>
      save(turn, "projects", (before) => {
        const { name, url, dates, lines } = turn.options;
        return {
          name,
          ...readUrl(url),
          ...datesOf(dates, before?.dates),
          bullets: linesOf(lines, before?.bullets),
        };
      }),
  }),
  onForm(CERTIFICATE, {
    title: forms.certificate,
    submit: words.save,
    drafts: "address",
    fields: {
      name: requiredText("certificate"),
      issuer: shortText("issuer"),
      date: shortText("date"),
      url: shortText("url"),
    },
    fill: async (turn) => {
      const certificate = await entryOf(turn, "certifications");
      if (!certificate) return {};
      const { name, issuer = "", date, url = "" } = certificate;
      return { name, issuer, date: writeDate(date), url };
    },
    run: (turn) =>
      save(turn, "certifications", (before) => {
        const { name, issuer, date, url } = turn.options;
        return { name, ...given({ issuer }), ...dateOf(date, before?.date), ...readUrl(url) };
      }),
  }),
  onForm(OTHER, {
    title: forms.other,
    submit: words.save,
    drafts: "address",
    fields: { title: requiredText("title"), text: manyLines("text") },
    fill: async (turn) => {
      const section = await entryOf(turn, "other");
      return section ? { title: section.title, text: writeOtherLines(section) } : {};
    },
    run: (turn) =>
      save(turn, "other", (before) => {
        const { title, text: written } = turn.options;
        const lines = before && ifChanged(written, writeOtherLines(before), () => true) === undefined;
        return { title, lines: lines ? before.lines : readOtherLines(written) };
      }),
  }),
];

type Entering = Pick<Turn, "coach" | "person" | "words"> & {
  readonly params: { readonly key?: string; readonly request?: string };
};

function manyLines(name: Parameters<typeof described>[0]) {
  return text({ ...described(name), maxLength: 12_000, room: 3000, multiline: true });
}

/** Undefined for a new one. UserError resume-changed. */
async function entryOf<Kind extends EntryKind>(
  { coach, person, params: { key } }: Entering,
  kind: Kind,
): Promise<EntryOf[Kind] | undefined> {
  return key === undefined ? undefined : findEntry((await coach.resumes.get(person.id)).document, kind, key);
}

async function save<Kind extends EntryKind>(
  { coach, person, params: { key, request }, words: said }: Entering,
  kind: Kind,
  read: (before: EntryOf[Kind] | undefined) => EntryOf[Kind],
) {
  const { document } = await coach.resumes.change(person.id, "edit", (before) => {
    const entry = read(key === undefined ? undefined : findEntry(before, kind, key));
    return putEntry(before, { kind, key }, entry);
  });
  return listMessage(kind, { document, request, said: said.resumeEdit.saved }, said);
}

function datesOf(sent: string | undefined, before: DateRange | undefined): { dates?: DateRange } {
  return ifChanged(sent, writeDates(before), readDates) ?? (before ? { dates: before } : {});
}

function dateOf(sent: string | undefined, before: PartialDate | undefined): { date?: PartialDate } {
  return ifChanged(sent, writeDate(before), readDate) ?? (before ? { date: before } : {});
}

function linesOf(sent: string | undefined, before: readonly string[] = []): readonly string[] {
  return ifChanged(sent, writeLines(before), readLines) ?? before;
}
