import type { Database } from "#src/db/client.ts";
import { deleteDeparted } from "./communities.ts";

/** What is kept for a time, and for how long; docs/privacy.md says the same in words. */
const STEPS: readonly ((db: Database) => Promise<unknown>)[] = [
  deleteDeparted,
  (db) => db.$executeRaw`DELETE FROM "DeletedLetter" WHERE "deletedAt" < now() - interval '10 minutes'`,
  (db) => db.$executeRaw`DELETE FROM "InboxEntry" WHERE "takenAt" < now() - interval '24 hours'`,
  (db) => db.$executeRaw`DELETE FROM "EstimateRequest" WHERE "askedAt" < now() - interval '2 days'`,
  (db) => db.$executeRaw`DELETE FROM "FormDraft" WHERE "updatedAt" < now() - interval '30 days'`,
  (db) => db.$executeRaw`DELETE FROM "PendingRequest" WHERE "createdAt" < now() - interval '30 days'`,
  (db) => db.$executeRaw`DELETE FROM "ResumeProposal" WHERE "createdAt" < now() - interval '30 days'`,
  (db) => db.$executeRaw`DELETE FROM "Improvement" WHERE "createdAt" < now() - interval '30 days'`,
  (db) => db.$executeRaw`DELETE FROM "PlaygroundMessage" WHERE "createdAt" < now() - interval '90 days'`,
  (db) => db.$executeRaw`DELETE FROM "PlaygroundFile" WHERE "createdAt" < now() - interval '90 days'`,
  deletePosts,
  (db) => db.$executeRaw`DELETE FROM "ChannelQuestion" WHERE "askedAt" < now() - interval '400 days'`,
];

/** Deletes what has had its time. One step that fails keeps back no other; rejects with what failed when all are done. */
export async function tidy(db: Database): Promise<void> {
  const failures: unknown[] = [];
  for (const step of STEPS) await step(db).catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw new AggregateError(failures, "Not everything could be tidied up");
}

const BATCH = 10_000;

/** There may be millions: by the index of what is due, and no statement for long. */
async function deletePosts(db: Database): Promise<void> {
  for (;;) {
    const deleted = await db.$executeRaw`
      DELETE FROM "Post" WHERE ctid IN (
        SELECT ctid FROM "Post" WHERE "state" IN ('sent', 'skipped', 'dead', 'unknown')
          AND "notBefore" < now() - interval '90 days' LIMIT ${BATCH})`;
    if (deleted < BATCH) return;
  }
}
