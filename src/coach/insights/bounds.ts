import type { InsightEstimate } from "../model.ts";
import type { Occupation } from "./official.ts";

export interface Judged {
  /** What no official figure makes plausible; not empty: the whole estimate is refused. */
  readonly outliers: readonly string[];
  /** What lies between plausible and not: role names, or "growth". */
  readonly borderline: readonly string[];
}

/**
 * An estimate beside the official figures of its industry. A role's whole range must lie between the lowest 10th and the
 * highest 90th percentile of the industry's occupations, the growth between their slowest and their fastest; a little
 * outside is borderline, far outside an outlier. Who is far out with one figure is not believed with the others.
 */
export function judge(estimate: InsightEstimate, occupations: readonly Occupation[]): Judged {
  const low = Math.min(...occupations.map(({ p10 }) => p10));
  const high = Math.max(...occupations.map(({ p90 }) => p90));
  const outliers: string[] = [];
  const borderline: string[] = [];
  for (const { role, min, max } of estimate.salaryRanges) {
    if (min < low * PAY.far.low || max > high * PAY.far.high) outliers.push(role);
    else if (min < low * PAY.near.low || max > high * PAY.near.high) borderline.push(role);
  }
  return withGrowth({ outliers, borderline }, estimate, occupations);
}

/**
 * An estimate for a country of which no official figures are known here. Its pay is held against itself: how far apart a
 * role's two ends are, and how far its median is from the middle one of all roles. Growth has the bounds of the same
 * occupations in the United States. Figures that are all wrong by the same factor pass: whoever shows them says so.
 */
export function judgeAlone(estimate: InsightEstimate, occupations: readonly Occupation[]): Judged {
  const middle = middleOf(estimate.salaryRanges.map(({ median }) => median));
  const outliers: string[] = [];
  const borderline: string[] = [];
  for (const { role, min, median, max } of estimate.salaryRanges) {
    const spread = max / min;
    const apart = Math.max(median / middle, middle / median);
    if (spread > SPREAD.far || apart > APART.far) outliers.push(role);
    else if (spread > SPREAD.near || spread < SPREAD.narrow || apart > APART.near) borderline.push(role);
  }
  return withGrowth({ outliers, borderline }, estimate, occupations);
}

function withGrowth(pay: Judged, { growthRate }: InsightEstimate, occupations: readonly Occupation[]): Judged {
  const growths = occupations.map(({ growth }) => growth);
  const beyond = Math.max(Math.min(...growths) - growthRate, growthRate - Math.max(...growths));
  if (beyond > GROWTH.far) return { ...pay, outliers: [...pay.outliers, "growth"] };
  return beyond > GROWTH.near ? { ...pay, borderline: [...pay.borderline, "growth"] } : pay;
}

/** The upper one of two in the middle. */
function middleOf(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** Factors on the lowest and the highest official pay. */
const PAY = { near: { low: 0.8, high: 1.25 }, far: { low: 0.5, high: 2 } };

/** Percentage points outside the slowest and the fastest official growth. */
const GROWTH = { near: 0, far: 20 };

/** 90th by 10th percentile: of the 120 official occupations the widest is 7.1 (financial advisors), the narrowest 1.39. */
const SPREAD = { narrow: 1.1, near: 8, far: 20 };

/** Median by the middle median of its industry: officially 0.42 to 3.7. A month's pay among years' is at 12. */
const APART = { near: 4, far: 10 };
