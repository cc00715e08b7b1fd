import { bankTopics } from "#src/coach/quiz/bank.ts";

const LETTERS = ["A", "B", "C", "D"];

/** The letter that is right, or one that is wrong, for the question of the bank that this text shows. */
export function letterFor(shown: string, isRight: boolean): string {
  const lines = shown.replaceAll("`", "");
  for (const { questions } of bankTopics()) {
    for (const { question, options, answer } of questions) {
      if (!lines.includes(question.replaceAll("`", ""))) continue;
      const plain = options.map((option) => option.replaceAll("`", ""));
      const right = plain[answer] ?? "";
      // "In proportion to n" is also how "In proportion to n squared" begins.
      const longer = plain.filter((option) => option !== right && option.startsWith(right));
      // The options follow the question, each after its letter.
      const stands = (option: string, letter: string) =>
        new RegExp(`(^|\\W)${letter}\\.\\W{0,6}${escape(option)}`, "u").test(lines);
      const found = LETTERS.find((letter) => stands(right, letter) && !longer.some((option) => stands(option, letter)));
      if (!found) continue;
      return isRight ? found : (LETTERS.find((letter) => letter !== found) ?? "");
    }
  }
  throw new Error(`No question of the bank in:\n${shown}`);
}

function escape(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
