import type { DateRange, PartialDate, ResumeDocument } from "#src/documents/resume-document.ts";
import type { Finding, Rule } from "./rule.ts";

/** Whether a reader can follow what was when. "Present" is later than every date; there is no clock. */
export const dateRules: readonly Rule[] = [
  { code: "dates-present", of: 5, check: present },
  { code: "dates-order", of: 3, check: order },
  { code: "dates-gaps", of: 2, check: gaps },
  { code: "dates-format", of: 2, check: format },
];

interface Dated {
  readonly line: string;
  readonly dates: DateRange | undefined;
}

/** Jobs; where there are none, projects; where there are none of those with dates, schools. */
function worksOf({ experience, projects, education }: ResumeDocument): Dated[] {
  const roles = experience.flatMap(({ employer, roles }) =>
    roles.map(({ title, dates }) => ({ line: lineOf(`${title}, ${employer}`, dates), dates })),
  );
  if (roles.length > 0) return roles;
  if (projects.some(({ dates }) => dates)) {
    return projects.map(({ name, dates }) => ({ line: lineOf(name, dates), dates }));
  }
  return education.map(({ school, dates }) => ({ line: lineOf(school, dates), dates }));
}

function present(document: ResumeDocument): Finding {
  const works = worksOf(document);
  if (works.length === 0) return { share: 0 };
  const undated = works.filter(({ dates }) => !dates?.end && !dates?.start);
  return { share: 1 - undated.length / works.length, evidence: undated.map(({ line }) => line) };
}

/** Newest first, and nothing that ends before it starts; one slip costs two thirds, a second the rest. */
function order(document: ResumeDocument): Finding {
  const dated = worksOf(document).filter(({ dates }) => dates);
  if (dated.length === 0) return { share: 0 };
  const employers = document.experience.map(({ employer, roles }) => ({
    line: employer,
    ends: roles.flatMap(({ dates }) => (dates ? [lastMonth(dates)] : [])),
  }));
  const wrong = [
    ...dated.filter(({ dates }) => dates?.start && lastMonth(dates) < firstMonth(dates)),
    ...rising(employers.map(({ line, ends }) => ({ line, last: Math.max(...ends) }))),
    ...employers.flatMap(({ line, ends }) => rising(ends.map((last) => ({ line, last })))),
  ];
  return { share: [1, 1 / 3][wrong.length] ?? 0, evidence: wrong.map(({ line }) => line) };
}

/** Those that end after the one above them. */
function rising<Entry extends { readonly last: number }>(entries: readonly Entry[]): Entry[] {
  const dated = entries.filter(({ last }) => last > 0);
  return dated.filter(({ last }, index) => last > (dated[index - 1]?.last ?? Number.POSITIVE_INFINITY));
}

/** More than a year between two jobs in which nothing else is told, school included. */
function gaps(document: ResumeDocument): Finding {
  const jobs = worksOf(document).filter(({ dates }) => dates);
  if (jobs.length === 0) return { share: 0 };
  const schools = document.education.flatMap(({ school, dates }) => (dates ? [{ line: school, dates }] : []));
  const all = [...jobs, ...schools]
    .flatMap(({ line, dates }) => (dates ? [{ line, first: firstMonth(dates), last: lastMonth(dates) }] : []))
    .sort((a, b) => a.first - b.first || a.last - b.last);
  const firstJob = Math.min(...jobs.flatMap(({ dates }) => (dates ? [firstMonth(dates)] : [])));
  const evidence: string[] = [];
  let covered = Number.POSITIVE_INFINITY;
  let before = "";
  for (const { line, first, last } of all) {
    if (first > covered + 13 && covered >= firstJob) evidence.push(`${before} … ${line}`);
    if (covered === Number.POSITIVE_INFINITY || last > covered) {
      covered = last;
      before = line;
    }
  }
  return { share: evidence.length === 0 ? 1 : 0, evidence };
}

/** Months everywhere are full marks, years everywhere half, a mixture nothing. */
function format(document: ResumeDocument): Finding {
  const points = worksOf(document).flatMap(({ line, dates }) =>
    [dates?.start, dates?.end].flatMap((date) => (date && date !== "present" ? [{ line, date }] : [])),
  );
  if (points.length === 0) return { share: 0 };
  const bare = points.filter(({ date }) => date.month === undefined);
  const evidence = [...new Set(bare.map(({ line }) => line))];
  if (bare.length === 0) return { share: 1 };
  return { share: bare.length === points.length ? 1 / 2 : 0, evidence };
}

function firstMonth({ start, end }: DateRange): number {
  const date = start ?? end;
  if (!date || date === "present") return Number.MAX_SAFE_INTEGER;
  return date.year * 12 + (date.month ?? 1);
}

/** A start alone stands for work that goes on. */
function lastMonth({ end }: DateRange): number {
  if (!end || end === "present") return Number.MAX_SAFE_INTEGER;
  return end.year * 12 + (end.month ?? 12);
}

function lineOf(name: string, dates: DateRange | undefined): string {
  if (!dates) return name;
  const { start, end } = dates;
  const parts = [start && written(start), end && (end === "present" ? "Present" : written(end))];
  return `${name}, ${parts.filter(Boolean).join(" – ")}`;
}

function written({ year, month }: PartialDate): string {
  return month ? `${year}-${String(month).padStart(2, "0")}` : String(year);
}
