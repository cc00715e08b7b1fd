import { parentPort, workerData } from "node:worker_threads";
import { PGlite } from "@electric-sql/pglite";
import { PGLiteSocketServer } from "@electric-sql/pglite-socket";

// The thread that embedded.ts starts: one PGlite and its socket server, until the parent says "stop".
const { folder } = workerData as { folder: string };
const database = await PGlite.create(folder);
const server = new PGLiteSocketServer({ db: database, host: "127.0.0.1", port: 0, maxConnections: 20 });
// The port is known only to the server's event.
const port = await new Promise<number>((resolve, reject) => {
  server.addEventListener("listening", (event) => resolve((event as CustomEvent<{ port: number }>).detail.port));
  server.addEventListener("error", (event) => reject((event as CustomEvent<Error>).detail));
  server.start().catch(reject);
});
parentPort?.on("message", async () => {
  await server.stop();
  await database.close();
  process.exit(0);
});
parentPort?.postMessage(port);
