import { setTimeout as sleep } from "node:timers/promises";
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { Logger } from "pino";
import type { Dispatch } from "#src/chat/dispatch.ts";
import type { Drawing } from "#src/chat/message.ts";
import type { Attachment } from "#src/chat/option.ts";
import type { Platform } from "#src/chat/platform.ts";
import { createAnswering, type Result } from "./answer.ts";
import { createConversation } from "./conversation.ts";
import { describeCommands } from "./describe.ts";
import { createFiles } from "./files.ts";
import { guard, headers } from "./guard.ts";
import { createHistory } from "./history.ts";
import { MAX_BODY_BYTES, RESULTS_KEPT, STOP_AFTER_MS } from "./limits.ts";
import { createLive } from "./live.ts";
import { createPage, IMPORT_MAP_HASH } from "./page.ts";
import { BOT, channels, maySee, placeOf, roles, type Visitor, visitorOf, visitors } from "./people.ts";
import { createPoster } from "./poster.ts";
import { type Received, receive, toInteraction } from "./receive.ts";
import { type PlaygroundStore, type StoredMessage, toAttachment } from "./store.ts";
import { openStream } from "./stream.ts";
import { withNames } from "./typed.ts";

export interface PlaygroundSettings {
  readonly dispatch: Dispatch;
  readonly store: PlaygroundStore;
  readonly log: Logger;
  readonly drawChart: (chart: Drawing) => Promise<Uint8Array>;
  readonly observe: { acknowledged(milliseconds: number): void };
  /** Host names besides the loopback ones under which it is served. It has no login: only where everybody is trusted. */
  readonly hosts?: readonly string[];
}

export type Playground = Platform & { fetch(request: Request): Promise<Response> };

/** The chat in the browser. It opens no port: `fetch` answers every request under "/". */
export function createPlayground(settings: PlaygroundSettings): Playground {
  const { dispatch, store, log, observe, hosts = [] } = settings;
  const live = createLive(Date.now());
  const conversation = createConversation({ store, live, log, drawChart: settings.drawChart });
  const poster = createPoster({ store, conversation, log, closed: () => state === "closed" });
  const answering = createAnswering({ dispatch, conversation, live, log });
  const read = createHistory({ store, live, unanswered: answering.unanswered });
  // A page whose connection broke asks again with the same id and gets the same answer.
  const results = new Map<string, Promise<Result>>();
  let state: "new" | "open" | "closed" = "new";

  const app = new Hono();
  app.use(headers(IMPORT_MAP_HASH));
  app.use(guard(hosts));
  app.onError((error, c) => {
    log.error({ err: error, path: c.req.path }, "a request to the playground broke");
    return c.json({ problem: "The conversation cannot be reached at the moment. Try again in a minute." }, 503);
  });
  app.route("/", createPage());
  app.route("/", createFiles(store));

  app.get("/api/welcome", (c) =>
    c.json({ server: live.server, bot: BOT, visitors, channels, roles, commands: describeCommands(dispatch.commands) }),
  );

  app.get("/api/live", (c) => {
    const reader = readerOf(c);
    if (!reader) return c.json(unknownReader, 400);
    if (state === "closed") return c.json(closing, 503);
    const lastId = c.req.header("last-event-id") ?? c.req.query("last") ?? "";
    const { visitor, channel } = reader;
    const snapshot = () => read({ visitor, channel, thread: null, before: null });
    return openStream({ live, visitor, lastId, snapshot });
  });

  app.get("/api/messages", async (c) => {
    const reader = readerOf(c);
    const before = new Date(c.req.query("before") ?? "");
    if (!reader || Number.isNaN(before.getTime())) return c.json(unknownReader, 400);
    return c.json(await read({ ...reader, thread: c.req.query("thread") ?? null, before }));
  });

  const tooLarge = { problem: "This is too long to be sent at once." };
  const jsonLimit = bodyLimit({ maxSize: MAX_BODY_BYTES, onError: (c) => c.json(tooLarge, 413) });

  app.post("/api/interactions", jsonLimit, async (c) => {
    const arrived = performance.now();
    const received = receive(await readJson(c));
    if (!received) return c.json({ problem: "This could not be read. Reload the page and try again." }, 400);
    if (state === "closed") return c.json(closing, 503);
    const key = `${received.visitor.id}:${received.id}`;
    let result = results.get(key);
    if (!result) {
      result = answer(received);
      remember(key, result);
    }
    const body = await result;
    observe.acknowledged(performance.now() - arrived);
    return c.json(body);
  });

  app.post("/api/dismiss", jsonLimit, async (c) => {
    const { as, messageId } = (await readJson(c)) as { as?: unknown; messageId?: unknown };
    const visitor = visitorOf(as);
    const message = visitor && (await findSeen(visitor, messageId));
    // Only what nobody else sees can be taken away.
    if (message?.visibleTo === visitor?.id && message) await conversation.remove(message);
    return c.json({ kind: "answered" });
  });

  async function answer(received: Received): Promise<Result> {
    const ids = Object.values(received.files);
    const [message, files] = await Promise.all([
      findSeen(received.visitor, received.messageId),
      ids.length > 0 ? store.describeFiles(ids) : [],
    ]);
    const attachments = new Map<string, Attachment>(files.map((file) => [file.id, toAttachment(file)]));
    const asked = withNames(received.asked, dispatch.commands);
    const interaction = toInteraction({ ...received, asked }, attachments, message);
    return answering.answer({ received, interaction, message });
  }

  function remember(key: string, result: Promise<Result>): void {
    results.set(key, result);
    result.catch(() => results.delete(key));
    const [oldest] = results.keys();
    if (results.size > RESULTS_KEPT && oldest) results.delete(oldest);
  }

  /** While the store is away a button still works: its answer comes as a new message. */
  async function findSeen(visitor: Visitor, messageId: unknown): Promise<StoredMessage | undefined> {
    if (typeof messageId !== "string") return;
    const message = await store.find(messageId).catch((error: unknown) => {
      log.warn({ err: error }, "the message of a button could not be read");
      return undefined;
    });
    return message && maySee(visitor, message) ? message : undefined;
  }

  return {
    name: "playground",
    async start() {
      state = "open";
    },
    connected: () => state === "open",
    poster,
    async stop() {
      state = "closed";
      const waited = new AbortController();
      const late = sleep(STOP_AFTER_MS, undefined, { signal: waited.signal }).catch(() => {});
      await Promise.race([Promise.allSettled(results.values()).then(() => answering.idle()), late]);
      waited.abort();
      live.closeAll();
    },
    fetch: async (request) => app.fetch(request),
  };
}

const closing = { problem: "Greenroom is closing. Try again in a minute." };
const unknownReader = { problem: "There is nobody of this name here, or no such channel." };

function readerOf(c: Context): { visitor: Visitor; channel: string } | undefined {
  const visitor = visitorOf(c.req.query("as"));
  const place = visitor && placeOf(visitor, c.req.query("channel"));
  return place && { visitor, channel: place.channelId };
}

async function readJson(c: Context): Promise<unknown> {
  try {
    return (await c.req.json()) ?? {};
  } catch {
    return {};
  }
}
