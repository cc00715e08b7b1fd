import { randomBytes } from "node:crypto";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import type { Coach } from "#src/coach/index.ts";
import { UserError } from "#src/words/errors.ts";
import { type Words, wordsOf } from "#src/words/index.ts";
import { apologise, errorAtField, help } from "./apology.ts";
import { cleanAsked } from "./clean.ts";
import type { Answer, Command, Turn } from "./command.ts";
import { namesBetween } from "./form.ts";
import type { Interaction, Plan, PlatformName, Reply } from "./interaction.ts";
import type { Message } from "./message.ts";
import type { Attachment } from "./option.ts";
import { parseOptions } from "./options.ts";
import { createRun } from "./run.ts";
import { findTarget, placementOf, type Target } from "./target.ts";

/** What a command may need first. It answers in the command's place, or lets it pass with `undefined`. */
export type Gate = (turn: Turn) => Promise<Answer | undefined>;

export interface DispatchSettings {
  readonly commands: readonly Command[];
  readonly coach: Coach;
  readonly gates: Readonly<Record<string, Gate>>;
  /** What an error of a library means for a person, where it means anything. */
  readonly explain: (error: unknown) => UserError | undefined;
  /** Brings a file that somebody sent on a platform; nothing is fetched before a command asks for it. */
  readonly fetchFile: (platform: PlatformName, attachment: Attachment) => Promise<Uint8Array>;
  readonly report: Report;
  /** Interactions per person in ten seconds before they are asked to slow down. */
  readonly limit?: number;
}

/** Hears about every interaction, for the log and for /metrics. Never hears what a person wrote. */
interface Report {
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
  // Suggestions come with every key that is pressed.
  const suggestLimiter = new RateLimiterMemory({ points: limit * 4, duration: 10 });
  const running = new Set<Promise<unknown>>();

  function track<T>(work: Promise<T>): Promise<T> {
    running.add(work);
    const forget = () => running.delete(work);
    work.then(forget, forget);
    return work;
  }

  async function handle(given: Interaction, progress: (message: Message) => void = () => {}): Promise<Reply> {
    const started = performance.now();
    const words = wordsOf("en");
    const interaction = { ...given, asked: cleanAsked(given.asked) };
    let command = "unknown";
    let outcome = "answered";
    /** What is to be done about the inbox row once there is an answer. */
    let settle: "nothing" | "done" | "release" = "nothing";
    let keepTyped = async () => {};
    try {
      await slowDown(interaction);
      const target = findTarget(commands, interaction.asked);
      command = target.name;
      if (target.organisers && !interaction.organiser) throw new UserError("organisers-only", {});
      if (target.kind === "suggest") return await suggest(target, interaction);
      if (target.kind === "help") return { kind: "message", placement: "new-private", message: help(target, words) };
      const input = parse(target);
      const arrival = await coach.accounts.arrive(interaction.key, interaction.account);
      if (arrival.duplicate) {
        outcome = "duplicate";
        return { kind: "nothing" };
      }
      settle = "done";
      const { person } = arrival;
      const run = createRun({ ...settings, interaction, person, words, progress });
      if (target.kind === "form") keepTyped = () => run.keep(target);
      if (input.problems.size === 0) return await run.answer(target, input.values);
      outcome = "form-errors";
      return await run.refuse(target, input.problems);
    } catch (error) {
      const known = error instanceof UserError ? error : settings.explain(error);
      const reference = randomBytes(3).toString("hex").toUpperCase();
      const shown = known ?? new UserError("broken", { reference }, { cause: error });
      outcome = shown.code;
      await keepTyped().catch(() => {});
      // A refusal is an effect like any other. Anything else left no effect: a second delivery may try again.
      if (settle === "done" && !(error instanceof UserError)) settle = "release";
      if (error !== known) report.broken({ command, reference, error });
      return failed(interaction, shown, words);
    } finally {
      if (settle !== "nothing") track(coach.accounts[settle](interaction.key).catch(() => {}));
      report.handled({ command, outcome, milliseconds: performance.now() - started });
    }
  }

  function failed({ asked }: Interaction, error: UserError, words: Words): Reply {
    if (asked.kind === "suggest") return { kind: "suggestions", suggestions: [] };
    if (asked.kind === "form-closed") return { kind: "nothing" };
    if (asked.kind === "form" && error.code !== "button-outdated") {
      const sent = { asked, commands };
      return { kind: "field-errors", errors: errorAtField(error, sent, words), instead: apologise(error, words, sent) };
    }
    return { kind: "message", placement: "new-private", message: apologise(error, words) };
  }

  async function slowDown({ account, asked }: Interaction): Promise<void> {
    if (asked.kind === "form-closed") return;
    const used = asked.kind === "suggest" ? suggestLimiter : limiter;
    try {
      await used.consume(`${account.platform}:${account.workspaceId}:${account.userId}`);
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      throw new UserError("too-fast", { seconds: Math.max(1, Math.ceil(refused.msBeforeNext / 1000)) });
    }
  }

  async function suggest(target: Target & { kind: "suggest" }, { account, place, asked }: Interaction): Promise<Reply> {
    const person = await coach.accounts.find(account);
    const typed = asked.kind === "suggest" ? asked.typed : "";
    const workspace = { platform: account.platform, workspaceId: place.workspaceId };
    const request = { typed, userId: person?.id ?? "", industry: person?.industry ?? null, workspace, coach };
    return { kind: "suggestions", suggestions: await target.suggest(request) };
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

/** Typed values, or the problems of a form; UserError for what was typed on one line. */
function parse(target: Target): { values: object; problems: ReadonlyMap<string, UserError> } {
  const problems = new Map<string, UserError>();
  if (target.kind === "form") {
    const { form, part } = target;
    const shown = part ? namesBetween(form.fields, part) : Object.keys(form.fields);
    const fields = Object.fromEntries(Object.entries(form.fields).filter(([name]) => shown.includes(name)));
    return { values: parseOptions(fields, target.values, problems), problems };
  }
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
