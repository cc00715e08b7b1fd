import { UserError } from "#src/words/errors.ts";
import { wordsOf } from "#src/words/index.ts";
import type { Action, Answer, Command, FormDeclaration, Subcommand, Turn } from "./command.ts";
import { parseLine } from "./command-line.ts";
import { link, MAX_ID, type ParamKinds, type Params, pathOf, readParams } from "./custom-id.ts";
import { joinPieces } from "./form.ts";
import type { Asked, Place, Placement, RawOptions } from "./interaction.ts";
import type { Options, Suggest } from "./option.ts";

/** Opens a form from a button: where a platform could not open it at once, or could not show what was wrong in it. */
const OPEN_FORM = link("form/open", { form: "text" });
const OPEN_PART = link("form/open-part", { form: "text", from: "text" });

/** The form that a command's own options make; sending it runs the command. */
const OPTIONS_FORM = link("form/options", { command: "text", subcommand: "text?" });

/** The id of the form in which a command asks for its options. */
export function toAskFor(command: string, subcommand: string): string {
  return OPTIONS_FORM.to({ command, subcommand });
}

/** A part of a form, where a platform cannot show it whole: the fields from one to another. */
export const PART = link("form/part", { form: "text", from: "text", to: "text" });

/** The id of a button that opens a form, or a part of one. Throws when it would not fit. */
export function toOpen(id: string): string {
  if (pathOf(id) !== PART.path) return OPEN_FORM.to({ form: id });
  const { form, from } = readParams(PART, id);
  return OPEN_PART.to({ form, from });
}

/** What an interaction is addressed to. `name` is for the log: "quiz start", "quiz/answer". */
export type Target =
  | ({
      readonly kind: "command";
      readonly address: Address;
      readonly values: RawOptions;
      readonly optionsForm: string;
    } & Named &
      Pick<Subcommand, "options" | "needs" | "visibility" | "opensForm" | "run">)
  | ({ readonly kind: "action"; readonly params: Params<ParamKinds> } & Named &
      Pick<Action, "answers" | "opensForm" | "run">)
  | (FormTarget & { readonly kind: "form"; readonly run: (turn: Turn) => Promise<Answer> })
  | (FormTarget & { readonly kind: "form-closed" })
  | ({ readonly kind: "open-form"; readonly id: string } & Named)
  | ({ readonly kind: "suggest"; readonly suggest: Suggest } & Named)
  | ({ readonly kind: "help"; readonly commands: readonly Command[]; readonly problem?: UserError } & Named);

interface Named {
  readonly name: string;
  readonly organisers: boolean;
}

interface Address {
  readonly command: string;
  readonly subcommand: string;
}

interface FormTarget extends Named {
  /** The form stands for a command: sending it runs that command, behind its gates. */
  readonly command?: Target & { kind: "command" };
  readonly id: string;
  readonly form: FormDeclaration;
  readonly values: RawOptions;
  readonly params: Params<ParamKinds>;
  /** The fields that were shown, where those were not all. */
  readonly part?: { readonly from: string; readonly to: string };
}

/** UserErrors: command-unknown, subcommand-unknown, line-malformed, option-twice, button-outdated. */
export function findTarget(commands: readonly Command[], asked: Asked): Target {
  switch (asked.kind) {
    case "command":
      return commandTarget(commands, asked, asked.options);
    case "line":
      return lineTarget(commands, asked.line);
    case "action":
      return actionTarget(commands, asked.id);
    case "form":
    case "form-closed":
      return formTarget(commands, { ...asked, values: joinPieces(asked.values) });
    case "suggest": {
      const { name, organisers, options } = commandTarget(commands, asked, {});
      const option = options[asked.option];
      const suggest = option?.kind === "text" ? option.suggest : undefined;
      return { kind: "suggest", name, organisers, suggest: suggest ?? (async () => []) };
    }
  }
}

/** Where the answer to this goes when all goes well. */
export function placementOf(target: Target, { onMessage }: { onMessage: boolean }): Placement {
  if (target.kind === "command") return target.visibility === "public" ? "new-public" : "new-private";
  if (target.kind === "form" && target.command) return placementOf(target.command, { onMessage });
  if (target.kind === "form") return onMessage ? "in-place" : "new-private";
  if (target.kind !== "action" || target.answers === "private") return "new-private";
  if (target.answers === "public") return "new-public";
  return onMessage ? "in-place" : "new-private";
}

function commandTarget(
  commands: readonly Command[],
  address: Address,
  values: RawOptions,
): Target & { kind: "command" } {
  const command = commands.find(({ name }) => name === address.command);
  if (!command)
    throw new UserError("command-unknown", { typed: address.command, known: commands.map(({ name }) => name) });
  const found = Object.hasOwn(command.subcommands, address.subcommand) && command.subcommands[address.subcommand];
  if (!found) {
    const known = Object.keys(command.subcommands);
    throw new UserError("subcommand-unknown", { command: command.name, typed: address.subcommand, known });
  }
  const name = [address.command, address.subcommand].filter(Boolean).join(" ");
  const plainAddress = { command: address.command, subcommand: address.subcommand };
  const optionsForm = OPTIONS_FORM.to(plainAddress);
  return { ...found, kind: "command", name, address: plainAddress, values, optionsForm };
}

function lineTarget(commands: readonly Command[], line: string): Target {
  if (/^\s*\/?(help\b.*|\?)?\s*$/is.test(line)) {
    return { kind: "help", name: "help", organisers: false, commands };
  }
  try {
    const parsed = parseLine(commands, line);
    return commandTarget(commands, { command: parsed.command.name, subcommand: parsed.subcommand }, parsed.options);
  } catch (error) {
    // Help on anything unknown: what there is, beside what was not understood.
    if (error instanceof UserError && /^(command|subcommand)-unknown$/.test(error.code)) {
      return { kind: "help", name: "help", organisers: false, commands, problem: error };
    }
    throw error;
  }
}

function actionTarget(commands: readonly Command[], id: string): Target {
  const path = pathOf(genuine(id));
  if (path === OPEN_FORM.path) {
    return { kind: "open-form", name: path, organisers: false, id: readParams(OPEN_FORM, id).form };
  }
  if (path === OPEN_PART.path) {
    const { form, from } = readParams(OPEN_PART, id);
    return { kind: "open-form", name: path, organisers: false, id: genuine(PART.to({ form, from, to: from })) };
  }
  const action = commands.flatMap(({ actions }) => actions).find(({ link: { path: declared } }) => declared === path);
  if (!action) throw new UserError("button-outdated", {});
  return { ...action, kind: "action", name: path, params: readParams(action.link, id) };
}

function formTarget(commands: readonly Command[], asked: Asked & { kind: "form" | "form-closed" }): Target {
  const path = pathOf(genuine(asked.id));
  if (path === PART.path) {
    const { form, from, to } = readParams(PART, asked.id);
    if (pathOf(form) === PART.path) throw new UserError("button-outdated", {});
    const whole = formTarget(commands, { ...asked, id: form });
    if (whole.kind !== "form" && whole.kind !== "form-closed") return whole;
    const known = Object.hasOwn(whole.form.fields, from) && Object.hasOwn(whole.form.fields, to);
    if (!known) throw new UserError("button-outdated", {});
    return { ...whole, part: { from, to } };
  }
  if (path === OPTIONS_FORM.path) return optionsFormTarget(commands, asked);
  const form = commands.flatMap(({ forms }) => forms).find(({ link: { path: declared } }) => declared === path);
  if (!form) throw new UserError("button-outdated", {});
  const common = { name: path, organisers: form.organisers, id: asked.id, values: asked.values, form };
  const params = readParams(form.link, asked.id);
  if (asked.kind === "form-closed") return { ...common, kind: "form-closed", params };
  return { ...common, kind: "form", params, run: form.run };
}

/** A command's options as a form; sending it runs the command. */
function optionsFormTarget(commands: readonly Command[], asked: Asked & { kind: "form" | "form-closed" }): Target {
  const params = readParams(OPTIONS_FORM, asked.id);
  const address = { command: params.command, subcommand: params.subcommand ?? "" };
  const command = commandTarget(commands, address, asked.values);
  const form: FormDeclaration = {
    link: OPTIONS_FORM as unknown as FormDeclaration["link"],
    title: `/${command.name}`,
    submit: wordsOf("en").forms.run,
    organisers: command.organisers,
    fields: command.options,
    fill: async ({ interaction: { place } }) => whereAsked(command.options, place),
    drafts: "form",
    run: command.run,
  };
  const { name, organisers, run } = command;
  const common = { name, organisers, id: asked.id, values: asked.values, form, command, params: {} };
  return asked.kind === "form-closed" ? { ...common, kind: "form-closed" } : { ...common, kind: "form", run };
}

/** A channel that has to be named is most often the one in which it is asked for. */
function whereAsked(options: Options, { channelId, direct }: Place): RawOptions {
  const here = { id: channelId, name: null };
  const wanted = direct || channelId === "" ? [] : Object.entries(options).filter(([, { kind }]) => kind === "channel");
  return Object.fromEntries(wanted.map(([name]) => [name, here]));
}

/** No id of ours is longer, so a longer one is forged; it must not travel on into ids of our own. */
function genuine(id: string): string {
  if (id.length > MAX_ID) throw new UserError("button-outdated", {});
  return id;
}
