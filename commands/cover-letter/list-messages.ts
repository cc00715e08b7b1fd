import type { Block, Button, Message } from "#src/chat/message.ts";
import type { LetterName, LetterPage } from "#src/coach/letter/list.ts";
import type { Words } from "#src/words/index.ts";
import { LIST_PAGE, NEW, OPEN, WHICH } from "./actions.ts";

/** Newest first, with the way into each. */
export function listMessage({ letters, page, pages, total }: LetterPage, words: Words): Message {
  const text = words.coverLetter;
  const begin: Button = { label: text.new, ...(total === 0 && { style: "primary" as const }), to: NEW.to({}) };
  if (total === 0) {
    return {
      summary: text.listEmpty,
      blocks: [
        { kind: "heading", text: text.listTitle },
        { kind: "text", text: text.listEmpty },
        { kind: "buttons", buttons: [begin] },
      ],
    };
  }
  const buttons: Button[] = [
    begin,
    ...(page > 0 ? [{ label: text.newer, to: LIST_PAGE.to({ page: page - 1 }) }] : []),
    ...(page + 1 < pages ? [{ label: text.older, to: LIST_PAGE.to({ page: page + 1 }) }] : []),
  ];
  return {
    summary: text.listSummary(total),
    blocks: [
      { kind: "heading", text: text.listTitle },
      {
        kind: "table",
        caption: text.listCaption(page + 1, pages),
        columns: [{ label: text.job }, { label: text.company }, { label: text.statusColumn }, { label: text.date }],
        rows: letters.map(({ title, company, status, createdAt }) => [
          title,
          company,
          text.status[status],
          text.day(createdAt),
        ]),
      },
      select(letters, { label: text.open, to: OPEN.to({}) }, words),
      { kind: "buttons", buttons },
    ],
  };
}

/** Several letters could be meant; `request` is the command that goes on with the one that is chosen. */
export function whichMessage(letters: readonly LetterName[], request: string, words: Words): Message {
  const text = words.coverLetter;
  return {
    summary: text.which,
    blocks: [
      { kind: "text", text: [{ bold: text.which }] },
      select(letters, { label: text.open, to: WHICH.to({ request }) }, words),
    ],
  };
}

/** How a letter is called where one is chosen. */
export function labelOf({ title, company, status, createdAt }: LetterName, { coverLetter: text }: Words): string {
  return `${text.heading(title, company)} · ${text.status[status]} · ${text.day(createdAt)}`;
}

function select(letters: readonly LetterName[], { label, to }: { label: string; to: string }, words: Words): Block {
  const options = letters.map((letter) => ({ value: letter.id, label: labelOf(letter, words) }));
  return { kind: "select", label, to, options };
}
