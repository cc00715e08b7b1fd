import type { SKRSContext2D } from "@napi-rs/canvas";
import { font, INK, MARGIN, stroke, WIDTH } from "./chart-card.ts";
import type { RangeChart } from "./range-chart.ts";

export interface Scale {
  readonly ticks: readonly number[];
  x(value: number): number;
}

/** One axis for all rows, with room for the number at each end of a bar. */
export function scaleOf(pen: SKRSContext2D, { rows }: RangeChart): Scale {
  const most = Math.max(...rows.map(({ max }) => max));
  const step = niceStep(most / 4);
  const end = Math.max(Math.ceil(most / step - 1e-9) * step, step);
  pen.font = font(400, 32);
  const widest = (texts: readonly string[]) => Math.max(...texts.map((text) => pen.measureText(text).width));
  const left = MARGIN + widest(rows.map(({ min }) => written(min))) + 14;
  const right = WIDTH - MARGIN - widest(rows.map(({ max }) => written(max))) - 14;
  return {
    ticks: Array.from({ length: Math.round(end / step) + 1 }, (_, index) => index * step),
    x: (value) => left + (value / end) * (right - left),
  };
}

export function drawTicks(pen: SKRSContext2D, { ticks, x }: Scale, bottom: number): void {
  pen.font = font(400, 32);
  pen.textBaseline = "alphabetic";
  pen.textAlign = "center";
  pen.fillStyle = INK.quiet;
  for (const tick of ticks) pen.fillText(short.format(tick), x(tick), bottom + 36);
}

/** From one height to the other, only beside the bars: a line through a name would be in its way. */
export function drawGrid(pen: SKRSContext2D, { ticks, x }: Scale, { from, to }: { from: number; to: number }): void {
  for (const tick of ticks) {
    pen.strokeStyle = tick === 0 ? INK.quiet : INK.grid;
    pen.lineWidth = tick === 0 ? 3 : 2;
    stroke(pen, [
      { x: x(tick), y: from },
      { x: x(tick), y: to },
    ]);
  }
}

/** 1, 2, 2.5 or 5 times a power of ten, not below `least`. */
function niceStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= least * (1 - 1e-9)) ?? 10) * power;
}

/** All digits where they fit, as "12.3M" where they do not. */
export function written(value: number): string {
  if (value >= 10_000_000) return short.format(value);
  return (value >= 1000 ? whole : few).format(value);
}

const whole = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });
const few = new Intl.NumberFormat("en", { maximumSignificantDigits: 4 });
const short = new Intl.NumberFormat("en", { notation: "compact", maximumSignificantDigits: 3 });
