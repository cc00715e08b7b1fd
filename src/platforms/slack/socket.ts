import { SocketModeReceiver } from "@slack/bolt";
import type { WebClientOptions } from "@slack/web-api";
import type { Logger } from "pino";
import { createBoltLogger, errorName } from "./log.ts";
import { refusedAppToken } from "./refused.ts";

/** A Socket Mode connection that comes back by itself. */
export interface Socket {
  readonly receiver: SocketModeReceiver;
  connected(): boolean;
  /** Resolves when it is connected for the first time. PlatformRefused when Slack refuses the token. */
  open(): Promise<void>;
  close(): Promise<void>;
}

/** A connection that was made and says nothing. */
const HELLO_MS = 15_000;
const LONGEST_WAIT_MS = 30_000;

export function createSocket(settings: { appToken: string; clientOptions: WebClientOptions; log: Logger }): Socket {
  const { appToken, clientOptions, log } = settings;
  const receiver = new SocketModeReceiver({
    appToken,
    logger: createBoltLogger(log),
    // Bolt waits five seconds after every refresh, and a network that is away while it waits ends the process (an
    // unhandled rejection in delayReconnectAttempt).
    autoReconnectEnabled: false,
    installerOptions: { clientOptions },
  });
  const { client } = receiver;
  let isConnected = false;
  let closing = false;
  let wake: () => void = () => {};

  client.on("connected", () => {
    isConnected = true;
  });
  client.on("disconnected", () => {
    if (!isConnected) return;
    isConnected = false;
    if (closing) return;
    log.info("Slack closed the connection; connecting again");
    connect().catch((error: unknown) =>
      log.error({ problem: errorName(error) }, "Slack refuses the connection; not trying again"),
    );
  });

  async function connect(): Promise<void> {
    for (let attempt = 0; !closing; attempt++) {
      try {
        await within(HELLO_MS, client.start());
        return;
      } catch (error) {
        const refused = refusedAppToken(error);
        if (refused) throw refused;
        // A connection that never said hello is still there.
        client.disconnect().catch(() => {});
        log.warn({ problem: errorName(error), attempt }, "Slack cannot be reached; trying again");
      }
      await pause(Math.min(LONGEST_WAIT_MS, 500 * 2 ** attempt) * (0.75 + Math.random() / 2));
    }
  }

  function pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  return {
    receiver,
    connected: () => isConnected,
    open: connect,
    async close() {
      closing = true;
      isConnected = false;
      wake();
      await Promise.race([client.disconnect(), new Promise((resolve) => setTimeout(resolve, 2_000).unref())]);
    },
  };
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("Slack did not say hello")), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
