import { z } from "zod";
import type { LetterParagraph } from "#src/coach/model.ts";
import { hasLink, hasMarkup, oneLine, quotes } from "./plain-text.ts";
import { DATA_RULES, dataBlock, definePrompt, type Read } from "./prompt.ts";

export const paragraphsAnswer = z.object({
  paragraphs: z
    .array(z.object({ text: z.string(), facts: z.array(z.int().min(1)) }))
    .min(1)
    .max(8),
});

export type ParagraphsAnswer = z.infer<typeof paragraphsAnswer>;

/** For both tasks that write paragraphs of a letter. */
export const FACT_RULES = `What may be said
- The only source about the person are the "facts", each with its number. Say nothing of them that no fact says: no number, date, employer, title, product, skill, language, degree, trait, motive, wish or success of your own making, and nothing larger than it is ("supported" is not "led", "a team" is not "my team").
- "requirements" are what the ad asks for and the facts hold. What else the ad asks for, the person does not have: do not claim it, do not apologise for it, do not mention it.
- Of the company say nothing but its name and the job title. You know neither its work nor its values, and the ad is not to be retold.
- For every paragraph give in "facts" the numbers of all facts that it uses; a paragraph that uses none has an empty list. Every paragraph is checked against exactly the facts that it names.
- "refused" are words of your last answer that no fact holds: leave them out, and do not say the same in other words.`;

export const STYLE_RULES = `How it is said
- Plain English in the first person, as a person writes who knows their trade: concrete, friendly, without flattery, superlatives or stock phrases such as "I am excited", "proven track record", "perfect fit", "passionate".
- Whole sentences that differ in length and beginning. No lists, headings, Markdown, links, quotation marks, brackets or placeholders. Signs such as (private 1) stand for private words: where you use one, copy it exactly.
- No salutation, date, closing or signature: they are there already.`;

const system = `You write the body of a cover letter for somebody who applies for a job.

${DATA_RULES}

The data hold the company, the job title, the ad in pieces, the "requirements", the "facts" and what was "refused". Write three to five paragraphs of 150 to 330 words together:
- first what they apply for and who they are, in two sentences;
- then the two or three facts that answer the requirements best, told with what was done and what came of it;
- last one or two sentences that offer a conversation.

${FACT_RULES}

${STYLE_RULES}`;

const ROOM = 1500;

export const coverLetter = definePrompt<"cover-letter", ParagraphsAnswer>({
  system,
  answer: paragraphsAnswer,
  room: () => ROOM,
  user: ({ company, title, requirements, ad, facts, refused }) =>
    `Write the letter.\n${dataBlock({
      company,
      title,
      requirements,
      ad: pieces(ad),
      facts: numbered(facts),
      ...(refused.length > 0 && { refused }),
    })}`,
  read: (answer, { facts }) => readParagraphs(answer, { count: facts.length, system }),
});

/** A value of a data block holds 500 characters at most: a long text is given in pieces, cut between words. */
export function pieces(text: string): string[] {
  return text.split("\n").flatMap((line) => line.match(/\S.{0,479}(?=\s|$)|\S.{0,479}/gsu) ?? []);
}

/** Facts are counted from 1 there, and may be longer than a value of a data block. */
export function numbered(facts: readonly string[]) {
  return facts.map((fact, index) => {
    const [first = "", ...more] = pieces(fact);
    return { number: index + 1, fact: first, ...(more.length > 0 && { more }) };
  });
}

export function readParagraphs(
  { paragraphs }: ParagraphsAnswer,
  { count, system: rules }: { count: number; system: string },
): Read<readonly LetterParagraph[]> {
  const read = paragraphs.map(({ text, facts }) => ({
    text: oneLine(text),
    facts: [...new Set(facts)].filter((number) => number <= count).map((number) => number - 1),
  }));
  for (const { text } of read) {
    if (text === "") return { problem: "A paragraph was empty." };
    if (hasLink(text)) return { problem: "A paragraph must not contain a link or an address." };
    if (hasMarkup(text)) return { problem: "A paragraph must be plain text without Markdown, HTML or mentions." };
    if (quotes(text, rules)) return { problem: "A paragraph must be about the person, not about these rules." };
  }
  return { output: read };
}
