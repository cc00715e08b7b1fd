import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "pino";
import type { Communities } from "#src/chat/platform.ts";
import { nameOf } from "./gateway.ts";

/** Which servers the bot is in, as the gateway tells it. */
export interface Membership {
  left(guildId: string): void;
  present(guildId: string): void;
  /** Resolves when nothing is being recorded any more. */
  stop(): Promise<void>;
}

interface MembershipSettings {
  readonly communities: Communities;
  readonly log: Logger;
  /** The first pause when it could not be recorded; it doubles up to a minute. */
  readonly retryMs: number;
}

/**
 * Records one server after the other, so that a start with thousands of them is no burst, and the newest about each. What
 * cannot be recorded is kept and tried again: nobody says a second time that the bot was removed.
 */
export function createMembership({ communities, log, retryMs }: MembershipSettings): Membership {
  const waiting = new Map<string, keyof Communities>();
  const stopping = new AbortController();
  let working: Promise<void> | undefined;

  function hear(guildId: string, what: keyof Communities): void {
    waiting.delete(guildId);
    waiting.set(guildId, what);
    working ??= work().finally(() => {
      working = undefined;
    });
  }

  async function work(): Promise<void> {
    let pauseMs = retryMs;
    for (let [next] = waiting; next && !stopping.signal.aborted; [next] = waiting) {
      const [guildId, what] = next;
      waiting.delete(guildId);
      try {
        await communities[what](guildId);
        pauseMs = retryMs;
        if (what === "left") log.info({ guildId }, "the bot was removed from a server");
      } catch (error) {
        // Unless something newer was heard meanwhile.
        if (!waiting.has(guildId)) waiting.set(guildId, what);
        log.warn({ error: nameOf(error), pauseMs }, "it could not be recorded that the bot is in a server or not");
        await sleep(pauseMs, undefined, { signal: stopping.signal }).catch(() => {});
        pauseMs = Math.min(2 * pauseMs, 60_000);
      }
    }
  }

  return {
    left: (guildId) => hear(guildId, "left"),
    present: (guildId) => hear(guildId, "returned"),
    async stop() {
      stopping.abort();
      await working;
    },
  };
}
