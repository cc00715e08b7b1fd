import { type Answer, type CommandPart, onForm, onPress, openForm, subcommand, type Turn } from "#src/chat/command.ts";
import { text } from "#src/chat/option.ts";
import { en } from "#src/words/en.ts";
import { SCORE } from "./actions.ts";
import { matchMessage } from "./match-messages.ts";
import { AD, CHECK_AD } from "./score-actions.ts";
import { scoreMessage } from "./score-messages.ts";

const words = en.resumeCheck;

/** Two or three pages; a longer text is more than the part that asks for something. */
const job = {
  label: words.job.label,
  description: words.job.hint,
  tooLong: words.job.tooLong,
  maxLength: 6000,
  multiline: true,
} as const;

export const score: CommandPart = {
  subcommands: {
    score: subcommand({
      description: words.description,
      options: { job: text(job) },
      needs: ["resume"],
      run: (turn) => check(turn, turn.options.job),
    }),
  },
  actions: [
    onPress(SCORE, { answers: "private", run: (turn) => turn.runCommand("resume", "score", {}) }),
    onPress(CHECK_AD, { answers: "private", opensForm: true, run: async () => openForm(AD.to({})) }),
  ],
  forms: [
    onForm(AD, {
      title: words.adForm,
      submit: words.adSubmit,
      fields: { job: text({ ...job, required: true }) },
      run: (turn) => turn.runCommand("resume", "score", { job: turn.options.job }),
    }),
  ],
};

async function check(
  { coach, person, words: said }: Pick<Turn, "coach" | "person" | "words">,
  ad: string | undefined,
): Promise<Answer> {
  const { score, match } = await coach.checks.check(person.id, ad);
  return match ? matchMessage(match, score, said) : scoreMessage(score, said);
}
