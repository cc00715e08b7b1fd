import type { Difficulty } from "../model.ts";

export type Category = "Technical" | "Behavioral" | "Mixed";

export interface QuizRequest {
  readonly category?: Category | undefined;
  readonly topic?: string | undefined;
  readonly difficulty?: Difficulty | undefined;
  readonly questions?: number | undefined;
}

/** One moment of a quiz: the question being asked and, once it is answered, what the answer was. */
export interface QuizView {
  readonly id: string;
  readonly category: Category;
  readonly state: "open" | "finished" | "stopped";
  /** From 0. */
  readonly position: number;
  readonly total: number;
  readonly question: string;
  readonly options: readonly string[];
  readonly topic: string;
  readonly difficulty: Difficulty;
  /** "bank", or the model that wrote the question. */
  readonly source: string;
  /** Answers so far, this one included. */
  readonly answered: number;
  readonly right: number;
  readonly given?: Given;
}

interface Given {
  readonly choice: number;
  readonly answer: number;
  readonly isCorrect: boolean;
  readonly explanation: string;
}

export interface QuizResult {
  readonly id: string;
  readonly assessmentId: string;
  readonly category: Category;
  readonly right: number;
  readonly total: number;
  /** Percent. */
  readonly score: number;
  /** Seconds spent on questions; an open question counts for 15 minutes at most, because people go away. */
  readonly seconds: number;
  readonly topics: readonly { readonly topic: string; readonly right: number; readonly total: number }[];
  readonly tip: string | null;
}

export interface HistoryEntry {
  readonly id: string;
  readonly category: string;
  readonly score: number;
  readonly questions: number;
  readonly createdAt: Date;
}

export interface History {
  /** Newest first, one page. */
  readonly entries: readonly HistoryEntry[];
  readonly page: number;
  readonly pages: number;
  readonly total: number;
  /** Per category, over everything. */
  readonly averages: readonly { readonly category: string; readonly average: number; readonly quizzes: number }[];
  /** The newest twenty, oldest first. */
  readonly trend: readonly { readonly createdAt: Date; readonly score: number }[];
}

/** One question of a quiz that is over. What another program saved may lack all but the first four. */
export interface LookBack {
  readonly assessmentId: string;
  readonly createdAt: Date;
  readonly category: string;
  readonly score: number;
  readonly tip: string | null;
  readonly position: number;
  readonly total: number;
  readonly question: string;
  readonly answer: string;
  readonly userAnswer: string | null;
  readonly isCorrect: boolean;
  readonly options?: readonly string[] | undefined;
  readonly explanation?: string | undefined;
  readonly topic?: string | undefined;
}
