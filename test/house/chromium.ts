import { existsSync } from "node:fs";

const SHELL = "/usr/bin/chromium-headless-shell";
const WHOLE = "/usr/bin/chromium";

/** Debian's Chromium with all that belongs to it, its PDF viewer among it; undefined on a machine without one. */
export const wholeChromiumPath = existsSync(WHOLE) ? WHOLE : undefined;

/**
 * Debian's Chromium as a program without windows where there is that: the same pages are drawn by the same code, each opened
 * in a quarter of the time and printed in an eighth.
 */
export const chromiumPath = existsSync(SHELL) ? SHELL : wholeChromiumPath;

if (process.env["CI"] && !(existsSync(SHELL) && existsSync(WHOLE)))
  throw new Error("CI must have both Chromiums (Debian: apt-get install chromium chromium-headless-shell)");
