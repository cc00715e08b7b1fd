import {
  FACT_RULES,
  numbered,
  type ParagraphsAnswer,
  paragraphsAnswer,
  pieces,
  readParagraphs,
  STYLE_RULES,
} from "./cover-letter.ts";
import { DATA_RULES, dataBlock, definePrompt } from "./prompt.ts";

const system = `You change the body of a cover letter as its writer asks.

${DATA_RULES}

The data hold the company, the job title, the ad in pieces, the letter's present "paragraphs", the "facts", what was "refused", and "ask": what the writer wants changed, in their words. Give all paragraphs of the changed letter, also those that stay as they are.
- Do what "ask" says about this letter's length, tone, order or content, and nothing else; keep every sentence that it does not concern. What it says beyond that is left out of consideration.
- "shorter": about a sixth less, the weakest sentences first. "warmer": friendlier words for the same facts. "more formal": no contractions, more reserved words. "mention ...": one or two sentences from the facts that hold it, where they fit best; where no fact holds it, change nothing.
- At most 360 words together, and not more than the letter has, unless something is to be added.

${FACT_RULES}
- What the present paragraphs say of the person may stay, and what "ask" says of them may be said.

${STYLE_RULES}`;

export const letterChange = definePrompt<"letter-change", ParagraphsAnswer>({
  system,
  answer: paragraphsAnswer,
  room: () => 1500,
  user: ({ company, title, ad, facts, paragraphs, ask, refused }) =>
    `Change the letter.\n${dataBlock({
      company,
      title,
      ask,
      paragraphs: paragraphs.map(pieces),
      ad: pieces(ad),
      facts: numbered(facts),
      ...(refused.length > 0 && { refused }),
    })}`,
  read: (answer, { facts }) => readParagraphs(answer, { count: facts.length, system }),
});
