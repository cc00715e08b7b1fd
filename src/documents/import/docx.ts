import { strFromU8, strToU8, zipSync } from "fflate";
import mammoth from "mammoth";
import { sealedMarkdown } from "../docx-package.ts";
import { resumeFromCopy } from "./docx-copy.ts";
import { readEdited } from "./docx-edited.ts";
import { docxLines } from "./docx-lines.ts";
import { LIMITS } from "./limits.ts";
import type { Line, Lines } from "./line.ts";
import { ImportRefused } from "./refused.ts";
import type { Written } from "./written.ts";

export interface DocxReading extends Lines {
  /** The resume in a file that we exported, and that is set as we do it, whatever its words are by now. */
  readonly exported?: Written;
}

/**
 * A Word document through mammoth, which leaves out headers and footers: each is read as a document of its own. What
 * mammoth gets is a fresh zip of entries that were inflated under our limits.
 */
export async function readDocx(entries: ReadonlyMap<string, Uint8Array>): Promise<DocxReading> {
  const safe = new Map([...entries].filter(([name]) => /^[\w/.[\]-]+$/.test(name) && !UNREAD.test(name)));
  for (const [name, xml] of safe) if (/\.(?:xml|rels)$/i.test(name)) refuseDeclarations(strFromU8(xml));
  const body = await convert(safe, "word/document.xml");
  const copies = [...entries].flatMap(([name, part]) => (COPY.test(name) ? (sealedMarkdown(part) ?? []) : []));
  const beside = { header: [] as Line[], footer: [] as Line[] };
  const links = [...body.links];
  for (const name of [...safe.keys()].filter((key) => /^word\/(?:header|footer)\d*\.xml$/.test(key)).sort()) {
    const read = await convert(safe, name);
    const lines = beside[name.includes("header") ? "header" : "footer"];
    const known = new Set([...body.lines, ...lines].map(({ text }) => text));
    lines.push(...read.lines.filter(({ text }) => !known.has(text) && /\p{L}{2}|\d[\d\s().-]{7,}/u.test(text)));
    links.push(...read.links);
  }
  // A footer is worth having only for a way to reach somebody.
  const reachable = beside.footer.filter(({ text }) => /@|\+?\d[\d\s()-]{7,}/.test(text));
  const lines = [...beside.header, ...reachable, ...body.lines];
  if (lines.reduce((sum, { text }) => sum + text.length, 0) > LIMITS.characters)
    throw new ImportRefused("import-bomb", {});
  const read = { lines, links, hiddenText: false, inColumns: body.inColumns };
  const ours = copies[0] !== undefined && lines.length === body.lines.length;
  const exported = ours ? (resumeFromCopy(copies[0] ?? "", body.html) ?? readEdited(body.html)) : undefined;
  return exported ? { ...read, exported } : read;
}

const UNREAD = /\.(?:png|jpe?g|gif|emf|wmf|bin)$|^customXml\//i;
const COPY = /^customXml\/item\d*\.xml$/;

/** OOXML has no document type declarations; where there is one, somebody wants entities expanded. */
function refuseDeclarations(xml: string): void {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) throw new ImportRefused("import-broken", {});
}

async function convert(
  entries: ReadonlyMap<string, Uint8Array>,
  part: string,
): Promise<Omit<Lines, "hiddenText"> & { readonly html: string }> {
  const files: Record<string, Uint8Array> = Object.fromEntries(entries);
  if (part !== "word/document.xml") {
    const xml = strFromU8(entries.get(part) ?? new Uint8Array());
    files["word/document.xml"] = strToU8(
      xml
        .replace(/<w:(?:hdr|ftr)([\s>])/, "<w:document$1")
        .replace(/(<w:document[^>]*>)/, "$1<w:body>")
        .replace(/<\/w:(?:hdr|ftr)>\s*$/, "</w:body></w:document>"),
    );
    const relations = entries.get(part.replace("word/", "word/_rels/").concat(".rels"));
    files["word/_rels/document.xml.rels"] = relations ?? strToU8(NO_RELATIONS);
  }
  const zip = zipSync(files, { level: 0 });
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(zip.buffer, zip.byteOffset, zip.length) },
    { styleMap: STYLES, convertImage: mammoth.images.imgElement(async () => ({ src: "" })), externalFileAccess: false },
  );
  return { ...docxLines(value), html: value };
}

const NO_RELATIONS =
  '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>';

const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => p.subtitle:fresh",
  "p[style-name='Name'] => h1:fresh",
];
