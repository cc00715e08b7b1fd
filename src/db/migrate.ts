import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { type MigrationList, NO_FILTERS, openSchemaEngine } from "./schema-engine.ts";

export const MIGRATIONS_DIR = fileURLToPath(new URL("../../prisma/migrations", import.meta.url));

/** Any number that no other program on the same database uses for its advisory locks: "greenrm" in ASCII. */
const LOCK_KEY = "29117123424645741";

/**
 * Brings the database to the newest migration and returns the names of those it applied. Several replicas may start
 * at once: one migrates, the others wait for it. A database that already holds the five product tables, made by
 * somebody else, is taken over: migration 1 is marked as applied and no row is touched.
 */
export async function migrate(connectionString: string): Promise<string[]> {
  const lock = new pg.Client({ connectionString });
  // An unheard error event would end the process; a lost lock connection shows in the migration itself.
  lock.on("error", () => {});
  await lock.connect();
  try {
    await lock.query("SELECT pg_advisory_lock($1)", [LOCK_KEY]);
    const migrationsList = await listMigrations();
    const baseline = await needsBaseline(lock);
    // One connection at a time: the embedded database queues a second one while the first is in a transaction.
    const { engine, close } = await openSchemaEngine(connectionString);
    try {
      const first = migrationsList.migrationDirectories[0]?.path;
      if (baseline && first) await engine.markMigrationApplied({ migrationName: first, migrationsList });
      const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters: NO_FILTERS });
      return appliedMigrationNames;
    } finally {
      await close();
    }
  } finally {
    await lock.end().catch(() => {});
  }
}

/** Our migrations in order, in the shape that Prisma's engine reads. */
export async function listMigrations(): Promise<MigrationList> {
  const entries = await readdir(MIGRATIONS_DIR, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const directories = names.sort().map(async (path) => ({
    path,
    migrationFile: {
      path: "migration.sql",
      content: { tag: "ok" as const, value: await readFile(`${MIGRATIONS_DIR}/${path}/migration.sql`, "utf8") },
    },
  }));
  return {
    baseDir: MIGRATIONS_DIR,
    lockfile: { path: "migration_lock.toml", content: await readFile(`${MIGRATIONS_DIR}/migration_lock.toml`, "utf8") },
    shadowDbInitScript: "",
    migrationDirectories: await Promise.all(directories),
  };
}

/** True when the product's tables are there and none of our migrations is recorded. */
async function needsBaseline(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query(
    `SELECT to_regclass('"User"') IS NOT NULL AND to_regclass('"IndustryInsight"') IS NOT NULL AS "product",
            to_regclass('"ChatAccount"') IS NOT NULL AS "chat",
            to_regclass('_prisma_migrations') IS NOT NULL AS "history"`,
  );
  if (!rows[0].product || rows[0].chat) return false;
  if (!rows[0].history) return true;
  const ours = (await listMigrations()).migrationDirectories[0]?.path;
  const found = await client.query(`SELECT 1 FROM "_prisma_migrations" WHERE migration_name = $1`, [ours]);
  return found.rowCount === 0;
}
