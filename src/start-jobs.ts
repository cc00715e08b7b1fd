import type { Logger } from "pino";
import { createPosts } from "#commands/insights/posts.ts";
import type { Message } from "./chat/message.ts";
import type { Poster } from "./chat/platform.ts";
import type { Coach } from "./coach/index.ts";
import { createOutbox } from "./coach/posting/outbox.ts";
import type { Database } from "./db/client.ts";
import type { Metrics } from "./http/metrics.ts";
import { EVERY_HOUR, EVERY_TEN_MINUTES, EVERY_TWENTY_SECONDS, startCron } from "./jobs/cron.ts";
import { wordsOf } from "./words/index.ts";

export interface Jobs {
  /** Begins nothing more, and waits for the posts that are being sent. */
  stop(): Promise<void>;
}

export interface JobsParts {
  readonly coach: Coach;
  readonly db: Database;
  /** Filled while platforms start. */
  readonly posters: ReadonlyMap<string, Poster>;
  readonly log: Logger;
  readonly metrics: Metrics;
}

/** What comes round by itself: posts to channels, fresh figures, and deleting what is kept for a time. */
export function startJobs({ coach, db, posters, log, metrics }: JobsParts): Jobs {
  const failed = (job: string, error: unknown) => log.warn({ job, err: error }, "a job failed");
  const posts = createPosts(coach, wordsOf("en"));
  const outbox = createOutbox<Message>({
    db,
    posters,
    prepare: posts.prepare,
    notice: posts.notice,
    failed: (error) => failed("posts", error),
    observe: metrics.posted,
  });
  const refresh = () => coach.insights.refreshDue((error) => failed("insights", error));
  const cron = startCron(
    [
      // The next tick finds new posts while this one still waits for a slow platform.
      { name: "posts", at: EVERY_TWENTY_SECONDS, overlaps: true, run: () => outbox.run() },
      { name: "tidy", at: EVERY_HOUR, overlaps: false, run: () => coach.tidy() },
      { name: "insights", at: EVERY_TEN_MINUTES, overlaps: false, run: refresh },
    ],
    failed,
  );
  return {
    async stop() {
      cron.stop();
      await outbox.stop();
    },
  };
}
