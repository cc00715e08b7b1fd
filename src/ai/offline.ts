import type {
  BlindQuestion,
  Model,
  QuestionDraft,
  QuestionsWanted,
  QuizTask,
  Tasks,
  TipWanted,
} from "#src/coach/model.ts";
import { bankTopics, type Topic, topicsFor } from "#src/coach/quiz/bank.ts";
import { questionHash, shuffle } from "#src/coach/quiz/question.ts";
import { wordsOf } from "#src/words/index.ts";

/** The built-in coach: the model port without a network, from the question bank and rules. Nothing leaves the machine. */
export function createOfflineModel(random: () => number): Model<QuizTask> {
  const tasks: { [Task in QuizTask]: (input: Tasks[Task]["input"]) => Tasks[Task]["output"] } = {
    "quiz-questions": (wanted) => pickQuestions(wanted, random),
    "quiz-answers": ({ questions }) => questions.map(answerFromBank),
    "quiz-tip": ruleTip,
  };
  return {
    name: "bank",
    hosted: false,
    async run(task, input, { signal }) {
      signal.throwIfAborted();
      return { output: tasks[task](input), usage: { input: 0, output: 0, thoughts: 0 } };
    },
  };
}

interface Candidate extends QuestionDraft {
  readonly hash: string;
}

/**
 * First what was never asked, then what was asked longest ago. A difficulty is kept to: better fewer questions than easy
 * ones for somebody who asked for hard ones. A mix takes half from either category and turns round the topics, weak ones first.
 */
function pickQuestions(wanted: QuestionsWanted, random: () => number): QuestionDraft[] {
  const asked = new Map(wanted.askedBefore.map((hash, index) => [hash, index]));
  const fitting = topicsOf(wanted)
    .flatMap(candidatesOf)
    .filter(({ difficulty }) => wanted.difficulty === undefined || difficulty === wanted.difficulty);
  const candidates = shuffle(fitting, random);
  const rank = ({ hash }: Candidate) => (asked.has(hash) ? 1 + (asked.get(hash) ?? 0) / (asked.size + 1) : 0);
  const ordered = [...candidates].sort((a, b) => rank(a) - rank(b));
  if (wanted.category !== "Mixed") return takeInTurn(ordered, wanted.count, wanted, rank);
  const technical = ordered.filter(({ category }) => category === "Technical");
  const behavioural = ordered.filter(({ category }) => category === "Behavioral");
  const half = Math.min(Math.floor(wanted.count / 2), behavioural.length);
  const first = takeInTurn(technical, wanted.count - half, wanted, rank);
  return shuffle([...first, ...takeInTurn(behavioural, wanted.count - first.length, wanted, rank)], random);
}

function topicsOf({ topic, category, industry }: QuestionsWanted): readonly Topic[] {
  const named = bankTopics().filter((file) => topic !== undefined && (file.topic === topic || file.name === topic));
  if (named.length > 0) return named;
  // An industry that another program wrote, or a topic that only a model knows: whatever there is.
  return topicsFor(industry.id || undefined).filter((file) => category === "Mixed" || file.category === category);
}

function candidatesOf({ name, category, questions }: Topic): Candidate[] {
  return questions.map((question) => ({ ...question, topic: name, category, hash: questionHash(question.question) }));
}

/** One from each topic in turn, so that no topic fills a quiz; a better rank goes before turn. */
function takeInTurn(
  ordered: readonly Candidate[],
  count: number,
  { weakTopics }: QuestionsWanted,
  rank: (candidate: Candidate) => number,
): QuestionDraft[] {
  const taken = new Map<string, number>();
  const turns = ordered.map((candidate) => {
    const turn = taken.get(candidate.topic) ?? (weakTopics.includes(candidate.topic) ? -1 : 0);
    taken.set(candidate.topic, turn + 1);
    return { candidate, turn, rank: Math.floor(rank(candidate)) };
  });
  turns.sort((a, b) => a.rank - b.rank || a.turn - b.turn);
  return turns.slice(0, count).map(({ candidate: { hash: _, ...draft } }) => draft);
}

function answerFromBank({ question, options }: BlindQuestion): number | null {
  const hash = questionHash(question);
  for (const file of bankTopics()) {
    const known = file.questions.find((candidate) => questionHash(candidate.question) === hash);
    const right = known?.options[known.answer];
    if (right !== undefined && options.includes(right)) return options.indexOf(right);
  }
  return null;
}

function ruleTip({ right, total, missed }: TipWanted): string {
  const counts = new Map<string, number>();
  for (const { topic } of missed) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  const [topic, count] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? ["", 0];
  return wordsOf("en").quiz.tip({ topic, count, missed: missed.length, right, total });
}
