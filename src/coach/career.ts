import type { Database } from "#src/db/client.ts";
import { weakTopics } from "./quiz/weak-topics.ts";

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

export async function career(db: Database, userId: string): Promise<Career> {
  const [user, scores, openQuiz, last, weak] = await Promise.all([
    db.user.findUniqueOrThrow({ where: { id: userId }, select: { name: true, industry: true } }),
    db.assessment.aggregate({ where: { userId }, _count: true, _max: { quizScore: true } }),
    db.quizSession.findFirst({ where: { userId, state: "open" }, select: { id: true, position: true, total: true } }),
    db.assessment.findFirst({ where: { userId }, orderBy: { createdAt: "desc" }, select: { quizScore: true } }),
    weakTopics(db, userId),
  ]);
  return {
    ...user,
    quizzes: scores._count,
    lastScore: last?.quizScore ?? null,
    best: scores._max.quizScore,
    openQuiz,
    weakTopic: weak[0] ?? null,
  };
}
