import type { Block, Inline, Message } from "#src/chat/message.ts";
import { PER_DAY } from "#src/coach/insights/allowance.ts";
import type { Country } from "#src/coach/insights/countries.ts";
import type { Estimate, LocationComparison } from "#src/coach/insights/insights.ts";
import type { LocationState } from "#src/coach/insights/locations.ts";
import type { Subject } from "#src/coach/insights/subjects.ts";
import type { Words } from "#src/words/index.ts";
import { SHOW } from "./actions.ts";
import { LOCATION } from "./compare-actions.ts";
import { choiceBlocks, countryButton } from "./compare-choices.ts";
import { locationEstimateBlocks } from "./compare-estimate-blocks.ts";
import { daysBetween, headlineFields, payRanges, skillsFrom, sourceBlocks } from "./figure-blocks.ts";

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
  const { subject, note, official, sources } = home;
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
      {
        kind: "text",
        text: [
          { bold: words.insights.topSkills(skillsFrom(sources, words)) },
          `\n${official.topSkills.slice(0, 5).join(", ")}`,
        ],
      },
      ...(estimate ? locationEstimateBlocks(compared, estimate, words) : []),
      ...sourceBlocks(home, words),
      // Without a model every other country would lead back here.
      ...(state.kind === "no-model" ? [] : [countries]),
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
  if (state.kind === "fresh" && estimate) return why ? [{ kind: "note", text: why }] : [];
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
