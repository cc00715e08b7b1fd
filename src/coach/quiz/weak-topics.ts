import { type Database, sql } from "#src/db/client.ts";
import { bankTopics } from "./bank.ts";

export interface WeakTopic {
  /** The topic's file name, for a link; `name` is what a person reads. */
  readonly topic: string;
  readonly name: string;
}

/**
 * Topics with at least three answers among the last hundred, fewer than seven in ten of them right; weakest first. Only
 * topics of the bank: one that a model named cannot be asked for again.
 */
export async function weakTopics(db: Database, userId: string): Promise<WeakTopic[]> {
  const rows = await db.$queryRaw<{ topic: string }[]>`${selectWeakTopics(userId)}`;
  return rows.flatMap(({ topic }) => topicNamed(topic) ?? []);
}

/** The same as a part of a larger statement: one column, the name. */
export function selectWeakTopics(userId: string) {
  const known = bankTopics().map(({ name }) => name);
  return sql`
    SELECT q."topic" FROM (
      SELECT "sessionId", "position", "isCorrect" FROM "QuizAnswer"
      WHERE "userId" = ${userId} ORDER BY "answeredAt" DESC LIMIT 100
    ) a JOIN "QuizQuestion" q ON q."sessionId" = a."sessionId" AND q."position" = a."position"
    WHERE q."topic" = ANY(${known})
    GROUP BY q."topic"
    HAVING count(*) >= 3 AND avg(a."isCorrect"::int) < 0.7
    ORDER BY avg(a."isCorrect"::int), q."topic"`;
}

export function topicNamed(name: string): WeakTopic | undefined {
  const known = bankTopics().find((topic) => topic.name === name);
  return known && { topic: known.topic, name };
}
