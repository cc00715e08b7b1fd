import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type CorpusResume, corpus } from "#test/documents/corpus/index.ts";
import { LAYOUTS, type Layout } from "#test/documents/corpus/layouts.ts";
import { drawPdf } from "#test/documents/corpus/pdf.ts";
import { type BotProcess, startBot } from "#test/house/process.ts";
import { type DiscordServer, type Person, startDiscordServer } from "#test/servers/discord/index.ts";
import { read } from "./house.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

let folder: string;
let server: DiscordServer;
let bot: BotProcess;
let pdf: Uint8Array;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "greenroom-discord-"));
  // A slow machine may take its time, but where Discord's three seconds are what is tested.
  server = await startDiscordServer({ maxConcurrency: 10, respondMs: 20_000, answerMs: 20_000 });
  await readDescription();
  pdf = await drawPdf(corpus[0] as CorpusResume, LAYOUTS[0] as Layout, 0);
  bot = await start();
});
afterAll(async () => {
  bot.kill("SIGKILL");
  await bot.exited;
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Has the server read its description of Discord and what it says of first responses: that is none of the bot's time. */
async function readDescription(): Promise<void> {
  const { user, dm } = server.person();
  const { id, record } = server.sends({ type: 2, user, channel_id: dm.id, data: {} });
  await fetch(`${server.url}/v10/interactions/${id}/${record.token}/callback`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ type: 5 }),
  });
}

/** The bot as an operator starts it, when Discord has it. */
async function start(): Promise<BotProcess> {
  const started = await startBot({
    DATA_DIR: folder,
    DISCORD_TOKEN: server.token,
    DISCORD_API_URL: server.url,
    PLAYGROUND: "off",
  });
  while (!(await fetch(`${started.url}/readyz`)).ok) await wait(50);
  return started;
}

async function restart(signal: "SIGTERM" | "SIGKILL"): Promise<void> {
  bot.kill(signal);
  await bot.exited;
  bot = await start();
}

const attached = (person: Person) => person.attaches({ name: "cv.pdf", mediaType: "application/pdf", bytes: pdf });

describe("the bot in a process of its own, on Discord", () => {
  it("says within Discord's three seconds that it reads a file that takes longer to come, and then what is in it", async () => {
    const channel = server.guild({ name: "Career club" }).channel("general");
    const ada = server.person({ name: "Ada" });
    server.fault({ match: ({ path }) => path.includes("/attachments/"), kind: "delay", delayMs: 4500 });
    const turn = ada.runs(channel, "resume import", { file: attached(ada) });
    const first = await turn.acknowledged();
    expect(first.ackMs).toBeLessThan(3000);
    expect(first.message?.ephemeral).toBe(true);
    const progress = await turn.message();
    expect(progress.text()).toContain("I am reading it.");
    const shown = await read(turn);
    expect(shown.text).toContain("What I found in your PDF");
    expect(shown.last.id).toBe(progress.id);
    const saved = await read(ada.presses(shown.last, "Save it"));
    expect(saved.text).toContain("Saved: this is your resume now.");
  });

  it("answers the buttons of old messages after a restart, and after a kill", { timeout: 120_000 }, async () => {
    const channel = server.guild({ name: "Career club" }).channel("general");
    const bob = server.person({ name: "Bob" });
    const shown = await read(bob.runs(channel, "resume import", { file: attached(bob) }));
    await restart("SIGTERM");
    const saved = await read(bob.presses(shown.last, "Save it"));
    expect(saved.text).toContain("Saved: this is your resume now.");
    const made = await read(bob.presses(saved.last, "Make a PDF"));
    const line = await read(bob.runs(channel, "resume improve"));
    await restart("SIGKILL");
    const modern = await read(bob.presses(made.last, "Modern template"));
    expect(modern.text).toContain("Modern template on");
    expect(modern.files.map(({ name }) => name)).toContain("Amara-Okafor-resume.pdf");
    const stopped = await read(bob.presses(line.last, "Stop here"));
    expect(stopped.text).toContain("Nothing was changed so far");
  });

  it("kept every request to Discord's own contract and limits, and acknowledged each once", () => {
    expect(server.violations).toEqual([]);
    const requests = server.journal.filter(({ method }) => method !== "GATEWAY");
    expect(requests.filter(({ status = 0 }) => status >= 400)).toEqual([]);
  });
});
