import type { APIInteraction, REST } from "discord.js";
import { InteractionType } from "discord.js";
import type { Logger } from "pino";
import type { Dispatch } from "#src/chat/dispatch.ts";
import type { Reply } from "#src/chat/interaction.ts";
import type { Drawing, Message } from "#src/chat/message.ts";
import { createDelivery, type Delivery } from "./delivery.ts";
import type { Deadlines } from "./limits.ts";
import { withPictures } from "./pictures.ts";
import { receive } from "./receive.ts";
import { createRequests, type Fault } from "./requests.ts";

export interface AnswerSettings {
  readonly dispatch: Dispatch;
  readonly rest: REST;
  readonly log: Logger;
  readonly drawChart: (chart: Drawing) => Promise<Uint8Array>;
  readonly deadlines: Deadlines;
  readonly observe: {
    /** Milliseconds from the arrival of an interaction until Discord had taken the first response. */
    acknowledged(ms: number): void;
    /** Something did not arrive: Discord's error code, or the network's. */
    undelivered?(code: number | string): void;
  };
}

/** Answers interactions, each in time. The promise never rejects. */
export function createAnswer(settings: AnswerSettings): (payload: APIInteraction) => Promise<void> {
  const { dispatch, rest, log, drawChart, deadlines, observe } = settings;

  return async function answer(payload) {
    const arrived = performance.now();
    const age = () => Math.round(performance.now() - arrived);
    const undelivered = (what: string, { code }: Fault) => {
      observe.undelivered?.(code);
      log.warn({ what, code, ageMs: age(), interaction: payload.id }, "Discord did not take an answer");
    };
    try {
      const interaction = receive(payload);
      if (!interaction) return log.debug({ type: payload.type }, "an interaction of a kind that is not ours");
      const acknowledged = () => observe.acknowledged(performance.now() - arrived);
      const delivery = createDelivery({ payload, requests: createRequests(rest, payload), acknowledged, undelivered });
      const { placement, mayOpenForm } = dispatch.plan(interaction);
      const formPossible = mayOpenForm && payload.type !== InteractionType.ModalSubmit;
      const waiting = createWaiting(delivery, {
        defer: () => delivery.defer(placement),
        afterMs: formPossible ? deadlines.formMs : deadlines.deferMs,
        progressMs: deadlines.progressMs,
        // A list that opens while somebody types cannot be announced.
        never: payload.type === InteractionType.ApplicationCommandAutocomplete,
      });
      const reply = await drawn(await dispatch.handle(interaction, waiting.progress));
      await waiting.end();
      if (age() > deadlines.tokenMs) return undelivered("answer", { kind: "gone", code: "token-expired" });
      await delivery.reply(reply);
    } catch (error) {
      log.error({ error: String(error), ageMs: age(), interaction: payload.id }, "an interaction was not answered");
    }
  };

  async function drawn(reply: Reply): Promise<Reply> {
    if (reply.kind !== "message") return reply;
    return { ...reply, message: await withPictures(reply.message, { drawChart, log }) };
  }
}

interface Waiting {
  progress(message: Message): void;
  /** No more signs of life: whatever is on its way has arrived when it resolves. */
  end(): Promise<void>;
}

/** The signs of life until the answer is there: a deferral, then progress, not more often than `progressMs`. */
function createWaiting(
  delivery: Delivery,
  timing: { defer: () => Promise<void>; afterMs: number; progressMs: number; never: boolean },
): Waiting {
  let deferral: Promise<void> | undefined;
  let latest: Message | undefined;
  let showing: Promise<void> | undefined;
  let pause: NodeJS.Timeout | undefined;
  let ended = false;

  const defer = () => {
    deferral ??= timing.defer();
    return deferral;
  };
  const timer = timing.never ? undefined : setTimeout(() => void defer(), timing.afterMs);

  function show(): void {
    if (ended || showing || pause || !latest) return;
    const message = latest;
    latest = undefined;
    showing = defer()
      .then(() => (ended ? undefined : delivery.progress(message)))
      .finally(() => {
        showing = undefined;
        if (ended) return;
        pause = setTimeout(() => {
          pause = undefined;
          show();
        }, timing.progressMs);
      });
    // A progress that cannot be drawn must not take the answer with it.
    showing.catch(() => {});
  }

  return {
    progress(message) {
      if (ended || timing.never) return;
      latest = message;
      clearTimeout(timer);
      show();
    },
    async end() {
      ended = true;
      clearTimeout(timer);
      clearTimeout(pause);
      await Promise.allSettled([deferral, showing]);
    },
  };
}
