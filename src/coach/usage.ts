import type { Database } from "#src/db/client.ts";
import type { Usage } from "./model.ts";

/** Adds one call to what a person has used of a model today (UTC). */
export function countUsage(db: Database, clock: () => Date) {
  return async (userId: string, model: string, { input, output, thoughts }: Usage): Promise<void> => {
    const day = clock().toISOString().slice(0, 10);
    await db.$executeRaw`
      INSERT INTO "AiUsage" AS u ("userId", "day", "model", "calls", "inputTokens", "outputTokens", "thoughtTokens")
      VALUES (${userId}, ${day}::date, ${model}, 1, ${input}, ${output}, ${thoughts})
      ON CONFLICT ("userId", "day", "model") DO UPDATE SET "calls" = u."calls" + 1,
        "inputTokens" = u."inputTokens" + excluded."inputTokens",
        "outputTokens" = u."outputTokens" + excluded."outputTokens",
        "thoughtTokens" = u."thoughtTokens" + excluded."thoughtTokens"`;
  };
}
