import { z } from "zod";
import type { Database } from "#src/db/client.ts";
import { UserError } from "#src/words/errors.ts";
import { currentConsent } from "../consent.ts";
import type { Category, QuizResult } from "./quiz.ts";

/** Answers open for longer than this count as this long: people go away and come back. */
const LONGEST_SECONDS = 15 * 60;

/**
 * Saves the Assessment of a quiz whose last question was just answered. One statement, exactly once: the session goes
 * from open to finished only together with its Assessment.
 */
export async function finish(db: Database, session: string, newId: string): Promise<void> {
  await db.$executeRaw`
    WITH done AS (
      UPDATE "QuizSession" SET "state" = 'finished', "endedAt" = now(), "assessmentId" = ${newId}
      WHERE "id" = ${session} AND "state" = 'open'
        AND "total" = (SELECT count(*) FROM "QuizAnswer" a WHERE a."sessionId" = ${session})
      RETURNING "id", "userId", "category", "total"
    )
    INSERT INTO "Assessment" ("id", "userId", "quizScore", "questions", "category", "updatedAt")
    SELECT ${newId}, done."userId", round(100.0 * count(*) FILTER (WHERE a."isCorrect") / done."total", 1),
      array_agg(jsonb_build_object(
        'question', q."question", 'answer', q."options"[q."answer" + 1], 'userAnswer', q."options"[a."choice" + 1],
        'isCorrect', a."isCorrect", 'options', to_jsonb(q."options"), 'explanation', q."explanation",
        'topic', q."topic", 'difficulty', q."difficulty", 'source', q."source") ORDER BY q."position"),
      done."category", now()
    FROM done
    JOIN "QuizQuestion" q ON q."sessionId" = done."id"
    JOIN "QuizAnswer" a ON a."sessionId" = q."sessionId" AND a."position" = q."position" AND a."userId" = done."userId"
    GROUP BY done."userId", done."category", done."total"`;
}

interface Row {
  userId: string;
  category: Category;
  total: number;
  assessmentId: string | null;
  score: number;
  tip: string | null;
  topics: unknown;
  seconds: number;
  missed: unknown;
  industry: string | null;
  aiConsent: boolean | null;
  aiConsentVersion: number | null;
}

export interface FoundResult extends QuizResult {
  /** What a tip is made of. */
  readonly missed: readonly z.infer<typeof missedQuestion>[];
  readonly industry: string | null;
  readonly aiConsent: boolean | null;
}

/**
 * The result, for its owner, with what a tip needs, in one statement; undefined while there is none. UserErrors:
 * quiz-not-found, not-yours.
 */
export async function result(db: Database, userId: string, session: string): Promise<FoundResult | undefined> {
  const rows = await db.$queryRaw<Row[]>`
    WITH asked AS (
      SELECT q."position", q."topic", q."question", q."options"[q."answer" + 1] AS "answer", a."isCorrect",
        GREATEST(0, LEAST(extract(epoch FROM a."answeredAt" - q."shownAt"), ${LONGEST_SECONDS})) AS "seconds"
      FROM "QuizQuestion" q JOIN "QuizAnswer" a ON a."sessionId" = q."sessionId" AND a."position" = q."position"
      WHERE q."sessionId" = ${session}
    )
    SELECT s."userId", s."category", s."total", s."assessmentId", m."quizScore" AS "score", m."improvementTip" AS "tip",
      (SELECT json_agg(t) FROM (
        SELECT "topic", count(*) FILTER (WHERE "isCorrect")::int AS "right", count(*)::int AS "total"
        FROM asked GROUP BY "topic" ORDER BY min("position")) t) AS "topics",
      (SELECT COALESCE(sum("seconds"), 0)::int FROM asked) AS "seconds",
      (SELECT json_agg(w) FROM (
        SELECT "question", "answer", "topic" FROM asked WHERE NOT "isCorrect" ORDER BY "position") w) AS "missed",
      u."industry", u."aiConsent", u."aiConsentVersion"
    FROM "QuizSession" s JOIN "User" u ON u."id" = s."userId" LEFT JOIN "Assessment" m ON m."id" = s."assessmentId"
    WHERE s."id" = ${session}`;
  const row = rows[0];
  if (!row) throw new UserError("quiz-not-found", {});
  if (row.userId !== userId) throw new UserError("not-yours", {});
  if (row.assessmentId === null) return undefined;
  const topics = z.array(topicResult).parse(row.topics ?? []);
  const missed = z.array(missedQuestion).parse(row.missed ?? []);
  const right = topics.reduce((sum, topic) => sum + topic.right, 0);
  const { assessmentId, category, total, score, tip, seconds, industry } = row;
  const common = { id: session, assessmentId, category, right, total, score, seconds, topics, tip };
  return { ...common, missed, industry, aiConsent: currentConsent(row) };
}

const topicResult = z.object({ topic: z.string(), right: z.number(), total: z.number() });
const missedQuestion = z.object({ question: z.string(), answer: z.string(), topic: z.string() });
