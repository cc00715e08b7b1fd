import { join } from "node:path";
import PDFDocument from "pdfkit";
import type { CorpusResume } from "./index.ts";
import { type Layout, runningHeader, type Setting, set } from "./layouts.ts";

/** Right-to-left writing, Devanagari and two of the fonts are beyond plain pdfkit; printed.ts has them all. */
export const canDraw = ({ language }: CorpusResume): boolean => !["he", "ar", "hi", "zh", "ko"].includes(language);

/** Set with pdfkit alone, in the plain way of somebody else's program. */
export function drawPdf(resume: CorpusResume, layout: Layout, variant: number): Promise<Uint8Array> {
  const { side, main } = set(resume, layout, variant);
  const document = new PDFDocument({ size: variant % 3 === 0 ? "LETTER" : "A4", margin: 54, bufferPages: true });
  const chunks: Buffer[] = [];
  document.on("data", (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise<Uint8Array>((resolve) => document.on("end", () => resolve(Buffer.concat(chunks))));
  const [regular, bold] = FONTS[resume.language] ?? [SANS("400Regular"), SANS("700Bold")];
  document.registerFont("regular", fontFile(regular)).registerFont("bold", fontFile(bold));
  const { width } = document.page;
  const column = layout.sidebar ? 165 : 0;
  const box = { left: 54 + column, width: width - 108 - column };
  if (side.length > 0) {
    for (const setting of side) place(document, setting, { left: 54, width: 145 }, layout);
    document.y = 54;
  }
  for (const setting of main) place(document, setting, box, layout);
  if (layout.running) run(document, resume);
  document.end();
  return done;
}

interface Box {
  readonly left: number;
  readonly width: number;
}

function place(
  document: PDFKit.PDFDocument,
  { kind, text, aside }: Setting,
  { left, width }: Box,
  layout: Layout,
): void {
  const at = { width };
  if (document.y > document.page.height - 90 && kind !== "contact") document.addPage();
  if (kind === "name") document.font("bold").fontSize(20).text(text, left, document.y, at);
  else if (kind === "heading")
    document.moveDown(0.7).font("bold").fontSize(12.5).text(text, left, document.y, at).moveDown(0.2);
  else if (kind === "bullet") {
    const y = document.y;
    document
      .font("regular")
      .fontSize(10)
      .text(layout.bullet, left + 6, y, { lineBreak: false });
    document.text(text, left + 20, y, { width: width - 20 });
  } else if (kind === "pair" && layout.datesLeft) {
    const y = document.y;
    document.font("regular").fontSize(10).text(text, left, y, { lineBreak: false });
    document.font("bold").text(aside ?? "", left + 135, y, { width: width - 135 });
  } else if (kind === "pair" && width > 250) {
    const y = document.y;
    document
      .moveDown(0.3)
      .font("bold")
      .fontSize(10.5)
      .text(text, left, y + 3, { width: width - 170 });
    const below = document.y;
    document
      .font("regular")
      .fontSize(10)
      .text(aside ?? "", left + width - 170, y + 3, { width: 170, align: "right" });
    document.y = below;
  } else {
    document
      .font(kind === "strong" ? "bold" : "regular")
      .fontSize(10)
      .text(text, left, document.y + (kind === "strong" ? 3 : 0), at);
    if (aside) document.text(aside, left, document.y, at);
  }
}

function run(document: PDFKit.PDFDocument, resume: CorpusResume): void {
  const { start, count } = document.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    document.switchToPage(page);
    const { height, margins } = document.page;
    document.page.margins = { ...margins, top: 0, bottom: 0 };
    document.font("regular").fontSize(8).text(runningHeader(resume), 54, 26, { lineBreak: false });
    document.text(`${page + 1} / ${count}`, 54, height - 36, { lineBreak: false });
  }
}

const SANS = (cut: string): string => `@expo-google-fonts/noto-sans/${cut}/NotoSans_${cut}.ttf`;

const FONTS: Record<string, readonly [string, string]> = {
  zh: ["@embedpdf/fonts-sc/fonts/NotoSansHans-Regular.otf", "@embedpdf/fonts-sc/fonts/NotoSansHans-Bold.otf"],
  ja: [
    "@expo-google-fonts/biz-udpgothic/400Regular/BIZUDPGothic_400Regular.ttf",
    "@expo-google-fonts/biz-udpgothic/700Bold/BIZUDPGothic_700Bold.ttf",
  ],
  ko: [
    "@expo-google-fonts/nanum-gothic/400Regular/NanumGothic_400Regular.ttf",
    "@expo-google-fonts/nanum-gothic/700Bold/NanumGothic_700Bold.ttf",
  ],
};

function fontFile(name: string): string {
  return join(import.meta.dirname, "../../../node_modules", name);
}
