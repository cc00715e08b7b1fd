import { type Database, sql } from "#src/db/client.ts";

/** Which communities the bot is in. What one leaves behind waits 30 days for it to come back. */
export interface Communities {
  /**
   * Its subscriptions are paused, what they owe is skipped, and its 30 days begin, all in one statement. Heard again,
   * nothing changes.
   */
  left(platform: string, workspaceId: string): Promise<void>;
  /** Everything is still there; its subscriptions stay paused until an organiser resumes them. */
  returned(platform: string, workspaceId: string): Promise<void>;
}

const KEPT_DAYS = 30;
/** What is deleted in one statement: everything of a person's goes with them, and hundreds may have answered a question. */
const BATCH = { subscriptions: 2, questions: 50, people: 200 };

export function createCommunities(db: Database): Communities {
  return {
    async left(platform, workspaceId) {
      await db.$executeRaw`
        WITH paused AS (
          UPDATE "Subscription" SET "state" = 'paused', "reason" = 'workspace-gone', "updatedAt" = now()
          WHERE "platform" = ${platform} AND "workspaceId" = ${workspaceId} AND "state" = 'active' RETURNING "id"
        ), skipped AS (
          UPDATE "Post" p SET "state" = 'skipped', "problem" = 'workspace-gone' FROM paused
          WHERE p."subscriptionId" = paused."id" AND p."state" = 'pending'
        )
        INSERT INTO "DepartedWorkspace" ("platform", "workspaceId", "leftAt") VALUES (${platform}, ${workspaceId}, now())
        ON CONFLICT DO NOTHING`;
    },
    returned: (platform, workspaceId) => isThere(db, { platform, workspaceId }),
  };
}

/** Whoever has seen that the bot is in a community says so here: nothing of it will be deleted. */
export async function isThere(db: Database, { platform, workspaceId }: Community): Promise<void> {
  await db.departedWorkspace.deleteMany({ where: { platform, workspaceId } });
}

/**
 * Deletes what communities left behind 30 days ago: their subscriptions and questions, the accounts that belong to them,
 * and whoever has no account any more. Discord's people belong to no server: nothing of theirs is found here.
 */
export async function deleteDeparted(db: Database): Promise<void> {
  const departed = await db.$queryRaw<
    Community[]
  >`SELECT "platform", "workspaceId" FROM "DepartedWorkspace" WHERE ${over}`;
  for (const community of departed) {
    while (await deleteSome(db, community));
    await db.$executeRaw`DELETE FROM "DepartedWorkspace" WHERE ${thatOf(community)}`;
  }
}

interface Community {
  readonly platform: string;
  readonly workspaceId: string;
}

const over = sql`"leftAt" < now() - ${KEPT_DAYS} * interval '1 day'`;

// An empty id would be that of everybody on Discord.
function thatOf({ platform, workspaceId }: Community) {
  return sql`"platform" = ${platform} AND "workspaceId" = ${workspaceId} AND "workspaceId" <> '' AND ${over}`;
}

/** Whether there may be more. A community that comes back meanwhile keeps what is still there. */
async function deleteSome(db: Database, community: Community): Promise<boolean> {
  const [deleted] = await db.$queryRaw<{ more: boolean }[]>`
    WITH departed AS (
      SELECT "platform", "workspaceId" FROM "DepartedWorkspace" WHERE ${thatOf(community)} FOR UPDATE
    ), subscriptions AS (
      DELETE FROM "Subscription" WHERE "id" IN (
        SELECT s."id" FROM "Subscription" s JOIN departed USING ("platform", "workspaceId") LIMIT ${BATCH.subscriptions}
      ) RETURNING "id"
    ), questions AS (
      DELETE FROM "ChannelQuestion" WHERE ("subscriptionId", "edition") IN (
        SELECT q."subscriptionId", q."edition" FROM "ChannelQuestion" q JOIN departed USING ("platform", "workspaceId")
        LIMIT ${BATCH.questions}
      ) RETURNING "edition"
    ), chosen AS (
      SELECT a."platform", a."workspaceId", a."platformUserId"
      FROM "ChatAccount" a JOIN departed USING ("platform", "workspaceId") LIMIT ${BATCH.people}
    ), accounts AS (
      DELETE FROM "ChatAccount" a USING chosen WHERE (a."platform", a."workspaceId", a."platformUserId")
        = (chosen."platform", chosen."workspaceId", chosen."platformUserId")
      RETURNING a."userId"
    ), people AS (
      DELETE FROM "User" u USING accounts WHERE u."id" = accounts."userId" AND u."clerkUserId" IS NULL AND NOT EXISTS (
        SELECT 1 FROM "ChatAccount" other WHERE other."userId" = u."id"
          AND NOT EXISTS (SELECT 1 FROM departed d
            WHERE (d."platform", d."workspaceId") = (other."platform", other."workspaceId")))
    )
    SELECT (SELECT count(*) FROM subscriptions) = ${BATCH.subscriptions}
      OR (SELECT count(*) FROM questions) = ${BATCH.questions}
      OR (SELECT count(*) FROM accounts) = ${BATCH.people} AS "more"`;
  return deleted?.more ?? false;
}
