import { createCanvas, loadImage } from "@napi-rs/canvas";
import { afterAll, expect, test } from "vitest";
import { type Chart, createChartDrawer } from "#src/documents/chart.ts";

const drawer = createChartDrawer();
afterAll(() => drawer.stop());

const scores = (values: readonly number[]): Chart => ({
  title: "Scores over time",
  unit: "%",
  max: 100,
  points: values.map((value, index) => ({ label: `${index + 1} Nov`, value })),
  alt: "Scores over time, oldest first.",
});

test.each([1, 2, 8, 20])("draws %i points as a small indexed PNG of 1200 x 630", async (count) => {
  const png = Buffer.from(await drawer.draw(scores(Array.from({ length: count }, (_, index) => (index * 37) % 101))));
  expect(png.subarray(1, 4).toString()).toBe("PNG");
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
  // Colour type 3: indexed.
  expect(png[25]).toBe(3);
  expect(png.length).toBeLessThan(60_000);
  await expect(pixels(png)).resolves.toHaveLength(1200 * 630 * 4);
});

test("draws the same bytes for the same chart, also from another worker", async () => {
  const chart = scores([0, 100, 55]);
  const other = createChartDrawer();
  const [first, again, elsewhere] = await Promise.all([drawer.draw(chart), drawer.draw(chart), other.draw(chart)]);
  await other.stop();
  expect(Buffer.compare(first, again)).toBe(0);
  expect(Buffer.compare(first, elsewhere)).toBe(0);
});

test("writes title, axis and labels, in more than Latin letters", async () => {
  const plain = scores([40, 80]);
  const drawn = Buffer.from(await drawer.draw(plain));
  const others: Chart[] = [
    { ...plain, title: "Something else" },
    { ...plain, unit: "x" },
    {
      ...plain,
      points: [
        { label: "1 Nov", value: 40 },
        { label: "9 Dec", value: 80 },
      ],
    },
    { ...plain, title: "Łódź, Ελλάδα, Москва" },
  ];
  for (const other of others) expect(Buffer.compare(drawn, await drawer.draw(other))).not.toBe(0);
  expect(await inkIn(drawn, { x: 40, y: 30, width: 400, height: 50 })).toBeGreaterThan(2000);
});

test("draws higher values higher, from the axis at 0 to the top line at the maximum", async () => {
  const heights = await Promise.all(
    [0, 50, 100].map(async (value) => dotHeight(Buffer.from(await drawer.draw(scores([value]))))),
  );
  const [low = 0, middle = 0, high = 0] = heights;
  expect(low).toBeGreaterThan(middle);
  expect(middle - high).toBeCloseTo(low - middle, -1);
});

test("draws long words and far values without leaving the card", async () => {
  const long = "A label that goes on and on ".repeat(20);
  const png = await drawer.draw({
    ...scores([]),
    title: long,
    unit: long,
    points: [-5, 1000].map((value) => ({ label: long, value })),
  });
  const edge = (await pixels(png)).subarray(0, 4);
  const all = await pixels(png);
  for (let y = 0; y < 630; y += 1) {
    expect([...all.subarray(y * 4800, y * 4800 + 4)]).toEqual([...edge]);
    expect([...all.subarray(y * 4800 + 4796, y * 4800 + 4800)]).toEqual([...edge]);
  }
});

test.each<[string, Partial<Chart>]>([
  ["without points", { points: [] }],
  ["with a value that is no number", { points: [{ label: "1 Nov", value: Number.NaN }] }],
  ["whose axis ends at 0", { max: 0 }],
])("refuses a chart %s and draws the next one", async (_, wrong) => {
  await expect(drawer.draw({ ...scores([1]), ...wrong })).rejects.toThrow("The chart cannot be drawn");
  await expect(drawer.draw(scores([1]))).resolves.toBeInstanceOf(Uint8Array);
});

test("starts a new worker after one has died, and refuses what the dead one still had", async () => {
  const own = createChartDrawer();
  const workers = new Set<{ terminate(): Promise<number> }>();
  const listen = (worker: unknown) => void workers.add(worker as { terminate(): Promise<number> });
  process.on("worker", listen);
  await own.draw(scores([1]));
  process.off("worker", listen);
  expect(workers.size).toBe(1);
  // More than it can draw before it ends.
  const rest = Array.from({ length: 50 }, () => own.draw(scores([2])).catch((error: Error) => error.message));
  await Promise.all([...workers].map((worker) => worker.terminate()));
  expect((await Promise.all(rest)).at(-1)).toMatch(/The chart worker ended/);
  await expect(own.draw(scores([3]))).resolves.toBeInstanceOf(Uint8Array);
  await own.stop();
  await expect(own.draw(scores([4]))).rejects.toThrow("stopped");
});

async function pixels(png: Uint8Array): Promise<Uint8ClampedArray> {
  const image = await loadImage(Buffer.from(png));
  const pen = createCanvas(image.width, image.height).getContext("2d");
  pen.drawImage(image, 0, 0);
  return pen.getImageData(0, 0, image.width, image.height).data;
}

/** How many dark pixels there are. */
async function inkIn(png: Uint8Array, area: { x: number; y: number; width: number; height: number }): Promise<number> {
  const all = await pixels(png);
  let dark = 0;
  for (let y = area.y; y < area.y + area.height; y += 1) {
    for (let x = area.x; x < area.x + area.width; x += 1) if ((all[(y * 1200 + x) * 4] ?? 255) < 100) dark += 1;
  }
  return dark;
}

/** The mean row of the pixels in the colour of the dot. */
async function dotHeight(png: Uint8Array): Promise<number> {
  const all = await pixels(png);
  const rows: number[] = [];
  for (let at = 0; at < all.length; at += 4) {
    if (all[at] === 0x0b && all[at + 1] === 0x5c && all[at + 2] === 0xad) rows.push(Math.floor(at / 4800));
  }
  return rows.reduce((sum, row) => sum + row, 0) / rows.length;
}
