import type { Logger } from "pino";
import type { Block, Drawing, Message } from "#src/chat/message.ts";
import { errorName } from "../log.ts";
import { type Upload, uploadOf } from "../render.ts";
import { uploadFile } from "../upload.ts";
import type { Connection } from "./connection.ts";
import type { Identity } from "./identity.ts";

/** A file that Slack has and nobody sees yet. */
export interface Uploaded {
  readonly id: string;
  readonly name: string;
  /** Where it is, for a message that is to hold it; "" for a picture, which is shown by its id. */
  readonly link: string;
}

/** By the index of the block that it stands for. */
export type Uploads = ReadonlyMap<number, Uploaded>;

export interface Uploading {
  readonly connection: Connection;
  readonly identity: () => Promise<Identity>;
  readonly drawChart: (chart: Drawing) => Promise<Uint8Array>;
  readonly log: Logger;
}

/**
 * Brings the pictures and files of a post to Slack, as far as the time of the connection goes: without a channel, so that
 * they appear with the message or not at all. `known` holds what an earlier try has brought, and what this one brings.
 */
export async function uploadAll(
  { blocks }: Message,
  known: Map<number, Uploaded>,
  uploading: Uploading,
): Promise<Uploads> {
  await Promise.all(
    blocks.map(async (block, index) => {
      if (known.has(index)) return;
      const uploaded = await attempt(uploading, () => fileOf(block, uploading));
      if (uploaded) known.set(index, uploaded);
    }),
  );
  return new Map(known);
}

/** undefined where it cannot be had. */
export async function uploadText(upload: Upload, uploading: Uploading): Promise<Uploaded | undefined> {
  return attempt(uploading, async () => upload);
}

async function fileOf(block: Block, { drawChart }: Uploading): Promise<Upload | undefined> {
  if (block.kind !== "ranges") return uploadOf(block)[0];
  return { file: { name: "chart.png", mediaType: "image/png", bytes: await drawChart(block) }, alt: block.alt };
}

async function attempt(
  { connection, identity, log }: Uploading,
  find: () => Promise<Upload | undefined>,
): Promise<Uploaded | undefined> {
  const { client, signal } = connection;
  try {
    const upload = await before(signal, find());
    if (!upload) return undefined;
    const { name, mediaType } = upload.file;
    const owner = mediaType.startsWith("image/") ? undefined : await identity();
    const id = await uploadFile(client, upload, { signal });
    return { id, name, link: owner ? `${owner.url}files/${owner.userId}/${id}/${encodeURIComponent(name)}` : "" };
  } catch (error) {
    log.warn({ problem: errorName(error) }, "a picture or file of a post could not be brought to Slack");
    return undefined;
  }
}

function before<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const end = () => reject(signal.reason);
  if (signal.aborted) end();
  signal.addEventListener("abort", end, { once: true });
  return Promise.race([work, promise]).finally(() => signal.removeEventListener("abort", end));
}
