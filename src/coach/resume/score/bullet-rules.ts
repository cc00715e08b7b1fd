import type { ResumeDocument } from "#src/documents/resume-document.ts";
import { countWords, isEnglish, isForeign } from "./language.ts";
import { openingOf } from "./opening.ts";
import type { Finding, Rule } from "./rule.ts";
import { fillersIn, firstPersonIn, metricIn } from "./wording.ts";

/** How the lines about the work are written. Shares, never sums: more lines of the same kind change nothing. */
export const bulletRules: readonly Rule[] = [
  { code: "bullets-enough", of: 6, check: enough },
  { code: "bullets-metric", of: 12, check: (document) => shareOf(bulletsOf(document), hasMetric, 0.5) },
  {
    code: "bullets-verb",
    of: 10,
    check: (document) => inEnglish(document, (lines) => shareOf(lines, opensWithVerb, 0.8)),
  },
  { code: "bullets-length", of: 7, check: lengths },
  {
    code: "bullets-first-person",
    of: 3,
    check: (document) => inEnglish(document, (lines) => shareOf(lines, impersonal, 1)),
  },
  { code: "bullets-filler", of: 3, check: fillers },
  { code: "bullets-repeat", of: 2, check: repeats },
];

/** Words in a bullet: English, and other languages, which may say as much in fewer. */
export const BULLET_WORDS = { english: { min: 8, max: 30 }, other: { min: 5, max: 30 } } as const;

/** The lines under jobs and projects, each once. */
function bulletsOf({ experience, projects }: ResumeDocument): string[] {
  const all = [...experience.flatMap(({ roles }) => roles), ...projects].flatMap(({ bullets }) => bullets);
  return [...new Set(all)];
}

function shareOf(lines: readonly string[], isGood: (line: string) => boolean, target: number): Finding {
  if (lines.length === 0) return { share: 0 };
  const bad = lines.filter((line) => !isGood(line));
  return { share: (lines.length - bad.length) / lines.length / target, evidence: bad };
}

/** No lines at all earn nothing; lines in another language are not judged by English words. */
function inEnglish(document: ResumeDocument, check: (lines: readonly string[]) => Finding): Finding {
  const lines = bulletsOf(document);
  if (lines.length === 0) return { share: 0 };
  const english = englishOf(document, lines);
  return english.length < lines.length / 2 ? { notChecked: "language" } : check(english);
}

/** Three rules ask it of one document. */
const judged = new WeakMap<ResumeDocument, readonly string[]>();

function englishOf(document: ResumeDocument, lines: readonly string[]): readonly string[] {
  const known = judged.get(document);
  if (known) return known;
  const whole = isEnglish([...lines, ...document.summary]);
  const found = lines.filter((line) => whole && !isForeign(line));
  judged.set(document, found);
  return found;
}

function hasMetric(line: string): boolean {
  return metricIn(line) !== undefined;
}

function opensWithVerb(line: string): boolean {
  return openingOf(line).kind === "verb";
}

function impersonal(line: string): boolean {
  return firstPersonIn(line) === undefined;
}

function lengths(document: ResumeDocument): Finding {
  const lines = bulletsOf(document);
  const { min, max } = isEnglish([...lines, ...document.summary]) ? BULLET_WORDS.english : BULLET_WORDS.other;
  return shareOf(lines, (line) => countWords(line) >= min && countWords(line) <= max, 0.8);
}

/** Three lines for the newest job, two for each of the two before it; a single job needs no more than its three. */
function enough({ experience, projects }: ResumeDocument): Finding {
  const roles = experience.flatMap(({ employer, roles }) =>
    roles.map(({ title, bullets }) => ({ name: `${title}, ${employer}`, count: new Set(bullets).size })),
  );
  const works = roles.length > 0 ? roles : projects.map(({ name, bullets }) => ({ name, count: bullets.length + 1 }));
  const wanted = works.slice(0, 3).map((work, index) => ({ ...work, wanted: index === 0 ? 3 : 2 }));
  if (wanted.length === 0) return { share: 0 };
  const full = wanted.reduce((sum, { wanted }) => sum + wanted, 0);
  const there = wanted.reduce((sum, { count, wanted }) => sum + Math.min(count, wanted), 0);
  return {
    share: there / full,
    evidence: wanted.filter(({ count, wanted }) => count < wanted).map(({ name }) => name),
  };
}

function fillers(document: ResumeDocument): Finding {
  return inEnglish(document, (lines) =>
    shareOf([...lines, ...document.summary], (line) => fillersIn(line).length === 0, 1),
  );
}

/** The same line twice, or one opening word in more than two lines and more than two fifths of them. */
function repeats(document: ResumeDocument): Finding {
  const { experience, projects } = document;
  const all = [...experience.flatMap(({ roles }) => roles), ...projects].flatMap(({ bullets }) => bullets);
  if (all.length === 0) return { share: 0 };
  const seen = new Set<string>();
  const twice = all.filter((line) => seen.size === seen.add(line).size);
  const first = (line: string) => line.toLowerCase().split(/\s/u)[0] ?? "";
  const different = new Set(all);
  const openings = Map.groupBy(different, first);
  const worn = [...openings.values()].filter((lines) => lines.length > 2 && lines.length > different.size * 0.4).flat();
  return { share: 1 - (twice.length > 0 ? 0.5 : 0) - (worn.length > 0 ? 0.5 : 0), evidence: [...twice, ...worn] };
}
