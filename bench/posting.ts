import { setTimeout as wait } from "node:timers/promises";
import { createOutbox, type Outbox } from "#src/coach/posting/outbox.ts";
import type { Poster } from "#src/coach/posting/poster.ts";
import { type Database, openDatabase } from "#src/db/client.ts";
import { migrate } from "#src/db/migrate.ts";
import type { PostgresServer } from "#test/house/postgres-server.ts";
import { quantiles } from "./load.ts";
import { query } from "./people.ts";
import { atMost, figure, type Row, times } from "./report.ts";

/** Subscriptions that are due in the same minute. */
const MANY = 10_000;
/** For the one workspace that is told to wait: the subscriptions of the others, and what a platform takes for a post. */
const OTHERS = 800;
const LATENCY_MS = 20;

/**
 * The outbox by itself, with a platform that takes everything at once, and then how much longer the others take while one
 * workspace has all of its posts answered with "wait 30 seconds".
 */
export async function measurePosting(server: PostgresServer, rounds: number): Promise<Row[]> {
  await query(server.url, `CREATE DATABASE "posting"`);
  const url = new URL(server.url);
  url.pathname = "/posting";
  await migrate(url.href);
  let statements = 0;
  const onQuery = () => {
    statements += 1;
  };
  const db = openDatabase({ connectionString: url.href, onQuery });
  try {
    await db.user.create({ data: { id: "olga" } });
    await measureMany(db);
    statements = 0;
    const many = await measureMany(db);
    const path = `posts: ${MANY} due in one minute`;
    const rows = [
      figure({ path, measure: "all of them, s (50/s are 200 s)", aim: 200 }, many.seconds, { digits: 1 }),
      figure({ path, measure: "of that until all are in the outbox, s", aim: 20 }, many.enqueued, { digits: 1 }),
      figure({ path, measure: "statements for each", aim: 4 }, statements / MANY, { digits: 2 }),
      figure({ path, measure: "CPU for each, ms", aim: 20 }, many.cpu / MANY, { digits: 2 }),
      figure({ path, measure: "memory on top, MB", aim: 150 }, many.megabytes),
      figure({ path, measure: "event loop held up at most, ms of CPU", aim: 100 }, many.heldUp),
    ];
    return [...rows, await measureFairness(db, rounds)];
  } finally {
    await db.$disconnect();
  }
}

async function measureMany(db: Database) {
  await makeDue(db, { count: MANY, workspaces: MANY / 2 });
  let first = 0;
  const started = performance.now();
  const outbox = openOutbox(db, async () => {
    first ||= performance.now();
    return { kind: "sent", ref: "r" };
  });
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  let peak = before;
  let heldUp = 0;
  let last = process.threadCpuUsage();
  // In CPU time of the thread, so that other programs on the machine do not count.
  const watch = setInterval(() => {
    const { user, system } = process.threadCpuUsage(last);
    heldUp = Math.max(heldUp, (user + system) / 1_000);
    last = process.threadCpuUsage();
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 10);
  const cpu = process.cpuUsage();
  await outbox.run();
  const { user, system } = process.cpuUsage(cpu);
  clearInterval(watch);
  const seconds = (performance.now() - started) / 1_000;
  await allSent(db, MANY);
  const enqueued = (first - started) / 1_000;
  return { seconds, enqueued, heldUp, megabytes: (peak - before) / 1_048_576, cpu: (user + system) / 1_000 };
}

/** In turns, so that what else the machine does falls on both. */
async function measureFairness(db: Database, rounds: number): Promise<Row> {
  const taken = { alone: [] as number[], beside: [] as number[] };
  for (let round = 0; round < rounds * 2; round += 1) {
    const beside = round % 2 === 1;
    await makeDue(db, { count: OTHERS, workspaces: OTHERS / 2, ...(beside && { busy: 50 }) });
    let last = 0;
    const outbox = openOutbox(db, async ({ workspaceId }) => {
      await wait(LATENCY_MS);
      if (workspaceId === "busy") return { kind: "later", milliseconds: 30_000, scope: "workspace" };
      last = performance.now();
      return { kind: "sent", ref: "r" };
    });
    const started = performance.now();
    await outbox.run();
    await allSent(db, OTHERS);
    taken[beside ? "beside" : "alone"].push((last - started) / 1_000);
  }
  const [beside, alone] = [quantiles(taken.beside).p50, quantiles(taken.alone).p50];
  return {
    path: `posts: ${OTHERS} beside a workspace with 50 in 429`,
    measure: "until the others have all, s",
    ours: beside.toFixed(2),
    beside: `${alone.toFixed(2)} without it`,
    ratio: times(beside / alone),
    ...atMost(beside / alone, 1.1),
  };
}

function openOutbox(db: Database, post: Poster["post"]): Outbox {
  const poster: Poster = {
    post,
    check: async () => ({ ok: true, channelName: "" }),
    find: async () => ({ kind: "not-there" }),
    openThread: async (_, ref) => ({ kind: "sent", ref }),
    tell: async () => "told",
    withdraw: async () => {},
  };
  return createOutbox({
    db,
    posters: new Map([["slack", poster]]),
    prepare: async ({ id }, edition) => ({ main: { summary: `${id} in ${edition}`, blocks: [] } }),
    notice: () => ({}),
    failed: (error) => process.stderr.write(`${String(error)}\n`),
  });
}

/** Daily ones whose time came this minute; those of the busy workspace are the first in the queue. */
async function makeDue(db: Database, wanted: { count: number; workspaces: number; busy?: number }): Promise<void> {
  const { count, workspaces, busy = 0 } = wanted;
  await db.subscription.deleteMany();
  await db.$executeRaw`
    INSERT INTO "Subscription" ("id", "platform", "workspaceId", "channelId", "kind", "industry", "hour", "minute",
      "zone", "lastEdition", "lastAt", "nextAt", "organiserId")
    SELECT 's' || n, 'slack', CASE WHEN n <= ${busy} THEN 'busy' ELSE 'W' || n % ${workspaces}::int END, 'C' || n,
      'insights', 'tech', extract(hour FROM at), extract(minute FROM at), 'UTC',
      to_char(at - interval '1 day', 'YYYY-MM-DD'), at - interval '1 day', at, 'olga'
    FROM generate_series(1, ${count + busy}::int) n,
      LATERAL (SELECT date_trunc('minute', now()) - CASE WHEN n <= ${busy} THEN interval '1 minute' ELSE '0' END) a(at)`;
  await db.$executeRaw`ANALYZE`;
}

async function allSent(db: Database, count: number): Promise<void> {
  const sent = await db.post.count({ where: { state: "sent", subscription: { workspaceId: { not: "busy" } } } });
  if (sent !== count) throw new Error(`${sent} of ${count} were posted`);
}
