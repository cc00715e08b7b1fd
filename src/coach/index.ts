import type { Database } from "#src/db/client.ts";
import type { PaperDrawer } from "#src/documents/paper/index.ts";
import { type Accounts, createAccounts } from "./accounts.ts";
import { type Career, career } from "./career.ts";
import { type ChannelQuestions, createChannelQuestions } from "./channel-question/channel-questions.ts";
import { type Communities, createCommunities } from "./communities.ts";
import { createDrafts, createRequests, type Drafts, type Requests } from "./drafts.ts";
import { createInsights, type Insights } from "./insights/insights.ts";
import type { Letters } from "./letter/asked.ts";
import { createLetters } from "./letter/letters.ts";
import type { Model, QuizTask } from "./model.ts";
import { createPapers, type Papers } from "./papers.ts";
import type { Posters } from "./posting/poster.ts";
import { createSubscriptions, type Subscriptions } from "./posting/subscriptions.ts";
import { createProfiles, type Profiles } from "./profile/profile.ts";
import { createQuizzes, type Quizzes } from "./quiz/index.ts";
import { createChecks, type ResumeChecks } from "./resume/checks.ts";
import { createImports, type Imports } from "./resume/import/imports.ts";
import { createImprovements, type Improvements } from "./resume/improve/improvements.ts";
import { createResumes, type Resumes } from "./resume/resumes.ts";
import { tidy } from "./tidy.ts";
import { countUsage } from "./usage.ts";

/** Everything that a command may ask. Plain data in, plain data out; knows no chat platform. */
export interface Coach {
  readonly accounts: Accounts;
  readonly drafts: Drafts;
  readonly requests: Requests;
  readonly profiles: Profiles;
  readonly quizzes: Quizzes;
  readonly resumes: Resumes;
  readonly imports: Imports;
  readonly improvements: Improvements;
  readonly checks: ResumeChecks;
  readonly papers: Papers;
  readonly letters: Letters;
  readonly insights: Insights;
  readonly subscriptions: Subscriptions;
  readonly channelQuestions: ChannelQuestions;
  readonly communities: Communities;
  career(userId: string): Promise<Career>;
  /** Whether the database answers. */
  reachable(): Promise<boolean>;
  /**
   * Deletes deleted letters after ten minutes; inbox rows after a day; who asked for estimates after two; unfinished
   * forms, kept requests, files that were read, suggestions and what communities left behind after thirty; the
   * playground and posts after ninety; channels' questions with their answers after 400.
   */
  tidy(): Promise<void>;
  /** The hosted model that a person is asked to consent to; undefined when there is none. */
  readonly hostedModel: string | undefined;
}

export interface CoachSettings {
  readonly db: Database;
  /** Thinks better than the built-in coach; may be missing. */
  readonly model?: Model | undefined;
  readonly builtIn: Model<QuizTask>;
  /** Draws papers and reads them back. */
  readonly paperDrawer: PaperDrawer;
  /** Who posts to channels, by platform; filled while platforms start. */
  readonly posters?: Posters;
  readonly clock: () => Date;
  /** From 0 up to 1, as Math.random. */
  readonly random: () => number;
  /** Aborted when the process stops: what a model is writing is then given up, and the built-in coach steps in. */
  readonly stopping?: AbortSignal;
}

const NEVER = new AbortController().signal;

export function createCoach({
  db,
  model,
  builtIn,
  paperDrawer,
  posters = new Map(),
  clock,
  random,
  stopping = NEVER,
}: CoachSettings): Coach {
  const spent = countUsage(db, clock);
  const resumes = createResumes(db);
  return {
    accounts: createAccounts(db),
    drafts: createDrafts(db),
    requests: createRequests(db),
    profiles: createProfiles(db, clock),
    quizzes: createQuizzes({ db, model, builtIn, random, spent, stopping }),
    resumes,
    imports: createImports(db, resumes),
    improvements: createImprovements({ db, resumes, model, spent, stopping }),
    checks: createChecks(db),
    papers: createPapers(db, paperDrawer),
    subscriptions: createSubscriptions({ db, posters }),
    channelQuestions: createChannelQuestions({ db, clock }),
    communities: createCommunities(db),
    insights: createInsights({ db, resumes, model, clock, stopping }),
    letters: createLetters({ db, resumes, model, paperDrawer, clock, spent, stopping }),
    career: (userId) => career(db, userId),
    reachable: () =>
      db.$queryRaw`SELECT 1`.then(
        () => true,
        () => false,
      ),
    tidy: () => tidy(db),
    hostedModel: model?.hosted ? model.name : undefined,
  };
}
