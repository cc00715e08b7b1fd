import { type Contestant, contest, type Pace, type Result } from "./contest.ts";
import { type Remote, startProcess } from "./remote.ts";
import { compare, type Row } from "./report.ts";
import type { SlackCalls } from "./servers/slack.ts";

/** Ours, Bolt with its own receivers, and a bare WebSocket, against the same Slack. */
export async function measureSlack(pace: Pace): Promise<Row[]> {
  const signingSecret = "8f742231b10e8888abcd99eeeccc85a5";
  const slack = await startProcess<SlackCalls>("./servers/slack.ts", { signingSecret });
  const base = { apiUrl: await slack.call("address"), signingSecret };
  const overHttp = async (file: string) => {
    const bot = await startProcess<{ url(): string }>(file, base);
    return { bot, to: await bot.call("url") };
  };
  const overSocket = async (file: string, appToken: string) => {
    const bot = await startProcess<{ url(): string }>(file, { ...base, appToken });
    await slack.call("connected", appToken);
    return { bot, to: appToken };
  };
  const ours = await overHttp("./bots/slack-plain.ts");
  const bolt = await overHttp("./bots/slack-bolt.ts");
  const oursOnSocket = await overSocket("./bots/slack-plain.ts", "xapp-ours");
  const boltOnSocket = await overSocket("./bots/slack-bolt.ts", "xapp-bolt");
  const raw = await overSocket("./bots/slack-raw.ts", "xapp-raw");

  const instant = ({ bot, to }: Side, name: string): Contestant => ({
    name,
    bot,
    load: (load) => slack.call("run", { ...load, to, asked: "plain", late: false }),
  });
  const late = ({ bot, to }: Side, name: string): Contestant => ({
    name,
    bot,
    load: (load) => slack.call("run", { ...load, to, asked: "plain/again", late: true }),
  });
  const measure = async (contestants: readonly Contestant[]) =>
    (await contest(contestants, pace)) as [Result, Result, Result];

  const rows: Row[] = [];
  const [http, boltHttp] = await measure([instant(ours, "ours"), instant(bolt, "Bolt's HTTPReceiver")]);
  rows.push(...compare("Slack over HTTP, instant", [http, boltHttp], { rate: 2.5 }));
  const [httpLate, boltLate] = await measure([late(ours, "ours"), late(bolt, "Bolt's respond()")]);
  rows.push(...compare("Slack over HTTP, late", [httpLate, boltLate], { rate: 5 }));
  const [socket, boltSocket, floor] = await measure([
    instant(oursOnSocket, "ours"),
    instant(boltOnSocket, "Bolt's SocketModeReceiver"),
    instant(raw, "a raw WebSocket"),
  ]);
  rows.push(...compare("Slack in Socket Mode, instant", [socket, floor], { rate: 0.6 }));
  rows.push(...compare("Slack in Socket Mode, instant", [socket, boltSocket], {}));
  const [socketLate, boltSocketLate] = await measure([
    late(oursOnSocket, "ours"),
    late(boltOnSocket, "Bolt's respond()"),
  ]);
  rows.push(...compare("Slack in Socket Mode, late", [socketLate, boltSocketLate], { rate: 5 }));
  for (const { bot } of [ours, bolt, oursOnSocket, boltOnSocket, raw]) await bot.stop();
  await slack.stop();
  return rows;
}

interface Side {
  readonly bot: Remote<{ url(): string }>;
  readonly to: string;
}
