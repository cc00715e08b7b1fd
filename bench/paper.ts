import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { create } from "fontkit";
import PDFDocument from "pdfkit";
import { chromium } from "playwright-core";
import { composeResume } from "#src/documents/paper/composing.ts";
import { resumeFacts, verifyFacts } from "#src/documents/paper/facts.ts";
import { createPaperDrawer } from "#src/documents/paper/index.ts";
import { readBack } from "#src/documents/paper/reading-back.ts";
import { longer, RESUMES } from "#test/documents/paper/resumes.ts";

// `node bench/paper.ts`: one and two pages as we draw them, beside bare pdfkit that writes the same words with the same
// parsed and shared font, tagged. Rounds of both alternate in one process; the first document is that of a fresh process.
// Then the same words printed by Chromium, and ten papers a second in the worker while the main thread is watched.

const ROUNDS = 60;
const CHROMIUM = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
const createdAt = new Date("2026-11-22T12:00:00Z");
const latin = RESUMES["latin"];
if (!latin) throw new Error("The Latin resume is missing");
const documents = { "one page": latin, "two pages": longer(latin, 6) };

const fontFile = (cut: string) =>
  fileURLToPath(import.meta.resolve(`@expo-google-fonts/noto-sans/${cut}/NotoSans_${cut}.ttf`));
let shared: { regular: unknown; bold: unknown } | undefined;

type Document = typeof latin;

const ways: Record<string, (document: NonNullable<Document>) => Promise<Uint8Array>> = {
  "bare pdfkit": drawBare,
  greenroom: async (document) => (await composeResume({ document, template: "modern", paper: "A4", createdAt })).pdf,
  "greenroom, read back and compared": async (document) => {
    const made = await composeResume({ document, template: "modern", paper: "A4", createdAt });
    const missing = verifyFacts(document, await readBack(made.pdf), made);
    if (missing.length > 0) throw new Error("A paper is incomplete");
    return made.pdf;
  },
};

const [, , only] = process.argv;
if (only === "watch") await watch();
else if (only === "chromium") await measureChromium();
else if (only) {
  const started = performance.now();
  await ways[only]?.(documents["one page"]);
  const figures = { ms: performance.now() - started, rss: process.memoryUsage().rss / 1e6 };
  process.stdout.write(JSON.stringify(figures));
} else {
  await measure();
}

async function measure(): Promise<void> {
  for (const [name, document] of Object.entries(documents)) {
    const times = new Map(Object.keys(ways).map((way) => [way, [] as number[]]));
    let bytes: Record<string, number> = {};
    for (let round = 0; round < ROUNDS + 10; round += 1) {
      for (const [way, draw] of Object.entries(ways)) {
        const started = performance.now();
        const pdf = await draw(document);
        if (round >= 10) times.get(way)?.push(performance.now() - started);
        bytes = { ...bytes, [way]: pdf.length };
      }
    }
    const bare = median(times.get("bare pdfkit") ?? []);
    for (const [way, all] of times) {
      const p50 = median(all);
      say(`${name}, ${way}: ${p50.toFixed(1)} ms warm, ${(p50 / bare).toFixed(2)} of bare pdfkit, ${bytes[way]} bytes`);
    }
  }
  for (const way of Object.keys(ways)) {
    const runs = [1, 2, 3].map(() =>
      JSON.parse(execFileSync(process.execPath, [fileURLToPath(import.meta.url), way]).toString()),
    );
    say(
      `first document, ${way}: ${median(runs.map(({ ms }) => ms)).toFixed(0)} ms, ${median(runs.map(({ rss }) => rss)).toFixed(0)} MB in all`,
    );
  }
  const drawer = createPaperDrawer();
  const started = performance.now();
  await drawer.renderResume({ document: latin as NonNullable<Document>, template: "modern", paper: "A4", createdAt });
  say(`first document through the worker, verified: ${(performance.now() - started).toFixed(0)} ms`);
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const from = performance.now();
    await drawer.renderResume({ document: latin as NonNullable<Document>, template: "modern", paper: "A4", createdAt });
    times.push(performance.now() - from);
  }
  say(`one page through the worker, verified: ${median(times).toFixed(1)} ms warm`);
  const before = process.memoryUsage().rss;
  for (const document of Object.values(RESUMES))
    await drawer.renderResume({ document, template: "modern", paper: "A4", createdAt });
  say(`all fonts loaded: ${((process.memoryUsage().rss - before) / 1e6).toFixed(0)} MB more`);
  await drawer.stop();
  await measureChromium();
  await watch();
}

async function measureChromium(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "greenroom-bench-"));
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox"] });
  try {
    const page = await browser.newPage();
    for (const [name, document] of Object.entries(documents)) {
      const html = join(folder, "resume.html");
      const facts = resumeFacts(document, "en").map((fact) => `<p>${fact}</p>`);
      writeFileSync(html, `<!doctype html><html lang=en><meta charset=utf-8><title>x</title>${facts.join("\n")}`);
      const flags = ["--headless", "--no-sandbox", "--disable-gpu", `--print-to-pdf=${join(folder, "resume.pdf")}`];
      const first = [1, 2, 3].map(() => {
        const started = performance.now();
        execFileSync(CHROMIUM, [...flags, html], { stdio: "ignore" });
        return performance.now() - started;
      });
      const warm: number[] = [];
      for (let round = 0; round < ROUNDS / 2; round += 1) {
        const started = performance.now();
        await page.goto(`file://${html}`);
        await page.pdf({ format: "A4", tagged: true });
        warm.push(performance.now() - started);
      }
      say(`${name}, Chromium: ${median(first).toFixed(0)} ms first, ${median(warm.slice(5)).toFixed(1)} ms warm`);
    }
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true });
  }
}

/** What the main thread feels of ten papers a second. */
async function watch(): Promise<void> {
  const drawer = createPaperDrawer();
  const all = Object.values(RESUMES);
  const draw = (nth: number) => {
    const document = all[nth % all.length] as NonNullable<Document>;
    return drawer.renderResume({ document, template: "modern", paper: "A4", createdAt });
  };
  const quiet = monitorEventLoopDelay({ resolution: 5 });
  quiet.enable();
  await wait(5000);
  quiet.disable();
  await Promise.all(all.map((_, nth) => draw(nth)));
  const delay = monitorEventLoopDelay({ resolution: 5 });
  const times: number[] = [];
  const drawing: Promise<unknown>[] = [];
  // On a busy machine a thread also waits for its turn, so what it computes itself between two ticks is measured too.
  const before = process.threadCpuUsage();
  let last = before;
  let longest = 0;
  const ticking = setInterval(() => {
    const now = process.threadCpuUsage();
    longest = Math.max(longest, now.user + now.system - last.user - last.system);
    last = now;
  }, 5);
  delay.enable();
  for (let nth = 0; nth < 200; nth += 1) {
    const started = performance.now();
    drawing.push(draw(nth).then(() => times.push(performance.now() - started)));
    await wait(Math.max(0, 100 - (performance.now() - started)));
  }
  delay.disable();
  await Promise.all(drawing);
  clearInterval(ticking);
  const { user, system } = process.threadCpuUsage(before);
  await drawer.stop();
  const sorted = times.toSorted((a, b) => a - b);
  say(`ten papers a second for 20 s: ${median(times).toFixed(0)} ms each, the slowest ${sorted.at(-1)?.toFixed(0)} ms`);
  const each = ((user + system) / 1000 / times.length).toFixed(2);
  say(`the main thread computes ${each} ms for each, ${(longest / 1000).toFixed(1)} ms at most without a pause`);
  const late = (histogram: typeof delay) =>
    `${(histogram.percentile(99) / 1e6).toFixed(1)} ms p99, ${(histogram.max / 1e6).toFixed(1)} ms at most`;
  say(`delay of the event loop meanwhile, timer of 5 ms included: ${late(delay)}; with nothing to do ${late(quiet)}`);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function drawBare(document: NonNullable<Document>): Promise<Uint8Array> {
  shared ??= {
    regular: create(readFileSync(fontFile("400Regular"))),
    bold: create(readFileSync(fontFile("600SemiBold"))),
  };
  const { regular, bold } = shared;
  const pdf = new PDFDocument({
    size: "A4",
    margin: 58,
    tagged: true,
    lang: "en",
    pdfVersion: "1.7",
    font: null as never,
    info: { Title: "x", CreationDate: createdAt },
  });
  const chunks: Uint8Array[] = [];
  pdf.on("data", (chunk: Uint8Array) => chunks.push(chunk));
  const root = pdf.struct("Document");
  pdf.addStructure(root);
  for (const [index, fact] of resumeFacts(document, "en").entries()) {
    root.add(
      pdf.struct("P", {}, [
        () =>
          pdf
            .font((index % 4 === 0 ? bold : regular) as never)
            .fontSize(9.6)
            .text(fact),
      ]),
    );
  }
  root.end();
  pdf.end();
  await new Promise((resolve) => pdf.on("end", resolve));
  return Buffer.concat(chunks);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
