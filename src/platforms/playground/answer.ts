import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "pino";
import type { Dispatch } from "#src/chat/dispatch.ts";
import type { Interaction, Placement, Reply } from "#src/chat/interaction.ts";
import type { Choice, Form, Message } from "#src/chat/message.ts";
import type { Conversation, Where } from "./conversation.ts";
import { createDeferral, type Deferral } from "./deferral.ts";
import { DEFER_AFTER_MS } from "./limits.ts";
import type { Live } from "./live.ts";
import { lineOf, type Received } from "./receive.ts";
import type { StoredMessage } from "./store.ts";

/** What the page hears at once. Messages come to it, and to every other window, through the stream. */
export type Result =
  | { readonly kind: "answered" }
  /** The answer takes longer; an event "answered" follows. */
  | { readonly kind: "deferred" }
  | { readonly kind: "form"; readonly form: Form }
  | { readonly kind: "field-errors"; readonly errors: Readonly<Record<string, string>>; readonly problem: string }
  | { readonly kind: "suggestions"; readonly suggestions: readonly Choice[] };

interface Asking {
  readonly received: Received;
  readonly interaction: Interaction;
  /** The message on which the button sits. */
  readonly message: StoredMessage | undefined;
}

export interface AnswerSettings {
  readonly dispatch: Dispatch;
  readonly conversation: Conversation;
  readonly live: Live;
  readonly log: Logger;
}

export interface Answering {
  answer(asking: Asking): Promise<Result>;
  /** Ids of what this visitor sent and has no answer to yet. */
  unanswered(visitorId: string): string[];
  /** Resolves when everything that was deferred has been delivered. */
  idle(): Promise<void>;
}

export function createAnswering({ dispatch, conversation, live, log }: AnswerSettings): Answering {
  const running = new Set<Promise<void>>();
  const unanswered = new Set<Received>();

  async function answer(asking: Asking): Promise<Result> {
    const { received } = asking;
    unanswered.add(received);
    let deferred = false;
    try {
      const result = await begin(asking);
      deferred = result.kind === "deferred";
      return result;
    } finally {
      if (!deferred) unanswered.delete(received);
    }
  }

  async function begin(asking: Asking): Promise<Result> {
    const { received, interaction, message } = asking;
    const { placement } = dispatch.plan(interaction);
    const said = say(asking, placement);
    if (received.said !== undefined && !received.place.direct) {
      await said;
      return { kind: "answered" };
    }
    const deferral = createDeferral({ conversation, live, original: placement === "in-place" ? message : undefined });
    const begun = Promise.withResolvers<void>();
    const reply = dispatch.handle(interaction, (progress) => {
      deferral.progress(progress);
      begun.resolve();
    });
    // A form that is closed and a list of suggestions have nothing to show in the channel.
    const silent = interaction.asked.kind === "suggest" || interaction.asked.kind === "form-closed";
    const timer = new AbortController();
    const late = silent
      ? reply
      : Promise.race([begun.promise, sleep(DEFER_AFTER_MS, undefined, { signal: timer.signal })]);
    const first = await Promise.race([reply, late]);
    timer.abort();
    await said;
    if (first) return deliver(first, asking, deferral);

    deferral.start(whereOf(asking, placement));
    const delivered = reply
      .then((given) => deliver(lateReply(given), asking, deferral))
      .then(
        () => {},
        (error: unknown) => log.error({ err: error }, "an answer could not be delivered"),
      )
      .finally(() => {
        unanswered.delete(received);
        live.publish({ kind: "answered", id: received.id }, ({ id }) => id === received.visitor.id);
      });
    running.add(delivered);
    void delivered.finally(() => running.delete(delivered));
    return { kind: "deferred" };
  }

  /** What the visitor typed stands in the channel before the answer does; a private command only for themselves. */
  async function say(asking: Asking, placement: Placement): Promise<void> {
    const { id, visitor, asked, said } = asking.received;
    const line = lineOf(asked);
    if (line === undefined) return;
    const where = said === undefined ? whereOf(asking, placement) : whereOf(asking, "new-public");
    const content = said === undefined ? ({ kind: "used", line } as const) : ({ kind: "said", text: said } as const);
    await conversation.say({ ...where, id: `${visitor.id}-${id}`, author: visitor.id }, content);
  }

  async function deliver(reply: Reply, asking: Asking, deferral: Deferral): Promise<Result> {
    switch (reply.kind) {
      case "message":
        await show(reply.message, reply.placement, { asking, deferral });
        return { kind: "answered" };
      case "form":
        return { kind: "form", form: reply.form };
      case "field-errors":
        return { kind: "field-errors", errors: reply.errors, problem: reply.instead.summary };
      case "suggestions":
        return { kind: "suggestions", suggestions: reply.suggestions };
      case "nothing":
        await deferral.withdraw();
        return { kind: "answered" };
    }
  }

  async function show(given: Message, placement: Placement, at: { asking: Asking; deferral: Deferral }): Promise<void> {
    const { message } = at.asking;
    if (placement === "in-place" && message) {
      at.deferral.finish();
      if (await conversation.edit(message, given)) return;
      // It was dismissed in the meantime: the answer must not be lost with it.
      await conversation.post(conversation.begin(message), given);
      return;
    }
    const where = whereOf(at.asking, placement);
    const place = (await at.deferral.take(where)) ?? conversation.begin(where);
    await conversation.post(place, given);
  }

  return {
    answer,
    unanswered: (visitorId) => [...unanswered].filter(({ visitor }) => visitor.id === visitorId).map(({ id }) => id),
    async idle() {
      while (running.size > 0) await Promise.allSettled(running);
    },
  };
}

/** A form cannot open by itself any more: a message with a button that opens it. */
function lateReply(reply: Reply): Reply {
  if (reply.kind !== "form" && reply.kind !== "field-errors") return reply;
  return { kind: "message", placement: "new-private", message: reply.instead };
}

/** In a direct message everything is private already. What is asked in a thread is answered there. */
function whereOf({ received: { place, visitor }, message }: Asking, placement: Placement): Where {
  const hidden = placement !== "new-public" && !place.direct;
  return { channel: place.channelId, thread: message?.thread ?? null, visibleTo: hidden ? visitor.id : null };
}
