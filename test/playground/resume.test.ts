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
import { describeWithPdfs, focused, lastMessage, startBrowser, type TestBrowser } from "./browser.ts";
import { pictureWidth, poorContrast, sideways, tall, topOf, unnamed } from "./in-page.js";
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

const amara = corpus[0] as CorpusResume;
const priya = corpus[2] as CorpusResume;
const MARKDOWN = printResume(priya.document);
const LINES = Array.from(
  { length: 40 },
  (_, index) =>
    `Built service number ${index + 1} of the settlement platform, which answers ${1200 + index} questions a second and took ${index + 2} months of work.`,
);

const AD = `Registered nurse for an acute ward

Requirements
- Triage and wound care
- IV cannulation
- Electronic health records

Desirable
- Phlebotomy`;

describeWithPdfs("a resume in the browser, from npm start on,", { timeout: 120_000 }, () => {
  let folder: string;
  let bot: BotProcess;
  let browser: TestBrowser;
  let pdf: Uint8Array;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "greenroom-resume-"));
    bot = await startBot({ DATA_DIR: folder });
    browser = await startBrowser({ origin: bot.url }, { viewsPdfs: true });
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

  it("is read from a PDF, shown, and saved by a press", async () => {
    const page = await browser.open();
    await imports(page, fileOf("cv.pdf", pdf, "application/pdf"));
    await hears(page, "What I found in your PDF");
    const shown = await lastMessage(page).innerText();
    for (const fact of ["Nothing is saved yet", "Amara Okafor", "Senior Staff Nurse", "University of Leeds"])
      expect(shown).toContain(fact);
    await presses(page, "Save it");
    await hears(page, "Saved: this is your resume now.");
  });

  it("is imported, changed and made into a PDF with nothing but a keyboard", async () => {
    const page = await browser.open("/?as=olivia&in=career-lounge");
    const { keyboard } = page;
    // From here on, so that the browser hands every dialog to the test.
    const opened = page.waitForEvent("filechooser", { timeout: 60_000 });
    await types(page, "/resume import");
    await soon(() => focused(page)).toBe("field-file");
    await keyboard.press("Enter");
    await (await opened).setFiles(fileOf("cv.pdf", pdf, "application/pdf"));
    await tabTo(page, "Read it");
    await keyboard.press("Enter");
    await hears(page, "What I found in your PDF");
    await tabBackTo(page, "Save it");
    await keyboard.press("Enter");
    await hears(page, "Saved: this is your resume now.");

    await tabTo(page, "composer-text");
    await types(page, "/resume edit section:education");
    await hears(page, "University of Leeds");
    await tabBackTo(page, "Add a school");
    await keyboard.press("Enter");
    await soon(() => focused(page)).toBe("field-school");
    for (const typed of ["King's College London", "MSc", "Advanced Practice", "London", "sometime", "Distinction"]) {
      await keyboard.type(typed);
      await keyboard.press("Tab");
    }
    await tabTo(page, "Save");
    await keyboard.press("Enter");
    const problem = dialog(page).getByRole("alert");
    await soon(() => problem.innerText()).toContain('I cannot read "sometime" as dates');
    expect(await field(page, "Worth telling").inputValue()).toBe("Distinction");
    for (let presses = 0; (await focused(page)) !== "field-dates" && presses < 20; presses++)
      await keyboard.press("Shift+Tab");
    await keyboard.press("Control+A");
    await keyboard.type("2018 – 2019");
    await keyboard.press("Enter");
    await hears(page, /King's College London[\s\S]*2018 – 2019/);

    await tabTo(page, "composer-text");
    await types(page, "/resume pdf");
    await hears(page, "Your resume as PDF");
    await tabBackTo(page, "Preview Amara-Okafor-resume.pdf");
    await keyboard.press("Enter");
    await dialog(page).locator("iframe").waitFor();
    await keyboard.press("Escape");
    await soon(() => dialog(page).count()).toBe(0);
    expect(await focused(page)).toBe("Preview Amara-Okafor-resume.pdf");
  });

  it("is compared with the one that is there before it takes its place", async () => {
    const page = await browser.open();
    await imports(page, fileOf("cv.pdf", await drawPdf(priya, LAYOUTS[0] as Layout, 0)));
    await hears(page, "Nothing is saved yet: look through it first. Compared with the resume that you have here");
    const shown = await lastMessage(page).innerText();
    expect(shown).toMatch(/\+ New: Senior Software Engineer · Ledgerline Technologies/);
    expect(shown).toMatch(/− Gone: .*Riverside Care Home/);
    // A long answer is read from its beginning.
    const top = await lastMessage(page).evaluate(topOf);
    expect(top).toBeGreaterThan(50);
    expect(top).toBeLessThan(150);
    await presses(page, "Don't save");
    await hears(page, "Not saved. Nothing was changed");
    await asks(page, "/resume view", "Amara Okafor");
  });

  it("is not taken from a file of the wrong kind, and the way back to the form is one press", async () => {
    const page = await browser.open("/?as=bob&in=career-lounge");
    await imports(page, fileOf("cv.pdf", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"), "application/pdf"));
    await hears(page, "This is a picture, which I cannot read. Send a PDF, Word (.docx), Markdown");
    await presses(page, "Open the form again");
    await field(page, "File").setInputFiles(fileOf("cv.md", Buffer.from(MARKDOWN), "text/markdown"));
    await sends(page);
    await hears(page, "What I found in your Markdown");
    await presses(page, "Save it");
    await hears(page, "Saved: this is your resume now.");
  });

  it("takes forty lines about a job in one field that shows them, and gives them back whole", async () => {
    const page = await browser.open("/?as=bob&in=career-lounge");
    await asks(page, "/resume edit section:experience", "Ledgerline Technologies");
    await chooses(page, /^Senior Software Engineer/);
    await hears(page, "Designed a ledger that handles 2,400 transactions per second.");
    await presses(page, "Change");
    const lines = field(page, "What you did");
    const before = await lines.evaluate(tall);
    await lines.fill(LINES.join("\n"));
    expect(LINES.join("\n").length).toBeGreaterThan(4000);
    const { height, room } = await lines.evaluate(tall);
    expect(height).toBeGreaterThan(before.height);
    expect(height).toBeGreaterThan(room * 0.5);
    await sends(page);
    await hears(page, "40 lines");
    await chooses(page, /^Senior Software Engineer/);
    await hears(page, LINES[39] ?? "");
    await presses(page, "Change");
    expect(await field(page, "What you did").inputValue()).toBe(LINES.join("\n"));
  });

  it("can be read on a phone in the dark, message and form, without scrolling sideways", async () => {
    const page = await browser.open("/?as=bob&in=career-lounge", {
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
      colorScheme: "dark",
    });
    await asks(page, "/resume view", "Your resume");
    await asks(page, "/resume score", "Resume check");
    await asks(page, "/resume pdf", "Your resume as PDF");
    await imports(page, fileOf("cv.pdf", pdf, "application/pdf"));
    await hears(page, "Compared with the resume that you have here");
    for (const found of [sideways, poorContrast, unnamed]) expect(await page.evaluate(found)).toEqual([]);
    await presses(page, "Don't save");
    await hears(page, "Not saved.");
    await asks(page, "/resume edit section:experience", "Experience");
    await chooses(page, /^Senior Software Engineer/);
    await presses(page, "Change");
    const { height, room } = await field(page, "What you did").evaluate(tall);
    expect(height).toBeGreaterThan(room * 0.5);
    for (const found of [sideways, poorContrast, unnamed]) expect(await page.evaluate(found)).toEqual([]);
  });

  it("opens as a PDF in the page, says in words what its picture shows, and comes in another template", async () => {
    const page = await browser.open();
    await asks(page, "/resume pdf", "Classic template on A4 paper.");
    const picture = lastMessage(page).getByRole("img", {
      name: /^The only page of your resume in the classic template\. On it: Amara Okafor; .*St Mary's Hospital/,
    });
    await soon(() => picture.evaluate(pictureWidth)).toBeGreaterThan(600);
    const classic = await downloads(page);
    expect(classic.name).toBe("Amara-Okafor-resume.pdf");
    const text = await readPdf(classic.bytes);
    for (const fact of ["Amara Okafor", "Senior Staff Nurse", "Cut medication errors by 31 %", "University of Leeds"])
      expect(text).toContain(fact);
    await presses(page, /^Preview/);
    const frame = dialog(page).locator("iframe");
    const shown = await page.request.get(new URL((await frame.getAttribute("src")) ?? "", page.url()).href);
    expect(shown.headers()["content-type"]).toBe("application/pdf");
    expect(await shown.body()).toEqual(Buffer.from(classic.bytes));
    await page.getByRole("button", { name: "Close the preview" }).click();
    await presses(page, /^Open the picture/);
    await soon(() =>
      dialog(page)
        .getByRole("img", { name: /Amara Okafor; / })
        .evaluate(pictureWidth),
    ).toBeGreaterThan(600);
    await page.getByRole("button", { name: "Close the preview" }).click();
    await presses(page, "Modern template");
    await hears(page, "Modern template on A4 paper.");
    const modern = await downloads(page);
    expect(await readPdf(modern.bytes)).toContain("Senior Staff Nurse");
    expect(Buffer.from(modern.bytes).equals(Buffer.from(classic.bytes))).toBe(false);
  });

  for (const [format, ending] of [
    ["Word", "docx"],
    ["Markdown", "md"],
    ["JSON Resume", "json"],
  ] as const) {
    it(`is handed out as ${format} and read again without loss`, async () => {
      const page = await browser.open();
      await asks(page, "/resume export", "As which kind of file?");
      await presses(page, new RegExp(`^${format}`));
      await hears(page, "Your resume as a file");
      const file = await downloads(page);
      expect(file.name).toBe(`Amara-Okafor-resume.${ending}`);
      await imports(page, fileOf(file.name, file.bytes));
      await hears(page, "It says the same as the resume that you have here: there is nothing to save.");
    });
  }

  it("is checked by itself and against an ad, and a line is improved", async () => {
    const page = await browser.open();
    await asks(page, "/resume score", /Score\s+\d+ of 100/);
    const alone = /(\d+) of 100/.exec(await lastMessage(page).innerText())?.[1];
    await presses(page, "Check against an ad");
    await fills(page, { "Job ad": AD });
    await sends(page);
    await hears(page, "Match with the ad");
    const matched = await lastMessage(page).innerText();
    expect(matched).toMatch(/In your skills \(\d\): .*Triage/);
    expect(matched).toMatch(/Not in your resume \(1\): Phlebotomy \(preferred\)/);
    expect(matched).toContain(`Your resume by itself scores ${alone} of 100`);
    await presses(page, "Improve my lines");
    await hears(page, "Line 1 of 1");
    await presses(page, "Edit this line");
    expect(await field(page, "Your line").inputValue()).toBe("Helped 40 residents with washing, dressing and meals.");
    await fills(page, { "Your line": "Washed, dressed and fed 40 residents a day, and trained two new carers." });
    await sends(page);
    await hears(page, "1 line changed");
    await asks(page, "/resume view", "Washed, dressed and fed 40 residents a day, and trained two new carers.");
  });

  async function types(page: Page, line: string): Promise<void> {
    await soon(() => focused(page)).toBe("composer-text");
    await page.keyboard.type(line);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Enter");
  }
});

const tabTo = (page: Page, name: string) => keysTo(page, name, "Tab");
const tabBackTo = (page: Page, name: string) => keysTo(page, name, "Shift+Tab");

async function keysTo(page: Page, name: string, key: string): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    if ((await focused(page)) === name) return;
    await page.keyboard.press(key);
  }
  throw new Error(`No ${key} leads to "${name}"`);
}
