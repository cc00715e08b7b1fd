import type { Database } from "#src/db/client.ts";
import type { Poster, Posters, Refusal } from "./poster.ts";
import type { Subscription } from "./subscription.ts";
import { findRow } from "./subscription-rows.ts";
import type { Problem } from "./trouble.ts";

/** What an organiser is told, once. */
export interface Trouble {
  readonly problem: Problem;
  readonly edition: string;
  /** What to do about it, where the platform says so exactly. */
  readonly refusal?: Refusal;
  readonly paused: boolean;
}

export interface Telling<Message> {
  readonly db: Database;
  readonly notice: (subscription: Subscription, trouble: Trouble) => Message;
}

/** Written to in one tick at most, on each platform. */
const AT_ONCE = 20;

/**
 * Writes to the organiser, once, until a post has gone through again or the subscription is paused. False where the platform
 * does not take it at the moment: that it is paused, they are told with the next tick then.
 */
export async function tellOrganiser<Message>(
  { db, notice, poster }: Telling<Message> & { readonly poster: Poster<Message> },
  subscription: Subscription,
  trouble: Trouble,
): Promise<boolean> {
  const { id, workspaceId } = subscription;
  const userId = await whomToTell(db, id);
  if (userId === undefined) return true;
  const told = await poster.tell({ workspaceId, userId }, notice(subscription, trouble));
  if (told === "later") await db.$executeRaw`UPDATE "Subscription" SET "toldAt" = NULL WHERE "id" = ${id}`;
  return told !== "later";
}

/** Those whose subscription is paused and who could not be written to when that happened. */
export async function tellUntold<Message>(
  telling: Telling<Message> & { readonly posters: Posters<Message> },
): Promise<void> {
  for (const [platform, poster] of telling.posters) {
    // Where the bot is gone, nobody can be written to.
    const untold = await telling.db.$queryRaw<{ id: string }[]>`
      SELECT "id" FROM "Subscription" WHERE "state" = 'paused' AND "reason" <> 'workspace-gone' AND "toldAt" IS NULL
        AND "organiserId" IS NOT NULL AND "platform" = ${platform} LIMIT ${AT_ONCE}`;
    for (const { id } of untold) {
      const row = await findRow(telling.db, id);
      if (row?.state !== "paused" || row.reason === null) continue;
      const trouble = { problem: row.reason, edition: row.newest?.edition ?? row.lastEdition, paused: true };
      if (!(await tellOrganiser({ ...telling, poster }, row, trouble))) break;
    }
  }
}

/** In one statement, so that of several at once one writes. undefined: they know, or there is nobody left to tell. */
async function whomToTell(db: Database, id: string): Promise<string | undefined> {
  const [account] = await db.$queryRaw<{ platformUserId: string }[]>`
    WITH told AS (
      UPDATE "Subscription" SET "toldAt" = now() WHERE "id" = ${id} AND "toldAt" IS NULL
      RETURNING "organiserId", "platform", "workspaceId"
    )
    SELECT a."platformUserId" FROM told JOIN "ChatAccount" a ON a."userId" = told."organiserId"
      AND a."platform" = told."platform" AND a."workspaceId" IN (told."workspaceId", '') LIMIT 1`;
  return account?.platformUserId;
}
