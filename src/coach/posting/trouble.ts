import type { Database } from "#src/db/client.ts";
import type { Claimed } from "./claim.ts";
import type { PosterProblem } from "./poster.ts";
import { ours } from "./record.ts";

/** Why a post is not in its channel. The first five say why a subscription is paused, as "failing" does. */
export type Problem =
  | PosterProblem
  | "failing"
  /** More than six hours behind its time. */
  | "too-late"
  /** Tried eight times. */
  | "given-up"
  /** It may be there; only a person can see. */
  | "unclear"
  | "nothing-to-say"
  | "paused";

/** A failed edition: this many in a row, over at least so long, and the subscription is paused. */
const MOST_FAILURES = 5;
const FAILING_DAYS = 7;

/** What became of the subscription; undefined when another one owns the post, and nothing was recorded. */
export type Recorded = { readonly paused: boolean } | undefined;

/** Nothing more is done about this edition, and that is nobody's fault or a person's to settle. */
export async function recordOver(
  db: Database,
  claimed: Claimed,
  over: { readonly state: "skipped" | "unknown"; readonly problem: Problem },
): Promise<Recorded> {
  const changed = await db.$executeRaw`
    UPDATE "Post" SET "state" = ${over.state}, "problem" = ${over.problem}, "fence" = "fence" + 1, "leaseUntil" = NULL
    WHERE ${ours(claimed)}`;
  return changed === 1 ? { paused: false } : undefined;
}

/** This edition will not be posted. After enough of them the subscription is paused. */
export async function recordDead(db: Database, claimed: Claimed, problem: Problem): Promise<Recorded> {
  const [row] = await db.$queryRaw<{ paused: boolean | null }[]>`
    WITH dead AS (
      UPDATE "Post" SET "state" = 'dead', "problem" = ${problem}, "fence" = "fence" + 1, "leaseUntil" = NULL
      WHERE ${ours(claimed)} RETURNING "part", "slotAt"
    ), failing AS (
      UPDATE "Subscription" s SET "failures" = s."failures" + 1,
        "failingSince" = coalesce(s."failingSince", dead."slotAt"),
        ("state", "reason", "toldAt") = (SELECT CASE WHEN enough THEN 'paused' ELSE s."state" END,
          CASE WHEN enough THEN 'failing' ELSE s."reason" END, CASE WHEN enough THEN NULL ELSE s."toldAt" END FROM (SELECT s."state" = 'active'
            AND s."failures" + 1 >= ${MOST_FAILURES}
            AND coalesce(s."failingSince", dead."slotAt") <= now() - ${FAILING_DAYS} * interval '1 day' AS enough) AS e)
      FROM dead WHERE s."id" = ${claimed.subscriptionId} AND dead."part" = 'main'
      RETURNING s."reason" = 'failing' AS "paused"
    )
    SELECT (SELECT "paused" FROM failing) AS "paused" FROM dead`;
  return row && { paused: row.paused ?? false };
}

/**
 * The channel refuses it, and would the next time: the subscription is paused, and where the whole workspace is gone, all
 * of its subscriptions are, and its 30 days begin (communities.ts). A thread that is refused pauses nothing, for the post
 * above it went through.
 */
export async function recordRefused(db: Database, claimed: Claimed, problem: PosterProblem): Promise<Recorded> {
  const everywhere = problem === "workspace-gone";
  const [row] = await db.$queryRaw<{ paused: boolean }[]>`
    WITH dead AS (
      UPDATE "Post" SET "state" = 'dead', "problem" = ${problem}, "fence" = "fence" + 1, "leaseUntil" = NULL
      WHERE ${ours(claimed)} RETURNING "part"
    ), paused AS (
      UPDATE "Subscription" s SET "state" = 'paused', "reason" = ${problem}, "toldAt" = NULL FROM dead
      WHERE dead."part" = 'main' AND s."state" = 'active' AND (s."id" = ${claimed.subscriptionId} OR (${everywhere}
        AND s."platform" = ${claimed.platform} AND s."workspaceId" = ${claimed.workspaceId}))
      RETURNING s."id"
    ), waiting AS (
      UPDATE "Post" p SET "state" = 'skipped', "problem" = ${problem} FROM paused
      WHERE p."subscriptionId" = paused."id" AND p."state" = 'pending'
    ), departed AS (
      INSERT INTO "DepartedWorkspace" ("platform", "workspaceId", "leftAt")
      SELECT ${claimed.platform}, ${claimed.workspaceId}, now() FROM dead WHERE dead."part" = 'main' AND ${everywhere}
      ON CONFLICT DO NOTHING
    )
    SELECT EXISTS (SELECT 1 FROM paused WHERE "id" = ${claimed.subscriptionId}) AS "paused" FROM dead`;
  return row;
}
