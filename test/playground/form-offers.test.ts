import { expect, it } from "vitest";
import { describeInBrowser, focused, sayLine, type TestBrowser } from "./browser.ts";
import { highlighted, poorContrast, sideways, unnamed } from "./in-page.js";
import { withBrowser } from "./setting.ts";
import { dialog, field } from "./steps.ts";

let browser: TestBrowser;

describeInBrowser("a field of a command's form", () => {
  withBrowser(
    (setting) => {
      ({ browser } = setting);
    },
    { kept: true },
  );

  it("offers what the option offers, with the keyboard alone, and closes its list before its form", async () => {
    const page = await browser.open();
    await sayLine(page, "/show news");
    await dialog(page).waitFor();
    await field(page, "Topic").focus();
    const list = page.getByRole("listbox", { name: "Values for Topic" });
    await page.keyboard.type("saf");
    await list.getByRole("option", { name: /food safety/ }).waitFor();
    await page.keyboard.press("Escape");
    await list.waitFor({ state: "hidden" });
    expect(await dialog(page).count()).toBe(1);
    await page.keyboard.press("ArrowDown");
    await list.getByRole("option").first().waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    expect(await page.evaluate(highlighted)).toContain("site safety");
    await page.keyboard.press("Enter");
    expect(await field(page, "Topic").inputValue()).toBe("site safety");
    expect(await focused(page)).toBe("field-topic");
    expect(await list.isVisible()).toBe(false);
    await page.keyboard.press("Enter");
    await page.getByText("Told career-lounge.", { exact: true }).waitFor();
  });

  it("offers them to a finger too, and can be read with its list open", async () => {
    const phone = { viewport: { width: 360, height: 700 }, hasTouch: true, isMobile: true };
    const page = await browser.open("/?as=alice&in=career-lounge", phone);
    await sayLine(page, "/show news");
    await field(page, "Topic").fill("data");
    const offer = dialog(page).getByRole("option", { name: /databases/ });
    await offer.waitFor();
    for (const found of [sideways, poorContrast, unnamed]) expect(await page.evaluate(found)).toEqual([]);
    await offer.tap();
    expect(await field(page, "Topic").inputValue()).toBe("databases");
  });
});
