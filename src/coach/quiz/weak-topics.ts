import type { Database } from "#src/db/client.ts";
import { Prisma } from "#src/db/generated/client.ts";

/** Topics with at least three answers among the last hundred, fewer than seven in ten of them right; weakest first. */
export async function weakTopics(db: Database, userId: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ topic: string }[]>(selectWeakTopics(userId));
  return rows.map(({ topic }) => topic);
}

/** The same as a part of another statement. */
export function selectWeakTopics(userId: string): Prisma.Sql {
  return Prisma.sql`
    SELECT q."topic" FROM (
      SELECT "sessionId", "position", "isCorrect" FROM "QuizAnswer"
      WHERE "userId" = ${userId} ORDER BY "answeredAt" DESC LIMIT 100
    ) a JOIN "QuizQuestion" q ON q."sessionId" = a."sessionId" AND q."position" = a."position"
    GROUP BY q."topic"
    HAVING count(*) >= 3 AND avg(a."isCorrect"::int) < 0.7
    ORDER BY avg(a."isCorrect"::int), q."topic"`;
}
