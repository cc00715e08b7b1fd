import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "pino";
import type { Communities } from "#src/chat/platform.ts";
import { workspaceOf } from "./account.ts";
import { list, object } from "./json.ts";
import { errorName } from "./log.ts";

/** Records where the app is installed. Slack says it once: while the database is away it is tried again, until `stop()`. */
export interface Installation extends Communities {
  /**
   * Somebody does something there. Nobody tells an app that was shut out and let in again, with the token it had: so Slack
   * is asked by `confirm`, which rejects where it is not, once in `lookMs` milliseconds at most. Else what people keep
   * there would be deleted 30 days later, though they use it.
   */
  used(workspaceId: string, confirm: () => Promise<unknown>): Promise<void>;
  stop(): void;
}

export function createInstallation(communities: Communities, log: Logger, lookMs: number): Installation {
  let stopped = false;
  let lookAt = performance.now() + lookMs;

  async function record(work: () => Promise<void>): Promise<void> {
    for (let attempt = 0; !stopped; attempt++) {
      try {
        return await work();
      } catch (error) {
        log.warn({ problem: errorName(error), attempt }, "it could not be recorded where this app is installed");
        await sleep(Math.min(30_000, 500 * 2 ** attempt), undefined, { ref: false });
      }
    }
  }

  return {
    left: (workspaceId) => record(() => communities.left(workspaceId)),
    returned: (workspaceId) => record(() => communities.returned(workspaceId)),
    async used(workspaceId, confirm) {
      if (performance.now() < lookAt) return;
      lookAt = performance.now() + lookMs;
      try {
        await confirm();
      } catch (error) {
        log.debug({ problem: errorName(error) }, "Slack does not confirm that this app is installed");
        return;
      }
      await record(() => communities.returned(workspaceId));
    },
    stop() {
      stopped = true;
    },
  };
}

/** The workspace that the app was removed from, or that took its token back; undefined for everything else. Pure. */
export function receiveDeparture(given: unknown): string | undefined {
  const body = object(given);
  const { type, tokens } = object(body.event);
  const revoked = type === "tokens_revoked" && list(object(tokens).bot).length > 0;
  return body.type === "event_callback" && (type === "app_uninstalled" || revoked) ? workspaceOf(body) : undefined;
}
