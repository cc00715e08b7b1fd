import { createHmac } from "node:crypto";
import { later, type Slack } from "./slack.ts";
import type { SocketMode } from "./socket-mode.ts";
import { asJson, asText, type Json } from "./types.ts";

/** One thing Slack tells the app, in either mode. */
export interface Delivery {
  type: "slash_commands" | "interactive" | "events_api";
  payload: Json;
  /** How often this event was tried before. */
  attempt?: number;
  retryReason?: string;
}

/** How the app took it: `body` is the content of its acknowledgement, {} when it had none. */
export interface Delivered {
  outcome: "acked" | "timeout" | "failed";
  ackMs: number;
  body: Json;
  status?: number;
  /** The app asked with x-slack-no-retry not to be sent this again. */
  final?: boolean;
}

/** A request with every part open to falsification; left alone it is what Slack would send. */
export interface ForgedRequest {
  body: string;
  contentType?: string;
  /** Seconds added to the present time of x-slack-request-timestamp. */
  timestampOffset?: number;
  /** Replaces x-slack-request-timestamp; null leaves it out. */
  timestamp?: string | null;
  signature?: "right" | "wrong" | string | null;
  /** Changes the body after it was signed. */
  tampered?: (body: string) => string;
  headers?: Record<string, string>;
}

export interface Endpoint {
  url: string;
  signingSecret: string;
}

/** Sends to the app wherever it listens, and events again until they are acknowledged. */
export async function deliver(
  slack: Slack,
  to: { socket: SocketMode; endpoint: Endpoint | undefined },
  delivery: Delivery,
): Promise<Delivered> {
  const delivered = to.endpoint ? await deliverHttp(slack, to.endpoint, delivery) : await to.socket.deliver(delivery);
  if (delivery.type === "events_api" && delivered.outcome !== "acked" && !delivered.final) {
    const attempt = delivery.attempt ?? 0;
    const wait = slack.options.eventRetryMs[attempt];
    if (wait !== undefined)
      later(
        slack,
        wait,
        () =>
          void deliver(slack, to, {
            ...delivery,
            attempt: attempt + 1,
            retryReason:
              delivered.status === undefined
                ? delivered.outcome === "timeout"
                  ? "http_timeout"
                  : "connection_failed"
                : "http_error",
          }),
      );
  }
  return delivered;
}

/** Posts to the app's endpoint like Slack: forms for commands and interactions, JSON for events. */
async function deliverHttp(
  slack: Slack,
  endpoint: Endpoint,
  { type, payload, attempt = 0, retryReason = "http_timeout" }: Delivery,
): Promise<Delivered> {
  const form = (fields: Record<string, string>): string => new URLSearchParams(fields).toString();
  const body =
    type === "events_api"
      ? JSON.stringify(payload)
      : type === "interactive"
        ? form({ payload: JSON.stringify(payload) })
        : form(Object.fromEntries(Object.entries(payload).map(([name, value]) => [name, String(value)])));
  const started = performance.now();
  const retry: Record<string, string> =
    attempt > 0 ? { "x-slack-retry-num": String(attempt), "x-slack-retry-reason": retryReason } : {};
  try {
    const answer = await post(slack, endpoint, {
      body,
      contentType: type === "events_api" ? "application/json" : "application/x-www-form-urlencoded",
      headers: retry,
    });
    const ackMs = performance.now() - started;
    if (answer.status < 200 || answer.status > 299)
      return { outcome: "failed", ackMs, body: {}, status: answer.status, final: answer.noRetry };
    return {
      outcome: "acked",
      ackMs,
      status: answer.status,
      body: answer.json ?? (answer.text === "" ? {} : { text: answer.text }),
    };
  } catch (error) {
    const timedOut = asText((error as Error).name) === "TimeoutError";
    return { outcome: timedOut ? "timeout" : "failed", ackMs: performance.now() - started, body: {} };
  }
}

/** One signed, or wrongly signed, request: https://docs.slack.dev/authentication/verifying-requests-from-slack */
export async function post(slack: Slack, endpoint: Endpoint, request: ForgedRequest) {
  const {
    body,
    contentType = "application/json",
    timestampOffset = 0,
    signature = "right",
    tampered = (same) => same,
  } = request;
  const timestamp =
    request.timestamp === undefined ? String(Math.floor(Date.now() / 1000) + timestampOffset) : request.timestamp;
  const secret = signature === "wrong" ? `${endpoint.signingSecret}-not` : endpoint.signingSecret;
  const right = `v0=${createHmac("sha256", secret)
    .update(`v0:${timestamp ?? ""}:${body}`)
    .digest("hex")}`;
  const signed = signature === "right" || signature === "wrong" ? right : signature;
  const headers: Record<string, string> = {
    "content-type": contentType,
    "user-agent": "Slackbot 1.0 (+https://api.slack.com/robots)",
    ...(timestamp === null ? {} : { "x-slack-request-timestamp": timestamp }),
    ...(signed === null ? {} : { "x-slack-signature": signed }),
    ...request.headers,
  };
  const sent = tampered(body);
  const entry = {
    at: Date.now(),
    direction: "out" as const,
    method: "POST",
    path: endpoint.url,
    headers,
    body: { raw: sent } as Json,
    files: [],
  };
  const logged = slack.journal[slack.journal.push(entry) - 1];
  const response = await fetch(endpoint.url, {
    method: "POST",
    headers,
    body: sent,
    signal: AbortSignal.timeout(slack.options.ackMs),
  });
  const text = await response.text();
  if (logged) Object.assign(logged, { status: response.status, answer: text });
  const isJson = (response.headers.get("content-type") ?? "").includes("json");
  return {
    status: response.status,
    text,
    noRetry: response.headers.get("x-slack-no-retry") === "1",
    ...(isJson ? { json: asJson(parsed(text)) } : {}),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
