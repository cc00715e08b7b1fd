import { setTimeout as wait } from "node:timers/promises";
import type { Database } from "#src/db/client.ts";
import type { Claimed } from "./claim.ts";
import type { Poster } from "./poster.ts";
import { keyOf } from "./record.ts";

/**
 * Whoever was stopped in the middle of a send may have made a second copy, of which nobody knows when its answer was lost
 * as well, or when it came after its nonce had run out. So it waits until it is known which copy stands, for a lease at
 * most, and deletes every other one. Where nothing can be looked up, nothing is done.
 */
export async function withdrawOthers(
  { db, poster, leaseMs }: { readonly db: Database; readonly poster: Poster<never>; readonly leaseMs: number },
  claimed: Claimed,
): Promise<void> {
  const { workspaceId, channelId, nonce } = claimed;
  const endsAt = performance.now() + leaseMs;
  while (performance.now() < endsAt) {
    const [post] = await db.$queryRaw<Known[]>`
      SELECT "state", "ref", (extract(epoch FROM now() - "sendingAt") * 1000)::float8 AS "sendingMs", "threadRef"
      FROM "Post" WHERE ${keyOf(claimed)}`;
    if (!post || post.sendingMs === null || (post.ref === null && !OPEN.has(post.state))) return;
    if (post.ref === null) {
      await wait(leaseMs / STEPS);
      continue;
    }
    const { sendingMs, ref: besides, threadRef: thread } = post;
    const since = new Date(Date.now() - sendingMs);
    const found = await poster.find({ workspaceId, channelId }, { nonce, since, besides, ...(thread && { thread }) });
    if (found.kind === "there") await poster.withdraw({ workspaceId, channelId }, found.ref);
    else if (found.kind === "later") await wait(Math.min(found.milliseconds, leaseMs));
    else return;
  }
}

interface Known {
  readonly state: string;
  readonly ref: string | null;
  readonly sendingMs: number | null;
  readonly threadRef: string | null;
}

/** Somebody is still at it. */
const OPEN: ReadonlySet<string> = new Set(["pending", "preparing", "sending"]);
const STEPS = 60;
