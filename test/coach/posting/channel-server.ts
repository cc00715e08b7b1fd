import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import type { PosterProblem } from "#src/coach/posting/poster.ts";

/** One message as it stands in a channel. */
export interface Entry {
  readonly ref: string;
  readonly platform: string;
  readonly workspaceId: string;
  readonly channelId: string;
  readonly nonce: string;
  readonly thread?: string;
  readonly mention?: string;
  readonly message: unknown;
  readonly at: number;
}

export interface ChannelServer {
  readonly url: string;
  /** Everything that was posted and not withdrawn, in order. */
  readonly journal: Entry[];
  readonly threads: Map<string, string>;
  readonly told: { readonly workspaceId: string; readonly userId: string; readonly message: unknown }[];
  readonly withdrawn: string[];
  readonly requests: string[];
  /** How the server misbehaves; may be changed at any time. */
  readonly mood: Mood;
  stop(): Promise<void>;
}

export interface Mood {
  /** Whether this answer is lost after its message was accepted. */
  loses: () => boolean;
  /** Milliseconds, or what happens, before it is accepted, and milliseconds before its answer goes out. */
  delays: (asked: {
    readonly path: string;
    readonly workspaceId: string;
  }) => readonly [accepting: number | Promise<void>, answering: number];
  /** Milliseconds that a workspace has to wait. */
  readonly limited: Map<string, number>;
  /** Every post fails without being accepted, and without an answer that says so. */
  breaks: boolean;
  /** By channel. */
  readonly refuses: Map<string, PosterProblem>;
  /** For so long, "discord" gives the same message for the same nonce. */
  nonceMs: number;
}

/** A chat platform's posting side: keeps a journal, and can lose answers, be slow, refuse, and ask for patience. */
export async function startChannelServer(): Promise<ChannelServer> {
  const parts: Parts = {
    journal: [],
    byNonce: new Map(),
    threads: new Map(),
    told: [],
    withdrawn: [],
    requests: [],
    mood: {
      loses: () => false,
      delays: () => [0, 0],
      limited: new Map(),
      breaks: false,
      refuses: new Map(),
      nonceMs: 120_000,
    },
  };
  const server = createServer((request, response) => void answer(parts, request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return {
    ...parts,
    url: `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

interface Parts extends Omit<ChannelServer, "url" | "stop"> {
  readonly byNonce: Map<string, Entry>;
}

type Asked = Omit<Entry, "ref" | "at"> & {
  readonly ref: string;
  readonly title: string;
  readonly userId: string;
  readonly besides?: string;
};
type Answer = readonly [status: number, body: object];

async function answer(parts: Parts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = request.url?.slice(1) ?? "";
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) chunks.push(chunk as Uint8Array);
  const asked = JSON.parse(Buffer.concat(chunks).toString()) as Asked;
  parts.requests.push(path);
  const [accepting, answering] = parts.mood.delays({ ...asked, path });
  await (typeof accepting === "number" ? wait(accepting) : accepting);
  const [status, body] = HANDLERS[path]?.(parts, asked) ?? [404, {}];
  if (answering) await wait(answering);
  if (status === 200 && path !== "find" && parts.mood.loses()) {
    request.socket.destroy();
    return;
  }
  response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(body));
}

const HANDLERS: Record<string, (parts: Parts, asked: Asked) => Answer> = {
  post: ({ journal, byNonce, mood }, asked) => {
    const patience = mood.limited.get(asked.workspaceId);
    if (patience) return [429, { milliseconds: patience }];
    if (mood.breaks) return [500, {}];
    const problem = mood.refuses.get(asked.thread ?? asked.channelId);
    if (problem) return [403, { problem }];
    const at = Date.now();
    const same = byNonce.get(asked.nonce);
    if (same && asked.platform === "discord" && at - same.at < mood.nonceMs) return [200, { ref: same.ref }];
    const entry = { ...asked, ref: randomUUID(), at };
    journal.push(entry);
    byNonce.set(entry.nonce, entry);
    return [200, { ref: entry.ref }];
  },
  find: ({ journal }, { nonce, besides }) => {
    const found = journal.find((entry) => entry.nonce === nonce && entry.ref !== besides);
    return [200, { ref: found?.ref ?? null }];
  },
  thread: ({ threads, mood }, { ref, title, channelId }) => {
    const problem = mood.refuses.get(`${channelId}/threads`);
    if (problem) return [403, { problem }];
    threads.set(ref, title);
    return [200, { ref }];
  },
  tell: ({ told, mood }, { workspaceId, userId, message }) => {
    const patience = mood.limited.get(`${workspaceId}/tell`);
    if (patience) return [429, { milliseconds: patience }];
    told.push({ workspaceId, userId, message });
    return [200, {}];
  },
  withdraw: ({ journal, withdrawn }, { ref }) => {
    const place = journal.findIndex((entry) => entry.ref === ref);
    if (place >= 0) journal.splice(place, 1);
    withdrawn.push(ref);
    return [200, {}];
  },
  check: ({ mood }, { channelId }) => {
    const problem = mood.refuses.get(channelId);
    return problem ? [403, { problem }] : [200, { channelName: `#${channelId}` }];
  },
};
