import { type Answer, type CommandPart, onForm, onPress, openForm, subcommand, type Turn } from "#src/chat/command.ts";
import { type Attachment, attachment, text } from "#src/chat/option.ts";
import type { SentFile } from "#src/documents/import/import-resume.ts";
import { en } from "#src/words/en.ts";
import { UserError } from "#src/words/errors.ts";
import { IMPORT } from "./actions.ts";
import { DROP, READ, SAVE } from "./import-actions.ts";
import { droppedMessage, proposalMessage, readingMessage, savedMessage } from "./import-messages.ts";
import { noResume } from "./messages.ts";

const words = en.resumeImport;

/** Exactly one of them, so neither is required. */
const sent = {
  file: attachment({ label: words.file.label, description: words.file.hint }),
  text: text({
    label: words.text.label,
    description: words.text.hint,
    tooLong: words.text.tooLong,
    minLength: 20,
    maxLength: 6000,
    multiline: true,
  }),
};

export const importing: CommandPart = {
  subcommands: {
    import: subcommand({
      description: words.description,
      options: sent,
      opensForm: true,
      run: async (turn) => (turn.options.file || turn.options.text ? propose(turn, undefined) : openForm(READ.to({}))),
    }),
  },
  actions: [
    onPress(IMPORT, {
      answers: "private",
      opensForm: true,
      run: async ({ params }) => openForm(READ.to(params)),
    }),
    onPress(SAVE, {
      answers: "in-place",
      opensForm: true,
      async run(turn) {
        const { proposal, over = "", request } = turn.params;
        const view = await turn.coach.imports.save(turn.person.id, { proposal, over });
        if (view.state === "open") return proposalMessage(view, request, turn.words);
        if (view.state === "dropped") return dropped(turn, request);
        const saved = savedMessage(view, request, turn.words);
        // What fits nowhere is shown once more before anything takes its place.
        return view.leftOut.length > 0 ? saved : turn.goOn(request, async () => saved);
      },
    }),
    onPress(DROP, {
      answers: "in-place",
      async run(turn) {
        const view = await turn.coach.imports.drop(turn.person.id, turn.params.proposal);
        if (view.state === "saved") return savedMessage(view, turn.params.request, turn.words);
        return dropped(turn, turn.params.request);
      },
    }),
  ],
  forms: [
    onForm(READ, {
      title: words.formTitle,
      submit: words.submit,
      fields: sent,
      run: (turn) => propose(turn, turn.params.request),
    }),
  ],
};

async function propose(turn: Turn<typeof sent>, request: string | undefined): Promise<Answer> {
  const { file, text: pasted } = turn.options;
  if (file && pasted) throw new UserError("import-one-needed", { given: 2 });
  if (!file && !pasted) throw new UserError("import-one-needed", { given: 0 });
  turn.progress(readingMessage(turn.words));
  const read = file ? await fetched(turn, file) : { name: "", bytes: new TextEncoder().encode(pasted) };
  return proposalMessage(await turn.coach.imports.propose(turn.person.id, read), request, turn.words);
}

async function fetched({ fetchFile }: Pick<Turn, "fetchFile">, file: Attachment): Promise<SentFile> {
  return { name: file.name, bytes: await fetchFile(file) };
}

/** Whoever has no resume hears again how to make one. */
async function dropped(turn: Turn, request: string | undefined): Promise<Answer> {
  const present = await turn.coach.resumes.find(turn.person.id);
  return droppedMessage(present ? undefined : noResume(request, turn.words), turn.words);
}
