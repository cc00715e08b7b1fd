import { randomBytes } from "node:crypto";
import { createJournal, type Journal } from "./journal.ts";
import type { Fields } from "./json.ts";

/** Real values are the defaults (index.ts); tests shorten the deadlines. */
export interface DiscordOptions {
  token: string;
  applicationId: string;
  /** First response to an interaction. */
  respondMs: number;
  /** Life of an interaction token. */
  tokenMs: number;
  /** How long `turn.answer()` waits before the test fails. */
  answerMs: number;
  heartbeatMs: number;
  /** Identifies per 5 seconds, as GET /gateway/bot announces it. */
  maxConcurrency: number;
  /** Privileged intents switched on in the developer portal, as a bit set. */
  privilegedIntents: number;
  globalPerSecond: number;
  /** Per-route buckets answer 429 when exceeded. */
  enforceBuckets: boolean;
  /** How long an `enforce_nonce` nonce is remembered. */
  nonceMs: number;
  /** Open threads of a server. */
  mostThreads: number;
  /** Life of a signed attachment URL. */
  attachmentMs: number;
  /** Bytes per file. */
  attachmentLimit: number;
  /** Folder with discord-openapi.json; "" switches the contract check off. */
  specsDir: string;
}

export interface User {
  id: string;
  username: string;
  global_name: string | null;
  discriminator: "0";
  avatar: null;
  bot?: true;
  public_flags: number;
}

export interface PersonRecord {
  user: User;
  locale: string;
  permissions: bigint;
  /** Has the app on their own account (user install). */
  installed: boolean;
  closedDms: boolean;
  mutualGuild: boolean;
}

export interface GuildRecord {
  id: string;
  name: string;
  locale: string;
  /** The bot is a member. */
  installed: boolean;
  /** An outage: READY names it, and no GUILD_CREATE follows. */
  down: boolean;
  ownerId: string;
  /** The first is everybody's; its id is the server's own. */
  roles: RoleRecord[];
  /** Ids of the roles that the bot has, besides everybody's. */
  botRoles: string[];
}

export interface RoleRecord {
  id: string;
  name: string;
  permissions: bigint;
  mentionable: boolean;
}

/** What a channel changes about permissions: of a role (0) or a member (1). */
export interface Overwrite {
  id: string;
  type: 0 | 1;
  allow: bigint;
  deny: bigint;
}

export interface PlaceRecord {
  id: string;
  name: string;
  /** 0 text, 1 direct message, 2 voice, 3 group DM, 4 category, 5 announcements, 10 and 11 their threads, 15 forum. */
  type: 0 | 1 | 2 | 3 | 4 | 5 | 10 | 11 | 15;
  /** Interaction context: 0 guild, 1 the bot's DM, 2 any other private channel. */
  context: 0 | 1 | 2;
  guild?: GuildRecord;
  parentId?: string;
  recipient?: PersonRecord;
  deleted: boolean;
  overwrites: Overwrite[];
  /** Of a thread. */
  archived?: boolean;
  locked?: boolean;
}

export interface StoredFile {
  id: string;
  placeId: string;
  name: string;
  mediaType: string;
  bytes: Buffer;
  description?: string;
  ephemeral: boolean;
}

export interface Pinged {
  roles: string[];
  users: string[];
  everyone: boolean;
}

export interface StoredMessage {
  id: string;
  place: PlaceRecord;
  author: User;
  content: string;
  embeds: Fields[];
  components: Fields[];
  attachments: StoredFile[];
  flags: number;
  /** Who heard of it: what its text mentions, as far as allowed_mentions and permissions go. */
  pinged: Pinged;
  nonce?: string | number;
  createdAt: number;
  editedAt?: number;
  deleted: boolean;
  /** Set for ephemeral messages: the only person who sees it. */
  onlyFor?: string;
  interaction?: InteractionRecord;
  threadId?: string;
  changed: Set<() => void>;
}

export interface InteractionRecord {
  id: string;
  token: string;
  /** 2 command, 3 component, 4 autocomplete, 5 modal submit. */
  type: number;
  raw: Fields;
  person?: PersonRecord;
  place?: PlaceRecord;
  /** The message that a component, or the modal opened by a component, belongs to. */
  source?: StoredMessage;
  sentAt: number;
  acknowledged?: { type: number; at: number };
  failed: boolean;
  original?: StoredMessage;
  /** How often the original was written after the acknowledgement. */
  edits: number;
  followUps: StoredMessage[];
  modal?: Fields;
  choices?: Fields[];
  /** The app is on the person's account but not in the server. */
  userInstallOnly: boolean;
  changed: Set<() => void>;
}

/** Everything this Discord knows; each file adds behaviour over it. */
export interface World {
  options: DiscordOptions;
  origin: string;
  bot: User;
  application: Fields;
  journal: Journal;
  violations: string[];
  people: Map<string, PersonRecord>;
  guilds: Map<string, GuildRecord>;
  places: Map<string, PlaceRecord>;
  messages: Map<string, StoredMessage>;
  interactions: Map<string, InteractionRecord>;
  interactionsByToken: Map<string, InteractionRecord>;
  files: Map<string, StoredFile>;
  nextId(): string;
  /** A timer that `stop()` clears. */
  after(ms: number, run: () => void): void;
  clearTimers(): void;
  /** Filled by the gateway: one dispatch to every session of the shard; `intent` is the bit a session needs. */
  dispatch(name: string, body: Fields, to?: { guildId?: string; intent?: number }): void;
}

export function createWorld(options: DiscordOptions): World {
  const timers = new Set<NodeJS.Timeout>();
  const bot: User = {
    id: options.applicationId,
    username: "Greenroom",
    global_name: null,
    discriminator: "0",
    avatar: null,
    bot: true,
    public_flags: 0,
  };
  let lastId = 0n;
  return {
    options,
    origin: "",
    bot,
    application: {
      id: options.applicationId,
      bot,
      name: "Greenroom",
      icon: null,
      description: "",
      summary: "",
      bot_public: true,
      bot_require_code_grant: false,
      verify_key: randomBytes(32).toString("hex"),
      flags: 0,
      tags: [],
      team: null,
      owner: {
        id: "100000000000000001",
        username: "operator",
        global_name: null,
        discriminator: "0",
        avatar: null,
        public_flags: 0,
      },
      approximate_guild_count: 1,
      approximate_user_install_count: 0,
      integration_types_config: { "0": {} },
      interactions_endpoint_url: null,
      redirect_uris: [],
    },
    journal: createJournal(),
    violations: [],
    people: new Map(),
    guilds: new Map(),
    places: new Map(),
    messages: new Map(),
    interactions: new Map(),
    interactionsByToken: new Map(),
    files: new Map(),
    // A snowflake: milliseconds since 2015 in the upper 42 bits, made unique by counting on.
    nextId() {
      const now = BigInt(Date.now() - 1_420_070_400_000) << 22n;
      lastId = now > lastId ? now : lastId + 1n;
      return String(lastId);
    },
    after(ms, run) {
      const timer = setTimeout(() => {
        timers.delete(timer);
        run();
      }, ms);
      timers.add(timer);
    },
    clearTimers() {
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
    dispatch() {},
  };
}
