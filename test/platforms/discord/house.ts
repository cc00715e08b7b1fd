import { pino } from "pino";
import { createFetchFile } from "#src/attachments.ts";
import type { Model } from "#src/coach/model.ts";
import { createPlaygroundStore } from "#src/db/playground-store.ts";
import { createDiscord, type Discord, type DiscordSettings } from "#src/platforms/discord/connect.ts";
import { type House, openHouse } from "#test/house/house.ts";
import {
  type DiscordOptions,
  type DiscordServer,
  type Message,
  startDiscordServer,
  type Turn,
} from "#test/servers/discord/index.ts";

export interface DiscordHouse {
  readonly house: House;
  readonly server: DiscordServer;
  /** What did not arrive as it should: Discord's error codes. */
  readonly undelivered: (number | string)[];
  stop(): Promise<void>;
}

/** The whole bot on a Discord of our own, with files brought from there as the bot itself brings them. */
export async function openDiscordHouse(
  over: { server?: Partial<DiscordOptions>; deadlines?: DiscordSettings["deadlines"]; model?: Model } = {},
): Promise<DiscordHouse> {
  // The way of a conversation is tested here, not deadlines: a slow machine may take its time.
  const patience = { maxConcurrency: 10, respondMs: 20_000, answerMs: 20_000 };
  const server = await startDiscordServer({ ...patience, ...over.server });
  let house: House | undefined;
  const fetchFile: ReturnType<typeof createFetchFile> = (...asked) => {
    if (!house) throw new Error("The house is not open yet");
    const config = { discord: { token: server.token, apiUrl: server.url }, slack: undefined };
    return createFetchFile(config, createPlaygroundStore(house.db))(...asked);
  };
  house = await openHouse({ dispatch: { fetchFile }, ...(over.model && { model: over.model }) });
  const undelivered: DiscordHouse["undelivered"] = [];
  const opened = house;
  const discord: Discord = createDiscord({
    token: server.token,
    apiUrl: server.url,
    dispatch: house.dispatch,
    communities: {
      left: (id) => opened.coach.communities.left("discord", id),
      returned: (id) => opened.coach.communities.returned("discord", id),
    },
    log: pino({ level: "silent" }),
    drawChart: async () => new Uint8Array([137, 80, 78, 71]),
    observe: { acknowledged() {}, undelivered: (code) => void undelivered.push(code) },
    deadlines: over.deadlines ?? { deferMs: 15_000, formMs: 15_000 },
  });
  await discord.start();
  return {
    house: opened,
    server,
    undelivered,
    async stop() {
      await discord.stop();
      await server.stop();
      await opened.stop();
    },
  };
}

/** An answer as it is read in the end: every message of it, and as one text without Discord's escapes. */
export interface Read {
  readonly messages: readonly Message[];
  /** The last one: the buttons are on it. */
  readonly last: Message;
  readonly text: string;
  readonly files: ReturnType<Message["files"]>;
}

/** Waits until progress has become the answer, and for all parts of it: the last has the buttons. */
export async function read(turn: Turn): Promise<Read> {
  const first = await turn.until((message) => !isProgress(message));
  const messages = [first];
  while (messages.at(-1)?.buttons().length === 0 && messages.at(-1)?.selects().length === 0)
    messages.push(await turn.followUp(messages.length));
  return {
    messages,
    last: messages.at(-1) ?? first,
    text: messages.map(plainly).join("\n"),
    files: messages.flatMap((message) => message.files()),
  };
}

/** Its texts without escapes, marks of small print and quotes. */
export function plainly(message: Message): string {
  return message
    .text()
    .replaceAll(/\\([^\w\s])/g, "$1")
    .replaceAll("\u200b", "")
    .replaceAll("**", "")
    .replaceAll(/^(?:-# |> |#+ )/gm, "");
}

/** A line that is shown while something is being worked on: nothing can be pressed on it. */
function isProgress(message: Message): boolean {
  return /^(I am (reading|looking)|Drawing|Writing|Changing|Putting)[^\n]*$/.test(message.text());
}
