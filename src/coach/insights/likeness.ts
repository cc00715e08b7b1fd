/** Letters and digits of a name, without accents: what is compared. */
export function lettersOf(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll("&", " and ")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** From 0 to 1: Dice's coefficient of two names' pairs of letters. */
export function likeness(one: string, other: string): number {
  const [a, b] = [pairsOf(one), pairsOf(other)];
  const both = [...a].filter((pair) => b.has(pair)).length;
  return (2 * both) / (a.size + b.size || 1);
}

function pairsOf(text: string): Set<string> {
  const letters = ` ${lettersOf(text)} `;
  return new Set(Array.from({ length: letters.length - 1 }, (_, at) => letters.slice(at, at + 2)));
}
