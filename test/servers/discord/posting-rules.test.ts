import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type DiscordServer, type Guild, type Place, startDiscordServer } from "./index.ts";

// What the local Discord refuses and whom it notifies, asked by hand: a client library would not let some of it pass.

let server: DiscordServer;
let guild: Guild;
let channel: Place;

beforeEach(async () => {
  server = await startDiscordServer({ enforceBuckets: false, specsDir: "", mostThreads: 2 });
  guild = server.guild();
  channel = guild.channel("jobs");
});

afterEach(() => {
  vi.useRealTimers();
  return server.stop();
});

async function rest(method: string, path: string, body?: object) {
  const answer = await fetch(`${server.url}/v10${path}`, {
    method,
    headers: { authorization: `Bot ${server.token}`, ...(body && { "content-type": "application/json" }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  const said = await answer.text();
  const parsed = (said === "" ? {} : JSON.parse(said)) as Record<string, unknown>;
  return { status: answer.status, code: Number(parsed["code"] ?? 0), body: parsed, headers: answer.headers };
}

const say = (content: string, more: object = {}, place: { id: string } = channel) =>
  rest("POST", `/channels/${place.id}/messages`, { content, allowed_mentions: { parse: [] }, ...more });
const threadOn = async (content: string) => {
  const { body } = await say(content);
  return {
    id: String(body["id"]),
    open: (name = "Talk") => rest("POST", `/channels/${channel.id}/messages/${String(body["id"])}/threads`, { name }),
  };
};

describe("permissions", () => {
  it("are the role of everybody, own roles, and what the channel changes, in Discord's order", async () => {
    expect((await say("x")).status).toBe(200);
    channel.permits("everyone", { deny: ["sendMessages"] });
    expect((await say("x")).code).toBe(50_013);
    const speaker = guild.role("Speaker");
    channel.permits(speaker, { allow: ["sendMessages"] });
    expect((await say("x")).code).toBe(50_013);
    guild.gives(speaker);
    expect((await say("x")).status).toBe(200);
    channel.denies("sendMessages");
    expect((await say("x")).code).toBe(50_013);
    guild.gives(guild.role("Admins", { permissions: ["administrator"] }));
    expect((await say("x")).status).toBe(200);
  });

  it("let nobody read or write in a hidden channel, which is in the list of channels all the same", async () => {
    channel.denies("viewChannel");
    expect((await say("x")).code).toBe(50_001);
    expect((await rest("GET", `/channels/${channel.id}`)).code).toBe(50_001);
    const listed = (await rest("GET", `/guilds/${guild.id}/channels`)).body as unknown as { id: string }[];
    expect(listed.map(({ id }) => id)).toEqual([channel.id]);
  });

  it("hide what was written before without refusing to show it", async () => {
    await say("x");
    channel.denies("readHistory");
    expect((await rest("GET", `/channels/${channel.id}/messages`)).body).toEqual([]);
  });

  it("end when the bot is kicked", async () => {
    guild.kicksBot();
    for (const path of [`/guilds/${guild.id}`, `/channels/${channel.id}`])
      expect((await rest("GET", path)).code).toBe(50_001);
    guild.addsBot();
    expect((await rest("GET", `/guilds/${guild.id}`)).status).toBe(200);
  });
});

describe("mentions", () => {
  const pinged = async (content: string, allowed: object) => {
    const { body } = await say(content, { allowed_mentions: allowed });
    return server.message(String(body["id"]))?.pinged;
  };

  it("reach the roles that are named and mentionable, and nobody else", async () => {
    const [told, closed] = [guild.role("told", { mentionable: true }), guild.role("closed")];
    const text = `<@&${told.id}> <@&${closed.id}> @everyone`;
    expect(await pinged(text, { parse: [], roles: [told.id, closed.id] })).toEqual({
      roles: [told.id],
      users: [],
      everyone: false,
    });
    expect(await pinged(text, { parse: [] })).toEqual({ roles: [], users: [], everyone: false });
    expect(await pinged(`\\<@&${told.id}>`, { parse: [], roles: [told.id] })).toMatchObject({ roles: [] });
    guild.gives(guild.role("Loud", { permissions: ["mentionEveryone"] }));
    expect(await pinged(text, { parse: [], roles: [closed.id] })).toMatchObject({ roles: [closed.id] });
  });

  it("are noted as a violation where a message may mention by itself, and refused where it contradicts itself", async () => {
    const told = guild.role("told", { mentionable: true });
    expect(await pinged(`<@&${told.id}>`, { parse: ["roles"] })).toMatchObject({ roles: [told.id] });
    expect(server.violations.join()).toContain("allowed_mentions");
    const both = await say("x", { allowed_mentions: { parse: ["roles"], roles: [told.id] } });
    expect(both.code).toBe(50_035);
  });
});

describe("a nonce", () => {
  it("makes one message while it is remembered, and only where it is enforced", async () => {
    const once = { nonce: "n1", enforce_nonce: true };
    const [first, second] = [await say("a", once), await say("b", once)];
    expect(second.body["id"]).toBe(first.body["id"]);
    expect((await say("a", { nonce: "n1" })).body["id"]).not.toBe(first.body["id"]);
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 2 * 60_000 + 1 });
    expect((await say("a", once)).body["id"]).not.toBe(first.body["id"]);
    expect((await say("a", { nonce: "n".repeat(26) })).code).toBe(50_035);
  });
});

describe("threads", () => {
  it("hang on a message of a text or announcement channel, once", async () => {
    const { id, open } = await threadOn("main");
    const { status, body } = await open();
    expect([status, body["id"], body["parent_id"]]).toEqual([201, id, channel.id]);
    expect((await open()).code).toBe(160_004);
    const voice = guild.channel("voice", 2);
    expect((await rest("POST", `/channels/${voice.id}/threads`, { name: "x" })).code).toBe(50_024);
  });

  it("need permissions of their own, which are those of their parent", async () => {
    const { id, open } = await threadOn("main");
    channel.denies("createPublicThreads");
    expect((await open()).code).toBe(50_013);
    channel.allowsAll();
    await open();
    channel.denies("sendInThreads");
    expect((await say("x", {}, { id })).code).toBe(50_013);
    channel.denies("sendMessages");
    expect((await say("x", {}, { id })).status).toBe(200);
  });

  it("take no message while locked, open again by one when archived, and are only so many", async () => {
    const { id, open } = await threadOn("main");
    await open();
    server.thread(id).archived = true;
    await say("x", {}, { id });
    expect(server.thread(id).archived).toBe(false);
    server.thread(id).locked = true;
    expect((await say("x", {}, { id })).code).toBe(160_005);
    await (await threadOn("second")).open();
    expect((await (await threadOn("third")).open()).code).toBe(160_006);
  });
});

describe("components", () => {
  it("keep an id that they are given, refuse a second one like it and one that is too large", async () => {
    const post = (...ids: number[]) =>
      rest("POST", `/channels/${channel.id}/messages`, {
        flags: 32_768,
        allowed_mentions: { parse: [] },
        components: ids.map((id) => ({ type: 10, content: "x", id })),
      });
    const { body } = await post(2 ** 31 - 1, 0);
    expect((body["components"] as { id: number }[]).map(({ id }) => id)).toEqual([2 ** 31 - 1, 1]);
    expect((await post(7, 7)).code).toBe(50_035);
    expect((await post(2 ** 31)).code).toBe(50_035);
  });
});

describe("scripted trouble", () => {
  const isPost = ({ method }: { method: string }) => method === "POST";

  it("comes before or after what was asked for is done", async () => {
    server.fault({ match: isPost, kind: "status", status: 502 });
    server.fault({ match: isPost, kind: "status", status: 502, committed: true });
    expect([(await say("a")).status, (await say("b")).status]).toEqual([502, 502]);
    const ada = server.person();
    expect(server.visibleTo(ada, channel).map((message) => message.text())).toEqual(["b"]);
  });

  it("says which limiter has to wait, and for how long", async () => {
    for (const scope of ["user", "shared", "global"] as const) {
      server.fault({ match: isPost, kind: "status", status: 429, seconds: 64.57, scope });
      const { status, body, headers } = await say("x");
      expect(status).toBe(429);
      expect(body).toMatchObject({ retry_after: 64.57, global: scope === "global" });
      expect([headers.get("retry-after"), headers.get("x-ratelimit-scope")]).toEqual(["65", scope]);
      expect(headers.get("x-ratelimit-global")).toBe(scope === "global" ? "true" : null);
    }
  });
});
