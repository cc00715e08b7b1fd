import type { Difficulty } from "../model.ts";

/** A question as everybody sees it before its answer is told. */
export interface AskedQuestion {
  readonly question: string;
  readonly options: readonly string[];
  readonly topic: string;
  readonly difficulty: Difficulty;
}

/** What a channel is asked in one edition. */
export interface QuestionPost extends AskedQuestion {
  /** A preview cannot be answered: nothing of it is kept. */
  readonly kind: "post" | "preview";
  readonly subscriptionId: string;
  readonly edition: string;
  readonly rhythm: "daily" | "weekly";
  /** Of the question before it; undefined for the first one of a subscription, and in a preview. */
  readonly reveal: Reveal | undefined;
}

/** What was right, and how people answered. */
export interface Reveal extends AskedQuestion {
  readonly edition: string;
  /** Index of the right option. */
  readonly answer: number;
  readonly explanation: string;
  /** Answers by option. */
  readonly tally: readonly number[];
}

export interface Press {
  readonly subscriptionId: string;
  readonly edition: string;
  /** Index of an option. */
  readonly choice: number;
}

/** What one person sees of a question that they have pressed. */
export type AnswerView = Kept | Over;

export interface Kept extends AskedQuestion {
  readonly state: "kept";
  readonly choice: number;
  /** false: they had answered before, and that stands. */
  readonly fresh: boolean;
  /** When the next question is due, and the answer with it; undefined: nobody knows, as while posts are paused. */
  readonly revealAt: Date | undefined;
  /** The channel's, an IANA name. */
  readonly zone: string;
}

export interface Over extends Reveal {
  readonly state: "over";
  /** undefined: they did not answer in time. */
  readonly choice: number | undefined;
}
