import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { type Database, openDatabase } from "#src/db/client.ts";
import { startEmbeddedPostgres } from "#src/db/embedded.ts";
import { migrate } from "#src/db/migrate.ts";

export interface TestDatabase {
  readonly db: Database;
  readonly connectionString: string;
  /** SQL of every statement since the last `statements.length = 0`. */
  readonly statements: string[];
  stop(): Promise<void>;
}

/** The environment variable in which test/setup/prepare.ts names the server that all tests share. */
export const SHARED_SERVER = "TEST_POSTGRES_URL";

/** Whether there is one. */
export const hasServer = process.env[SHARED_SERVER] !== undefined;

/**
 * A migrated database of the test's own. On the shared server it is there after 0.1 s, embedded it takes two and a half
 * seconds and most of two processors: so that is for machines without a server, and for tests that are about it.
 */
export function startTestDatabase(): Promise<TestDatabase> {
  return hasServer ? startServerDatabase() : startEmbeddedDatabase();
}

/** On a PostgreSQL server, of which `connectionString` takes any number of clients. Throws on a machine without one. */
export async function startServerDatabase(): Promise<TestDatabase> {
  const server = process.env[SHARED_SERVER];
  if (!server) throw new Error("No PostgreSQL server on this machine (Debian: apt-get install postgresql)");
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  const { pathname: template } = new URL(server);
  await ask(server, `CREATE DATABASE ${name} TEMPLATE ${template.slice(1)}`);
  const connectionString = new URL(`/${name}`, server).href;
  return open(connectionString, { embedded: false, stop: () => ask(server, `DROP DATABASE ${name} WITH (FORCE)`) });
}

/** As it runs where no DATABASE_URL is set, in a folder that goes away with it. */
export async function startEmbeddedDatabase(): Promise<TestDatabase> {
  const dataDir = await mkdtemp(join(tmpdir(), "greenroom-test-"));
  const postgres = await startEmbeddedPostgres(dataDir);
  await migrate(postgres.connectionString);
  return open(postgres.connectionString, {
    embedded: true,
    async stop() {
      await postgres.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  });
}

/** Milliseconds: many of a test's statements may wait for a busy machine. */
export const PATIENCE_MS = 30_000;

function open(connectionString: string, { embedded, stop }: { embedded: boolean; stop: () => Promise<void> }) {
  const statements: string[] = [];
  const onQuery = ({ sql }: { sql: string }) => void statements.push(sql);
  const db = openDatabase({ connectionString, embedded, patienceMs: PATIENCE_MS, onQuery });
  return {
    db,
    connectionString,
    statements,
    async stop() {
      await db.$disconnect();
      await stop();
    },
  };
}

/** Nobody may be connected to a database that is copied, so the server's own one is asked. */
async function ask(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: new URL("/postgres", server).href });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
