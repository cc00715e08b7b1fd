import { CHANNEL_PROBLEMS } from "./errors.ts";

type Problem = keyof typeof CHANNEL_PROBLEMS;

export const posting = {
  subscribeDescription: "Post what an industry pays and wants to a channel every week",
  questionDescription: "Ask a channel one question every day",
  subscriptionsDescription: "What is posted where, when next, and what went wrong",
  pauseDescription: "Stop a subscription until you resume it",
  resumeDescription: "Let a paused subscription go on",
  unsubscribeDescription: "End a subscription",
  previewDescription: "See privately what would be posted",
  meDescription: "You beside an industry: your skills, your role, your own industry",
  options: {
    industry: "An industry or a part of one; suggestions come while you type",
    mine: "An industry or a part of one; yours if you leave it out",
    questionIndustry: "Whose questions: an industry or a part of one",
    channel: "Where to post",
    weekday: "On which day",
    hour: "At which hour of that day, 0 to 23",
    everyHour: "At which hour, 0 to 23",
    zone: "Time zone: type your city or country",
    mention: "A role or group of people to notify with each post",
    subscription: "Which one; you are asked if you leave it out",
  },
  labels: {
    industry: "Industry",
    channel: "Channel",
    weekday: "Day of the week",
    hour: "Hour",
    zone: "Time zone",
    mention: "Notify",
  },
  weekdays: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
  /** What is posted, as a list names it. */
  what: { insights: (industry: string) => industry, question: (industry: string) => `Daily question: ${industry}` },
  /** The same within a sentence. */
  said: { insights: (industry: string) => industry, question: (industry: string) => `a question for ${industry}` },
  weekly: (weekday: string, time: string, zone: string) => `every ${weekday} at ${time} (${zone})`,
  daily: (time: string, zone: string) => `every day at ${time} (${zone})`,
  label: (what: string, channel: string, when: string) => `${channel} · ${what} · ${when}`,

  subscribedTitle: { new: "Subscribed", changed: "Subscription changed", same: "Nothing had to be changed" },
  subscribed: (what: string, channel: string, when: string) => `${channel} gets ${what} ${when}.`,
  cardTitle: (what: string, channel: string) => `${what} in ${channel}`,
  when: "When",
  notifies: "Notifies",
  state: "State",
  newest: "Last post",
  active: "Active",
  pausedByHand: "Paused by hand",
  paused: (reason: Problem | "failing") =>
    reason === "failing"
      ? "Paused: five posts in a row failed, over a week or more."
      : `Paused: ${CHANNEL_PROBLEMS[reason]}`,
  pausedNext: "When that is put right, press Resume. I check first, and say exactly what is still missing.",
  pausedForGood: "Subscribe another channel, and unsubscribe this one.",
  nextTimes: "The next three times",
  nextTime: (there: string, zone: string) => `${there} (${zone}); for you: `,
  nothingPosted: "None yet",
  unknown: (edition: string) =>
    `The platform never told me whether ${edition} arrived, and I cannot look it up. To be sure that it is there once, look into the channel and tell me:`,
  there: "It is there",
  notThere: "It is not: post it",
  aboutInsights:
    "Each post is one message with a chart; its details come in a thread. Every figure says whose it is and of when. Official ones change once or twice a year, so each week begins with another occupation.",
  aboutQuestion:
    "Each post is one question with buttons. Answers are private; the next post shows the right one and how people answered.",

  listTitle: "What is posted here",
  listSummary: (count: number) => (count === 1 ? "One subscription." : `${count} subscriptions.`),
  listEmpty: "Nothing is posted here yet.",
  listEmptyNext: "Choose an industry, a channel and a time, and its figures come by themselves.",
  listCaption: "Subscriptions",
  columns: { channel: "Channel", what: "What", when: "When", next: "Next time", state: "State" },
  choose: "Choose one to see or change it",
  which: {
    pause: "Which one is to be paused?",
    resume: "Which one is to go on?",
    unsubscribe: "Which one is to end?",
    preview: "Which one do you want to see?",
  },
  none: {
    pause: "Nothing to pause: all of them are paused already.",
    resume: "Nothing to resume: none of them is paused.",
  },

  preview: "Preview",
  previewTitle: (what: string, channel: string) => `Only you see this: it is what ${channel} would get as ${what}.`,
  previewMention: (name: string) => `With the post ${name} is notified; with this preview nobody is.`,
  previewThread: "In its thread:",
  previewNothing: "There would be nothing to say this time, so nothing would be posted.",
  pause: "Pause",
  resume: "Resume",
  change: "Change",
  unsubscribe: "Unsubscribe",
  all: "All subscriptions",
  subscribe: "Subscribe a channel",
  subscribeQuestion: "Ask a channel daily",
  again: "Subscribe again",
  pausedNow: "Paused. What was due and not on its way yet is skipped.",
  pausedAlready: "It was paused already.",
  resumedNow: "It goes on. What was missed meanwhile is not made up for.",
  resumedAlready: "It was active already.",
  unsubscribed: (what: string, channel: string) => `${channel} gets ${what} no more. What was posted stays.`,
  correct: "Correct it and try again",
  settled: {
    there: "Thank you. It counts as posted.",
    again: "Thank you. I post it within a minute.",
    late: "Thank you. By now it is too late to post it; the next one comes at its time.",
    before: "That was settled before. This is how it stands now.",
  },

  edition: (edition: string) => {
    const week = /^(\d{4})-W(\d{2})$/.exec(edition);
    return week ? `week ${Number(week[2])} of ${week[1]}` : dateFormat.format(new Date(`${edition}T12:00:00Z`));
  },
  states: {
    pending: "waiting to be posted",
    preparing: "being posted",
    sending: "being posted",
    sent: "posted",
    skipped: "skipped",
    dead: "not posted",
    unknown: "nobody knows whether it was posted",
  },
  /** Why an edition is not in its channel. */
  problems: {
    ...CHANNEL_PROBLEMS,
    failing: "Five posts in a row failed, over a week or more.",
    "too-late": "I was away until more than six hours after its time.",
    "given-up": "I tried eight times, and each time it failed.",
    unclear: "The answer was lost on the way.",
    "nothing-to-say": "There was nothing to say.",
    paused: "The subscription was paused.",
  },
  newestState: (edition: string, state: string, problem: string | undefined) =>
    `${edition}: ${state}${problem ? `. ${problem}` : ""}`,
  at: (date: Date, zone: string) => momentIn(zone).format(date),
  time: (hour: number, minute: number) => `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`,

  notice: {
    refused: (what: string, channel: string, edition: string) => `I could not post ${what}, ${edition}, in ${channel}.`,
    channel: "The channel: ",
    unclear: (what: string, channel: string, edition: string) =>
      `I do not know whether ${what}, ${edition}, is in ${channel}: the answer was lost on the way, and I cannot look it up.`,
    pausedNext:
      "I have paused this subscription. When that is put right, use the command insights resume in any channel of that community.",
    pausedForGood:
      "I have paused this subscription. With the command insights subscribe you can choose another channel, and with the command insights subscriptions end this one.",
    goesOn: "The next one comes at its time. The command insights subscriptions shows where all of them stand.",
    unclearNext:
      "Look into the channel. Then use the command insights subscriptions in that community, choose this subscription, and tell me: I post it only if you say so.",
  },

  postTitle: (name: string, edition: string) => `${name}, ${edition}`,
  postSummary: (title: string, facts: Pick<Occupation, "role" | "median" | "currency" | "wages">) =>
    `${title}. ${facts.role}: half earn more than ${facts.median} ${facts.currency} a year before tax (BLS, ${facts.wages}).`,
  /** Another one each week, because official figures stay the same for most of the year. */
  occupation: (role: string) => `This week's occupation: ${role}.`,
  occupationText: ({ median, p90, percent, currency, wages, growth }: Occupation) =>
    `In the United States half earn more than ${median} ${currency} a year before tax, and a tenth more than ${p90} (BLS, ${wages}). Employment: ${percent} (BLS, ${growth}).`,
  threadTitle: (name: string, edition: string) => `${name}: details, ${edition}`,
  detailsSummary: (name: string) => `Skills, trends and sources of ${name}.`,
  inThread: "Skills, trends and all sources are in the thread.",
  aboutMe: "What about me?",
  sourcesShort: (names: readonly string[]) => `Sources: ${names.join("; ")}.`,

  meTitle: (name: string) => `You and ${name}`,
  meSummary: (name: string) => `How you compare with ${name}. Only you see this.`,
  haveTitle: (from: string) => `Skills in demand that you name (${from})`,
  missTitle: (from: string) => `Skills in demand that neither your profile nor your resume names (${from})`,
  learnTitle: (from: string) => `Worth learning, not yet yours (${from})`,
  haveNone: "None of them yet: your profile's skills and your resume are compared.",
  missNone: "None: you name them all.",
  rolePay: (role: string, occupation: string, unit: string) =>
    `The role you want is ${role}. Pay of ${occupation}, ${unit}`,
  rolePayText: (p10: string, median: string, p90: string) =>
    `a tenth earn less than ${p10}, half less than ${median}, a tenth more than ${p90}`,
  roleGrowth: (percent: string, period: string) => `employment ${percent} (BLS, ${period})`,
  roleElsewhere: (role: string, name: string, others: readonly string[]) =>
    others.length > 0
      ? `The role you want, ${role}, is one of the occupations that stand for ${list.format(others)}.`
      : `None of the occupations that stand for ${name} is plainly the role you want, ${role}.`,
  roleMissing: "Your profile names no role that you want; with one, its pay stands here.",
  ownIndustry: (own: string, other: string) => `Your profile says ${own}. Beside ${other}:`,
  ownGrowth: (own: string, ownPercent: string, other: string, percent: string, period: string) =>
    `growth of ${own} ${ownPercent}, of ${other} ${percent} (BLS, ${period}, the median of the occupations)`,
  showAll: "All figures",
  compare: "Side by side with mine",
  editProfile: "Change my profile",
};

/** Figures as they are written, and the periods of pay and growth. */
interface Occupation {
  readonly role: string;
  readonly median: string;
  readonly p90: string;
  readonly percent: string;
  readonly currency: string;
  readonly wages: string;
  readonly growth: string;
}

const list = new Intl.ListFormat("en", { type: "conjunction" });

const dateFormat = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeZone: "UTC" });

const formats = new Map<string, Intl.DateTimeFormat>();

function momentIn(zone: string): Intl.DateTimeFormat {
  const found =
    formats.get(zone) ??
    new Intl.DateTimeFormat("en-GB", {
      weekday: "short",
      day: "numeric",
      month: "short",
      year: "numeric",
      hour: "2-digit",
      minute: "2-digit",
      timeZone: zone,
    });
  formats.set(zone, found);
  return found;
}
