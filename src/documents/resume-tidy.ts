import {
  type Certification,
  type Contact,
  type DateRange,
  type Education,
  type Employment,
  type OtherSection,
  type PartialDate,
  type Project,
  type ResumeDocument,
  type Role,
  type SkillGroup,
  sectionOrder,
  type WebLink,
} from "./resume-document.ts";
import { oneLine } from "./resume-markdown-text.ts";

/**
 * The document as ResumeDocument promises: single lines, nothing empty, only web and mail addresses, possible dates,
 * neighbouring skills without a heading as one group, an order only of sections that are there and only if it is not the
 * usual one. A tidy document comes back as it was from every format.
 */
export function tidyResume(document: ResumeDocument): ResumeDocument {
  const { summary, skills, experience, education, projects, certifications, other = [] } = document;
  const tidied = {
    contact: tidyContact(document.contact),
    summary: texts(summary),
    skills: tidySkills(skills),
    experience: experience.map(tidyEmployment).filter((job) => job.employer || job.location || job.roles.length > 0),
    education: education.map(tidyEducation).filter(({ bullets, ...rest }) => says(rest) || bullets.length > 0),
    projects: projects.map(tidyProject).filter(({ bullets, ...rest }) => says(rest) || bullets.length > 0),
    certifications: certifications.map(tidyCertification).filter(says),
  };
  const others = other.map(tidyOther).filter(({ title, lines }) => title || lines.length > 0);
  return { ...tidied, ...(others.length > 0 ? { other: others } : {}), ...tidyOrder(tidied, document) };
}

/** An address that a document may link to, complete and without blanks; undefined for any other scheme. */
export function tidyUrl(url: string): string | undefined {
  const text = oneLine(url);
  const bare = /^(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}(?::\d+)?(?:[/?#]|$)/u.test(text);
  const whole = bare ? `https://${text}` : text;
  if (!/^(?:https?:\/\/|mailto:)[^\s]/i.test(whole)) return undefined;
  const ascii = /[^ -~]/.test(whole) ? URL.parse(whole)?.href : whole;
  return ascii?.replace(/%(?![0-9A-F]{2})|[^\w\-.~:/?#[\]@!$&'()+,;=%]/gi, percentEncoded);
}

/** All but what RFC 3986 allows in an address, and the asterisk, which is Markdown's. */
function percentEncoded(letter: string): string {
  return `%${letter.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;
}

function tidyOrder(tidied: ResumeDocument, { order = [] }: ResumeDocument): Pick<ResumeDocument, "order"> {
  const filled = (by: typeof order) => sectionOrder({ order: by }).filter((section) => tidied[section].length > 0);
  const [own, usual] = [filled(order), filled([])];
  return own.every((section, place) => section === usual[place]) ? {} : { order: own };
}

function tidyContact({ name, headline, email, phone, location, links }: Contact): Contact {
  const kept = links.flatMap(({ label, url }): WebLink[] => {
    const address = tidyUrl(url);
    return address ? [{ ...present({ label }), url: address }] : [];
  });
  return { ...present({ name, headline, email, phone, location }), links: kept };
}

function tidySkills(groups: readonly SkillGroup[]): SkillGroup[] {
  const tidied: SkillGroup[] = [];
  for (const group of groups) {
    const next: SkillGroup = { ...present({ name: group.name }), skills: texts(group.skills) };
    const above = tidied.at(-1);
    if (next.name === undefined && next.skills.length === 0) continue;
    if (above && above.name === undefined && next.name === undefined) {
      tidied[tidied.length - 1] = { skills: [...above.skills, ...next.skills] };
    } else tidied.push(next);
  }
  return tidied;
}

function tidyEmployment({ employer, location, roles }: Employment): Employment {
  const kept = roles.map(tidyRole).filter(({ title, dates, bullets }) => title || dates || bullets.length > 0);
  return { employer: oneLine(employer), ...present({ location }), roles: kept };
}

function tidyRole({ title, dates, bullets }: Role): Role {
  return { title: oneLine(title), ...tidyDates(dates), bullets: texts(bullets) };
}

function tidyEducation({ school, degree, field, location, dates, bullets }: Education): Education {
  const known = present({ degree, field, location });
  return { school: oneLine(school), ...known, ...tidyDates(dates), bullets: texts(bullets) };
}

function tidyProject({ name, url, dates, bullets }: Project): Project {
  return { name: oneLine(name), ...tidyAddress(url), ...tidyDates(dates), bullets: texts(bullets) };
}

function tidyCertification({ name, issuer, date, url }: Certification): Certification {
  const when = date && tidyDate(date);
  return { name: oneLine(name), ...present({ issuer }), ...(when ? { date: when } : {}), ...tidyAddress(url) };
}

function tidyOther({ title, lines }: OtherSection): OtherSection {
  const kept = lines.map(({ kind, text }) => ({ kind, text: oneLine(text) })).filter(({ text }) => text);
  return { title: oneLine(title), lines: kept };
}

function tidyAddress(url: string | undefined): { url?: string } {
  const address = url && tidyUrl(url);
  return address ? { url: address } : {};
}

function tidyDates(dates: DateRange | undefined): { dates?: DateRange } {
  const start = dates?.start && tidyDate(dates.start);
  const end = dates?.end === "present" ? "present" : dates?.end && tidyDate(dates.end);
  if (!start && !end) return {};
  return { dates: { ...(start ? { start } : {}), ...(end ? { end } : {}) } };
}

function tidyDate({ year, month }: PartialDate): PartialDate | undefined {
  if (!Number.isInteger(year) || year < 1900 || year > 2099) return undefined;
  return month !== undefined && Number.isInteger(month) && month >= 1 && month <= 12 ? { year, month } : { year };
}

/** The texts that say something, as single lines. */
function present<Key extends string>(values: Record<Key, string | undefined>): { [K in Key]?: string } {
  const lines = Object.entries<string | undefined>(values).map(([key, text]) => [key, oneLine(text ?? "")] as const);
  return Object.fromEntries(lines.filter(([, text]) => text)) as { [K in Key]?: string };
}

function says(entry: object): boolean {
  return Object.values(entry).some((value) => value !== "" && value !== undefined);
}

function texts(lines: readonly string[]): string[] {
  return lines.map(oneLine).filter(Boolean);
}
