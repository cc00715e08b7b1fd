import type { Contact, ResumeDocument } from "../resume-document.ts";

export const TEMPLATES = ["classic", "modern", "compact"] as const;
export type Template = (typeof TEMPLATES)[number];

export const PAPERS = ["A4", "Letter"] as const;
export type PaperSize = (typeof PAPERS)[number];

interface Print {
  readonly template: Template;
  readonly paper: PaperSize;
  /** BCP 47, such as "pt-BR"; without it, guessed from the script. Headings and months are written in it where we can. */
  readonly language?: string;
  /** Goes into the file. The same document, print and moment give the same bytes. */
  readonly createdAt: Date;
}

export interface ResumeRequest extends Print {
  readonly document: ResumeDocument;
}

export interface LetterRequest extends Print {
  readonly letter: Letter;
}

/** Texts are single lines without markup; an absent text is undefined, never "". */
export interface Letter {
  readonly sender: Contact;
  readonly date: Date;
  readonly recipient: {
    readonly name?: string;
    readonly title?: string;
    readonly company: string;
    readonly location?: string;
  };
  readonly subject?: string;
  readonly salutation: string;
  readonly paragraphs: readonly string[];
  readonly closing: string;
  readonly signature: string;
}

export interface Paper {
  readonly pdf: Uint8Array<ArrayBuffer>;
  readonly pages: number;
  /** Characters that no font has, each once, in order; every one is drawn as U+FFFD. */
  readonly replaced: readonly string[];
}
