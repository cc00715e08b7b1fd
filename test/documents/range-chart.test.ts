import { createCanvas, loadImage } from "@napi-rs/canvas";
import { afterAll, describe, expect, it } from "vitest";
import { createChartDrawer } from "#src/documents/chart.ts";
import { INK } from "#src/documents/chart-card.ts";
import type { RangeChart } from "#src/documents/range-chart.ts";
import { RANGE_CHARTS } from "./range-charts.ts";

const drawer = createChartDrawer();
afterAll(() => drawer.stop());

const oneRow = (row: Partial<RangeChart["rows"][number]>, over: Partial<RangeChart> = {}): RangeChart => ({
  title: "Pay",
  unit: "USD a year",
  names: { min: "Low", median: "Median", max: "High" },
  rows: [
    { label: "Role", min: 20_000, median: 50_000, max: 80_000, ...row },
    // Keeps the axis where it is.
    { label: "Other", min: 1_000, median: 50_000, max: 100_000 },
  ],
  alt: "",
  ...over,
});

describe("a chart of ranges", () => {
  it.each(Object.entries(RANGE_CHARTS))("is drawn for %s, 1200 wide, inside its edge and small", async (_, chart) => {
    const png = Buffer.from(await drawer.draw(chart));
    const { data, width, height } = await pixels(png);
    expect([width, png[25]]).toEqual([1200, 3]);
    expect(height).toBeGreaterThan(300);
    expect(height).toBeLessThan(2000);
    expect(png.length).toBeLessThan(150_000);
    const edge = [...data.subarray(0, 4)];
    const isEdge = (x: number, y: number) => edge.every((one, at) => data[(y * width + x) * 4 + at] === one);
    for (let y = 0; y < height; y += 1) expect(isEdge(0, y) && isEdge(width - 1, y)).toBe(true);
    for (let x = 0; x < width; x += 1) expect(isEdge(x, 0) && isEdge(x, height - 1)).toBe(true);
  });

  it("is the same bytes for the same ranges, and others for every part that is written", async () => {
    const draw = async (chart: RangeChart) => Buffer.from(await drawer.draw(chart)).toString("base64");
    const first = await draw(oneRow({}));
    expect(await draw(oneRow({}))).toBe(first);
    const names = { min: "Low", median: "Median", max: "High" };
    const others = [
      oneRow({}, { title: "Wages" }),
      oneRow({}, { unit: "EUR a year" }),
      oneRow({}, { names: { ...names, min: "Least" } }),
      oneRow({}, { names: { ...names, median: "Middle" } }),
      oneRow({}, { names: { ...names, max: "Most" } }),
      oneRow({ label: "Rôle" }),
      oneRow({ label: "תפקיד" }),
      oneRow({ label: "وظيفة" }),
      oneRow({ min: 20_001 }),
      oneRow({ median: 50_001 }),
      oneRow({ max: 80_001 }),
    ];
    const drawn = await Promise.all(others.map(draw));
    expect(new Set([first, ...drawn]).size).toBe(others.length + 1);
  });

  it("puts bar and mark where their numbers belong on the axis", async () => {
    const low = await firstRow(oneRow({ min: 20_000, median: 30_000, max: 60_000 }));
    const high = await firstRow(oneRow({ min: 40_000, median: 70_000, max: 80_000 }));
    const perThousand = (high.from - low.from) / 20;
    expect(perThousand).toBeGreaterThan(4);
    expect((high.to - low.to) / 20).toBeCloseTo(perThousand, 0);
    expect((high.mark - low.mark) / 40).toBeCloseTo(perThousand, 0);
    expect((low.mark - low.from) / 10).toBeCloseTo(perThousand, 0);
  });

  it("grows by a row's height for each row", async () => {
    const rows = (count: number) => ({ rows: RANGE_CHARTS["twelve rows"]?.rows.slice(0, count) ?? [] });
    const height = async (count: number) => (await pixels(await drawer.draw(oneRow({}, rows(count))))).height;
    const [one, two, twelve] = await Promise.all([1, 2, 12].map(height));
    expect((twelve as number) - (one as number)).toBe(11 * ((two as number) - (one as number)));
  });

  it("can be read without colour: bar, mark, text and card differ in lightness", () => {
    expect(contrast(INK.bar, INK.card)).toBeGreaterThanOrEqual(3);
    expect(contrast(INK.text, INK.bar)).toBeGreaterThanOrEqual(3);
    for (const ink of [INK.text, INK.quiet]) expect(contrast(ink, INK.card)).toBeGreaterThanOrEqual(7);
  });

  it.each<[string, Partial<RangeChart>]>([
    ["without rows", { rows: [] }],
    ["with thirteen rows", { rows: Array.from({ length: 13 }, () => ({ label: "", min: 1, median: 1, max: 1 })) }],
    ["whose median is below its minimum", { rows: [{ label: "", min: 2, median: 1, max: 3 }] }],
    ["whose median is above its maximum", { rows: [{ label: "", min: 1, median: 4, max: 3 }] }],
    ["with a number below 0", { rows: [{ label: "", min: -1, median: 1, max: 3 }] }],
    ["with what is no number", { rows: [{ label: "", min: 1, median: Number.NaN, max: 3 }] }],
    ["without an end", { rows: [{ label: "", min: 1, median: 2, max: Number.POSITIVE_INFINITY }] }],
    ["of zeros", { rows: [{ label: "", min: 0, median: 0, max: 0 }] }],
  ])("is refused %s", async (_, over) => {
    await expect(drawer.draw(oneRow({}, over))).rejects.toThrow("The chart cannot be drawn");
  });
});

async function pixels(png: Uint8Array) {
  const image = await loadImage(Buffer.from(png));
  const pen = createCanvas(image.width, image.height).getContext("2d");
  pen.drawImage(image, 0, 0);
  return pen.getImageData(0, 0, image.width, image.height);
}

/** Where the bar of the first row begins and ends, and the middle of its mark, in pixels. */
async function firstRow(chart: RangeChart): Promise<{ from: number; to: number; mark: number }> {
  const { data, width, height } = await pixels(await drawer.draw(chart));
  const is = (x: number, y: number, ink: string) =>
    [1, 3, 5].every(
      (at, channel) => data[(y * width + x) * 4 + channel] === Number.parseInt(ink.slice(at, at + 2), 16),
    );
  const columns = Array.from({ length: width }, (_, x) => x);
  // Below the legend: the first line of pixels that crosses a long bar.
  for (let y = 200; y < height; y += 1) {
    const bar = columns.filter((x) => is(x, y, INK.bar));
    if (bar.length < 150) continue;
    const line = y + 10;
    const mark = columns.filter((x) => x > (bar[0] ?? 0) && x < (bar.at(-1) ?? 0) && is(x, line, INK.text));
    const across = columns.filter((x) => is(x, line, INK.bar));
    return {
      from: across[0] ?? 0,
      to: across.at(-1) ?? 0,
      mark: mark.reduce((sum, x) => sum + x, 0) / mark.length,
    };
  }
  throw new Error("There is no bar");
}

/** https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [one, other].map(luminance).sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
