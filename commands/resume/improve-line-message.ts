import type { Block, Button, Message } from "#src/chat/message.ts";
import type { LineView } from "#src/coach/resume/improve/improvement.ts";
import type { Words } from "#src/words/index.ts";
import { EDIT, EDIT_LINE, KEEP, STOP, USE } from "./improve-actions.ts";
import { newWords } from "./improve-new-words.ts";

/** Characters of a line that fit a form; a longer one is a text, and is edited with its section. */
export const MAX_LINE = 2000;

/** A line that waits for a decision; `first` is said above it. */
export function lineMessage(view: LineView, words: Words, first: readonly Block[]): Message {
  const text = words.resumeImprove;
  const { position, total, before, context, section } = view;
  const where = section === "summary" ? text.fromSummary : context;
  return {
    summary: text.lineSummary(position + 1, total, before),
    blocks: [
      ...first,
      { kind: "heading", text: text.title(position + 1, total) },
      ...(where ? [{ kind: "note", text: where } as const] : []),
      ...(view.after === null ? adviceBlocks(view, words) : rewriteBlocks(view, view.after, words)),
      { kind: "buttons", buttons: lineButtons(view, words) },
    ],
  };
}

function adviceBlocks({ before, advice, refused, question }: LineView, words: Words): Block[] {
  const text = words.resumeImprove;
  return [
    { kind: "quote", text: before },
    ...(refused.length > 0 ? [{ kind: "note", text: text.refused(refused) } as const] : []),
    ...questionBlocks(question, words),
    ...advice.flatMap(({ rule, advice: said, example }): Block[] => [
      { kind: "text", text: [{ bold: rule }, `: ${said}`] },
      ...(example ? [{ kind: "note", text: text.example(example) } as const] : []),
    ]),
  ];
}

function rewriteBlocks({ before, mended, question, writer }: LineView, after: string, words: Words): Block[] {
  const text = words.resumeImprove;
  return [
    { kind: "text", text: [{ bold: text.before }] },
    { kind: "quote", text: before },
    { kind: "text", text: [{ bold: text.after }] },
    { kind: "quote", text: newWords(before, after) },
    ...(mended.length > 0 ? [{ kind: "text", text: text.mended(mended.map(({ rule }) => rule)) } as const] : []),
    ...questionBlocks(question, words),
    ...(writer === undefined ? [] : [{ kind: "note", text: text.byModel(writer) } as const]),
  ];
}

function questionBlocks(question: string | null, { resumeImprove: text }: Words): Block[] {
  return question === null
    ? []
    : [
        { kind: "text", text: [{ bold: text.question }, question] },
        { kind: "note", text: text.questionNote },
      ];
}

function lineButtons({ improvement, position, after, before }: LineView, { resumeImprove: text }: Words): Button[] {
  const line = { improvement, position };
  const stop: Button = { label: text.stop, to: STOP.to({ improvement }) };
  if (before.length > MAX_LINE) {
    const edit: Button = { label: text.editSection, style: "primary", to: EDIT.to({}) };
    return [edit, { label: text.keep, to: KEEP.to(line) }, stop];
  }
  if (after === null) {
    return [
      { label: text.editLine, style: "primary", to: EDIT_LINE.to({ ...line, rewrite: 0 }) },
      { label: text.keep, to: KEEP.to(line) },
      stop,
    ];
  }
  return [
    { label: text.use, style: "primary", to: USE.to(line) },
    { label: text.editFirst, to: EDIT_LINE.to({ ...line, rewrite: 1 }) },
    { label: text.keepMine, to: KEEP.to(line) },
    stop,
  ];
}
