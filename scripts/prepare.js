// Runs after `npm install` on whatever Node the host has: makes Prisma's client, and the empty database folder that a
// first start copies instead of running initdb (about 4 s and 1 GB of memory).
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const require = createRequire(import.meta.url);

const prisma = join(root, "node_modules", "prisma", "build", "index.js");
if (existsSync(prisma)) {
  // Generating needs no schema engine, but looks for one and would download it: any existing file satisfies it.
  const environment = {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
  };
  const made = spawnSync(process.execPath, [prisma, "generate"], { cwd: root, env: environment, stdio: "inherit" });
  if (made.status !== 0) process.exit(made.status ?? 1);
}

const pglite = dirname(dirname(require.resolve("@electric-sql/pglite")));
const folder = join(
  root,
  "node_modules",
  ".cache",
  "greenroom",
  `postgres-${require(join(pglite, "package.json")).version}`,
);
if (!existsSync(join(folder, "PG_VERSION"))) {
  const half = `${folder}.half`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(dirname(folder), { recursive: true });
  const { PGlite } = await import("@electric-sql/pglite");
  const database = await PGlite.create(half);
  await database.close();
  renameSync(half, folder);
}
