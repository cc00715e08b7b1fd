import { Worker } from "node:worker_threads";

/** What goes to a worker, and what comes back. */
export interface Order<Task> {
  readonly id: number;
  readonly task: Task;
}
export type Delivery<Done> =
  | { readonly id: number; readonly done: Done }
  | { readonly id: number; readonly problem: string };

export interface WorkerThread<Task, Done> {
  /** Rejects when the task fails, and when the worker dies over it. */
  perform(task: Task): Promise<Done>;
  stop(): Promise<void>;
}

/**
 * A worker thread for what takes tens of milliseconds in which nobody else would be answered. It starts with the first
 * task, and again with the next one if it died. `what` names its product in errors: "chart".
 */
export function createWorkerThread<Task, Done>(file: URL, what: string): WorkerThread<Task, Done> {
  const waiting = new Map<number, PromiseWithResolvers<Done>>();
  let worker: Worker | undefined;
  let lastId = 0;
  let stopped = false;

  function start(): Worker {
    const started = new Worker(file);
    started.on("message", (delivery: Delivery<Done>) => {
      const order = waiting.get(delivery.id);
      waiting.delete(delivery.id);
      // A worker at rest keeps no process alive, one at work does.
      if (waiting.size === 0) started.unref();
      if ("done" in delivery) order?.resolve(delivery.done);
      else order?.reject(new Error(`The ${what} cannot be drawn: ${delivery.problem}`));
    });
    started.on("error", (error) => gone(started, error));
    started.on("exit", (code) => gone(started, new Error(`The ${what} worker ended with code ${code}`)));
    return started;
  }

  function gone(dead: Worker, reason: unknown): void {
    if (worker !== dead) return;
    worker = undefined;
    for (const order of waiting.values()) order.reject(reason);
    waiting.clear();
  }

  return {
    async perform(task) {
      if (stopped) throw new Error(`The ${what} drawer has stopped`);
      worker ??= start();
      lastId += 1;
      const order = Promise.withResolvers<Done>();
      waiting.set(lastId, order);
      worker.ref();
      worker.postMessage({ id: lastId, task } satisfies Order<Task>);
      return order.promise;
    },
    async stop() {
      stopped = true;
      await worker?.terminate();
    },
  };
}
