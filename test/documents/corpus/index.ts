import type {
  Certification,
  DateRange,
  Education,
  Employment,
  PartialDate,
  Project,
  ResumeDocument,
  Role,
  SkillGroup,
} from "#src/documents/resume-document.ts";
import { english } from "./english.ts";
import { european } from "./european.ts";
import { world } from "./world.ts";

export interface CorpusResume {
  readonly language: string;
  readonly document: ResumeDocument;
}

/**
 * Resumes of our own making, of nobody who lives, all industries, in a short notation: @ language, name, headline, e-mail,
 * phone, place; S summary; K skills, with the group's name behind a colon; J employer, place; R role, start, end; - bullet;
 * E school, degree, field, start, end; C certification, issuer, date; P project, address.
 */
export const corpus: readonly CorpusResume[] = [english, european, world].flatMap((text) =>
  text
    .split(/^@/m)
    .slice(1)
    .map((block) => resumeOf(block.trim().split("\n"))),
);

interface Building {
  summary: string[];
  skills: SkillGroup[];
  experience: (Omit<Employment, "roles"> & { roles: (Omit<Role, "bullets"> & { bullets: string[] })[] })[];
  education: Education[];
  projects: (Omit<Project, "bullets"> & { bullets: string[] })[];
  certifications: Certification[];
}

function resumeOf([head = "", ...lines]: readonly string[]): CorpusResume {
  const [language = "", name = "", headline = "", email = "", phone = "", location = ""] = head.split("|");
  const made: Building = { summary: [], skills: [], experience: [], education: [], projects: [], certifications: [] };
  for (const line of lines) add(made, line.split("|"));
  return { language, document: { contact: { name, headline, email, phone, location, links: [] }, ...made } };
}

function add(made: Building, [kind = "", ...[first = "", second = "", third = "", ...rest]]: readonly string[]): void {
  if (kind === "S") made.summary.push(first);
  else if (kind.startsWith("K"))
    made.skills.push({ ...(kind.length > 1 ? { name: kind.slice(2) } : {}), skills: first.split(/[,،、]\s*/) });
  else if (kind === "J") made.experience.push({ employer: first, location: second, roles: [] });
  else if (kind === "R") made.experience.at(-1)?.roles.push({ title: first, dates: range(second, third), bullets: [] });
  else if (kind === "E")
    made.education.push({
      school: first,
      degree: second,
      ...(third ? { field: third } : {}),
      dates: range(rest[0] ?? "", rest[1] ?? ""),
      bullets: [],
    });
  else if (kind === "C") made.certifications.push({ name: first, issuer: second, date: dateOf(third) });
  else if (kind === "P") made.projects.push({ name: first, url: second, bullets: [] });
  else if (kind === "-") (made.projects.at(-1)?.bullets ?? made.experience.at(-1)?.roles.at(-1)?.bullets)?.push(first);
  else throw new RangeError(`No such line in the corpus: ${kind}`);
}

function range(start: string, end: string): DateRange {
  return { start: dateOf(start), end: end === "now" ? "present" : dateOf(end) };
}

function dateOf(text: string): PartialDate {
  const [year, month] = text.split("-").map(Number);
  return month ? { year: year ?? 0, month } : { year: year ?? 0 };
}
