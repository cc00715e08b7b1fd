import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { printResume } from "#src/documents/resume-markdown.ts";
import { type CorpusResume, corpus } from "../documents/corpus/index.ts";
import { LAYOUTS, type Layout } from "../documents/corpus/layouts.ts";
import { drawPdf } from "../documents/corpus/pdf.ts";
import { type BotProcess, startBot } from "../house/process.ts";
import { describeInBrowser, sayLine, startBrowser, type TestBrowser } from "./browser.ts";
import { chosenFile } from "./in-page.js";
import { dialog, field, fileOf, fills, formStands, hears, presses, sends, soon } from "./steps.ts";

const amara = corpus[0] as CorpusResume;
const MARKDOWN = printResume(amara.document);
const LOST = "Greenroom was started again before it had answered. Nothing was lost: send it once more.";
const SUMMARY = "Nurse with nine years in acute medicine, and patience.\nTrains newcomers.";

describeInBrowser("after a kill -9 of the bot, nothing that was typed is lost:", { timeout: 120_000 }, () => {
  let folder: string;
  let bot: BotProcess;
  let browser: TestBrowser;
  let pdf: Uint8Array;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "greenroom-kept-"));
    bot = await startBot({ DATA_DIR: folder });
    browser = await startBrowser({ origin: bot.url });
    pdf = await drawPdf(amara, LAYOUTS[0] as Layout, 0);
  }, 120_000);
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

  it("a half filled form stands open again after a reload, and can be sent", async () => {
    const page = await browser.open();
    await sayLine(page, "/resume edit section:summary");
    await fills(page, { Summary: SUMMARY });
    await killed();
    await restarted();
    await page.reload();
    await soon(() => field(page, "Summary").inputValue()).toBe(SUMMARY);
    await sends(page);
    await hears(page, "Saved.");
    await dialog(page).waitFor({ state: "detached" });
    await page.reload();
    await hears(page, "Saved.");
    expect(await dialog(page).count()).toBe(0);
  });

  it("a form that is sent while the bot is away says so and waits", async () => {
    const page = await browser.open();
    await sayLine(page, "/resume edit section:skills");
    await fills(page, { Skills: "Triage, Wound care" });
    await killed();
    await sends(page);
    await soon(() => dialog(page).getByRole("alert").innerText()).toContain("Greenroom cannot be reached");
    expect(await field(page, "Skills").inputValue()).toBe("Triage, Wound care");
    await restarted();
    const before = await page.locator(".message.drawn").count();
    await sends(page);
    await soon(() => page.locator(".message.drawn").count()).toBeGreaterThan(before);
    await hears(page, "Saved.");
  });

  it("an import that was under way is in its form again, with its file", async () => {
    const page = await browser.open("/?as=bob&in=career-lounge");
    await sayLine(page, "/resume import");
    await formStands(page);
    await field(page, "File").setInputFiles(fileOf("cv.pdf", pdf, "application/pdf"));
    await killedWhile(page, () => sends(page));
    await restarted();
    await soon(() => dialog(page).count()).toBe(1);
    expect(await dialog(page).getByRole("alert").innerText()).toBe(LOST);
    expect(await field(page, "File").evaluate(chosenFile)).toBe("cv.pdf");
    await sends(page);
    await hears(page, "What I found in your PDF");
  });

  it("an import that was under way is in its form again after a reload, but for its file, which is asked for", async () => {
    const page = await browser.open("/?as=bob&in=job-search");
    await sayLine(page, "/resume import");
    await fills(page, { "Or paste it": MARKDOWN });
    await killedWhile(page, () => sends(page));
    await restarted();
    await page.reload();
    await soon(() => dialog(page).count()).toBe(1);
    expect(await field(page, "Or paste it").inputValue()).toBe(MARKDOWN);
    await fills(page, { "Or paste it": "" });
    await field(page, "File").setInputFiles(fileOf("cv.pdf", pdf, "application/pdf"));
    await page.reload();
    const asked = dialog(page).getByRole("alert");
    await soon(() => asked.innerText()).toBe("Choose cv.pdf again: a reload does not keep files.");
    await field(page, "File").setInputFiles(fileOf("cv.pdf", pdf, "application/pdf"));
    await sends(page);
    await hears(page, "What I found in your PDF");

    // The buttons of what stood there before the bot was killed still work.
    await killed();
    await restarted();
    await page.reload();
    await hears(page, "What I found in your PDF");
    await presses(page, "Save it");
    await hears(page, "Saved: this is your resume now.");
    await killed();
    await restarted();
    await page.reload();
    await hears(page, "Saved: this is your resume now.");
    await presses(page, "Make a PDF");
    await hears(page, "Your resume as PDF");
  });

  it("a command that was being answered stands in the message box again", async () => {
    const page = await browser.open("/?as=bob&in=job-search");
    const lost = page.getByRole("alert").getByText(LOST);
    const papers = page.locator(".message.drawn", { hasText: "Modern template on" });
    // Where the paper is there before the bot is killed, once more: the first one of a process takes longer.
    do {
      const before = await papers.count();
      await killedWhile(page, () => sayLine(page, "/resume pdf template:modern"));
      await restarted();
      await soon(async () => (await lost.count()) + (await papers.count())).toBeGreaterThan(before);
    } while ((await lost.count()) === 0);
    const box = page.getByRole("combobox", { name: /^Message / });
    await soon(() => box.inputValue()).toBe("/resume pdf template:modern");
    await box.press("Escape");
    await box.press("Enter");
    await hears(page, "Modern template on A4 paper.");
  });

  it("a command that is being put together is still there after a reload", async () => {
    const page = await browser.open("/?as=bob&in=job-search");
    await page.keyboard.type("/resume score");
    await page.keyboard.press("Tab");
    await page.keyboard.type("job:");
    const job = page.locator("#option-job");
    await job.fill("Nurse wanted.\nRequirements: triage, wound care, IV cannulation");
    await killed();
    await restarted();
    await page.reload();
    await soon(() => job.inputValue()).toContain("Requirements: triage");
    await page.getByRole("button", { name: "Send" }).click();
    await hears(page, "Match with the ad");
    await page.reload();
    await hears(page, "Match with the ad");
    expect(await page.locator("#composer-text").inputValue()).toBe("");
  });

  async function killed(): Promise<void> {
    bot.kill("SIGKILL");
    await bot.exited;
  }

  async function restarted(): Promise<void> {
    bot = await startBot({ DATA_DIR: folder, PORT: new URL(bot.url).port });
  }

  /** Kills it as soon as it has said that this will take longer, as reading a file does on any machine. */
  async function killedWhile(page: Page, act: () => Promise<void>): Promise<void> {
    const deferred = page.waitForResponse((response) => response.url().endsWith("/api/interactions"));
    await Promise.all([deferred, act()]);
    await killed();
  }
});
