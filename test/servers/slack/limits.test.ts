import type { App } from "@slack/bolt";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Person, SlackServer, SlackServerOptions } from "./index.ts";
import { button, modal, type Stage, section, startStage } from "./stage.ts";

let stage: Stage;
let server: SlackServer;
let app: App;
let ada: Person;
let channel: { id: string };

async function start(mode: "socket" | "http", options: SlackServerOptions = {}): Promise<void> {
  stage = await startStage(mode, options);
  ({ server, app, ada, channel } = stage);
}

afterEach(() => stage.stop());

describe("the Web API refuses", () => {
  const refusal = async (call: Promise<unknown>): Promise<{ error: string; messages: string[] }> => {
    const thrown = await call.then(
      () => undefined,
      (error: { data?: { error: string; response_metadata: { messages?: string[] } } }) => error,
    );
    return { error: thrown?.data?.error ?? String(thrown), messages: thrown?.data?.response_metadata.messages ?? [] };
  };
  const post = (message: object) =>
    refusal(app.client.chat.postMessage({ channel: channel.id, text: "x", ...message }));
  const posted = async (blocks: unknown[]) => (await post({ blocks })).messages.join("\n");
  // One trigger has to do for several requests.
  beforeEach(() => start("http", { triggerMs: 20_000 }));

  test("blocks beyond the limits, naming each place", async () => {
    expect((await post({ blocks: Array.from({ length: 51 }, () => section("x")) })).error).toBe("invalid_blocks");
    expect(await posted([section("x".repeat(3001))])).toContain(
      "must be less than 3001 characters [json-pointer:/blocks/0/text/text]",
    );
    expect(await posted([{ type: "header", text: { type: "plain_text", text: "x".repeat(151) } }])).toContain(
      "151 characters",
    );
    expect(await posted([button("x".repeat(76), "a")])).toContain(
      "must be less than 76 characters [json-pointer:/blocks/0/elements/0/text/text]",
    );
    expect(
      await posted([
        { type: "actions", elements: Array.from({ length: 26 }, (_, index) => button("x", `a${index}`).elements[0]) },
      ]),
    ).toContain("no more than 25 items");
    expect(
      await posted([{ type: "actions", elements: [button("x", "same").elements[0], button("y", "same").elements[0]] }]),
    ).toContain("`action_id` `same` already exists");
    expect(await posted([button("x", "a"), button("x", "b")])).toContain("`block_id` `choices` already exists");
    expect(await posted([{ type: "image", image_url: "https://example.com/a.png" }])).toContain(
      "missing required field: alt_text",
    );
    expect(await posted([{ type: "surprise" }])).toContain("unsupported type: surprise");
    expect(
      await posted([{ type: "context", elements: Array.from({ length: 11 }, () => ({ type: "mrkdwn", text: "x" })) }]),
    ).toContain("no more than 10 items");
    expect(
      await posted([
        {
          type: "data_visualization",
          title: "x".repeat(51),
          chart: { type: "pie", segments: [{ label: "a", value: 1 }] },
        },
      ]),
    ).toContain("51 characters [json-pointer:/blocks/0/title]");
    expect(server.violations.length).toBeGreaterThan(9);
  });

  test("messages that are too long, and takes a chart", async () => {
    expect((await post({ blocks: Array.from({ length: 10 }, () => section("x".repeat(2000))) })).error).toBe(
      "msg_blocks_too_long",
    );
    expect((await post({ text: "x".repeat(40_001) })).error).toBe("msg_too_long");
    const chart = {
      type: "data_visualization",
      title: "Scores",
      chart: { type: "pie", segments: [{ label: "right", value: 8 }] },
    };
    await app.client.chat.postMessage({ channel: channel.id, text: "x", blocks: [chart] as never });
    expect(server.visibleTo(ada, channel)[0]?.plain()).toBe("Scores\nright: 8");
  });

  test("places it may not write to, tokens it does not know, methods that do not exist", async () => {
    const outside = server.channel({ name: "outside", botIsMember: false });
    expect((await refusal(app.client.chat.postMessage({ channel: outside.id, text: "x" }))).error).toBe(
      "not_in_channel",
    );
    expect((await refusal(app.client.chat.postMessage({ channel: "C0", text: "x" }))).error).toBe("channel_not_found");
    expect((await refusal(app.client.auth.test({ token: "xoxb-other" }))).error).toBe("invalid_auth");
    expect((await refusal(app.client.apiCall("chat.nothing"))).error).toBe("unknown_method");
    expect((await refusal(app.client.conversations.history({ channel: channel.id }))).error).toBe("missing_scope");
  });

  test("changing an ephemeral message with chat.update", async () => {
    const { message_ts } = await app.client.chat.postEphemeral({ channel: channel.id, user: ada.id, text: "only you" });
    expect(
      (await refusal(app.client.chat.update({ channel: channel.id, ts: String(message_ts), text: "new" }))).error,
    ).toBe("message_not_found");
  });

  test("views beyond the limits, used triggers, stale hashes and a fourth view", async () => {
    const triggers: string[] = [];
    app.shortcut("keep", async ({ ack, shortcut }) => {
      triggers.push(shortcut.trigger_id);
      await ack();
    });
    await ada.usesShortcut("keep").acked();
    const trigger_id = String(triggers[0]);
    const open = (extra: object) => refusal(app.client.views.open({ trigger_id, view: modal(extra) }));
    expect((await open({ title: { type: "plain_text", text: "x".repeat(25) } })).messages[0]).toContain(
      "must be less than 25 characters [json-pointer:/view/title/text]",
    );
    expect((await open({ private_metadata: "x".repeat(3001) })).error).toBe("invalid_arguments");
    const { view } = await app.client.views.open({ trigger_id, view: modal() });
    expect((await open({})).error).toBe("exchanged_trigger_id");
    expect(
      (await refusal(app.client.views.update({ view_id: String(view?.id), hash: "old", view: modal() }))).error,
    ).toBe("hash_conflict");
    expect((await refusal(app.client.views.push({ trigger_id: "nope", view: modal() }))).error).toBe(
      "invalid_trigger_id",
    );
  });

  test("nothing about a live mention or a missing text, but records it", async () => {
    await app.client.chat.postMessage({ channel: channel.id, text: "hello <!channel>" });
    await app.client.chat.postMessage({ channel: channel.id, blocks: [section("only blocks")] } as never);
    expect(server.violations).toEqual([
      expect.stringContaining("live mention <!channel>"),
      expect.stringContaining("no top-level `text`"),
    ]);
  });

  test("a second post within a second when asked to, with Retry-After", async () => {
    await stage.stop();
    await start("http", { postsPerSecond: 1 });
    const write = () =>
      fetch(`${server.url}chat.postMessage`, {
        method: "POST",
        headers: { authorization: `Bearer ${server.botToken}`, "content-type": "application/json" },
        body: JSON.stringify({ channel: channel.id, text: "x" }),
      });
    expect((await write()).status).toBe(200);
    // One that comes a second after the last is taken.
    const next = async () => {
      const answer = await write();
      return [answer.status, answer.headers.get("retry-after"), await answer.json()];
    };
    await expect.poll(next).toEqual([429, "1", { ok: false, error: "ratelimited" }]);
  });

  test("or loses what a test scripts, before or after the effect", async () => {
    server.fault({
      match: (request) => request.path.endsWith("chat.postMessage"),
      kind: "status",
      status: 429,
      headers: { "retry-after": "0" },
      body: { ok: false, error: "ratelimited" },
    });
    expect((await post({})).error).toContain("rate limit was exceeded");
    server.fault({ match: (request) => request.path.endsWith("chat.postMessage"), kind: "drop-after" });
    await post({});
    expect(server.visibleTo(ada, channel)).toHaveLength(1);
  });
});

test("a file is uploaded in three steps and shows in the channel", async () => {
  await start("http");
  await app.client.filesUploadV2({
    channel_id: channel.id,
    filename: "resume.pdf",
    title: "Resume",
    file: Buffer.from("%PDF-1.7"),
    initial_comment: "Here",
  });
  const [message] = server.visibleTo(ada, channel);
  expect(message?.files[0]).toMatchObject({
    name: "resume.pdf",
    mediaType: "application/pdf",
    bytes: Buffer.from("%PDF-1.7"),
  });
  expect(message?.plain()).toBe("Here\nResume");
});
