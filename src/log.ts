import { type DestinationStream, type Logger, pino } from "pino";
import type { Config } from "./config.ts";

/**
 * One JSON line per entry, on standard error: standard output is for the few lines that a person at a terminal reads.
 * Nobody logs content or tokens; the redaction is for the day when a library's error carries a request along.
 */
export function createLog(level: Config["logLevel"], destination: DestinationStream = pino.destination(2)): Logger {
  return pino({ level, base: null, redact: { paths: REDACTED, censor: "[redacted]" } }, destination);
}

const SECRET_NAMES = ["token", "botToken", "appToken", "signingSecret", "apiKey", "password", "authorization"];

/** Where libraries put a request: discord.js's errors carry its body and a URL with the interaction's token in it. */
const CONTENT_NAMES = [
  "url",
  "body",
  "requestBody",
  "rawError",
  "data",
  "content",
  "text",
  "values",
  "options",
  "headers",
];

const REDACTED = [...SECRET_NAMES, ...CONTENT_NAMES].flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);
