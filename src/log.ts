import type { Logger } from "pino";
import { pino } from "pino";
import type { Config } from "./config.ts";

/**
 * One JSON line per entry, on standard error: standard output is for the few lines that a person at a terminal reads.
 * Nobody logs content or tokens; the redaction is for the day when a library's error carries a request along.
 */
export function createLog(level: Config["logLevel"]): Logger {
  return pino({ level, base: null, redact: { paths: SECRETS, censor: "[redacted]" } }, pino.destination(2));
}

const SECRET_NAMES = [
  "token",
  "botToken",
  "appToken",
  "signingSecret",
  "apiKey",
  "password",
  "authorization",
  "Authorization",
];
const CONTENT_NAMES = ["body", "requestBody", "rawError", "content", "text", "values", "options"];

const SECRETS = [...SECRET_NAMES, ...CONTENT_NAMES].flatMap((name) => [
  name,
  `*.${name}`,
  `*.*.${name}`,
  `*.headers.${name}`,
]);
