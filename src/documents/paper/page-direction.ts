import type { Line } from "./breaking.ts";
import type { Face } from "./fonts.ts";
import type { Run } from "./runs.ts";
import { emptyGlyph } from "./shaping.ts";

/**
 * Poppler counts the letters of a page and takes all its lines for written in the direction of most of them. Where those
 * are the others, as in a Hebrew resume full of English names of tools, this is a run of direction marks that tips the
 * scales: nothing to be seen, and readers other than poppler skip it.
 */
export function swayingRun(
  lines: readonly Line[],
  { face, rightToLeft, x }: { readonly face: Face; readonly rightToLeft: boolean; readonly x: number },
): Run | undefined {
  const balance = lines.reduce((sum, line) => sum + balanceOf(line), 0);
  const wanting = rightToLeft ? balance + 1 : -balance;
  const id = emptyGlyph(face);
  if (wanting <= 0 || id === undefined) return undefined;
  const text = (rightToLeft ? "\u200f" : "\u200e").repeat(MOST);
  const count = Math.ceil(wanting / MOST);
  // Some room between them, for poppler drops what stands twice in one place.
  const glyphs = Array.from({ length: count }, () => ({ id, text, advance: 300, width: 0, x: 0, y: 0 }));
  const shape = { glyphs, width: count * 300 };
  return { atom: { face, shape, width: 0, level: 0, span: { text: "" }, blank: false }, x };
}

/** Poppler takes no more characters from one glyph. */
const MOST = 8;

/** Letters from left to right, less those from right to left, with the marks that stand among them. */
function balanceOf({ atoms }: Line): number {
  let balance = 0;
  for (const { shape } of atoms)
    for (const { text } of shape.glyphs)
      for (const character of text) {
        if (FROM_RIGHT.test(character)) balance -= 1;
        else if (FROM_LEFT.test(character)) balance += 1;
      }
  return balance;
}

const FROM_RIGHT = /[\p{Script=Hebrew}\p{Script=Arabic}\u200f]/u;
const FROM_LEFT = /[\p{L}\u200e]/u;
