import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { gates } from "#commands/gates.ts";
import { commands } from "#commands/index.ts";
import { createPosts } from "#commands/insights/posts.ts";
import { createOfflineModel } from "#src/ai/offline.ts";
import { createDispatch } from "#src/chat/dispatch.ts";
import type { Message } from "#src/chat/message.ts";
import type { Poster } from "#src/chat/platform.ts";
import { createCoach } from "#src/coach/index.ts";
import { createOutbox, type Outbox } from "#src/coach/posting/outbox.ts";
import { createChartDrawer } from "#src/documents/chart.ts";
import { createPaperDrawer } from "#src/documents/paper/index.ts";
import { wordsOf } from "#src/words/index.ts";
import { type House, openHouse, seeded } from "#test/house/house.ts";
import {
  type Channel,
  type Person,
  type Message as Seen,
  type SlackServer,
  startSlackServer,
} from "#test/servers/slack/index.ts";
import { type Bot, joinBot, type Mode } from "./bot.ts";
import { onCall } from "./posting.ts";
import { appears } from "./visit.ts";

/** The whole bot on a Slack of our own, with the outbox that posts by itself. */
interface Office {
  readonly server: SlackServer;
  readonly house: House;
  readonly bot: Bot;
  readonly outbox: Outbox;
  readonly failed: unknown[];
  stop(): Promise<void>;
}

async function openOffice(mode: Mode, mayMention: (id: string) => boolean): Promise<Office> {
  const server = await startSlackServer({ ackMs: 20_000, triggerMs: 20_000, heardMs: 20_000, mayMention });
  const house = await openHouse();
  const { db, broken } = house;
  const posters = new Map<"slack", Poster>();
  const [paperDrawer, charts, random] = [createPaperDrawer(), createChartDrawer(), seeded(3)];
  const builtIn = createOfflineModel(random);
  const coach = createCoach({ db, model: undefined, builtIn, paperDrawer, posters, clock: () => new Date(), random });
  const dispatch = createDispatch({
    commands,
    coach,
    gates,
    explain: () => undefined,
    fetchFile: async () => new Uint8Array(),
    report: { handled: () => {}, broken: (one) => void broken.push(one) },
    limit: 10_000,
  });
  const communities = {
    left: (workspaceId: string) => coach.communities.left("slack", workspaceId),
    returned: (workspaceId: string) => coach.communities.returned("slack", workspaceId),
  };
  const settings = { dispatch, communities, drawChart: charts.draw, deadlines: { first: 15_000 } };
  // The first picture of a process takes longer than a post has on a busy machine.
  await charts.draw({ title: "", unit: "", max: 1, points: [{ label: "", value: 1 }], alt: "" });
  const bot = await joinBot(mode, server, settings);
  if (bot.slack.poster) posters.set("slack", bot.slack.poster);
  const failed: unknown[] = [];
  const { prepare, notice } = createPosts(coach, wordsOf("en"));
  const outbox = createOutbox<Message>({ db, posters, prepare, notice, failed: (error) => void failed.push(error) });
  return {
    server,
    house,
    bot,
    outbox,
    failed,
    async stop() {
      await outbox.stop();
      await bot.stop();
      await server.stop();
      await charts.stop();
      await paperDrawer.stop();
      await house.stop();
    },
  };
}

const ZONE = "Europe/Berlin";

/** The hour that has begun, in which a post of today is at most an hour late. */
function thisHour() {
  const parts = new Intl.DateTimeFormat("en", { timeZone: ZONE, weekday: "long", hour: "2-digit", hourCycle: "h23" });
  const part = (type: string) => parts.formatToParts(new Date()).find((one) => one.type === type)?.value ?? "";
  return { weekday: part("weekday").toLowerCase(), hour: Number(part("hour")) };
}

const line = ({ weekday, hour } = thisHour()): string => `weekday:${weekday} hour:${hour} zone:${ZONE}`;

describe.each<Mode>(["Socket Mode", "HTTP"])("an industry in a channel of Slack's, over %s,", (mode) => {
  let office: Office;
  let jobs: Channel;
  let olivia: Person;
  let ada: Person;
  let seekers: { id: string };
  beforeAll(async () => {
    office = await openOffice(mode, (id) => id === seekers.id);
    const { server } = office;
    jobs = server.channel({ name: "jobs", botIsMember: false });
    olivia = server.person({ name: "olivia", admin: true });
    ada = server.person({ name: "ada" });
    seekers = server.userGroup({ handle: "job-seekers" });
  });
  afterAll(async () => {
    await office.stop();
    expect(office.server.violations).toEqual([]);
    expect(office.house.broken).toEqual([]);
    expect(office.failed).toEqual([]);
  });

  const posts = (channel: { id: string } = jobs): Seen[] =>
    office.server.visibleTo(ada, channel).filter(({ metadata }) => metadata !== undefined);

  /** A week goes by, and the outbox looks as often as there is something to do. */
  async function aWeekLater(): Promise<void> {
    await office.house.db.$executeRaw`
      UPDATE "Subscription" SET "lastAt" = "lastAt" - interval '7 days', "nextAt" = now(),
        "lastEdition" = to_char(now() AT TIME ZONE "zone" - interval '7 days', 'IYYY"-W"IW')
      WHERE "state" = 'active'`;
    await look();
  }

  async function look(): Promise<void> {
    for (let tick = 0; tick < 3; tick++) {
      await office.house.db.$executeRaw`UPDATE "Post" SET "notBefore" = now() WHERE "state" = 'pending'`;
      await office.outbox.run();
    }
  }

  it("is refused to a member", async () => {
    const said = await ada.runs(jobs, `/prep insights subscribe industry:tech channel:#jobs ${line()}`).message();
    expect(said.plain()).toContain("Only the people who run this community can do that.");
  });

  it("needs an invitation, in the very words that are to be typed", async () => {
    const form = await olivia.runs(jobs, "/prep insights subscribe").view();
    const { errors = {} } = await olivia.submits(form, { industry: "tech", zone: ZONE, ...thisHour() }).heard();
    expect(Object.values(errors)).toEqual([
      'I am not a member of this channel. In #jobs, type "/invite @greenroom". Then try again; nothing was changed.',
    ]);
    jobs.record.botIsMember = true;
  });

  it("is subscribed by a form, for the user group that is named, and the next three times are told", async () => {
    const form = await olivia.runs(jobs, "/prep insights subscribe").view();
    await olivia.submits(form, { industry: "tech", zone: ZONE, mention: "@job-seekers", ...thisHour() }).acked();
    const told = await appears(office, [olivia, jobs], "#jobs gets");
    expect(told.ephemeral).toBe(true);
    expect(told.plain()).toContain("@job-seekers");
    expect(told.plain().match(/^[123]\. .*/gm)).toHaveLength(3);
    expect(posts()).toEqual([]);
  });

  it("is posted when its time has come: once, with its picture, and its details in a thread", async () => {
    await aWeekLater();
    const [post, details, ...others] = posts();
    expect(others).toEqual([]);
    expect(post?.blocks[0]).toMatchObject({ text: { text: `<!subteam^${seekers.id}>` } });
    const picture = post?.blocks.find(({ type }) => type === "image");
    const { id } = (picture?.slack_file ?? {}) as { id?: string };
    const file = office.server.world.files.get(id ?? "");
    expect(file?.bytes.length).toBeGreaterThan(5_000);
    expect(picture?.alt_text).toMatch(/\d/);
    expect(details?.threadTs).toBe(post?.ts);
    expect(JSON.stringify(details?.blocks)).not.toContain("subteam");
    // All of both fits into one message each.
    expect([...(post?.files ?? []), ...(details?.files ?? [])]).toEqual([]);
    await look();
    expect(posts()).toHaveLength(2);
  });

  it("answers whoever asks what it means for them, for their eyes alone", async () => {
    const [post] = posts() as [Seen];
    const form = await ada.presses(post, "What about me?").view();
    await ada.submits(form, { industry: "tech" }).acked();
    const question = await appears(office, [ada, jobs], "which part of Technology?");
    expect(question.to).toBe(ada.id);
    const [part] = question.selects();
    const answer = await ada.chooses(question, part?.actionId ?? "", part?.options[0]?.value ?? "").message();
    expect(answer.ts).toBe(question.ts);
    const again = await ada.presses(post, "What about me?").message();
    expect(again.to).toBe(ada.id);
    expect(again.plain()).toBe(answer.plain());
    expect(posts()).toHaveLength(2);
    expect(posts()[0]).toMatchObject({ ts: post.ts, edited: false });
  });

  it("is still there once when the answer to it is lost, and its organiser is asked to look", async () => {
    const lost = office.server.channel({ name: "lost" });
    await olivia.runs(lost, `/prep insights subscribe industry:finance channel:#lost ${line()}`).message();
    office.server.fault({
      ...onCall("chat.postMessage", { kind: "drop-after" }),
      match: ({ path, body }) => path === "/api/chat.postMessage" && body.channel === lost.id,
    });
    await aWeekLater();
    await office.house.db
      .$executeRaw`UPDATE "Post" SET "notBefore" = now(), "leaseUntil" = NULL WHERE "state" = 'sending'`;
    await office.outbox.run();
    expect(posts(lost)).toHaveLength(1);
    const direct = office.server.visibleTo(olivia, office.server.directMessage(olivia));
    expect(direct.filter((message) => message.plain().includes("#lost"))).toHaveLength(1);
  });

  it("stops when it is paused", async () => {
    const before = posts().length;
    await office.house.db.subscription.deleteMany({ where: { channelName: { not: "#jobs" } } });
    const paused = await olivia.runs(jobs, "/prep insights pause").message();
    expect(paused.plain()).toContain("Paused.");
    await aWeekLater();
    expect(posts()).toHaveLength(before);
  });

  it("C1: is paused when its channel was archived, and its organiser is told once", async () => {
    const old = office.server.channel({ name: "old" });
    await olivia.runs(old, `/prep insights subscribe industry:healthcare channel:#old ${line()}`).message();
    old.record.archived = true;
    await aWeekLater();
    await aWeekLater();
    const direct = office.server.visibleTo(olivia, office.server.directMessage(olivia));
    const told = direct.filter((message) => message.plain().includes("#old"));
    expect(told).toHaveLength(1);
    expect(told[0]?.plain()).toContain("It is archived. Unarchive it, or choose another channel.");
    const list = await olivia.runs(jobs, "/prep insights subscriptions").message();
    expect(list.plain()).toMatch(/#old[\s\S]*Paused/);
  });

  it("C3: is paused when the app is removed from the workspace", async () => {
    const last = office.server.channel({ name: "last" });
    await olivia.runs(last, `/prep insights subscribe industry:healthcare channel:#last ${line()}`).message();
    await office.server.removesApp();
    const state = async () =>
      (await office.house.db.subscription.findFirst({ where: { channelName: "#last" } }))?.reason;
    await expect.poll(state).toBe("workspace-gone");
    await aWeekLater();
    expect(posts(last)).toEqual([]);
  });
});
