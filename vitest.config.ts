import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/setup/prepare.ts"],
    setupFiles: ["test/setup/properties.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // A slow machine is no failure: what is waited for may take its time, what is measured is measured in bench/.
    expect: { poll: { timeout: 10_000 } },
    // Many of them wait for most of their time: for a browser, a process or a deadline.
    maxWorkers: 3,
  },
});
