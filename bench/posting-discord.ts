import { REST, Routes } from "discord.js";
import { createOutbox } from "#src/coach/posting/outbox.ts";
import { type Database, openDatabase } from "#src/db/client.ts";
import { migrate } from "#src/db/migrate.ts";
import { createLog } from "#src/log.ts";
import { createDiscordPoster } from "#src/platforms/discord/poster.ts";
import type { PostgresServer } from "#test/house/postgres-server.ts";
import { type DiscordServer, startDiscordServer } from "#test/servers/discord/index.ts";
import { query } from "./people.ts";
import { atLeast, type Row, times } from "./report.ts";

/** Ten seconds' worth: Discord takes 50 requests a second (discord.com/developers/docs/topics/rate-limits). */
const POSTS = 500;
const CHANNELS_EACH = 50;
const TEXT = "What technology pays and wants this week.";

/** Posts to as many channels, all due at once: discord.js's own queue beside the outbox over the real client. */
export async function measurePostingOnDiscord(server: PostgresServer): Promise<Row[]> {
  await query(server.url, `CREATE DATABASE "posting_discord"`);
  const url = new URL(server.url);
  url.pathname = "/posting_discord";
  await migrate(url.href);
  const db = openDatabase({ connectionString: url.href });
  try {
    const bare = await secondsOn(postBare);
    const ours = await secondsOn((discord, channels) => postOurs(db, discord, channels));
    return [
      {
        path: `posts: ${POSTS} due at once on Discord, beside discord.js's own queue`,
        measure: "posts a second (50 are allowed)",
        ours: (POSTS / ours).toFixed(1),
        beside: (POSTS / bare).toFixed(1),
        ratio: times(bare / ours),
        ...atLeast(bare / ours, 0.85),
      },
    ];
  } finally {
    await db.$disconnect();
  }
}

interface Channel {
  readonly id: string;
  readonly guildId: string;
}

async function secondsOn(post: (discord: DiscordServer, channels: readonly Channel[]) => Promise<void>) {
  const discord = await startDiscordServer();
  try {
    const guilds = Array.from({ length: POSTS / CHANNELS_EACH }, (_, n) => discord.guild({ name: `Club ${n}` }));
    const channels = guilds.flatMap((guild) =>
      Array.from({ length: CHANNELS_EACH }, (_, n) => ({ id: guild.channel(`jobs-${n}`).id, guildId: guild.id })),
    );
    const started = performance.now();
    await post(discord, channels);
    return (performance.now() - started) / 1_000;
  } finally {
    await discord.stop();
  }
}

async function postBare({ origin, token }: DiscordServer, channels: readonly Channel[]): Promise<void> {
  const rest = new REST({ version: "10", api: `${origin}/api` }).setToken(token);
  await Promise.all(channels.map(({ id }) => rest.post(Routes.channelMessages(id), { body: { content: TEXT } })));
  rest.clearHashSweeper();
  rest.clearHandlerSweeper();
}

async function postOurs(db: Database, { origin, token }: DiscordServer, channels: readonly Channel[]): Promise<void> {
  await db.user.create({ data: { id: "olga" } });
  const at = new Date(Math.floor(Date.now() / 60_000) * 60_000);
  const lastAt = new Date(at.getTime() - 24 * 60 * 60_000);
  await db.subscription.createMany({
    data: channels.map(({ id, guildId }) => ({
      ...{ id, platform: "discord", workspaceId: guildId, channelId: id, kind: "insights", industry: "tech" },
      ...{ hour: at.getUTCHours(), minute: at.getUTCMinutes(), zone: "UTC", organiserId: "olga" },
      ...{ lastEdition: lastAt.toISOString().slice(0, 10), lastAt, nextAt: at },
    })),
  });
  const log = createLog("error");
  const poster = createDiscordPoster({ token, apiUrl: `${origin}/api`, drawChart: async () => new Uint8Array(), log });
  const outbox = createOutbox({
    db,
    posters: new Map([["discord", poster]]),
    prepare: async () => ({ main: { summary: TEXT, blocks: [{ kind: "text" as const, text: TEXT }] } }),
    notice: () => ({ summary: TEXT, blocks: [] }),
    failed: (error) => process.stderr.write(`${String(error)}\n`),
  });
  await outbox.run();
  poster.stop();
  const sent = await db.post.count({ where: { state: "sent" } });
  if (sent !== channels.length) throw new Error(`${sent} of ${channels.length} were posted`);
}
