import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { startBot } from "#test/house/process.ts";
import { median } from "./load.ts";
import { startProcess } from "./remote.ts";
import { figure, type Row, times } from "./report.ts";
import type { DiscordCalls } from "./servers/discord.ts";
import type { SlackCalls } from "./servers/slack.ts";

const TOKEN = "MTEwMDAwMDAwMDAwMDAwMDAw.START0.not-a-real-token-0000000000000000000000";

/** From nothing to ready, and what it holds when it is idle. */
export async function measureStart(databaseUrl: string, rounds: number): Promise<Row[]> {
  const [first, later, copied, initialised]: [number[], number[], number[], number[]] = [[], [], [], []];
  let embedded = 0;
  for (let round = 0; round < rounds; round += 1) {
    const dataDir = await mkdtemp(join(tmpdir(), "greenroom-bench-"));
    first.push((await start({ DATA_DIR: dataDir })).seconds);
    const again = await start({ DATA_DIR: dataDir }, round === rounds - 1);
    later.push(again.seconds);
    embedded = again.megabytes;
    await rm(dataDir, { recursive: true });
    copied.push(await database("copied"));
    initialised.push(await database("initdb"));
  }
  const share = median(copied.map((seconds, index) => seconds / (initialised[index] ?? Number.NaN)));

  const discord = await startProcess<DiscordCalls>("./servers/discord.ts");
  const slack = await startProcess<SlackCalls>("./servers/slack.ts", { signingSecret: "0" });
  const server = { DATABASE_URL: databaseUrl };
  const onDiscord = { ...server, DISCORD_TOKEN: TOKEN, DISCORD_API_URL: await discord.call("address") };
  const onSlack = {
    ...server,
    SLACK_BOT_TOKEN: "xoxb-bench",
    SLACK_APP_TOKEN: "xapp-bench",
    SLACK_API_URL: await slack.call("address"),
  };
  const discordOnly = await start(onDiscord, true);
  const slackOnly = await start(onSlack, true);
  await discord.stop();
  await slack.stop();
  const platform = (name: string) => `${name} and a database server`;
  return [
    figure({ path: "playground, first start", measure: "ready, s", aim: 6 }, median(first), { digits: 2 }),
    figure({ path: "playground, later start", measure: "ready, s", aim: 2.5 }, median(later), { digits: 2 }),
    {
      path: "an empty embedded database, beside initdb",
      measure: "seconds",
      ours: median(copied).toFixed(2),
      beside: median(initialised).toFixed(2),
      ratio: times(share),
      aim: "≤ 0.25×",
      holds: share <= 0.25,
    },
    figure({ path: "playground, embedded database", measure: "idle RSS, MB", aim: 600 }, embedded),
    figure({ path: platform("Discord"), measure: "idle RSS, MB", aim: 250 }, discordOnly.megabytes),
    figure({ path: platform("Slack"), measure: "idle RSS, MB", aim: 250 }, slackOnly.megabytes),
    {
      ...figure({ path: platform("Discord"), measure: "ready, s", aim: 0 }, discordOnly.seconds, { digits: 2 }),
      aim: "",
      holds: undefined,
    },
    {
      ...figure({ path: platform("Slack"), measure: "ready, s", aim: 0 }, slackOnly.seconds, { digits: 2 }),
      aim: "",
      holds: undefined,
    },
  ];
}

/** Starts main.ts as an operator does; ready is when /readyz says so. */
async function start(settings: Record<string, string>, weigh = false): Promise<{ seconds: number; megabytes: number }> {
  const started = performance.now();
  const bot = await startBot(settings);
  while ((await fetch(`${bot.url}/readyz`)).status !== 200) await sleep(5);
  const seconds = (performance.now() - started) / 1000;
  if (weigh) await sleep(5_000);
  const status = await readFile(`/proc/${bot.pid}/status`, "utf8").catch(() => "");
  bot.kill("SIGTERM");
  await bot.exited;
  return { seconds, megabytes: Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024 };
}

/** Seconds until an empty embedded database is open, in a fresh process. */
async function database(how: "copied" | "initdb"): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), "greenroom-bench-"));
  const made = await startProcess<{ seconds(): number }>("./bots/empty-database.ts", { how, folder });
  const seconds = await made.call("seconds");
  await made.stop();
  await rm(folder, { recursive: true, force: true });
  return seconds;
}
