import type { Block, Button, Inline, Message } from "#src/chat/message.ts";
import { toOpen } from "#src/chat/target.ts";
import { subjectOf } from "#src/coach/insights/subjects.ts";
import type { Subscribed, SubscriptionView } from "#src/coach/posting/subscriptions.ts";
import type { UserError } from "#src/words/errors.ts";
import type { Words } from "#src/words/index.ts";
import {
  AGAIN,
  ASK_DAILY,
  CHANGE,
  LIST,
  OPEN,
  PAUSE,
  PREVIEW,
  RESUME,
  SETTLE,
  SUBSCRIBE,
  UNSUBSCRIBE,
  WHICH,
} from "./subscription-actions.ts";

type Named = Pick<
  SubscriptionView,
  "kind" | "industry" | "channelName" | "channelId" | "weekday" | "hour" | "minute" | "zone"
>;

/** How people know one: what, also as a sentence names it, where and when. */
export function namesOf(
  one: Named,
  { posting: text }: Words,
): { what: string; said: string; channel: string; when: string } {
  const { weekday, hour, minute, zone } = one;
  const time = text.time(hour, minute);
  const day = weekday === null ? undefined : text.weekdays[weekday - 1];
  const { name } = subjectOf(one.industry);
  return {
    what: text.what[one.kind](name),
    said: text.said[one.kind](name),
    channel: one.channelName ?? one.channelId,
    when: day === undefined ? text.daily(time, zone) : text.weekly(day, time, zone),
  };
}

export function labelOf(one: Named, words: Words): string {
  const { what, channel, when } = namesOf(one, words);
  return words.posting.label(what, channel, when);
}

export function subscribedMessage({ kind, subscription }: Subscribed, words: Words): Message {
  const text = words.posting;
  const { said: what, channel, when } = namesOf(subscription, words);
  const said = text.subscribed(what, channel, when);
  return {
    summary: said,
    tone: "good",
    blocks: [
      { kind: "heading", text: text.subscribedTitle[kind] },
      { kind: "text", text: said },
      ...notifies(subscription, words),
      ...nextTimes(subscription, words),
      { kind: "note", text: subscription.kind === "question" ? text.aboutQuestion : text.aboutInsights },
      buttons(subscription, words),
    ],
  };
}

/** What is wrong with a command, and a way to put it right without typing everything again. */
export function correctMessage(error: UserError, form: string, words: Words): Message {
  const { problem, next } = words.errors(error);
  return {
    summary: `${problem} ${next}`,
    tone: "bad",
    blocks: [
      { kind: "text", text: [{ bold: problem }, ` ${next}`] },
      { kind: "buttons", buttons: [{ label: words.posting.correct, to: toOpen(form), style: "primary" }] },
    ],
  };
}

/** One subscription as it stands; `done` says what was just done to it. */
export function subscriptionCard(one: SubscriptionView, words: Words, done?: string): Message {
  const text = words.posting;
  const { what, channel, when } = namesOf(one, words);
  const title = text.cardTitle(what, channel);
  return {
    summary: done ?? title,
    ...(one.state === "paused" && one.reason !== null && { tone: "warning" as const }),
    blocks: [
      { kind: "heading", text: title },
      ...(done ? [{ kind: "text", text: done } satisfies Block] : []),
      {
        kind: "fields",
        fields: [
          { label: text.when, value: when },
          { label: text.state, value: stateOf(one, words) },
          { label: text.newest, value: newestOf(one, words) },
          ...(one.mention ? [{ label: text.notifies, value: one.mentionName ?? one.mention }] : []),
        ],
      },
      ...(one.reason
        ? [
            {
              kind: "text",
              text: one.reason === "channel-gone" ? text.pausedForGood : text.pausedNext,
            } satisfies Block,
          ]
        : []),
      ...nextTimes(one, words),
      ...unknownBlocks(one, words),
      buttons(one, words),
    ],
  };
}

/** `done` says why nothing was done. */
export function listMessage(list: readonly SubscriptionView[], words: Words, done?: string): Message {
  const text = words.posting;
  const begin: Button[] = [
    { label: text.subscribe, to: SUBSCRIBE.to({}), ...(list.length === 0 && { style: "primary" as const }) },
    { label: text.subscribeQuestion, to: ASK_DAILY.to({}) },
  ];
  if (list.length === 0)
    return {
      summary: text.listEmpty,
      blocks: [
        { kind: "heading", text: text.listTitle },
        { kind: "text", text: `${text.listEmpty} ${text.listEmptyNext}` },
        { kind: "buttons", buttons: begin },
      ],
    };
  return {
    summary: done ?? text.listSummary(list.length),
    blocks: [
      { kind: "heading", text: text.listTitle },
      ...(done ? [{ kind: "text", text: done } satisfies Block] : []),
      {
        kind: "table",
        caption: text.listCaption,
        columns: Object.values(text.columns).map((label) => ({ label })),
        rows: list.map((one) => {
          const { what, channel, when } = namesOf(one, words);
          const [next] = one.next;
          return [channel, what, when, next ? text.at(next.at, one.zone) : "–", troubleOf(one, words)];
        }),
      },
      {
        kind: "select",
        label: text.choose,
        to: OPEN.to({}),
        options: list.map((one) => ({ value: one.id, label: labelOf(one, words) })),
      },
      { kind: "buttons", buttons: begin },
    ],
  };
}

/** Several could be meant; `request` is the command that goes on with the one that is chosen. */
export function whichMessage(
  list: readonly SubscriptionView[],
  { purpose, request }: { readonly purpose: keyof Words["posting"]["which"]; readonly request: string },
  words: Words,
): Message {
  const said = words.posting.which[purpose];
  return {
    summary: said,
    blocks: [
      { kind: "text", text: [{ bold: said }] },
      {
        kind: "select",
        label: said,
        to: WHICH.to({ request }),
        options: list.map((one) => ({ value: one.id, label: labelOf(one, words) })),
      },
    ],
  };
}

export function unsubscribedMessage(one: SubscriptionView, request: string, words: Words): Message {
  const text = words.posting;
  const { said: what, channel } = namesOf(one, words);
  const said = text.unsubscribed(what, channel);
  return {
    summary: said,
    blocks: [
      { kind: "text", text: said },
      {
        kind: "buttons",
        buttons: [
          { label: text.again, to: AGAIN.to({ request }) },
          { label: text.all, to: LIST.to({}) },
        ],
      },
    ],
  };
}

function notifies({ mention, mentionName }: SubscriptionView, { posting: text }: Words): Block[] {
  return mention ? [{ kind: "fields", fields: [{ label: text.notifies, value: mentionName ?? mention }] }] : [];
}

/** By the clock of the channel's zone, and by the reader's own. */
function nextTimes({ next, zone }: SubscriptionView, { posting: text }: Words): Block[] {
  if (next.length === 0) return [];
  const lines = next.flatMap(({ at }, index): Inline[] => {
    const there = text.at(at, zone);
    return [`\n${index + 1}. ${text.nextTime(there, zone)}`, { time: at.getTime(), text: `${there} (${zone})` }];
  });
  return [{ kind: "text", text: [{ bold: text.nextTimes }, ...lines] }];
}

function stateOf({ state, reason }: SubscriptionView, { posting: text }: Words): string {
  if (state === "active") return text.active;
  return reason === null ? text.pausedByHand : text.paused(reason);
}

function newestOf({ newest, reason }: SubscriptionView, { posting: text }: Words): string {
  if (!newest) return text.nothingPosted;
  // Why it is paused is said beside it.
  const problem = Object.entries(text.problems).find(([name]) => name === newest.problem && name !== reason)?.[1];
  return text.newestState(text.edition(newest.edition), text.states[newest.state], problem);
}

/** For the list: what an organiser has to know of it at a glance. */
function troubleOf(one: SubscriptionView, words: Words): string {
  const failed = one.newest && ["dead", "unknown"].includes(one.newest.state);
  return one.state === "active" && failed ? newestOf(one, words) : stateOf(one, words);
}

function unknownBlocks({ id, newest }: SubscriptionView, { posting: text }: Words): Block[] {
  if (newest?.state !== "unknown") return [];
  const { edition } = newest;
  return [
    { kind: "text", text: text.unknown(text.edition(edition)) },
    {
      kind: "buttons",
      buttons: [
        { label: text.there, to: SETTLE.to({ id, edition, there: 1 }) },
        { label: text.notThere, to: SETTLE.to({ id, edition, there: 0 }) },
      ],
    },
  ];
}

function buttons({ id, state }: SubscriptionView, { posting: text }: Words): Block {
  return {
    kind: "buttons",
    buttons: [
      { label: text.preview, to: PREVIEW.to({ id }) },
      state === "active"
        ? { label: text.pause, to: PAUSE.to({ id }) }
        : { label: text.resume, to: RESUME.to({ id }), style: "primary" },
      { label: text.change, to: CHANGE.to({ id }) },
      { label: text.unsubscribe, to: UNSUBSCRIBE.to({ id }), style: "danger" },
      { label: text.all, to: LIST.to({}) },
    ],
  };
}
