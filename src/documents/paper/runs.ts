import type { Atom, Line } from "./breaking.ts";
import { asSeen } from "./directions.ts";

/** A piece of a line and its left end. */
export interface Run {
  readonly atom: Atom;
  readonly x: number;
}

/** Where the pieces of a line go that starts at `x`, in reading order. */
export function placeRuns(line: Line, x: number): readonly Run[] {
  const places = new Map<Atom, number>();
  let at = x;
  for (const atom of asSeen(line)) {
    places.set(atom, at);
    at += atom.width;
  }
  return line.atoms.map((atom) => ({ atom, x: places.get(atom) ?? x }));
}

/**
 * Readers of files expect the glyphs of a string from left to right, and turn them round where they find letters of a
 * language that is written the other way. Signs without such letters are a string each.
 */
export function stringsOf(group: readonly Run[], size: number): readonly (readonly Run[])[] {
  if ((group[0]?.atom.level ?? 0) % 2 === 0) return [group];
  const letters = /[\p{Script=Hebrew}\p{Script=Arabic}]/u;
  if (group.some(({ atom }) => atom.shape.glyphs.some(({ text }) => letters.test(text)))) return [group.toReversed()];
  return group.flatMap(({ atom, x }) => {
    let at = x;
    const singles = atom.shape.glyphs.map((glyph) => {
      const run: Run = { atom: { ...atom, shape: { glyphs: [glyph], width: glyph.advance } }, x: at };
      at += (glyph.advance * size) / 1000;
      return [run];
    });
    return singles.reverse();
  });
}
