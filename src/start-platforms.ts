import type { Logger } from "pino";
import { commands } from "#commands/index.ts";
import type { Dispatch } from "./chat/dispatch.ts";
import type { Drawing } from "./chat/message.ts";
import type { Communities, Platform } from "./chat/platform.ts";
import type { Coach } from "./coach/index.ts";
import { type Config, SETTINGS, type SlackConfig } from "./config.ts";
import type { Database } from "./db/client.ts";
import { createPlaygroundStore } from "./db/playground-store.ts";
import type { Metrics } from "./http/metrics.ts";
import type { HttpServer } from "./http/server.ts";
import { createLink, createManifest } from "./platforms/slack/manifest.ts";

export interface PlatformParts {
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly dispatch: Dispatch;
  readonly http: HttpServer;
  readonly db: Database;
  readonly drawChart: (chart: Drawing) => Promise<Uint8Array>;
  readonly communities: Coach["communities"];
  readonly say: (line: string) => void;
  /** Hears of a platform that is about to start. */
  readonly starting: (platform: Platform) => void;
  /** Hears of a platform that refuses us, at start or later. */
  readonly refused: (error: unknown) => void;
}

/**
 * Resolves when the playground is open, if it is on, and the others are on their way: one that is out of reach goes on
 * trying and holds nobody up. A platform's library is loaded only when it is configured: each costs a third of a second
 * and 60 MB.
 */
export async function startPlatforms(config: Config, parts: PlatformParts): Promise<void> {
  if (config.discord) startDiscord(config.discord, parts).catch(parts.refused);
  if (config.slack) startSlack(config.slack, parts).catch(parts.refused);
  if (config.playground) await startPlayground(parts);
  announce(config, parts);
}

async function startPlayground(parts: PlatformParts): Promise<void> {
  const { createPlayground } = await import("./platforms/playground/connect.ts");
  const { dispatch, log, db, drawChart, http } = parts;
  const store = createPlaygroundStore(db);
  const playground = createPlayground({ dispatch, store, log, drawChart, observe: observe(parts, "playground") });
  await begin(playground, parts);
  http.playground = playground.fetch;
}

async function startDiscord(discord: NonNullable<Config["discord"]>, parts: PlatformParts): Promise<void> {
  const { createDiscord } = await import("./platforms/discord/connect.ts");
  const { dispatch, log, drawChart, say, refused } = parts;
  const { token, apiUrl } = discord;
  const communities = communitiesOn("discord", parts);
  const settings = { token, dispatch, communities, log, drawChart, observe: observe(parts, "discord") };
  const platform = createDiscord({ ...settings, ...(apiUrl && { apiUrl }) });
  void platform.failed.then(refused);
  await begin(platform, parts);
  const links = platform.installLinks();
  if (!links) return say("  Discord      out of reach; it is tried again");
  say(`  Discord      add it to a server: ${links.server}`);
  say(`               or to your own account: ${links.account}`);
}

async function startSlack(slack: SlackConfig, parts: PlatformParts): Promise<void> {
  const { createSlack } = await import("./platforms/slack/connect.ts");
  const { dispatch, drawChart, log, http, say } = parts;
  const { botToken, appToken, signingSecret, apiUrl, commandName, organisers } = slack;
  const platform = createSlack({
    botToken,
    commandName,
    organisers,
    dispatch,
    communities: communitiesOn("slack", parts),
    drawChart,
    log,
    observe: observe(parts, "slack"),
    ...(appToken && { appToken }),
    ...(signingSecret && { signingSecret }),
    ...(apiUrl && { apiUrl }),
  });
  if (!appToken) http.slack = platform.receiveHttp;
  await begin(platform, parts);
  const way = appToken ? "Socket Mode" : `HTTP at ${http.url}/slack/events`;
  say(`  Slack        ${way}: type ${commandName} in your workspace`);
}

/** The communities of one platform. */
function communitiesOn(platform: string, { communities }: PlatformParts): Communities {
  return {
    left: (workspaceId) => communities.left(platform, workspaceId),
    returned: (workspaceId) => communities.returned(platform, workspaceId),
  };
}

function observe({ metrics }: PlatformParts, platform: string) {
  return { acknowledged: (milliseconds: number) => metrics.acknowledged(platform, milliseconds) };
}

async function begin(platform: Platform, { starting }: PlatformParts): Promise<void> {
  starting(platform);
  await platform.start();
}

/** What a person at a terminal needs to know; the line to click comes last. */
function announce(config: Config, { http: { url }, say }: PlatformParts): void {
  say(`  Health       ${url}/healthz  ${url}/readyz  ${url}/metrics`);
  if (!config.discord) say("  Discord      off: set DISCORD_TOKEN (README.md, Discord in five minutes)");
  if (!config.slack) {
    const manifest = createManifest({ commands, commandName: SETTINGS.SLACK_COMMAND.usual });
    say(`  Slack        off: create the app with ${createLink(manifest)}`);
  }
  if (config.playground) say(`\n  Playground   ${url}   <- click here and type /\n`);
}
