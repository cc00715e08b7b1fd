import type { ResumeDocument } from "#src/documents/resume-document.ts";
import { type Letter, parseLetter, wordsOfLetter } from "./letter.ts";
import { type Answers, answersOf } from "./requirements.ts";
import { type LetterRow, type Status, stampOf, statusOf } from "./rows.ts";

export interface LetterView {
  readonly id: string;
  readonly company: string;
  readonly title: string;
  readonly status: Status;
  readonly letter: Letter;
  readonly words: number;
  readonly answers: Answers;
  readonly canUndo: boolean;
  readonly createdAt: Date;
  /** For which text a button is drawn. */
  readonly stamp: string;
}

export function viewOf(
  row: LetterRow,
  { document, canUndo }: { document: ResumeDocument; canUndo: boolean },
): LetterView {
  const { id, companyName: company, jobTitle: title, jobDescription, content, createdAt } = row;
  const letter = parseLetter(content);
  return {
    id,
    company,
    title,
    status: statusOf(row.status),
    letter,
    words: wordsOfLetter(letter),
    answers: answersOf(letter, { ad: jobDescription ?? "", company, title }, document),
    canUndo,
    createdAt,
    stamp: stampOf(content),
  };
}
