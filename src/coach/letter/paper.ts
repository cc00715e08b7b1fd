import type { LetterRequest } from "#src/documents/paper/index.ts";
import type { Contact } from "#src/documents/resume-document.ts";
import type { NamedFile, PaperChoice } from "../papers.ts";
import { dayIn, dayStyleOf, type Letter } from "./letter.ts";

export interface LetterPaper {
  readonly pdf: NamedFile;
  readonly picture: NamedFile;
  readonly pages: number;
  /** Characters that no font has, each once; U+FFFD stands for every one of them. */
  readonly replaced: readonly string[];
}

interface Posted extends PaperChoice {
  readonly letter: Letter;
  readonly sender: Contact;
  readonly company: string;
  readonly title: string;
  /** When the text was last changed: the same text gives the same bytes. */
  readonly changedAt: Date;
}

/** The letter as it is put on paper: each line of a list is a paragraph there, other lines are joined. */
export function requestOf({ letter, sender, company, title, changedAt, template, paper }: Posted): LetterRequest {
  const lines = letter.head.flatMap((block) => block.split("\n"));
  const address = lines.filter((line) => dayIn(line) === undefined);
  const dateLine = lines.find((line) => dayIn(line) !== undefined) ?? "";
  const date = dayIn(dateLine) ?? changedAt;
  return {
    template,
    paper,
    // The date on paper is the one in the text.
    language: dayStyleOf(dateLine),
    createdAt: changedAt,
    letter: {
      sender,
      date,
      // An address that somebody wrote above the salutation holds the company.
      recipient: { company: address.length > 0 ? address.join(", ") : oneLine(company) },
      subject: oneLine(title),
      salutation: letter.salutation,
      paragraphs: letter.paragraphs.flatMap(paperParagraphs),
      closing: letter.closing,
      signature: oneLine(letter.signature.replaceAll("\n", ", ")),
    },
  };
}

/** "cover-letter-acme-line-cook": letters and digits of any script, and nothing that a file system minds. */
export function letterFileName(company: string, title: string): string {
  const words =
    `${company} ${title}`
      .normalize("NFC")
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  let name = "cover-letter";
  for (const word of words) {
    if (name.length + word.length > MAX_NAME) break;
    name += `-${word}`;
  }
  return name;
}

/** UTF-16 units; with four bytes for each, a name stays under the 255 bytes that file systems take. */
const MAX_NAME = 55;

function paperParagraphs(paragraph: string): string[] {
  const parts: string[] = [];
  for (const line of paragraph.split("\n")) {
    const item = /^- (.+)$/.exec(line);
    if (item || parts.length === 0) parts.push(item ? `• ${item[1]}` : line);
    else parts[parts.length - 1] += ` ${line}`;
  }
  return parts;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
