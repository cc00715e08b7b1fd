import type { ResumeDocument } from "#src/documents/resume-document.ts";
import { type Locale, wordsOf } from "#src/words/index.ts";
import { bulletRules } from "./bullet-rules.ts";
import { dateRules } from "./date-rules.ts";
import { presenceRules } from "./presence-rules.ts";
import type { NotChecked, Rule, RuleCode } from "./rule.ts";

/**
 * How readable and complete a resume is, from 0 to 100: points of the rules that could be applied, over what they could
 * give. Pure: no clock, no randomness, nothing that differs between machines, so that a resume has one number for as long as
 * this version lives. Any change of a rule, a list or a weight is a new version. docs/resume-score.md publishes the rules.
 */
export interface ResumeScore {
  readonly version: typeof SCORE_VERSION;
  /** A whole number. */
  readonly score: number;
  readonly rules: readonly RuleResult[];
}

export interface RuleResult {
  readonly code: RuleCode;
  /** How much is lost by it; "good" where nothing could be better. "not-checked" neither gives nor takes; `fix` then says why. */
  readonly severity: "good" | "low" | "medium" | "high" | "not-checked";
  /** Whole numbers, 0 to `of`. */
  readonly points: number;
  readonly of: number;
  /** Lines of the resume, as written, at most five. */
  readonly evidence: readonly string[];
  /** What to do; "" where nothing could be better. */
  readonly fix: string;
}

export interface ScoreOptions {
  /** The section headings as the person wrote them, where the text had any. */
  readonly headings?: readonly string[];
  /** The language of the fixes; the number is the same in each. */
  readonly locale?: Locale;
}

export const SCORE_VERSION = "1";

export function scoreResume(document: ResumeDocument, options: ScoreOptions = {}): ResumeScore {
  const { locale = "en", headings = [] } = options;
  const words = wordsOf(locale).resumeScore;
  const rules = RULES.map(({ code, of, check }): RuleResult => {
    const finding = check(document, headings);
    if ("notChecked" in finding) {
      const reasons: Record<NotChecked, string> = words.notChecked;
      return { code, severity: "not-checked", points: 0, of, evidence: [], fix: reasons[finding.notChecked] };
    }
    const points = Math.max(0, Math.min(of, Math.round(of * finding.share)));
    // One weak line among many may cost less than half a point: it is said all the same.
    const flawless = finding.share >= 1;
    const evidence = flawless ? [] : (finding.evidence ?? []).slice(0, MAX_EVIDENCE);
    return {
      code,
      severity: flawless ? "good" : severityOf(of - points),
      points,
      of,
      evidence,
      fix: flawless ? "" : words.rules[code].fix,
    };
  });
  const applied = rules.filter(({ severity }) => severity !== "not-checked");
  const points = applied.reduce((sum, rule) => sum + rule.points, 0);
  const of = applied.reduce((sum, rule) => sum + rule.of, 0);
  return { version: SCORE_VERSION, score: of === 0 ? 0 : Math.round((100 * points) / of), rules };
}

const RULES: readonly Rule[] = [...presenceRules, ...bulletRules, ...dateRules];

const MAX_EVIDENCE = 5;

function severityOf(lost: number): "low" | "medium" | "high" {
  if (lost >= 5) return "high";
  return lost >= 3 ? "medium" : "low";
}
