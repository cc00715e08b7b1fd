import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { letterFor } from "../house/answers.ts";
import { type BotProcess, startBot } from "../house/process.ts";
import { describeInBrowser, lastMessage, sayLine, startBrowser, type TestBrowser } from "./browser.ts";
import { formStands } from "./steps.ts";

describeInBrowser("the whole quiz in the browser, from npm start on", { timeout: 120_000 }, () => {
  let folder: string;
  let bot: BotProcess;
  let browser: TestBrowser;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "greenroom-browser-"));
    bot = await startBot({ DATA_DIR: folder });
    browser = await startBrowser({ origin: bot.url });
  });
  afterAll(async () => {
    await browser.stop();
    bot.kill("SIGTERM");
    await bot.exited;
    await rm(folder, { recursive: true, force: true });
  });

  it("goes from the profile over a wrong answer, its explanation and the tip to the history", async () => {
    const page = await browser.open();
    await sayLine(page, "/quiz start questions:3");
    await fillProfile(page);
    await play(page, [false, true, true]);
    await page.getByRole("button", { name: "See my result" }).click();
    await expect.poll(() => lastMessage(page).innerText()).toContain("Worth a look next");
    expect(await lastMessage(page).innerText()).toContain("2 of 3 right");

    await sayLine(page, "/quiz start questions:3");
    await play(page, [true, true, true]);
    await page.getByRole("button", { name: "See my result" }).click();
    await expect.poll(() => lastMessage(page).innerText()).toContain("Every answer was right");
    await sayLine(page, "/quiz history");
    const history = lastMessage(page);
    await expect.poll(() => history.innerText()).toContain("Your quizzes");
    // The chart is a picture that says in words what it shows.
    const chart = history.getByRole("img", { name: /Scores over time, oldest first: .* 67 %, .* 100 %/ });
    await chart.waitFor();
    expect(
      await chart.evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth),
    ).toBeGreaterThan(600);
    const rows = await history.getByRole("row").allInnerTexts();
    expect(rows.slice(1).map((row) => row.split(/\s+/).slice(-3))).toEqual([
      ["100", "%", "3"],
      ["67", "%", "3"],
    ]);
    await history.getByRole("combobox").selectOption({ index: 1 });
    const choose = history.getByRole("button", { name: "Choose" });
    if (await choose.count()) await choose.click();
    await expect.poll(() => lastMessage(page).innerText()).toContain("Question 1 of 3");
    expect(browser.troubles).toEqual([]);
  });

  it("goes on after a kill -9 and a reload with the button that was already there", async () => {
    const page = await browser.open("/?as=bob&in=career-lounge");
    await sayLine(page, "/quiz start questions:3");
    await fillProfile(page);
    await lastMessage(page).getByRole("button", { name: /^A\b/ }).waitFor();
    const port = new URL(bot.url).port;
    bot.kill("SIGKILL");
    await bot.exited;
    bot = await startBot({ DATA_DIR: folder, PORT: port });
    await page.reload();
    await expect.poll(() => lastMessage(page).innerText(), { timeout: 10_000 }).toContain("Question 1 of 3");
    await answer(page, true);
    await expect.poll(() => lastMessage(page).innerText(), { timeout: 10_000 }).toContain("1 of 1 right so far");
  });

  async function fillProfile(page: Page): Promise<void> {
    await formStands(page);
    const form = page.getByRole("dialog");
    await form.getByLabel("Industry").selectOption("Technology");
    await form.getByLabel("Years of experience").fill("4");
    await form.getByLabel("Skills").fill("SQL, Python");
    await form.getByRole("button", { name: "Save" }).click();
    const question = lastMessage(page);
    await expect.poll(() => question.innerText()).toContain("which part of Technology?");
    await question.getByRole("combobox").selectOption("Software Development");
    const choose = question.getByRole("button", { name: "Choose" });
    if (await choose.count()) await choose.click();
  }

  async function play(page: Page, rights: readonly boolean[]): Promise<void> {
    for (const [index, isRight] of rights.entries()) {
      await expect.poll(() => lastMessage(page).innerText()).toContain(`Question ${index + 1} of ${rights.length}`);
      await answer(page, isRight);
      await expect.poll(() => lastMessage(page).innerText()).toContain(isRight ? "Right." : "Not quite.");
      if (index + 1 < rights.length) await lastMessage(page).getByRole("button", { name: "Next question" }).click();
    }
  }

  async function answer(page: Page, isRight: boolean): Promise<void> {
    const letter = letterFor(await lastMessage(page).innerText(), isRight);
    await lastMessage(page)
      .getByRole("button", { name: new RegExp(`^${letter}\\b`) })
      .click();
  }
});
