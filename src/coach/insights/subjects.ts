import { UserError } from "#src/words/errors.ts";
import { INDUSTRIES } from "../profile/industries.ts";
import { lettersOf, likeness } from "./likeness.ts";

/** What figures can be about: an industry, or one of its specialisations. */
export interface Subject {
  /** What InsightSnapshot.industry and IndustryInsight.industry hold: "tech", "tech-software-development". */
  readonly key: string;
  /** "Technology", or "Software Development (Technology)". */
  readonly name: string;
  readonly industry: { readonly id: string; readonly name: string };
  readonly specialisation: string | null;
}

/** The 15 industries, then their 13 specialisations each. */
export const SUBJECTS: readonly Subject[] = [
  ...INDUSTRIES.map(({ id, name }) => ({ key: id, name, industry: { id, name }, specialisation: null })),
  ...INDUSTRIES.flatMap(({ id, name, specialisations }) =>
    specialisations.map((specialisation) => ({
      key: specialisation.key,
      name: `${specialisation.name} (${name})`,
      industry: { id, name },
      specialisation: specialisation.name,
    })),
  ),
];

/** UserError: industry-unknown. For keys that a row or a button holds. */
export function subjectOf(key: string): Subject {
  const found = byKey.get(key);
  if (!found) throw new UserError("industry-unknown", { typed: key });
  return found;
}

/** False for a key that another program wrote. */
export function isSubject(key: string): boolean {
  return byKey.has(key);
}

/**
 * By key or name: whole, half of an industry's ("healthcare" of Healthcare & Life Sciences), or so much of it that only one has
 * it. UserError: insight-unknown, with the nearest names.
 */
export function findSubject(typed: string): Subject {
  const wanted = lettersOf(typed);
  const named = SUBJECTS.filter(
    ({ key, name, specialisation }) => key === typed.trim() || [name, specialisation].some((one) => same(one, wanted)),
  );
  if (named[0] && named.length === 1) return named[0];
  const halves = SUBJECTS.filter(
    ({ name, specialisation }) => specialisation === null && name.split(" & ").some((half) => same(half, wanted)),
  );
  if (halves[0] && halves.length === 1) return halves[0];
  const alike = wanted === "" ? [] : SUBJECTS.filter(({ name }) => lettersOf(name).includes(wanted));
  if (alike[0] && alike.length === 1) return alike[0];
  throw new UserError("insight-unknown", { typed, nearest: nearest(typed).slice(0, 5) });
}

/** For somebody who is typing: those that hold all words, those that begin so first; all industries for nothing typed. */
export function suggestSubjects(typed: string, max: number): readonly Subject[] {
  const words = lettersOf(typed).split(" ").filter(Boolean);
  const fitting = SUBJECTS.filter(({ key, name }) => {
    const letters = `${lettersOf(name)} ${key}`;
    return words.every((word) => letters.includes(word));
  });
  const begins = ({ name }: Subject) => (lettersOf(name).startsWith(words[0] ?? "") ? 0 : 1);
  return fitting.sort((a, b) => begins(a) - begins(b)).slice(0, max);
}

const byKey = new Map(SUBJECTS.map((subject) => [subject.key, subject]));

function nearest(typed: string): string[] {
  const alike = ({ name, specialisation }: Subject) =>
    Math.max(likeness(typed, name), likeness(typed, specialisation ?? ""));
  return SUBJECTS.map((subject) => ({ name: subject.name, alike: alike(subject) }))
    .sort((a, b) => b.alike - a.alike)
    .map(({ name }) => name);
}

function same(name: string | null, wanted: string): boolean {
  return name !== null && lettersOf(name) === wanted;
}
