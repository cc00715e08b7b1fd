export const quiz = {
  description: "Practise interview questions",
  startDescription: "Start a quiz: answer by pressing buttons, no time limit",
  historyDescription: "Your scores over time, and every question again",
  stopDescription: "Stop the quiz that is open",
  options: {
    category: "Technical, behavioral, or a mix of both",
    topic: "One topic only; suggestions come while you type",
    difficulty: "How hard the questions are",
    questions: "How many questions, from 3 to 20; 10 if you leave it out",
  },
  categories: { Technical: "Technical", Behavioral: "Behavioral", Mixed: "Mixed" },
  difficulties: { easy: "Easy", medium: "Medium", hard: "Hard" },
  title: (position: number, total: number) => `Question ${position} of ${total}`,
  about: (topic: string, difficulty: string) => `${topic} · ${difficulty}`,
  letters: ["A", "B", "C", "D"] as const,
  questionSummary: (position: number, total: number, question: string) =>
    `Question ${position} of ${total}: ${question}`,
  right: "Right.",
  wrong: "Not quite.",
  rightAnswer: (letter: string) => `The right answer is ${letter}.`,
  yourAnswer: (letter: string) => `You chose ${letter}.`,
  running: (right: number, answered: number) => `${right} of ${answered} right so far`,
  byModel: (model: string) =>
    `Written by ${model} and checked by a second reading. AI can be wrong: if in doubt, look it up.`,
  next: "Next question",
  seeResult: "See my result",
  stop: "Stop here",
  writing: (ready: number, total: number) =>
    ready === 0 ? "Writing your questions…" : `Checked ${ready} of ${total} questions…`,
  fewer: (total: number) => `There are ${total} questions on this; here they are.`,
  modelProblem: (problem: string) => `${problem} Built-in questions take the place of what is missing.`,
  alreadyOpen: (position: number, total: number) => `A quiz is open, at question ${position} of ${total}.`,
  carryOn: "Carry on",
  startNew: "Start a new one",
  startNewNote:
    "A new one stops it: it does not count, but your home card (the command career) still offers to carry on with it.",
  stopped: (answered: number, total: number) => `Stopped after ${answered} of ${total} questions.`,
  stoppedNote:
    "It does not count in your history. Your answers are kept, so you can carry on at any time, here or from your home card.",
  resultTitle: (right: number, total: number) => `${right} of ${total} right`,
  resultSummary: (right: number, total: number, score: number) =>
    `Your result: ${right} of ${total} right, ${score} percent.`,
  score: "Score",
  time: "Time",
  category: "Category",
  topics: (count: number) => (count > 1 ? "By topic, weakest first" : "By topic"),
  topicShare: (right: number, total: number) => `${right} of ${total}`,
  tipTitle: "Worth a look next:",
  perfect: "Every answer was right. Try a harder set or another topic next.",
  again: "Another quiz",
  history: "My history",
  lookBack: "Look back at it",
  share: "Share to channel",
  shared: (name: string, right: number, total: number, category: string) =>
    `${name} finished a ${category.toLowerCase()} quiz: ${right} of ${total} right.`,
  takeOne: "Take a quiz too",
  tip: ({ topic, count, missed, right, total }: TipFacts) =>
    (right === 0 ? "This one was tough, and it shows where to begin. " : `You have ${right} of ${total} already. `) +
    (count > 1
      ? `Read the explanations on ${topic} again (${count} of the ${missed} you missed are there), then take a short quiz on just that topic.`
      : `Read the explanation on ${topic} again and take a short quiz on just that topic.`),
  historyTitle: "Your quizzes",
  historyEmpty: "No quiz finished yet. Your first result will be here, question by question.",
  historySummary: (count: number, last: number) =>
    `${count} ${count === 1 ? "quiz" : "quizzes"}; the last score was ${last} percent.`,
  historyCaption: (page: number, pages: number) =>
    pages === 1 ? "All quizzes, newest first" : `All quizzes, newest first, page ${page} of ${pages}`,
  date: "Date",
  questions: "Questions",
  averageLabel: (category: string) => `${category} average`,
  averageText: (average: number, quizzes: number) =>
    `${average} % over ${quizzes} ${quizzes === 1 ? "quiz" : "quizzes"}`,
  chartTitle: "Scores over time",
  chartAlt: (points: readonly string[]) => `Scores over time, oldest first: ${points.join(", ")}.`,
  older: "Older",
  newer: "Newer",
  choosePast: "Look back at a quiz",
  lookBackTitle: (date: string, category: string) => `${category} quiz of ${date}`,
  youAnswered: (answer: string | null) => (answer === null ? "You did not answer." : `You answered: ${answer}`),
  previous: "Previous",
  backToHistory: "Back to the list",
  duration: (seconds: number) => {
    const minutes = Math.floor(seconds / 60);
    if (minutes === 0) return `${seconds} s`;
    return minutes < 60 ? `${minutes} min ${seconds % 60} s` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
  },
  day: (date: Date) => dayFormat.format(date),
  shortDay: (date: Date) => shortDayFormat.format(date),
  percent: (value: number) => `${Math.round(value)} %`,
};

interface TipFacts {
  readonly topic: string;
  readonly count: number;
  readonly missed: number;
  readonly right: number;
  readonly total: number;
}

const dayFormat = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeZone: "UTC" });
const shortDayFormat = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });
