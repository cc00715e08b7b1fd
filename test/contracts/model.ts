import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Model, QuestionsWanted } from "#src/coach/model.ts";
import { draftProblem, questionHash } from "#src/coach/quiz/question.ts";

export interface ModelUnderTest {
  readonly model: Model;
  readonly stop: () => Promise<void>;
}

export const wanted: QuestionsWanted = {
  count: 4,
  category: "Mixed",
  topic: undefined,
  difficulty: undefined,
  industry: { id: "tech", name: "Technology", specialisation: "Software development" },
  experience: 4,
  skills: ["TypeScript", "PostgreSQL"],
  targetRole: "Senior engineer",
  weakTopics: [],
  askedBefore: [],
  problems: [],
};

/** What the coach relies on, whoever thinks. */
export function modelContract(name: string, build: () => Promise<ModelUnderTest>): void {
  describe(`the model port: ${name}`, () => {
    let built: ModelUnderTest;
    const signal = new AbortController().signal;
    beforeAll(async () => {
      built = await build();
    });
    afterAll(() => built.stop());

    test("has a name and says whether what it is asked leaves the machine", () => {
      expect(built.model.name).toMatch(/^[\w.-]{3,}$/);
      expect(built.model.hosted).toBeTypeOf("boolean");
    });

    test.each<[string, Partial<QuestionsWanted>]>([
      ["mixed questions", {}],
      ["a single question", { count: 1 }],
      ["technical questions", { category: "Technical" }],
      ["behavioural questions", { category: "Behavioral" }],
      ["questions of one topic", { category: "Technical", topic: "Databases and APIs" }],
      ["hard questions", { difficulty: "hard" }],
      [
        "questions for somebody of whom nothing is known",
        { industry: { id: "tech", name: "", specialisation: "" }, experience: null, skills: [], targetRole: null },
      ],
    ])("writes %s that pass the checks, never more than asked for", async (_, more) => {
      const asked = { ...wanted, ...more };
      const { output, usage } = await built.model.run("quiz-questions", asked, { signal });
      expect(output.length).toBeGreaterThan(0);
      expect(output.length).toBeLessThanOrEqual(asked.count);
      expect(new Set(output.map(({ question }) => questionHash(question))).size).toBe(output.length);
      for (const draft of output) {
        expect(draftProblem(draft)).toBeUndefined();
        expect(draft.topic.length).toBeGreaterThan(1);
        expect(["Technical", "Behavioral"]).toContain(draft.category);
        expect(["easy", "medium", "hard"]).toContain(draft.difficulty);
        if (asked.category !== "Mixed") expect(draft.category).toBe(asked.category);
        if (asked.topic) expect(draft.topic).toBe(asked.topic);
        if (asked.difficulty) expect(draft.difficulty).toBe(asked.difficulty);
      }
      for (const tokens of Object.values(usage)) expect(Number.isInteger(tokens) && tokens >= 0).toBe(true);
    });

    test("answers blind in the order of the questions, wherever the right option stands, and null to what it cannot", async () => {
      const { output: drafts } = await built.model.run("quiz-questions", wanted, { signal });
      const turned = drafts.map(({ question, options }) => ({ question, options: [...options].reverse() }));
      const nonsense = {
        question: "Which of these is it, and what are we talking about?",
        options: ["This", "That", "These", "Those"],
      };
      const { output } = await built.model.run("quiz-answers", { questions: [nonsense, ...turned] }, { signal });
      expect(output).toEqual([null, ...drafts.map(({ answer }) => 3 - answer)]);
    });

    test("gives a tip of one short plain paragraph", async () => {
      const missed = [
        {
          question: "Why is an index not free?",
          answer: "Every write must keep it up to date",
          topic: "Databases and APIs",
        },
        {
          question: "What does a transaction promise?",
          answer: "All of its writes or none",
          topic: "Databases and APIs",
        },
      ];
      const { output } = await built.model.run(
        "quiz-tip",
        { industry: "Software development", right: 3, total: 5, missed },
        { signal },
      );
      expect(output).toMatch(/^[^\p{Cc}<>[\]*`]{20,400}$/u);
    });

    test("stops before it starts when nobody waits any more, with the reason of the abort", async () => {
      const reason = new Error("went away");
      await expect(built.model.run("quiz-questions", wanted, { signal: AbortSignal.abort(reason) })).rejects.toBe(
        reason,
      );
    });
  });
}
