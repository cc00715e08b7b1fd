import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { INDUSTRIES } from "#src/coach/profile/industries.ts";
import { BANK_FOLDER, bankTopics, topicsFor } from "#src/coach/quiz/bank.ts";
import { draftProblem, questionHash } from "#src/coach/quiz/question.ts";
import blindPass from "./bank-blind-pass.json" with { type: "json" };

const topics = bankTopics();
const record: Record<string, { text: string; answered: number; reworded?: boolean }[]> = blindPass;

describe("the built-in question bank", () => {
  it("has a file per topic, named after it", () => {
    expect(topics.map(({ topic }) => `${topic}.json`).sort()).toEqual(readdirSync(BANK_FOLDER).sort());
  });

  it("has at least 240 questions in at least 15 topics, 16 each", () => {
    expect(topics.length).toBeGreaterThanOrEqual(15);
    expect(topics.flatMap(({ questions }) => questions).length).toBeGreaterThanOrEqual(240);
    for (const { topic, questions } of topics) expect([topic, questions.length >= 16]).toEqual([topic, true]);
  });

  it("covers every industry with topics of its own and behavioural judgement", () => {
    for (const { id } of INDUSTRIES) {
      const own = topicsFor(id);
      expect([id, own.filter(({ category }) => category === "Technical").length >= 2]).toEqual([id, true]);
      expect([id, own.some(({ category }) => category === "Behavioral")]).toEqual([id, true]);
    }
  });

  it("names only industries that exist", () => {
    const known = INDUSTRIES.map(({ id }) => id);
    expect(topics.flatMap(({ industries }) => industries).filter((id) => !known.includes(id))).toEqual([]);
  });

  it("asks no question twice, whatever its case and punctuation", () => {
    const hashes = topics.flatMap(({ questions }) => questions.map(({ question }) => questionHash(question)));
    expect(hashes.length - new Set(hashes).size).toBe(0);
  });

  describe.each(topics.map((topic) => [topic.topic, topic] as const))("%s", (name, { questions, category }) => {
    it("passes the checks that a model's questions must pass", () => {
      const problems = questions.map((question) => draftProblem({ ...question, topic: name, category }));
      expect(problems.filter(Boolean)).toEqual([]);
    });

    it("has three difficulties", () => {
      expect(new Set(questions.map(({ difficulty }) => difficulty)).size).toBe(3);
    });

    it("does not give the answer away by its length", () => {
      const longest = questions.filter(({ options, answer }) => {
        const length = options[answer]?.length ?? 0;
        return options.every((option) => option.length <= length);
      });
      expect(longest.length / questions.length).toBeLessThanOrEqual(0.35);
    });

    it("does not give the answer away by its place", () => {
      for (const index of [0, 1, 2, 3]) {
        const share = questions.filter(({ answer }) => answer === index).length / questions.length;
        expect(share).toBeGreaterThan(0.1);
        expect(share).toBeLessThan(0.4);
      }
    });

    it("was answered alike by a reader who did not see the key", () => {
      const answered = questions.map(({ question, options, answer }) => ({
        text: textOf([question, ...options]),
        answered: answer,
      }));
      expect(record[name]?.map(({ text, answered: index }) => ({ text, answered: index }))).toEqual(answered);
    });
  });
});

/** Binds the record to the very words that were read: a changed question must be read again. */
function textOf(parts: readonly string[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 16);
}
