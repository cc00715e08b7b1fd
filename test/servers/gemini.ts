import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { refusalOf } from "./gemini-request.ts";

type Json = Record<string, unknown>;

/** What the app asked, in the words a test cares about. */
export interface GeminiRequest {
  at: number;
  method: string;
  path: string;
  headers: Record<string, string>;
  model: string;
  /** All text parts of the conversation, in order. */
  prompt: string;
  system: string;
  /** responseSchema or responseJsonSchema. */
  schema: unknown;
  body: Json;
  status?: number;
  answer?: unknown;
}

const script = Symbol("a scripted Gemini answer");

/** Anything but a good answer; made by the helpers in `gemini`. */
export interface Fault {
  [script]: true;
  status?: number;
  body?: unknown;
  how?: "hang" | "stall" | "drop";
}

/** A failure of the transport, before or instead of the answer. */
export interface TransportFault {
  match: (request: GeminiRequest) => boolean;
  times?: number;
  kind: "status" | "delay" | "drop-before" | "drop-after";
  status?: number;
  body?: unknown;
  headers?: Record<string, string>;
  delayMs?: number;
}

/** What the model may do instead of answering well. */
export const gemini = {
  /** A thought part precedes the answer; clients that join all parts get it wrong. */
  thinking: (value: unknown, thought = "Let me think about the best question.") =>
    candidate({
      parts: [
        { text: thought, thought: true },
        { text: JSON.stringify(value), thoughtSignature: "c2lnbmF0dXJl" },
      ],
    }),
  /** Ends early: with MAX_TOKENS the text is cut, with SAFETY or RECITATION there is none. */
  finished: (
    finishReason: "MAX_TOKENS" | "SAFETY" | "RECITATION" | "OTHER",
    text = finishReason === "MAX_TOKENS" ? '{"questions":[{"prom' : "",
  ) => candidate({ parts: text === "" ? [] : [{ text }], finishReason }),
  blocked: (blockReason = "PROHIBITED_CONTENT") =>
    scripted({
      body: { promptFeedback: { blockReason }, usageMetadata: usage({ prompt: 10, answer: 0, thoughts: 0 }) },
    }),
  noCandidates: () => scripted({ body: { usageMetadata: usage({ prompt: 10, answer: 0, thoughts: 0 }) } }),
  emptyText: () => candidate({ parts: [{ text: "" }] }),
  /** Exactly this text, valid JSON or not. */
  text: (text: string) => candidate({ parts: [{ text }] }),
  fenced: (value: unknown) => candidate({ parts: [{ text: `\`\`\`json\n${JSON.stringify(value)}\n\`\`\`` }] }),
  huge: (bytes = 5 * 1024 * 1024) => candidate({ parts: [{ text: JSON.stringify({ text: "x".repeat(bytes) }) }] }),
  quota: (retrySeconds = 37) =>
    failure(429, "RESOURCE_EXHAUSTED", {
      message: `You exceeded your current quota, please check your plan and billing details. Please retry in ${retrySeconds}s.`,
      details: [
        {
          "@type": "type.googleapis.com/google.rpc.QuotaFailure",
          violations: [
            {
              quotaMetric: "generativelanguage.googleapis.com/generate_content_free_tier_requests",
              quotaId: "GenerateRequestsPerMinutePerProjectPerModel-FreeTier",
            },
          ],
        },
        { "@type": "type.googleapis.com/google.rpc.RetryInfo", retryDelay: `${retrySeconds}s` },
      ],
    }),
  internal: () =>
    failure(500, "INTERNAL", {
      message:
        "An internal error has occurred. Please retry or report in https://developers.generativeai.google/guide/troubleshooting",
    }),
  overloaded: () => failure(503, "UNAVAILABLE", { message: "The model is overloaded. Please try again later." }),
  /** Takes the request and never answers. */
  hang: () => scripted({ how: "hang" }),
  /** Sends the headers and half the body, then nothing more. */
  stall: (value: unknown = {}) =>
    scripted({ how: "stall", body: answerOf({ parts: [{ text: JSON.stringify(value) }] }) }),
  drop: () => scripted({ how: "drop" }),
};

/** Gemini on 127.0.0.1. */
export interface GeminiServer {
  /** For `RequestOptions.baseUrl`. */
  readonly url: string;
  readonly apiKey: string;
  readonly journal: GeminiRequest[];
  /** Requests the real API would refuse, in its words. */
  readonly violations: string[];
  /** The handler's value is sent as JSON text of the candidate, unless it is one of `gemini`'s faults. */
  answers(handler: (request: GeminiRequest) => unknown): void;
  fault(fault: TransportFault): void;
  stop(): Promise<void>;
}

/** Starts on a free port; until `answers` is called every prompt gets {}. */
export async function startGeminiServer({
  apiKey = "AQ.local-gemini-key",
  models = ["gemini-3.8-flash", "gemini-3.5-flash-lite"],
} = {}): Promise<GeminiServer> {
  const journal: GeminiRequest[] = [];
  const violations: string[] = [];
  const faults: (TransportFault & { left: number })[] = [];
  let handler: (request: GeminiRequest) => unknown = () => ({});

  async function serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const request = await read(incoming);
    journal.push(request);
    const fault = faults.find((one) => one.left > 0 && one.match(request));
    if (fault) fault.left -= 1;
    if (fault?.kind === "drop-before") return void response.destroy();
    if (fault?.delayMs) await sleep(fault.delayMs);
    const reply =
      fault?.kind === "status"
        ? scripted({ status: fault.status ?? 500, body: fault.body ?? {} })
        : await answer(request, incoming.headers["x-goog-api-key"]);
    Object.assign(request, { status: reply.status ?? 200, answer: reply.body });
    if (fault?.kind === "drop-after" || reply.how === "drop") return void response.destroy();
    if (reply.how === "hang") return;
    const text = JSON.stringify(reply.body, null, 2);
    response.writeHead(reply.status ?? 200, {
      "content-type": "application/json; charset=UTF-8",
      "content-length": Buffer.byteLength(text),
      ...fault?.headers,
    });
    if (reply.how === "stall") response.write(text.slice(0, text.length / 2));
    else response.end(text);
  }

  async function answer(request: GeminiRequest, key: unknown): Promise<Fault> {
    if (key === undefined)
      return failure(403, "PERMISSION_DENIED", {
        message:
          "Method doesn't allow unregistered callers (callers without established identity). Please use API Key or other form of API consumer identity to call this API.",
      });
    if (key !== apiKey)
      return failure(400, "INVALID_ARGUMENT", {
        message: "API key not valid. Please pass a valid API key.",
        details: invalidKey,
      });
    const [, model = "", task] = /^\/v1beta\/models\/([^:/]+)(?::(\w+))?$/.exec(request.path) ?? [];
    const notFound = failure(404, "NOT_FOUND", {
      message: `models/${model} is not found for API version v1beta, or is not supported for ${task ?? "get"}. Call ListModels to see the list of available models and their supported methods.`,
    });
    if (!models.includes(model)) return notFound;
    if (request.method === "GET" && task === undefined) return scripted({ body: modelBody(model) });
    if (request.method !== "POST" || task !== "generateContent") return notFound;
    const refusal = refusalOf(request.body, model);
    if (refusal !== undefined) {
      violations.push(refusal.trim());
      return failure(400, "INVALID_ARGUMENT", { message: refusal });
    }
    const value = await handler(request);
    return isFault(value) ? value : withinTokens(request, JSON.stringify(value));
  }

  const server = createServer((incoming, response) => {
    serve(incoming, response).catch((error: unknown) => {
      violations.push(`the answer handler failed: ${String(error)}`);
      response.destroy();
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    apiKey,
    journal,
    violations,
    answers: (next) => {
      handler = next;
    },
    fault: (fault) => void faults.push({ ...fault, left: fault.times ?? 1 }),
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Thinking counts against maxOutputTokens: too small a budget cuts the answer, as with the real model. */
function withinTokens(request: GeminiRequest, text: string): Fault {
  const config = (request.body.generationConfig ?? {}) as {
    maxOutputTokens?: number;
    thinkingConfig?: { thinkingLevel?: string };
  };
  const thoughts =
    { MINIMAL: 0, LOW: 200, MEDIUM: 800, HIGH: 3000 }[
      (config.thinkingConfig?.thinkingLevel ?? "MEDIUM").toUpperCase()
    ] ?? 800;
  const room = Math.max(0, (config.maxOutputTokens ?? 65_536) - thoughts);
  const cut = text.length > room * 4;
  const sent = cut ? text.slice(0, room * 4) : text;
  return candidate({
    parts: sent === "" ? [] : [{ text: sent }],
    finishReason: cut ? "MAX_TOKENS" : "STOP",
    prompt: request.prompt.length + request.system.length,
    thoughts,
  });
}

const tokens = (characters: number): number => Math.ceil(characters / 4);

const usage = ({ prompt, answer, thoughts }: { prompt: number; answer: number; thoughts: number }): Json => ({
  promptTokenCount: prompt,
  candidatesTokenCount: answer,
  totalTokenCount: prompt + answer + thoughts,
  thoughtsTokenCount: thoughts,
  promptTokensDetails: [{ modality: "TEXT", tokenCount: prompt }],
});

function answerOf({
  parts,
  finishReason = "STOP",
  prompt = 40,
  thoughts = 200,
}: {
  parts: Json[];
  finishReason?: string;
  prompt?: number;
  thoughts?: number;
}): Json {
  const length = parts.reduce((sum, part) => sum + String(part.text ?? "").length, 0);
  return {
    candidates: [
      {
        ...(parts.length === 0 && finishReason !== "STOP" ? {} : { content: { parts, role: "model" } }),
        finishReason,
        index: 0,
      },
    ],
    usageMetadata: usage({ prompt: tokens(prompt), answer: tokens(length), thoughts }),
    modelVersion: "gemini-3.8-flash",
    responseId: crypto.randomUUID(),
  };
}

const candidate = (about: Parameters<typeof answerOf>[0]): Fault => scripted({ body: answerOf(about) });
const scripted = (about: Omit<Fault, typeof script>): Fault => ({ [script]: true, ...about });
const failure = (code: number, status: string, more: Json): Fault =>
  scripted({ status: code, body: { error: { code, status, ...more } } });
const isFault = (value: unknown): value is Fault => typeof value === "object" && value !== null && script in value;

const invalidKey = [
  {
    "@type": "type.googleapis.com/google.rpc.ErrorInfo",
    reason: "API_KEY_INVALID",
    domain: "googleapis.com",
    metadata: { service: "generativelanguage.googleapis.com" },
  },
  {
    "@type": "type.googleapis.com/google.rpc.LocalizedMessage",
    locale: "en-US",
    message: "API key not valid. Please pass a valid API key.",
  },
];

const modelBody = (model: string): Json => ({
  name: `models/${model}`,
  version: "001",
  displayName: model,
  description: "Local stand-in",
  inputTokenLimit: 1_048_576,
  outputTokenLimit: 65_536,
  supportedGenerationMethods: ["generateContent", "countTokens"],
  temperature: 1,
  topP: 0.95,
  topK: 64,
  maxTemperature: 2,
  thinking: true,
});

async function read(incoming: IncomingMessage): Promise<GeminiRequest> {
  const parts: Buffer[] = [];
  for await (const part of incoming) parts.push(part as Buffer);
  const raw = Buffer.concat(parts).toString();
  const body = (raw === "" ? {} : JSON.parse(raw)) as Json;
  const { "x-goog-api-key": _, ...headers } = incoming.headers;
  const path = new URL(incoming.url ?? "/", "http://localhost").pathname;
  const config = (body.generationConfig ?? {}) as Json;
  return {
    at: Date.now(),
    method: incoming.method ?? "",
    path,
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
    model: /models\/([^:/]+)/.exec(path)?.[1] ?? "",
    prompt: words(body.contents),
    system: words([body.systemInstruction]),
    schema: config.responseSchema ?? config.responseJsonSchema,
    body,
  };
}

const words = (contents: unknown): string =>
  (Array.isArray(contents) ? contents : [])
    .flatMap((content: { parts?: { text?: string }[] } | undefined) =>
      (content?.parts ?? []).map((part) => part.text ?? ""),
    )
    .join("\n");
