import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const MAIN = fileURLToPath(new URL("../../src/main.ts", import.meta.url));

export interface BotProcess {
  readonly url: string;
  readonly pid: number;
  /** Everything it wrote so far. */
  readonly output: () => string;
  /** Resolves with its exit code; null when a signal ended it. */
  readonly exited: Promise<number | null>;
  kill(signal: NodeJS.Signals): void;
}

/** The bot as an operator starts it, in a process of its own, with these settings and no others. */
export async function startBot(settings: Record<string, string>): Promise<BotProcess> {
  const bot = launchBot({ PORT: "0", ...settings });
  const url = await new Promise<string>((resolve, reject) => {
    const look = () => {
      const found = /Health {7}(\S+)\/healthz/.exec(bot.output());
      if (found?.[1]) resolve(found[1]);
    };
    bot.child.stdout?.on("data", look);
    void bot.exited.then((code) => reject(new Error(`The bot ended with ${code}:\n${bot.output()}`)));
  });
  return { ...bot, url };
}

/** The same, for a bot that is expected to end by itself. */
export function launchBot(settings: Record<string, string>): Omit<BotProcess, "url"> & { child: ChildProcess } {
  const { PATH = "", NODE_COMPILE_CACHE, GLIBC_TUNABLES } = process.env;
  // What makes a start faster, and nothing else of whoever starts it.
  const fast = { ...(NODE_COMPILE_CACHE && { NODE_COMPILE_CACHE }), ...(GLIBC_TUNABLES && { GLIBC_TUNABLES }) };
  const environment = { PATH, ...fast, ...settings };
  const child = spawn(process.execPath, [MAIN], { env: environment, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text) => {
      output += text;
    });
  }
  // Not "exit", which may come before the last of what it wrote.
  const exited = once(child, "close").then(([code]) => code as number | null);
  return { child, pid: child.pid ?? 0, output: () => output, exited, kill: (signal) => child.kill(signal) };
}
