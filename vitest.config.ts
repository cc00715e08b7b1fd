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
    // Each file starts an embedded PostgreSQL of its own; more of them at once only wait for each other.
    maxWorkers: 2,
  },
});
