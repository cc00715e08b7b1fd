import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { importResume } from "#src/documents/import/import-resume.ts";
import { readFile } from "#src/documents/import/read-file.ts";
import { compare, FIELDS, type Finding } from "#test/documents/corpus/compare.ts";
import { drawDocx } from "#test/documents/corpus/docx.ts";
import { type CorpusResume, corpus } from "#test/documents/corpus/index.ts";
import { LAYOUTS, type Layout } from "#test/documents/corpus/layouts.ts";
import { canDraw, drawPdf } from "#test/documents/corpus/pdf.ts";
import { writeText } from "#test/documents/corpus/plain.ts";
import { type Printer, printPdf, startPrinter } from "#test/documents/corpus/printed.ts";
import { chromiumPath } from "#test/house/chromium.ts";

type Draw = (resume: CorpusResume, layout: Layout, variant: number) => Promise<Uint8Array> | Uint8Array;

interface Result extends Finding {
  readonly where: string;
}

const all: Result[] = [];

async function measure(
  kind: string,
  draw: Draw,
  resumes: readonly CorpusResume[],
  turns: readonly number[],
): Promise<Result[]> {
  const results: Result[] = [];
  for (const [index, resume] of resumes.entries()) {
    for (const turn of turns) {
      const layout = LAYOUTS[(index + turn) % LAYOUTS.length] as Layout;
      const answer = await readFile(await draw(resume, layout, index + turn));
      const where = `${kind}, ${layout.name}, ${resume.language}, ${resume.document.contact.name}`;
      if ("refused" in answer) throw new Error(`${where}: ${answer.refused}`);
      results.push(...compare(resume.document, answer.document as never).map((finding) => ({ ...finding, where })));
    }
  }
  all.push(...results);
  report(kind, results);
  return results;
}

function report(kind: string, results: readonly Result[]): void {
  const share = (of: readonly Result[]): string =>
    `${((100 * of.filter(({ found }) => found).length) / Math.max(1, of.length)).toFixed(1)} %`;
  const fields = FIELDS.map((field) => `${field} ${share(results.filter((result) => result.field === field))}`);
  process.stdout.write(`${kind}: ${share(results)} of ${results.length} fields (${fields.join(", ")})\n`);
  if (process.env["SHOW_MISSES"])
    for (const { where, field, expected } of results.filter(({ found }) => !found))
      process.stdout.write(`  missed ${field} "${expected}" in ${where}\n`);
}

const rate = (results: readonly Result[]): number => results.filter(({ found }) => found).length / results.length;

describe("the import of the corpus", () => {
  const turns = [0, 3, 5];

  it("knows sixty resumes in twelve languages and more", () => {
    expect(corpus.length).toBeGreaterThanOrEqual(60);
    expect(new Set(corpus.map(({ language }) => language)).size).toBeGreaterThanOrEqual(12);
  });

  it("recovers 95 % of the fields of plain texts", async () => {
    expect(rate(await measure("text", writeText, corpus, turns))).toBeGreaterThanOrEqual(0.95);
  }, 120_000);

  it("recovers 95 % of the fields of Word files", async () => {
    expect(rate(await measure("docx", drawDocx, corpus, turns))).toBeGreaterThanOrEqual(0.95);
  }, 240_000);

  it("recovers 95 % of the fields of PDFs set by pdfkit", async () => {
    expect(rate(await measure("pdf by pdfkit", drawPdf, corpus.filter(canDraw), turns))).toBeGreaterThanOrEqual(0.95);
  }, 240_000);

  describe.skipIf(!chromiumPath)("printed by a browser", () => {
    let printer: Printer;
    beforeAll(async () => {
      printer = await startPrinter();
    });
    afterAll(() => printer?.stop());

    it("recovers 95 % of the fields", async () => {
      const draw: Draw = (resume, layout, variant) => printPdf(printer, resume, layout, variant);
      expect(rate(await measure("pdf by Chromium", draw, corpus, [1, 6]))).toBeGreaterThanOrEqual(0.95);
    }, 240_000);
  });

  it("recovers 95 % of every kind of field", () => {
    for (const field of FIELDS) {
      const results = all.filter((result) => result.field === field);
      expect(rate(results), field).toBeGreaterThanOrEqual(0.95);
    }
    report("all", all);
  });

  it("says the same in its own process", async () => {
    const resume = corpus[0] as CorpusResume;
    const bytes = await drawPdf(resume, LAYOUTS[0] as Layout, 0);
    const { document, source } = await importResume({ name: "resume.exe", bytes });
    expect(source).toBe("pdf");
    expect(compare(resume.document, document).filter(({ found }) => !found)).toEqual([]);
  });
});
