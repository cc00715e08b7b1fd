import type { DateRange, ResumeDocument } from "#src/documents/resume-document.ts";

export const FIELDS = ["name", "email", "phone", "employer", "title", "dates", "school", "degree", "skill"] as const;
export type Field = (typeof FIELDS)[number];

export interface Finding {
  readonly field: Field;
  readonly expected: string;
  readonly found: boolean;
}

/** Field by field, what of the truth the import found in its right place. Titles and dates count only at their employer. */
export function compare(truth: ResumeDocument, read: ResumeDocument): Finding[] {
  const findings: Finding[] = [];
  const note = (field: Field, expected: string | undefined, found: boolean): void => {
    if (expected) findings.push({ field, expected, found });
  };
  const { contact } = truth;
  note("name", contact.name, same(contact.name, read.contact.name));
  note("email", contact.email, same(contact.email, read.contact.email));
  note("phone", contact.phone, digits(contact.phone) === digits(read.contact.phone));
  for (const job of truth.experience) {
    const candidates = read.experience.filter(({ employer }) => same(employer, job.employer));
    note("employer", job.employer, candidates.length > 0);
    const roles = candidates.flatMap((candidate) => candidate.roles);
    for (const role of job.roles) {
      const match = roles.find(({ title }) => same(title, role.title));
      note("title", role.title, match !== undefined);
      note(
        "dates",
        datesKey(role.dates),
        roles.some(
          ({ title, dates }) => (match ? same(title, role.title) : true) && datesKey(dates) === datesKey(role.dates),
        ),
      );
    }
  }
  for (const school of truth.education) {
    const match = read.education.filter((other) => same(other.school, school.school));
    note("school", school.school, match.length > 0);
    const degree = [school.degree, school.field].filter(Boolean).join(" ");
    note(
      "degree",
      degree,
      read.education.some((other) => same([other.degree, other.field].filter(Boolean).join(" "), degree)),
    );
    note(
      "dates",
      datesKey(school.dates),
      match.some(({ dates }) => datesKey(dates) === datesKey(school.dates)),
    );
  }
  const skills = new Set(read.skills.flatMap((group) => group.skills).map(key));
  for (const group of truth.skills) for (const skill of group.skills) note("skill", skill, skills.has(key(skill)));
  return findings;
}

function same(expected: string | undefined, read: string | undefined): boolean {
  return expected !== undefined && read !== undefined && key(expected) === key(read);
}

/** Letter case and punctuation are the layout's. */
function key(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}+#]/gu, "");
}

const digits = (text: string | undefined): string => (text ?? "").replace(/\D/g, "");

function datesKey(dates: DateRange | undefined): string {
  const one = (date: DateRange["end"]): string =>
    date === "present" ? date : date ? `${date.year}-${date.month ?? ""}` : "";
  return dates ? `${one(dates.start)}/${one(dates.end)}` : "";
}
