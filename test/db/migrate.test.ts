import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterEach, describe, expect, it } from "vitest";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "#src/db/embedded.ts";
import { listMigrations, MIGRATIONS_DIR, migrate } from "#src/db/migrate.ts";
import { NO_FILTERS, openSchemaEngine } from "#src/db/schema-engine.ts";

const started: { postgres: EmbeddedPostgres; folder: string }[] = [];

async function emptyDatabase(): Promise<{ url: string; client: pg.Client }> {
  const folder = await mkdtemp(join(tmpdir(), "greenroom-migrate-"));
  const postgres = await startEmbeddedPostgres(folder);
  started.push({ postgres, folder });
  const client = new pg.Client({ connectionString: postgres.connectionString });
  await client.connect();
  return { url: postgres.connectionString, client };
}

afterEach(async () => {
  for (const { postgres, folder } of started.splice(0)) {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
});

const names = async () => (await listMigrations()).migrationDirectories.map(({ path }) => path);

describe("migrations", () => {
  it("are applied once, in order, and recorded as Prisma records them", async () => {
    const { url, client } = await emptyDatabase();
    expect(await migrate(url)).toEqual(await names());
    expect(await migrate(url)).toEqual([]);
    const { rows } = await client.query(
      'SELECT migration_name, length(checksum) AS sum FROM "_prisma_migrations" ORDER BY 1',
    );
    expect(rows).toEqual((await names()).map((name) => ({ migration_name: name, sum: 64 })));
    await client.end();
  });

  it("begin with the five product models and nothing else", async () => {
    const { client } = await emptyDatabase();
    const [first] = await names();
    await client.query(await readFile(`${MIGRATIONS_DIR}/${first}/migration.sql`, "utf8"));
    const { rows } = await client.query("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1");
    expect(rows.map(({ tablename }) => tablename)).toEqual([
      "Assessment",
      "CoverLetter",
      "IndustryInsight",
      "Resume",
      "User",
    ]);
    await client.end();
  });

  it("take over a database that holds the five tables, without losing a row", async () => {
    const { url, client } = await emptyDatabase();
    const [first, ...rest] = await names();
    await client.query(await readFile(`${MIGRATIONS_DIR}/${first}/migration.sql`, "utf8"));
    await client.query(`INSERT INTO "User" ("id", "clerkUserId", "email", "updatedAt", "skills")
      VALUES ('web-1', 'user_clerk', 'ada@example.org', now(), '{SQL}')`);
    await client.query(
      `INSERT INTO "Resume" ("id", "userId", "content", "updatedAt") VALUES ('r1', 'web-1', '# Ada', now())`,
    );
    await client.query(`INSERT INTO "Assessment" ("id", "userId", "quizScore", "questions", "category", "updatedAt")
      VALUES ('a1', 'web-1', 80, ARRAY['{"question":"?"}'::jsonb], 'Technical', now())`);
    expect(await migrate(url)).toEqual(rest);
    const { rows } = await client.query(`SELECT u."email", u."skills", u."aiConsent", r."content", a."quizScore"
      FROM "User" u JOIN "Resume" r ON r."userId" = u."id" JOIN "Assessment" a ON a."userId" = u."id"`);
    expect(rows).toEqual([
      { email: "ada@example.org", skills: ["SQL"], aiConsent: null, content: "# Ada", quizScore: 80 },
    ]);
    // The web app goes on writing as before.
    await client.query(
      `INSERT INTO "User" ("id", "clerkUserId", "email", "updatedAt") VALUES ('web-2', 'c2', 'b@example.org', now())`,
    );
    expect(await migrate(url)).toEqual([]);
    await client.end();
  });

  it("make exactly what prisma/schema.prisma says", async () => {
    const [migrated, declared] = [await emptyDatabase(), await emptyDatabase()];
    await migrate(migrated.url);
    const content = await readFile(new URL("../../prisma/schema.prisma", import.meta.url), "utf8");
    const { engine, close } = await openSchemaEngine(declared.url);
    const files = [{ path: "schema.prisma", content }];
    const { stdout } = await engine.diff({
      from: { tag: "empty" },
      to: { tag: "schemaDatamodel", files },
      script: true,
      exitCode: null,
      filters: NO_FILTERS,
    });
    await close();
    await declared.client.query(stdout ?? "");
    expect(await shapeOf(migrated.client)).toEqual(await shapeOf(declared.client));
    await migrated.client.end();
    await declared.client.end();
  }, 180_000);
});

/** Columns, constraints and indexes; our one partial index is not in Prisma's language. */
async function shapeOf(client: pg.Client): Promise<unknown> {
  const columns = await client.query(`SELECT table_name, column_name, data_type, is_nullable, column_default
    FROM information_schema.columns WHERE table_schema = 'public' AND table_name NOT LIKE '\\_prisma%' ORDER BY 1, 2`);
  const indexes = await client.query(`SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
    AND tablename NOT LIKE '\\_prisma%' AND indexname NOT LIKE '%\\_open\\_key' ORDER BY 1`);
  const constraints =
    await client.query(`SELECT conrelid::regclass::text AS t, pg_get_constraintdef(oid) AS d FROM pg_constraint
    WHERE connamespace = 'public'::regnamespace AND conrelid::regclass::text NOT LIKE '%prisma%' AND contype IN ('f', 'p', 'u') ORDER BY 1, 2`);
  return { columns: columns.rows, indexes: indexes.rows, constraints: constraints.rows };
}
