import { randomBytes } from "node:crypto";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import type { Message } from "#src/chat/message.ts";
import type { Poster } from "#src/chat/platform.ts";
import { describeInBrowser, focused, sayLine, type TestBrowser } from "./browser.ts";
import { lower, poorContrast, sideways, topOf, unnamed } from "./in-page.js";
import { everything, heard, simple } from "./pretend.ts";
import { withBrowser } from "./setting.ts";
import type { World } from "./world.ts";

const LOUNGE = { workspaceId: "local", channelId: "career-lounge" };
const PHONE = { viewport: { width: 360, height: 700 }, hasTouch: true, isMobile: true };
const TITLE = "Hospitality, week 48: the details";

let world: World;
let browser: TestBrowser;

describeInBrowser("a post with a thread", () => {
  withBrowser((setting) => {
    ({ world, browser } = setting);
  });

  it("comes to every open window by itself, with its time and whom it notifies", async () => {
    const [alice, bob] = [await browser.open(), await browser.open("/?as=bob&in=career-lounge")];
    await post(simple("Pay rose by two per cent."), { mention: "job-seekers" });
    for (const page of [alice, bob]) {
      const message = page.getByRole("article", { name: /^Greenroom, \d\d:\d\d$/ });
      await message.getByText("Pay rose by two per cent.").waitFor();
      expect(await message.innerText()).toMatch(/^Greenroom\s+Bot\s+\d\d:\d\d\s+@Job seekers\s+Pay rose/);
    }
    expect(await alice.locator("#announcer").textContent()).toBe("Greenroom: Pay rose by two per cent.");
  });

  it("in another channel marks it as new, in words too, also on a phone", async () => {
    const desktop = await browser.open("/?as=alice&in=job-search");
    const phone = await browser.open("/?as=bob&in=job-search", PHONE);
    await post(simple("Pay rose by two per cent."));
    await desktop.getByRole("link", { name: "career-lounge something new" }).waitFor();
    expect(await desktop.locator("#announcer").textContent()).toBe("Something new in #career-lounge");
    await phone.getByRole("button", { name: "People and channels, something new" }).click();
    await phone.getByRole("link", { name: "career-lounge something new" }).click();
    await phone.getByText("Pay rose by two per cent.").first().waitFor();
    expect(await phone.getByText("something new").count()).toBe(0);
    await phone.getByRole("button", { name: "People and channels", exact: true }).waitFor();
  });

  it("opens in place with the keyboard alone, is answered there, and stands open after a reload", async () => {
    const id = await postWithDetails();
    const page = await browser.open();
    expect(await page.getByRole("heading", { name: "What a message may hold" }).count()).toBe(0);
    const button = page.getByRole("button", { name: `${TITLE} 1 reply` });
    expect(await button.getAttribute("aria-expanded")).toBe("false");
    await tabBackTo(page, /^Hospitality, week 48: the details\s+1 reply$/);
    const top = await button.evaluate(topOf);
    await page.keyboard.press("Enter");
    const replies = page.getByRole("list", { name: `Replies: ${TITLE}` });
    await replies.getByRole("heading", { name: "What a message may hold" }).waitFor();
    expect(await button.getAttribute("aria-expanded")).toBe("true");
    expect(await button.getAttribute("aria-controls")).toBe(await replies.getAttribute("id"));
    expect(await focused(page)).toMatch(/^Hospitality/);
    // As much of the thread as there is room for, with its button still in view.
    expect(await button.evaluate(topOf)).toBeLessThanOrEqual(top);
    expect(await button.evaluate(topOf)).toBeGreaterThan(0);

    await tabTo(page, /^Save it$/);
    await page.keyboard.press("Enter");
    await replies.getByText("You pressed save.").waitFor();
    // Until the press is answered it is "Working: Save it".
    await expect.poll(() => focused(page)).toBe("Save it");
    expect(await replies.getByText("Only you can see this").count()).toBe(1);
    await page.getByRole("button", { name: `${TITLE} 2 replies` }).waitFor();
    await sayLine(page, "/show private");
    await page.getByText("A secret of your own.").first().waitFor();
    expect(await replies.getByText("A secret of your own.").count()).toBe(0);
    expect(await page.locator(".messages > .message").count()).toBe(3);

    await page.reload();
    await replies.getByText("You pressed save.").waitFor();
    await button.or(page.getByRole("button", { name: `${TITLE} 2 replies` })).press(" ");
    await replies.waitFor({ state: "hidden" });
    await page.reload();
    await page.getByRole("button", { name: `${TITLE} 2 replies` }).waitFor();
    expect(await replies.isVisible()).toBe(false);
    expect(id).not.toBe("");
  });

  it("grows while one reads it, and says that it did while it is closed", async () => {
    const id = await postWithDetails();
    const [alice, bob] = [await browser.open(), await browser.open("/?as=bob&in=career-lounge")];
    await alice.getByRole("button", { name: TITLE }).click();
    await post(simple("One more figure."), { thread: id });
    await alice
      .getByRole("list", { name: /^Replies/ })
      .getByText("One more figure.")
      .waitFor();
    expect(await alice.locator("#announcer").textContent()).toBe("Greenroom, in a thread: One more figure.");
    const closed = bob.getByRole("button", { name: `${TITLE} 2 replies something new` });
    await closed.click();
    await bob.getByText("One more figure.", { exact: true }).waitFor();
    expect(await bob.getByText("something new").count()).toBe(0);
    // A private answer in a thread is nobody else's.
    await bob.getByRole("button", { name: "Save it" }).click();
    await bob.getByRole("button", { name: `${TITLE} 3 replies` }).waitFor();
    expect(await alice.getByRole("button", { name: `${TITLE} 2 replies` }).count()).toBe(1);
  });

  it("brings the answer to a press into view where the thread is long", async () => {
    await postWithDetails();
    for (let number = 0; number < 4; number++) await post(everything());
    const page = await browser.open();
    await page.getByRole("button", { name: TITLE }).click();
    const replies = page.getByRole("list", { name: /^Replies/ });
    const save = replies.getByRole("button", { name: "Save it" });
    await save.evaluate(lower);
    await save.focus();
    await page.keyboard.press("Enter");
    const answer = replies.locator(".message").last();
    await answer.getByText("You pressed save.").waitFor();
    const view = await page.locator(".conversation").boundingBox();
    await expect
      .poll(async () => ((await answer.boundingBox())?.y ?? 0) + ((await answer.boundingBox())?.height ?? 0))
      .toBeLessThanOrEqual((view?.y ?? 0) + (view?.height ?? 0));
  });

  it("shows the newest of many replies, and the earlier ones when they are asked for", async () => {
    const id = await postWithDetails();
    for (let number = 1; number <= 62; number++) await post(simple(`Reply ${number}`), { thread: id });
    const page = await browser.open();
    await page.getByRole("button", { name: `${TITLE} 60+ replies` }).click();
    expect(await page.getByText("Reply 2", { exact: true }).count()).toBe(0);
    await page.getByRole("button", { name: "Show earlier replies" }).click();
    await page.getByRole("button", { name: `${TITLE} 63 replies` }).waitFor();
    expect(await page.getByText("Reply 2", { exact: true }).count()).toBe(1);
    expect(await page.getByRole("button", { name: "Show earlier replies" }).count()).toBe(0);
  });

  for (const [what, options] of [
    ["in the light theme", { colorScheme: "light" }],
    ["in the dark theme", { colorScheme: "dark" }],
    ["on a phone of 360 pixels", PHONE],
    ["on a phone in the dark", { ...PHONE, colorScheme: "dark" }],
  ] as const) {
    it(`can be read ${what}`, async () => {
      const id = await postWithDetails("job-seekers");
      const page = await browser.open("/?as=alice&in=career-lounge", options);
      await post(simple("One more figure."), { thread: id });
      await page.getByText("something new").first().waitFor({ state: "attached" });
      for (const found of [sideways, poorContrast, unnamed]) expect(await page.evaluate(found)).toEqual([]);
      await page.getByRole("button", { name: TITLE }).click();
      await page.getByText("One more figure.", { exact: true }).waitFor();
      for (const found of [sideways, poorContrast, unnamed]) expect(await page.evaluate(found)).toEqual([]);
    });
  }
});

describeInBrowser("a role", () => {
  withBrowser((setting) => {
    ({ browser } = setting);
  });

  it("is chosen from a list in the message box", async () => {
    const page = await browser.open();
    await page.keyboard.type("/show news");
    await page.keyboard.press("Tab");
    await expect.poll(() => focused(page)).toBe("option-channel");
    await page.keyboard.type("job");
    await page.keyboard.press("Enter");
    await expect.poll(() => focused(page)).toBe("composer-tail");
    await page.keyboard.type("role:");
    await expect.poll(() => focused(page)).toBe("option-role");
    const list = page.getByRole("listbox", { name: "Values for role" });
    expect((await list.getByRole("option").allInnerTexts()).map((text) => text.trim())).toEqual([
      "@Job seekers",
      "@Mentors",
    ]);
    await page.keyboard.type("seek");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await page.getByText("Told job-search.", { exact: true }).waitFor();
    expect(heard["show news"]).toMatchObject({ role: { id: "job-seekers", name: "Job seekers" } });
    expect(await page.locator(".used-line code").innerText()).toBe(
      '/show news channel:#job-search role:"@Job seekers"',
    );
  });

  it("is chosen from a list in a form, which keeps it", async () => {
    const page = await browser.open();
    await sayLine(page, "/profile edit");
    await page.getByLabel("Role").selectOption({ label: "@Job seekers" });
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByText("Please fill it in.").first().waitFor();
    await page.getByLabel("Name").fill("Alice");
    await page.getByLabel("Years of experience").fill("4");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByText("role: Job seekers").waitFor();
  });
});

interface Below {
  readonly thread?: string;
  readonly mention?: string;
}

async function post(message: Message, options: Below = {}): Promise<string> {
  const nonce = randomBytes(15).toString("base64url");
  const posted = await poster().post(LOUNGE, message, { nonce, ...options });
  expect(posted).toEqual({ kind: "sent", ref: nonce });
  return nonce;
}

async function postWithDetails(mention?: string): Promise<string> {
  const id = await post(simple("Pay rose by two per cent."), mention ? { mention } : {});
  await poster().openThread(LOUNGE, id, TITLE);
  await post(everything(), { thread: id });
  return id;
}

function poster(): Poster {
  const { poster: offered } = world.playground();
  if (!offered) throw new Error("The playground offers no poster");
  return offered;
}

const tabTo = (page: Page, name: RegExp) => press(page, name, "Tab");
const tabBackTo = (page: Page, name: RegExp) => press(page, name, "Shift+Tab");

async function press(page: Page, name: RegExp, key: string): Promise<void> {
  for (let presses = 0; presses < 40; presses++) {
    await page.keyboard.press(key);
    if (name.test(await focused(page))) return;
  }
  throw new Error(`No ${key} leads to ${name}`);
}
