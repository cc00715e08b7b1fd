import { setTimeout as wait } from "node:timers/promises";
import type { Database } from "#src/db/client.ts";
import type { Claimed } from "./claim.ts";
import type { Poster } from "./poster.ts";
import { keyOf } from "./record.ts";

interface Withdrawing {
  readonly db: Database;
  readonly poster: Poster<never>;
  readonly leaseMs: number;
  readonly failed: (error: unknown) => void;
}

/**
 * Whoever was stopped in the middle of a send may have made a second copy, of which nobody knows when its answer was lost
 * as well, when it came after its nonce had run out, or when the database could not be told. So it waits until it is known
 * which copy stands, for ten leases at most, and deletes every other one. Where nothing can be looked up, nothing is done.
 * Never rejects.
 */
export async function withdrawOthers(withdrawing: Withdrawing, claimed: Claimed): Promise<void> {
  const { leaseMs, failed } = withdrawing;
  const endsAt = performance.now() + LEASES * leaseMs;
  while (performance.now() < endsAt) {
    try {
      const again = await withdrawOne(withdrawing, claimed);
      if (again === undefined) return;
      await wait(Math.min(again, leaseMs));
    } catch (error) {
      failed(error);
      await wait(leaseMs / STEPS);
    }
  }
}

const LEASES = 10;
/** Every five seconds, where nothing says how long to wait. */
const STEPS = 12;

/** Milliseconds after which to look again; undefined when there is nothing more to be done. */
async function withdrawOne({ db, poster, leaseMs }: Withdrawing, claimed: Claimed): Promise<number | undefined> {
  const [post] = await db.$queryRaw<Known[]>`
    SELECT "state", "ref", (extract(epoch FROM now() - "sendingAt") * 1000)::float8 AS "sendingMs", "threadRef"
    FROM "Post" WHERE ${keyOf(claimed)}`;
  if (!post || post.sendingMs === null) return undefined;
  if (post.ref === null) return OPEN.has(post.state) ? leaseMs / STEPS : undefined;
  const { workspaceId, channelId, nonce } = claimed;
  const { sendingMs, ref: besides, threadRef: thread } = post;
  const sought = { nonce, since: new Date(Date.now() - sendingMs), besides, ...(thread && { thread }) };
  const found = await poster.find({ workspaceId, channelId }, sought);
  if (found.kind === "later") return found.milliseconds;
  if (found.kind !== "there") return undefined;
  await poster.withdraw({ workspaceId, channelId }, found.ref);
  // Whether it is gone, and was the only one.
  return leaseMs / STEPS;
}

interface Known {
  readonly state: string;
  readonly ref: string | null;
  readonly sendingMs: number | null;
  readonly threadRef: string | null;
}

/** Somebody is still at it. */
const OPEN: ReadonlySet<string> = new Set(["pending", "preparing", "sending"]);
