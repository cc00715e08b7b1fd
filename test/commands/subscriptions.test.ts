import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createPosts } from "#commands/insights/posts.ts";
import { type Message, plain } from "#src/chat/message.ts";
import type { Poster } from "#src/chat/platform.ts";
import { createOutbox, type Outbox } from "#src/coach/posting/outbox.ts";
import { slotsBetween } from "#src/coach/schedule/slots.ts";
import { wordsOf } from "#src/words/index.ts";
import { type ChannelServer, startChannelServer } from "../coach/posting/channel-server.ts";
import { createHttpPoster } from "../coach/posting/http-poster.ts";
import { type Heard, type House, openHouse, type TestPerson } from "../house/house.ts";

let channels: ChannelServer;
let house: House;
let outbox: Outbox;
let olivia: TestPerson;
beforeAll(async () => {
  channels = await startChannelServer();
  const poster = createHttpPoster({ url: channels.url, platform: "slack" }) as Poster;
  house = await openHouse({ poster });
  const posts = createPosts(house.coach, wordsOf("en"));
  outbox = createOutbox<Message>({
    db: house.db,
    posters: new Map([["playground", poster]]),
    prepare: posts.prepare,
    notice: posts.notice,
    failed: (error) => {
      throw error;
    },
  });
  olivia = house.person("Olivia", { organiser: true });
});
afterAll(async () => {
  expect(house.broken).toEqual([]);
  await outbox.stop();
  await house.stop();
  await channels.stop();
});
beforeEach(async () => {
  await house.db.subscription.deleteMany();
  channels.journal.length = 0;
  channels.told.length = 0;
  channels.mood.refuses.clear();
});

const WEEKLY = {
  industry: "tech",
  channel: { id: "C1", name: "jobs" },
  weekday: "monday",
  hour: 9,
  zone: "Europe/Berlin",
};

const asks = (
  person: TestPerson,
  subcommand: string,
  options: Parameters<TestPerson["does"]>[0] extends infer Asked
    ? Asked extends { kind: "command"; options: infer Options }
      ? Options
      : never
    : never = {},
): Promise<Heard> => person.does({ kind: "command", command: "insights", subcommand, options });

const subscribe = (over: Partial<typeof WEEKLY> = {}) => asks(olivia, "subscribe", { ...WEEKLY, ...over });

/** A week ago it was settled, and now its time has come. */
async function letItCome(): Promise<void> {
  const now = new Date();
  const hour = now.getUTCHours();
  const weekday = now.getUTCDay() || 7;
  const at = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate(), hour));
  const lastAt = new Date(at.getTime() - 7 * 24 * 60 * 60_000);
  const rule = { kind: "weekly", weekday: weekday as 1, hour, minute: 0 } as const;
  const [last] = slotsBetween({ zone: "UTC", rule }, new Date(lastAt.getTime() - 1), lastAt);
  await house.db.subscription.updateMany({
    data: { zone: "UTC", weekday, hour, minute: 0, lastAt, lastEdition: last?.edition ?? "", nextAt: at },
  });
}

describe("/insights subscribe", () => {
  it("proves that it may post, says what was agreed, and shows the next three times in the reader's own zone", async () => {
    const heard = await subscribe();
    expect(heard.text).toContain("#C1 gets Technology every Monday at 09:00 (Europe/Berlin).");
    const times = heard.message.blocks.flatMap((block) =>
      "text" in block && Array.isArray(block.text) ? block.text : [],
    );
    const moments = times.flatMap((run) => (typeof run === "object" && "time" in run ? [run.time] : []));
    expect(moments).toHaveLength(3);
    const inBerlin = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/Berlin", weekday: "long", hour: "2-digit" });
    expect(moments.map((at) => inBerlin.format(at))).toEqual(Array(3).fill("Monday, 09"));
    expect(channels.requests).toContain("check");
    expect(channels.journal).toEqual([]);
    expect(heard.buttons).toEqual(["Preview", "Pause", "Change", "Unsubscribe", "All subscriptions"]);
  });

  it("is for organisers only, command, buttons and forms alike", async () => {
    const heard = await subscribe();
    const alice = house.person("Alice");
    const refusal = "Only the people who run this community can do that.";
    expect((await asks(alice, "subscribe", WEEKLY)).text).toContain(refusal);
    for (const label of heard.buttons) expect((await alice.presses(heard, label)).text).toContain(refusal);
    const form = await olivia.presses(heard, "Change");
    expect((await alice.submits(form, {})).text).toContain(refusal);
    expect(await house.db.subscription.count()).toBe(1);
  });

  it("keeps several in one community and one for each channel and industry", async () => {
    await subscribe();
    expect((await subscribe()).text).toContain("Nothing had to be changed");
    expect((await subscribe({ hour: 10 })).text).toContain("Subscription changed");
    await subscribe({ industry: "healthcare" });
    await subscribe({ channel: { id: "C2", name: "lounge" } });
    expect(await house.db.subscription.count()).toBe(3);
  });

  it("opens a form for what is missing, with the channel it is asked in and what was given", async () => {
    const { form } = await asks(olivia, "subscribe", { industry: "tech", hour: 7 });
    const filled = Object.fromEntries(form.fields.map(({ id, value }) => [id, value]));
    expect(filled).toEqual({ industry: "tech", channel: "test", hour: "7" });
    expect(form.fields.filter(({ required }) => required).map(({ id }) => id)).toEqual([
      "industry",
      "channel",
      "weekday",
      "hour",
      "zone",
    ]);
  });

  it.each([
    { typed: { industry: "alchemy" }, problem: 'There is no industry "alchemy".', next: "The nearest are" },
    { typed: { zone: "Berln" }, problem: 'There is no time zone "Berln".', next: "Type your city or country" },
    { typed: { zone: "IST" }, problem: 'There is no time zone "IST".', next: "Asia/Kolkata" },
    { typed: { hour: 24 }, problem: '"hour" cannot be 24.', next: "Give a number from 0 to 23." },
    { typed: { weekday: "someday" }, problem: '"weekday" cannot be "someday".', next: "monday, tuesday" },
  ])("answers $problem and says what to do", async ({ typed, problem, next }) => {
    const { text } = await subscribe(typed as Partial<typeof WEEKLY>);
    expect(text).toContain(problem);
    expect(text).toContain(next);
    expect(await house.db.subscription.count()).toBe(0);
  });

  it("takes a city for its zone where only one is meant", async () => {
    expect((await subscribe({ zone: "Kathmandu" })).text).toContain("(Asia/Kathmandu)");
  });

  it.each([
    ["channel-hidden", "I cannot see this channel."],
    ["not-member", "I am not a member of this channel."],
    ["no-permission", "I may not post in this channel."],
    ["channel-gone", "This channel does not exist any more."],
  ] as const)("keeps nothing for a channel that is %s, and says the exact thing to do", async (problem, said) => {
    channels.mood.refuses.set("C1", problem);
    const { text } = await subscribe();
    expect(text).toContain(said);
    expect(text).toContain("Let Greenroom post here.");
    expect(await house.db.subscription.count()).toBe(0);
  });

  it("has the form back with what was typed when the channel refuses", async () => {
    const opened = await asks(olivia, "subscribe", { industry: "tech" });
    channels.mood.refuses.set("test", "not-member");
    const refused = await olivia.does({
      kind: "form",
      id: opened.form.id,
      values: { industry: "tech", channel: { id: "test", name: "test" }, weekday: "friday", hour: "8", zone: "UTC" },
    });
    const { reply } = refused;
    expect(reply.kind === "field-errors" ? Object.keys(reply.errors) : []).toEqual(["channel"]);
    expect(refused.text).toContain("I am not a member of this channel.");
    const again = await olivia.presses(refused, "Open the form again");
    const values = Object.fromEntries(again.form.fields.map(({ id, value }) => [id, value]));
    expect(values).toMatchObject({ industry: "tech", channel: "test", weekday: "friday", hour: "8", zone: "UTC" });
  });

  it("opens a form with everything that was given beside what is wrong", async () => {
    channels.mood.refuses.set("C1", "not-member");
    const refused = await subscribe({ hour: 7 });
    const form = await olivia.presses(refused, "Correct it and try again");
    const values = Object.fromEntries(form.form.fields.map(({ id, value }) => [id, value]));
    expect(values).toMatchObject({
      industry: "tech",
      channel: "C1",
      weekday: "monday",
      hour: "7",
      zone: "Europe/Berlin",
    });
    channels.mood.refuses.clear();
    const sent = { kind: "form", id: form.form.id, values: { ...values, channel: WEEKLY.channel } } as const;
    expect((await olivia.does(sent)).text).toContain("#C1 gets Technology every Monday at 07:00");
    const daily = { industry: "tech", channel: WEEKLY.channel, hour: 8, zone: "Berln" };
    const wrong = await asks(olivia, "question", daily).then((heard) =>
      olivia.presses(heard, "Correct it and try again"),
    );
    const right = { ...daily, zone: "Europe/Berlin" };
    expect((await olivia.does({ kind: "form", id: wrong.form.id, values: right })).text).toContain(
      "#C1 gets a question for Technology every day at 08:00 (Europe/Berlin).",
    );
  });

  it("wants a community", async () => {
    const alone = house.person("Olivia", { organiser: true, workspaceId: "" });
    expect((await asks(alone, "subscribe", WEEKLY)).text).toContain("Use the same command in a channel");
    expect((await asks(alone, "subscriptions")).text).toContain("Use the same command in a channel");
  });
});

describe("/insights subscriptions", () => {
  it("says what is there, when next, and leads to each", async () => {
    expect((await asks(olivia, "subscriptions")).text).toContain("Nothing is posted here yet.");
    await subscribe();
    await asks(olivia, "question", { industry: "tech", channel: WEEKLY.channel, hour: 8, zone: "Asia/Tokyo" });
    const list = await asks(olivia, "subscriptions");
    expect(list.text).toMatch(/#C1 \| Technology \| every Monday at 09:00 \(Europe\/Berlin\) \| Mon, .* \| Active/);
    expect(list.text).toMatch(/#C1 \| Daily question: Technology \| every day at 08:00 \(Asia\/Tokyo\)/);
    const card = await olivia.chooses(list, "#C1 · Technology");
    expect(card.text).toContain("Technology in #C1");
    expect(card.text).toContain("Last post: None yet");
  });

  it("shows those of one's own community only", async () => {
    await subscribe();
    const list = await asks(olivia, "subscriptions");
    const { value: id } = list.choice("#C1 · Technology");
    const stranger = house.person("Olga", { organiser: true, workspaceId: "elsewhere" });
    expect((await asks(stranger, "subscriptions")).text).toContain("Nothing is posted here yet.");
    for (const subcommand of ["pause", "resume", "unsubscribe", "preview"])
      expect((await asks(stranger, subcommand, { subscription: id })).text).toContain("not there any more");
    const card = await olivia.chooses(list, "#C1 · Technology");
    expect((await stranger.presses(card, "Unsubscribe")).text).toContain("This belongs to somebody else.");
    expect(await house.db.subscription.count()).toBe(1);
  });

  it("offers them by channel and industry while somebody types", async () => {
    await subscribe();
    await subscribe({ industry: "retail" });
    const offered = async (typed: string) => {
      const asked = {
        kind: "suggest",
        command: "insights",
        subcommand: "pause",
        option: "subscription",
        typed,
      } as const;
      const { reply } = await olivia.does(asked);
      return reply.kind === "suggestions" ? reply.suggestions.map(({ label }) => label) : [];
    };
    expect(await offered("")).toHaveLength(2);
    expect(await offered("retail c1")).toEqual(["#C1 · Retail & E-commerce · every Monday at 09:00 (Europe/Berlin)"]);
  });
});

describe("pausing, resuming, changing and ending", () => {
  it("takes the only one that fits, asks which of several, and says when there is none", async () => {
    await subscribe();
    expect((await asks(olivia, "pause")).text).toContain("Paused. What was due");
    expect((await asks(olivia, "pause", { subscription: "technology" })).text).toContain("It was paused already.");
    const nothing = await asks(olivia, "pause");
    expect(nothing.message.summary).toBe("Nothing to pause: all of them are paused already.");
    expect(nothing.text).toContain("#C1 | Technology");
    await subscribe({ industry: "healthcare" });
    await subscribe({ industry: "retail" });
    const which = await asks(olivia, "unsubscribe");
    expect(which.text).toContain("Which one is to end?");
    const ended = await olivia.chooses(which, "#C1 · Healthcare");
    expect(ended.text).toContain("#C1 gets Healthcare & Life Sciences no more. What was posted stays.");
    expect(await house.db.subscription.count()).toBe(2);
    expect((await asks(olivia, "resume")).text).toContain("It goes on.");
    expect((await asks(olivia, "unsubscribe", { subscription: "#nowhere" })).text).toContain(
      'No subscription here is called "#nowhere".',
    );
  });

  it("brings an ended one back with its own times", async () => {
    await subscribe({ weekday: "thursday", hour: 17 });
    const ended = await asks(olivia, "unsubscribe");
    const back = await olivia.presses(ended, "Subscribe again");
    expect(back.text).toContain("#C1 gets Technology every Thursday at 17:00 (Europe/Berlin).");
  });

  it("changes times in a form that is filled with them", async () => {
    const first = await subscribe();
    const form = await olivia.presses(first, "Change");
    const values = Object.fromEntries(form.form.fields.map(({ id, value }) => [id, value]));
    expect(values).toMatchObject({ weekday: "monday", hour: "9", zone: "Europe/Berlin" });
    const changed = await olivia.submits(form, { hour: "11", weekday: "tuesday" });
    expect(changed.text).toContain("every Tuesday at 11:00");
    expect(await house.db.subscription.count()).toBe(1);
  });

  it("changes nothing when a button is pressed twice, and says so when it is gone", async () => {
    const first = await subscribe();
    await olivia.presses(first, "Pause");
    expect((await olivia.presses(first, "Pause")).text).toContain("It was paused already.");
    await olivia.presses(first, "Unsubscribe");
    for (const label of ["Pause", "Unsubscribe", "Preview", "Change"])
      expect((await olivia.presses(first, label)).text).toContain("This subscription is not there any more.");
  });

  it("does not resume where it may not post", async () => {
    const first = await subscribe();
    const paused = await olivia.presses(first, "Pause");
    channels.mood.refuses.set("C1", "no-permission");
    expect((await olivia.presses(paused, "Resume")).text).toContain("I may not post in this channel.");
    channels.mood.refuses.clear();
    expect((await olivia.presses(paused, "Resume")).text).toContain("It goes on.");
  });
});

describe("a post", () => {
  it("is one message with the chart, what it is about in its thread, once, and shown before by preview", async () => {
    const first = await subscribe();
    const preview = await olivia.presses(first, "Preview");
    expect(channels.journal).toEqual([]);
    await letItCome();
    await outbox.run();
    await outbox.run();
    expect(channels.journal.map(({ thread }) => thread !== undefined)).toEqual([false, true]);
    const [main, details] = channels.journal.map(({ message }) => message as Message);
    if (!main || !details) throw new Error("two messages");
    expect(main.blocks.filter(({ kind }) => kind === "ranges")).toHaveLength(1);
    const mainText = main.blocks
      .map((block) => ("text" in block ? plain(block.text) : JSON.stringify(block)))
      .join("\n");
    expect(mainText).toContain("BLS, May 2025");
    expect(mainText).toContain("2024-34");
    for (const block of details.blocks) if (block.kind === "heading") expect(preview.text).toContain(block.text);
    const card = await asks(olivia, "subscriptions");
    expect((await olivia.chooses(card, "#C1 · Technology")).text).toMatch(/Last post: week \d+ of \d{4}: posted/);
  });

  it("does not come while it is paused", async () => {
    const first = await subscribe();
    await letItCome();
    await olivia.presses(first, "Pause");
    await outbox.run();
    expect(channels.journal).toEqual([]);
  });

  it("that the channel refuses pauses the subscription with the reason, and its organiser is told once", async () => {
    await subscribe();
    channels.mood.refuses.set("C1", "channel-gone");
    await letItCome();
    await outbox.run();
    await outbox.run();
    expect(channels.told).toHaveLength(1);
    const told = channels.told[0]?.message as Message;
    expect(told.blocks.map((block) => ("text" in block ? plain(block.text) : "")).join("\n")).toMatch(
      /I could not post Technology, week \d+ of \d{4}, in #C1\.\nThis channel does not exist any more\. Let Greenroom post here\. I have paused/,
    );
    const list = await asks(olivia, "subscriptions");
    expect(list.text).toContain("Paused: This channel does not exist any more.");
  });

  it("of which nobody knows whether it is there waits for an organiser's word", async () => {
    await subscribe();
    await letItCome();
    await outbox.run();
    const { id } = await house.db.subscription.findFirstOrThrow();
    const { edition } = await house.db.post.findFirstOrThrow({ where: { part: "main" } });
    const lost = { state: "unknown", problem: "unclear", ref: null };
    await house.db.post.updateMany({ where: { subscriptionId: id, part: "main" }, data: lost });
    const card = await asks(olivia, "subscriptions").then((list) => olivia.chooses(list, "#C1 · Technology"));
    expect(card.text).toContain("nobody knows whether it was posted");
    const settled = await olivia.presses(card, "It is there");
    expect(settled.text).toContain("Thank you. It counts as posted.");
    expect((await olivia.presses(card, "It is not: post it")).text).toContain("That was settled before.");
    expect(
      await house.db.post.findFirstOrThrow({ where: { subscriptionId: id, edition, part: "main" } }),
    ).toMatchObject({
      state: "sent",
    });
  });

  it.each([
    ["is posted after all", 60_000, "I post it within a minute."],
    ["is not promised when it is too late", -1, "By now it is too late to post it"],
  ])("that an organiser does not find %s", async (_, left, said) => {
    await subscribe();
    await letItCome();
    await outbox.run();
    const lost = { state: "unknown", problem: "unclear", ref: null, giveUpAt: new Date(Date.now() + left) };
    await house.db.post.updateMany({ where: { part: "main" }, data: lost });
    const card = await asks(olivia, "subscriptions").then((list) => olivia.chooses(list, "#C1 · Technology"));
    expect((await olivia.presses(card, "It is not: post it")).text).toContain(said);
  });
});

describe("What about me?", () => {
  it("asks for a profile first and then goes on with the comparison", async () => {
    await subscribe();
    await letItCome();
    await outbox.run();
    const main = channels.journal[0]?.message as Message;
    const buttons = main.blocks.flatMap((block) => (block.kind === "buttons" ? block.buttons : []));
    const about = buttons.find(({ label }) => label === "What about me?")?.to ?? "";
    const ben = house.person("Ben");
    const opened = await ben.pressesId(about);
    expect(opened.form.title).toBeTruthy();
    const saved = await ben.submits(opened, {
      industry: "finance",
      skills: "Critical thinking",
      role: "Data Scientist",
    });
    const chosen = await ben.chooses(saved, "Investment Banking");
    expect(chosen.text).toContain("You and Technology");
    expect(chosen.text).toMatch(/Skills in demand that you name .*\n• Critical thinking/i);
    expect(chosen.text).toContain("The role you want is Data Scientist. Pay of Data Scientists");
    expect(chosen.text).toContain(
      "Your profile says Investment Banking (Financial Services). Beside Technology:\n• growth of Financial Services +5.2 %",
    );
    const again = await ben.pressesId(about);
    expect(again.text).toBe(chosen.text);
    // Without a resume there is less to compare.
    expect((await ben.presses(again, "Import my resume")).form.title).toBe("Import your resume");
    const beside = await ben.presses(again, "Side by side with mine");
    expect(beside.text).toContain("Investment Banking");
  });

  it("names the industry of a role that is not of this one", async () => {
    const nina = house.person("Nina");
    const opened = await nina.says("insights me industry:Technology");
    const saved = await nina.submits(opened, { industry: "tech", role: "Registered nurse" });
    const chosen = await nina.chooses(saved, "Software Development");
    expect(chosen.text).toContain(
      "The role you want, Registered nurse, is one of the occupations that stand for Healthcare & Life Sciences.",
    );
    const shown = await nina.presses(chosen, "Show Healthcare & Life Sciences");
    expect(shown.text).toContain("Registered Nurses");
  });
});
