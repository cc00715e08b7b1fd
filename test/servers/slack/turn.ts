import type { Outcome } from "./acks.ts";
import type { Delivered, Delivery } from "./deliver.ts";
import { type Message, seenMessage, seenView, type View } from "./seen.ts";
import { journalTail, type Slack } from "./slack.ts";
import type { Json, MessageRecord } from "./types.ts";
import type { Change } from "./world.ts";

/** What a person sees because of what they did. */
export interface Heard {
  /** New or edited messages, each once, as they look now. */
  messages: Message[];
  deleted: Message[];
  /** The modal or Home tab that was opened or changed. */
  view?: View;
  /** True when a modal went away. */
  closed: boolean;
  /** Field errors in the modal, by block_id, from Slack's client or from the app. */
  errors?: Record<string, string>;
  /** "operation_timeout", "dispatch_failed" and the like, when the person is told so. */
  failed?: string;
  ackMs: number;
  timedOut: boolean;
}

/** One thing a person did. */
export interface Turn {
  readonly id: string;
  /** Exactly what the app was sent; empty when Slack's client kept it to itself. */
  readonly payload: Json;
  /** How it was sent, for redelivery. */
  readonly plan: TurnPlan;
  /** Resolves with the acknowledgement (or its absence), whether or not anything shows. */
  acked(): Promise<{ ackMs: number; timedOut: boolean; failed?: string; body: Json }>;
  /** The next thing that shows; called again it waits for more. Fails with the journal when nothing does. */
  heard(): Promise<Heard>;
  /** The first message that appears or changes, as it looks now. */
  message(): Promise<Message>;
  /** Waits until some message reads so, however often it is edited before. */
  messageSaying(words: string | RegExp): Promise<Message>;
  view(): Promise<View>;
}

/** How a turn is begun: sent to the app, or answered by Slack's client alone. */
export interface TurnPlan {
  id: string;
  person: string;
  delivery?: Delivery;
  send?: () => Promise<Delivered>;
  apply: (delivered: Delivered) => Outcome;
}

/** Begins at once; changes from this moment on count as heard. */
export function beginTurn(slack: Slack, plan: TurnPlan): Turn {
  const { world, options } = slack;
  let next = world.changes.length;
  let told = false;
  const notSent: Delivered = { outcome: "acked", ackMs: 0, body: {} };
  let outcome: (Outcome & { ackMs: number; timedOut: boolean; body: Json }) | undefined;
  const acked = (plan.send ? plan.send() : Promise.resolve(notSent)).then((delivered) => {
    outcome = {
      ...plan.apply(delivered),
      ackMs: delivered.ackMs,
      timedOut: delivered.outcome === "timeout",
      body: delivered.body,
    };
    for (const listener of world.listeners) listener();
    return outcome;
  });

  const concerns = (change: Change): boolean => {
    if (change.turn !== undefined && change.turn !== plan.id) return false;
    return change.message ? world.sees(plan.person, change.message) : change.view?.person === plan.person;
  };
  const pending = (): Change[] => world.changes.slice(next).filter(concerns);
  const hasWords = (): boolean => !told && (outcome?.failed !== undefined || outcome?.errors !== undefined);

  const until = <T>(ready: () => T | undefined, what: string): Promise<T> =>
    new Promise((resolve, reject) => {
      let quiet: NodeJS.Timeout | undefined;
      const finish = (act: () => void): void => {
        clearTimeout(quiet);
        clearTimeout(limit);
        world.listeners.delete(look);
        act();
      };
      const look = (): void => {
        clearTimeout(quiet);
        if (ready() === undefined) return;
        quiet = setTimeout(() => {
          const found = ready();
          if (found !== undefined) finish(() => resolve(found));
        }, options.quietMs);
      };
      const limit = setTimeout(
        () =>
          finish(() =>
            reject(
              new Error(
                `${what} within ${options.heardMs} ms. Sent: ${JSON.stringify(plan.delivery?.payload ?? {}).slice(0, 600)}\n${journalTail(slack)}`,
              ),
            ),
          ),
        options.heardMs,
      );
      world.listeners.add(look);
      look();
    });

  const report = (changes: Change[]): Heard => {
    const records = [...new Set(changes.flatMap((change) => (change.message ? [change.message] : [])))];
    const view = changes.findLast((change) => change.kind === "view" || change.kind === "home")?.view;
    const seen = records.map(seenMessage);
    return {
      messages: seen.filter((message) => !message.deleted),
      deleted: seen.filter((message) => message.deleted),
      closed: changes.some((change) => change.kind === "closed"),
      ackMs: outcome?.ackMs ?? 0,
      timedOut: outcome?.timedOut ?? false,
      ...(view === undefined ? {} : { view: seenView(view) }),
      ...(outcome?.errors === undefined ? {} : { errors: outcome.errors }),
      ...(outcome?.failed === undefined ? {} : { failed: outcome.failed }),
    };
  };

  const from = next;
  const all = (): Change[] => world.changes.slice(from).filter(concerns);
  return {
    id: plan.id,
    payload: plan.delivery?.payload ?? {},
    plan,
    acked: () =>
      acked.then(({ ackMs, timedOut, failed, body }) => ({
        ackMs,
        timedOut,
        body,
        ...(failed === undefined ? {} : { failed }),
      })),
    async heard() {
      await until(
        () =>
          outcome && (pending().length > 0 || hasWords() || (plan.send === undefined && !told)) ? true : undefined,
        "nothing was heard",
      );
      const changes = pending();
      next = world.changes.length;
      told = true;
      return report(changes);
    },
    message: () => until(() => first(all()), "no message appeared").then(seenMessage),
    messageSaying: (words) =>
      until(
        () =>
          all()
            .flatMap((change) => (change.message && !change.message.deleted ? [seenMessage(change.message)] : []))
            .find((message) => says(message, words)),
        `no message said ${String(words)}`,
      ),
    view: () => until(() => all().findLast((change) => change.view?.open)?.view, "no view appeared").then(seenView),
  };
}

const first = (changes: Change[]): MessageRecord | undefined =>
  changes.find((change) => change.message && !change.message.deleted)?.message;

const says = (message: Message, words: string | RegExp): boolean =>
  typeof words === "string" ? message.plain().includes(words) : words.test(message.plain());
