import { inventionsIn } from "../../guard/guard.ts";
import type { Rewrite } from "../../model.ts";
import { isEnglish } from "../score/language.ts";
import { metricIn } from "../score/wording.ts";
import type { ResumeLine } from "./lines.ts";
import { isOpenQuestion } from "./question.ts";

/** What a model's answer about one line is worth. */
export interface Judged {
  /** A rewrite that may be shown. */
  readonly after: string | null;
  readonly question: string | null;
  /** What the rewrite said that the line does not: it must not be shown. */
  readonly refused: readonly string[];
}

const MAX_REWRITE = 300;
/** A rewrite that is made up altogether need not be listed whole. */
const MAX_REFUSED = 4;

/** Lets a rewrite pass if it is one and says nothing new. `written` has its names again. */
export function judgeRewrite({ after, question }: Rewrite, line: Pick<ResumeLine, "text" | "context">): Judged {
  const sources = { facts: [line.text, line.context].filter(Boolean) };
  const rewrite = after !== null && isRewrite(after.trim(), line.text) ? after.trim() : null;
  const inventions = rewrite === null ? [] : inventionsIn(rewrite, sources, "bullet");
  return {
    after: inventions.length === 0 ? rewrite : null,
    question: question !== null && isOpenQuestion(question.trim(), sources.facts) ? question.trim() : null,
    refused: [...new Set(inventions.map(({ quote }) => quote))].slice(0, MAX_REFUSED),
  };
}

function isRewrite(after: string, before: string): boolean {
  return (
    after.length > 0 &&
    after.length <= MAX_REWRITE &&
    !/[\r\n\u2028\u2029]/.test(after) &&
    lettersOf(after) !== lettersOf(before) &&
    isSameLanguage(after, before) &&
    // Without its figure the line would be weaker, however well it reads.
    (metricIn(before) === undefined || metricIn(after) !== undefined)
  );
}

/** The small words of languages differ, and so do scripts; a translation keeps hardly a word. */
function isSameLanguage(after: string, before: string): boolean {
  if (isEnglish([after]) !== isEnglish([before])) return false;
  const stems = new Set(stemsOf(before));
  return stems.size < 3 || stemsOf(after).some((stem) => stems.has(stem));
}

function stemsOf(text: string): string[] {
  return (
    text.toLowerCase().match(/[\p{L}\p{M}]{4,}|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu) ?? []
  ).map((word) => word.slice(0, 4));
}

function lettersOf(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}%]+/gu, " ")
    .trim();
}
