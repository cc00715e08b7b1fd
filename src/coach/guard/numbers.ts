import { type Figure, figureAt } from "./digits.ts";
import { CURRENCIES } from "./lists/currencies.ts";
import { MONTHS, unitOfTime } from "./lists/time.ts";
import { numberWordsAt } from "./number-words.ts";
import { boundOf, rateOf } from "./qualifiers.ts";
import { joinRanges } from "./ranges.ts";
import type { Word } from "./text.ts";

/** A number with all that makes it a fact. */
export interface Quantity {
  readonly value: number;
  readonly form: "count" | "percent" | "money" | "ordinal" | "times" | "year" | "clock" | "vague";
  /** The sign's or the code's currency; "" for none. */
  readonly currency: string;
  /** "over", "least", "upto", "under", "near", "about", "low" and "high" ends of a range, or "". */
  readonly bound: string;
  /** What it is counted per: "day", "week" ...; "" for none. */
  readonly rate: string;
  /** Indexes of its first and last word. */
  readonly from: number;
  readonly to: number;
  /** The same for both ends of a range; what is counted stands before or behind the whole. */
  readonly whole: readonly [from: number, to: number];
}

/** Every number among the words, in digits or spelled out, in order. */
export function quantitiesIn(words: readonly Word[]): Quantity[] {
  const found: Quantity[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const read = figureAt(words, at) ?? numberWordsAt(words, at);
    if (!read) continue;
    const made = complete(words, { from: at, ...read });
    found.push(made);
    at = Math.max(at, made.to);
  }
  return joinRanges(words, found);
}

export function isTime(words: readonly Word[], { form, to }: Quantity): boolean {
  const next = words[to + 1];
  return (
    form === "year" ||
    form === "clock" ||
    (next !== undefined && (unitOfTime(next.key) !== undefined || MONTHS.has(next.key)))
  );
}

function complete(words: readonly Word[], figure: Figure & { from: number }): Quantity {
  let { from, to, form, value } = figure;
  let currency = "";
  const before = words[from - 1];
  const after = words[to + 1];
  if (before && CURRENCIES[before.key] && /^ ?$/.test(words[from]?.gap ?? "")) {
    currency = CURRENCIES[before.key] ?? "";
    from -= 1;
  } else if (after && CURRENCIES[after.key] && !/[.;:,]/.test(after.gap)) {
    currency = CURRENCIES[after.key] ?? "";
    to += 1;
  }
  if (form === "count" && currency) form = "money";
  if (form === "count" && after && /^(?:%|percent|percentage|pct)$/.test(after.key)) {
    form = "percent";
    to += 1;
    if (words[to + 1]?.key === "points") {
      to += 1;
      currency = "points";
    }
  } else if (form === "count" && after?.key === "per" && words[to + 2]?.key === "cent") {
    form = "percent";
    to += 2;
  } else if (form === "count" && after && /^(?:times|fold)$/.test(after.key)) {
    form = "times";
    to += 1;
  } else if (form === "count" && from === to && isYear(words, from, value)) form = "year";
  return {
    value,
    form,
    currency,
    bound: figure.bound ?? boundOf(words, from, to),
    rate: form === "year" ? "" : rateOf(words, to),
    from,
    to,
    whole: [from, to],
  };
}

/** A year is written as one and counts nothing. */
function isYear(words: readonly Word[], at: number, value: number): boolean {
  const word = words[at];
  if (!word || !/^(?:19|20)\d\d$/.test(word.text) || value < 1900 || value > 2100) return false;
  const before = words[at - 1];
  if (
    before &&
    /^(?:in|since|until|till|from|of|by|through|during|fall|spring|summer|winter|autumn|year|to|for|the|late|early|mid|class)$/.test(
      before.key,
    )
  ) {
    const next = words[at + 1];
    const counted =
      /^(?:of|to|for|the|by|from)$/.test(before.key) && next && /^ $/.test(next.gap) && /^[a-z]{3,}s$/.test(next.text);
    return !counted;
  }
  if (before && (MONTHS.has(before.key) || MONTHS.has(words[at - 2]?.key ?? ""))) return true;
  const next = words[at + 1];
  return !next || !/^[ -]$/.test(next.gap) || !/^\p{Ll}{3,}s$/u.test(next.text) || next.key === "to";
}
