import { type Token, tokensOf } from "#src/coach/resume/match/tokens.ts";
import { findTerms, type Hit } from "#src/coach/resume/match/vocabulary.ts";
import { isKin, isPhrase } from "./kinship.ts";
import { groupsNeeded, groupsSaid, isFree, phrasesIn } from "./lexicon.ts";
import { type Quantity, quantitiesIn } from "./numbers.ts";
import { readable, type Word, wordsOf } from "./text.ts";

/** A text with its words, numbers and terms of the skills vocabulary. */
export interface Reading {
  readonly text: string;
  readonly words: readonly Word[];
  readonly quantities: readonly Quantity[];
  /** What the fixed phrase around each word means, if it is in one. */
  readonly phraseAt: ReadonlyMap<
    number,
    { readonly from: number; readonly to: number; readonly bases: readonly string[] }
  >;
  /** By word: its own bases and those of its phrase. */
  readonly said: readonly (readonly string[])[];
  readonly terms: readonly Hit[];
  readonly tokens: readonly Token[];
  /** Words of names that may be said: the ad's company and title. */
  readonly masked?: ReadonlySet<number>;
}

/** All that a person's own words say, ready to be looked up. */
export interface Source {
  readonly facts: readonly Reading[];
  readonly bases: ReadonlySet<string>;
  readonly groups: ReadonlySet<number>;
  /** Neighbours written as one word: "frontend" for "front end". */
  readonly joined: ReadonlySet<string>;
  readonly terms: ReadonlySet<number>;
  /** What its words mean, each once. */
  readonly meanings: ReadonlySet<readonly string[]>;
}

export function read(text: string): Reading {
  const clean = readable(text);
  const words = wordsOf(clean);
  const tokens = tokensOf(clean);
  const phraseAt = new Map<number, { from: number; to: number; bases: readonly string[] }>();
  for (const meaning of phrasesIn(words))
    for (let at = meaning.from; at <= meaning.to; at += 1) if (!meaning.open.has(at)) phraseAt.set(at, meaning);
  const said = words.map(({ bases }, at) => {
    const phrases = [...(phraseAt.get(at)?.bases ?? []), ...verbPhrasesAt(words, at)];
    return phrases.length > 0 ? [...bases, ...phrases] : bases;
  });
  return {
    text: clean,
    words,
    said,
    quantities: quantitiesIn(words),
    phraseAt,
    terms: findTerms(tokens, { text: clean }),
    tokens,
  };
}

export function sourceOf(facts: readonly string[]): Source {
  const readings = facts.flatMap((fact) => fact.split(/\n+/)).map(recall);
  const bases = new Set<string>();
  const groups = new Set<number>();
  const joined = new Set<string>();
  const terms = new Set<number>();
  const meanings = new Set<readonly string[]>();
  for (const reading of readings) {
    const { words, said: own, terms: hits } = reading;
    words.forEach((word, at) => {
      const said = own[at] ?? word.bases;
      for (const base of said) bases.add(base);
      for (const group of groupsSaid(said)) groups.add(group);
      meanings.add(said);
      const next = words[at + 1];
      if (next && /^[ -]$/.test(next.gap)) joined.add(word.key + next.key);
    });
    for (const { term } of hits) terms.add(term);
    for (const term of looseTermsOf(reading)) terms.add(term);
  }
  return { facts: readings, bases, groups, joined, terms, meanings };
}

// The same facts come again with every line and every letter; a few resumes' worth of them is kept.
const memory = new Map<string, Reading>();

function recall(text: string): Reading {
  const known = memory.get(text);
  if (known) return known;
  const made = read(text);
  if (memory.size >= 2000) memory.clear();
  memory.set(text, made);
  return made;
}

const looseTerms = new WeakMap<Reading, readonly number[]>();

/** In somebody's own words "excel" and "go" may be what they are with capitals. */
function looseTermsOf(reading: Reading): readonly number[] {
  const known = looseTerms.get(reading);
  if (known) return known;
  const found = findTerms(reading.tokens, { text: reading.text, anyCase: true }).map(({ term }) => term);
  looseTerms.set(reading, found);
  return found;
}

/** Whether a word of the text means one of those of a source: the same, a form of it, or a word of the same group. */
export function means(word: readonly string[], said: readonly string[]): boolean {
  if (word.some((base) => said.includes(base))) return true;
  const needed = groupsNeeded(word);
  if (needed.length > 0) {
    const groups = groupsSaid(said);
    if (groups.length > 0 && needed.some((group) => groups.includes(group))) return true;
  }
  return isKin(word, said);
}

/** "Threw away", "threw old stock away": as WordNet writes it. */
function verbPhrasesAt(words: readonly Word[], at: number): readonly string[] {
  const found: string[] = [];
  for (let next = at + 1; next <= at + 4 && words[next]?.clause === words[at]?.clause; next += 1) {
    const key = words[next]?.key ?? "";
    if (!PARTICLES.has(key)) continue;
    for (const base of words[at]?.bases ?? []) if (isPhrase(`${base}_${key}`)) found.push(`${base}_${key}`);
    break;
  }
  const pair = words[at + 1];
  if (pair && !PARTICLES.has(pair.key) && /^[ -]$/.test(pair.gap) && !isFree(words[at]?.key ?? "", "bullet"))
    for (const base of pair.bases) if (isPhrase(`${words[at]?.key}_${base}`)) found.push(`${words[at]?.key}_${base}`);
  return found;
}

const PARTICLES = new Set("up out off away down back over in on through together around along apart aside".split(" "));

export function saidAt(reading: Reading, at: number): readonly string[] {
  return reading.said[at] ?? [];
}

/** Whether a term of the vocabulary, found among the tokens, holds the word. */
export function covers(text: Reading, { at, length }: { at: number; length: number }, word: Word): boolean {
  return text.tokens.slice(at, at + length).some(({ start, end }) => start < word.end && end > word.start);
}
