import type { AddressInfo } from "node:net";
import { type ServerType, serve } from "@hono/node-server";
import { pino } from "pino";
import type { Command } from "#src/chat/command.ts";
import { createSlack, type SlackPlatform, type SlackSettings } from "#src/platforms/slack/connect.ts";
import { createTestDispatch } from "#test/platforms/test-dispatch.ts";
import { type Fault, type SlackServer, type SlackServerOptions, startSlackServer } from "#test/servers/slack/index.ts";

export type Mode = "Socket Mode" | "HTTP";

export interface Bot {
  readonly server: SlackServer;
  readonly slack: SlackPlatform;
  /** One JSON line each. */
  readonly logged: string[];
  readonly acknowledged: number[];
  /** "left T1", "returned T1", in the order in which they were recorded. */
  readonly communities: string[];
  stop(): Promise<void>;
}

/** One point. */
export const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=",
  "base64",
);

export const SIGNING_SECRET = "8f742231b10e8888abcd99yyyzzz85a5";

/** The real platform through the real Bolt against a Slack of our own, with a coach that remembers in memory. */
export async function startBot(
  mode: Mode,
  commands: readonly Command[],
  more: { server?: SlackServerOptions; settings?: Partial<SlackSettings>; faults?: readonly Fault[] } = {},
): Promise<Bot> {
  const server = await startSlackServer(more.server);
  for (const fault of more.faults ?? []) server.fault(fault);
  const bot = await joinBot(mode, server, { dispatch: createTestDispatch(commands), ...more.settings });
  return {
    ...bot,
    async stop() {
      await bot.stop();
      await server.stop();
    },
  };
}

/** The same against a Slack that is there already, and stays when the bot stops. */
export async function joinBot(
  mode: Mode,
  server: SlackServer,
  settings: Partial<SlackSettings> & Pick<SlackSettings, "dispatch">,
): Promise<Bot> {
  const logged: string[] = [];
  const acknowledged: number[] = [];
  const communities: string[] = [];
  const slack = createSlack({
    botToken: server.botToken,
    ...(mode === "HTTP" ? { signingSecret: SIGNING_SECRET } : { appToken: server.appToken }),
    apiUrl: server.url,
    commandName: "/prep",
    communities: {
      left: async (workspaceId) => void communities.push(`left ${workspaceId}`),
      returned: async (workspaceId) => void communities.push(`returned ${workspaceId}`),
    },
    drawChart: async () => PNG,
    log: pino({ level: "debug" }, { write: (line: string) => void logged.push(line) }),
    observe: { acknowledged: (ms) => void acknowledged.push(ms) },
    ...settings,
    // `latest` lies behind every `first` of a test, or over HTTP a slow answer would be no acknowledgement any more.
    deadlines: { first: 250, latest: 20_000, progress: 40, ...settings.deadlines },
  });
  await slack.start();
  const http = mode === "HTTP" ? await listen(slack) : undefined;
  if (http) server.deliversTo(`http://127.0.0.1:${(http.address() as AddressInfo).port}/slack`, SIGNING_SECRET);
  else await server.socket.connected();
  return {
    server,
    slack,
    logged,
    acknowledged,
    communities,
    async stop() {
      await slack.stop();
      if (http) await new Promise((resolve) => http.close(resolve));
    },
  };
}

function listen(slack: SlackPlatform): Promise<ServerType> {
  return new Promise((resolve) => {
    const http: ServerType = serve(
      { fetch: (request) => slack.receiveHttp(request), port: 0, hostname: "127.0.0.1" },
      () => resolve(http),
    );
  });
}
