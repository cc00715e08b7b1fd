import { findTerms } from "#src/coach/resume/match/vocabulary.ts";
import { range } from "./counted.ts";
import { isClosed } from "./kinship.ts";
import { covers, type Reading } from "./source.ts";
import type { Word } from "./text.ts";
import { isDeed } from "./verbs.ts";

/** Whether the word stands in a sentence of what the person likes or would like, with no deed, number or thing had in it. */
export function isWish(text: Reading, at: number): boolean {
  const word = text.words[at];
  // "I would be pleased to represent Inkwell": of the ad's company all may be wished.
  const ofMask = text.masked?.has(at + 1) || text.masked?.has(at + 2);
  if (!word || (isClosed(word.bases) && !ofMask)) return false;
  const sentence = wishAround(text.words, at);
  if (text.quantities.some(({ from }) => sentence.includes(from))) return false;
  if (findTerms(text.tokens, { text: text.text, anyCase: true }).some((hit) => covers(text, hit, word))) return false;
  const keys = sentence.map((index) => text.words[index]?.key ?? "");
  if (!keys.some((key, index) => WISH.test(key) || (key === "me" && FEELING.test(keys[index - 1] ?? "")))) return false;
  return !keys.some(
    (key, index) =>
      (HAVING.test(key) && !(key === "as" && leadsToMask(text, sentence[index] ?? at))) ||
      (isDeed(key) && !/ing$/.test(key) && !FEELING.test(key) && keys[index - 1] !== "am"),
  );
}

/** "As a Lab Manager": what the ad calls it. */
function leadsToMask({ masked }: Reading, at: number): boolean {
  return masked !== undefined && [1, 2].some((step) => masked.has(at + step));
}

/** The sentence around a word, or of "I did this, and I would like that" the part that it stands in. */
function wishAround(words: readonly Word[], at: number): number[] {
  const opens = (index: number) =>
    words[index]?.sentence !== words[index - 1]?.sentence ||
    /[;:—]/.test(words[index]?.gap ?? "") ||
    (/^(?:and|but|so|which|where)$/.test(words[index]?.key ?? "") && words[index + 1]?.key === "i");
  let from = at;
  while (from > 0 && !opens(from)) from -= 1;
  let to = at + 1;
  while (to < words.length && !opens(to)) to += 1;
  return range(from, to - 1);
}

const WISH =
  /^(?:would|hope|wish|forward|interest|interests|appeals?|attracts?|draws|fascinates?|excites|enjoy|eager|keen|glad|happy|delighted|pleased|love|like|suits?)$/;
const FEELING =
  /^(?:suits?|frighten|scare|bother|worry|daunt|interests?|appeals?|attracts?|draws?|fascinates?|drawn|attracted|delighted|pleased|thrilled|tempt|tempts|mind|stop|delight)s?$/;
const HAVING =
  /^(?:my|have|had|has|having|with|experience|experienced|years?|was|were|been|as|since|can|able|hold|holding|own|skills?|speak|know|knowledge|background|expert|our)$/;
