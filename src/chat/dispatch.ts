import { randomBytes } from "node:crypto";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import type { Person } from "#src/coach/accounts.ts";
import type { Coach } from "#src/coach/index.ts";
import { UserError } from "#src/words/errors.ts";
import { type Words, wordsOf } from "#src/words/index.ts";
import { apologise, fieldErrors, help, lateForm } from "./apology.ts";
import type { Answer, Command, Turn } from "./command.ts";
import { drawForm } from "./form.ts";
import type { Interaction, Placement, Plan, RawOptions, Reply } from "./interaction.ts";
import type { Choice, Message } from "./message.ts";
import { parseOptions } from "./options.ts";
import { findTarget, OPEN_FORM, optionsFormOf, type Target } from "./target.ts";

/** What a command may need first. It answers in the command's place, or lets it pass with `undefined`. */
export type Gate = (turn: Turn) => Promise<Answer | undefined>;

export interface DispatchSettings {
  readonly commands: readonly Command[];
  readonly coach: Coach;
  readonly gates: Readonly<Record<string, Gate>>;
  /** What an error of a library means for a person, where it means anything. */
  readonly explain: (error: unknown) => UserError | undefined;
  readonly report: Report;
  /** Interactions per person in ten seconds before they are asked to slow down. */
  readonly limit?: number;
}

/** Hears about every interaction, for the log and for /metrics. Never hears what a person wrote. */
export interface Report {
  handled(handled: { command: string; outcome: string; milliseconds: number }): void;
  broken(broken: { command: string; reference: string; error: unknown }): void;
}

export interface Dispatch {
  readonly commands: readonly Command[];
  /** Where the answer will go; decided from declarations alone, so it costs nothing. */
  plan(interaction: Interaction): Plan;
  /** The one path of every interaction. Never rejects: what goes wrong is an answer too. */
  handle(interaction: Interaction, progress?: (message: Message) => void): Promise<Reply>;
  /** Resolves when nothing is being handled. */
  idle(): Promise<void>;
}

export function createDispatch(settings: DispatchSettings): Dispatch {
  const { commands, coach, report, limit = 30 } = settings;
  const limiter = new RateLimiterMemory({ points: limit, duration: 10 });
  const running = new Set<Promise<unknown>>();

  function track<T>(work: Promise<T>): Promise<T> {
    running.add(work);
    const forget = () => running.delete(work);
    work.then(forget, forget);
    return work;
  }

  async function handle(interaction: Interaction, progress: (message: Message) => void = () => {}): Promise<Reply> {
    const started = performance.now();
    const words = wordsOf("en");
    let command = "unknown";
    let outcome = "answered";
    let arrived = false;
    let keepTyped = async () => {};
    try {
      const target = findTarget(commands, interaction.asked);
      command = target.name;
      if (target.kind === "suggest") return await suggest(target, interaction);
      if (target.kind === "help") return { kind: "message", placement: "new-private", message: help(target, words) };
      if (target.organisers && !interaction.organiser) throw new UserError("organisers-only", {});
      await slowDown(interaction);
      const input = parse(target);
      const arrival = await coach.accounts.arrive(interaction.key, interaction.account);
      if (arrival.duplicate) {
        outcome = "duplicate";
        return { kind: "nothing" };
      }
      arrived = true;
      const { id: userId } = arrival.person;
      if (target.kind === "form") keepTyped = () => coach.drafts.save(userId, draftKey(target), target.values);
      const run = createRun(interaction, arrival.person, words, progress);
      if (input.problems.size > 0) {
        outcome = "form-errors";
        return await run.refuse(target, input.problems);
      }
      return await run.answer(target, input.values);
    } catch (error) {
      const known = error instanceof UserError ? error : settings.explain(error);
      const reference = randomBytes(4).toString("hex").slice(0, 6).toUpperCase();
      const shown = known ?? new UserError("broken", { reference }, { cause: error });
      outcome = shown.code;
      await keepTyped().catch(() => {});
      if (!known || error !== known) report.broken({ command, reference, error });
      // So that the platform's own second delivery, or the person's second try, is not taken for a duplicate.
      if (arrived && !(error instanceof UserError)) await coach.accounts.release(interaction.key).catch(() => {});
      arrived = false;
      return failed(interaction, shown, words);
    } finally {
      if (arrived) track(coach.accounts.done(interaction.key).catch(() => {}));
      report.handled({ command, outcome, milliseconds: performance.now() - started });
    }
  }

  function failed(interaction: Interaction, error: UserError, words: Words): Reply {
    if (interaction.asked.kind === "suggest") return { kind: "suggestions", suggestions: [] };
    if (interaction.asked.kind === "form-closed") return { kind: "nothing" };
    if (interaction.asked.kind === "form" && error.code !== "button-outdated") {
      return { kind: "field-errors", errors: {}, instead: apologise(error, words, interaction.asked) };
    }
    return { kind: "message", placement: "new-private", message: apologise(error, words) };
  }

  async function slowDown({ account, asked }: Interaction): Promise<void> {
    if (asked.kind === "form-closed") return;
    try {
      await limiter.consume(`${account.platform}:${account.workspaceId}:${account.userId}`);
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      throw new UserError("too-fast", { seconds: Math.max(1, Math.ceil(refused.msBeforeNext / 1000)) });
    }
  }

  async function suggest(target: Target & { kind: "suggest" }, { account, asked }: Interaction): Promise<Reply> {
    const person = await coach.accounts.find(account);
    const typed = asked.kind === "suggest" ? asked.typed : "";
    const request = { typed, userId: person?.id ?? "", industry: person?.industry ?? null, coach };
    const suggestions: readonly Choice[] = await target.suggest(request);
    return { kind: "suggestions", suggestions };
  }

  /** Everything that needs to know who it is. */
  function createRun(interaction: Interaction, person: Person, words: Words, progress: (message: Message) => void) {
    async function answer(target: Target, values: object): Promise<Reply> {
      switch (target.kind) {
        case "form-closed":
          await coach.drafts.save(person.id, draftKey(target), target.values);
          return { kind: "nothing" };
        case "open-form":
          return openForm(target.id, target.draft);
        case "action":
        case "form": {
          const turn = turnOf(target, values);
          const gated = target.kind === "form" ? target.command : undefined;
          // Before it runs, because a handler may leave a new draft; should it fail, what was typed is saved below.
          if (target.kind === "form") await coach.drafts.drop(person.id, draftKey(target));
          const given = gated ? await runCommand(gated, values) : await target.run(turn);
          return toReply(given, placementOf(target, interaction));
        }
        case "command":
          return toReply(await runCommand(target, values), placementOf(target, interaction));
        default:
          throw new Error(`Nothing runs a "${target.kind}"`);
      }
    }

    async function runCommand(target: Target & { kind: "command" }, values: object): Promise<Answer> {
      const turn = turnOf(target, values);
      for (const name of target.needs) {
        const gate = settings.gates[name];
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

    function turnOf(target: Target, values: object): Turn {
      const { asked } = interaction;
      return {
        interaction,
        person,
        options: values as Turn["options"],
        params: "params" in target ? target.params : {},
        chosen: asked.kind === "action" ? (asked.chosen ?? "") : "",
        coach,
        words,
        progress,
        async keepRequest() {
          if (target.kind !== "command") throw new Error("Only a command can be kept for later");
          return coach.requests.keep(person.id, { ...target.address, options: target.values });
        },
        async goOn(requestId, otherwise) {
          const kept = requestId ? await coach.requests.take(person.id, requestId) : undefined;
          if (!kept) return otherwise();
          // The profile or consent that the command waited for has just changed.
          const fresh = (await coach.accounts.find(interaction.account)) ?? person;
          return createRun(interaction, fresh, words, progress).runAddress(kept.command, kept.subcommand, kept.options);
        },
        runCommand: runAddress,
      };
    }

    async function toReply(given: Answer, placement: Placement): Promise<Reply> {
      if ("openForm" in given) return openForm(given.openForm, true);
      return { kind: "message", placement, message: given };
    }

    async function openForm(id: string, withDraft: boolean): Promise<Reply> {
      const target = findTarget(commands, { kind: "form", id, values: {} });
      if (target.kind !== "form") throw new UserError("button-outdated", {});
      const filled = await target.form.fill(turnOf(target, {}));
      const draft = withDraft ? await coach.drafts.find(person.id, draftKey(target)) : {};
      const form = drawForm(target.form, id, { ...filled, ...draft });
      return { kind: "form", form, instead: lateForm(form, words) };
    }

    async function refuse(target: Target, problems: ReadonlyMap<string, UserError>): Promise<Reply> {
      if (target.kind === "command") {
        // What was given already comes along; what is missing is asked for.
        const form = optionsFormOf(target, words);
        await coach.drafts.save(person.id, form.id, target.values);
        return { kind: "form", form, instead: lateForm(form, words) };
      }
      if (target.kind !== "form") throw [...problems.values()][0];
      await coach.drafts.save(person.id, draftKey(target), target.values);
      const { errors, instead } = fieldErrors(target.form.fields, problems, words, OPEN_FORM.to({ form: target.id }));
      return { kind: "field-errors", errors, instead };
    }

    return { answer, refuse, runAddress };
  }

  return {
    commands,
    plan: (interaction) => planOf(commands, interaction),
    handle: (interaction, progress) => track(handle(interaction, progress)),
    async idle() {
      while (running.size > 0) await Promise.allSettled(running);
    },
  };
}

/** One draft per declared form; the form of a command's options has one per command. */
function draftKey({ form, command, id }: Target & { kind: "form" | "form-closed" }): string {
  return command ? id : form.link.path;
}

/** Typed values, or the problems of a form; UserError for what was typed on one line. */
function parse(target: Target): { values: object; problems: ReadonlyMap<string, UserError> } {
  const problems = new Map<string, UserError>();
  if (target.kind === "form") return { values: parseOptions(target.form.fields, target.values, problems), problems };
  if (target.kind !== "command") return { values: {}, problems };
  const values = parseOptions(target.options, target.values, problems);
  const wrong = [...problems.values()].find(({ code }) => code !== "option-missing");
  if (wrong) throw wrong;
  return { values, problems };
}

function planOf(commands: readonly Command[], interaction: Interaction): Plan {
  try {
    const target = findTarget(commands, interaction.asked);
    const required = target.kind === "command" && Object.values(target.options).some((option) => option.required);
    const gated = target.kind === "command" && target.needs.length > 0;
    const opens = target.kind === "open-form" || ("opensForm" in target && target.opensForm);
    return { placement: placementOf(target, interaction), mayOpenForm: opens || gated || required };
  } catch {
    return { placement: "new-private", mayOpenForm: false };
  }
}

function placementOf(target: Target, { onMessage }: { onMessage: boolean }): Placement {
  if (target.kind === "command") return target.visibility === "public" ? "new-public" : "new-private";
  if (target.kind === "form" && target.command) return placementOf(target.command, { onMessage });
  if (target.kind === "form") return onMessage ? "in-place" : "new-private";
  if (target.kind !== "action" || target.answers === "private") return "new-private";
  if (target.answers === "public") return "new-public";
  return onMessage ? "in-place" : "new-private";
}
