import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { describeInBrowser, focused, lastMessage, type TestBrowser } from "./browser.ts";
import { highlighted } from "./in-page.js";
import { heard } from "./pretend.ts";
import { withBrowser } from "./setting.ts";

let browser: TestBrowser;

describeInBrowser("with nothing but a keyboard, one", () => {
  withBrowser((setting) => {
    ({ browser } = setting);
  });

  it("finds a command, fills in its options from lists and suggestions, and plays a quiz", async () => {
    const page = await browser.open();
    const { keyboard } = page;
    expect(await focused(page)).toBe("composer-text");
    await keyboard.type("/");
    expect(await page.getByRole("listbox", { name: "Commands" }).getByRole("option").count()).toBe(10);
    expect(await active(page)).toContain("/quiz start");
    await keyboard.press("ArrowDown");
    expect(await active(page)).toContain("/quiz history");
    await keyboard.press("ArrowUp");
    await keyboard.press("Tab");
    await expect.poll(() => focused(page)).toBe("composer-tail");
    await keyboard.press("ArrowDown");
    expect(await active(page)).toContain("category");
    await keyboard.press("Enter");
    await expect.poll(() => focused(page)).toBe("option-category");
    expect(await page.getByRole("listbox", { name: "Values for category" }).getByRole("option").count()).toBe(2);
    await keyboard.type("beh");
    await keyboard.press("Enter");
    await expect.poll(() => focused(page)).toBe("composer-tail");
    await keyboard.type("topic:");
    await expect.poll(() => focused(page)).toBe("option-topic");
    await keyboard.type("saf");
    await page.getByRole("option", { name: /food safety/ }).waitFor();
    await keyboard.press("ArrowDown");
    await keyboard.press("Enter");
    await expect.poll(() => focused(page)).toBe("composer-tail");
    await keyboard.type("questions:");
    await expect.poll(() => focused(page)).toBe("option-questions");
    await keyboard.type("99");
    await keyboard.press("Enter");
    await page.getByRole("alert").getByText("A whole number from 1 to 50.").waitFor();
    expect(await page.locator("#option-questions").getAttribute("aria-invalid")).toBe("true");
    await keyboard.press("Backspace");
    await keyboard.press("Enter");
    await page.getByText("Question 1 of 5 · score").waitFor();
    expect(heard["quiz start"]).toEqual({ category: "behavioral", topic: "food safety", questions: 9 });

    await tabTo(page, "C · Call security", "Shift+Tab");
    await keyboard.press("Enter");
    await page.getByText("B was right.").waitFor();
    await tabTo(page, "Next question", "Tab");
    await keyboard.press(" ");
    await page.getByText("Question 2 of 5 · score").waitFor();
    expect(await focused(page)).toBe("A · Offer a refund");
  });

  it("types a whole line", async () => {
    const page = await browser.open();
    await page.keyboard.type('/quiz start category:behavioral topic:"site safety"', { delay: 2 });
    await page.keyboard.press("Enter");
    await lastMessage(page).getByText("Question 1 of 5 · score").waitFor();
    expect(await page.locator(".used-line code").textContent()).toBe(
      '/quiz start category:behavioral topic:"site safety"',
    );
    expect(heard["quiz start"]).toEqual({ category: "behavioral", topic: "site safety" });
  });

  it("goes on with options in a list after having typed half a line", async () => {
    const page = await browser.open();
    await page.keyboard.type("/quiz start category:technical ");
    await page.getByRole("listbox", { name: "Options of /quiz start" }).waitFor();
    await page.keyboard.type("qu");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect.poll(() => focused(page)).toBe("option-questions");
    await page.keyboard.type("5");
    await page.keyboard.press("Enter");
    await lastMessage(page).getByText("Question 1 of 5 · score").waitFor();
    expect(heard["quiz start"]).toEqual({ category: "technical", questions: 5 });
  });

  it("goes back from the options to the typed line, and closes the list", async () => {
    const page = await browser.open();
    await page.keyboard.type("/quiz sta");
    await page.keyboard.press("Escape");
    expect(await page.getByRole("listbox").isVisible()).toBe(false);
    await page.keyboard.type("r");
    await page.keyboard.press("Tab");
    await page.keyboard.type("questions:");
    await expect.poll(() => focused(page)).toBe("option-questions");
    await page.keyboard.type("7");
    await page.keyboard.press("Escape");
    await expect.poll(() => focused(page)).toBe("composer-text");
    expect(await page.locator("#composer-text").inputValue()).toBe("/quiz start questions:7 ");
    for (let i = 0; i < 30; i++) await page.keyboard.press("Backspace");
    await page.keyboard.type("/quiz hist");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Backspace");
    await expect.poll(() => focused(page)).toBe("composer-text");
  });

  it("fills in a form and comes back to where one was", async () => {
    const page = await browser.open();
    await page.keyboard.type("/profile edit");
    await page.keyboard.press("Enter");
    await expect.poll(() => focused(page)).toBe("field-name");
    await page.keyboard.type("Alice");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.type("4");
    await page.keyboard.press("Enter");
    await page.getByText("Alice, 4 years.").waitFor();
    await expect.poll(() => focused(page)).toBe("composer-text");
  });

  it("becomes somebody else, in another channel", async () => {
    const page = await browser.open();
    await tabTo(page, "BBobMember", "Shift+Tab");
    await page.keyboard.press("Enter");
    await page.getByText("Hello Bob").waitFor();
    expect(page.url()).toContain("as=bob");
    await tabTo(page, "#job-search", "Tab");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: "#job-search" }).waitFor();
    await page.goBack();
    await page.getByRole("heading", { level: 1, name: "#career-lounge" }).waitFor();
  });

  it("skips to the message box", async () => {
    const page = await browser.open();
    await tabTo(page, "Skip to the message box", "Shift+Tab");
    await page.keyboard.press("Enter");
    expect(await focused(page)).toBe("composer-text");
  });
});

/** The line of the list that the focused field says is highlighted. */
function active(page: Page): Promise<string> {
  return page.evaluate(highlighted);
}

async function tabTo(page: Page, name: string, key: "Tab" | "Shift+Tab"): Promise<void> {
  for (let presses = 0; presses < 40; presses++) {
    await page.keyboard.press(key);
    if ((await focused(page)).replaceAll(/\s+/g, "") === name.replaceAll(/\s+/g, "")) return;
  }
  throw new Error(`No ${key} leads to "${name}"`);
}
