import { HEARTBEAT_MS } from "./limits.ts";
import type { Live, Numbered, WireMessage } from "./live.ts";
import type { Visitor } from "./people.ts";

export interface Snapshot {
  readonly channel: string;
  readonly messages: readonly WireMessage[];
  /** There are older ones. */
  readonly more: boolean;
  /** Ids of messages below which there are older ones. */
  readonly moreBelow: readonly string[];
  /** When something new of somebody else's came last, by channel: what a window that was away has missed elsewhere. */
  readonly newest: Readonly<Record<string, string>>;
  /** Names this start of the process. */
  readonly server: string;
  /** Ids of what the visitor sent and has no answer to yet. */
  readonly unanswered: readonly string[];
}

export interface StreamSettings {
  readonly live: Live;
  readonly visitor: Visitor;
  /** The last event that the window saw; "" when it has just opened. */
  readonly lastId: string;
  readonly snapshot: () => Promise<Snapshot>;
}

/**
 * Server-sent events of one window: first what it missed since `lastId`, or the whole conversation when that is no
 * longer known, then everything as it happens.
 */
export function openStream({ live, visitor, lastId, snapshot }: StreamSettings): Response {
  const encoder = new TextEncoder();
  let end = () => {};
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      // Events that come while the conversation is being read wait for it.
      let waiting: Numbered[] | undefined = [];
      const write = (text: string) => controller.enqueue(encoder.encode(text));
      const send = ({ id, event }: Numbered) =>
        write(`id: ${id}\nevent: ${event.kind}\ndata: ${JSON.stringify(event)}\n\n`);
      const heartbeat = setInterval(() => write(": still here\n\n"), HEARTBEAT_MS);
      const base = live.newest();
      const missed = lastId === "" ? undefined : live.missed(visitor, lastId);
      const unsubscribe = live.subscribe(visitor, {
        send: (numbered) => (waiting ? waiting.push(numbered) : send(numbered)),
        close() {
          end();
          controller.close();
        },
      });
      end = () => {
        clearInterval(heartbeat);
        unsubscribe();
        end = () => {};
      };
      const open = end;
      try {
        write("retry: 1000\n\n");
        if (missed) for (const numbered of missed) send(numbered);
        else {
          const data = JSON.stringify(await snapshot());
          if (end !== open) return;
          write(`id: ${base}\nevent: snapshot\ndata: ${data}\n\n`);
        }
        for (const numbered of waiting) send(numbered);
        waiting = undefined;
      } catch (error) {
        end();
        controller.error(error);
      }
    },
    cancel: () => end(),
  });
  return new Response(body, {
    headers: { "content-type": "text/event-stream", "cache-control": "no-store", "x-accel-buffering": "no" },
  });
}
