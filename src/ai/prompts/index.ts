import type { Tasks } from "#src/coach/model.ts";
import type { Prompt } from "./prompt.ts";
import { quizAnswers } from "./quiz-answers.ts";
import { quizQuestions } from "./quiz-questions.ts";
import { quizTip } from "./quiz-tip.ts";

export const prompts: { readonly [Task in keyof Tasks]: Prompt<Task> } = {
  "quiz-questions": quizQuestions,
  "quiz-answers": quizAnswers,
  "quiz-tip": quizTip,
};
