import { type Database, sql } from "#src/db/client.ts";
import { UserError } from "#src/words/errors.ts";
import type { AnswerView, AskedQuestion, Kept, Press } from "./channel-question.ts";
import { TALLY } from "./reveal.ts";

const DAY_MS = 24 * 60 * 60 * 1_000;
/** Where nothing follows, a question is over after twice the longest time between two of them. */
const OPEN_MS = 14 * DAY_MS;

interface Row extends AskedQuestion {
  readonly answer: number;
  readonly explanation: string;
  readonly over: boolean;
  /** What they had chosen before. */
  readonly choice: number | null;
  readonly revealAt: Date | null;
  readonly zone: string | null;
}

interface Asking {
  readonly db: Database;
  readonly now: Date;
}

/** One statement for an answer that is kept, or was before; two for a question that is over. */
export async function answer(asking: Asking, userId: string, press: Press): Promise<AnswerView> {
  if (press.choice > 3) throw new UserError("button-outdated", {});
  const { kept, ...row } = await keep(asking, userId, press);
  if (kept) return keptOf(asking, { ...row, choice: press.choice }, true);
  if (!row.over && row.choice !== null) return keptOf(asking, row, false);
  // Or their other press of the same moment was first, which the statement could not see yet.
  const { tally, ...now } = await read(asking, userId, press);
  if (!now.over) return keptOf(asking, now, false);
  const { question, options, topic, difficulty, answer: right, explanation, choice } = now;
  const asked = { question, options, topic, difficulty };
  return {
    state: "over",
    edition: press.edition,
    ...asked,
    answer: right,
    explanation,
    tally,
    choice: choice ?? undefined,
  };
}

/**
 * The unique key makes it one answer. The lock on the question is shared by those who answer and waits for whoever closes
 * it: an answer that is kept is counted in the reveal.
 */
async function keep({ db, now }: Asking, userId: string, press: Press): Promise<Row & { kept: boolean }> {
  const { choice } = press;
  const rows = await db.$queryRaw<(Row & { kept: boolean })[]>`
    WITH asked AS (SELECT ${askedOf(userId, press, now)} FOR SHARE OF q), kept AS (
      INSERT INTO "ChannelAnswer" ("subscriptionId", "edition", "userId", "choice", "isCorrect")
      SELECT ${press.subscriptionId}, ${press.edition}, ${userId}, ${choice}::int, "answer" = ${choice}::int
      FROM asked WHERE NOT "over" AND "choice" IS NULL
      ON CONFLICT DO NOTHING RETURNING "choice"
    )
    SELECT asked.*, EXISTS (SELECT 1 FROM kept) AS "kept" FROM asked`;
  return found(rows[0]);
}

async function read({ db, now }: Asking, userId: string, press: Press): Promise<Row & { tally: number[] }> {
  const rows = await db.$queryRaw<(Row & { tally: number[] })[]>`SELECT ${TALLY}, ${askedOf(userId, press, now)}`;
  return found(rows[0]);
}

function askedOf(userId: string, { subscriptionId, edition }: Press, now: Date) {
  const oldest = new Date(now.getTime() - OPEN_MS);
  return sql`
      q."question", q."options", q."answer", q."explanation", q."topic", q."difficulty", a."choice", s."zone",
      CASE s."state" WHEN 'active' THEN s."nextAt" END AS "revealAt",
      q."closedAt" IS NOT NULL OR s."id" IS NULL OR q."askedAt" < ${oldest} AS "over"
    FROM "ChannelQuestion" q LEFT JOIN "Subscription" s ON s."id" = q."subscriptionId"
      LEFT JOIN "ChannelAnswer" a
        ON a."subscriptionId" = q."subscriptionId" AND a."edition" = q."edition" AND a."userId" = ${userId}
    WHERE q."subscriptionId" = ${subscriptionId} AND q."edition" = ${edition}`;
}

function found<R>(row: R | undefined): R {
  if (!row) throw new UserError("channel-question-gone", {});
  return row;
}

function keptOf({ now }: Asking, row: Row, fresh: boolean): Kept {
  const { question, options, topic, difficulty, choice, zone } = row;
  if (choice === null || zone === null) throw new Error("an answer was neither kept nor refused");
  // Its time has come, and it is posted in the next moment.
  const revealAt = row.revealAt && row.revealAt > now ? row.revealAt : undefined;
  return { state: "kept", question, options, topic, difficulty, choice, fresh, revealAt, zone };
}
