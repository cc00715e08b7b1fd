import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ServerType, serve } from "@hono/node-server";
import { pino } from "pino";
import { createDispatch, type Dispatch } from "#src/chat/dispatch.ts";
import { type Database, openDatabase } from "#src/db/client.ts";
import { startEmbeddedPostgres } from "#src/db/embedded.ts";
import { migrate } from "#src/db/migrate.ts";
import { createPlaygroundStore } from "#src/db/playground-store.ts";
import { createPlayground, type Playground } from "#src/platforms/playground/connect.ts";
import type { PlaygroundStore } from "#src/platforms/playground/store.ts";
import { pretendChart, pretendCoach, pretendCommands } from "./pretend.ts";

export interface World {
  readonly origin: string;
  readonly store: PlaygroundStore;
  readonly db: Database;
  readonly acknowledged: number[];
  /** As after a new start of the process: the same database, everything else anew. `away`: what happens in between. */
  restart(away?: () => Promise<unknown>): Promise<void>;
  empty(): Promise<void>;
  playground(): Playground;
  stop(): Promise<void>;
}

/** The playground with pretend commands, over a real database, on a real port. */
export async function startWorld(port = 0): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), "greenroom-playground-"));
  const postgres = await startEmbeddedPostgres(folder);
  await migrate(postgres.connectionString);
  const db = openDatabase({ connectionString: postgres.connectionString, embedded: true });
  const store = createPlaygroundStore(db);
  const acknowledged: number[] = [];
  const coach = pretendCoach();
  const make = () =>
    createPlayground({
      dispatch: pretendDispatch(coach),
      store,
      log: pino({ level: "silent" }),
      drawChart: pretendChart,
      observe: { acknowledged: (milliseconds) => acknowledged.push(milliseconds) },
    });
  let playground = make();
  await playground.start();
  let server = await listen((request) => playground.fetch(request), port);
  const used = (server.address() as { port: number }).port;

  return {
    origin: `http://127.0.0.1:${used}`,
    store,
    db,
    acknowledged,
    async restart(away = async () => {}) {
      await playground.stop();
      await close(server);
      await away();
      playground = make();
      await playground.start();
      server = await listen((request) => playground.fetch(request), used);
    },
    async empty() {
      await db.playgroundMessage.deleteMany();
      await db.playgroundFile.deleteMany();
    },
    playground: () => playground,
    async stop() {
      await playground.stop();
      await close(server);
      await db.$disconnect();
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export function pretendDispatch(coach = pretendCoach()): Dispatch {
  return createDispatch({
    commands: pretendCommands,
    coach,
    gates: {},
    explain: () => undefined,
    fetchFile: async () => new Uint8Array(),
    report: { handled() {}, broken() {} },
    limit: 500,
  });
}

function listen(fetch: (request: Request) => Promise<Response>, port: number): Promise<ServerType> {
  return new Promise((resolve) => {
    const server = serve({ fetch, port, hostname: "127.0.0.1" }, () => resolve(server));
  });
}

async function close(server: ServerType): Promise<void> {
  if ("closeAllConnections" in server) server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
