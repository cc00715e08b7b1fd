import type { Message } from "#src/chat/message.ts";

/** Shows how far something is: about once a second, the latest wins, and never after the answer. */
export interface Progress {
  update(message: Message): void;
  /** Resolves with the first message that was to be shown. */
  readonly first: Promise<void>;
  /** What waits to be shown, for whoever defers with it. */
  take(): Message | undefined;
  /** From now on it is shown as it comes. */
  open(): void;
  /** Nothing is shown any more, and what was under way has arrived. */
  finish(): Promise<void>;
}

export function createProgress(show: (message: Message) => Promise<void>, everyMs: number): Progress {
  let waiting: Message | undefined;
  let timer: NodeJS.Timeout | undefined;
  let busy = false;
  let showing: Promise<void> = Promise.resolve();
  let shownAt = Number.NEGATIVE_INFINITY;
  let state: "held" | "open" | "finished" = "held";
  const { promise: first, resolve: arrived } = Promise.withResolvers<void>();

  function next(): void {
    if (state !== "open" || !waiting || timer || busy) return;
    timer = setTimeout(flush, Math.max(0, shownAt + everyMs - performance.now()));
  }

  function flush(): void {
    const message = waiting;
    waiting = undefined;
    timer = undefined;
    if (!message) return;
    // It ends here for good: what cannot be shown is logged by whoever tried.
    busy = true;
    showing = show(message)
      .catch(() => {})
      .then(() => {
        busy = false;
        shownAt = performance.now();
        next();
      });
  }

  return {
    first,
    update(message) {
      if (state === "finished") return;
      waiting = message;
      arrived();
      next();
    },
    take() {
      const message = waiting;
      waiting = undefined;
      if (message) shownAt = performance.now();
      return message;
    },
    open() {
      if (state === "held") state = "open";
      next();
    },
    async finish() {
      state = "finished";
      waiting = undefined;
      clearTimeout(timer);
      await showing;
    },
  };
}
