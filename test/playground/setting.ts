import { afterAll, afterEach, beforeAll, beforeEach, expect } from "vitest";
import { startBrowser, type TestBrowser } from "./browser.ts";
import { startWorld, type World } from "./world.ts";

interface Setting {
  readonly world: World;
  readonly browser: TestBrowser;
}

/**
 * Inside a describe: hands over a playground and a browser. Each test begins with no message, unless they are kept, and ends
 * with no window open and nothing that a page complained about.
 */
export function withBrowser(take: (setting: Setting) => unknown, { kept = false, viewsPdfs = false } = {}): void {
  let world: World | undefined;
  let browser: TestBrowser | undefined;
  beforeAll(async () => {
    world = await startWorld();
    browser = await startBrowser(world, { viewsPdfs });
    await take({ world, browser });
  });
  beforeEach(() => (kept ? undefined : world?.empty()));
  afterEach(async () => {
    await browser?.closeWindows();
    expect(browser?.troubles.splice(0)).toEqual([]);
  });
  afterAll(async () => {
    await browser?.stop();
    await world?.stop();
  });
}
