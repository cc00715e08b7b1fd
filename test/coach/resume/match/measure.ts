import type { AdMatch } from "#src/coach/resume/match/match.ts";
import type { MarkedAd } from "./ads.ts";

export interface Measured {
  readonly right: number;
  readonly wrong: readonly string[];
  readonly missed: readonly string[];
  /** Of the right ones, how many have the right kind. */
  readonly rightKind: number;
}

/** A found term is right when it is the mark, or one of its given edges, letter for letter but for case and a plural s. */
export function measure({ terms }: AdMatch, { required, preferred }: MarkedAd): Measured {
  const marks = [
    ...required.map((mark) => ({ mark, kind: "required" })),
    ...preferred.map((mark) => ({ mark, kind: "preferred" })),
  ];
  const ways = marks.map(({ mark, kind }) => ({ mark, kind, ways: mark.split("|").map(plain) }));
  const right = terms.flatMap(({ term, kind }) => {
    const found = ways.filter(({ ways }) => ways.includes(plain(term)));
    return found.length > 0 ? [{ kind, found }] : [];
  });
  const hit = new Set(right.flatMap(({ found }) => found.map(({ mark }) => mark)));
  return {
    right: right.length,
    wrong: terms.filter(({ term }) => !ways.some(({ ways }) => ways.includes(plain(term)))).map(({ term }) => term),
    missed: marks.filter(({ mark }) => !hit.has(mark)).map(({ mark }) => mark),
    rightKind: right.filter(({ kind, found }) => found.some((mark) => mark.kind === kind)).length,
  };
}

function plain(text: string): string {
  return text.toLowerCase().replaceAll("’", "'").replace(/s$/, "");
}
