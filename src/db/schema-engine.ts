import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { PrismaPg } from "@prisma/adapter-pg";
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import * as engine from "@prisma/schema-engine-wasm/schema_engine_bg";

export type SchemaEngine = engine.SchemaEngine;
export type MigrationList = engine.MigrationList;

export interface OpenEngine {
  readonly engine: SchemaEngine;
  /** Ends its connections too, and with them the lock that the engine takes for its whole session. */
  close(): Promise<void>;
}

/**
 * Prisma's own schema engine as WebAssembly, over the same driver adapter as the client: nothing is downloaded, and
 * `_prisma_migrations` reads the same to every other Prisma.
 */
export async function openSchemaEngine(connectionString: string): Promise<OpenEngine> {
  loading ??= loadWebAssembly();
  await loading;
  const factory = new PrismaPg({ connectionString, max: 1 });
  const connections: { dispose(): Promise<void> }[] = [];
  const connect = async (open: "connect" | "connectToShadowDb") => {
    const connection = await factory[open]();
    connections.push(connection);
    return connection;
  };
  const remembering: SqlMigrationAwareDriverAdapterFactory = {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: () => connect("connect"),
    connectToShadowDb: () => connect("connectToShadowDb"),
  };
  const adapter = bindMigrationAwareSqlAdapterFactory(remembering);
  const opened = await engine.SchemaEngine.new({ datamodels: undefined }, () => {}, adapter);
  return {
    engine: opened,
    async close() {
      opened.free();
      await Promise.all(connections.map((connection) => connection.dispose()));
    },
  };
}

/** The engine's settings name tables that somebody else manages; Greenroom's migrations list theirs completely. */
export const NO_FILTERS = { externalTables: [], externalEnums: [] };

let loading: Promise<void> | undefined;

// Node imports WebAssembly only behind a flag, so the module is put together by hand as its own loader would. The
// types of WebAssembly belong to TypeScript's browser library, which nothing else here needs.
async function loadWebAssembly(): Promise<void> {
  const { WebAssembly } = globalThis as unknown as { WebAssembly: Instantiator };
  const require = createRequire(import.meta.url);
  const wasmFile = require.resolve("@prisma/schema-engine-wasm").replace(/schema_engine\.js$/, "schema_engine_bg.wasm");
  const { instance } = await WebAssembly.instantiate(await readFile(wasmFile), { "./schema_engine_bg.js": engine });
  engine.__wbg_set_wasm(instance.exports);
  instance.exports["__wbindgen_start"]?.();
}

interface Instantiator {
  instantiate(bytes: Uint8Array, imports: object): Promise<{ instance: { exports: Record<string, () => void> } }>;
}
