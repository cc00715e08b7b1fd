import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium, type Page } from "playwright-core";
import { chromiumPath } from "../../house/chromium.ts";
import type { CorpusResume } from "./index.ts";
import { type Layout, runningHeader, type Setting, set } from "./layouts.ts";

export interface Printer {
  /** One for all that is printed: opening another takes three times as long as printing. */
  readonly page: Page;
  /** Where what it prints is written. */
  readonly file: string;
  stop(): Promise<void>;
}

/** Starts the browser that prints; its PDFs come from Skia, as those of many web services do. */
export async function startPrinter(): Promise<Printer> {
  const folder = await mkdtemp(join(tmpdir(), "greenroom-printer-"));
  // Fonts of ten megabytes come from the disk: through the browser's debugging pipe each takes seconds.
  const args = ["--no-sandbox", "--allow-file-access-from-files"];
  const browser = await chromium.launch({ ...(chromiumPath && { executablePath: chromiumPath }), args });
  return {
    page: await browser.newPage(),
    file: join(folder, "resume.html"),
    async stop() {
      await browser.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export async function printPdf(
  { page, file }: Printer,
  resume: CorpusResume,
  layout: Layout,
  variant: number,
): Promise<Uint8Array> {
  const { side, main } = set(resume, layout, variant);
  const rightToLeft = ["he", "ar"].includes(resume.language);
  const running = layout.running ? `<p>${escaped(runningHeader(resume))}</p>` : "";
  const body =
    side.length > 0
      ? `<div class=columns><div>${html(side, layout)}</div><div>${html(main, layout)}</div></div>`
      : running + html(main, layout);
  const font = FONTS[resume.language];
  const face = font ? `@font-face { font-family: own; src: url(${pathToFileURL(join(LIBRARIES, font))}) }` : "";
  const direction = rightToLeft ? "rtl" : "ltr";
  const head = `<meta charset=utf-8><style>${face}${STYLE}</style>`;
  await writeFile(file, `<!doctype html><html lang=${resume.language} dir=${direction}>${head}${body}`);
  await page.goto(pathToFileURL(file).href);
  await page.evaluate("document.fonts.ready.then(() => true)");
  return await page.pdf({ format: "A4", margin: { top: "15mm", bottom: "15mm", left: "18mm", right: "18mm" } });
}

const LIBRARIES = join(import.meta.dirname, "../../../node_modules");

/** What a machine may not have. */
const FONTS: Record<string, string> = {
  he: "@expo-google-fonts/noto-sans-hebrew/400Regular/NotoSansHebrew_400Regular.ttf",
  ar: "@embedpdf/fonts-arabic/fonts/NotoNaskhArabic-Regular.ttf",
  hi: "@expo-google-fonts/noto-sans-devanagari/400Regular/NotoSansDevanagari_400Regular.ttf",
  zh: "@embedpdf/fonts-sc/fonts/NotoSansHans-Regular.otf",
  ja: "@expo-google-fonts/biz-udpgothic/400Regular/BIZUDPGothic_400Regular.ttf",
  ko: "@expo-google-fonts/nanum-gothic/400Regular/NanumGothic_400Regular.ttf",
};

const STYLE = `body { font: 10pt own, "Noto Sans", sans-serif } h1 { font-size: 20pt; margin: 0 } h2 { font-size: 13pt; margin: 12pt 0 3pt } p, ul { margin: 0 }
.pair { display: flex; justify-content: space-between; margin-top: 4pt } .left { display: grid; grid-template-columns: 48mm 1fr }
.columns { display: grid; grid-template-columns: 50mm 1fr; gap: 8mm }`;

function html(settings: readonly Setting[], layout: Layout): string {
  return settings
    .map(({ kind, text, aside }) => {
      const safe = escaped(text);
      if (kind === "name") return `<h1>${safe}</h1>`;
      if (kind === "heading") return `<h2>${safe}</h2>`;
      if (kind === "bullet") return `<ul><li>${safe}</li></ul>`;
      if (kind === "pair")
        return `<div class="${layout.datesLeft ? "left" : "pair"}"><span>${safe}</span><span>${escaped(aside ?? "")}</span></div>`;
      return kind === "strong" ? `<p><b>${safe}</b></p>` : `<p>${safe}</p>`;
    })
    .join("\n");
}

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
