import type { Database } from "#src/db/client.ts";
import type { Difficulty } from "../model.ts";
import type { Subscription } from "../posting/subscription.ts";
import type { AskedQuestion, QuestionPost } from "./channel-question.ts";
import { choose, type PastQuestion } from "./choose.ts";
import { readReveal } from "./reveal.ts";

type Transaction = Pick<Database, "$queryRaw" | "$executeRaw" | "channelQuestion">;
type Channel = Pick<Subscription, "platform" | "workspaceId" | "channelId">;

const DAY_MS = 24 * 60 * 60 * 1_000;
/** For so long a channel is not asked the same again. */
const REPEAT_MS = 180 * DAY_MS;
/** So long it is known whether a question was posted: its post is kept for 90 days. */
const KNOWN_MS = 89 * DAY_MS;
/** Nobody waits for it. */
const PATIENCE = { maxWait: 10_000, timeout: 20_000 };

/** One transaction; of several for one channel, the second one begins when the first one is done. */
export function prepare(
  { db, now }: { readonly db: Database; readonly now: Date },
  subscription: Subscription,
  edition: string,
): Promise<QuestionPost | undefined> {
  return db.$transaction(async (tx) => {
    await lockChannel(tx, subscription);
    const subscriptionId_edition = { subscriptionId: subscription.id, edition };
    const kept = await tx.channelQuestion.findUnique({ where: { subscriptionId_edition } });
    if (kept) return postOf(tx, kept);
    const standing = await readStanding(tx, subscription.id, now);
    if (!standing) return undefined;
    const { previous: reveals } = standing;
    if (reveals !== null) await close(tx, { subscriptionId: subscription.id, edition: reveals }, now);
    const { platform, workspaceId, channelId } = subscription;
    const chosen = choose(subscription, edition, await readPast(tx, subscription, now));
    const { question, options, answer, explanation, topic, difficulty, hash } = chosen;
    const data = {
      question,
      options: [...options],
      answer,
      explanation,
      topic,
      difficulty,
      hash,
      reveals,
      askedAt: now,
    };
    const place = { platform, workspaceId, channelId };
    return postOf(tx, await tx.channelQuestion.create({ data: { ...subscriptionId_edition, ...place, ...data } }));
  }, PATIENCE);
}

/** What the channel was asked of late, newest first, by whichever subscription. */
export function readPast(
  db: Pick<Database, "channelQuestion">,
  { platform, workspaceId, channelId }: Channel,
  now: Date,
): Promise<PastQuestion[]> {
  const askedAt = { gt: new Date(now.getTime() - REPEAT_MS) };
  return db.channelQuestion.findMany({
    where: { platform, workspaceId, channelId, askedAt },
    select: { subscriptionId: true, hash: true, topic: true, difficulty: true },
    orderBy: { askedAt: "desc" },
  });
}

export function rhythmOf(edition: string): QuestionPost["rhythm"] {
  return edition.includes("W") ? "weekly" : "daily";
}

/** Until the transaction ends, no other question is chosen for this channel. */
async function lockChannel(tx: Transaction, { platform, workspaceId, channelId }: Channel): Promise<void> {
  const channel = JSON.stringify(["channel-question", platform, workspaceId, channelId]);
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${channel}, 0))`;
}

/** undefined: the subscription is gone. What was never posted is nothing to tell the answer of. */
async function readStanding(tx: Transaction, id: string, now: Date): Promise<{ previous: string | null } | undefined> {
  const since = new Date(now.getTime() - KNOWN_MS);
  const rows = await tx.$queryRaw<{ previous: string | null }[]>`
    SELECT (
      SELECT q."edition" FROM "ChannelQuestion" q LEFT JOIN "Post" p
        ON p."subscriptionId" = q."subscriptionId" AND p."edition" = q."edition" AND p."part" = 'main'
      WHERE q."subscriptionId" = s."id" AND q."askedAt" > ${since} AND (p."state" IS NULL OR p."state" NOT IN ('skipped', 'dead'))
      ORDER BY q."askedAt" DESC LIMIT 1
    ) AS "previous"
    FROM "Subscription" s WHERE s."id" = ${id}`;
  return rows[0];
}

/** Waits for answers that are being kept, so that all are counted; who comes later finds it over. */
async function close(tx: Transaction, key: { subscriptionId: string; edition: string }, now: Date): Promise<void> {
  await tx.channelQuestion.updateMany({ where: { ...key, closedAt: null }, data: { closedAt: now } });
}

interface Row extends Omit<AskedQuestion, "difficulty"> {
  readonly subscriptionId: string;
  readonly edition: string;
  readonly difficulty: string;
  readonly reveals: string | null;
}

async function postOf(tx: Transaction, row: Row): Promise<QuestionPost> {
  const { subscriptionId, edition, reveals, question, options, topic } = row;
  const key = { kind: "post", subscriptionId, edition, rhythm: rhythmOf(edition) } as const;
  const difficulty = row.difficulty as Difficulty;
  const reveal = reveals === null ? undefined : await readReveal(tx, { subscriptionId, edition: reveals });
  return { ...key, question, options, topic, difficulty, reveal };
}
