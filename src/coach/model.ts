/**
 * The port to a language model, told by task: what is asked and what comes back is plain data, already checked against
 * the task's schema. A model that fails throws one of the UserErrors model-quota, model-blocked, model-truncated,
 * model-key-refused, model-unavailable.
 */
export interface Model<Known extends keyof Tasks = keyof Tasks> {
  readonly name: string;
  /** What is asked leaves this machine, so a person must have consented before anything about them goes in. */
  readonly hosted: boolean;
  run<Task extends Known>(
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
  /** One for each line that was sent, in their order. */
  "line-rewrites": { input: RewritesWanted; output: readonly Rewrite[] };
  /** The paragraphs between salutation and closing. */
  "cover-letter": { input: LetterWanted; output: readonly LetterParagraph[] };
  "letter-change": { input: LetterChangeWanted; output: readonly LetterParagraph[] };
  "industry-insight": { input: InsightWanted; output: InsightEstimate };
}

/** The tasks that the built-in coach answers from its question bank; for the others the coach has rules of its own. */
export type QuizTask = "quiz-questions" | "quiz-answers" | "quiz-tip";

export interface RewritesWanted {
  readonly lines: readonly {
    readonly text: string;
    /** Job title, or project; never an employer's or a person's name. */
    readonly title: string;
    /** Whether the work goes on: which tense is right. */
    readonly current: boolean | undefined;
    /** What the rules say is weak about it. */
    readonly advice: readonly string[];
    /** What an earlier rewrite said that the line does not. */
    readonly refused: readonly string[];
  }[];
  readonly targetRole: string | null;
}

export interface Rewrite {
  /** null where the line is as good as its facts allow. */
  readonly after: string | null;
  /** A fact that would make it stronger and only the person knows: asked instead of invented. */
  readonly question: string | null;
}

export interface LetterWanted {
  readonly company: string;
  readonly title: string;
  /** Words of the ad that stand in the resume too: only these may be answered. */
  readonly requirements: readonly string[];
  /** The ad, for its tone and what matters in it. */
  readonly ad: string;
  /** Facts of the person in their own words; a paragraph names those that it uses by index. */
  readonly facts: readonly string[];
  /** What an earlier answer said that no fact holds. */
  readonly refused: readonly string[];
}

export interface LetterParagraph {
  readonly text: string;
  /** Indexes of the facts that it rests on. */
  readonly facts: readonly number[];
}

export interface LetterChangeWanted extends Omit<LetterWanted, "requirements"> {
  readonly paragraphs: readonly string[];
  /** What the person asked for, in their words: "shorter", "mention the Berlin project". */
  readonly ask: string;
}

/** Nothing about a person: no consent is needed for it. */
export interface InsightWanted {
  readonly industry: string;
  readonly specialisation: string | null;
  readonly country: string;
  /** ISO 4217. */
  readonly currency: string;
}

/** At least five roles, skills and trends. Pay is a year's before tax, in the currency that was asked for. */
export interface InsightEstimate {
  /** min <= median <= max. */
  readonly salaryRanges: readonly {
    readonly role: string;
    readonly min: number;
    readonly median: number;
    readonly max: number;
  }[];
  /** Percent of employment over ten years. */
  readonly growthRate: number;
  readonly demandLevel: "High" | "Medium" | "Low";
  readonly marketOutlook: "Positive" | "Neutral" | "Negative";
  readonly topSkills: readonly string[];
  readonly keyTrends: readonly string[];
  readonly recommendedSkills: readonly string[];
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
