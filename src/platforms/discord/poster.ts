import { setTimeout as sleep } from "node:timers/promises";
import { type APIChannel, type APIMessage, RequestMethod, Routes } from "discord.js";
import type { Logger } from "pino";
import { type Drawing, shorten } from "#src/chat/message.ts";
import type { Poster } from "#src/chat/platform.ts";
import { type Asked, createAsker } from "./posting/ask.ts";
import { judge } from "./posting/check.ts";
import { createDraw } from "./posting/drawing.ts";
import { createFind } from "./posting/find.ts";
import { marked } from "./posting/mark.ts";
import type { Posted, Target } from "./posting/port.ts";
import { placeOf, threadMessage } from "./posting/ref.ts";
import { createExplain } from "./posting/refusals.ts";
import { createSelf } from "./posting/self.ts";
import { createSurvey } from "./posting/survey.ts";
import { type Page, render } from "./render.ts";
import { upload } from "./requests.ts";

export interface DiscordPosterSettings {
  readonly token: string;
  /** Where Discord's API is, up to and without the version; tests have their own. */
  readonly apiUrl?: string | undefined;
  /** For one call, with all the requests that it takes. */
  readonly requestMs?: number;
  /** PNG bytes. When it rejects, the figures are shown as text. */
  readonly drawChart: (chart: Drawing) => Promise<Uint8Array>;
  readonly log: Logger;
  /** For how long the same nonce makes no second message; Discord says "a few minutes". */
  readonly nonceMs?: number;
}

export interface DiscordPoster extends Poster {
  stop(): void;
}

/**
 * Posts over REST alone: no gateway is needed. A post is always one message, because two could not be sent exactly once;
 * what does not fit is attached to it as a text.
 */
export function createDiscordPoster(settings: DiscordPosterSettings): DiscordPoster {
  const { token, apiUrl, requestMs = 10_000, drawChart, log, nonceMs = 120_000 } = settings;
  const { ask, stop } = createAsker({ token, apiUrl, requestMs, log });
  const self = createSelf({ ask });
  const survey = createSurvey({ ask, self });
  const explain = createExplain({ survey });
  const draw = createDraw({ drawChart, log, patienceMs: requestMs / 2 });
  const find = createFind({ ask, self, survey, nonceMs, againMs: 2 * requestMs });
  const deadline = () => AbortSignal.timeout(requestMs);

  function send(channelId: string, page: Page, more: { readonly nonce?: string; readonly signal: AbortSignal }) {
    const { nonce, signal } = more;
    const { components, ...body } = page.body;
    const once =
      nonce === undefined ? { components } : { components: marked(components, nonce), nonce, enforce_nonce: true };
    const files = page.files.map(upload);
    const route = Routes.channelMessages(channelId);
    return ask<APIMessage>({ method: RequestMethod.Post, route, body: { ...body, ...once }, files, signal });
  }

  /** What became of something that was to be made in a channel. */
  async function posted(
    asked: Asked<{ readonly id: string }>,
    at: { readonly target: Target; readonly what: string; readonly signal: AbortSignal },
  ): Promise<Posted> {
    switch (asked.kind) {
      case "done":
        return { kind: "sent", ref: asked.value.id };
      case "wait":
        return { kind: "later", milliseconds: asked.milliseconds, scope: asked.scope };
      case "lost":
        return { kind: "unsure" };
      case "no": {
        const { status, code } = asked;
        log.warn({ what: at.what, status, code }, "Discord refused it");
        const refusal = await explain(at.target, code, at.signal);
        // Nobody there can help it: as if it had got lost, it is looked up, tried a few times more, and given up.
        return refusal ? { kind: "refused", ...refusal } : { kind: "unsure" };
      }
    }
  }

  return {
    stop,
    check: async (target) => judge(await survey(target, deadline()), target),

    async post(target, message, { nonce, mention, thread }) {
      const signal = deadline();
      const drawn = await draw(message, nonce);
      if (!drawn) return { kind: "later", milliseconds: requestMs, scope: "channel" };
      const page = render(drawn, { messages: 1, mention });
      const allowed = { parse: [], ...(mention !== undefined && { roles: [mention] }) };
      const pinging = { ...page, body: { ...page.body, allowed_mentions: allowed } };
      const asked = await send(thread ?? target.channelId, pinging, { nonce, signal });
      const outcome = await posted(asked, { target, what: "post", signal });
      return outcome.kind === "sent" && thread ? { ...outcome, ref: threadMessage(thread, outcome.ref) } : outcome;
    },

    find: (target, sought) => find(target, sought, deadline()),

    async openThread(target, ref, title) {
      const signal = deadline();
      const body = { name: shorten(title.trim() || "…", MOST_THREAD_NAME) };
      const route = Routes.threads(target.channelId, ref);
      const asked = await ask<APIChannel>({ method: RequestMethod.Post, route, body, signal });
      // The thread of a message has its id.
      if (asked.kind === "no" && asked.code === THREAD_IS_THERE) return { kind: "sent", ref };
      return posted(asked, { target, what: "thread", signal });
    },

    async tell({ userId }, message) {
      const signal = deadline();
      const page = render(message, { messages: 1 });
      const body = { recipient_id: userId };
      const opened = await ask<APIChannel>({ method: RequestMethod.Post, route: Routes.userChannels(), body, signal });
      const told = opened.kind === "done" ? await send(opened.value.id, page, { signal }) : opened;
      if (told.kind !== "done") log.info({ ...codeOf(told) }, "a direct message could not be delivered");
      // What may have arrived is not written a second time.
      return told.kind === "done" || told.kind === "lost" ? "told" : told.kind === "wait" ? "later" : "never";
    },

    async withdraw(target, ref) {
      const { channelId, messageId } = placeOf(ref, target.channelId);
      const request = { method: RequestMethod.Delete, route: Routes.channelMessage(channelId, messageId) };
      const signal = deadline();
      // Deleting twice does no harm, so this alone is tried again.
      for (let tries = 1; ; tries += 1) {
        const asked = await ask({ ...request, signal });
        if (asked.kind === "done" || (asked.kind === "no" && asked.code === UNKNOWN_MESSAGE)) return;
        if (asked.kind === "no" || tries === 3 || signal.aborted) {
          log.error({ channelId, messageId, ...codeOf(asked) }, "a message that is there twice could not be deleted");
          return;
        }
        await sleep(asked.kind === "wait" ? asked.milliseconds : 500, undefined, { signal }).catch(() => {});
      }
    },
  };
}

const MOST_THREAD_NAME = 100;
const THREAD_IS_THERE = 160004;
const UNKNOWN_MESSAGE = 10008;

function codeOf(asked: Asked<unknown>): { readonly code: number | string } {
  return { code: asked.kind === "no" ? asked.code : asked.kind };
}
