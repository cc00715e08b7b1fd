import type { Figure } from "./digits.ts";
import type { Word } from "./text.ts";

/** A number that is spelled out from here on: "forty-five", "two hundred and ten", "one and a half", "several dozen", "tripled". */
export function numberWordsAt(words: readonly Word[], at: number): Figure | undefined {
  return (
    halvesAt(words, at) ?? timesAt(words, at) ?? vagueAt(words, at) ?? cardinalAt(words, at) ?? ordinalAt(words, at)
  );
}

const ONES: Record<string, number> = {
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fourty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};
const POWERS: Record<string, number> = { hundred: 100, thousand: 1e3, million: 1e6, billion: 1e9 };
const ORDINALS: Record<string, number> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
  eleventh: 11,
  twelfth: 12,
  firstly: 1,
  twentieth: 20,
  thirtieth: 30,
  hundredth: 100,
};
const TIMES: Record<string, number> = {
  double: 2,
  doubled: 2,
  doubling: 2,
  doubles: 2,
  twice: 2,
  twofold: 2,
  triple: 3,
  tripled: 3,
  tripling: 3,
  treble: 3,
  trebled: 3,
  thrice: 3,
  threefold: 3,
  quadruple: 4,
  quadrupled: 4,
  quadrupling: 4,
  fourfold: 4,
  fivefold: 5,
  tenfold: 10,
  quintupled: 5,
  halved: 0.5,
  halving: 0.5,
  halve: 0.5,
};
const VAGUE: Record<string, number> = {
  hundreds: 100,
  thousands: 1e3,
  millions: 1e6,
  billions: 1e9,
  dozens: 12,
  scores: 20,
  tens: 10,
};
const GROUPS: Record<string, number> = { couple: 2, pair: 2, dozen: 12, trio: 3, quartet: 4, fortnight: 14 };

function cardinalAt(words: readonly Word[], at: number): Figure | undefined {
  let total = 0;
  let current = 0;
  let to = at - 1;
  for (let next = at; next < words.length; next += 1) {
    const word = words[next];
    if (!word || (next > at && !/^[ -]+$/.test(word.gap))) break;
    const one = ONES[word.key];
    const power = POWERS[word.key];
    const last = words[next - 1]?.key ?? "";
    if (one !== undefined) {
      if (to >= at && ONES[last] !== undefined && !(ONES[last] >= 20 && one < 10)) break;
      current += one;
    } else if (power !== undefined) {
      if (to < at && !/^(?:a|an|one)$/.test(last)) return { value: power, form: "vague", to: next };
      if (power === 100) current = (current || 1) * 100;
      else {
        total += (current || 1) * power;
        current = 0;
      }
    } else if (
      word.key === "and" &&
      to >= at &&
      POWERS[last] !== undefined &&
      ONES[words[next + 1]?.key ?? ""] !== undefined
    )
      continue;
    else break;
    to = next;
  }
  if (to < at && words[at]?.key === "decade") return { value: 10, form: "count", to: at };
  if (to >= at && words[to + 1]?.key === "decades") return { value: (total + current) * 10, form: "count", to: to + 1 };
  const word = words[at];
  const group = GROUPS[word?.key ?? ""];
  if (to < at && group !== undefined && word) {
    const many = ONES[words[at - 1]?.key ?? ""];
    return many === undefined ? { value: group, form: "count", to: at } : undefined;
  }
  if (to < at) return undefined;
  let value = total + current;
  const next = words[to + 1];
  if (next && GROUPS[next.key] === 12 && /^[ -]$/.test(next.gap))
    return { value: value * 12, form: "count", to: to + 1 };
  if (next?.key === "and" && words[to + 2]?.key === "a" && words[to + 3]?.key === "half") {
    value += 0.5;
    to += 3;
  }
  // "one" as a pronoun is a word like others.
  if (value === 1 && to === at && !/^[ -]$/.test(next?.gap ?? "")) return undefined;
  if (value === 1 && to === at && words[at - 2]?.key === "one" && /^(?:to|on)$/.test(words[at - 1]?.key ?? ""))
    return undefined;
  if (value === 1 && to === at && /^(?:of|on|another|by|to|and|who|which|that)$/.test(next?.key ?? ""))
    return undefined;
  return { value, form: "count", to };
}

function halvesAt(words: readonly Word[], at: number): Figure | undefined {
  const [word, next, third] = [words[at], words[at + 1], words[at + 2]];
  if (word?.key === "half" && next && POWERS[next.key])
    return { value: (POWERS[next.key] ?? 0) / 2, form: "count", to: at + 1 };
  if (word?.key === "half" && /^an?$/.test(next?.key ?? "") && third) {
    const power = POWERS[third.key] ?? GROUPS[third.key];
    if (power) return { value: power / 2, form: "count", to: at + 2 };
    return { value: 0.5, form: "count", to: at + 1 };
  }
  if (word?.key === "half") return { value: 0.5, form: "times", to: at };
  const share = /^(?:third|quarter|fifth|tenth)s?$/.exec(word?.key ?? "");
  if (!share || !word) return undefined;
  const before = words[at - 1]?.key ?? "";
  const many = before === "a" || before === "one" ? 1 : ONES[before];
  const isShare =
    many !== undefined &&
    (next?.key === "of" || before !== "a" || word.key !== "quarter") &&
    !/^(?:per|every)$/.test(words[at - 2]?.key ?? "");
  if (!isShare || (word.key === "quarters" && next?.key !== "of")) return undefined;
  const parts: Record<string, number> = { third: 3, quarter: 4, fifth: 5, tenth: 10 };
  return { value: (many ?? 1) / (parts[word.key.replace(/s$/, "")] ?? 1), form: "times", to: at };
}

function timesAt(words: readonly Word[], at: number): Figure | undefined {
  const key = words[at]?.key ?? "";
  const value = Object.hasOwn(TIMES, key) ? TIMES[key] : undefined;
  if (value === undefined) return undefined;
  // "double-checked", "twice a week".
  if (/^double$/.test(key) && /^check/.test(words[at + 1]?.key ?? "")) return undefined;
  return { value, form: "times", to: at };
}

function vagueAt(words: readonly Word[], at: number): Figure | undefined {
  const key = words[at]?.key ?? "";
  const value = Object.hasOwn(VAGUE, key) ? VAGUE[key] : undefined;
  if (value !== undefined && (!/^(?:scores|tens)$/.test(key) || words[at + 1]?.key === "of"))
    return { value, form: "vague", to: at };
  const next = words[at + 1]?.key ?? "";
  if (/^(?:several|few|many)$/.test(key) && (Object.hasOwn(POWERS, next) || next === "dozen")) {
    return { value: POWERS[next] ?? 12, form: "vague", to: at + 1 };
  }
  return undefined;
}

function ordinalAt(words: readonly Word[], at: number): Figure | undefined {
  const key = words[at]?.key ?? "";
  const value = Object.hasOwn(ORDINALS, key) ? ORDINALS[key] : undefined;
  return value === undefined ? undefined : { value, form: "ordinal", to: at };
}
