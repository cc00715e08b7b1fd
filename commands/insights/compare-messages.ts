import type { Block, Message, Ranges, Table } from "#src/chat/message.ts";
import type { Figures } from "#src/coach/insights/figures.ts";
import type { Comparison, Market } from "#src/coach/insights/insights.ts";
import type { Words } from "#src/words/index.ts";
import { SHOW } from "./actions.ts";
import { skillsFrom, sourceBlocks } from "./figure-blocks.ts";

/** Two industries beside each other: like with like, official figures with official ones and estimates with estimates. */
export function compareMessage({ first, second }: Comparison, words: Words): Message {
  const text = words.insights;
  const markets = [first, second] as const;
  const names = [first.subject.name, second.subject.name] as const;
  const alike = first.subject.industry.id === second.subject.industry.id;
  const said = [
    ...(alike ? [text.sameIndustry(first.subject.industry.name)] : wholeIndustries(markets, words)),
    ...new Set(markets.flatMap(({ note }) => note ?? [])),
  ];
  return {
    summary: text.compareSummary(...names),
    blocks: [
      { kind: "heading", text: text.compareTitle(...names) },
      ...said.map((line): Block => ({ kind: "text", text: line })),
      medians(markets, words),
      officialTable(markets, words),
      ...estimateBlocks(markets, words),
      ...sourceBlocks(first, words),
      {
        kind: "buttons",
        buttons: [
          ...markets.map(({ subject }) => ({ label: text.show(subject.name), to: SHOW.to({ industry: subject.key }) })),
          { label: text.wagesLink(first.sources.wages.period), to: first.sources.wages.url },
          { label: text.growthLink(first.sources.growth.period), to: first.sources.growth.url },
        ],
      },
    ],
  };
}

type Two = readonly [Market, Market];

function wholeIndustries(markets: Two, { insights: text }: Words): string[] {
  return markets.flatMap(({ subject: { specialisation, industry } }) =>
    specialisation === null ? [] : [text.wholeIndustry(specialisation, industry.name)],
  );
}

/** Of each industry's medians the lowest, the middle and the highest. */
function medians(markets: Two, { insights: text }: Words): Ranges {
  const { currency, periods } = markets[0].official;
  const unit = text.payUnit(currency, periods.wages);
  const rows = markets.map(({ subject, official }) => {
    const sorted = mediansOf(official);
    return { label: subject.name, min: sorted[0] ?? 0, median: middleOf(sorted), max: sorted.at(-1) ?? 0 };
  });
  const names = text.mediansNames;
  return { kind: "ranges", title: text.mediansTitle, unit, names, rows, alt: text.mediansAlt(unit, rows) };
}

function officialTable(markets: Two, words: Words): Table {
  const text = words.insights;
  const { currency, periods } = markets[0].official;
  const { rows } = text;
  const both = (cell: (market: Market) => string) => markets.map(cell);
  const byPay = ({ official }: Market) => [...official.salaryRanges].sort((a, b) => a.median - b.median);
  const paid = (range: Figures["salaryRanges"][number] | undefined) =>
    range ? text.paid(range.role, range.median) : "";
  const fastest = ({ occupations }: Market) => {
    const [first] = [...occupations].sort((a, b) => b.growth - a.growth);
    return first ? text.grows(first.role, first.growth) : "";
  };
  return {
    kind: "table",
    caption: text.compareTable,
    columns: columnsOf(markets, rows.what),
    rows: [
      [rows.middle(currency, periods.wages), ...both(({ official }) => text.amount(middleOf(mediansOf(official))))],
      [rows.best(periods.wages), ...both((market) => paid(byPay(market).at(-1)))],
      [rows.least(periods.wages), ...both((market) => paid(byPay(market)[0]))],
      [rows.growth(periods.growth), ...both(({ official }) => text.percent(official.growthRate))],
      [rows.fastest(periods.growth), ...both(fastest)],
      [rows.demand(periods.growth), ...both(({ official }) => text.demands[official.demandLevel])],
      [rows.outlook(periods.growth), ...both(({ official }) => text.outlooks[official.marketOutlook])],
      [
        rows.skills(skillsFrom(markets[0].sources, words)),
        ...both(({ official }) => official.topSkills.slice(0, 5).join(", ")),
      ],
    ],
  };
}

function estimateBlocks(markets: Two, { insights: text }: Words): Block[] {
  const [one, other] = markets.map(({ estimate }) => estimate);
  if (!one || !other) {
    const only = markets.find(({ estimate }) => estimate);
    return only ? [{ kind: "note", text: text.onlyOneEstimate(only.subject.name) }] : [];
  }
  const [by, otherBy] = [one, other].map(({ model, takenAt }) => text.estimateBy(model, text.day(takenAt)));
  const both = (cell: (figures: Figures) => string) => [cell(one.figures), cell(other.figures)];
  const { rows } = text;
  return [
    {
      kind: "table",
      caption: text.estimateTable(text.estimatesBy(by ?? "", otherBy ?? "")),
      columns: columnsOf(markets, rows.what),
      rows: [
        [rows.middleEstimate(one.figures.currency), ...both((figures) => text.amount(middleOf(mediansOf(figures))))],
        [rows.growthEstimate, ...both(({ growthRate }) => text.percent(growthRate))],
        [rows.demandEstimate, ...both(({ demandLevel }) => text.demands[demandLevel])],
        [rows.outlookEstimate, ...both(({ marketOutlook }) => text.outlooks[marketOutlook])],
        [rows.skillsEstimate, ...both(({ topSkills }) => topSkills.slice(0, 5).join(", "))],
      ],
    },
  ];
}

function columnsOf(markets: Two, what: string): Table["columns"] {
  return [{ label: what }, ...markets.map(({ subject }) => ({ label: subject.name }))];
}

function mediansOf({ salaryRanges }: Figures): number[] {
  return salaryRanges.map(({ median }) => median).sort((a, b) => a - b);
}

/** The middle of sorted numbers; of two in the middle their mean. */
export function middleOf(sorted: readonly number[]): number {
  const half = sorted.length / 2;
  return ((sorted[Math.ceil(half) - 1] ?? 0) + (sorted[Math.floor(half)] ?? 0)) / 2;
}
