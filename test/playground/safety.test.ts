import { createHash, randomUUID } from "node:crypto";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createPlayground } from "#src/platforms/playground/connect.ts";
import type { PlaygroundStore } from "#src/platforms/playground/store.ts";
import { createClient, heardIn } from "./client.ts";
import { pretendDispatch, startWorld, type World } from "./world.ts";

let world: World;
let page: ReturnType<typeof createClient>;

beforeAll(async () => {
  world = await startWorld();
  page = createClient(world);
});
afterAll(() => world.stop());

const say = () => ({ id: randomUUID(), as: "alice", channel: "career-lounge", asked: { kind: "say", text: "hello" } });

describe("the page", () => {
  it("allows scripts of its own and the import map by its hash, and nothing else", async () => {
    const response = await page.request("/");
    const policy = response.headers.get("content-security-policy") ?? "";
    const html = await response.text();
    const [, map = ""] = /<script type="importmap">(.*?)<\/script>/s.exec(html) ?? [];
    expect(JSON.parse(map).imports["lit-html"]).toBe("/lib/lit-html/lit-html.js");
    expect(policy).toContain(`script-src 'self' 'sha256-${createHash("sha256").update(map).digest("base64")}'`);
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain("unsafe");
    expect(html.match(/<script(?! type="(importmap|module)")/)).toBeNull();
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    expect(response.headers.get("x-frame-options")).toBe("DENY");
  });

  it("serves its modules and lit-html, and no other file of the disk", async () => {
    for (const path of [
      "/page/main.js",
      "/page/style.css",
      "/lib/lit-html/lit-html.js",
      "/lib/lit-html/directives/live.js",
    ]) {
      expect([path, (await page.request(path)).status]).toEqual([path, 200]);
    }
    for (const path of [
      "/page/../connect.ts",
      "/page/%2e%2e/connect.ts",
      "/page/tsconfig.json",
      "/lib/lit-html/package.json",
    ]) {
      expect([path, (await page.request(path)).status]).toEqual([path, 404]);
    }
  });
});

describe("a request from elsewhere", () => {
  it("under a foreign host name is refused, so that no rebound name reaches the conversation", async () => {
    for (const host of ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:3000"]) {
      expect((await page.request("/api/messages?as=alice", { headers: { host } })).status).toBe(421);
      expect((await page.post("/api/interactions", say(), { host, origin: `http://${host}` })).status).toBe(421);
    }
  });

  it("is accepted under every loopback name", async () => {
    for (const host of ["127.0.0.1:3000", "localhost:3000", "[::1]:3000", "localhost"]) {
      expect((await page.post("/api/interactions", say(), { host, origin: `http://${host}` })).status).toBe(200);
    }
  });

  it("with a foreign, opaque or missing origin changes nothing", async () => {
    const before = await world.db.playgroundMessage.count();
    for (const origin of ["http://evil.example", "null", "", "http://127.0.0.1:1"]) {
      for (const path of ["/api/interactions", "/api/dismiss", "/api/files"]) {
        expect([origin, path, (await page.post(path, say(), { origin })).status]).toEqual([origin, path, 403]);
      }
    }
    expect(await world.db.playgroundMessage.count()).toBe(before);
  });
});

describe("a request that the page does not send", () => {
  const wrong: [string, unknown][] = [
    ["nothing", null],
    ["a list", []],
    ["no id", { ...say(), id: undefined }],
    ["an id that is no id", { ...say(), id: "x" }],
    ["nobody", { ...say(), as: "mallory" }],
    ["a prototype", { ...say(), as: "__proto__" }],
    ["no such channel", { ...say(), channel: "nowhere" }],
    ["somebody else's direct message", { ...say(), channel: "dm-bob" }],
    ["nothing asked", { ...say(), asked: {} }],
    ["an unknown question", { ...say(), asked: { kind: "drop" } }],
    [
      "options that are a text",
      { ...say(), asked: { kind: "command", command: "quiz", subcommand: "start", options: "x" } },
    ],
    [
      "a nested option",
      { ...say(), asked: { kind: "command", command: "quiz", subcommand: "start", options: { a: { b: 1 } } } },
    ],
    ["an empty text", { ...say(), asked: { kind: "say", text: "  " } }],
  ];
  it.each(wrong)("is refused: %s", async (_, body) => {
    expect((await page.post("/api/interactions", body)).status).toBe(400);
  });

  it("is refused when it is too long", async () => {
    expect((await page.post("/api/interactions", { ...say(), more: "x".repeat(1_000_001) })).status).toBe(413);
  });

  it("opens nobody else's direct message", async () => {
    expect((await page.request("/api/live?as=alice&channel=dm-bob")).status).toBe(400);
    expect((await page.request("/api/messages?as=alice&channel=dm-bob&before=2026-01-01")).status).toBe(400);
  });
});

describe("a store that is away", () => {
  it("does not keep an answer from the people who wait for it", async () => {
    const away = async () => {
      throw new Error("away");
    };
    const store = { ...world.store, add: away, edit: away, find: away, addFile: away } satisfies PlaygroundStore;
    const playground = make(store);
    const client = createClient({ ...world, playground: () => playground });
    const window = await client.open();
    await window.next("snapshot");
    expect(await client.command("show private")).toEqual({ kind: "answered" });
    expect(heardIn((await window.next("message")).message)).toBe("/show private");
    expect(heardIn((await window.next("message")).message)).toBe("A secret of your own.");
    await window.close();
    expect((await client.messages()).map(heardIn).slice(-2)).toEqual(["/show private", "A secret of your own."]);
  });

  it("is said in words where nothing can be shown", async () => {
    const away = async () => {
      throw new Error("away");
    };
    const playground = make({ ...world.store, describeFiles: away, latest: away });
    const client = createClient({ ...world, playground: () => playground });
    const asked = { kind: "command", command: "show", subcommand: "upload", options: { file: { file: "x" } } };
    const response = await client.post("/api/interactions", { ...say(), asked });
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ problem: expect.stringContaining("Try again") });
    const window = await client.open();
    await expect(window.next("snapshot")).rejects.toThrow();
  });
});

describe("a playground that has stopped", () => {
  it("takes nothing new and says so", async () => {
    const playground = make(world.store);
    const client = createClient({ ...world, playground: () => playground });
    const window = await client.open();
    await window.next("snapshot");
    await playground.start();
    expect(playground.connected()).toBe(true);
    await playground.stop();
    expect(playground.connected()).toBe(false);
    await expect(window.next("message")).rejects.toThrow("The stream ended");
    expect((await client.post("/api/interactions", say())).status).toBe(503);
    expect((await client.request("/api/live?as=alice&channel=career-lounge")).status).toBe(503);
  });
});

function make(store: PlaygroundStore) {
  return createPlayground({
    dispatch: pretendDispatch(),
    store,
    log: pino({ level: "silent" }),
    drawChart: async () => new Uint8Array(),
    observe: { acknowledged() {} },
  });
}
