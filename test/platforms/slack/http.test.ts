import { createHmac } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { isSigned } from "#src/platforms/slack/verify.ts";
import type { ForgedRequest } from "#test/servers/slack/index.ts";
import { type Bot, SIGNING_SECRET, startBot } from "./bot.ts";
import { career, demo, effects, gate } from "./commands.ts";

const FORM = "application/x-www-form-urlencoded";
/** The home card, which has its effect before it is answered. */
const command = (more: Record<string, string> = {}): Pick<ForgedRequest, "body" | "contentType"> => ({
  contentType: FORM,
  body: new URLSearchParams({
    command: "/prep",
    text: "",
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

  /** What is sent now comes after all that was sent before: only this one has an effect. */
  async function nothingWasDone(): Promise<void> {
    const { status, text } = await bot.server.forges(command());
    expect([status, text]).toEqual([200, expect.stringContaining("Your career")]);
    expect(effects.count).toBe(1);
  }

  it.each<[string, Partial<ForgedRequest>]>([
    ["with a wrong signature", { signature: "wrong" }],
    ["without a signature", { signature: null }],
    ["with a signature of another kind", { signature: "v1=abc" }],
    ["without a time", { timestamp: null }],
    ["with a time that is none", { timestamp: "1e9" }],
    ["301 seconds old", { timestampOffset: -301 }],
    ["310 seconds from the future", { timestampOffset: 310 }],
    ["changed after it was signed", { tampered: (body) => body.replace("eve", "root") }],
    ["that hides behind ssl_check", { ...command({ ssl_check: "1" }), signature: null }],
  ])("is refused %s", async (_, forged) => {
    expect((await bot.server.forges({ ...command(), ...forged })).status).toBe(401);
    await nothingWasDone();
  });

  it("is taken with a right signature, 290 seconds old or 299 early", async () => {
    for (const timestampOffset of [-290, 299])
      expect((await bot.server.forges({ ...command(), timestampOffset })).status).toBe(200);
    await expect.poll(() => effects.count).toBe(2);
  });

  it("that checks the certificate is answered and does nothing, signed or not", async () => {
    expect(await bot.server.checksSsl()).toBe(200);
    expect((await bot.server.forges(command({ ssl_check: "1" }))).status).toBe(200);
    await nothingWasDone();
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
    await nothingWasDone();
  });

  it("is refused when it is no POST, too large, or before the start", async () => {
    const url = "http://local/slack";
    expect((await bot.slack.receiveHttp(new Request(url))).status).toBe(405);
    expect(
      (await bot.slack.receiveHttp(new Request(url, { method: "POST", body: "x".repeat(1_000_001) }))).status,
    ).toBe(413);
  });
});

it.each([
  [-301, false],
  [-300, true],
  [300, true],
  [301, false],
])("a signature of %i seconds from now is good: %s", (offset, expected) => {
  const now = 1_800_000_000;
  const timestamp = String(now + offset);
  const signature = createHmac("sha256", SIGNING_SECRET).update(`v0:${timestamp}:body`).digest("hex");
  const headers = new Headers({ "x-slack-request-timestamp": timestamp, "x-slack-signature": `v0=${signature}` });
  expect(isSigned("body", headers, { secret: SIGNING_SECRET, now: now * 1_000 })).toBe(expected);
});

describe("an answer that comes when the request over HTTP had to be answered without it", () => {
  let bot: Bot;
  beforeAll(async () => {
    bot = await startBot("HTTP", [demo], {
      server: { ackMs: 20_000, triggerMs: 20_000, heardMs: 20_000 },
      settings: { deadlines: { first: 60_000, latest: 100 } },
    });
  });
  afterAll(() => bot.stop());
  beforeEach(() => gate.close());
  afterEach(() => gate.open());

  it("reaches the person as a message", async () => {
    const turn = bot.server
      .person({ name: "alice" })
      .runs(bot.server.channel({ name: "general" }), "/prep demo silent");
    expect((await turn.acked()).body).toEqual({});
    gate.open();
    expect((await turn.messageSaying("Silently done")).ephemeral).toBe(true);
  });

  it("says what is wrong with a form that is closed by then", async () => {
    const [alice, general] = [bot.server.person({ name: "alice" }), bot.server.channel({ name: "general" })];
    const message = await alice.runs(general, "/prep demo count").message();
    const form = await alice.presses(message, "Edit").view();
    expect((await alice.submits(form, { Name: "slow nobody" }).acked()).body).toEqual({});
    gate.open();
    const last = () => bot.server.visibleTo(alice, general).at(-1)?.plain();
    await expect.poll(last).toContain("The storage cannot be reached at the moment.");
  });
});
