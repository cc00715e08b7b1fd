import { findTerms } from "#src/coach/resume/match/vocabulary.ts";
import { tellsChange } from "./changes.ts";
import { range } from "./counted.ts";
import { earnsCredential } from "./credentials.ts";
import type { Invention } from "./guard.ts";
import { basesOf } from "./inflection.ts";
import { isKin } from "./kinship.ts";
import { leadsAt } from "./leading.ts";
import { groupsNeeded, isFree, isPersonAtWork, isPersonServed } from "./lexicon.ts";
import { BARE_HEADS } from "./lists/broad-verbs.ts";
import { MONTHS, TIME_UNITS } from "./lists/time.ts";
import { CREDENTIALS, TITLES } from "./lists/titles.ts";
import { isYearsOf } from "./moments.ts";
import { isNameLike, saidAsName } from "./names.ts";
import { covers, means, type Reading, type Source, saidAt } from "./source.ts";
import type { Word } from "./text.ts";
import { isDeed } from "./verbs.ts";
import { isWish } from "./wishes.ts";

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
  if (isOtherWay(text.words, at, source)) return false;
  if (isFree(word.key, register)) return true;
  if (word.bases.some((base) => source.bases.has(base))) return true;
  if (groupsNeeded(word.bases).some((group) => source.groups.has(group))) return true;
  if (!isTrade(word) && isKinOfAny(saidAt(text, at), source, besideIn(text, at))) return true;
  if (register === "letter" && (isWish(text, at) || isYearsOf(text, at, source))) return true;
  if (isBareHead(text, at, source)) return true;
  if (tellsChange(text, at, source) || earnsCredential(text, at, source)) return true;
  if (isJoined(text.words, at, source) || isDenied(word, source) || isCompound(word, source)) return true;
  if (register === "letter" && isMadeThing(text, at, source)) return true;
  const phrase = text.phraseAt.get(at);
  return (
    phrase !== undefined &&
    (phrase.bases.some((base) => source.bases.has(base) || isFree(base, register)) ||
      groupsNeeded(phrase.bases).some((group) => source.groups.has(group)))
  );
}

/** "From and into French", "in and out": both ways must be the source's. */
function isOtherWay(words: readonly Word[], at: number, source: Source): boolean {
  if (!WAYS.test(words[at]?.key ?? "")) return false;
  const paired = [-1, 1].some(
    (step) => /^(?:and|or)$/.test(words[at + step]?.key ?? "") && WAYS.test(words[at + 2 * step]?.key ?? ""),
  );
  return paired && !source.bases.has(words[at]?.key ?? "");
}

const WAYS = /^(?:from|to|into|in|out|up|down|before|after|inside|outside|above|below|on|off)$/;

/** What somebody is by trade must be said, or be a word of the same line. */
function isTrade({ bases }: Word): boolean {
  return isPersonAtWork(bases) && !isPersonServed(bases);
}

function isKinOfAny(word: readonly string[], { meanings }: Source, beside: readonly string[] = []): boolean {
  for (const said of meanings) if (!said.some((base) => beside.includes(base)) && isKin(word, said)) return true;
  return false;
}

/** What stands beside a word in "import and export papers": the source's import is kin to both and says only one. */
function besideIn({ words }: Reading, at: number): readonly string[] {
  const ahead = /^(?:and|or)$/.test(words[at - 1]?.key ?? "") ? words[at - 2] : undefined;
  const behind = /^(?:and|or)$/.test(words[at + 1]?.key ?? "") ? words[at + 2] : undefined;
  const listed = /,/.test(words[at]?.gap ?? "") ? words[at - 1] : undefined;
  return [...(ahead?.bases ?? []), ...(behind?.bases ?? []), ...(listed?.bases ?? [])];
}

/** "Logo for a café" among the facts: who writes the letter must find a verb for it. */
function isMadeThing(text: Reading, at: number, source: Source): boolean {
  if (!text.words[at]?.bases.some((base) => MAKING.has(base))) return false;
  const near = [1, 2, 3, 4, 5]
    .map((step) => at + step)
    .filter(
      (next) =>
        text.words[next]?.clause === text.words[at]?.clause &&
        !/ed$/.test(text.words[next]?.key ?? "") &&
        !isNameLike(text, next) &&
        !isFree(text.words[next]?.key ?? "", "letter"),
    );
  return source.facts.some(
    (fact) =>
      !fact.words.some(({ key }, index) => isDeed(key) || (index === 0 && /ed$/.test(key))) &&
      near.slice(0, 2).some((next) => fact.words.some((_, index) => means(saidAt(text, next), saidAt(fact, index)))),
  );
}

const MAKING = new Set("make create prepare produce draw design write do work cook handle".split(" "));

/** "Password issues" for passwords. */
function isBareHead({ words }: Reading, at: number, source: Source): boolean {
  const before = words[at - 1];
  if (!BARE_HEADS.has(words[at]?.key ?? "") || !before || !/^[ -]$/.test(words[at]?.gap ?? "")) return false;
  const said =
    before.bases.some((base) => source.bases.has(base)) ||
    groupsNeeded(before.bases).some((group) => source.groups.has(group)) ||
    isKinOfAny(before.bases, source);
  return said && before.key.length > 2 && !isFree(before.key, "bullet");
}

/** "Untested" where the source has tests and none, not or without beside them. */
function isDenied({ key }: Word, source: Source): boolean {
  const bare = /^(?:un|in|im|non|dis)([a-z]{4,})$/.exec(key)?.[1];
  if (!bare) return false;
  const bases = basesOf(bare);
  return source.facts.some(
    ({ words }) =>
      words.some((said) => DENIAL.test(said.key)) &&
      words.some((said) => said.bases.some((base) => bases.includes(base))),
  );
}

const DENIAL = /^(?:not|no|none|never|nobody|nothing|without|yet|lacking|missing|lacked)$/;

/** "Lunchtime" for lunch, and words put together of two that one fact has: "grapevine". */
function isCompound({ key }: Word, source: Source): boolean {
  const plain = key.replace(/s$/, "");
  for (let cut = 3; cut <= plain.length - 3; cut += 1) {
    const [first, second] = [plain.slice(0, cut), plain.slice(cut)];
    if (second === "time" && source.bases.has(first)) return true;
    if (source.bases.has(first) && source.bases.has(second) && first.length + second.length > 7) {
      if (
        source.facts.some(({ words }) =>
          [first, second].every((part) => words.some(({ bases }) => bases.includes(part))),
        )
      )
        return true;
    }
  }
  return false;
}

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
