import type { UserError } from "#src/words/errors.ts";
import type { Deleted } from "./deleted.ts";
import type { LetterList } from "./list.ts";
import type { LetterPaper } from "./paper.ts";
import type { LetterView } from "./view.ts";

/** What may be asked about letters. */
export interface Letters extends LetterList {
  /**
   * Writes and saves a draft from resume, profile and ad, one where it is asked for twice at once; `progress` is called when
   * a model begins. UserError: resume-none.
   */
  create(userId: string, wish: LetterWish, progress?: () => void): Promise<Created>;
  /** UserErrors of this and all others that name a letter: letter-gone, not-yours. */
  view(userId: string, id: string): Promise<LetterView>;
  /** As typed into a form; what it was can be had back. */
  edit(userId: string, id: string, text: LetterText): Promise<LetterView>;
  /**
   * Changes it as asked. With the stamp of another text than the present one, nothing is changed: the button was pressed
   * twice, or is old. UserErrors: letter-unchanged, letter-no-fact, letter-ask-unclear, letter-changed; with a model also
   * letter-invented, letter-half and those of the port, where rules cannot do it.
   */
  ask(userId: string, asked: Asked, progress?: () => void): Promise<Changed>;
  /** Back to before the last change, as often as there are changes, up to fifty. UserError: letter-first. */
  undo(userId: string, id: string, stamp?: string): Promise<LetterView>;
  /** Marks it "completed", dated today, and draws it. Rejects with PaperIncomplete, our mistake; then it stays a draft. */
  finish(userId: string, id: string): Promise<Posted>;
  /** Draws it as it is. */
  pdf(userId: string, id: string): Promise<Posted>;
  delete(userId: string, id: string): Promise<Deleted>;
  /** Within ten minutes, with the same id and all its versions. */
  restore(userId: string, id: string): Promise<LetterView>;
}

export interface LetterWish {
  readonly company: string;
  readonly title: string;
  /** The text of the ad. */
  readonly job: string;
}

export interface LetterText {
  readonly salutation: string;
  /** Paragraphs, apart by empty lines. */
  readonly text: string;
  readonly closing: string;
  readonly signature: string;
}

export interface Asked {
  readonly letter: string;
  readonly ask: string;
  readonly stamp?: string | undefined;
}

export interface Changed {
  readonly view: LetterView;
  /** Why a model did not do it, and rules did. */
  readonly problem: UserError | undefined;
}

export interface Created extends Changed {
  /** Not English: only titles, employers, degrees and skills of the resume could be used. */
  readonly foreign: boolean;
}

export interface Posted {
  readonly view: LetterView;
  readonly paper: LetterPaper;
}
