import { setImmediate as nextTurn } from "node:timers/promises";
import { z } from "zod";
import type { Database } from "#src/db/client.ts";
import { UserError } from "#src/words/errors.ts";
import { type AdMatch, matchAd } from "./match/match.ts";
import { readVocabulary } from "./match/vocabulary.ts";
import { readResume } from "./reading.ts";
import { assess, scoreContent } from "./resumes.ts";
import { type ResumeScore, SCORE_VERSION } from "./score/score.ts";

/** What the rules say of the resume as it stands, and how it matches an ad. */
export interface ResumeChecks {
  /**
   * With an ad, its match as a second number. Where another program has written the row, without a score or with one of
   * other rules, the number is saved as it is shown. UserError: resume-none.
   */
  check(userId: string, ad?: string): Promise<ResumeCheck>;
}

export interface ResumeCheck {
  readonly score: ResumeScore;
  readonly match?: AdMatch;
}

interface SavedScore {
  readonly atsScore: number | null;
  readonly feedback: string | null;
}

export function createChecks(db: Database): ResumeChecks {
  return {
    async check(userId, ad) {
      const row = await db.resume.findUnique({ where: { userId } });
      if (!row || row.content.trim() === "") throw new UserError("resume-none", {});
      const score = scoreContent(row.content);
      if (currentScore(row) !== score.score) await saveScore(db, userId, row.content);
      if (ad === undefined) return { score };
      await readVocabulary();
      // Each of the two takes milliseconds in which nobody else is answered; others come in between.
      await nextTurn();
      return { score, match: matchAd(readResume(row.content), ad) };
    },
  };
}

/** The saved number, while it is one of today's rules. */
export function currentScore({ atsScore, feedback }: SavedScore): number | undefined {
  const saved = savedFeedback.safeParse(feedback);
  return saved.success && saved.data.score === atsScore ? saved.data.score : undefined;
}

/** The moment of the last change stays: a number is none, and papers are dated by it. */
async function saveScore(db: Database, userId: string, content: string): Promise<void> {
  const { score, feedback } = assess(content);
  await db.$executeRaw`
    UPDATE "Resume" SET "atsScore" = ${score}, "feedback" = ${JSON.stringify(feedback)}
    WHERE "userId" = ${userId} AND "content" = ${content}`;
}

const savedFeedback = z
  .string()
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.addIssue({ code: "custom", message: "no JSON" });
      return z.NEVER;
    }
  })
  .pipe(z.object({ version: z.literal(SCORE_VERSION), score: z.number() }));
