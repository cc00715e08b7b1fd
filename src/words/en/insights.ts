export const insights = {
  description: "What your industry pays and wants, with sources",
  showDescription: "Pay, growth, demand, skills and trends of an industry",
  compareDescription: "Two industries, or two countries, side by side",
  options: {
    industry: "An industry or a part of one; yours if you leave it out. Suggestions come while you type",
    first: "An industry or a part of one; suggestions come while you type",
    other: "Another industry to compare it with",
  },
  labels: {
    other: "Other industry",
  },
  summary: (name: string) => `What ${name} pays and wants.`,
  official: "Official statistics",
  aboutOfficial:
    "Pay and growth are those of the occupations across all industries of the United States, national, before tax and without bonuses; which occupations stand for an industry is our choice. Percentiles are no steps of a career: they say how many earn less.",
  wholeIndustry: (specialisation: string, industry: string) =>
    `Official statistics are not kept for ${specialisation} alone: these are the figures of ${industry} as a whole.`,
  payTitle: (name: string) => `Pay in ${name}`,
  payUnit: (currency: string, period: string) =>
    `${currency} a year before tax; BLS, ${period}; United States, national, across all industries`,
  payNames: { row: "Occupation", min: "10th percentile", median: "Median", max: "90th percentile" },
  payAlt: (unit: string, rows: readonly Row[]) =>
    `From the 10th to the 90th percentile, and the median, in ${unit}: ${rowsSaid(rows)}.`,
  growth: "Growth",
  growthOfficial: (percent: number, period: string) =>
    `${signed(percent)} % employment, the median of the occupations (BLS, ${period})`,
  demand: "Demand",
  demands: { High: "High", Medium: "Medium", Low: "Low" },
  demandOfficial: (demand: string, period: string) => `${demand}, by that growth (BLS, ${period})`,
  outlook: "Outlook",
  outlooks: { Positive: "Positive", Neutral: "Neutral", Negative: "Negative" },
  outlookOfficial: (outlook: string, facts: { growing: number; of: number; period: string }) =>
    `${outlook}: ${facts.growing} of ${facts.of} occupations grow (BLS, ${facts.period})`,
  estimateTitle: "AI estimate",
  estimateBy: (model: string, day: string) => `AI estimate, ${model}, ${day}`,
  aboutEstimate: (model: string, facts: { day: string; days: number }) =>
    `Estimated by ${model} on ${facts.day}, ${age(facts.days)}, for the United States. AI can be wrong, and nobody has counted these figures: trust the official ones first.`,
  estimateUnit: (currency: string, by: string) => `${currency} a year before tax; ${by}; United States`,
  estimateNames: { row: "Role", min: "Low", median: "Median", max: "High" },
  estimateAlt: (unit: string, rows: readonly Row[]) =>
    `From low to high, and the median, in ${unit}: ${rowsSaid(rows)}.`,
  estimateGrowth: (percent: number, by: string) => `${signed(percent)} % employment in ten years (${by})`,
  estimated: (value: string, by: string) => `${value} (${by})`,
  borderline: (names: readonly string[]) =>
    `At the edge of what official statistics make plausible, so take it with care: ${names
      .map((name) => (name === "growth" ? "the growth" : name))
      .join(", ")}.`,
  failed: (facts: { day: string; reason: string; kept: { day: string; days: number } | undefined }) =>
    `There was no new AI estimate on ${facts.day}: ${facts.reason}. ${
      facts.kept
        ? `The AI estimate is still the one of ${facts.kept.day}, ${age(facts.kept.days)}.`
        : "What is shown are official statistics."
    }`,
  reasons: {
    refused: "the answer was too far from official statistics",
    quota: "the AI model has reached its limit",
    away: "the AI model could not be reached, or gave no usable answer",
  },
  topSkills: (from: string) => `Top skills (${from})`,
  recommended: (from: string) => `Worth learning (${from})`,
  yours: "yours",
  have: (count: number, total: number) =>
    count === 0
      ? "None of them is in your profile or resume yet."
      : `Your profile or resume names ${count} of these ${total}.`,
  trends: (from: string) => `Trends (${from})`,
  topFirst: (one: boolean) => (one ? "The top skills above that are not yours yet." : "The top skills above."),
  topFirstThen: (one: boolean) =>
    one ? "First the top skills above that are not yours yet, then:" : "First the top skills above, then:",
  skillsFrom: (name: string, period: string) => `${name}, ${period}`,
  growthFrom: (period: string) => `BLS, ${period}`,
  changesTitle: (from: string, to: string) => `What changed from ${from} to ${to}`,
  noChanges: (by: string) => `Nothing: the figures are the same (${by}).`,
  noChangesSince: (day: string, by: string) => `Nothing has changed since ${day} (${by}).`,
  nothingYet: "What changed shows here once there are figures from two different weeks.",
  officialBy: (wages: string, growth: string) => `official statistics; pay ${wages}, growth ${growth}`,
  medianChanged: (role: string, facts: { before: number; now: number; percent: number; currency: string }) =>
    `Median pay of ${role}: from ${whole.format(facts.before)} to ${whole.format(facts.now)} ${facts.currency} a year (${signed(facts.percent)} %)`,
  growthChanged: (before: number, now: number) => `Growth: from ${signed(before)} % to ${signed(now)} %`,
  demandChanged: (before: string, now: string) => `Demand: from ${before.toLowerCase()} to ${now.toLowerCase()}`,
  outlookChanged: (before: string, now: string) => `Outlook: from ${before.toLowerCase()} to ${now.toLowerCase()}`,
  periodChanged: (before: string, now: string) => `Pay is now that of ${now}; before it was that of ${before}`,
  rolesIn: (names: readonly string[]) => `New among the roles: ${names.join(", ")}`,
  rolesOut: (names: readonly string[]) => `No longer among the roles: ${names.join(", ")}`,
  skillsIn: (names: readonly string[]) => `New among the top skills: ${names.join(", ")}`,
  skillsOut: (names: readonly string[]) => `No longer among the top skills: ${names.join(", ")}`,
  changesFrom: (by: string) => `Both from ${by}.`,
  sources: "Sources",
  source: (name: string, period: string) => `${name}, ${period}`,
  wagesLink: (period: string) => `Wages, ${period}`,
  growthLink: (period: string) => `Growth, ${period}`,
  skillsLink: (period: string) => `Skills, ${period}`,
  compareWith: "Compare with another industry",
  editSkills: "Edit my skills",
  show: (name: string) => `Show ${name}`,
  compareTitle: (first: string, second: string) => `${first} beside ${second}`,
  compareSummary: (first: string, second: string) => `${first} and ${second} side by side.`,
  sameIndustry: (industry: string) =>
    `Both belong to ${industry}, and official statistics are kept for whole industries: their official figures are the same.`,
  mediansTitle: "Median pay of their occupations",
  mediansNames: { row: "Industry", min: "Lowest", median: "Middle", max: "Highest" },
  mediansAlt: (unit: string, rows: readonly Row[]) =>
    `Median pay of each industry's occupations, from the lowest to the highest, and the middle one, in ${unit}: ${rowsSaid(rows, "middle")}.`,
  compareTable: "Side by side, official statistics",
  estimateTable: (by: string) => `Side by side, ${by}`,
  estimatesBy: (one: string, other: string) => (one === other ? one : `${one}; ${other}`),
  onlyOneEstimate: (name: string) =>
    `An AI estimate is there only for ${name}; it is left out here, because it cannot be compared with official statistics.`,
  rows: {
    what: "What",
    middle: (currency: string, period: string) => `Middle of the medians, ${currency} a year (BLS, ${period})`,
    middleEstimate: (currency: string) => `Middle of the medians, ${currency} a year`,
    best: (period: string) => `Best paid, median (BLS, ${period})`,
    least: (period: string) => `Least paid, median (BLS, ${period})`,
    growth: (period: string) => `Growth (BLS, ${period})`,
    fastest: (period: string) => `Grows fastest (BLS, ${period})`,
    demand: (period: string) => `Demand (BLS, ${period})`,
    outlook: (period: string) => `Outlook (BLS, ${period})`,
    skills: (from: string) => `Top skills (${from})`,
    growthEstimate: "Growth in ten years",
    demandEstimate: "Demand",
    outlookEstimate: "Outlook",
    skillsEstimate: "Top skills",
  },
  amount: (value: number) => whole.format(value),
  percent: (value: number) => `${signed(value)} %`,
  paid: (role: string, value: number) => `${role}: ${whole.format(value)}`,
  grows: (role: string, percent: number) => `${role}: ${signed(percent)} %`,
  day: (date: Date) => dayFormat.format(date),
};

interface Row {
  readonly label: string;
  readonly min: number;
  readonly median: number;
  readonly max: number;
}

function rowsSaid(rows: readonly Row[], mark = "median"): string {
  return rows
    .map(({ label, ...row }) => {
      const [min, median, max] = [row.min, row.median, row.max].map((one) => whole.format(one));
      return `${label} ${min} to ${max}, ${mark} ${median}`;
    })
    .join("; ");
}

function signed(value: number): string {
  const said = String(Math.abs(value));
  if (value === 0) return said;
  return value > 0 ? `+${said}` : `-${said}`;
}

/** How long ago. */
export function age(days: number): string {
  if (days === 0) return "today";
  return days === 1 ? "a day ago" : `${days} days ago`;
}

const whole = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });
const dayFormat = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeZone: "UTC" });
