import type { ResumeDocument } from "../resume-document.ts";
import type { ReaderAnswer } from "./answer.ts";
import { readDocx } from "./docx.ts";
import type { ImportSource, ImportWarning } from "./import-resume.ts";
import { decodeText, kindOf } from "./kind.ts";
import { LIMITS } from "./limits.ts";
import type { Line, Lines } from "./line.ts";
import { readPdf } from "./pdf.ts";
import { ImportRefused } from "./refused.ts";
import { structure } from "./structure.ts";
import { readTextLines } from "./text.ts";
import { readJson, readLinkedin, readMarkdown, type Written } from "./written.ts";
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
    (name) => /^(word\/.*|\[Content_Types\]\.xml|_rels\/.*)$/i.test(name) || /\.csv$/i.test(name),
  );
  if (entries.has("word/document.xml")) return structured("docx", await readDocx(entries));
  const tables = [...entries].filter(([name]) => /\.csv$/i.test(name));
  if (tables.length === 0) throw new ImportRefused("import-unknown-kind", { kind: "packed" });
  return finished("linkedin", readLinkedin(new Map(tables.map(([name, csv]) => [name, decodeText(csv) ?? ""]))));
}

function structured(source: ImportSource, read: Lines): ReaderAnswer {
  const characters = read.lines.reduce((sum, line) => sum + line.text.length, 0);
  // A scan has none; some scanners add a line of their own.
  if (characters < 20) throw new ImportRefused(source === "pdf" ? "import-no-text" : "import-empty", {});
  const { document, leftOut, sections } = structure({ ...read, lines: read.lines.map(bounded) });
  const warnings: ImportWarning[] = sections === 0 ? ["no-sections"] : [];
  if (read.hiddenText) warnings.push("hidden-text");
  if (leftOut.length > 0) warnings.push("left-out");
  return answer(source, document, { warnings, leftOut });
}

/** No line of a resume is longer; patterns are never tried on more. */
const LONGEST = 2_000;

function bounded(line: Line): Line {
  if (line.text.length <= LONGEST) return line;
  const text = line.text.slice(0, LONGEST);
  return { ...line, text, cells: [text] };
}

function finished(source: ImportSource, { document, leftOut }: Written): ReaderAnswer {
  return answer(source, document, { warnings: leftOut.length > 0 ? ["left-out"] : [], leftOut });
}

function answer(
  source: ImportSource,
  document: ResumeDocument,
  { warnings, leftOut }: { warnings: ImportWarning[]; leftOut: readonly string[] },
): ReaderAnswer {
  const { contact, experience } = document;
  if (!contact.name) warnings.push("no-name");
  if (!contact.email && !contact.phone) warnings.push("no-contact");
  if (experience.length > 0 && experience.every(({ roles }) => roles.every(({ dates }) => !dates)))
    warnings.push("no-dates");
  return { document, source, warnings, leftOut } as ReaderAnswer;
}
