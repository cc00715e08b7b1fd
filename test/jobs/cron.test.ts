import { expect, it } from "vitest";
import { startCron } from "#src/jobs/cron.ts";

const EVERY_SECOND = "* * * * * *";

it("runs a job at once and again when its time comes, though another one fails, until it is stopped", async () => {
  const failures: string[] = [];
  let runs = 0;
  const jobs = [
    { name: "broken", at: EVERY_SECOND, overlaps: true, run: () => Promise.reject(new Error("no")) },
    {
      name: "posts",
      at: EVERY_SECOND,
      overlaps: true,
      async run() {
        runs += 1;
      },
    },
  ];
  const cron = startCron(jobs, (name, error) => failures.push(`${name}: ${String(error)}`));
  expect(runs).toBe(1);
  await expect.poll(() => runs).toBeGreaterThan(2);
  expect(new Set(failures)).toEqual(new Set(["broken: Error: no"]));
  cron.stop();
  const before = runs;
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  expect(runs).toBe(before);
});

it("does not begin a job again that may not overlap and still runs", async () => {
  let begun = 0;
  let ticks = 0;
  const never = () => new Promise<void>(() => {});
  const cron = startCron(
    [
      {
        name: "slow",
        at: EVERY_SECOND,
        overlaps: false,
        run() {
          begun += 1;
          return never();
        },
      },
      {
        name: "clock",
        at: EVERY_SECOND,
        overlaps: true,
        async run() {
          ticks += 1;
        },
      },
    ],
    () => {},
  );
  await expect.poll(() => ticks).toBeGreaterThan(3);
  cron.stop();
  expect(begun).toBe(1);
});
