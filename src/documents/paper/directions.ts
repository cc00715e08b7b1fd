import bidiFactory from "bidi-js";
import type { Atom, Line, Span } from "./breaking.ts";
import { signsMarked, wrapped } from "./shaping.ts";

/** The direction of each character. A span keeps its own order: a mark between spans stops them from mixing. */
export function levelsOf(spans: readonly Span[], rightToLeft: boolean): readonly number[] {
  const mark = rightToLeft ? RIGHT_TO_LEFT_MARK : LEFT_TO_RIGHT_MARK;
  const { levels } = bidi.getEmbeddingLevels(spans.map(({ text }) => text).join(mark), rightToLeft ? "rtl" : "ltr");
  let at = 0;
  return spans.flatMap(({ text }) => {
    const own = [...levels.slice(at, at + text.length)];
    at += text.length + mark.length;
    return own;
  });
}

/** The atoms of a line from left to right, by rule L2 of https://www.unicode.org/reports/tr9/ */
export function asSeen({ atoms }: Line): readonly Atom[] {
  const seen = [...atoms];
  const highest = Math.max(0, ...seen.map(({ level }) => level));
  for (let level = highest; level > 0; level -= 1) {
    for (let from = 0; from < seen.length; from += 1) {
      if ((seen[from]?.level ?? 0) < level) continue;
      let to = from;
      while ((seen[to]?.level ?? 0) >= level) to += 1;
      seen.splice(from, to - from, ...seen.slice(from, to).reverse());
      from = to;
    }
  }
  return seen;
}

/**
 * Where two directions meet, words read back with direction marks, without which poppler takes what stands between them
 * for the wrong one, and with their blanks, which pdf.js loses there. A mark goes onto the side that reads from left to
 * right, for the glyphs of the other are turned round; never a blank first or a mark last, for pdf.js drops such glyphs.
 */
export function withMarks(atoms: readonly Atom[], base: 0 | 1): readonly Atom[] {
  return atoms.map((atom, index) => {
    const [before, after] = [atoms[index - 1], atoms[index + 1]];
    if (atom.level % 2 === 1) {
      const atEnd = base === 0 && (after?.level ?? 0) === 0;
      return { ...atom, shape: signsMarked(atom.shape, atEnd) };
    }
    const mark = atom.level > base ? RIGHT_TO_LEFT_MARK : LEFT_TO_RIGHT_MARK;
    const meets = (other: Atom | undefined) =>
      atom.level > base ? (other?.level ?? base) < atom.level : (other?.level ?? 0) > 0;
    const start = meets(before) ? `${mark}${before?.blank ? " " : ""}` : "";
    const end = meets(after) ? `${mark}${after?.blank ? " " : "\u200a"}` : "";
    return start || end ? { ...atom, shape: wrapped(atom.shape, start, end) } : atom;
  });
}

const bidi = bidiFactory();
const LEFT_TO_RIGHT_MARK = "\u200e";
const RIGHT_TO_LEFT_MARK = "\u200f";
