import { randomBytes } from "node:crypto";
import { createServer, type Server, type Socket } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { pino } from "pino";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Message } from "#src/chat/message.ts";
import type { Poster } from "#src/chat/platform.ts";
import { openDatabase } from "#src/db/client.ts";
import { createPlaygroundStore } from "#src/db/playground-store.ts";
import { createPlayground } from "#src/platforms/playground/connect.ts";
import type { WireMessage } from "#src/platforms/playground/live.ts";
import { createClient, heardIn } from "./client.ts";
import { everything, pretendChart, simple } from "./pretend.ts";
import { pretendDispatch, startWorld, type World } from "./world.ts";

const LOUNGE = { workspaceId: "local", channelId: "career-lounge" };
const POST: Message = simple("Pay rose by two per cent.");

let world: World;
let client: ReturnType<typeof createClient>;

describe("posting to the playground", () => {
  beforeAll(async () => {
    world = await startWorld();
    client = createClient(world);
  });
  beforeEach(() => world.empty());
  afterAll(() => world?.stop());

  it("checks the channel and the role before anybody relies on them", async () => {
    expect(await poster().check(LOUNGE)).toEqual({ ok: true, channelName: "#career-lounge" });
    for (const mention of ["job-seekers", "@Job seekers", " @job-seekers"]) {
      const mentioned = { id: "job-seekers", name: "Job seekers" };
      expect(await poster().check({ ...LOUNGE, mention })).toMatchObject({ ok: true, mention: mentioned });
    }
    const roles = "Choose one of the roles that are here: @Job seekers, @Mentors.";
    const refused = { ok: false, problem: "mention-refused", fix: roles };
    expect(await poster().check({ ...LOUNGE, mention: "@everyone" })).toEqual(refused);
    const channels = "#career-lounge, #job-search.";
    expect(await poster().check({ ...LOUNGE, channelId: "secret" })).toEqual({
      ok: false,
      problem: "channel-hidden",
      fix: `Choose one of the channels that are here: ${channels}`,
    });
    expect(await poster().check({ ...LOUNGE, workspaceId: "elsewhere" })).toMatchObject({ problem: "channel-hidden" });
    expect(await poster().check({ ...LOUNGE, channelId: "dm-olivia" })).toEqual({
      ok: false,
      problem: "no-permission",
      fix: `A direct message takes no posts. Choose one of the channels: ${channels}`,
    });
  });

  it("shows a post to every open window at once, and to those that open later", async () => {
    const windows = await Promise.all([client.open("alice"), client.open("bob", "job-search")]);
    for (const window of windows) await window.next("snapshot");
    const nonce = newNonce();
    expect(await poster().post(LOUNGE, POST, { nonce, mention: "job-seekers" })).toEqual({ kind: "sent", ref: nonce });
    for (const window of windows) {
      const { message } = await window.next("message");
      expect(message).toMatchObject({ id: nonce, channel: "career-lounge", thread: null, author: "greenroom" });
      expect(message).toMatchObject({ private: false, content: { mention: "Job seekers" } });
      await window.close();
    }
    expect(await client.messages("olivia")).toMatchObject([{ id: nonce, content: { mention: "Job seekers" } }]);
  });

  it("posts once with one nonce, however often it is asked, with the same pictures", async () => {
    const nonce = newNonce();
    const posted = await Promise.all([1, 2, 3].map(() => poster().post(LOUNGE, everything(), { nonce })));
    expect(posted).toEqual(Array(3).fill({ kind: "sent", ref: nonce }));
    const [message, ...others] = await client.messages();
    expect(others).toEqual([]);
    const blocks = message?.content.kind === "drawn" ? message.content.blocks : [];
    const ids = blocks.flatMap((block) => ("fileId" in block && block.fileId ? block.fileId : []));
    expect(ids).toHaveLength(5);
    for (const id of ids) expect((await client.request(`/files/${id}`)).status).toBe(200);
    expect(await world.db.playgroundFile.count()).toBe(5);
  });

  it("finds what is there, tells the windows about it, and knows what is not", async () => {
    const nonce = newNonce();
    const sought = { nonce, since: new Date() };
    expect(await poster().find(LOUNGE, sought)).toEqual({ kind: "not-there" });
    await poster().post(LOUNGE, POST, { nonce });
    await world.restart();
    const window = await client.open("alice", "job-search");
    await window.next("snapshot");
    expect(await poster().find(LOUNGE, sought)).toEqual({ kind: "there", ref: nonce });
    expect((await window.next("message")).message.id).toBe(nonce);
    await window.close();
    expect(await poster().find({ ...LOUNGE, channelId: "job-search" }, sought)).toEqual({ kind: "not-there" });
  });

  it("opens a thread once, whose details and answers stand below the post alone", async () => {
    const [nonce, details] = [newNonce(), newNonce()];
    await poster().post(LOUNGE, POST, { nonce });
    const opened = { kind: "sent", ref: nonce };
    expect(await poster().openThread(LOUNGE, nonce, "Pay, in detail")).toEqual(opened);
    expect(await poster().openThread(LOUNGE, nonce, "Another name")).toEqual(opened);
    expect(await poster().post(LOUNGE, everything(), { nonce: details, thread: nonce })).toMatchObject({
      ref: details,
    });
    const below = (await client.messages()).find(({ id }) => id === details) as WireMessage;
    await client.press(below, "Save it");
    await client.press(below, "Share");
    await client.command("quiz start");
    expect((await client.messages()).map((message) => [message.thread, heardIn(message)])).toEqual([
      [null, "Pay rose by two per cent."],
      [null, "/quiz start"],
      [null, "Question 1 of 5"],
      [nonce, "Pay, in detail"],
      [nonce, "One of each block"],
      [nonce, "You pressed save."],
      [nonce, "Alice shared this."],
    ]);
    expect((await client.messages("bob")).map(heardIn)).not.toContain("You pressed save.");
  });

  it("opens no thread below what is not there, and posts nothing into one", async () => {
    const refused = { kind: "refused", problem: "channel-gone" };
    expect(await poster().openThread(LOUNGE, "nowhere", "Title")).toMatchObject(refused);
    expect(await poster().post(LOUNGE, POST, { nonce: newNonce(), thread: "nowhere" })).toMatchObject(refused);
    expect(await client.messages()).toEqual([]);
  });

  it("answers a form that was opened from a post beside it, and nobody else", async () => {
    const nonce = newNonce();
    await poster().post(LOUNGE, everything(), { nonce });
    const [post] = await client.messages();
    await client.press(post as WireMessage, "Fill in the form");
    const values = { name: "Alice", years: "4" };
    await client.ask({ kind: "form", id: "profile/form:button", values }, { messageId: nonce });
    expect((await client.messages("bob")).map(heardIn)).toEqual(["One of each block"]);
    expect((await client.messages()).map(heardIn)).toEqual(["One of each block", "Saved the profile of Alice"]);
  });

  it("answers a form that was opened in a thread there, also when it takes longer", async () => {
    const [nonce, details] = [newNonce(), newNonce()];
    await poster().post(LOUNGE, POST, { nonce });
    await poster().openThread(LOUNGE, nonce, "Pay");
    await poster().post(LOUNGE, everything(), { nonce: details, thread: nonce });
    const below = (await client.messages()).find(({ id }) => id === details) as WireMessage;
    const window = await client.open();
    await window.next("snapshot");
    await client.ask(
      { kind: "form", id: "profile/form:button", values: { name: "A", years: "4" } },
      { messageId: details },
    );
    await client.press(below, "Take your time");
    const threads = [];
    while (threads.length < 2) threads.push((await window.next("message")).message.thread);
    expect(threads).toEqual([nonce, nonce]);
    await window.next("answered");
    await window.close();
  });

  it("gives the newest of a thread at first, and the others on demand", async () => {
    const nonce = newNonce();
    await poster().post(LOUNGE, POST, { nonce });
    await poster().openThread(LOUNGE, nonce, "Pay");
    for (let number = 1; number <= 65; number++)
      await poster().post(LOUNGE, simple(`Reply ${number}`), { nonce: newNonce(), thread: nonce });
    const window = await client.open();
    const first = (await window.next("snapshot")) as unknown as { messages: WireMessage[]; moreBelow: string[] };
    await window.close();
    expect(first.moreBelow).toEqual([nonce]);
    const newest = first.messages.map(heardIn);
    expect(newest.slice(0, 3)).toEqual(["Pay rose by two per cent.", "Pay", "Reply 6"]);
    expect(newest).toHaveLength(62);
    const before = first.messages[2]?.at ?? "";
    const query = new URLSearchParams({ as: "alice", channel: "career-lounge", thread: nonce, before });
    const older = (await (await client.request(`/api/messages?${query}`)).json()) as typeof first & { more: boolean };
    expect(older.messages.map(heardIn)).toEqual([1, 2, 3, 4, 5].map((number) => `Reply ${number}`));
    expect(older.more).toBe(false);
  });

  it("counts no reply as a message of the channel: 60 posts with threads are 60 posts", async () => {
    for (let number = 1; number <= 61; number++) {
      const nonce = newNonce();
      await poster().post(LOUNGE, simple(`Post ${number}`), { nonce });
      if (number > 58) await poster().openThread(LOUNGE, nonce, "Details");
    }
    const messages = await client.messages();
    expect(messages.filter(({ thread }) => thread === null)).toHaveLength(60);
    expect(messages.filter(({ thread }) => thread !== null)).toHaveLength(3);
  });

  it("keeps whom a post notifies when one of its buttons changes it", async () => {
    const nonce = newNonce();
    await poster().post(LOUNGE, everything(), { nonce, mention: "mentors" });
    const [message] = await client.messages();
    await client.ask({ kind: "action", id: "show/pick", chosen: "retail" }, { messageId: message?.id ?? "" });
    expect(await client.messages()).toMatchObject([{ id: nonce, edited: true, content: { mention: "Mentors" } }]);
  });

  it("goes out without a role that is not there any more", async () => {
    const nonce = newNonce();
    await poster().post(LOUNGE, POST, { nonce, mention: "alumni" });
    expect((await client.messages())[0]?.content).not.toHaveProperty("mention");
  });

  it("tells an organiser in their direct message, and nobody who is not here", async () => {
    const window = await client.open("olivia", "career-lounge");
    await window.next("snapshot");
    expect(await poster().tell({ workspaceId: "local", userId: "olivia" }, simple("It is paused."))).toBe("told");
    expect((await window.next("message")).message).toMatchObject({ channel: "dm-olivia" });
    await window.close();
    expect((await client.messages("olivia", "dm-olivia")).map(heardIn)).toEqual(["It is paused."]);
    expect(await poster().tell({ workspaceId: "local", userId: "nobody" }, POST)).toBe("never");
  });

  it("withdraws a post of its own with its pictures, and nothing of anybody else", async () => {
    const nonce = newNonce();
    await poster().post(LOUNGE, everything(), { nonce });
    await client.ask({ kind: "say", text: "Good morning" });
    const window = await client.open();
    await window.next("snapshot");
    for (const { id } of await client.messages()) await poster().withdraw(LOUNGE, id);
    expect(await window.next("gone")).toMatchObject({ id: nonce });
    await window.close();
    expect((await client.messages()).map(heardIn)).toEqual(["Good morning"]);
    expect(await world.db.playgroundFile.count()).toBe(0);
    await poster().withdraw(LOUNGE, "nowhere");
  });

  it("refuses a channel that is not there, and posts nothing while it is closing", async () => {
    const elsewhere = { ...LOUNGE, channelId: "secret" };
    const refused = { kind: "refused", problem: "channel-hidden" };
    expect(await poster().post(elsewhere, POST, { nonce: newNonce() })).toMatchObject(refused);
    const { poster: closing } = world.playground();
    await world.restart();
    const later = await closing?.post(LOUNGE, POST, { nonce: newNonce() });
    expect(later).toMatchObject({ kind: "later", scope: "platform" });
    expect(await client.messages()).toEqual([]);
  });
});

describe("posting while the store", () => {
  it("is away says that nothing is known, and throws nothing", async () => {
    await expectNothingKnown("postgresql://nobody@127.0.0.1:9/greenroom");
  });

  it("takes connections and never answers says the same", async () => {
    const { server, port, hangUp } = await silentServer();
    await expectNothingKnown(`postgresql://nobody@127.0.0.1:${port}/greenroom`);
    hangUp();
    server.close();
  });

  // The port promises ten seconds.
  it("is held up by a picture that is never drawn says so in time", async () => {
    const tooLate = wait(10_000, "too late", { ref: false });
    const { poster: held } = playgroundOver("postgresql://nobody@127.0.0.1:9/greenroom", () => new Promise(() => {}));
    const posted = held.post(LOUNGE, everything(), { nonce: newNonce() });
    expect(await Promise.race([posted, tooLate])).toEqual({ kind: "unsure" });
  });
});

function playgroundOver(connectionString: string, drawChart = pretendChart) {
  const db = openDatabase({ connectionString });
  const playground = createPlayground({
    dispatch: pretendDispatch(),
    store: createPlaygroundStore(db),
    log: pino({ level: "silent" }),
    drawChart,
    observe: { acknowledged() {} },
  });
  return { db, poster: playground.poster as Poster };
}

async function expectNothingKnown(connectionString: string): Promise<void> {
  const { db, poster: away } = playgroundOver(connectionString);
  const nonce = newNonce();
  expect(await away.check(LOUNGE)).toMatchObject({ ok: true });
  expect(
    await Promise.all([
      away.post(LOUNGE, everything(), { nonce }),
      away.openThread(LOUNGE, nonce, "Title"),
      away.find(LOUNGE, { nonce, since: new Date() }),
      away.tell({ workspaceId: "local", userId: "olivia" }, POST),
      away.withdraw(LOUNGE, nonce),
    ]),
  ).toEqual([{ kind: "unsure" }, { kind: "unsure" }, { kind: "later", milliseconds: 5_000 }, "later", undefined]);
  await db.$disconnect();
}

function silentServer(): Promise<{ server: Server; port: number; hangUp: () => void }> {
  const sockets = new Set<Socket>();
  const hangUp = () => {
    for (const socket of sockets) socket.destroy();
  };
  const server = createServer((socket) => sockets.add(socket));
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve({ server, port: (server.address() as { port: number }).port, hangUp }));
  });
}

function poster(): Poster {
  const { poster: offered } = world.playground();
  if (!offered) throw new Error("The playground offers no poster");
  return offered;
}

const newNonce = () => randomBytes(15).toString("base64url");
