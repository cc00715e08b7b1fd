import { createWorkerThread } from "./worker-thread.ts";

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

/** Draws in a worker thread of its own. */
export function createChartDrawer(): ChartDrawer {
  const worker = createWorkerThread<Chart, Uint8Array>(new URL("./chart-worker.ts", import.meta.url), "chart");
  return { draw: (chart) => worker.perform(plain(chart)), stop: () => worker.stop() };
}

/** Only what is drawn crosses to the worker; a caller's chart may carry more. */
function plain({ title, unit, max, points, alt }: Chart): Chart {
  return { title, unit, max, points: points.map(({ label, value }) => ({ label, value })), alt };
}
