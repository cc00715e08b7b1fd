import { type JournalEntry, startSlackServer } from "../servers/slack/index.ts";
import { asJson, asText, type MessageRecord } from "../servers/slack/types.ts";
import type { Counts, Side, SideSettings, Standing } from "./posting-sides.ts";
import { slotOf } from "./posting-slots.ts";
import { type Answer, startWeather } from "./posting-weather.ts";

const SCOPES = ["channels:read", "chat:write", "files:write", "im:write", "users:read"];

/** One workspace, as a token has one; each of its channels takes a message a second. */
export async function startSlackSide({ slots, random, loses, history }: SideSettings): Promise<Side> {
  const scopes = history ? [...SCOPES, "channels:history"] : SCOPES;
  const server = await startSlackServer({ scopes, postsPerSecond: 1 });
  const weather = await startWeather({ origin: new URL(server.url).origin, random, loses, patience });
  const olga = server.person({ name: "olga", admin: true });
  const numbers = Array.from({ length: slots }, (_, n) => n).filter((n) => slotOf(n).platform === "slack");
  const channels = new Map(numbers.map((n) => [n, server.channel({ name: `jobs-${n}` })]));
  const slotIn = new Map([...channels].map(([n, { id }]) => [id, n]));

  return {
    settings: { SLACK_URL: `${weather.origin}/api/`, SLACK_TOKEN: server.botToken },
    weather,
    placeOf: (n) => ({ workspaceId: server.team.id, channelId: channels.get(n)?.id ?? "" }),
    organiser: { workspaceId: server.team.id, platformUserId: olga.id },
    standing: () =>
      server.world.messages.flatMap((message) => {
        const n = slotIn.get(message.channel);
        return n === undefined || message.deleted ? [] : [standing(n, message)];
      }),
    counts: () => countsOf(server.journal),
    markOf: (nonce) => nonce,
    violations: () => server.violations,
    async stop() {
      await weather.stop();
      await server.stop();
    },
  };
}

function standing(n: number, message: MessageRecord): Standing {
  const { ts, threadTs, text, metadata, blocks } = message;
  return {
    n,
    part: threadTs === undefined ? "main" : "details",
    ref: ts,
    below: threadTs,
    mark: asText(asJson(metadata?.event_payload).nonce),
    text,
    pictured: blocks.some(({ type, slack_file }) => type === "image" && slack_file !== undefined),
  };
}

function countsOf(journal: readonly JournalEntry[]): Counts {
  const done = (path: RegExp) =>
    journal.filter((one) => one.direction === "in" && path.test(one.path) && asJson(one.answer).ok === true).length;
  return {
    lookedUp: done(/conversations\.(history|replies)$/),
    sameNonce: 0,
    withdrawn: done(/chat\.delete$/),
    toldToWait: journal.filter(({ status }) => status === 429).length,
  };
}

/** In whole seconds; docs.slack.dev/apis/web-api/rate-limits. Of a channel, or longer and of the whole workspace. */
function patience(random: () => number): Answer {
  return {
    status: 429,
    headers: { "retry-after": String(1 + Math.floor(random() * 3)), "content-type": "application/json" },
    body: Buffer.from(JSON.stringify({ ok: false, error: "ratelimited" })),
  };
}
