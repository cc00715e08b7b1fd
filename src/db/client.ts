import { PrismaPg } from "@prisma/adapter-pg";
import { Prisma, PrismaClient } from "./generated/client.ts";

export type Database = PrismaClient;

/** A part of a raw statement, its values kept apart. */
export const sql = Prisma.sql;

export interface DatabaseOptions {
  connectionString: string;
  /** The embedded database: all its connections are one session, so a prepared statement of one is in another's way. */
  embedded?: boolean;
  /**
   * Milliseconds that a statement waits for a connection, and a transaction for its own and for its end. Left out, a database
   * that is away is noticed inside a chat platform's three seconds.
   */
  patienceMs?: number;
  /** Hears the milliseconds of every statement, for /metrics and for tests that count. */
  onQuery?: (query: { milliseconds: number; sql: string }) => void;
}

/** Connects lazily: the first query opens the first connection. `$disconnect()` it when done. */
export function openDatabase(options: DatabaseOptions): Database {
  const { connectionString, embedded = false, patienceMs, onQuery } = options;
  const adapter = new PrismaPg(
    {
      connectionString,
      // The embedded database is one session behind its socket: with two connections, one's statement would take the
      // place of the other's between its parts ("bind message supplies 5 parameters, but prepared statement requires 3").
      max: embedded ? 1 : 10,
      connectionTimeoutMillis: patienceMs ?? (embedded ? 5_000 : 2_000),
      statement_timeout: 5_000,
      // Prisma reads every timestamp as UTC; now() must write it so, wherever the server stands. The embedded database
      // is in UTC already and takes no options.
      ...(!embedded && { options: "-c TimeZone=UTC" }),
    },
    embedded ? {} : { statementNameGenerator },
  );
  const database = new PrismaClient({
    adapter,
    ...(patienceMs !== undefined && { transactionOptions: { maxWait: patienceMs, timeout: patienceMs } }),
    log: [{ emit: "event", level: "query" }],
    // The other formats quote the values of a refused call, which may be what a person wrote.
    errorFormat: "minimal",
  });
  if (onQuery) database.$on("query", (event) => onQuery({ milliseconds: event.duration, sql: event.query }));
  return database as unknown as Database;
}

const statementNames = new Map<string, string>();

// Named statements are prepared once per connection: measured 1.3 times as fast on reads. Only a bounded number of
// different texts is named, because raw queries may be built with lists of any length.
function statementNameGenerator(query: { sql: string }): string {
  let name = statementNames.get(query.sql);
  if (name === undefined) {
    // pg leaves a statement with an empty name unprepared.
    name = statementNames.size < 500 ? `s${statementNames.size}` : "";
    if (name) statementNames.set(query.sql, name);
  }
  return name;
}
