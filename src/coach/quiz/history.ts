import { z } from "zod";
import type { Database } from "#src/db/client.ts";
import { UserError } from "#src/words/errors.ts";
import type { History, LookBack } from "./quiz.ts";

const PAGE = 10;
const TREND = 20;

/** Newest first, a page of ten from page 0; beyond the last page it gives the last. */
export async function history(db: Database, userId: string, page: number): Promise<History> {
  const [groups, newest] = await Promise.all([
    db.assessment.groupBy({
      by: ["category"],
      where: { userId },
      _avg: { quizScore: true },
      _count: true,
      orderBy: { category: "asc" },
    }),
    read(db, userId, { from: 0, count: TREND }),
  ]);
  const total = groups.reduce((sum, group) => sum + group._count, 0);
  const pages = Math.max(1, Math.ceil(total / PAGE));
  const shown = Math.min(page, pages - 1);
  const from = shown * PAGE;
  const known = from + PAGE <= TREND;
  return {
    entries: known ? newest.slice(from, from + PAGE) : await read(db, userId, { from, count: PAGE }),
    page: shown,
    pages,
    total,
    averages: groups.map(({ category, _avg, _count }) => ({ category, average: _avg.quizScore ?? 0, quizzes: _count })),
    trend: newest.map(({ createdAt, score }) => ({ createdAt, score })).reverse(),
  };
}

// Counted in the database: the questions themselves are large and not needed for a list.
function read(db: Database, userId: string, { from, count }: { from: number; count: number }) {
  return db.$queryRaw<History["entries"][number][]>`
    SELECT "id", "category", "quizScore" AS "score", COALESCE(array_length("questions", 1), 0) AS "questions", "createdAt"
    FROM "Assessment" WHERE "userId" = ${userId} ORDER BY "createdAt" DESC, "id" LIMIT ${count} OFFSET ${from}`;
}

/** One question of a past quiz. UserErrors: quiz-not-found, not-yours. */
export async function lookBack(
  db: Database,
  userId: string,
  { assessment, position }: { assessment: string; position: number },
): Promise<LookBack> {
  const row = await db.assessment.findUnique({ where: { id: assessment } });
  if (!row) throw new UserError("quiz-not-found", {});
  if (row.userId !== userId) throw new UserError("not-yours", {});
  const shown = Math.min(position, row.questions.length - 1);
  const question = row.questions[shown];
  if (question === undefined) throw new UserError("quiz-not-found", {});
  const { id: assessmentId, createdAt, category, quizScore: score, improvementTip: tip, questions } = row;
  const common = { assessmentId, createdAt, category, score, tip, position: shown, total: questions.length };
  return { ...common, ...savedQuestion.parse(question) };
}

/** What Assessment.questions holds. Only the first four are the product's own; another program may leave out the rest. */
const savedQuestion = z.object({
  question: z.string(),
  answer: z.string(),
  userAnswer: z
    .string()
    .nullish()
    .transform((given) => given ?? null),
  isCorrect: z.boolean(),
  options: z.array(z.string()).optional(),
  explanation: z.string().optional(),
  topic: z.string().optional(),
});
