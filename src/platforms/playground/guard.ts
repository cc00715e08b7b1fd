import type { MiddlewareHandler } from "hono";

/**
 * The playground has no login, so it must only ever be used from this machine and from its own page: a foreign page can
 * neither reach it under a name of its own (DNS rebinding) nor send anything to it (CSRF). `hosts` are names besides
 * the loopback ones under which an operator serves it.
 */
export function guard(hosts: readonly string[]): MiddlewareHandler {
  const allowed = new Set(["127.0.0.1", "localhost", "[::1]", ...hosts]);
  return async (c, next) => {
    const host = c.req.header("host") ?? new URL(c.req.url).host;
    if (!allowed.has(nameOf(host))) return c.text("This address is not the playground's own.\n", 421);
    if (c.req.method !== "GET" && c.req.method !== "HEAD") {
      const origin = URL.parse(c.req.header("origin") ?? "");
      if (origin?.host !== host) return c.json({ problem: "Only the playground's own page may send this." }, 403);
    }
    await next();
    return undefined;
  };
}

/**
 * For every answer. Nothing from elsewhere is loaded, nothing is framed by others; the import map is the only inline script,
 * `importMapHash` admits it. Strings can become markup only inside lit-html's own templates.
 */
export function headers(importMapHash: string): MiddlewareHandler {
  const policy = [
    "default-src 'self'",
    `script-src 'self' '${importMapHash}'`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types lit-html",
  ].join("; ");
  return async (c, next) => {
    await next();
    const { headers: set } = c.res;
    if (!set.has("content-security-policy")) {
      set.set("content-security-policy", policy);
      set.set("x-frame-options", "DENY");
    }
    set.set("x-content-type-options", "nosniff");
    set.set("referrer-policy", "no-referrer");
    set.set("cross-origin-resource-policy", "same-origin");
    set.set("cross-origin-opener-policy", "same-origin");
    if (!set.has("cache-control")) set.set("cache-control", "no-cache");
  };
}

function nameOf(host: string): string {
  return host.replace(/:\d+$/, "").toLowerCase();
}
