import { readFileSync } from "node:fs";
import { z } from "zod";
import { columnsOf, type Figures } from "./figures.ts";

export interface Source {
  readonly name: string;
  readonly period: string;
  readonly url: string;
}

/** Where the official figures come from, with what must be said beside them. */
export interface OfficialSources {
  readonly wages: Source;
  readonly growth: Source & { readonly note: string };
  readonly skills: Source & { readonly attribution: string };
}

/** One of the eight occupations that stand for an industry. */
export interface Occupation {
  readonly role: string;
  readonly p10: number;
  readonly median: number;
  readonly p90: number;
  /** Projected change of employment in percent. */
  readonly growth: number;
}

/**
 * What official statistics say about an industry, as IndustryInsight holds it. Read from official.json, which names its
 * sources and periods; nothing is estimated. The occupations stand for the industry by our choice, wages and growth are
 * theirs across all industries of the United States, and p10 and p90 are percentiles, not "entry" and "senior".
 */
export function officialInsight(industryId: string) {
  return columnsOf(officialFigures(industryId));
}

/** The same with currency and periods; the rules by which it is made are in docs/insights.md. */
export function officialFigures(industryId: string): Figures {
  const { sources, currency, location } = load();
  const { occupations, ratedSkills, technologySkills } = industryNamed(industryId);
  const growthRate = median(occupations.map(({ growth }) => growth));
  return {
    salaryRanges: occupations.map(({ role, p10, median: middle, p90 }) => ({
      role,
      min: p10,
      max: p90,
      median: middle,
      location,
    })),
    growthRate,
    demandLevel: demandOf(growthRate),
    marketOutlook: outlookOf(occupations),
    topSkills: ratedSkills,
    recommendedSkills: recommendedOf(industryId, { ratedSkills, technologySkills }),
    keyTrends: trendsOf(occupations, sources.growth.period),
    currency,
    periods: { wages: sources.wages.period, growth: sources.growth.period, skills: sources.skills.period },
    borderline: [],
  };
}

export function officialOccupations(industryId: string): readonly Occupation[] {
  return industryNamed(industryId).occupations;
}

export function officialSources(): OfficialSources {
  return load().sources;
}

/** What must be said of one industry's figures; undefined for most. */
export function officialNote(industryId: string): string | undefined {
  return industryNamed(industryId).note;
}

/** Median projected growth of the eight occupations over the ten years: 5 % and more is high, under 1 % low. */
function demandOf(growthRate: number): Figures["demandLevel"] {
  if (growthRate >= 5) return "High";
  return growthRate >= 1 ? "Medium" : "Low";
}

/** How many of the occupations grow: three quarters of them is positive, fewer than half negative. */
function outlookOf(occupations: readonly Occupation[]): Figures["marketOutlook"] {
  const growing = occupations.filter(({ growth }) => growth > 0).length / occupations.length;
  if (growing >= 0.75) return "Positive";
  return growing >= 0.5 ? "Neutral" : "Negative";
}

/** The three occupations that grow fastest and the two at the other end, fastest first. */
function trendsOf(occupations: readonly Occupation[], period: string): string[] {
  const byGrowth = [...occupations].sort((a, b) => b.growth - a.growth);
  return [...byGrowth.slice(0, 3), ...byGrowth.slice(-2)].map(
    ({ role, growth }) => `${role}: employment ${signed(growth)} % (${period}, BLS)`,
  );
}

/** Work with hands, people or animals: O*NET's technology lists say little about it. */
const HANDS_ON = new Set([
  "healthcare",
  "manufacturing",
  "retail",
  "education",
  "energy",
  "transportation",
  "agriculture",
  "construction",
  "hospitality",
  "nonprofit",
]);

/** What every office has: asked for everywhere, so that it says nothing about an industry. */
const OFFICE =
  /^(?:Microsoft (?:Office software|Excel|Outlook|PowerPoint|Word|Access|SharePoint|Windows)|Google Docs|Adobe Acrobat|Facebook)$/;

/** Technologies of the industry's own; in hands-on industries behind the five skills that are rated most important. */
function recommendedOf(
  industryId: string,
  { ratedSkills, technologySkills }: { ratedSkills: readonly string[]; technologySkills: readonly string[] },
): string[] {
  const own = technologySkills.filter((name) => !OFFICE.test(name));
  return HANDS_ON.has(industryId) ? [...ratedSkills.slice(0, 5), ...own].slice(0, 10) : own;
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
  sources: z.object({
    wages: source,
    growth: source.extend({ note: z.string() }),
    skills: source.extend({ attribution: z.string() }),
  }),
  currency: z.string(),
  location: z.string(),
  industries: z.record(
    z.string(),
    z.object({
      note: z.string().optional(),
      occupations: z.array(
        z.object({ role: z.string(), p10: z.number(), median: z.number(), p90: z.number(), growth: z.number() }),
      ),
      ratedSkills: z.array(z.string()),
      technologySkills: z.array(z.string()),
    }),
  ),
});

type OfficialFile = z.infer<typeof officialFile>;

let loaded: OfficialFile | undefined;

function industryNamed(industryId: string): OfficialFile["industries"][string] {
  const industry = load().industries[industryId];
  if (!industry) throw new Error(`official.json has no industry "${industryId}"`);
  return industry;
}

// Read on first use: only somebody's first profile in an industry needs it.
function load(): OfficialFile {
  loaded ??= officialFile.parse(JSON.parse(readFileSync(new URL("./official.json", import.meta.url), "utf8")));
  return loaded;
}
