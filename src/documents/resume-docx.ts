import {
  AlignmentType,
  BorderStyle,
  Document,
  ExternalHyperlink,
  HeadingLevel,
  type IParagraphOptions,
  LevelFormat,
  Packer,
  Paragraph,
  type ParagraphChild,
  Tab,
  TabStopType,
  TextRun,
} from "docx";
import { sealDocx } from "./docx-package.ts";
import { type DocxParagraph, type DocxPiece, docxParagraphs } from "./docx-paragraphs.ts";
import type { ResumeDocument } from "./resume-document.ts";
import { printResume } from "./resume-markdown.ts";
import { tidyResume } from "./resume-tidy.ts";

/**
 * The resume as a Word document with real headings (name 1, sections 2, entries 3, roles and degrees 4) and real lists.
 * Its Markdown travels inside, so that an import of the unchanged file gives the same resume. Same resume, same bytes.
 */
export async function resumeToDocx(document: ResumeDocument): Promise<Uint8Array> {
  const resume = tidyResume(document);
  const { name } = resume.contact;
  const file = new Document({
    title: name ?? "Resume",
    creator: name ?? "",
    lastModifiedBy: name ?? "",
    styles: STYLES,
    numbering: { config: [{ reference: BULLETS, levels: [BULLET_LEVEL] }] },
    sections: [{ properties: { page: { margin: MARGINS } }, children: docxParagraphs(resume).map(drawn) }],
  });
  return sealDocx(await Packer.toBuffer(file), printResume(resume));
}

const BULLETS = "bullets";
const FONT = "Calibri";

/** In twentieths of a point: 2 cm all around; the right edge of an A4 page within them. */
const MARGINS = { top: 1134, right: 1134, bottom: 1134, left: 1134 };
const RIGHT_EDGE = 9638;

const BULLET_LEVEL = {
  level: 0,
  format: LevelFormat.BULLET,
  text: "•",
  alignment: AlignmentType.LEFT,
  style: { paragraph: { indent: { left: 360, hanging: 260 } } },
} as const;

/** Sizes in half points. */
const STYLES = {
  default: {
    document: { run: { font: FONT, size: 21 }, paragraph: { spacing: { after: 60, line: 264 } } },
    heading1: { run: { font: FONT, size: 40, bold: true, color: "000000" }, paragraph: { spacing: { after: 60 } } },
    heading2: {
      run: { font: FONT, size: 26, bold: true, color: "1F3A5F" },
      paragraph: { spacing: { before: 240, after: 80 }, keepNext: true },
    },
    heading3: {
      run: { font: FONT, size: 22, bold: true, color: "000000" },
      paragraph: { spacing: { before: 140, after: 20 }, keepNext: true },
    },
    heading4: {
      run: { font: FONT, size: 21, italics: true, color: "000000" },
      paragraph: { spacing: { before: 40, after: 40 }, keepNext: true },
    },
  },
  // The library has no such style of its own; by it an import knows a headline, whatever stands in it.
  paragraphStyles: [{ id: "Subtitle", name: "Subtitle", basedOn: "Normal", next: "Normal", quickFormat: true }],
} as const;

const SECTION_BORDER = { bottom: { style: BorderStyle.SINGLE, size: 6, color: "1F3A5F", space: 1 } } as const;

const ENTRY = { tabStops: [{ type: TabStopType.RIGHT, position: RIGHT_EDGE }] };

const LOOKS: Record<DocxParagraph["kind"], IParagraphOptions> = {
  name: { heading: HeadingLevel.HEADING_1 },
  headline: { style: "Subtitle" },
  section: { heading: HeadingLevel.HEADING_2, border: SECTION_BORDER },
  entry: { heading: HeadingLevel.HEADING_3, ...ENTRY },
  role: { heading: HeadingLevel.HEADING_4, ...ENTRY },
  contact: { spacing: { after: 0 } },
  text: {},
  bullet: { numbering: { reference: BULLETS, level: 0 } },
};

function drawn({ kind, pieces }: DocxParagraph): Paragraph {
  return new Paragraph({ ...LOOKS[kind], children: pieces.map(child) });
}

function child({ text, url, bold = false, tab }: DocxPiece): ParagraphChild {
  if (url) return new ExternalHyperlink({ link: url, children: [new TextRun({ text, style: "Hyperlink" })] });
  return new TextRun({ children: tab ? [new Tab(), text] : [text], ...(bold ? { bold } : {}) });
}
