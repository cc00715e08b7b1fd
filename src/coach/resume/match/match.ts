import type { ResumeDocument } from "#src/documents/resume-document.ts";
import { type Clause, clausesOf } from "./ad-clauses.ts";
import { openTermsOf } from "./open-terms.ts";
import { type Token, tokensOf, visibleText } from "./tokens.ts";
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
  const wanted = termsOf(adText);
  const phrases = phrasesOf(wanted);
  const skills = saidIn(skillLines(document), phrases, true);
  const text = saidIn(textLines(document), phrases, false);
  const terms = wanted.map(({ term, kind, key }): AdTerm => {
    const found = skills.has(key) ? "skills" : text.has(key) ? "text" : "missing";
    return { term, kind, found };
  });
  return { terms, score: terms.length < MIN_TERMS ? "could not check" : shareFound(terms) };
}

/** A line to be searched for an ad's terms; `list` for an entry of a list of skills, where "excel" and "go" mean what they say. */
export interface Searched {
  readonly text: string;
  readonly list?: boolean;
}

/** The ad's terms as `matchAd` orders them, and for each line the indexes of those that it holds. */
export function termsHeld(
  adText: string,
  lines: readonly Searched[],
): { readonly terms: readonly Omit<AdTerm, "found">[]; readonly held: readonly (readonly number[])[] } {
  const terms = termsOf(adText);
  const phrases = phrasesOf(terms);
  const held = lines.map(({ text, list = false }) => {
    const said = saidIn([text], phrases, list);
    return terms.flatMap(({ key }, index) => (said.has(key) ? [index] : []));
  });
  return { terms: terms.map(({ term, kind }) => ({ term, kind })), held };
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
  for (const { start, end } of openTermsOf(clause, tokens)) {
    if (found.some((other) => start < other.end && other.start < end)) continue;
    const term = text.slice(start, end);
    const words = tokensOf(term);
    if (isLookAlike(term, words)) continue;
    found.push({ term, kind, asked, key: keyOf(words.map(({ singular }) => singular)), start, end });
  }
  return found.sort((a, b) => a.start - b.start);
}

/** A word of the vocabulary that was refused where it stands, such as the "Go" of "Go above and beyond". */
function isLookAlike(term: string, tokens: readonly Token[]): boolean {
  return findTerms(tokens, { text: term, anyCase: true }).some(({ length }) => length === tokens.length);
}

/** What is asked for in words that no vocabulary has, by the first of them. */
type Phrases = ReadonlyMap<string, readonly (readonly string[])[]>;

function phrasesOf(wanted: readonly WantedTerm[]): Phrases {
  const phrases = wanted.flatMap(({ key }) => (typeof key === "string" ? [key.split(" ")] : []));
  return Map.groupBy(phrases, ([first = ""]) => first);
}

/** What lines say: terms of the vocabulary, and those of the phrases that stand in them. */
function saidIn(lines: readonly string[], phrases: Phrases, anyCase: boolean): Set<Key> {
  const said = new Set<Key>();
  for (const line of lines) {
    const text = visibleText(line);
    const tokens = tokensOf(text);
    for (const { term } of findTerms(tokens, { text, anyCase })) said.add(term);
    for (const [at, { singular }] of tokens.entries()) {
      for (const words of phrases.get(singular) ?? []) {
        if (words.every((word, offset) => tokens[at + offset]?.singular === word)) said.add(keyOf(words));
      }
    }
  }
  return said;
}

function keyOf(words: readonly string[]): string {
  return words.join(" ");
}

/** Where a resume lists skills. */
export function skillLines({ skills, certifications }: ResumeDocument): string[] {
  return [...skills.flatMap((group) => group.skills), ...certifications.map(({ name }) => name)];
}

/** Where it tells of them in sentences. */
export function textLines({ contact, summary, experience, education, projects }: ResumeDocument): string[] {
  const roles = experience.flatMap(({ roles }) => roles);
  return [
    ...(contact.headline ? [contact.headline] : []),
    ...summary,
    ...roles.flatMap(({ title, bullets }) => [title, ...bullets]),
    ...education.flatMap(({ degree, field, bullets }) => [[degree, field].filter(Boolean).join(" in "), ...bullets]),
    ...projects.flatMap(({ name, bullets }) => [name, ...bullets]),
  ];
}
