import { existsSync } from "node:fs";

/** Says loudly what this machine lacks. In CI nothing may be left out. */
export default function prepare(): void {
  const missing = [
    !existsSync("/usr/bin/chromium") && "the browser tests: no /usr/bin/chromium (Debian: apt-get install chromium)",
    !process.env["SPECS_DIR"] && "the check against the platforms' own contracts: SPECS_DIR names no folder",
  ].filter((line) => line !== false);
  for (const line of missing) process.stderr.write(`\nLEFT OUT: ${line}\n`);
}
