import type { ResumeDocument, WebLink } from "#src/documents/resume-document.ts";
import { countWords } from "./language.ts";
import type { Finding, Rule } from "./rule.ts";
import { misspeltSection } from "./section-names.ts";

/** Who this is, how to reach them, and whether every part that a reader looks for is there. */
export const presenceRules: readonly Rule[] = [
  { code: "contact-name", of: 3, check: ({ contact }) => ({ share: contact.name ? 1 : 0 }) },
  { code: "contact-email", of: 5, check: ({ contact }) => plausible(contact.email, isEmail) },
  { code: "contact-phone", of: 3, check: ({ contact }) => plausible(contact.phone, isPhone) },
  { code: "contact-place", of: 2, check: ({ contact }) => ({ share: contact.location ? 1 : 0 }) },
  { code: "links-sound", of: 2, check: ({ contact }) => linksSound(contact.links) },
  { code: "summary-length", of: 6, check: ({ summary }) => summaryLength(summary) },
  { code: "skills-count", of: 7, check: skillsCount },
  { code: "experience-told", of: 9, check: experienceTold },
  { code: "education-named", of: 5, check: educationNamed },
  { code: "length-overall", of: 2, check: lengthOverall },
  { code: "section-names", of: 1, check: sectionNames },
];

/** A third of the points where something is there that cannot be right. */
function plausible(text: string | undefined, sound: (text: string) => boolean): Finding {
  if (!text) return { share: 0 };
  return sound(text) ? { share: 1 } : { share: 1 / 3, evidence: [text] };
}

function isEmail(text: string): boolean {
  return /^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/u.test(text) && !/@(?:example|email|domain)\./i.test(text);
}

function isPhone(text: string): boolean {
  return (text.match(/\p{Nd}/gu)?.length ?? 0) >= 7;
}

// None are needed: a nurse has no portfolio. Those that are there must lead somewhere.
function linksSound(links: readonly WebLink[]): Finding {
  if (links.length === 0) return { notChecked: "no-links" };
  const seen = new Set<string>();
  const wrong = links.filter(({ url }) => seen.size === seen.add(url).size || !isSound(url));
  return { share: 1 - wrong.length / links.length, evidence: wrong.map(({ url }) => url) };
}

function isSound(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, pathname } = new URL(url);
  if (protocol === "mailto:") return true;
  if (protocol !== "https:" && protocol !== "http:") return false;
  if (!hostname.includes(".") || /^(?:\d+\.){3}\d+$|(?:^|\.)example\.\w+$/.test(hostname)) return false;
  return !/your[-_]?(?:name|profile|user)|username|(?:^|\/)in\/?$/i.test(pathname);
}

function summaryLength(summary: readonly string[]): Finding {
  const words = countWords(summary.join(" "));
  if (words === 0) return { share: 0 };
  if (words >= 12 && words <= 80) return { share: 1 };
  return { share: words <= 120 ? 1 / 2 : 1 / 6, evidence: [excerpt(summary.join(" "))] };
}

/** Five to thirty different ones are full marks; a wall of them is a list of words, not of skills. */
function skillsCount({ skills }: ResumeDocument): Finding {
  const all = skills.flatMap((group) => group.skills);
  const different = new Set(all.map((skill) => skill.toLowerCase())).size;
  const evidence = different > 30 ? [excerpt(all.join(", "))] : all;
  return { share: skillShare(different), evidence };
}

function skillShare(different: number): number {
  if (different >= 5 && different <= 30) return 1;
  if (different < 5) return different / 6;
  return different <= 45 ? 4 / 7 : 2 / 7;
}

// Projects stand in for jobs: a first resume has no other work to tell of.
function experienceTold({ experience, projects }: ResumeDocument): Finding {
  const roles = experience.flatMap(({ employer, roles }) => roles.map((role) => ({ employer, ...role })));
  if ([...roles, ...projects].some(({ bullets }) => bullets.length > 0)) return { share: 1 };
  if (roles.length > 0) {
    return { share: 4 / 9, evidence: roles.map(({ title, employer }) => `${title}, ${employer}`) };
  }
  return { share: projects.length > 0 ? 3 / 9 : 0, evidence: projects.map(({ name }) => name) };
}

function educationNamed({ education, certifications }: ResumeDocument): Finding {
  if (education.some(({ degree, field }) => degree ?? field) || certifications.length > 0) return { share: 1 };
  return { share: education.length > 0 ? 3 / 5 : 0, evidence: education.map(({ school }) => school) };
}

/** 80 to 1,000 words: from a full half page to two pages. */
function lengthOverall(document: ResumeDocument): Finding {
  const words = countWords(textOf(document).join("\n"));
  if (words >= 80 && words <= 1000) return { share: 1 };
  return { share: words >= 40 && words <= 1500 ? 1 / 2 : 0 };
}

function sectionNames({ skills }: ResumeDocument, headings: readonly string[]): Finding {
  const names = [...headings, ...skills.flatMap(({ name }) => name ?? [])];
  if (names.length === 0) return { notChecked: "no-headings" };
  const wrong = names.filter((name) => misspeltSection(name));
  return { share: wrong.length === 0 ? 1 : 0, evidence: wrong };
}

function textOf({ summary, skills, experience, education, projects, certifications }: ResumeDocument): string[] {
  return [
    ...summary,
    ...skills.flatMap((group) => group.skills),
    ...experience.flatMap(({ employer, roles }) => [
      employer,
      ...roles.flatMap(({ title, bullets }) => [title, ...bullets]),
    ]),
    ...education.flatMap(({ school, degree, field, bullets }) => [school, degree ?? "", field ?? "", ...bullets]),
    ...projects.flatMap(({ name, bullets }) => [name, ...bullets]),
    ...certifications.map(({ name }) => name),
  ];
}

function excerpt(text: string): string {
  const start = [...text].slice(0, 200);
  return start.length < [...text].length ? `${start.join("")}…` : text;
}
