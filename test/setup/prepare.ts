import { fileURLToPath } from "node:url";
import pg from "pg";
import { migrate } from "#src/db/migrate.ts";
import { chromiumPath, wholeChromiumPath } from "#test/house/chromium.ts";
import { SHARED_SERVER } from "#test/house/database.ts";
import { postgresPrograms, startPostgresServer } from "#test/house/postgres-server.ts";

/** Says loudly what this machine lacks: in CI nothing may be left out. Starts the server on which each test gets its database. */
export default async function prepare(): Promise<(() => Promise<void>) | undefined> {
  // A process of ours is ready in four fifths of the time when what it reads is compiled already, and the tests start hundreds.
  process.env["NODE_COMPILE_CACHE"] ??= fileURLToPath(
    new URL("../../node_modules/.cache/greenroom/compiled", import.meta.url),
  );
  // In pages of two megabytes, memory is had in a fraction of the time on a virtual machine; malloc(3) of glibc asks for them.
  process.env["GLIBC_TUNABLES"] ??= "glibc.malloc.hugetlb=1";
  const programs = await postgresPrograms();
  if (!programs && process.env["CI"])
    throw new Error("CI must have a PostgreSQL server (Debian: apt-get install postgresql)");
  const missing = [
    !chromiumPath && "the browser tests: no Chromium (Debian: apt-get install chromium)",
    chromiumPath &&
      !wholeChromiumPath &&
      "PDFs in the browser: no /usr/bin/chromium (Debian: apt-get install chromium)",
    !programs && "the tests of several replicas: no PostgreSQL server (Debian: apt-get install postgresql)",
    !process.env["SPECS_DIR"] && "the check against the platforms' own contracts: SPECS_DIR names no folder",
  ].filter((line) => typeof line === "string");
  for (const line of missing) process.stderr.write(`\nLEFT OUT: ${line}\n`);
  if (!programs) return undefined;
  const server = await startPostgresServer({ durable: false }).catch((error: unknown) => {
    if (process.env["CI"]) throw error;
    process.stderr.write(
      `\nLEFT OUT: the tests of several replicas: the PostgreSQL server does not start (${error})\n`,
    );
    return undefined;
  });
  if (!server) return undefined;
  process.env[SHARED_SERVER] = await makeTemplate(server.url);
  return () => server.stop();
}

/** A migrated database that nobody uses: each test's is a copy of it. */
async function makeTemplate(server: string): Promise<string> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query("CREATE DATABASE greenroom");
  await client.end();
  const { href } = new URL("/greenroom", server);
  await migrate(href);
  return href;
}
