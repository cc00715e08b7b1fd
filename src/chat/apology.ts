import { UserError } from "#src/words/errors.ts";
import type { Words } from "#src/words/index.ts";
import type { Command } from "./command.ts";
import { joinPieces, nameToLabel } from "./form.ts";
import type { Asked } from "./interaction.ts";
import type { Block, Form, Message } from "./message.ts";
import type { Options } from "./option.ts";
import { findTarget, type Target, toOpen } from "./target.ts";

interface SentForm {
  readonly asked: Asked & { kind: "form" };
  readonly commands: readonly Command[];
}

/** What happened and what to do next. With a form, what was typed comes back, so that nothing is lost. */
export function apologise(error: UserError, words: Words, form?: SentForm): Message {
  const { problem, next } = words.errors(error);
  const blocks: Block[] = [{ kind: "text", text: [{ bold: problem }, ` ${next}`] }];
  if (form) {
    blocks.push(...typedBlocks(form, words), ...(GONE.has(error.code) ? [] : reopenBlocks(form.asked.id, words)));
  }
  return { summary: `${problem} ${next}`, tone: "bad", blocks };
}

/** What a form was about is not there any more, or never was this person's: it could not open again. */
const GONE: ReadonlySet<UserError["code"]> = new Set([
  "resume-changed",
  "letter-gone",
  "improvement-gone",
  "not-yours",
]);

/** The problems of a form: a sentence per field, and the same as a message with a way back to what was typed. */
export function fieldErrors(
  fields: Options,
  problems: ReadonlyMap<string, UserError>,
  words: Words,
  reopen: string,
): { errors: Record<string, string>; instead: Message } {
  const errors: Record<string, string> = {};
  for (const [name, error] of problems) {
    const { problem, next } = words.errors(withLabel(error, fields[name]?.label));
    errors[name] = `${problem} ${next}`;
  }
  const instead: Message = {
    summary: words.forms.incomplete,
    tone: "warning",
    blocks: [
      { kind: "text", text: [{ bold: words.forms.incomplete }] },
      ...Object.values(errors).map((text): Block => ({ kind: "text", text: `• ${text}` })),
      { kind: "note", text: words.forms.kept },
      { kind: "buttons", buttons: [{ label: words.forms.openAgain, style: "primary", to: reopen }] },
    ],
  };
  return { errors, instead };
}

/** For when a platform can no longer open a form by itself: a button opens it. */
export function lateForm(form: Form, words: Words): Message {
  const ready = words.forms.ready(form.title);
  return {
    summary: ready,
    blocks: [
      { kind: "text", text: ready },
      {
        kind: "buttons",
        buttons: [{ label: words.forms.open, style: "primary", to: toOpen(form.id) }],
      },
    ],
  };
}

/** After a part of a form that a platform cannot show whole. */
export function partKept(title: string, next: string, words: Words): Message {
  const { partKept: said } = words.forms;
  return {
    summary: `${title}: ${said}`,
    blocks: [
      { kind: "text", text: [{ bold: title }, ` ${said}`] },
      { kind: "buttons", buttons: [{ label: words.forms.goOn, style: "primary", to: next }] },
    ],
  };
}

/** The list of commands, after a sentence about what was not understood. */
export function help(target: Target & { kind: "help" }, words: Words): Message {
  const { commands, problem } = target;
  const said = problem ? words.errors(problem) : undefined;
  return {
    summary: said ? `${said.problem} ${said.next}` : words.help.title,
    tone: said ? "warning" : "neutral",
    blocks: [
      ...(said ? [{ kind: "text" as const, text: [{ bold: said.problem }, ` ${said.next}`] }] : []),
      { kind: "heading", text: words.help.title },
      ...commands.map(
        (command): Block => ({ kind: "text", text: [{ bold: command.name }, ` ${command.description}`] }),
      ),
      {
        kind: "table",
        caption: words.help.caption,
        columns: [{ label: words.help.command }, { label: words.help.does }],
        rows: commands.flatMap((command) =>
          Object.entries(command.subcommands).map(([name, { description }]) => [
            [command.name, name].filter(Boolean).join(" "),
            description,
          ]),
        ),
      },
      { kind: "note", text: words.help.example },
    ],
  };
}

/** At the field that it is about, where the form has that one. */
export function errorAtField({ code, facts, option }: UserError, sent: SentForm, words: Words): Record<string, string> {
  if (option === undefined || !Object.hasOwn(fieldsOf(sent.commands, sent.asked), option)) return {};
  const { problem, next } = words.errors(new UserError(code, facts));
  return { [option]: `${problem} ${next}` };
}

function typedBlocks({ asked, commands }: SentForm, words: Words): Block[] {
  const typed = Object.entries(joinPieces(asked.values)).filter(
    ([, value]) => typeof value !== "object" && String(value).trim() !== "",
  );
  if (typed.length === 0) return [];
  const fields = fieldsOf(commands, asked);
  const label = (name: string) => fields[name]?.label ?? nameToLabel(name);
  return [
    { kind: "note", text: words.forms.typed },
    ...typed.map(([name, value]): Block => ({ kind: "quote", text: [{ bold: `${label(name)}: ` }, String(value)] })),
  ];
}

function fieldsOf(commands: readonly Command[], asked: Asked & { kind: "form" }): Options {
  try {
    const target = findTarget(commands, asked);
    return target.kind === "form" ? target.form.fields : {};
  } catch {
    // It was refused before anybody looked what it is.
    return {};
  }
}

/** Nothing for a forged id that would not fit into one of ours. */
function reopenBlocks(id: string, words: Words): Block[] {
  try {
    return [{ kind: "buttons", buttons: [{ label: words.forms.openAgain, style: "primary", to: toOpen(id) }] }];
  } catch {
    return [];
  }
}

// In a form a person reads labels, not option names.
function withLabel(error: UserError, label: string | undefined): UserError {
  if (!label || !("option" in error.facts)) return error;
  return new UserError(error.code, { ...error.facts, option: label } as UserError["facts"], { cause: error });
}
