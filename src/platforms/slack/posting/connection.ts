import { WebClient } from "@slack/web-api";
import type { Logger } from "pino";
import { createBoltLogger } from "../log.ts";

/** A client of which every request ends within so many milliseconds from now, and none is sent a second time. */
export type Connect = (milliseconds: number) => Connection;

export interface Connection {
  readonly client: WebClient;
  /** Ends the requests with it. */
  readonly signal: AbortSignal;
}

/**
 * One client each time, for 0.05 ms: the time that a client allows is fixed when it is made, and one that is told to wait
 * would hold up what else goes through it (WebClient pauses its queue).
 */
export function createConnect(settings: { botToken: string; apiUrl?: string; log: Logger }): Connect {
  const { botToken, apiUrl, log } = settings;
  const logger = createBoltLogger(log);
  return (milliseconds) => {
    const signal = AbortSignal.timeout(Math.max(1, Math.floor(milliseconds)));
    const client = new WebClient(botToken, {
      ...(apiUrl && { slackApiUrl: apiUrl }),
      logger,
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
      fetch: (url, init) => fetch(url, { ...init, signal }),
    });
    return { client, signal };
  };
}
