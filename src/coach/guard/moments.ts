import { TIME_UNITS } from "./lists/time.ts";
import type { Quantity } from "./numbers.ts";
import { means, type Reading, type Source, saidAt } from "./source.ts";
import type { Word } from "./text.ts";

/** "Five years" or "a decade" where the source has "2018 to 2023": years, counted down to whole ones. */
export function isSpan(text: Reading, quantity: Quantity, source: Source): boolean {
  const { value, form, bound } = quantity;
  if (form !== "count" || bound !== "" || timeUnitOf(text.words, quantity) !== "year") return false;
  return source.facts.some(({ quantities }) =>
    quantities.some((low, at) => {
      const high = quantities[at + 1];
      return (
        low.form === "year" &&
        low.bound === "low" &&
        high?.form === "year" &&
        high.bound === "high" &&
        high.value - low.value === value
      );
    }),
  );
}

/** "My years as a postman" where the source has the postman from one year to another. */
export function isYearsOf(text: Reading, at: number, source: Source): boolean {
  if (text.words[at]?.key !== "years" || !/^(?:my|the|those|these)$/.test(text.words[at - 1]?.key ?? "")) return false;
  const behind = [2, 3, 4, 5].map((step) => at + step).filter((next) => (text.words[next]?.key.length ?? 0) > 3);
  return source.facts.some((fact) => {
    const [low, high] = fact.quantities.filter(({ form }) => form === "year");
    if (low?.bound !== "low" || high?.bound !== "high" || high.value - low.value < 2) return false;
    return behind
      .slice(0, 1)
      .some((next) => fact.words.some((_, index) => means(saidAt(text, next), saidAt(fact, index))));
  });
}

/** "Six months" for "half a year", "two weeks" for "14 days". */
export function isSameLength(one: readonly [Reading, Quantity], other: readonly [Reading, Quantity]): boolean {
  const lengths = [one, other].map(([{ words }, quantity]) => lengthOf(words, quantity));
  const [mine, theirs] = lengths;
  if (!mine || !theirs || mine.kind !== theirs.kind) return false;
  const [{ bound, rate }, said] = [one[1], other[1]];
  return bound === said.bound && rate === said.rate && Math.abs(mine.value - theirs.value) < 1e-6;
}

/** "5 a.m." for "5 in the morning", "17:00" for "5 p.m.". */
export function isSameHour(one: readonly [Reading, Quantity], other: readonly [Reading, Quantity]): boolean {
  const [mine, theirs] = [hourOf(one[0].words, one[1]), hourOf(other[0].words, other[1])];
  if (mine === undefined || theirs === undefined || one[1].bound !== other[1].bound) return false;
  return Math.abs(mine - theirs) < 1e-6;
}

function timeUnitOf(words: readonly Word[], { to }: Quantity): string | undefined {
  if (/^decades?$/.test(words[to]?.key ?? "")) return "year";
  return TIME_UNITS.get(words[to + 1]?.key ?? "");
}

const LENGTHS: Readonly<Record<string, readonly [kind: string, size: number]>> = {
  second: ["clock", 1],
  minute: ["clock", 60],
  hour: ["clock", 3600],
  day: ["days", 1],
  week: ["days", 7],
  month: ["months", 1],
  quarter: ["months", 3],
  year: ["months", 12],
};

function lengthOf(words: readonly Word[], quantity: Quantity): { kind: string; value: number } | undefined {
  const known = LENGTHS[timeUnitOf(words, quantity) ?? ""];
  if (!known || quantity.form !== "count") return undefined;
  return { kind: known[0], value: quantity.value * known[1] };
}

/** Hours since midnight, where it is said which half of the day is meant or the time has its minutes. */
function hourOf(words: readonly Word[], { value, form, to }: Quantity): number | undefined {
  if (!(form === "clock" || form === "count") || value > 24) return undefined;
  const behind = words
    .slice(to + 1, to + 5)
    .map(({ key }) => key)
    .join(" ");
  const written = /\d([ap])m$/.exec(words[to]?.key ?? "")?.[1];
  const half =
    written ??
    (/^(?:oclock )?(?:am\b|in the mornings?\b|each morning\b|every morning\b)/.test(behind)
      ? "a"
      : /^(?:oclock )?(?:pm\b|in the (?:afternoon|evening)s?\b|at night\b)/.test(behind)
        ? "p"
        : undefined);
  if (half === undefined) return form === "clock" ? value : undefined;
  return (value % 12) + (half === "p" ? 12 : 0);
}
