import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createChannelQuestions } from "#src/coach/channel-question/channel-questions.ts";
import type { Database } from "#src/db/client.ts";
import { hasServer, startServerDatabase } from "../../house/database.ts";
import { addPerson, editionOf, noonOf, subscribe } from "./questions.ts";

/** The embedded database has one session: there nothing comes between. */
describe.skipIf(!hasServer)("an answer in the moment in which its question is closed", () => {
  let db: Database;
  let stop: () => Promise<void>;
  beforeAll(async () => {
    ({ db, stop } = await startServerDatabase());
  });
  afterAll(() => stop());

  const on = (day: number, database = db) => createChannelQuestions({ db: database, clock: () => noonOf(day) });

  /** Until some statement waits for another one's transaction; gives up when `work` is done without having waited. */
  async function untilItWaits(work: Promise<unknown>): Promise<void> {
    let done = false;
    const finish = () => {
      done = true;
    };
    work.then(finish, finish);
    while (!done) {
      const waiting = await db.$queryRaw<unknown[]>`
        SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
      if (waiting.length > 0) return;
      await wait(5);
    }
  }

  it("is counted in the reveal when it came first", async () => {
    const subscription = await subscribe(db);
    await on(0).prepare(subscription, editionOf(0));
    const person = await addPerson(db);
    const press = { subscriptionId: subscription.id, edition: editionOf(0), choice: 3 };
    let closing: ReturnType<ReturnType<typeof on>["prepare"]> = Promise.resolve(undefined);
    await db.$transaction(async (tx) => {
      expect(await on(1, tx as Database).answer(person, press)).toMatchObject({ state: "kept" });
      closing = on(1).prepare(subscription, editionOf(1));
      await untilItWaits(closing);
    });
    expect((await closing)?.reveal?.tally).toEqual([0, 0, 0, 1]);
  });

  it("is told that the question is over when the closing came first", async () => {
    const subscription = await subscribe(db);
    await on(0).prepare(subscription, editionOf(0));
    const person = await addPerson(db);
    const key = { subscriptionId: subscription.id, edition: editionOf(0) };
    let pressing: ReturnType<ReturnType<typeof on>["answer"]> | undefined;
    await db.$transaction(async (tx) => {
      const where = { subscriptionId_edition: key };
      await tx.channelQuestion.update({ where, data: { closedAt: noonOf(1) } });
      pressing = on(1).answer(person, { ...key, choice: 3 });
      await untilItWaits(pressing);
    });
    expect(await pressing).toMatchObject({ state: "over", choice: undefined, tally: [0, 0, 0, 0] });
    expect(await db.channelAnswer.count({ where: { userId: person } })).toBe(0);
  });
});
