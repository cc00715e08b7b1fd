import type { DateRange, ResumeDocument } from "#src/documents/resume-document.ts";
import { isEnglishResume } from "./language.ts";
import { longDate } from "./positions.ts";

/** Something that is true of a person because they wrote it themselves. */
export interface Fact {
  readonly kind: "bullet" | "role" | "skills" | "degree" | "certification" | "project" | "summary" | "years" | "other";
  /** In their own words. */
  readonly text: string;
  /** The same with where it comes from, so that it can be understood alone: what a model is given. */
  readonly told: string;
  /** The same in its parts, for the guard: a title is read as the person's own where it begins a text. */
  readonly sources: readonly string[];
}

/** What a letter may rest on besides the resume. */
export interface AboutPerson {
  /** Years. */
  readonly experience: number | null;
  readonly skills: readonly string[];
  /** A few sentences about themselves. */
  readonly bio?: string | null;
}

export const NOTHING_MORE: AboutPerson = { experience: null, skills: [] };

/**
 * Every fact of a person but name and contact, in the order of the resume. Of a resume in another language only what an
 * English letter can name without translating it: titles, employers, degrees, skills, certifications, projects.
 */
export function factsOf(document: ResumeDocument, about: AboutPerson = NOTHING_MORE): Fact[] {
  return isEnglishResume(document) ? allFacts(document, about) : namedFacts(document, about);
}

/** In English around the names, so that they are read as names. */
function namedFacts(
  { experience, education, skills, certifications, projects }: ResumeDocument,
  about: AboutPerson,
): Fact[] {
  const roles = experience.flatMap(({ employer, roles: all }) => all.map((role) => ({ employer, ...role })));
  const all = [...skills.flatMap((group) => group.skills), ...about.skills];
  const fact = (kind: Fact["kind"], text: string, told: string): Fact[] =>
    text.trim() === "" ? [] : [{ kind, text, told, sources: [told] }];
  return [
    ...(about.experience
      ? fact("years", String(about.experience), `I have ${yearsOf(about.experience)} in all of this`)
      : []),
    ...roles.flatMap(({ title, employer, dates }) =>
      fact(
        "role",
        `${title}${employer}`,
        `It is at ${employer} that I worked as ${title}, and this was in ${datesOf(dates) ?? "the past"}`,
      ),
    ),
    ...all.flatMap((skill) =>
      fact("skills", skill, `It is with ${skill} that I have skills, and this is in my resume`),
    ),
    ...education.flatMap(({ school, degree = "", field = "", dates }) =>
      fact(
        "degree",
        school,
        `It is from ${school} that I have the degree ${degree} in ${field}, and this education was in ${datesOf(dates) ?? "the past"}`,
      ),
    ),
    ...certifications.flatMap(({ name }) =>
      fact("certification", name, `It is ${name} that is in the list of my certifications`),
    ),
    ...projects.flatMap(({ name }) => fact("project", name, `It is ${name} that is in the list of my projects`)),
  ];
}

function allFacts(document: ResumeDocument, about: AboutPerson): Fact[] {
  const facts: Fact[] = [];
  const add = (kind: Fact["kind"], text: string, ...context: readonly (string | undefined)[]) => {
    const from = context.filter((part) => part !== undefined && part !== "").join(", ");
    if (text.trim() === "") return;
    facts.push(
      from === ""
        ? { kind, text, told: text, sources: [text] }
        : { kind, text, told: `${text} (${from})`, sources: [text, from] },
    );
  };
  for (const paragraph of document.summary) add("summary", paragraph);
  if (document.contact.headline) add("summary", document.contact.headline);
  if (about.bio) add("summary", about.bio);
  if (about.experience) add("years", yearsOf(about.experience));
  for (const { name, skills } of document.skills) add("skills", `Skills: ${skills.join(", ")}`, name);
  if (about.skills.length > 0) add("skills", `Skills: ${about.skills.join(", ")}`);
  for (const { employer, location, roles } of document.experience) {
    for (const { title, dates, bullets } of roles) {
      const when = datesOf(dates);
      const where = employer === "" ? title : title === "" ? employer : `${title} at ${employer}`;
      add("role", where, location, when);
      for (const bullet of bullets) add("bullet", bullet, title, employer, when);
    }
  }
  for (const { school, degree, field, location, dates, bullets } of document.education) {
    const named = [degree, field].filter(Boolean).join(" in ");
    add(
      "degree",
      named === "" ? school : named,
      "education",
      named === "" ? undefined : school,
      location,
      datesOf(dates),
    );
    for (const bullet of bullets) add("bullet", bullet, school, datesOf(dates));
  }
  for (const { name, dates, bullets } of document.projects) {
    add("project", `Project: ${name}`, datesOf(dates));
    for (const bullet of bullets) add("bullet", bullet, `project ${name}`, datesOf(dates));
  }
  for (const { name, issuer, date } of document.certifications) {
    add("certification", name, "certification", issuer, date && datesOf({ end: date }));
  }
  for (const { title, lines } of document.other ?? []) for (const { text } of lines) add("other", text, title);
  return facts;
}

function yearsOf(experience: number): string {
  return `${experience} ${experience === 1 ? "year" : "years"} of experience`;
}

/** "April 2016 – Present": months in full, as a letter writes them. */
function datesOf(dates: DateRange | undefined): string | undefined {
  const end = dates?.end === "present" ? "Present" : dates?.end && longDate(dates.end);
  const start = dates?.start && longDate(dates.start);
  return start && end ? `${start} – ${end}` : (end ?? (start && `since ${start}`));
}
