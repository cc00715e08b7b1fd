import type { Line } from "./entries.ts";
import { likeness } from "./likeness.ts";
import { pairUp } from "./pairs.ts";

export type LineDifference = Pick<Line, "field"> &
  (
    | { readonly change: "new" | "gone"; readonly text: string }
    | { readonly change: "changed"; readonly was: string; readonly now: string }
  );

/** In the order of `after`; what is gone comes last. With `exact` no line is taken for an edited other one. */
export function diffLines(before: readonly Line[], after: readonly Line[], exact = false): LineDifference[] {
  const alike = (a: Line, b: Line): number => {
    if (a.field !== b.field) return 0;
    // There is one of each, and it was changed.
    if (a.field && !REPEATED.has(a.field)) return 1;
    return exact ? 0 : likeness(a.text, b.text);
  };
  const pairs = pairUp(before, after, { alike, least: ALIKE });
  const partner = new Map(pairs.map(([old, fresh]) => [fresh, before[old]]));
  const kept = new Set(pairs.map(([old]) => old));
  const present = after.flatMap((line, index): LineDifference[] => {
    const was = partner.get(index);
    if (!was) return [{ ...line, change: "new" }];
    const { text: now, ...field } = line;
    return was.text === now ? [] : [{ ...field, change: "changed", was: was.text, now }];
  });
  const gone = before.filter((_, index) => !kept.has(index)).map((line) => ({ ...line, change: "gone" as const }));
  return [...present, ...gone];
}

/** From here on a line is the same one, edited, and not another one. */
const ALIKE = 0.45;

const REPEATED: ReadonlySet<string> = new Set(["link", "heading"]);
