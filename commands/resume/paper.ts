import { type Answer, type CommandPart, onPress, subcommand, type Turn } from "#src/chat/command.ts";
import { choice } from "#src/chat/option.ts";
import { EXPORT_FORMATS, type ExportFormat, type PaperChoice } from "#src/coach/papers.ts";
import { PAPERS, TEMPLATES } from "#src/documents/paper/index.ts";
import { en } from "#src/words/en.ts";
import { UserError } from "#src/words/errors.ts";
import { PDF } from "./actions.ts";
import { EXPORT, EXPORT_AS, PDF_AS } from "./paper-actions.ts";
import { drawingMessage, exportMessage, exportQuestion, paperMessage } from "./paper-messages.ts";

const words = en.resumePaper;

export const paper: CommandPart = {
  subcommands: {
    pdf: subcommand({
      description: words.description,
      options: {
        template: choice({
          description: words.options.template,
          choices: TEMPLATES.map((value) => ({ value, label: words.templates[value] })),
        }),
        paper: choice({
          description: words.options.paper,
          choices: PAPERS.map((value) => ({ value, label: words.papers[value] })),
        }),
      },
      needs: ["resume"],
      run: (turn) => draw(turn, turn.options),
    }),
    export: subcommand({
      description: words.exported.description,
      options: {
        format: choice({
          description: words.exported.option,
          choices: EXPORT_FORMATS.map((value) => ({ value, label: words.exported.formats[value] })),
        }),
      },
      needs: ["resume"],
      run: (turn) => (turn.options.format ? write(turn, turn.options.format) : ask(turn)),
    }),
  },
  actions: [
    onPress(PDF, { answers: "private", run: (turn) => turn.runCommand("resume", "pdf", {}) }),
    onPress(PDF_AS, {
      answers: "in-place",
      run: (turn) =>
        draw(turn, { template: oneOf(TEMPLATES, turn.params.template), paper: oneOf(PAPERS, turn.params.paper) }),
    }),
    onPress(EXPORT, { answers: "private", run: (turn) => turn.runCommand("resume", "export", {}) }),
    onPress(EXPORT_AS, {
      answers: "in-place",
      run: (turn) => write(turn, oneOf(EXPORT_FORMATS, turn.params.format)),
    }),
  ],
};

type Common = Pick<Turn, "coach" | "person" | "words">;
type Wanted = { readonly [Name in keyof PaperChoice]: PaperChoice[Name] | undefined };

async function draw(turn: Common & Pick<Turn, "progress">, { template, paper }: Wanted): Promise<Answer> {
  const { coach, person, words: said } = turn;
  turn.progress(drawingMessage(said));
  const wanted = { ...(template && { template }), ...(paper && { paper }) };
  return paperMessage(await coach.papers.resume(person.id, wanted), said);
}

async function write({ coach, person, words: said }: Common, format: ExportFormat): Promise<Answer> {
  return exportMessage(await coach.papers.export(person.id, format), format, said);
}

async function ask({ words: said }: Common): Promise<Answer> {
  return exportQuestion(said);
}

/** Ids can be forged. UserError "button-outdated". */
function oneOf<Value extends string>(values: readonly Value[], given: string): Value {
  const found = values.find((value) => value === given);
  if (found === undefined) throw new UserError("button-outdated", {});
  return found;
}
