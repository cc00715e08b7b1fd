import type { Logger } from "pino";
import type { Poster } from "#src/chat/platform.ts";
import { wordsOf } from "#src/words/index.ts";
import type { Conversation } from "./conversation.ts";
import { POST_AGAIN_AFTER_MS, POST_WITHIN_MS } from "./limits.ts";
import { BOT, channels, directChannelOf, roleOf, roles, visitorOf, WORKSPACE } from "./people.ts";
import type { PlaygroundStore, StoredMessage } from "./store.ts";

export interface PosterSettings {
  readonly store: PlaygroundStore;
  readonly conversation: Conversation;
  readonly log: Logger;
  /** Nothing is begun any more. */
  readonly closed: () => boolean;
}

/**
 * The channels of the playground as a place to post to. A message's id is its nonce, so that posting it again changes
 * nothing and looking it up is certain. While the store is away nothing is known and nothing is thrown.
 */
export function createPoster({ store, conversation, log, closed }: PosterSettings): Poster {
  /** What happens meanwhile in the store has the same effect as if it had been waited for. */
  async function attempt<T>(work: () => Promise<T>, otherwise: T): Promise<T> {
    const { promise: late, resolve } = Promise.withResolvers<T>();
    const timer = setTimeout(() => {
      log.warn({ milliseconds: POST_WITHIN_MS }, "the playground's store does not answer");
      resolve(otherwise);
    }, POST_WITHIN_MS);
    try {
      return await Promise.race([work(), late]);
    } catch (error) {
      log.warn({ err: error }, "the playground's store could not be asked about a post");
      return otherwise;
    } finally {
      clearTimeout(timer);
    }
  }

  /** A message of ours that stands in this channel. */
  async function findOurs({ channelId }: Channel, id: string): Promise<StoredMessage | undefined> {
    const found = await store.find(id);
    return found?.author === BOT && found.channel === channelId ? found : undefined;
  }

  return {
    async check({ mention, ...target }) {
      const refusal = refusalOf(target);
      if (refusal) return { ok: false, ...refusal };
      const channelName = `#${target.channelId}`;
      if (mention === undefined) return { ok: true, channelName };
      const role = roleOf(mention);
      if (!role)
        return { ok: false, problem: "mention-refused", fix: words.chooseRole(roles.map(({ name }) => `@${name}`)) };
      return { ok: true, channelName, mention: role };
    },

    async post(target, message, { nonce, mention, thread = null }) {
      const refusal = refusalOf(target);
      if (refusal) return { kind: "refused", ...refusal };
      if (closed()) return { kind: "later", milliseconds: POST_AGAIN_AFTER_MS, scope: "platform" };
      return attempt<Posted>(
        async () => {
          if (thread !== null && !(await findOurs(target, thread))) return { kind: "refused", ...gone };
          const place = conversation.begin({ channel: target.channelId, thread, visibleTo: null }, nonce);
          await conversation.put(place, message, mention && roleOf(mention)?.name);
          return { kind: "sent", ref: nonce };
        },
        { kind: "unsure" },
      );
    },

    find(target, { nonce }) {
      return attempt<Found>(
        async () => {
          const found = await findOurs(target, nonce);
          // Whoever saved it may have died before any window heard of it.
          if (found) conversation.show(found);
          return found ? { kind: "there", ref: nonce } : { kind: "not-there" };
        },
        { kind: "later", milliseconds: POST_AGAIN_AFTER_MS },
      );
    },

    openThread(target, ref, title) {
      return attempt<Posted>(
        async () => {
          const above = await findOurs(target, ref);
          if (!above) return { kind: "refused", ...gone };
          await conversation.openThread(above, title);
          return { kind: "sent", ref };
        },
        { kind: "unsure" },
      );
    },

    async tell({ userId }, message) {
      const visitor = visitorOf(userId);
      if (!visitor) return "never";
      if (closed()) return "later";
      return attempt<Told>(async () => {
        const place = conversation.begin({ channel: directChannelOf(visitor), thread: null, visibleTo: null });
        await conversation.put(place, message);
        return "told";
      }, "later");
    },

    withdraw(target, ref) {
      return attempt(async () => {
        const found = await findOurs(target, ref);
        if (found) await conversation.remove(found);
      }, undefined);
    },
  };
}

type Posted = Awaited<ReturnType<Poster["post"]>>;
type Told = Awaited<ReturnType<Poster["tell"]>>;
type Found = Awaited<ReturnType<Poster["find"]>>;

const words = wordsOf("en").playground;

const gone = { problem: "channel-gone", fix: words.postGone } as const;

interface Channel {
  readonly workspaceId: string;
  readonly channelId: string;
}

function refusalOf({ workspaceId, channelId }: Channel) {
  if (workspaceId === WORKSPACE && channels.some(({ id }) => id === channelId)) return;
  const names = channels.map(({ name }) => `#${name}`);
  if (channelId.startsWith("dm-")) return { problem: "no-permission", fix: words.notDirect(names) } as const;
  return { problem: "channel-hidden", fix: words.chooseChannel(names) } as const;
}
