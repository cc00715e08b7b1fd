import type { ResumeDocument } from "#src/documents/resume-document.ts";
import type { Shown } from "./evidence.ts";
import type { AboutPerson } from "./facts.ts";
import type { DayStyle } from "./letter.ts";
import type { Material, Skill } from "./material.ts";
import type { Pick } from "./pick.ts";
import type { Goal } from "./set-phrases.ts";

export interface Applying {
  readonly company: string;
  readonly title: string;
  /** The job ad as it was pasted. */
  readonly ad: string;
  readonly today: Date;
  readonly dayStyle?: DayStyle;
  /** Who signs where the resume has no name. */
  readonly name: string;
}

/** What every part of a letter is made from. */
export interface Parts {
  readonly document: ResumeDocument;
  readonly about: AboutPerson;
  readonly applying: Applying;
  readonly material: Material;
  /** The lines that the letter tells. */
  readonly shown: readonly Shown[];
  /** From 0 up to WAYS. */
  readonly way: number;
  readonly goal: Goal;
  readonly pick: Pick;
}

/** Ways to say the same that are tried before a sentence is left out. */
export const WAYS = 8;

/** In the later ones each sentence stands alone, so that nothing else goes with one that is left out. */
export function isCareful(way: number): boolean {
  return way >= WAYS / 2;
}

/** Skills that the ad asks for, required ones first, each term once and none that a line has shown. */
export function askedSkills({ skills, terms }: Material, shown: readonly Shown[]): Skill[] {
  const covered = new Set(shown.flatMap(({ lines }) => lines.flatMap((line) => line.terms)));
  const taken: { skill: Skill; rank: number }[] = [];
  for (const skill of skills) {
    const fresh = skill.terms.filter((term) => !covered.has(term));
    if (fresh.length === 0) continue;
    for (const term of fresh) covered.add(term);
    taken.push({ skill, rank: fresh.some((term) => terms[term]?.kind === "required") ? 0 : 1 });
  }
  return taken.sort((a, b) => a.rank - b.rank).map(({ skill }) => skill);
}
