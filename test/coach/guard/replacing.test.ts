import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { inventionsIn } from "#src/coach/guard/guard.ts";
import { isFree } from "#src/coach/guard/lexicon.ts";
import honest from "./honest.json" with { type: "json" };

/** Words one step more special than a word, and its sisters under the same more general word. */
interface Neighbours {
  readonly special: readonly string[];
  readonly sisters: readonly string[];
}

describe("the guard before a word put in another's place", () => {
  const table = readTable();
  const lines = honest.map(([source = ""]) => source);

  // Of those that pass, nearly all mean the same (each for every, crew for team) or are said elsewhere in the line.
  it.each(["special", "sisters"] as const)("refuses nearly every one of its %s words", (kind) => {
    let tried = 0;
    const passed: string[] = [];
    for (const line of lines) {
      const source = { facts: [line] };
      for (const word of new Set(line.match(/\b[a-z]{4,}\b/g) ?? [])) {
        for (const other of table(word)[kind].slice(0, 6)) {
          if (isFree(other, "bullet")) continue;
          const text = line.replace(new RegExp(`\\b${word}\\b`), other);
          tried += 1;
          if (inventionsIn(text, source, "bullet").length === 0) passed.push(`${word} -> ${other}`);
        }
      }
    }
    process.stdout.write(`${kind}: ${passed.length} of ${tried} pass: ${passed.slice(0, 120).join(", ")}\n`);
    expect(tried).toBeGreaterThan(500);
    expect(passed.length / tried).toBeLessThan(0.08);
  });
});

function readTable(): (word: string) => Neighbours {
  const file = readFileSync(join(import.meta.dirname, "../../../src/coach/guard/lists/kinship.txt"), "utf8");
  const [words = "", above = ""] = file.split("\n=");
  const parentsOf = above
    .replace(/\n$/, "")
    .split(" ")
    .map((list) => (list === "" ? [] : list.split(",").map((digits) => Number.parseInt(digits, 36))));
  const meanings = new Map<string, number[]>();
  const wordsOf = new Map<number, string[]>();
  for (const line of words.split("\n")) {
    const [word = "", ...rest] = line.split("/")[0]?.split(" ") ?? [];
    const own = rest.map((digits) => Number.parseInt(digits, 36));
    meanings.set(word, own);
    for (const meaning of own) wordsOf.set(meaning, [...(wordsOf.get(meaning) ?? []), word]);
  }
  const below = new Map<number, number[]>();
  parentsOf.forEach((list, meaning) => {
    for (const parent of list) below.set(parent, [...(below.get(parent) ?? []), meaning]);
  });
  return (word) => {
    const own = meanings.get(word)?.slice(0, 2) ?? [];
    const named = (ids: readonly number[]) =>
      ids
        .flatMap((id) => (own.includes(id) ? [] : (wordsOf.get(id)?.slice(0, 1) ?? [])))
        .filter((other) => other !== word && /^[a-z]{4,}$/.test(other));
    const children = own.flatMap((id) => below.get(id) ?? []);
    const sisters = own.flatMap((id) => parentsOf[id] ?? []).flatMap((id) => below.get(id) ?? []);
    return { special: named(children), sisters: named(sisters) };
  };
}
