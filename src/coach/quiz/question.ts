import { createHash } from "node:crypto";
import type { QuestionDraft } from "../model.ts";

/** SHA-256 of a question's words alone, so that case, spaces and punctuation do not make an old question new. */
export function questionHash(question: string): string {
  const words =
    question
      .normalize("NFKC")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return createHash("sha256").update(words.join(" ")).digest("hex");
}

/** What is wrong with a draft before anybody looks at its meaning; undefined when nothing is. */
export function draftProblem({ question, options, answer, explanation }: QuestionDraft): string | undefined {
  const distinct = new Set(options.map((option) => option.trim().toLowerCase().replaceAll(/\s+/g, " ")));
  if (options.length !== 4 || distinct.size !== 4) return "it does not have four different options";
  if (options.some((option) => option.trim() === "")) return "an option is empty";
  if (!Number.isInteger(answer) || answer < 0 || answer > 3) return "its answer is not one of its options";
  if (options.some((option) => /\b(all|none|both) of the above\b/i.test(option)))
    return "an option refers to the others";
  if (question.trim().length < 15 || question.length > 400) return "the question is too short or too long";
  if (options.some((option) => option.length > 150)) return "an option is too long";
  if (explanation.trim().length < 30 || explanation.length > 700) return "the explanation is too short or too long";
  return undefined;
}

/** The same question with its options in random order: every letter is right equally often. */
export function shuffled(draft: QuestionDraft, random: () => number): QuestionDraft {
  const order = shuffle([0, 1, 2, 3], random);
  return { ...draft, options: order.map((index) => draft.options[index] ?? ""), answer: order.indexOf(draft.answer) };
}

/** Fisher-Yates: every order is equally likely when `random` is. */
export function shuffle<T>(items: readonly T[], random: () => number): T[] {
  const shuffledItems = [...items];
  for (let last = shuffledItems.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    const moved = shuffledItems[last] as T;
    shuffledItems[last] = shuffledItems[other] as T;
    shuffledItems[other] = moved;
  }
  return shuffledItems;
}
