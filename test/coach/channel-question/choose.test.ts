import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Candidate, choose } from "#src/coach/channel-question/choose.ts";
import { bankTopics, topicsFor } from "#src/coach/quiz/bank.ts";

const DAYS = 400;
const KEPT_DAYS = 180;
const INDUSTRIES = [...new Set(bankTopics().flatMap(({ industries }) => industries))];
const BANK = bankTopics().reduce((sum, { questions }) => sum + questions.length, 0);

interface Asked extends Candidate {
  readonly subscriptionId: string;
  readonly day: number;
}

interface Asking {
  readonly id: string;
  readonly industry: string;
  /** Every so many days. */
  readonly every: number;
}

const editionOf = (day: number) => new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10);

/** What a channel with these subscriptions is asked in so many days, oldest first. */
function ask(subscriptions: readonly Asking[], days = DAYS): Asked[] {
  const asked: Asked[] = [];
  for (let day = 0; day < days; day += 1) {
    for (const subscription of subscriptions) {
      if (day % subscription.every !== 0) continue;
      const past = asked.filter((one) => one.day > day - KEPT_DAYS).reverse();
      asked.push({ ...choose(subscription, editionOf(day), past), subscriptionId: subscription.id, day });
    }
  }
  return asked;
}

/** Fewest days between two times that the same was asked. */
function shortestReturn(asked: readonly Asked[]): number {
  const last = new Map<string, number>();
  let shortest = Number.POSITIVE_INFINITY;
  for (const { hash, day } of asked) {
    shortest = Math.min(shortest, day - (last.get(hash) ?? Number.NEGATIVE_INFINITY));
    last.set(hash, day);
  }
  return shortest;
}

const subscriptions = (most: number) =>
  fc.array(fc.record({ id: fc.uuid(), industry: fc.constantFrom(...INDUSTRIES), every: fc.constantFrom(1, 1, 7) }), {
    minLength: 1,
    maxLength: most,
  });

describe("a channel's questions", () => {
  it("do not come again within 180 days, however many subscriptions the bank has enough for", () => {
    fc.assert(
      fc.property(subscriptions(3), (several) => {
        const asked = ask(several);
        expect(shortestReturn(asked)).toBeGreaterThanOrEqual(KEPT_DAYS);
      }),
      { numRuns: 12 },
    );
  });

  it("are of another topic than the ones before, in the channel and in the subscription", () => {
    fc.assert(
      fc.property(subscriptions(2), (several) => {
        const asked = ask(several);
        for (const { id } of several) {
          const own = asked.filter(({ subscriptionId }) => subscriptionId === id);
          for (const [index, { topic }] of own.entries()) expect(topic).not.toBe(own[index - 1]?.topic);
        }
        for (const [index, { topic }] of asked.entries()) expect(topic).not.toBe(asked[index - 1]?.topic);
      }),
      { numRuns: 6 },
    );
  });

  it.each(INDUSTRIES)(
    "are those of %s and behavioural ones until there are no more, then those of others",
    (industry) => {
      const asked = ask([{ id: "one", industry, every: 1 }], KEPT_DAYS);
      const own = topicsFor(industry).reduce((sum, { questions }) => sum + questions.length, 0);
      const wider = asked.flatMap(({ industries }, index) => (industries.includes(industry) ? [] : [index]));
      // The last ones may all be of one topic, which then takes turns with others.
      expect(wider[0]).toBeGreaterThanOrEqual(own - 16);
      expect(wider).not.toHaveLength(0);
      expect(asked.length - wider.length).toBe(own);
    },
  );

  it("are technical and behavioural by turns, and of every difficulty", () => {
    const asked = ask([{ id: "one", industry: "finance", every: 1 }], 60);
    expect(asked.filter(({ category }) => category === "Technical")).toHaveLength(30);
    for (const difficulty of ["easy", "medium", "hard"]) {
      const share = asked.filter((one) => one.difficulty === difficulty).length;
      expect(share).toBeGreaterThanOrEqual(15);
      expect(share).toBeLessThanOrEqual(25);
    }
  });

  it("repeat what was asked longest ago when the whole bank is used up", () => {
    const six = Array.from({ length: 6 }, (_, index) => ({
      id: `s${index}`,
      industry: INDUSTRIES[index] ?? "",
      every: 1,
    }));
    const asked = ask(six, 200);
    expect(asked).toHaveLength(1_200);
    // 592 questions and six a day: nothing can stay away for longer than 98 days, nor needs to come much sooner.
    expect(shortestReturn(asked)).toBeGreaterThanOrEqual(Math.floor(BANK / 6) - 10);
  });

  it("come for an industry that nobody knows any more", () => {
    expect(choose({ id: "one", industry: "basket-weaving" }, "2026-11-27", []).question).not.toBe("");
  });

  it("are the same for the same subscription, edition and past, and others elsewhere", () => {
    const one = choose({ id: "one", industry: "tech" }, "2026-11-27", []);
    expect(choose({ id: "one", industry: "tech" }, "2026-11-27", [])).toEqual(one);
    const others = Array.from({ length: 20 }, (_, index) =>
      choose({ id: `${index}`, industry: "tech" }, "2026-11-27", []),
    );
    expect(new Set(others.map(({ hash }) => hash)).size).toBeGreaterThan(10);
  });

  it("have each letter right equally often, on every day and in every channel", () => {
    const counts = [0, 0, 0, 0];
    const channels = Array.from({ length: 60 }, (_, index) => ({
      id: `channel ${index}`,
      industry: "retail",
      every: 1,
    }));
    for (const one of channels) for (const { answer } of ask([one], 60)) counts[answer] = (counts[answer] ?? 0) + 1;
    const expected = (60 * 60) / 4;
    const chiSquared = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    // Three degrees of freedom: above 16.3 in one of a thousand. The seeds are the channels' names, so it never varies.
    expect(chiSquared).toBeLessThan(16.3);
  });

  it("keep their options and their right one together", () => {
    const drafts = bankTopics().flatMap(({ questions }) => questions);
    for (const { question, options, answer } of ask([{ id: "one", industry: "tech", every: 1 }], 50)) {
      const draft = drafts.find((one) => one.question === question);
      expect(options.toSorted()).toEqual(draft?.options.toSorted());
      expect(options[answer]).toBe(draft?.options[draft.answer]);
    }
  });
});
