import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { create } from "fontkit";
import PDFDocument from "pdfkit";
import { composeResume } from "#src/documents/paper/composing.ts";
import { resumeFacts } from "#src/documents/paper/facts.ts";
import { createPaperDrawer } from "#src/documents/paper/index.ts";
import { readBack } from "#src/documents/paper/reading-back.ts";
import { longer, RESUMES } from "#test/documents/paper/resumes.ts";

// `node bench/paper.ts`: one and two pages as we draw them, beside bare pdfkit that writes the same words with the same
// parsed and shared font, tagged. Rounds of both alternate in one process; the first document is that of a fresh process.

const ROUNDS = 60;
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
  "greenroom, read back": async (document) => {
    const { pdf } = await composeResume({ document, template: "modern", paper: "A4", createdAt });
    await readBack(pdf);
    return pdf;
  },
};

const [, , only] = process.argv;
if (only) {
  const started = performance.now();
  await ways[only]?.(documents["one page"]);
  const figures = { ms: performance.now() - started, rss: process.memoryUsage().rss / 1e6 };
  process.stdout.write(JSON.stringify(figures));
} else {
  await measure();
}

async function measure(): Promise<void> {
  const say = (line: string) => process.stdout.write(`${line}\n`);
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
