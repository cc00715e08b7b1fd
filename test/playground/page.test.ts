import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { describeInBrowser, describeWithPdfs, focused, lastMessage, sayLine, type TestBrowser } from "./browser.ts";
import { lastDescription, meterValue, pictureWidth, topOf } from "./in-page.js";
import { heard, holdUp, ran } from "./pretend.ts";
import { withBrowser } from "./setting.ts";
import type { World } from "./world.ts";

let world: World;
let browser: TestBrowser;

describeInBrowser("the page", () => {
  withBrowser((setting) => {
    ({ world, browser } = setting);
  });

  it("draws every kind of block as what it is", async () => {
    const page = await browser.open();
    await sayLine(page, "/show everything");
    const message = lastMessage(page);
    await message.getByRole("heading", { name: "What a message may hold" }).waitFor();
    expect(await message.locator("strong").first().textContent()).toBe("bold");
    expect(await message.locator("blockquote").textContent()).toContain("<b>waiting times</b>");
    expect(await message.locator("blockquote b").count()).toBe(0);
    const table = message.getByRole("table", { name: "Salaries in Hospitality" });
    expect(await table.getByRole("columnheader").allTextContents()).toEqual(["Role", "Median", "Place"]);
    expect(await table.getByRole("row").count()).toBe(3);
    expect(await message.getByRole("meter", { name: "Food safety" }).evaluate(meterValue)).toBe(0.9);
    expect(await message.getByText("9 of 10").last().isVisible()).toBe(true);
    const chart = message.getByRole("img", { name: "Scores rise from 40 to 85 per cent." });
    await expect.poll(() => chart.evaluate(pictureWidth)).toBe(480);
    const ranges = message.getByRole("figure", { name: "Pay in Hospitality" });
    expect(await ranges.getByRole("img").getAttribute("alt")).toBe("Pay of chefs, in USD a year, May 2025.");
    await ranges.getByText("Numbers").click();
    const numbers = ranges.getByRole("table", { name: "Pay in Hospitality (USD a year, May 2025)" });
    expect(await numbers.getByRole("row").last().innerText()).toMatch(
      /Chefs and Head Cooks\s+37,900\s+62,470\s+97,410/,
    );
    expect(await message.getByRole("definition").first().textContent()).toBe("Hospitality");
    expect(await message.getByRole("button", { name: "Not now" }).getAttribute("aria-disabled")).toBe("true");
    const link = message.getByRole("link", { name: "Read more (opens in a new tab)" });
    expect([await link.getAttribute("target"), await link.getAttribute("rel")]).toEqual([
      "_blank",
      "noopener noreferrer",
    ]);
  });

  it("shows what a visitor wrote as text", async () => {
    const page = await browser.open();
    await sayLine(page, "<img src=x onerror=alert(1)> **no** @everyone");
    await expect
      .poll(() => page.locator(".bubble").textContent())
      .toBe("<img src=x onerror=alert(1)> **no** @everyone");
    expect(await page.locator(".bubble img").count()).toBe(0);
  });

  it("takes what is chosen from a list, only when it is sent", async () => {
    const page = await browser.open();
    await sayLine(page, "/show everything");
    await page.getByLabel("Industry", { exact: true }).selectOption("retail");
    await page.getByRole("button", { name: "Choose: Industry" }).click();
    await page.getByText("edited").waitFor();
    expect(await page.getByLabel("Industry", { exact: true }).inputValue()).toBe("retail");
  });

  it("shows that a pressed button is working, and takes a double click for one press", async () => {
    const page = await browser.open();
    await sayLine(page, "/show everything");
    const before = ran["slow press"] ?? 0;
    const letOn = holdUp();
    const button = lastMessage(page).getByRole("button", { name: "Take your time" });
    await button.dblclick();
    await page.locator("[data-working] .spinner").waitFor();
    expect(await lastMessage(page).getByRole("button", { name: "Save it" }).getAttribute("aria-disabled")).toBe("true");
    letOn();
    await page.getByText("The slow answer.", { exact: true }).waitFor();
    expect((ran["slow press"] ?? 0) - before).toBe(1);
  });

  it("does not take the second click of a double click for a press on what has come in its place", async () => {
    const page = await browser.open();
    await sayLine(page, "/quiz start");
    await page.getByRole("button", { name: "B · Listen" }).click();
    await page.getByRole("button", { name: "Next question" }).waitFor();
    const before = ran["quiz answer"] ?? 0;
    await page.getByRole("button", { name: "Next question" }).click();
    await page.getByText("Question 2 of 5 · score").waitFor();
    await page.getByRole("button", { name: "A · Offer" }).click({ clickCount: 2, delay: 40 });
    await page.getByText("B was right.").waitFor();
    expect((ran["quiz answer"] ?? 0) - before).toBe(1);
  });

  it("leaves a button under the pointer that presses it, a little above the end", async () => {
    const page = await browser.open("/?as=alice&in=career-lounge", { viewport: { width: 1200, height: 460 } });
    for (let i = 0; i < 3; i++) await sayLine(page, "/quiz start");
    await expect.poll(() => page.locator(".message.drawn").count()).toBe(3);
    const button = lastMessage(page).getByRole("button", { name: "A · Offer" });
    const atEnd = await button.evaluate(topOf);
    await page.mouse.move(600, 200);
    await page.mouse.wheel(0, -40);
    // The page turns after the wheel, not with it.
    await expect.poll(() => button.evaluate(topOf)).toBe(atEnd + 40);
    const box = await button.boundingBox();
    if (!box) throw new Error("The button is not on the page");
    const before = ran["quiz answer"] ?? 0;
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.up();
    await expect.poll(() => (ran["quiz answer"] ?? 0) - before).toBe(1);
  });

  it("keeps the focus and the place one reads at when a message changes, and says what changed", async () => {
    const page = await browser.open("/?as=alice&in=career-lounge", { viewport: { width: 1200, height: 460 } });
    for (let i = 0; i < 3; i++) await sayLine(page, "/quiz start");
    await expect.poll(() => page.locator(".message.drawn").count()).toBe(3);
    const button = page.locator(".message.drawn").nth(1).getByRole("button", { name: "A · Offer" });
    await button.focus();
    const top = () => page.locator(".message.drawn").nth(1).evaluate(topOf);
    const before = await top();
    await page.keyboard.press("Enter");
    await page.locator(".message.drawn").nth(1).getByText("B was right.").waitFor();
    expect(await focused(page)).toBe("A · Offer a refund");
    expect(Math.abs((await top()) - before)).toBeLessThan(3);
    await expect
      .poll(() => page.locator("#announcer").textContent())
      .toBe("Updated: Greenroom: Not quite: B was right");
    await page.locator(".message.drawn").nth(1).getByRole("button", { name: "Next question" }).press("Enter");
    await page.getByText("Question 2 of 5 · score").waitFor();
    expect(await focused(page)).toBe("A · Offer a refund");
  });

  it("shows errors at the fields of a form, keeps what was typed, and brings a closed form back", async () => {
    const page = await browser.open();
    await sayLine(page, "/profile edit");
    const form = page.getByRole("dialog", { name: "Your profile" });
    await form.getByLabel("About you").fill("x".repeat(61));
    expect(await form.getByText("61 of 60").getAttribute("class")).toContain("over");
    await form.getByLabel("Years of experience").fill("many");
    await form.getByRole("button", { name: "Save" }).click();
    await form.getByText('"Name" is missing. Please fill it in.').waitFor();
    const years = form.getByLabel("Years of experience");
    expect(await years.getAttribute("aria-invalid")).toBe("true");
    expect(await years.evaluate(lastDescription)).toContain("should be a whole number");
    expect(await years.inputValue()).toBe("many");
    expect(await focused(page)).toBe("field-name");
    const kept = page.waitForResponse((response) => response.url().endsWith("/api/interactions"));
    await page.keyboard.press("Escape");
    await form.waitFor({ state: "detached" });
    await kept;
    await sayLine(page, "/profile edit");
    expect(await form.getByLabel("Years of experience").inputValue()).toBe("many");
    expect(await form.getByLabel("Level").inputValue()).toBe("junior");
  });

  it("sends a form with a channel and a file", async () => {
    const page = await browser.open();
    await sayLine(page, "/profile edit");
    const form = page.getByRole("dialog", { name: "Your profile" });
    await form.getByLabel("Name").fill("Alice");
    await form.getByLabel("About you").fill("Cook");
    await form.getByLabel("Years of experience").fill("4");
    await form.getByLabel("Channel").selectOption({ label: "#job-search" });
    await form
      .getByLabel("Resume")
      .setInputFiles({ name: "cv.txt", mimeType: "text/plain", buffer: Buffer.from("Chef") });
    await form.getByRole("button", { name: "Save" }).click();
    await page.getByText("Channel: job-search; resume: cv.txt").waitFor();
    await form.waitFor({ state: "detached" });
    expect(heard["profile form"]).toMatchObject({ resume: { size: 4 } });
  });

  it("shows the same conversation after a reload and a new start of the server, and its buttons work", async () => {
    const page = await browser.open();
    await sayLine(page, "/quiz start");
    await page.getByRole("button", { name: "A · Offer" }).waitFor();
    await world.restart();
    await page.reload();
    await page.getByRole("button", { name: "B · Listen" }).click();
    await page.getByText("Right.", { exact: true }).waitFor();
  });

  it("marks what only its visitor sees, and lets them take it away", async () => {
    const page = await browser.open();
    await sayLine(page, "/show private");
    await page.getByText("A secret of your own.", { exact: true }).waitFor();
    expect(await lastMessage(page).getByText("Only you can see this").isVisible()).toBe(true);
    await lastMessage(page).getByRole("button", { name: "Dismiss" }).click();
    await expect.poll(() => page.locator(".message.drawn").count()).toBe(0);
  });

  it("shows how far long work is", async () => {
    const page = await browser.open();
    const letOn = holdUp();
    await sayLine(page, "/show slow");
    await page.getByText("Reading 1 of 3").first().waitFor();
    await page.getByText("Working…").first().waitFor();
    letOn();
    await page.getByText("Read everything.", { exact: true }).waitFor();
    expect(await page.getByText("Working…").count()).toBe(0);
  });
});

describeWithPdfs("a file", () => {
  withBrowser(
    (setting) => {
      ({ browser } = setting);
    },
    { viewsPdfs: true },
  );

  it("opens in the page, be it a PDF, a picture or a text, and is handed out", async () => {
    const page = await browser.open();
    await sayLine(page, "/show everything");
    await page.getByRole("button", { name: "Preview resume.pdf" }).click();
    const frame = page.getByRole("dialog", { name: "Preview of resume.pdf" }).locator("iframe");
    expect(await frame.getAttribute("src")).toMatch(/^\/files\//);
    await page.keyboard.press("Escape");
    expect(await focused(page)).toBe("Preview resume.pdf");
    await page.getByRole("button", { name: "Preview resume.md" }).click();
    expect(await page.getByRole("dialog").locator("pre").textContent()).toBe("# Alice\n\n<b>Chef</b> de partie");
    await page.getByRole("button", { name: "Close the preview" }).click();
    await page.getByRole("button", { name: "Open the picture: Page one of the resume" }).click();
    await page.getByRole("dialog").getByRole("img").waitFor();
    await page.keyboard.press("Escape");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Download resume.pdf" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("resume.pdf");
    expect((await readFile(await download.path())).subarray(0, 5).toString()).toBe("%PDF-");
  });
});
