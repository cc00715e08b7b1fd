import { Agent, request } from "undici";
import { parseJson, string } from "./json.ts";
import { LIMITS } from "./limits.ts";

/** Answers to a response_url over connections that stay open; Bolt's respond() opens one each time and is five times slower. */
export interface ResponseUrls {
  /** undefined when Slack took it, else its word for why not: "expired_url", "used_url", "invalid_blocks", "http_500". */
  post(url: string, message: Record<string, unknown>): Promise<string | undefined>;
  /** How often this process may still use it. Another one may have used it as well: then Slack refuses. */
  left(url: string): number;
  close(): Promise<void>;
}

const TIMEOUT_MS = 10_000;
const REMEMBERED_MS = 31 * 60_000;

export function createResponseUrls(): ResponseUrls {
  const agent = new Agent({
    connections: 32,
    keepAliveTimeout: 30_000,
    headersTimeout: TIMEOUT_MS,
    bodyTimeout: TIMEOUT_MS,
    connectTimeout: TIMEOUT_MS,
  });
  const used = new Map<string, { count: number; since: number }>();

  function count(url: string): void {
    const before = used.get(url);
    used.set(url, { count: (before?.count ?? 0) + 1, since: before?.since ?? Date.now() });
    for (const [old, { since }] of used) {
      if (Date.now() - since < REMEMBERED_MS) break;
      used.delete(old);
    }
  }

  return {
    left: (url) => (url ? LIMITS.responseUrl.uses - (used.get(url)?.count ?? 0) : 0),
    async post(url, message) {
      if (!URL.canParse(url)) return "no_url";
      count(url);
      try {
        const { statusCode, body } = await request(url, {
          dispatcher: agent,
          method: "POST",
          headers: { "content-type": "application/json; charset=utf-8" },
          body: JSON.stringify(message),
        });
        const text = await body.text();
        const answer = parseJson(text);
        if (answer.ok === false) return string(answer.error) || `http_${statusCode}`;
        if (statusCode < 200 || statusCode > 299)
          return /^[a-z_]{3,40}$/.test(text.trim()) ? text.trim() : `http_${statusCode}`;
        return undefined;
      } catch (error) {
        return String((error as { code?: unknown }).code ?? "network");
      }
    },
    close: () => agent.close(),
  };
}
