import type { Database } from "#src/db/client.ts";
import { selectWeakTopics } from "./quiz/weak-topics.ts";

/** What is done and what is next, for the home card. */
export interface Career {
  readonly name: string | null;
  readonly industry: string | null;
  readonly quizzes: number;
  readonly lastScore: number | null;
  readonly best: number | null;
  readonly openQuiz: { readonly id: string; readonly position: number; readonly total: number } | null;
  readonly weakTopic: string | null;
}

interface Row extends Omit<Career, "openQuiz"> {
  openId: string | null;
  position: number;
  total: number;
}

/** One statement: the home card is what people open most, and six small reads cost three times as much. */
export async function career(db: Database, userId: string): Promise<Career> {
  const [row] = await db.$queryRaw<Row[]>`
    SELECT u."name", u."industry", m."quizzes", m."best", s."id" AS "openId", s."position", s."total",
      (SELECT l."quizScore" FROM "Assessment" l WHERE l."userId" = u."id" ORDER BY l."createdAt" DESC LIMIT 1) AS "lastScore",
      (${selectWeakTopics(userId)} LIMIT 1) AS "weakTopic"
    FROM "User" u
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS "quizzes", max("quizScore") AS "best" FROM "Assessment" WHERE "userId" = u."id"
    ) m
    LEFT JOIN "QuizSession" s ON s."userId" = u."id" AND s."state" = 'open'
    WHERE u."id" = ${userId}`;
  if (!row) throw new Error("A person who was just here is gone");
  const { openId, position, total, ...rest } = row;
  return { ...rest, openQuiz: openId === null ? null : { id: openId, position, total } };
}
