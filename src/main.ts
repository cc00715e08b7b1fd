import { setTimeout as wait } from "node:timers/promises";
import type { Logger } from "pino";
import { gates } from "#commands/gates.ts";
import { commands } from "#commands/index.ts";
import { createOfflineModel } from "./ai/offline.ts";
import { createDispatch, type Dispatch } from "./chat/dispatch.ts";
import { type Platform, PlatformRefused } from "./chat/platform.ts";
import { type Coach, createCoach } from "./coach/index.ts";
import type { Model } from "./coach/model.ts";
import { type Config, readConfig, WrongSettings } from "./config.ts";
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
    announce(config, http.url, running, say);
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

/** Loads a platform's library only when it is configured: each costs a third of a second and 60 MB. */
async function startPlatforms(config: Config, parts: PlatformParts): Promise<void> {
  const { dispatch, log, metrics, running, http, say } = parts;
  const { createChartDrawer } = await import("./documents/chart.ts");
  const charts = createChartDrawer();
  running.stops.push(() => charts.stop());
  const observe = (platform: string) => ({
    acknowledged: (milliseconds: number) => metrics.acknowledged(platform, milliseconds),
  });
  const start = async (platform: Platform) => {
    running.platforms.push(platform);
    running.stops.push(() => platform.stop());
    await platform.start();
  };
  if (config.playground) {
    const { createPlayground } = await import("./platforms/playground/connect.ts");
    const store = createPlaygroundStore(running.database as Database);
    const settings = { dispatch, store, log, drawChart: charts.draw, observe: observe("playground") };
    const playground = createPlayground(settings);
    await start(playground);
    http.playground = playground.fetch;
  }
  if (config.discord) {
    const { createDiscord } = await import("./platforms/discord/connect.ts");
    const { token, apiUrl } = config.discord;
    const settings = { token, dispatch, log, drawChart: charts.draw, observe: observe("discord") };
    const discord = createDiscord({ ...settings, ...(apiUrl && { apiUrl }) });
    void discord.failed.then(parts.end.reject);
    await start(discord);
    say(`  Discord      add it to a server or to yourself: ${discord.installLink()}`);
  }
  if (config.slack) {
    const { createSlack } = await import("./platforms/slack/connect.ts");
    const { botToken, appToken, signingSecret, apiUrl, commandName } = config.slack;
    const slack = createSlack({
      botToken,
      commandName,
      dispatch,
      log,
      observe: observe("slack"),
      ...(appToken && { appToken }),
      ...(signingSecret && { signingSecret }),
      ...(apiUrl && { apiUrl }),
    });
    await start(slack);
    if (!appToken) http.slack = slack.receiveHttp;
    say(
      `  Slack        ${appToken ? "Socket Mode" : `HTTP at ${http.url}/slack/events`}: type ${commandName} in your workspace`,
    );
  }
}

function announce(config: Config, url: string, running: Running, say: (line: string) => void): void {
  if (config.playground) say(`  Playground   ${url}   <- click here and type /`);
  if (running.platforms.length === 0) say("  No platform is on: set DISCORD_TOKEN, SLACK_BOT_TOKEN or PLAYGROUND=on.");
  say(`  Health       ${url}/healthz  ${url}/readyz  ${url}/metrics`);
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
  try {
    config = readConfig();
    say("Greenroom");
    const greenroom = await startGreenroom(config, say);
    const stop = () => {
      setTimeout(() => process.exit(1), STOP_MS).unref();
      greenroom.stop().then(() => process.exit(0), fail);
    };
    process.once("SIGTERM", stop);
    process.once("SIGINT", stop);
    await greenroom.ended;
  } catch (error) {
    fail(error);
  }
}

if (import.meta.main) await main();
