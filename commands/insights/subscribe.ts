import { type Answer, type CommandPart, onForm, onPress, openForm, subcommand, type Turn } from "#src/chat/command.ts";
import type { RawOptions } from "#src/chat/interaction.ts";
import { channel, choice, role, type Suggest, text, type Values, wholeNumber } from "#src/chat/option.ts";
import { toAskFor } from "#src/chat/target.ts";
import { findSubject, subjectOf } from "#src/coach/insights/subjects.ts";
import type { SubscriptionView, Workspace } from "#src/coach/posting/subscriptions.ts";
import { canonicalZone, MOST_ZONES, suggestZones } from "#src/coach/schedule/zones.ts";
import { en } from "#src/words/en.ts";
import { UserError } from "#src/words/errors.ts";
import { ASK_DAILY, CHANGE, CHANGE_DAILY, CHANGE_WEEKLY, SUBSCRIBE } from "./subscription-actions.ts";
import { correctMessage, subscribedMessage } from "./subscription-messages.ts";

const words = en.posting;

const suggestIndustries: Suggest = async ({ typed, coach }) =>
  coach.insights.suggest(typed, 25).map(({ key, name }) => ({ value: key, label: name }));

const suggestTimeZones: Suggest = async ({ typed }) =>
  suggestZones(typed, new Date())
    .slice(0, MOST_ZONES)
    .map(({ zone, label }) => ({ value: zone, label }));

const DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;

const days = DAYS.map((value, index) => ({ value, label: words.weekdays[index] ?? value }));

const subject = (description: string) =>
  text({ label: words.labels.industry, description, required: true, maxLength: 120, suggest: suggestIndustries });
const where = channel({ label: words.labels.channel, description: words.options.channel, required: true });
const hour = (description: string) =>
  wholeNumber({ label: words.labels.hour, description, required: true, min: 0, max: 23 });
const zone = text({
  label: words.labels.zone,
  description: words.options.zone,
  required: true,
  maxLength: 60,
  suggest: suggestTimeZones,
});
const mention = role({ label: words.labels.mention, description: words.options.mention });
const weekday = choice({
  label: words.labels.weekday,
  description: words.options.weekday,
  required: true,
  choices: days,
});

const weeklyOptions = {
  industry: subject(words.options.industry),
  channel: where,
  weekday,
  hour: hour(words.options.hour),
  zone,
  mention,
};

const dailyOptions = {
  industry: subject(words.options.questionIndustry),
  channel: where,
  hour: hour(words.options.everyHour),
  zone,
  mention,
};

/** Subscribing a channel to an industry's figures or to a daily question, and changing that. */
export const subscribing: CommandPart = {
  subcommands: {
    subscribe: subcommand({
      description: words.subscribeDescription,
      organisers: true,
      options: weeklyOptions,
      run: (turn) => subscribeOrCorrect(turn, { ...turn.options, kind: "insights" }),
    }),
    question: subcommand({
      description: words.questionDescription,
      organisers: true,
      options: dailyOptions,
      run: (turn) => subscribeOrCorrect(turn, { ...turn.options, kind: "question", weekday: undefined }),
    }),
  },
  actions: [
    onPress(SUBSCRIBE, {
      answers: "private",
      organisers: true,
      opensForm: true,
      run: async () => openForm(toAskFor("insights", "subscribe")),
    }),
    onPress(ASK_DAILY, {
      answers: "private",
      organisers: true,
      opensForm: true,
      run: async () => openForm(toAskFor("insights", "question")),
    }),
    onPress(CHANGE, {
      answers: "private",
      organisers: true,
      opensForm: true,
      async run(turn) {
        const { id, kind } = await turn.coach.subscriptions.find(workspaceOf(turn), turn.params.id);
        return openForm((kind === "question" ? CHANGE_DAILY : CHANGE_WEEKLY).to({ id }));
      },
    }),
  ],
  forms: [
    onForm(CHANGE_WEEKLY, {
      title: words.change,
      submit: words.change,
      organisers: true,
      drafts: "address",
      fields: { weekday, hour: weeklyOptions.hour, zone, mention },
      fill: (turn) => timesNow(turn, turn.params.id),
      run: (turn) => change(turn, turn.params.id, turn.options),
    }),
    onForm(CHANGE_DAILY, {
      title: words.change,
      submit: words.change,
      organisers: true,
      drafts: "address",
      fields: { hour: dailyOptions.hour, zone, mention },
      fill: (turn) => timesNow(turn, turn.params.id),
      run: (turn) => change(turn, turn.params.id, { ...turn.options, weekday: undefined }),
    }),
  ],
};

type Asked = Omit<Values<typeof weeklyOptions>, "weekday"> & {
  readonly kind: SubscriptionView["kind"];
  readonly weekday: (typeof DAYS)[number] | undefined;
};

type Asking = Pick<Turn, "coach" | "person" | "interaction" | "words">;

async function timesNow(turn: Asking, id: string): Promise<RawOptions> {
  return timesOf(await turn.coach.subscriptions.find(workspaceOf(turn), id));
}

async function change(turn: Asking, id: string, times: Pick<Asked, "weekday" | "hour" | "zone" | "mention">) {
  const { kind, industry, channelId, channelName } = await turn.coach.subscriptions.find(workspaceOf(turn), id);
  return subscribe(turn, { ...times, kind, industry, channel: { id: channelId, name: channelName } });
}

/** What is wrong with a command can be corrected in its form, in which everything else stands already. */
async function subscribeOrCorrect(turn: Asking, asked: Asked): Promise<Answer> {
  try {
    return await subscribe(turn, asked);
  } catch (error) {
    // A form that is refused comes back by itself.
    const correctable = error instanceof UserError && CORRECTABLE.has(error.code);
    if (!correctable || turn.interaction.asked.kind === "form") throw error;
    const { kind, ...given } = asked;
    const form = toAskFor("insights", kind === "question" ? "question" : "subscribe");
    const typed = Object.entries(given).filter(([, value]) => value !== undefined);
    await turn.coach.drafts.save(turn.person.id, form, Object.fromEntries(typed));
    return correctMessage(error, form, turn.words);
  }
}

const CORRECTABLE: ReadonlySet<UserError["code"]> = new Set([
  "insight-unknown",
  "zone-unknown",
  "channel-refused",
  "subscriptions-full",
]);

async function subscribe(turn: Asking, asked: Asked): Promise<Answer> {
  const { coach, person, words: said } = turn;
  const { kind, channel: channelAsked, hour: at, weekday: day, mention: notify } = asked;
  const organiser = { ...workspaceOf(turn), userId: person.id };
  const subscribed = await atItsOption(async () =>
    coach.subscriptions.subscribe(organiser, {
      kind,
      industry: findSubject(asked.industry).key,
      channelId: channelAsked.id,
      weekday: day === undefined ? null : DAYS.indexOf(day) + 1,
      hour: at,
      minute: 0,
      zone: zoneOf(asked.zone),
      mention: notify?.id ?? null,
    }),
  );
  return subscribedMessage(subscribed, said);
}

/** Says of what goes wrong which option it is about. */
async function atItsOption<Done>(work: () => Promise<Done>): Promise<Done> {
  try {
    return await work();
  } catch (error) {
    const option = error instanceof UserError ? optionOf(error) : undefined;
    if (!(error instanceof UserError) || option === undefined) throw error;
    throw new UserError(error.code, error.facts, { cause: error, option });
  }
}

function optionOf({ code, facts }: UserError): keyof typeof weeklyOptions | undefined {
  if (code === "insight-unknown") return "industry";
  if (code === "zone-unknown") return "zone";
  if (code !== "channel-refused") return undefined;
  return "problem" in facts && facts.problem === "mention-refused" ? "mention" : "channel";
}

/** UserError: community-only. */
export function workspaceOf({ interaction: { account, place } }: Pick<Turn, "interaction">): Workspace {
  if (place.workspaceId === "") throw new UserError("community-only", {});
  return { platform: account.platform, workspaceId: place.workspaceId };
}

/** What a subscription was asked for with, so that it can be asked for again. */
export function optionsOf(one: SubscriptionView): { readonly subcommand: string; readonly options: RawOptions } {
  const { kind, industry: key, channelId, channelName } = one;
  const options: RawOptions = {
    ...timesOf(one),
    industry: subjectOf(key).key,
    channel: { id: channelId, name: channelName },
  };
  if (kind === "insights") return { subcommand: "subscribe", options };
  const { weekday: _, ...daily } = options;
  return { subcommand: "question", options: daily };
}

function timesOf(one: SubscriptionView): RawOptions {
  const day = dayOf(one);
  const { mention: id, mentionName: name } = one;
  return {
    ...(day !== undefined && { weekday: day }),
    hour: one.hour,
    zone: one.zone,
    ...(id !== null && { mention: { id, name } }),
  };
}

function dayOf(one: Pick<SubscriptionView, "weekday">): (typeof DAYS)[number] | undefined {
  return one.weekday === null ? undefined : DAYS[one.weekday - 1];
}

/** A city that only one zone has means that zone; whatever else is typed, the coach judges. */
function zoneOf(typed: string): string {
  if (canonicalZone(typed)) return typed;
  const near = suggestZones(typed, new Date());
  return near.length === 1 && near[0] ? near[0].zone : typed;
}
