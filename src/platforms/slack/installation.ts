import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "pino";
import type { Communities } from "#src/chat/platform.ts";
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
