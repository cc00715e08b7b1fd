import type { Coach } from "#src/coach/index.ts";

const EVERY_MS = 60 * 60 * 1000;

/** At start and once an hour, forgets what has served its purpose: day-old inbox rows, month-old drafts and kept requests. */
export function startHousekeeping(coach: Coach, failed: (error: unknown) => void): { stop(): void } {
  const tidy = () => void coach.tidy().catch(failed);
  tidy();
  const timer = setInterval(tidy, EVERY_MS);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
