import { weakTopics } from "#src/coach/quiz/weak-topics.ts";
import type { Database } from "#src/db/client.ts";

/** Everything that the home card shows, read as one reads with Prisma. */
export async function readCareer(db: Database, platformUserId: string) {
  const { user } = await db.chatAccount.findUniqueOrThrow({
    where: { platform_workspaceId_platformUserId: { platform: "discord", workspaceId: "", platformUserId } },
    include: { user: true },
  });
  const userId = user.id;
  return Promise.all([
    db.assessment.aggregate({ where: { userId }, _count: true, _max: { quizScore: true } }),
    db.quizSession.findFirst({ where: { userId, state: "open" }, select: { id: true, position: true, total: true } }),
    db.assessment.findFirst({ where: { userId }, orderBy: { createdAt: "desc" }, select: { quizScore: true } }),
    weakTopics(db, userId),
  ]);
}
