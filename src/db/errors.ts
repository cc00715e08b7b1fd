import { UserError } from "#src/words/errors.ts";

/** Prisma's and PostgreSQL's codes for a database that cannot be reached or takes no more. */
const AWAY = new Set([
  "P1001", // cannot reach
  "P1002", // timed out
  "P1008", // operation timed out
  "P1017", // closed the connection
  "P2024", // no free connection
  "P2028", // transaction could not start in time
  "ECONNREFUSED",
  "ECONNRESET",
  "ETIMEDOUT",
  "EPIPE",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "57014", // our own statement_timeout
  "57P01", // admin shutdown
  "57P02", // crash shutdown
  "57P03", // cannot connect now
  "53300", // too many connections
  "53100", // its disk is full
  "25006", // it is read-only: a standby
  "40001", // serialization failure
  "40P01", // deadlock
  "08000",
  "08001",
  "08003",
  "08004",
  "08006",
]);

/** What an error of the database means for a person; undefined for one that is a bug of ours. */
export function explainDatabaseError(error: unknown): UserError | undefined {
  for (let cause = error, depth = 0; cause && depth < 6; depth += 1) {
    if (isAway(cause)) return new UserError("storage-away", {}, { cause: error });
    cause = nextCause(cause);
  }
  return undefined;
}

function isAway(error: unknown): boolean {
  const { code, originalCode, kind, message } = error as Record<string, unknown>;
  if (AWAY.has(String(code)) || AWAY.has(String(originalCode))) return true;
  if (kind === "DatabaseNotReachable" || kind === "ConnectionClosed" || kind === "SocketTimeout") return true;
  // node-postgres has no code for these.
  return /connection terminated|timeout exceeded when trying to connect|server has closed the connection/i.test(
    String(message),
  );
}

function nextCause(error: unknown): unknown {
  const { cause, meta } = error as { cause?: unknown; meta?: { driverAdapterError?: unknown } };
  return cause ?? meta?.driverAdapterError;
}
