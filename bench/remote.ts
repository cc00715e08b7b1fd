import { fork } from "node:child_process";
import { once } from "node:events";

// biome-ignore lint/suspicious/noExplicitAny: each program's own calls, checked by `Calls` where they are made
type Calls = Record<string, (...given: any[]) => unknown>;

/** A program in a process of its own, so that what is measured is alone in its process. */
export interface Remote<C extends Calls> {
  readonly pid: number;
  call<N extends keyof C & string>(name: N, ...given: Parameters<C[N]>): Promise<Awaited<ReturnType<C[N]>>>;
  /** Microseconds of CPU, of all its threads, since it started. */
  cpu(): Promise<number>;
  stop(): Promise<void>;
}

/** Flags for Node, so that one measured program can be profiled: see index.ts. */
export const nodeFlags: { file: string; flags: string[] } = { file: "", flags: [] };

/** Starts `file` (beside this one) and waits until it calls `answerCalls`. */
export async function startProcess<C extends Calls>(file: string, settings: object = {}): Promise<Remote<C>> {
  const execArgv = nodeFlags.file && file.includes(nodeFlags.file) ? nodeFlags.flags : [];
  const child = fork(new URL(file, import.meta.url), [JSON.stringify(settings)], { execArgv });
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  let next = 0;
  const exited = once(child, "exit");
  const ready = Promise.withResolvers<void>();
  child.on("message", ({ id, value, error }: { id?: number; value?: unknown; error?: string }) => {
    if (id === undefined) return ready.resolve();
    const asked = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) asked?.resolve(value);
    else asked?.reject(new Error(`${file}: ${error}`));
  });
  child.once("exit", (code) => {
    const ended = new Error(`${file} ended with ${code}`);
    ready.reject(ended);
    for (const { reject } of waiting.values()) reject(ended);
  });
  await ready.promise;
  function ask(name: string, given: unknown[] = []): Promise<unknown> {
    const asked = Promise.withResolvers<unknown>();
    waiting.set(next, asked);
    child.send({ id: next, name, given });
    next += 1;
    return asked.promise;
  }
  return {
    pid: child.pid ?? 0,
    call: (name, ...given) => ask(name, given) as never,
    cpu: () => ask("cpu") as Promise<number>,
    async stop() {
      child.send({ name: "stop" });
      await exited;
    },
  };
}

/** What the program was started with. */
export function settingsOf<Settings>(): Settings {
  return JSON.parse(process.argv[2] ?? "{}") as Settings;
}

/** Lets whoever started this program call these functions; says that it is ready. */
export function answerCalls(calls: Calls): void {
  const all: Calls = {
    cpu() {
      const { user, system } = process.cpuUsage();
      return user + system;
    },
    ...calls,
  };
  process.on("message", async ({ id, name, given }: { id?: number; name: string; given: unknown[] }) => {
    if (id === undefined) process.exit(0);
    try {
      process.send?.({ id, value: await all[name]?.(...given) });
    } catch (error) {
      process.send?.({ id, error: String((error as Error).stack) });
    }
  });
  process.once("disconnect", () => process.exit(1));
  process.send?.({});
}
