import type { Invention } from "./guard.ts";
import { isPersonAtWork, isPersonServed } from "./lexicon.ts";
import { means, type Reading, type Source, saidAt } from "./source.ts";
import { isDeed } from "./verbs.ts";

/** Claims to have led that the source does not make, or makes of something else. */
export function unsaidLeading(text: Reading, source: Source): Invention[] {
  const found: Invention[] = [];
  for (let at = 0; at < text.words.length; at += 1) {
    if (!leadsAt(text, at)) continue;
    const object = objectOf(text, at + 1);
    if (isLicensed(text, at, { object, source })) continue;
    found.push({ kind: "claim", quote: text.text.slice(text.words[at]?.start, text.words[object.at(-1) ?? at]?.end) });
  }
  return found;
}

const LEAD =
  /^(?:led|leading|managed|managing|manages|supervised|supervising|supervises|directed|directing|directs|oversaw|overseeing|oversees|headed|heading|spearheaded|spearheading|chaired|chairing|captained|orchestrated|orchestrating|commanded|championed|pioneered|masterminded|ran|running)$/;
const LEAD_BASE = /^(?:lead|manage|supervise|direct|oversee|head|chair|run)$/;
const OPENERS = /^(?:to|i|we|and|also|help|helped|helping|did|who|would|can)$/;

/** Whether the word here is a deed of leading, of this person and not of somebody over them. */
export function leadsAt({ words }: Reading, at: number): boolean {
  const word = words[at];
  if (!word) return false;
  if (words[at + 1]?.key === "by" || /-$/.test(word.gap)) return false;
  const before = words[at - 1];
  if (/^(?:being|was|were|been|be|get|got)$/.test(before?.key ?? "") && !/ing$/.test(word.key)) return false;
  if (
    word.key === "running" &&
    words.slice(Math.max(0, at - 4), at).some(({ key }) => /^ke(?:ep|pt|eping)s?$/.test(key))
  )
    return false;
  // Who conducted interviews held them; who conducted a choir led it.
  if (/^conduct(?:ed|ing|s)$/.test(word.key))
    return words
      .slice(at + 1, at + 4)
      .some(({ key }) => /^(?:choirs?|orchestras?|ensembles?|bands?|chorus)$/.test(key));
  if (LEAD.test(word.key)) return true;
  if (!LEAD_BASE.test(word.key)) return false;
  return before === undefined || word.opensSentence || OPENERS.test(before.key);
}

/** The words that a deed is done to: up to the next preposition but "of", to the end of the clause at most. */
function objectOf({ words, quantities }: Reading, from: number): number[] {
  const found: number[] = [];
  const isCounted = (at: number) => quantities.some((quantity) => quantity.from <= at && at <= quantity.to);
  for (let at = from; at < from + 9; at += 1) {
    const word = words[at];
    if (!word || (at > from && word.clause !== words[from]?.clause) || word.clause !== words[from - 1]?.clause) break;
    if (STOPS.has(word.key) || (found.length > 0 && isDeed(word.key))) break;
    if (!SMALL.has(word.key) && !isCounted(at)) found.push(at);
  }
  return found;
}

const STOPS = new Set(
  "for with in at on to during from by after before through across as over into which who whom that where when while so because via using within under towards toward against between about".split(
    " ",
  ),
);
const SMALL = new Set("a an the of and or all both my our their his her its own this these those".split(" "));

interface Claim {
  readonly object: readonly number[];
  readonly source: Source;
}

function isLicensed(text: Reading, at: number, { object, source }: Claim): boolean {
  const verb = text.words[at]?.key ?? "";
  const overStaff = object.some(
    (index) => isPersonAtWork(text.words[index]?.bases ?? []) && !isPersonServed(text.words[index]?.bases ?? []),
  );
  return source.facts.some((fact) =>
    fact.words.some((said, index) => {
      const strength = strengthAt(fact, index);
      if (strength === undefined || isOthers(fact, index)) return false;
      const covered = headsOf(objectOf(fact, index + strength.skip), fact);
      const sameVerb = said.bases.some((base) => text.words[at]?.bases.includes(base)) && strength.kind !== "office";
      if (object.length === 0) return strength.kind === "lead" || sameVerb;
      const head = object.some((mine) => covered.some((theirs) => means(saidAt(text, mine), saidAt(fact, theirs))));
      const firstHead =
        object[0] !== undefined &&
        [object[0], headOf(object, text)].some((mine) =>
          covered.some((theirs) => means(saidAt(text, mine ?? 0), saidAt(fact, theirs))),
        );
      if (!head || !firstHead) return false;
      if (strength.kind === "lead" || sameVerb) return true;
      if (strength.kind === "guide") return /^(?:led|leading|lead|ran|running|run|chaired)$/.test(verb) && !overStaff;
      return !overStaff && /^(?:manag|overs|ran|run)/.test(verb);
    }),
  );
}

function headOf(object: readonly number[], { words }: Reading): number | undefined {
  const of = object.findIndex((at) => words[at - 1]?.key === "of");
  return of > 0 ? object[of - 1] : object.at(-1);
}

/** Of "the tills of two bars" the tills alone; of "a group of volunteers" all. */
function headsOf(object: readonly number[], { words }: Reading): readonly number[] {
  const of = object.findIndex((at) => words.slice(Math.max(0, at - 3), at).some(({ key }) => key === "of"));
  if (of <= 0 || object.slice(0, of).some((at) => COLLECTIVE.test(words[at]?.key ?? ""))) return object;
  return object.slice(0, of);
}

const COLLECTIVE =
  /^(?:group|team|crew|staff|number|class|set|pair|squad|part|shift|department|unit|section|range|series|party|gang|cohort)s?$/;

interface Strength {
  readonly kind: "lead" | "care" | "guide" | "office";
  /** How many words further its object begins. */
  readonly skip: number;
}

function strengthAt(fact: Reading, at: number): Strength | undefined {
  const word = fact.words[at];
  const [next, third] = [fact.words[at + 1], fact.words[at + 2]];
  if (!word) return undefined;
  if (
    /^(?:charge|boss|leader|head|manager|supervisor|lead|captain|foreman)$/.test(word.key) &&
    /^(?:of|for)$/.test(next?.key ?? "")
  )
    return { kind: "lead", skip: 2 };
  if (word.key === "responsible" && next?.key === "for") return { kind: "care", skip: 2 };
  if (/^(?:looked|looking|look|took|taking|take)$/.test(word.key) && /^(?:after|care|charge)$/.test(next?.key ?? ""))
    return { kind: next?.key === "charge" ? "lead" : "care", skip: third?.key === "of" ? 3 : 2 };
  if (/^(?:had|have|with|having)$/.test(word.key) && /under (?:me|my)/.test(fact.text))
    return { kind: "lead", skip: 1 };
  if (leadsAt(fact, at) || (/^(?:supervision|management|leadership|direction)$/.test(word.key) && next?.key === "of")) {
    // Who runs a register leads nobody; who runs a team or a store does.
    if (/^r[au]n/.test(word.key)) return { kind: "guide", skip: 1 };
    return { kind: "lead", skip: next?.key === "of" ? 2 : 1 };
  }
  if (
    /^(?:guid|host|teach|taught|held|hold|gave|giv|facilitat|conduct|present|organi[sz]|coordinat|moderat|train)/.test(
      word.key,
    )
  )
    return { kind: "guide", skip: 1 };
  if (/^(?:handl|maintain|kept|keep|administ)/.test(word.key)) return { kind: "care", skip: 1 };
  return undefined;
}

/** "Reported to the manager who led the move": what others did. */
function isOthers({ words }: Reading, at: number): boolean {
  const before = words[at - 1]?.key ?? "";
  return (
    /^(?:who|which|that|whom|he|she|they)$/.test(before) ||
    /^(?:manager|boss|supervisor|lead|director|chef|owner)$/.test(before)
  );
}
