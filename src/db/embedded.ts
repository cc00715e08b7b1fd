import { cpSync } from "node:fs";
import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";
import { Worker } from "node:worker_threads";
import { lockFolder } from "./folder-lock.ts";

export interface EmbeddedPostgres {
  readonly connectionString: string;
  /** Resolves if it ends without being told to. */
  readonly failed: Promise<Error>;
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
    let stopping = false;
    const exited = new Promise<void>((resolve) => worker.once("exit", () => resolve()));
    const failed = new Promise<Error>((resolve) => {
      worker.on("error", resolve);
      void exited.then(() => !stopping && resolve(new Error("The embedded database ended by itself")));
    });
    return {
      connectionString: `postgresql://postgres@127.0.0.1:${port}/postgres`,
      failed,
      async stop() {
        stopping = true;
        worker.postMessage("stop");
        await exited;
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

/** There is something in the database folder that is no database: it is left alone. */
export class FolderDamaged extends Error {
  override name = "FolderDamaged";
  readonly folder: string;

  constructor(folder: string) {
    super(`The database folder ${folder} is damaged: it holds files, but no complete database.`);
    this.folder = folder;
  }
}

/**
 * initdb takes about 4 s and 1 GB; copying a folder that was prepared at install time takes a tenth of it. The copy is
 * made beside its place and renamed, so that a process killed in the middle leaves nothing half made.
 */
async function copyPreparedFolder(folder: string): Promise<void> {
  const found = await filesIn(folder);
  if (found.includes("PG_VERSION")) return;
  if (found.length > 0) throw new FolderDamaged(folder);
  const prepared = preparedFolder();
  if (!(await filesIn(prepared)).includes("PG_VERSION")) return;
  const half = `${folder}.half`;
  await rm(half, { recursive: true, force: true });
  // Three to seven times as fast as the asynchronous one, and nothing else is going on yet.
  cpSync(prepared, half, { recursive: true });
  // Replaces an empty folder; never one with something in it.
  await rename(half, folder);
}

async function filesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    // Only this means that nothing is there; whatever else is wrong with the disk must be heard.
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}

async function firstMessage(worker: Worker): Promise<number> {
  return new Promise((resolve, reject) => {
    worker.once("error", reject);
    worker.once("exit", (code) => reject(new Error(`The embedded database ended with ${code} before it was ready`)));
    worker.once("message", (port: number) => resolve(port));
  });
}
