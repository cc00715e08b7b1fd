import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type Database, openDatabase } from "#src/db/client.ts";
import { startEmbeddedPostgres } from "#src/db/embedded.ts";
import { type BotProcess, startBot } from "#test/house/process.ts";
import {
  type DiscordServer,
  type Guild,
  type Message,
  type Modal,
  type Person,
  type Place,
  startDiscordServer,
  type Turn,
} from "#test/servers/discord/index.ts";
import { plainly, read } from "./house.ts";

// The bot as an operator starts it, against a Discord of our own. Due posts are looked for at the start and every 20 s.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });
const soon = { timeout: 60_000, interval: 100 };

const ZONE = "Europe/Berlin";
const INDUSTRY = "Healthcare & Life Sciences";

let folder: string;
let server: DiscordServer;
let bot: BotProcess;
let guild: Guild;
let channel: Place;
let olivia: Person;
let ada: Person;
let bob: Person;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "greenroom-discord-posting-"));
  server = await startDiscordServer({ maxConcurrency: 10, respondMs: 20_000, answerMs: 20_000 });
  guild = server.guild({ name: "Career club" });
  channel = guild.channel("jobs");
  olivia = server.person({ name: "Olivia", organiser: true });
  ada = server.person({ name: "Ada" });
  bob = server.person({ name: "Bob" });
  bot = await start();
});

afterAll(async () => {
  bot.kill("SIGTERM");
  await bot.exited;
  await server.stop();
  await rm(folder, { recursive: true, force: true });
  expect(server.violations).toEqual([]);
});

async function start(): Promise<BotProcess> {
  const settings = { DISCORD_TOKEN: server.token, DISCORD_API_URL: server.url, PLAYGROUND: "off" };
  const started = await startBot({ DATA_DIR: folder, ...settings });
  while (!(await fetch(`${started.url}/readyz`)).ok) await wait(50);
  return started;
}

/** A week goes by while nobody is there. The folder belongs to one process at a time. */
async function aWeekLater(signal: NodeJS.Signals = "SIGTERM"): Promise<void> {
  bot.kill(signal);
  await bot.exited;
  const postgres = await startEmbeddedPostgres(folder);
  const db = openDatabase({ connectionString: postgres.connectionString, embedded: true });
  await moveOneWeekOn(db);
  await db.$disconnect();
  await postgres.stop();
  bot = await start();
}

/** As if all had been subscribed a week ago: the edition of this week is due. */
function moveOneWeekOn(db: Database): Promise<unknown> {
  return db.$executeRaw`
    UPDATE "Subscription" SET "lastAt" = "lastAt" - interval '7 days', "nextAt" = now(),
      "lastEdition" = to_char(now() AT TIME ZONE "zone" - interval '7 days', 'IYYY"-W"IW')`;
}

/** The hour that has begun, in which a post of today is at most an hour late. */
function thisHour() {
  const parts = new Intl.DateTimeFormat("en", { timeZone: ZONE, weekday: "long", hour: "2-digit", hourCycle: "h23" });
  const [weekday = "", hour = ""] = ["weekday", "hour"].map(
    (type) => parts.formatToParts(new Date()).find((part) => part.type === type)?.value,
  );
  return { weekday: weekday.toLowerCase(), hour: Number(hour) };
}

const subscribes = (place: Place, more: object = {}) =>
  olivia.runs(guild.channel("organisers"), "insights subscribe", {
    industry: INDUSTRY,
    channel: place,
    zone: ZONE,
    ...thisHour(),
    ...more,
  });

/** On a machine that is too slow to open it within Discord's time, a button offers it. */
async function formOf(person: Person, turn: Turn): Promise<Modal> {
  const { modal, message } = await turn.answer();
  if (!modal && !message) throw new Error("neither a form nor an offer");
  return modal ?? person.presses(message as Message, "Open the form").modal();
}

const posts = (place: Place) => server.visibleTo(bob, place);

describe("an industry in a channel of a Discord server, from npm start on,", () => {
  it("is refused where the bot may not post, with what is missing", async () => {
    channel.denies("attachFiles");
    const refused = await subscribes(channel).message();
    expect(refused.ephemeral).toBe(true);
    expect(plainly(refused)).toContain("Missing: Attach Files");
    expect(plainly(refused)).toContain("Allow Attach Files for Greenroom in #jobs");
    channel.allowsAll();
  });

  it("is subscribed by an organiser, who is told the next three times and whom it notifies", async () => {
    const seekers = guild.role("job-seekers", { mentionable: true });
    const told = await read(subscribes(channel, { mention: seekers }));
    expect(told.last.ephemeral).toBe(true);
    expect(told.text).toContain("#jobs gets Healthcare");
    expect(told.text.match(/^[123]\. .*/gm)).toHaveLength(3);
    expect(told.text).toContain("@job-seekers");
    expect(posts(channel)).toEqual([]);
  });

  it("is posted when its time has come: once, with its picture, to the role it is for, and its details in a thread", async () => {
    await aWeekLater("SIGKILL");
    await expect.poll(() => posts(channel).length, soon).toBe(1);
    const [post] = posts(channel);
    if (!post) throw new Error("no post");
    expect(plainly(post)).toContain("Healthcare");
    const [picture, ...others] = post.files();
    expect(picture).toMatchObject({ mediaType: "image/png" });
    expect(picture?.description).toMatch(/\d/);
    expect(picture?.bytes.length).toBeGreaterThan(5000);
    expect(others).toEqual([]);
    expect(post.pinged).toEqual({ roles: [guild.role("job-seekers").id], users: [], everyone: false });
    await expect.poll(() => post.threadId, soon).toBe(post.id);
    const thread = server.thread(post.id);
    await expect.poll(() => server.visibleTo(bob, thread).length, soon).toBe(1);
    const [details] = server.visibleTo(bob, thread);
    expect(thread.name).toMatch(/^Healthcare & Life Sciences: details/);
    // All of it fits a message, so nothing is attached.
    expect(details?.files()).toEqual([]);
    expect(details?.pinged.roles).toEqual([]);
  });

  it("says privately what it means for whoever asks, once they have a profile", async () => {
    const [post] = posts(channel);
    if (!post) throw new Error("no post");
    const form = await formOf(ada, ada.presses(post, "What about me?"));
    const mine = await read(ada.submits(form, { Industry: [INDUSTRY], Skills: "triage, patient care" }));
    expect(mine.last.ephemeral).toBe(true);
    expect(mine.text).toContain("Healthcare");
    expect(posts(channel)).toHaveLength(1);
    expect(server.visibleTo(bob, channel)).toHaveLength(1);
  });

  it("C1: is paused when its channel is gone, and its organiser is told in a direct message; others go on, and none twice", async () => {
    const doomed = guild.channel("doomed");
    await read(subscribes(doomed));
    doomed.disappears();
    await aWeekLater("SIGKILL");
    await expect.poll(() => server.visibleTo(olivia, olivia.dm).length, soon).toBe(1);
    const [notice] = server.visibleTo(olivia, olivia.dm);
    expect(notice && plainly(notice)).toContain("#doomed");
    const list = await read(olivia.runs(channel, "insights subscriptions"));
    expect(list.text).toMatch(/doomed.*Paused/s);
  });

  it("stops when it is paused", async () => {
    const [quiet, busy] = [guild.channel("quiet"), guild.channel("busy")];
    const told = await read(subscribes(quiet));
    await read(subscribes(busy));
    const paused = await read(olivia.presses(told.last, "Pause"));
    expect(paused.text).toContain("Paused.");
    await aWeekLater();
    await expect.poll(() => posts(busy).length, soon).toBe(1);
    // Of one server, details are posted after all that was due before them.
    const [post] = posts(busy);
    if (!post) throw new Error("no post");
    await expect.poll(() => post.threadId && server.visibleTo(bob, server.thread(post.id)).length, soon).toBe(1);
    const list = await read(olivia.runs(channel, "insights subscriptions"));
    expect(list.text).toMatch(/quiet.*Paused/s);
    expect(posts(quiet)).toEqual([]);
    // This one was due again as well, twice by now, with an edition that is there.
    expect(posts(channel)).toHaveLength(1);
    // Told once, although the bot has looked again since.
    expect(server.visibleTo(olivia, olivia.dm)).toHaveLength(1);
  });

  it("C3: is paused when the bot is removed from the server", async () => {
    const left = server.guild({ name: "Other club" });
    const other = left.channel("jobs");
    await read(
      olivia.runs(other, "insights subscribe", { industry: INDUSTRY, channel: other, zone: ZONE, ...thisHour() }),
    );
    left.kicksBot();
    await expect.poll(() => bot.output(), soon).toContain("removed from a server");
    left.addsBot();
    const list = await read(olivia.runs(other, "insights subscriptions"));
    expect(list.text).toMatch(/Paused: .*removed/s);
  });
});
