import { parentPort } from "node:worker_threads";
import type { Chart } from "./chart.ts";
import { drawChart } from "./chart-picture.ts";
import type { RangeChart } from "./range-chart.ts";
import { drawRanges } from "./range-chart-picture.ts";
import type { Delivery, Order } from "./worker-thread.ts";

if (!parentPort) throw new Error("chart-worker.ts runs as a worker thread of chart.ts");
const port = parentPort;

port.on("message", ({ id, task }: Order<Chart | RangeChart>) => {
  try {
    const done = "rows" in task ? drawRanges(task) : drawChart(task);
    port.postMessage({ id, done } satisfies Delivery<Uint8Array>, [done.buffer]);
  } catch (error) {
    port.postMessage({
      id,
      problem: error instanceof Error ? error.message : String(error),
    } satisfies Delivery<Uint8Array>);
  }
});
