import { pino } from "pino";
import { afterEach, describe, expect, it, vi } from "vitest";
import { createDiscordPoster } from "#src/platforms/discord/poster.ts";
import { longAgo, openStage, type Stage, says } from "./poster-stage.ts";

let stage: Stage | undefined;

afterEach(async () => {
  const { violations = [] } = stage?.server ?? {};
  await stage?.stop();
  stage = undefined;
  expect(violations).toEqual([]);
});

async function open(over: Parameters<typeof openStage>[0] = {}): Promise<Stage> {
  stage = await openStage(over);
  return stage;
}

const isPost = ({ method, path }: { method: string; path: string }) => method === "POST" && path.endsWith("/messages");
const isList = ({ method, path }: { method: string; path: string }) => method === "GET" && path.endsWith("/messages");
const refOf = (posted: { kind: string; ref?: string }) => posted.ref ?? `not sent: ${posted.kind}`;

describe("a post of which no answer came", () => {
  it("is unsure, whether it is there or not, and was sent once", async () => {
    const { poster, target, posts, server, sent } = await open();
    server.fault({ match: isPost, kind: "drop-after" });
    server.fault({ match: isPost, kind: "drop-before" });
    expect(await poster.post(target, says("a"), { nonce: "n1" })).toEqual({ kind: "unsure" });
    expect(await poster.post(target, says("b"), { nonce: "n2" })).toEqual({ kind: "unsure" });
    expect(posts().map((message) => message.text())).toEqual(["a"]);
    expect(sent()).toHaveLength(2);
  });

  it("is unsure when Discord breaks, before or after it was taken", async () => {
    const { poster, target, posts, server, sent } = await open();
    server.fault({ match: isPost, kind: "status", status: 502, committed: true });
    server.fault({ match: isPost, kind: "status", status: 500 });
    expect(await poster.post(target, says("a"), { nonce: "n1" })).toEqual({ kind: "unsure" });
    expect(await poster.post(target, says("b"), { nonce: "n2" })).toEqual({ kind: "unsure" });
    expect(posts()).toHaveLength(1);
    expect(sent()).toHaveLength(2);
  });

  it("is unsure when the answer takes longer than a call may, and does not hold up its channel", async () => {
    const { poster, target, posts, server } = await open({ poster: { requestMs: 2000 } });
    server.fault({ match: isPost, kind: "delay", delayMs: 10_000, committed: true });
    // Its turn may come in the moment before its own time is over as well.
    server.fault({ match: ({ body }) => JSON.stringify(body ?? "").includes('"n2"'), kind: "drop-before" });
    const [slow, waiting] = await Promise.all([
      poster.post(target, says("a"), { nonce: "n1" }),
      poster.post(target, says("b"), { nonce: "n2" }),
    ]);
    expect([slow.kind, waiting.kind]).toEqual(["unsure", "unsure"]);
    expect(await poster.post(target, says("c"), { nonce: "n3" })).toMatchObject({ kind: "sent" });
    expect(posts().map((message) => message.text())).toEqual(["a", "c"]);
  });

  it("is safe to send again for a minute and a half, and nothing is asked for that", async () => {
    const { poster, target, server } = await open();
    const found = await poster.find(target, { nonce: "n1", since: new Date(Date.now() - 85_000) });
    expect(found).toEqual({ kind: "not-there" });
    expect(server.journal).toEqual([]);
  });

  it("is found by its nonce after that, among posts of ours and of others", async () => {
    const { poster, target, channel, member } = await open();
    await poster.post(target, says("same words"), { nonce: "n0" });
    channel.chats(member, "hello", 3);
    const posted = await poster.post(target, says("same words"), { nonce: "n1" });
    await poster.post(target, says("same words"), { nonce: "n2" });
    expect(await poster.find(target, { nonce: "n1", since: longAgo() })).toEqual({ kind: "there", ref: refOf(posted) });
    expect(await poster.find(target, { nonce: "n9", since: longAgo() })).toEqual({ kind: "not-there" });
  });

  it("is found although our clock is minutes ahead of Discord's", async () => {
    const { poster, target } = await open();
    const posted = await poster.post(target, says("a"), { nonce: "n1" });
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 390_000 });
    try {
      expect(await poster.find(target, { nonce: "n1", since: longAgo() })).toEqual({
        kind: "there",
        ref: refOf(posted),
      });
    } finally {
      vi.useRealTimers();
    }
  });

  it("is not taken from another bot that copies it", async () => {
    const { poster, target, channel, server } = await open();
    const posted = await poster.post(target, says("x"), { nonce: "n1" });
    const copied = server.message(refOf(posted));
    const other = server.person({ name: "Copycat" });
    channel.chats(other, "x", 1, copied?.components);
    await poster.withdraw(target, refOf(posted));
    expect(await poster.find(target, { nonce: "n1", since: longAgo() })).toEqual({ kind: "not-there" });
  });

  it("is found in its thread, by a name with which it can be taken back", async () => {
    const { poster, target, posts } = await open();
    const thread = refOf(await poster.post(target, says("main"), { nonce: "n1" }));
    await poster.openThread(target, thread, "Details");
    const details = await poster.post(target, says("details"), { nonce: "n2", thread });
    const found = await poster.find(target, { nonce: "n2", since: longAgo(), thread });
    expect(found).toEqual({ kind: "there", ref: refOf(details) });
    expect(await poster.find(target, { nonce: "n2", since: longAgo() })).toEqual({ kind: "not-there" });
    await poster.withdraw(target, refOf(details));
    expect(posts(thread)).toEqual([]);
  });

  it("is found a second time besides the copy that stands", async () => {
    const { poster, target } = await open({ server: { nonceMs: 0 } });
    const first = refOf(await poster.post(target, says("x"), { nonce: "n1" }));
    await expect.poll(async () => refOf(await poster.post(target, says("x"), { nonce: "n1" }))).not.toBe(first);
    const sought = { nonce: "n1", since: longAgo() };
    const found = await poster.find(target, { ...sought, besides: first });
    expect(found.kind === "there" && found.ref !== first).toBe(true);
    await poster.withdraw(target, first);
    expect(await poster.find(target, { ...sought, besides: refOf(found) })).toEqual({ kind: "not-there" });
  });

  it("is found behind hundreds of other messages, over several calls where Discord asks to wait", async () => {
    const { poster, target, channel, member, server } = await open();
    channel.chats(member, "hello", 450);
    const posted = await poster.post(target, says("x"), { nonce: "n1" });
    channel.chats(member, "hello", 450);
    const lists = () => server.journal.filter(isList);
    // The third page is refused.
    server.fault({ match: (seen) => isList(seen) && lists().length === 3, kind: "status", status: 429, seconds: 0.05 });
    const sought = { nonce: "n1", since: longAgo() };
    expect(await poster.find(target, sought)).toEqual({ kind: "later", milliseconds: 50 });
    await expect.poll(() => poster.find(target, sought)).toEqual({ kind: "there", ref: refOf(posted) });
    // Two pages, the refused one, and from there on: nothing is read twice.
    expect(lists().map(({ status }) => status)).toEqual([200, 200, 429, 200, 200, 200]);
    expect(await poster.find(target, { ...sought, nonce: "n2" })).toEqual({ kind: "not-there" });
    expect(lists()).toHaveLength(16);
  });

  it("is unknown where nobody may read what was written before, although Discord says that nothing was", async () => {
    const { poster, target, channel } = await open();
    await poster.post(target, says("x"), { nonce: "n1" });
    channel.denies("readHistory");
    expect(await poster.find(target, { nonce: "n1", since: longAgo() })).toEqual({ kind: "unknown" });
    channel.allowsAll();
    expect(await poster.find(target, { nonce: "n1", since: longAgo() })).toMatchObject({ kind: "there" });
  });

  it("is not there in a channel in which nothing was written", async () => {
    const { poster, target } = await open();
    expect(await poster.find(target, { nonce: "n1", since: longAgo() })).toEqual({ kind: "not-there" });
  });

  it("is unknown in a channel that is hidden from us, and not there in one that is gone", async () => {
    const { poster, target, channel } = await open();
    await poster.post(target, says("x"), { nonce: "n1" });
    channel.denies("viewChannel");
    expect(await poster.find(target, { nonce: "n1", since: longAgo() })).toEqual({ kind: "unknown" });
    channel.disappears();
    expect(await poster.find(target, { nonce: "n1", since: longAgo() })).toEqual({ kind: "not-there" });
  });

  it("can be looked up later when Discord does not answer now", async () => {
    const { poster, target, server } = await open();
    const posted = await poster.post(target, says("x"), { nonce: "n1" });
    for (const kind of ["drop-before", "status"] as const) {
      server.fault({ match: isList, kind, status: 503 });
      expect(await poster.find(target, { nonce: "n1", since: longAgo() })).toMatchObject({ kind: "later" });
    }
    expect(await poster.find(target, { nonce: "n1", since: longAgo() })).toEqual({ kind: "there", ref: refOf(posted) });
  });

  it("is found by another process than the one that sent it", async () => {
    const { poster, target, server } = await open();
    const posted = await poster.post(target, says("x"), { nonce: "n1" });
    const settings = { token: server.token, apiUrl: server.url, drawChart: async () => new Uint8Array() };
    const second = createDiscordPoster({ ...settings, log: pino({ level: "silent" }) });
    expect(await second.find(target, { nonce: "n1", since: longAgo() })).toEqual({ kind: "there", ref: refOf(posted) });
    second.stop();
  });
});
