import { findTerms } from "#src/coach/resume/match/vocabulary.ts";
import type { Invention } from "./guard.ts";
import { leadsAt } from "./leading.ts";
import { groupsNeeded, isFree } from "./lexicon.ts";
import { MONTHS, TIME_UNITS } from "./lists/time.ts";
import { CREDENTIALS, TITLES } from "./lists/titles.ts";
import { isNameLike, saidAsName } from "./names.ts";
import { means, type Reading, type Source, saidAt } from "./source.ts";
import type { Word } from "./text.ts";
import { isDeed } from "./verbs.ts";

/** Words that are not in the source, in no form and by no synonym, and that state something. Numbers are somebody else's. */
export function unsaidWords(text: Reading, source: Source, register: "bullet" | "letter"): Invention[] {
  const counted = new Set(text.quantities.flatMap(({ from, to }) => range(from, to)));
  const found: Invention[] = [];
  for (let at = 0; at < text.words.length; at += 1) {
    const word = text.words[at];
    if (!word || counted.has(at) || text.masked?.has(at)) continue;
    if (leadsAt(text, at) || belongsToNumber(text, at, counted) || isSaid(text, at, { source, register })) continue;
    found.push({ kind: kindOf(text, at), quote: word.text });
  }
  return found;
}

/** "Roughly", "at least" before a number and the unit of time behind it are compared with the number. */
function belongsToNumber({ words }: Reading, at: number, counted: ReadonlySet<number>): boolean {
  const key = words[at]?.key ?? "";
  if (TIME_UNITS.has(key) && counted.has(at - 1)) return true;
  return BOUND_WORDS.has(key) && [1, 2, 3].some((step) => counted.has(at + step));
}

const BOUND_WORDS = new Set(
  "roughly approximately approx circa more fewer less least most many much maximum minimum almost nearly close approaching exceeding upwards excess estimated some average averaging just each once".split(
    " ",
  ),
);

interface Place {
  readonly source: Source;
  readonly register: "bullet" | "letter";
}

function isSaid(text: Reading, at: number, { source, register }: Place): boolean {
  const word = text.words[at];
  if (!word || /^[%$€£¥₹]$/.test(word.text)) return true;
  if (isNameLike(text, at)) return saidAsName(text, at, source);
  if (isFree(word.key, register)) return true;
  if (word.bases.some((base) => source.bases.has(base))) return true;
  if (groupsNeeded(word.bases).some((group) => source.groups.has(group))) return true;
  if (isJoined(text.words, at, source)) return true;
  if (register === "letter" && isMadeThing(text, at, source)) return true;
  const phrase = text.phraseAt.get(at);
  return (
    phrase !== undefined &&
    (phrase.bases.some((base) => source.bases.has(base) || isFree(base, register)) ||
      groupsNeeded(phrase.bases).some((group) => source.groups.has(group)))
  );
}

/** "Logo for a café" among the facts: who writes the letter must find a verb for it. */
function isMadeThing(text: Reading, at: number, source: Source): boolean {
  if (!text.words[at]?.bases.some((base) => MAKING.has(base))) return false;
  const near = [1, 2, 3, 4, 5]
    .map((step) => at + step)
    .filter(
      (next) => text.words[next]?.clause === text.words[at]?.clause && !isFree(text.words[next]?.key ?? "", "letter"),
    );
  return source.facts.some(
    (fact) =>
      !fact.words.some(({ key }) => isDeed(key)) &&
      near.slice(0, 2).some((next) => fact.words.some((_, index) => means(saidAt(text, next), saidAt(fact, index)))),
  );
}

const MAKING = new Set("make create prepare produce draw design write do work cook handle".split(" "));

/** "front end" and "frontend", "e-mail" and "email". */
function isJoined(words: readonly Word[], at: number, source: Source): boolean {
  const [before, word, next] = [words[at - 1], words[at], words[at + 1]];
  if (!word) return false;
  if (source.joined.has(word.key) || word.bases.some((base) => source.joined.has(base))) return true;
  const after =
    next && /^[ -]$/.test(next.gap) ? [word.key + next.key, ...next.bases.map((base) => word.key + base)] : [];
  const ahead = before && /^[ -]$/.test(word.gap) ? word.bases.map((base) => before.key + base) : [];
  return [...after, ...ahead].some((joined) => source.bases.has(joined));
}

function kindOf(text: Reading, at: number): Invention["kind"] {
  const word = text.words[at];
  if (!word) return "claim";
  if (/\d/.test(word.text) && !/[a-z]{2}/i.test(word.text)) return "number";
  if (CREDENTIALS.has(word.key) || word.bases.some((base) => CREDENTIALS.has(base))) return "credential";
  if (TIME_UNITS.has(word.key) || MONTHS.has(word.key)) return "date";
  if (TITLES.has(word.key)) return "title";
  const inVocabulary =
    text.terms.some((hit) => covers(text, hit, word)) ||
    findTerms(text.tokens, { text: text.text, anyCase: true }).some((hit) => covers(text, hit, word));
  if (inVocabulary) return "skill";
  return isNameLike(text, at) ? "name" : "claim";
}

function covers(text: Reading, { at, length }: { at: number; length: number }, word: Word): boolean {
  return text.tokens.slice(at, at + length).some(({ start, end }) => start < word.end && end > word.start);
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, offset) => from + offset);
}
