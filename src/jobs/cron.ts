import { schedule } from "node-cron";

/** Work that comes round by itself. Every replica does it: what is shared between them is decided in the database. */
export interface Job {
  readonly name: string;
  /** Cron's notation with seconds in front. */
  readonly at: string;
  /** Whether it may begin while its last round still runs. */
  readonly overlaps: boolean;
  readonly run: () => Promise<void>;
}

export const EVERY_HOUR = "0 0 * * * *";
export const EVERY_TWENTY_SECONDS = "*/20 * * * * *";
export const EVERY_TEN_MINUTES = "0 */10 * * * *";

/**
 * Runs each job at once and then whenever its time comes. One that fails is reported and holds back no other; a time that
 * the process slept through is no loss, because the next one finds what is due.
 */
export function startCron(jobs: readonly Job[], failed: (name: string, error: unknown) => void): { stop(): void } {
  const tasks = jobs.map(({ name, at, overlaps, run }) => {
    const report = (error: unknown) => failed(name, error);
    let running = 0;
    const once = async () => {
      if (running > 0 && !overlaps) return;
      running += 1;
      await run().catch(report);
      running -= 1;
    };
    void once();
    const logger = { info: nothing, warn: nothing, debug: nothing, error: report };
    return schedule(at, once, { name, suppressMissedWarning: true, unref: true, logger });
  });
  return {
    stop() {
      for (const task of tasks) void task.destroy();
    },
  };
}

function nothing(): void {}
