import type { App, Receiver, ReceiverEvent } from "@slack/bolt";
import type { Logger } from "pino";
import { type Json, object, parseJson, string } from "./json.ts";
import { isSigned } from "./verify.ts";

/** Bolt behind an HTTP server that is not its own: it hands over raw requests and gets the answers to send. */
export interface HttpReceiver extends Receiver {
  receive(request: Request): Promise<Response>;
}

/** Slack's requests are far smaller. */
const MOST_BYTES = 1_000_000;

export function createHttpReceiver(settings: {
  signingSecret: string;
  /** Slack is answered by then, with nothing if need be. */
  latestMs: number;
  log: Logger;
}): HttpReceiver {
  const { signingSecret, latestMs, log } = settings;
  let app: App | undefined;

  async function receive(request: Request): Promise<Response> {
    if (request.method !== "POST") return new Response(null, { status: 405, headers: { allow: "POST" } });
    if (Number(request.headers.get("content-length") ?? 0) > MOST_BYTES) return new Response(null, { status: 413 });
    const raw = await request.text();
    if (raw.length > MOST_BYTES) return new Response(null, { status: 413 });
    const isForm = (request.headers.get("content-type") ?? "").startsWith("application/x-www-form-urlencoded");
    const fields = isForm ? new URLSearchParams(raw) : undefined;
    if (!isSigned(raw, request.headers, { secret: signingSecret, now: Date.now() })) {
      // Slack checks the certificate without signing it. Whoever adds anything to it is not Slack.
      return new Response(null, { status: fields && isCertificateCheck(fields) ? 200 : 401 });
    }
    if (fields?.has("ssl_check")) return new Response(null, { status: 200 });
    const body = bodyOf(raw, fields);
    if (body.type === "url_verification") return Response.json({ challenge: string(body.challenge) });
    return process(body, request.headers);
  }

  /** Resolves as soon as somebody acknowledges; what happens afterwards goes on by itself. */
  function process(body: Json, headers: Headers): Promise<Response> {
    const bolt = app;
    if (!bolt) return Promise.resolve(new Response(null, { status: 503 }));
    return new Promise((resolve) => {
      let isAnswered = false;
      const answer = (content?: unknown): void => {
        clearTimeout(latest);
        isAnswered = true;
        resolve(toResponse(content));
      };
      const latest = setTimeout(answer, latestMs);
      const retry = headers.get("x-slack-retry-num");
      const event: ReceiverEvent = {
        body: body as Record<string, unknown>,
        ack: async (content?: unknown) => {
          // Whoever has something to say must know that it was not heard, and say it by another way.
          if (isAnswered && !isNothing(content)) throw Object.assign(new Error("too late"), { code: "too_late" });
          answer(content);
        },
        ...(retry && { retryNum: Number(retry), retryReason: headers.get("x-slack-retry-reason") ?? "" }),
      };
      bolt.processEvent(event).then(
        () => answer(),
        (error: unknown) => {
          log.error({ problem: nameOf(error) }, "a request from Slack could not be processed");
          answer();
        },
      );
    });
  }

  return {
    init(bolt) {
      app = bolt;
    },
    start: async () => {},
    stop: async () => {
      app = undefined;
    },
    receive,
  };
}

function isCertificateCheck(fields: URLSearchParams): boolean {
  return (
    fields.get("ssl_check") === "1" && [...fields.keys()].every((name) => name === "ssl_check" || name === "token")
  );
}

function bodyOf(raw: string, fields: URLSearchParams | undefined): Json {
  if (!fields) return parseJson(raw);
  const payload = fields.get("payload");
  return payload === null ? object(Object.fromEntries(fields)) : parseJson(payload);
}

const isNothing = (content: unknown): boolean => content === undefined || content === "";

function toResponse(content: unknown): Response {
  if (isNothing(content)) return new Response(null, { status: 200 });
  return typeof content === "string" ? new Response(content, { status: 200 }) : Response.json(content);
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error);
