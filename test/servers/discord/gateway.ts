import { randomUUID } from "node:crypto";
import type { Server } from "node:http";
import { type WebSocket, WebSocketServer } from "ws";
import { guildCreate } from "./guilds.ts";
import { type Fields, isFields } from "./json.ts";
import {
  fatalCodes,
  guildsOf,
  isFor,
  knownIntents,
  note,
  parse,
  privileged,
  readyBody,
  type Session,
} from "./session.ts";
import type { World } from "./world.ts";

/** Gateway v10, and the ways in which it fails. */
export interface Gateway {
  readonly connections: number;
  /** IDENTIFY frames that led to READY, oldest first. */
  readonly identifies: readonly { at: number; intents: number; shard: [number, number] }[];
  /** RESUME frames that led to RESUMED. */
  readonly resumes: readonly { at: number; replayed: number }[];
  /** Resolves when `count` sessions (default 1) are ready and connected. */
  connected(count?: number): Promise<void>;
  /** Closes every connection with this code; without one the sockets just die. */
  disconnect(code?: number): void;
  /** Op 7. */
  reconnect(): void;
  /** Op 9. With `false` the sessions are gone. */
  invalidSession(resumable: boolean): void;
  /** Half-open: today's connections get nothing more, not even a heartbeat ACK; what they miss can be resumed. */
  silence(): void;
  /** The same, but not even that a connection ends is confirmed. */
  freeze(): void;
  /** The next `times` connections get no HELLO. */
  withholdHello(times?: number): void;
  /** The next `times` connections get this HTTP status instead of a WebSocket. */
  refuseUpgrade(status: number, times?: number): void;
  /** How often somebody asked for a WebSocket. */
  readonly upgrades: number;
  /** The next `times` IDENTIFYs are answered with this close code. */
  refuseIdentify(code: number, times?: number): void;
}

export function createGateway(world: World, http: Server): { gateway: Gateway; stop: () => void } {
  let upgrades = 0;
  let turnedAway = { status: 0, times: 0 };
  const wss = new WebSocketServer({
    server: http,
    verifyClient: (_info: unknown, take: (taken: boolean, status?: number) => void) => {
      upgrades += 1;
      if (turnedAway.times === 0) return take(true);
      turnedAway.times -= 1;
      take(false, turnedAway.status);
    },
  });
  const sessions = new Map<string, Session>();
  const silent = new WeakSet<WebSocket>();
  const identifies: { at: number; intents: number; shard: [number, number] }[] = [];
  const resumes: { at: number; replayed: number }[] = [];
  const waiting = new Set<() => void>();
  let withheld = 0;
  let refused = { code: 0, times: 0 };

  wss.on("connection", (socket) => {
    let session: Session | undefined;
    let recent: number[] = [];
    socket.on("error", () => {});
    socket.on("close", (code) => {
      if (session?.socket !== socket) return;
      session.socket = undefined;
      // Closed by the client with 1000 or 1001: it does not come back.
      if (fatalCodes.includes(code)) sessions.delete(session.id);
    });
    socket.on("message", (bytes) => {
      if (silent.has(socket)) return;
      const now = Date.now();
      recent = [...recent.filter((at) => now - at < 60_000), now];
      if (recent.length > 120) return socket.close(4008, "You are being rate limited.");
      const frame = parse(String(bytes));
      if (!frame) return socket.close(4002, "Error while decoding payload.");
      note(world, "in", frame);
      const body = isFields(frame["d"]) ? frame["d"] : {};
      // What a heartbeat confirms need not be kept for a RESUME.
      if (frame["op"] === 1 && session) session.sent = session.sent.filter(({ seq }) => seq > Number(frame["d"] ?? 0));
      if (frame["op"] === 1) return say(socket, { op: 11, d: null, s: null, t: null });
      if (frame["op"] === 2) {
        if (session) return socket.close(4005, "Already authenticated.");
        session = identify(socket, body);
      } else if (frame["op"] === 6) session = resume(socket, body);
      else if (!session) socket.close(4003, "Not authenticated.");
      else if (![3, 4, 8, 31, 43].includes(Number(frame["op"]))) socket.close(4001, "Unknown opcode.");
    });
    if (withheld > 0) withheld -= 1;
    else say(socket, { op: 10, d: { heartbeat_interval: world.options.heartbeatMs, _trace: [] }, s: null, t: null });
  });

  function identify(socket: WebSocket, body: Fields): Session | undefined {
    if (refused.times > 0) {
      refused.times -= 1;
      return void socket.close(refused.code);
    }
    const intents = Number(body["intents"]);
    const shard = Array.isArray(body["shard"]) ? (body["shard"] as [number, number]) : ([0, 1] as [number, number]);
    if (body["token"] !== world.options.token) return void socket.close(4004, "Authentication failed.");
    if (!Number.isInteger(intents) || (intents & ~knownIntents) !== 0)
      return void socket.close(4013, "Invalid intent(s).");
    if ((intents & privileged & ~world.options.privilegedIntents) !== 0)
      return void socket.close(4014, "Disallowed intent(s).");
    if (!(Number(shard[0]) < Number(shard[1]))) return void socket.close(4010, "Invalid shard.");
    const session: Session = { id: randomUUID().replaceAll("-", ""), intents, shard, seq: 0, sent: [], socket };
    sessions.set(session.id, session);
    send(session, "READY", readyBody(world, session));
    if ((intents & 1) !== 0)
      for (const guild of guildsOf(world, session))
        if (!guild.down) send(session, "GUILD_CREATE", guildCreate(world, guild));
    identifies.push({ at: Date.now(), intents, shard });
    wake();
    return session;
  }

  function resume(socket: WebSocket, body: Fields): Session | undefined {
    if (body["token"] !== world.options.token) return void socket.close(4004, "Authentication failed.");
    const session = sessions.get(String(body["session_id"]));
    if (!session) return void say(socket, { op: 9, d: false, s: null, t: null });
    const seen = Number(body["seq"]);
    if (seen > session.seq) {
      sessions.delete(session.id);
      return void socket.close(4007, "Invalid seq.");
    }
    if (session.socket !== socket) session.socket?.terminate();
    session.socket = socket;
    const missed = session.sent.filter((one) => one.seq > seen);
    session.sent = missed;
    for (const { frame } of missed) socket.send(frame);
    send(session, "RESUMED", { _trace: [] });
    resumes.push({ at: Date.now(), replayed: missed.length });
    wake();
    return session;
  }

  function send(session: Session, name: string, body: Fields): void {
    session.seq += 1;
    const message = { op: 0, d: body, s: session.seq, t: name };
    const frame = JSON.stringify(message);
    session.sent.push({ seq: session.seq, frame });
    note(world, "out", message);
    if (session.socket && !silent.has(session.socket)) session.socket.send(frame);
  }

  function say(socket: WebSocket, frame: Fields): void {
    if (silent.has(socket)) return;
    note(world, "out", frame);
    socket.send(JSON.stringify(frame));
  }

  function wake(): void {
    for (const check of waiting) check();
  }

  const live = () => [...sessions.values()].filter((session) => session.socket !== undefined);
  world.dispatch = (name, body, { guildId, intent } = {}) => {
    for (const session of sessions.values())
      if (isFor(session, guildId) && (intent === undefined || (session.intents & intent) !== 0))
        send(session, name, body);
  };

  const gateway: Gateway = {
    get connections() {
      return wss.clients.size;
    },
    identifies,
    resumes,
    connected: (count = 1) =>
      new Promise((resolve) => {
        const check = () => {
          if (live().length < count) return;
          waiting.delete(check);
          resolve();
        };
        waiting.add(check);
        check();
      }),
    disconnect(code) {
      for (const session of live()) {
        const { socket } = session;
        session.socket = undefined;
        if (code !== undefined && fatalCodes.includes(code)) sessions.delete(session.id);
        if (code === undefined) socket?.terminate();
        else socket?.close(code);
      }
    },
    reconnect() {
      for (const { socket } of live()) if (socket) say(socket, { op: 7, d: null, s: null, t: null });
    },
    invalidSession(resumable) {
      for (const session of live()) {
        if (session.socket) say(session.socket, { op: 9, d: resumable, s: null, t: null });
        if (!resumable) sessions.delete(session.id);
      }
    },
    silence() {
      for (const socket of wss.clients) silent.add(socket);
    },
    freeze() {
      for (const socket of wss.clients) socket.pause();
    },
    withholdHello(times = 1) {
      withheld += times;
    },
    refuseUpgrade(status, times = 1) {
      turnedAway = { status, times };
    },
    get upgrades() {
      return upgrades;
    },
    refuseIdentify(code, times = 1) {
      refused = { code, times };
    },
  };
  const stop = () => {
    for (const socket of wss.clients) socket.terminate();
    wss.close();
  };
  return { gateway, stop };
}
