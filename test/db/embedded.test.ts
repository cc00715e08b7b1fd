import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createAccounts } from "#src/coach/accounts.ts";
import { openDatabase } from "#src/db/client.ts";
import { startEmbeddedPostgres } from "#src/db/embedded.ts";
import { FolderInUse } from "#src/db/folder-lock.ts";
import { migrate } from "#src/db/migrate.ts";
import { PATIENCE_MS } from "../house/database.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "greenroom-embedded-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe("the embedded database", () => {
  it("keeps its rows over a restart", async () => {
    const first = await startEmbeddedPostgres(folder);
    await migrate(first.connectionString);
    const before = openDatabase({ connectionString: first.connectionString, embedded: true });
    await before.user.create({ data: { name: "Ada" } });
    await before.$disconnect();
    await first.stop();
    const second = await startEmbeddedPostgres(folder);
    const after = openDatabase({ connectionString: second.connectionString, embedded: true });
    expect(await after.user.findMany({ select: { name: true } })).toEqual([{ name: "Ada" }]);
    await after.$disconnect();
    await second.stop();
  });

  it("keeps the statements of many people at once apart", async () => {
    const postgres = await startEmbeddedPostgres(folder);
    await migrate(postgres.connectionString);
    const db = openDatabase({ connectionString: postgres.connectionString, embedded: true, patienceMs: PATIENCE_MS });
    const accounts = createAccounts(db);
    const people = Array.from({ length: 40 }, (_, index) => ({
      platform: "test",
      workspaceId: "",
      userId: `person-${index % 8}`,
      name: `Person ${index % 8}`,
    }));
    const arrived = await Promise.all(
      people.map(async (account, index) => {
        const { person } = await accounts.arrive(`key-${index}`, account);
        await accounts.done(`key-${index}`);
        return (await accounts.find(account))?.name === person.name && person.name;
      }),
    );
    expect(arrived).toEqual(people.map(({ name }) => name));
    await db.$disconnect();
    await postgres.stop();
  });

  it("rolls a failed transaction back whole, beside other connections", async () => {
    const postgres = await startEmbeddedPostgres(folder);
    await migrate(postgres.connectionString);
    const db = openDatabase({ connectionString: postgres.connectionString, embedded: true, patienceMs: PATIENCE_MS });
    const failing = db.$transaction(async (transaction) => {
      await transaction.user.create({ data: { name: "Lost" } });
      throw new Error("changed my mind");
    });
    const others = Array.from({ length: 20 }, (_, index) => db.user.create({ data: { name: `Kept ${index}` } }));
    await expect(failing).rejects.toThrow("changed my mind");
    await Promise.all(others);
    expect(await db.user.count({ where: { name: "Lost" } })).toBe(0);
    expect(await db.user.count()).toBe(20);
    await db.$disconnect();
    await postgres.stop();
  });
});

describe("the lock on a data folder", () => {
  it("names the process that has it", async () => {
    const sleeper = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
    const boot = await readFile("/proc/sys/kernel/random/boot_id", "utf8").catch(() => "");
    const owner = { pid: sleeper.pid, host: hostname(), boot: boot.trim() };
    await writeFile(join(folder, "greenroom.lock"), JSON.stringify(owner));
    const refused = startEmbeddedPostgres(folder);
    await expect(refused).rejects.toThrow(FolderInUse);
    await expect(refused).rejects.toThrow(`in use by process ${sleeper.pid}`);
    sleeper.kill();
  });

  it.each([
    ["a dead process", { pid: 2 ** 22 - 1, host: hostname() }],
    ["another boot", { pid: 1, host: hostname(), boot: "before the reboot" }],
  ])("is taken over from %s", async (_, owner) => {
    await writeFile(join(folder, "greenroom.lock"), JSON.stringify({ boot: "", ...owner }));
    const postgres = await startEmbeddedPostgres(folder);
    expect(JSON.parse(await readFile(join(folder, "greenroom.lock"), "utf8")).pid).toBe(process.pid);
    await postgres.stop();
  });

  it("is taken over when it is unreadable", async () => {
    await writeFile(join(folder, "greenroom.lock"), "{half");
    const postgres = await startEmbeddedPostgres(folder);
    await postgres.stop();
  });
});
