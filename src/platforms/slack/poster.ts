import type { KnownBlock } from "@slack/types";
import type { Logger } from "pino";
import type { Drawing, Message } from "#src/chat/message.ts";
import type { Poster } from "#src/chat/platform.ts";
import { wordsOf } from "#src/words/index.ts";
import { errorName } from "./log.ts";
import { checkChannel } from "./posting/check.ts";
import { type Connection, createConnect } from "./posting/connection.ts";
import { type Failure, readFailure } from "./posting/failure.ts";
import { findPost } from "./posting/find.ts";
import { createIdentity } from "./posting/identity.ts";
import type { Posted, Target } from "./posting/port.ts";
import { contentRefusal, refusalOf } from "./posting/refusal.ts";
import { type Sending, sendPost } from "./posting/send.ts";
import { withdrawPost } from "./posting/withdraw.ts";
import { render } from "./render.ts";

export interface SlackPosterSettings {
  readonly botToken: string;
  /** Another Web API than https://slack.com/api/, for GovSlack and for tests. */
  readonly apiUrl?: string;
  /** What a method may take in all, in milliseconds. */
  readonly requestMs?: number;
  readonly drawChart: (chart: Drawing) => Promise<Uint8Array>;
  readonly log: Logger;
  /** Slack says that the app is not in this workspace any more, or its token not valid. */
  readonly gone?: (workspaceId: string) => void;
}

/** The channels of a workspace as places to post to; needs nothing else of this platform to be started. */
export function createSlackPoster(settings: SlackPosterSettings): Poster {
  const { log, drawChart, requestMs = 9_500, gone } = settings;
  const connect = createConnect(settings);
  const identity = createIdentity(connect);
  const brought: Sending["brought"] = new Map();

  /** What stands in "/invite @greenroom", as far as Slack says so in time. */
  async function botName(milliseconds: number): Promise<string> {
    try {
      return (await identity(milliseconds)).name;
    } catch (error) {
      log.warn({ problem: errorName(error) }, "Slack does not say what we are called");
      return wordsOf("en").slack.appName;
    }
  }

  async function postedOf(failure: Failure, { workspaceId }: Target): Promise<Posted> {
    switch (failure.kind) {
      case "refused":
        if (failure.problem === "workspace-gone") gone?.(workspaceId);
        return {
          kind: "refused",
          ...refusalOf(failure, failure.problem === "workspace-gone" ? "" : await botName(requestMs * 0.1)),
        };
      case "content":
        return { kind: "refused", ...contentRefusal(failure.code) };
      case "later":
        return { kind: "later", milliseconds: failure.milliseconds, scope: scopeOf(failure) };
      case "unsure":
        log.warn({ problem: failure.code }, "nobody knows whether a post is in Slack");
        return { kind: "unsure" };
    }
  }

  return {
    async check(target) {
      const bot = await botName(requestMs * 0.3);
      return checkChannel(target, { connection: connect(requestMs * 0.7), bot });
    },

    async post(target, message, options) {
      const endsAt = performance.now() + requestMs * 0.9;
      const sending = { connect, identity, drawChart, log, brought, endsAt };
      const sent = await sendPost(target, message, { options, sending });
      return typeof sent === "string" ? { kind: "sent", ref: sent } : postedOf(sent, target);
    },

    find(target, sought) {
      return findPost(target, sought, { connect, endsAt: performance.now() + requestMs, againMs: 2 * requestMs });
    },

    // Whoever answers to a message has opened its thread.
    openThread: async (_target, ref) => ({ kind: "sent", ref }),

    async tell({ userId }, message) {
      try {
        await tell(connect(requestMs), userId, message);
        return "told";
      } catch (error) {
        log.warn({ problem: errorName(error) }, "an organiser could not be told on Slack");
        const failure = readFailure(error);
        // What may have arrived is not written a second time; what Slack knows no other word for was refused.
        if (failure.kind === "unsure") return failure.passing ? "told" : "never";
        return failure.kind === "later" ? "later" : "never";
      }
    },

    withdraw: (target, ref) => withdrawPost(target, ref, { connect, log, endsAt: performance.now() + requestMs }),
  };
}

async function tell({ client }: Connection, userId: string, message: Message): Promise<void> {
  const { channel } = await client.conversations.open({ users: userId });
  const { parts } = render(message, { kind: "message", files: "direct" });
  for (const { text, blocks } of parts) {
    await client.chat.postMessage({
      channel: channel?.id ?? userId,
      text,
      blocks: blocks as KnownBlock[],
      link_names: false,
      unfurl_links: false,
      unfurl_media: false,
    });
  }
}

/**
 * Slack counts by method and workspace, and besides takes one message a second for each channel; it does not say which of
 * the two it was (docs.slack.dev/apis/web-api/rate-limits). A channel's second is over within two.
 */
function scopeOf({ limited, milliseconds }: Failure & { kind: "later" }): "channel" | "workspace" {
  return limited && milliseconds <= CHANNEL_MS ? "channel" : "workspace";
}

const CHANNEL_MS = 2_000;
