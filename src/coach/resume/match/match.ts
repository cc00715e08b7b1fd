import type { ResumeDocument } from "#src/documents/resume-document.ts";
import { type Clause, clausesOf } from "./ad-clauses.ts";
import { openTermsOf } from "./open-terms.ts";
import { tokensOf, visibleText } from "./tokens.ts";
import { findTerms } from "./vocabulary.ts";

/** How many of an ad's own terms stand in a resume. It says nothing of what an employer does with either. */
export interface AdMatch {
  /** Required ones first, each kind in the order of the ad; at most 100. */
  readonly terms: readonly AdTerm[];
  /** Whole, 0 to 100: found terms over all, a required one counting twice. No number for fewer than three terms. */
  readonly score: number | "could not check";
}

export interface AdTerm {
  /** As the ad writes it. */
  readonly term: string;
  readonly kind: "required" | "preferred";
  /** "skills": among skills or certifications; "text": anywhere else in the resume. */
  readonly found: "skills" | "text" | "missing";
}

/** Pure and only reading: an ad cannot change how it is read, and nothing is added to the resume. */
export function matchAd(document: ResumeDocument, adText: string): AdMatch {
  const skills = saidIn(skillLines(document), true);
  const text = saidIn(textLines(document), false);
  const terms = termsOf(adText).map(({ term, kind, key }): AdTerm => {
    const found = skills.has(key) ? "skills" : text.has(key) ? "text" : "missing";
    return { term, kind, found };
  });
  return { terms, score: terms.length < MIN_TERMS ? "could not check" : shareFound(terms) };
}

/** A number from one or two words would be a verdict on them, not on a resume. */
const MIN_TERMS = 3;
const MAX_TERMS = 100;

interface WantedTerm {
  readonly term: string;
  readonly kind: "required" | "preferred";
  readonly key: Key;
  readonly asked: boolean;
}

/** A number for a term of the vocabulary; for any other its singular words. */
type Key = number | string;

function shareFound(terms: readonly AdTerm[]): number {
  const weightOf = ({ kind }: AdTerm) => (kind === "required" ? 2 : 1);
  const sum = (some: readonly AdTerm[]) => some.reduce((total, term) => total + weightOf(term), 0);
  return Math.round((100 * sum(terms.filter(({ found }) => found !== "missing"))) / sum(terms));
}

/**
 * Each once, in the words in which it is asked for rather than in those of a title; one that is both required and preferred
 * is required.
 */
function termsOf(adText: string): WantedTerm[] {
  const byKey = new Map<Key, WantedTerm>();
  for (const wanted of clausesOf(adText).flatMap(termsIn)) {
    const known = byKey.get(wanted.key) ?? wanted;
    const { term, asked } = wanted.asked && !known.asked ? wanted : known;
    const kind = wanted.kind === "required" ? "required" : known.kind;
    byKey.set(wanted.key, { key: wanted.key, term, asked, kind });
  }
  const all = [...byKey.values()];
  const ordered = [...all.filter(({ kind }) => kind === "required"), ...all.filter(({ kind }) => kind === "preferred")];
  return ordered.slice(0, MAX_TERMS);
}

/** The longest term of the vocabulary at each place, then what only its form gives away in what is left. */
function termsIn(clause: Clause): WantedTerm[] {
  const { text, kind, asked } = clause;
  const tokens = tokensOf(text);
  const found: (WantedTerm & { start: number; end: number })[] = [];
  let free = 0;
  for (const { term, at, length } of findTerms(tokens, { text })) {
    const [first, last] = [tokens[at], tokens[at + length - 1]];
    if (at < free || !first || !last) continue;
    free = at + length;
    found.push({ term: text.slice(first.start, last.end), kind, asked, key: term, start: first.start, end: last.end });
  }
  for (const { start, end } of openTermsOf(clause)) {
    if (found.some((other) => start < other.end && other.start < end)) continue;
    const term = text.slice(start, end);
    if (isLookAlike(term)) continue;
    found.push({ term, kind, asked, key: wordsKey(term), start, end });
  }
  return found.sort((a, b) => a.start - b.start);
}

/** A word of the vocabulary that was refused where it stands, such as the "Go" of "Go above and beyond". */
function isLookAlike(term: string): boolean {
  const tokens = tokensOf(term);
  return findTerms(tokens, { text: term, anyCase: true }).some(({ length }) => length === tokens.length);
}

/** Everything that lines say: terms of the vocabulary, and every run of up to four words. */
function saidIn(lines: readonly string[], anyCase: boolean): Set<Key> {
  const said = new Set<Key>();
  for (const line of lines) {
    const text = visibleText(line);
    const tokens = tokensOf(text);
    for (const { term } of findTerms(tokens, { text, anyCase })) said.add(term);
    tokens.forEach((_, at) => {
      for (let length = 1; length <= 4; length++)
        said.add(keyOf(tokens.slice(at, at + length).map(({ singular }) => singular)));
    });
  }
  return said;
}

function wordsKey(term: string): string {
  return keyOf(tokensOf(term).map(({ singular }) => singular));
}

function keyOf(words: readonly string[]): string {
  return words.join(" ");
}

function skillLines({ skills, certifications }: ResumeDocument): string[] {
  return [...skills.flatMap((group) => group.skills), ...certifications.map(({ name }) => name)];
}

function textLines({ contact, summary, experience, education, projects }: ResumeDocument): string[] {
  const roles = experience.flatMap(({ roles }) => roles);
  return [
    ...(contact.headline ? [contact.headline] : []),
    ...summary,
    ...roles.flatMap(({ title, bullets }) => [title, ...bullets]),
    ...education.flatMap(({ degree, field, bullets }) => [[degree, field].filter(Boolean).join(" in "), ...bullets]),
    ...projects.flatMap(({ name, bullets }) => [name, ...bullets]),
  ];
}
