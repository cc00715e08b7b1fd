import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createSubscriptions, MOST_SUBSCRIPTIONS, type SubscriptionRequest } from "#src/coach/posting/subscriptions.ts";
import { startTestDatabase, type TestDatabase } from "../../house/database.ts";
import { type ChannelServer, startChannelServer } from "./channel-server.ts";
import { makeDue, openOutbox } from "./channels.ts";
import { createHttpPoster } from "./http-poster.ts";

let database: TestDatabase;
let channels: ChannelServer;
let organiser: { userId: string; platform: string; workspaceId: string };
beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.stop());
beforeEach(async () => {
  channels = await startChannelServer();
  const userId = randomUUID();
  await database.db.user.create({ data: { id: userId, name: "Olga" } });
  organiser = { userId, platform: "slack", workspaceId: randomUUID() };
  return () => channels.stop();
});

const open = () => {
  const poster = createHttpPoster({ url: channels.url, platform: "slack" });
  return createSubscriptions({ db: database.db, posters: new Map([["slack", poster]]) });
};

const MONDAYS: SubscriptionRequest = {
  channelId: "C1",
  kind: "insights",
  industry: "tech-software-development",
  weekday: 1,
  hour: 9,
  minute: 0,
  zone: "europe/berlin",
  mention: null,
};

describe("subscribing", () => {
  it("asks the platform first, keeps the zone's own name, and tells the next three times", async () => {
    const { kind, subscription } = await open().subscribe(organiser, MONDAYS);
    expect(kind).toBe("new");
    expect(subscription).toMatchObject({ channelName: "#C1", zone: "Europe/Berlin", state: "active", newest: null });
    const inBerlin = new Intl.DateTimeFormat("en-GB", {
      timeZone: "Europe/Berlin",
      weekday: "short",
      hour: "2-digit",
      minute: "2-digit",
    });
    expect(subscription.next.map(({ at }) => inBerlin.format(at))).toEqual(Array(3).fill("Mon 09:00"));
    expect(subscription.next.every(({ at }) => at.getTime() > Date.now())).toBe(true);
    expect(channels.journal).toEqual([]);
  });

  it("says what the channel lacks and keeps nothing", async () => {
    channels.mood.refuses.set("C1", "not-member");
    await expect(open().subscribe(organiser, MONDAYS)).rejects.toMatchObject({
      code: "channel-refused",
      facts: { problem: "not-member", fix: "Let Greenroom post here.", missing: [] },
    });
    expect(await open().list(organiser)).toEqual([]);
  });

  it("keeps one for a channel, industry and kind, however often and at once it is asked for", async () => {
    const { subscription } = await open().subscribe(organiser, MONDAYS);
    expect(await open().subscribe(organiser, MONDAYS)).toEqual({ kind: "same", subscription: expect.anything() });
    const changed = await open().subscribe(organiser, { ...MONDAYS, hour: 10 });
    expect(changed).toMatchObject({ kind: "changed", subscription: { id: subscription.id, hour: 10 } });
    const others = Array.from({ length: 4 }, () => open().subscribe(organiser, { ...MONDAYS, channelId: "C2" }));
    expect((await Promise.all(others)).map(({ kind }) => kind).sort()).toEqual(["new", "same", "same", "same"]);
    expect((await open().list(organiser)).map(({ channelId }) => channelId)).toEqual(["C1", "C2"]);
  });

  it.each([
    { asked: { hour: 24 }, code: "number-out-of-range" },
    { asked: { minute: 60 }, code: "number-out-of-range" },
    { asked: { weekday: 8 }, code: "number-out-of-range" },
    { asked: { zone: "Berln" }, code: "zone-unknown" },
    { asked: { industry: "basket-weaving" }, code: "industry-unknown" },
  ])("refuses $asked", async ({ asked, code }) => {
    await expect(open().subscribe(organiser, { ...MONDAYS, ...asked })).rejects.toMatchObject({ code });
    expect(channels.requests).toEqual([]);
  });

  it("has a limit for each community", async () => {
    await makeDue(database.db, Array(MOST_SUBSCRIPTIONS).fill({ workspaceId: organiser.workspaceId }));
    await expect(open().subscribe(organiser, MONDAYS)).rejects.toMatchObject({ code: "subscriptions-full" });
    await database.db.subscription.deleteMany();
  });

  it("says so where nothing can be posted", async () => {
    const nowhere = createSubscriptions({ db: database.db, posters: new Map() });
    await expect(nowhere.subscribe(organiser, MONDAYS)).rejects.toMatchObject({ code: "posting-unavailable" });
  });
});

describe("a subscription", () => {
  it("belongs to its community, whoever forges its id", async () => {
    const { subscription } = await open().subscribe(organiser, MONDAYS);
    const stranger = { platform: "slack", workspaceId: "W-other", userId: organiser.userId };
    const tries = [
      open().find(stranger, subscription.id),
      open().pause(stranger, subscription.id),
      open().resume(stranger, subscription.id),
      open().unsubscribe(stranger, subscription.id),
      open().settle(stranger, subscription.id, { edition: "2026-W01", there: true }),
    ];
    const refusals = await Promise.allSettled(tries);
    const refused = { status: "rejected", reason: { code: "not-yours" } };
    expect(refusals).toMatchObject(tries.map(() => refused));
    expect(await open().find(organiser, subscription.id)).toEqual(subscription);
  });

  it("is paused and goes on without making up for what it missed; a second press changes nothing", async () => {
    const [id = ""] = await makeDue(database.db, [{ workspaceId: organiser.workspaceId, days: 3 }]);
    expect(await open().pause(organiser, id)).toMatchObject({ state: "paused", reason: null, next: [] });
    expect(await open().pause(organiser, id)).toMatchObject({ state: "paused" });
    const resumed = await open().resume(organiser, id);
    expect(resumed).toMatchObject({ state: "active" });
    expect(await open().resume(organiser, id)).toMatchObject({ state: "active", lastEdition: resumed.lastEdition });
    await openOutbox({ db: database.db, url: channels.url }).run();
    expect(channels.journal).toEqual([]);
    expect(await database.db.post.count({ where: { subscriptionId: id } })).toBe(0);
  });

  it("is posted though it is changed between its time and the next look at what is due", async () => {
    const { subscription } = await open().subscribe(organiser, MONDAYS);
    const { id } = subscription;
    const now = new Date(Math.floor(Date.now() / 60_000) * 60_000);
    const before = { weekday: null, hour: now.getUTCHours(), minute: now.getUTCMinutes(), zone: "UTC" };
    const yesterday = new Date(now.getTime() - 24 * 60 * 60_000);
    const last = { lastEdition: yesterday.toISOString().slice(0, 10), lastAt: yesterday, nextAt: now };
    await database.db.subscription.update({ where: { id }, data: { ...before, ...last } });
    const later = { ...before, hour: (before.hour + 1) % 24 };
    expect(await open().subscribe(organiser, { ...MONDAYS, ...later })).toMatchObject({ kind: "changed" });
    const outbox = openOutbox({ db: database.db, url: channels.url });
    await outbox.run();
    const edition = now.toISOString().slice(0, 10);
    expect(channels.journal.map(({ message }) => message)).toEqual([`C1 in ${edition}`]);
    expect((await open().find(organiser, id)).next.every((slot) => slot.edition > edition)).toBe(true);
  });

  it("can be seen, changed and ended though its zone is unknown here", async () => {
    const { subscription } = await open().subscribe(organiser, MONDAYS);
    await database.db.subscription.update({ where: { id: subscription.id }, data: { zone: "Mars/Olympus" } });
    expect(await open().list(organiser)).toMatchObject([{ zone: "Mars/Olympus", next: [] }]);
    const changed = await open().subscribe(organiser, MONDAYS);
    expect(changed).toMatchObject({ kind: "changed", subscription: { zone: "Europe/Berlin" } });
    expect(changed.subscription.next).toHaveLength(3);
  });

  it("stays paused while the channel refuses, and shows the reason", async () => {
    const [id = ""] = await makeDue(database.db, [{ workspaceId: organiser.workspaceId, channelId: "C9" }]);
    channels.mood.refuses.set("C9", "no-permission");
    await openOutbox({ db: database.db, url: channels.url }).run();
    await expect(open().resume(organiser, id)).rejects.toMatchObject({ code: "channel-refused" });
    const [listed] = await open().list(organiser);
    expect(listed).toMatchObject({ state: "paused", reason: "no-permission", newest: { state: "dead" } });
    channels.mood.refuses.clear();
    expect(await open().resume(organiser, id)).toMatchObject({ state: "active", reason: null });
    expect(await database.db.subscription.findUniqueOrThrow({ where: { id } })).toMatchObject({ toldAt: null });
  });

  it("is gone when it is removed, with its posts, and says so afterwards", async () => {
    const [id = ""] = await makeDue(database.db, [{ workspaceId: organiser.workspaceId }]);
    await openOutbox({ db: database.db, url: channels.url }).run();
    expect(await open().unsubscribe(organiser, id)).toMatchObject({ id, newest: { state: "sent" } });
    expect(await database.db.post.count({ where: { subscriptionId: id } })).toBe(0);
    await expect(open().unsubscribe(organiser, id)).rejects.toMatchObject({ code: "subscription-gone" });
  });

  it.each([
    { there: true, posts: 1, state: "sent" },
    { there: false, posts: 2, state: "sent" },
  ])("takes a person's word for a post that nobody could prove (there: $there)", async ({ there, posts, state }) => {
    const where = { workspaceId: organiser.workspaceId, platform: "blind" } as const;
    const [id = ""] = await makeDue(database.db, [where]);
    channels.mood.loses = () => channels.journal.length === 1;
    const outbox = openOutbox({ db: database.db, url: channels.url });
    await expect
      .poll(async () => {
        await outbox.run();
        return (await open().find(where, id)).newest?.state;
      })
      .toBe("unknown");
    channels.mood.loses = () => false;
    const edition = (await open().find(where, id)).newest?.edition ?? "";
    await open().settle(where, id, { edition, there });
    await open().settle(where, id, { edition, there: !there });
    await outbox.run();
    expect((await open().find(where, id)).newest).toMatchObject({ state, problem: null });
    expect(channels.journal.length).toBe(posts);
  });
});

describe("an organiser who was asked whether a post is there", () => {
  it("is asked again about the next one, and not about the same", async () => {
    const where = { workspaceId: organiser.workspaceId, platform: "blind" } as const;
    const [id = ""] = await makeDue(database.db, [where]);
    channels.mood.loses = () => channels.requests.at(-1) === "post";
    const outbox = openOutbox({ db: database.db, url: channels.url });
    const unclear = async () => {
      await outbox.run();
      return (await open().find(where, id)).newest?.state;
    };
    await expect.poll(unclear).toBe("unknown");
    await outbox.run();
    expect(channels.told).toHaveLength(1);
    const edition = (await open().find(where, id)).newest?.edition ?? "";
    await open().settle(where, id, { edition, there: false });
    await expect.poll(unclear).toBe("unknown");
    expect(channels.told).toHaveLength(2);
  });
});

describe("an organiser who deletes their account", () => {
  it("is followed by whoever subscribes the channel again or resumes it", async () => {
    const { subscription } = await open().subscribe(organiser, MONDAYS);
    const { id } = subscription;
    const next = { ...organiser, userId: randomUUID() };
    await database.db.user.create({ data: { id: next.userId } });
    await database.db.user.delete({ where: { id: organiser.userId } });
    const again = await open().subscribe(next, MONDAYS);
    expect(again).toMatchObject({ kind: "same", subscription: { id, organiserId: next.userId } });
    await database.db.subscription.update({ where: { id }, data: { organiserId: null, state: "paused" } });
    expect(await open().resume(next, id)).toMatchObject({ state: "active", organiserId: next.userId });
  });

  it("leaves the channel subscribed, and nobody is told of its troubles", async () => {
    const { subscription } = await open().subscribe(organiser, MONDAYS);
    await database.db.user.delete({ where: { id: organiser.userId } });
    expect(await open().find(organiser, subscription.id)).toMatchObject({ state: "active", organiserId: null });
    await database.db.subscription.update({
      where: { id: subscription.id },
      data: { lastAt: new Date(Date.now() - 8 * 24 * 60 * 60_000), lastEdition: "2020-W01", nextAt: new Date(0) },
    });
    await database.db.subscription.update({
      where: { id: subscription.id },
      data: { weekday: new Date().getUTCDay() || 7, hour: new Date().getUTCHours(), zone: "UTC" },
    });
    channels.mood.refuses.set("C1", "channel-gone");
    await openOutbox({ db: database.db, url: channels.url }).run();
    expect(await open().find(organiser, subscription.id)).toMatchObject({ state: "paused", reason: "channel-gone" });
    expect(channels.told).toEqual([]);
  });
});
