import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase } from "#src/db/client.ts";
import { startEmbeddedPostgres } from "#src/db/embedded.ts";
import { migrate } from "#src/db/migrate.ts";
import { startPostgresServer } from "../house/postgres-server.ts";
import type { Storm } from "./posting-storm.ts";

type Place = Pick<Storm, "settings" | "withDatabase"> & { readonly stop: () => Promise<void> };

/** One server for any number of replicas. */
export async function onServer(): Promise<Place> {
  const server = await startPostgresServer();
  await migrate(server.url);
  const db = openDatabase({ connectionString: server.url });
  return {
    settings: { DATABASE_URL: server.url },
    withDatabase: (use) => use(db),
    async stop() {
      await db.$disconnect();
      await server.stop();
    },
  };
}

/** A folder that belongs to one process at a time. */
export async function onEmbedded(): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), "greenroom-storm-"));
  return {
    settings: { DATA_DIR: folder },
    async withDatabase(use) {
      const postgres = await startEmbeddedPostgres(folder);
      await migrate(postgres.connectionString);
      const db = openDatabase({ connectionString: postgres.connectionString, embedded: true });
      const result = await use(db);
      await db.$disconnect();
      await postgres.stop();
      return result;
    },
    stop: () => rm(folder, { recursive: true, force: true }),
  };
}
