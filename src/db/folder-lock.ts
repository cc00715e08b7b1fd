import { link, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
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

/** A lock that was not renewed for this long is dead, wherever its owner ran. */
const DEAD_AFTER_MS = 60_000;
const RENEW_MS = 10_000;

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
        break;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "EEXIST" || attempt === 3) throw error;
        await clearDeadLock(folder, file, mine);
      }
    }
  } finally {
    await rm(draft, { force: true });
  }
  const renewing = setInterval(() => utimes(file, new Date(), new Date()).catch(() => {}), RENEW_MS);
  renewing.unref();
  return async () => {
    clearInterval(renewing);
    await rm(file, { force: true });
  };
}

/** Throws FolderInUse when the owner lives. */
async function clearDeadLock(folder: string, file: string, mine: Owner): Promise<void> {
  const found = await readLock(file);
  if (!found) return;
  if (found.owner && isAlive(found.owner, found.renewed, mine)) throw new FolderInUse(folder, found.owner);
  // Two that start at once may both see a dead owner. Renaming is atomic, so only one gets the file; and if that was a
  // fresh lock of the other one, it is put back.
  const aside = `${file}.dead.${process.pid}`;
  await rename(file, aside).catch(() => {});
  const moved = await readLock(aside);
  if (moved?.text !== found.text) await link(aside, file).catch(() => {});
  await rm(aside, { force: true });
}

async function readLock(file: string): Promise<{ text: string; owner: Owner | undefined; renewed: Date } | undefined> {
  try {
    const [text, { mtime }] = await Promise.all([readFile(file, "utf8"), stat(file)]);
    return { text, owner: readOwner(text), renewed: mtime };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

function readOwner(text: string): Owner | undefined {
  try {
    return JSON.parse(text) as Owner;
  } catch {
    // Unreadable: nobody to ask.
    return undefined;
  }
}

function isAlive(owner: Owner, renewed: Date, mine: Owner): boolean {
  // Another machine or container: its processes cannot be asked, but a living one renews its lock.
  if (owner.host !== mine.host) return Date.now() - renewed.getTime() < DEAD_AFTER_MS;
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
