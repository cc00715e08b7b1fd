import { pino } from "pino";
import type { Drawing, Message } from "#src/chat/message.ts";
import type { Poster } from "#src/chat/platform.ts";
import { createSlackPoster, type SlackPosterSettings } from "#src/platforms/slack/poster.ts";
import {
  type Channel,
  type Fault,
  type JournalEntry,
  type Message as Seen,
  type SlackServer,
  type SlackServerOptions,
  startSlackServer,
} from "#test/servers/slack/index.ts";
import { PNG } from "./bot.ts";

/** The poster alone against a Slack of our own: no Bolt, no database. */
export interface Posting {
  readonly server: SlackServer;
  readonly poster: Poster;
  readonly channel: Channel;
  readonly target: { readonly workspaceId: string; readonly channelId: string };
  readonly drawn: Drawing[];
  readonly logged: string[];
  readonly gone: string[];
  /** What everybody in the channel sees, oldest first. */
  seen(): Seen[];
  calls(method: string): JournalEntry[];
  stop(): Promise<void>;
}

export const HISTORY = ["channels:history", "groups:history"];
export const SCOPES = ["chat:write", "commands", "files:write", "im:write", "users:read"];

export async function startPosting(
  more: { server?: SlackServerOptions; settings?: Partial<SlackPosterSettings> } = {},
): Promise<Posting> {
  const server = await startSlackServer(more.server);
  const channel = server.channel({ name: "jobs" });
  const reader = server.person({ name: "reader" });
  const [drawn, logged, gone]: [Drawing[], string[], string[]] = [[], [], []];
  const poster = createSlackPoster({
    botToken: server.botToken,
    apiUrl: server.url,
    drawChart: async (chart) => {
      drawn.push(chart);
      return PNG;
    },
    log: pino({ level: "debug" }, { write: (line: string) => void logged.push(line) }),
    gone: (workspaceId) => void gone.push(workspaceId),
    ...more.settings,
  });
  return {
    server,
    poster,
    channel,
    target: { workspaceId: server.team.id, channelId: channel.id },
    drawn,
    logged,
    gone,
    seen: () => server.visibleTo(reader, channel),
    calls: (method) => server.journal.filter(({ path }) => path === `/api/${method}`),
    stop: () => server.stop(),
  };
}

/** A request to one method, once, unless it says otherwise. */
export function onCall(method: string, fault: Omit<Fault, "match">): Fault {
  return { match: ({ path }) => path === `/api/${method}`, ...fault };
}

/** Slack's way to say no. */
export function refusing(method: string, error: string, more: object = {}): Fault {
  return onCall(method, { kind: "status", status: 200, body: { ok: false, error, ...more } });
}

export const limiting = (method: string, seconds: number): Fault =>
  onCall(method, {
    kind: "status",
    status: 429,
    body: { ok: false, error: "ratelimited" },
    headers: { "retry-after": String(seconds) },
  });

export const says = (words: string): Message => ({ summary: words, blocks: [{ kind: "text", text: words }] });

/** What an industry pays, with a button below. */
export const pay: Message = {
  summary: "What software pays",
  blocks: [
    { kind: "heading", text: "Software" },
    {
      kind: "ranges",
      title: "Pay",
      unit: "USD a year",
      names: { row: "Occupation", min: "10th percentile", median: "Median", max: "90th percentile" },
      rows: [{ label: "Developers", min: 79_850, median: 133_080, max: 211_450 }],
      alt: "Developers earn 79,850 to 211,450 USD a year, 133,080 in the middle.",
    },
    { kind: "buttons", buttons: [{ label: "What about me?", to: "insights/me:tech" }] },
  ],
};
