import type { Database } from "#src/db/client.ts";
import { UserError } from "#src/words/errors.ts";
import type { Model } from "../model.ts";
import type { Resumes } from "../resume/resumes.ts";
import type { Asker } from "./allowance.ts";
import { type Beside, industriesNamed, occupationNamed } from "./beside.ts";
import { type Changes, changesBetween } from "./changes.ts";
import { type Country, HOME } from "./countries.ts";
import type { Figures } from "./figures.ts";
import { createLocations, type LocationView } from "./locations.ts";
import {
  type Occupation,
  type OfficialSources,
  officialFigures,
  officialNote,
  officialOccupations,
  officialSources,
} from "./official.ts";
import { skillsHeld } from "./own-skills.ts";
import { createRefresh, dueIndustries, type Refreshed } from "./refresh.ts";
import { type Estimate, newestSnapshot, type Snapshot, type SnapshotSought } from "./snapshots.ts";
import { findSubject, isSubject, type Subject, subjectOf, suggestSubjects } from "./subjects.ts";

export type { Estimate } from "./snapshots.ts";

/** What industries pay and want: official statistics, and a model's estimate beside them where there is one. */
export interface Insights {
  /** For somebody who looks at it: `typed` is a key, a name or a part of one. UserError: insight-unknown. */
  show(userId: string, typed: string): Promise<InsightView>;
  /** For nobody in particular, as a channel sees it. UserError: industry-unknown. */
  look(industry: string): Promise<MarketView>;
  /** The same for somebody in particular, beside their own industry and role. UserError: industry-unknown. */
  beside(userId: string, industry: string): Promise<Beside>;
  /** UserErrors: those of `show`, and insight-same. */
  compare(first: string, second: string): Promise<Comparison>;
  /**
   * The United States beside another country. It may ask a model, which takes seconds: `waiting` hears so, once. UserError:
   * insight-unknown.
   */
  compareWith(
    asker: Asker,
    wanted: { industry: string; country: Country },
    waiting: () => void,
  ): Promise<LocationComparison>;
  /** What somebody who is typing may mean. */
  suggest(typed: string, max: number): readonly Subject[];
  /** For a clock to call; see refresh.ts. UserError: industry-unknown. */
  refresh(industry: string): Promise<Refreshed>;
  /** Refreshes what somebody uses and is due, one after the other. `failed` hears of each that broke; the others go on. */
  refreshDue(failed: (error: unknown) => void): Promise<void>;
}

export interface Market {
  readonly subject: Subject;
  readonly official: Figures;
  readonly occupations: readonly Occupation[];
  readonly sources: OfficialSources;
  /** What must be said of this industry's official figures. */
  readonly note: string | undefined;
  /** The newest good figures, where a model made them. */
  readonly estimate: Estimate | undefined;
  /** The last refresh, where it gave nothing. */
  readonly failure: { readonly failures: number; readonly failedAt: Date; readonly problem: string } | undefined;
  readonly today: Date;
}

export interface MarketView extends Market {
  /** Between the newest snapshot and the newest of the same source at least six days older; undefined without two. */
  readonly changes: Changes | undefined;
}

export interface InsightView extends MarketView {
  /** Of the top and recommended skills those that the person's profile or resume names. */
  readonly held: ReadonlySet<string>;
}

export interface Comparison {
  readonly first: Market;
  readonly second: Market;
}

export interface LocationComparison extends LocationView {
  /** The United States. */
  readonly home: Market;
}

export interface InsightsSettings {
  readonly db: Database;
  readonly resumes: Resumes;
  readonly model: Model | undefined;
  readonly clock: () => Date;
  readonly stopping: AbortSignal;
  /** For how long an estimate that somebody else has asked for is waited for. */
  readonly patienceMs?: number;
}

/** Two snapshots of one week are not a week's change; refreshes do not come to the minute. */
const SIX_DAYS = 6 * 24 * 60 * 60_000;

export function createInsights({ resumes, ...settings }: InsightsSettings): Insights {
  const { db, clock, stopping } = settings;

  async function market(subject: Subject, newest: Snapshot | undefined): Promise<Market> {
    const failure = await db.insightFailure.findUnique({ where: { industry: subject.key } });
    return {
      subject,
      official: officialFigures(subject.industry.id),
      occupations: officialOccupations(subject.industry.id),
      sources: officialSources(),
      note: officialNote(subject.industry.id),
      estimate: newest?.estimate,
      failure: failure ?? undefined,
      today: clock(),
    };
  }

  /** Of the United States, as everything here that names no country. */
  function snapshot(sought: Omit<SnapshotSought, "location">): Promise<Snapshot | undefined> {
    return newestSnapshot(db, { ...sought, location: HOME.code });
  }

  async function changesOf(industry: string, newest: Snapshot | undefined): Promise<Changes | undefined> {
    if (!newest) return undefined;
    const lte = new Date(newest.takenAt.getTime() - SIX_DAYS);
    const older = await snapshot({ industry, source: newest.source, takenAt: { lte } });
    return older && changesBetween(older, newest);
  }

  const refresh = createRefresh(settings);
  const locate = createLocations(settings);

  async function look(subject: Subject): Promise<MarketView> {
    const newest = await snapshot({ industry: subject.key });
    const [seen, changes] = await Promise.all([market(subject, newest), changesOf(subject.key, newest)]);
    return { ...seen, changes };
  }

  async function viewFor(userId: string, subject: Subject) {
    const select = { skills: true, industry: true, targetRole: true } as const;
    const [seen, user, resume] = await Promise.all([
      look(subject),
      db.user.findUniqueOrThrow({ where: { id: userId }, select }),
      resumes.find(userId),
    ]);
    const named = [seen.official, seen.estimate?.figures].flatMap((figures) =>
      figures ? [...figures.topSkills, ...figures.recommendedSkills] : [],
    );
    const held = await skillsHeld(named, { skills: user.skills, document: resume?.document });
    const view: InsightView = { ...seen, held };
    return { view, user, hasResume: resume !== undefined };
  }

  return {
    show: async (userId, typed) => (await viewFor(userId, findSubject(typed))).view,

    look: async (industry) => look(subjectOf(industry)),

    async beside(userId, industry) {
      const subject = subjectOf(industry);
      const { view, user, hasResume } = await viewFor(userId, subject);
      const mine = user.industry !== null && isSubject(user.industry) ? subjectOf(user.industry) : undefined;
      const other = mine && mine.industry.id !== subject.industry.id ? mine : undefined;
      const { targetRole } = user;
      const occupation = targetRole === null ? undefined : occupationNamed(targetRole, view.occupations);
      return {
        view,
        targetRole,
        occupation,
        elsewhere: targetRole === null || occupation ? [] : industriesNamed(targetRole),
        hasResume,
        own: other && (await market(other, await snapshot({ industry: other.key }))),
      };
    },

    async compare(first, second) {
      const subjects = [findSubject(first), findSubject(second)] as const;
      if (subjects[0].key === subjects[1].key) throw new UserError("insight-same", { name: subjects[0].name });
      const [one, other] = await Promise.all(
        subjects.map(async (subject) => market(subject, await snapshot({ industry: subject.key }))),
      );
      return { first: one as Market, second: other as Market };
    },

    async compareWith(asker, { industry, country }, waiting) {
      const subject = findSubject(industry);
      const seen = await locate({ subject, country, asker, waiting });
      return { ...seen, home: await market(subject, await snapshot({ industry: subject.key })) };
    },

    suggest: suggestSubjects,
    refresh,

    async refreshDue(failed) {
      for (const industry of await dueIndustries(db, clock())) {
        if (stopping.aborted) return;
        // Another program has industries of its own, and refreshes them itself.
        if (!isSubject(industry)) continue;
        await refresh(industry).catch(failed);
      }
    },
  };
}
