import { randomUUID } from "node:crypto";
import { createOutbox, type Outbox, type OutboxSettings } from "#src/coach/posting/outbox.ts";
import type { Database } from "#src/db/client.ts";
import { hasServer, startEmbeddedDatabase, startServerDatabase, type TestDatabase } from "../../house/database.ts";
import { createHttpPoster, type HttpPosterSettings } from "./http-poster.ts";

/** Databases to try everything on: as small communities run it, and as large ones do. */
export const DATABASES: readonly (readonly [name: string, start: () => Promise<TestDatabase>])[] = [
  ["the embedded database", startEmbeddedDatabase],
  ...(hasServer ? [["a PostgreSQL server", startServerDatabase] as const] : []),
];

export interface Due {
  readonly platform?: HttpPosterSettings["platform"];
  readonly workspaceId?: string;
  readonly channelId?: string;
  readonly minutesLate?: number;
  /** How many days ago its last edition was settled. */
  readonly days?: number;
  readonly mention?: string;
}

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** Daily subscriptions, in UTC, whose time came so many minutes ago. Returns their ids. */
export async function makeDue(db: Database, wanted: readonly Due[]): Promise<string[]> {
  const [clock] = await db.$queryRaw<{ now: Date }[]>`SELECT now()::timestamp(3) AS "now"`;
  const now = clock?.now ?? new Date();
  const organiserId = "olga";
  await db.user.createMany({ data: [{ id: organiserId, name: "Olga" }], skipDuplicates: true });
  const places = new Map(
    wanted.map(({ platform = "slack", workspaceId = "W1" }) => [
      `${platform} ${workspaceId}`,
      { platform, workspaceId },
    ]),
  );
  await db.chatAccount.createMany({
    data: [...places.values()].map((place) => ({ ...place, platformUserId: "olga", userId: organiserId })),
    skipDuplicates: true,
  });
  const rows = wanted.map((due) => rowOf(due, organiserId, now));
  await db.subscription.createMany({ data: rows });
  return rows.map(({ id }) => id);
}

function rowOf(
  { platform = "slack", workspaceId = "W1", minutesLate = 1, days = 1, ...due }: Due,
  organiserId: string,
  now: Date,
) {
  const id = randomUUID();
  const newest = new Date(Math.floor(now.getTime() / MINUTE_MS) * MINUTE_MS - minutesLate * MINUTE_MS);
  const lastAt = new Date(newest.getTime() - days * DAY_MS);
  return {
    id,
    platform,
    workspaceId,
    channelId: due.channelId ?? id,
    kind: "insights",
    industry: "tech",
    hour: newest.getUTCHours(),
    minute: newest.getUTCMinutes(),
    zone: "UTC",
    mention: due.mention ?? null,
    lastEdition: lastAt.toISOString().slice(0, 10),
    lastAt,
    nextAt: new Date(lastAt.getTime() + DAY_MS),
    organiserId,
  };
}

/** The real outbox, for all three pretend platforms. */
export function openOutbox(
  settings: Pick<OutboxSettings<unknown>, "db"> &
    Partial<OutboxSettings<unknown>> &
    Omit<HttpPosterSettings, "platform">,
): Outbox {
  const platforms = ["slack", "discord", "blind"] as const;
  const posters = new Map(platforms.map((platform) => [platform, createHttpPoster({ ...settings, platform })]));
  return createOutbox<unknown>({
    posters,
    prepare: async ({ channelId }, edition) => ({ main: `${channelId} in ${edition}` }),
    notice: (_, trouble) => trouble,
    failed: (error) => process.stderr.write(`${String(error)}\n`),
    ...settings,
    pace: { firstRetryMs: 20, ...settings.pace },
  });
}
