import { setTimeout as sleep } from "node:timers/promises";
import { FIRST } from "./people.ts";
import { startProcess } from "./remote.ts";
import { figure, type Row } from "./report.ts";
import type { DiscordCalls } from "./servers/discord.ts";

const TOKEN = "MTEwMDAwMDAwMDAwMDAwMDAw.HANG00.not-a-real-token-0000000000000000000000";
const HANGING = 100;

/** How soon others are heard while a hundred people wait for a model that says nothing, and charts are being drawn. */
export async function measureHanging(databaseUrl: string, milliseconds: number): Promise<Row[]> {
  const discord = await startProcess<DiscordCalls>("./servers/discord.ts");
  const gemini = await startProcess<{ url(): string; waiting(): number }>("./servers/gemini.ts");
  const bot = await startProcess("./bots/greenroom.ts", {
    DATABASE_URL: databaseUrl,
    DISCORD_TOKEN: TOKEN,
    DISCORD_API_URL: await discord.call("address"),
    GEMINI_API_KEY: "AQ.local-gemini-key",
    GEMINI_API_URL: await gemini.call("url"),
    PORT: "0",
  });
  await discord.call("connected", TOKEN);
  const asked = (what: string, from: number, count: number) => ({
    token: TOKEN,
    asked: what,
    people: { from: FIRST + from, count },
  });
  // What is drawn and read first is loaded then.
  await discord.call("pace", { ...asked("career", 500, 100), perSecond: 50, milliseconds: 1_000 });
  await discord.call("pace", { ...asked("quiz history", 600, 10), perSecond: 5, milliseconds: 1_000 });
  await discord.call("pace", { ...asked("quiz/stop:s@user@", 0, HANGING), perSecond: 200, milliseconds: 500 });
  const starts = discord.call("pace", { ...asked("quiz start", 0, HANGING), perSecond: 200, milliseconds: 500 });
  const started = await starts;
  for (let tries = 0; tries < 100 && (await gemini.call("waiting")) < HANGING; tries += 1) await sleep(50);
  const hung = await gemini.call("waiting");
  const [others, charts] = await Promise.all([
    discord.call("pace", { ...asked("career", 500, 300), perSecond: 100, milliseconds }),
    discord.call("pace", { ...asked("quiz history", 600, 200), perSecond: 10, milliseconds }),
  ]);
  const still = await gemini.call("waiting");
  for (const part of [bot, gemini, discord]) await part.stop();
  if (Math.min(hung, still) < HANGING)
    throw new Error(`Only ${hung}, then ${still} of ${HANGING} model calls were hanging`);
  const lost = started.unacknowledged + others.unacknowledged + charts.unacknowledged;
  if (lost > 0) throw new Error(`${lost} interactions were not acknowledged`);
  const row = (path: string, value: number) =>
    figure({ path, measure: "acknowledged p99, ms", aim: 500 }, value, { digits: 1 });
  return [
    row(`/career, 100 a second, while ${HANGING} model calls hang`, others.acknowledged.p99),
    row("/quiz history with its chart, 10 a second, meanwhile", charts.acknowledged.p99),
    row(`/quiz start, those ${HANGING} themselves, 200 a second`, started.acknowledged.p99),
  ];
}
