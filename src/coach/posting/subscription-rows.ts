import { randomUUID } from "node:crypto";
import { type Database, sql } from "#src/db/client.ts";
import type { Settled, Subscription } from "./subscription.ts";

type Transaction = Pick<Database, "$queryRaw" | "$executeRaw" | "subscription">;

/** With the database's time, and what became of its newest edition. */
export interface Row extends Subscription {
  readonly now: Date;
  readonly newest: {
    readonly edition: string;
    readonly state: "pending" | "preparing" | "sending" | "sent" | "skipped" | "dead" | "unknown";
    readonly problem: string | null;
    readonly ref: string | null;
  } | null;
}

type Workspace = Pick<Subscription, "platform" | "workspaceId">;

type Written = Pick<Subscription, "weekday" | "hour" | "minute" | "zone" | "mention" | "mentionName" | "channelName"> &
  Settled & { readonly userId: string | null };

export async function findRow(db: Database, id: string): Promise<Row | undefined> {
  const [row] = await db.$queryRaw<Row[]>`${selectRows()} WHERE s."id" = ${id}`;
  return row;
}

export function listRows(db: Database, { platform, workspaceId }: Workspace): Promise<Row[]> {
  return db.$queryRaw<Row[]>`
    ${selectRows()} WHERE s."platform" = ${platform} AND s."workspaceId" = ${workspaceId}
    ORDER BY s."channelName", s."channelId", s."industry", s."kind"`;
}

/** The one of a channel, industry and kind; nobody else changes it until the transaction ends. */
export async function lockRow(
  tx: Transaction,
  { platform, workspaceId }: Workspace,
  { channelId, kind, industry }: Pick<Subscription, "channelId" | "kind" | "industry">,
): Promise<Row | undefined> {
  const [row] = await tx.$queryRaw<Row[]>`
    ${selectRows()} WHERE s."platform" = ${platform} AND s."workspaceId" = ${workspaceId}
      AND s."channelId" = ${channelId} AND s."kind" = ${kind} AND s."industry" = ${industry} FOR UPDATE OF s`;
  return row;
}

/** undefined: the workspace has as many as it may. */
export async function insertRow(
  tx: Transaction,
  row: Omit<Written, keyof Settled> & Workspace & Pick<Subscription, "channelId" | "kind" | "industry">,
  { settle, most }: { readonly settle: (now: Date) => Settled; readonly most: number },
): Promise<string | undefined> {
  const { userId, platform, workspaceId, channelId, channelName, kind, industry } = row;
  const [found] = await tx.$queryRaw<{ now: Date; count: number }[]>`
    SELECT now()::timestamp(3) AS "now", count(*)::int AS "count" FROM "Subscription"
    WHERE "platform" = ${platform} AND "workspaceId" = ${workspaceId}`;
  if (!found || found.count >= most) return undefined;
  const { weekday, hour, minute, zone, mention, mentionName } = row;
  const times = { weekday, hour, minute, zone, mention, mentionName, ...settle(found.now) };
  const id = randomUUID();
  const place = { platform, workspaceId, channelId, channelName, kind, industry };
  await tx.subscription.create({ data: { id, ...place, ...times, organiserId: userId } });
  return id;
}

/** It goes on as if nothing had ever been wrong with it. */
export async function updateRow(tx: Transaction, id: string, row: Written): Promise<void> {
  const { weekday, hour, minute, zone, mention, mentionName, channelName, lastEdition, lastAt, nextAt } = row;
  const well = { state: "active", reason: null, failures: 0, failingSince: null, toldAt: null };
  const times = { weekday, hour, minute, zone, mention, mentionName, lastEdition, lastAt, nextAt };
  const organiser = { organiserId: row.userId };
  await tx.subscription.update({ where: { id }, data: { channelName, ...times, ...organiser, ...well } });
}

/** Whoever is told when something is wrong with it, from now on. */
export async function adoptRow(tx: Transaction, id: string, organiserId: string): Promise<void> {
  await tx.subscription.update({ where: { id }, data: { organiserId } });
}

/** Pauses it by hand: what is due and not on its way yet is skipped. */
export async function skipPending(db: Database, id: string): Promise<void> {
  await db.$executeRaw`
    WITH paused AS (
      UPDATE "Subscription" SET "state" = 'paused', "reason" = NULL, "updatedAt" = now()
      WHERE "id" = ${id} AND "state" = 'active' RETURNING "id"
    )
    UPDATE "Post" p SET "state" = 'skipped', "problem" = 'paused' FROM paused
    WHERE p."subscriptionId" = paused."id" AND p."state" = 'pending'`;
}

export async function removeRow(db: Database, id: string): Promise<void> {
  await db.subscription.deleteMany({ where: { id } });
}

/** With their word the organiser has heard of it: of the next trouble they are told again. */
export async function settlePost(
  db: Database,
  { id, edition, there }: { readonly id: string; readonly edition: string; readonly there: boolean },
): Promise<void> {
  const again = sql`"state" = CASE WHEN "giveUpAt" > now() THEN 'pending' ELSE 'dead' END, "sendingAt" = NULL, "attempts" = 0`;
  const sent = sql`"state" = 'sent', "problem" = NULL`;
  const well = sql`, "failures" = 0, "failingSince" = NULL`;
  await db.$executeRaw`
    WITH settled AS (
      UPDATE "Post" SET ${there ? sent : again}
      WHERE "subscriptionId" = ${id} AND "edition" = ${edition} AND "part" = 'main' AND "state" = 'unknown' RETURNING 1
    )
    UPDATE "Subscription" SET "toldAt" = NULL${there ? well : sql``}
    WHERE "id" = ${id} AND EXISTS (SELECT 1 FROM settled)`;
}

function selectRows() {
  return sql`
    SELECT s."id", s."platform", s."workspaceId", s."channelId", s."channelName", s."kind", s."industry", s."weekday",
      s."hour", s."minute", s."zone", s."mention", s."mentionName", s."state", s."reason", s."lastEdition", s."lastAt", s."organiserId",
      now()::timestamp(3) AS "now", (
        SELECT jsonb_build_object('edition', p."edition", 'state', p."state", 'problem', p."problem", 'ref', p."ref")
        FROM "Post" p WHERE p."subscriptionId" = s."id" AND p."part" = 'main' ORDER BY p."slotAt" DESC LIMIT 1
      ) AS "newest"
    FROM "Subscription" s`;
}
