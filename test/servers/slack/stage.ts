import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { App, HTTPReceiver, type Logger, LogLevel, SocketModeReceiver } from "@slack/bolt";
import { type Person, type SlackServer, type SlackServerOptions, startSlackServer } from "./index.ts";

/** A bare Bolt app against a local Slack, with the handlers the tests of the server press on. */
export interface Stage {
  server: SlackServer;
  app: App;
  ada: Person;
  channel: { id: string };
  stop(): Promise<void>;
}

/** Starts both, connected. `clientPingTimeout`: how long Bolt waits for a pong, and before it connects again. */
export async function startStage(
  mode: "socket" | "http",
  options: SlackServerOptions = {},
  clientPingTimeout = 5_000,
): Promise<Stage> {
  const server = await startSlackServer(options);
  const ada = server.person({ name: "ada" });
  const channel = server.channel({ name: "general" });
  const clientOptions = { slackApiUrl: server.url };
  const receiver =
    mode === "socket"
      ? new SocketModeReceiver({
          appToken: server.appToken,
          logger: quiet,
          clientPingTimeout,
          installerOptions: { clientOptions },
        })
      : new HTTPReceiver({ signingSecret, logger: quiet });
  const app = new App({
    token: server.botToken,
    receiver,
    clientOptions: { ...clientOptions, retryConfig: { retries: 0 } },
    logger: quiet,
  });
  registerHandlers(app);
  if (mode === "socket") {
    await app.start();
    await server.socket.connected();
  } else {
    const http = await (receiver as HTTPReceiver).start(0);
    server.deliversTo(`http://127.0.0.1:${(http.address() as AddressInfo).port}/slack/events`, signingSecret);
    // Bolt checks its token in the background from its constructor on; a server stopped before that is an unhandled rejection.
    while (!server.journal.some((entry) => entry.path === "/api/auth.test" && entry.status !== undefined))
      await sleep(5);
  }
  return {
    server,
    app,
    ada,
    channel,
    async stop() {
      await app.stop();
      await server.stop();
    },
  };
}

export const quiet: Logger = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
  setLevel: () => {},
  getLevel: () => LogLevel.ERROR,
  setName: () => {},
};
export const signingSecret = "8f742231b10e8888abcd99yyyzzz85a5";
export const button = (text: string, action_id: string) =>
  ({
    type: "actions",
    block_id: "choices",
    elements: [{ type: "button", text: { type: "plain_text", text }, action_id, value: "1" }],
  }) as const;
export const section = (text: string) => ({ type: "section", text: { type: "mrkdwn", text } }) as const;
export const modal = (extra: object = {}) =>
  ({
    type: "modal" as const,
    callback_id: "profile",
    title: { type: "plain_text" as const, text: "Your profile" },
    submit: { type: "plain_text" as const, text: "Save" },
    blocks: [
      {
        type: "input",
        block_id: "role",
        label: { type: "plain_text", text: "Target role" },
        element: { type: "plain_text_input", action_id: "role", min_length: 3 },
      },
      {
        type: "input",
        block_id: "level",
        optional: true,
        label: { type: "plain_text", text: "Level" },
        element: {
          type: "static_select",
          action_id: "level",
          options: ["Junior", "Senior"].map((text) => ({
            text: { type: "plain_text", text },
            value: text.toLowerCase(),
          })),
        },
      },
    ],
    ...extra,
  }) as never;

const stackView = (depth: number) =>
  modal({
    callback_id: "stack",
    private_metadata: String(depth),
    title: { type: "plain_text", text: `Level ${depth}` },
    blocks: [
      button("Deeper", "push"),
      {
        type: "actions",
        elements: [
          {
            type: "external_select",
            action_id: "city",
            min_query_length: 2,
            placeholder: { type: "plain_text", text: "City" },
          },
        ],
      },
    ],
  });

function registerHandlers(app: App): void {
  app.command("/prep", async ({ command, ack, respond, client, body }) => {
    if (command.text === "ask")
      await ack({ text: "Ready?", blocks: [section("*Ready*, <@nobody>?"), button("Yes", "yes")] });
    else if (command.text === "form") {
      await ack();
      await client.views.open({ trigger_id: body.trigger_id, view: modal() });
    } else if (command.text === "late form") {
      await ack();
      await new Promise((resolve) => setTimeout(resolve, 250));
      await client.views
        .open({ trigger_id: body.trigger_id, view: modal() })
        .catch((error: Error) => respond({ text: error.message }));
    } else if (command.text === "many") {
      await ack();
      for (const number of [1, 2, 3, 4, 5, 6])
        await respond({ text: `reply ${number}` }).catch((error: { statusCode: number }) =>
          client.chat.postMessage({ channel: body.channel_id, text: `failed with ${error.statusCode}` }),
        );
    } else if (command.text === "ignore") return;
    else await ack({ text: `You said ${command.text}` });
  });
  app.action("yes", async ({ ack, respond }) => {
    await ack();
    await respond({ replace_original: true, text: "Edited", blocks: [section("Edited")] });
  });
  app.view("profile", async ({ ack, view, client, body }) => {
    const role = view.state.values.role?.role?.value ?? "";
    if (role === "bad") return ack({ response_action: "errors", errors: { role: "Not a role" } });
    await ack();
    await client.chat.postMessage({
      channel: body.user.id,
      text: `Saved ${role}, ${view.state.values.level?.level?.selected_option?.value ?? "no level"}`,
    });
  });
  app.event("app_home_opened", async ({ event, client }) => {
    await client.views.publish({
      user_id: event.user,
      view: { type: "home", blocks: [section("Welcome home"), button("Yes", "home-yes")] },
    });
  });
  app.action("home-yes", async ({ ack, body, client }) => {
    await ack();
    await client.chat.postMessage({ channel: body.user.id, text: "From home" });
  });
  app.command("/stack", async ({ ack, client, body }) => {
    await ack();
    await client.views.open({ trigger_id: body.trigger_id, view: stackView(1) });
  });
  app.action("push", async ({ ack, client, body }) => {
    await ack();
    const depth = Number((body as { view?: { private_metadata: string } }).view?.private_metadata) + 1;
    await client.views
      .push({ trigger_id: (body as { trigger_id: string }).trigger_id, view: stackView(depth) })
      .catch((error: { data: { error: string } }) =>
        client.chat.postMessage({ channel: body.user.id, text: error.data.error }),
      );
  });
  app.options("city", async ({ ack, options }) =>
    ack({
      options: ["Delft", "Delhi"]
        .filter((city) => city.startsWith(options.value))
        .map((city) => ({ text: { type: "plain_text", text: city }, value: city })),
    }),
  );
  app.action("city", async ({ ack, action, client, body }) => {
    await ack();
    await client.chat.postMessage({
      channel: body.user.id,
      text: `Chose ${(action as { selected_option: { value: string } }).selected_option.value}`,
    });
  });
  app.view("stack", ({ ack, view }) =>
    ack(
      view.private_metadata === "3" ? { response_action: "update", view: stackView(9) } : { response_action: "clear" },
    ),
  );
  app.shortcut("open-prep", async ({ ack, shortcut, client }) => {
    await ack();
    await client.views.open({ trigger_id: shortcut.trigger_id, view: modal() });
  });
}
