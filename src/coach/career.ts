import type { Database } from "#src/db/client.ts";
import { selectWeakTopics, topicNamed } from "./quiz/weak-topics.ts";

/** What is done and what is next, for the home card. */
export interface Career {
  readonly name: string | null;
  readonly industry: string | null;
  readonly quizzes: number;
  readonly lastScore: number | null;
  readonly best: number | null;
  readonly openQuiz: { readonly id: string; readonly position: number; readonly total: number } | null;
  /** The last quiz that was stopped, while none is open. */
  readonly stoppedQuiz: { readonly id: string; readonly answered: number; readonly total: number } | null;
  readonly weakTopic: { readonly topic: string; readonly name: string } | null;
}

interface Row extends Omit<Career, "openQuiz" | "stoppedQuiz" | "weakTopic"> {
  weakTopic: string | null;
  quizId: string | null;
  state: "open" | "stopped";
  position: number;
  total: number;
  answered: number;
}

/** One statement: the home card is what people open most, and six small reads cost three times as much. */
export async function career(db: Database, userId: string): Promise<Career> {
  const [row] = await db.$queryRaw<Row[]>`
    SELECT u."name", u."industry", m."quizzes", m."best", s."id" AS "quizId", s."state", s."position", s."total",
      (SELECT count(*)::int FROM "QuizAnswer" a WHERE a."sessionId" = s."id") AS "answered",
      (SELECT l."quizScore" FROM "Assessment" l WHERE l."userId" = u."id" ORDER BY l."createdAt" DESC LIMIT 1) AS "lastScore",
      (${selectWeakTopics(userId)} LIMIT 1) AS "weakTopic"
    FROM "User" u
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS "quizzes", max("quizScore") AS "best" FROM "Assessment" WHERE "userId" = u."id"
    ) m
    LEFT JOIN LATERAL (
      SELECT * FROM "QuizSession" q WHERE q."userId" = u."id" AND q."state" IN ('open', 'stopped')
      ORDER BY q."state" = 'open' DESC, q."startedAt" DESC LIMIT 1
    ) s ON true
    WHERE u."id" = ${userId}`;
  if (!row) throw new Error("A person who was just here is gone");
  const { quizId, state, position, total, answered, weakTopic, ...rest } = row;
  return {
    ...rest,
    openQuiz: quizId !== null && state === "open" ? { id: quizId, position, total } : null,
    stoppedQuiz: quizId !== null && state === "stopped" ? { id: quizId, answered, total } : null,
    weakTopic: (weakTopic !== null && topicNamed(weakTopic)) || null,
  };
}
