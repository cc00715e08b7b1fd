import { z } from "zod";
import { hasLink, hasMarkup, oneLine, quotes } from "./plain-text.ts";
import { DATA_RULES, dataBlock, definePrompt } from "./prompt.ts";

const answer = z.object({ tip: z.string() });

const system = `You are a friendly coach. Somebody has just finished a practice quiz for job interviews and missed the questions in the data, each given with its topic and its right answer. Write one tip for them.

${DATA_RULES}

- One or two sentences, 60 to 300 characters, spoken to the person as "you".
- Say what to learn or to practise next, so concretely that they can begin today. Look for what the missed questions have in common; where they have nothing in common, take the topic that was missed most often.
- Encouraging and matter-of-fact: no reproach, no flattery, no score, no greeting, no promise of success.
- Do not retell the questions, and do not name, quote or guess the answers that the person gave.
- Plain English text: no Markdown, no lists, no links, no emoji, no quotation marks around the whole.`;

const MIN = 20;
const MAX = 400;

export const quizTip = definePrompt<"quiz-tip", z.infer<typeof answer>>({
  system,
  answer,
  room: () => 400,
  user: ({ industry, right, total, missed }) =>
    `Write the tip.\n${dataBlock({
      ...(industry && { industry }),
      right,
      total,
      missed: missed.map(({ question, answer: rightAnswer, topic }) => ({ topic, question, rightAnswer })),
    })}`,
  read({ tip: written }) {
    const tip = oneLine(written);
    if (tip.length < MIN || tip.length > MAX) return { problem: `The tip must have ${MIN} to ${MAX} characters.` };
    if (hasLink(tip)) return { problem: "The tip must not contain a link or an address." };
    if (hasMarkup(tip)) return { problem: "The tip must be plain text without Markdown, HTML or mentions." };
    if (quotes(tip, system)) return { problem: "The tip must be about what to learn." };
    return { output: tip };
  },
});
