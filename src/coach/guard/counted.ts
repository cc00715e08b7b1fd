import { isFree } from "./lexicon.ts";
import { TIME_UNITS } from "./lists/time.ts";
import type { Quantity } from "./numbers.ts";
import type { Reading } from "./source.ts";
import { isDeed } from "./verbs.ts";

/** Indexes of the words that say what is counted: the nouns behind the number, up to the next small word or deed. */
export function unitOf({ words }: Pick<Reading, "words">, quantity: Quantity): number[] {
  const [, to] = quantity.whole;
  const found = between({ words }, quantity);
  for (let at = to + 1; at <= to + 5; at += 1) {
    const word = words[at];
    if (!word || /[,.;:()–—!?/]|\s-\s/.test(word.gap) || STOPS.has(word.key) || /^\d/.test(word.text)) break;
    // "12 cashiers using" counts cashiers, "one recycling point" points.
    if (
      found.length > 0 &&
      isDeed(word.key) &&
      !/-$/.test(word.gap) &&
      !(/ing$/.test(word.key) && !/[^su]s$/.test(words[at - 1]?.key ?? ""))
    )
      break;
    if (/ly$/.test(word.key) && TIME_UNITS.has(word.key)) {
      if (found.length > 0) break;
      continue;
    }
    if (found.length > 0 && isFree(word.key, "bullet")) break;
    found.push(at);
    // "A 12-store chain" counts stores.
    if (at === to + 1 && word.gap === "-") break;
  }
  return found;
}

/** "From 30 minutes to 10". */
function between({ words }: Pick<Reading, "words">, { from, to, whole }: Quantity): number[] {
  const [start, end] = from === whole[0] ? [to + 1, whole[1]] : [whole[0] + 1, from];
  if (from === whole[0] && to === whole[1]) return [];
  return range(start, end - 1).filter(
    (at) =>
      !/^\d|^(?:to|and|from|until|till|down|up|through)$/.test(words[at]?.key ?? "0") &&
      (words[at]?.key.length ?? 0) > 1,
  );
}

/** "12 boxes of apples", "2 years of experience". */
export function ofUnit(reading: Reading, quantity: Quantity): number[] {
  const last = unitOf(reading, quantity).at(-1) ?? quantity.whole[1];
  const { words } = reading;
  if (words[last + 1]?.key !== "of") return [];
  return [last + 2, last + 3].filter((at) => words[at] !== undefined && isContent(reading, at));
}

/** "Aged 6 to 12", "between 6 and 12 years old". */
export function isAge({ words }: Pick<Reading, "words">, { whole: [from, to] }: Quantity): boolean {
  const ahead = [words[from - 1]?.key ?? "", words[from - 2]?.key ?? ""];
  if (ahead.some((key) => /^(?:aged?|ages)$/.test(key))) return true;
  const behind = `${words[to + 1]?.key} ${words[to + 2]?.key}`;
  return (
    /^(?:years? olds?|year olds?|years of)\b/.test(behind) && (!behind.endsWith(" of") || words[to + 3]?.key === "age")
  );
}

export function ahead(reading: Reading, { whole: [from] }: Quantity, count: number): number[] {
  const found: number[] = [];
  const { words } = reading;
  for (let at = from - 1; at >= 0 && found.length < count && words[at]?.sentence === words[from]?.sentence; at -= 1) {
    if (/^\d/.test(words[at]?.text ?? "")) break;
    if (isContent(reading, at)) found.push(at);
  }
  return found;
}

export function behind(reading: Reading, { whole: [, to] }: Quantity, count: number): number[] {
  const found: number[] = [];
  const { words } = reading;
  for (let at = to + 1; at < words.length && found.length < count && words[at]?.clause === words[to]?.clause; at += 1) {
    if (/^\d/.test(words[at]?.text ?? "")) break;
    if (isContent(reading, at)) found.push(at);
  }
  return found;
}

export function content(reading: Reading, fits: (at: number) => boolean): number[] {
  return reading.words.map((_, at) => at).filter((at) => fits(at) && isContent(reading, at));
}

function isContent({ words }: Reading, at: number): boolean {
  const key = words[at]?.key ?? "";
  return (
    key.length > 2 &&
    !/^\d/.test(key) &&
    (!TIME_UNITS.has(key) || /^visits?$/.test(key)) &&
    !isFree(key, "bullet") &&
    !/^(?:every|each|all|own)$/.test(key)
  );
}

export function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, offset) => from + offset);
}

const STOPS = new Set(
  "for with in at on to during from by after before through across per as over into of and or but which who whom that where when while so than because via using within under including the a an each every is are was were be been has have had i we they it he she them these those all out apart about against under within towards".split(
    " ",
  ),
);
