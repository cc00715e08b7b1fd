import type { Message } from "#src/chat/message.ts";
import type { Conversation, Where } from "./conversation.ts";
import { PROGRESS_EVERY_MS } from "./limits.ts";
import { type Live, toWire } from "./live.ts";
import { maySee } from "./people.ts";
import type { StoredMessage } from "./store.ts";

/** A sign of life in the place of an answer that takes longer. It is shown, never saved. */
export interface Deferral {
  start(where: Where): void;
  /** At most one a second is shown, the latest wins. */
  progress(message: Message): void;
  /** The answer goes over the original message: no more progress. */
  finish(): void;
  /** The place of the answer, if it stands where the answer belongs; otherwise the sign of life is taken away. */
  take(where: Where): Promise<StoredMessage | undefined>;
  withdraw(): Promise<void>;
}

export interface DeferralSettings {
  readonly conversation: Conversation;
  readonly live: Live;
  /** The message that the answer will change; without one, a new message appears. */
  readonly original: StoredMessage | undefined;
}

export function createDeferral({ conversation, live, original }: DeferralSettings): Deferral {
  let place: StoredMessage | undefined;
  let latest: Message | undefined;
  let timer: NodeJS.Timeout | undefined;
  let shownAt = 0;
  let over = false;

  function showLatest(): void {
    timer = undefined;
    if (!place || !latest || over) return;
    shownAt = Date.now();
    void conversation.preview(place, latest);
  }

  function end(): StoredMessage | undefined {
    over = true;
    clearTimeout(timer);
    return place;
  }

  async function withdraw(): Promise<void> {
    const begun = end();
    if (!begun) return;
    live.hide(begun.id);
    if (original) live.publish({ kind: "message", message: toWire(original) }, (visitor) => maySee(visitor, original));
    else live.publish({ kind: "gone", id: begun.id, channel: begun.channel }, (visitor) => maySee(visitor, begun));
  }

  return {
    start(where) {
      place = original ?? { ...conversation.begin(where), content: WORKING };
      live.show(place, true);
      if (latest) showLatest();
    },
    progress(message) {
      latest = message;
      if (!place || timer || over) return;
      const wait = shownAt + PROGRESS_EVERY_MS - Date.now();
      if (wait <= 0) showLatest();
      else timer = setTimeout(showLatest, wait);
    },
    finish() {
      end();
    },
    async take({ channel, visibleTo }) {
      const begun = end();
      if (begun && !original && begun.channel === channel && begun.visibleTo === visibleTo) return begun;
      await withdraw();
      return undefined;
    },
    withdraw,
  };
}

const WORKING = { kind: "drawn", summary: "Greenroom is working on it", tone: "neutral", blocks: [] } as const;
