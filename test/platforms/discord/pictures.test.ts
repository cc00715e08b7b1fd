import { pino } from "pino";
import { describe, expect, it } from "vitest";
import type { Message, Ranges } from "#src/chat/message.ts";
import { createChartDrawer } from "#src/documents/chart.ts";
import { withPictures } from "#src/platforms/discord/pictures.ts";
import { plainText } from "#src/platforms/discord/plain-text.ts";
import { render } from "#src/platforms/discord/render.ts";

const ranges: Ranges = {
  kind: "ranges",
  title: "Pay in Manufacturing",
  unit: "USD a year, May 2025",
  names: { row: "Role", min: "10th percentile", median: "Median", max: "90th percentile" },
  rows: [
    { label: "Machinists", min: 39_200, median: 58_750, max: 80_890 },
    { label: "Welders **`**", min: 39_240, median: 53_750, max: 75_850 },
  ],
  alt: "Pay of machinists and welders in USD a year, May 2025.",
};
const message: Message = { summary: "Pay", blocks: [ranges] };
const log = pino({ level: "silent" });

describe("a chart of ranges on Discord", () => {
  it("is a picture with title, currency and period in its alt text", async () => {
    const drawer = createChartDrawer();
    const drawn = await withPictures(message, { drawChart: drawer.draw, log });
    await drawer.stop();
    const page = render(drawn);
    expect(page.files.map(({ name }) => name)).toEqual(["chart.png"]);
    expect(Buffer.from(page.files[0]?.bytes ?? []).readUInt32BE(16)).toBe(1200);
    expect(page.body.attachments?.[0]?.description).toBe(`Pay in Manufacturing: ${ranges.alt}`);
  });

  it("is its numbers in lines where it cannot be drawn", async () => {
    const drawn = await withPictures(message, { drawChart: () => Promise.reject(new Error("no canvas")), log });
    const shown = JSON.stringify(render(drawn).body);
    for (const said of ["Pay in Manufacturing (USD a year, May 2025)", "39,200", "58,750", "80,890", "53,750"])
      expect(shown).toContain(said);
    expect(shown).not.toContain("Welders **`**");
    expect(plainText(drawn)).toContain("Role: Machinists; 10th percentile: 39,200; Median: 58,750");
  });
});
