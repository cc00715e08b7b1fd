import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isFree } from "./lexicon.ts";
import { BROAD, CLOSED, LOOSE } from "./lists/kin.ts";

/**
 * Whether words of a source say what a word of the text says: by a meaning that they share, or by one up to two steps more
 * general. Both are given with all that they may be a form of. Links are WordNet's (lists/kinship.txt).
 */
export function isKin(word: readonly string[], said: readonly string[]): boolean {
  const wanted = wantedBy(word);
  if (wanted.length === 0) return false;
  const { near, all } = givenBy(said);
  const within = wanted.broad ? all : near;
  return wanted.some((meaning) => within.has(meaning));
}

/** Whether a word says so much that no kinship and no wish allows it. */
export function isClosed(word: readonly string[]): boolean {
  return word.some((base) => CLOSED.has(base));
}

/** Whether WordNet has the words as one: "throw_away". */
export function isPhrase(phrase: string): boolean {
  const known = phrases.get(phrase);
  if (known !== undefined) return known;
  const found = lineOf(phrase) !== undefined;
  if (phrases.size > 50_000) phrases.clear();
  phrases.set(phrase, found);
  return found;
}

const phrases = new Map<string, boolean>();

interface Given {
  readonly near: ReadonlySet<number>;
  readonly all: ReadonlySet<number>;
}

interface Wanted extends ReadonlyArray<number> {
  readonly broad?: boolean;
}

const wanted = new WeakMap<readonly string[], Wanted>();
const given = new WeakMap<readonly string[], Given>();

function wantedBy(word: readonly string[]): Wanted {
  const known = wanted.get(word);
  if (known) return known;
  const found: Wanted = isClosed(word)
    ? []
    : Object.assign(
        word.filter((base) => !LOOSE.has(base)).flatMap((base) => meaningsOf(base).own),
        { broad: word.some((base) => BROAD.has(base)) },
      );
  wanted.set(word, found);
  return found;
}

function givenBy(said: readonly string[]): Given {
  const known = given.get(said);
  if (known) return known;
  const near = new Set<number>();
  const all = new Set<number>();
  for (const base of said) {
    if (LOOSE.has(base) || isFree(base, "bullet")) continue;
    const { own, derived } = meaningsOf(base);
    let level = [...own, ...derived];
    for (let step = 0; level.length > 0 && step < DEEPEST; step += 1) {
      for (const meaning of level) {
        all.add(meaning);
        if (step <= STEPS) near.add(meaning);
      }
      level = level.flatMap(aboveOf);
    }
  }
  const found = { near, all };
  given.set(said, found);
  return found;
}

const STEPS = 2;
const DEEPEST = 8;

interface Meanings {
  readonly own: readonly number[];
  readonly derived: readonly number[];
}

const NONE: Meanings = { own: [], derived: [] };

function meaningsOf(word: string): Meanings {
  const line = word.length < 3 ? undefined : lineOf(word);
  if (line === undefined) return NONE;
  const [own = "", derived = ""] = line.slice(word.length + 1).split("/");
  return { own: numbers(own), derived: numbers(derived) };
}

function aboveOf(meaning: number): readonly number[] {
  return numbers((load().above[meaning] ?? "").replaceAll(",", " "));
}

function numbers(list: string): readonly number[] {
  return list === "" ? [] : list.split(" ").map((digits) => Number.parseInt(digits, 36));
}

/** The lines are in the order of their words. */
function lineOf(word: string): string | undefined {
  const { lines } = load();
  let low = 0;
  let high = lines.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const line = lines[middle] ?? "";
    const end = line.indexOf(" ");
    const found = end < 0 ? line : line.slice(0, end);
    if (found === word) return line;
    if (found < word) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}

interface Table {
  readonly lines: readonly string[];
  readonly above: readonly string[];
}

let table: Table | undefined;

// Read on first use: most starts of the bot never compare a line.
function load(): Table {
  if (table) return table;
  const [words = "", above = ""] = readFileSync(join(import.meta.dirname, "lists/kinship.txt"), "latin1").split("\n=");
  table = { lines: words.split("\n"), above: above.replace(/\n$/, "").split(" ") };
  return table;
}
