import { Worker } from "node:worker_threads";

/** Values over time, oldest first, at least one. `alt` says the same in words; it is not drawn. */
export interface Chart {
  readonly title: string;
  readonly unit: string;
  /** Where the axis ends; it starts at 0. */
  readonly max: number;
  readonly points: readonly { readonly label: string; readonly value: number }[];
  readonly alt: string;
}

export interface ChartDrawer {
  /** A PNG of 1200 x 630 pixels, the same bytes for the same chart. Rejects when it cannot be drawn: show `alt` instead. */
  draw(chart: Chart): Promise<Uint8Array>;
  stop(): Promise<void>;
}

/** What goes to the worker, and what comes back. */
export interface Order {
  readonly id: number;
  readonly chart: Chart;
}
export type Delivery =
  | { readonly id: number; readonly png: Uint8Array<ArrayBuffer> }
  | { readonly id: number; readonly problem: string };

/**
 * Draws in a worker thread, because a picture takes tens of milliseconds in which nobody else would be answered. The
 * worker starts with the first chart, and again with the next one if it died.
 */
export function createChartDrawer(): ChartDrawer {
  const waiting = new Map<number, PromiseWithResolvers<Uint8Array>>();
  let worker: Worker | undefined;
  let lastId = 0;
  let stopped = false;

  function start(): Worker {
    const started = new Worker(new URL("./chart-worker.ts", import.meta.url));
    started.on("message", (delivery: Delivery) => {
      const order = waiting.get(delivery.id);
      waiting.delete(delivery.id);
      // A worker at rest keeps no process alive, one at work does.
      if (waiting.size === 0) started.unref();
      if ("png" in delivery) order?.resolve(delivery.png);
      else order?.reject(new Error(`The chart cannot be drawn: ${delivery.problem}`));
    });
    started.on("error", (error) => gone(started, error));
    started.on("exit", (code) => gone(started, new Error(`The chart worker ended with code ${code}`)));
    return started;
  }

  function gone(dead: Worker, reason: unknown): void {
    if (worker !== dead) return;
    worker = undefined;
    for (const order of waiting.values()) order.reject(reason);
    waiting.clear();
  }

  return {
    async draw(chart) {
      if (stopped) throw new Error("The chart drawer has stopped");
      worker ??= start();
      lastId += 1;
      const order = Promise.withResolvers<Uint8Array>();
      waiting.set(lastId, order);
      worker.ref();
      worker.postMessage({ id: lastId, chart: plain(chart) } satisfies Order);
      return order.promise;
    },
    async stop() {
      stopped = true;
      await worker?.terminate();
    },
  };
}

/** Only what is drawn crosses to the worker; a caller's chart may carry more. */
function plain({ title, unit, max, points, alt }: Chart): Chart {
  return { title, unit, max, points: points.map(({ label, value }) => ({ label, value })), alt };
}
