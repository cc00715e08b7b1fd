import type { Contract } from "./contract.ts";
import type { Fault, JournalEntry, SlackServerOptions } from "./types.ts";
import type { World } from "./world.ts";

/** What every part of the server shares. */
export interface Slack {
  world: World;
  options: Required<Omit<SlackServerOptions, "postsPerSecond">> & Pick<SlackServerOptions, "postsPerSecond">;
  contract: Contract;
  journal: JournalEntry[];
  violations: string[];
  faults: (Fault & { left: number })[];
  timers: Set<NodeJS.Timeout>;
  stopped: boolean;
  /** "http://127.0.0.1:PORT", known once the server listens. */
  origin: string;
}

/** A timer that `stop()` clears. */
export function later(slack: Slack, ms: number, task: () => void): void {
  if (slack.stopped) return;
  const timer = setTimeout(() => {
    slack.timers.delete(timer);
    task();
  }, ms);
  slack.timers.add(timer);
}

/** The last requests and frames, for a failure message. */
export function journalTail(slack: Slack, length = 12): string {
  const line = (entry: JournalEntry): string =>
    `${entry.direction === "in" ? "app -> Slack" : "Slack -> app"} ${entry.method} ${entry.path} ${entry.status ?? ""} ${JSON.stringify(entry.body).slice(0, 300)} => ${JSON.stringify(entry.answer)?.slice(0, 200)}`;
  return slack.journal.slice(-length).map(line).join("\n");
}
