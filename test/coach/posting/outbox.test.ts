import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Outcome } from "#src/coach/posting/deliver.ts";
import { createSubscriptions } from "#src/coach/posting/subscriptions.ts";
import type { Database } from "#src/db/client.ts";
import { type ChannelServer, startChannelServer } from "./channel-server.ts";
import { DATABASES, makeDue, openOutbox } from "./channels.ts";
import { createHttpPoster } from "./http-poster.ts";

const DAY_MS = 24 * 60 * 60 * 1_000;

describe.each(DATABASES)("the outbox on %s", (name, start) => {
  let db: Database;
  let stop: () => Promise<void>;
  let channels: ChannelServer;
  beforeAll(async () => {
    ({ db, stop } = await start());
  });
  afterAll(() => stop());
  beforeEach(async () => {
    await db.subscription.deleteMany();
    channels = await startChannelServer();
    return () => channels.stop();
  });

  const open = (settings: Partial<Parameters<typeof openOutbox>[0]> = {}) =>
    openOutbox({ db, url: channels.url, ...settings });
  const states = async () => (await db.post.findMany({ orderBy: { slotAt: "asc" } })).map(({ state }) => state);
  const texts = () => channels.journal.map(({ message }) => message);

  async function until(outbox: ReturnType<typeof open>, over: () => Promise<boolean>): Promise<void> {
    await expect
      .poll(
        async () => {
          await outbox.run();
          return over();
        },
        { timeout: 30_000 },
      )
      .toBe(true);
  }
  const settled = async () => (await states()).every((state) => !["pending", "preparing", "sending"].includes(state));

  it("posts a slot once, though three replicas are at it", async () => {
    const ids = await makeDue(
      db,
      Array.from({ length: 20 }, (_, n) => ({ workspaceId: `W${n}` })),
    );
    await Promise.all([open().run(), open().run(), open().run()]);
    await until(open(), settled);
    expect(texts().length).toBe(20);
    expect(new Set(channels.journal.map(({ channelId }) => channelId))).toEqual(new Set(ids));
    await open().run();
    expect(texts().length).toBe(20);
    const { lastEdition, nextAt } = await db.subscription.findFirstOrThrow();
    expect(lastEdition).toBe(channels.journal[0] && (await db.post.findFirstOrThrow()).edition);
    expect(nextAt?.getTime()).toBeGreaterThan(Date.now());
  });

  it("posts the details into a thread with a title, and notifies only with the main message", async () => {
    await makeDue(db, [{ mention: "role-7" }]);
    const prepare = async () => ({
      main: { text: "headline", picture: new Uint8Array([1, 2, 255]) },
      details: { title: "Technology this week", message: "more" },
    });
    await open({ prepare }).run();
    const [main, details] = channels.journal;
    expect(main).toMatchObject({ message: { text: "headline" }, mention: "role-7" });
    expect(details).toMatchObject({ message: "more", thread: main?.ref });
    expect(details?.mention).toBeUndefined();
    expect(channels.threads.get(main?.ref ?? "")).toBe("Technology this week");
    expect(await states()).toEqual(["sent", "sent"]);
  });

  it.each(["slack", "discord"] as const)(
    "finds out what became of a lost answer on %s, and never posts twice",
    async (platform) => {
      await makeDue(db, [{ platform }]);
      const lost = [true, true];
      channels.mood.loses = () => lost.pop() ?? false;
      const prepared: string[] = [];
      const prepare = async () => ({ main: `made ${prepared.push("once more")}` });
      await until(open({ prepare }), settled);
      expect(texts()).toEqual(["made 1"]);
      expect(await db.post.findFirstOrThrow()).toMatchObject({ state: "sent", ref: channels.journal[0]?.ref });
    },
  );

  it("asks the organiser, once, where nothing can be proven", async () => {
    await makeDue(db, [{ platform: "blind" }]);
    channels.mood.loses = () => channels.requests.at(-1) === "post";
    await until(open(), settled);
    expect(await states()).toEqual(["unknown"]);
    expect(texts().length).toBe(1);
    expect(channels.told).toMatchObject([{ userId: "olga", message: { problem: "unclear", paused: false } }]);
  });

  it("leaves one copy when a replica wakes up after its lease and sends", async () => {
    await makeDue(db, [{}]);
    const pace = { leaseMs: 1_500 };
    const posts = () => channels.requests.filter((path) => path === "post").length;
    const held = Promise.withResolvers<void>();
    // The first one is accepted long after another replica has looked for it in vain.
    channels.mood.delays = ({ path }) => [path === "post" && posts() === 1 ? held.promise : 0, 0];
    const late = open({ pace }).run();
    await expect.poll(posts).toBe(1);
    await until(open({ pace }), settled);
    held.resolve();
    await late;
    expect(channels.withdrawn.length).toBe(1);
    expect(await db.post.findFirstOrThrow()).toMatchObject({ state: "sent", ref: channels.journal[0]?.ref });
    expect(channels.journal.length).toBe(1);
  });

  it("takes its copy back when it wakes up after its lease, sends, and hears nothing of it", async () => {
    await makeDue(db, [{}]);
    const pace = { leaseMs: 1_500 };
    const posts = () => channels.requests.filter((path) => path === "post").length;
    const held = Promise.withResolvers<void>();
    const lost = [true];
    channels.mood.delays = ({ path }) => [path === "post" && posts() === 1 ? held.promise : 0, 0];
    channels.mood.loses = () => channels.journal.length === 2 && (lost.pop() ?? false);
    const late = open({ pace }).run();
    await expect.poll(posts).toBe(1);
    await until(open({ pace }), settled);
    held.resolve();
    await late;
    await expect.poll(() => channels.withdrawn.length).toBe(1);
    expect(lost).toEqual([]);
    expect(await db.post.findFirstOrThrow()).toMatchObject({ state: "sent", ref: channels.journal[0]?.ref });
    expect(channels.journal.length).toBe(1);
  });

  it("leaves one copy when it sends again, and arrives when its nonce does not count any more", async () => {
    await makeDue(db, [{ platform: "discord" }]);
    channels.mood.nonceMs = 1_000;
    const posts = () => channels.requests.filter((path) => path === "post").length;
    // Accepted when the poster does not trust the nonce any more, after half of its time.
    channels.mood.delays = ({ path }) => [path === "post" && posts() === 2 ? 4_500 : 0, 0];
    channels.mood.loses = () => posts() === 1;
    await until(open({ pace: { leaseMs: 2_000 }, nonceMs: 8_000 }), settled);
    await expect.poll(() => channels.withdrawn.length).toBe(1);
    expect(await db.post.findFirstOrThrow()).toMatchObject({ state: "sent", ref: channels.journal[0]?.ref });
    expect(channels.journal.length).toBe(1);
  });

  it("takes its copy back though it cannot look for it at first, and lets no other post wait for that", async () => {
    await makeDue(db, [{}]);
    const pace = { leaseMs: 1_500 };
    const posts = () => channels.requests.filter((path) => path === "post").length;
    const held = Promise.withResolvers<void>();
    channels.mood.delays = ({ path }) => [path === "post" && posts() === 1 ? held.promise : 0, 0];
    channels.mood.loses = () => channels.journal.length === 2;
    const slack = createHttpPoster({ url: channels.url, platform: "slack" });
    let looks = 0;
    const find: typeof slack.find = async (target, sought) => {
      looks += sought.besides === undefined ? 0 : 1;
      return looks > 0 && looks < 5 ? { kind: "later", milliseconds: 1_000 } : slack.find(target, sought);
    };
    const stopped = open({ pace, posters: new Map([["slack", { ...slack, find }]]) });
    const late = stopped.run();
    await expect.poll(posts).toBe(1);
    await until(open({ pace }), settled);
    held.resolve();
    await late;
    expect(looks).toBeLessThan(5);
    await stopped.stop();
    expect(looks).toBe(6);
    expect(channels.journal.map(({ ref }) => ref)).toEqual([(await db.post.findFirstOrThrow()).ref]);
  });

  it.runIf(name === "a PostgreSQL server")("takes its copy back though the database did not hear of it", async () => {
    await makeDue(db, [{}]);
    const pace = { leaseMs: 1_500 };
    const posts = () => channels.requests.filter((path) => path === "post").length;
    const held = Promise.withResolvers<void>();
    channels.mood.delays = ({ path }) => [path === "post" && posts() === 1 ? held.promise : 0, 0];
    const errors: unknown[] = [];
    const run = open({ pace, failed: (error) => errors.push(error) }).run();
    // It looks for more to send as well, and rejects for that.
    const late = Promise.allSettled([run]);
    await expect.poll(posts).toBe(1);
    await until(open({ pace }), settled);
    // Longer than a statement may take.
    await db.$transaction(
      async (tx) => {
        await tx.$executeRaw`LOCK TABLE "Post" IN ACCESS EXCLUSIVE MODE`;
        held.resolve();
        await expect.poll(() => errors.length, { timeout: 12_000 }).toBe(1);
      },
      { timeout: 15_000 },
    );
    await late;
    await expect.poll(() => channels.journal.length).toBe(1);
    expect(channels.journal[0]?.ref).toBe((await db.post.findFirstOrThrow()).ref);
  });

  it("sends nothing when half of its lease is gone", async () => {
    await makeDue(db, [{}]);
    const outcomes: Outcome[] = [];
    const prepare = async () => {
      await wait(outcomes.length === 0 ? 300 : 0);
      return { main: "at last" };
    };
    await until(open({ prepare, pace: { leaseMs: 500 }, observe: (outcome) => outcomes.push(outcome) }), settled);
    // On a machine that is busy itself, half of the lease may pass more than once.
    expect(outcomes.slice(0, -1).length).toBeGreaterThan(0);
    expect(new Set(outcomes.slice(0, -1))).toEqual(new Set(["later"]));
    expect(outcomes.at(-1)).toBe("sent");
    expect(texts()).toEqual(["at last"]);
  });

  it("pauses what a channel refuses, says why, tells its organiser once, and goes on with the others", async () => {
    const [id] = await makeDue(db, [{ channelId: "C1" }, { channelId: "C2" }]);
    channels.mood.refuses.set("C1", "no-permission");
    await until(open(), settled);
    await open().run();
    expect(await db.subscription.findUniqueOrThrow({ where: { id: id ?? "" } })).toMatchObject({
      state: "paused",
      reason: "no-permission",
    });
    expect(channels.requests.filter((path) => path === "post").length).toBe(2);
    expect(channels.told).toMatchObject([{ message: { problem: "no-permission", paused: true } }]);
    expect(channels.journal).toMatchObject([{ channelId: "C2" }]);
  });

  it("pauses everything of a workspace that is gone, and nothing of another's", async () => {
    await makeDue(db, [{ channelId: "C1" }, { channelId: "C2", minutesLate: -60 * 5 }, { workspaceId: "W2" }]);
    channels.mood.refuses.set("C1", "workspace-gone");
    await until(open(), settled);
    const rows = await db.subscription.findMany({ orderBy: { workspaceId: "asc" } });
    expect(rows.map(({ state }) => state)).toEqual(["paused", "paused", "active"]);
  });

  it("writes to an organiser later whom the platform would not let it write to, and only once", async () => {
    await makeDue(db, [{ channelId: "C1" }, { channelId: "C2" }]);
    for (const channel of ["C1", "C2"]) channels.mood.refuses.set(channel, "channel-gone");
    channels.mood.limited.set("W1/tell", 5);
    await until(open(), settled);
    expect(channels.told).toEqual([]);
    channels.mood.limited.clear();
    await Promise.all([open().run(), open().run()]);
    await open().run();
    expect(channels.told.length).toBe(2);
    expect(channels.told.map(({ message }) => message)).toEqual([
      { problem: "channel-gone", edition: expect.any(String) as string, paused: true },
      { problem: "channel-gone", edition: expect.any(String) as string, paused: true },
    ]);
  });

  it("pauses nothing for a thread that is refused", async () => {
    await makeDue(db, [{ channelId: "C1" }]);
    channels.mood.refuses.set("C1/threads", "no-permission");
    await until(open({ prepare: async () => ({ main: "m", details: { title: "t", message: "d" } }) }), settled);
    expect((await states()).sort()).toEqual(["dead", "sent"]);
    expect(await db.subscription.findFirstOrThrow()).toMatchObject({ state: "active" });
    expect(channels.told).toEqual([]);
  });

  it("passes over a workspace that is told to wait, and posts there when the time has come", async () => {
    await makeDue(
      db,
      Array.from({ length: 12 }, (_, n) => ({ workspaceId: n < 6 ? "busy" : `W${n}`, minutesLate: 30 - n })),
    );
    channels.mood.limited.set("busy", 6_000);
    const outbox = open();
    await outbox.run();
    expect(channels.journal.length).toBe(6);
    expect(channels.requests.length).toBeLessThanOrEqual(8);
    channels.mood.limited.clear();
    await until(outbox, settled);
    expect(new Set(await states())).toEqual(new Set(["sent"]));
    expect(await db.post.count({ where: { attempts: { gt: 1 } } })).toBe(0);
  });

  it("goes on in the same tick where a platform counts by the second", async () => {
    await makeDue(db, [{ channelId: "C1" }, { channelId: "C2" }]);
    channels.mood.limited.set("W1", 700);
    const running = open().run();
    await expect.poll(() => channels.requests.filter((path) => path === "post").length).toBeGreaterThan(0);
    channels.mood.limited.clear();
    await running;
    expect(await states()).toEqual(["sent", "sent"]);
  });

  it("gives up after eight tries, tells the organiser, and pauses after five such editions over a week", async () => {
    const [id = ""] = await makeDue(db, [{}, { workspaceId: "W2" }]);
    const failingSince = new Date(Date.now() - 7.1 * DAY_MS);
    await db.subscription.update({ where: { id }, data: { failures: 4, failingSince } });
    channels.mood.breaks = true;
    await until(open({ pace: { firstRetryMs: 0 } }), settled);
    expect(await states()).toEqual(["dead", "dead"]);
    expect(channels.requests.filter((path) => path === "post").length).toBe(16);
    const rows = await db.subscription.findMany({ orderBy: { workspaceId: "asc" } });
    expect(rows).toMatchObject([
      { state: "paused", reason: "failing" },
      { state: "active", failures: 1 },
    ]);
    const told = channels.told
      .map(({ message }) => message)
      .sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));
    expect(told).toMatchObject([
      { problem: "failing", paused: true },
      { problem: "given-up", paused: false },
    ]);
  });

  it("does not let one industry that cannot be prepared hold back another, and tries it again", async () => {
    const [broken] = await makeDue(db, [{ minutesLate: 9 }, {}]);
    const errors: unknown[] = [];
    const prepare = async ({ id }: { id: string }) => {
      if (id === broken && errors.length < 2) throw new Error("no figures");
      return { main: id === broken ? "late" : "at once" };
    };
    await until(open({ prepare, failed: (error) => errors.push(error) }), settled);
    expect(texts()).toEqual(["at once", "late"]);
    expect(errors.length).toBe(2);
  });

  it("says nothing where there is nothing to say", async () => {
    await makeDue(db, [{}]);
    await open({ prepare: async () => undefined }).run();
    expect(await db.post.findFirstOrThrow()).toMatchObject({ state: "skipped", problem: "nothing-to-say" });
  });

  it.each([
    { down: "ten minutes", due: { minutesLate: 10 }, expected: ["sent"] },
    { down: "seven hours", due: { minutesLate: 7 * 60 }, expected: ["skipped"] },
    { down: "three days", due: { minutesLate: 60, days: 3 }, expected: ["skipped", "skipped", "sent"] },
  ])(
    "was down for $down: posts the newest if it is at most six hours late, and marks the rest",
    async ({ due, expected }) => {
      await makeDue(db, [due]);
      await until(open(), settled);
      expect(await states()).toEqual(expected);
      expect(texts().length).toBe(expected.filter((state) => state === "sent").length);
    },
  );

  it("skips what was already due when its time ran out before anybody tried", async () => {
    await makeDue(db, [{}]);
    await open({ posters: new Map() }).run();
    await db.post.updateMany({ data: { giveUpAt: new Date(Date.now() - 1_000) } });
    await open().run();
    expect(await db.post.findFirstOrThrow()).toMatchObject({ state: "skipped", problem: "too-late" });
    expect(channels.told).toEqual([]);
  });

  it("posts all others while the time of one cannot be worked out, says so, and tries that one again in an hour", async () => {
    const [broken = "", well = ""] = await makeDue(db, [{ workspaceId: "W1" }, { workspaceId: "W2" }]);
    await db.subscription.update({ where: { id: broken }, data: { zone: "Mars/Olympus" } });
    const failures: unknown[] = [];
    const failed = (error: unknown) => void failures.push(error);
    await open({ failed }).run();
    await open({ failed }).run();
    expect(channels.journal.map(({ channelId }) => channelId)).toEqual([well]);
    expect(failures.map(String)).toEqual([expect.stringContaining(broken)]);
    const { nextAt } = await db.subscription.findUniqueOrThrow({ where: { id: broken } });
    expect(Math.abs((nextAt?.getTime() ?? 0) - Date.now() - 60 * 60_000)).toBeLessThan(60_000);
    await db.subscription.update({ where: { id: broken }, data: { zone: "UTC", nextAt: new Date(0) } });
    await open({ failed }).run();
    expect(channels.journal.map(({ channelId }) => channelId)).toEqual([well, broken]);
  });

  it("sends nothing after it has stopped, though it stopped while it looked what is due", async () => {
    await makeDue(db, [{}]);
    const outbox = open();
    const running = outbox.run();
    await outbox.stop();
    await running;
    expect(channels.requests).toEqual([]);
    await until(open(), settled);
    expect(texts().length).toBe(1);
  });

  it("posts nothing for a subscription that was paused in between", async () => {
    await makeDue(db, [{}]);
    await open({ posters: new Map() }).run();
    await db.subscription.updateMany({ data: { state: "paused" } });
    await open().run();
    expect(await states()).toEqual(["skipped"]);
    expect(channels.requests).toEqual([]);
  });

  it("keeps one subscription when several organisers ask for it at once", async () => {
    await db.user.create({ data: { id: `olga on ${name}` } });
    const posters = new Map([["slack", createHttpPoster({ url: channels.url, platform: "slack" })]]);
    const subscriptions = createSubscriptions({ db, posters });
    const organiser = { userId: `olga on ${name}`, platform: "slack", workspaceId: "W1" };
    const times = { weekday: 1, hour: 9, minute: 0, zone: "UTC" };
    const request = { channelId: "C1", kind: "insights", industry: "tech", mention: null, ...times } as const;
    const all = await Promise.all(Array.from({ length: 8 }, () => subscriptions.subscribe(organiser, request)));
    expect(all.filter(({ kind }) => kind === "new").length).toBe(1);
    expect(new Set(all.map(({ subscription }) => subscription.id)).size).toBe(1);
  });

  it("records nothing for a subscription that was removed while its post was on the way", async () => {
    await makeDue(db, [{}]);
    channels.mood.delays = () => [0, 200];
    const running = open().run();
    await expect.poll(() => channels.journal.length).toBe(1);
    await db.subscription.deleteMany();
    await running;
    expect(channels.withdrawn).toEqual([]);
  });
});
