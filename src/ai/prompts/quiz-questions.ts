import { z } from "zod";
import type { QuestionDraft, QuestionsWanted } from "#src/coach/model.ts";
import { topicsFor } from "#src/coach/quiz/bank.ts";
import { hasLink, oneLine, quotes } from "./plain-text.ts";
import { DATA_RULES, dataBlock, definePrompt } from "./prompt.ts";

// The right option is named by where it stands, not by a number: a model miscounts, and "A is right" has nothing to hold on to.
const answer = z.object({
  questions: z
    .array(
      z.object({
        topic: z.string(),
        category: z.enum(["Technical", "Behavioral"]),
        difficulty: z.enum(["easy", "medium", "hard"]),
        question: z.string(),
        right: z.string(),
        wrong: z.array(z.string()).length(3),
        explanation: z.string(),
      }),
    )
    .min(1),
});

const system = `You write practice questions for people who prepare for job interviews. One question is shown at a time with four options; after choosing, the person reads your explanation and should have learnt something that helps in the interview and in the job.

${DATA_RULES}

The data say who practises and what is wanted: "count" questions, no more and no fewer; the industry and specialisation; years of experience; skills; the role the person wants; a topic, category and difficulty where they are fixed; weakTopics, where the person was often wrong; knownTopics; and problems with questions you wrote before. Missing values are unknown.

Questions
- Ask what an interviewer for this field and role would want to know about somebody with this experience. Let the skills and the role decide what about; spread over several topics unless one is given. Where weakTopics fit, take about half of the questions from them.
- Ask for understanding and judgement: why, which first, what follows, what is wrong here, which is the better choice under these circumstances. Prefer a short concrete situation to a definition.
- No trivia: nothing about years, founders, version numbers, spelling out abbreviations, names of menus, or figures that are looked up.
- Ask only what is true, accepted across the field and still true in five years. Nothing that hangs on the law of one country, the rule of one employer or the present product of one company. What you are not sure of, do not ask.
- A question stands on its own, has 40 to 280 characters, gives every fact that its answer needs, and asks for what is right, not for the exception.
- "Technical" tests knowledge and skills of the field. "Behavioral" is a situation at work with other people, priorities, mistakes, pressure or ethics, and asks what to do; experienced interviewers would agree on the best option, and the others are what sensible people do by mistake, not villainy. "Mixed" means about half of each.
- "easy": after basic training in the field. "medium": works in it independently. "hard": weighs trade-offs, finds causes, knows where the usual rule ends. Hard means hard to decide, not hard to read. Without a fixed difficulty choose what fits the experience.

Options
- "right" is the one option that experts agree on. "wrong" are three that a real and common misunderstanding leads to, each of them wrong for a reason that an expert can state and cannot argue away.
- All four have nearly the same length, at most 110 characters, the same grammatical form and the same degree of detail and caution. The right one is not the longest, and words such as "always" or "only" do not give it away.
- No two mean the same. None refers to another, to all or to none of them; none is a joke.

Explanation
- Two or three sentences, 100 to 400 characters. First why the right option is right. Then the most tempting wrong option, in words, and where its reasoning fails.
- The options are shuffled afterwards: name none by letter, number or place.

Topic: two to four words, as a heading, at most 40 characters. Use one of knownTopics where it fits, spelt as it is there, and the given topic where there is one.

Language: plain, friendly, correct English that somebody reads easily for whom it is a second language. Plain text: no Markdown, HTML, links or emoji. Address nobody by name, and do not retell what the data say about the person.`;

export const quizQuestions = definePrompt<"quiz-questions", z.infer<typeof answer>>({
  system,
  answer,
  room: ({ count }) => 500 + 450 * count,
  user: (wanted) => `Write the questions.\n${dataBlock(asked(wanted))}`,
  read: ({ questions }, wanted) => ({
    output: questions
      .map((written) => draftOf(written, wanted))
      .filter(isPlain)
      .slice(0, wanted.count),
  }),
});

/** What leaves this machine: nothing but what the person consented to, so each value is named. */
function asked(wanted: QuestionsWanted): Record<string, unknown> {
  const { count, category, topic, difficulty, industry, experience, skills, targetRole, weakTopics, problems } = wanted;
  const known = topicsFor(industry.id || undefined).filter(
    (file) => category === "Mixed" || file.category === category,
  );
  return {
    count,
    category,
    ...(topic !== undefined && { topic }),
    ...(difficulty !== undefined && { difficulty }),
    ...(industry.name && { industry: industry.name }),
    ...(industry.specialisation && { specialisation: industry.specialisation }),
    ...(experience !== null && { yearsOfExperience: experience }),
    ...(skills.length > 0 && { skills }),
    ...(targetRole && { targetRole }),
    ...(weakTopics.length > 0 && { weakTopics }),
    ...(topic === undefined && { knownTopics: known.map(({ name }) => name) }),
    ...(problems.length > 0 && { problems }),
  };
}

function draftOf(written: z.infer<typeof answer>["questions"][number], wanted: QuestionsWanted): QuestionDraft {
  return {
    question: oneLine(written.question),
    options: [written.right, ...written.wrong].map(oneLine),
    answer: 0,
    explanation: oneLine(written.explanation),
    topic: wanted.topic ?? oneLine(written.topic),
    category: wanted.category === "Mixed" ? written.category : wanted.category,
    difficulty: wanted.difficulty ?? written.difficulty,
  };
}

/** Leaves out what no check further on would see: links, far too long topics, and a model that recites its rules. */
function isPlain({ question, options, explanation, topic }: QuestionDraft): boolean {
  const texts = [question, ...options, explanation, topic];
  return topic.length >= 2 && topic.length <= 40 && !texts.some((text) => hasLink(text) || quotes(text, system));
}
