import type {
  Certification,
  Contact,
  DateRange,
  Education,
  Employment,
  PartialDate,
  Project,
  ResumeDocument,
  Role,
} from "#src/documents/resume-document.ts";

interface Short {
  /** "Name | headline | e-mail | phone | place | link | link"; an empty part is absent. */
  readonly contact: string;
  readonly summary?: string;
  /** "Group: a, b; Group: c" or "a, b, c". */
  readonly skills?: string;
  readonly experience?: readonly Employment[];
  readonly education?: readonly Education[];
  readonly projects?: readonly Project[];
  readonly certifications?: readonly Certification[];
}

/** A resume from few words, for tests. */
export function resume({ contact, summary, skills, ...sections }: Short): ResumeDocument {
  return {
    contact: contactOf(contact),
    summary: summary ? summary.split("\n") : [],
    skills: skills ? skills.split(";").map(groupOf) : [],
    experience: sections.experience ?? [],
    education: sections.education ?? [],
    projects: sections.projects ?? [],
    certifications: sections.certifications ?? [],
  };
}

export function job(employer: string, ...roles: readonly Role[]): Employment {
  return { employer, roles };
}

/** Dates as "2019-03/2022", "2020/now", "2018" (an end alone) or "". */
export function role(title: string, dates: string, ...bullets: readonly string[]): Role {
  return { title, bullets, ...datesOf(dates) };
}

export function school(name: string, degree: string, dates: string): Education {
  return { school: name, bullets: [], ...(degree ? { degree } : {}), ...datesOf(dates) };
}

export function project(name: string, dates: string, ...bullets: readonly string[]): Project {
  return { name, bullets, ...datesOf(dates) };
}

export function certificate(name: string, date = ""): Certification {
  return date ? { name, date: dateOf(date) } : { name };
}

function contactOf(line: string): Contact {
  const [name, headline, email, phone, location, ...links] = line.split("|").map((part) => part.trim());
  return {
    ...(name ? { name } : {}),
    ...(headline ? { headline } : {}),
    ...(email ? { email } : {}),
    ...(phone ? { phone } : {}),
    ...(location ? { location } : {}),
    links: links.filter(Boolean).map((url) => ({ url })),
  };
}

function groupOf(text: string): { name?: string; skills: string[] } {
  const [before = "", after] = text.split(":");
  const skills = (after ?? before)
    .split(",")
    .map((skill) => skill.trim())
    .filter(Boolean);
  return after === undefined ? { skills } : { name: before.trim(), skills };
}

function datesOf(text: string): { dates?: DateRange } {
  if (!text) return {};
  const [start, end] = text.split("/");
  if (end === undefined) return { dates: { end: dateOf(start ?? "") } };
  return {
    dates: {
      ...(start ? { start: dateOf(start) } : {}),
      ...(end ? { end: end === "now" ? "present" : dateOf(end) } : {}),
    },
  };
}

function dateOf(text: string): PartialDate {
  const [year, month] = text.split("-").map(Number);
  return month ? { year: year ?? 0, month } : { year: year ?? 0 };
}
