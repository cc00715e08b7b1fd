import type { Quantity } from "./numbers.ts";
import type { Word } from "./text.ts";

export interface Figure {
  readonly value: number;
  readonly form: Quantity["form"];
  readonly to: number;
  /** "40+", "about" within the figure itself. */
  readonly bound?: string;
}

/** A number in digits from here on. */
export function figureAt(words: readonly Word[], at: number): Figure | undefined {
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

/** "1,200" and "1.200" are the same, "1.2" and "1,2" too. */
function valueOf(digits: string): number {
  const grouped = /^\d{1,3}(?:[.,]\d{3})+$/.test(digits) ? digits.replace(/[.,]/g, "") : digits;
  const [, whole = grouped, cents] = /^(.*)[.,](\d{1,2}|\d{4,})$/.exec(grouped) ?? [];
  return Number(`${whole.replace(/[.,]/g, "")}${cents ? `.${cents}` : ""}`);
}
