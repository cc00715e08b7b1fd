import { pino } from "pino";
import { afterEach, describe, expect, it, vi } from "vitest";
import { createDiscordPoster } from "#src/platforms/discord/poster.ts";
import { openStage, type Stage, says } from "./poster-stage.ts";

let stage: Stage | undefined;

afterEach(async () => {
  vi.useRealTimers();
  const { violations = [] } = stage?.server ?? {};
  await stage?.stop();
  stage = undefined;
  expect(violations).toEqual([]);
});

async function open(over: Parameters<typeof openStage>[0] = {}): Promise<Stage> {
  stage = await openStage(over);
  return stage;
}

type Seen = { method: string; path: string };
const isPost = ({ method, path }: Seen) => method === "POST" && path.endsWith("/messages");

describe("a post that Discord refuses", () => {
  it("C1: says that the channel is gone, after one try", async () => {
    const { poster, target, channel, sent } = await open();
    channel.disappears();
    expect(await poster.post(target, says("x"), { nonce: "n1" })).toEqual({
      kind: "refused",
      problem: "channel-gone",
      fix: "Choose a text or announcement channel of this server.",
    });
    expect(sent()).toHaveLength(1);
  });

  it("C2: names the missing permissions in Discord's words, and how to grant them", async () => {
    const { poster, target, channel, sent } = await open();
    channel.denies("sendMessages", "readHistory");
    const refused = await poster.post(target, says("x"), { nonce: "n1" });
    expect(refused).toMatchObject({
      kind: "refused",
      problem: "no-permission",
      missing: ["Send Messages", "Read Message History"],
    });
    expect(refused.kind === "refused" && refused.fix).toMatch(
      /^Allow Send Messages and .* in #jobs: open Edit Channel/,
    );
    channel.denies("viewChannel");
    const hidden = await poster.post(target, says("x"), { nonce: "n1" });
    expect(hidden).toMatchObject({ kind: "refused", problem: "channel-hidden", missing: ["View Channel"] });
    expect(sent()).toHaveLength(2);
  });

  it("C2: says what to allow also when Discord does not answer any more", async () => {
    const { poster, target, channel, server } = await open();
    channel.denies("sendMessages");
    server.fault({ match: ({ path }) => path.endsWith("@me"), kind: "drop-before" });
    const refused = await poster.post(target, says("x"), { nonce: "n1" });
    expect(refused).toMatchObject({ kind: "refused", problem: "no-permission" });
    expect(refused.kind === "refused" && refused.fix).toContain("Send Messages");
  });

  it("C3: says that the server is gone when the bot was kicked, while others go on", async () => {
    const { poster, target, guild, server } = await open();
    const other = server.guild();
    guild.kicksBot();
    const refused = await poster.post(target, says("x"), { nonce: "n1" });
    expect(refused).toMatchObject({ kind: "refused", problem: "workspace-gone" });
    expect(refused.kind === "refused" && refused.fix).toContain(`guild_id=${guild.id}`);
    const there = { workspaceId: other.id, channelId: other.channel("jobs").id };
    expect(await poster.post(there, says("x"), { nonce: "n2" })).toMatchObject({ kind: "sent" });
  });

  it("says what AutoMod blocked", async () => {
    const { poster, target, server } = await open();
    const body = { message: "Message was blocked by automatic moderation", code: 200000 };
    server.fault({ match: isPost, kind: "status", status: 400, body });
    const refused = await poster.post(target, says("x"), { nonce: "n1" });
    expect(refused).toMatchObject({ kind: "refused", problem: "no-permission" });
    expect(refused.kind === "refused" && refused.fix).toContain("AutoMod");
  });

  it("pauses nobody's channel for a mistake of ours", async () => {
    const { poster, target, server, logged } = await open();
    server.fault({ match: isPost, kind: "status", status: 400, body: { message: "Invalid Form Body", code: 50035 } });
    expect(await poster.post(target, says("x"), { nonce: "n1" })).toEqual({ kind: "unsure" });
    expect(logged).toMatchObject([{ what: "post", status: 400, code: 50035 }]);
  });

  it("pauses nobody's channel for an operator's token: Discord is left alone for ten minutes", async () => {
    const { server, target, poster: _ } = await open();
    const lines: string[] = [];
    const log = pino({ level: "debug" }, { write: (line: string) => void lines.push(line) });
    const settings = { token: "MTIz.wrong.token", apiUrl: server.url, drawChart: async () => new Uint8Array(), log };
    const poster = createDiscordPoster(settings);
    const first = await poster.post(target, says("x"), { nonce: "n1" });
    expect(first).toEqual({ kind: "later", milliseconds: 600_000, scope: "platform" });
    for (let count = 0; count < 20; count += 1) await poster.post(target, says("x"), { nonce: "n1" });
    expect(await poster.check(target)).toMatchObject({ ok: false });
    expect(server.invalidRequests).toBe(1);
    expect(lines.join()).toContain("does not take the bot's token");
    expect(lines.join()).not.toContain("wrong.token");
    poster.stop();
  });
});

describe("C5: a post for which Discord asks to wait", () => {
  it.each([
    ["user", "channel"],
    ["shared", "channel"],
    ["global", "platform"],
  ] as const)("is put off for as long as Discord says (%s), without a second request", async (scope, held) => {
    const { poster, target, server, posts, sent } = await open();
    server.fault({ match: isPost, kind: "status", status: 429, seconds: 65, scope });
    const wait = { kind: "later", scope: held };
    const first = await poster.post(target, says("x"), { nonce: "n1" });
    expect(first).toEqual({ ...wait, milliseconds: 65_000 });
    const again = await poster.post(target, says("x"), { nonce: "n1" });
    expect(again).toMatchObject(wait);
    expect(again.kind === "later" && again.milliseconds).toBeGreaterThan(60_000);
    expect(posts()).toEqual([]);
    expect(sent()).toHaveLength(1);
  });

  it("holds up no other channel where it is about one", async () => {
    const { poster, target, guild, server } = await open();
    server.fault({ match: isPost, kind: "status", status: 429, seconds: 65, scope: "shared" });
    await poster.post(target, says("x"), { nonce: "n1" });
    const other = { ...target, channelId: guild.channel("other").id };
    expect(await poster.post(other, says("x"), { nonce: "n2" })).toMatchObject({ kind: "sent" });
  });

  it("waits as long as the longer of two limits says", async () => {
    const { poster, target, server } = await open();
    const headers = { "x-ratelimit-remaining": "0", "x-ratelimit-reset-after": "0.2", "x-ratelimit-limit": "5" };
    server.fault({ match: isPost, kind: "status", status: 429, seconds: 65, scope: "shared", headers });
    const later = await poster.post(target, says("x"), { nonce: "n1" });
    expect(later).toEqual({ kind: "later", milliseconds: 65_000, scope: "channel" });
  });

  it("leaves Discord alone when it is blocked on the way to it", async () => {
    const { poster, target, server } = await open();
    server.fault({
      match: isPost,
      kind: "status",
      status: 403,
      body: { message: "internal network error", code: 40333 },
    });
    const blocked = { kind: "later", milliseconds: 60_000, scope: "platform" };
    expect(await poster.post(target, says("x"), { nonce: "n1" })).toEqual(blocked);
  });

  it("is put off, not unsure, when there is no connection over which it could have been sent", async () => {
    const { poster, target, server, posts } = await open();
    await server.stop();
    const later = await poster.post(target, says("x"), { nonce: "n1" });
    expect(later).toEqual({ kind: "later", milliseconds: 20_000, scope: "platform" });
    expect(posts()).toEqual([]);
  });

  it("is put off by itself before a limit is reached, so that Discord has nothing to refuse", async () => {
    const { poster, target, server, posts } = await open({ server: { enforceBuckets: true } });
    const kinds: string[] = [];
    for (let count = 0; count < 8; count += 1)
      kinds.push((await poster.post(target, says("x"), { nonce: `n${count}` })).kind);
    expect(kinds).toEqual(["sent", "sent", "sent", "sent", "sent", "later", "later", "later"]);
    expect(posts()).toHaveLength(5);
    expect(server.invalidRequests).toBe(0);
  });

  it("keeps to fifty requests a second over all channels, and loses none", async () => {
    const { poster, target, guild, server } = await open();
    // Both sides count by this clock: on a slow machine, one's second would else begin later than the other's.
    vi.useFakeTimers({ toFake: ["Date"] });
    const channels = Array.from({ length: 120 }, (_, index) => guild.channel(`jobs-${index}`).id);
    const waiting = new Map(channels.map((channelId, index) => [channelId, `n${index}`]));
    const tries = async () => {
      await Promise.all(
        [...waiting].map(async ([channelId, nonce]) => {
          const posted = await poster.post({ ...target, channelId }, says("x"), { nonce });
          if (posted.kind === "sent") waiting.delete(channelId);
          else expect(posted).toMatchObject({ kind: "later", scope: "platform" });
        }),
      );
      return waiting.size;
    };
    for (const left of [70, 20, 0]) {
      await expect.poll(tries, { interval: 100 }).toBe(left);
      expect(await tries()).toBe(left);
      vi.setSystemTime(Date.now() + 1001);
    }
    const times = server.journal.filter(isPost).map(({ at }) => at);
    expect(times).toHaveLength(120);
    expect(server.invalidRequests).toBe(0);
  });
});
