import { type CommandPart, onPress } from "#src/chat/command.ts";
import { ANSWER } from "./question-actions.ts";
import { answerMessage } from "./question-messages.ts";

/** The letters below a channel's question. */
export const questionAnswers: CommandPart = {
  subcommands: {},
  actions: [
    onPress(ANSWER, {
      answers: "private",
      async run({ coach, person, params, words: said }) {
        const { subscription: subscriptionId, edition, choice } = params;
        const view = await coach.channelQuestions.answer(person.id, { subscriptionId, edition, choice });
        return answerMessage(view, said);
      },
    }),
  ],
};
