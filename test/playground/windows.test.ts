import { expect, it } from "vitest";
import { describeInBrowser, sayLine, type TestBrowser } from "./browser.ts";
import { withBrowser } from "./setting.ts";
import type { World } from "./world.ts";

let world: World;
let browser: TestBrowser;

describeInBrowser("two windows", () => {
  withBrowser((setting) => {
    ({ world, browser } = setting);
  });

  it("are two people who see the same channel, and each their own private answers", async () => {
    const alice = await browser.open("/?as=alice&in=career-lounge");
    const bob = await browser.open("/?as=bob&in=career-lounge");
    await sayLine(alice, "Good morning, Bob");
    await bob.getByText("Good morning, Bob").first().waitFor();
    await sayLine(alice, "/show private");
    await alice.getByText("A secret of your own.", { exact: true }).waitFor();
    await sayLine(bob, "/show everything");
    await alice.getByRole("heading", { name: "What a message may hold" }).waitFor();
    expect(await alice.getByText("Bob used").textContent()).toContain("/show everything");
    expect(await bob.getByText("A secret of your own.").count()).toBe(0);
    expect(await bob.getByText("/show private").count()).toBe(0);
  });

  it("of one person show the same, at once", async () => {
    const [one, two] = [await browser.open(), await browser.open()];
    await sayLine(one, "/quiz start");
    await two.getByRole("button", { name: "B · Listen" }).click();
    await one.getByText("Right.", { exact: true }).waitFor();
  });

  it("tell about another channel in which something is new", async () => {
    const alice = await browser.open("/?as=alice&in=job-search");
    const bob = await browser.open("/?as=bob&in=career-lounge");
    await sayLine(bob, "Anybody here?");
    await alice.getByRole("link", { name: /career-lounge.*something new/ }).click();
    await alice.getByText("Anybody here?").first().waitFor();
    expect(await alice.getByText("something new").count()).toBe(0);
  });

  it("find each other again after the server was away, with everything that was said", async () => {
    const alice = await browser.open();
    await sayLine(alice, "before");
    await alice.locator(".bubble").getByText("before").waitFor();
    await world.restart();
    const bob = await browser.open("/?as=bob&in=career-lounge");
    await sayLine(bob, "after");
    await alice.locator(".bubble").getByText("after").waitFor({ timeout: 10_000 });
    await sayLine(alice, "and on");
    await bob.locator(".bubble").getByText("and on").waitFor();
  });

  it("tell what came elsewhere while the server was away", async () => {
    const alice = await browser.open("/?as=alice&in=job-search");
    await sayLine(alice, "I am here");
    await alice.locator(".bubble").getByText("I am here").waitFor();
    const content = { kind: "said", text: "Come here" };
    const message = { id: "away", channel: "career-lounge", thread: null, author: "bob", visibleTo: null, content };
    await world.restart(() => world.store.add({ ...message, createdAt: new Date(), editedAt: null }));
    await alice.getByRole("link", { name: "career-lounge something new" }).waitFor();
  });

  it("keep what could not be sent, and say so", async () => {
    const alice = await browser.open();
    await alice.route("**/api/interactions", (route) => route.abort());
    await sayLine(alice, "not lost");
    await alice.getByRole("alert").getByText("Greenroom cannot be reached. Nothing was lost").waitFor();
    expect(await alice.getByRole("combobox", { name: /^Message/ }).inputValue()).toBe("not lost");
    browser.troubles.splice(0);
  });

  it("repeat a press whose answer got lost without doing it twice", async () => {
    const alice = await browser.open();
    let lost = 0;
    await alice.route("**/api/interactions", async (route) => {
      if (lost++ > 0) return route.continue();
      await route.fetch();
      return route.abort();
    });
    await sayLine(alice, "/quiz start");
    await alice.getByText("Question 1 of 5 · score").waitFor();
    await expect.poll(() => lost).toBe(2);
    await alice.waitForTimeout(200);
    expect(await alice.locator(".message").count()).toBe(2);
    browser.troubles.splice(0);
  });
});
