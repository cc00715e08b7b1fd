import { randomUUID } from "node:crypto";
import type { Database } from "#src/db/client.ts";
import { UserError } from "#src/words/errors.ts";
import { modelFor } from "../consent.ts";
import type { Model, QuestionsWanted, QuizTask, Usage } from "../model.ts";
import { industryOf } from "../profile/industries.ts";
import { topicsFor } from "./bank.ts";
import { type FoundResult, finish, result } from "./finish.ts";
import { type Gathered, gatherQuestions } from "./gather.ts";
import { history, lookBack } from "./history.ts";
import { createPresses, type Presses } from "./press.ts";
import type { History, LookBack, QuizRequest, QuizResult, QuizView } from "./quiz.ts";
import { weakTopics } from "./weak-topics.ts";

export interface Quizzes extends Presses {
  /**
   * Starts a quiz, or says that one is open already. UserErrors: topic-unknown, topic-other-category.
   */
  start(userId: string, request: QuizRequest, options?: StartOptions): Promise<Started>;
  /** The open quiz, where it stands. */
  open(userId: string): Promise<QuizView | undefined>;
  /** Stops the open quiz; its answers stay, but it does not count. Undefined when none is open. */
  stop(userId: string): Promise<QuizView | undefined>;
  /** Opens a stopped quiz again, stopping another that may be open. UserErrors: quiz-not-found, not-yours, quiz-over. */
  carryOn(userId: string, session: string): Promise<QuizView>;
  /** The result of a finished quiz, with its tip. UserErrors: quiz-not-found, not-yours, quiz-unfinished. */
  result(userId: string, session: string): Promise<QuizResult>;
  history(userId: string, page: number): Promise<History>;
  /** UserErrors: quiz-not-found, not-yours. */
  lookBack(userId: string, where: { assessment: string; position: number }): Promise<LookBack>;
  /** Topics of the bank for an industry's key, by name; all topics without one. */
  topics(industry: string | null): readonly { readonly topic: string; readonly name: string }[];
  /** Marks a result as shared, once. UserErrors: those of `result`, quiz-shared. */
  share(userId: string, session: string): Promise<QuizResult>;
}

export interface StartOptions {
  /** Hears how many questions are ready while a model writes. */
  readonly progress?: (ready: number) => void;
  /** This open quiz is stopped in the moment in which the new one is there; any other one stays in the way. */
  readonly instead?: string;
}

export type Started =
  | { readonly kind: "started"; readonly view: QuizView; readonly notice: Notice }
  | { readonly kind: "already-open"; readonly view: QuizView };

/** What the person should know about the questions: there were fewer than asked for, or the model could not write. */
export interface Notice {
  readonly fewer: boolean;
  readonly problem: UserError | undefined;
}

export interface QuizSettings {
  readonly db: Database;
  readonly model: Model | undefined;
  readonly builtIn: Model<QuizTask>;
  readonly random: () => number;
  readonly spent: (userId: string, model: string, usage: Usage) => Promise<void>;
  /** Ends what a model is still writing, because the process stops. */
  readonly stopping: AbortSignal;
}

const DEFAULT_QUESTIONS = 10;

/** Writing and checking questions may take this long in all; then the bank fills up. */
const WRITING_MS = 60_000;

export function createQuizzes({ db, model, builtIn, random, spent, stopping }: QuizSettings): Quizzes {
  const presses = createPresses(db);
  const hostedFor = modelFor(db, model);

  async function open(userId: string): Promise<QuizView | undefined> {
    const session = await db.quizSession.findFirst({ where: { userId, state: "open" }, select: { id: true } });
    return session ? presses.view(userId, session.id) : undefined;
  }

  async function want(userId: string, request: QuizRequest, anyTopic: boolean): Promise<QuestionsWanted> {
    const user = await db.user.findUniqueOrThrow({ where: { id: userId } });
    const industry = industryOf(user.industry);
    const topic = request.topic === undefined ? undefined : findTopic(request, user.industry, anyTopic);
    const asked = await db.$queryRaw<{ hash: string }[]>`
      SELECT q."hash" FROM "QuizQuestion" q JOIN "QuizSession" s ON s."id" = q."sessionId"
      WHERE s."userId" = ${userId} AND q."shownAt" IS NOT NULL GROUP BY q."hash" ORDER BY max(s."startedAt")`;
    return {
      count: request.questions ?? DEFAULT_QUESTIONS,
      category: topic?.category ?? request.category ?? "Mixed",
      topic: topic?.name,
      difficulty: request.difficulty,
      industry: {
        id: industry?.industry.id ?? "",
        name: industry?.industry.name ?? "",
        specialisation: industry?.specialisation.name ?? "",
      },
      experience: user.experience,
      skills: user.skills,
      targetRole: user.targetRole,
      weakTopics: (await weakTopics(db, userId)).map(({ name }) => name),
      askedBefore: asked.map(({ hash }) => hash),
      problems: [],
    };
  }

  /** A topic of the bank or, where a model may write, any that was typed. */
  function findTopic({ topic = "", category }: QuizRequest, industryKey: string | null, anyTopic: boolean) {
    const typed = topic.trim().toLowerCase();
    const found = topicsFor(undefined).find((file) => file.topic === typed || file.name.toLowerCase() === typed);
    if (found && category && category !== "Mixed" && category !== found.category) {
      throw new UserError("topic-other-category", { topic: found.name, category: found.category });
    }
    if (found) return { name: found.name, category: found.category };
    if (anyTopic) return { name: topic.trim(), category: category ?? "Technical" };
    const known = topicsFor(industryOf(industryKey)?.industry.id).map((file) => file.name);
    throw new UserError("topic-unknown", { typed: topic, known });
  }

  interface Saving {
    readonly wanted: QuestionsWanted;
    readonly gathered: Gathered;
    readonly instead: string | undefined;
  }

  async function save(userId: string, { wanted, gathered, instead }: Saving): Promise<string | undefined> {
    const { questions } = gathered;
    try {
      const stoppingOther = db.quizSession.updateMany({
        where: { id: instead ?? "", userId, state: "open" },
        data: { state: "stopped", endedAt: new Date() },
      });
      const creating = db.quizSession.create({
        data: {
          userId,
          state: "open",
          category: wanted.category,
          topic: wanted.topic ?? null,
          difficulty: wanted.difficulty ?? null,
          total: questions.length,
          questions: {
            createMany: {
              data: questions.map(({ options, ...question }, position) => ({
                ...question,
                position,
                options: [...options],
                shownAt: position === 0 ? new Date() : null,
              })),
            },
          },
        },
        select: { id: true },
      });
      const [, { id }] = await db.$transaction([stoppingOther, creating]);
      return id;
    } catch (error) {
      // Two starts at once: the partial unique index let the other one through.
      if ((error as { code?: string }).code === "P2002") return undefined;
      throw error;
    }
  }

  return {
    ...presses,
    open,

    async start(userId, request, { progress = () => {}, instead } = {}) {
      const hosted = await hostedFor(userId);
      const wanted = await want(userId, request, hosted !== undefined);
      const before = await open(userId);
      if (before && before.id !== instead) return { kind: "already-open", view: before };
      const gathered = await gatherQuestions(wanted, {
        hosted,
        builtIn,
        random,
        progress,
        signal: AbortSignal.any([AbortSignal.timeout(WRITING_MS), stopping]),
        // Counting must not hold up the questions; a lost count is a lost count.
        spent: (usage) => void spent(userId, hosted?.name ?? "", usage).catch(() => {}),
      });
      if (gathered.questions.length === 0) throw new Error("Neither a model nor the bank has a question");
      const id = await save(userId, { wanted, gathered, instead });
      if (id === undefined) {
        const view = await open(userId);
        if (!view) throw new Error("A quiz that is in the way cannot be found");
        return { kind: "already-open", view };
      }
      const notice = { fewer: gathered.questions.length < wanted.count, problem: gathered.problem };
      return { kind: "started", view: await presses.view(userId, id), notice };
    },

    async answer(userId, press) {
      const view = await presses.answer(userId, press);
      // The last answer saves the Assessment at once: nobody must press another button for it.
      const last = view.given && view.answered === view.total && view.state === "open";
      if (last) await finish(db, view.id, randomUUID());
      return last ? { ...view, state: "finished" } : view;
    },

    async stop(userId) {
      const view = await open(userId);
      if (!view) return undefined;
      const { count } = await db.quizSession.updateMany({
        where: { id: view.id, state: "open" },
        data: { state: "stopped", endedAt: new Date() },
      });
      // Its last answer came in the same moment: then it is finished, not stopped.
      return count === 1 ? { ...view, state: "stopped" } : presses.view(userId, view.id);
    },

    async carryOn(userId, session) {
      const view = await presses.view(userId, session);
      if (view.state === "finished") throw new UserError("quiz-over", {});
      if (view.state === "open") return view;
      try {
        await db.$transaction([
          db.quizSession.updateMany({
            where: { userId, state: "open" },
            data: { state: "stopped", endedAt: new Date() },
          }),
          db.quizSession.updateMany({
            where: { id: session, state: "stopped" },
            data: { state: "open", endedAt: null },
          }),
        ]);
      } catch (error) {
        // Two of them carried on with at once: the other one is open.
        if ((error as { code?: string }).code !== "P2002") throw error;
      }
      return presses.view(userId, session);
    },

    async result(userId, session) {
      let found = await result(db, userId, session);
      if (!found) {
        // The process died between the last answer and its Assessment.
        await finish(db, session, randomUUID());
        found = await result(db, userId, session);
      }
      if (!found) throw new UserError("quiz-unfinished", {});
      if (found.tip !== null || found.right === found.total) return found;
      const tip = await writeTip(userId, found);
      const where = { id: found.assessmentId, improvementTip: null };
      const { count } = await db.assessment.updateMany({ where, data: { improvementTip: tip } });
      // Two presses at once: the first tip stays, and both see it.
      return count === 1 ? { ...found, tip } : ((await result(db, userId, session)) ?? found);
    },

    async share(userId, session) {
      const found = await result(db, userId, session);
      if (!found) throw new UserError("quiz-unfinished", {});
      const { count } = await db.quizSession.updateMany({
        where: { id: session, sharedAt: null },
        data: { sharedAt: new Date() },
      });
      if (count === 0) throw new UserError("quiz-shared", {});
      return found;
    },

    history: (userId, page) => history(db, userId, page),
    lookBack: (userId, where) => lookBack(db, userId, where),
    topics: (key) => topicsFor(industryOf(key)?.industry.id).map(({ topic, name }) => ({ topic, name })),
  };

  async function writeTip(userId: string, found: FoundResult): Promise<string> {
    const { right, total, missed } = found;
    const input = { industry: industryOf(found.industry)?.specialisation.name ?? "", right, total, missed };
    const hosted = model?.hosted && !found.aiConsent ? undefined : model;
    if (hosted) {
      try {
        const signal = AbortSignal.any([AbortSignal.timeout(20_000), stopping]);
        const { output, usage } = await hosted.run("quiz-tip", input, { signal });
        void spent(userId, hosted.name, usage).catch(() => {});
        return output;
      } catch (error) {
        if (!(error instanceof UserError) && !stopping.aborted) throw error;
      }
    }
    return (await builtIn.run("quiz-tip", input, { signal: AbortSignal.timeout(5_000) })).output;
  }
}
