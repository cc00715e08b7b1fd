import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type WebSocket, WebSocketServer } from "ws";
import { type Load, quantiles, runLoad, type Sample, type Sent } from "../load.ts";
import { answerCalls } from "../remote.ts";

/** As much of Discord as a load needs, as fast as Node does it: it checks and remembers nothing. */
export type DiscordCalls = {
  address(): string;
  /** Resolves when a bot with this token is connected. */
  connected(token: string): Promise<void>;
  run(load: Load & Asked): Promise<Sample>;
  /** Interactions at an even pace, whether the ones before are answered or not; what was acknowledged by the end. */
  pace(paced: Asked & { perSecond: number; milliseconds: number }): Promise<Paced>;
};

export interface Asked {
  readonly token: string;
  /** A command's name with its subcommand, or with a slash the custom_id of a button: "@user@" becomes the number. */
  readonly asked: string;
  /** Requests until it is answered: 2 with a deferral. */
  readonly requests?: number;
  /** People who ask, in turn, by number. */
  readonly people: { readonly from: number; readonly count: number };
}

export interface Paced {
  readonly sent: number;
  readonly unacknowledged: number;
  readonly acknowledged: ReturnType<typeof quantiles>;
}

interface Pending extends Pick<Sent, "acknowledged" | "answered"> {
  left: number;
}

const pending = new Map<string, Pending>();
const sockets = new Map<string, WebSocket>();
const waiting = new Map<string, () => void>();
const cursors = new Map<string, number>();
let nextId = 200_000_000_000_000_000n;

const http = createServer((request, response) => {
  const url = request.url ?? "";
  const [, , , kind = "", first = "", second = ""] = url.split("/");
  if (kind === "interactions") return taken(request, response, { key: first, body: undefined });
  if (kind === "webhooks") return taken(request, response, { key: keyOf(second), body: message });
  request.resume();
  request.on("end", () => answer(response, rest(request.method ?? "", url)));
});

function taken(
  request: IncomingMessage,
  response: ServerResponse,
  { key, body }: { key: string; body: unknown },
): void {
  request.resume();
  request.on("end", () => {
    answer(response, body);
    const found = pending.get(key);
    if (!found) return;
    found.acknowledged();
    found.left -= 1;
    if (found.left > 0) return;
    pending.delete(key);
    found.answered();
  });
}

function answer(response: ServerResponse, body: unknown): void {
  if (body === undefined) return void response.writeHead(204).end();
  const text = JSON.stringify(body);
  response.writeHead(200, { "content-type": "application/json", "content-length": Buffer.byteLength(text) }).end(text);
}

function rest(method: string, url: string): unknown {
  if (url.endsWith("/gateway/bot")) {
    const session_start_limit = { total: 1000, remaining: 999, reset_after: 0, max_concurrency: 1 };
    return { url: address().replace("http", "ws").replace("/api", ""), shards: 1, session_start_limit };
  }
  if (url.endsWith("/applications/@me")) return { id: APPLICATION };
  return method === "GET" ? [] : {};
}

const wss = new WebSocketServer({ server: http, perMessageDeflate: false });
wss.on("connection", (socket) => {
  socket.on("error", () => {});
  socket.on("message", (bytes) => {
    const { op, d } = JSON.parse(String(bytes)) as { op: number; d: { token: string } };
    if (op === 1) socket.send('{"op":11,"d":null,"s":null,"t":null}');
    if (op !== 2) return;
    sockets.set(d.token, socket);
    socket.send(JSON.stringify({ op: 0, t: "READY", s: 1, d: READY }));
    waiting.get(d.token)?.();
  });
  socket.send('{"op":10,"d":{"heartbeat_interval":41250},"s":null,"t":null}');
});

const APPLICATION = "110000000000000000";
const bot = { id: APPLICATION, username: "bench", discriminator: "0", avatar: null, bot: true, global_name: null };
const READY = {
  v: 10,
  user: bot,
  guilds: [],
  session_id: "bench",
  resume_gateway_url: "",
  session_type: "normal",
  shard: [0, 1],
  application: { id: APPLICATION, flags: 0 },
};

const recorded = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../test/platforms/discord/payloads/${name}.json`, import.meta.url), "utf8"));
// What discord.js is sent back after an edit.
const { message } = recorded("button") as { message: Record<string, unknown> };

/** An interaction of each kind as real clients make Discord send it, with what differs cut out. */
function templateOf(asked: string): string {
  const recording = recorded(asked.includes("/") ? "button" : "command-options") as Record<string, unknown>;
  const person = recording["member"] as { user: Record<string, unknown> };
  Object.assign(recording, { id: "@id@", token: "@id@.aW50ZXJhY3Rpb24tdG9rZW4", application_id: APPLICATION });
  Object.assign(person.user, { id: "30000000000@user@", username: "user@user@", global_name: "Person @user@" });
  if (asked.includes("/")) Object.assign(recording, { data: { component_type: 2, custom_id: asked, id: 4 } });
  else {
    const [name, subcommand] = asked.split(" ");
    const options = subcommand ? [{ name: subcommand, type: 1, options: [] }] : [];
    Object.assign(recording, { data: { id: "100000000000000014", name, type: 1, options } });
  }
  return JSON.stringify({ op: 0, t: "INTERACTION_CREATE", s: 2, d: recording });
}

const templates = new Map<string, string[]>();

function send({ token, asked, people, requests = 1 }: Asked, sent: Sent): void {
  let parts = templates.get(asked);
  if (!parts) {
    parts = templateOf(asked).split(/(@id@|@user@)/);
    templates.set(asked, parts);
  }
  const id = String(nextId);
  nextId += 1n;
  const cursor = cursors.get(asked) ?? 0;
  cursors.set(asked, cursor + 1);
  const user = String(people.from + (cursor % people.count));
  pending.set(id, { ...sent, left: requests });
  sockets.get(token)?.send(parts.map((part) => (part === "@id@" ? id : part === "@user@" ? user : part)).join(""));
}

// The token of an interaction begins with its id.
const keyOf = (token: string): string => token.split(".")[0] ?? "";
const address = (): string => `http://127.0.0.1:${(http.address() as AddressInfo).port}/api`;

async function pace({ perSecond, milliseconds, ...asked }: Parameters<DiscordCalls["pace"]>[0]): Promise<Paced> {
  const acknowledged: number[] = [];
  let sent = 0;
  const started = performance.now();
  await new Promise<void>((resolve) => {
    const timer = setInterval(() => {
      const elapsed = performance.now() - started;
      for (; sent < (Math.min(elapsed, milliseconds) / 1000) * perSecond; sent += 1) {
        const at = performance.now();
        send(asked, { acknowledged: () => acknowledged.push(performance.now() - at), answered: () => {} });
      }
      if (elapsed < milliseconds + 3_000 && (elapsed < milliseconds || acknowledged.length < sent)) return;
      clearInterval(timer);
      resolve();
    }, 5);
  });
  return { sent, unacknowledged: sent - acknowledged.length, acknowledged: quantiles(acknowledged) };
}

await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
answerCalls({
  address,
  connected: (token) =>
    new Promise<void>((resolve) => {
      if (sockets.has(token)) resolve();
      else waiting.set(token, resolve);
    }),
  run: (load) => runLoad(load, (sent) => send(load, sent)),
  pace,
} satisfies DiscordCalls);
