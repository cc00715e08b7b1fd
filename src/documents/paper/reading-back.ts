import { extractText, getDocumentProxy, renderPageAsImage } from "unpdf";

/** The words of a PDF of ours, pages apart by form feeds. */
export async function readBack(pdf: Uint8Array): Promise<string> {
  const opened = await open(pdf);
  try {
    const { text } = await extractText(opened, { mergePages: false });
    return text.join("\f");
  } finally {
    await opened.loadingTask.destroy();
  }
}

/** A PNG of page one, about 1,200 pixels wide. */
export async function firstPagePicture(pdf: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const opened = await open(pdf);
  try {
    const picture = await renderPageAsImage(opened, 1, { canvasImport: () => import("@napi-rs/canvas"), scale: 2 });
    return new Uint8Array(picture);
  } finally {
    await opened.loadingTask.destroy();
  }
}

/** The library takes the bytes away from whom it got them, so it gets its own. */
function open(pdf: Uint8Array) {
  return getDocumentProxy(pdf.slice(), { verbosity: 0 });
}
