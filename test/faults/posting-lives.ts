import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { NONCE_MS, PACE } from "./posting-pace.ts";

/**
 * How a replica is disturbed: killed, or stopped for longer than its lease and then left to finish what it was at.
 * `after`: as a share of the time that its start took, so that on a slow machine as much is under way as on a fast one.
 */
export type Life =
  | { readonly kind: "kill"; readonly after: number }
  | {
      readonly kind: "pause";
      readonly after: number;
      /** In the very moment of sending, when it comes to that in time. */
      readonly sending: boolean;
      readonly stopsMs: number;
    };

export interface Lives {
  readonly kills: number;
  readonly pauses: number;
  readonly random: () => number;
}

/** In random order. One pause in three is longer than a nonce counts, every second one begins in the moment of sending. */
export function livesOf({ kills, pauses, random }: Lives): Life[] {
  const killed = Array.from({ length: kills }, (): Life => ({ kind: "kill", after: random() }));
  const paused = Array.from({ length: pauses }, (_, n): Life => {
    const sending = n % 2 === 0;
    const stopsMs = (n % 3 === 1 ? NONCE_MS : PACE.leaseMs) + 500 + random() * 2_500;
    return { kind: "pause", after: sending ? 5 : random(), sending, stopsMs };
  });
  return [...killed, ...paused]
    .map((life) => ({ life, order: random() }))
    .sort((a, b) => a.order - b.order)
    .map(({ life }) => life);
}

/** Starts a replica and disturbs it. Resolves when it has ended, with whether it was stopped in the moment of sending. */
export async function live(life: Life, settings: Readonly<Record<string, string>>): Promise<boolean> {
  const stops = life.kind === "pause" && life.sending;
  const started = performance.now();
  const replica = await startReplica({ ...settings, ...(stops && { STOPS_SENDING: "once" }) });
  const bootMs = performance.now() - started;
  const stopping = stops ? once(replica.stdout ?? replica, "data").then(() => true) : new Promise<never>(() => {});
  const sending = await Promise.race([wait(life.after * bootMs, false), stopping]);
  if (life.kind === "kill") {
    replica.kill("SIGKILL");
    const code = await exitOf(replica);
    if (code !== null) throw new Error(`a replica ended by itself with ${code}`);
    return false;
  }
  if (!sending) replica.kill("SIGSTOP");
  await wait(life.stopsMs);
  replica.kill("SIGCONT");
  await wait(500);
  replica.kill("SIGTERM");
  const code = await exitOf(replica);
  if (code !== 0) throw new Error(`a replica that was stopped for a while ended with ${code}`);
  return sending;
}

/** Nobody disturbs it any more: it ends by itself when nothing is owed. */
export async function finish(settings: Readonly<Record<string, string>>): Promise<void> {
  const code = await exitOf(await startReplica({ ...settings, ENDS: "when nothing is owed" }));
  if (code !== 0) throw new Error(`the last replica ended with ${code}`);
}

const COMPILED = join(tmpdir(), "greenroom-storm-code");
const REPLICA = fileURLToPath(new URL("./posting-replica.ts", import.meta.url));

async function startReplica(settings: Readonly<Record<string, string>>): Promise<ChildProcess> {
  const { PATH = "", GLIBC_TUNABLES } = process.env;
  const replica = spawn(process.execPath, [REPLICA], {
    env: { PATH, NODE_COMPILE_CACHE: COMPILED, ...(GLIBC_TUNABLES && { GLIBC_TUNABLES }), ...settings },
    // Its input ends with us, and it does as well.
    stdio: ["pipe", "pipe", "inherit"],
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
