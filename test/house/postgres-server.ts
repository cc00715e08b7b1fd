import { execFileSync, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { chown, mkdtemp, readdir, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";

export interface PostgresServer {
  readonly url: string;
  stop(): Promise<void>;
  /** Takes it away, as a crash does. */
  kill(): Promise<void>;
  /** Brings it back on the same port. */
  revive(): Promise<void>;
}

const HOME = "/usr/lib/postgresql";

/** Where Debian's PostgreSQL server is; undefined on a machine without one. */
export async function postgresPrograms(): Promise<string | undefined> {
  if (!existsSync(HOME)) return undefined;
  const versions = (await readdir(HOME)).sort((a, b) => Number(b) - Number(a));
  return versions.map((version) => join(HOME, version, "bin")).find((folder) => existsSync(join(folder, "postgres")));
}

/**
 * A real PostgreSQL server of the test's own. It refuses to run as root, so root starts it as the user postgres. One that is
 * not durable writes nothing to the disk in a hurry: it must not be killed and revived.
 */
export async function startPostgresServer({ durable = true } = {}): Promise<PostgresServer> {
  const programs = await postgresPrograms();
  if (!programs) throw new Error("No PostgreSQL server on this machine (Debian: apt-get install postgresql)");
  const folder = await mkdtemp(join(tmpdir(), "greenroom-postgres-"));
  const data = join(folder, "data");
  const root = userInfo().uid === 0;
  const owner = root ? ownerOf("postgres") : undefined;
  if (owner) await chown(folder, owner.uid, owner.gid);
  const options = { ...owner, cwd: folder, stdio: "ignore" as const };
  execFileSync(join(programs, "initdb"), ["-D", data, "-U", "postgres", "--auth=trust", "-E", "UTF8", "-N"], options);
  const port = await freePort();
  const settings = [
    "-c",
    "listen_addresses=127.0.0.1",
    "-c",
    `unix_socket_directories=${folder}`,
    "-c",
    "max_connections=200",
    ...(durable ? [] : ["-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off"]),
  ];
  const start = () => spawn(join(programs, "postgres"), ["-D", data, "-p", String(port), ...settings], options);
  const url = `postgresql://postgres@127.0.0.1:${port}/postgres`;
  let server = start();
  await answering(url);
  return {
    url,
    async kill() {
      server.kill("SIGQUIT");
      await ended(server);
    },
    async revive() {
      server = start();
      await answering(url);
    },
    async stop() {
      server.kill("SIGQUIT");
      await ended(server);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function ended(server: ReturnType<typeof spawn>): Promise<void> {
  if (server.exitCode === null && server.signalCode === null)
    await new Promise((resolve) => server.once("exit", resolve));
}

async function answering(url: string): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      return await client.end();
    } catch (error) {
      if (attempt === 100) throw error;
      await wait(100);
    }
  }
}

function ownerOf(user: string): { uid: number; gid: number } {
  const id = (flag: string) => Number(execFileSync("id", [flag, user], { encoding: "utf8" }));
  return { uid: id("-u"), gid: id("-g") };
}

/** Below those that the system hands out by itself, so that nobody gets it before, or between, whoever it is for. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 12_000);
    const probe = createServer();
    const free = await new Promise<boolean>((resolve) => {
      probe.once("error", () => resolve(false)).listen(port, "127.0.0.1", () => resolve(true));
    });
    if (!free) continue;
    await new Promise((resolve) => probe.close(resolve));
    return port;
  }
}
