import { age } from "./insights.ts";

/** An industry in the United States beside the same one in another country. */
export const insightLocations = {
  label: "Other country",
  option: "A country to compare it with instead; suggestions come while you type",
  home: "United States",
  title: (industry: string, country: string) => `${industry}: United States and ${country}`,
  summary: (industry: string, country: string) => `${industry} in the United States and in ${the(country)}.`,
  asking: (industry: string, country: string) =>
    `An AI model is estimating ${industry} in ${the(country)}. That takes up to a minute.`,
  aboutBoth: (country: string) =>
    `Official statistics here are about the United States only. Figures for ${the(country)} are an AI estimate, and no official figure here checks them.`,
  noFigures: (country: string) =>
    `There are no figures for ${the(country)} here: official statistics are about the United States only, and nothing is made up in their place.`,
  otherCurrency: (facts: { country: string; currency: string; home: string }) =>
    `Pay in ${the(facts.country)} is in ${facts.currency}, and in the United States in ${facts.home}. Nothing is converted, so do not hold one number against the other.`,
  sameCurrency: (currency: string) => `Pay is in ${currency} in both. Prices and taxes differ all the same.`,
  official: "United States: official statistics",
  payTitle: (industry: string, country: string) => `Pay in ${industry}, ${country}: AI estimate`,
  estimateTitle: (country: string) => `${country}: AI estimate`,
  aboutEstimate: (model: string, facts: { country: string; day: string; days: number }) =>
    `Estimated by ${model} on ${facts.day}, ${age(facts.days)}, for ${the(facts.country)}. AI can be wrong, and nothing here would notice, even if every figure were off by the same factor: look for official statistics of ${the(facts.country)} before you rely on them.`,
  estimateUnit: (facts: { currency: string; by: string; country: string }) =>
    `${facts.currency} a year before tax; ${facts.by}; ${facts.country}`,
  borderline: (names: readonly string[]) =>
    `At the edge of what is plausible, so take it with care: ${names
      .map((name) => (name === "growth" ? "the growth" : name))
      .join(", ")}.`,
  tableTitle: (by: string) => `Estimate beside estimate; ${by}`,
  estimatesBy: (home: string, other: string) =>
    home === other ? home : `United States: ${home}; the other country: ${other}`,
  noHomeEstimate:
    "There is no AI estimate for the United States to stand beside it, and an estimate is not compared with official statistics.",
  nothingInCurrency: "–",

  noModel: "No AI model is connected here that could estimate other countries.",
  failed: (facts: { country: string; reason: string; day: string }) =>
    `The AI model gave no estimate for ${the(facts.country)} on ${facts.day}: ${facts.reason}.`,
  reasons: {
    refused: "what it answered was not plausible",
    quota: "it has reached its limit",
    away: "it could not be reached, or gave no usable answer",
  },
  nextTry: "It can be asked again from ",
  beingMade: (country: string) =>
    `Somebody has just asked about ${the(country)}, and the AI model is still at it. Look again in half a minute.`,
  kept: (facts: { day: string; days: number }) => `What you see is the estimate of ${facts.day}, ${age(facts.days)}.`,
  personUsedUp: (max: number) =>
    `You have asked for ${max} new AI estimates today. That is the most for one person, because each one costs whoever runs me.`,
  communityUsedUp: (max: number) =>
    `This community has asked for ${max} new AI estimates today. That is the most for one, because each one costs whoever runs me.`,
  nextOnes: "New ones can be asked for from ",
  left: (facts: { person: number; community: number | undefined }) =>
    `This estimate is new; everybody can look at it for a week. You can ask for ${facts.person} more new ones today${
      facts.community === undefined ? "" : `, and this community for ${facts.community}`
    }. The count begins again at `,
  end: ".",
  instead:
    "What can be compared without it: two industries of the United States, by official statistics. Choose the other one below.",
  others: "These countries were estimated this week and can be seen at any time:",

  choose: (industry: string) => `What is ${industry} to be compared with: another industry, or another country?`,
  one: "One at a time: do you want another industry, or another country?",
  unknown: (typed: string) => `There is no country "${typed}" in my list.`,
  nearest: "These are the nearest names. Or choose one below; suggestions come while you type.",
  same: "Official statistics here are about the United States, so they are one side already. Choose another country for the other.",
  withCountry: "Compare with another country",
  withIndustry: (name: string) => `With ${name}`,
  again: "Look again",
  moment: (at: Date) => `${momentFormat.format(at)} UTC`,
};

/** Unicode's names have no article; sentences need it. */
function the(country: string): string {
  return ARTICLE.test(country) ? `the ${country}` : country;
}

const ARTICLE =
  /^(?:United |U\.S\. |Bahamas$|Gambia$|Maldives$|Netherlands$|Philippines$|Comoros$|Seychelles$|Caribbean Neth|Isle of|Palestinian|Central African R|Dominican R)|Islands$/;

const momentFormat = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" });
