import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "pino";
import type { Drawing, Message } from "#src/chat/message.ts";
import { SAVE_AGAIN_AFTER_MS } from "./limits.ts";
import { type Live, toWire } from "./live.ts";
import { BOT, maySee } from "./people.ts";
import { type Content, chartsOf, type Drawn, fileIdsOf, render, storable } from "./render.ts";
import type { PlaygroundStore, StoredFile, StoredMessage } from "./store.ts";

export interface ConversationSettings {
  readonly store: PlaygroundStore;
  readonly live: Live;
  readonly log: Logger;
  readonly drawChart: (chart: Drawing) => Promise<Uint8Array>;
}

export interface Where {
  readonly channel: string;
  readonly thread: string | null;
  readonly visibleTo: string | null;
}

/** Writes messages: saved first, then shown to everybody who may see them. */
export interface Conversation {
  /** A line of a visitor's own. The same id a second time changes nothing. */
  say(where: Where & { id: string; author: string }, content: Content): Promise<void>;
  /** A message of ours that is not there yet; `post` or `put` makes it appear. */
  begin(where: Where, id?: string): StoredMessage;
  /** Saves and shows `message` in a place that `begin` made. */
  post(place: StoredMessage, message: Message): Promise<void>;
  /** As `post`, but throws where it cannot be saved. In a place that is taken already nothing changes; it is shown once more. */
  put(place: StoredMessage, message: Message, mention?: string): Promise<void>;
  /** Gives the thread below a message its name, unless it has one. Throws where that cannot be saved. */
  openThread(above: StoredMessage, title: string): Promise<void>;
  /** Shows what is saved, to windows that may not have heard of it. */
  show(message: StoredMessage): void;
  /** False when the message on which it should have been shown is gone. */
  edit(place: StoredMessage, message: Message): Promise<boolean>;
  /** Shows how far it is, without saving anything. */
  preview(place: StoredMessage, message: Message): Promise<void>;
  remove(place: StoredMessage): Promise<void>;
}

export function createConversation({ store, live, log, drawChart }: ConversationSettings): Conversation {
  const now = createClock();
  const inTurn = createTurns();

  function publish(message: StoredMessage): void {
    live.hide(message.id);
    live.publish({ kind: "message", message: toWire(message) }, (visitor) => maySee(visitor, message));
  }

  async function draw(
    message: Message,
    newId: () => string = randomUUID,
  ): Promise<{ content: Drawn; files: StoredFile[] }> {
    const pictures = new Map<Drawing, Uint8Array>();
    for (const chart of chartsOf(message)) {
      try {
        pictures.set(chart, await drawChart(chart));
      } catch (error) {
        // Its words and numbers stand in for it.
        log.warn({ err: error }, "a chart could not be drawn");
      }
    }
    return render(message, pictures, newId);
  }

  /**
   * Saves and shows; once more after a moment, and after that it is shown without being saved, because that is better
   * than no answer. False when `write` found nothing to change.
   */
  async function save(message: StoredMessage, write: () => Promise<boolean>): Promise<boolean> {
    const started = performance.now();
    try {
      const changed = await write().catch(async () => {
        await sleep(SAVE_AGAIN_AFTER_MS);
        return write();
      });
      if (changed) publish(message);
      return changed;
    } catch (error) {
      const milliseconds = Math.round(performance.now() - started);
      log.warn({ err: error, milliseconds }, "an answer could not be saved: shown until the next start");
      live.show(message, false);
      return true;
    }
  }

  async function add(message: StoredMessage): Promise<void> {
    const added = await store.add(message);
    const there = added ? message : await store.find(message.id);
    if (there) publish(there);
  }

  async function addFiles(files: readonly StoredFile[]): Promise<void> {
    for (const file of files) await store.addFile(file);
  }

  /** Files of a message that is no longer shown; losing one is no harm to anybody. */
  async function forget(fileIds: readonly string[]): Promise<void> {
    if (fileIds.length === 0) return;
    await store
      .removeFiles(fileIds)
      .catch((error: unknown) => log.warn({ err: error }, "old files could not be removed"));
  }

  return {
    async say({ id, author, channel, thread, visibleTo }, given) {
      const content = storable(given);
      const message = { id, author, channel, thread, visibleTo, content, createdAt: now(), editedAt: null };
      await save(message, () => store.add(message));
    },

    begin: ({ channel, thread, visibleTo }, id = randomUUID()) => ({
      id,
      channel,
      thread,
      author: BOT,
      visibleTo,
      content: null,
      createdAt: now(),
      editedAt: null,
    }),

    async post(place, given) {
      const { content, files } = await draw(given);
      const message = { ...place, content };
      let filesAdded = false;
      await save(message, async () => {
        if (!filesAdded) await addFiles(files);
        filesAdded = true;
        return store.add(message);
      });
    },

    async put(place, given, mention) {
      let count = 0;
      // Every try makes the same files, so that none is left over from one that broke off.
      const { content, files } = await draw(given, () => `${place.id}-${++count}`);
      await addFiles(files);
      await add({ ...place, content: mention ? { ...content, mention } : content });
    },

    async openThread({ id, channel, visibleTo }, title) {
      const content = storable({ kind: "thread", title });
      const place = { id: `${id}-thread`, channel, thread: id, author: BOT, visibleTo };
      await add({ ...place, content, createdAt: now(), editedAt: null });
    },

    show: publish,

    async edit(place, given) {
      const { content: drawn, files } = await draw(given);
      const { mention } = place.content as Partial<Drawn>;
      const content = mention ? { ...drawn, mention } : drawn;
      return inTurn(place.id, async () => {
        const message = { ...place, content, editedAt: now() };
        const saved = await save(message, async () => {
          const found = await store.edit(message.id, content, message.editedAt);
          if (found) await addFiles(files);
          return found;
        });
        if (saved) await forget(fileIdsOf(place.content));
        return saved;
      });
    },

    async preview(place, given) {
      // Files come with the answer itself.
      const blocks = given.blocks.filter(({ kind }) => !["file", "image", "chart", "ranges"].includes(kind));
      const { content } = render({ ...given, blocks }, new Map(), () => randomUUID());
      live.show({ ...place, content }, true);
    },

    async remove(place) {
      live.hide(place.id);
      await store.remove(place.id);
      live.publish({ kind: "gone", id: place.id, channel: place.channel }, (visitor) => maySee(visitor, place));
      await forget(fileIdsOf(place.content));
    },
  };
}

/** No two messages of one process carry the same time, so that time alone puts them in order. */
function createClock(): () => Date {
  let last = 0;
  return () => {
    last = Math.max(last + 1, Date.now());
    return new Date(last);
  };
}

/** One change of a message after the other, so that what is shown last is what was saved last. */
function createTurns(): <T>(id: string, work: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<unknown>>();
  return (id, work) => {
    const before = last.get(id) ?? Promise.resolve();
    const mine = before.then(work, work);
    last.set(id, mine);
    const forget = () => {
      if (last.get(id) === mine) last.delete(id);
    };
    mine.then(forget, forget);
    return mine;
  };
}
