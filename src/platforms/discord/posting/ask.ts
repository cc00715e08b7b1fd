import { DiscordAPIError, RateLimitError, type RawFile, REST, type RequestMethod } from "discord.js";
import type { Logger } from "pino";
import { type MakeRequest, makeRequest } from "../requests.ts";

/** What became of a request, which was made once at most. */
export type Asked<T> =
  | { readonly kind: "done"; readonly value: T }
  /** Discord said no; `code` is its own error code. */
  | { readonly kind: "no"; readonly status: number; readonly code: number }
  /** Nothing was done, and for all that lies in the scope it is of no use to ask earlier. */
  | Wait
  /** It may have been done. */
  | { readonly kind: "lost" };

export interface Wait {
  readonly kind: "wait";
  readonly milliseconds: number;
  readonly scope: "channel" | "platform";
}

export interface Request {
  readonly method: RequestMethod;
  readonly route: `/${string}`;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: object;
  readonly files?: readonly RawFile[];
  /** Ends the wait for an answer, and for other requests to the same channel. */
  readonly signal: AbortSignal;
}

export interface Asker {
  /** Never rejects. */
  ask<T>(request: Request): Promise<Asked<T>>;
  stop(): void;
}

interface AskerSettings {
  readonly token: string;
  readonly apiUrl?: string | undefined;
  readonly requestMs: number;
  readonly log: Logger;
}

/**
 * discord.js's own REST, with its count of 50 requests a second and its buckets, but without its patience: it neither waits
 * nor tries again, for a request whose answer was lost may have been done.
 */
export function createAsker({ token, apiUrl, requestMs, log }: AskerSettings): Asker {
  const rest = new REST({
    version: "10",
    retries: 0,
    timeout: requestMs,
    rejectOnRateLimit: () => true,
    makeRequest: impatient,
    ...(apiUrl !== undefined && { api: apiUrl }),
  });
  const holds = createHolds();

  async function ask<T>({ method, route, query, body, files, signal }: Request): Promise<Asked<T>> {
    const place = placeOf(route);
    const held = holds.on(place);
    if (held) return held;
    try {
      // discord.js forgets a token that was refused once.
      const value = await rest.setToken(token).request({
        method,
        fullRoute: route,
        signal,
        ...(query && { query: new URLSearchParams(query) }),
        ...(body && { body }),
        ...(files && { files: [...files] }),
      });
      return { kind: "done", value: value as T };
    } catch (error) {
      const asked = outcomeOf(error);
      if (asked.kind === "wait") holds.keep(place, asked);
      if (error instanceof DiscordAPIError && error.status === 401) log.error("Discord does not take the bot's token");
      return asked;
    }
  }

  return {
    ask,
    stop() {
      rest.clearHashSweeper();
      rest.clearHandlerSweeper();
    },
  };
}

/** How long to leave Discord alone: after a token was refused, it was out of reach, or it blocks where we come from. */
const PAUSE_MS = { refusedToken: 600_000, outOfReach: 20_000, blocked: 60_000 };

/** Told by Discord to wait. Thrown where discord.js would read the shorter of two times, and lose the scope. */
class ToldToWait extends Error {
  override name = "ToldToWait";
  readonly wait: Wait;

  constructor(wait: Wait) {
    super(`Discord asks to wait for ${wait.milliseconds} ms`);
    this.wait = wait;
  }
}

const impatient: MakeRequest = async (url, init) => {
  const response = await makeRequest(url, init);
  if (response.status !== 429) return response;
  const { retry_after: told = Number(response.headers.get("retry-after") ?? 0) } = await bodyOf(response);
  // discord.com/developers/docs/topics/rate-limits: "user" and "shared" are about a channel. Without a scope it is not
  // Discord but what stands before it.
  const scope = ["user", "shared"].includes(response.headers.get("x-ratelimit-scope") ?? "") ? "channel" : "platform";
  const seconds = Number.isFinite(told) && told > 0 ? told : PAUSE_MS.blocked / 1000;
  throw new ToldToWait({ kind: "wait", milliseconds: Math.ceil(seconds * 1000), scope });
};

async function bodyOf(response: Awaited<ReturnType<MakeRequest>>): Promise<{ retry_after?: number }> {
  try {
    const body = (await response.json()) as { retry_after?: unknown } | null;
    return typeof body?.retry_after === "number" ? { retry_after: body.retry_after } : {};
  } catch {
    return {};
  }
}

function outcomeOf(error: unknown): Exclude<Asked<never>, { kind: "done" }> {
  if (error instanceof ToldToWait) return error.wait;
  if (error instanceof RateLimitError)
    return {
      kind: "wait",
      milliseconds: Math.max(1, Math.ceil(error.retryAfter)),
      scope: error.global ? "platform" : "channel",
    };
  if (error instanceof DiscordAPIError) {
    const { status, code } = error;
    if (status === 401) return { kind: "wait", milliseconds: PAUSE_MS.refusedToken, scope: "platform" };
    // What has no code of Discord's own was not answered by Discord, but refused on the way to it.
    if (typeof code !== "number" || code === 40333)
      return { kind: "wait", milliseconds: PAUSE_MS.blocked, scope: "platform" };
    return { kind: "no", status, code };
  }
  const { code } = error as { code?: unknown };
  if (typeof code === "string" && NEVER_SENT.has(code))
    return { kind: "wait", milliseconds: PAUSE_MS.outOfReach, scope: "platform" };
  return { kind: "lost" };
}

/** There was no connection over which it could have been sent. */
const NEVER_SENT = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
]);

/** The channel or server that a route is about: what Discord limits by itself. */
function placeOf(route: string): string {
  return /^\/(?:channels|guilds)\/\d+/.exec(route)?.[0] ?? route;
}

/** Waits that are not over: what lies in them is not even asked, for 10,000 refused requests in 10 minutes are a ban. */
function createHolds() {
  const until = new Map<string, number>();
  const EVERYWHERE = "";
  return {
    on(place: string): Wait | undefined {
      const now = performance.now();
      for (const [key, scope] of [[EVERYWHERE, "platform"] as const, [place, "channel"] as const]) {
        const left = (until.get(key) ?? 0) - now;
        if (left > 0) return { kind: "wait", milliseconds: Math.ceil(left), scope };
      }
      return undefined;
    },
    keep(place: string, { milliseconds, scope }: Wait): void {
      const now = performance.now();
      for (const [key, end] of until) if (end <= now) until.delete(key);
      const key = scope === "platform" ? EVERYWHERE : place;
      until.set(key, Math.max(until.get(key) ?? 0, now + milliseconds));
    },
  };
}
