import type { UserError } from "#src/words/errors.ts";
import type { Advice } from "../score/advice.ts";
import type { ImprovableSection } from "./lines.ts";

/** What somebody may do with the line that they are shown. */
export type Decision =
  /** The rewrite takes the line's place. */
  | { readonly kind: "use" }
  | { readonly kind: "keep" }
  /** The person's own words take the line's place; they are never guarded. */
  | { readonly kind: "edit"; readonly text: string };

/** A line of one going-through. */
export interface LineKey {
  readonly improvement: string;
  /** From 0. */
  readonly position: number;
}

export type StartedImprovement =
  | { readonly kind: "started"; readonly view: LineView; readonly notice: Notice }
  /** There are lines, and the rules find nothing weak in them. */
  | {
      readonly kind: "all-fine";
      readonly lines: number;
      readonly score: number;
      readonly others: Sections;
      readonly problem: UserError | undefined;
    }
  /** Nothing stands in this section, or what does is no line. */
  | { readonly kind: "no-lines"; readonly section: ImprovableSection | undefined; readonly others: Sections };

type Sections = readonly ImprovableSection[];

/** What the person should know before the first line. */
export interface Notice {
  /** Lines that were looked at and need nothing. */
  readonly fine: number;
  /** Lines that will have to wait for another going-through. */
  readonly left: number;
  /** Why the model did not look at all of them, where it was asked. */
  readonly problem: UserError | undefined;
}

/** A line that waits for a decision. */
export interface LineView extends LineKey {
  readonly state: "open";
  readonly total: number;
  readonly section: ImprovableSection;
  /** Where it stands: job title and employer, project, degree and school; "" in the summary. */
  readonly context: string;
  readonly before: string;
  /** A rewrite that says nothing which the line does not say. */
  readonly after: string | null;
  /** What would make it stronger and only the person knows. */
  readonly question: string | null;
  /** What a rewrite said that the line does not, for which it was left out. */
  readonly refused: readonly string[];
  /** What the rules say about the line, and of that what they no longer say about the rewrite. */
  readonly advice: readonly Advice[];
  readonly mended: readonly Advice[];
  /** The model's name; undefined where the rules are alone. */
  readonly writer: string | undefined;
}

/** A going-through as it stands: over, or stopped half way. */
export interface ImprovementSummary {
  readonly state: "over";
  readonly improvement: string;
  readonly changed: readonly { readonly before: string; readonly final: string }[];
  readonly kept: number;
  /** Lines that had been changed elsewhere meanwhile. */
  readonly gone: number;
  /** Lines that still wait. */
  readonly open: number;
  /** Without what was changed in this going-through, and with it. */
  readonly score: { readonly before: number; readonly now: number };
  /** The last change, which can be taken back. */
  readonly undo: number | undefined;
  readonly others: Sections;
}

export type Standing = LineView | ImprovementSummary;

/** What a press did, and where the going-through stands since. */
export interface Decided {
  readonly outcome:
    | { readonly kind: "done" }
    /** An earlier press decided it; this one changed nothing. */
    | { readonly kind: "decided-before"; readonly unused?: string }
    /** The line has changed meanwhile, so nothing was put in its place. */
    | { readonly kind: "gone"; readonly unused?: string };
  readonly standing: Standing;
}
