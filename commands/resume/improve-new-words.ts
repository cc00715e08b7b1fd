import type { Inline, Text } from "#src/chat/message.ts";

/** The line with what is new in it in bold; plain where most of it is new, for then nothing would stand out. */
export function newWords(before: string, after: string): Text {
  const words = after.split(/(\s+)/);
  const kept = keptWords(
    before.split(/\s+/).map(keyOf),
    words.map((word, at) => (at % 2 ? "" : keyOf(word))),
  );
  const written = words.filter((_, at) => at % 2 === 0);
  if (kept.size === 0 || kept.size * 2 < written.length || kept.size === written.length) return after;
  const parts: { text: string; isNew: boolean }[] = [];
  for (const [at, text] of words.entries()) {
    const last = parts.at(-1);
    // A blank between two new words is new with them.
    const isNew = at % 2 ? last?.isNew === true && !kept.has(at + 1) : !kept.has(at);
    if (last && last.isNew === isNew) last.text += text;
    else parts.push({ text, isNew });
  }
  return parts.filter(({ text }) => text !== "").map(({ text, isNew }): Inline => (isNew ? { bold: text } : text));
}

function keyOf(word: string): string {
  return word.toLowerCase().replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
}

/** Indexes in `after` of a longest common subsequence; "" is no word. */
function keptWords(before: readonly string[], after: readonly string[]): Set<number> {
  const lengths = Array.from({ length: before.length + 1 }, () => new Array<number>(after.length + 1).fill(0));
  const at = (row: number, column: number) => lengths[row]?.[column] ?? 0;
  const same = (row: number, column: number) => before[row] === after[column] && before[row] !== "";
  for (let row = before.length - 1; row >= 0; row -= 1) {
    for (let column = after.length - 1; column >= 0; column -= 1) {
      const line = lengths[row];
      if (line) {
        line[column] = same(row, column)
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
      }
    }
  }
  const kept = new Set<number>();
  for (let row = 0, column = 0; row < before.length && column < after.length; ) {
    if (same(row, column)) {
      kept.add(column);
      row += 1;
      column += 1;
    } else if (at(row + 1, column) >= at(row, column + 1)) row += 1;
    else column += 1;
  }
  return kept;
}
