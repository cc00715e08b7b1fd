import type { Reading, Source } from "./source.ts";
import type { Word } from "./text.ts";

/** Whether a word is written as a name: a capital inside a sentence, capitals or digits within the word. */
export function isNameLike({ words }: Reading, at: number): boolean {
  const word = words[at];
  if (!word) return false;
  const { text } = word;
  if (text === "I" || /^I'/.test(text)) return false;
  if (/^\d/.test(text) && !/\p{L}/u.test(text)) return false;
  if (/\p{L}.*\d|\d.*\p{L}|[+#]$|[\p{Ll}\d]\p{Lu}|^\./u.test(text)) return true;
  if (/^\p{Lu}[\p{Lu}&.]+s?$/u.test(text)) return !isShouted(words, at);
  if (!/^\p{Lu}/u.test(text)) return false;
  return !word.opensSentence && !(at > 0 && /[:"“(–—]\s*$/.test(word.gap) && false);
}

/** A name must be in the source itself; no synonym stands for it, and everyday words only with their capitals. */
export function saidAsName(text: Reading, at: number, source: Source): boolean {
  const word = text.words[at];
  if (!word) return true;
  const short = /^\p{Lu}{2,3}$/u.test(word.text) || (word.text.length === 1 && /\p{Lu}/u.test(word.text));
  const capital = short || EVERYDAY.has(word.key);
  for (const { words } of source.facts) {
    for (const said of words) {
      if (said.key !== word.key && !said.bases.includes(word.key) && !word.bases.includes(said.key)) continue;
      if (capital && !/^\p{Lu}/u.test(said.text)) continue;
      if (
        short &&
        said.text.length <= 3 &&
        said.text !== word.text &&
        !(said.text.toUpperCase() === word.text && ABBREVIATIONS.has(word.text))
      )
        continue;
      return true;
    }
  }
  return sameTerm(text, word, source) || source.joined.has(word.key) || isPartOfJoined(text.words, at, source);
}

/** "JS" where the source says JavaScript, "POS" for point of sale: another spelling or the initials, never a bigger thing. */
function sameTerm(text: Reading, word: Word, source: Source): boolean {
  for (const { term, at, length } of text.terms) {
    const tokens = text.tokens.slice(at, at + length);
    if (!tokens.some(({ start, end }) => start < word.end && end > word.start)) continue;
    const way = tokens.map(({ singular }) => singular);
    for (const fact of source.facts) {
      for (const hit of fact.terms) {
        if (hit.term !== term) continue;
        const other = fact.tokens.slice(hit.at, hit.at + hit.length).map(({ singular }) => singular);
        if (isSpelling(way, other) || isSpelling(other, way)) return true;
      }
    }
  }
  return false;
}

function isSpelling(short: readonly string[], long: readonly string[]): boolean {
  const [one, two] = [short.join(""), long.join("")];
  if (one === two || long.map((word) => word[0]).join("") === one) return true;
  const bare = long.filter((word) => !MAKERS.has(word)).join("");
  if (bare === one || two.replace(/\.?js$/, "") === one.replace(/\.?js$/, "")) return true;
  if (short.length !== 1 || long.length !== 1 || one[0] !== two[0] || one.length < 2) return false;
  return two.startsWith(one) && one.length > 3 ? true : one.length <= 3 && isSubsequence(one, two);
}

function isSubsequence(short: string, long: string): boolean {
  let at = 0;
  for (const letter of long) if (letter === short[at]) at += 1;
  return at === short.length;
}

function isPartOfJoined(words: readonly Word[], at: number, source: Source): boolean {
  const [before, word, next] = [words[at - 1], words[at], words[at + 1]];
  if (!word) return false;
  return (
    (next !== undefined && /^[ -]$/.test(next.gap) && source.bases.has(word.key + next.key)) ||
    (before !== undefined && /^[ -]$/.test(word.gap) && source.bases.has(before.key + word.key))
  );
}

function isShouted(words: readonly Word[], at: number): boolean {
  const around = words.slice(Math.max(0, at - 2), at + 3).filter(({ text }) => /\p{L}{3}/u.test(text));
  return around.length >= 4 && around.every(({ text }) => text === text.toUpperCase());
}

const MAKERS = new Set(
  "microsoft ms google adobe apache amazon atlassian apple oracle ibm autodesk cisco meta".split(" "),
);

/** Everyday words that are also products and firms. */
const EVERYDAY = new Set(
  "word teams team access target square go express swift rust slack notion monday apple amazon shell stripe zoom box chrome windows pages numbers keynote project publisher outlook sage spring puppet chef oracle node ruby edge react angular basic gap visa orange sky shopify unity unreal spark hive pig storm beam flow asana basecamp harvest fluke workday concur sprout buffer mint quicken sap lean agile"
    .split(" ")
    .filter(
      (word) =>
        !/^(?:outlook|sage|react|angular|asana|basecamp|shopify|sap|quicken|unreal|concur|workday|lean|agile|puppet|ruby|oracle)$/.test(
          word,
        ),
    ),
);

const ABBREVIATIONS = new Set(
  "HR PR CV TV PC HTML CSS SQL API CRM ERP POS SEO AWS GCP PHP UX UI QA CAD CNC KPI PDF CPR TIG MIG EMR EHR VAT".split(
    " ",
  ),
);
