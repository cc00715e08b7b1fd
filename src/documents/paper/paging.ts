import type { Block } from "./blocks.ts";
import type { Line } from "./breaking.ts";

/** A block in lines, `leading` points from one to the next. */
export interface SetBlock {
  readonly block: Block;
  readonly lines: readonly Line[];
  readonly leading: number;
  /** Under the last line, for a rule. */
  readonly after: number;
}

/** Lines `from` to `to` of a block, the top of the first `top` points under the top of the text. */
export interface Part {
  readonly set: SetBlock;
  readonly from: number;
  readonly to: number;
  readonly top: number;
}

/**
 * Fills pages of `height` points. What fits on one page is not torn, but for paragraphs, which leave at least two lines on
 * each side; headings stay with what they head, and with its first two lines where it is torn.
 */
export function paginate(sets: readonly SetBlock[], height: number): readonly (readonly Part[])[] {
  const pages: Part[][] = [];
  let page: Part[] = [];
  let used = 0;
  const turn = () => {
    if (page.length > 0) pages.push(page);
    page = [];
    used = 0;
  };
  for (let index = 0; index < sets.length; index += 1) {
    const set = sets[index] as SetBlock;
    const startsGroup = index === 0 || !sets[index - 1]?.block.holdsNext;
    if (startsGroup && page.length > 0 && used + leastOf(sets, index, height) > height) turn();
    let from = 0;
    while (from < set.lines.length) {
      const before = page.length === 0 ? 0 : from === 0 ? set.block.before : 0;
      const count = linesThatFit(set, from, height - used - before, height);
      if (count === 0 && page.length > 0) {
        turn();
        continue;
      }
      const to = from + Math.max(1, count);
      page.push({ set, from, to, top: used + before });
      used += before + (to - from) * set.leading + (to === set.lines.length ? set.after : 0);
      from = to;
      if (from < set.lines.length) turn();
    }
  }
  turn();
  return pages;
}

function heightOf(set: SetBlock, lines = set.lines.length): number {
  return lines * set.leading + (lines === set.lines.length ? set.after : 0);
}

function mayTear(set: SetBlock, height: number): boolean {
  return (set.block.role === "P" && set.lines.length >= 4) || heightOf(set) > height;
}

/** What must come on this page for the block to start on it, with what it holds on to. */
function leastOf(sets: readonly SetBlock[], index: number, height: number): number {
  let least = 0;
  for (let at = index; at < sets.length; at += 1) {
    const set = sets[at] as SetBlock;
    const torn = mayTear(set, height) && !set.block.holdsNext;
    least += set.block.before + heightOf(set, torn ? Math.min(2, set.lines.length) : set.lines.length);
    // A group higher than a page has to be torn somewhere.
    if (!set.block.holdsNext || least > height) return Math.min(least, height);
  }
  return least;
}

/** How many of the lines left go into `room`. */
function linesThatFit(set: SetBlock, from: number, room: number, height: number): number {
  const left = set.lines.length - from;
  if (left * set.leading + set.after <= room) return left;
  if (from === 0 && !mayTear(set, height)) return 0;
  const fitting = Math.min(left, Math.floor(room / set.leading));
  const count = left - fitting < 2 ? left - 2 : fitting;
  return count >= 2 || fitting >= left ? Math.max(0, count) : 0;
}
