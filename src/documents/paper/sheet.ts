import PDFDocument from "pdfkit";
import { GlyphStrings, type InnerPdf } from "./glyph-strings.ts";
import { type Run, stringsOf } from "./runs.ts";

export interface SheetOptions {
  readonly size: readonly [number, number];
  readonly title: string;
  readonly author: string;
  readonly language: string;
  readonly createdAt: Date;
}

/** A PDF being drawn: places lines of glyphs and says what they are. Measures from the top left, in points. */
export class Sheet {
  readonly #pdf: InnerPdf;
  readonly #root: PDFKit.PDFStructureElement;
  readonly #strings: GlyphStrings;
  readonly #chunks: Uint8Array[] = [];
  #list: PDFKit.PDFStructureElement | undefined;

  constructor({ size, title, author, language, createdAt }: SheetOptions) {
    this.#pdf = new PDFDocument({
      autoFirstPage: false,
      size: [...size],
      margin: 0,
      pdfVersion: "1.7",
      subset: "PDF/UA" as never,
      tagged: true,
      lang: language,
      displayTitle: true,
      font: null as never,
      info: {
        Title: title,
        Author: author,
        Creator: "Greenroom",
        Producer: "Greenroom",
        CreationDate: createdAt,
        ModDate: createdAt,
      },
    }) as unknown as InnerPdf;
    this.#strings = new GlyphStrings(this.#pdf);
    this.#pdf.on("data", (chunk: Uint8Array) => this.#chunks.push(chunk));
    this.#root = this.#pdf.struct("Document");
    this.#pdf.addStructure(this.#root);
  }

  addPage(): void {
    this.#pdf.addPage();
  }

  /** A new element of the document; list items share a list with those before them. */
  element(role: string): PDFKit.PDFStructureElement {
    const element = this.#pdf.struct(role as never);
    if (role !== "LI") {
      this.endList();
      this.#root.add(element);
      return element;
    }
    if (!this.#list) {
      this.#list = this.#pdf.struct("L");
      // Not among pdfkit's options, and not in its types.
      const { dictionary } = this.#list as unknown as { readonly dictionary: { readonly data: object } };
      Object.assign(dictionary.data, { A: { O: "List", ListNumbering: "Disc" } });
      this.#root.add(this.#list);
    }
    this.#list.add(element);
    return element;
  }

  endList(): void {
    this.#list?.end();
    this.#list = undefined;
  }

  /** `actual` is what stands for an element that is drawn without letters. */
  child(parent: PDFKit.PDFStructureElement, role: string, actual?: string): PDFKit.PDFStructureElement {
    const element = this.#pdf.struct(role as never, actual === undefined ? {} : { actual });
    parent.add(element);
    return element;
  }

  /** Content of `element`. Never spans pages: a page break inside would tear the tags. */
  mark(element: PDFKit.PDFStructureElement, role: string, draw: () => void): void {
    const content = this.#pdf.markStructureContent(role as never);
    draw();
    this.#pdf.endMarkedContent();
    element.add(content);
  }

  /** What is not read aloud: rules, page numbers. */
  artifact(draw: () => void, kind = "Layout"): void {
    this.#pdf.markContent("Artifact", { type: kind } as never);
    draw();
    this.#pdf.endMarkedContent();
  }

  rule(x: number, y: number, width: number, colour: string): void {
    this.#pdf
      .save()
      .moveTo(x, y)
      .lineTo(x + width, y)
      .lineWidth(0.6)
      .stroke(colour)
      .restore();
  }

  dot(x: number, y: number, radius: number, colour: string): void {
    this.#pdf.circle(x, y, radius).fill(colour);
  }

  /** Draws runs in reading order; neighbours of one face, direction and colour become one string. */
  glyphs(runs: readonly Run[], y: number, look: { size: number; colour: string }): void {
    const colourOf = ({ atom }: Run) => atom.span.colour ?? look.colour;
    let index = 0;
    while (index < runs.length) {
      const first = runs[index];
      if (!first) return;
      const group = [first];
      for (index += 1; index < runs.length; index += 1) {
        const next = runs[index];
        const before = group.at(-1);
        if (!next || !before || next.atom.face !== first.atom.face || next.atom.level !== first.atom.level) break;
        const [left, right] = first.atom.level % 2 === 1 ? [next, before] : [before, next];
        if (colourOf(next) !== colourOf(first) || Math.abs(left.x + left.atom.width - right.x) > 0.01) break;
        group.push(next);
      }
      for (const string of stringsOf(group, look.size))
        this.#strings.draw(string, y, { size: look.size, colour: colourOf(first) });
    }
  }

  link(
    area: { x: number; y: number; width: number; height: number },
    url: string,
    element: PDFKit.PDFStructureElement,
  ): void {
    this.#pdf.link(area.x, area.y, area.width, area.height, url, {
      structParent: element,
      Contents: new String(url) as never,
    } as never);
  }

  end(): Promise<Uint8Array<ArrayBuffer>> {
    this.endList();
    this.#root.end();
    const whole = new Promise<Uint8Array<ArrayBuffer>>((resolve, reject) => {
      this.#pdf.on("end", () => resolve(Uint8Array.from(Buffer.concat(this.#chunks))));
      this.#pdf.on("error", reject);
    });
    this.#pdf.end();
    return whole;
  }
}
