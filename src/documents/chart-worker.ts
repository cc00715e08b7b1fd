import { parentPort } from "node:worker_threads";
import type { Delivery, Order } from "./chart.ts";
import { drawChart } from "./chart-picture.ts";

if (!parentPort) throw new Error("chart-worker.ts runs as a worker thread of chart.ts");
const port = parentPort;

port.on("message", ({ id, chart }: Order) => {
  try {
    const png = drawChart(chart);
    port.postMessage({ id, png } satisfies Delivery, [png.buffer]);
  } catch (error) {
    port.postMessage({ id, problem: error instanceof Error ? error.message : String(error) } satisfies Delivery);
  }
});
