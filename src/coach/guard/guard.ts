import { isEnglish } from "#src/coach/resume/score/language.ts";
import { unfinishedStudies } from "./credentials.ts";
import { unsaidNumbers } from "./figures.ts";
import { unsaidAbroad } from "./foreign.ts";
import { droppedReserves } from "./hedges.ts";
import { unsaidLeading } from "./leading.ts";
import { isKnown } from "./lexicon.ts";
import { withMasks } from "./masks.ts";
import { turnedAround } from "./passive.ts";
import { multiplied } from "./plural.ts";
import { unsaidRoles } from "./roles.ts";
import { read, type Source, sourceOf } from "./source.ts";
import { unsaidTerms } from "./terms.ts";
import { trickSignsIn } from "./text.ts";
import { unsaidWords } from "./words.ts";

/** What a person's own words say, and what may be named besides. */
export interface Sources {
  /** Texts of the person's own: everything they say is true. For a bullet: the line as it was, and its job title and employer. */
  readonly facts: readonly string[];
  /** Names that may be said although no fact holds them: the company and the job title of the ad that a letter answers. */
  readonly names?: readonly string[];
}

export interface Invention {
  readonly kind: "number" | "date" | "name" | "skill" | "title" | "credential" | "claim";
  /** As written in the text, but for characters that cannot be seen. */
  readonly quote: string;
}

/** What a text says that its sources do not; an empty list lets it pass. Pure, deterministic, the same on every machine. */
export function inventionsIn(text: string, sources: Sources, register: "bullet" | "letter"): readonly Invention[] {
  const { source, english } = compiled(sources);
  const tricks = trickSignsIn(text).filter((sign) => !sources.facts.some((fact) => fact.includes(sign)));
  const found: Invention[] = tricks.map((quote) => ({ kind: "claim", quote }));
  const { reading, misused } = withMasks(read(text), sources.names ?? [], { source, register });
  found.push(...misused);
  if (english) {
    found.push(
      ...unsaidNumbers(reading, source),
      ...unsaidWords(reading, source, register),
      ...unsaidTerms(reading, source),
      ...unsaidLeading(reading, source),
      ...droppedReserves(reading, source),
      ...unsaidRoles(reading, source),
      ...unfinishedStudies(reading, source),
      ...multiplied(reading, source),
      ...turnedAround(reading, source),
    );
  } else found.push(...unsaidAbroad(reading, source, register));
  return found.filter(
    ({ kind, quote }, at) => found.findIndex((other) => other.kind === kind && other.quote === quote) === at,
  );
}

/** A short line may have no small word to tell its language by; most of its words are then in the English lists or not. */
function speaksEnglish({ facts }: Source): boolean {
  const words = facts.flatMap((fact) => fact.words).filter(({ key }) => key.length > 3);
  return words.filter(isKnown).length > words.length / 2;
}

interface Compiled {
  readonly source: Source;
  readonly english: boolean;
}

// A resume is read once for all the lines that are compared with it.
const memory = new WeakMap<Sources, Compiled>();

function compiled(sources: Sources): Compiled {
  const known = memory.get(sources);
  if (known) return known;
  const source = sourceOf(sources.facts);
  const made = { source, english: isEnglish(sources.facts) || speaksEnglish(source) };
  memory.set(sources, made);
  return made;
}
