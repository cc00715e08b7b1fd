import { randomUUID } from "node:crypto";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { MAX_UPLOAD_BYTES } from "./limits.ts";
import type { PlaygroundStore } from "./store.ts";

/** Drawn by the browser in the page itself. Everything else is only ever downloaded: it could carry scripts. */
const SHOWN = new Set(["application/pdf", "image/png", "image/jpeg", "image/gif", "image/webp", "image/avif"]);

/** Files of messages and files for commands. An id is random and never listed: knowing it is the permission. */
export function createFiles(store: PlaygroundStore): Hono {
  const files = new Hono();

  files.get("/files/:id{[\\w-]+}", async (c) => {
    const file = await store.findFile(c.req.param("id"));
    if (!file) return c.text("This file is not there any more.\n", 404);
    const shown = SHOWN.has(file.mediaType) && c.req.query("download") === undefined;
    return new Response(new Uint8Array(file.bytes), {
      headers: {
        "content-type": SHOWN.has(file.mediaType) ? file.mediaType : "application/octet-stream",
        "content-disposition": `${shown ? "inline" : "attachment"}; filename*=UTF-8''${encodeName(file.name)}`,
        // The browser's own PDF viewer needs to be framed by the page and to style itself; a sandbox would keep it away.
        "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'",
        "cache-control": "private, max-age=31536000, immutable",
      },
    });
  });

  const tooLarge = { problem: `This file is too large: ${MAX_UPLOAD_BYTES / 1_000_000} MB fit.` };
  files.post(
    "/api/files",
    bodyLimit({ maxSize: MAX_UPLOAD_BYTES, onError: (c) => c.json(tooLarge, 413) }),
    async (c) => {
      const bytes = new Uint8Array(await c.req.arrayBuffer());
      const name = (c.req.query("name") ?? "").replaceAll(/[\p{Cc}\p{Cf}/\\]/gu, "").slice(0, 200) || "file";
      const mediaType = c.req.header("content-type") ?? "application/octet-stream";
      const file = { id: randomUUID(), name: name.toWellFormed(), mediaType, bytes };
      await store.addFile(file);
      return c.json({ id: file.id, name: file.name, size: bytes.byteLength });
    },
  );

  return files;
}

// encodeURIComponent leaves characters that a header parameter may not hold (RFC 5987, attr-char).
function encodeName(name: string): string {
  return encodeURIComponent(name).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
