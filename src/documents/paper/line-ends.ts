import LineBreaker from "linebreak";
import type { Span } from "./breaking.ts";

/**
 * Where a line may end: https://www.unicode.org/reports/tr14/, but not before a sign that belongs to a figure, and not
 * after the hyphen in "full-time", for poppler takes a hyphen at the end of a line for one of ours and leaves it out.
 */
export function breaksIn(text: string): ReadonlySet<number> {
  const ends = new Set<number>();
  const breaker = new LineBreaker(text);
  for (let found = breaker.nextBreak(); found; found = breaker.nextBreak()) {
    const { position } = found;
    if (/[%\u2030\u00b0\u20ac]/u.test(text[position] ?? "")) continue;
    if (/[-\u2010]/u.test(text[position - 1] ?? "") && /[\p{L}\p{N}]/u.test(text[position] ?? "")) continue;
    ends.add(position);
  }
  return ends;
}

/** Not inside a span that stays whole, if a line of `ems` is long enough for it. */
export function lineEnds(
  text: string,
  spans: readonly Span[],
  { found, ems }: { readonly found: ReadonlySet<number>; readonly ems: number },
): ReadonlySet<number> {
  const ends = new Set(found);
  // A short last word takes the one before it along, rather than stand alone on a line.
  const inked = text.trimEnd().length;
  const lastEnd = Math.max(0, ...[...ends].filter((end) => end < inked));
  if (text[lastEnd - 1] === " " && inked - lastEnd < SHORT_WORD) ends.delete(lastEnd);
  let at = 0;
  for (const { text: own, whole } of spans) {
    if (whole && emsOf(own) < ems) for (let inside = at + 1; inside < at + own.length; inside += 1) ends.delete(inside);
    at += own.length;
  }
  return ends;
}

const SHORT_WORD = 7;

/** A guess on the wide side. */
function emsOf(text: string): number {
  let ems = 0;
  for (const character of text) ems += character >= "\u2e80" ? 1 : 0.65;
  return ems;
}
