import type { Database } from "#src/db/client.ts";
import { UserError } from "#src/words/errors.ts";
import type { Category, QuizView } from "./quiz.ts";

/** The presses of a running quiz. Each is one statement, so that any replica may take any of them. */
export interface Presses {
  /**
   * Locks an answer. A second press of any option of the same question changes nothing and shows what was locked.
   * UserErrors: quiz-not-found, not-yours.
   */
  answer(userId: string, press: { session: string; position: number; choice: number }): Promise<QuizView>;
  /** Goes to the next question; pressed again it changes nothing. Same errors. */
  next(userId: string, press: { session: string; position: number }): Promise<QuizView>;
  /** The quiz as it stands, for its owner. Same errors. */
  view(userId: string, session: string, position?: number): Promise<QuizView>;
}

interface Row {
  id: string;
  userId: string;
  state: QuizView["state"];
  category: Category;
  current: number;
  position: number;
  total: number;
  question: string;
  options: string[];
  answer: number;
  explanation: string;
  topic: string;
  difficulty: QuizView["difficulty"];
  source: string;
  choice: number | null;
  answered: number;
  right: number;
  locked?: boolean;
}

export function createPresses(db: Database): Presses {
  async function read(session: string, position: number | null): Promise<Row | undefined> {
    const rows = await db.$queryRaw<Row[]>`
      SELECT s."id", s."userId", s."state", s."category", s."position" AS "current", s."total", q."position",
        q."question", q."options", q."answer", q."explanation", q."topic", q."difficulty", q."source", a."choice",
        (SELECT count(*)::int FROM "QuizAnswer" x WHERE x."sessionId" = s."id") AS "answered",
        (SELECT count(*)::int FROM "QuizAnswer" x WHERE x."sessionId" = s."id" AND x."isCorrect") AS "right"
      FROM "QuizSession" s
      JOIN "QuizQuestion" q ON q."sessionId" = s."id" AND q."position" = COALESCE(${position}, s."position")
      LEFT JOIN "QuizAnswer" a ON a."sessionId" = s."id" AND a."position" = q."position" AND a."userId" = s."userId"
      WHERE s."id" = ${session}`;
    return rows[0];
  }

  async function view(userId: string, session: string, position?: number): Promise<QuizView> {
    return toView(owned(await read(session, position ?? null), userId));
  }

  return {
    view,

    async answer(userId, { session, position, choice }) {
      if (choice > 3) throw new UserError("button-outdated", {});
      // Compare-and-set and unique key in one statement: it is inserted only while this question is the one being
      // asked, and only once. What is read is the state before, so the new answer is added below.
      const rows = await db.$queryRaw<Row[]>`
        WITH before AS (
          SELECT s."id", s."userId", s."state", s."category", s."position" AS "current", s."total", q."position",
            q."question", q."options", q."answer", q."explanation", q."topic", q."difficulty", q."source", a."choice",
            (SELECT count(*)::int FROM "QuizAnswer" x WHERE x."sessionId" = s."id") AS "answered",
            (SELECT count(*)::int FROM "QuizAnswer" x WHERE x."sessionId" = s."id" AND x."isCorrect") AS "right"
          FROM "QuizSession" s
          JOIN "QuizQuestion" q ON q."sessionId" = s."id" AND q."position" = ${position}
          LEFT JOIN "QuizAnswer" a ON a."sessionId" = s."id" AND a."position" = q."position" AND a."userId" = s."userId"
          WHERE s."id" = ${session}
        ), lock AS (
          INSERT INTO "QuizAnswer" ("sessionId", "position", "userId", "choice", "isCorrect")
          SELECT "id", "position", ${userId}, ${choice}::int, "answer" = ${choice}::int FROM before
          WHERE "userId" = ${userId} AND "state" = 'open' AND "current" = "position"
          ON CONFLICT DO NOTHING
          RETURNING "choice"
        )
        SELECT before.*, EXISTS (SELECT 1 FROM lock) AS "locked" FROM before`;
      const row = owned(rows[0], userId);
      if (row.locked) {
        const right = row.right + (row.answer === choice ? 1 : 0);
        return toView({ ...row, choice, answered: row.answered + 1, right });
      }
      if (row.choice !== null) return toView(row);
      // Another press of the same moment was first (this statement could not see it yet), or the button is of an
      // earlier question, or the quiz was stopped: show how it stands.
      const pressed = await view(userId, session, position);
      return pressed.given ? pressed : view(userId, session);
    },

    async next(userId, { session, position }) {
      await db.$executeRaw`
        WITH moved AS (
          UPDATE "QuizSession" SET "position" = "position" + 1
          WHERE "id" = ${session} AND "userId" = ${userId} AND "state" = 'open'
            AND "position" = ${position} AND "position" + 1 < "total"
            AND EXISTS (SELECT 1 FROM "QuizAnswer" a
              WHERE a."sessionId" = ${session} AND a."position" = ${position} AND a."userId" = ${userId})
          RETURNING "id", "position"
        )
        UPDATE "QuizQuestion" q SET "shownAt" = now() FROM moved
        WHERE q."sessionId" = moved."id" AND q."position" = moved."position" AND q."shownAt" IS NULL`;
      return view(userId, session);
    },
  };
}

function owned(row: Row | undefined, userId: string): Row {
  if (!row) throw new UserError("quiz-not-found", {});
  // Who owns it stands in the row; an id on a button can be forged.
  if (row.userId !== userId) throw new UserError("not-yours", {});
  return row;
}

function toView({ userId: _, current: __, locked: ___, choice, answer, explanation, ...row }: Row): QuizView {
  if (choice === null) return row;
  return { ...row, given: { choice, answer, isCorrect: choice === answer, explanation } };
}
