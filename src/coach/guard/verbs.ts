import { openingOf } from "#src/coach/resume/score/opening.ts";

/** Whether a word, in lower case, tells of a deed: a past form or one in -ing ("trained", "ran", "training"). */
export function isDeed(word: string): boolean {
  const known = deeds.get(word);
  if (known !== undefined) return known;
  const { kind, ...opening } = openingOf(word);
  const found =
    word.length > 2 &&
    /^[a-z]+$/.test(word) &&
    !NOUNS.has(word) &&
    ((kind === "verb" && "tense" in opening && opening.tense !== "present") ||
      kind === "gerund" ||
      /^(?:helped|assisted|worked|was|were|did|had|used|dealt|participated|utilized|involved)$/.test(word));
  if (deeds.size > 20_000) deeds.clear();
  deeds.set(word, found);
  return found;
}

/** Whether a sentence that opens with the word opens with a deed: "Cut", "Set" and "Read" too. */
export function opensDeed(word: string): boolean {
  return /^(?:cut|read|put|set|shut|split|spread|cast)$/.test(word);
}

const deeds = new Map<string, boolean>();

const NOUNS = new Set(
  "building buildings during morning evening string spring wedding clothing ceiling being thing something anything everything nothing king ring wing cut read put set cost hundred including according following meeting training hospital red".split(
    " ",
  ),
);
