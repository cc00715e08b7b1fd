/** What the playground answers while it is not open yet: a page that was reloaded in that moment opens by itself. */
export function opening(request: Request): Response {
  const headers = { "retry-after": "1", "cache-control": "no-store", "content-security-policy": "default-src 'none'" };
  if (new URL(request.url).pathname.startsWith("/api/"))
    return Response.json({ problem: SOON }, { status: 503, headers });
  const page = `<!doctype html><html lang="en"><meta charset="utf-8"><meta http-equiv="refresh" content="1"><title>Greenroom</title><p>${SOON}</p>`;
  return new Response(page, { status: 503, headers: { ...headers, "content-type": "text/html; charset=utf-8" } });
}

const SOON = "Greenroom is starting. In a moment it is here.";
