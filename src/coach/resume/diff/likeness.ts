/** From 0 to 1: the share of neighbouring letters that two texts have in common (Dice's coefficient). */
export function likeness(a: string, b: string): number {
  if (a === b) return 1;
  const [left, right] = [pairsOf(a), pairsOf(b)];
  let common = 0;
  for (const [pair, count] of left.counts) common += Math.min(count, right.counts.get(pair) ?? 0);
  return (2 * common) / Math.max(1, left.total + right.total);
}

/** The beginning says enough of a long text. */
const LETTERS = 300;

function pairsOf(text: string): { counts: Map<string, number>; total: number } {
  const letters = text.slice(0, LETTERS).toLowerCase().replace(/\s+/g, " ");
  const counts = new Map<string, number>();
  for (let at = 0; at < letters.length - 1; at += 1) {
    const pair = letters.slice(at, at + 2);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return { counts, total: Math.max(0, letters.length - 1) };
}
