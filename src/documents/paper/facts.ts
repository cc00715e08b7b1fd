import { type Contact, RESUME_SECTIONS, type ResumeDocument } from "../resume-document.ts";
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
  const write: Record<Exclude<(typeof RESUME_SECTIONS)[number], "contact">, () => readonly (string | undefined)[]> = {
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
  for (const section of RESUME_SECTIONS) if (section !== "contact") facts.push(...write[section]());
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
  const missing: string[] = [];
  let from = 0;
  for (const fact of facts) {
    const wanted = comparable(asDrawn(fact, gone));
    const at = held.indexOf(wanted, from);
    if (at < 0) missing.push(fact);
    else from = at + wanted.length;
  }
  return missing;
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
