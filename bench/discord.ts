import { type Contestant, contest, type Pace, type Result } from "./contest.ts";
import { FIRST } from "./people.ts";
import { startProcess } from "./remote.ts";
import { compare, type Row, times } from "./report.ts";
import type { Asked, DiscordCalls } from "./servers/discord.ts";

const token = (name: string) =>
  `MTEwMDAwMDAwMDAwMDAwMDAw.${name.padEnd(6, "0")}.not-a-real-token-0000000000000000000000`;

/** Ours and a bare discord.js side by side, against the same Discord and the same database. */
export async function measureDiscord(pace: Pace, database: { url: string; people: number }): Promise<Row[]> {
  const discord = await startProcess<DiscordCalls>("./servers/discord.ts");
  const apiUrl = await discord.call("address");
  const base = { apiUrl, databaseUrl: database.url };
  const plain = await startProcess("./bots/discord-plain.ts", { ...base, token: token("PLAIN") });
  const bare = await startProcess("./bots/discord-bare.ts", { ...base, token: token("BARE") });
  const limited = await startProcess("./bots/discord-bare.ts", { ...base, token: token("LIMIT"), limited: true });
  const settings = { DATABASE_URL: database.url, DISCORD_API_URL: apiUrl, DISCORD_TOKEN: token("OURS"), PORT: "0" };
  const whole = await startProcess("./bots/greenroom.ts", settings);
  const bots = { plain, bare, limited, whole };
  const tokens = { plain: token("PLAIN"), bare: token("BARE"), limited: token("LIMIT"), whole: token("OURS") };
  for (const name of Object.values(tokens)) await discord.call("connected", name);
  const people = { from: FIRST, count: database.people };

  const contestant = (bot: keyof typeof bots, name: string, asked: Pick<Asked, "asked" | "requests">): Contestant => ({
    name,
    bot: bots[bot],
    load: (load) => discord.call("run", { ...load, ...asked, token: tokens[bot], people }),
  });
  const pair = async (ours: "plain" | "whole", asked: Pick<Asked, "asked" | "requests">) =>
    (await contest([contestant(ours, "ours", asked), contestant("bare", "bare discord.js", asked)], pace)) as Pair;

  const rows: Row[] = [];
  rows.push(
    ...compare("Discord, no database", await pair("plain", { asked: "plain" }), { rate: 0.75, cpu: 1.3, p50: 1.3 }),
  );
  const slow = { asked: "slow", requests: 2 };
  const [late, bareLate] = await pair("plain", slow);
  rows.push(...compare("Discord, deferred", [late, bareLate], { rate: 0.7 }));
  // Its 50 a second take a second to be reached, and say nothing about time.
  const waiting = { ...pace, rounds: 1, aloneMs: 50, loadMs: 2_000, warmUpMs: 1_000 };
  const [held] = await contest([{ ...contestant("limited", "default", slow), inFlight: 8 }], waiting);
  const gain = late.middle.rate / (held?.middle.rate ?? Number.NaN);
  rows.push({
    path: "Discord, deferred, beside discord.js as it comes",
    measure: "rate, 1/s",
    ours: late.middle.rate.toFixed(0),
    beside: (held?.middle.rate ?? Number.NaN).toFixed(0),
    ratio: times(gain),
    aim: "≥ 20×",
    holds: gain >= 20,
  });
  const [card, withPrisma, inOne] = (await contest(
    [
      contestant("whole", "ours", { asked: "career" }),
      contestant("bare", "bare discord.js + Prisma", { asked: "career" }),
      contestant("bare", "bare discord.js + our statement", { asked: "career-in-one" }),
    ],
    pace,
  )) as [Result, Result, Result];
  rows.push(...compare("Discord, /career", [card, withPrisma], { rate: 0.8, cpu: 1.25, p50: 1.25 }));
  // Without the inbox that keeps a repeated delivery from having a second effect: what that costs.
  rows.push(...compare("Discord, /career", [card, inOne], {}));
  const press = { asked: "quiz/answer:s@user@:0:1" };
  rows.push(...compare("Discord, quiz press", await pair("whole", press), { rate: 0.7 }));
  for (const part of [plain, bare, limited, whole, discord]) await part.stop();
  return rows;
}

type Pair = [Result, Result];
