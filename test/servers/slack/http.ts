import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { answerResponseUrl } from "./response-url.ts";
import type { Slack } from "./slack.ts";
import { asJson, type Fault, type JournalEntry, type Json } from "./types.ts";
import { answerApi, type Reply } from "./web-api.ts";

/** The HTTP side of Slack: Web API, uploads, private files and response URLs. */
export function httpServer(slack: Slack): Server {
  return createServer((request, response) => {
    serve(slack, request, response).catch((error: unknown) => {
      slack.violations.push(`local Slack failed: ${String(error instanceof Error ? error.stack : error)}`);
      response.destroy();
    });
  });
}

async function serve(slack: Slack, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const raw = await bytesOf(request);
  const entry = await journalled(request, raw);
  slack.journal.push(entry);
  const fault = slack.faults.find((one) => one.left > 0 && one.match(entry));
  if (fault) fault.left -= 1;
  if (fault?.kind === "drop-before") return drop(entry, response);
  if (fault?.delayMs) await sleep(fault.delayMs);
  const reply = fault?.kind === "status" ? scripted(fault) : answer(slack, { request, entry, raw });
  Object.assign(entry, { status: reply.status, answer: reply.body });
  if (fault?.kind === "drop-after") return drop(entry, response);
  const bytes = Buffer.isBuffer(reply.body);
  const content = bytes
    ? (reply.body as Buffer)
    : typeof reply.body === "string"
      ? reply.body
      : JSON.stringify(reply.body);
  response.writeHead(reply.status, {
    "content-type": bytes ? "application/octet-stream" : "application/json; charset=utf-8",
    ...reply.headers,
  });
  response.end(content);
}

function answer(
  slack: Slack,
  { request, entry, raw }: { request: IncomingMessage; entry: JournalEntry; raw: Buffer },
): Reply {
  const { path } = entry;
  const token = tokenOf(request, entry.body);
  delete entry.body.token;
  if (path.startsWith("/files-pri/")) return privateFile(slack, { path, token });
  if (request.method !== "POST") return { status: 405, body: "" };
  if (path.startsWith("/api/")) return answerApi(slack, entry, token);
  if (path.startsWith("/upload/v1/")) return upload(slack, { path, raw, entry });
  if (/^\/(commands|actions)\//.test(path)) return answerResponseUrl(slack, path, entry.body);
  return { status: 404, body: "" };
}

function upload(slack: Slack, { path, raw, entry }: { path: string; raw: Buffer; entry: JournalEntry }): Reply {
  const pending = slack.world.uploads.get(path.split("/").pop() ?? "");
  if (pending === undefined || pending.done) return { status: 404, body: "" };
  const bytes = entry.files[0]?.bytes ?? raw;
  if (bytes.length !== pending.length) {
    slack.violations.push(`upload of ${pending.name}: ${bytes.length} bytes came, ${pending.length} were announced`);
    return { status: 400, body: "" };
  }
  Object.assign(pending, { bytes, done: true });
  return { status: 200, body: `OK - ${bytes.length}` };
}

/** Without a good token Slack shows its sign-in page, with status 200: a careful app checks what it got. */
function privateFile(slack: Slack, { path, token }: { path: string; token: string | undefined }): Reply {
  const file = slack.world.files.get(path.split("/")[2]?.split("-")[1] ?? "");
  if (file === undefined) return { status: 404, body: "" };
  if (token !== slack.options.botToken || !slack.options.scopes.includes("files:read")) {
    return {
      status: 200,
      body: "<!DOCTYPE html><html><body>Sign in to Slack</body></html>",
      headers: { "content-type": "text/html; charset=utf-8" },
    };
  }
  return { status: 200, body: file.bytes, headers: { "content-type": file.mediaType } };
}

const scripted = (fault: Fault): Reply => ({
  status: fault.status ?? 500,
  body: fault.body ?? "",
  headers: fault.headers ?? {},
});

function drop(entry: JournalEntry, response: ServerResponse): void {
  entry.answer = "connection dropped";
  response.destroy();
}

function tokenOf(request: IncomingMessage, body: Json): string | undefined {
  const header = /^Bearer (.+)$/i.exec(request.headers.authorization ?? "")?.[1];
  return header ?? (typeof body.token === "string" ? body.token : undefined);
}

async function journalled(request: IncomingMessage, raw: Buffer): Promise<JournalEntry> {
  const { authorization: _, ...headers } = request.headers;
  const type = request.headers["content-type"] ?? "";
  const entry: JournalEntry = {
    at: Date.now(),
    direction: "in",
    method: request.method ?? "",
    path: new URL(request.url ?? "/", "http://localhost").pathname,
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
    body: {},
    files: [],
  };
  if (type.startsWith("multipart/form-data")) {
    for (const [name, value] of await new Response(new Uint8Array(raw), {
      headers: { "content-type": type },
    }).formData()) {
      if (typeof value === "string") entry.body[name] = value;
      else entry.files.push({ name: value.name, mediaType: value.type, bytes: Buffer.from(await value.arrayBuffer()) });
    }
  } else if (type.startsWith("application/x-www-form-urlencoded")) {
    entry.body = Object.fromEntries(
      [...new URLSearchParams(raw.toString())].map(([name, value]) => [
        name,
        structured.has(name) ? (parsed(value) ?? value) : value,
      ]),
    );
  } else entry.body = asJson(parsed(raw.toString()));
  return entry;
}

/** Arguments that the client sends as JSON inside the form. */
const structured = new Set(["blocks", "view", "metadata", "files", "attachments"]);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
