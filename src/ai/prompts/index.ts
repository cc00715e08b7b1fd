import type { Tasks } from "#src/coach/model.ts";
import { coverLetter } from "./cover-letter.ts";
import { industryInsight } from "./industry-insight.ts";
import { letterChange } from "./letter-change.ts";
import { lineRewrites } from "./line-rewrites.ts";
import type { Prompt } from "./prompt.ts";
import { quizAnswers } from "./quiz-answers.ts";
import { quizQuestions } from "./quiz-questions.ts";
import { quizTip } from "./quiz-tip.ts";

export const prompts: { readonly [Task in keyof Tasks]: Prompt<Task> } = {
  "quiz-questions": quizQuestions,
  "quiz-answers": quizAnswers,
  "quiz-tip": quizTip,
  "line-rewrites": lineRewrites,
  "cover-letter": coverLetter,
  "letter-change": letterChange,
  "industry-insight": industryInsight,
};
