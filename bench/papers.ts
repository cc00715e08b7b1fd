import type { GreenroomCalls } from "./bots/greenroom.ts";
import { FIRST } from "./people.ts";
import { startProcess } from "./remote.ts";
import { figure, type Row } from "./report.ts";
import type { DiscordCalls } from "./servers/discord.ts";

const TOKEN = "MTEwMDAwMDAwMDAwMDAwMDAw.PAPERS.not-a-real-token-000000000000000000000";

/** How soon others are heard while ten resumes a second are drawn, read back and sent with a picture of page one. */
export async function measurePapers(databaseUrl: string, milliseconds: number): Promise<Row[]> {
  const discord = await startProcess<DiscordCalls>("./servers/discord.ts");
  const bot = await startProcess<GreenroomCalls>("./bots/greenroom.ts", {
    DATABASE_URL: databaseUrl,
    DISCORD_TOKEN: TOKEN,
    DISCORD_API_URL: await discord.call("address"),
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
  await discord.call("pace", { ...asked("resume pdf", 0, 10), perSecond: 5, milliseconds: 2_000 });
  await bot.call("watch");
  const [others, papers] = await Promise.all([
    discord.call("pace", { ...asked("career", 500, 300), perSecond: 100, milliseconds }),
    discord.call("pace", { ...asked("resume pdf", 0, 300), perSecond: 10, milliseconds }),
  ]);
  const { delay, computed } = await bot.call("watched");
  for (const part of [bot, discord]) await part.stop();
  const lost = others.unacknowledged + papers.unacknowledged;
  if (lost > 0) throw new Error(`${lost} interactions were not acknowledged`);
  const p99 = (path: string, value: number) =>
    figure({ path, measure: "acknowledged p99, ms", aim: 500 }, value, { digits: 1 });
  const path = "the event loop meanwhile";
  return [
    p99("/career, 100 a second, while ten resumes a second are drawn", others.acknowledged.p99),
    p99("/resume pdf, 10 a second, meanwhile", papers.acknowledged.p99),
    figure({ path, measure: "delayed at most, ms", aim: 50 }, delay, { digits: 1 }),
    figure({ path, measure: "computes at most at a time, ms", aim: 50 }, computed, { digits: 1 }),
  ];
}
