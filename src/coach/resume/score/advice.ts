import { type Locale, wordsOf } from "#src/words/index.ts";
import { BULLET_WORDS } from "./bullet-rules.ts";
import { countWords, isEnglish } from "./language.ts";
import { openingOf } from "./opening.ts";
import { fillersIn, firstPersonIn, metricIn } from "./wording.ts";

/** In the order of their worth. "language" says that rules which know English words were left out. */
export const ADVICE_CODES = [
  "opening-verb",
  "metric",
  "too-short",
  "too-long",
  "filler",
  "tense",
  "first-person",
  "language",
] as const;

export type AdviceCode = (typeof ADVICE_CODES)[number];

export interface Advice {
  readonly code: AdviceCode;
  /** The rule by its name. */
  readonly rule: string;
  /** The words that it is about, as written; "" where something is missing. */
  readonly quote: string;
  readonly advice: string;
  /** Somebody else's line that keeps the rule: an example, never a rewrite, so that nothing is invented. */
  readonly example: string;
}

export interface AdviceOptions {
  /** Whether the job goes on; undefined where that is not known. */
  readonly current?: boolean;
  readonly locale?: Locale;
}

/** What the rules say about one bullet. An empty list means that it keeps them all. */
export function adviseBullet(bullet: string, options: AdviceOptions = {}): Advice[] {
  const words = wordsOf(options.locale ?? "en").resumeScore.advice;
  return problemsOf(bullet.trim(), options.current).map(({ code, quote }) => {
    const { rule, advice, example } = words[code];
    return { code, rule, quote, advice: advice(quote), example };
  });
}

interface Problem {
  readonly code: AdviceCode;
  readonly quote: string;
}

function problemsOf(bullet: string, current: boolean | undefined): Problem[] {
  const english = isEnglish([bullet]);
  const { min, max } = english ? BULLET_WORDS.english : BULLET_WORDS.other;
  const count = countWords(bullet);
  const problems: (Problem | false)[] = [
    english && openingProblem(bullet),
    metricIn(bullet) === undefined && { code: "metric", quote: "" },
    count < min && { code: "too-short", quote: String(count) },
    count > max && { code: "too-long", quote: String(count) },
    english && fillerProblem(bullet),
    english && tenseProblem(bullet, current),
    english && firstPersonProblem(bullet),
    !english && { code: "language", quote: "" },
  ];
  return problems.filter((problem) => problem !== false);
}

function openingProblem(bullet: string): Problem | false {
  const { kind, word } = openingOf(bullet);
  return kind !== "verb" && { code: "opening-verb", quote: word };
}

function fillerProblem(bullet: string): Problem | false {
  const found = fillersIn(bullet);
  return found.length > 0 && { code: "filler", quote: [...new Set(found)].join('", "') };
}

function tenseProblem(bullet: string, current: boolean | undefined): Problem | false {
  const opening = openingOf(bullet);
  if (opening.kind === "gerund") return { code: "tense", quote: opening.word };
  // What is finished in a present job may stand in the past; what is over may not stand in the present.
  return (
    current === false &&
    opening.kind === "verb" &&
    opening.tense === "present" && { code: "tense", quote: opening.word }
  );
}

function firstPersonProblem(bullet: string): Problem | false {
  const found = firstPersonIn(bullet);
  return found !== undefined && { code: "first-person", quote: found };
}
