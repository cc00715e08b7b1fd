import { createHash } from "node:crypto";
import { tooManyRequests } from "./journal.ts";
import type { DiscordOptions } from "./world.ts";

export interface Verdict {
  headers: Record<string, string>;
  /** The 429 body when refused. */
  refused?: object;
}

/** Discord's two limiters: 50 requests a second over everything but interaction endpoints, and a bucket per route and resource. */
export function createRateLimits(
  options: DiscordOptions,
): (request: { method: string; template: string; path: string; now: number }) => Verdict {
  let second = { start: 0, used: 0 };
  const buckets = new Map<string, { start: number; used: number }>();

  return ({ method, template, path, now }) => {
    const forInteraction = template.startsWith("/interactions/") || template.startsWith("/webhooks/");
    if (!forInteraction) {
      if (now - second.start >= 1000) second = { start: now, used: 0 };
      second.used += 1;
      if (second.used > options.globalPerSecond) {
        const answer = tooManyRequests((second.start + 1000 - now) / 1000, "global");
        return { headers: answer.headers, refused: answer.body };
      }
    }
    if (template.startsWith("/interactions/")) return { headers: {} };
    const { limit, perMs } = sizes.find(([pattern]) => pattern.test(`${method} ${template}`))?.[1] ?? {
      limit: 50,
      perMs: 1000,
    };
    const key = `${method} ${template} ${/^\/(?:channels|guilds|webhooks)\/[^/]+(?:\/[\w.-]{40,})?/.exec(path)?.[0] ?? ""}`;
    const old = buckets.get(key);
    const bucket = old && now - old.start < perMs ? old : { start: now, used: 0 };
    buckets.set(key, bucket);
    bucket.used += 1;
    const left = (bucket.start + perMs - now) / 1000;
    const headers = {
      "x-ratelimit-limit": String(limit),
      "x-ratelimit-remaining": String(Math.max(0, limit - bucket.used)),
      "x-ratelimit-reset": (Date.now() / 1000 + left).toFixed(3),
      "x-ratelimit-reset-after": left.toFixed(3),
      "x-ratelimit-bucket": createHash("md5").update(`${method} ${template}`).digest("hex"),
    };
    if (!options.enforceBuckets || bucket.used <= limit) return { headers };
    const answer = tooManyRequests(left, "user");
    return { headers: { ...headers, ...answer.headers }, refused: answer.body };
  };
}

// Assumed: Discord documents no sizes, and these were not measured.
const sizes: [RegExp, { limit: number; perMs: number }][] = [
  [/^(POST|PATCH) \/channels\/.*\/messages/, { limit: 5, perMs: 5000 }],
  [/^(POST|PATCH|DELETE) \/webhooks\//, { limit: 5, perMs: 2000 }],
];
