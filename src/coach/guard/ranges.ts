import type { Quantity } from "./numbers.ts";
import type { Word } from "./text.ts";

/** "5-10", "5 to 10", "between 5 and 10", "from 40 to 25": each end is one only with the other. */
export function joinRanges(words: readonly Word[], found: readonly Quantity[]): Quantity[] {
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
