import { readFileSync, writeSync } from "node:fs";
import { Worker } from "node:worker_threads";
import type { ReaderAnswer } from "./answer.ts";
import { cutOff } from "./no-network.ts";
import { ImportRefused } from "./refused.ts";

/** The process that child.ts starts: a file comes on standard input, the answer leaves on standard output. */
new Worker(new URL("./watchdog.ts", import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: 16 } }).unref();
const bytes = new Uint8Array(readFileSync(0));
cutOff();
send(await read());
process.exit(0);

async function read(): Promise<ReaderAnswer> {
  try {
    // Loaded only now, when there is no network any more.
    const { readFile } = await import("./read-file.ts");
    return await readFile(bytes);
  } catch (error) {
    return refusalOf(error);
  }
}

/** Whatever a library says of a file it cannot read, the file is broken. */
function refusalOf(error: unknown): ReaderAnswer {
  if (!(error instanceof ImportRefused)) return { refused: "import-broken" };
  return { refused: error.code, ...error.facts } as ReaderAnswer;
}

function send(answer: ReaderAnswer): void {
  const json = Buffer.from(JSON.stringify(answer));
  const pause = new Int32Array(new SharedArrayBuffer(4));
  // A pipe takes what it has room for, and nothing while the parent is busy with something else.
  for (let sent = 0; sent < json.length; ) {
    try {
      sent += writeSync(1, json, sent);
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EAGAIN")) throw error;
      Atomics.wait(pause, 0, 0, 5);
    }
  }
}
