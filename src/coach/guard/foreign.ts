import type { Invention } from "./guard.ts";
import { LETTER_STEMS, NUMBER_NAMES, RESERVE_WORDS, SMALL_WORDS } from "./lists/foreign.ts";
import { isNameLike } from "./names.ts";
import { quantitiesIn } from "./numbers.ts";
import type { Reading, Source } from "./source.ts";
import { shareStem } from "./stems-abroad.ts";
import type { Word } from "./text.ts";

/**
 * Languages that there are no lists for: every word but the smallest must share its stem with one of the source, every number
 * its value and its neighbour, and reserves ("half bei", "presque") must stay.
 */
export function unsaidAbroad(text: Reading, source: Source, register: "bullet" | "letter"): Invention[] {
  const found: Invention[] = [];
  const said = source.facts.flatMap(({ words }) => words);
  const values = source.facts.flatMap((fact) => numbersIn(fact.words));
  for (const number of numbersIn(text.words)) {
    if (text.masked?.has(number.at)) continue;
    const same = values.some(
      (other) =>
        other.value === number.value &&
        other.kind === number.kind &&
        (!number.next || !other.next || related(number.next, other.next)),
    );
    if (!same)
      found.push({
        kind: number.value >= 1900 && number.value < 2100 ? "date" : "number",
        quote: text.words[number.at]?.text ?? "",
      });
  }
  text.words.forEach((word, at) => {
    if (text.masked?.has(at) || numberOf(word) !== undefined || !/\p{L}/u.test(word.text)) return;
    if (SMALL_WORDS.has(word.key) || (register === "letter" && LETTER_STEMS.some((stem) => word.key.startsWith(stem))))
      return;
    if (said.some((other) => related(word.key, other.key))) return;
    const isReserve = RESERVE_WORDS.some(
      (reserve) => reserve.test(word.key) && said.some(({ key }) => reserve.test(key)),
    );
    if (isReserve) return;
    found.push({
      kind: isNameLike(text, at) && /\p{Lu}/u.test(word.text.slice(1)) ? "skill" : "claim",
      quote: word.text,
    });
  });
  for (const reserve of RESERVE_WORDS) {
    const holds = (words: readonly Word[]) => words.some(({ key }) => reserve.test(key));
    for (const fact of source.facts) {
      if (!holds(fact.words) || holds(text.words)) continue;
      const dropped = text.words.find(
        ({ key }) => key.length > 4 && fact.words.some((other) => related(key, other.key)),
      );
      if (dropped) found.push({ kind: "claim", quote: dropped.text });
    }
  }
  return found;
}

interface PlainNumber {
  readonly value: number;
  readonly kind: "percent" | "plain";
  readonly at: number;
  readonly next: string;
}

function numbersIn(words: readonly Word[]): PlainNumber[] {
  const inDigits = quantitiesIn(words.map((word) => (/^\d/.test(word.text) ? word : { ...word, key: `_${word.key}` })));
  const digits = inDigits.map(({ value, from, to, form }) => ({
    value,
    at: from,
    to,
    kind: form === "percent" || words[to + 1]?.text === "%" ? ("percent" as const) : ("plain" as const),
  }));
  const spelled = words.flatMap((word, at) => {
    const value = /^\d/.test(word.text) ? undefined : numberOf(word);
    return value === undefined ? [] : [{ value, at, to: at, kind: "plain" as const }];
  });
  return [...digits, ...spelled].map(({ value, at, to, kind }) => {
    const next = words[to + 1];
    return {
      value,
      at,
      kind,
      next: next && next.key.length > 3 && /\p{L}/u.test(next.text) && /^ $/.test(next.gap) ? next.key : "",
    };
  });
}

function numberOf(word: Word): number | undefined {
  return NUMBER_NAMES.get(word.key);
}

/** Words of one stem: the shorter one's most part is the other's beginning. */
function related(one: string, other: string): boolean {
  if (one === other) return true;
  if (RANK.test(one) && !RANK.test(other)) return false;
  if (DOUBLETS.some((pair) => pair.test(one) && pair.test(other))) return true;
  const shorter = Math.min(one.length, other.length);
  if (!/^[\p{Script=Latin}\p{N}]+$/u.test(one))
    return shorter >= 2 && commonStart(one, other) >= Math.max(2, Math.ceil(shorter * 0.7));
  if (Math.abs(one.length - other.length) <= 8 && shareStem(one, other)) return true;
  for (const [a, b] of variants(one, other)) {
    const common = commonStart(a, b);
    if (common >= 4 && common >= shorter * 0.6 && Math.max(a.length, b.length) - common <= 6) return true;
  }
  return false;
}

/** What makes a title higher within a compound. */
const RANK = /leit|chef|meister|fuhr|direkt|haupt|ober|team|respons|jefe|capo|resp|ausgezeich/;

/** Verbs and their nouns of different stems. */
const DOUBLETS: readonly RegExp[] = [
  /^(?:le[iy]\w{0,4}|leer|leo|leia\w*|lect\w*)$/,
  /^(?:occup\w{1,5}|prise|charge)$/,
  /^(?:kummert?\w{0,3}|gekummert|betreu\w*)$/,
  /^(?:ger(?:e|er|ant|ais|ait)|gestion\w*)$/,
  /^(?:orden\w*|organiz\w*)$/,
  /^(?:ensen\w*|impart\w*|clases?)$/,
  /^(?:atend\w*|atencion|atenc?ao|atendimento)$/,
  /^(?:vend\w*|vente?s?|vendita|ventas?)$/,
  /^(?:verk(?:auf|auft)\w*)$/,
  /^(?:machte?|gemacht|vereinbar\w*|erledig\w*|durchfuhr\w*|durchgefuhrt|ausfuhr\w*|ausgefuhrt|erstell\w*|erbracht\w*)$/,
  /^(?:fait|faisais|faire|realis\w*|effectu\w*|prepar\w*)$/,
  /^(?:hice|hacer|hacia|haciendo|realiz\w*|elabor\w*|prepar\w*)$/,
  /^(?:fatto|facevo|fare|realizz\w*|effettu\w*|prepar\w*)$/,
  /^(?:fiz|fazer|fazia|realiz\w*|efetu\w*|prepar\w*)$/,
  /^(?:deed|gedaan|doen|uitgevoerd|uitvoer\w*|verricht\w*|maakte|gemaakt)$/,
];

/** German participles: "gepflegt" beside "Pflege". */
function variants(one: string, other: string): (readonly [string, string])[] {
  const bare = (word: string) => (/^ge[a-z]{4,}(?:t|en)$/.test(word) ? word.slice(2) : word);
  return [
    [one, other],
    [bare(one), bare(other)],
  ];
}

function commonStart(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return at;
}
