import { isChangeSaid } from "./changes.ts";
import { ahead, behind, content, isAge, ofUnit, range, unitOf } from "./counted.ts";
import type { Invention } from "./guard.ts";
import { isPersonAtWork, isPersonServed } from "./lexicon.ts";
import { TIME_UNITS } from "./lists/time.ts";
import { isSameHour, isSameLength, isSpan } from "./moments.ts";
import { isTime, type Quantity } from "./numbers.ts";
import { means, type Reading, type Source, saidAt } from "./source.ts";

/** Numbers that the source does not say, or says of something else: other value, unit, qualifier, rate or company. */
export function unsaidNumbers(text: Reading, source: Source): Invention[] {
  return text.quantities
    .filter((quantity) => !quantityMasked(text, quantity) && !isSaid(text, quantity, source))
    .map((quantity) => ({
      kind: isTime(text.words, quantity) ? "date" : "number",
      quote: text.text.slice(text.words[quantity.from]?.start, text.words[quantity.to]?.end),
    }));
}

function quantityMasked({ masked }: Reading, { from, to }: Quantity): boolean {
  return masked?.has(from) === true && masked.has(to);
}

function isSaid(text: Reading, quantity: Quantity, source: Source): boolean {
  return (
    source.facts.some((fact) =>
      fact.quantities.some(
        (said) =>
          (sameNumber(quantity, said, [text, fact]) && sameThing(text, quantity, { fact, said })) ||
          (isSameLength([text, quantity], [fact, said]) && sharesContext(text, quantity, { fact, said })) ||
          (isSameHour([text, quantity], [fact, said]) && sharesWords(text, quantity, { fact, said })),
      ),
    ) ||
    isSpan(text, quantity, source) ||
    isChangeSaid(text, quantity, source) ||
    isArticle(text, quantity, source)
  );
}

function sameNumber(one: Quantity, said: Quantity, [text, fact]: readonly [Reading, Reading]): boolean {
  if (!sameValue(one, said)) return false;
  if (one.currency !== said.currency) return false;
  if (one.bound !== said.bound && !sameEnd(one, said)) return false;
  return (
    one.rate === said.rate ||
    ratesNear(text, one).includes(said.rate) ||
    (one.rate !== "" && ratesNear(fact, said).includes(one.rate))
  );
}

function sameValue(one: Quantity, said: Quantity): boolean {
  const close = Math.abs(one.value - said.value) <= 1e-9 * Math.max(1, Math.abs(said.value));
  if (one.form === said.form) return close;
  const forms = [one.form, said.form].sort().join();
  if (forms === "percent,times")
    return (
      Math.abs(one.value / (one.form === "percent" ? 100 : 1) - said.value / (said.form === "percent" ? 100 : 1)) < 1e-9
    );
  // "half a day" and "0.5 days", "a third of" and "1 in 3" are told by their words; "3 am" and "3:00" are one time.
  return (
    close && (forms === "count,times" ? one.value < 1 || (one.value === said.value && false) : forms === "clock,count")
  );
}

/** Years are the ends of a range in most ways to write them: "from 2018", "since 2018", "2018 to 2023". */
function sameEnd(one: Quantity, said: Quantity): boolean {
  return one.form === "year" && /^(?:|low|high)$/.test(one.bound) && /^(?:|low|high)$/.test(said.bound);
}

/** Units of time that stand elsewhere in the sentence: "a monthly budget of 800". */
function ratesNear({ words }: Reading, { from }: Quantity): string[] {
  const sentence = words[from]?.sentence;
  return words.filter((word) => word.sentence === sentence).flatMap(({ key }) => TIME_UNITS.get(key) ?? []);
}

interface Match {
  readonly fact: Reading;
  readonly said: Quantity;
}

/** What is counted must be the same: by the noun behind the number, or by what stands around it where there is none. */
function sameThing(text: Reading, quantity: Quantity, { fact, said }: Match): boolean {
  if (quantity.form === "year") return sameYear(text, quantity, { fact, said });
  const unit = unitOf(text, quantity);
  const saidUnit = unitOf(fact, said);
  const around = [...saidUnit, ...ahead(fact, said, 3), ...ofUnit(fact, said)];
  if (isAge(text, quantity) && isAge(fact, said)) return sharesContext(text, quantity, { fact, said });
  const head = unit.at(-1);
  if (head !== undefined && quantity.form !== "percent" && quantity.form !== "times") {
    const candidates = saidUnit.length > 0 ? saidUnit : [...around, ...ahead(fact, said, 8)];
    const plural = unit.find((at) => /[^su]s$/.test(text.words[at]?.key ?? "")) ?? head;
    const isCounted = candidates.some((at) =>
      [head, plural].some((mine) => means(saidAt(text, mine), saidAt(fact, at))),
    );
    if (!isCounted && !(saidUnit.length === 0 && isGroupOf(text, quantity, { fact, said }))) return false;
    return sharesContext(text, quantity, { fact, said });
  }
  if (saidUnit.some((at) => isSomebody(fact, at)) && isGroupOf(text, quantity, { fact, said }))
    return sharesContext(text, quantity, { fact, said });
  const near = [...unit, ...ahead(text, quantity, 3), ...ofUnit(text, quantity)];
  const wide = [...around, ...behind(fact, said, 4)];
  if (near.length > 0 && near.some((at) => wide.some((other) => means(saidAt(text, at), saidAt(fact, other)))))
    return sharesContext(text, quantity, { fact, said });
  if (wide.length === 0) return true;
  if (quantity.form === "percent" || quantity.form === "times")
    return near.length === 0 && inSentence(text, quantity, { fact, at: wide });
  return inSentence(text, quantity, { fact, at: [...saidUnit, ...ahead(fact, said, 2)] });
}

/** "Classes of 25 pupils" where the source has "classes of 25". */
function isGroupOf(text: Reading, quantity: Quantity, { fact, said }: Match): boolean {
  if (text.words[quantity.from - 1]?.key !== "of" || fact.words[said.from - 1]?.key !== "of") return false;
  const [mine, theirs] = [text.words[quantity.from - 2]?.key ?? "", fact.words[said.from - 2]?.key ?? ""];
  if (MEMBERS.test(mine) && MEMBERS.test(theirs)) return true;
  return means(saidAt(text, quantity.from - 2), saidAt(fact, said.from - 2));
}

/** "One of three people", "a team of three". */
const MEMBERS = /^(?:one|team|group|crew)$/;

function isSomebody({ words }: Reading, at: number): boolean {
  const bases = words[at]?.bases ?? [];
  return isPersonAtWork(bases) || isPersonServed(bases);
}

function inSentence(
  { words, ...text }: Reading,
  { from }: Quantity,
  { fact, at }: { fact: Reading; at: readonly number[] },
): boolean {
  const sentence = words[from]?.sentence;
  const reading = { words, ...text };
  return words.some(
    (word, index) =>
      word.sentence === sentence &&
      Math.abs(index - from) < 14 &&
      at.some((other) => means(saidAt(reading, index), saidAt(fact, other))),
  );
}

/** Something else that is said in its clause must be said of the same number in the source: who trained 3 has not led 3. */
function sharesContext(text: Reading, quantity: Quantity, { fact, said }: Match): boolean {
  const unit = new Set([...unitOf(text, quantity), ...range(...quantity.whole)]);
  const saidUnit = new Set([...unitOf(fact, said), ...range(...said.whole)]);
  const clause = text.words[quantity.from]?.clause;
  // "Took emergency calls, about 90 a day": what is counted is all there is to share.
  const counts = unitOf(fact, said).length === 0 ? new Set(range(...quantity.whole)) : unit;
  const mine = content(text, (at) => text.words[at]?.clause === clause && !counts.has(at));
  const saidSentence = fact.words[said.from]?.sentence;
  const theirs = content(fact, (at) => fact.words[at]?.sentence === saidSentence && !saidUnit.has(at));
  const same = content(fact, (at) => fact.words[at]?.clause === fact.words[said.from]?.clause && !saidUnit.has(at));
  if (mine.length === 0 || theirs.length === 0) return true;
  const pool = same.length > 0 && fact.quantities.length > 1 ? same : theirs;
  const shared = mine.some((at) => pool.some((other) => means(saidAt(text, at), saidAt(fact, other))));
  return (
    shared ||
    (pool.length <= 2 && unit.size > 0 && means(saidAt(text, [...unit][0] ?? 0), saidAt(fact, [...saidUnit][0] ?? 0)))
  );
}

/** Something else of its clause is said anywhere in the fact. */
function sharesWords(text: Reading, quantity: Quantity, { fact, said }: Match): boolean {
  const mine = content(
    text,
    (at) => text.words[at]?.clause === text.words[quantity.from]?.clause && at !== quantity.from,
  );
  const theirs = content(fact, (at) => at < said.from || at > said.to);
  return mine.some((at) => theirs.some((other) => means(saidAt(text, at), saidAt(fact, other))));
}

function sameYear(text: Reading, { from, bound }: Quantity, { fact, said }: Match): boolean {
  const before = text.words[from - 1]?.key ?? "";
  const months = text.words[from - 1];
  // "Since" and "from" say that it goes on, "until" that it is over.
  const runs = /^since$/.test(before) || (months !== undefined && text.words[from - 2]?.key === "since");
  if (runs && (said.bound === "low" || said.bound === "high") && bound === "") return false;
  if (runs && said.bound === "" && !STILL.test(fact.text)) return false;
  if (/^(?:until|till)$/.test(before) && said.bound !== "high" && !/\b(?:until|till)\b/i.test(fact.text)) return false;
  if (bound !== "" && said.bound !== "" && bound !== said.bound) return false;
  if (bound !== "" && said.bound === "" && !STILL.test(fact.text)) return false;
  const sentence = text.words[from]?.sentence;
  const mine = content(text, (at) => text.words[at]?.sentence === sentence && at !== from);
  const theirs = content(fact, (at) => at < said.from || at > said.to);
  return (
    mine.length === 0 ||
    theirs.length === 0 ||
    mine.some((at) => theirs.some((other) => means(saidAt(text, at), saidAt(fact, other))))
  );
}

const STILL =
  /\b(?:since|present|today|now|current|currently|ongoing|certificat\w*|licen[cs]e\w*|diploma|degree|bachelor|master|[bm]s?c|[bm]a|member)\b/i;

/** "One designer" where the source has "a designer". */
function isArticle(text: Reading, quantity: Quantity, source: Source): boolean {
  if (quantity.value !== 1 || quantity.form !== "count" || !/^(?:|under)$/.test(quantity.bound) || quantity.rate !== "")
    return false;
  const head = unitOf(text, quantity).at(-1);
  if (head === undefined) return false;
  return source.facts.some(({ words, ...fact }) =>
    words.some(
      ({ key }, at) =>
        /^an?$/.test(key) &&
        [1, 2, 3].some(
          (step) => words[at + step] !== undefined && means(saidAt(text, head), saidAt({ words, ...fact }, at + step)),
        ),
    ),
  );
}
