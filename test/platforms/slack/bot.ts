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
  stop(): Promise<void>;
}

export const SIGNING_SECRET = "8f742231b10e8888abcd99yyyzzz85a5";

/** The real platform through the real Bolt against a Slack of our own, with a coach that remembers in memory. */
export async function startBot(
  mode: Mode,
  commands: readonly Command[],
  more: { server?: SlackServerOptions; settings?: Partial<SlackSettings>; faults?: readonly Fault[] } = {},
): Promise<Bot> {
  const server = await startSlackServer(more.server);
  for (const fault of more.faults ?? []) server.fault(fault);
  const logged: string[] = [];
  const acknowledged: number[] = [];
  const slack = createSlack({
    botToken: server.botToken,
    ...(mode === "HTTP" ? { signingSecret: SIGNING_SECRET } : { appToken: server.appToken }),
    apiUrl: server.url,
    commandName: "/prep",
    dispatch: createTestDispatch(commands),
    log: pino({ level: "debug" }, { write: (line: string) => void logged.push(line) }),
    observe: { acknowledged: (ms) => void acknowledged.push(ms) },
    ...more.settings,
    deadlines: { first: 250, progress: 40, ...more.settings?.deadlines },
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
    async stop() {
      await slack.stop();
      if (http) await new Promise((resolve) => http.close(resolve));
      await server.stop();
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
