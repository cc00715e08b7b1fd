import { randomUUID } from "node:crypto";
import type { Database } from "#src/db/client.ts";
import { UserError } from "#src/words/errors.ts";
import type { Model, QuestionsWanted, Usage } from "../model.ts";
import { industryOf } from "../profile/industries.ts";
import { topicsFor } from "./bank.ts";
import { finish, result } from "./finish.ts";
import { type Gathered, gatherQuestions } from "./gather.ts";
import { history, lookBack } from "./history.ts";
import { createPresses, type Presses } from "./press.ts";
import type { Category, History, LookBack, QuizRequest, QuizResult, QuizView } from "./quiz.ts";
import { weakTopics } from "./weak-topics.ts";

export interface Quizzes extends Presses {
  /**
   * Starts a quiz, or says that one is open already. `progress` hears how many questions are ready while a model
   * writes. UserErrors: topic-unknown.
   */
  start(userId: string, request: QuizRequest, progress?: (ready: number) => void): Promise<Started>;
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
  weakTopics(userId: string): Promise<readonly string[]>;
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
  readonly builtIn: Model;
  readonly random: () => number;
  readonly spent: (userId: string, model: string, usage: Usage) => Promise<void>;
}

const DEFAULT_QUESTIONS = 10;

/** Writing and checking questions may take this long in all; then the bank fills up. */
const WRITING_MS = 60_000;

export function createQuizzes({ db, model, builtIn, random, spent }: QuizSettings): Quizzes {
  const presses = createPresses(db);

  async function hostedFor(userId: string): Promise<Model | undefined> {
    if (!model?.hosted) return model;
    const { aiConsent } = await db.user.findUniqueOrThrow({ where: { id: userId }, select: { aiConsent: true } });
    return aiConsent ? model : undefined;
  }

  async function open(userId: string): Promise<QuizView | undefined> {
    const session = await db.quizSession.findFirst({ where: { userId, state: "open" }, select: { id: true } });
    return session ? presses.view(userId, session.id) : undefined;
  }

  async function want(userId: string, request: QuizRequest): Promise<QuestionsWanted> {
    const user = await db.user.findUniqueOrThrow({ where: { id: userId } });
    const industry = industryOf(user.industry);
    const topic = request.topic === undefined ? undefined : findTopic(request.topic, user.industry);
    const asked = await db.$queryRaw<{ hash: string }[]>`
      SELECT q."hash" FROM "QuizQuestion" q JOIN "QuizSession" s ON s."id" = q."sessionId"
      WHERE s."userId" = ${userId} GROUP BY q."hash" ORDER BY max(s."startedAt")`;
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
      weakTopics: await weakTopics(db, userId),
      askedBefore: asked.map(({ hash }) => hash),
      problems: [],
    };
  }

  function findTopic(typed: string, industryKey: string | null): { name: string; category: Category } {
    const name = typed.trim().toLowerCase();
    const found = topicsFor(undefined).find((file) => file.topic === name || file.name.toLowerCase() === name);
    if (found) return found;
    const known = topicsFor(industryOf(industryKey)?.industry.id).map((file) => file.name);
    throw new UserError("topic-unknown", { typed, known });
  }

  async function save(userId: string, wanted: QuestionsWanted, { questions }: Gathered): Promise<string | undefined> {
    try {
      const { id } = await db.quizSession.create({
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

    async start(userId, request, progress = () => {}) {
      const before = await open(userId);
      if (before) return { kind: "already-open", view: before };
      const wanted = await want(userId, request);
      const hosted = await hostedFor(userId);
      const gathered = await gatherQuestions(wanted, {
        hosted,
        builtIn,
        random,
        progress,
        signal: AbortSignal.timeout(WRITING_MS),
        // Counting must not hold up the questions; a lost count is a lost count.
        spent: (usage) => void spent(userId, hosted?.name ?? "", usage).catch(() => {}),
      });
      const id = await save(userId, wanted, gathered);
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
      await db.quizSession.updateMany({
        where: { userId, state: "open" },
        data: { state: "stopped", endedAt: new Date() },
      });
      return { ...view, state: "stopped" };
    },

    async carryOn(userId, session) {
      const view = await presses.view(userId, session);
      if (view.state === "finished") throw new UserError("quiz-over", {});
      if (view.state === "open") return view;
      await db.$transaction([
        db.quizSession.updateMany({ where: { userId, state: "open" }, data: { state: "stopped" } }),
        db.quizSession.updateMany({ where: { id: session, state: "stopped" }, data: { state: "open", endedAt: null } }),
      ]);
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
      // Two presses at once: the first tip stays.
      await db.assessment.updateMany({
        where: { id: found.assessmentId, improvementTip: null },
        data: { improvementTip: tip },
      });
      return { ...found, tip };
    },

    history: (userId, page) => history(db, userId, page),
    lookBack: (userId, where) => lookBack(db, userId, where),
    topics: (key) => topicsFor(industryOf(key)?.industry.id).map(({ topic, name }) => ({ topic, name })),
    weakTopics: (userId) => weakTopics(db, userId),
  };

  async function writeTip(userId: string, { id, right, total }: QuizResult): Promise<string> {
    const missed = await db.$queryRaw<{ question: string; answer: string; topic: string }[]>`
      SELECT q."question", q."options"[q."answer" + 1] AS "answer", q."topic"
      FROM "QuizQuestion" q JOIN "QuizAnswer" a ON a."sessionId" = q."sessionId" AND a."position" = q."position"
      WHERE q."sessionId" = ${id} AND NOT a."isCorrect" ORDER BY q."position"`;
    const { industry } = await db.user.findUniqueOrThrow({ where: { id: userId }, select: { industry: true } });
    const input = { industry: industryOf(industry)?.specialisation.name ?? "", right, total, missed };
    const hosted = await hostedFor(userId);
    if (hosted) {
      try {
        const { output, usage } = await hosted.run("quiz-tip", input, { signal: AbortSignal.timeout(20_000) });
        void spent(userId, hosted.name, usage).catch(() => {});
        return output;
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
      }
    }
    return (await builtIn.run("quiz-tip", input, { signal: AbortSignal.timeout(5_000) })).output;
  }
}
