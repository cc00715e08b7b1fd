import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "pino";
import { errorName } from "../log.ts";
import type { Connect } from "./connection.ts";
import { readFailure } from "./failure.ts";

/** Deletes a message of ours. Deleting twice does no harm, so this alone is tried again, while its time lasts. */
export async function withdrawPost(
  { channelId }: { readonly channelId: string },
  ts: string,
  { connect, log, endsAt }: { readonly connect: Connect; readonly log: Logger; readonly endsAt: number },
): Promise<void> {
  const left = () => endsAt - performance.now();
  for (let tries = 1; ; tries += 1) {
    try {
      await connect(left() / (MOST_TRIES + 1 - tries)).client.chat.delete({ channel: channelId, ts });
      return;
    } catch (error) {
      if (errorName(error) === "message_not_found") return;
      const failure = readFailure(error);
      const again = failure.kind === "later" ? failure.milliseconds : failure.kind === "unsure" ? AGAIN_MS : undefined;
      if (again === undefined || tries === MOST_TRIES || again > left()) {
        log.warn({ problem: errorName(error), code: failure.code }, "a post that is there twice stays so");
        return;
      }
      await sleep(again);
    }
  }
}

const MOST_TRIES = 3;
const AGAIN_MS = 500;
