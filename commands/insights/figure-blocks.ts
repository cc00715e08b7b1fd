import type { Block, Inline, Ranges } from "#src/chat/message.ts";
import type { Figures } from "#src/coach/insights/figures.ts";
import type { Estimate, Market } from "#src/coach/insights/insights.ts";
import type { Words } from "#src/words/index.ts";

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

/** Growth, demand and outlook, each with its period. */
export function headlineFields({ official, occupations }: Market, { insights: text }: Words): Block {
  const period = official.periods.growth;
  const growing = occupations.filter(({ growth }) => growth > 0).length;
  const outlook = text.outlooks[official.marketOutlook];
  return {
    kind: "fields",
    fields: [
      { label: text.growth, value: text.growthOfficial(official.growthRate, period) },
      { label: text.demand, value: text.demandOfficial(text.demands[official.demandLevel], period) },
      { label: text.outlook, value: text.outlookOfficial(outlook, { growing, of: occupations.length, period }) },
    ],
  };
}

/** Pay of the occupations, from the 10th to the 90th percentile. */
export function payRanges({ subject, official }: Market, { insights: text }: Words): Ranges {
  const unit = text.payUnit(official.currency, official.periods.wages);
  const rows = rowsOf(official);
  const title = text.payTitle(subject.industry.name);
  return { kind: "ranges", title, unit, names: text.payNames, rows, alt: text.payAlt(unit, rows) };
}

export function estimateBlocks(
  view: Market & { readonly held?: Held },
  { figures, model, takenAt }: Estimate,
  words: Words,
): Block[] {
  const text = words.insights;
  const day = text.day(takenAt);
  const by = text.estimateBy(model, day);
  const shown = {
    figures,
    by,
    title: `${text.payTitle(view.subject.name)}: ${text.estimateTitle}`,
    unit: text.estimateUnit(figures.currency, by),
    borderline: text.borderline,
    held: view.held,
  };
  return [
    { kind: "heading", text: text.estimateTitle },
    { kind: "text", text: text.aboutEstimate(model, { day, days: daysBetween(takenAt, view.today) }) },
    ...estimatedBlocks(shown, words),
  ];
}

interface Estimated {
  readonly figures: Figures;
  /** Which model, and when. */
  readonly by: string;
  readonly title: string;
  readonly unit: string;
  readonly borderline: (names: readonly string[]) => string;
  readonly held?: Held;
}

/** A model's figures, each with who says so. */
export function estimatedBlocks({ figures, by, title, unit, borderline, held }: Estimated, words: Words): Block[] {
  const text = words.insights;
  const rows = rowsOf(figures);
  const alt = text.estimateAlt(unit, rows);
  return [
    { kind: "ranges", title, unit, names: text.estimateNames, rows, alt },
    ...(figures.borderline.length > 0 ? [{ kind: "note", text: borderline(figures.borderline) } satisfies Block] : []),
    {
      kind: "fields",
      fields: [
        { label: text.growth, value: text.estimateGrowth(figures.growthRate, by) },
        { label: text.demand, value: text.estimated(text.demands[figures.demandLevel], by) },
        { label: text.outlook, value: text.estimated(text.outlooks[figures.marketOutlook], by) },
      ],
    },
    ...listBlocks({ figures, skills: by, trends: by, held }, words),
  ];
}

type Held = ReadonlySet<string> | undefined;

interface Listed {
  readonly figures: Figures;
  /** Where the skills come from, and the trends. */
  readonly skills: string;
  readonly trends: string;
  readonly held?: Held;
}

/** Skills, trends and what to learn; with `held`, the person's own are marked and counted. */
export function listBlocks({ figures, skills, trends, held }: Listed, { insights: text }: Words): Block[] {
  const { topSkills, recommendedSkills, keyTrends } = figures;
  const marked = (names: readonly string[]): Inline[] =>
    names.flatMap((name, index) => [
      `\n${index + 1}. `,
      ...(held?.has(name) ? [{ bold: name }, ` ✓ ${text.yours}`] : [name]),
    ]);
  const blocks: Block[] = [
    { kind: "text", text: [{ bold: text.topSkills(skills) }, ...marked(topSkills)] },
    ...(held
      ? [
          {
            kind: "note",
            text: text.have(topSkills.filter((skill) => held.has(skill)).length, topSkills.length),
          } satisfies Block,
        ]
      : []),
    { kind: "text", text: [{ bold: text.trends(trends) }, ...keyTrends.map((trend) => `\n• ${trend}`)] },
  ];
  const more = recommendedSkills.filter((skill) => !topSkills.includes(skill));
  // What is rated highest is also what to learn in hands-on work: it is not listed twice.
  const alike = more.length < recommendedSkills.length;
  const first = alike ? [`\n${(more.length > 0 ? text.topFirstThen : text.topFirst)(held !== undefined)}`] : [];
  if (recommendedSkills.length > 0)
    blocks.push({ kind: "text", text: [{ bold: text.recommended(skills) }, ...first, ...marked(more)] });
  return blocks;
}

/** Whose ratings and lists the official skills are, and of when. */
export function skillsFrom({ skills }: Market["sources"], { insights: text }: Words): string {
  return text.skillsFrom(skills.name, skills.period);
}

/** Why the last refresh gave nothing, and how old what is shown is. */
export function failureBlocks({ failure, estimate, today }: Market, { insights: text }: Words): Block[] {
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
export function rowsOf({ salaryRanges }: Figures): Ranges["rows"] {
  return salaryRanges.slice(0, 12).map(({ role, min, median, max }) => ({ label: role, min, median, max }));
}

/** Whole days. */
export function daysBetween(from: Date, to: Date): number {
  return Math.max(0, Math.floor((to.getTime() - from.getTime()) / 86_400_000));
}
