import { z } from "zod";

const range = z
  .object({
    role: z.string().min(1).max(120),
    min: z.number().positive(),
    median: z.number().positive(),
    max: z.number().positive(),
    location: z.string().min(1).max(120),
  })
  .refine(({ min, median, max }) => min <= median && median <= max, "min <= median <= max");

const names = z.array(z.string().min(1).max(300)).min(1).max(20);

/**
 * What a snapshot holds: IndustryInsight's own fields, in one currency, with the periods that they are about. Pay is a
 * year's, before tax; growth is percent of employment over about ten years. In official figures `min` and `max` are the
 * 10th and 90th percentile, in a model's its own low and high.
 */
export const figuresShape = z.object({
  salaryRanges: z.array(range).min(1).max(20),
  growthRate: z.number().min(-100).max(1000),
  demandLevel: z.enum(["High", "Medium", "Low"]),
  topSkills: names,
  marketOutlook: z.enum(["Positive", "Neutral", "Negative"]),
  keyTrends: names,
  recommendedSkills: names,
  currency: z.string().regex(/^[A-Z]{3}$/),
  periods: z.object({ wages: z.string(), growth: z.string(), skills: z.string() }),
  /** Figures of a model's that lie at the edge of what is plausible (bounds.ts): role names, or "growth". */
  borderline: z.array(z.string()),
});

export type Figures = z.infer<typeof figuresShape>;

/** The part that IndustryInsight has columns for. */
export function columnsOf({ currency: _, periods: __, borderline: ___, ...columns }: Figures) {
  return columns;
}
