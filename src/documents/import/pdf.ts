import { getDocumentProxy } from "unpdf";
import { LIMITS } from "./limits.ts";
import type { Lines } from "./line.ts";
import { type PdfPage, pdfLines } from "./pdf-lines.ts";
import { ImportRefused } from "./refused.ts";

/** Text with its positions and the targets of links; nothing else of a PDF is looked at, neither scripts nor files in it. */
export async function readPdf(bytes: Uint8Array): Promise<Lines> {
  const pdf = await open(bytes);
  if (pdf.numPages > LIMITS.pages) {
    throw new ImportRefused("import-too-many-pages", { pages: pdf.numPages, max: LIMITS.pages });
  }
  const pages: PdfPage[] = [];
  const links: Lines["links"][number][] = [];
  let characters = 0;
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
    const { items } = await page.getTextContent();
    const texts = items.flatMap((item) => ("str" in item ? [item] : []));
    characters += texts.reduce((sum, { str }) => sum + str.length, 0);
    if (characters > LIMITS.characters) throw new ImportRefused("import-bomb", {});
    pages.push({
      width: right - left,
      height: top - bottom,
      texts: texts.map(({ str, transform, width, dir }) => ({
        text: str,
        x: (transform[4] ?? 0) - left,
        y: top - (transform[5] ?? 0),
        width,
        size: Math.hypot(transform[2] ?? 0, transform[3] ?? 0),
        upright: Math.abs(transform[1] ?? 0) < 0.01 && (transform[0] ?? 0) > 0,
        rightToLeft: dir === "rtl",
      })),
    });
    for (const { url } of await page.getAnnotations()) if (typeof url === "string") links.push({ url });
    page.cleanup();
  }
  await pdf.loadingTask.destroy();
  return { ...pdfLines(pages), links };
}

async function open(bytes: Uint8Array) {
  try {
    return await getDocumentProxy(Uint8Array.from(bytes), {
      disableFontFace: true,
      useSystemFonts: false,
      verbosity: 0,
    });
  } catch (cause) {
    const encrypted = cause instanceof Error && cause.name === "PasswordException";
    throw new ImportRefused(encrypted ? "import-encrypted" : "import-broken", {}, { cause });
  }
}
