import { DATE_IN_TEXT } from "./dates.ts";
import { headingOf } from "./headings.ts";
import type { Segment } from "./pdf-lines.ts";

/**
 * Pages as columns in reading order. A gutter counts only where there are section headings on both of its sides, or where
 * the lines left and right of it do not stand level: dates at the right margin and labels at the left one are no columns.
 */
export function columnsOf(pages: readonly Segment[][]): Segment[][] {
  const columns: Segment[][] = [];
  let open: { gutter: number; left: Segment[]; right: Segment[] } | undefined;
  let offset = 0;

  const close = (): void => {
    if (open) {
      // A name above the first heading of the right column is not part of the left one's last section.
      const first = open.right.findIndex(({ text }) => headingOf(text));
      columns.push(open.right.slice(0, Math.max(0, first)), open.left, open.right.slice(Math.max(0, first)));
    }
    open = undefined;
  };
  for (const page of pages) {
    const shifted = page.map((piece) => ({ ...piece, y: piece.y + offset }));
    offset += 10_000;
    const found = split(shifted);
    const gutter = found?.gutter ?? open?.gutter;
    const onlyRight = !found && open && shifted.every(({ left }) => left > (gutter ?? 0) - 2);
    const onlyLeft = !found && open && shifted.every(({ right }) => right < (gutter ?? 0) + 2);
    if (open && onlyRight) open.right.push(...inRows(shifted));
    else if (open && onlyLeft) open.left.push(...inRows(shifted));
    else if (!found) {
      close();
      if (shifted.length > 0) columns.push(inRows(shifted));
    } else {
      if (!open || found.above.length > 0 || Math.abs(open.gutter - found.gutter) > 15) close();
      if (found.above.length > 0) columns.push(...columnsOf1(found.above));
      open ??= { gutter: found.gutter, left: [], right: [] };
      open.left.push(...columnsOf1(found.left).flat());
      open.right.push(...columnsOf1(found.right).flat());
      if (found.below.length > 0) {
        close();
        columns.push(...columnsOf1(found.below));
      }
    }
  }
  close();
  return columns.filter((column) => column.length > 0);
}

/** Whether any two of them share some of the height of a page. */
export function standSideBySide(columns: readonly Segment[][]): boolean {
  const spans = columns
    .map((column) => column.map(({ y }) => y))
    .map((ys) => [Math.min(...ys), Math.max(...ys)] as const);
  return spans.some(([top, bottom], index) =>
    spans.slice(index + 1).some(([otherTop, otherBottom]) => top < otherBottom && otherTop < bottom),
  );
}

function columnsOf1(pieces: readonly Segment[]): Segment[][] {
  const found = split(pieces);
  if (!found) return [inRows(pieces)];
  return [found.above, found.left, found.right, found.below].filter((part) => part.length > 0).flatMap(columnsOf1);
}

interface Split {
  readonly gutter: number;
  readonly above: Segment[];
  readonly left: Segment[];
  readonly right: Segment[];
  readonly below: Segment[];
}

const inRows = (pieces: readonly Segment[]): Segment[] =>
  [...pieces].sort((a, b) => (Math.abs(a.y - b.y) < 0.35 * Math.min(a.size, b.size) ? a.left - b.left : a.y - b.y));

function split(pieces: readonly Segment[]): Split | undefined {
  const candidates = edges(pieces).flatMap((edge) => at(pieces, edge - 2));
  return candidates.sort((a, b) => b.left.length + b.right.length - a.left.length - a.right.length)[0];
}

/** Where at least three pieces begin below each other, away from the left margin. */
function edges(pieces: readonly Segment[]): number[] {
  const counts = new Map<number, number>();
  for (const { left } of pieces) counts.set(Math.round(left), (counts.get(Math.round(left)) ?? 0) + 1);
  const margin = Math.min(...pieces.map(({ left }) => left));
  return [...counts].filter(([edge, count]) => count >= 3 && edge > margin + 60).map(([edge]) => edge);
}

/** The longest stretch of the page that nothing crosses at this place. */
function at(pieces: readonly Segment[], gutter: number): Split[] {
  const crossing = pieces.filter(({ left, right }) => left < gutter - 1 && right > gutter + 3).map(({ y }) => y);
  const bounds = [Number.NEGATIVE_INFINITY, ...crossing.sort((a, b) => a - b), Number.POSITIVE_INFINITY];
  const splits: Split[] = [];
  for (let index = 1; index < bounds.length; index += 1) {
    const top = bounds[index - 1] ?? 0;
    const foot = bounds[index] ?? 0;
    const inside = pieces.filter(({ y }) => y > top + 1 && y < foot - 1);
    const right = inside.filter(({ left }) => left >= gutter - 1);
    // Full-width lines above the first piece on the right belong to no column.
    const first = Math.min(...right.map(({ y }) => y));
    const headedLeft = inside.filter(({ left }) => left < gutter - 1);
    const start =
      Math.min(first, ...headedLeft.filter(({ text, y }) => y > first - 60 && headingOf(text)).map(({ y }) => y)) - 2;
    const left = headedLeft.filter(({ y }) => y >= start);
    const above = pieces.filter(({ y }) => y <= top + 1 || y < start);
    const below = pieces.filter(({ y }) => y >= foot - 1 && y > top + 1);
    if (isGutter(left, right))
      splits.push({
        gutter,
        above: above.filter((piece) => !left.includes(piece) && !right.includes(piece)),
        left,
        right,
        below,
      });
  }
  return splits;
}

function isGutter(left: readonly Segment[], right: readonly Segment[]): boolean {
  if (left.length < 3 || right.length < 3) return false;
  const headed = (side: readonly Segment[]): boolean => side.some(({ text }) => headingOf(text) !== undefined);
  const dated = (side: readonly Segment[]): boolean =>
    side.filter(({ text }) => DATE_IN_TEXT.test(text)).length > side.length * 0.6;
  if (dated(left) || dated(right)) return false;
  const level = (side: readonly Segment[], other: readonly Segment[]): number =>
    side.filter((piece) => other.some(({ y }) => Math.abs(y - piece.y) < 2)).length / side.length;
  if (headed(left) && headed(right)) return true;
  return (headed(left) || headed(right)) && level(left, right) < 0.5 && level(right, left) < 0.5;
}
