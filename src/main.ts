import { setTimeout as wait } from "node:timers/promises";
import type { Logger } from "pino";
import { gates } from "#commands/gates.ts";
import { commands } from "#commands/index.ts";
import { createOfflineModel } from "./ai/offline.ts";
import { createDispatch, type Dispatch } from "./chat/dispatch.ts";
import type { Chart } from "./chat/message.ts";
import { type Platform, PlatformRefused } from "./chat/platform.ts";
import { type Coach, createCoach } from "./coach/index.ts";
import type { Model } from "./coach/model.ts";
import { type Config, readConfig, SETTINGS, type SlackConfig, WrongSettings } from "./config.ts";
import { type Database, openDatabase } from "./db/client.ts";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "./db/embedded.ts";
import { explainDatabaseError } from "./db/errors.ts";
import { FolderInUse } from "./db/folder-lock.ts";
import { migrate } from "./db/migrate.ts";
import { createPlaygroundStore } from "./db/playground-store.ts";
import { createMetrics, type Metrics } from "./http/metrics.ts";
import { type HttpServer, startHttpServer } from "./http/server.ts";
import { startHousekeeping } from "./jobs/housekeeping.ts";
import { createLog } from "./log.ts";
import { createLink, createManifest } from "./platforms/slack/manifest.ts";

/** SIGTERM must end everything within 10 s; platforms get 8 of them. */
const STOP_MS = 10_000;

export interface Greenroom {
  readonly url: string;
  /** Rejects when a platform refuses us at run time; resolves when it was stopped. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

/** Config -> http -> database -> coach -> platforms -> jobs; stops in reverse. `say` writes for a person at a terminal. */
export async function startGreenroom(config: Config, say: (line: string) => void): Promise<Greenroom> {
  const log = createLog(config.logLevel);
  const metrics = createMetrics();
  const running: Running = { platforms: [], stops: [], stopping: new AbortController() };
  let end = { resolve: () => {}, reject: (_: unknown) => {} };
  const ended = new Promise<void>((resolve, reject) => {
    end = { resolve, reject };
  });
  // Whoever starts it may not be waiting for its end.
  ended.catch(() => {});
  let stopped: Promise<void> | undefined;
  const stop = () => {
    stopped ??= stopAll(running, log).then(end.resolve, end.reject);
    return stopped;
  };
  try {
    const http = await startHttp(config, metrics, running);
    const coach = await openCoach(config, { log, metrics, running });
    const dispatch = openDispatch(coach, log, metrics);
    running.stops.push(() => dispatch.idle());
    await startPlatforms(config, { dispatch, log, metrics, running, http, say, end });
    const housekeeping = startHousekeeping(coach, (error) => log.warn({ err: error }, "tidying up failed"));
    running.stops.push(async () => housekeeping.stop());
    return { url: http.url, ended, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

interface Running {
  readonly platforms: Platform[];
  /** In the order in which things started; stopped in reverse. */
  readonly stops: (() => Promise<void>)[];
  readonly stopping: AbortController;
  database?: Database;
  coach?: Coach;
}

interface Parts {
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly running: Running;
}

async function startHttp(config: Config, metrics: Metrics, running: Running): Promise<HttpServer> {
  const http = await startHttpServer({
    host: config.host,
    port: config.port,
    metrics,
    async checks() {
      const connected = running.platforms.map((platform) => [platform.name, platform.connected()]);
      return { database: (await running.coach?.reachable()) ?? false, ...Object.fromEntries(connected) };
    },
  });
  running.stops.push(() => http.stop());
  return http;
}

async function openCoach(config: Config, { log, metrics, running }: Parts): Promise<Coach> {
  const embedded = config.databaseUrl ? undefined : await startEmbeddedPostgres(config.dataDir);
  if (embedded) running.stops.push(() => embedded.stop());
  const connectionString = config.databaseUrl ?? (embedded as EmbeddedPostgres).connectionString;
  await migrateWhenReachable(connectionString, log, running.stopping.signal);
  const db = openDatabase({
    connectionString,
    embedded: embedded !== undefined,
    onQuery: ({ milliseconds }) => metrics.statement(milliseconds),
  });
  running.stops.push(() => db.$disconnect());
  const model = await openModel(config, metrics);
  const builtIn = createOfflineModel(Math.random);
  const coach = createCoach({ db, model, builtIn, clock: () => new Date(), random: Math.random });
  Object.assign(running, { database: db, coach });
  // The first person must not wait for the first connection and for reading the question bank.
  await coach.reachable();
  coach.quizzes.topics(null);
  return coach;
}

/** A database server that is away is waited for: the process lives, and /readyz says that it is not ready. */
async function migrateWhenReachable(connectionString: string, log: Logger, signal: AbortSignal): Promise<void> {
  for (let pause = 500; ; pause = Math.min(pause * 2, 15_000)) {
    try {
      const applied = await migrate(connectionString);
      if (applied.length > 0) log.debug({ applied }, "migrations applied");
      return;
    } catch (error) {
      if (!explainDatabaseError(error)) throw error;
      log.error({ retryInMs: pause }, "the database cannot be reached; DATABASE_URL says where it should be");
      await wait(pause, undefined, { signal });
    }
  }
}

async function openModel({ gemini }: Config, metrics: Metrics): Promise<Model | undefined> {
  if (!gemini) return undefined;
  const { createGeminiModel } = await import("./ai/gemini.ts");
  const { apiKey, model, apiUrl } = gemini;
  const observe = { called: metrics.modelCall };
  return createGeminiModel({ apiKey, model, observe, ...(apiUrl && { apiUrl }) });
}

function openDispatch(coach: Coach, log: Logger, metrics: Metrics): Dispatch {
  return createDispatch({
    commands,
    coach,
    gates,
    explain: explainDatabaseError,
    report: {
      handled(handled) {
        metrics.interaction(handled);
        log.debug(handled, "interaction");
      },
      broken: ({ command, reference, error }) => log.error({ command, reference, err: error }, "an interaction broke"),
    },
  });
}

interface PlatformParts extends Parts {
  readonly dispatch: Dispatch;
  readonly http: HttpServer;
  readonly say: (line: string) => void;
  readonly end: { reject(error: unknown): void };
}

/**
 * Loads a platform's library only when it is configured: each costs a third of a second and 60 MB. They start side by
 * side, because one that is out of reach goes on trying and must not hold back the others.
 */
async function startPlatforms(config: Config, parts: PlatformParts): Promise<void> {
  const { createChartDrawer } = await import("./documents/chart.ts");
  const charts = createChartDrawer();
  parts.running.stops.push(() => charts.stop());
  const starting = Promise.all([
    config.discord && startDiscord(config.discord, parts, charts.draw),
    config.slack && startSlack(config.slack, parts),
  ]);
  // A refusal is heard below; until then it is not unheard.
  starting.catch(() => {});
  if (config.playground) await startPlayground(parts, charts.draw);
  announce(config, parts);
  await starting;
}

type DrawChart = (chart: Chart) => Promise<Uint8Array>;

async function startPlayground(parts: PlatformParts, drawChart: DrawChart): Promise<void> {
  const { createPlayground } = await import("./platforms/playground/connect.ts");
  const { dispatch, log, running, http } = parts;
  const store = createPlaygroundStore(running.database as Database);
  const playground = createPlayground({ dispatch, store, log, drawChart, observe: observe(parts, "playground") });
  await begin(playground, running);
  http.playground = playground.fetch;
}

async function startDiscord(
  discord: NonNullable<Config["discord"]>,
  parts: PlatformParts,
  drawChart: DrawChart,
): Promise<void> {
  const { createDiscord } = await import("./platforms/discord/connect.ts");
  const { dispatch, log, running, say, end } = parts;
  const { token, apiUrl } = discord;
  const settings = { token, dispatch, log, drawChart, observe: observe(parts, "discord") };
  const platform = createDiscord({ ...settings, ...(apiUrl && { apiUrl }) });
  void platform.failed.then(end.reject);
  await begin(platform, running);
  say(`  Discord      add it to a server or to yourself: ${platform.installLink()}`);
}

async function startSlack(slack: SlackConfig, parts: PlatformParts): Promise<void> {
  const { createSlack } = await import("./platforms/slack/connect.ts");
  const { dispatch, log, running, http, say } = parts;
  const { botToken, appToken, signingSecret, apiUrl, commandName } = slack;
  const settings = { botToken, commandName, dispatch, log, observe: observe(parts, "slack") };
  const platform = createSlack({
    ...settings,
    ...(appToken && { appToken }),
    ...(signingSecret && { signingSecret }),
    ...(apiUrl && { apiUrl }),
  });
  if (!appToken) http.slack = platform.receiveHttp;
  await begin(platform, running);
  say(
    `  Slack        ${appToken ? "Socket Mode" : `HTTP at ${http.url}/slack/events`}: type ${commandName} in your workspace`,
  );
}

function observe({ metrics }: Parts, platform: string) {
  return { acknowledged: (milliseconds: number) => metrics.acknowledged(platform, milliseconds) };
}

async function begin(platform: Platform, { platforms, stops }: Running): Promise<void> {
  platforms.push(platform);
  stops.push(() => platform.stop());
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

async function stopAll({ stops, stopping }: Running, log: Logger): Promise<void> {
  stopping.abort();
  for (const stop of stops.reverse()) {
    await stop().catch((error: unknown) => log.error({ err: error }, "a part did not stop cleanly"));
  }
}

/** What went wrong at start or at run time, in plain sentences; undefined for a bug of ours. */
function explainFailure(error: unknown, config?: Config): string | undefined {
  if (error instanceof WrongSettings) return error.message;
  if (error instanceof FolderInUse) {
    return `${error.message} Stop that process, or give this one a folder of its own with DATA_DIR.`;
  }
  if (error instanceof PlatformRefused) return `${error.message} Check ${error.setting}: ${error.remedy}`;
  const { code, path } = error as NodeJS.ErrnoException;
  if (code === "EADDRINUSE") {
    return `Port ${config?.port} is taken by another program. Stop that one, or choose another with PORT.`;
  }
  if (code && ["EACCES", "EROFS", "ENOSPC", "EPERM", "ENOTDIR", "EEXIST"].includes(code)) {
    return `Cannot write ${path ?? config?.dataDir} (${code}). Free the folder or the disk, or choose another with DATA_DIR.`;
  }
  return undefined;
}

async function main(): Promise<void> {
  const say = (line: string) => process.stdout.write(`${line}\n`);
  let config: Config | undefined;
  const fail = (error: unknown) => {
    const explained = explainFailure(error, config);
    process.stderr.write(`${explained ?? (error as Error).stack ?? error}\n`);
    process.exit(1);
  };
  // Before it is up there is nothing to finish.
  let stop: () => void = () => process.exit(0);
  for (const signal of ["SIGTERM", "SIGINT"]) process.once(signal, () => stop());
  try {
    config = readConfig();
    say("Greenroom");
    const greenroom = await startGreenroom(config, say);
    stop = () => {
      setTimeout(() => process.exit(1), STOP_MS).unref();
      greenroom.stop().then(() => process.exit(0), fail);
    };
    await greenroom.ended;
  } catch (error) {
    fail(error);
  }
}

if (import.meta.main) await main();
