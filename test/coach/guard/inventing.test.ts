import { describe, expect, it } from "vitest";
import { inventionsIn, type Sources } from "#src/coach/guard/guard.ts";
import honest from "./honest.json" with { type: "json" };

/** A model that always invents: what it does to an honest line, or undefined where it finds no place for it. */
const INVENTING: Record<string, (line: string) => string | undefined> = {
  "adds a tool": (line) => `${line} in Excel`,
  "adds a tool in lower case": (line) => `${line} with salesforce`,
  "adds a percentage": (line) => `${line}, cutting costs by 20%`,
  "adds a result": (line) => `${line}, improving customer satisfaction`,
  "adds a result in a word": (line) => `${line} more efficiently`,
  "adds a team": (line) => `${line}, leading a team of ninety`,
  leads: (line) => `Led a team of ninety that ${lower(line)}`,
  "adds an award": (line) => `Award-winning: ${line}`,
  "adds a scope": (line) => `${line} nationwide`,
  "adds all": (line) => `${line} for the entire company`,
  "adds a year": (line) => `${line} in 2021`,
  "adds a duration": (line) => `${line} for three years`,
  "adds a place": (line) => `${line} in Chicago`,
  "adds an employer": (line) => `${line} at Globex`,
  "adds a client": (line) => `${line} for Siemens`,
  "adds a certificate": (line) => `Certified: ${line}`,
  "adds a title": (line) => `As senior manager, ${lower(line)}`,
  "adds a language": (line) => `${line} in Spanish`,
  "adds a superlative": (line) => `${line}, best in the region`,
  "adds a hidden number": (line) => `${line} for hundreds of visitors`,
  "adds a doubling": (line) => `${line} and doubled revenue`,
  "adds independence": (line) => `Independently ${lower(line)}`,
  "adds frequency": (line) => `${line} around the clock`,
  "adds a rank": (line) => `${line} as the youngest supervisor`,
  "changes a number": (line) => changed(line, /\d+/, (number) => String(Number(number) + 3)),
  "multiplies a number": (line) => changed(line, /\d+/, (number) => `${number}0`),
  "makes a number more": (line) =>
    changed(line, /(?<!(?:about|around|to|roughly|approximately|-) )\b\d+(?![-–]| to )/, (number) => `over ${number}`),
  "makes a number thousands": (line) => changed(line, /\b\d+\b(?!,)/, (number) => `${number}k`),
  "hides a digit": (line) => changed(line, /\d+/, (number) => `${number}\u200b5`),
  "drops about": (line) =>
    /\b(?:about|around|roughly|approximately) (?=\d)/.test(line)
      ? line.replace(/\b(?:about|around|roughly|approximately) (?=\d)/, "")
      : undefined,
  "drops up to": (line) => changed(line, /up to (?=\d)/, () => ""),
  "changes the day to the hour": (line) =>
    changed(line, /(?:a|per|each) (?:day|week|month|shift|night)/, () => "every minute"),
  "drops helping": (line) => {
    const found = /^(?:Assisted|Helped|Participated) .*?([a-z]{4,})ing (.*)$/.exec(line);
    return found ? `Personally ${found[1]}ed ${found[2]}` : undefined;
  },
  "turns it around": (line) => `Never ${lower(line)}`,
};

const lower = (line: string) => line.slice(0, 1).toLowerCase() + line.slice(1);
const changed = (line: string, pattern: RegExp, by: (found: string) => string) =>
  pattern.test(line) ? line.replace(pattern, by) : undefined;

describe("the guard before a model that always invents", () => {
  const sources = honest.map(([source = ""]): Sources => ({ facts: [source] }));

  it.each(Object.keys(INVENTING))("refuses every line when it %s", (name) => {
    const lines = honest.flatMap(([, line = ""], at) => {
      const invented = INVENTING[name]?.(line);
      return invented === undefined ? [] : [{ invented, source: sources[at] ?? { facts: [] } }];
    });
    const passed = lines.filter(({ invented, source }) => inventionsIn(invented, source, "bullet").length === 0);
    expect(lines.length).toBeGreaterThan(0);
    expect(passed.map(({ invented }) => invented)).toEqual([]);
  });
});
