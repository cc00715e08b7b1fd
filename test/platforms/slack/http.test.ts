import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { ForgedRequest } from "#test/servers/slack/index.ts";
import { type Bot, startBot } from "./bot.ts";
import { career, demo, effects } from "./commands.ts";

const FORM = "application/x-www-form-urlencoded";
const command = (more: Record<string, string> = {}): Pick<ForgedRequest, "body" | "contentType"> => ({
  contentType: FORM,
  body: new URLSearchParams({
    command: "/prep",
    text: "demo silent",
    team_id: "T0GREENROOM",
    user_id: "U1",
    user_name: "eve",
    channel_id: "C1",
    trigger_id: `t${Math.random()}`,
    ...more,
  }).toString(),
});

describe("a request over HTTP", () => {
  let bot: Bot;
  beforeAll(async () => {
    bot = await startBot("HTTP", [demo, career]);
  });
  afterAll(() => bot.stop());
  beforeEach(() => {
    effects.count = 0;
  });

  it.each<[string, Partial<ForgedRequest>]>([
    ["with a wrong signature", { signature: "wrong" }],
    ["without a signature", { signature: null }],
    ["with a signature of another kind", { signature: "v1=abc" }],
    ["without a time", { timestamp: null }],
    ["with a time that is none", { timestamp: "1e9" }],
    ["301 seconds old", { timestampOffset: -301 }],
    ["301 seconds from the future", { timestampOffset: 302 }],
    ["changed after it was signed", { tampered: (body) => body.replace("eve", "root") }],
    ["that hides behind ssl_check", { ...command({ ssl_check: "1" }), signature: null }],
  ])("is refused %s", async (_, forged) => {
    expect((await bot.server.forges({ ...command(), ...forged })).status).toBe(401);
    await sleep(20);
    expect(effects.count).toBe(0);
  });

  it("is taken with a right signature, up to 299 seconds old or early", async () => {
    for (const timestampOffset of [-299, 299])
      expect((await bot.server.forges({ ...command(), timestampOffset })).status).toBe(200);
    await expect.poll(() => effects.count, { timeout: 3_000 }).toBe(2);
  });

  it("that checks the certificate is answered and does nothing, signed or not", async () => {
    expect(await bot.server.checksSsl()).toBe(200);
    expect((await bot.server.forges(command({ ssl_check: "1" }))).status).toBe(200);
    await sleep(900);
    expect(effects.count).toBe(0);
  });

  it("that checks the address gets its challenge back, if it is signed", async () => {
    expect(await bot.server.verifiesUrl()).toBe(true);
    const unsigned = await bot.server.forges({
      body: JSON.stringify({ type: "url_verification", challenge: "c" }),
      signature: null,
    });
    expect(unsigned).toMatchObject({ status: 401, text: "" });
  });

  it.each([
    "",
    "{",
    "null",
    "[]",
    '{"type":"block_actions"}',
    '{"type":"view_submission","view":{}}',
    '{"type":"event_callback","event":{}}',
    '{"__proto__":{"type":"x"}}',
  ])("that makes no sense (%s) is acknowledged and does nothing", async (body) => {
    expect((await bot.server.forges({ body })).status).toBe(200);
    expect(
      (await bot.server.forges({ body: new URLSearchParams({ payload: body }).toString(), contentType: FORM })).status,
    ).toBe(200);
    expect(effects.count).toBe(0);
  });

  it("is refused when it is no POST, too large, or before the start", async () => {
    const url = "http://local/slack";
    expect((await bot.slack.receiveHttp(new Request(url))).status).toBe(405);
    expect(
      (await bot.slack.receiveHttp(new Request(url, { method: "POST", body: "x".repeat(1_000_001) }))).status,
    ).toBe(413);
  });
});
