import { link, readFile, rm, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";

/** Another live process works on the same data folder. Two of them would lose each other's rows without an error. */
export class FolderInUse extends Error {
  override name = "FolderInUse";
  readonly folder: string;
  readonly pid: number;
  readonly host: string;

  constructor(folder: string, owner: Owner) {
    super(`The data folder ${folder} is in use by process ${owner.pid} on ${owner.host}.`);
    this.folder = folder;
    this.pid = owner.pid;
    this.host = owner.host;
  }
}

interface Owner {
  pid: number;
  host: string;
  /** Linux's id of this boot: a pid from before a reboot means nothing. Empty where the system has none. */
  boot: string;
}

/** Takes the folder for this process and returns how to give it back. A lock left by a dead process is taken over. */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const file = join(folder, "greenroom.lock");
  const mine: Owner = { pid: process.pid, host: hostname(), boot: await bootId() };
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, JSON.stringify(mine));
  try {
    for (let attempt = 0; ; attempt += 1) {
      try {
        // link() is atomic and fails when the name is taken, with the whole content there from the first moment.
        await link(draft, file);
        return () => rm(file, { force: true });
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "EEXIST" || attempt === 3) throw error;
        const owner = await readOwner(file);
        if (owner && isAlive(owner, mine)) throw new FolderInUse(folder, owner);
        await rm(file, { force: true });
      }
    }
  } finally {
    await rm(draft, { force: true });
  }
}

async function readOwner(file: string): Promise<Owner | undefined> {
  try {
    return JSON.parse(await readFile(file, "utf8")) as Owner;
  } catch {
    // Unreadable or just removed: nobody to wait for.
    return undefined;
  }
}

function isAlive(owner: Owner, mine: Owner): boolean {
  // A folder on a shared disk: the other machine's processes cannot be asked, so its lock stands.
  if (owner.host !== mine.host) return true;
  if (owner.boot !== mine.boot) return false;
  // A container restarts with the same pid, host and boot id as the process that died in it.
  if (owner.pid === mine.pid) return false;
  try {
    process.kill(owner.pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

async function bootId(): Promise<string> {
  return (await readFile("/proc/sys/kernel/random/boot_id", "utf8").catch(() => "")).trim();
}
