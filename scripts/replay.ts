import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gates } from "#commands/gates.ts";
import { commands } from "#commands/index.ts";
import { createOfflineModel } from "#src/ai/offline.ts";
import { createFetchFile } from "#src/attachments.ts";
import { createDispatch } from "#src/chat/dispatch.ts";
import type { Interaction } from "#src/chat/interaction.ts";
import type { Message } from "#src/chat/message.ts";
import { createCoach } from "#src/coach/index.ts";
import { openDatabase } from "#src/db/client.ts";
import { startEmbeddedPostgres } from "#src/db/embedded.ts";
import { explainDatabaseError } from "#src/db/errors.ts";
import { migrate } from "#src/db/migrate.ts";
import { createPlaygroundStore } from "#src/db/playground-store.ts";
import { createPaperDrawer } from "#src/documents/paper/index.ts";

// npm run replay -- FILE: one recorded payload of Discord or Slack through the whole bot, on an empty database that goes
// away afterwards. Prints what was received, where the answer would go, and the answer as data and as the platform's own.
const file = process.argv[2];
if (!file) fail("Name the file with the recorded payload: npm run replay -- FILE");
const payload: unknown = JSON.parse(await readFile(file, "utf8").catch((error: Error) => fail(error.message)));
const { platform, interaction, draw } = await read(payload);

const folder = await mkdtemp(join(tmpdir(), "greenroom-replay-"));
const postgres = await startEmbeddedPostgres(folder);
const { connectionString } = postgres;
await migrate(connectionString);
const db = openDatabase({ connectionString, embedded: true });
const paperDrawer = createPaperDrawer();
const coach = createCoach({
  db,
  paperDrawer,
  builtIn: createOfflineModel(Math.random),
  clock: () => new Date(),
  random: Math.random,
});
const dispatch = createDispatch({
  commands,
  coach,
  gates,
  explain: explainDatabaseError,
  fetchFile: createFetchFile({ discord: undefined, slack: undefined }, createPlaygroundStore(db)),
  report: {
    handled: (handled) => show("handled", handled),
    broken: ({ error }) => process.stderr.write(`${(error as Error).stack}\n`),
  },
});
show("platform", platform);
show("received", interaction);
show("plan", dispatch.plan(interaction));
const reply = await dispatch.handle(interaction, (message) => show("progress", message.summary));
show("reply", reply);
if (reply.kind === "message") show("drawn", draw(reply.message));
await dispatch.idle();
await paperDrawer.stop();
await db.$disconnect();
await postgres.stop();
await rm(folder, { recursive: true, force: true });

interface Read {
  platform: string;
  interaction: Interaction;
  draw: (message: Message) => unknown;
}

async function read(given: unknown): Promise<Read> {
  if (typeof given === "object" && given && "application_id" in given) {
    const { receive } = await import("#src/platforms/discord/receive.ts");
    const { render } = await import("#src/platforms/discord/render.ts");
    const found = receive(given as Parameters<typeof receive>[0]);
    if (found) return { platform: "discord", interaction: found, draw: (message) => render(message) };
  }
  const { receive } = await import("#src/platforms/slack/receive.ts");
  const { render } = await import("#src/platforms/slack/render.ts");
  const found = receive(given);
  if (!found) return fail("This is no payload of Discord or Slack that Greenroom answers.");
  const draw = (message: Message) => render(message, { kind: "message", files: "direct" });
  return { platform: "slack", interaction: found.interaction, draw };
}

function show(title: string, value: unknown): void {
  process.stdout.write(`\n# ${title}\n${JSON.stringify(value, null, 2)}\n`);
}

function fail(problem: string): never {
  process.stderr.write(`${problem}\n`);
  process.exit(1);
}
