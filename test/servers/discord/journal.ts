import type { Fields } from "./json.ts";

/** One HTTP request, or one gateway frame (method "GATEWAY", path "in op 2 IDENTIFY" or "out INTERACTION_CREATE"). */
export interface JournalEntry {
  at: number;
  method: string;
  path: string;
  query: Record<string, string>;
  /** Without `authorization`. */
  headers: Record<string, string>;
  body: unknown;
  files: { name: string; mediaType: string; bytes: number }[];
  /** Undefined for frames, and for requests that were dropped before an answer. */
  status?: number;
  answer?: unknown;
}

/** What a fault's `match` sees: the request as journaled, before it has any effect. */
export type SeenRequest = Readonly<Omit<JournalEntry, "status" | "answer">>;

/** One scripted failure; it is used up after `times` (default 1) matching requests. */
export interface Fault {
  match: (request: SeenRequest) => boolean;
  times?: number;
  /** "drop-before": the socket dies and nothing happened; "drop-after": the effect is committed, then the socket dies. */
  kind: "status" | "delay" | "drop-before" | "drop-after";
  /** Of "status" and "delay": what was asked for is done first. */
  committed?: boolean;
  status?: number;
  body?: unknown;
  headers?: Record<string, string>;
  delayMs?: number;
  /** Of a 429: how long, and which limiter. */
  seconds?: number;
  scope?: "user" | "shared" | "global";
}

export interface Journal {
  entries: JournalEntry[];
  fault(fault: Fault): void;
  /** The fault that this request meets, counted as used. */
  take(request: SeenRequest): Fault | undefined;
  /** The last lines, for the message of a failing test. */
  tail(lines?: number): string;
}

export function createJournal(): Journal {
  const entries: JournalEntry[] = [];
  const faults: { fault: Fault; left: number }[] = [];
  return {
    entries,
    fault: (fault) => void faults.push({ fault, left: fault.times ?? 1 }),
    take(request) {
      const found = faults.find((one) => one.left > 0 && one.fault.match(request));
      if (!found) return undefined;
      found.left -= 1;
      return found.fault;
    },
    tail(lines = 12) {
      const shown = entries.filter((entry) => !/HEARTBEAT/.test(entry.path)).slice(-lines);
      return shown.map(line).join("\n") || "(the journal is empty)";
    },
  };
}

/** Discord's 429 body and headers; the scope decides which limiter of a client must wait. */
export function tooManyRequests(
  seconds: number,
  scope: "user" | "shared" | "global",
): { body: Fields; headers: Record<string, string> } {
  return {
    body: { message: "You are being rate limited.", retry_after: seconds, global: scope === "global" },
    headers: {
      "retry-after": String(Math.ceil(seconds)),
      "x-ratelimit-scope": scope,
      ...(scope === "global" && { "x-ratelimit-global": "true" }),
    },
  };
}

function line(entry: JournalEntry): string {
  const time = new Date(entry.at).toISOString().slice(11, 23);
  const short = (value: unknown) => (value === undefined ? "" : ` ${JSON.stringify(value).slice(0, 300)}`);
  const answer = entry.status !== undefined && entry.status >= 400 ? short(entry.answer) : "";
  return `${time} ${entry.method} ${entry.path}${short(entry.body)}${entry.status === undefined ? "" : ` -> ${entry.status}`}${answer}`;
}
