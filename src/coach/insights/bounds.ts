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
  const growths = occupations.map(({ growth }) => growth);
  const beyond = Math.max(Math.min(...growths) - estimate.growthRate, estimate.growthRate - Math.max(...growths));
  if (beyond > GROWTH.far) outliers.push("growth");
  else if (beyond > GROWTH.near) borderline.push("growth");
  return { outliers, borderline };
}

/** Factors on the lowest and the highest official pay. */
const PAY = { near: { low: 0.8, high: 1.25 }, far: { low: 0.5, high: 2 } };

/** Percentage points outside the slowest and the fastest official growth. */
const GROWTH = { near: 0, far: 20 };
