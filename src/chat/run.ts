import type { Person } from "#src/coach/accounts.ts";
import { UserError } from "#src/words/errors.ts";
import type { Words } from "#src/words/index.ts";
import { fieldErrors, lateForm, partKept } from "./apology.ts";
import type { Answer, Turn } from "./command.ts";
import type { DispatchSettings } from "./dispatch.ts";
import { drawForm, typedOver } from "./form.ts";
import type { Interaction, Placement, RawOptions, Reply } from "./interaction.ts";
import type { Message } from "./message.ts";
import { parseOptions } from "./options.ts";
import { findTarget, PART, placementOf, type Target, toOpen } from "./target.ts";

export interface RunSettings extends Pick<DispatchSettings, "commands" | "coach" | "gates" | "fetchFile"> {
  readonly interaction: Interaction;
  readonly person: Person;
  readonly words: Words;
  readonly progress: (message: Message) => void;
}

/** The form of a command's options has one draft per command. */
export function draftKey({ form, command, id }: Target & { kind: "form" | "form-closed" }): string {
  return command || form.drafts === "address" ? id : form.link.path;
}

/** The part of an interaction's way that knows who it is: gates, handler, forms and drafts. */
export function createRun(settings: RunSettings) {
  const { commands, coach, gates, interaction, person, words, progress } = settings;

  async function answer(target: Target, values: object): Promise<Reply> {
    const placement = placementOf(target, interaction);
    switch (target.kind) {
      case "form-closed":
        await keep(target);
        return { kind: "nothing" };
      case "open-form":
        return openForm(target.id);
      case "action":
        return toReply(await target.run(turnOf(target, values)), placement);
      case "form":
        if (target.part) return submitPart(target, target.part);
        return toReply(await submit(target, values), placement);
      case "command":
        return toReply(await runCommand(target, values), placement);
      default:
        throw new Error(`Nothing runs a "${target.kind}"`);
    }
  }

  /** What was typed into a form, beside what was typed into its other parts before. */
  async function typedSoFar(target: Target & { kind: "form" | "form-closed" }): Promise<RawOptions> {
    const before = target.part ? await coach.drafts.find(person.id, draftKey(target)) : {};
    return { ...before, ...target.values };
  }

  async function keep(target: Target & { kind: "form" | "form-closed" }): Promise<void> {
    const typed = await typedSoFar(target);
    // The parts of a form are sent together, so what was not changed in them counts too.
    const left = target.part ? typed : typedOver(await filledNow(target), typed);
    if (Object.keys(left).length > 0) await coach.drafts.save(person.id, draftKey(target), left);
    else await coach.drafts.drop(person.id, draftKey(target));
  }

  /** What would stand in the form now: a draft must not bring that back over what is saved later. */
  async function filledNow(target: Target & { kind: "form" | "form-closed" }): Promise<RawOptions> {
    try {
      return await target.form.fill(turnOf(target, {}));
    } catch (error) {
      // What it was about is not there any more; everything that was typed is kept.
      if (error instanceof UserError) return {};
      throw error;
    }
  }

  /** The last part sends the whole form; before it each is kept. */
  async function submitPart(target: Target & { kind: "form" }, { to }: { to: string }): Promise<Reply> {
    const { form, id } = target;
    const names = Object.keys(form.fields);
    const next = names[names.indexOf(to) + 1];
    const placement = placementOf(target, interaction);
    const { part: _, ...whole } = { ...target, values: await typedSoFar(target) };
    if (next !== undefined) {
      await coach.drafts.save(person.id, draftKey(whole), whole.values);
      const rest = PART.to({ form: id, from: next, to: next });
      return { kind: "message", placement, message: partKept(form.title, toOpen(rest), words) };
    }
    const problems = new Map<string, UserError>();
    const values = parseOptions(form.fields, whole.values, problems);
    if (problems.size > 0) return refuse(whole, problems);
    return toReply(await submit(whole, values), placement);
  }

  async function submit(target: Target & { kind: "form" }, values: object): Promise<Answer> {
    let left: RawOptions | undefined;
    const turn = turnOf(target, values, (draft) => {
      left = draft;
    });
    const given = target.command ? await runCommand(target.command, values) : await target.run(turn);
    if (left) await coach.drafts.save(person.id, draftKey(target), left);
    else await coach.drafts.drop(person.id, draftKey(target));
    return given;
  }

  async function runCommand(target: Target & { kind: "command" }, values: object): Promise<Answer> {
    const turn = turnOf(target, values);
    for (const name of target.needs) {
      const gate = gates[name];
      if (!gate) throw new Error(`/${target.name} needs "${name}", which no gate provides`);
      const instead = await gate(turn);
      if (instead) return instead;
    }
    return target.run(turn);
  }

  async function runAddress(command: string, subcommand: string, options: RawOptions): Promise<Answer> {
    const target = findTarget(commands, { kind: "command", command, subcommand, options });
    if (target.kind !== "command") throw new Error(`"${command}" is no command`);
    if (target.organisers && !interaction.organiser) throw new UserError("organisers-only", {});
    return runCommand(target, parseOptions(target.options, options));
  }

  function turnOf(target: Target, values: object, leaveDraft: Turn["leaveDraft"] = () => {}): Turn {
    const { asked } = interaction;
    return {
      interaction,
      person,
      options: values as Turn["options"],
      params: "params" in target ? target.params : {},
      chosen: asked.kind === "action" ? (asked.chosen ?? "") : "",
      coach,
      words,
      fetchFile: (attachment) => settings.fetchFile(interaction.account.platform, attachment),
      progress,
      leaveDraft,
      async keepRequest() {
        if (target.kind !== "command") throw new Error("Only a command can be kept for later");
        return coach.requests.keep(person.id, { ...target.address, options: target.values });
      },
      async goOn(requestId, otherwise) {
        const kept = requestId ? await coach.requests.find(person.id, requestId) : undefined;
        if (!kept) return otherwise();
        // The profile or consent that the command waited for has just changed.
        const fresh = (await coach.accounts.find(interaction.account)) ?? person;
        const again = createRun({ ...settings, person: fresh });
        return again.runAddress(kept.command, kept.subcommand, kept.options);
      },
      runCommand: runAddress,
    };
  }

  async function toReply(given: Answer, placement: Placement): Promise<Reply> {
    if ("openForm" in given) return openForm(given.openForm);
    return { kind: "message", placement, message: given };
  }

  /** Filled from what is saved, and over it what was typed before and not finished. */
  async function openForm(id: string, given: RawOptions = {}): Promise<Reply> {
    const target = findTarget(commands, { kind: "form", id, values: {} });
    if (target.kind !== "form") throw new UserError("button-outdated", {});
    if (target.organisers && !interaction.organiser) throw new UserError("organisers-only", {});
    const filled = await target.form.fill(turnOf(target, {}));
    const draft = await coach.drafts.find(person.id, draftKey(target));
    const { id: whole, part } = target;
    const partId = (fields: { from: string; to: string }) => PART.to({ form: whole, ...fields });
    const address = { id: whole, partId, ...(part && { from: part.from }) };
    const values = { ...filled, ...draft, ...given };
    const form = drawForm(target.form, address, { values, limits: interaction.formLimits });
    return { kind: "form", form, instead: lateForm(form, words) };
  }

  /** Something is missing or wrong: a command asks for it in a form, a form says it at its fields. */
  async function refuse(target: Target, problems: ReadonlyMap<string, UserError>): Promise<Reply> {
    if (target.kind === "command") {
      // What was given already comes along, also when the form can only be opened by a button.
      const reply = await openForm(target.optionsForm, target.values);
      const draft = await coach.drafts.find(person.id, target.optionsForm);
      await coach.drafts.save(person.id, target.optionsForm, { ...draft, ...target.values });
      return reply;
    }
    if (target.kind !== "form") throw [...problems.values()][0];
    await keep(target);
    const [first = ""] = problems.keys();
    // In a form of several parts the button leads to the one with the first problem.
    const shown = Object.hasOwn(target.form.fields, first) && (target.part || interaction.formLimits);
    const reopen = shown ? PART.to({ form: target.id, from: first, to: first }) : target.id;
    const { errors, instead } = fieldErrors(target.form.fields, problems, words, toOpen(reopen));
    return { kind: "field-errors", errors, instead };
  }

  return { answer, refuse, runAddress, keep };
}
