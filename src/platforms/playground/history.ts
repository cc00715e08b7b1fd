import { MESSAGES_PER_PAGE, REPLIES_PER_THREAD } from "./limits.ts";
import { type Live, toWire } from "./live.ts";
import { BOT, channelsOf, type Visitor } from "./people.ts";
import type { PlaygroundStore, StoredMessage } from "./store.ts";
import type { Snapshot } from "./stream.ts";

export interface Wanted {
  readonly visitor: Visitor;
  readonly channel: string;
  /** Id of a message, for what stands below it; null: what stands in the channel itself, with the newest of its threads. */
  readonly thread: string | null;
  /** null: the newest. */
  readonly before: Date | null;
}

export interface HistorySettings {
  readonly store: PlaygroundStore;
  readonly live: Live;
  /** Ids of what this visitor sent and has no answer to yet. */
  readonly unanswered: (visitorId: string) => string[];
}

/** Reads a part of a conversation as a window shows it. Throws what the store throws. */
export function createHistory({ store, live, unanswered }: HistorySettings): (wanted: Wanted) => Promise<Snapshot> {
  async function readBelow({ visitor, channel }: Wanted, above: readonly StoredMessage[]) {
    const ours = above.filter(({ author }) => author === BOT);
    const since = ours[0]?.createdAt;
    if (!since) return { messages: [], full: [] };
    const threads = ours.map(({ id }) => id);
    const limit = REPLIES_PER_THREAD + 1;
    const found = await store.below({ channel, viewer: visitor.id, threads, since, limit });
    const full = threads.filter((thread) => {
      return found.filter((message) => message.thread === thread && !isTitle(message)).length === limit;
    });
    const spare = full.map((thread) => found.find((message) => message.thread === thread && !isTitle(message)));
    return { messages: found.filter((message) => !spare.includes(message)), full };
  }

  return async (wanted) => {
    const { visitor, channel, thread, before } = wanted;
    const limit = MESSAGES_PER_PAGE;
    const found = await store.latest({ channel, thread, viewer: visitor.id, before, limit: limit + 1 });
    const page = found.slice(-limit);
    const [below, newest] = await Promise.all([
      readBelow(wanted, thread === null ? page : []),
      store.newest(visitor.id, channelsOf(visitor)),
    ]);
    const saved = [...page, ...below.messages].map((message) => toWire(message));
    const shown = before ? [] : live.shown(visitor, channel);
    const unsaved = new Map(shown.map((message) => [message.id, message]));
    const messages = saved.map((message) => unsaved.get(message.id) ?? message);
    messages.push(...shown.filter(({ id }) => !saved.some((message) => message.id === id)));
    return {
      channel,
      messages,
      more: found.length > limit,
      moreBelow: below.full,
      newest: Object.fromEntries(newest.map((one) => [one.channel, one.createdAt.toISOString()])),
      server: live.server,
      unanswered: unanswered(visitor.id),
    };
  };
}

function isTitle({ content }: StoredMessage): boolean {
  return (content as { kind?: unknown } | null)?.kind === "thread";
}
