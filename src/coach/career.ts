import type { Database } from "#src/db/client.ts";
import { UserError } from "#src/words/errors.ts";
import { selectWeakTopics, topicNamed } from "./quiz/weak-topics.ts";
import { createChecks, currentScore } from "./resume/checks.ts";

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
  /** null while there is none. */
  readonly resume: { readonly score: number } | null;
  readonly letters: number;
  /** Of the letters. */
  readonly drafts: number;
}

interface Row extends Omit<Career, "openQuiz" | "stoppedQuiz" | "weakTopic" | "resume"> {
  weakTopic: string | null;
  quizId: string | null;
  state: "open" | "stopped";
  position: number;
  total: number;
  answered: number;
  hasResume: boolean;
  atsScore: number | null;
  feedback: string | null;
}

/** One statement: the home card is what people open most, and six small reads cost three times as much. */
export async function career(db: Database, userId: string): Promise<Career> {
  const [row] = await db.$queryRaw<Row[]>`
    SELECT u."name", u."industry", m."quizzes", m."best", s."id" AS "quizId", s."state", s."position", s."total",
      (SELECT count(*)::int FROM "QuizAnswer" a WHERE a."sessionId" = s."id") AS "answered",
      (SELECT l."quizScore" FROM "Assessment" l WHERE l."userId" = u."id" ORDER BY l."createdAt" DESC LIMIT 1) AS "lastScore",
      (${selectWeakTopics(userId)} LIMIT 1) AS "weakTopic",
      r."content" ~ '\\S' IS TRUE AS "hasResume", r."atsScore", r."feedback", c."letters", c."drafts"
    FROM "User" u
    LEFT JOIN "Resume" r ON r."userId" = u."id"
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS "letters", (count(*) FILTER (WHERE "status" = 'draft'))::int AS "drafts"
      FROM "CoverLetter" WHERE "userId" = u."id"
    ) c
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS "quizzes", max("quizScore") AS "best" FROM "Assessment" WHERE "userId" = u."id"
    ) m
    LEFT JOIN LATERAL (
      SELECT * FROM "QuizSession" q WHERE q."userId" = u."id" AND q."state" IN ('open', 'stopped')
      ORDER BY q."state" = 'open' DESC, q."startedAt" DESC LIMIT 1
    ) s ON true
    WHERE u."id" = ${userId}`;
  if (!row) throw new Error("A person who was just here is gone");
  const { name, industry, quizzes, lastScore, best, letters, drafts } = row;
  const { quizId, state, position, total, answered, weakTopic } = row;
  return {
    ...{ name, industry, quizzes, lastScore, best, letters, drafts },
    openQuiz: quizId !== null && state === "open" ? { id: quizId, position, total } : null,
    stoppedQuiz: quizId !== null && state === "stopped" ? { id: quizId, answered, total } : null,
    weakTopic: (weakTopic !== null && topicNamed(weakTopic)) || null,
    resume: row.hasResume ? await resumeOf(db, userId, row) : null,
  };
}

/** Read again only where another program has written the resume, or the rules have changed since it was saved. */
async function resumeOf(db: Database, userId: string, row: Row): Promise<Career["resume"]> {
  const saved = currentScore(row);
  if (saved !== undefined) return { score: saved };
  try {
    const { score } = await createChecks(db).check(userId);
    return { score: score.score };
  } catch (error) {
    // Removed in the same moment, or of characters that only the database takes for letters.
    if (error instanceof UserError && error.code === "resume-none") return null;
    throw error;
  }
}
