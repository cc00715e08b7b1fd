import type {
  Certification,
  Contact,
  DateRange,
  Education,
  Employment,
  PartialDate,
  Project,
  ResumeDocument,
  SkillGroup,
} from "./resume-document.ts";
import { tidyResume } from "./resume-tidy.ts";

/** https://jsonresume.org/schema, version 1.0.0. Every object but the outermost may have properties of its own. */
export interface JsonResume {
  readonly $schema: string;
  readonly basics: Json;
  readonly work: readonly Json[];
  readonly education: readonly Json[];
  readonly certificates: readonly Json[];
  readonly skills: readonly Json[];
  readonly projects: readonly Json[];
  readonly meta: Json;
}

type Json = { readonly [key: string]: unknown };

/**
 * The resume as JSON Resume; parseJsonResume() reads the same document back. What the format has no field for travels in
 * additional properties, which it allows: the place and highlights of a school, `ongoing` where an absent end does not
 * say what is meant, `emailAsWritten` for what is no address, `separate` for a second time at the employer above, and other sections and the
 * order of the sections in `meta`.
 */
export function toJsonResume(document: ResumeDocument): JsonResume {
  const resume = tidyResume(document);
  const { contact, summary, skills, experience, education, projects, certifications, other, order } = resume;
  return {
    $schema: "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json",
    basics: basics(contact, summary),
    work: experience.flatMap((job, index) => work(job, experience[index - 1])),
    education: education.map(school),
    certificates: certifications.map(certificate),
    skills: skills.map(skillGroup),
    projects: projects.map(project),
    meta: { version: "v1.0.0", ...defined({ otherSections: other, sectionOrder: order }) },
  };
}

function basics({ name, headline, email, phone, location, links }: Contact, summary: readonly string[]): Json {
  return defined({
    name,
    label: headline,
    // The schema wants an address; what is none keeps a place of its own.
    ...(email && /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/.test(email) ? { email } : { emailAsWritten: email }),
    phone,
    url: links.find(({ label }) => label === undefined)?.url,
    summary: summary.length > 0 ? summary.join("\n\n") : undefined,
    location: location === undefined ? undefined : { city: location },
    profiles: links.length > 0 ? links.map(({ label, url }) => defined({ network: label, url })) : undefined,
  });
}

/** One entry per role; the reader puts neighbours of one employer together again. */
function work({ employer, location, roles }: Employment, above: Employment | undefined): Json[] {
  const separate = above?.employer === employer && above.location === location ? { separate: true } : {};
  const place = { name: employer, ...defined({ location }) };
  if (roles.length === 0) return [{ ...place, ...separate }];
  return roles.map(({ title, dates, bullets }, index) => ({
    ...place,
    ...(index === 0 ? separate : {}),
    position: title,
    ...span(dates),
    highlights: bullets,
  }));
}

function school({ school: institution, degree, field, location, dates, bullets }: Education): Json {
  const facts = defined({ area: field, studyType: degree, location });
  return { institution, ...facts, ...span(dates), ...(bullets.length > 0 ? { highlights: bullets } : {}) };
}

function certificate({ name, issuer, date, url }: Certification): Json {
  return { name, ...defined({ issuer, date: date && isoDate(date), url }) };
}

function skillGroup({ name, skills }: SkillGroup): Json {
  return { ...defined({ name }), keywords: skills };
}

function project({ name, url, dates, bullets }: Project): Json {
  return { name, ...defined({ url }), ...span(dates), highlights: bullets };
}

/** A start without an end means "until now" in this format, so only the exceptions are said. */
function span(dates: DateRange | undefined): Json {
  if (!dates) return {};
  const { start, end } = dates;
  const ongoing = end === "present" && !start ? true : start && !end ? false : undefined;
  const endDate = end && end !== "present" ? isoDate(end) : undefined;
  return defined({ startDate: start && isoDate(start), endDate, ongoing });
}

function isoDate({ year, month }: PartialDate): string {
  return month ? `${year}-${String(month).padStart(2, "0")}` : String(year);
}

function defined(values: Json): Json {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
