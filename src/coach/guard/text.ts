import { basesOf } from "./inflection.ts";
import { isDeed, opensDeed } from "./verbs.ts";

/** A word or a figure of a text with what it is compared by. */
export interface Word {
  /** As it stands in the readable text. */
  readonly text: string;
  /** Lower case, no accents, no possessive. */
  readonly key: string;
  /** The word and what it may be a form of: "managed", "manage". */
  readonly bases: readonly string[];
  readonly start: number;
  readonly end: number;
  /** What stands between the word before and this one. */
  readonly gap: string;
  /** Number of the clause, counted over the whole text; a sentence has one or more. */
  readonly clause: number;
  readonly sentence: number;
  readonly opensSentence: boolean;
}

/** Words of a text that was made readable. Clauses end at strong punctuation and where another deed begins. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let end = 0;
  let clause = 0;
  let sentence = 0;
  let deedWithObject = false;
  let deed = false;
  for (const match of text.matchAll(TOKEN)) {
    const gap = text.slice(end, match.index);
    const key = keyOf(match[0]);
    const before = words.at(-1);
    const breaksSentence = before === undefined || SENTENCE_END.test(gap) || /\n/.test(gap);
    const isNewDeed = (isDeed(key) || (breaksSentence && opensDeed(key))) && !/-$/.test(gap);
    const joiner = before !== undefined && (/,/.test(gap) || JOINERS.has(before.key));
    if (before && breaksSentence) sentence += 1;
    if (before && (breaksSentence || STRONG.test(gap) || (isNewDeed && joiner && deedWithObject))) {
      clause += 1;
      deed = false;
      deedWithObject = false;
    }
    if (isNewDeed) deed = true;
    else if (deed && key.length > 2 && !JOINERS.has(key)) deedWithObject = true;
    words.push({
      text: match[0],
      key,
      bases: basesOf(key),
      start: match.index,
      end: match.index + match[0].length,
      gap,
      clause,
      sentence,
      opensSentence: breaksSentence,
    });
    end = match.index + match[0].length;
  }
  return words;
}

/** What a reader sees: one form for each letter and digit, nothing invisible, Latin letters for those that look like them. */
export function readable(text: string): string {
  return (
    text
      .replace(/[¼½¾⅐-⅞]/g, (fraction) => ` ${fraction}`)
      .normalize("NFKC")
      .replace(/\u2044/g, "/")
      .replace(/[\u2018\u2019\u02bc\u0060\u00b4]/g, "'")
      .replace(/[\u2010-\u2012\u2212\ufe63]/g, "-")
      .replace(/[\p{Cf}\p{Co}\u115f\u1160\u3164]|\u034f|[\ufe00-\ufe0f]/gu, "")
      .replace(/(?!\n)\p{Cc}/gu, " ")
      // "J'ai", "l'atelier": the small word is one of its own.
      .replace(/(?<![\p{L}'])([jldmtscn]|qu)'(?=\p{L}{2})/giu, "$1 ")
      .replace(/[\p{L}\p{M}\p{N}]+/gu, unmasked)
      .replace(/\p{Nd}/gu, (digit) => (digit <= "9" ? digit : digitOf(digit)))
      .replace(/[^\S\n]+/g, " ")
      .trim()
  );
}

/** Signs that turn or strike out what is read; nobody writes them by accident. */
export function trickSignsIn(text: string): string[] {
  return text.match(/[\u202a-\u202e\u2066-\u2069]|[\u0335-\u0338\u20d2\u20d3\u20e5\u20e6]/g) ?? [];
}

function keyOf(word: string): string {
  const plain = word.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/'s$/, "").replace(/'/g, "");
  return /^[a-z](?:\.[a-z])+$/.test(plain) ? plain.replaceAll(".", "") : plain;
}

const SENTENCE_END = /[.!?…](?:["')\]]*)\s|^\s*[•▪*]\s/;
const STRONG = /[;:()[\]{}–—|•→=<>]|\s-\s|\.\.\./;
const JOINERS = new Set([
  "and",
  "or",
  "but",
  "then",
  "while",
  "also",
  "plus",
  "who",
  "which",
  "that",
  "by",
  "when",
  "before",
  "after",
]);

// A clock, a figure with what belongs to it, or a word: C++, C#, .NET, Node.js, R&D, 3D and B2B are words.
const TOKEN =
  /\d{1,2}:\d\d(?!\d)|\d+(?:[.,]\d+)*(?:(?:st|nd|rd|th|k|m|mn|mm|bn|b|x|s)(?![\p{L}\p{N}])|(?![\p{L}\p{N}]))(?:\s?[%‰])?\+?|\.NET\b|[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}]|'(?=\p{L})|[.&](?=[\p{L}\p{N}]))*(?:\+{1,2}|#)?(?![\p{Script=Latin}\p{N}])|[\p{L}\p{N}\p{M}]+|[%$€£¥₹]/giu;

function unmasked(word: string): string {
  if (!/\p{Script=Latin}|\d/u.test(word) || !/[\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Cherokee}]/u.test(word))
    return word;
  return [...word].map((letter) => LOOKALIKES.get(letter) ?? letter).join("");
}

const LOOKALIKES: ReadonlyMap<string, string> = new Map(
  "аa еe оo рp сc уy хx іi јj ѕs һh ԁd ԛq ԝw кk мm тt вb нh АA ВB ЕE КK МM НH ОO РP СC ТT УY ХX ІI ЈJ ЅS ЗЗ αa εe οo ρp νv κk ιi τt υu χx ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX"
    .split(" ")
    .map((pair) => [[...pair][0] ?? "", [...pair][1] ?? ""] as const),
);

/** Digits of every script stand in tens from their zero. */
function digitOf(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String(code - zero);
}
