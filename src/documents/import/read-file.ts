import type { ResumeDocument } from "../resume-document.ts";
import type { ReaderAnswer } from "./answer.ts";
import { type DocxReading, readDocx } from "./docx.ts";
import type { ImportSource, ImportWarning } from "./import-resume.ts";
import { decodeText, kindOf } from "./kind.ts";
import { LIMITS } from "./limits.ts";
import type { Line, Lines } from "./line.ts";
import { readPdf } from "./pdf.ts";
import { ImportRefused } from "./refused.ts";
import { structure } from "./structure.ts";
import { readTextLines } from "./text.ts";
import { isBlank, readJson, readLinkedin, readMarkdown, type Written } from "./written.ts";
import { readZip } from "./zip.ts";

/** Everything that happens in the reader: from bytes to an answer. Throws ImportRefused, or whatever a library throws. */
export async function readFile(bytes: Uint8Array): Promise<ReaderAnswer> {
  const kind = kindOf(bytes);
  if (kind === "pdf") return structured("pdf", await readPdf(bytes));
  if (kind === "zip") return readPacked(bytes);
  const text = decodeText(bytes) ?? "";
  if (text.trim() === "") throw new ImportRefused("import-empty", {});
  if (text.length > LIMITS.characters) throw new ImportRefused("import-bomb", {});
  if (kind === "json") return finished("json-resume", readJson(text));
  const markdown = readMarkdown(text);
  if (markdown) return finished("markdown", markdown);
  return structured("text", readTextLines(text));
}

async function readPacked(bytes: Uint8Array): Promise<ReaderAnswer> {
  const entries = await readZip(
    bytes,
    (name) =>
      /^(word\/.*|customXml\/item\d*\.xml|\[Content_Types\]\.xml|_rels\/.*)$/i.test(name) || /\.csv$/i.test(name),
  );
  if (entries.has("word/document.xml")) return readWord(await readDocx(entries));
  const tables = [...entries].filter(([name]) => /\.csv$/i.test(name));
  if (tables.length === 0) throw new ImportRefused("import-unknown-kind", { kind: "packed" });
  return finished("linkedin", readLinkedin(new Map(tables.map(([name, csv]) => [name, decodeText(csv) ?? ""]))));
}

function readWord(read: DocxReading): ReaderAnswer {
  const { exported } = read;
  if (!exported || read.lines.length === 0) return structured("docx", read);
  return finished("docx", exported);
}

function structured(source: ImportSource, read: Lines): ReaderAnswer {
  const characters = read.lines.reduce((sum, line) => sum + line.text.length, 0);
  // A scan has none; some scanners add a line of their own.
  if (source === "pdf" && characters < 20) throw new ImportRefused("import-no-text", {});
  if (characters === 0) throw new ImportRefused("import-empty", {});
  const { document, leftOut, sections } = structure({ ...read, lines: read.lines.flatMap(bounded) });
  const warnings: ImportWarning[] = sections === 0 ? ["no-sections"] : [];
  if (read.hiddenText) warnings.push("hidden-text");
  if (leftOut.length > 0) warnings.push("left-out");
  return answer(source, document, { warnings, leftOut });
}

/** Patterns are never tried on more. A line that is longer, as a paragraph of an essay, is cut between words. */
const LONGEST = 2_000;

function bounded(line: Line): Line[] {
  if (line.text.length <= LONGEST) return [line];
  const texts = line.text.match(PIECES) ?? [];
  return texts.map((text, index) => ({ ...line, text, cells: [text], ...(index > 0 ? GOING_ON : {}) }));
}

const GOING_ON = { bullet: false, apart: false, heading: false };

/** Up to the last blank that fits, or as much as fits. */
const PIECES = new RegExp(`\\S(?:.{0,${LONGEST - 2}}\\S(?!\\S)|.{0,${LONGEST - 1}})`, "gsu");

function finished(source: ImportSource, { document, leftOut }: Written): ReaderAnswer {
  return answer(source, document, { warnings: leftOut.length > 0 ? ["left-out"] : [], leftOut });
}

function answer(
  source: ImportSource,
  document: ResumeDocument,
  { warnings, leftOut }: { warnings: ImportWarning[]; leftOut: readonly string[] },
): ReaderAnswer {
  if (isBlank(document)) throw new ImportRefused("import-no-resume", {});
  const { contact, experience } = document;
  if (!contact.name) warnings.push("no-name");
  if (!contact.email && !contact.phone) warnings.push("no-contact");
  if (experience.length > 0 && experience.every(({ roles }) => roles.every(({ dates }) => !dates)))
    warnings.push("no-dates");
  return { document, source, warnings, leftOut } as ReaderAnswer;
}
