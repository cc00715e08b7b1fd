import type { Clause } from "./ad-clauses.ts";
import { type Token, tokensOf } from "./tokens.ts";

/** A term that no list has, by where it stands: characters of the clause. */
export interface OpenTerm {
  readonly start: number;
  readonly end: number;
}

/**
 * Terms by form, for what no vocabulary can have: "experience with Foo, Bar and Baz", "… licence", letters and digits such
 * as EN15085, and short items of a list of requirements. Overlaps are the caller's to solve.
 */
export function openTermsOf({ text, asked }: Clause, tokens: readonly Token[]): OpenTerm[] {
  const shouted = isShouted(text);
  if (shouted) return papersIn(text, tokens);
  // A line of duties that is all capitals is a title.
  const titled = !/\s\p{Ll}{4}/u.test(text);
  const short = asked
    ? shortItems(text, { words: 4, items: 1 })
    : titled
      ? []
      : shortItems(text, { words: 2, items: 2 });
  return [...papersIn(text, tokens), ...afterCues(text), ...short, ...namesIn(text), ...(asked ? codesIn(tokens) : [])];
}

function isShouted(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return letters > 12 && (text.match(/\p{Lu}/gu)?.length ?? 0) > letters * 0.6;
}

/** One or two words that qualify, and the kind of paper. */
function papersIn(text: string, tokens: readonly Token[]): OpenTerm[] {
  return tokens.flatMap((token, at) => {
    if (!PAPERS.has(token.singular)) return [];
    let first = at;
    while (first > at - 3 && first > 0) {
      const [before, next] = [tokens[first - 1], tokens[first]];
      if (!before || !next || !/^[ -]$/.test(text.slice(before.end, next.start)) || isPlain(before)) break;
      first -= 1;
    }
    const start = tokens[first];
    return start && first < at ? [{ start: start.start, end: token.end }] : [];
  });
}

const PAPERS = new Set(
  "license licence certificate certification ticket permit endorsement diploma credential accreditation".split(" "),
);

/** Items behind "experience with", "knowledge of" and the like up to the next of them, each of at most three words. */
function afterCues(text: string): OpenTerm[] {
  const cues = [...text.matchAll(CUE)];
  return cues.flatMap((cue, at) => {
    const start = cue.index + cue[0].length;
    const list = /^[^.:;()]{0,300}/.exec(text.slice(start, cues[at + 1]?.index))?.[0] ?? "";
    return itemsOf(list, start);
  });
}

const CUE =
  /\b(?:experience (?:with|using|of|in)|experienced (?:with|in)|knowledge of|proficien(?:t|cy) (?:with|in)|familiar(?:ity)? with|skilled (?:with|in)|expertise (?:with|in)|(?:solid |good |basic )?understanding of|worked with|working with|trained in|fluent in|(?:degree|diploma|certificate|qualification) in|competent (?:with|in)|such as|like|kenntnisse in|erfahrung (?:mit|in)|connaissance de|expérience (?:avec|en)|experiencia (?:con|en)|conocimientos de)\s+/gi;

function codesIn(tokens: readonly Token[]): OpenTerm[] {
  return tokens.filter(({ text }) => isCode(text)).map(({ start, end }) => ({ start, end }));
}

function isCode(text: string): boolean {
  return (
    /^(?=.*[A-Z].*[A-Z0-9])[A-Za-z0-9.&+-]{2,10}$/.test(text) && /[A-Z]/.test(text.slice(0, 3)) && !NO_CODES.has(text)
  );
}

const NO_CODES = new Set(
  "USA US UK EU UAE NYC LA SF DC AM PM HR IT CEO CFO CTO CMO COO VP ID CV PTO FTE EEO AA LLC LLP GmbH AG Inc Ltd PLC PC TV FAQ ASAP DOE TBD OTE HQ VAT W2 C2C M F D MF MFD AND OR THE NOT MUST 1099 OK BIPOC LGBT LGBTQ DEI COVID AI CE".split(
    " ",
  ),
);

/** Names of products: "InterpretBank" anywhere, "Verituner" behind "with" or "using". */
function namesIn(text: string): OpenTerm[] {
  const names = [
    ...text.matchAll(
      /(?<![\p{L}\p{N}])\p{Lu}\p{Ll}+\p{Lu}[\p{L}\p{N}]*|(?<=\b(?:with|using|via) )\p{Lu}\p{Ll}[\p{L}\p{N}]*/gu,
    ),
  ];
  return names.map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

/** "Overhead crane" or "Terraform, Kafka": a line that is items and nothing else, apart from "are a plus" behind them. */
function shortItems(text: string, limit: { words: number; items: number }): OpenTerm[] {
  const bare = text.replace(
    /\s+(?:is|are|would be|an? (?:plus|bonus|advantage|asset|must)|preferred|required|desirable|essential|useful)\b.*$/i,
    "",
  );
  const items = bare.split(/,|\/| and | or | & /).filter((item) => item.trim());
  const short = items.every((item) => item.trim().split(/\s+/).length <= limit.words);
  return short && items.length >= limit.items ? itemsOf(bare, 0) : [];
}

function itemsOf(list: string, offset: number): OpenTerm[] {
  return piecesOf(list).flatMap(({ text, at }) => {
    if (text.length > 80) return [];
    const tokens = tokensOf(text);
    const first = tokens.findIndex((token) => !isPlain(token));
    const last = tokens.findLastIndex((token) => !isPlain(token));
    const [start, end] = [tokens[first], tokens[last]];
    if (!start || !end || last - first > 2) return [];
    const words = tokens.slice(first, last + 1);
    if (words.every(({ singular, text }) => PAPERS.has(singular) || NO_CODES.has(text))) return [];
    if (words.some(isPlain) || words.every(({ text }) => /^\p{N}/u.test(text))) return [];
    const base = offset + at;
    return [{ start: base + start.start, end: base + end.end }];
  });
}

function piecesOf(list: string): { text: string; at: number }[] {
  let at = 0;
  const pieces: { text: string; at: number }[] = [];
  for (const separator of list.matchAll(SEPARATOR)) {
    pieces.push({ text: list.slice(at, separator.index), at });
    at = separator.index + separator[0].length;
  }
  return [...pieces, { text: list.slice(at), at }];
}

const SEPARATOR =
  /[,()/:;!?]|\s(?:and|or|&|und|oder|sowie|et|ou|y|and\/or|as well as|to|for|on|at|is|are|would|from|within|that|which|who|in|with|under|by|across|into|through|plus|like|preferred|desirable)(?=\s)/gi;

function isPlain({ singular, text }: Token): boolean {
  return PLAIN.has(singular) || /^\p{N}+$/u.test(text);
}

/** Words that are no skill by themselves and part of none that matters. */
const PLAIN = new Set(
  (
    "a an the this that these those and or of in on at to for with by from as is are be been being was were will would can could should may must not no any all some each every other another such same own more most very well also both either least than then too up out off over per via etc eg ie " +
    "you your we our us they their them it its who which what i my he she his her here there when where how why if but so do does did have has had having get got like about into above beyond " +
    "strong solid good great excellent basic advanced proven current valid recent relevant related similar equivalent hands practical previous prior minimum ability able willing willingness capable comfortable fluent full clean deep broad working demonstrated successful modern large small new big high low fast paced busy clear different various several many multiple common general professional personal physical daily weekly monthly " +
    "experience experienced knowledge skill skilled understanding familiarity familiar proficiency proficient expertise background record track interest passion degree year month week day hour time plus must required requirement require preferred preference desirable desired essential optional ideally ideal bonus advantage asset useful helpful welcome nice need needed state level first second local international english-speaking " +
    "team people person candidate applicant colleague customer client patient pupil student child family member company organisation organization employer environment industry role job position work working business field area level candidate thing way part matter setting sector shop place site office home weekend night shift travel lift lifting lb pound kg stand standing walk climb physically motivated reliable friendly positive attitude energy flexible flexibility enthusiastic passionate honest punctual self starter hard worker worker adult driver developer designation training course standard rule system tool software degree-level mixed class junior senior staff lead leader word written spoken verbal obtain within one two three four five six seven eight nine ten twelve ability one-on-one nothing something anything"
  ).split(" "),
);
