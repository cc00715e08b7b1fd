import bidiFactory from "bidi-js";
import type { Atom, Line, Span } from "./breaking.ts";
import { signsMarked, wrapped } from "./shaping.ts";

/** The direction of each character. A span keeps its own order: a mark between spans stops them from mixing. */
export function levelsOf(spans: readonly Span[], rightToLeft: boolean): readonly number[] {
  // Spares what most resumes do not need.
  if (!rightToLeft && !spans.some(({ text }) => MAY_TURN.test(text)))
    return new Array<number>(spans.reduce((sum, { text }) => sum + text.length, 0)).fill(0);
  const mark = rightToLeft ? RIGHT_TO_LEFT_MARK : LEFT_TO_RIGHT_MARK;
  const isolates = spans.map(({ leftToRight }) => rightToLeft && leftToRight === true);
  const parts = spans.map(({ text }, index) => (isolates[index] ? [LEFT_TO_RIGHT_ISOLATE, text, POP_ISOLATE] : [text]));
  const whole = parts.map((part) => part.join("")).join(mark);
  const { levels } = bidi.getEmbeddingLevels(whole, rightToLeft ? "rtl" : "ltr");
  let at = 0;
  return spans.flatMap(({ text }, index) => {
    const isolate = isolates[index] ? 1 : 0;
    const own = [...levels.slice(at + isolate, at + isolate + text.length)];
    at += text.length + 2 * isolate + mark.length;
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
export function withMarks(atoms: readonly Atom[], directions: Directions): readonly Atom[] {
  const { base, page } = directions;
  return atoms.map((atom, index) => {
    const [before, after] = [atoms[index - 1], atoms[index + 1]];
    if (atom.level % 2 === 1) return { ...atom, shape: signsMarked(atom.shape, page === 0 && !after?.level) };
    const mark = atom.level > base ? RIGHT_TO_LEFT_MARK : LEFT_TO_RIGHT_MARK;
    const meets = (other: Atom | undefined) =>
      atom.level > base ? (other?.level ?? base) < atom.level : (other?.level ?? 0) > 0;
    const start = meets(before) ? `${mark}${before?.blank ? " " : ""}` : "";
    // Poppler gives a bracket or a full stop to what comes after it, where the page is written the other way.
    const open = page === 1 && (meets(after) || !after) && !atom.blank && endsOpen(atom) ? LEFT_TO_RIGHT_MARK : "";
    const close = meets(after) ? mark : "";
    const end = open || close ? `${open}${close}${meets(after) && after?.blank ? " " : "\u200a"}` : "";
    return start || end ? { ...atom, shape: wrapped(atom.shape, start, end) } : atom;
  });
}

/** 0 from left to right, 1 from right to left: of a line and of the page on which it stands. */
export interface Directions {
  readonly base: 0 | 1;
  readonly page: 0 | 1;
}

/** Whether a line needs marks: not if all of it goes the way of its page, from left to right. */
export function meetsOther(atoms: readonly Atom[], page: 0 | 1): boolean {
  return page === 1 || atoms.some(({ level }) => level !== 0);
}

/**
 * A sentence of letters of the other direction alone goes its own way, everything else that of the document. So does one
 * with figures from right to left in a document from left to right, for poppler would read its ends in the wrong order.
 */
export function isTurned(text: string, documentRightToLeft: boolean): boolean {
  const others = text.match(FROM_RIGHT)?.length ?? 0;
  const own = (text.match(/\p{L}/gu)?.length ?? 0) - others;
  return documentRightToLeft ? others === 0 && own > 0 : own === 0 && others > 0 && !/\p{N}/u.test(text);
}

const FROM_RIGHT = /[\p{Script=Hebrew}\p{Script=Arabic}]/gu;

function endsOpen({ shape }: Atom): boolean {
  return !/[\p{L}\p{N}]$/u.test(shape.glyphs.findLast(({ text }) => text !== "")?.text ?? "a");
}

/** The blocks of scripts from right to left: https://www.unicode.org/reports/tr9/#Bidirectional_Character_Types */
const MAY_TURN = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

const bidi = bidiFactory();
const LEFT_TO_RIGHT_MARK = "\u200e";
const RIGHT_TO_LEFT_MARK = "\u200f";
const LEFT_TO_RIGHT_ISOLATE = "\u2066";
const POP_ISOLATE = "\u2069";
