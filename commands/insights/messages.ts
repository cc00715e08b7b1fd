import type { Block, Inline, Message, Ranges } from "#src/chat/message.ts";
import type { Figures } from "#src/coach/insights/figures.ts";
import type { Estimate, InsightView, Market } from "#src/coach/insights/insights.ts";
import { INDUSTRIES } from "#src/coach/profile/industries.ts";
import type { Words } from "#src/words/index.ts";
import { EDIT } from "../profile/actions.ts";
import { COMPARE } from "./actions.ts";
import { changeBlocks } from "./change-messages.ts";

/** What one industry pays and wants: what is counted first, what a model guesses after it, each with source and date. */
export function showMessage(view: InsightView, words: Words): Message {
  const text = words.insights;
  const { subject, estimate, failure, sources } = view;
  return {
    summary: text.summary(subject.name),
    ...(failure && { tone: "warning" }),
    blocks: [
      { kind: "heading", text: subject.name },
      ...failureBlocks(view, words),
      ...officialBlocks(view, words),
      ...(estimate ? estimateBlocks(view, estimate, words) : []),
      ...changeBlocks(view, words),
      ...sourceBlocks(view, words),
      {
        kind: "select",
        label: text.compareWith,
        to: COMPARE.to({ industry: subject.key }),
        options: INDUSTRIES.filter(({ id }) => id !== subject.industry.id).map(({ id, name }) => ({
          value: id,
          label: name,
        })),
      },
      {
        kind: "buttons",
        buttons: [
          { label: text.editSkills, to: EDIT.to({}) },
          { label: text.wagesLink(sources.wages.period), to: sources.wages.url },
          { label: text.growthLink(sources.growth.period), to: sources.growth.url },
          { label: text.skillsLink(sources.skills.period), to: sources.skills.url },
        ],
      },
    ],
  };
}

/** What must be said wherever official figures are shown. */
export function sourceBlocks({ sources }: Pick<Market, "sources">, { insights: text }: Words): Block[] {
  const { wages, growth, skills } = sources;
  return [
    { kind: "heading", text: text.sources },
    { kind: "text", text: [wages, growth, skills].map(({ name, period }) => text.source(name, period)).join("\n") },
    { kind: "note", text: text.aboutOfficial },
    { kind: "note", text: growth.note },
    { kind: "note", text: skills.attribution },
  ];
}

/** Pay of the occupations, from the 10th to the 90th percentile. */
function payRanges({ subject, official }: Market, { insights: text }: Words): Ranges {
  const unit = text.payUnit(official.currency, official.periods.wages);
  const rows = rowsOf(official);
  const title = text.payTitle(subject.industry.name);
  return { kind: "ranges", title, unit, names: text.payNames, rows, alt: text.payAlt(unit, rows) };
}

function officialBlocks(view: InsightView, words: Words): Block[] {
  const text = words.insights;
  const { subject, official, occupations, note, sources } = view;
  const period = official.periods.growth;
  const growing = occupations.filter(({ growth }) => growth > 0).length;
  const whole = subject.specialisation && text.wholeIndustry(subject.specialisation, subject.industry.name);
  return [
    { kind: "heading", text: text.official },
    ...[whole, note].flatMap((said): Block[] => (said ? [{ kind: "text", text: said }] : [])),
    payRanges(view, words),
    {
      kind: "fields",
      fields: [
        { label: text.growth, value: text.growthOfficial(official.growthRate, period) },
        { label: text.demand, value: text.demandOfficial(text.demands[official.demandLevel], period) },
        {
          label: text.outlook,
          value: text.outlookOfficial(text.outlooks[official.marketOutlook], {
            growing,
            of: occupations.length,
            period,
          }),
        },
      ],
    },
    ...listBlocks(
      view,
      { figures: official, skills: skillsFrom(sources, words), trends: text.growthFrom(period) },
      words,
    ),
  ];
}

function estimateBlocks(view: InsightView, { figures, model, takenAt }: Estimate, words: Words): Block[] {
  const text = words.insights;
  const day = text.day(takenAt);
  const by = text.estimateBy(model, day);
  const unit = text.estimateUnit(figures.currency, by);
  const rows = rowsOf(figures);
  return [
    { kind: "heading", text: text.estimateTitle },
    { kind: "text", text: text.aboutEstimate(model, { day, days: daysBetween(takenAt, view.today) }) },
    {
      kind: "ranges",
      title: `${text.payTitle(view.subject.name)}: ${text.estimateTitle}`,
      unit,
      names: text.estimateNames,
      rows,
      alt: text.estimateAlt(unit, rows),
    },
    ...(figures.borderline.length > 0
      ? [{ kind: "note", text: text.borderline(figures.borderline) } satisfies Block]
      : []),
    {
      kind: "fields",
      fields: [
        { label: text.growth, value: text.estimateGrowth(figures.growthRate, by) },
        { label: text.demand, value: text.estimated(text.demands[figures.demandLevel], by) },
        { label: text.outlook, value: text.estimated(text.outlooks[figures.marketOutlook], by) },
      ],
    },
    ...listBlocks(view, { figures, skills: by, trends: by }, words),
  ];
}

interface Listed {
  readonly figures: Figures;
  /** Where the skills come from, and the trends. */
  readonly skills: string;
  readonly trends: string;
}

function listBlocks({ held }: InsightView, { figures, skills, trends }: Listed, { insights: text }: Words): Block[] {
  const { topSkills, recommendedSkills, keyTrends } = figures;
  const count = topSkills.filter((skill) => held.has(skill)).length;
  const marked = (names: readonly string[]): Inline[] =>
    names.flatMap((name, index) => [
      `\n${index + 1}. `,
      ...(held.has(name) ? [{ bold: name }, ` ✓ ${text.yours}`] : [name]),
    ]);
  const blocks: Block[] = [
    { kind: "text", text: [{ bold: text.topSkills(skills) }, ...marked(topSkills)] },
    { kind: "note", text: text.have(count, topSkills.length) },
    { kind: "text", text: [{ bold: text.trends(trends) }, ...keyTrends.map((trend) => `\n• ${trend}`)] },
  ];
  const more = recommendedSkills.filter((skill) => !topSkills.includes(skill));
  // What is rated highest is also what to learn in hands-on work: it is not listed twice.
  const alike = more.length < recommendedSkills.length;
  const first = alike ? [`\n${more.length > 0 ? text.topFirstThen : text.topFirst}`] : [];
  if (recommendedSkills.length > 0)
    blocks.push({ kind: "text", text: [{ bold: text.recommended(skills) }, ...first, ...marked(more)] });
  return blocks;
}

/** Whose ratings and lists the official skills are, and of when. */
export function skillsFrom({ skills }: Market["sources"], { insights: text }: Words): string {
  return text.skillsFrom(skills.name, skills.period);
}

function failureBlocks({ failure, estimate, today }: InsightView, { insights: text }: Words): Block[] {
  if (!failure) return [];
  const day = text.day(failure.failedAt);
  const kept = estimate && { day: text.day(estimate.takenAt), days: daysBetween(estimate.takenAt, today) };
  return [{ kind: "text", text: text.failed({ day, reason: reasonOf(failure.problem, text), kept }) }];
}

function reasonOf(problem: string, { reasons }: Words["insights"]): string {
  if (problem.startsWith("refused")) return reasons.refused;
  return problem === "model-quota" ? reasons.quota : reasons.away;
}

/** As the chart draws them: at most twelve. */
function rowsOf({ salaryRanges }: Figures): Ranges["rows"] {
  return salaryRanges.slice(0, 12).map(({ role, min, median, max }) => ({ label: role, min, median, max }));
}

function daysBetween(from: Date, to: Date): number {
  return Math.max(0, Math.floor((to.getTime() - from.getTime()) / 86_400_000));
}
