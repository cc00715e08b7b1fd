import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { inventionsIn } from "#src/coach/guard/guard.ts";

interface Case {
  readonly register: "bullet" | "letter";
  readonly facts: readonly string[];
  readonly names: readonly string[];
  readonly text: string;
  readonly honest: boolean;
}

const folder = join(import.meta.dirname, "rounds");

// Each round was written before it was run; docs/guard.md has the figures of its first run. What was still refused then and is
// no word that most people would use for another was left, so honest lines have a bound here and no list.
describe.each(readdirSync(folder).sort())("the guard over %s", (file) => {
  const cases = readRound(readFileSync(join(folder, file), "utf8"));
  const passes = ({ text, facts, names, register }: Case) =>
    inventionsIn(text, { facts, names }, register).length === 0;

  it("lets no invention pass", () => {
    const invented = cases.filter(({ honest }) => !honest);
    expect(invented.length).toBeGreaterThan(20);
    expect(invented.filter(passes).map(({ text }) => text)).toEqual([]);
  });

  it("passes most of the honest ones", () => {
    const honest = cases.filter((one) => one.honest);
    const passed = honest.filter(passes);
    process.stdout.write(`${file}: ${passed.length} of ${honest.length} honest ones pass\n`);
    expect(passed.length / honest.length).toBeGreaterThanOrEqual(0.8);
  });
});

/** "bullet | fact | fact", "letter | fact | fact @ company, job"; behind each its honest (+) and invented (-) lines. */
function readRound(text: string): Case[] {
  const cases: Case[] = [];
  let source: Pick<Case, "register" | "facts" | "names"> = { register: "bullet", facts: [], names: [] };
  for (const line of text.trim().split("\n")) {
    if (/^[+-] /.test(line)) cases.push({ ...source, text: line.slice(2), honest: line.startsWith("+") });
    else {
      const [facts = "", names] = line.split(" @ ");
      const [register, ...rest] = facts.split(" | ");
      source = { register: register === "letter" ? "letter" : "bullet", facts: rest, names: names?.split(", ") ?? [] };
    }
  }
  return cases;
}
