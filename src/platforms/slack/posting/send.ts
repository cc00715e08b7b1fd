import { setTimeout as sleep } from "node:timers/promises";
import type { KnownBlock } from "@slack/types";
import type { Logger } from "pino";
import type { Drawing, Message } from "#src/chat/message.ts";
import type { Part } from "../render.ts";
import { written } from "../written.ts";
import type { Connect } from "./connection.ts";
import { drawPost } from "./draw.ts";
import { complaints, type Failure, readFailure } from "./failure.ts";
import type { Identity } from "./identity.ts";
import type { PostOptions, Target } from "./port.ts";
import { type Uploaded, type Uploads, uploadAll, uploadText } from "./uploads.ts";

export interface Sending {
  readonly connect: Connect;
  readonly identity: (milliseconds: number) => Promise<Identity>;
  readonly drawChart: (chart: Drawing) => Promise<Uint8Array>;
  readonly log: Logger;
  /** What earlier tries of the same post have brought to Slack, by its nonce. */
  readonly brought: Map<string, Map<number, Uploaded>>;
  /** By performance.now(). */
  readonly endsAt: number;
}

/** The kind of a post's metadata; beside it stands the nonce by which it is found. */
export const EVENT_TYPE = "greenroom_post";

/**
 * Posts one message. Where Slack does not take what it holds, and so has posted nothing, it is sent in the next plainer
 * way. Resolves with the message's `ts`, or with why there is none.
 */
export async function sendPost(
  target: Target,
  message: Message,
  { options, sending }: { options: PostOptions; sending: Sending },
): Promise<string | Failure> {
  const { brought } = sending;
  const known = brought.get(options.nonce) ?? new Map<number, Uploaded>();
  brought.delete(options.nonce);
  const sent = await send(target, ways(message, options.mention, { sending, known }), { options, sending });
  if (typeof sent !== "string" && sent.kind === "later" && known.size > 0) {
    const [oldest = ""] = brought.size < MOST_BROUGHT ? [] : brought.keys();
    brought.delete(oldest);
    brought.set(options.nonce, known);
  }
  return sent;
}

async function send(
  { channelId }: Target,
  parts: AsyncIterable<Part>,
  { options, sending }: { options: PostOptions; sending: Sending },
): Promise<string | Failure> {
  const { connect, log, endsAt } = sending;
  const { nonce, thread } = options;
  const least = Math.min(LEAST_MS, (endsAt - performance.now()) / 10);
  let refused: Failure = OUT_OF_TIME;
  for await (const { text, blocks } of parts) {
    const left = endsAt - performance.now();
    if (left < least) return OUT_OF_TIME;
    try {
      const { ts } = await connect(left).client.chat.postMessage({
        channel: channelId,
        text,
        blocks: blocks as KnownBlock[],
        metadata: { event_type: EVENT_TYPE, event_payload: { nonce } },
        link_names: false,
        unfurl_links: false,
        unfurl_media: false,
        ...(thread && { thread_ts: thread }),
      });
      // Without it no thread can stand below the post, and nobody can look it up.
      return ts ?? { kind: "unsure", passing: false, code: "no_ts" };
    } catch (error) {
      refused = readFailure(error);
      if (refused.kind !== "content") return refused;
      log.warn({ problem: refused.code, complaints: kindsOf(complaints(error)) }, "Slack does not take a post so");
    }
  }
  return refused;
}

/** From the best to the plainest. The next one is asked for when Slack has refused the one before. */
async function* ways(
  message: Message,
  mention: string | undefined,
  { sending, known }: { sending: Sending; known: Map<number, Uploaded> },
): AsyncGenerator<Part> {
  const { connect, identity, drawChart, log, endsAt } = sending;
  const total = endsAt - performance.now();
  const connection = connect(total * UPLOAD_SHARE);
  const uploading = { connection, identity: () => identity(total * UPLOAD_SHARE), drawChart, log };
  const uploads = await uploadAll(message, known, uploading);
  let whole: Uploaded | undefined;
  const draw = async (shown: Uploads): Promise<Part> => {
    const drawn = drawPost(message, { uploads: shown, whole, mention });
    if (drawn.complete || whole) return drawn.part;
    const bytes = new TextEncoder().encode(written(message));
    whole = await uploadText({ file: { name: "post.txt", mediaType: "text/plain", bytes }, alt: "" }, uploading);
    return drawPost(message, { uploads: shown, whole, mention }).part;
  };
  if (uploads.size > 0) {
    const best = await draw(uploads);
    yield best;
    // Slack works on a picture for a moment after it has taken it, and until then calls it invalid.
    await sleep(Math.min(PICTURE_MS, total * 0.15));
    yield best;
  }
  const files = new Map([...uploads].filter(([index]) => message.blocks[index]?.kind === "file"));
  const { plainer, ...part } = await draw(files);
  yield part;
  if (plainer) yield { ...part, blocks: plainer };
}

/** Posts that wait for another try. */
const MOST_BROUGHT = 200;
/** How much of the time pictures may take: what is left must do for the post. */
const UPLOAD_SHARE = 0.5;
const PICTURE_MS = 1_500;
/** With less time than this no answer is to be expected, and a post without one is worse than a post later. */
const LEAST_MS = 1_000;
const OUT_OF_TIME: Failure = { kind: "later", milliseconds: 20_000, limited: false, code: "no_time" };

/** Slack's words with their places, and nothing that may be a piece of the post. */
function kindsOf(said: string): string[] {
  return (said.match(/json-pointer:[\w/]+/g) ?? []).slice(0, 5);
}
