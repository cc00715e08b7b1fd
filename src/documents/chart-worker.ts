import { parentPort } from "node:worker_threads";
import type { Chart } from "./chart.ts";
import { drawChart } from "./chart-picture.ts";
import type { Delivery, Order } from "./worker-thread.ts";

if (!parentPort) throw new Error("chart-worker.ts runs as a worker thread of chart.ts");
const port = parentPort;

port.on("message", ({ id, task }: Order<Chart>) => {
  try {
    const done = drawChart(task);
    port.postMessage({ id, done } satisfies Delivery<Uint8Array>, [done.buffer]);
  } catch (error) {
    port.postMessage({
      id,
      problem: error instanceof Error ? error.message : String(error),
    } satisfies Delivery<Uint8Array>);
  }
});
