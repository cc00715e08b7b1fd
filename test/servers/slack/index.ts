import type { AddressInfo } from "node:net";
import { slackContract } from "./contract.ts";
import { defaults } from "./defaults.ts";
import { type Delivered, type Delivery, deliver, type Endpoint, type ForgedRequest, post } from "./deliver.ts";
import { httpServer } from "./http.ts";
import { eventBody } from "./payloads.ts";
import { type Person, person } from "./person.ts";
import { type Message, seenMessage, seenView, type View } from "./seen.ts";
import { journalTail, type Slack } from "./slack.ts";
import { type SocketMode, socketMode } from "./socket-mode.ts";
import { beginTurn, type Turn } from "./turn.ts";
import type { ChannelRecord, Fault, JournalEntry, Json, PersonRecord, SlackServerOptions } from "./types.ts";
import { createWorld, type World } from "./world.ts";

export type { Fault, Json, JournalEntry, Message, Person, SlackServerOptions, Turn, View };
export type { Delivered, ForgedRequest } from "./deliver.ts";

/** A channel people and the bot write in. */
export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly record: ChannelRecord;
}

/** Slack on 127.0.0.1 for @slack/bolt, as strict as the real one. */
export interface SlackServer {
  /** For `clientOptions.slackApiUrl`. */
  readonly url: string;
  readonly botToken: string;
  readonly appToken: string;
  readonly team: { id: string };
  readonly appId: string;
  readonly botUserId: string;
  readonly journal: JournalEntry[];
  readonly violations: string[];
  readonly socket: SocketMode;
  person(about: { name: string; id?: string; admin?: boolean; deactivated?: boolean; timeZone?: string }): Person;
  channel(about: {
    name: string;
    private?: boolean;
    botIsMember?: boolean;
    archived?: boolean;
    members?: Person[];
  }): Channel;
  directMessage(person: Person): Channel;
  userGroup(about: { handle: string; name?: string; disabled?: boolean }): { id: string; handle: string };
  /** Takes the app out of the workspace: its token is refused, and it hears of it by both events that Slack sends. */
  removesApp(): Promise<Delivered[]>;
  /** From now on everything goes to this URL, signed; without this call it goes over Socket Mode. */
  deliversTo(url: string, signingSecret: string): void;
  fault(fault: Fault): void;
  /** Messages of a channel this person can see now, oldest first. */
  visibleTo(person: Person, channel: { id: string }): Message[];
  home(person: Person): View | undefined;
  /** The modal on top, if one is open. */
  modal(person: Person): View | undefined;
  /** The same payload once more: a retry for events, a duplicate for the rest. */
  redeliver(turn: Turn): Turn;
  /** Any payload, over the mode in use, as Slack would wrap it. */
  sends(delivery: Delivery): Promise<Delivered>;
  /** Any event, as an event_callback of this workspace. */
  sendsEvent(event: Json): Promise<Delivered>;
  /** A forged HTTP request to the endpoint given to `deliversTo`. */
  forges(request: ForgedRequest): Promise<{ status: number; text: string }>;
  /** The URL check Slack makes when an endpoint is entered; resolves with whether the challenge came back. */
  verifiesUrl(): Promise<boolean>;
  /** The certificate check of a command URL, unsigned. */
  checksSsl(): Promise<number>;
  journalTail(length?: number): string;
  readonly world: World;
  stop(): Promise<void>;
}

/** Starts on a free port. */
export async function startSlackServer(options: SlackServerOptions = {}): Promise<SlackServer> {
  const world = createWorld(options);
  const slack: Slack = {
    world,
    contract: slackContract(),
    journal: [],
    violations: [],
    faults: [],
    timers: new Set(),
    stopped: false,
    origin: "",
    options: { ...defaults, ...options },
  };
  const http = httpServer(slack);
  const socket = socketMode(slack, http);
  let endpoint: Endpoint | undefined;
  const send = (delivery: Delivery): Promise<Delivered> => deliver(slack, { socket, endpoint }, delivery);
  const target = (): Endpoint => {
    if (endpoint === undefined) throw new Error("call deliversTo(url, signingSecret) first");
    return endpoint;
  };
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  slack.origin = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const handle = (record: ChannelRecord): Channel => ({ id: record.id, name: record.name, record });

  return {
    url: `${slack.origin}/api/`,
    botToken: slack.options.botToken,
    appToken: slack.options.appToken,
    team: world.team,
    appId: world.appId,
    botUserId: world.botUserId,
    journal: slack.journal,
    violations: slack.violations,
    socket,
    world,
    person({ name, id = world.id("U"), admin = false, deactivated = false, timeZone = "Europe/Amsterdam" }) {
      const record: PersonRecord = { id, name, admin, deactivated, timeZone };
      world.people.set(id, record);
      return person(slack, record, send);
    },
    channel({ name, private: isPrivate = false, botIsMember = true, archived = false, members = [] }) {
      const record: ChannelRecord = {
        id: world.id("C"),
        name,
        kind: isPrivate ? "private" : "public",
        botIsMember,
        archived,
        members: new Set(members.map((member) => member.id)),
      };
      world.channels.set(record.id, record);
      return handle(record);
    },
    directMessage: (who) => handle(world.directMessage(who.id)),
    userGroup({ handle, name = handle, disabled = false }) {
      const record = { id: world.id("S"), handle, name, disabled };
      world.userGroups.set(record.id, record);
      return record;
    },
    async removesApp() {
      world.refusal = "account_inactive";
      const revoked = { type: "tokens_revoked", tokens: { oauth: [], bot: [world.botUserId] } };
      const events = [revoked, { type: "app_uninstalled" }];
      return Promise.all(events.map((event) => send({ type: "events_api", payload: eventBody(world, event) })));
    },
    deliversTo(url, signingSecret) {
      endpoint = { url, signingSecret };
    },
    fault: (fault) => void slack.faults.push({ ...fault, left: fault.times ?? 1 }),
    visibleTo: (who, channel) =>
      world.messages
        .filter((message) => message.channel === channel.id && !message.deleted && world.sees(who.id, message))
        .map(seenMessage),
    home(who) {
      const view = world.homes.get(who.id);
      return view && seenView(view);
    },
    modal(who) {
      const view = world.stacks.get(who.id)?.at(-1);
      return view && seenView(view);
    },
    redeliver(turn) {
      const before = turn.plan.delivery;
      if (before === undefined) throw new Error("that turn never reached the app");
      const delivery = { ...before, attempt: (before.attempt ?? 0) + 1 };
      return beginTurn(slack, { ...turn.plan, delivery, send: () => send(delivery) });
    },
    sends: send,
    sendsEvent: (event) => send({ type: "events_api", payload: eventBody(world, event) }),
    forges: (request) => post(slack, target(), request),
    async verifiesUrl() {
      const challenge = crypto.randomUUID();
      const { text } = await post(slack, target(), {
        body: JSON.stringify({ token: "verification-token", challenge, type: "url_verification" }),
      });
      return text.includes(challenge);
    },
    async checksSsl() {
      const { status } = await post(slack, target(), {
        body: "token=verification-token&ssl_check=1",
        contentType: "application/x-www-form-urlencoded",
        signature: null,
        timestamp: null,
      });
      return status;
    },
    journalTail: (length) => journalTail(slack, length),
    async stop() {
      slack.stopped = true;
      for (const timer of slack.timers) clearTimeout(timer);
      await socket.stop();
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  };
}
