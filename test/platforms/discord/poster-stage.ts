import { pino } from "pino";
import type { Drawing, Message } from "#src/chat/message.ts";
import { createDiscordPoster, type DiscordPoster, type DiscordPosterSettings } from "#src/platforms/discord/poster.ts";
import {
  type DiscordOptions,
  type DiscordServer,
  type Guild,
  type JournalEntry,
  type Person,
  type Place,
  startDiscordServer,
} from "#test/servers/discord/index.ts";

export interface Stage {
  readonly server: DiscordServer;
  readonly poster: DiscordPoster;
  readonly guild: Guild;
  readonly channel: Place;
  readonly target: { readonly workspaceId: string; readonly channelId: string };
  readonly member: Person;
  readonly logged: { level: number; msg: string; [field: string]: unknown }[];
  readonly drawn: Drawing[];
  /** Requests that may change something, oldest first. */
  sent(): JournalEntry[];
  /** What stands in the channel, or in the thread of this id. */
  posts(placeId?: string): ReturnType<DiscordServer["visibleTo"]>;
  stop(): Promise<void>;
}

/** A poster alone, as in a process without a gateway, and a server with a channel in which it may post. */
export async function openStage(
  over: { server?: Partial<DiscordOptions>; poster?: Partial<DiscordPosterSettings> } = {},
): Promise<Stage> {
  const server = await startDiscordServer({ enforceBuckets: false, ...over.server });
  const logged: Stage["logged"] = [];
  const drawn: Drawing[] = [];
  const poster = createDiscordPoster({
    token: server.token,
    apiUrl: server.url,
    log: pino({ level: "debug" }, { write: (line: string) => void logged.push(JSON.parse(line)) }),
    async drawChart(chart) {
      drawn.push(chart);
      return new Uint8Array([137, 80, 78, 71]);
    },
    ...over.poster,
  });
  const guild = server.guild();
  const channel = guild.channel("jobs");
  const member = server.person({ name: "Ada" });
  return {
    server,
    poster,
    guild,
    channel,
    target: { workspaceId: guild.id, channelId: channel.id },
    member,
    logged,
    drawn,
    sent: () => server.journal.filter(({ method }) => ["POST", "PATCH", "PUT", "DELETE"].includes(method)),
    posts: (placeId = channel.id) => server.visibleTo(member, { ...channel, id: placeId }),
    async stop() {
      poster.stop();
      await server.stop();
    },
  };
}

export function says(text: string, ...blocks: Message["blocks"]): Message {
  return { summary: text, blocks: [{ kind: "text", text }, ...blocks] };
}

export const salaries: Message["blocks"][number] = {
  kind: "ranges",
  title: "Pay",
  unit: "USD a year, May 2025",
  names: { row: "Role", min: "10th percentile", median: "Median", max: "90th percentile" },
  rows: [{ label: "Nurse", min: 60_000, median: 80_000, max: 120_000 }],
  alt: "Nurses earn 60,000 to 120,000 USD a year",
};

/** As long ago that the same nonce would make a second message. */
export function longAgo(): Date {
  return new Date(Date.now() - 100_000);
}
