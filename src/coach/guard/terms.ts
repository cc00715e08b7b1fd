import type { Invention } from "./guard.ts";
import { groupsNeeded, isFree } from "./lexicon.ts";
import type { Reading, Source } from "./source.ts";

/** Skills of several words that the source does not name: its words must stand together in one fact, or mean the same term. */
export function unsaidTerms(text: Reading, source: Source): Invention[] {
  return text.terms.flatMap(({ term, at, length }) => {
    if (length < 2 || source.terms.has(term)) return [];
    const tokens = text.tokens.slice(at, at + length);
    const start = tokens[0]?.start ?? 0;
    const end = tokens.at(-1)?.end ?? 0;
    const words = text.words.filter((word) => word.start < end && word.end > start);
    if (text.masked && words.every((word) => text.masked?.has(text.words.indexOf(word)))) return [];
    const together = source.facts.some((fact) => {
      const said = new Set(fact.words.flatMap(({ bases }) => bases));
      return words.every(
        ({ bases, key }) =>
          isFree(key, "bullet") ||
          bases.some((base) => said.has(base)) ||
          groupsNeeded(bases).some((group) => source.groups.has(group)),
      );
    });
    return together ? [] : [{ kind: "skill" as const, quote: text.text.slice(start, end) }];
  });
}
