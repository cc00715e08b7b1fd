import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer, type ServerResponse } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { type WebSocket, WebSocketServer } from "ws";
import { type Load, runLoad, type Sample, type Sent } from "../load.ts";
import { answerCalls, settingsOf } from "../remote.ts";

/** As much of Slack as a load needs, as fast as Node does it: it checks and remembers nothing. */
export type SlackCalls = {
  /** The Web API, with a slash at its end. */
  address(): string;
  /** Resolves when a bot with this app token is connected. */
  connected(appToken: string): Promise<void>;
  run(load: Load & Asked): Promise<Sample>;
};

export interface Asked {
  /** An app token for Socket Mode, or the address to which signed requests go. */
  readonly to: string;
  /** What stands behind the slash command; with a slash the action_id of a button. */
  readonly asked: string;
  /** Answered in the acknowledgement, or later through the response_url. */
  readonly late: boolean;
}

const { signingSecret } = settingsOf<{ signingSecret: string }>();
const sockets = new Map<string, WebSocket>();
const waiting = new Map<string, () => void>();
const pending = new Map<string, { sent: Sent; late: boolean }>();
let nextId = 1_000_000_000;

const http = createServer((request, response) => {
  const url = request.url ?? "";
  request.resume();
  request.on("end", () => {
    if (url.startsWith("/r/")) {
      json(response, { ok: true });
      return finish(url.slice(3));
    }
    if (url.endsWith("apps.connections.open")) {
      const token = (request.headers.authorization ?? "").replace("Bearer ", "");
      return json(response, { ok: true, url: `ws://127.0.0.1:${port()}/link?${token}` });
    }
    json(response, {
      ok: true,
      url: "https://bench.slack.com/",
      team: "Bench",
      team_id: "T1",
      user: "bot",
      user_id: "UBOT",
      bot_id: "BBOT",
    });
  });
});

const wss = new WebSocketServer({ server: http, perMessageDeflate: false });
wss.on("connection", (socket, request) => {
  const token = (request.url ?? "").split("?")[1] ?? "";
  const pings = setInterval(() => socket.ping(), 5_000);
  socket.on("close", () => clearInterval(pings));
  socket.on("error", () => {});
  socket.on("message", (bytes) => {
    const id = /"envelope_id":"(\d+)"/.exec(String(bytes))?.[1] ?? "";
    acknowledge(id);
  });
  sockets.set(token, socket);
  socket.send(
    JSON.stringify({
      type: "hello",
      num_connections: 1,
      debug_info: { host: "bench" },
      connection_info: { app_id: "A1" },
    }),
  );
  waiting.get(token)?.();
});

function acknowledge(id: string): void {
  const found = pending.get(id);
  found?.sent.acknowledged();
  if (found && !found.late) finish(id);
}

function finish(id: string): void {
  const found = pending.get(id);
  pending.delete(id);
  found?.sent.answered();
}

function json(response: ServerResponse, body: unknown): void {
  const text = JSON.stringify(body);
  response.writeHead(200, { "content-type": "application/json", "content-length": Buffer.byteLength(text) }).end(text);
}

const recorded = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../test/platforms/slack/payloads/${name}.json`, import.meta.url), "utf8"));

function bodyOf(asked: string): Record<string, unknown> {
  const changing = { trigger_id: "@id@", response_url: `http://127.0.0.1:${port()}/r/@id@` };
  if (!asked.includes("/")) return { ...recorded("slash-command"), ...changing, text: asked };
  const button = recorded("button");
  return { ...button, ...changing, actions: [{ ...button.actions[0], action_id: asked }] };
}

const cut = new Map<string, string[]>();
function written(asked: string, write: (body: Record<string, unknown>) => string, id: string): string {
  const key = `${asked} ${write.name}`;
  let parts = cut.get(key);
  if (!parts) {
    parts = write(bodyOf(asked)).split(/@id@|%40id%40/);
    cut.set(key, parts);
  }
  return parts.join(id);
}

function envelope(body: Record<string, unknown>): string {
  const type = "command" in body ? "slash_commands" : "interactive";
  return JSON.stringify({ envelope_id: "@id@", type, accepts_response_payload: true, payload: body });
}

function form(body: Record<string, unknown>): string {
  const fields = "command" in body ? (body as Record<string, string>) : { payload: JSON.stringify(body) };
  return new URLSearchParams(fields).toString();
}

function send({ to, asked, late }: Asked, sent: Sent): void {
  const id = String(nextId);
  nextId += 1;
  pending.set(id, { sent, late });
  if (!to.startsWith("http")) return sockets.get(to)?.send(written(asked, envelope, id));
  const body = written(asked, form, id);
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = createHmac("sha256", signingSecret).update(`v0:${timestamp}:${body}`).digest("hex");
  const { host, pathname } = new URL(to);
  const head = `POST ${pathname} HTTP/1.1\r\nhost: ${host}\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: ${Buffer.byteLength(body)}\r\nx-slack-request-timestamp: ${timestamp}\r\nx-slack-signature: v0=${signature}\r\n\r\n`;
  void requestOver(to, head + body, () => acknowledge(id));
}

/** A request by hand over a connection that is free or new: an HTTP client would be slower than what it measures. */
function requestOver(to: string, text: string, done: () => void): void {
  const free = idle.get(to)?.pop() ?? open(to);
  free.done = done;
  free.socket.write(text);
}

interface Connection {
  readonly socket: Socket;
  done: () => void;
  heard: string;
}

const idle = new Map<string, Connection[]>();

function open(to: string): Connection {
  const { hostname, port: at } = new URL(to);
  const connection: Connection = { socket: connect(Number(at), hostname), done: () => {}, heard: "" };
  connection.socket.setNoDelay(true).setEncoding("latin1");
  connection.socket.on("data", (chunk) => {
    connection.heard += chunk;
    if (!isWhole(connection.heard)) return;
    if (!connection.heard.startsWith("HTTP/1.1 200")) throw new Error(connection.heard.slice(0, 200));
    connection.heard = "";
    const free = idle.get(to) ?? [];
    idle.set(to, free);
    free.push(connection);
    connection.done();
  });
  connection.socket.on("close", () => {
    const free = idle.get(to);
    if (free?.includes(connection)) free.splice(free.indexOf(connection), 1);
  });
  connection.socket.on("error", () => {});
  return connection;
}

function isWhole(heard: string): boolean {
  const end = heard.indexOf("\r\n\r\n");
  if (end < 0) return false;
  const length = /content-length: (\d+)/i.exec(heard)?.[1];
  return length === undefined ? heard.endsWith("0\r\n\r\n") : heard.length >= end + 4 + Number(length);
}

const port = (): number => (http.address() as AddressInfo).port;

await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
answerCalls({
  address: () => `http://127.0.0.1:${port()}/api/`,
  connected: (token) =>
    new Promise<void>((resolve) => {
      if (sockets.has(token)) resolve();
      else waiting.set(token, resolve);
    }),
  run: (load) => runLoad(load, (sent) => send(load, sent)),
} satisfies SlackCalls);
