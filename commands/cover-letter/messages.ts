import type { Block, Button, Message, Text } from "#src/chat/message.ts";
import type { Changed, Created, Posted } from "#src/coach/letter/asked.ts";
import type { Deleted } from "#src/coach/letter/deleted.ts";
import { MAX_WORDS } from "#src/coach/letter/letter.ts";
import type { LetterView } from "#src/coach/letter/view.ts";
import type { UserError } from "#src/words/errors.ts";
import type { Words } from "#src/words/index.ts";
import { EDIT as EDIT_RESUME } from "../resume/actions.ts";
import { ASK, DELETE, DELETE_NOW, EDIT, FINISH, LIST, NEW, PDF, QUICK, RESTORE, SHOW, UNDO } from "./actions.ts";

/** What can be asked with one press. */
export const QUICK_ASKS = ["shorter", "warmer", "more-formal"] as const;

export function busyMessage(text: string): Message {
  return { summary: text, blocks: [{ kind: "text", text }] };
}

/** A letter with what it answers and what can be done with it. `said`: what was just done, or why it was not as asked. */
export function letterCard(view: LetterView, words: Words, said: readonly Block[] = []): Message {
  const text = words.coverLetter;
  const { title, company, words: count } = view;
  return {
    summary: text.summary(title, company, count),
    ...(count > MAX_WORDS && { tone: "warning" }),
    blocks: [
      { kind: "heading", text: text.heading(title, company) },
      { kind: "note", text: text.about(text.status[view.status], count, text.day(view.createdAt)) },
      ...said,
      ...(count > MAX_WORDS ? [{ kind: "text", text: [{ bold: text.tooLong(count, MAX_WORDS) }] } as const] : []),
      { kind: "quote", text: letterText(view) },
      { kind: "divider" },
      ...answerBlocks(view, words),
      { kind: "buttons", buttons: mainButtons(view, words) },
      { kind: "buttons", buttons: quickButtons(view, words) },
    ],
  };
}

export function createdMessage({ view, problem, foreign }: Created, words: Words): Message {
  const text = words.coverLetter;
  const card = letterCard(view, words, problemBlocks(problem, text.byRules, words));
  const notes: Block[] = [
    ...(foreign ? [note(text.foreign)] : []),
    ...(view.words < THIN && !foreign ? [note(text.thin)] : []),
    note(text.checked),
    note(text.onlyYou(view.company)),
  ];
  const thin = view.words < THIN ? [{ label: words.resumeCommand.writeHere, to: EDIT_RESUME.to({}) }] : [];
  const buttons: Block[] = thin.length > 0 ? [{ kind: "buttons", buttons: thin }] : [];
  return { ...card, blocks: [...card.blocks.slice(0, -2), ...notes, ...card.blocks.slice(-2), ...buttons] };
}

export function changedMessage({ view, problem }: Changed, words: Words): Message {
  return letterCard(view, words, problemBlocks(problem, words.coverLetter.changedByRules, words));
}

/** The PDF with a picture of its first page. */
export function postedMessage({ view, paper }: Posted, words: Words): Message {
  const text = words.coverLetter;
  const { id: letter, title, company } = view;
  const finished = view.status === "completed";
  const said = finished ? text.finished : text.pdfReady;
  const warned = paper.pages > 1 || paper.replaced.length > 0;
  const next: Button[] = [
    ...(finished ? [] : [{ label: text.finish, style: "primary" as const, to: FINISH.to({ letter }) }]),
    { label: text.back, to: SHOW.to({ letter }) },
    { label: text.list, to: LIST.to({}) },
  ];
  return {
    summary: `${said} ${text.heading(title, company)}.`,
    tone: warned ? "warning" : "good",
    blocks: [
      { kind: "heading", text: text.heading(title, company) },
      { kind: "text", text: said },
      ...(paper.pages > 1 ? [{ kind: "text", text: text.pages(paper.pages) } as const] : []),
      ...(paper.replaced.length > 0 ? [{ kind: "text", text: text.replaced(paper.replaced.join(" ")) } as const] : []),
      { kind: "image", file: paper.picture, alt: text.pictureAlt(title, company) },
      { kind: "file", file: paper.pdf, description: text.pdfFile(title, company) },
      ...(finished ? [] : [note(text.draftPdf)]),
      { kind: "buttons", buttons: next },
    ],
  };
}

export function deleteQuestion({ id: letter, title, company }: LetterView, words: Words): Message {
  const text = words.coverLetter;
  const question = text.deleteQuestion(title, company);
  return {
    summary: question,
    blocks: [
      { kind: "text", text: [{ bold: question }] },
      note(text.deleteNote),
      {
        kind: "buttons",
        buttons: [
          { label: text.deleteNow, style: "danger", to: DELETE_NOW.to({ letter }) },
          { label: text.keep, to: SHOW.to({ letter }) },
        ],
      },
    ],
  };
}

export function deletedMessage({ id: letter, title, company, until }: Deleted, words: Words): Message {
  const text = words.coverLetter;
  const said = text.deleted(title, company);
  return {
    summary: said,
    blocks: [
      { kind: "text", text: [{ bold: said }] },
      note(text.deletedNote(text.time(until))),
      {
        kind: "buttons",
        buttons: [
          { label: text.restore, to: RESTORE.to({ letter }) },
          { label: text.list, to: LIST.to({}) },
        ],
      },
    ],
  };
}

/** Fewer words than a reader needs. */
const THIN = 90;

function note(text: Text): Block {
  return { kind: "note", text };
}

function letterText({ letter }: LetterView): string {
  const { head, salutation, paragraphs, closing, signature } = letter;
  return [...head, salutation, ...paragraphs, closing, signature].filter((part) => part !== "").join("\n\n");
}

function problemBlocks(problem: UserError | undefined, say: (problem: string) => string, words: Words): Block[] {
  return problem ? [note(say(words.errors(problem).problem))] : [];
}

/** What each paragraph answers and what none could. */
function answerBlocks({ answers }: LetterView, words: Words): Block[] {
  const text = words.coverLetter;
  if (!answers.checked) return [note(text.unchecked)];
  const answered = answers.paragraphs.flatMap((terms, index) =>
    terms.length > 0 ? [note(text.answers(index + 1, terms.join(", ")))] : [],
  );
  const names = (terms: readonly { readonly term: string }[]) => terms.map(({ term }) => term).join(", ");
  const { unused, unanswered } = answers;
  return [
    note([{ bold: text.answersTitle }]),
    ...(answered.length > 0 ? answered : [note(text.answersNothing)]),
    ...(unused.length > 0 ? [note(text.unused(names(unused)))] : []),
    ...(unanswered.length > 0 ? [note(text.unanswered(names(unanswered)))] : []),
    ...(unused.length + unanswered.length === 0 ? [note(text.allAnswered)] : []),
  ];
}

function mainButtons({ id: letter, canUndo, stamp, status }: LetterView, words: Words): Button[] {
  const text = words.coverLetter;
  return [
    ...(status === "draft" ? [{ label: text.finish, style: "primary" as const, to: FINISH.to({ letter }) }] : []),
    { label: text.edit, to: EDIT.to({ letter }) },
    { label: text.ask, to: ASK.to({ letter }) },
    ...(canUndo ? [{ label: text.undo, to: UNDO.to({ letter, stamp }) }] : []),
    { label: text.pdf, to: PDF.to({ letter }) },
    { label: text.delete, style: "danger", to: DELETE.to({ letter }) },
  ];
}

function quickButtons({ id: letter, stamp }: LetterView, words: Words): Button[] {
  const text = words.coverLetter;
  return [
    ...QUICK_ASKS.map((ask): Button => ({ label: text.quick[ask], to: QUICK.to({ letter, stamp, ask }) })),
    { label: text.list, to: LIST.to({}) },
    { label: text.new, to: NEW.to({}) },
  ];
}
