import type { Database } from "#src/db/client.ts";
import type { Subscription } from "./subscription.ts";

/** A post that is this process's alone while nobody has raised its fence, with the subscription that it belongs to. */
export interface Claimed extends Omit<Subscription, "id">, PostKey {
  readonly fence: number;
  /** Sends that began, and preparations that failed. */
  readonly attempts: number;
  readonly nonce: string;
  readonly message: unknown;
  readonly threadRef: string | null;
  /** The platform's id of the main message. */
  readonly mainRef: string | null;
  /** When a send began of which nothing is known; null: none has. */
  readonly sendingAt: Date | null;
  /** For how long that is by now, by the database's clock: this machine's may be another one. */
  readonly sendingMs: number | null;
  /** It is more than six hours behind its time. */
  readonly late: boolean;
  /** On the monotonic clock, before the claim was made. */
  readonly since: number;
}

export interface PostKey {
  readonly subscriptionId: string;
  readonly edition: string;
  readonly part: "main" | "details";
}

export interface Wanted {
  readonly platform: string;
  readonly count: number;
  /** Ids of what is passed over. */
  readonly workspaces: readonly string[];
  readonly channels: readonly string[];
  readonly leaseMs: number;
}

/** How many of one workspace are sent at a time, and how far to look for those of others. */
const PER_WORKSPACE = 2;
const WINDOW = 200;
/** Other replicas are claiming the same ones at this moment; those are passed over. */
const SPARE = 6;

/**
 * The oldest posts that nobody is at, in one statement. What somebody was sending when their lease ran out keeps its
 * state; everything else begins again with its preparation.
 */
export async function claim(db: Database, wanted: Wanted): Promise<Claimed[]> {
  const { platform, count, workspaces, channels, leaseMs } = wanted;
  const since = performance.now();
  // Pending posts may be many and are read in the index's order; what is under way is as little as replicas have hands.
  const rows = await db.$queryRaw<Omit<Claimed, "since">[]>`
    WITH pending AS (
      SELECT p."subscriptionId", p."edition", p."part", p."notBefore", s."workspaceId"
      FROM "Post" p JOIN "Subscription" s ON s."id" = p."subscriptionId"
      WHERE p."state" = 'pending' AND p."notBefore" <= now() AND s."platform" = ${platform}
        AND s."workspaceId" <> ALL(${workspaces}) AND s."channelId" <> ALL(${channels})
      ORDER BY p."notBefore" LIMIT ${WINDOW}
    ), stranded AS (
      SELECT p."subscriptionId", p."edition", p."part", p."notBefore", s."workspaceId"
      FROM "Post" p JOIN "Subscription" s ON s."id" = p."subscriptionId"
      WHERE p."state" IN ('preparing', 'sending') AND p."notBefore" <= now()
        AND (p."leaseUntil" IS NULL OR p."leaseUntil" < now()) AND s."platform" = ${platform}
        AND s."workspaceId" <> ALL(${workspaces}) AND s."channelId" <> ALL(${channels})
      ORDER BY p."notBefore" LIMIT ${WINDOW}
    ), turns AS (
      SELECT *, row_number() OVER (PARTITION BY "workspaceId" ORDER BY "notBefore") AS "turn"
      FROM (SELECT * FROM pending UNION ALL SELECT * FROM stranded) AS open
    ), next AS (
      SELECT * FROM turns WHERE "turn" <= ${PER_WORKSPACE} ORDER BY "turn", "notBefore" LIMIT ${count * SPARE}
    ), chosen AS (
      SELECT p."subscriptionId", p."edition", p."part"
      FROM "Post" p JOIN next t USING ("subscriptionId", "edition", "part")
      WHERE p."state" IN ('pending', 'preparing', 'sending')
        AND p."notBefore" <= now() AND (p."leaseUntil" IS NULL OR p."leaseUntil" < now())
      ORDER BY t."turn", t."notBefore" LIMIT ${count}
      FOR UPDATE OF p SKIP LOCKED
    )
    UPDATE "Post" p SET
      "state" = CASE p."state" WHEN 'sending' THEN 'sending' ELSE 'preparing' END,
      "fence" = p."fence" + 1,
      "leaseUntil" = now() + ${leaseMs} * interval '1 millisecond'
    FROM chosen c JOIN "Subscription" s ON s."id" = c."subscriptionId"
      LEFT JOIN "Post" main ON c."part" = 'details' AND main."subscriptionId" = c."subscriptionId"
        AND main."edition" = c."edition" AND main."part" = 'main'
    WHERE p."subscriptionId" = c."subscriptionId" AND p."edition" = c."edition" AND p."part" = c."part"
    RETURNING p."subscriptionId", p."edition", p."part", p."fence", p."attempts", p."nonce", p."message", p."threadRef",
      p."sendingAt", (extract(epoch FROM now() - p."sendingAt") * 1000)::float8 AS "sendingMs", p."giveUpAt" < now() AS "late", main."ref" AS "mainRef", s."platform", s."workspaceId",
      s."channelId", s."channelName", s."kind", s."industry", s."weekday", s."hour", s."minute", s."zone", s."mention",
      s."mentionName", s."state", s."reason", s."lastEdition", s."lastAt", s."organiserId"`;
  return rows.map((row) => ({ ...row, since }));
}
