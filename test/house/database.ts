import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Database, openDatabase } from "#src/db/client.ts";
import { startEmbeddedPostgres } from "#src/db/embedded.ts";
import { migrate } from "#src/db/migrate.ts";

export interface TestDatabase {
  readonly db: Database;
  readonly connectionString: string;
  readonly dataDir: string;
  /** SQL of every statement since the last `statements.length = 0`. */
  readonly statements: string[];
  stop(): Promise<void>;
}

/** A real, migrated PostgreSQL of the test's own, embedded, in a folder that goes away with it. */
export async function startTestDatabase(): Promise<TestDatabase> {
  const dataDir = await mkdtemp(join(tmpdir(), "greenroom-test-"));
  const postgres = await startEmbeddedPostgres(dataDir);
  const { connectionString } = postgres;
  await migrate(connectionString);
  const statements: string[] = [];
  const db = openDatabase({ connectionString, embedded: true, onQuery: ({ sql }) => statements.push(sql) });
  return {
    db,
    connectionString,
    dataDir,
    statements,
    async stop() {
      await db.$disconnect();
      await postgres.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
