import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, type BrowserContextOptions, chromium, type Locator, type Page } from "playwright-core";
import { describe } from "vitest";
import { chromiumPath, wholeChromiumPath } from "../house/chromium.ts";
import { focusedName } from "./in-page.js";
import type { World } from "./world.ts";

/** As `describe`, where there is a Chromium; test/setup/prepare.ts says so where there is none. */
export const describeInBrowser = chromiumPath ? describe : describe.skip;

/** The same for pages that show PDFs: `viewsPdfs`. */
export const describeWithPdfs = wholeChromiumPath ? describe : describe.skip;

export interface TestBrowser {
  /** A window of its own, as from another device. */
  open(path?: string, options?: BrowserContextOptions): Promise<Page>;
  /** What any page wrote to its console as an error, threw, or was refused by the Content-Security-Policy. */
  readonly troubles: string[];
  closeWindows(): Promise<void>;
  stop(): Promise<void>;
}

export async function startBrowser(world: Pick<World, "origin">, { viewsPdfs = false } = {}): Promise<TestBrowser> {
  const executablePath = viewsPdfs ? wholeChromiumPath : chromiumPath;
  const profile = await mkdtemp(join(tmpdir(), "greenroom-chromium-"));
  const args = ["--no-sandbox", "--headless", "--disable-gpu", "--disable-background-networking", "--no-first-run"];
  args.push("--disable-sync", "--disable-component-update");
  // The profile holds what Chromium itself writes; every window gets a context of its own beside it.
  const main = await chromium.launchPersistentContext(profile, {
    ...(executablePath && { executablePath }),
    args,
  });
  const browser = main.browser();
  if (!browser) throw new Error("Chromium has no browser object");
  const contexts: BrowserContext[] = [];
  const troubles: string[] = [];

  return {
    troubles,
    async open(path = "/?as=alice&in=career-lounge", options = {}) {
      const context = await browser.newContext({ viewport: { width: 1200, height: 800 }, locale: "en-GB", ...options });
      contexts.push(context);
      const page = await context.newPage();
      page.on("console", (message) => {
        // A server that is away shows here too; the tests that take it away expect it.
        const away = /ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED|ERR_CONNECTION_RESET|503/.test(message.text());
        if (message.type() === "error" && !away) troubles.push(message.text());
      });
      page.on("pageerror", (error) => troubles.push(error.message));
      await page.goto(`${world.origin}${path}`);
      await page.locator(".welcome, .message").first().waitFor();
      return page;
    },
    async closeWindows() {
      await Promise.all(contexts.splice(0).map((context) => context.close()));
    },
    async stop() {
      await main.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
}

/** Types a line into the message box and sends it. */
export async function sayLine(page: Page, line: string): Promise<void> {
  const box = page.getByRole("combobox", { name: /^Message / });
  await box.fill(line);
  await box.press("Escape");
  await box.press("Enter");
}

export const lastMessage = (page: Page): Locator => page.locator(".message.drawn").last();

/** The text of whatever has the focus, or its accessible name. */
export function focused(page: Page): Promise<string> {
  return page.evaluate(focusedName);
}
