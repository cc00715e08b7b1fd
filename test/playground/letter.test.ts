import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { printResume } from "#src/documents/resume-markdown.ts";
import { type CorpusResume, corpus } from "../documents/corpus/index.ts";
import { type BotProcess, startBot } from "../house/process.ts";
import { describeWithPdfs, lastMessage, sayLine, startBrowser, type TestBrowser } from "./browser.ts";
import { pictureWidth, poorContrast, sideways, tall, unnamed } from "./in-page.js";
import {
  asks,
  chooses,
  dialog,
  downloads,
  field,
  fileOf,
  fills,
  hears,
  imports,
  presses,
  readPdf,
  sends,
  soon,
} from "./steps.ts";

const MARKDOWN = printResume((corpus[0] as CorpusResume).document);
const AD = `Staff nurse, acute medicine

Requirements
- Triage and wound care
- IV cannulation
- Electronic health records

Desirable
- Phlebotomy`;

describeWithPdfs("a cover letter in the browser, from npm start on,", { timeout: 120_000 }, () => {
  let folder: string;
  let bot: BotProcess;
  let browser: TestBrowser;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "greenroom-letter-"));
    bot = await startBot({ DATA_DIR: folder });
    browser = await startBrowser({ origin: bot.url }, { viewsPdfs: true });
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

  it("is written from a form, says what it answers, and is changed by asking, with the way back", async () => {
    const page = await browser.open();
    await imports(page, fileOf("cv.md", Buffer.from(MARKDOWN)));
    await hears(page, "Nothing is saved yet");
    await presses(page, "Save it");
    await hears(page, "Saved: this is your resume now.");
    await sayLine(page, "/cover-letter new");
    await fills(page, { Company: "Riverside NHS Trust", "Job title": "Staff Nurse", "Job ad": AD });
    await sends(page);
    await hears(page, "Staff Nurse at Riverside NHS Trust");
    const letter = lastMessage(page).getByRole("blockquote");
    const written = await letter.innerText();
    expect(written).toMatch(/Riverside NHS Trust[\s\S]*St Mary's Hospital[\s\S]*Amara Okafor$/);
    const whole = await lastMessage(page).innerText();
    expect(whole).toMatch(/Paragraph \d answers: .*wound care/);
    expect(whole).toMatch(/nothing in your resume says that you have them.*: Phlebotomy/);
    await presses(page, "Shorter");
    await soon(async () => (await letter.innerText()).length).toBeLessThan(written.length);
    await presses(page, "Undo");
    await soon(() => letter.innerText()).toBe(written);
    await presses(page, "Ask for a change");
    await fills(page, { "What should change": "mention Patient education" });
    await sends(page);
    await soon(() => letter.innerText()).toMatch(/patient education/i);
  });

  it("is edited in a form whose field shows the whole of it", async () => {
    const page = await browser.open();
    await asks(page, "/cover-letter edit", "Draft");
    await presses(page, "Edit the text");
    const text = field(page, "Letter");
    const before = await text.inputValue();
    const { height, inside } = await text.evaluate(tall);
    expect(inside).toBeLessThanOrEqual(height + 1);
    await text.fill(`${before}\n\nMy own sentence stays as I wrote it.`);
    await sends(page);
    await hears(page, "My own sentence stays as I wrote it.");
  });

  it("is finished with its PDF, whose first page is told in words", async () => {
    const page = await browser.open();
    await asks(page, "/cover-letter finish", "Completed: here is your letter as a PDF.");
    const picture = lastMessage(page).getByRole("img", { name: /letter.*Staff Nurse.*Riverside NHS Trust/i });
    await soon(() => picture.evaluate(pictureWidth)).toBeGreaterThan(600);
    const { name, bytes } = await downloads(page);
    expect(name).toMatch(/\.pdf$/);
    const text = await readPdf(bytes);
    for (const fact of ["Riverside NHS Trust", "St Mary's Hospital", "My own sentence stays as I wrote it."])
      expect(text).toContain(fact);
    await presses(page, /^Preview/);
    await dialog(page).locator("iframe").waitFor();
    await page.getByRole("button", { name: "Close the preview" }).click();
    await asks(page, "/cover-letter list", "Your cover letters");
    expect(await lastMessage(page).getByRole("row").last().innerText()).toMatch(
      /Staff Nurse\s+Riverside NHS Trust\s+Completed/,
    );
  });

  it("is deleted after one question, and had back", async () => {
    const page = await browser.open();
    await asks(page, "/cover-letter delete", "Delete the letter for Staff Nurse at Riverside NHS Trust?");
    await presses(page, "Delete it");
    await hears(page, "You can have it back");
    await asks(page, "/cover-letter list", "You have no cover letter yet.");
    await page.getByRole("button", { name: "Undo: bring it back" }).click();
    await soon(() => page.locator(".message.drawn").allInnerTexts()).toContainEqual(
      expect.stringContaining("My own sentence stays as I wrote it."),
    );
    await asks(page, "/cover-letter list", "Your cover letters");
    await chooses(page, /^Staff Nurse at Riverside NHS Trust/);
    await hears(page, "My own sentence stays as I wrote it.");
  });

  it("can be read on a phone, message and form, without scrolling sideways", async () => {
    const page = await browser.open("/?as=alice&in=career-lounge", {
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
    });
    await asks(page, "/cover-letter list", "Your cover letters");
    await asks(page, "/cover-letter edit", "Staff Nurse at Riverside NHS Trust");
    for (const found of [sideways, poorContrast, unnamed]) expect(await page.evaluate(found)).toEqual([]);
    await presses(page, "Edit the text");
    await dialog(page).waitFor();
    for (const found of [sideways, poorContrast, unnamed]) expect(await page.evaluate(found)).toEqual([]);
  });
});
