import { cp, mkdir, rename, rm, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";
import { Worker } from "node:worker_threads";
import { lockFolder } from "./folder-lock.ts";

export interface EmbeddedPostgres {
  readonly connectionString: string;
  stop(): Promise<void>;
}

/**
 * Starts PostgreSQL inside this process (PGlite, in a worker thread so that its queries never hold up the event loop)
 * over `dataDir`/postgres, and serves it on a loopback port to the same driver adapter that a server database gets.
 * A folder belongs to one process: throws FolderInUse when another one has it.
 */
export async function startEmbeddedPostgres(dataDir: string): Promise<EmbeddedPostgres> {
  await mkdir(dataDir, { recursive: true });
  const unlock = await lockFolder(dataDir);
  try {
    const folder = join(dataDir, "postgres");
    await copyPreparedFolder(folder);
    // PGlite's WebAssembly compiled by V8's second compiler takes 500 MB more and is no faster here.
    setFlagsFromString("--liftoff-only");
    const worker = new Worker(new URL("./embedded-worker.ts", import.meta.url), { workerData: { folder } });
    const port = await firstMessage(worker);
    return {
      connectionString: `postgresql://postgres@127.0.0.1:${port}/postgres`,
      async stop() {
        const stopped = new Promise<void>((resolve) => worker.once("exit", () => resolve()));
        worker.postMessage("stop");
        await stopped;
        await unlock();
      },
    };
  } catch (error) {
    await unlock();
    throw error;
  }
}

/** Where the folder made at install time lies; named by PGlite's version, because the on-disk format may change. */
function preparedFolder(): string {
  const require = createRequire(import.meta.url);
  const packageFile = join(dirname(require.resolve("@electric-sql/pglite")), "..", "package.json");
  const { version } = require(packageFile) as { version: string };
  return fileURLToPath(new URL(`../../node_modules/.cache/greenroom/postgres-${version}`, import.meta.url));
}

/**
 * initdb takes about 4 s and 1 GB; copying a folder that was prepared at install time takes a tenth of it. The copy is
 * made beside its place and renamed, so that a process killed in the middle leaves nothing half made.
 */
async function copyPreparedFolder(folder: string): Promise<void> {
  if (await exists(join(folder, "PG_VERSION"))) return;
  const prepared = preparedFolder();
  if (!(await exists(join(prepared, "PG_VERSION")))) return;
  const half = `${folder}.half`;
  await rm(half, { recursive: true, force: true });
  await cp(prepared, half, { recursive: true });
  await rm(folder, { recursive: true, force: true });
  await rename(half, folder);
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

async function firstMessage(worker: Worker): Promise<number> {
  return new Promise((resolve, reject) => {
    worker.once("error", reject);
    worker.once("message", (port: number) => resolve(port));
  });
}
