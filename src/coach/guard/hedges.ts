import type { Invention } from "./guard.ts";
import { isFree } from "./lexicon.ts";
import { TIME_UNITS } from "./lists/time.ts";
import { kindAt, phraseKeeps, RESERVES, type Reserve, reservesIn, scopeOf } from "./reserves.ts";
import { means, type Reading, type Source, saidAt } from "./source.ts";

/** What the source says with a reserve ("helped plan", "not", "almost", "tried to") and the text without it. */
export function droppedReserves(text: Reading, source: Source): Invention[] {
  const found: Invention[] = [];
  for (const fact of source.facts) {
    for (const reserve of reservesIn(fact)) {
      const near = reserve.scope.filter(
        (at) => isSpecific(fact, at) && text.said.some((said) => means(said, saidAt(fact, at))),
      );
      const scope = near.filter((at) => !saidElsewhere(fact, at, { reserve, source }));
      if (scope.length === 0) continue;
      const quote = boldly(text, { fact, scope, reserve, source });
      if (quote) found.push({ kind: "claim", quote });
    }
  }
  return [...found, ...addedDenials(text, source)];
}

/** A "never" or "without" of something that the source does not deny. */
function addedDenials(text: Reading, source: Source): Invention[] {
  return text.words.flatMap((word, at) => {
    if (!RESERVES.not.test(word.key) || kindAt(text, at) !== "not" || text.masked?.has(at)) return [];
    const denied = scopeOf(text.words, at, "not").filter((index) => isSpecific(text, index));
    const first = denied[0];
    if (first === undefined) return [];
    const said = source.facts.some((fact) =>
      fact.words.some(
        (_, index) =>
          (kindAt(fact, index) === "not" || phraseKeeps(fact, index, "not")) &&
          [index, ...scopeOf(fact.words, index, "not")].some((other) =>
            means(saidAt(text, first), saidAt(fact, other)),
          ),
      ),
    );
    return said ? [] : [{ kind: "claim" as const, quote: word.text }];
  });
}

function isSpecific(fact: Reading, at: number): boolean {
  const key = fact.words[at]?.key ?? "";
  return key.length > 2 && !TIME_UNITS.has(key) && !isFree(key, "bullet");
}

function saidElsewhere(fact: Reading, at: number, { reserve, source }: { reserve: Reserve; source: Source }): boolean {
  const word = fact.words[at];
  if (!word) return true;
  return source.facts.some((other) =>
    other.words.some((said, index) => {
      if (other === fact && (index === reserve.at || reserve.scope.includes(index))) return false;
      return said.bases.some((base) => word.bases.includes(base));
    }),
  );
}

/** What of the scope the text says outside every reserve of the kind. */
function boldly(text: Reading, { fact, scope, reserve, source }: Bold): string | undefined {
  const { kind } = reserve;
  const held = new Set<number>();
  text.words.forEach((word, at) => {
    if (!RESERVES[kind].test(word.key) && !phraseKeeps(text, at, kind)) return;
    const supervised = /^supervis/.test(word.key);
    for (let next = 0; next < text.words.length; next += 1) {
      const other = text.words[next];
      if (supervised && other?.sentence === word.sentence) held.add(next);
      if (other && (other.clause === word.clause || scopeOf(text.words, at, kind).includes(next))) held.add(next);
    }
  });
  for (let at = 0; at < text.words.length; at += 1) {
    if (held.has(at) || !isSpecific(text, at)) continue;
    if (
      scope.some((said) => means(saidAt(text, at), saidAt(fact, said))) &&
      !outside(text, at, { fact, scope, reserve, source })
    )
      return text.words[at]?.text;
  }
  return undefined;
}

interface Bold {
  readonly fact: Reading;
  readonly scope: readonly number[];
  readonly reserve: Reserve;
  readonly source: Source;
}

/** Whether the source says the word without the reserve as well. */
function outside(text: Reading, at: number, { fact, reserve, source }: Bold): boolean {
  return source.facts.some((other) =>
    other.words.some(
      (_, index) =>
        !(other === fact && (index === reserve.at || reserve.scope.includes(index))) &&
        isSpecific(other, index) &&
        means(saidAt(text, at), saidAt(other, index)),
    ),
  );
}
