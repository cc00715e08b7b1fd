import { markOf } from "#src/platforms/discord/posting/mark.ts";
import {
  type DiscordServer,
  type JournalEntry,
  type Message,
  type Place,
  startDiscordServer,
} from "../servers/discord/index.ts";
import { tooManyRequests } from "../servers/discord/journal.ts";
import { NONCE_MS } from "./posting-pace.ts";
import type { Counts, Side, SideSettings, Standing } from "./posting-sides.ts";
import { slotOf } from "./posting-slots.ts";
import { type Answer, startWeather } from "./posting-weather.ts";

const GUILDS = 25;

export async function startDiscordSide({ slots, random, loses }: SideSettings): Promise<Side> {
  const server = await startDiscordServer({ nonceMs: NONCE_MS });
  const weather = await startWeather({ origin: server.origin, random, loses, patience });
  const olga = server.person({ name: "olga", organiser: true });
  const guilds = Array.from({ length: GUILDS }, (_, n) => server.guild({ name: `Club ${n}` }));
  const numbers = Array.from({ length: slots }, (_, n) => n).filter((n) => slotOf(n).platform === "discord");
  const places = new Map(
    numbers.flatMap((n) => {
      const place = guilds[n % GUILDS]?.channel(`jobs-${n}`);
      return place ? [[n, place] as const] : [];
    }),
  );
  const inChannel = (place: { readonly id: string }) => server.visibleTo(olga, place as Place);
  const threads = () => threadsOf(server.journal);

  return {
    settings: { DISCORD_URL: `${weather.origin}/api`, DISCORD_TOKEN: server.token },
    weather,
    placeOf(n) {
      const { id = "", guild } = places.get(n) ?? {};
      return { workspaceId: guild?.id ?? "", channelId: id };
    },
    organiser: { workspaceId: "", platformUserId: olga.id },
    standing() {
      const below = threads();
      return [...places].flatMap(([n, place]) => [
        ...inChannel(place).map((message) => standing(n, message)),
        ...(below.get(place.id) ?? []).flatMap((thread) =>
          inChannel({ id: thread }).map((message) => standing(n, message, thread)),
        ),
      ]);
    },
    counts: () => countsOf(server),
    markOf: (nonce) => String(markOf(nonce)),
    violations: () => [
      ...server.violations,
      ...[...threads()].filter(([, { length }]) => length > 1).map(([id]) => `several threads in ${id}`),
    ],
    async stop() {
      await weather.stop();
      await server.stop();
    },
  };
}

function standing(n: number, message: Message, thread?: string): Standing {
  return {
    n,
    part: thread === undefined ? "main" : "details",
    ref: thread === undefined ? message.id : `${thread}/${message.id}`,
    below: thread,
    mark: String(message.components[0]?.["id"]),
    text: message.text(),
    pictured: message.files().length > 0,
  };
}

/** Ids of the threads that were opened, by channel. A thread has the id of the message above it. */
function threadsOf(journal: readonly JournalEntry[]): Map<string, string[]> {
  const opened = new Map<string, string[]>();
  for (const { method, path, status, answer } of journal) {
    const channel = /\/channels\/(\d+)\/messages\/\d+\/threads$/.exec(path)?.[1];
    if (method !== "POST" || status !== 201 || channel === undefined) continue;
    opened.set(channel, [...(opened.get(channel) ?? []), (answer as { id: string }).id]);
  }
  return opened;
}

function countsOf({ journal }: DiscordServer): Counts {
  const done = (method: string, path: RegExp) =>
    journal.filter((one) => one.method === method && path.test(one.path) && (one.status ?? 500) < 300);
  const posted = done("POST", /\/channels\/\d+\/messages$/).map(({ answer }) => (answer as { id: string }).id);
  return {
    lookedUp: done("GET", /\/channels\/\d+\/messages$/).length,
    sameNonce: posted.length - new Set(posted).size,
    withdrawn: done("DELETE", /\/messages\/\d+$/).length,
    toldToWait: journal.filter(({ status }) => status === 429).length,
  };
}

function patience(random: () => number): Answer {
  const scope = (["user", "shared", "global"] as const)[Math.floor(random() * 3)] ?? "user";
  const { headers, body } = tooManyRequests(Math.ceil(random() * 1_500) / 1_000, scope);
  return {
    status: 429,
    headers: { ...headers, "content-type": "application/json" },
    body: Buffer.from(JSON.stringify(body)),
  };
}
