import { type Answer, type CommandPart, onPress, openForm, subcommand, type Turn } from "#src/chat/command.ts";
import { type Suggest, text } from "#src/chat/option.ts";
import { findSubject } from "#src/coach/insights/subjects.ts";
import { en } from "#src/words/en.ts";
import { BASICS } from "../profile/actions.ts";
import { ME } from "./me-actions.ts";
import { meMessage } from "./me-messages.ts";

const words = en.posting;

const suggest: Suggest = async ({ typed, coach }) =>
  coach.insights.suggest(typed, 25).map(({ key, name }) => ({ value: key, label: name }));

/** "What about me?": asked by a command, or by the button below a post. */
export const aboutMe: CommandPart = {
  subcommands: {
    me: subcommand({
      description: words.meDescription,
      options: { industry: text({ description: words.options.mine, maxLength: 120, suggest }) },
      opensForm: true,
      async run(turn): Promise<Answer> {
        const wanted = turn.options.industry ?? turn.person.industry;
        if (wanted === null || turn.person.industry === null)
          return openForm(BASICS.to({ request: await turn.keepRequest() }));
        return beside(turn, findSubject(wanted).key);
      },
    }),
  },
  actions: [
    onPress(ME, {
      answers: "private",
      opensForm: true,
      async run(turn): Promise<Answer> {
        const { coach, person, params } = turn;
        if (person.industry !== null) return beside(turn, params.industry);
        const request = { command: "insights", subcommand: "me", options: { industry: params.industry } };
        return openForm(BASICS.to({ request: await coach.requests.keep(person.id, request) }));
      },
    }),
  ],
};

async function beside({ coach, person, words: said }: Pick<Turn, "coach" | "person" | "words">, industry: string) {
  return meMessage(await coach.insights.beside(person.id, industry), said);
}
