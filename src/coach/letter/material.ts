import type { DateRange, ResumeDocument, Role } from "#src/documents/resume-document.ts";
import { type Searched, termsHeld } from "../resume/match/match.ts";
import { isForeign } from "../resume/score/language.ts";
import { openingOf } from "../resume/score/opening.ts";
import { fillersIn, metricIn } from "../resume/score/wording.ts";
import { inside } from "./english.ts";
import type { AboutPerson } from "./facts.ts";
import { inFirstPerson, type Told } from "./first-person.ts";
import { isEnglishResume } from "./language.ts";

/** What a letter can be made of: a person's facts, each with the ad's terms that it holds. */
export interface Material {
  /** Whether the resume's own lines can stand in an English letter. */
  readonly english: boolean;
  /** Newest first. */
  readonly positions: readonly Position[];
  readonly studies: readonly Position[];
  readonly projects: readonly Position[];
  readonly volunteering: readonly Position[];
  readonly skills: readonly Skill[];
  readonly terms: readonly { readonly term: string; readonly kind: "required" | "preferred" }[];
}

export interface Position {
  readonly title: string;
  readonly employer: string;
  readonly current: boolean;
  readonly dates: DateRange | undefined;
  readonly lines: readonly Line[];
}

export interface Line {
  readonly text: string;
  readonly told: Told;
  /** Indexes of the ad's terms that it holds. */
  readonly terms: readonly number[];
  /** How much it says, whatever the ad asks for. */
  readonly strength: number;
}

export interface Skill {
  /** As it stands within a sentence. */
  readonly text: string;
  readonly terms: readonly number[];
}

export function materialOf(document: ResumeDocument, about: AboutPerson, ad: string): Material {
  const english = isEnglishResume(document);
  const skills = skillsOf(document, about);
  const groups = groupsOf(document);
  const lines = groups.flatMap(({ bullets }) => bullets);
  const searched: Searched[] = [
    ...skills.map((text): Searched => ({ text, list: true })),
    ...lines.map((text): Searched => ({ text })),
  ];
  const { terms, held } = termsHeld(ad, searched);
  const heldBy = new Map(lines.map((line, index) => [line, held[skills.length + index] ?? []]));
  const positionsOf = (kind: Group["kind"]): Position[] =>
    groups
      .filter((group) => group.kind === kind)
      .map(({ title, employer, dates, bullets }) => {
        const current = dates?.end === "present";
        return { title, employer, dates, current, lines: english ? linesOf(bullets, current, heldBy) : [] };
      });
  return {
    english,
    positions: positionsOf("position").sort((a, b) => Number(b.current) - Number(a.current)),
    studies: positionsOf("study"),
    projects: positionsOf("project"),
    volunteering: positionsOf("volunteering"),
    skills: skills.map((text, index) => ({ text: english ? inside(text) : text, terms: held[index] ?? [] })),
    terms,
  };
}

interface Group extends Pick<Role, "title" | "bullets"> {
  readonly kind: "position" | "study" | "project" | "volunteering";
  readonly employer: string;
  readonly dates: DateRange | undefined;
}

function groupsOf({ experience, education, projects, other = [] }: ResumeDocument): Group[] {
  return [
    ...experience.flatMap(({ employer, roles }) =>
      roles.map(({ title, dates, bullets }): Group => ({ kind: "position", title, employer, dates, bullets })),
    ),
    ...education.map(
      ({ school, dates, bullets }): Group => ({ kind: "study", title: "", employer: school, dates, bullets }),
    ),
    ...projects.map(
      ({ name, dates, bullets }): Group => ({ kind: "project", title: name, employer: "", dates, bullets }),
    ),
    ...other
      .filter(({ title }) => /volunt|community service/i.test(title))
      .map(
        ({ lines }): Group => ({
          kind: "volunteering",
          title: "",
          employer: "",
          dates: undefined,
          bullets: lines.filter(({ kind }) => kind !== "heading").map(({ text }) => text),
        }),
      ),
  ];
}

function linesOf(bullets: readonly string[], current: boolean, heldBy: ReadonlyMap<string, readonly number[]>): Line[] {
  return bullets.flatMap((text) => {
    const told = isForeign(text) ? undefined : inFirstPerson(text, current);
    return told ? [{ text, told, terms: heldBy.get(text) ?? [], strength: strengthOf(text, told) }] : [];
  });
}

function strengthOf(text: string, told: Told): number {
  const words = text.split(/\s+/).length;
  const opening = openingOf(text).kind;
  let strength = metricIn(text) === undefined ? 0 : 2;
  if (opening === "verb") strength += 1;
  if (opening === "weak") strength -= 1;
  if (told.kind === "own") strength -= 0.5;
  if (words >= 6 && words <= 28) strength += 1;
  if (words > 35) strength -= 1.5;
  return strength - fillersIn(text).length;
}

function skillsOf({ skills }: ResumeDocument, about: AboutPerson): string[] {
  const all = [...skills.flatMap((group) => group.skills), ...about.skills];
  const seen = new Set<string>();
  return all.filter((skill) => {
    const key = skill.trim().toLowerCase();
    // A sentence among the skills cannot be an item of a list.
    if (key === "" || seen.has(key) || skill.split(/\s+/).length > 6 || /[[\]{}<>|@]|https?:|[.!?] /.test(skill))
      return false;
    seen.add(key);
    return true;
  });
}
