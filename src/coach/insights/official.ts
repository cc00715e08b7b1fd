import { readFileSync } from "node:fs";
import { z } from "zod";

/**
 * What official statistics say about an industry, as IndustryInsight holds it. Read from official.json, which names its
 * sources and periods; nothing is estimated. The occupations stand for the industry by our choice, wages and growth are
 * theirs across all industries of the United States, and p10 and p90 are percentiles, not "entry" and "senior".
 */
export function officialInsight(industryId: string) {
  const official = load();
  const industry = official.industries[industryId];
  if (!industry) throw new Error(`official.json has no industry "${industryId}"`);
  const { occupations } = industry;
  const byGrowth = [...occupations].sort((a, b) => b.growth - a.growth);
  const growthRate = median(occupations.map(({ growth }) => growth));
  const period = official.sources.growth.period;
  return {
    salaryRanges: occupations.map(({ role, p10, median: middle, p90 }) => ({
      role,
      min: p10,
      max: p90,
      median: middle,
      location: official.location,
    })),
    growthRate,
    demandLevel: demandOf(growthRate),
    marketOutlook: outlookOf(occupations),
    topSkills: industry.ratedSkills,
    recommendedSkills: industry.technologySkills,
    keyTrends: byGrowth
      .slice(0, 5)
      .map(({ role, growth }) => `${role}: employment ${signed(growth)} % (${period}, BLS)`),
  };
}

/** Median projected growth of the eight occupations over the ten years: 5 % and more is high, under 1 % low. */
function demandOf(growthRate: number): "High" | "Medium" | "Low" {
  if (growthRate >= 5) return "High";
  return growthRate >= 1 ? "Medium" : "Low";
}

/** How many of the occupations grow: three quarters of them is positive, fewer than half negative. */
function outlookOf(occupations: readonly { growth: number }[]): "Positive" | "Neutral" | "Negative" {
  const growing = occupations.filter(({ growth }) => growth > 0).length / occupations.length;
  if (growing >= 0.75) return "Positive";
  return growing >= 0.5 ? "Neutral" : "Negative";
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const pair = [sorted[Math.ceil(middle) - 1] ?? 0, sorted[Math.floor(middle)] ?? 0] as const;
  return Math.round(((pair[0] + pair[1]) / 2) * 10) / 10;
}

function signed(value: number): string {
  return value > 0 ? `+${value}` : String(value);
}

const source = z.object({ name: z.string(), period: z.string(), url: z.url() });
const officialFile = z.object({
  sources: z.object({ wages: source, growth: source, skills: source.extend({ attribution: z.string() }) }),
  currency: z.string(),
  location: z.string(),
  industries: z.record(
    z.string(),
    z.object({
      occupations: z.array(
        z.object({ role: z.string(), p10: z.number(), median: z.number(), p90: z.number(), growth: z.number() }),
      ),
      ratedSkills: z.array(z.string()),
      technologySkills: z.array(z.string()),
    }),
  ),
});

let loaded: z.infer<typeof officialFile> | undefined;

// Read on first use: only somebody's first profile in an industry needs it.
function load(): z.infer<typeof officialFile> {
  loaded ??= officialFile.parse(JSON.parse(readFileSync(new URL("./official.json", import.meta.url), "utf8")));
  return loaded;
}
