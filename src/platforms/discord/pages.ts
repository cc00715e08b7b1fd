import { fits, type Item, merged } from "./layout.ts";
import { limits } from "./limits.ts";
import type { Passage } from "./passages.ts";

/**
 * Items in as many messages as they need, in reading order, at most `most`. Each but the last fits whole; what is
 * more than fits the last one is still in it. A heading stays with what it is about, a text is parted only where a line ends.
 */
export function paginate(items: readonly Item[], most: number): Item[][] {
  const pages: Item[][] = [];
  const waiting = [...items];
  while (waiting.length > 0) {
    if (pages.length + 1 === most || whole(waiting)) {
      pages.push(waiting);
      break;
    }
    const page = takePage(waiting);
    // Nothing of it can be parted: whoever draws it says what is missing.
    if (page.length === 0) {
      pages.push(waiting);
      break;
    }
    pages.push(page);
  }
  return pages;
}

/** Characters that must be left on a page for a text to begin there: much for one that fits the next page whole. */
const ROOM_TO_BEGIN = { fitsNext: limits.text / 2, fitsNone: 400 };

/** Takes the first page off the items. */
function takePage(waiting: Item[]): Item[] {
  const page: Item[] = [];
  for (let next = waiting[0]; next; next = waiting[0]) {
    if (!whole([...page, next])) break;
    page.push(next);
    waiting.shift();
  }
  const begun = begin(waiting[0], page);
  if (begun) {
    page.push(begun.head);
    waiting.splice(0, 1, begun.tail);
    return page;
  }
  const kept = page.findLastIndex((item) => item.kind !== "divider" && !(item.kind === "text" && item.leads));
  // A page of nothing but headings stays as it is.
  if (kept >= 0) waiting.unshift(...page.splice(kept + 1).filter(({ kind }) => kind !== "divider"));
  return page;
}

/** As much of a text as still fits the page. */
function begin(item: Item | undefined, page: readonly Item[]): { head: Item; tail: Item } | undefined {
  if (item?.kind !== "text") return undefined;
  const [passage] = item.passages;
  const left = limits.text - textLength(page) - 1;
  const own = passage?.whole.length ?? 0;
  // A text that fits was not taken because of what else stands there.
  if (!passage || own <= left) return undefined;
  const parted = left >= ROOM_TO_BEGIN[own < limits.text ? "fitsNext" : "fitsNone"] && passage.part(left);
  if (!parted) return undefined;
  return { head: textOf(parted.head), tail: textOf(parted.tail) };
}

function textOf(passage: Passage): Item {
  return { kind: "text", passages: [passage] };
}

function whole(items: readonly Item[]): boolean {
  const short = textLength(items) <= limits.text;
  return short && (fits(items) || fits(merged(items.filter(({ kind }) => kind !== "divider"))));
}

/** With a line break after each. */
function textLength(items: readonly Item[]): number {
  const passages = items.flatMap((item) => (item.kind === "text" ? item.passages : []));
  return passages.reduce((sum, passage) => sum + passage.whole.length + 1, 0);
}
