import type { RangeChart } from "./range-chart.ts";
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
  /**
   * A PNG 1200 pixels wide and 630 high, or for ranges as high as they need; the same bytes for the same chart. Rejects when
   * it cannot be drawn: show `alt` instead.
   */
  draw(chart: Chart | RangeChart): Promise<Uint8Array>;
  stop(): Promise<void>;
}

/** Draws in a worker thread of its own. */
export function createChartDrawer(): ChartDrawer {
  const worker = createWorkerThread<Chart | RangeChart, Uint8Array>(
    new URL("./chart-worker.ts", import.meta.url),
    "chart",
  );
  return { draw: (chart) => worker.perform(plain(chart)), stop: () => worker.stop() };
}

/** Only what is drawn crosses to the worker; a caller's chart may carry more. */
function plain(chart: Chart | RangeChart): Chart | RangeChart {
  const { title, unit, alt } = chart;
  if ("rows" in chart) {
    const { min, median, max } = chart.names;
    const rows = chart.rows.map((row) => ({ label: row.label, min: row.min, median: row.median, max: row.max }));
    return { title, unit, names: { min, median, max }, rows, alt };
  }
  return { title, unit, max: chart.max, points: chart.points.map(({ label, value }) => ({ label, value })), alt };
}
