import { readdirSync, readFileSync } from "node:fs";
import { setImmediate as nextTurn } from "node:timers/promises";
import official from "#src/coach/insights/official.json" with { type: "json" };
import { type Token, tokensOf } from "./tokens.ts";

/** A word or phrase of the vocabulary where it stands among tokens: from `at`, `length` tokens long. */
export interface Hit {
  /** One number for all ways to say the same: JS and JavaScript. */
  readonly term: number;
  readonly at: number;
  readonly length: number;
}

export interface FindOptions {
  /** In a list of skills "excel", "go" and "ap" mean what they say; in a sentence they need their capitals. */
  readonly anyCase?: boolean;
  readonly text: string;
}

/** Reads the lists before they are needed, a few milliseconds at a time: all at once they would keep everybody waiting. */
export async function readVocabulary(): Promise<void> {
  if (index) return;
  const made = emptyIndex();
  for (const lines of lists()) {
    for (const line of lines) add(made, line);
    await nextTurn();
  }
  index ??= made;
}

/** Every occurrence, contained ones too ("SQL" in "SQL Server"), longest first at each place. */
export function findTerms(tokens: readonly Token[], options: FindOptions): Hit[] {
  const index = load();
  return tokens.flatMap((token, at) => {
    const phrases = index.phrases.get(token.stem);
    const words = index.words.get(token.singular);
    // Most words begin no term.
    if (!phrases && !words) return NONE;
    return [...(phrases ?? []), ...(words ?? [])]
      .filter(
        (entry) => fits(entry, tokens, at) && (options.anyCase || isMeant(entry, tokens, { at, text: options.text })),
      )
      .map((entry) => ({ term: root(index.groups, entry.term), at, length: entry.tokens.length }))
      .sort((a, b) => b.length - a.length);
  });
}

/** A term with the capitals that it has within a sentence: "wound care", "Excel". Undefined for what no list holds. */
export function writtenInside(phrase: string): string | undefined {
  const tokens = tokensOf(phrase);
  const [first] = tokens;
  if (!first) return undefined;
  const { words, phrases } = load();
  const entries = [...(phrases.get(first.stem) ?? []), ...(words.get(first.singular) ?? [])];
  const same = (a = "", b = "") => a.toLowerCase() === b.toLowerCase();
  const found = entries.find(
    (entry) =>
      entry.tokens.length === tokens.length && entry.tokens.every(({ text }, at) => same(text, tokens[at]?.text)),
  );
  if (!found) return undefined;
  let written = "";
  let end = 0;
  for (const [at, token] of tokens.entries()) {
    written += phrase.slice(end, token.start) + (found.tokens[at]?.text ?? token.text);
    end = token.end;
  }
  return written + phrase.slice(end);
}

const NONE: readonly Hit[] = [];

interface Entry {
  readonly term: number;
  readonly tokens: readonly Token[];
  /** Only as written, capitals and all. */
  readonly exact: boolean;
}

interface Index {
  readonly words: Map<string, Entry[]>;
  /** By the stem of the first word. */
  readonly phrases: Map<string, Entry[]>;
  /** Parent of each term; terms that share a way to be said are one. */
  readonly groups: number[];
}

function fits(entry: Entry, tokens: readonly Token[], at: number): boolean {
  if (entry.tokens.length === 1) return true;
  return entry.tokens.every(({ stem }, offset) => tokens[at + offset]?.stem === stem);
}

interface Place {
  readonly at: number;
  readonly text: string;
}

/** "Excel" and not "excel at", "AP" and not "ap", "Go" and not "Go above and beyond", "R" and not "R&D" or "J. R. Smith". */
function isMeant(entry: Entry, tokens: readonly Token[], { at, text }: Place): boolean {
  const token = tokens[at];
  const written = entry.tokens[0]?.text;
  if (!token || !written || entry.tokens.length > 1) return true;
  if (entry.exact && token.text !== written) return false;
  if (/^[A-Z]{2,3}$/.test(written) && !/^[A-Z]+s?$/.test(token.text) && !LOWER_TOO.has(token.singular)) return false;
  if (AMBIGUOUS.has(token.singular) && !/^[A-Z]+$/.test(token.text)) return false;
  if (!["C", "R", "Go", "Node", "Express", "Chef", "Word"].includes(token.text)) return true;
  return standsAlone(tokens, { at, text });
}

function standsAlone(tokens: readonly Token[], { at, text }: Place): boolean {
  const [before, token, after] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (!token) return false;
  if (/[-&°'’.]/.test(text[token.start - 1] ?? "") || /[-&'’]/.test(text[token.end] ?? "")) return false;
  if (text[token.end] === "." && /^\.\s*\p{Lu}\p{Ll}/u.test(text.slice(token.end)) && token.text.length === 1) {
    if (before && /^\p{Lu}/u.test(before.text)) return false;
  }
  if (before && text.slice(before.end, token.start) === " " && LABELS.has(before.singular)) return false;
  const joined = after !== undefined && text.slice(token.end, after.start) === " ";
  return !joined || !/^\p{Ll}/u.test(after.text) || FOLLOWERS.has(after.singular);
}

const LABELS = new Set(
  "vitamin hepatitis class grade plan section category schedule type appendix part level group series".split(" "),
);

const FOLLOWERS = new Set(
  "and or is for on as developer programming programmer engineer experience service code microservice plus preferred required essential a at skill knowledge in would are, with language script package".split(
    " ",
  ),
);

const LOWER_TOO = new Set(
  "sql css aws gcp sap seo crm php erp cnc cad plc ehr emr api cpr kpi xml jpa aml kyc bim etl nlp".split(" "),
);

const AMBIGUOUS = new Set("reach tips tip wash meal pal sims sim rams ram mews dot ran sip iv".split(" "));

let index: Index | undefined;

// Read on first use: most starts of the bot never match an ad.
function load(): Index {
  if (index) return index;
  const made = emptyIndex();
  for (const lines of lists()) {
    for (const line of lines) add(made, line);
  }
  index = made;
  return made;
}

function emptyIndex(): Index {
  return { words: new Map(), phrases: new Map(), groups: [] };
}

function* lists(): Generator<readonly string[]> {
  const folder = new URL("./vocabulary/", import.meta.url);
  for (const file of readdirSync(folder).sort()) {
    yield readFileSync(new URL(file, folder), "utf8").split(/[;\n]/);
  }
  yield* officialLines();
}

function add({ words, phrases, groups }: Index, line: string): void {
  const ways = line
    .split("=")
    .map((way) => way.trim())
    .filter(Boolean)
    .flatMap(inflected);
  if (ways.length === 0) return;
  const term = groups.push(groups.length) - 1;
  for (const way of ways) {
    const exact = way.startsWith("!");
    const tokens = tokensOf(exact ? way.slice(1) : way);
    const [first] = tokens;
    if (!first) continue;
    const [map, key] = tokens.length === 1 ? ([words, first.singular] as const) : ([phrases, first.stem] as const);
    const known = map.get(key) ?? [];
    const same = known.find((entry) => sameWords(entry.tokens, tokens));
    if (same) groups[root(groups, term)] = root(groups, same.term);
    else map.set(key, [...known, { term, tokens, exact }]);
  }
}

function sameWords(a: readonly Token[], b: readonly Token[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ stem, singular }, at) => (a.length === 1 ? singular === b[at]?.singular : stem === b[at]?.stem))
  );
}

function root(groups: readonly number[], term: number): number {
  const parent = groups[term] ?? term;
  return parent === term ? term : root(groups, parent);
}

/** "~weld" stands for weld, welds, welding, welded, welder. */
function inflected(way: string): string[] {
  if (!way.startsWith("~")) return [way];
  const verb = way.slice(1);
  const stem = verb.replace(/e$/, "");
  return [verb, `${stem}ing`, `${stem}ed`, `${stem}er`];
}

/** O*NET names its software with maker and kind: "Atlassian JIRA", "Structured query language SQL". */
function officialLines(): string[][] {
  return Object.values(official.industries).map(({ technologySkills, ratedSkills }) => [
    ...technologySkills
      .map((name) => name.replace(/ software$/, ""))
      .map((name) =>
        name.replace(/^(.+) ([A-Z]{2,4})$/, (whole, long: string, short: string) =>
          long[0] === short[0] ? `${long} = ${short}` : whole,
        ),
      )
      // Single letters and everyday words are in our own lists, with their capitals.
      .filter((name) => name.length > 2),
    ...ratedSkills.filter((name) => name.includes(" ")),
  ]);
}
