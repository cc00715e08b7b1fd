import type { Block, Table } from "#src/chat/message.ts";
import type { Country } from "#src/coach/insights/countries.ts";
import type { Figures } from "#src/coach/insights/figures.ts";
import type { Estimate, LocationComparison } from "#src/coach/insights/insights.ts";
import type { Words } from "#src/words/index.ts";
import { middleOf } from "./compare-messages.ts";
import { daysBetween, estimatedBlocks } from "./figure-blocks.ts";

/** A model's figures of another country, then beside its figures of the United States where it made some. */
export function locationEstimateBlocks(compared: LocationComparison, estimate: Estimate, words: Words): Block[] {
  const text = words.insightLocations;
  const said = words.insights;
  const { home, country } = compared;
  const { figures, model, takenAt } = estimate;
  const by = byOf(estimate, words);
  const shown = {
    figures,
    by,
    title: text.payTitle(home.subject.name, country.name),
    unit: text.estimateUnit({ currency: figures.currency, by, country: country.name }),
    borderline: text.borderline,
  };
  const facts = { country: country.name, day: said.day(takenAt), days: daysBetween(takenAt, home.today) };
  return [
    { kind: "heading", text: text.estimateTitle(country.name) },
    { kind: "text", text: text.aboutEstimate(model, facts) },
    ...estimatedBlocks(shown, words),
    home.estimate
      ? estimateTable({ home: home.estimate, other: estimate, country }, words)
      : { kind: "note", text: text.noHomeEstimate },
  ];
}

function estimateTable(
  { home, other, country }: { home: Estimate; other: Estimate; country: Country },
  words: Words,
): Table {
  const text = words.insightLocations;
  const { rows, percent, demands, outlooks } = words.insights;
  const both = (cell: (figures: Figures) => string) => [cell(home.figures), cell(other.figures)];
  return {
    kind: "table",
    caption: text.tableTitle(text.estimatesBy(byOf(home, words), byOf(other, words))),
    columns: [{ label: rows.what }, { label: text.home }, { label: country.name }],
    rows: [
      ...payRows(home.figures, other.figures, words),
      [rows.growthEstimate, ...both(({ growthRate }) => percent(growthRate))],
      [rows.demandEstimate, ...both(({ demandLevel }) => demands[demandLevel])],
      [rows.outlookEstimate, ...both(({ marketOutlook }) => outlooks[marketOutlook])],
      [rows.skillsEstimate, ...both(({ topSkills }) => topSkills.slice(0, 5).join(", "))],
    ],
  };
}

/** One row where it is one currency, else a row for each. */
function payRows(home: Figures, other: Figures, words: Words): string[][] {
  const { rows, amount } = words.insights;
  const middle = ({ salaryRanges }: Figures) =>
    amount(middleOf(salaryRanges.map(({ median }) => median).sort((a, b) => a - b)));
  if (home.currency === other.currency) return [[rows.middleEstimate(home.currency), middle(home), middle(other)]];
  const { nothingInCurrency: none } = words.insightLocations;
  return [
    [rows.middleEstimate(home.currency), middle(home), none],
    [rows.middleEstimate(other.currency), none, middle(other)],
  ];
}

function byOf({ model, takenAt }: Estimate, { insights: text }: Words): string {
  return text.estimateBy(model, text.day(takenAt));
}
