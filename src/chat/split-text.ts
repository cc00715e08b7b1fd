/**
 * A long text in pieces of at most `max` UTF-16 units, cut at the end of a line, else between words, else between letters
 * as a reader sees them. The line break or blank at a cut goes, so that joining the pieces by line breaks gives the lines
 * back.
 */
export function splitText(text: string, max: number): string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > max) {
    const line = rest.slice(0, max + 1).lastIndexOf("\n");
    // In a form every line counts, so that only a line which fills a field alone is cut.
    const at = line > 0 ? line + 1 : cutAt(rest, max);
    pieces.push(rest.slice(0, at).replace(/[\n ]$/, ""));
    rest = rest.slice(at);
  }
  if (rest !== "") pieces.push(rest);
  return pieces;
}

/** Where to cut so that at most `max` UTF-16 units stand before it. */
export function cutAt(text: string, max: number): number {
  const head = text.slice(0, max);
  const line = head.lastIndexOf("\n");
  if (line > max / 2) return line + 1;
  const space = head.lastIndexOf(" ");
  if (space > max / 2) return space + 1;
  let at = 0;
  // The window is a little longer than the piece, so that the last letter is seen whole.
  for (const { index, segment } of graphemes.segment(text.slice(0, max + 64))) {
    if (index + segment.length > max) break;
    at = index + segment.length;
  }
  return at || max;
}

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
