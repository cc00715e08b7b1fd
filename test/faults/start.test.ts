import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:net";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startDiscordServer } from "#test/servers/discord/index.ts";
import { startSlackServer } from "#test/servers/slack/index.ts";
import { launchBot, startBot } from "../house/process.ts";
import { Visitor } from "../house/visitor.ts";

const WRONG_DISCORD_TOKEN = `${"M".repeat(24)}.${"G".repeat(6)}.${"x".repeat(38)}`;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "greenroom-start-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Starts a bot that must end by itself, and gives what it said. */
async function failsToStart(settings: Record<string, string>): Promise<string> {
  const bot = launchBot({ DATA_DIR: folder, PORT: "0", ...settings });
  expect(await bot.exited).toBe(1);
  return bot.output();
}

describe("a bot that cannot start", { timeout: 60_000 }, () => {
  it("lists every wrong setting at once", async () => {
    const said = await failsToStart({ PORT: "lots", LOG_LEVEL: "loud" });
    expect(said).toContain("PORT should be a whole number");
    expect(said).toContain("LOG_LEVEL should be one of");
    expect(said).not.toContain("    at ");
  });

  it("says that the port is taken", async () => {
    const taken = await listen();
    const address = taken.address();
    const port = typeof address === "object" && address ? String(address.port) : "";
    const said = await failsToStart({ PORT: port });
    expect(said).toContain(`Port ${port} is taken by another program. Stop that one, or choose another with PORT.`);
    taken.close();
  });

  it("names the process that has the data folder", async () => {
    const first = await startBot({ DATA_DIR: folder });
    expect(await failsToStart({})).toContain(`is in use by process ${first.pid} on`);
    first.kill("SIGTERM");
    expect(await first.exited).toBe(0);
  });

  it("says which folder it cannot write", async () => {
    const file = join(folder, "file");
    await writeFile(file, "");
    const said = await failsToStart({ DATA_DIR: join(file, "data") });
    expect(said).toContain("DATA_DIR");
    expect(said).not.toContain("    at ");
    if (userInfo().uid === 0) return;
    await chmod(folder, 0o500);
    expect(await failsToStart({ DATA_DIR: join(folder, "data") })).toContain("EACCES");
  });

  it("says that Discord refuses the token and where to get one", async () => {
    const server = await startDiscordServer();
    const said = await failsToStart({ DISCORD_TOKEN: WRONG_DISCORD_TOKEN, DISCORD_API_URL: server.url });
    expect(said).toContain("DISCORD_TOKEN");
    expect(said).toContain("https://discord.com/developers/applications");
    expect(said).not.toContain(WRONG_DISCORD_TOKEN);
    await server.stop();
  });

  it("says that Slack refuses the bot token, and where to get one", async () => {
    const server = await startSlackServer();
    const tokens = { SLACK_BOT_TOKEN: "xoxb-wrong-wrong", SLACK_APP_TOKEN: server.appToken };
    const said = await failsToStart({ ...tokens, SLACK_API_URL: server.url });
    expect(said).toContain("SLACK_BOT_TOKEN");
    expect(said).toContain("https://api.slack.com/apps");
    expect(said).not.toContain("xoxb-wrong");
    await server.stop();
  });
});

describe("a bot that is told to stop", { timeout: 60_000 }, () => {
  it("finishes what it is answering and exits 0 within ten seconds", async () => {
    const bot = await startBot({ DATA_DIR: folder });
    const alice = new Visitor(() => bot.url);
    const answers = Array.from({ length: 20 }, () =>
      alice.says("career").then(
        () => "answered",
        (error) => String(error),
      ),
    );
    // The first answer is there, so the others are under way.
    await Promise.race(answers);
    const started = performance.now();
    bot.kill("SIGTERM");
    expect(await bot.exited).toBe(0);
    expect(performance.now() - started).toBeLessThan(10_000);
    const outcomes = await Promise.all(answers);
    // Taken ones are answered; what came after it stopped taking is told so or finds the door closed.
    expect(outcomes.filter((outcome) => outcome === "answered").length).toBeGreaterThan(0);
    expect(outcomes.filter((outcome) => !/answered|503|fetch failed/.test(outcome))).toEqual([]);
  });

  it("closes live pages and runs on one port with health, readiness and metrics", async () => {
    const bot = await startBot({ DATA_DIR: folder });
    const page = await fetch(`${bot.url}/api/live?as=alice&channel=career-lounge`);
    expect(page.ok).toBe(true);
    expect(await (await fetch(`${bot.url}/healthz`)).json()).toEqual({ status: "ok" });
    expect(await (await fetch(`${bot.url}/readyz`)).json()).toMatchObject({
      status: "ready",
      checks: { database: true },
    });
    const metrics = await (await fetch(`${bot.url}/metrics`)).text();
    for (const name of ["interactions_total", "acknowledgement_seconds", "model_calls_total", "database_seconds"]) {
      expect(metrics).toContain(`greenroom_${name}`);
    }
    bot.kill("SIGTERM");
    expect(await bot.exited).toBe(0);
    await page.body?.cancel().catch(() => {});
  });
});

async function listen(): Promise<Server> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
}
