import type { Invention } from "./guard.ts";
import { CREDENTIALS } from "./lists/titles.ts";
import type { Reading, Source } from "./source.ts";

/**
 * Degrees, certificates and licenses that the text names as had, where the source tells of a part of one ("three semesters of
 * a degree") or of one that was left.
 */
export function unfinishedStudies(text: Reading, source: Source): Invention[] {
  return text.words.flatMap((word, at) => {
    if (!isStudy(word.bases) || text.masked?.has(at) || isPartial(text, at)) return [];
    const places = source.facts.flatMap((fact) =>
      fact.words.flatMap(({ bases }, index) =>
        bases.some((base) => STUDY.test(base) && word.bases.includes(base)) ? [{ fact, index }] : [],
      ),
    );
    return places.length > 0 && places.every(({ fact, index }) => isPartial(fact, index))
      ? [{ kind: "credential" as const, quote: word.text }]
      : [];
  });
}

/** Whether the word says that what follows was reached: "earned the CCNA", of a credential that the source has. */
export function earnsCredential({ words }: Reading, at: number, source: Source): boolean {
  if (!EARNED.test(words[at]?.key ?? "")) return false;
  return [1, 2, 3, 4].some((step) => {
    const word = words[at + step];
    if (!word || word.clause !== words[at]?.clause || !word.bases.some((base) => CREDENTIALS.has(base))) return false;
    return word.bases.some((base) => source.bases.has(base));
  });
}

const EARNED = /^(?:earned|gained|obtained|got|received|acquired|passed|completed)$/;
const STUDY =
  /^(?:degree|certificate|certification|diploma|bachelor|master|doctorate|phd|mba|bsc|msc|license|qualification)$/;
const PIECE = /^(?:semester|year|term|month|week|credit|module|class|course|unit|exam|part|half|most|quarter)s?$/;
const LEFT =
  /^(?:dropped|abandon|abandoned|discontinued|interrupted|withdrew|quit|without|unfinished|incomplete|partial|expected)$/;

function isStudy(bases: readonly string[]): boolean {
  return bases.some((base) => STUDY.test(base));
}

/** "Three semesters of a nutrition degree", "dropped out of", "left without". */
function isPartial({ words }: Reading, at: number): boolean {
  const sentence = words[at]?.sentence;
  return words.some(({ key, sentence: own }, index) => {
    if (own !== sentence) return false;
    if (LEFT.test(key)) return true;
    const linked = /^(?:of|in|into|toward|towards|for)$/.test(words[index + 1]?.key ?? "");
    return PIECE.test(key) && linked && index < at && at - index <= 7;
  });
}
