import { type Answer, defineCommand, onPress, subcommand, type Turn } from "#src/chat/command.ts";
import { choice, type Suggest, text, wholeNumber } from "#src/chat/option.ts";
import { parseOptions } from "#src/chat/options.ts";
import type { QuizRequest } from "#src/coach/quiz/quiz.ts";
import { en } from "#src/words/en.ts";
import { UserError } from "#src/words/errors.ts";
import * as to from "./actions.ts";
import { historyMessage, lookBackMessage } from "./history-messages.ts";
import { alreadyOpenMessage, questionMessage, resultMessage, sharedMessage, writingMessage } from "./messages.ts";

const words = en.quiz;

const suggestTopics: Suggest = async ({ typed, industry, coach }) => {
  const wanted = typed.trim().toLowerCase();
  return coach.quizzes
    .topics(industry)
    .filter(({ name }) => name.toLowerCase().includes(wanted))
    .slice(0, 25)
    .map(({ name }) => ({ value: name, label: name }));
};

const startOptions = {
  category: choice({
    description: words.options.category,
    choices: [
      { value: "Technical", label: words.categories.Technical },
      { value: "Behavioral", label: words.categories.Behavioral },
      { value: "Mixed", label: words.categories.Mixed },
    ],
  }),
  topic: text({ description: words.options.topic, maxLength: 60, suggest: suggestTopics }),
  difficulty: choice({
    description: words.options.difficulty,
    choices: [
      { value: "easy", label: words.difficulties.easy },
      { value: "medium", label: words.difficulties.medium },
      { value: "hard", label: words.difficulties.hard },
    ],
  }),
  questions: wholeNumber({ description: words.options.questions, min: 3, max: 20 }),
};

export const quiz = defineCommand({
  name: "quiz",
  description: words.description,
  subcommands: {
    start: subcommand({
      description: words.startDescription,
      options: startOptions,
      needs: ["profile", "consent"],
      run: (turn) => start(turn, turn.options),
    }),
    history: subcommand({ description: words.historyDescription, run: (turn) => showHistory(turn, 0) }),
    stop: subcommand({
      description: words.stopDescription,
      async run({ coach, person, words: said }) {
        const stopped = await coach.quizzes.stop(person.id);
        if (!stopped) throw new UserError("quiz-none-open", {});
        // Its last answer may have come in the same moment: then it shows as finished.
        return questionMessage(stopped, said);
      },
    }),
  },
  actions: [
    onPress(to.START, {
      answers: "private",
      opensForm: true,
      run: (turn) => turn.runCommand("quiz", "start", turn.params.topic ? { topic: turn.params.topic } : {}),
    }),
    onPress(to.START_NEW, {
      answers: "in-place",
      async run(turn) {
        const { request, session } = turn.params;
        const kept = await turn.coach.requests.find(turn.person.id, request);
        return start(turn, parseOptions(startOptions, kept?.options ?? {}), { request, session });
      },
    }),
    onPress(to.ANSWER, {
      answers: "in-place",
      run: async ({ coach, person, params, words: said }) =>
        questionMessage(await coach.quizzes.answer(person.id, params), said),
    }),
    onPress(to.NEXT, {
      answers: "in-place",
      run: async ({ coach, person, params, words: said }) =>
        questionMessage(await coach.quizzes.next(person.id, params), said),
    }),
    onPress(to.CARRY_ON, {
      answers: "in-place",
      run: async ({ coach, person, params, words: said }) =>
        questionMessage(await coach.quizzes.carryOn(person.id, params.session), said),
    }),
    onPress(to.STOP, {
      answers: "in-place",
      async run({ coach, person, params, words: said }) {
        const view = await coach.quizzes.view(person.id, params.session);
        const stopped = view.state === "open" ? await coach.quizzes.stop(person.id) : undefined;
        return questionMessage(stopped ?? view, said);
      },
    }),
    onPress(to.RESULT, {
      answers: "in-place",
      run: async ({ coach, person, params, words: said }) =>
        resultMessage(await coach.quizzes.result(person.id, params.session), said),
    }),
    onPress(to.SHARE, {
      answers: "public",
      async run({ interaction, coach, person, params, words: said }) {
        const result = await coach.quizzes.share(person.id, params.session);
        return sharedMessage(interaction.account.name, result, said);
      },
    }),
    onPress(to.HISTORY, { answers: "private", run: (turn) => showHistory(turn, turn.params.page) }),
    onPress(to.HISTORY_PAGE, { answers: "in-place", run: (turn) => showHistory(turn, turn.params.page) }),
    onPress(to.CHOOSE_PAST, { answers: "in-place", run: (turn) => lookBack(turn, turn.chosen, 0) }),
    onPress(to.LOOK_BACK, {
      answers: "in-place",
      run: (turn) => lookBack(turn, turn.params.assessment, turn.params.position),
    }),
    onPress(to.LOOK_BACK_NEW, { answers: "private", run: (turn) => lookBack(turn, turn.params.assessment, 0) }),
  ],
});

type Common = Pick<Turn, "coach" | "person" | "words">;

/** `over` is an open quiz that may be stopped for it, and the row of the request that was kept meanwhile. */
async function start(
  turn: Common & Pick<Turn, "progress" | "keepRequest">,
  request: QuizRequest,
  over?: { session: string; request: string },
): Promise<Answer> {
  const { coach, person, words: said } = turn;
  const total = request.questions ?? 10;
  const progress = (ready: number) => turn.progress(writingMessage(ready, total, said));
  const started = await coach.quizzes.start(person.id, request, { progress, ...(over && { instead: over.session }) });
  if (started.kind === "started") return questionMessage(started.view, said, started.notice);
  return alreadyOpenMessage(started.view, over?.request ?? (await turn.keepRequest()), said);
}

async function showHistory({ coach, person, words: said }: Common, page: number): Promise<Answer> {
  return historyMessage(await coach.quizzes.history(person.id, page), said);
}

async function lookBack({ coach, person, words: said }: Common, assessment: string, position: number): Promise<Answer> {
  return lookBackMessage(await coach.quizzes.lookBack(person.id, { assessment, position }), said);
}
