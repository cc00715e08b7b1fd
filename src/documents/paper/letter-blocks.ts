import type { Block } from "./blocks.ts";
import { contactBlocks } from "./contact-blocks.ts";
import { writeDay } from "./dates.ts";
import type { Letter } from "./request.ts";
import type { Style } from "./templates.ts";

/** A letter under the same head as the resume. */
export function letterBlocks(letter: Letter, style: Style, language: string): readonly Block[] {
  // A letter has less on the page than a resume and is read word by word.
  const size = style.size + 0.6;
  const line = (text: string, before = 0, holdsNext = false): Block => ({
    role: "P",
    spans: [{ text }],
    size,
    colour: style.ink.text,
    before,
    holdsNext,
  });
  const { recipient } = letter;
  const address = [recipient.name, recipient.title, recipient.company, recipient.location].filter(
    (text) => text !== undefined,
  );
  const gap = size * 1.6;
  const head = contactBlocks(letter.sender, style);
  const last = head.at(-1);
  if (last) head.splice(-1, 1, { ...last, ruled: true });
  return [
    ...head,
    line(writeDay(letter.date, language), gap * 1.4),
    ...address.map((text, index) => line(text, index === 0 ? gap : 0)),
    ...(letter.subject
      ? [{ ...line("", gap, true), role: "H2" as const, spans: [{ text: letter.subject, cut: "bold" as const }] }]
      : []),
    line(letter.salutation, gap, true),
    ...letter.paragraphs.map((text) => line(text, size * 0.75)),
    line(letter.closing, gap, true),
    line(letter.signature, gap * 1.5),
  ];
}
