import { TIME_UNITS } from "./lists/time.ts";
import type { Word } from "./text.ts";

const BOUNDS: readonly (readonly [bound: string, phrase: RegExp])[] = [
  ["least", /(?:at least|a minimum of|minimum|no (?:fewer|less) than|not less than|min)$/],
  ["upto", /(?:up to|as many as|as much as|at most|a maximum of|maximum|no more than|not more than|max|up to about)$/],
  [
    "over",
    /(?:over|more than|above|exceeding|exceeded|upwards? of|in excess of|greater than|north of|well over|beyond|past)$/,
  ],
  ["near", /(?:almost|nearly|close to|just under|approaching|just about|not quite)$/],
  ["under", /(?:under|less than|fewer than|below|within)$/],
  [
    "about",
    /(?:about|around|roughly|approximately|approx|circa|ca|an estimated|estimated|some|something like|or so|an average of|averaging|average|on average)$/,
  ],
];

export function boundOf(words: readonly Word[], from: number, to: number): string {
  const sign = words[from]?.gap.trim().slice(-1) ?? "";
  if (sign === "~" || sign === "≈") return "about";
  if (sign === ">") return "over";
  if (sign === "≥") return "least";
  if (sign === "<") return "under";
  if (sign === "≤") return "upto";
  const lead = phrase(words, Math.max(0, from - 3), from - 1).replace(/ (?:a|an|the|another)$/, "");
  const article = / (?:a|an|the)$/.test(phrase(words, Math.max(0, from - 3), from - 1));
  for (const [bound, pattern] of BOUNDS) {
    if (!new RegExp(`(?:^| )${pattern.source}`).test(lead)) continue;
    // "around the 40 tables" is a place, "over the 3 years" a time.
    if (article && /(?: the)$/.test(phrase(words, Math.max(0, from - 3), from - 1)) && bound !== "least") continue;
    return bound;
  }
  const tail = phrase(words, to + 1, to + 3);
  if (/^(?:or more|plus|and (?:more|up|above|over))\b/.test(tail)) return "over";
  if (/^(?:or so|or thereabouts|on average|ish)\b/.test(tail)) return "about";
  if (/^(?:or (?:less|fewer|under))\b/.test(tail)) return "upto";
  return "";
}

function phrase(words: readonly Word[], from: number, to: number): string {
  return words
    .slice(Math.max(0, from), Math.max(0, to + 1))
    .map(({ key }) => key)
    .join(" ");
}

/** "40 calls a day", "per shift", "$20/hour", "40 daily calls". */
export function rateOf(words: readonly Word[], to: number): string {
  const clause = words[to]?.clause;
  for (let at = to + 1; at <= to + 6; at += 1) {
    const word = words[at];
    if (!word || word.clause !== clause || /\d/.test(word.text)) return "";
    const per = TIME_UNITS.get(word.key);
    const before = words[at - 1];
    // "An annual turnover" counts nothing of the number before it.
    if (per && /(?:ly|annual|overnight)$/.test(word.key))
      return /^(?:an?|the|my|our|its)$/.test(before?.key ?? "") ? "" : per;
    if (
      per &&
      at > to + 1 &&
      before &&
      (/^(?:a|an|per|each|every|one|any)$/.test(before.key) || /\/\s?$/.test(word.gap))
    )
      return per;
    if (per && /\//.test(word.gap)) return per;
  }
  return "";
}
