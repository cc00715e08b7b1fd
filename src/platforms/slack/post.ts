import { setTimeout as sleep } from "node:timers/promises";
import type { KnownBlock } from "@slack/types";
import type { WebClient } from "@slack/web-api";
import type { Logger } from "pino";
import { wordsOf } from "#src/words/index.ts";
import { LIMITS } from "./limits.ts";
import { errorName } from "./log.ts";
import type { Origin } from "./origin.ts";
import type { Drawn, Part, SlackBlock, Upload } from "./render.ts";
import type { ResponseUrls } from "./response-url.ts";
import { escape, plainText } from "./text.ts";
import { uploadFile } from "./upload.ts";

/** Whose conversation it is, and how old the interaction. */
export interface Addressee {
  readonly origin: Origin;
  readonly userId: string;
  readonly age: () => number;
}

export type Show = "private" | "public" | "replace";

/** Brings a drawn message to a person, by the first way that Slack still allows. Never throws. */
export interface Post {
  message(to: Addressee, drawn: Drawn, show: Show): Promise<void>;
  /** Puts a message back as it was. */
  restore(to: Addressee, before: { text: string; blocks: readonly unknown[] }): Promise<void>;
  /** One part by the response_url only: for what need not arrive. */
  passing(to: Addressee, part: Part, show: Show): Promise<void>;
  direct(to: Addressee, drawn: Drawn): Promise<void>;
  files(to: Addressee, files: readonly Upload[], channelId?: string): Promise<void>;
}

type Send = (blocks: readonly SlackBlock[]) => Promise<string | undefined>;

export function createPost(settings: {
  client: WebClient;
  responseUrls: ResponseUrls;
  log: Logger;
  observe: { undelivered?(code: string): void };
}): Post {
  const { client, responseUrls, log, observe } = settings;

  async function part(to: Addressee, { text, blocks, plainer }: Part, show: Show): Promise<void> {
    const { origin } = to;
    const problems: string[] = [];
    for (const [way, send] of ways(to, text, show)) {
      const problem = await send(blocks);
      if (problem === undefined) return report(to, problems);
      problems.push(`${way}: ${problem}`);
      // Old clients and self-hosted servers do not know every block yet.
      if (plainer && /blocks/.test(problem) && (await send(plainer)) === undefined) return report(to, problems);
    }
    observe.undelivered?.(problems.at(-1) ?? "");
    log.warn({ problems, from: origin.from, age: to.age() }, "an answer could not be delivered to Slack");
  }

  function report(to: Addressee, problems: readonly string[]): void {
    if (problems.length > 0)
      log.warn({ problems, from: to.origin.from, age: to.age() }, "an answer reached Slack by another way");
  }

  function* ways(to: Addressee, text: string, show: Show): Generator<[string, Send]> {
    const { channelId, responseUrl, ts, from } = to.origin;
    const call =
      (work: (blocks: KnownBlock[]) => Promise<unknown>): Send =>
      async (blocks) => {
        try {
          await patiently(() => work(blocks as KnownBlock[]));
          return undefined;
        } catch (error) {
          return errorName(error);
        }
      };
    if (responseUrls.left(responseUrl) > 0) {
      // A slash command has no message of its own: there Slack takes the flag for a mistake.
      const place = from === "command" ? {} : { replace_original: show === "replace" };
      const type = { response_type: show === "public" ? "in_channel" : "ephemeral" };
      yield [
        "response_url",
        (blocks) => responseUrls.post(responseUrl, { text, blocks, ...place, ...(show !== "replace" && type) }),
      ];
    }
    if (show === "replace" && channelId && ts) {
      yield ["chat.update", call((blocks) => client.chat.update({ channel: channelId, ts, text, blocks }))];
    }
    if (show === "public" && channelId) {
      yield [
        "chat.postMessage",
        call((blocks) => client.chat.postMessage({ channel: channelId, text, blocks, ...QUIET })),
      ];
    }
    if (channelId && !channelId.startsWith("D")) {
      yield [
        "chat.postEphemeral",
        call((blocks) => client.chat.postEphemeral({ channel: channelId, user: to.userId, text, blocks })),
      ];
    }
    yield ["direct message", call((blocks) => client.chat.postMessage({ channel: to.userId, text, blocks, ...QUIET }))];
  }

  async function upload(to: Addressee, file: Upload, channelId: string): Promise<boolean> {
    try {
      await uploadFile(client, file, { channelId });
      return true;
    } catch (error) {
      log.warn({ problem: errorName(error), age: to.age() }, "a file could not be delivered to Slack");
      return false;
    }
  }

  const post: Post = {
    async message(to, drawn, show) {
      const [first, ...rest] = drawn.parts;
      await part(to, first, show);
      // What follows a replaced message stands below it, for the same eyes: nobody else's if those are not known.
      for (const next of rest) await part(to, next, show === "public" ? "public" : "private");
      await post.files(to, drawn.files, show === "public" ? to.origin.channelId : undefined);
    },
    async restore(to, { text, blocks }) {
      await part(to, { text, blocks: blocks as SlackBlock[] }, "replace");
    },
    async passing(to, { text, blocks, plainer }, show) {
      const [way] = ways(to, text, show);
      const problem = way?.[0] === "direct message" ? "no way" : await way?.[1](plainer ?? blocks);
      if (problem) log.debug({ problem }, "progress could not be shown on Slack");
    },
    async direct(to, drawn) {
      const origin: Origin = { from: "nowhere", channelId: "", responseUrl: "", ts: "" };
      await post.message({ ...to, origin }, drawn, "private");
    },
    async files(to, files, channelId) {
      if (files.length === 0) return;
      const lost: string[] = [];
      const direct = await directChannel(to);
      for (const file of files) {
        const shared = channelId !== undefined && channelId !== "" && (await upload(to, file, channelId));
        if (!shared && !(direct && (await upload(to, file, direct)))) lost.push(file.file.name);
      }
      if (lost.length === 0) return;
      const text = words.fileLost(lost.join(", "));
      await part(
        to,
        { text: escape(text), blocks: [{ type: "section", text: plainText(text, LIMITS.section) }] },
        "private",
      );
    },
  };

  async function directChannel(to: Addressee): Promise<string | undefined> {
    try {
      return (await client.conversations.open({ users: to.userId })).channel?.id;
    } catch (error) {
      log.warn({ problem: errorName(error), age: to.age() }, "Slack opens no direct message with this person");
      return undefined;
    }
  }

  return post;
}

/** Waits out a short rate limit once. The client itself would hold up everything else meanwhile. */
async function patiently(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const { retryAfter } = error as { retryAfter?: unknown };
    if (typeof retryAfter !== "number" || retryAfter > LONGEST_LIMIT_SECONDS) throw error;
    await sleep(retryAfter * 1_000);
    await work();
  }
}

const LONGEST_LIMIT_SECONDS = 10;

/** Nothing of what people wrote becomes a mention, and no link a preview. */
const QUIET = { link_names: false, unfurl_links: false, unfurl_media: false };

const { slack: words } = wordsOf("en");
