import { writeSync } from "node:fs";
import { flushCompileCache } from "node:module";
import { setTimeout as wait } from "node:timers/promises";
import type { Message } from "#src/chat/message.ts";
import type { Poster } from "#src/chat/platform.ts";
import { createOutbox } from "#src/coach/posting/outbox.ts";
import { openDatabase } from "#src/db/client.ts";
import { startEmbeddedPostgres } from "#src/db/embedded.ts";
import { createLog } from "#src/log.ts";
import { createDiscordPoster } from "#src/platforms/discord/poster.ts";
import { createSlackPoster } from "#src/platforms/slack/poster.ts";
import { NONCE_MS, PACE, REQUEST_MS } from "./posting-pace.ts";
import { PNG, preparedFor } from "./posting-slots.ts";

// One replica of the storm: the real outbox over the real clients, until somebody kills it. First it lets some more of the
// subscriptions come round, so that there is always something to be interrupted.
// Whoever is killed leaves no compiled code behind, and hundreds would compile the same.
flushCompileCache();
const { DATABASE_URL, DATA_DIR, DISCORD_URL, DISCORD_TOKEN = "", SLACK_URL = "", SLACK_TOKEN = "" } = process.env;
const { RELEASE = "0", ENDS, STOPS_SENDING, BLIND } = process.env;
process.stdin.once("close", () => process.exit(1)).resume();
process.stdin.unref();
let ends = false;
let stopped = false;
const embedded = DATA_DIR ? await startEmbeddedPostgres(DATA_DIR) : undefined;
const connectionString = embedded?.connectionString ?? DATABASE_URL ?? "";
const db = openDatabase({ connectionString, embedded: Boolean(embedded) });
const common = { requestMs: REQUEST_MS, drawChart: async () => PNG, log: createLog("error") };
const discord = createDiscordPoster({ ...common, token: DISCORD_TOKEN, apiUrl: DISCORD_URL, nonceMs: NONCE_MS });
const slack = createSlackPoster({ ...common, botToken: SLACK_TOKEN, apiUrl: SLACK_URL });
const outbox = createOutbox<Message>({
  db,
  posters: new Map([
    ["discord", disturbed(discord)],
    ["slack", disturbed(slack)],
  ]),
  prepare: async ({ channelName }) => preparedFor(channelName),
  notice: (_, { problem }) => ({ summary: problem, blocks: [{ kind: "text", text: problem }] }),
  failed: (error) => process.stderr.write(`${String(error)}\n`),
  pace: PACE,
});
process.once("SIGTERM", () => {
  ends = true;
  void outbox.stop();
});
let released = false;
for (let over = false; !over && !ends; await wait(100)) {
  // A database that is still busy with what was killed, or did not hear from us in time, is no reason to give up.
  try {
    if (!released) {
      await release();
      released = true;
      process.stdout.write("ready\n");
    }
    await outbox.run();
    over = ENDS !== undefined && !(await owed());
  } catch (error) {
    process.stderr.write(`${String(error)}\n`);
  }
}
await outbox.stop();
discord.stop();
await db.$disconnect();
await embedded?.stop();

async function release(): Promise<void> {
  await db.$executeRaw`
    UPDATE "Subscription" SET "nextAt" = now() WHERE "id" IN (
      SELECT "id" FROM "Subscription" WHERE "nextAt" > now() + interval '1 day' AND "lastAt" < now() - interval '1 day'
      ORDER BY "id" LIMIT ${Number(RELEASE)} FOR UPDATE SKIP LOCKED)`;
}

async function owed(): Promise<boolean> {
  const waiting = await db.subscription.count({
    where: { lastAt: { lt: new Date(Date.now() - 24 * 60 * 60 * 1_000) } },
  });
  const open = await db.post.count({ where: { state: { in: ["pending", "preparing", "sending"] } } });
  return waiting + open > 0;
}

/** The poster, in a process that is stopped in the moment of a send, or one that does not look before it repeats it. */
function disturbed(poster: Poster): Poster {
  return {
    ...poster,
    ...(BLIND && { find: async () => ({ kind: "not-there" }) }),
    async post(...asked) {
      if (STOPS_SENDING && !stopped) {
        stopped = true;
        writeSync(1, "stopping\n");
        process.kill(process.pid, "SIGSTOP");
      }
      return poster.post(...asked);
    },
  };
}
