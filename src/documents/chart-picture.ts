import type { SKRSContext2D } from "@napi-rs/canvas";
import type { Chart } from "./chart.ts";
import { type Dot, fitted, font, INK, MARGIN, openCard, path, stroke, WIDTH } from "./chart-card.ts";
import { palettePng } from "./palette-png.ts";

/**
 * One line with dots on a light card of its own, so that it looks the same on a light and a dark screen. Sizes are
 * chosen for a phone that shows the picture 350 points wide: text of 36 is 10 points there.
 */
export function drawChart(chart: Chart): Uint8Array<ArrayBuffer> {
  check(chart);
  const pen = openCard(HEIGHT);
  pen.fillStyle = INK.text;
  pen.font = font(600, 46);
  pen.textBaseline = "alphabetic";
  const title = isShort(chart.unit) ? chart.title : `${chart.title}, ${chart.unit}`;
  pen.fillText(fitted(pen, title, WIDTH - 2 * MARGIN), MARGIN, 72);

  const plot = drawAxis(pen, chart);
  const dots = chart.points.map(({ value }, index) => ({ x: plot.x(index), y: plot.y(value) }));
  drawLine(pen, dots, plot.bottom);
  drawValues(pen, chart, dots);
  drawDates(pen, chart, dots);
  return palettePng(pen.getImageData(0, 0, WIDTH, HEIGHT));
}

const HEIGHT = 630;
const TOP = 160;
const BOTTOM = HEIGHT - 88;
const DOT = 11;

function check({ max, points }: Chart): void {
  if (points.length === 0) throw new RangeError("it has no points");
  if (!(max > 0 && Number.isFinite(max))) throw new RangeError("its axis does not end above 0");
  if (!points.every(({ value }) => Number.isFinite(value))) throw new RangeError("a value is not a number");
}

/** Grid lines with their values, and where the points go. A value outside 0 to max is drawn at the end of the axis. */
function drawAxis(pen: SKRSContext2D, { max, unit, points }: Chart) {
  const parts = [4, 5, 2, 3].find((count) => Number.isInteger(max / count)) ?? 1;
  const y = (value: number) => BOTTOM - (Math.min(Math.max(value, 0), max) / max) * (BOTTOM - TOP);
  const ticks = Array.from({ length: parts + 1 }, (_, index) => (max / parts) * index);
  pen.font = font(400, 32);
  const said = ticks.map((tick) => (isShort(unit) ? `${tick} ${unit}`.trim() : String(tick)));
  const left = MARGIN + Math.max(...said.map((text) => pen.measureText(text).width)) + 20;
  const right = WIDTH - MARGIN;
  pen.textAlign = "right";
  pen.textBaseline = "middle";
  for (const [index, tick] of ticks.entries()) {
    pen.strokeStyle = index === 0 ? INK.quiet : INK.grid;
    pen.lineWidth = index === 0 ? 3 : 2;
    stroke(pen, [
      { x: left, y: y(tick) },
      { x: right, y: y(tick) },
    ]);
    pen.fillStyle = INK.quiet;
    pen.fillText(said[index] ?? "", left - 20, y(tick));
  }
  const inset = Math.min(60, (right - left) / (2 * points.length));
  const step = points.length > 1 ? (right - left - 2 * inset) / (points.length - 1) : 0;
  const x = (index: number) => (points.length === 1 ? (left + right) / 2 : left + inset + index * step);
  return { x, y, bottom: BOTTOM };
}

function drawLine(pen: SKRSContext2D, dots: readonly Dot[], bottom: number): void {
  const first = dots[0] as Dot;
  const last = dots.at(-1) as Dot;
  if (dots.length > 1) {
    pen.globalCompositeOperation = "multiply";
    pen.fillStyle = INK.area;
    path(pen, [...dots, { x: last.x, y: bottom }, { x: first.x, y: bottom }]);
    pen.fill();
    pen.globalCompositeOperation = "source-over";
    pen.strokeStyle = INK.line;
    pen.lineWidth = 6;
    pen.lineJoin = "round";
    pen.lineCap = "round";
    stroke(pen, dots);
  }
  for (const { x, y } of dots) {
    pen.beginPath();
    pen.arc(x, y, DOT, 0, 2 * Math.PI);
    pen.fillStyle = INK.line;
    pen.fill();
    pen.strokeStyle = INK.card;
    pen.lineWidth = 4;
    pen.stroke();
  }
}

/** The newest, the first, the best and the worst value come first; the others where there is room. */
function drawValues(pen: SKRSContext2D, { points }: Chart, dots: readonly Dot[]): void {
  const values = points.map(({ value }) => value);
  const foremost = [values.length - 1, values.indexOf(Math.max(...values)), values.indexOf(Math.min(...values)), 0];
  pen.font = font(600, 36);
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  const taken: { from: number; to: number; y: number }[] = [];
  for (const index of new Set([...foremost, ...values.keys()])) {
    const { x, y } = dots[index] as Dot;
    const text = String(Number((values[index] as number).toFixed(1)));
    const half = pen.measureText(text).width / 2 + 6;
    // In a valley the line rises on both sides of what stands above it.
    const valley = y > (dots[index - 1]?.y ?? y - 1) && y > (dots[index + 1]?.y ?? y - 1) && dots.length > 1;
    const at = { from: x - half, to: x + half, y: valley && y + 64 < BOTTOM ? y + 40 : y - 38 };
    if (taken.some((other) => at.from < other.to && at.to > other.from && Math.abs(at.y - other.y) < 40)) continue;
    taken.push(at);
    pen.strokeStyle = INK.card;
    pen.lineWidth = 10;
    pen.lineJoin = "round";
    pen.strokeText(text, x, at.y);
    pen.fillStyle = INK.text;
    pen.fillText(text, x, at.y);
  }
}

/** Every so manieth label counted back from the newest, so that none touches the next. */
function drawDates(pen: SKRSContext2D, { points }: Chart, dots: readonly Dot[]): void {
  pen.font = font(400, 32);
  pen.fillStyle = INK.quiet;
  pen.textAlign = "left";
  pen.textBaseline = "alphabetic";
  const labels = points.map(({ label }) => fitted(pen, label, 300));
  const spans = labels.map((text, index) => {
    const width = pen.measureText(text).width;
    const from = Math.min(Math.max((dots[index] as Dot).x - width / 2, MARGIN), WIDTH - MARGIN - width);
    return { text, from, to: from + width };
  });
  const every = (step: number) => spans.filter((_, index) => (spans.length - 1 - index) % step === 0);
  const apart = (shown: typeof spans) =>
    shown.every(({ from }, index) => from >= (shown[index - 1]?.to ?? -Infinity) + 24);
  let step = 1;
  while (step < spans.length && !apart(every(step))) step += 1;
  for (const { text, from } of every(step)) pen.fillText(text, from, BOTTOM + 50);
}

/** "%" stands at every grid line, "thousand euros" once, behind the title. */
function isShort(unit: string): boolean {
  return unit.length <= 3;
}
