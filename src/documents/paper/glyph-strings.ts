import type { Face } from "./fonts.ts";
import { outline, short } from "./outline.ts";
import type { Run } from "./runs.ts";
import type { PlacedGlyph } from "./shaping.ts";

/** Writes glyphs into a PDF as text that can be read, with the fonts that it needs. */
export class GlyphStrings {
  readonly #pdf: InnerPdf;
  readonly #faces = new Map<Face, EmbeddedFace>();

  constructor(pdf: InnerPdf) {
    this.#pdf = pdf;
  }

  /** Draws the runs of one face and colour as one string, the first on the left. */
  draw(group: readonly Run[], y: number, { size, colour }: { size: number; colour: string }): void {
    const [first] = group;
    if (!first) return;
    const font = this.#embed(first.atom.face);
    this.#pdf.page.fonts[font.embedded.id] ??= font.embedded.ref();
    const out = [`BT /${font.embedded.id} ${short(size)} Tf ${rgb(colour)} rg`];
    const shapes: string[] = [];
    const items: string[] = [];
    let codes = "";
    let x = 0;
    let drawnTo = 0;
    for (const { atom } of group) {
      for (const glyph of atom.shape.glyphs) {
        if (glyph.shown) {
          const { font } = atom.face;
          const left = first.x + ((x + glyph.x) * size) / 1000;
          const at = { x: left, y: y - (glyph.y * size) / 1000, scale: size / font.unitsPerEm };
          shapes.push(outline(font.getGlyph(glyph.id).path, at));
        } else {
          const gap = x + glyph.x - drawnTo;
          if (Math.abs(gap) >= 0.5) {
            if (codes) items.push(`<${codes}>`);
            codes = "";
            items.push(short(-gap));
            drawnTo += Math.round(gap * 1000) / 1000;
          }
          codes += font.written.get(glyph) ?? this.#code(font, glyph);
          drawnTo += glyph.width;
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
  #code(font: EmbeddedFace, glyph: PlacedGlyph): string {
    const { id, text, width } = glyph;
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
    const written = hex(code);
    font.written.set(glyph, written);
    return written;
  }

  #embed(face: Face) {
    let font = this.#faces.get(face);
    if (!font) {
      this.#pdf.font(face.font as never, face.name);
      font = { embedded: this.#pdf._font, codes: new Map(), ids: new Set([0]), written: new Map() };
      this.#faces.set(face, font);
    }
    return font;
  }
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
  /** The code of a glyph that was drawn before, as it is written. */
  readonly written: Map<PlacedGlyph, string>;
}
interface Page {
  readonly fonts: Record<string, unknown>;
  readonly height: number;
}
/** The document as far as it is not in the types. */
export type InnerPdf = Omit<PDFKit.PDFDocument, "page"> & { readonly _font: Embedded; readonly page: Page };

function hex(code: number): string {
  return code.toString(16).padStart(4, "0");
}

function rgb(colour: string): string {
  return [1, 3, 5].map((at) => short(Number.parseInt(colour.slice(at, at + 2), 16) / 255)).join(" ");
}
