import { readConfig } from "#src/config.ts";
import { startEmbeddedPostgres } from "#src/db/embedded.ts";
import { migrate } from "#src/db/migrate.ts";

// npm run migrate: brings DATABASE_URL, or the embedded database in DATA_DIR, to the newest migration.
const { databaseUrl, dataDir } = readConfig();
const embedded = databaseUrl ? undefined : await startEmbeddedPostgres(dataDir);
try {
  const applied = await migrate(databaseUrl ?? embedded?.connectionString ?? "");
  const lines =
    applied.length > 0 ? applied.map((name) => `applied ${name}`) : ["nothing to do: the database is up to date"];
  process.stdout.write(`${lines.join("\n")}\n`);
} finally {
  await embedded?.stop();
}
