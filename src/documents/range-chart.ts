/** Ranges with a mark inside, 1 to 12 rows, drawn in their order. `alt` says the same in words; it is not drawn. */
export interface RangeChart {
  readonly title: string;
  /** What the numbers are, with what a reader must know to use them: "US dollars a year, May 2025". */
  readonly unit: string;
  /** What the two ends and the mark are called. */
  readonly names: { readonly min: string; readonly median: string; readonly max: string };
  /** 0 <= min <= median <= max. */
  readonly rows: readonly {
    readonly label: string;
    readonly min: number;
    readonly median: number;
    readonly max: number;
  }[];
  readonly alt: string;
}

export const MAX_RANGES = 12;
