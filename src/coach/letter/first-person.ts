import { openingOf } from "../resume/score/opening.ts";
import { inside } from "./english.ts";

/** A line of a resume as a person says it of themselves. */
export type Told =
  /** What follows "I": "trained 12 cashiers". */
  | { readonly kind: "i"; readonly clause: string }
  /** A clause with a subject of its own: "guest satisfaction rose from 82 to 91 points". */
  | { readonly kind: "own"; readonly clause: string };

/**
 * A line in the first person, in its own words; undefined for what cannot be said in English without inventing some of it.
 * `current`: whether the work goes on.
 */
export function inFirstPerson(line: string, current: boolean): Told | undefined {
  const text = firstSentence(line);
  if (!usable(text)) return undefined;
  const bare = text.replace(/^(?:I|i)(?: (?:have|am|was) (?=\w+ed\b|\w+ing\b))? /, "");
  if (/^(?:we|our|my) /i.test(bare)) return { kind: "own", clause: lower(bare) };
  const opening = openingOf(bare);
  const [first = "", ...rest] = bare.split(" ");
  switch (opening.kind) {
    case "verb":
      return inTense(bare, opening, current);
    case "weak":
      return weak(bare, current);
    case "gerund":
      return /^\p{L}+ing$/u.test(first) && !/^(?:training|building|meeting|wedding|morning|evening)$/i.test(first)
        ? { kind: "own", clause: `my work ${current ? "includes" : "included"} ${lower(bare)}` }
        : undefined;
    case "none":
      return ownSubject(first, rest.join(" "));
  }
}

/** A line that says more than one thing is told by the first, unless a break was no end ("St. Mary's"). */
function firstSentence(line: string): string {
  const text = line
    .replace(/\s+/g, " ")
    .replace(/^[-–—•*·\s]+/, "")
    .trim();
  const [first = ""] = text.split(/(?<=\p{Ll}{3}[.;])\s(?=\p{Lu})|;\s/u);
  return first.replace(/[\s.;:,]+$/, "").replace(/\s*\([^)]*$/, "");
}

function usable(text: string): boolean {
  const words = text.split(" ").length;
  if (words < 2 || words > 45) return false;
  if (/[[\]{}<>|]|https?:|www\.|\S@\S|lorem ipsum|\bX{2,}\b|\bTB[DA]\b|\?/.test(text)) return false;
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0;
  const small = text.match(/\p{Ll}/gu)?.length ?? 0;
  // "Result: ..." is a label, no sentence; and a line in capitals cannot be put into small letters.
  return small > capitals && /^\p{Script=Latin}/u.test(text) && !/^[\p{L}\s/&-]{2,30}: /u.test(text);
}

type Verb = Extract<ReturnType<typeof openingOf>, { kind: "verb" }>;

function inTense(text: string, { word, tense }: Verb, current: boolean): Told | undefined {
  const base = baseOf(word);
  // "Cash register" is no deed; with three words and more, it mostly is one.
  if (tense === "present" && text.split(" ").length < 3) return undefined;
  if (tense === "past" || (tense === "either" && base === word)) return { kind: "i", clause: joinDeeds(lower(text)) };
  // "Manages a team and plans rotas": with a second verb to be changed too, which may as well be a noun.
  if (base !== word && /(?:,| and| &) \p{Ll}+s\b/u.test(text)) return undefined;
  const plain = joinDeeds(lower(text).replace(new RegExp(`\\b${word}\\b`, "i"), base));
  return current ? { kind: "i", clause: plain } : { kind: "own", clause: `my work was to ${plain}` };
}

/** "manages" -> "manage", "supplies" -> "supply", "teaches" -> "teach". */
function baseOf(word: string): string {
  if (!/s$/.test(word)) return word;
  return (
    [word.slice(0, -1), `${word.slice(0, -3)}y`, word.slice(0, -2)].find((candidate) => isBase(candidate, word)) ?? word
  );
}

function isBase(candidate: string, third: string): boolean {
  const opening = openingOf(`${candidate} it`);
  if (opening.kind !== "verb" || opening.tense === "past") return false;
  if (/[^aeiou]ies$/.test(third)) return /y$/.test(candidate);
  return !/(?:s|x|z|ch|sh|o)es$/.test(third) || third.slice(0, -2) === candidate || /[aeo]$/.test(candidate);
}

/** "pulled wire, bent conduit, read drawings" -> "pulled wire, bent conduit and read drawings". */
function joinDeeds(clause: string): string {
  const parts = clause.split(", ");
  const last = parts.at(-1) ?? "";
  if (parts.length < 3 || / (?:and|or|&) /.test(clause) || openingOf(last).kind !== "verb") return clause;
  return `${parts.slice(0, -1).join(", ")} and ${last}`;
}

/** Openings that name a duty: true sentences all the same. */
function weak(text: string, current: boolean): Told | undefined {
  const be = current ? "am" : "was";
  const line = lower(text);
  if (/^(?:responsible for|in charge of|accountable for|involved in|tasked with) /.test(line))
    return { kind: "i", clause: `${be} ${line}` };
  if (/^experienced (?:in|with) /.test(line)) return { kind: "i", clause: `am ${line}` };
  const duties = /^(?:my )?(duties|tasks|responsibilities) (?:included?|were|are)(?: the)? (.+)$/.exec(line);
  if (duties) return { kind: "own", clause: `my ${duties[1]} ${current ? "include" : "included"} ${duties[2]}` };
  if (/^(?:helped|assisted|participated|worked|dealt|handled|used|utili[sz]ed|did) /.test(line))
    return { kind: "i", clause: line };
  const present = /^(help|assist|participate|work|deal|use|do) (.+)$/.exec(line);
  if (!present) return undefined;
  return current ? { kind: "i", clause: line } : { kind: "own", clause: `my work was to ${line}` };
}

const RISES =
  /^(?:rose|grew|fell|dropped|increased|decreased|improved|went|doubled|tripled|halved|won|earned|received|became|reached|exceeded|came|kept)$/;

/** "Guest satisfaction rose from 82 to 91 points": a subject of at most five words before a verb that tells what it did. */
function ownSubject(first: string, rest: string): Told | undefined {
  const words = [first, ...rest.split(" ")];
  const verb = words.findIndex((word, at) => at > 0 && at <= 5 && RISES.test(word));
  if (verb < 0 || verb + 1 >= words.length || words.slice(0, verb).some((word) => /[,:;(–—-]$/.test(word)))
    return undefined;
  return { kind: "own", clause: lower(words.join(" ")) };
}

/** With a small first letter, where the first word is no name. */
function lower(text: string): string {
  const [first = "", ...rest] = text.split(" ");
  if (!/^\p{Lu}[\p{Ll}-]+[,]?$/u.test(first)) return text;
  // Nouns that open a line may be names; what `inside` knows of them decides.
  const opening = openingOf(`${first} it`);
  const small = opening.kind === "none" && !/ly$/.test(first) ? inside(`${first} thing`).split(" ")[0] : undefined;
  return [small ?? first.charAt(0).toLowerCase() + first.slice(1), ...rest].join(" ");
}
