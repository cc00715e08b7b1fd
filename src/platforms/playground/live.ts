import { EVENTS_KEPT } from "./limits.ts";
import { maySee, type Visitor } from "./people.ts";
import type { Content } from "./render.ts";
import type { StoredMessage } from "./store.ts";

/** A message as the page gets it. */
export interface WireMessage {
  readonly id: string;
  readonly channel: string;
  /** Id of the message below which it stands. */
  readonly thread: string | null;
  readonly author: string;
  readonly private: boolean;
  readonly at: string;
  readonly edited: boolean;
  readonly content: Content;
  /** The answer is still being worked on. */
  readonly pending: boolean;
}

export type LiveEvent =
  | { readonly kind: "message"; readonly message: WireMessage }
  | { readonly kind: "gone"; readonly id: string; readonly channel: string }
  /** An answer that was not there at once has come. `id` is the one that the page made. */
  | { readonly kind: "answered"; readonly id: string };

export interface Numbered {
  /** "start of this process - number of the event": comparable only within one process. */
  readonly id: string;
  readonly event: LiveEvent;
}

export interface Live {
  /** Names this start of the process. */
  readonly server: string;
  publish(event: LiveEvent, seenBy: (visitor: Visitor) => boolean): void;
  /** Shows what is not saved: work under way, or an answer that the store would not take. */
  show(message: StoredMessage, pending: boolean): void;
  hide(id: string): void;
  /** What is shown without being saved in a channel. */
  shown(visitor: Visitor, channel: string): WireMessage[];
  /** The id of the newest event: taken before the store is read, so that nothing falls between. */
  newest(): string;
  /** What a window missed since `lastId`; undefined when that is no longer known. */
  missed(visitor: Visitor, lastId: string): Numbered[] | undefined;
  subscribe(visitor: Visitor, window: Window): () => void;
  closeAll(): void;
}

/** One open window of a visitor. */
interface Window {
  send(numbered: Numbered): void;
  close(): void;
}

interface Kept extends Numbered {
  readonly number: number;
  readonly seenBy: (visitor: Visitor) => boolean;
}

export function createLive(startedAt: number): Live {
  const subscribers = new Set<{ visitor: Visitor; window: Window }>();
  const unsaved = new Map<string, { message: StoredMessage; pending: boolean }>();
  const kept: Kept[] = [];
  let number = 0;
  const server = startedAt.toString(36);
  const idOf = (at: number) => `${server}-${at}`;

  function publish(event: LiveEvent, seenBy: (visitor: Visitor) => boolean): void {
    number += 1;
    const numbered: Kept = { number, id: idOf(number), event, seenBy };
    kept.push(numbered);
    if (kept.length > EVENTS_KEPT) kept.shift();
    for (const { visitor, window } of subscribers) if (seenBy(visitor)) window.send(numbered);
  }

  return {
    server,
    publish,
    show(message, pending) {
      unsaved.set(message.id, { message, pending });
      publish({ kind: "message", message: toWire(message, pending) }, (visitor) => maySee(visitor, message));
    },
    hide(id) {
      unsaved.delete(id);
    },
    shown(visitor, channel) {
      return [...unsaved.values()]
        .filter(({ message }) => message.channel === channel && maySee(visitor, message))
        .map(({ message, pending }) => toWire(message, pending));
    },
    newest: () => idOf(number),
    missed(visitor, lastId) {
      const last = Number(lastId.split("-")[1]);
      const oldest = kept[0]?.number ?? number + 1;
      if (idOf(last) !== lastId || last > number || last < oldest - 1) return;
      return kept.filter((event) => event.number > last && event.seenBy(visitor));
    },
    subscribe(visitor, window) {
      const subscriber = { visitor, window };
      subscribers.add(subscriber);
      return () => subscribers.delete(subscriber);
    },
    closeAll() {
      for (const { window } of subscribers) window.close();
      subscribers.clear();
    },
  };
}

export function toWire(message: StoredMessage, pending = false): WireMessage {
  const { id, channel, thread, author, visibleTo, createdAt, editedAt, content } = message;
  return {
    id,
    channel,
    thread,
    author,
    private: visibleTo !== null,
    at: createdAt.toISOString(),
    edited: editedAt !== null,
    content: readable(content),
    pending,
  };
}

// A row that another version wrote must not take the whole conversation down.
function readable(content: unknown): Content {
  const { kind } = (content ?? {}) as { kind?: unknown };
  if (kind === "said" || kind === "used" || kind === "drawn" || kind === "thread") return content as Content;
  const text = "This message cannot be shown any more.";
  return { kind: "drawn", summary: text, tone: "neutral", blocks: [{ kind: "note", text: [{ text }] }] };
}
