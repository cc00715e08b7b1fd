import { setTimeout as wait } from "node:timers/promises";
import { openDatabase } from "#src/db/client.ts";
import { startEmbeddedPostgres } from "#src/db/embedded.ts";
import { openOutbox } from "../coach/posting/channels.ts";
import { NONCE_MS, PACE, TIMEOUT_MS } from "./posting-pace.ts";

// One replica of the storm: the real outbox over a pretend platform, until somebody kills it. First it lets some more of
// the subscriptions come round, so that there is always something to be interrupted.
const { DATABASE_URL, DATA_DIR, CHANNELS_URL = "", RELEASE = "0", ENDS } = process.env;
const embedded = DATA_DIR ? await startEmbeddedPostgres(DATA_DIR) : undefined;
const connectionString = embedded?.connectionString ?? DATABASE_URL ?? "";
const db = openDatabase({ connectionString, embedded: Boolean(embedded) });
const outbox = openOutbox({
  db,
  url: CHANNELS_URL,
  nonceMs: NONCE_MS,
  timeoutMs: TIMEOUT_MS,
  pace: PACE,
  prepare: async ({ channelId }, edition) => ({
    main: `${channelId} in ${edition}`,
    ...(/[13579]$/.test(channelId) && { details: { title: channelId, message: `more of ${channelId}` } }),
  }),
});
process.stdout.write("ready\n");
await db.$executeRaw`
  UPDATE "Subscription" SET "nextAt" = now() WHERE "id" IN (
    SELECT "id" FROM "Subscription" WHERE "nextAt" > now() + interval '1 day' AND "lastAt" < now() - interval '1 day'
    ORDER BY "id" LIMIT ${Number(RELEASE)} FOR UPDATE SKIP LOCKED)`;
while (!ENDS || (await owed())) {
  // A database that is still busy with what was killed is no reason to give up.
  await outbox.run().catch((error: unknown) => process.stderr.write(`${String(error)}\n`));
  await wait(100);
}
await db.$disconnect();
await embedded?.stop();

async function owed(): Promise<boolean> {
  const waiting = await db.subscription.count({
    where: { lastAt: { lt: new Date(Date.now() - 24 * 60 * 60 * 1_000) } },
  });
  const open = await db.post.count({ where: { state: { in: ["pending", "preparing", "sending"] } } });
  return waiting + open > 0;
}
