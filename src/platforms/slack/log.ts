import { type Logger as BoltLogger, LogLevel } from "@slack/web-api";
import type { Logger } from "pino";

/**
 * The SDK's words in our log. Never its debug level, which writes tokens and what people wrote; and of the others only
 * the sentence, not the objects beside it.
 */
export function createBoltLogger(log: Logger): BoltLogger {
  const sentence = (given: unknown[]): string =>
    (typeof given[0] === "string" ? given[0] : errorName(given[0])).slice(0, 300);
  return {
    debug: () => {},
    info: (...given) => log.debug(sentence(given)),
    warn: (...given) => log.warn(sentence(given)),
    error: (...given) => log.error(sentence(given)),
    setLevel: () => {},
    getLevel: () => LogLevel.INFO,
    setName: () => {},
  };
}

/** What went wrong in one word: Slack's code, or the kind of error. Never its text, which may quote what somebody wrote. */
export function errorName(error: unknown): string {
  const { data, code, statusCode, name, cause } = (error ?? {}) as Record<string, unknown>;
  const slackCode = (data as { error?: unknown } | undefined)?.error;
  if (typeof slackCode === "string") return slackCode.slice(0, 80);
  if (typeof statusCode === "number") return `http_${statusCode}`;
  const deeper = (cause as { code?: unknown } | undefined)?.code;
  return String(typeof deeper === "string" ? deeper : (code ?? name ?? typeof error)).slice(0, 80);
}
