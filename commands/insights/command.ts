import {
  type Answer,
  type CommandPart,
  defineCommand,
  joinParts,
  onPress,
  openForm,
  subcommand,
  type Turn,
} from "#src/chat/command.ts";
import { type Suggest, text } from "#src/chat/option.ts";
import { en } from "#src/words/en.ts";
import { BASICS } from "../profile/actions.ts";
import { SHOW } from "./actions.ts";
import { comparing } from "./compare.ts";
import { aboutMe } from "./me.ts";
import { showMessage } from "./messages.ts";
import { questionAnswers } from "./question-answers.ts";
import { subscribing } from "./subscribe.ts";
import { managing } from "./subscriptions.ts";

const words = en.insights;

/** As many as every platform shows. */
const OFFERED = 25;

const suggest: Suggest = async ({ typed, coach }) =>
  coach.insights.suggest(typed, OFFERED).map(({ key, name }) => ({ value: key, label: name }));

const industry = (description: string) => ({ description, maxLength: 120, suggest });

const looking: CommandPart = {
  subcommands: {
    show: subcommand({
      description: words.showDescription,
      options: { industry: text(industry(words.options.industry)) },
      opensForm: true,
      async run(turn): Promise<Answer> {
        const wanted = turn.options.industry ?? turn.person.industry;
        if (wanted === null) return openForm(BASICS.to({ request: await turn.keepRequest() }));
        return show(turn, wanted);
      },
    }),
  },
  actions: [onPress(SHOW, { answers: "private", run: (turn) => show(turn, turn.params.industry) })],
};

export const insights = defineCommand({
  name: "insights",
  description: words.description,
  ...joinParts([looking, comparing, aboutMe, subscribing, managing, questionAnswers]),
});

async function show({ coach, person, words: said }: Pick<Turn, "coach" | "person" | "words">, wanted: string) {
  return showMessage(await coach.insights.show(person.id, wanted), said);
}
