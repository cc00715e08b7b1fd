import { expect, it } from "vitest";
import { describeInBrowser, lastMessage, sayLine, type TestBrowser } from "./browser.ts";
import { ground, motion, poorContrast, sideways, unnamed } from "./in-page.js";
import { holdUp } from "./pretend.ts";
import { withBrowser } from "./setting.ts";

let browser: TestBrowser;

describeInBrowser("the page can be read", () => {
  withBrowser(
    async (setting) => {
      ({ browser } = setting);
      const page = await browser.open();
      for (const line of ["/quiz start", "/show everything", "/show broken", "/show slow"]) await sayLine(page, line);
      await page.getByText("Read everything.", { exact: true }).waitFor();
      await page.locator(".message.drawn").first().getByRole("button", { name: "A ·" }).click();
      await page.getByText("B was right.").waitFor();
    },
    { kept: true },
  );

  for (const colorScheme of ["light", "dark"] as const) {
    it(`with enough contrast in the ${colorScheme} theme`, async () => {
      const page = await browser.open("/?as=alice&in=career-lounge", { colorScheme });
      await page.keyboard.type("/");
      expect(await page.evaluate(poorContrast)).toEqual([]);
      await page.keyboard.type("quiz start");
      await page.keyboard.press("Tab");
      await page.keyboard.type("questions:99");
      await page.keyboard.press("Enter");
      await page.getByRole("alert").waitFor();
      expect(await page.evaluate(poorContrast)).toEqual([]);
      await lastMessage(page).waitFor();
      await page.getByRole("button", { name: "Fill in the form" }).click();
      await page.getByRole("button", { name: "Save", exact: true }).click();
      await page.getByText("Please fill it in.").first().waitFor();
      expect(await page.evaluate(poorContrast)).toEqual([]);
    });
  }

  it("in the theme that one chooses, also after a reload", async () => {
    const page = await browser.open("/?as=alice&in=career-lounge", { colorScheme: "light" });
    const light = await page.evaluate(ground);
    await page.getByRole("button", { name: "Dark theme" }).click();
    const dark = await page.evaluate(ground);
    expect(dark).not.toBe(light);
    await page.reload();
    await page.getByRole("button", { name: "Light theme" }).waitFor();
    expect(await page.evaluate(ground)).toBe(dark);
  });

  it("by a screen reader: names, roles and references are whole", async () => {
    const page = await browser.open();
    expect(await page.evaluate(unnamed)).toEqual([]);
    await page.keyboard.type("/");
    expect(await page.evaluate(unnamed)).toEqual([]);
    await page.keyboard.type("quiz start");
    await page.keyboard.press("Tab");
    await page.keyboard.type("category:");
    await page.getByRole("listbox", { name: "Values for category" }).waitFor();
    expect(await page.evaluate(unnamed)).toEqual([]);
    expect(await page.getByRole("main").count()).toBe(1);
    expect(await page.getByRole("heading", { level: 1 }).count()).toBe(1);
    expect(await page.getByRole("navigation").count()).toBe(2);
    await page.getByRole("button", { name: "Fill in the form" }).click();
    await page.getByRole("dialog", { name: "Your profile" }).waitFor();
    expect(await page.evaluate(unnamed)).toEqual([]);
  });

  it("on a phone of 360 pixels, without scrolling sideways", async () => {
    const page = await browser.open("/?as=alice&in=career-lounge", {
      viewport: { width: 360, height: 700 },
      hasTouch: true,
      isMobile: true,
    });
    expect(await page.evaluate(sideways)).toEqual([]);
    await page.getByRole("button", { name: "People and channels" }).click();
    await page.getByRole("link", { name: /Bob/ }).click();
    await page.getByRole("heading", { level: 1, name: "#career-lounge" }).waitFor();
    await page.getByRole("button", { name: "Show the commands" }).click();
    expect(await page.evaluate(sideways)).toEqual([]);
    await page.getByRole("option", { name: /quiz start/ }).click();
    await page.getByRole("option", { name: /How many/ }).click();
    expect(await page.evaluate(sideways)).toEqual([]);
    await page.getByRole("button", { name: "Fill in the form" }).click();
    await page.getByRole("dialog").waitFor();
    expect(await page.evaluate(sideways)).toEqual([]);
  });

  it("without movement by those who prefer none", async () => {
    const page = await browser.open("/?as=alice&in=career-lounge", { reducedMotion: "reduce" });
    const letOn = holdUp();
    await sayLine(page, "/show slow");
    await page.locator(".dots i").first().waitFor({ state: "attached" });
    expect(await page.locator(".dots i").first().evaluate(motion)).toBe("none");
    letOn();
    await expect.poll(() => page.locator(".dots").count()).toBe(0);
  });
});
