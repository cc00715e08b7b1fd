import { type Contact, type ResumeDocument, type SectionBelowContact, sectionOrder } from "../resume-document.ts";
import { writeDate, writeDay, writeRange } from "./dates.ts";
import { shownAddress } from "./links.ts";
import type { Letter } from "./request.ts";
import { guessLanguage } from "./script.ts";
import { asDrawn } from "./tidying.ts";

/** How a paper was made, as far as its words depend on it. */
export interface Made {
  readonly language?: string;
  readonly replaced?: readonly string[];
}

/** The facts of a document that a text does not hold, or not in their order; empty is good. */
export function verifyFacts(document: ResumeDocument, text: string, made: Made = {}): readonly string[] {
  return missingFrom(text, resumeFacts(document, made.language ?? guessLanguage(textIn(document))), made);
}

export function verifyLetter(letter: Letter, text: string, made: Made = {}): readonly string[] {
  return missingFrom(text, letterFacts(letter, made.language ?? guessLanguage(letter.paragraphs.join(" "))), made);
}

/** All the words of a document, to guess its language by. */
export function textIn(value: unknown): string {
  if (typeof value === "string") return value;
  if (typeof value !== "object" || value === null) return "";
  return Object.values(value).map(textIn).join(" ");
}

/** What a reader must find, in the order in which it is printed. */
export function resumeFacts(document: ResumeDocument, language: string): readonly string[] {
  const facts = contactFacts(document.contact);
  const write: Record<SectionBelowContact, () => readonly (string | undefined)[]> = {
    summary: () => document.summary,
    skills: () => document.skills.flatMap(({ name, skills }) => [name, ...skills]),
    experience: () =>
      document.experience.flatMap(({ employer, location, roles }) => [
        employer,
        location,
        ...roles.flatMap(({ title, dates, bullets }) => [title, dates && writeRange(dates, language), ...bullets]),
      ]),
    education: () =>
      document.education.flatMap(({ school, degree, field, location, dates, bullets }) => [
        school,
        location,
        degree,
        field,
        dates && writeRange(dates, language),
        ...bullets,
      ]),
    projects: () =>
      document.projects.flatMap(({ name, url, dates, bullets }) => [
        name,
        url && shownAddress(url),
        dates && writeRange(dates, language),
        ...bullets,
      ]),
    certifications: () =>
      document.certifications.flatMap(({ name, issuer, date, url }) => [
        name,
        issuer,
        url && shownAddress(url),
        date && writeDate(date, language),
      ]),
  };
  for (const section of sectionOrder(document)) facts.push(...write[section]());
  for (const { title, lines } of document.other ?? []) facts.push(title, ...lines.map(({ text }) => text));
  return facts.filter((fact) => fact !== undefined);
}

function letterFacts(
  { sender, date, recipient, subject, salutation, paragraphs, closing, signature }: Letter,
  language: string,
) {
  const { name, title, company, location } = recipient;
  const address = [name, title, company, location, subject];
  const facts = [
    ...contactFacts(sender),
    writeDay(date, language),
    ...address,
    salutation,
    ...paragraphs,
    closing,
    signature,
  ];
  return facts.filter((fact) => fact !== undefined);
}

function contactFacts({ name, headline, email, phone, location, links }: Contact): (string | undefined)[] {
  return [name, headline, email, phone, location, ...links.map(({ url }) => shownAddress(url))];
}

function missingFrom(text: string, facts: readonly string[], { replaced = [] }: Made): readonly string[] {
  const gone = new Set(replaced);
  const held = comparable(withoutPageNumbers(text));
  const letters = held.replace(POINTS, "");
  const points = countOf(held.match(POINTS) ?? []);
  const missing: string[] = [];
  let from = 0;
  for (const fact of facts) {
    const wanted = comparable(asDrawn(fact, gone));
    const own = wanted.replace(POINTS, "");
    const at = letters.indexOf(own, from);
    const pointed = [...countOf(wanted.match(POINTS) ?? [])];
    if (at < 0 || pointed.some(([point, count]) => (points.get(point) ?? 0) < count)) {
      missing.push(fact);
      continue;
    }
    from = at + own.length;
    for (const [point, count] of pointed) points.set(point, (points.get(point) ?? 0) - count);
  }
  return missing;
}

/**
 * Hebrew and Arabic points over and under letters: they are counted, and only the letters are looked for in their order.
 * Readers of files do not agree on which side of its letter a point stands that is the last of a line.
 */
const POINTS =
  /[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u08d3-\u08ff]/gu;

function countOf(signs: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const sign of signs) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  return counts;
}

/** "2 / 3" at the foot of a page stands in the midst of what goes on overleaf. */
function withoutPageNumbers(text: string): string {
  const pages = text.split("\f").filter((page) => page.trim() !== "");
  const foot = new RegExp(`\\d+\\s*/\\s*${pages.length}\\s*$`);
  return pages.length > 1 ? pages.map((page) => page.replace(foot, "")).join(" ") : text;
}

/** Where a line ended and how a letter was encoded says nothing. */
function comparable(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\s\p{Cf}\p{Cc}]/gu, "")
    .normalize("NFKC");
}
