import { bankTopics } from "#src/coach/quiz/bank.ts";
import type { GeminiRequest } from "#test/servers/gemini.ts";

/** The values of the data block, as a model would read them. */
export function dataOf({ prompt }: Pick<GeminiRequest, "prompt">): Record<string, unknown> {
  const [, block = "{}"] = /<data>\n(.*)\n<\/data>/s.exec(prompt) ?? [];
  return JSON.parse(block) as Record<string, unknown>;
}

export function taskOf({ prompt }: Pick<GeminiRequest, "prompt">): "questions" | "answers" | "tip" {
  if (prompt.startsWith("Write the questions.")) return "questions";
  return prompt.startsWith("Take the test.") ? "answers" : "tip";
}

/** A model that does what it is asked and knows the built-in bank by heart. */
export function wellBehaved(request: GeminiRequest): unknown {
  const asked = dataOf(request);
  switch (taskOf(request)) {
    case "questions":
      return { questions: known(asked).slice(0, Number(asked.count)).map(written) };
    case "answers":
      return {
        answers: (asked.questions as Numbered[]).map(({ number, question, options }) => ({
          number,
          defensible: defensible(question, options),
        })),
      };
    case "tip":
      return { tip: "Read up on how indexes and transactions work, then explain both aloud in two minutes." };
  }
}

interface Numbered {
  readonly number: number;
  readonly question: string;
  readonly options: Readonly<Record<string, string>>;
}

const questions = bankTopics().flatMap(({ name, category, questions: all }) =>
  all.map((question) => ({ ...question, topic: name, category })),
);

function known({ category, topic, difficulty, knownTopics }: Record<string, unknown>) {
  return questions.filter(
    (question) =>
      (category === "Mixed" || question.category === category) &&
      (topic === undefined ? (knownTopics as string[]).includes(question.topic) : question.topic === topic) &&
      (difficulty === undefined || question.difficulty === difficulty),
  );
}

export function written({ options, answer, ...rest }: (typeof questions)[number]) {
  return { ...rest, right: options[answer], wrong: options.filter((_, index) => index !== answer) };
}

function defensible(question: string, options: Readonly<Record<string, string>>): string[] {
  const found = questions.find((one) => one.question === question);
  return Object.keys(options).filter((letter) => found && options[letter] === found.options[found.answer]);
}
