import { randomUUID } from "node:crypto";
import type { Server } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { type WebSocket, WebSocketServer } from "ws";
import type { Delivered, Delivery } from "./deliver.ts";
import { journalTail, later, type Slack } from "./slack.ts";
import { asJson, asText, type Json } from "./types.ts";

/** Why Slack ends a connection: https://docs.slack.dev/apis/events-api/using-socket-mode#disconnect */
export type DisconnectReason = "warning" | "refresh_requested" | "link_disabled" | "too_many_websockets";

/** The Socket Mode side of Slack. */
export interface SocketMode {
  connections(): number;
  deliver(delivery: Delivery): Promise<Delivered>;
  /** Sends a raw frame on every connection, for frames Slack never sends. */
  frame(text: string): void;
  /** Tells connections to leave; Slack itself closes them a little later. Without `drop` the frame comes first. */
  disconnect(reason: DisconnectReason, options?: { drop?: boolean; only?: number }): void;
  /** Resolves when this many connections are open. */
  connected(count?: number): Promise<void>;
  stop(): Promise<void>;
}

/** Slack allows an app ten connections at once. */
const mostConnections = 10;
const tickets = new WeakMap<Slack, Set<string>>();

/** A single-use pass for one WebSocket, part of the URL apps.connections.open returns. */
export function newTicket(slack: Slack): string {
  const ticket = randomUUID();
  tickets.set(slack, (tickets.get(slack) ?? new Set()).add(ticket));
  return ticket;
}

/** Listens for WebSockets on the same port as the Web API. */
export function socketMode(slack: Slack, http: Server): SocketMode {
  const server = new WebSocketServer({ noServer: true });
  const open: WebSocket[] = [];
  const waiting = new Map<string, (answer: Json) => void>();
  const done = new Set<string>();
  const late = new Set<string>();
  const watchers = new Set<() => void>();
  let turn = 0;

  http.on("upgrade", (request, socket, head) => {
    const url = new URL(request.url ?? "/", "http://localhost");
    if (url.pathname !== "/link/" || !tickets.get(slack)?.delete(url.searchParams.get("ticket") ?? "")) {
      socket.end("HTTP/1.1 401 Unauthorized\r\n\r\n");
      return;
    }
    server.handleUpgrade(request, socket, head, (connection) => welcome(connection));
  });

  function welcome(connection: WebSocket): void {
    connection.on("message", (bytes) => received(String(bytes)));
    connection.on("error", () => undefined);
    connection.on("close", () => {
      clearInterval(pings);
      const index = open.indexOf(connection);
      if (index >= 0) open.splice(index, 1);
    });
    const pings = setInterval(() => connection.ping(), 10_000).unref();
    if (open.length >= mostConnections) {
      send(connection, { type: "disconnect", reason: "too_many_websockets", debug_info: debugInfo });
      return connection.close();
    }
    open.push(connection);
    send(connection, {
      type: "hello",
      num_connections: open.length,
      debug_info: debugInfo,
      connection_info: { app_id: slack.world.appId },
    });
    for (const watcher of watchers) watcher();
  }

  function received(text: string): void {
    const frame = asJson(parsed(text));
    const id = asText(frame.envelope_id);
    journal("in", "ack", { ...frame });
    const resolve = waiting.get(id);
    if (resolve) {
      waiting.delete(id);
      done.add(id);
      resolve(asJson(frame.payload));
    } else if (!late.delete(id))
      slack.violations.push(
        done.has(id) ? `envelope ${id} acknowledged twice` : `acknowledged an unknown envelope: ${text.slice(0, 200)}`,
      );
  }

  function send(connection: WebSocket, frame: Json): void {
    journal("out", asText(frame.type), frame);
    connection.send(JSON.stringify(frame));
  }

  function journal(direction: "in" | "out", path: string, body: Json): void {
    slack.journal.push({ at: Date.now(), direction, method: "WS", path, headers: {}, body, files: [] });
  }

  return {
    connections: () => open.length,
    deliver(delivery) {
      const connection = open[turn++ % Math.max(open.length, 1)];
      if (connection === undefined) return Promise.resolve({ outcome: "failed", ackMs: 0, body: {} });
      const id = randomUUID();
      const retry =
        delivery.type === "events_api"
          ? { retry_attempt: delivery.attempt ?? 0, retry_reason: delivery.attempt ? "timeout" : "" }
          : {};
      const started = performance.now();
      return new Promise((resolve) => {
        waiting.set(id, (body) => resolve({ outcome: "acked", ackMs: performance.now() - started, body }));
        later(slack, slack.options.ackMs, () => {
          if (!waiting.delete(id)) return;
          late.add(id);
          resolve({ outcome: "timeout", ackMs: performance.now() - started, body: {} });
        });
        send(connection, {
          envelope_id: id,
          type: delivery.type,
          accepts_response_payload: delivery.type !== "events_api",
          payload: delivery.payload,
          ...retry,
        });
      });
    },
    frame: (text) => open.forEach((connection) => connection.send(text)),
    disconnect(reason, { drop = false, only } = {}) {
      for (const connection of open.slice(0, only)) {
        if (drop) connection.terminate();
        else {
          send(connection, { type: "disconnect", reason, debug_info: debugInfo });
          if (reason !== "warning") later(slack, 1000, () => connection.close());
        }
      }
    },
    connected(count = 1) {
      if (open.length >= count) return Promise.resolve();
      return new Promise((resolve, reject) => {
        const watcher = (): void => {
          if (open.length < count) return;
          watchers.delete(watcher);
          resolve();
        };
        watchers.add(watcher);
        later(
          slack,
          30_000,
          () =>
            watchers.delete(watcher) &&
            reject(new Error(`no ${count} Socket Mode connections after 30 s\n${journalTail(slack)}`)),
        );
      });
    },
    async stop() {
      // A client that is closing already gets to finish its handshake, else it reports an error.
      for (const connection of server.clients) connection.close(1001);
      for (let waited = 0; server.clients.size > 0 && waited < 20; waited += 1) await sleep(10);
      for (const connection of server.clients) connection.terminate();
      server.close();
    },
  };
}

const debugInfo = { host: "applink-local", build_number: 1, approximate_connection_time: 18_060 };

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
