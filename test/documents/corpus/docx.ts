import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from "docx";
import type { CorpusResume } from "./index.ts";
import { type Layout, runningHeader, type Setting, set } from "./layouts.ts";

/** Set with the docx library: headings as styles or only as bold type, lists, tab stops, and tables where there are columns. */
export async function drawDocx(resume: CorpusResume, layout: Layout, variant: number): Promise<Uint8Array> {
  const { side, main } = set(resume, layout, variant);
  const styled = variant % 2 === 0;
  const blocks = (settings: readonly Setting[]) => settings.map((setting) => block(setting, layout, styled));
  const children = side.length > 0 ? [columns([side, main].map(blocks))] : blocks(main);
  const running = layout.running
    ? {
        headers: { default: new Header({ children: [new Paragraph(runningHeader(resume))] }) },
        footers: {
          default: new Footer({
            children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun("1 / 2")] })],
          }),
        },
      }
    : {};
  return Packer.toBuffer(new Document({ numbering: NUMBERING, sections: [{ ...running, children }] }));
}

type Block = Paragraph | Table;

function block({ kind, text, aside }: Setting, layout: Layout, styled: boolean): Block {
  if (kind === "name")
    return new Paragraph(
      styled ? { text, heading: HeadingLevel.TITLE } : { children: [new TextRun({ text, bold: true, size: 40 })] },
    );
  if (kind === "heading")
    return new Paragraph(
      styled ? { text, heading: HeadingLevel.HEADING_1 } : { children: [new TextRun({ text, bold: true, size: 26 })] },
    );
  if (kind === "bullet") return new Paragraph({ text, numbering: { reference: "bullets", level: 0 } });
  if (kind === "pair" && layout.datesLeft)
    return columns([
      [new Paragraph(text)],
      [new Paragraph({ children: [new TextRun({ text: aside ?? "", bold: true })] })],
    ]);
  if (kind === "pair") {
    return new Paragraph({
      tabStops: [{ type: TabStopType.RIGHT, position: 9000 }],
      children: [new TextRun({ text, bold: true }), new TextRun(`\t${aside ?? ""}`)],
    });
  }
  return new Paragraph({ children: [new TextRun({ text, bold: kind === "strong" })] });
}

function columns(cells: readonly Block[][]): Table {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [new TableRow({ children: cells.map((children) => new TableCell({ children: [...children] })) })],
  });
}

const NUMBERING = { config: [{ reference: "bullets", levels: [{ level: 0, format: "bullet" as const, text: "•" }] }] };
