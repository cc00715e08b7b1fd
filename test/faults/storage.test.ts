import { readdir, readFile } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listMigrations, MIGRATIONS_DIR, migrate } from "#src/db/migrate.ts";
import { hasServer } from "../house/database.ts";
import { freePort, type PostgresServer, startPostgresServer } from "../house/postgres-server.ts";
import { type BotProcess, launchBot, startBot } from "../house/process.ts";
import { textOf, Visitor } from "../house/visitor.ts";

describe.skipIf(!hasServer)("with a PostgreSQL server", { timeout: 120_000 }, () => {
  let postgres: PostgresServer;
  beforeAll(async () => {
    postgres = await startPostgresServer();
  });
  afterAll(() => postgres.stop());

  it("lets one of several replicas migrate while the others wait", async () => {
    const applied = await Promise.all(Array.from({ length: 5 }, () => migrate(postgres.url)));
    expect(applied.map((names) => names.length).sort()).toEqual([
      0,
      0,
      0,
      0,
      (await readdir(MIGRATIONS_DIR)).length - 1,
    ]);
  });

  it("takes over the web app's database when the bot starts, and loses no row", async () => {
    const admin = new pg.Client({ connectionString: postgres.url });
    await admin.connect();
    await admin.query("CREATE DATABASE web");
    await admin.end();
    const url = postgres.url.replace(/postgres$/, "web");
    const web = new pg.Client({ connectionString: url });
    await web.connect();
    const [first] = (await listMigrations()).migrationDirectories;
    await web.query(await readFile(`${MIGRATIONS_DIR}/${first?.path}/migration.sql`, "utf8"));
    await web.query(`INSERT INTO "User" ("id", "clerkUserId", "email", "name", "updatedAt")
      VALUES ('web-1', 'user_2abc', 'ada@example.org', 'Ada', now())`);
    await web.query(
      `INSERT INTO "Resume" ("id", "userId", "content", "updatedAt") VALUES ('r1', 'web-1', '# Ada', now())`,
    );
    const bot = await startBot({ DATABASE_URL: url, PLAYGROUND: "on" });
    await new Visitor(() => bot.url).says("career");
    bot.kill("SIGTERM");
    expect(await bot.exited).toBe(0);
    const { rows } = await web.query(
      `SELECT u."clerkUserId", u."email", r."content" FROM "User" u JOIN "Resume" r ON r."userId" = u."id"`,
    );
    expect(rows).toEqual([{ clerkUserId: "user_2abc", email: "ada@example.org", content: "# Ada" }]);
    const { rows: people } = await web.query('SELECT count(*)::int AS "count" FROM "User"');
    expect(people).toEqual([{ count: 2 }]);
    await web.end();
  });

  describe("that goes away", () => {
    let bot: BotProcess;
    const alice = new Visitor(() => bot.url);
    beforeAll(async () => {
      bot = await startBot({ DATABASE_URL: postgres.url, PLAYGROUND: "on" });
    });
    afterAll(async () => {
      bot.kill("SIGTERM");
      await bot.exited;
    });

    it("tells people so in time, loses nothing, and recovers without a restart", async () => {
      await alice.says("profile edit");
      await alice.submits("profile/basics:", { industry: "finance" });
      await alice.chooses(await alice.sees(), "Banking");
      await alice.says("quiz start questions:3");
      const question = await alice.sees();
      await postgres.kill();
      const started = performance.now();
      const said = JSON.stringify(await alice.presses(question, "A").catch(String));
      expect(performance.now() - started).toBeLessThan(4_000);
      expect(said).not.toContain("Something broke");
      expect((await fetch(`${bot.url}/healthz`)).status).toBe(200);
      expect((await fetch(`${bot.url}/readyz`)).status).toBe(503);
      await postgres.revive();
      for (let attempt = 0; attempt < 50 && (await fetch(`${bot.url}/readyz`)).status !== 200; attempt += 1)
        await wait(100);
      expect((await fetch(`${bot.url}/readyz`)).status).toBe(200);
      await alice.says("quiz start");
      await alice.presses(await alice.sees(), "Carry on");
      await alice.presses(await alice.sees(), "B");
      expect(textOf(await alice.sees())).toMatch(/[01] of 1 right so far/);
    });
  });

  it("is waited for when it is not there at the start", async () => {
    await postgres.kill();
    const port = await freePort();
    const bot = launchBot({ DATABASE_URL: postgres.url, PLAYGROUND: "on", PORT: String(port) });
    const status = (path: string) =>
      fetch(`http://127.0.0.1:${port}${path}`).then(
        (r) => r.status,
        () => 0,
      );
    for (let attempt = 0; attempt < 100 && (await status("/healthz")) !== 200; attempt += 1) await wait(100);
    expect(await status("/healthz")).toBe(200);
    expect(await status("/readyz")).toBe(503);
    await postgres.revive();
    for (let attempt = 0; attempt < 200 && (await status("/readyz")) !== 200; attempt += 1) await wait(100);
    expect(await status("/readyz")).toBe(200);
    expect(bot.output()).toContain("the database cannot be reached");
    bot.kill("SIGTERM");
    expect(await bot.exited).toBe(0);
  });
});
