import type { Invention } from "./guard.ts";
import type { Reading, Source } from "./source.ts";

/** "Was trained by two nurses" turned into "trained two nurses". */
export function turnedAround(text: Reading, source: Source): Invention[] {
  return text.words.flatMap((word, at) => {
    const base = word.bases.find((known) => DONE_TO_PEOPLE.has(known));
    if (
      base === undefined ||
      text.masked?.has(at) ||
      !/(?:ed|ing|t|led|oversaw)$/.test(word.key) ||
      isPassive(text, at) ||
      !hasObject(text, at)
    )
      return [];
    const said = source.facts.flatMap((fact) =>
      fact.words.flatMap(({ bases }, index) =>
        bases.includes(base) && !/^[a-z]+(?:er|or|ee)s?$/.test(fact.words[index]?.key ?? "") ? [{ fact, index }] : [],
      ),
    );
    return said.length > 0 && said.every(({ fact, index }) => isPassive(fact, index))
      ? [{ kind: "claim" as const, quote: word.text }]
      : [];
  });
}

function isPassive({ words }: Reading, at: number): boolean {
  const [next, third] = [words[at + 1]?.key ?? "", words[at + 2]?.key ?? ""];
  if (next === "by") return !/^(?:me|us|myself)$/.test(third);
  const before = [words[at - 1]?.key ?? "", words[at - 2]?.key ?? ""];
  const be = /^(?:was|were|been|being|be|am|are|is|got|get|getting)$/;
  if (/ing$/.test(words[at]?.key ?? ""))
    return /^(?:received|receive|receiving|under|got|completed|attended|in|had)$/.test(before[0] ?? "");
  return be.test(before[0] ?? "") || (be.test(before[1] ?? "") && /ly$|^also$/.test(before[0] ?? ""));
}

function hasObject({ words }: Reading, at: number): boolean {
  const next = words[at + 1];
  return next !== undefined && next.gap === " " && !/^(?:in|on|as|at|to|with|by|for|from|under|and|or)$/.test(next.key);
}

const DONE_TO_PEOPLE = new Set(
  "train supervise manage mentor teach coach lead oversee direct guide instruct audit interview hire recruit evaluate assess inspect review treat pay promote award select choose invite sponsor fund support assist help".split(
    " ",
  ),
);
