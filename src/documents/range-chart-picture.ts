import type { SKRSContext2D } from "@napi-rs/canvas";
import { fitted, font, INK, MARGIN, openCard, WIDTH } from "./chart-card.ts";
import { palettePng } from "./palette-png.ts";
import { MAX_RANGES, type RangeChart } from "./range-chart.ts";
import { drawGrid, drawTicks, type Scale, scaleOf, written } from "./range-chart-scale.ts";
import { haloed, wrapped, write } from "./range-chart-text.ts";

/**
 * A bar from the one end to the other with a mark at the median, a row each under its name, all on one axis from 0. Shape
 * and lightness tell bar and mark apart, and the three numbers stand beside them. Sizes as in chart-picture.ts.
 */
export function drawRanges(chart: RangeChart): Uint8Array<ArrayBuffer> {
  check(chart);
  const rows = layOut(openCard(1), chart);
  const bottom = rows.reduce((sum, { height }) => sum + height, TOP + extraHead(chart));
  const height = bottom + FOOT;
  const pen = openCard(height);
  drawHead(pen, chart);
  const scale = scaleOf(pen, chart);
  let y = TOP + extraHead(chart);
  for (const row of rows) {
    drawRow(pen, { ...row, y }, { scale, median: chart.names.median });
    y += row.height;
  }
  drawTicks(pen, scale, bottom);
  return palettePng(pen.getImageData(0, 0, WIDTH, height));
}

type Row = RangeChart["rows"][number];

interface LaidOut extends Row {
  /** The label, cut to lines. */
  readonly lines: readonly string[];
  readonly height: number;
}

const TOP = 222;
const FOOT = 80;
const LABEL = 34;
const MEDIAN_NAME = 220;
const LINE = 42;
const BAR = { height: 28, room: 62, mark: 44 };
const MAX_LINES = 3;

function check({ rows }: RangeChart): void {
  if (rows.length === 0) throw new RangeError("it has no rows");
  if (rows.length > MAX_RANGES) throw new RangeError(`it has more than ${MAX_RANGES} rows`);
  for (const { min, median, max } of rows) {
    if (!(0 <= min && min <= median && median <= max && Number.isFinite(max)))
      throw new RangeError("a row is not 0 <= min <= median <= max");
  }
  if (!rows.some(({ max }) => max > 0)) throw new RangeError("all its values are 0");
}

/** A label has the room that the number of its median leaves. */
function layOut(pen: SKRSContext2D, { rows, names }: RangeChart): LaidOut[] {
  return rows.map((row) => {
    pen.font = font(400, 32);
    const name = pen.measureText(fitted(pen, names.median, MEDIAN_NAME)).width;
    pen.font = font(600, LABEL);
    const width = WIDTH - 2 * MARGIN - name - pen.measureText(written(row.median)).width - 48;
    const lines = wrapped(pen, row.label, { width, max: MAX_LINES });
    return { ...row, lines, height: lines.length * LINE + BAR.room + 18 };
  });
}

/** A long title takes more lines. */
function extraHead({ title, unit }: RangeChart): number {
  const pen = openCard(1);
  return (titleLines(pen, title).length - 1) * 54 + (unitLines(pen, unit).length - 1) * 40;
}

function titleLines(pen: SKRSContext2D, title: string): string[] {
  pen.font = font(600, 46);
  return wrapped(pen, title, { width: WIDTH - 2 * MARGIN, max: MAX_LINES });
}

function unitLines(pen: SKRSContext2D, unit: string): string[] {
  pen.font = font(400, 32);
  return wrapped(pen, unit, { width: WIDTH - 2 * MARGIN, max: MAX_LINES });
}

function drawHead(pen: SKRSContext2D, { title, unit, names }: RangeChart): void {
  pen.textBaseline = "alphabetic";
  pen.textAlign = "left";
  pen.fillStyle = INK.text;
  let y = 72;
  for (const line of titleLines(pen, title)) {
    write(pen, line, { x: MARGIN, y });
    y += 54;
  }
  pen.fillStyle = INK.quiet;
  y -= 6;
  for (const line of unitLines(pen, unit)) {
    write(pen, line, { x: MARGIN, y });
    y += 40;
  }
  drawLegend(pen, names, y + 8);
}

/** The two ends beside a small bar, the mark beside its name. */
function drawLegend(pen: SKRSContext2D, names: RangeChart["names"], y: number): void {
  pen.font = font(400, 32);
  const room = WIDTH - 2 * MARGIN - 200;
  const whole =
    [names.min, names.median, names.max].reduce((sum, text) => sum + pen.measureText(text).width, 0) <= room;
  let x = MARGIN;
  const say = (text: string) => {
    pen.fillStyle = INK.quiet;
    const drawn = fitted(pen, text, whole ? room : room / 3);
    write(pen, drawn, { x, y });
    x += pen.measureText(drawn).width;
  };
  say(names.min);
  x += 14;
  bar(pen, { from: x, to: x + 110, y: y - 11 });
  x += 124;
  say(names.max);
  x += 44;
  mark(pen, { x, y: y - 11 });
  x += 18;
  say(names.median);
}

interface Drawing {
  readonly scale: Scale;
  readonly median: string;
}

function drawRow(pen: SKRSContext2D, row: LaidOut & { y: number }, { scale, median }: Drawing): void {
  const { lines, y, min, max } = row;
  pen.textBaseline = "alphabetic";
  pen.font = font(600, LABEL);
  pen.fillStyle = INK.text;
  for (const [index, line] of lines.entries()) {
    write(pen, line, { x: MARGIN, y: y + LABEL + index * LINE });
  }
  const number = written(row.median);
  pen.textAlign = "right";
  write(pen, number, { x: WIDTH - MARGIN, y: y + LABEL });
  const wide = pen.measureText(number).width;
  pen.font = font(400, 32);
  const name = fitted(pen, median, MEDIAN_NAME);
  pen.fillStyle = INK.quiet;
  write(pen, name, { x: WIDTH - MARGIN - wide - 12, y: y + LABEL });
  pen.textAlign = "left";

  const middle = y + lines.length * LINE + BAR.room / 2;
  const ends = { from: scale.x(min), to: scale.x(max), y: middle };
  drawGrid(pen, scale, { from: middle - BAR.room / 2, to: middle + BAR.room / 2 });
  bar(pen, ends);
  mark(pen, { x: scale.x(row.median), y: middle });
  pen.textBaseline = "middle";
  pen.textAlign = "right";
  haloed(pen, written(min), { x: ends.from - 14, y: middle });
  pen.textAlign = "left";
  haloed(pen, written(max), { x: Math.max(ends.to, ends.from + 4) + 14, y: middle });
}

function bar(pen: SKRSContext2D, { from, to, y }: { from: number; to: number; y: number }): void {
  pen.fillStyle = INK.bar;
  pen.beginPath();
  pen.roundRect(from, y - BAR.height / 2, Math.max(to - from, 4), BAR.height, 6);
  pen.fill();
}

function mark(pen: SKRSContext2D, { x, y }: { x: number; y: number }): void {
  for (const [ink, width, height] of [
    [INK.card, 16, BAR.mark + 6],
    [INK.text, 9, BAR.mark],
  ] as const) {
    pen.fillStyle = ink;
    pen.fillRect(x - width / 2, y - height / 2, width, height);
  }
}
