import { z } from "zod";
import type { InsightEstimate } from "#src/coach/model.ts";
import { hasLink, hasMarkup, oneLine, quotes } from "./plain-text.ts";
import { DATA_RULES, dataBlock, definePrompt } from "./prompt.ts";

/** Fewer would not show an industry; more would be in nobody's way, but nobody would read them. */
const FEW = 5;
const MANY = 12;

/** An Iranian or Lebanese year's pay has ten digits. */
const pay = z.number().positive().max(1_000_000_000_000);
const list = z.array(z.string()).min(FEW).max(MANY);
const answer = z.object({
  roles: z
    .array(z.object({ role: z.string(), min: pay, median: pay, max: pay, currency: z.string() }))
    .min(FEW)
    .max(MANY),
  growthPercent: z.number().min(-100).max(500),
  demand: z.enum(["High", "Medium", "Low"]),
  outlook: z.enum(["Positive", "Neutral", "Negative"]),
  topSkills: list,
  trends: list,
  recommendedSkills: list,
});

const system = `You estimate what the labour market pays and wants in one industry. People read your figures labelled as an AI's estimate, beside official statistics of the United States; they plan their lives by them.

${DATA_RULES}

The data hold the industry, the specialisation (where there is one; then everything is about it), the country and the currency.

- "roles": 6 to 10 common roles of it, each with a whole year's gross base pay in that country: "min" for what about one in ten earns less than, "median", and "max" for what about one in ten earns more than. No bonuses, shares or overtime. Whole numbers in the given currency, with its code in "currency": what is paid there, never another country's pay converted. min is never above median, and median never above max.
- "growthPercent": how much employment in these roles together will change in the next ten years, in percent of today; negative where it shrinks.
- "demand": how hard employers find it to fill these roles. "outlook": where the market is going.
- "topSkills": 8 to 10 skills that employers ask for most, most wanted first: tools, methods, abilities, certificates, each in one to five words as people write them in a resume.
- "recommendedSkills": 5 to 10 skills that are worth learning next because demand for them grows.
- "trends": 5 to 7 developments, each one sentence of at most 160 characters about what changes for people who work there. No prediction as a fact, no company's advertising.
- Where you are not sure, stay close to the middle: a wild figure is worse than a plain one.
- Plain English text: no Markdown, lists, links, emoji or mentions. Name no person.`;

const MAX_ROLE = 80;
const MAX_SKILL = 60;
const MAX_TREND = 220;

/** What an industry pays and wants, as a model guesses it. How far it may be from official figures is checked elsewhere. */
export const industryInsight = definePrompt<"industry-insight", z.infer<typeof answer>>({
  system,
  answer,
  room: () => 3000,
  user: ({ industry, specialisation, country, currency }) =>
    `Estimate the market.\n${dataBlock({ industry, ...(specialisation !== null && { specialisation }), country, currency })}`,
  read(given, { currency }) {
    const salaryRanges = given.roles.map(({ role, min, median, max }) => ({ role: oneLine(role), min, median, max }));
    const estimate: InsightEstimate = {
      salaryRanges,
      growthRate: Math.round(given.growthPercent * 10) / 10,
      demandLevel: given.demand,
      marketOutlook: given.outlook,
      topSkills: given.topSkills.map(oneLine),
      keyTrends: given.trends.map(oneLine),
      recommendedSkills: given.recommendedSkills.map(oneLine),
    };
    const wrong =
      payProblem(given.roles, currency) ??
      listProblem("roles", { texts: salaryRanges.map(({ role }) => role), max: MAX_ROLE }) ??
      listProblem("topSkills", { texts: estimate.topSkills, max: MAX_SKILL }) ??
      listProblem("recommendedSkills", { texts: estimate.recommendedSkills, max: MAX_SKILL }) ??
      listProblem("trends", { texts: estimate.keyTrends, max: MAX_TREND });
    return wrong === undefined ? { output: estimate } : { problem: wrong };
  },
});

function payProblem(roles: z.infer<typeof answer>["roles"], currency: string): string | undefined {
  for (const { min, median, max, currency: given } of roles) {
    if (given !== currency) return `All pay must be in ${currency}.`;
    if (min > median || median > max) return "min must not be above median, and median not above max.";
  }
  return undefined;
}

function listProblem(name: string, { texts, max }: { texts: readonly string[]; max: number }): string | undefined {
  if (new Set(texts.map((text) => text.toLowerCase())).size < texts.length)
    return `Each of "${name}" must be there once.`;
  for (const text of texts) {
    if (text === "" || text.length > max) return `Each of "${name}" must have 1 to ${max} characters.`;
    if (hasLink(text)) return `"${name}" must not contain a link or an address.`;
    if (hasMarkup(text)) return `"${name}" must be plain text without Markdown, HTML or mentions.`;
    if (quotes(text, system)) return `"${name}" must be about the market, not about these rules.`;
  }
  return undefined;
}
