import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "pino";
import type { Communities } from "#src/chat/platform.ts";
import { workspaceOf } from "./account.ts";
import { list, object } from "./json.ts";
import { errorName } from "./log.ts";

/** Records where the app is installed. Slack says it once: while the database is away it is tried again, until `stop()`. */
export interface Installation extends Communities {
  stop(): void;
}

export function createInstallation(communities: Communities, log: Logger): Installation {
  let stopped = false;

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
