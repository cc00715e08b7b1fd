import { type Answer, defineCommand, onForm, onPress, openForm, subcommand, type Turn } from "#src/chat/command.ts";
import { type Suggest, text } from "#src/chat/option.ts";
import { en } from "#src/words/en.ts";
import { UserError } from "#src/words/errors.ts";
import * as to from "./actions.ts";
import { labelOf, listMessage, whichMessage } from "./list-messages.ts";
import {
  busyMessage,
  changedMessage,
  createdMessage,
  deletedMessage,
  deleteQuestion,
  letterCard,
  postedMessage,
  QUICK_ASKS,
} from "./messages.ts";

const words = en.coverLetter;

const suggestLetters: Suggest = async ({ typed, userId, coach }) => {
  const letters = await coach.letters.suggest(userId, typed);
  return letters.map((letter) => ({ value: letter.id, label: labelOf(letter, en) }));
};

const newOptions = {
  company: text({ ...named(words.options.company), required: true, maxLength: 100 }),
  title: text({ ...named(words.options.title), required: true, maxLength: 100 }),
  job: text({ ...named(words.options.job), required: true, maxLength: 6000, multiline: true }),
};

const letter = text({ description: words.options.letter, maxLength: 200, suggest: suggestLetters });

export const coverLetter = defineCommand({
  name: "cover-letter",
  description: words.description,
  subcommands: {
    new: subcommand({
      description: words.newDescription,
      options: newOptions,
      needs: ["resume", "consent"],
      async run({ coach, person, options, progress, words: said }) {
        const created = await coach.letters.create(person.id, options, () => progress(busyMessage(words.writing)));
        return createdMessage(created, said);
      },
    }),
    list: subcommand({ description: words.listDescription, run: (turn) => list(turn, 0) }),
    edit: subcommand({
      description: words.editDescription,
      options: { letter, ask: text({ description: words.options.ask, maxLength: 300 }) },
      run: (turn) => {
        const { ask } = turn.options;
        return withLetter(turn, (id) => (ask === undefined ? show(turn, id) : change(turn, { letter: id, ask })));
      },
    }),
    finish: subcommand({
      description: words.finishDescription,
      options: { letter },
      run: (turn) => withLetter(turn, (id) => finish(turn, id)),
    }),
    pdf: subcommand({
      description: words.pdfDescription,
      options: { letter },
      run: (turn) => withLetter(turn, (id) => pdf(turn, id)),
    }),
    delete: subcommand({
      description: words.deleteDescription,
      options: { letter },
      run: (turn) => withLetter(turn, (id) => askToDelete(turn, id)),
    }),
  },
  actions: [
    onPress(to.NEW, { answers: "private", opensForm: true, run: async () => openForm(to.NEW_FORM.to({})) }),
    onPress(to.LIST, { answers: "private", run: (turn) => list(turn, 0) }),
    onPress(to.LIST_PAGE, { answers: "in-place", run: (turn) => list(turn, turn.params.page) }),
    onPress(to.OPEN, { answers: "private", run: (turn) => show(turn, turn.chosen) }),
    onPress(to.SHOW, { answers: "in-place", run: (turn) => show(turn, turn.params.letter) }),
    onPress(to.WHICH, {
      answers: "in-place",
      async run(turn) {
        const kept = await turn.coach.requests.find(turn.person.id, turn.params.request);
        if (!kept) throw new UserError("button-outdated", {});
        return turn.runCommand(kept.command, kept.subcommand, { ...kept.options, letter: turn.chosen });
      },
    }),
    onPress(to.EDIT, {
      answers: "in-place",
      opensForm: true,
      run: async ({ params }) => openForm(to.TEXT.to({ letter: params.letter })),
    }),
    onPress(to.ASK, {
      answers: "in-place",
      opensForm: true,
      run: async ({ params }) => openForm(to.WISH.to({ letter: params.letter })),
    }),
    onPress(to.QUICK, {
      answers: "in-place",
      run(turn) {
        const known = QUICK_ASKS.find((ask) => ask === turn.params.ask);
        if (!known) throw new UserError("button-outdated", {});
        return change(turn, { ...turn.params, ask: words.quickAsks[known] });
      },
    }),
    onPress(to.UNDO, {
      answers: "in-place",
      run: async ({ coach, person, params, words: said }) =>
        letterCard(await coach.letters.undo(person.id, params.letter, params.stamp), said),
    }),
    onPress(to.FINISH, { answers: "in-place", run: (turn) => finish(turn, turn.params.letter) }),
    onPress(to.PDF, { answers: "private", run: (turn) => pdf(turn, turn.params.letter) }),
    onPress(to.DELETE, { answers: "in-place", run: (turn) => askToDelete(turn, turn.params.letter) }),
    onPress(to.DELETE_NOW, {
      answers: "in-place",
      run: async ({ coach, person, params, words: said }) =>
        deletedMessage(await coach.letters.delete(person.id, params.letter), said),
    }),
    onPress(to.RESTORE, {
      answers: "in-place",
      run: async ({ coach, person, params, words: said }) =>
        letterCard(await coach.letters.restore(person.id, params.letter), said),
    }),
  ],
  forms: [
    onForm(to.NEW_FORM, {
      title: words.new,
      submit: words.new,
      fields: newOptions,
      run: (turn) => turn.runCommand("cover-letter", "new", turn.options),
    }),
    onForm(to.TEXT, {
      title: words.textTitle,
      submit: words.save,
      drafts: "address",
      fields: {
        salutation: text({ ...named(words.fields.salutation), maxLength: 150 }),
        text: text({ ...named(words.fields.text), required: true, maxLength: 6000, multiline: true }),
        closing: text({ ...named(words.fields.closing), maxLength: 80 }),
        signature: text({ ...named(words.fields.signature), maxLength: 300, multiline: true }),
      },
      async fill({ coach, person, params }) {
        const { letter: saved } = await coach.letters.view(person.id, params.letter);
        const { salutation, paragraphs, closing, signature } = saved;
        return { salutation, text: paragraphs.join("\n\n"), closing, signature };
      },
      async run({ coach, person, params, options, words: said }) {
        const { salutation = "", text: body, closing = "", signature = "" } = options;
        const typed = { salutation, text: body, closing, signature };
        return letterCard(await coach.letters.edit(person.id, params.letter, typed), said);
      },
    }),
    onForm(to.WISH, {
      title: words.wishTitle,
      submit: words.change,
      drafts: "address",
      fields: { wish: text({ ...named(words.fields.wish), required: true, maxLength: 300 }) },
      run: (turn) => change(turn, { letter: turn.params.letter, ask: turn.options.wish }),
    }),
  ],
});

type Common = Pick<Turn, "coach" | "person" | "words">;

/** A label for forms, and what the option or field is for. */
function named({ label, hint }: { label: string; hint: string }) {
  return { label, description: hint };
}

/** The letter that is meant; where that is not clear, the person is asked and the command goes on with the answer. */
async function withLetter(
  turn: Common & Pick<Turn, "keepRequest"> & { readonly options: { readonly letter: string | undefined } },
  run: (id: string) => Promise<Answer>,
): Promise<Answer> {
  const { coach, person, options, words: said } = turn;
  const found = await coach.letters.find(person.id, options.letter);
  return found.kind === "one" ? run(found.id) : whichMessage(found.letters, await turn.keepRequest(), said);
}

async function list({ coach, person, words: said }: Common, page: number): Promise<Answer> {
  return listMessage(await coach.letters.list(person.id, page), said);
}

async function show({ coach, person, words: said }: Common, id: string): Promise<Answer> {
  return letterCard(await coach.letters.view(person.id, id), said);
}

async function change(
  { coach, person, progress, words: said }: Common & Pick<Turn, "progress">,
  asked: { letter: string; ask: string; stamp?: string },
): Promise<Answer> {
  const changed = await coach.letters.ask(person.id, asked, () => progress(busyMessage(said.coverLetter.changing)));
  return changedMessage(changed, said);
}

async function finish({ coach, person, progress, words: said }: Common & Pick<Turn, "progress">, id: string) {
  progress(busyMessage(said.coverLetter.drawing));
  return postedMessage(await coach.letters.finish(person.id, id), said);
}

async function pdf({ coach, person, progress, words: said }: Common & Pick<Turn, "progress">, id: string) {
  progress(busyMessage(said.coverLetter.drawing));
  return postedMessage(await coach.letters.pdf(person.id, id), said);
}

async function askToDelete({ coach, person, words: said }: Common, id: string): Promise<Answer> {
  return deleteQuestion(await coach.letters.view(person.id, id), said);
}
