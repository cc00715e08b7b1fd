import type { Quantity } from "./numbers.ts";
import type { Reading, Source } from "./source.ts";

/** Whether both ends of "from 40 to 4 minutes" are what the source says as "4 minutes, not 40" or "40 before, now 4". */
export function isChangeSaid(text: Reading, quantity: Quantity, source: Source): boolean {
  const mine = changesIn(text).find(({ before, after }) => before === quantity || after === quantity);
  return mine !== undefined && source.facts.some((fact) => changesIn(fact).some((theirs) => sameChange(mine, theirs)));
}

/** "Cut", "shortened" beside a change that the source has as numbers only, when it is one to less; "raised" when it is one to more. */
export function tellsChange(text: Reading, at: number, source: Source): boolean {
  const word = text.words[at];
  const less = LESS.test(word?.key ?? "");
  if (!word || !(less || MORE.test(word.key))) return false;
  return changesIn(text).some((mine) => {
    if (text.words[mine.before.from]?.sentence !== word.sentence || mine.before.from < at) return false;
    if (less !== mine.after.value < mine.before.value) return false;
    return source.facts.some((fact) => changesIn(fact).some((theirs) => sameChange(mine, theirs)));
  });
}

const LESS =
  /^(?:cut|cuts|cutting|reduc(?:ed?|ing|tion)|shorten(?:ed|ing)?|lower(?:ed|ing)?|decreas(?:ed?|ing)|down|bringing|brought)$/;
const MORE = /^(?:rais(?:ed?|ing)|increas(?:ed?|ing)|up|grew|grown|growing)$/;

interface Change {
  readonly before: Quantity;
  readonly after: Quantity;
}

const memory = new WeakMap<Reading, readonly Change[]>();

function changesIn(reading: Reading): readonly Change[] {
  const known = memory.get(reading);
  if (known) return known;
  const found = reading.quantities.flatMap((first, at) => {
    const second = reading.quantities[at + 1];
    if (!second || reading.words[first.from]?.sentence !== reading.words[second.from]?.sentence) return [];
    const between = reading.words
      .slice(first.to + 1, second.from)
      .map(({ key }) => key)
      .join(" ");
    const ahead = reading.words
      .slice(Math.max(0, first.from - 6), first.from)
      .map(({ key }) => key)
      .join(" ");
    const behind = reading.words
      .slice(second.to + 1, second.to + 4)
      .map(({ key }) => key)
      .join(" ");
    if (/(?:^| )(?:not|instead of|rather than|down from|up from|no longer)$/.test(between) || /\bbefore\b/.test(behind))
      return [{ before: second, after: first }];
    if (/\bfrom$/.test(ahead) && /(?:^| )(?:down |up )?to$/.test(between)) return [{ before: first, after: second }];
    if (/\bused to\b/.test(ahead) || /\b(?:now|today)\b/.test(between)) return [{ before: first, after: second }];
    return [];
  });
  memory.set(reading, found);
  return found;
}

function sameChange(one: Change, other: Change): boolean {
  return [[one.before, other.before] as const, [one.after, other.after] as const].every(
    ([mine, theirs]) =>
      mine.value === theirs.value &&
      mine.form === theirs.form &&
      mine.currency === theirs.currency &&
      mine.rate === theirs.rate,
  );
}
