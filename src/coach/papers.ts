import type { Database } from "#src/db/client.ts";
import { toJsonResume } from "#src/documents/json-resume.ts";
import { PAPERS, type PaperDrawer, TEMPLATES, type Template } from "#src/documents/paper/index.ts";
import type { PaperSize } from "#src/documents/paper/request.ts";
import type { ResumeDocument } from "#src/documents/resume-document.ts";
import { languageOf } from "#src/documents/resume-language.ts";
import { printResume } from "#src/documents/resume-markdown.ts";
import { UserError } from "#src/words/errors.ts";
import { readResume } from "./resume/reading.ts";

/** The resume as files. */
export interface Papers {
  /**
   * The PDF, read back fact by fact, and a picture of its first page. What is chosen is remembered and is the choice next
   * time. The same resume in the same choice gives the same bytes. UserError: resume-none. Rejects with PaperIncomplete,
   * which is our mistake.
   */
  resume(userId: string, wanted?: Partial<PaperChoice>): Promise<ResumePaper>;
  /** UserError: resume-none. */
  export(userId: string, format: ExportFormat): Promise<NamedFile>;
}

export interface PaperChoice {
  readonly template: Template;
  readonly paper: PaperSize;
}

export interface ResumePaper extends PaperChoice {
  readonly pdf: NamedFile;
  readonly picture: NamedFile;
  readonly pages: number;
  /** Characters that no font has, each once; U+FFFD stands for every one of them. */
  readonly replaced: readonly string[];
  readonly document: ResumeDocument;
}

export interface NamedFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

export const EXPORT_FORMATS = ["markdown", "json", "docx"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** As the row of a person has it. */
interface SavedChoice {
  readonly paperTemplate: string | null;
  readonly paperSize: string | null;
  readonly country: string | null;
}

interface Row extends SavedChoice {
  readonly content: string | null;
  readonly updatedAt: Date | null;
}

export function createPapers(db: Database, drawer: PaperDrawer): Papers {
  async function read(userId: string) {
    const [row] = await db.$queryRaw<Row[]>`
      SELECT r."content", r."updatedAt", u."paperTemplate", u."paperSize", u."country"
      FROM "User" u LEFT JOIN "Resume" r ON r."userId" = u."id" WHERE u."id" = ${userId}`;
    if (!row?.content?.trim() || !row.updatedAt) throw new UserError("resume-none", {});
    const { content, updatedAt } = row;
    const document = readResume(content);
    // Headings without a word under them: there is nothing to put on paper.
    if (printResume(document) === "") throw new UserError("resume-none", {});
    return { row, content, updatedAt, document };
  }

  return {
    async resume(userId, wanted = {}) {
      const { row, updatedAt, document } = await read(userId);
      const choice = { ...usualChoice(row), ...wanted };
      const language = languageOf(document);
      const request = { document, ...choice, createdAt: updatedAt, ...(language && { language }) };
      const { pdf, pages, replaced } = await drawer.renderResume(request);
      const bytes = await drawer.firstPagePicture(pdf);
      await remember(db, userId, { row, wanted });
      const name = fileName(document.contact.name);
      return {
        ...choice,
        pdf: { name: `${name}.pdf`, mediaType: "application/pdf", bytes: pdf },
        picture: { name: `${name}-page-1.png`, mediaType: "image/png", bytes },
        pages,
        replaced,
        document,
      };
    },

    async export(userId, format) {
      const { content, document } = await read(userId);
      const name = fileName(document.contact.name);
      switch (format) {
        case "markdown":
          return { name: `${name}.md`, mediaType: "text/markdown; charset=utf-8", bytes: utf8(content) };
        case "json": {
          const json = `${JSON.stringify(toJsonResume(document), null, 2)}\n`;
          return { name: `${name}.json`, mediaType: "application/json", bytes: utf8(json) };
        }
        case "docx":
          return { name: `${name}.docx`, mediaType: DOCX, bytes: await drawer.writeDocx(document) };
      }
    },
  };
}

/** What was chosen last; at first classic, on the paper that is in the printers of the person's country. */
export function usualChoice({ paperTemplate, paperSize, country }: SavedChoice): PaperChoice {
  return {
    template: TEMPLATES.find((template) => template === paperTemplate) ?? "classic",
    paper: PAPERS.find((paper) => paper === paperSize) ?? (isLetterCountry(country ?? "") ? "Letter" : "A4"),
  };
}

/** "Ada-Lovelace-resume": letters and digits of any script, and nothing that a file system or a header minds. */
export function fileName(person: string | undefined): string {
  const words = (person ?? "").normalize("NFC").match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}\u200c\u200d]*/gu) ?? [];
  let name = "";
  for (const { segment } of graphemes.segment(words.join("-"))) {
    if (name.length + segment.length > MAX_NAME) break;
    name += segment;
  }
  return [name.replace(/-$/, ""), "resume"].filter(Boolean).join("-");
}

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** UTF-16 units: with four bytes for each, a name stays under the 255 bytes that file systems take. */
const MAX_NAME = 55;

const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** Only what was said: who never chose goes on with what is usual. */
async function remember(
  db: Database,
  userId: string,
  { row, wanted }: { row: SavedChoice; wanted: Partial<PaperChoice> },
): Promise<void> {
  const { template = row.paperTemplate, paper = row.paperSize } = wanted;
  if (template === row.paperTemplate && paper === row.paperSize) return;
  await db.$executeRaw`
    UPDATE "User" SET "paperTemplate" = ${template}, "paperSize" = ${paper} WHERE "id" = ${userId}`;
}

/** People write their country as they like: "USA", "Austin, Texas, United States", "Kanada". */
function isLetterCountry(country: string): boolean {
  const last = country.split(",").at(-1) ?? "";
  const plain = last
    .normalize("NFD")
    .replace(/[\u0300-\u036f.]/g, "")
    .normalize("NFC")
    .trim()
    .toLowerCase();
  return LETTER_COUNTRIES.has(plain.replace(/^the /, ""));
}

const LETTER_COUNTRIES = new Set([
  ...["us", "usa", "u s", "u s a", "united states", "united states of america", "america", "🇺🇸"],
  ...["estados unidos", "ee uu", "eeuu", "etats-unis", "vereinigte staaten", "сша", "美国", "美國", "アメリカ", "미국"],
  ...["canada", "ca", "kanada", "🇨🇦", "канада", "加拿大", "カナダ", "캐나다"],
]);

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
