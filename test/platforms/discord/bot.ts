import { pino } from "pino";
import type { Command } from "#src/chat/command.ts";
import type { Coach } from "#src/coach/index.ts";
import { createDiscord, type Discord, type DiscordSettings } from "#src/platforms/discord/connect.ts";
import { createTestDispatch } from "#test/platforms/test-dispatch.ts";
import { type DiscordOptions, type DiscordServer, startDiscordServer } from "#test/servers/discord/index.ts";

export interface Bot {
  readonly server: DiscordServer;
  readonly discord: Discord;
  readonly logged: { level: number; msg: string; code?: unknown; [field: string]: unknown }[];
  readonly acknowledged: number[];
  readonly undelivered: (number | string)[];
  /** "left 1", "returned 2": what was heard of servers, oldest first. */
  readonly servers: string[];
  stop(): Promise<void>;
}

/** The real platform against a Discord of our own, with commands of a test and a coach that remembers in memory. */
export async function startBot(
  commands: readonly Command[],
  more: { server?: Partial<DiscordOptions>; settings?: Partial<DiscordSettings>; coach?: Coach } = {},
): Promise<Bot> {
  // Discord's three seconds are no test of what is answered: a slow machine may take its time.
  const server = await startDiscordServer({ respondMs: 20_000, answerMs: 20_000, ...more.server });
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
  const servers: string[] = [];
  const log = pino(
    { level: "debug" },
    { write: (line: string) => void logged.push(JSON.parse(line) as Bot["logged"][number]) },
  );
  const discord = createDiscord({
    token: server.token,
    apiUrl: server.url,
    dispatch: createTestDispatch(commands, more.coach),
    communities: {
      left: async (id) => void servers.push(`left ${id}`),
      returned: async (id) => void servers.push(`returned ${id}`),
    },
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
    servers,
    async stop() {
      await discord.stop();
      await server.stop();
    },
  };
}
