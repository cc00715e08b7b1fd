import { type Answer, type CommandPart, onForm, onPress, openForm, subcommand, type Turn } from "#src/chat/command.ts";
import { choice, text } from "#src/chat/option.ts";
import type { Decision, LineKey } from "#src/coach/resume/improve/improvement.ts";
import { IMPROVABLE_SECTIONS, type ImprovableSection } from "#src/coach/resume/improve/lines.ts";
import { en } from "#src/words/en.ts";
import * as to from "./improve-actions.ts";
import { MAX_LINE } from "./improve-line-message.ts";
import { decidedMessage, lookingMessage, standingMessage, startedMessage } from "./improve-messages.ts";

const words = en.resumeImprove;

export const improve: CommandPart = {
  subcommands: {
    improve: subcommand({
      description: words.description,
      options: {
        section: choice({
          description: words.option,
          choices: IMPROVABLE_SECTIONS.map((value) => ({ value, label: words.sections[value] })),
        }),
      },
      needs: ["resume", "consent"],
      run: (turn) => start(turn, turn.options.section),
    }),
  },
  actions: [
    onPress(to.IMPROVE, { answers: "private", run: (turn) => turn.runCommand("resume", "improve", {}) }),
    onPress(to.IMPROVE_SECTION, {
      answers: "private",
      run: (turn) => turn.runCommand("resume", "improve", { section: turn.params.section }),
    }),
    onPress(to.USE, { answers: "in-place", run: (turn) => decide(turn, turn.params, { kind: "use" }) }),
    onPress(to.KEEP, { answers: "in-place", run: (turn) => decide(turn, turn.params, { kind: "keep" }) }),
    onPress(to.EDIT_LINE, {
      answers: "in-place",
      opensForm: true,
      async run(turn) {
        const { coach, person, params } = turn;
        if (await coach.improvements.line(person.id, params)) return openForm(to.WRITE_LINE.to(params));
        return standingMessage(await coach.improvements.standing(person.id, params.improvement), turn.words);
      },
    }),
    onPress(to.UNDO, {
      answers: "in-place",
      run: async ({ coach, person, params, words: said }) =>
        decidedMessage(await coach.improvements.undo(person.id, params), said, said.resumeImprove.takenBack),
    }),
    onPress(to.STOP, {
      answers: "in-place",
      run: async ({ coach, person, params, words: said }) =>
        standingMessage(await coach.improvements.summary(person.id, params.improvement), said),
    }),
    onPress(to.CARRY_ON, {
      answers: "in-place",
      run: async ({ coach, person, params, words: said }) =>
        standingMessage(await coach.improvements.standing(person.id, params.improvement), said),
    }),
  ],
  forms: [
    onForm(to.WRITE_LINE, {
      title: words.formTitle,
      submit: words.save,
      drafts: "address",
      fields: {
        line: text({
          label: words.line.label,
          description: words.line.hint,
          required: true,
          maxLength: MAX_LINE,
          multiline: true,
        }),
      },
      async fill({ coach, person, params }) {
        const line = await coach.improvements.line(person.id, params);
        return line ? { line: (params.rewrite === 1 ? line.after : null) ?? line.before } : {};
      },
      run: (turn) => decide(turn, turn.params, { kind: "edit", text: turn.options.line }),
    }),
  ],
};

async function start(
  { coach, person, words: said, progress }: Pick<Turn, "coach" | "person" | "words" | "progress">,
  section: ImprovableSection | undefined,
): Promise<Answer> {
  const started = await coach.improvements.start(person.id, section, {
    progress: ({ ready, total }) => progress(lookingMessage(ready, total, said)),
  });
  return startedMessage(started, said);
}

async function decide(
  { coach, person, words: said }: Pick<Turn, "coach" | "person" | "words">,
  key: LineKey,
  decision: Decision,
): Promise<Answer> {
  return decidedMessage(await coach.improvements.decide(person.id, key, decision), said);
}
