import { pino } from "pino";
import type { Command } from "#src/chat/command.ts";
import { createDispatch, type Dispatch } from "#src/chat/dispatch.ts";
import type { Coach } from "#src/coach/index.ts";
import { createDiscord, type Discord, type DiscordSettings } from "#src/platforms/discord/connect.ts";
import { type DiscordOptions, type DiscordServer, startDiscordServer } from "#test/servers/discord/index.ts";

export interface Bot {
  readonly server: DiscordServer;
  readonly discord: Discord;
  readonly logged: { level: number; msg: string; code?: unknown; [field: string]: unknown }[];
  readonly acknowledged: number[];
  readonly undelivered: (number | string)[];
  stop(): Promise<void>;
}

/** The real platform against a Discord of our own, with commands of a test and a coach that remembers in memory. */
export async function startBot(
  commands: readonly Command[],
  more: { server?: Partial<DiscordOptions>; settings?: Partial<DiscordSettings>; coach?: Coach } = {},
): Promise<Bot> {
  const server = await startDiscordServer(more.server);
  return { ...(await join(server, commands, more)), server };
}

export async function join(
  server: DiscordServer,
  commands: readonly Command[],
  more: { settings?: Partial<DiscordSettings>; coach?: Coach } = {},
): Promise<Bot> {
  const { settings = {} } = more;
  const logged: Bot["logged"] = [];
  const acknowledged: number[] = [];
  const undelivered: (number | string)[] = [];
  const log = pino(
    { level: "debug" },
    { write: (line: string) => void logged.push(JSON.parse(line) as Bot["logged"][number]) },
  );
  const discord = createDiscord({
    token: server.token,
    apiUrl: server.url,
    dispatch: createTestDispatch(commands, more.coach),
    log,
    drawChart: async () => new Uint8Array([137, 80, 78, 71]),
    observe: { acknowledged: (ms) => void acknowledged.push(ms), undelivered: (code) => void undelivered.push(code) },
    ...settings,
    deadlines: { retryMs: 20, progressMs: 40, ...settings.deadlines },
  });
  await discord.start();
  return {
    server,
    discord,
    logged,
    acknowledged,
    undelivered,
    async stop() {
      await discord.stop();
      await server.stop();
    },
  };
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

export function createTestCoach(): Coach {
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
