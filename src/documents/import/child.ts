import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { readerAnswer } from "./answer.ts";
import type { ImportedResume } from "./import-resume.ts";
import { LIMITS } from "./limits.ts";
import { ImportRefused } from "./refused.ts";

/** One file to one reader; waits for a free one. */
export async function askReader(bytes: Uint8Array, signal?: AbortSignal): Promise<ImportedResume> {
  await freeReader();
  try {
    signal?.throwIfAborted();
    return understand(await read(bytes, signal));
  } finally {
    reading -= 1;
    waiting.shift()?.();
  }
}

let reading = 0;
const waiting: (() => void)[] = [];

async function freeReader(): Promise<void> {
  if (reading >= LIMITS.readers) {
    if (waiting.length >= LIMITS.waiting) throw new ImportRefused("import-busy", {});
    await new Promise<void>((resolve) => waiting.push(resolve));
  }
  reading += 1;
}

const folder = dirname(fileURLToPath(import.meta.url));
const source = resolve(folder, "..");

/** Where the reader may read: our own sources and the libraries. Nowhere may it write. */
const MAY_READ = [source, ...libraries()];

/** The node_modules folders above this file, as Node itself looks for them, and the package.json beside each. */
function libraries(): string[] {
  const found: string[] = [];
  for (let at = source; at !== dirname(at); at = dirname(at)) {
    for (const name of ["node_modules", "package.json"]) if (existsSync(join(at, name))) found.push(join(at, name));
  }
  return found;
}

const READER = [
  "--permission",
  ...MAY_READ.map((path) => `--allow-fs-read=${path}`),
  // Its watchdog is a thread.
  "--allow-worker",
  `--max-old-space-size=${LIMITS.heapMegabytes}`,
  "--disallow-code-generation-from-strings",
  "--no-warnings",
  join(folder, "reader.ts"),
];

interface Ended {
  readonly output: string;
  readonly how: "answered" | "too-slow" | "killed" | "aborted";
}

function read(bytes: Uint8Array, signal?: AbortSignal): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, READER, { cwd: folder, env: {}, stdio: ["pipe", "pipe", "ignore"] });
    const chunks: Buffer[] = [];
    let size = 0;
    let how: Ended["how"] = "answered";

    const end = (reason: Ended["how"]): void => {
      how = reason;
      child.kill("SIGKILL");
    };
    const late = setTimeout(end, LIMITS.milliseconds, "too-slow");
    const abort = (): void => end("aborted");
    signal?.addEventListener("abort", abort, { once: true });

    child.stdout.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size <= LIMITS.answerBytes) chunks.push(chunk);
      else end("killed");
    });
    // A reader that ends before it has taken everything closes the pipe; how it ended is told by "close".
    child.stdin.on("error", () => {});
    child.stdin.end(bytes);
    child.on("error", reject);
    child.on("close", (_code, killedBy) => {
      clearTimeout(late);
      signal?.removeEventListener("abort", abort);
      if (how === "answered" && killedBy) how = "killed";
      resolve({ how, output: Buffer.concat(chunks).toString("utf8") });
    });
  });
}

/** A reader that was killed, by its watchdog or by V8 at the end of its heap, took more memory than it may. */
function understand({ how, output }: Ended): ImportedResume {
  if (how === "too-slow") throw new ImportRefused("import-too-slow", { seconds: LIMITS.milliseconds / 1000 });
  if (how === "aborted") throw new DOMException("The import was given up", "AbortError");
  if (how === "killed") throw new ImportRefused("import-bomb", {});
  const answer = readerAnswer.safeParse(parsed(output));
  if (!answer.success) throw new ImportRefused("import-broken", {}, { cause: answer.error });
  if (!("refused" in answer.data)) return answer.data as ImportedResume;
  const { refused } = answer.data;
  if (refused === "import-too-many-pages")
    throw new ImportRefused(refused, { pages: answer.data.pages, max: LIMITS.pages });
  if (refused === "import-unknown-kind") throw new ImportRefused(refused, { kind: answer.data.kind });
  throw new ImportRefused(refused, {});
}

function parsed(output: string): unknown {
  try {
    return JSON.parse(output);
  } catch {
    return undefined;
  }
}
