import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createOfflineModel } from "#src/ai/offline.ts";
import { type Coach, createCoach } from "#src/coach/index.ts";
import type { Database } from "#src/db/client.ts";
import { createPaperDrawer } from "#src/documents/paper/index.ts";
import { startTestDatabase, type TestDatabase } from "../house/database.ts";
import { type ChannelServer, startChannelServer } from "./posting/channel-server.ts";
import { makeDue, openOutbox } from "./posting/channels.ts";
import { createHttpPoster } from "./posting/http-poster.ts";

const DAY_MS = 24 * 60 * 60_000;
const PLATFORMS = ["slack", "discord"] as const;
type Platform = (typeof PLATFORMS)[number];

let database: TestDatabase;
let db: Database;
let channels: ChannelServer;
let coach: Coach;
beforeAll(async () => {
  database = await startTestDatabase();
  db = database.db;
  const paperDrawer = createPaperDrawer();
  channels = await startChannelServer();
  const posters = new Map(
    PLATFORMS.map((platform) => [platform, createHttpPoster({ url: channels.url, platform })] as const),
  );
  const builtIn = createOfflineModel(Math.random);
  coach = createCoach({ db, builtIn, paperDrawer, posters, clock: () => new Date(), random: Math.random });
  return () => paperDrawer.stop();
});
afterAll(async () => {
  await channels.stop();
  await database.stop();
});
beforeEach(async () => {
  channels.mood.refuses.clear();
  await db.subscription.deleteMany();
  await db.user.deleteMany();
  await db.channelQuestion.deleteMany();
  await db.departedWorkspace.deleteMany();
});

/** Everybody's people on Discord have the same workspace: none. */
const homeOf = (platform: Platform, workspaceId: string) => (platform === "discord" ? "" : workspaceId);

async function settle(platform: Platform, workspaceId: string, { people = 2, questions = 1 } = {}) {
  const ids = Array.from({ length: people }, () => randomUUID());
  await db.user.createMany({ data: ids.map((id) => ({ id, name: "Somebody", bio: workspaceId })) });
  await db.chatAccount.createMany({
    data: ids.map((userId) => ({
      platform,
      workspaceId: homeOf(platform, workspaceId),
      platformUserId: `U-${userId}`,
      userId,
    })),
  });
  const [organiserId = "", answererId = ""] = ids;
  const id = randomUUID();
  const now = new Date();
  await db.subscription.create({
    data: {
      id,
      platform,
      workspaceId,
      channelId: `C-${workspaceId}`,
      kind: "question",
      industry: "tech",
      hour: 9,
      zone: "UTC",
      lastEdition: "2026-01-01",
      lastAt: now,
      nextAt: new Date(now.getTime() + DAY_MS),
      organiserId,
      posts: {
        create: ["pending", "sent"].map((state, index) => ({
          edition: `2026-01-0${index + 1}`,
          part: "main",
          slotAt: now,
          notBefore: now,
          giveUpAt: now,
          state,
          nonce: randomUUID().slice(0, 25),
        })),
      },
    },
  });
  const question = { question: "q", options: ["a", "b"], answer: 0, explanation: "e", topic: "t", difficulty: "easy" };
  await db.channelQuestion.createMany({
    data: Array.from({ length: questions }, (_, n) => ({
      ...{ subscriptionId: id, edition: `${n}`, platform, workspaceId, channelId: `C-${workspaceId}` },
      ...{ ...question, hash: `${n}` },
    })),
  });
  await db.channelAnswer.create({
    data: { subscriptionId: id, edition: "0", userId: answererId, choice: 0, isCorrect: true },
  });
  await db.resume.create({ data: { userId: answererId, content: "# Ada" } });
  return { id, people: ids, organiser: { platform, workspaceId, userId: organiserId } };
}

const ago = (days: number) => new Date(Date.now() - days * DAY_MS);
const daysPass = (days: number) => db.departedWorkspace.updateMany({ data: { leftAt: ago(days) } });
const subscription = (id: string) => db.subscription.findUniqueOrThrow({ where: { id }, include: { posts: true } });
const stateOf = async (id: string) => {
  const { state, reason, posts } = await subscription(id);
  return { state, reason, posts: posts.map((post) => [post.state, post.problem]).sort() };
};
const counts = async () => ({
  users: await db.user.count(),
  accounts: await db.chatAccount.count(),
  subscriptions: await db.subscription.count(),
  posts: await db.post.count(),
  questions: await db.channelQuestion.count(),
  answers: await db.channelAnswer.count(),
  resumes: await db.resume.count(),
  departed: await db.departedWorkspace.count(),
});

const RUNNING = {
  state: "active",
  reason: null,
  posts: [
    ["pending", null],
    ["sent", null],
  ],
};
const PAUSED = {
  state: "paused",
  reason: "workspace-gone",
  posts: [
    ["sent", null],
    ["skipped", "workspace-gone"],
  ],
};

describe.each(PLATFORMS)("a community on %s that the bot was removed from", (platform) => {
  it("has everything paused and skipped, once, and no other community has", async () => {
    const [gone, other] = [await settle(platform, "W1"), await settle(platform, "W2")];
    const elsewhere = await settle(platform === "slack" ? "discord" : "slack", "W1");
    await coach.communities.left(platform, "W1");
    expect(await stateOf(gone.id)).toEqual(PAUSED);
    for (const { id } of [other, elsewhere]) expect(await stateOf(id)).toEqual(RUNNING);
    await daysPass(20);
    const { leftAt } = await db.departedWorkspace.findFirstOrThrow();
    await db.subscription.update({ where: { id: gone.id }, data: { reason: null } });
    await coach.communities.left(platform, "W1");
    expect(await db.departedWorkspace.findMany()).toEqual([{ platform, workspaceId: "W1", leftAt }]);
    expect(await stateOf(gone.id)).toEqual({ ...PAUSED, reason: null });
  });

  it("keeps everything when it comes back within 30 days, paused until an organiser resumes it", async () => {
    const gone = await settle(platform, "W1");
    const before = await counts();
    await coach.communities.left(platform, "W1");
    await daysPass(29.9);
    await coach.tidy();
    expect(await counts()).toEqual({ ...before, departed: 1 });
    await coach.communities.returned(platform, "W1");
    await daysPass(31);
    await coach.tidy();
    expect(await counts()).toEqual(before);
    expect(await stateOf(gone.id)).toEqual(PAUSED);
    expect(await coach.subscriptions.resume(gone.organiser, gone.id)).toMatchObject({ state: "active", reason: null });
  });

  it("is checked when somebody resumes there, and is there again when the check says so", async () => {
    const gone = await settle(platform, "W1");
    await coach.communities.left(platform, "W1");
    channels.mood.refuses.set("C-W1", "workspace-gone");
    await expect(coach.subscriptions.resume(gone.organiser, gone.id)).rejects.toMatchObject({
      code: "channel-refused",
      facts: { problem: "workspace-gone" },
    });
    expect(await db.departedWorkspace.count()).toBe(1);
    channels.mood.refuses.clear();
    await coach.subscriptions.resume(gone.organiser, gone.id);
    await daysPass(31);
    await coach.tidy();
    expect(await stateOf(gone.id)).toMatchObject({ state: "active" });
  });

  it("begins its 30 days also when a post is the first to hear of it", async () => {
    await makeDue(db, [
      { platform, channelId: "C1" },
      { platform, channelId: "C2", workspaceId: "W2" },
    ]);
    channels.mood.refuses.set("C1", "workspace-gone");
    channels.mood.refuses.set("C2", "no-permission");
    await openOutbox({ db, url: channels.url }).run();
    expect(await db.departedWorkspace.findMany()).toMatchObject([{ platform, workspaceId: "W1" }]);
  });
});

describe("30 days after a community was left", () => {
  it("deletes on Slack its subscriptions, and its people with everything of theirs, and nobody else's", async () => {
    const other = await settle("slack", "W2");
    const elsewhere = await settle("discord", "W1");
    const before = await counts();
    const gone = await settle("slack", "W1", { people: 450, questions: 120 });
    for (const channelId of ["C2", "C3", "C4", "C5"]) {
      const { posts: _, id: __, ...row } = await subscription(gone.id);
      await db.subscription.create({ data: { ...row, channelId } });
    }
    await coach.communities.left("slack", "W1");
    await daysPass(30.1);
    await coach.tidy();
    expect(await counts()).toEqual(before);
    for (const { id } of [other, elsewhere]) expect(await stateOf(id)).toEqual(RUNNING);
  });

  it("deletes on Discord its subscriptions, and nobody", async () => {
    const gone = await settle("discord", "W1");
    await coach.communities.left("discord", "W1");
    await daysPass(30.1);
    await coach.tidy();
    const left = { users: 2, accounts: 2, resumes: 1 };
    expect(await counts()).toEqual({ ...left, subscriptions: 0, posts: 0, questions: 0, answers: 0, departed: 0 });
    expect(await db.user.count({ where: { id: { in: gone.people } } })).toBe(2);
  });

  it("leaves people who have another account, or who use the web app", async () => {
    const [{ people }, { people: others }] = [await settle("slack", "W1", { people: 3 }), await settle("slack", "W2")];
    const [both = "", web = "", only = ""] = people;
    await db.chatAccount.create({
      data: { platform: "discord", workspaceId: "", platformUserId: "both", userId: both },
    });
    await db.user.update({ where: { id: web }, data: { clerkUserId: "web" } });
    await coach.communities.left("slack", "W1");
    await daysPass(31);
    await coach.tidy();
    const left = await db.user.findMany({ include: { chatAccounts: true } });
    expect(left.map(({ id }) => id).sort()).toEqual([both, web, ...others].sort());
    expect(left.map(({ id }) => id)).not.toContain(only);
    const accounts = Object.fromEntries(left.map(({ id, chatAccounts }) => [id, chatAccounts.length]));
    expect([accounts[both], accounts[web]]).toEqual([1, 0]);
  });

  it("deletes nobody where a platform gave no id", async () => {
    await settle("discord", "W1");
    await db.departedWorkspace.create({ data: { platform: "discord", workspaceId: "", leftAt: ago(31) } });
    await coach.tidy();
    expect(await counts()).toMatchObject({ users: 2, accounts: 2, subscriptions: 1 });
  });

  it("leaves the rest to a community that comes back while it is being deleted", async () => {
    const { people } = await settle("slack", "W1", { people: 4_000 });
    await coach.communities.left("slack", "W1");
    await daysPass(31);
    const tidied = coach.tidy();
    await expect.poll(() => db.chatAccount.count(), { interval: 1 }).toBeLessThan(people.length);
    await coach.communities.returned("slack", "W1");
    const rest = await db.user.count();
    await tidied;
    expect(await db.user.count()).toBe(rest);
    expect(rest).toBeGreaterThan(0);
  });
});
