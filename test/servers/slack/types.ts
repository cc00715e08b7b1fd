/** JSON as Slack sends and takes it; every reader narrows what it needs. */
export type Json = { [key: string]: unknown };

/** Everything a test may set; deadlines default to Slack's real values, in milliseconds. */
export interface SlackServerOptions {
  botToken?: string;
  appToken?: string;
  /** Slash commands get no answer, buttons spin: the app must acknowledge within this. */
  ackMs?: number;
  triggerMs?: number;
  responseUrlMs?: number;
  responseUrlUses?: number;
  /** When events_api deliveries that were not acknowledged are sent again. */
  eventRetryMs?: readonly number[];
  /** Posts a channel takes per second before 429; off unless given. */
  postsPerSecond?: number;
  /** How long `turn.heard()` waits before it fails. */
  heardMs?: number;
  /** `heard()` returns when nothing more happened for this long. */
  quietMs?: number;
  /** OAuth scopes of the bot token; a method that needs another answers missing_scope. */
  scopes?: readonly string[];
  /** Ids of people and of user groups the app may mention on purpose; every other live mention is a violation. */
  mayMention?: (id: string) => boolean;
  /** How long a picture that was taken is still "invalid" in a message. */
  pictureMs?: number;
  /** Messages in one answer of conversations.history and replies at most, whatever was asked for. */
  historyPage?: number;
}

/** One request to, or one frame or request from, the server. Tokens are cut from the headers. */
export interface JournalEntry {
  at: number;
  /** "in" is what the app sent, "out" what Slack sent to the app. */
  direction: "in" | "out";
  method: string;
  path: string;
  headers: Record<string, string>;
  body: Json;
  files: { name: string; mediaType: string; bytes: Buffer }[];
  status?: number;
  answer?: unknown;
}

/** Scripts what happens to matching requests of the app; "drop-after" commits the effect, then cuts the line. */
export interface Fault {
  match: (request: JournalEntry) => boolean;
  times?: number;
  kind: "status" | "delay" | "drop-before" | "drop-after";
  status?: number;
  body?: unknown;
  headers?: Record<string, string>;
  delayMs?: number;
}

export interface PersonRecord {
  id: string;
  name: string;
  admin: boolean;
  /** conversations.open and direct messages to this person are refused with user_disabled. */
  deactivated: boolean;
  timeZone: string;
}

export interface UserGroupRecord {
  id: string;
  handle: string;
  name: string;
  disabled: boolean;
}

export interface ChannelRecord {
  id: string;
  name: string;
  kind: "public" | "private" | "direct";
  botIsMember: boolean;
  archived: boolean;
  /** Posting is for a few: "restricted_action_read_only_channel" and its like. */
  restricted?: string;
  members: Set<string>;
}

export interface MessageRecord {
  ts: string;
  channel: string;
  /** The only person who sees it, when it is ephemeral. */
  to?: string;
  by: "app" | "slackbot" | string;
  text: string;
  blocks: Json[];
  threadTs?: string;
  metadata?: Json;
  files: FileRecord[];
  edited: boolean;
  deleted: boolean;
  /** What the person chose in selects and inputs of this message: block_id -> action_id -> value. */
  state: StateValues;
}

export interface ViewRecord {
  id: string;
  hash: string;
  person: string;
  type: "modal" | "home";
  body: Json;
  blocks: Json[];
  rootId: string;
  previousId?: string;
  /** What its person was looking at when it opened. */
  channel?: string;
  open: boolean;
  state: StateValues;
}

export interface FileRecord {
  id: string;
  name: string;
  title: string;
  mediaType: string;
  altText?: string;
  bytes: Buffer;
  shared: boolean;
  /** By performance.now(): when its upload was completed. */
  doneAt?: number;
  /** Where Slack keeps it. */
  address: string;
  /** Payloads name it by its id alone: https://docs.slack.dev/reference/objects/file-object#slack_connect_files */
  idOnly?: boolean;
}

export type StateValues = Record<string, Record<string, Json>>;

/** A refusal of a Web API call: `{ ok: false, error, ...extra }`, HTTP 200 unless a status is given. */
export class Refusal extends Error {
  readonly code: string;
  readonly extra: Json;
  readonly status: number;
  constructor(code: string, extra: Json = {}, status = 200) {
    super(code);
    this.code = code;
    this.extra = extra;
    this.status = status;
  }
}

export const asJson = (value: unknown): Json =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Json) : {};

export const asList = (value: unknown): Json[] => (Array.isArray(value) ? value.map(asJson) : []);

export const asText = (value: unknown): string => (typeof value === "string" ? value : "");
