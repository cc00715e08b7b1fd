import type { Face } from "./fonts.ts";
import { isMark, textsOf } from "./glyph-texts.ts";

/** A glyph where it goes, in thousandths of the font size. */
export interface PlacedGlyph {
  readonly id: number;
  /** The characters that a reader of the file gets for it; empty for the second and later glyphs of one character. */
  readonly text: string;
  /** Drawn as a shape and not as text, because readers of files would take it for a line of its own. */
  readonly shown?: boolean;
  readonly advance: number;
  /** That of the font, which shaping may have changed to `advance`. */
  readonly width: number;
  readonly x: number;
  readonly y: number;
}

export interface Shape {
  /** From left to right as they are seen. */
  readonly glyphs: readonly PlacedGlyph[];
  readonly width: number;
}

/** `text` is of one font and one direction, in reading order. Shapes are kept, for most words come again. */
export function shape(face: Face, text: string, rightToLeft: boolean): Shape {
  const key = `${face.name} ${rightToLeft ? "<" : ">"} ${text}`;
  let found = kept.get(key);
  if (!found) {
    if (kept.size >= MOST_KEPT) kept.clear();
    found = shapeAnew(face, text, rightToLeft);
    kept.set(key, found);
  }
  return found;
}

const MOST_KEPT = 20_000;
const kept = new Map<string, Shape>();

function shapeAnew(face: Face, text: string, rightToLeft: boolean): Shape {
  const { font } = face;
  const scale = 1000 / font.unitsPerEm;
  const seen = rightToLeft ? mirrored(text) : text;
  const run = font.layout(seen, undefined, undefined, undefined, rightToLeft ? "rtl" : "ltr");
  const joined = /[\u200c\u200d]/u.test(text);
  const parts = run.glyphs
    .map((glyph, index) => ({ glyph, at: run.positions[index] }))
    .filter(({ glyph, at }) => !(joined && at?.xAdvance === 0 && isSpace(glyph.codePoints)));
  const texts = textsOf(
    parts.map(({ glyph, at }) => ({ given: String.fromCodePoint(...glyph.codePoints), wide: at?.xAdvance !== 0 })),
    [...text.replace(/[\u200c\u200d]/gu, "")],
    rightToLeft,
  );
  const glyphs = parts.flatMap(({ glyph, at }, index) => {
    const placed: PlacedGlyph = {
      id: glyph.id,
      text: texts[index] ?? "",
      advance: (at?.xAdvance ?? glyph.advanceWidth) * scale,
      width: glyph.advanceWidth * scale,
      x: (at?.xOffset ?? 0) * scale,
      y: (at?.yOffset ?? 0) * scale,
    };
    return readable(placed, face, rightToLeft);
  });
  return { glyphs, width: glyphs.reduce((sum, { advance }) => sum + advance, 0) };
}

/** The same glyphs, with characters that are read before and after them and not seen. */
export function wrapped({ glyphs, width }: Shape, start: string, end: string): Shape {
  const last = glyphs.findLastIndex(({ shown }) => !shown);
  const first = glyphs.findIndex(({ shown }) => !shown);
  return {
    width,
    glyphs: glyphs.map((glyph, index) => {
      const text = `${index === first ? start : ""}${glyph.text}${index === last ? end : ""}`;
      return text === glyph.text ? glyph : { ...glyph, text };
    }),
  };
}

/**
 * Signs of figures that stand in a line from right to left: poppler takes them for figures, which go the other way. So it
 * does with whatever ends words from right to left in a line of the other direction.
 */
export function signsMarked(shape: Shape, atEnd: boolean): Shape {
  const marked = (text: string, index: number) =>
    SIGNS.test(text) || (atEnd && index === 0 && text.length === 1 && !/[\p{L}\p{M}\s]/u.test(text));
  if (!shape.glyphs.some(({ text }, index) => marked(text, index))) return shape;
  const glyphs = shape.glyphs.map((glyph, index) =>
    marked(glyph.text, index) ? { ...glyph, text: `\u200f${glyph.text}` } : glyph,
  );
  return { ...shape, glyphs };
}

const SIGNS = /^[#$%+\-\u00a2-\u00a5\u00b0\u00b1\u2030\u20a0-\u20bf\u2212]$/u;

/**
 * Readers of files take a raised mark for a line of its own, turn the letters round that one glyph from right to left
 * stands for, and pdf.js gives no width to a glyph with a mark among its characters, so that the next one seems far away.
 * So a mark is drawn as a shape, and glyphs without a shape carry such characters.
 */
function readable(glyph: PlacedGlyph, face: Face, rightToLeft: boolean): PlacedGlyph[] {
  const empty = emptyGlyph(face);
  const letters = [...glyph.text];
  const raised = Math.abs(glyph.y) > 1 || letters.length === 0 || (glyph.advance === 0 && letters.every(isMark));
  const several = letters.length > 1 && (rightToLeft || letters.some(isMark));
  if (empty === undefined || !(raised || several)) return [glyph];
  const carry = (text: string): PlacedGlyph => ({ id: empty, text, advance: 0, width: 0, x: 0, y: 0 });
  if (raised) {
    const own = { ...glyph, text: "", shown: true };
    if (rightToLeft) return [...letters.map(carry).reverse(), own];
    return glyph.text === "" ? [own] : [own, carry(glyph.text)];
  }
  if (!rightToLeft) {
    // All on one, for poppler drops a letter that stands twice in one place.
    const lead = Math.max(
      0,
      letters.findIndex((letter) => !isMark(letter)),
    );
    const [before, after] = [letters.slice(0, lead).join(""), letters.slice(lead + 1).join("")];
    return [before ? [carry(before)] : [], { ...glyph, text: letters[lead] ?? "" }, after ? [carry(after)] : []].flat();
  }
  // The last letter on the glyph itself, marks aside: after a blank, readers want something that takes room.
  const lead = Math.max(
    0,
    letters.findLastIndex((letter) => !/\p{M}/u.test(letter)),
  );
  const own = { ...glyph, text: letters[lead] ?? "" };
  return letters.map((letter, index) => (index === lead ? own : carry(letter))).reverse();
}

const empties = new Map<Face, number | undefined>();

/** A glyph without a shape and without width, which can carry characters that are read and not seen. */
export function emptyGlyph(face: Face): number | undefined {
  if (!empties.has(face)) {
    const named = [0x200d, 0x200c, 0x200b, 0x200f, 0x200e, 0xfeff]
      .filter((codePoint) => face.font.hasGlyphForCodePoint(codePoint))
      .map((codePoint) => face.font.glyphForCodePoint(codePoint));
    // By old custom of TrueType the glyphs after the first are ".null" and the carriage return.
    const found = [...named, face.font.getGlyph(1), face.font.getGlyph(2)].find(
      ({ advanceWidth, path }) => advanceWidth === 0 && path.commands.length === 0,
    );
    empties.set(face, found?.id);
  }
  return empties.get(face);
}

function isSpace(codePoints: readonly number[]): boolean {
  return codePoints.length === 1 && codePoints[0] === 0x20;
}

const MIRRORS = "()[]{}<>«»‹›⟨⟩";

/** Brackets point the other way from right to left; what reads back is still the character that was written. */
function mirrored(text: string): string {
  return text.replace(/[()[\]{}<>«»‹›⟨⟩]/gu, (bracket) => MIRRORS[MIRRORS.indexOf(bracket) ^ 1] ?? bracket);
}
