import { homeCard } from "#commands/career/messages.ts";
import { defineCommand, onPress, subcommand } from "#src/chat/command.ts";
import { link } from "#src/chat/custom-id.ts";
import { createDispatch, type Dispatch } from "#src/chat/dispatch.ts";
import type { Message } from "#src/chat/message.ts";
import type { Coach } from "#src/coach/index.ts";
import { createMetrics } from "#src/http/metrics.ts";
import { createLog } from "#src/log.ts";
import { wordsOf } from "#src/words/index.ts";

export const log = createLog("warn");
export const metrics = createMetrics();

/** The home card of somebody who has done something: a heading, texts, six fields and five buttons. */
export function card(): Message {
  const openQuiz = { id: "clz0000000000000000000000", position: 3, total: 10 };
  const scores = { quizzes: 12, lastScore: 70, best: 90 };
  const career = {
    name: "Ada",
    industry: "tech-software-development",
    weakTopic: null,
    openQuiz,
    stoppedQuiz: null,
    resume: { score: 74 },
    letters: 3,
    drafts: 1,
    ...scores,
  };
  return homeCard(career, wordsOf("en"));
}

/** Everything of ours but the database: what comes in meets the real dispatch with its limiter, log and metrics. */
export function createPlainDispatch(): Dispatch {
  const again = link("plain/again", {});
  const plain = defineCommand({
    name: "plain",
    description: "Answers at once",
    subcommands: { "": subcommand({ description: "Answers at once", run: async () => card() }) },
    actions: [onPress(again, { answers: "in-place", run: async () => card() })],
  });
  const slow = defineCommand({
    name: "slow",
    description: "Is announced, and answered as soon as that has arrived",
    subcommands: {
      "": subcommand({
        description: "Is announced, and answered as soon as that has arrived",
        async run({ progress }) {
          progress({ summary: "…", blocks: [{ kind: "text", text: "…" }] });
          return card();
        },
      }),
    },
  });
  const person = { id: "1", name: "Ada", industry: "tech-software-development", aiConsent: null };
  const accounts: Coach["accounts"] = {
    arrive: async () => ({ person, duplicate: false }),
    find: async () => person,
    done: async () => {},
    release: async () => {},
  };
  return createDispatch({
    commands: [plain, slow],
    coach: { accounts } as unknown as Coach,
    gates: {},
    explain: () => undefined,
    fetchFile: async () => new Uint8Array(),
    report: { handled: metrics.interaction, broken: ({ error }) => log.error({ err: error }, "broken") },
    // A load comes from fewer people than it stands for.
    limit: Number.MAX_SAFE_INTEGER,
  });
}
