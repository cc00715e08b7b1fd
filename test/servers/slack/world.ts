import { randomUUID } from "node:crypto";
import {
  type ChannelRecord,
  type FileRecord,
  type MessageRecord,
  type PersonRecord,
  Refusal,
  type SlackServerOptions,
  type UserGroupRecord,
  type ViewRecord,
} from "./types.ts";

/** Something that a person may now see differently, and the turn that caused it when Slack can know. */
export interface Change {
  kind: "message" | "view" | "home" | "closed";
  message?: MessageRecord;
  view?: ViewRecord;
  turn?: string;
}

/** A capability handed out with a payload: opens one view, soon. */
interface Trigger {
  at: number;
  person: string;
  turn: string;
  used: boolean;
  /** The modal it came from; views.push needs one. */
  fromModal?: string;
  /** What its person was looking at. */
  channel?: string;
}

/** Where a response_url writes to, and how often it still may. */
export interface ResponseUrl {
  at: number;
  uses: number;
  person: string;
  channel: string;
  turn: string;
  /** The message whose button was pressed; a slash command has none to replace. */
  message?: MessageRecord;
}

/** The workspace: people, channels, messages and views, and who was told what. */
export interface World {
  team: { id: string; domain: string };
  appId: string;
  botId: string;
  botUserId: string;
  people: Map<string, PersonRecord>;
  channels: Map<string, ChannelRecord>;
  userGroups: Map<string, UserGroupRecord>;
  /** Messages for later, by id. */
  scheduled: Map<string, { channel: string; text: string; at: number }>;
  /** What a token is told since the app was removed; undefined while it is installed. */
  refusal: string | undefined;
  messages: MessageRecord[];
  views: Map<string, ViewRecord>;
  homes: Map<string, ViewRecord>;
  /** Open modals of a person, root first. */
  stacks: Map<string, ViewRecord[]>;
  files: Map<string, FileRecord>;
  uploads: Map<string, FileRecord & { length: number; done: boolean }>;
  responseUrls: Map<string, ResponseUrl>;
  changes: Change[];
  listeners: Set<() => void>;
  changed(change: Change): void;
  ts(): string;
  id(prefix: string): string;
  directMessage(person: string): ChannelRecord;
  sees(person: string, message: MessageRecord): boolean;
  post(message: Partial<MessageRecord> & { channel: string; text: string }, turn?: string): MessageRecord;
  newTrigger(trigger: { person: string; turn: string; fromModal?: string; channel?: string }): string;
  trigger(id: unknown): Trigger;
}

/** An empty workspace with the app installed. */
export function createWorld({ triggerMs = 3000 }: SlackServerOptions): World {
  const triggers = new Map<string, Trigger>();
  let lastTs = 0;
  let counter = 0;
  const world: World = {
    team: { id: "T0GREENROOM", domain: "greenroom-test" },
    appId: "A0GREENROOM",
    botId: "B0GREENROOM",
    botUserId: "U0GREENROOMBOT",
    people: new Map(),
    channels: new Map(),
    userGroups: new Map(),
    scheduled: new Map(),
    refusal: undefined,
    messages: [],
    views: new Map(),
    homes: new Map(),
    stacks: new Map(),
    files: new Map(),
    uploads: new Map(),
    responseUrls: new Map(),
    changes: [],
    listeners: new Set(),
    changed(change) {
      world.changes.push(change);
      for (const listener of world.listeners) listener();
    },
    ts() {
      lastTs = Math.max(lastTs + 1, Date.now() * 1000);
      return `${Math.floor(lastTs / 1_000_000)}.${String(lastTs % 1_000_000).padStart(6, "0")}`;
    },
    id(prefix) {
      counter += 1;
      return `${prefix}${String(counter).padStart(4, "0")}${randomUUID().replaceAll("-", "").slice(0, 6).toUpperCase()}`;
    },
    directMessage(person) {
      const found = [...world.channels.values()].find(
        (channel) => channel.kind === "direct" && channel.members.has(person),
      );
      if (found) return found;
      const channel: ChannelRecord = {
        id: world.id("D"),
        name: "directmessage",
        kind: "direct",
        botIsMember: true,
        archived: false,
        members: new Set([person]),
      };
      world.channels.set(channel.id, channel);
      return channel;
    },
    sees(person, message) {
      const channel = world.channels.get(message.channel);
      if (message.to !== undefined) return message.to === person;
      return (
        channel !== undefined &&
        (channel.kind === "public" || channel.members.size === 0 || channel.members.has(person))
      );
    },
    post(message, turn) {
      const record: MessageRecord = {
        ts: world.ts(),
        by: "app",
        blocks: [],
        files: [],
        edited: false,
        deleted: false,
        state: {},
        ...message,
      };
      world.messages.push(record);
      world.changed({ kind: "message", message: record, ...(turn === undefined ? {} : { turn }) });
      return record;
    },
    newTrigger(trigger) {
      const id = `${Date.now()}.${world.id("").slice(0, 4)}.${randomUUID().replaceAll("-", "")}`;
      triggers.set(id, { at: performance.now(), used: false, ...trigger });
      return id;
    },
    trigger(id) {
      const trigger = triggers.get(String(id));
      if (trigger === undefined) throw new Refusal("invalid_trigger_id");
      if (trigger.used) throw new Refusal("exchanged_trigger_id");
      if (performance.now() - trigger.at > triggerMs) throw new Refusal("expired_trigger_id");
      return trigger;
    },
  };
  return world;
}
