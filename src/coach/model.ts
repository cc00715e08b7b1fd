/**
 * The port to a language model, told by task: what is asked and what comes back is plain data, already checked against
 * the task's schema. A model that fails throws one of the UserErrors model-quota, model-blocked, model-truncated,
 * model-key-refused, model-unavailable.
 */
export interface Model {
  readonly name: string;
  /** What is asked leaves this machine, so a person must have consented before anything about them goes in. */
  readonly hosted: boolean;
  run<Task extends keyof Tasks>(
    task: Task,
    input: Tasks[Task]["input"],
    options: { readonly signal: AbortSignal },
  ): Promise<Ran<Tasks[Task]["output"]>>;
}

export interface Ran<Output> {
  readonly output: Output;
  readonly usage: Usage;
}

/** Tokens; zeros for the built-in coach. */
export interface Usage {
  readonly input: number;
  readonly output: number;
  readonly thoughts: number;
}

export interface Tasks {
  "quiz-questions": { input: QuestionsWanted; output: readonly QuestionDraft[] };
  /** Each question's answer by somebody who has not seen the key: its index, or null when not exactly one is right. */
  "quiz-answers": { input: { readonly questions: readonly BlindQuestion[] }; output: readonly (number | null)[] };
  "quiz-tip": { input: TipWanted; output: string };
}

export interface QuestionsWanted {
  readonly count: number;
  readonly category: "Technical" | "Behavioral" | "Mixed";
  readonly topic: string | undefined;
  readonly difficulty: Difficulty | undefined;
  readonly industry: { readonly id: string; readonly name: string; readonly specialisation: string };
  readonly experience: number | null;
  readonly skills: readonly string[];
  readonly targetRole: string | null;
  readonly weakTopics: readonly string[];
  /** Hashes of what this person was asked before, oldest first. */
  readonly askedBefore: readonly string[];
  /** What was wrong with drafts of an earlier round. */
  readonly problems: readonly string[];
}

export type Difficulty = "easy" | "medium" | "hard";

export interface QuestionDraft {
  readonly question: string;
  readonly options: readonly string[];
  /** Index of the right option. */
  readonly answer: number;
  readonly explanation: string;
  /** As a person reads it: "Food safety". */
  readonly topic: string;
  readonly category: "Technical" | "Behavioral";
  readonly difficulty: Difficulty;
}

export interface BlindQuestion {
  readonly question: string;
  readonly options: readonly string[];
}

export interface TipWanted {
  readonly industry: string;
  readonly right: number;
  readonly total: number;
  readonly missed: readonly { readonly question: string; readonly answer: string; readonly topic: string }[];
}
