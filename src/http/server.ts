import type { Server } from "node:http";
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import type { Metrics } from "./metrics.ts";

export interface HttpSettings {
  readonly host: string;
  readonly port: number;
  readonly metrics: Metrics;
  /** What must work before anybody may send us traffic: by name, true when it does. */
  readonly checks: () => Promise<Readonly<Record<string, boolean>>>;
}

type Fetch = (request: Request) => Response | Promise<Response>;

export interface HttpServer {
  /** The address that answers, with the port that was taken. */
  readonly url: string;
  /** Slack over HTTP. Answers 404 until it is set. */
  slack: Fetch | undefined;
  /** Everything else. Answers 404 until it is set. */
  playground: Fetch | undefined;
  stop(): Promise<void>;
}

/** The one port. /healthz says that the process lives, /readyz that it can do its work. */
export async function startHttpServer({ host, port, metrics, checks }: HttpSettings): Promise<HttpServer> {
  const app = new Hono();
  const rooms: Pick<HttpServer, "slack" | "playground"> = { slack: undefined, playground: undefined };
  app.get("/healthz", (context) => context.json({ status: "ok" }));
  app.get("/readyz", async (context) => {
    const checked = await checks();
    const ready = Object.values(checked).every(Boolean);
    return context.json({ status: ready ? "ready" : "not ready", checks: checked }, ready ? 200 : 503);
  });
  app.get("/metrics", async (context) =>
    context.text(await metrics.text(), 200, { "Content-Type": metrics.contentType }),
  );
  app.post("/slack/events", (context) => rooms.slack?.(context.req.raw) ?? context.notFound());
  app.all("*", (context) => rooms.playground?.(context.req.raw) ?? context.notFound());
  const server = await new Promise<Server>((resolve, reject) => {
    const listening = serve({ fetch: app.fetch, hostname: host, port }, () => resolve(listening as Server));
    listening.once("error", reject);
  });
  const address = server.address();
  const taken = typeof address === "object" && address ? address.port : port;
  const shown = host.includes(":") ? `[${host}]` : host === "0.0.0.0" ? "127.0.0.1" : host;
  return Object.assign(rooms, {
    url: `http://${shown}:${taken}`,
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve));
      // Open event streams would otherwise hold it until they end by themselves, which is never.
      server.closeIdleConnections();
      setTimeout(() => server.closeAllConnections(), 1_000).unref();
      await closed;
    },
  });
}
