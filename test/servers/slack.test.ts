import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { SocketModeReceiver } from "@slack/bolt";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Person, SlackServer, SlackServerOptions } from "./slack/index.ts";
import { quiet, type Stage, signingSecret, startStage } from "./slack/stage.ts";

let stage: Stage;
let server: SlackServer;
let ada: Person;
let channel: { id: string };

async function start(...given: Parameters<typeof startStage>): Promise<void> {
  stage = await startStage(...given);
  ({ server, ada, channel } = stage);
}

afterEach(() => stage.stop());

describe.each(["socket", "http"] as const)("over %s", (mode) => {
  beforeEach(() => start(mode, { eventRetryMs: [] }));
  /** With deadlines so short that only what is meant to miss them may run under them. */
  const again = async (options: SlackServerOptions): Promise<void> => {
    await stage.stop();
    await start(mode, options);
  };

  test("a command acknowledged with an ephemeral message shows it, and its button edits it", async () => {
    const message = await ada.runs(channel, "/prep ask").message();
    expect(message).toMatchObject({ ephemeral: true, to: ada.id, text: "Ready?" });
    expect(message.plain()).toContain("Ready, nobody?".replace("nobody", "@nobody"));
    const turn = ada.presses(message, "Yes");
    expect(turn.payload).toMatchObject({
      container: { is_ephemeral: true },
      actions: [{ action_id: "yes", value: "1" }],
    });
    expect(turn.payload).not.toHaveProperty("message");
    const heard = await turn.heard();
    expect(heard.messages.map((one) => one.plain())).toEqual(["Edited"]);
    expect(heard.messages[0]?.ts).toBe(message.ts);
    expect(server.visibleTo(ada, channel)).toHaveLength(1);
    expect(server.visibleTo(server.person({ name: "bob" }), channel)).toHaveLength(0);
  });

  test("a modal opens, refuses in the client and in the app, and submits", async () => {
    const view = await ada.runs(channel, "/prep form").view();
    expect(view.inputs().map((input) => input.label)).toEqual(["Target role", "Level"]);
    expect((await ada.submits(view, {}).heard()).errors).toEqual({ role: "Please complete this required field." });
    expect((await ada.submits(view, { role: "ab" }).heard()).errors?.role).toContain("at least 3");
    expect((await ada.submits(view, { role: "bad" }).heard()).errors).toEqual({ role: "Not a role" });
    const turn = ada.submits(view, { "Target role": "Data analyst", Level: "Senior" });
    expect((await turn.message()).text).toBe("Saved Data analyst, senior");
    // The acknowledgement, which closes it, and the message go their own ways.
    await expect.poll(() => view.open).toBe(false);
  });

  test("an expired trigger is refused", async () => {
    await again({ triggerMs: 150 });
    expect((await ada.runs(channel, "/prep late form").message()).text).toContain("expired_trigger_id");
  });

  test("a response_url is good for five messages", async () => {
    const turn = ada.runs(channel, "/prep many");
    await turn.messageSaying("failed with 404");
    expect(server.visibleTo(ada, channel).map((one) => one.text)).toEqual([
      "reply 1",
      "reply 2",
      "reply 3",
      "reply 4",
      "reply 5",
      "failed with 404",
    ]);
  });

  test("a command nobody acknowledges fails before the person's eyes", async () => {
    await again({ ackMs: 500 });
    const heard = await ada.runs(channel, "/prep ignore").heard();
    expect(heard).toMatchObject({ failed: "operation_timeout", timedOut: true });
    expect(heard.messages[0]?.text).toBe('/prep failed with the error "operation_timeout"');
  });

  test("the Home tab opens and its button works", async () => {
    const home = await ada.opensHome().view();
    expect(home.plain()).toContain("Welcome home");
    expect((await ada.presses(home, "Yes").message()).text).toBe("From home");
    expect(server.home(ada)?.buttons()).toMatchObject([{ text: "Yes", actionId: "home-yes" }]);
  });

  test("a shortcut opens a modal", async () => {
    expect((await ada.usesShortcut("open-prep").view()).title).toBe("Your profile");
  });

  test("suggestions are asked for and one is chosen; views stack three deep and clear", async () => {
    const first = await ada.runs(channel, "/stack").view();
    expect(await ada.asks(first, "City", "D")).toEqual([]);
    expect(await ada.asks(first, "City", "Delh")).toEqual([{ text: "Delhi", value: "Delhi" }]);
    expect((await ada.chooses(first, "City", "Delhi").message()).text).toBe("Chose Delhi");
    const second = await ada.presses(first, "Deeper").view();
    const third = await ada.presses(second, "Deeper").view();
    expect([first, second, third].map((view) => view.now().title)).toEqual(["Level 1", "Level 2", "Level 3"]);
    expect((await ada.presses(third, "Deeper").message()).text).toBe("push_limit_reached");
    const updated = await ada.submits(third).view();
    expect(updated).toMatchObject({ title: "Level 9", id: third.id });
    expect((await ada.submits(updated).heard()).closed).toBe(true);
    expect(server.modal(ada)).toBeUndefined();
    expect(() => ada.presses(first, "Deeper")).toThrow("is closed");
  });

  test("a payload delivered twice reaches the app twice", async () => {
    const turn = ada.runs(channel, "/prep hello");
    await turn.heard();
    expect((await server.redeliver(turn).message()).text).toBe("You said hello");
    expect(server.visibleTo(ada, channel)).toHaveLength(2);
  });
});

describe("Socket Mode", () => {
  test("spreads envelopes over several connections and turns away an eleventh", async () => {
    await start("socket", { ackMs: 2_000 });
    const clients = Array.from(
      { length: 10 },
      () =>
        new SocketModeReceiver({
          appToken: server.appToken,
          logger: quiet,
          installerOptions: { clientOptions: { slackApiUrl: server.url } },
          autoReconnectEnabled: false,
        }).client,
    );
    for (const client of clients.slice(0, 9)) await client.start();
    await server.socket.connected(10);
    await clients[9]?.start().catch(() => undefined);
    expect(server.journal.some((entry) => entry.body.reason === "too_many_websockets")).toBe(true);
    expect((await ada.runs(channel, "/prep first").acked()).timedOut).toBe(false);
    expect((await ada.runs(channel, "/prep lost in an idle connection").acked()).timedOut).toBe(true);
    for (const client of clients) await client.disconnect().catch(() => undefined);
  });

  test("reconnects after refresh_requested and hears commands again", async () => {
    await start("socket", {}, 3_000);
    server.socket.disconnect("refresh_requested");
    while (server.socket.connections() > 0) await new Promise((resolve) => setTimeout(resolve, 10));
    expect((await ada.runs(channel, "/prep lost").heard()).failed).toBe("dispatch_failed");
    await server.socket.connected();
    expect((await ada.runs(channel, "/prep back").message()).text).toBe("You said back");
  });
});

describe("HTTP mode", () => {
  test.each([
    ["a wrong signature", { signature: "wrong" as const }],
    ["no signature", { signature: null }],
    ["an old timestamp", { timestampOffset: -301 }],
    ["no timestamp", { timestamp: null }],
    ["a tampered body", { tampered: (body: string) => body.replace("hello", "hullo") }],
  ])("Bolt refuses %s", async (_, forged) => {
    await start("http");
    const body = new URLSearchParams({ command: "/prep", text: "hello", team_id: server.team.id }).toString();
    expect((await server.forges({ body, contentType: "application/x-www-form-urlencoded", ...forged })).status).toBe(
      401,
    );
  });

  test("a future timestamp passes Bolt, so an app must check it itself", async () => {
    await start("http");
    const body = new URLSearchParams({
      command: "/prep",
      text: "hello",
      team_id: server.team.id,
      response_url: `${server.url}x`,
    }).toString();
    expect(
      (await server.forges({ body, contentType: "application/x-www-form-urlencoded", timestampOffset: 4000 })).status,
    ).toBe(200);
  });

  test("retries an event three times, saying so", async () => {
    await start("http", { eventRetryMs: [5, 5, 5] });
    const attempts: unknown[] = [];
    const broken = createServer((request, response) => {
      attempts.push(request.headers["x-slack-retry-num"]);
      response.writeHead(500).end();
    }).listen(0, "127.0.0.1");
    await once(broken, "listening");
    server.deliversTo(`http://127.0.0.1:${(broken.address() as AddressInfo).port}/`, signingSecret);
    await server.sendsEvent({ type: "app_home_opened", user: ada.id, tab: "home", channel: "D1" });
    while (attempts.length < 4) await new Promise((resolve) => setTimeout(resolve, 10));
    broken.close();
    expect(attempts).toEqual([undefined, "1", "2", "3"]);
  });

  test("url_verification and ssl_check are answered", async () => {
    await start("http");
    expect(await server.verifiesUrl()).toBe(true);
    expect(await server.checksSsl()).toBe(200);
  });
});
