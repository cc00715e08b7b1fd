import { randomBytes } from "node:crypto";
import type { Database } from "#src/db/client.ts";
import { CATCH_UP_MS, dueSlots } from "../schedule/due.ts";
import type { Slot } from "../schedule/slots.ts";
import { courseOf, type Settled, type Subscription, settledAt } from "./subscription.ts";

/** Short enough that nobody who does something at the same time waits for it. */
const BATCH = 200;
const MANY = 1_000;
/** When one whose time cannot be worked out is looked at again. */
const AGAIN_MS = 60 * 60 * 1_000;
/** Nobody waits for it either. */
const PATIENCE = { maxWait: 10_000, timeout: 20_000 };

/**
 * Puts what has become due into the outbox, and moves each subscription on to its next time: one post each at most, and
 * what was missed by more than six hours as skipped. Replicas share the work; none does what another one has done. One
 * whose time cannot be worked out is told to `failed` and holds back no other. Returns how many posts there are now to be
 * sent.
 */
export async function enqueueDue(db: Database, failed: (error: unknown) => void): Promise<number> {
  const settle = settleOrReport(failed);
  let posts = 0;
  for (;;) {
    const done = await enqueueBatch(db, settle);
    posts += done.posts;
    if (done.subscriptions < BATCH) break;
  }
  // PostgreSQL looks at a table only once a minute: until then it would sort all of these for each claim (20 ms, not 1).
  if (posts >= MANY) await db.$executeRaw`ANALYZE "Post", "Subscription"`;
  return posts;
}

/**
 * What has come due of one that is about to be changed, by the times it had until now, goes into the outbox as the next
 * tick would have put it. Returns how far it is. The row must be locked.
 */
export async function enqueueBefore(tx: Transaction, row: Due): Promise<Slot> {
  const { post, skip, last } = dueSlots(courseOf(row), row.now);
  await insertSlots(tx, [{ id: row.id, post, skip }]);
  return last;
}

/** 120 random bits. */
export const newNonce = (): string => randomBytes(15).toString("base64url");

type Transaction = Pick<Database, "$executeRaw">;
type Due = Subscription & { readonly now: Date };
type Owed = { readonly post: Slot | undefined; readonly skip: readonly Slot[] };
type Settle = (due: Due) => Owed & { readonly settled: Settled };

function enqueueBatch(db: Database, settle: Settle): Promise<{ subscriptions: number; posts: number }> {
  return db.$transaction(async (tx) => {
    const due = await tx.$queryRaw<Due[]>`
      SELECT "id", "weekday", "hour", "minute", "zone", "lastEdition", "lastAt", now()::timestamp(3) AS "now"
      FROM "Subscription" WHERE "state" = 'active' AND "nextAt" <= now()
      ORDER BY "nextAt" LIMIT ${BATCH} FOR UPDATE SKIP LOCKED`;
    if (due.length === 0) return { subscriptions: 0, posts: 0 };
    const moved = due.map((subscription) => ({ id: subscription.id, ...settle(subscription) }));
    await insertSlots(tx, moved);
    const rows = moved.map(({ id, settled }) => ({ id, ...settled }));
    await tx.$executeRaw`
      UPDATE "Subscription" s SET "lastEdition" = m."lastEdition", "lastAt" = m."lastAt", "nextAt" = m."nextAt"
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        AS m("id" text, "lastEdition" text, "lastAt" timestamp, "nextAt" timestamp)
      WHERE s."id" = m."id"`;
    return { subscriptions: due.length, posts: moved.filter(({ post }) => post).length };
  }, PATIENCE);
}

async function insertSlots(tx: Transaction, owed: readonly (Owed & { readonly id: string })[]): Promise<void> {
  const slots = owed.flatMap(({ id, post, skip }) => [
    ...(post ? [slotRow(id, post, "pending")] : []),
    ...skip.map((slot) => slotRow(id, slot, "skipped")),
  ]);
  if (slots.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO "Post" ("subscriptionId", "edition", "part", "slotAt", "notBefore", "giveUpAt", "state", "nonce", "problem")
    SELECT slot."id", slot."edition", 'main', slot."at", slot."at", slot."giveUpAt", slot."state", slot."nonce",
      CASE slot."state" WHEN 'skipped' THEN 'too-late' END
    FROM jsonb_to_recordset(${JSON.stringify(slots)}::jsonb)
      AS slot("id" text, "edition" text, "at" timestamp, "giveUpAt" timestamp, "state" text, "nonce" text)
    ON CONFLICT DO NOTHING`;
}

function slotRow(id: string, { edition, at }: Slot, state: "pending" | "skipped") {
  return { id, edition, at, giveUpAt: new Date(at.getTime() + CATCH_UP_MS), state, nonce: newNonce() };
}

/** Its zone, say, is none that this process knows. */
function settleOrReport(failed: (error: unknown) => void): Settle {
  const settle = rememberSettling();
  return (due) => {
    try {
      return settle(due);
    } catch (cause) {
      failed(new Error(`the next time of subscription ${due.id} cannot be worked out`, { cause }));
      const { lastEdition, lastAt, now } = due;
      return {
        post: undefined,
        skip: [],
        settled: { lastEdition, lastAt, nextAt: new Date(now.getTime() + AGAIN_MS) },
      };
    }
  };
}

/** Thousands of channels have the same few times, and working one out takes most of a millisecond. */
function rememberSettling(): Settle {
  const known = new Map<string, ReturnType<Settle>>();
  return (due) => {
    const { zone, weekday, hour, minute, lastEdition, lastAt, now } = due;
    const key = JSON.stringify([zone, weekday, hour, minute, lastEdition, lastAt]);
    const found = known.get(key);
    // Seconds have passed since the first batch: of the same times, another one may be due by now.
    if (found && (found.settled.nextAt === null || found.settled.nextAt > now)) return found;
    const course = courseOf(due);
    const { post, skip, last } = dueSlots(course, now);
    const worked = { post, skip, settled: settledAt({ ...course, last }, now) };
    known.set(key, worked);
    return worked;
  };
}
