import { setTimeout as wait } from "node:timers/promises";
import type { Logger } from "pino";
import { gates } from "#commands/gates.ts";
import { commands } from "#commands/index.ts";
import { createOfflineModel } from "./ai/offline.ts";
import { createFetchFile, type FetchFile } from "./attachments.ts";
import { createDispatch, type Dispatch } from "./chat/dispatch.ts";
import type { Platform, Poster } from "./chat/platform.ts";
import { type Coach, createCoach } from "./coach/index.ts";
import type { Model } from "./coach/model.ts";
import type { Config } from "./config.ts";
import { type Database, openDatabase } from "./db/client.ts";
import { startEmbeddedPostgres } from "./db/embedded.ts";
import { explainDatabaseError } from "./db/errors.ts";
import { migrate } from "./db/migrate.ts";
import { createPlaygroundStore } from "./db/playground-store.ts";
import { createChartDrawer } from "./documents/chart.ts";
import { createPaperDrawer } from "./documents/paper/index.ts";
import { createMetrics, type Metrics } from "./http/metrics.ts";
import { type HttpServer, startHttpServer } from "./http/server.ts";
import { createLog } from "./log.ts";
import { opening } from "./platforms/playground/opening.ts";
import { type Jobs, startJobs } from "./start-jobs.ts";
import { startPlatforms } from "./start-platforms.ts";

export interface Greenroom {
  /** Resolves when it was stopped; rejects when it cannot start, or when a platform refuses us later. */
  readonly ended: Promise<void>;
  /** Takes nothing new, finishes what is being answered (8 s at most) and closes everything. May come at any moment. */
  stop(): void;
}

/** Config -> http -> database -> coach -> platforms -> jobs; stops in reverse. `say` writes for a person at a terminal. */
export function startGreenroom(config: Config, say: (line: string) => void): Greenroom {
  const { promise: ended, resolve, reject } = Promise.withResolvers<void>();
  const parts: Parts = {
    config,
    log: createLog(config.logLevel),
    metrics: createMetrics(),
    platforms: [],
    posters: new Map(),
    stops: [],
    stopping: new AbortController(),
    say,
    fail: (error) => end(() => reject(error)),
  };
  const starting = start(parts);
  let stopped = false;
  function end(settle: () => void): void {
    if (stopped) return;
    stopped = true;
    parts.stopping.abort();
    // What is half started is waited for, so that it can be stopped too.
    const settled = starting.catch(() => {});
    void settled.then(() => stopAll(parts)).then(settle);
  }
  starting.catch((error: unknown) => parts.fail(error));
  return { ended, stop: () => end(resolve) };
}

interface Parts {
  readonly config: Config;
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly platforms: Platform[];
  /** Those of the platforms that have started. */
  readonly posters: Map<string, Poster>;
  /** In the order in which things started; stopped in reverse, after the platforms. */
  readonly stops: (() => Promise<void>)[];
  readonly stopping: AbortController;
  readonly say: (line: string) => void;
  readonly fail: (error: unknown) => void;
  coach?: Coach;
  jobs?: Jobs;
}

async function start(parts: Parts): Promise<void> {
  const { config, log, metrics, stops, say, fail } = parts;
  const http = await startHttp(parts);
  const { coach, db } = await openCoach(parts);
  const fetchFile = createFetchFile(config, createPlaygroundStore(db));
  const dispatch = openDispatch(coach, fetchFile, parts);
  const charts = createChartDrawer();
  stops.push(
    () => charts.stop(),
    () => dispatch.idle(),
  );
  const starting = (platform: Platform) => {
    parts.platforms.push(platform);
    if (platform.poster) parts.posters.set(platform.name, platform.poster);
  };
  await startPlatforms(config, {
    log,
    metrics,
    dispatch,
    http,
    db,
    drawChart: charts.draw,
    communities: coach.communities,
    say,
    starting,
    refused: fail,
  });
  parts.jobs = startJobs({ coach, db, posters: parts.posters, log, metrics });
}

async function startHttp(parts: Parts): Promise<HttpServer> {
  const { config, metrics, platforms } = parts;
  const http = await startHttpServer({
    host: config.host,
    port: config.port,
    metrics,
    async checks() {
      const connected = platforms.map((platform) => [platform.name, platform.connected()]);
      return { database: (await parts.coach?.reachable()) ?? false, ...Object.fromEntries(connected) };
    },
  });
  if (config.playground) http.playground = opening;
  parts.stops.push(() => http.stop());
  return http;
}

async function openCoach(parts: Parts): Promise<{ coach: Coach; db: Database }> {
  const { config, metrics, stops, stopping } = parts;
  const { connectionString, embedded } = await findDatabase(parts);
  await migrateWhenReachable(connectionString, parts);
  const onQuery = ({ milliseconds }: { milliseconds: number }) => metrics.statement(milliseconds);
  const db = openDatabase({ connectionString, embedded, onQuery });
  stops.push(() => db.$disconnect());
  const model = await openModel(config, metrics);
  const builtIn = createOfflineModel(Math.random);
  const clock = () => new Date();
  const paperDrawer = createPaperDrawer();
  stops.push(() => paperDrawer.stop());
  const coach = createCoach({
    db,
    model,
    builtIn,
    paperDrawer,
    posters: parts.posters,
    clock,
    random: Math.random,
    stopping: stopping.signal,
  });
  parts.coach = coach;
  // The first person must not wait for the first connection and for reading the question bank.
  await coach.reachable();
  coach.quizzes.topics(null);
  return { coach, db };
}

async function findDatabase({ config, stops, fail }: Parts): Promise<{ connectionString: string; embedded: boolean }> {
  if (config.databaseUrl) return { connectionString: config.databaseUrl, embedded: false };
  const postgres = await startEmbeddedPostgres(config.dataDir);
  stops.push(() => postgres.stop());
  void postgres.failed.then(fail);
  return { connectionString: postgres.connectionString, embedded: true };
}

/** A database server that is away is waited for: the process lives, and /readyz says that it is not ready. */
async function migrateWhenReachable(connectionString: string, { log, stopping }: Parts): Promise<void> {
  for (let pause = 500; ; pause = Math.min(pause * 2, 15_000)) {
    try {
      const applied = await migrate(connectionString);
      if (applied.length > 0) log.debug({ applied }, "migrations applied");
      return;
    } catch (error) {
      if (!explainDatabaseError(error)) throw error;
      log.error({ retryInMs: pause }, "the database cannot be reached; DATABASE_URL says where it should be");
      await wait(pause, undefined, { signal: stopping.signal });
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

function openDispatch(coach: Coach, fetchFile: FetchFile, { log, metrics }: Parts): Dispatch {
  return createDispatch({
    commands,
    coach,
    gates,
    explain: explainDatabaseError,
    fetchFile,
    report: {
      handled(handled) {
        metrics.interaction(handled);
        log.debug(handled, "interaction");
      },
      broken: ({ command, reference, error }) => log.error({ command, reference, err: error }, "an interaction broke"),
    },
  });
}

/** Platforms and jobs side by side, because each may take 8 s for what is under way; the rest in reverse. */
async function stopAll({ platforms, jobs, stops, log }: Parts): Promise<void> {
  const failed = (error: unknown) => log.error({ err: error }, "a part did not stop cleanly");
  // What is being sent by then is looked up by whoever finds it next.
  const done = Promise.race([jobs?.stop(), wait(8_000, undefined, { ref: false })]);
  await Promise.all([done.catch(failed), ...platforms.map((platform) => platform.stop().catch(failed))]);
  for (const stop of stops.reverse())
    await Promise.race([stop().catch(failed), wait(2_000, undefined, { ref: false })]);
}
