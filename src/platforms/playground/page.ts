import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Hono } from "hono";

const PAGE = fileURLToPath(new URL("./page", import.meta.url));
// What Node itself would import is lit-html/node/lit-html.js; the browser's modules lie above it.
const LIT = join(dirname(createRequire(import.meta.url).resolve("lit-html")), "..");

const IMPORT_MAP = JSON.stringify({
  imports: { "lit-html": "/lib/lit-html/lit-html.js", "lit-html/": "/lib/lit-html/" },
});

/** Admits the import map in the Content-Security-Policy. */
export const IMPORT_MAP_HASH = `sha256-${createHash("sha256").update(IMPORT_MAP).digest("base64")}`;

const TYPES: Readonly<Record<string, string>> = {
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  svg: "image/svg+xml",
};

/** The page and its modules, as they lie on disk: there is no build. */
export function createPage(): Hono {
  const page = new Hono();
  page.get("/", async (c) => {
    const source = await readFile(join(PAGE, "index.html"), "utf8");
    return c.html(source.replace("<!-- import map -->", `<script type="importmap">${IMPORT_MAP}</script>`));
  });
  page.get("/page/:file{[a-z-]+\\.(?:js|css|svg)}", (c) => serve(join(PAGE, c.req.param("file"))));
  page.get("/lib/lit-html/:file{(?:directives/)?[a-z-]+\\.js}", (c) => serve(join(LIT, c.req.param("file"))));
  return page;
}

async function serve(path: string): Promise<Response> {
  try {
    const type = TYPES[path.split(".").at(-1) ?? ""] ?? "application/octet-stream";
    return new Response(await readFile(path), { headers: { "content-type": type } });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    return new Response("Not found\n", { status: 404 });
  }
}
