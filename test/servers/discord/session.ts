import type { WebSocket } from "ws";
import { type Fields, isFields } from "./json.ts";
import type { GuildRecord, World } from "./world.ts";

/** One IDENTIFY; it outlives its connection until it is invalid. */
export interface Session {
  id: string;
  intents: number;
  shard: [number, number];
  seq: number;
  sent: { seq: number; frame: string }[];
  socket: WebSocket | undefined;
}

/** https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway: after these the session cannot be resumed. */
export const fatalCodes = [1000, 1001, 4004, 4007, 4009, 4010, 4011, 4012, 4013, 4014];
export const privileged = (1 << 1) | (1 << 8) | (1 << 15);
export const knownIntents = ((1 << 17) - 1) | (1 << 20) | (1 << 21) | (1 << 24) | (1 << 25);
const names: Record<number, string> = {
  1: "HEARTBEAT",
  2: "IDENTIFY",
  3: "PRESENCE_UPDATE",
  6: "RESUME",
  7: "RECONNECT",
  8: "REQUEST_GUILD_MEMBERS",
  9: "INVALID_SESSION",
  10: "HELLO",
  11: "HEARTBEAT_ACK",
};

/** The body of READY. */
export function readyBody(world: World, session: Session): Fields {
  return {
    v: 10,
    user: { ...world.bot, verified: true, mfa_enabled: true, email: null, flags: 0 },
    guilds: guildsOf(world, session).map(({ id }) => ({ id, unavailable: true })),
    session_id: session.id,
    resume_gateway_url: world.origin.replace("http", "ws"),
    session_type: "normal",
    shard: session.shard,
    application: { id: world.options.applicationId, flags: 0 },
    private_channels: [],
    relationships: [],
    presences: [],
    user_settings: {},
    guild_join_requests: [],
    geo_ordered_rtc_regions: [],
  };
}

/** The servers of the bot that this session's shard serves. */
export function guildsOf(world: World, session: Session): GuildRecord[] {
  return [...world.guilds.values()].filter((guild) => guild.installed && isFor(session, guild.id));
}

/** Journals a frame, without the bot's token. */
export function note(world: World, way: "in" | "out", frame: Fields): void {
  const body =
    isFields(frame["d"]) && "token" in frame["d"] && frame["t"] !== "INTERACTION_CREATE"
      ? { ...frame["d"], token: "…" }
      : frame["d"];
  const name =
    typeof frame["t"] === "string"
      ? frame["t"]
      : `op ${String(frame["op"])} ${names[Number(frame["op"])] ?? ""}`.trim();
  world.journal.entries.push({
    at: Date.now(),
    method: "GATEWAY",
    path: `${way} ${name}`,
    query: {},
    headers: {},
    body,
    files: [],
  });
}

export function parse(text: string): Fields | undefined {
  try {
    const frame: unknown = JSON.parse(text);
    return isFields(frame) ? frame : undefined;
  } catch {
    return undefined;
  }
}

/** https://discord.com/developers/docs/events/gateway#sharding-sharding-formula; direct messages go to shard 0. */
export function isFor(session: Session, guildId: string | undefined): boolean {
  const [number, count] = session.shard;
  return guildId === undefined ? number === 0 : Number((BigInt(guildId) >> 22n) % BigInt(count)) === number;
}
