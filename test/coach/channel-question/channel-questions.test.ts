import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AnswerView } from "#src/coach/channel-question/channel-question.ts";
import { type ChannelQuestions, createChannelQuestions } from "#src/coach/channel-question/channel-questions.ts";
import type { Subscription } from "#src/coach/posting/subscription.ts";
import type { Database } from "#src/db/client.ts";
import { DATABASES } from "../posting/channels.ts";
import { addPerson, DAY_MS, editionOf, noonOf, subscribe } from "./questions.ts";

describe.each(DATABASES)("on %s", (_, start) => {
  let db: Database;
  let stop: () => Promise<void>;
  let today = noonOf(0);
  let questions: ChannelQuestions;
  beforeAll(async () => {
    ({ db, stop } = await start());
    questions = createChannelQuestions({ db, clock: () => today });
  });
  afterAll(() => stop());

  const on = (day: number) => {
    today = noonOf(day);
    return questions;
  };

  /** The question of a day, which is there. */
  async function ask(subscription: Subscription, day: number) {
    const post = await on(day).prepare(subscription, editionOf(day));
    if (!post) throw new Error("nothing was asked");
    return post;
  }

  const press = (subscription: Subscription, userId: string, { day = 0, choice = 0 } = {}) =>
    questions.answer(userId, { subscriptionId: subscription.id, edition: editionOf(day), choice });

  const rightOf = async ({ id: subscriptionId }: Subscription, day: number) => {
    const key = { subscriptionId, edition: editionOf(day) };
    return (await db.channelQuestion.findUniqueOrThrow({ where: { subscriptionId_edition: key } })).answer;
  };

  describe("asking", () => {
    it("gives the same question and reveal again for the same edition, one row each", async () => {
      const subscription = await subscribe(db);
      const first = await ask(subscription, 0);
      expect(first).toMatchObject({ kind: "post", rhythm: "daily", edition: "2026-01-01", reveal: undefined });
      expect(await ask(subscription, 0)).toEqual(first);
      await press(subscription, await addPerson(db), { choice: 2 });
      const second = await ask(subscription, 1);
      expect(second.reveal).toMatchObject({ edition: "2026-01-01", question: first.question, tally: [0, 0, 1, 0] });
      expect(await ask(subscription, 1)).toEqual(second);
      expect(await db.channelQuestion.count({ where: { subscriptionId: subscription.id } })).toBe(2);
    });

    it("gives two callers at once the same, and tells the answer of the day before once", async () => {
      const subscription = await subscribe(db);
      await ask(subscription, 0);
      const other = createChannelQuestions({ db, clock: () => noonOf(1) });
      on(1);
      const both = await Promise.all(
        [questions, other, questions, other].map((one) => one.prepare(subscription, editionOf(1))),
      );
      expect(both[0]).toBeDefined();
      for (const post of both) expect(post).toEqual(both[0]);
      expect(await db.channelQuestion.count({ where: { subscriptionId: subscription.id } })).toBe(2);
    });

    it("asks a channel with several subscriptions something else each time, also at once", async () => {
      const first = await subscribe(db);
      const { platform, workspaceId, channelId } = first;
      const place = { platform, workspaceId, channelId };
      const more = ["finance", "tech-software-development", "healthcare", "retail", "media"];
      const all = [first, ...(await Promise.all(more.map((industry) => subscribe(db, { ...place, industry }))))];
      for (let day = 0; day < 3; day += 1) await Promise.all(all.map((subscription) => ask(subscription, day)));
      const hashes = (await db.channelQuestion.findMany({ where: place })).map(({ hash }) => hash);
      expect(hashes).toHaveLength(18);
      expect(new Set(hashes).size).toBe(18);
    });

    it("does not repeat a question within 180 days, unsubscribing and subscribing again", async () => {
      let subscription = await subscribe(db);
      const { workspaceId, channelId } = subscription;
      const beside = await subscribe(db, { workspaceId, channelId, industry: "tech-data-science" });
      for (let day = 0; day < 230; day += 1) {
        if (day % 90 === 89) {
          await db.subscription.delete({ where: { id: subscription.id } });
          subscription = await subscribe(db, { workspaceId, channelId });
        }
        await ask(subscription, day);
        if (day % 7 === 0) await ask(beside, day);
      }
      const asked = await db.channelQuestion.findMany({ where: { workspaceId }, orderBy: { askedAt: "asc" } });
      expect(asked).toHaveLength(230 + 33);
      const last = new Map<string, number>();
      for (const { hash, askedAt } of asked) {
        const before = last.get(hash);
        if (before !== undefined) expect(askedAt.getTime() - before).toBeGreaterThanOrEqual(180 * DAY_MS);
        last.set(hash, askedAt.getTime());
      }
      expect(last.size).toBeLessThan(asked.length);
    }, 240_000);

    it("asks nothing for a subscription that is gone, and uses nothing up", async () => {
      const subscription = await subscribe(db);
      await db.subscription.delete({ where: { id: subscription.id } });
      expect(await on(0).prepare(subscription, editionOf(0))).toBeUndefined();
      expect(await db.channelQuestion.count({ where: { workspaceId: subscription.workspaceId } })).toBe(0);
    });

    it("tells the answer of the last question that was posted, not of one that never was", async () => {
      const subscription = await subscribe(db);
      const first = await ask(subscription, 0);
      await ask(subscription, 1);
      const slot = { slotAt: noonOf(1), notBefore: noonOf(1), giveUpAt: noonOf(1) };
      const post = { subscriptionId: subscription.id, edition: editionOf(1), part: "main", nonce: subscription.id };
      await db.post.create({ data: { ...post, ...slot, state: "dead" } });
      const third = await ask(subscription, 2);
      expect(third.reveal?.question).toBe(first.question);
      expect((await ask(subscription, 3)).reveal?.question).toBe(third.question);
    });

    it("tells no answer when it is not known any more whether the question was posted", async () => {
      const subscription = await subscribe(db);
      await ask(subscription, 0);
      await ask(subscription, 88);
      expect((await ask(subscription, 176)).reveal?.edition).toBe(editionOf(88));
      expect((await ask(subscription, 266)).reveal).toBeUndefined();
    });

    it("goes on with the answer when a daily question becomes a weekly one", async () => {
      const subscription = await subscribe(db);
      const first = await ask(subscription, 0);
      today = noonOf(5);
      const weekly = await questions.prepare({ ...subscription, weekday: 2 }, "2026-W02");
      expect(weekly).toMatchObject({ rhythm: "weekly", reveal: { question: first.question } });
    });
  });

  describe("a preview", () => {
    it("shows the question that is posted next, without its answer or that of today's, and keeps nothing", async () => {
      const subscription = await subscribe(db);
      await ask(subscription, 0);
      const settled = { ...subscription, lastEdition: editionOf(0), lastAt: noonOf(0) };
      const preview = await questions.preview(settled);
      expect(preview).toMatchObject({ kind: "preview", edition: editionOf(1), reveal: undefined });
      expect(Object.keys(preview)).not.toContain("answer");
      expect(await questions.preview(settled)).toEqual(preview);
      expect(await db.channelQuestion.count({ where: { subscriptionId: subscription.id } })).toBe(1);
      const { question, options } = await ask(subscription, 1);
      expect(preview).toMatchObject({ question, options });
    });
  });

  describe("answering", () => {
    it("keeps the first answer, and says what stands when another letter is pressed", async () => {
      const subscription = await subscribe(db);
      const { question, options } = await ask(subscription, 0);
      await db.subscription.update({ where: { id: subscription.id }, data: { nextAt: noonOf(1) } });
      const person = await addPerson(db);
      const kept = await press(subscription, person, { choice: 1 });
      const expected = { state: "kept", choice: 1, revealAt: noonOf(1), zone: "UTC", question, options };
      expect(kept).toMatchObject({ ...expected, fresh: true });
      expect(await press(subscription, person, { choice: 3 })).toMatchObject({ ...expected, fresh: false });
      const rows = await db.channelAnswer.findMany({ where: { userId: person } });
      expect(rows).toHaveLength(1);
      expect(rows[0]).toMatchObject({ choice: 1, isCorrect: (await rightOf(subscription, 0)) === 1 });
    });

    it("keeps one of many presses of the same moment, and all of them say the same", async () => {
      const subscription = await subscribe(db);
      await ask(subscription, 0);
      const person = await addPerson(db);
      const views = await Promise.all(
        Array.from({ length: 12 }, (_, n) => press(subscription, person, { choice: n % 4 })),
      );
      const [row] = await db.channelAnswer.findMany({ where: { userId: person } });
      expect(new Set(views.map(({ choice }) => choice))).toEqual(new Set([row?.choice]));
      expect(views.filter((view) => view.state === "kept" && view.fresh)).toHaveLength(1);
    });

    it("counts in the reveal every answer that it kept, and keeps none after it", async () => {
      const subscription = await subscribe(db);
      await ask(subscription, 0);
      const people = await Promise.all(Array.from({ length: 40 }, () => addPerson(db)));
      today = noonOf(1);
      const views: Promise<AnswerView>[] = [];
      const pressing = people.map(async (person, n) => {
        await new Promise((resolve) => setTimeout(resolve, n));
        views.push(press(subscription, person, { choice: n % 4 }));
      });
      await Promise.all(pressing.slice(0, 20));
      const post = await questions.prepare(subscription, editionOf(1));
      await Promise.all(pressing);
      const states = (await Promise.all(views)).map(({ state }) => state);
      const counted = post?.reveal?.tally.reduce((sum, one) => sum + one, 0);
      expect(counted).toBe(states.filter((state) => state === "kept").length);
      expect(counted).toBe(await db.channelAnswer.count({ where: { subscriptionId: subscription.id } }));
    });

    it("tells what was right and how people answered when the question is over, whether they answered or not", async () => {
      const subscription = await subscribe(db);
      await ask(subscription, 0);
      const [early, late] = [await addPerson(db), await addPerson(db)];
      await press(subscription, early, { choice: 2 });
      await ask(subscription, 1);
      const answer = await rightOf(subscription, 0);
      const over = { state: "over", answer, tally: [0, 0, 1, 0], edition: editionOf(0) };
      expect(await press(subscription, early, { choice: 0 })).toMatchObject({ ...over, choice: 2 });
      expect(await press(subscription, late, { choice: 0 })).toMatchObject({ ...over, choice: undefined });
      expect(await db.channelAnswer.count({ where: { subscriptionId: subscription.id } })).toBe(1);
    });

    it("takes a question as over when its subscription is gone, or nothing has followed for two weeks", async () => {
      const [gone, quiet] = [await subscribe(db), await subscribe(db)];
      await ask(gone, 0);
      await ask(quiet, 0);
      const person = await addPerson(db);
      await db.subscription.delete({ where: { id: gone.id } });
      expect(await press(gone, person)).toMatchObject({ state: "over", choice: undefined });
      on(14);
      expect(await press(quiet, person)).toMatchObject({ state: "kept" });
      on(15);
      expect(await press(quiet, person)).toMatchObject({ state: "over", choice: 0, tally: [1, 0, 0, 0] });
    });

    it("names no time for the reveal while the subscription is paused, or when it is due at once", async () => {
      const subscription = await subscribe(db);
      await ask(subscription, 0);
      const change = (data: { nextAt?: Date; state?: string }) =>
        db.subscription.update({ where: { id: subscription.id }, data });
      expect(await press(subscription, await addPerson(db))).toMatchObject({ revealAt: undefined });
      await change({ nextAt: noonOf(1), state: "paused" });
      expect(await press(subscription, await addPerson(db))).toMatchObject({ revealAt: undefined });
    });

    it("refuses what was never asked and what is no option", async () => {
      const subscription = await subscribe(db);
      await ask(subscription, 0);
      const person = await addPerson(db);
      await expect(press(subscription, person, { day: 7 })).rejects.toMatchObject({ code: "channel-question-gone" });
      await expect(press(subscription, person, { choice: 4 })).rejects.toMatchObject({ code: "button-outdated" });
      const nowhere = { subscriptionId: "nowhere", edition: "'; --", choice: 0 };
      await expect(questions.answer(person, nowhere)).rejects.toMatchObject({ code: "channel-question-gone" });
      expect(await db.channelAnswer.count({ where: { userId: person } })).toBe(0);
    });

    it("forgets the answer of somebody who is deleted, and counts it no more", async () => {
      const subscription = await subscribe(db);
      await ask(subscription, 0);
      const [stays, goes] = [await addPerson(db), await addPerson(db)];
      await press(subscription, stays, { choice: 0 });
      await press(subscription, goes, { choice: 3 });
      await db.user.delete({ where: { id: goes } });
      expect((await ask(subscription, 1)).reveal?.tally).toEqual([1, 0, 0, 0]);
    });
  });
});
