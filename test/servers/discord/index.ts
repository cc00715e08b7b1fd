import type { AddressInfo } from "node:net";
import { type CommandStore, createCommandStore } from "./commands.ts";
import { createGateway, type Gateway } from "./gateway.ts";
import { createGuild, type Guild, type GuildFacts } from "./guilds.ts";
import { createHttp } from "./http.ts";
import { openInteraction } from "./interactions.ts";
import type { Fault, JournalEntry } from "./journal.ts";
import type { Fields } from "./json.ts";
import { type Message, showMessage } from "./message-view.ts";
import { createPerson, type Person, type PersonFacts, redeliver } from "./person.ts";
import { createTurn, type Turn } from "./turn.ts";
import { createWorld, type DiscordOptions, type PersonRecord, type PlaceRecord } from "./world.ts";

export type { Gateway } from "./gateway.ts";
export type { Guild } from "./guilds.ts";
export type { Fault, JournalEntry } from "./journal.ts";
export type { Message } from "./message-view.ts";
export type { Modal } from "./modal-view.ts";
export type { Person } from "./person.ts";
export type { Place } from "./places.ts";
export type { Turn } from "./turn.ts";
export type { DiscordOptions } from "./world.ts";

/** Discord on 127.0.0.1: REST v10, Gateway v10 and attachments on one port. */
export interface DiscordServer {
  /** For `new Client({ rest: { api: server.url } })`. */
  readonly url: string;
  /** Scheme, host and port, where attachment URLs point. */
  readonly origin: string;
  readonly token: string;
  readonly applicationId: string;
  readonly gateway: Gateway;
  readonly journal: JournalEntry[];
  /** What was refused by the contract, or allowed by Discord but not by us (allowed_mentions). */
  readonly violations: string[];
  /** Answers 401, 403 and 429: Discord bans an address after 10,000 in 10 minutes. */
  readonly invalidRequests: number;
  /** The registered commands as Discord returns them, global or of a guild. */
  commands(guildId?: string): Fields[];
  fault(fault: Fault): void;
  guild(facts?: GuildFacts): Guild;
  person(facts?: PersonFacts): Person;
  /** Messages of a channel that this person sees, oldest first. */
  visibleTo(person: PersonRecord, place: PlaceRecord): Message[];
  /** A message by its id, also a deleted one. */
  message(id: string): Message | undefined;
  /** A thread by its id, which is that of the message above it. */
  thread(id: string): PlaceRecord;
  /** Dispatches an interaction that no client would send; id, token and application_id are filled in. */
  sends(rawInteraction: Fields): Turn;
  /** The same interaction again, to every connected session. */
  redeliver(turn: Turn): void;
  /** The journal's last lines as text. */
  tail(lines?: number): string;
  stop(): Promise<void>;
}

export async function startDiscordServer(options: Partial<DiscordOptions> = {}): Promise<DiscordServer> {
  const world = createWorld({ ...defaults, ...options });
  const commands: CommandStore = createCommandStore(world);
  const http = createHttp(world, commands);
  const { gateway, stop } = createGateway(world, http);
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  world.origin = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;

  return {
    url: `${world.origin}/api`,
    origin: world.origin,
    token: world.options.token,
    applicationId: world.options.applicationId,
    gateway,
    journal: world.journal.entries,
    violations: world.violations,
    get invalidRequests() {
      return world.journal.entries.filter(({ status }) => status === 401 || status === 403 || status === 429).length;
    },
    commands: (guildId = "") => commands.in(guildId),
    fault: world.journal.fault,
    guild: (facts) => createGuild(world, facts),
    person: (facts) => createPerson(world, commands, facts),
    visibleTo: (person, place) =>
      [...world.messages.values()]
        .filter(
          (message) =>
            message.place.id === place.id &&
            !message.deleted &&
            (message.onlyFor === undefined || message.onlyFor === person.user.id),
        )
        .map((message) => showMessage(world, message)),
    message(id) {
      const stored = world.messages.get(id);
      return stored && showMessage(world, stored);
    },
    thread(id) {
      const found = world.places.get(id);
      if (found?.parentId === undefined) throw new Error(`there is no thread ${id}`);
      return found;
    },
    sends(raw) {
      const user = (raw["user"] ?? (raw["member"] as Fields | undefined)?.["user"]) as Fields | undefined;
      const person = world.people.get(String(user?.["id"]));
      const place = world.places.get(String(raw["channel_id"]));
      const source = world.messages.get(String((raw["message"] as Fields | undefined)?.["id"]));
      return createTurn(
        world,
        openInteraction(world, raw, { ...(person && { person }), ...(place && { place }), ...(source && { source }) }),
      );
    },
    redeliver: (turn) => redeliver(world, turn),
    tail: world.journal.tail,
    async stop() {
      world.clearTimers();
      stop();
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  };
}

const defaults: DiscordOptions = {
  // Shaped like a bot token; the first part is the application id in base64, which discord.js reads.
  token: "MTEwMDAwMDAwMDAwMDAwMDAw.G00000.not-a-real-token-0000000000000000000000",
  applicationId: "110000000000000000",
  respondMs: 3000,
  tokenMs: 15 * 60_000,
  answerMs: 5000,
  heartbeatMs: 41_250,
  maxConcurrency: 1,
  privilegedIntents: 0,
  globalPerSecond: 50,
  enforceBuckets: true,
  nonceMs: 2 * 60_000,
  mostThreads: 1000,
  attachmentMs: 24 * 60 * 60_000,
  attachmentLimit: 10 * 1024 * 1024,
  specsDir: process.env["SPECS_DIR"] ?? "",
};
