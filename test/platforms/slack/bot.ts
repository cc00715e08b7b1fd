import type { AddressInfo } from "node:net";
import { type ServerType, serve } from "@hono/node-server";
import { pino } from "pino";
import type { Command } from "#src/chat/command.ts";
import { createDispatch, type Dispatch } from "#src/chat/dispatch.ts";
import type { Coach } from "#src/coach/index.ts";
import { createSlack, type SlackPlatform, type SlackSettings } from "#src/platforms/slack/connect.ts";
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

export function createTestDispatch(commands: readonly Command[], coach = createTestCoach()): Dispatch {
  return createDispatch({
    commands,
    coach,
    gates: {},
    explain: () => undefined,
    report: { handled() {}, broken() {} },
    limit: 10_000,
  });
}

function createTestCoach(): Coach {
  const people = new Map<string, { id: string; name: string; industry: null; aiConsent: null }>();
  const inbox = new Set<string>();
  const drafts = new Map<string, Record<string, string>>();
  const coach: Pick<Coach, "accounts" | "drafts" | "requests"> = {
    accounts: {
      async arrive(key, { userId, name }) {
        const person = people.get(userId) ?? { id: userId, name, industry: null, aiConsent: null };
        people.set(userId, person);
        const duplicate = inbox.has(key);
        inbox.add(key);
        return { person, duplicate };
      },
      find: async ({ userId }) => people.get(userId),
      async done() {},
      async release(key) {
        inbox.delete(key);
      },
    },
    drafts: {
      find: async (userId, form) => drafts.get(`${userId} ${form}`) ?? {},
      async save(userId, form, values) {
        const typed = Object.entries(values).filter(([, value]) => typeof value !== "object");
        drafts.set(`${userId} ${form}`, Object.fromEntries(typed.map(([name, value]) => [name, String(value)])));
      },
      async drop(userId, form) {
        drafts.delete(`${userId} ${form}`);
      },
    },
    requests: { keep: async () => "1", find: async () => undefined },
  };
  return coach as Coach;
}
