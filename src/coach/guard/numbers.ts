import { MONTHS, unitOfTime } from "./lists/time.ts";
import { numberWordsAt } from "./number-words.ts";
import { boundOf, rateOf } from "./qualifiers.ts";
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

export interface Figure {
  readonly value: number;
  readonly form: Quantity["form"];
  readonly to: number;
  /** "40+", "about" within the figure itself. */
  readonly bound?: string;
}

const SCALES: Record<string, number> = {
  k: 1e3,
  m: 1e6,
  mn: 1e6,
  mm: 1e6,
  bn: 1e9,
  b: 1e9,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  lakh: 1e5,
  crore: 1e7,
  hundred: 100,
  dozen: 12,
};

function figureAt(words: readonly Word[], at: number): Figure | undefined {
  const word = words[at];
  if (!word || !/^\d/.test(word.text)) return undefined;
  if (word.text.includes(":")) {
    const [hours = "", minutes = ""] = word.text.split(":");
    return { value: Number(hours) + Number(minutes) / 60, form: "clock", to: at };
  }
  const parts = /^(\d+(?:[.,]\d+)*)([a-z]*)\s?([%‰]?)(\+?)$/i.exec(word.text);
  if (!parts) return undefined;
  const [, digits = "", letters = "", percent = "", plus = ""] = parts;
  const suffix = letters.toLowerCase();
  let value = valueOf(digits);
  let to = at;
  const next = words[at + 1];
  if (
    next &&
    /^ ?\/ ?$/.test(next.gap) &&
    /^\d+$/.test(next.text) &&
    /^\d+$/.test(word.text) &&
    Number(next.text) > value &&
    Number(next.text) <= 10
  ) {
    value /= Number(next.text);
    to += 1;
  } else if (next && next.gap === " " && /^\d{3}$/.test(next.text) && /^\d{1,3}$/.test(word.text)) {
    for (let end = at + 1; words[end]?.gap === " " && /^\d{3}$/.test(words[end]?.text ?? ""); end += 1) {
      value = value * 1000 + Number(words[end]?.text);
      to = end;
    }
  } else if (
    next &&
    next.gap === " " &&
    /^\d$/.test(next.text) &&
    words[at + 2]?.gap === "/" &&
    /^\d$/.test(words[at + 2]?.text ?? "")
  ) {
    value += Number(next.text) / Number(words[at + 2]?.text);
    to += 2;
  }
  if (/^(?:st|nd|rd|th)$/.test(suffix)) return { value, form: "ordinal", to };
  if (suffix === "x") return { value, form: "times", to };
  if (suffix === "s") return { value, form: "year", to };
  value *= SCALES[suffix] ?? 1;
  const bound = plus ? { bound: "over" } : {};
  if (percent) return { value, form: "percent", to, ...bound };
  while (
    words[to + 1] &&
    /^[ -]?$/.test(words[to + 1]?.gap ?? "x") &&
    (words[to + 1]?.key ?? "") in SCALES &&
    (words[to + 1]?.key.length ?? 0) > 2
  ) {
    to += 1;
    value *= SCALES[words[to]?.key ?? ""] ?? 1;
  }
  return { value, form: "count", to, ...bound };
}

/** "1,200" and "1.200" are the same, "1.2" and "1,2" too. */
function valueOf(digits: string): number {
  const grouped = /^\d{1,3}(?:[.,]\d{3})+$/.test(digits) ? digits.replace(/[.,]/g, "") : digits;
  const [, whole = grouped, cents] = /^(.*)[.,](\d{1,2}|\d{4,})$/.exec(grouped) ?? [];
  return Number(`${whole.replace(/[.,]/g, "")}${cents ? `.${cents}` : ""}`);
}

const CURRENCIES: Record<string, string> = {
  $: "usd",
  usd: "usd",
  dollar: "usd",
  dollars: "usd",
  "€": "eur",
  eur: "eur",
  euro: "eur",
  euros: "eur",
  "£": "gbp",
  gbp: "gbp",
  pound: "gbp",
  pounds: "gbp",
  quid: "gbp",
  "¥": "jpy",
  yen: "jpy",
  jpy: "jpy",
  "₹": "inr",
  rupee: "inr",
  rupees: "inr",
  inr: "inr",
  chf: "chf",
  francs: "chf",
  cad: "cad",
  aud: "aud",
  kr: "kr",
  zl: "zl",
  pln: "pln",
  sek: "sek",
  cents: "cent",
  bucks: "usd",
};

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
    rate: rateOf(words, to),
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

/** "5-10", "5 to 10", "between 5 and 10", "from 40 to 25": each end is one only with the other. */
function joinRanges(words: readonly Word[], found: readonly Quantity[]): Quantity[] {
  const joined = [...found];
  for (let at = 0; at + 1 < joined.length; at += 1) {
    const [low, high] = [joined[at], joined[at + 1]];
    if (!low || !high) continue;
    const between = words.slice(low.to + 1, high.from + 1);
    const text = between.map(({ gap, key }, index) => `${gap}${index === between.length - 1 ? "" : key}`).join("");
    const dashed = /^ ?(?:[-–—→]|->) ?(?:[$€£]|[a-z]+ )?$/.test(text);
    const spoken =
      /^ (?:(?:[a-z%]+ ){0,2}to|down to|up to|through|until|till) (?:under |just |about |around |over )?(?:[a-z]+ )?$/.test(
        text,
      );
    const between2 = / and $/.test(text) && words[low.from - 1]?.key === "between";
    if (!dashed && !spoken && !between2) continue;
    // "40 to 25 minutes", "$5-10k": what stands at one end belongs to both.
    const form =
      low.form === "count" && (high.form === "percent" || high.form === "money" || high.form === "year")
        ? high.form
        : low.form;
    joined[at] = {
      ...low,
      form,
      currency: low.currency || high.currency,
      bound: low.bound === "" ? "low" : low.bound,
      rate: high.rate,
      whole: [low.from, high.to],
    };
    joined[at + 1] = {
      ...high,
      form: high.form === "count" && (low.form === "money" || low.form === "year") ? low.form : high.form,
      currency: high.currency || low.currency,
      bound: high.bound === "" || high.bound === "upto" ? "high" : high.bound,
      whole: [low.from, high.to],
    };
  }
  return joined;
}
