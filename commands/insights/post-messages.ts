import type { Block, Message } from "#src/chat/message.ts";
import type { MarketView } from "#src/coach/insights/insights.ts";
import type { Prepared } from "#src/coach/posting/deliver.ts";
import type { Subscription } from "#src/coach/posting/subscription.ts";
import type { Trouble } from "#src/coach/posting/tell.ts";
import type { Words } from "#src/words/index.ts";
import { SHOW } from "./actions.ts";
import { newsBlocks } from "./change-messages.ts";
import {
  estimateBlocks,
  failureBlocks,
  headlineFields,
  listBlocks,
  payRanges,
  skillsFrom,
  sourceBlocks,
} from "./figure-blocks.ts";
import { ME } from "./me-actions.ts";
import { namesOf } from "./subscription-messages.ts";

/** An edition of an industry: an occupation, the chart, the headline numbers and what changed; the rest in the thread. */
export function postMessages(view: MarketView, edition: string | undefined, words: Words): Prepared<Message> {
  const { insights: text, posting } = words;
  const { subject, note, official, estimate, sources } = view;
  const { name, key: industry } = subject;
  const when = edition === undefined ? undefined : posting.edition(edition);
  const whole = subject.specialisation && text.wholeIndustry(subject.specialisation, subject.industry.name);
  const { wages, growth } = sources;
  const title = when === undefined ? name : posting.postTitle(name, when);
  const occupation = occupationOf(view, edition, words);
  const trends = text.growthFrom(official.periods.growth);
  const main: Message = {
    summary: posting.postSummary(title, occupation),
    blocks: [
      { kind: "heading", text: title },
      {
        kind: "text",
        text: [{ bold: posting.occupation(occupation.role) }, ` ${posting.occupationText(occupation)}`],
      },
      ...[whole, note].flatMap((said): Block[] => (said ? [{ kind: "text", text: said }] : [])),
      payRanges(view, words),
      headlineFields(view, words),
      ...newsBlocks(view, words),
      { kind: "note", text: text.aboutOfficial },
      { kind: "note", text: growth.note },
      {
        kind: "note",
        text: `${posting.sourcesShort([wages, growth].map((source) => text.source(source.name, source.period)))} ${posting.inThread}`,
      },
      {
        kind: "buttons",
        buttons: [
          { label: posting.aboutMe, to: ME.to({ industry }), style: "primary" },
          { label: posting.showAll, to: SHOW.to({ industry }) },
        ],
      },
    ],
  };
  const details: Message = {
    summary: posting.detailsSummary(name),
    blocks: [
      { kind: "heading", text: text.official },
      ...listBlocks({ figures: official, skills: skillsFrom(sources, words), trends }, words),
      ...failureBlocks(view, words),
      ...(estimate ? estimateBlocks(view, estimate, words) : []),
      ...sourceBlocks(view, words),
      {
        kind: "buttons",
        buttons: [
          { label: text.wagesLink(wages.period), to: wages.url },
          { label: text.growthLink(growth.period), to: growth.url },
          { label: text.skillsLink(sources.skills.period), to: sources.skills.url },
        ],
      },
    ],
  };
  const threadTitle = when === undefined ? posting.detailsSummary(name) : posting.threadTitle(name, when);
  return { main, details: { title: threadTitle, message: details } };
}

/** The one whose turn it is: they come one after the other, week by week. */
function occupationOf({ occupations, official }: MarketView, edition: string | undefined, { insights: text }: Words) {
  const week = Number(edition?.replaceAll(/\D/g, "") ?? 0);
  const one = occupations[week % occupations.length];
  if (!one) throw new Error("An industry without an occupation");
  const { role, median, p90, growth } = one;
  const { currency, periods } = official;
  return {
    role,
    median: text.amount(median),
    p90: text.amount(p90),
    percent: text.percent(growth),
    currency,
    wages: periods.wages,
    growth: periods.growth,
  };
}

/** Main message and thread as one, for the organiser's eyes alone. */
export function previewMessage(
  subscription: Subscription,
  prepared: Prepared<Message> | undefined,
  words: Words,
): Message {
  const { posting: text } = words;
  const { what, channel } = namesOf(subscription, words);
  const title = text.previewTitle(what, channel);
  const { mention, mentionName } = subscription;
  if (!prepared)
    return {
      summary: title,
      blocks: [
        { kind: "note", text: title },
        { kind: "text", text: text.previewNothing },
      ],
    };
  const { main, details } = prepared;
  return {
    summary: title,
    blocks: [
      { kind: "note", text: title },
      ...(mention === null
        ? []
        : [{ kind: "note", text: text.previewMention(mentionName ?? mention) } satisfies Block]),
      ...main.blocks,
      ...(details
        ? [
            { kind: "divider" } satisfies Block,
            { kind: "note", text: text.previewThread } satisfies Block,
            ...details.message.blocks,
          ]
        : []),
    ],
  };
}

/** What an organiser is told when something is wrong with a subscription. */
export function noticeMessage(subscription: Subscription, trouble: Trouble, words: Words): Message {
  const { posting: text } = words;
  const { problem, refusal, paused, edition } = trouble;
  const { said: what, channel } = namesOf(subscription, words);
  const say = problem === "unclear" ? text.notice.unclear : text.notice.refused;
  const said = say(what, channel, text.edition(edition));
  const { pausedNext, pausedForGood, goesOn } = text.notice;
  const next = !paused ? goesOn : problem === "channel-gone" ? pausedForGood : pausedNext;
  return {
    summary: said,
    tone: "warning",
    blocks: [
      { kind: "text", text: [{ bold: said }] },
      // Its name alone does not tell somebody with several communities which one it is in.
      ...(UNREACHABLE.has(problem)
        ? []
        : [
            {
              kind: "text",
              text: [text.notice.channel, { channel: subscription.channelId, text: channel }],
            } satisfies Block,
          ]),
      ...(problem === "unclear"
        ? [{ kind: "text", text: text.notice.unclearNext } satisfies Block]
        : [
            {
              kind: "text",
              text: [text.problems[problem], refusal?.fix, next].filter(Boolean).join(" "),
            } satisfies Block,
          ]),
    ],
  };
}

/** There is nothing to follow a link to. */
const UNREACHABLE: ReadonlySet<Trouble["problem"]> = new Set(["channel-gone", "workspace-gone"]);
