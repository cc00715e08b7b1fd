import type { APIInteraction, InteractionResponseType } from "discord.js";
import { DefaultRestOptions, DiscordAPIError, REST, Routes } from "discord.js";
import type { File } from "#src/chat/message.ts";

/** What can be asked of Discord with the token of one interaction. */
export interface Requests {
  callback(type: InteractionResponseType, data?: object, files?: readonly File[]): Promise<void>;
  edit(body: object, files?: readonly File[]): Promise<void>;
  followUp(body: object, files?: readonly File[]): Promise<void>;
  removeOriginal(): Promise<void>;
}

/**
 * The way of every answer. Interaction endpoints are outside Discord's 50 requests a second
 * (discord.com/developers/docs/topics/rate-limits), and a request whose answer was lost may have been taken: whether it
 * is sent again is decided by whoever sent it.
 */
export function createAnswerRest(settings: { api?: string; requestMs: number }): REST {
  return new REST({
    version: "10",
    globalRequestsPerSecond: Number.POSITIVE_INFINITY,
    retries: 0,
    timeout: settings.requestMs,
    makeRequest,
    ...(settings.api !== undefined && { api: settings.api }),
  });
}

export type MakeRequest = typeof DefaultRestOptions.makeRequest;

/**
 * Files travel as bytes that are packed here. discord.js leaves the packing of a form to the undici that is loaded last, and
 * a newer one, with which attachments are brought, refuses the form of an older one (nodejs/undici, "body must be a FormData
 * created by this undici package instance").
 */
export const makeRequest: MakeRequest = async (url, init) => {
  if (!(init.body instanceof FormData)) return DefaultRestOptions.makeRequest(url, init);
  const packed = new Response(init.body);
  const headers = {
    ...(init.headers as Record<string, string>),
    "content-type": packed.headers.get("content-type") ?? "",
  };
  return DefaultRestOptions.makeRequest(url, { ...init, headers, body: new Uint8Array(await packed.arrayBuffer()) });
};

export function createRequests(rest: REST, { id, token, application_id }: APIInteraction): Requests {
  const webhook = Routes.webhook(application_id, token);
  const original = Routes.webhookMessage(application_id, token, "@original");
  // The token in the address is all that Discord wants; the bot's own token stays at home.
  const send = (body: object, files: readonly File[] = []) => ({ auth: false, body, files: files.map(upload) });
  return {
    async callback(type, data, files) {
      await rest.post(Routes.interactionCallback(id, token), send({ type, ...(data && { data }) }, files));
    },
    async edit(body, files) {
      await rest.patch(original, send(body, files));
    },
    async followUp(body, files) {
      await rest.post(webhook, send(body, files));
    },
    async removeOriginal() {
      await rest.delete(original, { auth: false });
    },
  };
}

/** Why a request failed, and nothing of what was in it. */
export interface Fault {
  /**
   * gone: the interaction is too old. taken: somebody has answered it already. lost: nobody knows whether it arrived.
   * deleted: the message is not there any more. refused: Discord does not like what we sent.
   */
  readonly kind: "gone" | "taken" | "lost" | "deleted" | "refused";
  readonly code: number | string;
}

/** What went wrong with it, if anything did. */
export async function attempt(request: () => Promise<void>): Promise<Fault | undefined> {
  try {
    await request();
    return undefined;
  } catch (error) {
    return faultOf(error);
  }
}

function faultOf(error: unknown): Fault {
  if (error instanceof DiscordAPIError) return { kind: known[error.code] ?? "refused", code: error.code };
  const { status, code, name } = error as { status?: number; code?: string; name?: string };
  return { kind: "lost", code: status ?? code ?? name ?? "unknown" };
}

// discord.com/developers/docs/topics/opcodes-and-status-codes#json
const known: Readonly<Record<string, Fault["kind"]>> = {
  10062: "gone",
  10015: "gone",
  50027: "gone",
  40060: "taken",
  10008: "deleted",
};

/** A file as discord.js takes it. */
export function upload({ name, mediaType, bytes }: File) {
  return { name, contentType: mediaType, data: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) };
}
