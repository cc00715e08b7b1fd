import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { Database } from "#src/db/client.ts";
import { type ChannelServer, startChannelServer } from "../coach/posting/channel-server.ts";
import { makeDue } from "../coach/posting/channels.ts";
import { seeded } from "../house/house.ts";
import { NONCE_MS } from "./posting-pace.ts";

export interface Storm {
  readonly slots: number;
  readonly kills: number;
  readonly replicas: number;
  readonly seed: number;
  /** Share of answers that are lost after the message was accepted. */
  readonly loses: number;
  /** What a replica is started with to find its database. */
  readonly settings: Record<string, string>;
  /** The database, for as long as `use` takes; while replicas run only where several processes may have it. */
  readonly withDatabase: <Result>(use: (db: Database) => Promise<Result>) => Promise<Result>;
}

export interface Damage {
  readonly kills: number;
  readonly slots: number;
  readonly messages: number;
  /** Messages that are in no channel, or in it more than once. */
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  /** Rows that do not say "sent" with the id of the message that is there. */
  readonly wrongRows: readonly string[];
  readonly lostAnswers: number;
  /** Posts of which a replica had to find out whether they were there. */
  readonly lookedUp: number;
  readonly sameNonce: number;
  readonly takenOver: number;
  readonly withdrawn: number;
  readonly seconds: number;
}

const REPLICA = fileURLToPath(new URL("./posting-replica.ts", import.meta.url));

/** Replicas that are killed at random moments, again and again, while a platform is slow and loses answers. */
export async function runStorm(storm: Storm): Promise<Damage> {
  const started = performance.now();
  const random = seeded(storm.seed);
  const channels = await startChannelServer();
  let lostAnswers = 0;
  channels.mood.nonceMs = NONCE_MS;
  channels.mood.delays = () => [random() * 80, random() * 80];
  channels.mood.loses = () => {
    const loses = random() < storm.loses;
    if (loses) lostAnswers += 1;
    return loses;
  };
  try {
    await storm.withDatabase((db) => prepareSlots(db, storm.slots));
    await killReplicas(storm, channels, random);
    await finish(storm, channels);
    const rows = await storm.withDatabase((db) => db.post.findMany({ include: { subscription: true } }));
    const seconds = (performance.now() - started) / 1_000;
    const count = (path: string) => channels.requests.filter((request) => request === path).length;
    return {
      ...compare(rows, channels, storm.slots),
      kills: storm.kills,
      slots: storm.slots,
      lostAnswers,
      lookedUp: count("find"),
      sameNonce: count("post") - channels.journal.length - channels.withdrawn.length,
      takenOver: rows.filter(({ fence }) => fence > 2).length,
      withdrawn: channels.withdrawn.length,
      seconds,
    };
  } finally {
    await channels.stop();
  }
}

/** For the terminal: the journal beside the table. */
export function damageTable(name: string, damage: Damage): string {
  const lines = Object.entries(damage).map(([what, value]) => {
    const figure = Array.isArray(value) ? [value.length, ...value.slice(0, 5)].join(" ") : Number(value).toFixed(0);
    return `  ${what.padEnd(12)} ${figure}`;
  });
  return `${name}\n${lines.join("\n")}\n`;
}

async function prepareSlots(db: Database, slots: number): Promise<void> {
  const platforms = ["slack", "discord"] as const;
  const due = Array.from({ length: slots }, (_, n) => ({
    platform: platforms[n % 4 < 2 ? 0 : 1] ?? "slack",
    workspaceId: `W${n % 50}`,
    channelId: `C${n}`,
    minutesLate: 10 + (n % 50),
  }));
  await makeDue(db, due);
  // Their time has come, but nobody looks yet: a replica lets them come round.
  await db.$executeRaw`UPDATE "Subscription" SET "nextAt" = now() + interval '2 days'`;
}

async function killReplicas(storm: Storm, channels: ChannelServer, random: () => number): Promise<void> {
  let left = storm.kills;
  const release = Math.ceil((storm.slots / storm.kills) * 1.1);
  const one = async () => {
    while (left > 0) {
      left -= 1;
      const replica = await startReplica(storm, channels, { release, ends: false });
      await wait(100 + random() * 900);
      replica.kill("SIGKILL");
      await exitOf(replica);
    }
  };
  await Promise.all(Array.from({ length: storm.replicas }, one));
}

/** Nobody is killed any more: everything that is owed arrives, and then they end by themselves. */
async function finish(storm: Storm, channels: ChannelServer): Promise<void> {
  const replicas = await Promise.all(
    Array.from({ length: storm.replicas }, () => startReplica(storm, channels, { release: storm.slots, ends: true })),
  );
  await Promise.all(replicas.map(exitOf));
}

async function startReplica(
  storm: Storm,
  channels: ChannelServer,
  { release, ends }: { readonly release: number; readonly ends: boolean },
): Promise<ChildProcess> {
  const environment = {
    PATH: process.env["PATH"] ?? "",
    CHANNELS_URL: channels.url,
    RELEASE: String(release),
    ...(ends && { ENDS: "when nothing is owed" }),
  };
  const replica = spawn(process.execPath, [REPLICA], {
    env: { ...environment, ...storm.settings },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = exitOf(replica).then((code) => {
    throw new Error(`a replica ended by itself with ${code}`);
  });
  await Promise.race([once(replica.stdout, "data"), ended]);
  ended.catch(() => {});
  return replica;
}

async function exitOf(replica: ChildProcess): Promise<unknown> {
  if (replica.exitCode !== null || replica.signalCode !== null) return replica.exitCode;
  return (await once(replica, "exit"))[0];
}

type Row = { part: string; state: string; ref: string | null; subscription: { channelId: string } };

function compare(rows: readonly Row[], { journal }: ChannelServer, slots: number) {
  const there = new Map<string, string[]>();
  for (const { channelId, thread, ref } of journal) {
    const key = `${channelId} ${thread ? "details" : "main"}`;
    there.set(key, [...(there.get(key) ?? []), ref]);
  }
  const owed = Array.from({ length: slots }, (_, n) =>
    n % 2 ? [`C${n} main`, `C${n} details`] : [`C${n} main`],
  ).flat();
  const recorded = new Map(rows.map((row) => [`${row.subscription.channelId} ${row.part}`, row]));
  return {
    messages: journal.length,
    lost: owed.filter((key) => !there.has(key)),
    doubled: [...there].filter(([key, refs]) => refs.length > 1 || !owed.includes(key)).map(([key]) => key),
    wrongRows: owed.filter((key) => {
      const row = recorded.get(key);
      return row?.state !== "sent" || row.ref !== there.get(key)?.[0];
    }),
  };
}
