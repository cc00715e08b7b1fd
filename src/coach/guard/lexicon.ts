import { ADJECTIVES } from "./lists/adjectives.ts";
import { BROAD_VERBS } from "./lists/broad-verbs.ts";
import { EVERYDAY, EVERYDAY_PHRASES } from "./lists/everyday.ts";
import { FREE_WORDS, LETTER_WORDS } from "./lists/free.ts";
import { NOUNS } from "./lists/nouns.ts";
import { PEOPLE_AT_WORK, PEOPLE_SERVED } from "./lists/people.ts";
import { PHRASES } from "./lists/phrases.ts";
import { VERBS } from "./lists/verbs.ts";
import type { Word } from "./text.ts";

/** A word or fixed phrase where it stands; a phrase is read as one word of the same meaning. */
interface Meaning {
  readonly from: number;
  readonly to: number;
  readonly bases: readonly string[];
  /** Words within it that are not its own: "piano" of "gave piano lessons". */
  readonly open: ReadonlySet<number>;
}

/** Fixed phrases among the words ("took care of", "point of sale"), longest first, none inside another. */
export function phrasesIn(words: readonly Word[]): Meaning[] {
  const { phrases } = load();
  const found: Meaning[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const candidates = (words[at]?.bases ?? []).flatMap((base) => phrases.get(base) ?? []);
    const fitting = candidates
      .filter(({ parts }) => parts.every((part, offset) => fits(part, words[at + offset], offset)))
      .sort((a, b) => b.parts.length - a.parts.length);
    const longest = fitting[0]?.parts.length;
    if (longest === undefined) continue;
    const longestOnes = fitting.filter(({ parts }) => parts.length === longest);
    const bases = longestOnes.map(({ means }) => means);
    const open = new Set(
      longestOnes.flatMap(({ parts }) => parts.flatMap((part, offset) => (part === "*" ? [at + offset] : []))),
    );
    found.push({ from: at, to: at + longest - 1, bases, open });
    at += longest - 1;
  }
  return found;
}

/** What a source with these words says, as numbers of groups. */
export function groupsSaid(bases: readonly string[]): readonly number[] {
  return remembered(said, load().says, bases);
}

/** The groups of which one must be said before these words may be. */
export function groupsNeeded(bases: readonly string[]): readonly number[] {
  return remembered(needed, load().needs, bases);
}

/** Whether the lists know a word at all. */
export function isKnown({ key, bases }: Word): boolean {
  return load().free.has(key) || groupsSaid(bases).length > 0;
}

/** Words that state nothing, whatever stands beside them. */
export function isFree(key: string, register: "bullet" | "letter"): boolean {
  const { free, letter } = load();
  return free.has(key) || (register === "letter" && letter.has(key));
}

export function isPersonAtWork(bases: readonly string[]): boolean {
  return bases.some((base) => load().atWork.has(base));
}

export function isPersonServed(bases: readonly string[]): boolean {
  return bases.some((base) => load().served.has(base));
}

interface Lexicon {
  readonly phrases: Map<string, { parts: readonly string[]; means: string }[]>;
  readonly says: Map<string, number[]>;
  readonly needs: Map<string, number[]>;
  readonly free: Set<string>;
  readonly letter: Set<string>;
  readonly atWork: Set<string>;
  readonly served: Set<string>;
}

let lexicon: Lexicon | undefined;

// Compiled on first use: most starts of the bot never compare a line.
function load(): Lexicon {
  if (lexicon) return lexicon;
  lexicon = {
    phrases: new Map(),
    says: new Map(),
    needs: new Map(),
    free: wordSet(FREE_WORDS),
    letter: wordSet(LETTER_WORDS),
    atWork: wordSet(PEOPLE_AT_WORK),
    served: wordSet(PEOPLE_SERVED),
  };
  for (const line of [PHRASES, EVERYDAY_PHRASES].flatMap((list) => list.trim().split("\n"))) {
    const [ways = "", means = ""] = line.split(" = ");
    for (const way of ways.split(", ")) {
      const parts = way.trim().split(" ");
      const first = parts[0] ?? "";
      lexicon.phrases.set(first, [...(lexicon.phrases.get(first) ?? []), { parts, means: means.trim() }]);
    }
  }
  const people = `${PEOPLE_AT_WORK} > colleague employee staff people worker person individual member\n${PEOPLE_SERVED} > people person individual`;
  const lines = [VERBS, BROAD_VERBS, NOUNS, ADJECTIVES, EVERYDAY].flatMap((list) => list.trim().split("\n"));
  [...lines, ...people.split("\n")].forEach((line, group) => {
    const [left = "", right = left] = line.split(" > ");
    for (const word of left.trim().split(/\s+/)) push(lexicon?.says, word, group);
    for (const word of right.trim().split(/\s+/)) push(lexicon?.needs, word, group);
  });
  return lexicon;
}

// Words have one list of bases each, so that these are looked up once per word and not once per comparison.
const said = new WeakMap<readonly string[], readonly number[]>();
const needed = new WeakMap<readonly string[], readonly number[]>();

function remembered(
  memory: WeakMap<readonly string[], readonly number[]>,
  map: Map<string, number[]>,
  bases: readonly string[],
): readonly number[] {
  const known = memory.get(bases);
  if (known) return known;
  const found = bases.flatMap((base) => map.get(base) ?? []);
  memory.set(bases, found);
  return found;
}

function push(map: Map<string, number[]> | undefined, word: string, group: number): void {
  const known = map?.get(word);
  if (known) known.push(group);
  else map?.set(word, [group]);
}

function wordSet(list: string): Set<string> {
  return new Set(list.trim().split(/\s+/));
}

function fits(part: string, word: Word | undefined, offset: number): boolean {
  if (!word || (offset > 0 && !/^[ -]$/.test(word.gap))) return false;
  return part === "*" || word.key === part || word.bases.includes(part);
}
