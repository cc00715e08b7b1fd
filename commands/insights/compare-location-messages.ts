import type { Block, Inline, Message, Table } from "#src/chat/message.ts";
import { PER_DAY } from "#src/coach/insights/allowance.ts";
import type { Country } from "#src/coach/insights/countries.ts";
import type { Figures } from "#src/coach/insights/figures.ts";
import type { Estimate, LocationComparison } from "#src/coach/insights/insights.ts";
import type { LocationState } from "#src/coach/insights/locations.ts";
import type { Subject } from "#src/coach/insights/subjects.ts";
import type { Words } from "#src/words/index.ts";
import { SHOW } from "./actions.ts";
import { LOCATION } from "./compare-actions.ts";
import { choiceBlocks, countryButton } from "./compare-choices.ts";
import { middleOf } from "./compare-messages.ts";
import { daysBetween, headlineFields, listBlocks, payRanges, rowsOf, sourceBlocks } from "./figure-blocks.ts";

/** While a model is asked. */
export function waitingMessage({ subject, country }: { subject: Subject; country: Country }, words: Words): Message {
  const said = words.insightLocations.asking(subject.name, country.name);
  return { summary: said, blocks: [{ kind: "text", text: said }] };
}

/**
 * The official figures of the United States, a model's for the other country, and what a model says about both, each under
 * its own name: what is counted and what is guessed, or is in two currencies, never stands in one row.
 */
export function locationMessage(compared: LocationComparison, words: Words): Message {
  const text = words.insightLocations;
  const { home, country, estimate, state } = compared;
  const { subject, note } = home;
  const whole = subject.specialisation && words.insights.wholeIndustry(subject.specialisation, subject.industry.name);
  const [industries, countries] = choiceBlocks(subject, words);
  return {
    summary: text.summary(subject.name, country.name),
    ...(state.kind !== "fresh" && { tone: "warning" }),
    blocks: [
      { kind: "heading", text: text.title(subject.name, country.name) },
      { kind: "text", text: estimate ? text.aboutBoth(country.name) : text.noFigures(country.name) },
      ...stateBlocks(compared, words),
      ...(estimate ? [{ kind: "text", text: currencies(compared, estimate, words) } satisfies Block] : []),
      { kind: "heading", text: text.official },
      ...[whole, note].flatMap((said): Block[] => (said ? [{ kind: "text", text: said }] : [])),
      payRanges(home, words),
      headlineFields(home, words),
      ...(estimate ? estimateBlocks(compared, estimate, words) : []),
      ...sourceBlocks(home, words),
      countries,
      industries,
      { kind: "buttons", buttons: buttons(compared, words) },
    ],
  };
}

function buttons({ home, country, state }: LocationComparison, words: Words) {
  const { subject, sources } = home;
  const { show, wagesLink, growthLink } = words.insights;
  const again = LOCATION.to({ industry: subject.key, country: country.code });
  return [
    ...(state.kind === "being-made" ? [{ label: words.insightLocations.again, to: again }] : []),
    { label: show(subject.name), to: SHOW.to({ industry: subject.key }) },
    { label: wagesLink(sources.wages.period), to: sources.wages.url },
    { label: growthLink(sources.growth.period), to: sources.growth.url },
  ];
}

/** Why there is nothing newer, how old what is shown is, and what can be had instead. */
function stateBlocks(compared: LocationComparison, words: Words): Block[] {
  const { home, estimate, state, others } = compared;
  const text = words.insightLocations;
  const why = reasonFor(compared, words);
  if (state.kind === "fresh") return why ? [{ kind: "note", text: why }] : [];
  const { day } = words.insights;
  const { takenAt } = estimate ?? {};
  const kept = takenAt && text.kept({ day: day(takenAt), days: daysBetween(takenAt, home.today) });
  return [
    ...(why ? [{ kind: "text", text: why } satisfies Block] : []),
    { kind: "text", text: kept ?? text.instead },
    ...(others.length > 0
      ? ([
          { kind: "text", text: text.others },
          { kind: "buttons", buttons: others.map((country) => countryButton(home.subject, country)) },
        ] satisfies Block[])
      : []),
  ];
}

function reasonFor({ country, state }: LocationComparison, words: Words): readonly Inline[] | undefined {
  const text = words.insightLocations;
  const from = (said: string, at: Date): Inline[] => [said, { time: at.getTime(), text: text.moment(at) }, text.end];
  switch (state.kind) {
    case "fresh":
      return state.allowance && from(text.left(state.allowance), state.allowance.resetsAt);
    case "no-model":
      return [text.noModel];
    case "being-made":
      return [text.beingMade(country.name)];
    case "failed": {
      const facts = { country: country.name, reason: problemOf(state, words), day: words.insights.day(state.failedAt) };
      return [`${text.failed(facts)} `, ...from(text.nextTry, state.nextTry)];
    }
    case "used-up": {
      const { person, resetsAt } = state.allowance;
      const said = person === 0 ? text.personUsedUp(PER_DAY.person) : text.communityUsedUp(PER_DAY.community);
      return [`${said} `, ...from(text.nextOnes, resetsAt)];
    }
  }
}

function problemOf({ problem }: LocationState & { kind: "failed" }, words: Words): string {
  const { reasons } = words.insightLocations;
  if (problem.startsWith("refused")) return reasons.refused;
  return problem === "model-quota" ? reasons.quota : reasons.away;
}

function currencies({ home, country }: LocationComparison, { figures }: Estimate, words: Words): string {
  const text = words.insightLocations;
  const { currency } = figures;
  if (currency === home.official.currency) return text.sameCurrency(currency);
  return text.otherCurrency({ country: country.name, currency, home: home.official.currency });
}

function estimateBlocks(compared: LocationComparison, estimate: Estimate, words: Words): Block[] {
  const text = words.insightLocations;
  const said = words.insights;
  const { home, country } = compared;
  const { figures, model, takenAt } = estimate;
  const by = byOf(estimate, words);
  const unit = text.estimateUnit({ currency: figures.currency, by, country: country.name });
  const rows = rowsOf(figures);
  const facts = { country: country.name, day: said.day(takenAt), days: daysBetween(takenAt, home.today) };
  return [
    { kind: "heading", text: text.estimateTitle(country.name) },
    { kind: "text", text: text.aboutEstimate(model, facts) },
    {
      kind: "ranges",
      title: text.payTitle(home.subject.name, country.name),
      unit,
      names: said.estimateNames,
      rows,
      alt: said.estimateAlt(unit, rows),
    },
    ...(figures.borderline.length > 0
      ? [{ kind: "note", text: text.borderline(figures.borderline) } satisfies Block]
      : []),
    {
      kind: "fields",
      fields: [
        { label: said.growth, value: said.estimateGrowth(figures.growthRate, by) },
        { label: said.demand, value: said.estimated(said.demands[figures.demandLevel], by) },
        { label: said.outlook, value: said.estimated(said.outlooks[figures.marketOutlook], by) },
      ],
    },
    ...listBlocks({ figures, skills: by, trends: by }, words),
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
