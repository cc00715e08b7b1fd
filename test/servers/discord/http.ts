import { Buffer } from "node:buffer";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { CommandStore } from "./commands.ts";
import type { Uploaded } from "./content-rules.ts";
import { createContract } from "./contract.ts";
import { ApiError, createProblems, refusal } from "./errors.ts";
import { type Fault, type JournalEntry, tooManyRequests } from "./journal.ts";
import { isFields } from "./json.ts";
import { createRateLimits } from "./rate-limits.ts";
import { findRoute } from "./routes.ts";
import type { World } from "./world.ts";

interface Outcome {
  status: number;
  body?: unknown;
  headers: Record<string, string>;
}

/** REST v10 under /api/v10, and the files under /attachments. */
export function createHttp(world: World, commands: CommandStore): Server {
  const limited = createRateLimits(world.options);
  const contract = createContract(world.options.specsDir);
  return createServer((request, response) => {
    void handle(request, response).catch(() => response.destroy());
  });

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", world.origin);
    const method = request.method ?? "GET";
    const { authorization, ...headers } = request.headers;
    const bytes = await readBody(request);
    const { body, files, malformed } = await parse(request.headers["content-type"] ?? "", bytes);
    const entry: JournalEntry = {
      at: Date.now(),
      method,
      path: url.pathname,
      query: Object.fromEntries(url.searchParams),
      headers: headers as Record<string, string>,
      body,
      files: files.map((file) => ({ name: file.name, mediaType: file.mediaType, bytes: file.bytes.length })),
    };
    world.journal.entries.push(entry);
    const fault = world.journal.take(entry);
    if (fault?.kind === "drop-before") return void request.socket.destroy();
    if (fault?.kind === "delay" && !fault.committed) await sleep(fault.delayMs ?? 0);
    const act = () => answer({ url, method, authorization, body, files, malformed });
    if (fault?.kind === "status" && fault.committed) act();
    const outcome = fault?.kind === "status" ? scripted(fault) : act();
    entry.status = outcome.status;
    entry.answer = Buffer.isBuffer(outcome.body) ? undefined : outcome.body;
    if (fault?.kind === "delay" && fault.committed) await sleep(fault.delayMs ?? 0);
    if (fault?.kind === "drop-after") return void request.socket.destroy();
    send(response, outcome);
  }

  function answer(request: {
    url: URL;
    method: string;
    authorization: string | undefined;
    body: unknown;
    files: Uploaded[];
    malformed: boolean;
  }): Outcome {
    const { url, method, body, files } = request;
    if (url.pathname.startsWith("/attachments/")) return attachment(world, url);
    const limits: Record<string, string> = {};
    try {
      const path = /^\/api\/v10(\/.*)$/.exec(url.pathname)?.[1] ?? "";
      const found = findRoute(method, decodeURIComponent(path));
      if (found === undefined) throw refusal("notFound");
      if (found === "wrong method") throw refusal("methodNotAllowed");
      const { route, params } = found;
      if (!route.open && request.authorization !== `Bot ${world.options.token}`) throw refusal("unauthorized");
      const verdict = limited({ method, template: route.template, path, now: Date.now() });
      Object.assign(limits, verdict.headers);
      if (verdict.refused) return { status: 429, body: verdict.refused, headers: limits };
      if (request.malformed) throw refusal("invalidJson");
      checkContract({ method, template: route.template, body });
      const reply = route.run({
        world,
        commands,
        params,
        query: Object.fromEntries(url.searchParams),
        body: body ?? {},
        files,
      });
      return { ...reply, headers: limits };
    } catch (error) {
      if (!(error instanceof ApiError)) {
        world.violations.push(`${method} ${url.pathname} broke the server: ${String(error)}`);
        return { status: 500, body: { message: "500: Internal Server Error", code: 0 }, headers: limits };
      }
      return {
        status: error.status,
        body: { message: error.message, code: error.code, ...(error.errors && { errors: error.errors }) },
        headers: limits,
      };
    }
  }

  function checkContract({ method, template, body }: { method: string; template: string; body: unknown }): void {
    if (body === undefined) return;
    const faults = contract({ method, template, body });
    const problems = createProblems();
    for (const { path, message } of faults) {
      world.violations.push(`${method} ${template} ${path}: ${message}`);
      problems.add(path.split("/").slice(1), "CONTRACT", message);
    }
    problems.refuse();
  }
}

function scripted(fault: Fault): Outcome {
  const status = fault.status ?? 500;
  const usual =
    status === 429
      ? tooManyRequests(fault.seconds ?? 1, fault.scope ?? "user")
      : { body: { message: `${status}: Scripted`, code: 0 }, headers: {} };
  return { status, body: fault.body ?? usual.body, headers: { ...usual.headers, ...fault.headers } };
}

function send(response: ServerResponse, { status, body, headers }: Outcome): void {
  const file = Buffer.isBuffer(body);
  const content = body === undefined ? undefined : file ? body : JSON.stringify(body);
  response.writeHead(status, {
    ...(content !== undefined && !file && { "content-type": "application/json" }),
    ...headers,
  });
  response.end(content);
}

function attachment(world: World, url: URL): Outcome {
  const file = world.files.get(url.pathname.split("/")[3] ?? "");
  const expires = Number.parseInt(url.searchParams.get("hm") ?? "0", 16);
  if (!file || Date.now() > expires)
    return {
      status: 404,
      body: Buffer.from("This content is no longer available."),
      headers: { "content-type": "text/plain" },
    };
  return {
    status: 200,
    body: file.bytes,
    headers: { "content-type": file.mediaType, "content-length": String(file.bytes.length) },
  };
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

async function parse(type: string, bytes: Buffer): Promise<{ body: unknown; files: Uploaded[]; malformed: boolean }> {
  if (bytes.length === 0) return { body: undefined, files: [], malformed: false };
  try {
    if (!type.startsWith("multipart/form-data"))
      return {
        body: JSON.parse(bytes.toString("utf8")) as unknown,
        files: [],
        malformed: !type.startsWith("application/json"),
      };
    return { ...(await parseMultipart(type, bytes)), malformed: false };
  } catch {
    return { body: undefined, files: [], malformed: true };
  }
}

async function parseMultipart(type: string, bytes: Buffer): Promise<{ body: unknown; files: Uploaded[] }> {
  const form = await new Response(new Uint8Array(bytes), { headers: { "content-type": type } }).formData();
  let body: unknown = {};
  const files: Uploaded[] = [];
  for (const [key, value] of form) {
    if (key === "payload_json" && typeof value === "string") body = JSON.parse(value) as unknown;
    else if (typeof value === "string") body = { ...(isFields(body) ? body : {}), [key]: value };
    else
      files.push({
        index: /^files\[(\d+)\]$/.exec(key)?.[1] ?? key,
        name: value.name,
        mediaType: value.type || "application/octet-stream",
        bytes: Buffer.from(await value.arrayBuffer()),
      });
  }
  return { body, files };
}
