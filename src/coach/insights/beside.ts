import { tokensOf } from "../resume/match/tokens.ts";
import type { InsightView, Market } from "./insights.ts";
import { type Occupation, officialOccupations } from "./official.ts";
import { SUBJECTS, type Subject } from "./subjects.ts";

/** Somebody beside an industry: what of it is theirs, and where their own one stands. */
export interface Beside {
  readonly view: InsightView;
  /** The role that their profile says they want. */
  readonly targetRole: string | null;
  /** The one occupation of the industry that this role names; undefined where none or several may be meant. */
  readonly occupation: Occupation | undefined;
  /** Where it names none: the industries of which it names one. */
  readonly elsewhere: readonly Subject[];
  readonly hasResume: boolean;
  /** Their own industry, where it is another one. */
  readonly own: Market | undefined;
}

/**
 * The occupation that a role names: all words of "Data Scientists" stand in "Senior Data Scientist", or the role's in the
 * occupation's. A role of one word ("Manager") names none by the second way.
 */
export function occupationNamed(role: string, occupations: readonly Occupation[]): Occupation | undefined {
  const wanted = wordsOf(role);
  const holds = (all: ReadonlySet<string>, some: ReadonlySet<string>) => [...some].every((word) => all.has(word));
  const within = occupations.filter((one) => holds(wanted, wordsOf(one.role)));
  // "Film and Video Editors" are editors too: the one that says most is meant.
  const closest = within.find((one) => within.every((other) => holds(wordsOf(one.role), wordsOf(other.role))));
  if (within.length > 0) return closest;
  const around = wanted.size < 2 ? [] : occupations.filter((one) => holds(wordsOf(one.role), wanted));
  return around.length === 1 ? around[0] : undefined;
}

/** Whole industries with an occupation that this role names. */
export function industriesNamed(role: string): readonly Subject[] {
  return SUBJECTS.filter(
    ({ industry, specialisation }) =>
      specialisation === null && occupationNamed(role, officialOccupations(industry.id)) !== undefined,
  );
}

function wordsOf(name: string): ReadonlySet<string> {
  return new Set(tokensOf(name).flatMap(({ singular }) => (SMALL.has(singular) ? [] : [singular])));
}

const SMALL: ReadonlySet<string> = new Set(["a", "an", "and", "of", "the", "for", "in", "except", "other", "all"]);
