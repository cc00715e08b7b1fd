import type { Database } from "#src/db/client.ts";
import type { Model } from "../model.ts";
import { judge } from "./bounds.ts";
import { HOME } from "./countries.ts";
import { type Made, makeEstimate, type Unmade } from "./estimate.ts";
import { columnsOf } from "./figures.ts";
import { officialFigures, officialInsight, officialOccupations } from "./official.ts";
import { type Subject, subjectOf } from "./subjects.ts";

export type Refreshed =
  | { readonly kind: "refreshed"; readonly source: string; readonly borderline: readonly string[] }
  /** It failed, or what came was refused: the last good figures stay. */
  | { readonly kind: "kept"; readonly problem: string; readonly nextUpdate: Date }
  /** Its time has not come, or somebody else is at it. */
  | { readonly kind: "not-due" };

export interface RefreshSettings {
  readonly db: Database;
  readonly model: Model | undefined;
  readonly clock: () => Date;
  readonly stopping: AbortSignal;
}

interface Claimed {
  readonly industry: string;
  readonly claim: Date;
}

/** The source of a snapshot that no model made. */
export const OFFICIAL = "official";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const WEEK = 7 * 24 * HOUR;
/** Longer than a model is waited for: after that somebody else may try. */
const CLAIM = 5 * MINUTE;
const ASKING = 2 * MINUTE;
const LONGEST_PAUSE = 24 * HOUR;

/**
 * Refreshes one industry of the United States if its nextUpdate has come: IndustryInsight then holds the new figures, a
 * snapshot keeps them, and the next time is a week later; after a failure an hour later, two after the second, and so on up
 * to a day. At any time one process is at it. UserError: industry-unknown.
 */
export function createRefresh({ db, model, clock, stopping }: RefreshSettings) {
  return async (industry: string): Promise<Refreshed> => {
    const subject = subjectOf(industry);
    const now = clock();
    await db.industryInsight.createMany({
      data: [{ industry, ...officialInsight(subject.industry.id), lastUpdated: now, nextUpdate: now }],
      skipDuplicates: true,
    });
    // The claim is the nextUpdate of the row itself, in one statement: of several at once one finds it due.
    const claim = new Date(now.getTime() + CLAIM);
    const { count } = await db.industryInsight.updateMany({
      where: { industry, nextUpdate: { lte: now } },
      data: { nextUpdate: claim },
    });
    if (count === 0) return { kind: "not-due" };
    const made = await attempt(subject);
    if (!("problem" in made)) return save({ industry, claim }, made);
    const kept = await keep({ industry, claim }, made.problem);
    // A fault of ours is counted like any failure, and then reported.
    if (made.problem === "broken") throw made.error;
    return kept;
  };

  async function attempt(subject: Subject): Promise<Made | Unmade> {
    if (!model) return { source: OFFICIAL, figures: officialFigures(subject.industry.id) };
    return makeEstimate(
      { model, clock, stopping, milliseconds: ASKING },
      { subject, country: HOME, judge: (given) => judge(given, officialOccupations(subject.industry.id)) },
    );
  }

  async function save({ industry, claim }: Claimed, made: Made): Promise<Refreshed> {
    const now = clock();
    const columns = { ...columnsOf(made.figures), lastUpdated: now, nextUpdate: new Date(now.getTime() + WEEK) };
    return db.$transaction(async (tx): Promise<Refreshed> => {
      // Whoever was away for longer than the claim finds that somebody else has it.
      const { count } = await tx.industryInsight.updateMany({ where: { industry, nextUpdate: claim }, data: columns });
      if (count === 0) return { kind: "not-due" };
      await tx.insightSnapshot.create({ data: { industry, location: HOME.code, takenAt: now, ...made } });
      await tx.insightFailure.deleteMany({ where: { industry } });
      return { kind: "refreshed", source: made.source, borderline: made.figures.borderline };
    });
  }

  async function keep({ industry, claim }: Claimed, problem: string): Promise<Refreshed> {
    const now = clock();
    if (problem === "stopped") {
      // Nobody's fault: the next process may try at once.
      await db.industryInsight.updateMany({ where: { industry, nextUpdate: claim }, data: { nextUpdate: now } });
      return { kind: "kept", problem, nextUpdate: now };
    }
    return db.$transaction(async (tx): Promise<Refreshed> => {
      const { failures } = await tx.insightFailure.upsert({
        where: { industry },
        create: { industry, failures: 1, failedAt: now, problem },
        update: { failures: { increment: 1 }, failedAt: now, problem },
      });
      const pause = Math.min(HOUR * 2 ** (failures - 1), LONGEST_PAUSE);
      const nextUpdate = new Date(now.getTime() + pause);
      const { count } = await tx.industryInsight.updateMany({
        where: { industry, nextUpdate: claim },
        data: { nextUpdate },
      });
      return count === 0 ? { kind: "not-due" } : { kind: "kept", problem, nextUpdate };
    });
  }
}

/** Those of people, and those of channels, of which some have no row yet; the longest due first. */
export async function dueIndustries(db: Database, now: Date): Promise<string[]> {
  const rows = await db.$queryRaw<{ industry: string }[]>`
    SELECT used."industry" FROM (
      SELECT "industry" FROM "User" WHERE "industry" IS NOT NULL
      UNION SELECT "industry" FROM "Subscription" WHERE "kind" = 'insights' AND "state" = 'active'
    ) AS used LEFT JOIN "IndustryInsight" i ON i."industry" = used."industry"
    WHERE i."nextUpdate" IS NULL OR i."nextUpdate" <= ${now}
    ORDER BY i."nextUpdate" NULLS FIRST`;
  return rows.map(({ industry }) => industry);
}
