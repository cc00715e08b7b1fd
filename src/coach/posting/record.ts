import { type Database, sql } from "#src/db/client.ts";
import type { Claimed, PostKey } from "./claim.ts";
import { newNonce } from "./enqueue.ts";

/** Begins a send: from here on, until something is recorded, the message may be there. False when another one owns it. */
export async function beginSending(
  db: Database,
  claimed: Claimed,
  { frozen, threadRef }: { readonly frozen: string; readonly threadRef: string | null },
): Promise<boolean> {
  const changed = await db.$executeRaw`
    UPDATE "Post" SET "state" = 'sending', "sendingAt" = coalesce("sendingAt", now()), "attempts" = "attempts" + 1,
      "message" = ${frozen}::jsonb, "threadRef" = ${threadRef}
    WHERE ${ours(claimed)}`;
  return changed === 1;
}

/**
 * Records a message that is there, whoever owns the post by now: the first copy that is recorded stands. With it, what
 * belongs into its thread becomes due. Returns the id of the copy that stands; null where none is known, because a person
 * has settled it or the subscription is gone.
 */
export async function recordSent(db: Database, claimed: Claimed, ref: string): Promise<string | null> {
  const { subscriptionId, edition, part } = claimed;
  const recorded = await db.$queryRaw<unknown[]>`
    WITH sent AS (
      UPDATE "Post" SET "state" = 'sent', "ref" = ${ref}, "sentAt" = now(), "fence" = "fence" + 1, "leaseUntil" = NULL,
        "problem" = NULL
      WHERE ${keyOf(claimed)} AND "state" <> 'sent' RETURNING "slotAt", "giveUpAt", "message"
    ), details AS (
      INSERT INTO "Post" ("subscriptionId", "edition", "part", "slotAt", "notBefore", "giveUpAt", "nonce", "message")
      SELECT ${subscriptionId}, ${edition}, 'details', "slotAt", now(), greatest("giveUpAt", now() + interval '1 hour'),
        ${newNonce()}, jsonb_build_object('message', "message"->'details', 'title', "message"->'title')
      FROM sent WHERE ${part} = 'main' AND "message" ? 'details'
      ON CONFLICT DO NOTHING
    ), well AS (
      UPDATE "Subscription" SET "failures" = 0, "failingSince" = NULL, "toldAt" = NULL
      WHERE "id" = ${subscriptionId} AND ${part} = 'main' AND ("failures" > 0 OR "toldAt" IS NOT NULL)
        AND EXISTS (SELECT 1 FROM sent)
    )
    SELECT 1 FROM sent`;
  if (recorded.length > 0) return ref;
  // In a statement of its own: another replica's record, which this one may have waited for, is not in its snapshot.
  const [other] = await db.$queryRaw<{ ref: string | null }[]>`SELECT "ref" FROM "Post" WHERE ${keyOf(claimed)}`;
  return other?.ref ?? null;
}

/** Not sent, and to be tried again after so many milliseconds. What was ambiguous before stays so. */
export async function recordLater(db: Database, claimed: Claimed, milliseconds: number): Promise<void> {
  const ambiguous = claimed.sendingAt !== null;
  await db.$executeRaw`
    UPDATE "Post" SET "state" = ${ambiguous ? "sending" : "pending"}, "sendingAt" = ${claimed.sendingAt},
      "attempts" = ${claimed.attempts}, "leaseUntil" = NULL, "notBefore" = ${inMilliseconds(milliseconds)}
    WHERE ${ours(claimed)}`;
}

/** It may be there: to be looked up after so many milliseconds. */
export async function recordUnsure(db: Database, claimed: Claimed, milliseconds: number): Promise<void> {
  await db.$executeRaw`
    UPDATE "Post" SET "leaseUntil" = NULL, "notBefore" = ${inMilliseconds(milliseconds)} WHERE ${ours(claimed)}`;
}

/** It failed before anything was sent: once more after so many milliseconds. */
export async function recordUnprepared(db: Database, claimed: Claimed, milliseconds: number): Promise<void> {
  await db.$executeRaw`
    UPDATE "Post" SET "state" = CASE WHEN "sendingAt" IS NULL THEN 'pending' ELSE 'sending' END,
      "attempts" = "attempts" + 1, "leaseUntil" = NULL, "notBefore" = ${inMilliseconds(milliseconds)}
    WHERE ${ours(claimed)}`;
}

export function keyOf({ subscriptionId, edition, part }: PostKey) {
  return sql`"subscriptionId" = ${subscriptionId} AND "edition" = ${edition} AND "part" = ${part}`;
}

/** While nobody else has claimed or settled it. */
export function ours(claimed: Claimed) {
  return sql`${keyOf(claimed)} AND "fence" = ${claimed.fence} AND "state" IN ('preparing', 'sending')`;
}

function inMilliseconds(milliseconds: number) {
  return sql`now() + ${milliseconds} * interval '1 millisecond'`;
}
