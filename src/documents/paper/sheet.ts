import PDFDocument from "pdfkit";
import type { Face } from "./fonts.ts";
import { outline, short } from "./outline.ts";
import { type Run, stringsOf } from "./runs.ts";

export interface SheetOptions {
  readonly size: readonly [number, number];
  readonly title: string;
  readonly author: string;
  readonly language: string;
  readonly createdAt: Date;
}

/** What pdfkit has and its types do not know. */
interface Embedded {
  readonly id: string;
  readonly unicode: number[][];
  readonly widths: number[];
  readonly subset: { readonly glyphs: number[]; includeGlyph(id: number): number };
  ref(): unknown;
}
interface EmbeddedFace {
  readonly embedded: Embedded;
  readonly codes: Map<string, number>;
  readonly ids: Set<number>;
}
interface Page {
  readonly fonts: Record<string, unknown>;
  readonly height: number;
}
type Inner = Omit<PDFKit.PDFDocument, "page"> & { readonly _font: Embedded; readonly page: Page };

/** A PDF being drawn: places lines of glyphs and says what they are. Measures from the top left, in points. */
export class Sheet {
  readonly #pdf: Inner;
  readonly #root: PDFKit.PDFStructureElement;
  readonly #faces = new Map<Face, EmbeddedFace>();
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
    }) as unknown as Inner;
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
      this.#root.add(this.#list);
    }
    this.#list.add(element);
    return element;
  }

  endList(): void {
    this.#list?.end();
    this.#list = undefined;
  }

  child(parent: PDFKit.PDFStructureElement, role: string): PDFKit.PDFStructureElement {
    const element = this.#pdf.struct(role as never);
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
        this.#string(string, y, { size: look.size, colour: colourOf(first) });
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

  #string(group: readonly Run[], y: number, { size, colour }: { size: number; colour: string }): void {
    const [first] = group;
    if (!first) return;
    const font = this.#embed(first.atom.face);
    this.#pdf.page.fonts[font.embedded.id] ??= font.embedded.ref();
    const out = [`BT /${font.embedded.id} ${short(size)} Tf ${rgb(colour)} rg`];
    const shapes: string[] = [];
    const scale = size / first.atom.face.font.unitsPerEm;
    const items: string[] = [];
    let codes = "";
    let x = 0;
    let drawnTo = 0;
    for (const { atom } of group) {
      for (const glyph of atom.shape.glyphs) {
        const { advanceWidth, path } = atom.face.font.getGlyph(glyph.id);
        if (glyph.shown) {
          const left = first.x + ((x + glyph.x) * size) / 1000;
          shapes.push(outline(path, { x: left, y: y - (glyph.y * size) / 1000, scale }));
        } else {
          const gap = x + glyph.x - drawnTo;
          if (Math.abs(gap) >= 0.5) {
            if (codes) items.push(`<${codes}>`);
            codes = "";
            items.push(short(-gap));
            drawnTo += Math.round(gap * 1000) / 1000;
          }
          const width = (advanceWidth * 1000) / atom.face.font.unitsPerEm;
          codes += hex(this.#code(font, glyph.id, glyph.text, width));
          drawnTo += width;
        }
        x += glyph.advance;
      }
    }
    if (codes) items.push(`<${codes}>`);
    out.push(`1 0 0 -1 ${short(first.x)} ${short(y)} Tm [${items.join(" ")}] TJ ET`, ...shapes);
    this.#pdf.addContent(out.join("\n"));
  }

  /**
   * The code of a glyph in the embedded font. A file can give a glyph only one meaning, so a glyph that stands for other
   * characters elsewhere is embedded once more; pdfkit alone would read back the first meaning everywhere.
   */
  #code(font: EmbeddedFace, id: number, text: string, width: number): number {
    const key = `${id} ${text}`;
    let code = font.codes.get(key);
    if (code === undefined) {
      const { subset, unicode, widths } = font.embedded;
      code = subset.glyphs.length;
      if (font.ids.has(id)) subset.glyphs.push(id);
      else code = subset.includeGlyph(id);
      font.ids.add(id);
      unicode[code] = [...text].map((character) => character.codePointAt(0) ?? 0);
      widths[code] = width;
      font.codes.set(key, code);
    }
    return code;
  }

  #embed(face: Face) {
    let font = this.#faces.get(face);
    if (!font) {
      this.#pdf.font(face.font as never, face.name);
      font = { embedded: this.#pdf._font, codes: new Map(), ids: new Set([0]) };
      this.#faces.set(face, font);
    }
    return font;
  }
}

function hex(code: number): string {
  return code.toString(16).padStart(4, "0");
}

function rgb(colour: string): string {
  return [1, 3, 5].map((at) => short(Number.parseInt(colour.slice(at, at + 2), 16) / 255)).join(" ");
}
