import type { Logger } from "pino";
import type { Drawing, Message } from "#src/chat/message.ts";
import { withPictures } from "../pictures.ts";

/** The message with its pictures; undefined: they are being drawn, so ask for the same nonce again. */
export type Draw = (message: Message, nonce: string) => Promise<Message | undefined>;

interface DrawSettings {
  readonly drawChart: (chart: Drawing) => Promise<Uint8Array>;
  readonly log: Logger;
  /** For how long one call waits. */
  readonly patienceMs: number;
}

/**
 * A call to the poster must end in time, and a post without its picture stays without it: so what takes long, as on a busy
 * machine, goes on being drawn until it is asked for again. What is not there by the third time is shown as text.
 */
export function createDraw({ drawChart, log, patienceMs }: DrawSettings): Draw {
  const begun = new Map<string, { readonly drawn: Promise<Message>; calls: number }>();

  return async (message, nonce) => {
    const one = begun.get(nonce) ?? { drawn: withPictures(message, { drawChart, log }), calls: 0 };
    one.calls += 1;
    const drawn = await Promise.race([one.drawn, late(patienceMs)]);
    begun.delete(nonce);
    if (drawn) return drawn;
    if (one.calls === MOST_CALLS) {
      log.warn("a picture was not drawn in time");
      return message;
    }
    begun.set(nonce, one);
    // Whoever took over a post elsewhere leaves its picture here.
    const [oldest] = begun.keys();
    if (begun.size > MOST_KEPT && oldest !== undefined) begun.delete(oldest);
    return undefined;
  };
}

const MOST_CALLS = 3;
const MOST_KEPT = 50;

function late(milliseconds: number): Promise<undefined> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(undefined), milliseconds).unref();
  });
}
