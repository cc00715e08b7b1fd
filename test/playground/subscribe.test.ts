import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { type Database, openDatabase } from "#src/db/client.ts";
import { startEmbeddedPostgres } from "#src/db/embedded.ts";
import { type BotProcess, startBot } from "../house/process.ts";
import { describeInBrowser, lastMessage, sayLine, startBrowser, type TestBrowser } from "./browser.ts";
import { pictureWidth, poorContrast, sideways, unnamed } from "./in-page.js";
import { asks, chooses, dialog, field, fills, formStands, hears, presses, sends, soon } from "./steps.ts";

const ZONE = "Europe/Berlin";
const LOUNGE = "in=career-lounge";

describeInBrowser("a subscription in the browser, from npm start on,", { timeout: 240_000 }, () => {
  let folder: string;
  let bot: BotProcess;
  let browser: TestBrowser;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "greenroom-subscribe-"));
    bot = await startBot({ DATA_DIR: folder });
    browser = await startBrowser({ origin: bot.url });
  }, 240_000);
  afterEach(async () => {
    await browser.closeWindows();
    expect(browser.troubles.splice(0)).toEqual([]);
  });
  afterAll(async () => {
    await browser?.stop();
    bot?.kill("SIGTERM");
    await bot?.exited;
    await rm(folder, { recursive: true, force: true });
  });

  it("is for organisers: a member who types it is told so", async () => {
    const page = await browser.open(`/?as=alice&${LOUNGE}`);
    await asks(page, "/insights subscribe", "Only the people who run this community can do that.");
    expect(await dialog(page).count()).toBe(0);
  });

  it("is made in a form, which knows the channel, and answers with the next three times and a preview", async () => {
    const page = await browser.open(`/?as=olivia&${LOUNGE}`);
    await sayLine(page, "/insights subscribe");
    await formStands(page);
    expect(await field(page, "Channel").inputValue()).toBe("career-lounge");
    const { weekday, hour } = thisHour();
    await field(page, "Industry").pressSequentially("life sci");
    const offers = page.getByRole("listbox", { name: "Values for Industry" }).getByRole("option");
    await soon(async () => (await offers.allInnerTexts()).at(0)).toMatch(/^Health/);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await soon(() => field(page, "Industry").inputValue()).toMatch(/^health/i);
    await fills(page, { Hour: hour, "Time zone": "Middle Earth" });
    await field(page, "Day of the week").selectOption({ label: weekday });
    await field(page, "Notify").selectOption({ label: "@Job seekers" });
    await sends(page);
    await soon(() => dialog(page).innerText()).toContain("Middle Earth");
    await fills(page, { "Time zone": ZONE });
    await sends(page);
    await hears(page, "#career-lounge gets Healthcare");
    const said = await lastMessage(page).innerText();
    expect(said).toContain(`every ${weekday} at ${hour.padStart(2, "0")}:00 (${ZONE})`);
    expect(said.match(/^[123]\. .*/gm)).toHaveLength(3);
    expect(said).toContain("Job seekers");
    await presses(page, "Preview");
    await hears(page, "Only you see this: it is what #career-lounge would get as Healthcare & Life Sciences.");
  });

  it("posts when its time has come, once, after a kill -9 too, to everybody in the channel", async () => {
    const [alice, bob] = [await browser.open(`/?as=alice&${LOUNGE}`), await browser.open("/?as=bob&in=job-search")];
    await killed();
    await inDatabase(moveOneWeekOn);
    await restarted();
    const post = alice.locator(".messages > .message.drawn").last();
    await soon(() => post.innerText()).toContain("@Job seekers");
    await soon(() => post.getByRole("img").first().evaluate(pictureWidth)).toBeGreaterThan(300);
    await bob.getByRole("link", { name: "career-lounge something new" }).waitFor();
    const thread = post.getByRole("button", { name: /^Healthcare & Life Sciences: details, week \d+ of \d+ 1 reply/ });
    await thread.waitFor();
    await thread.click();
    const details = post.getByRole("list", { name: /^Replies: Healthcare/ });
    await details.getByRole("heading").first().waitFor();

    await killed();
    await restarted();
    await alice.reload();
    await details.getByRole("heading").first().waitFor();
    // The outbox looks for what is due as soon as it starts: a second post would have come before this answer.
    await asks(alice, "/career", "Alice");
    expect(await alice.locator(".messages > .message .mention").count()).toBe(1);
  });

  it("answers what it means for oneself, privately", async () => {
    const [alice, bob] = [await browser.open(`/?as=alice&${LOUNGE}`), await browser.open(`/?as=bob&${LOUNGE}`)];
    const shown = await bob.locator(".messages").innerText();
    await alice.getByRole("button", { name: "What about me?" }).click();
    // Nothing is known of her yet: she is asked, and then told what she wanted to know.
    await field(alice, "Industry").selectOption({ label: "Healthcare & Life Sciences" });
    await fills(alice, { Skills: "Active Listening, Triage" });
    await sends(alice);
    await hears(alice, "which part of Healthcare & Life Sciences?");
    await chooses(alice, /^Healthcare Services/);
    await hears(alice, "You and Healthcare & Life Sciences");
    expect(await lastMessage(alice).innerText()).toContain("Only you can see this");
    await alice.reload();
    await hears(alice, "You and Healthcare & Life Sciences");
    expect(await bob.locator(".messages").innerText()).toBe(shown);
  });

  it("can be read on a phone and in the dark, with its thread open", async () => {
    for (const colorScheme of ["light", "dark"] as const) {
      const options = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, colorScheme };
      const page = await browser.open(`/?as=bob&${LOUNGE}`, options);
      await page.getByRole("button", { name: /^Healthcare & Life Sciences: details/ }).click();
      await page
        .getByRole("list", { name: /^Replies/ })
        .getByRole("heading")
        .first()
        .waitFor();
      for (const found of [sideways, poorContrast, unnamed]) expect(await page.evaluate(found)).toEqual([]);
    }
  });

  it("is paused by its organiser, and listed so", async () => {
    const page = await browser.open(`/?as=olivia&${LOUNGE}`);
    await asks(page, "/insights pause", "Paused. What was due and not on its way yet is skipped.");
    await asks(page, "/insights subscriptions", "What is posted here");
    expect(await lastMessage(page).getByRole("row").last().innerText()).toContain("Paused by hand");
  });

  async function killed(): Promise<void> {
    bot.kill("SIGKILL");
    await bot.exited;
  }

  async function restarted(): Promise<void> {
    bot = await startBot({ DATA_DIR: folder, PORT: new URL(bot.url).port });
  }

  /** The folder belongs to one process at a time: the bot is away meanwhile. */
  async function inDatabase(change: (db: Database) => Promise<unknown>): Promise<void> {
    const postgres = await startEmbeddedPostgres(folder);
    const db = openDatabase({ connectionString: postgres.connectionString, embedded: true });
    await change(db);
    await db.$disconnect();
    await postgres.stop();
  }
});

/** As if it had been subscribed a week ago: the edition of this week is due. */
function moveOneWeekOn(db: Database): Promise<unknown> {
  return db.$executeRaw`
    UPDATE "Subscription" SET "lastAt" = "lastAt" - interval '7 days', "nextAt" = now(),
      "lastEdition" = to_char(now() AT TIME ZONE "zone" - interval '7 days', 'IYYY"-W"IW')`;
}

/** The hour that has begun, where the subscription's clock stands. */
function thisHour(): { weekday: string; hour: string } {
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat("en-GB", { timeZone: ZONE, ...options }).format(new Date());
  return { weekday: part({ weekday: "long" }), hour: String(Number(part({ hour: "2-digit", hourCycle: "h23" }))) };
}
