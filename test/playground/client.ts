import { randomUUID } from "node:crypto";
import type { Result } from "#src/platforms/playground/answer.ts";
import type { LiveEvent, WireMessage } from "#src/platforms/playground/live.ts";
import type { World } from "./world.ts";

export interface Sent {
  readonly as?: string;
  readonly channel?: string;
  readonly id?: string;
  readonly messageId?: string;
}

/** A page without a browser: says what the page says, hears what the page hears. */
export function createClient(world: World) {
  const url = (path: string) => `${world.origin}${path}`;

  async function request(path: string, init: RequestInit = {}): Promise<Response> {
    return world.playground().fetch(new Request(url(path), init));
  }

  async function post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
    const given = { "content-type": "application/json", origin: world.origin, ...headers };
    return request(path, { method: "POST", headers: given, body: JSON.stringify(body) });
  }

  async function ask(
    asked: object,
    { as = "alice", channel = "career-lounge", id = randomUUID(), messageId }: Sent = {},
  ) {
    const response = await post("/api/interactions", { id, as, channel, messageId, asked });
    return (await response.json()) as Result & { problem?: string };
  }

  return {
    request,
    post,
    ask,
    command: (path: string, options: object = {}, sent: Sent = {}) => {
      const [command, subcommand = ""] = path.split(" ");
      return ask({ kind: "command", command, subcommand, options }, sent);
    },
    press: (message: WireMessage, label: string, sent: Sent = {}) =>
      ask({ kind: "action", id: buttonOf(message, label) }, { ...sent, messageId: message.id }),
    /** What a window that opens now would show. */
    async messages(as = "alice", channel = "career-lounge"): Promise<WireMessage[]> {
      const window = await open(world, { as, channel });
      const { messages } = (await window.next("snapshot")) as unknown as { messages: WireMessage[] };
      await window.close();
      return messages;
    },
    open: (as = "alice", channel = "career-lounge", last = "") => open(world, { as, channel, last }),
  };
}

export interface OpenWindow {
  /** The next event of this kind; the ones before it are skipped. */
  next(kind: LiveEvent["kind"] | "snapshot"): Promise<LiveEvent & { message: WireMessage }>;
  lastId(): string;
  close(): Promise<void>;
}

async function open(world: World, query: { as: string; channel: string; last?: string }): Promise<OpenWindow> {
  const path = `/api/live?${new URLSearchParams({ last: "", ...query })}`;
  const response = await world.playground().fetch(new Request(`${world.origin}${path}`));
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  const decoder = new TextDecoder();
  let text = "";
  let lastId = "";
  return {
    async next(kind) {
      for (;;) {
        const end = text.indexOf("\n\n");
        if (end < 0) {
          const { value, done } = await reader.read();
          if (done) throw new Error(`The stream ended before "${kind}"`);
          text += decoder.decode(value, { stream: true });
          continue;
        }
        const block = text.slice(0, end);
        text = text.slice(end + 2);
        lastId = /^id: (.*)$/m.exec(block)?.[1] ?? lastId;
        if (/^event: (.*)$/m.exec(block)?.[1] === kind) return JSON.parse(/^data: (.*)$/m.exec(block)?.[1] ?? "null");
      }
    },
    lastId: () => lastId,
    close: () => reader.cancel(),
  };
}

function buttonOf({ content }: WireMessage, label: string): string {
  const blocks = content.kind === "drawn" ? content.blocks : [];
  const buttons = blocks.flatMap((block) => (block.kind === "buttons" ? block.buttons : []));
  const found = buttons.find((button) => button.label.includes(label));
  if (!found || !("to" in found)) throw new Error(`There is no button "${label}"`);
  return found.to;
}

/** The whole of a message in one line. */
export function heardIn({ content }: WireMessage): string {
  if (content.kind === "said") return content.text;
  if (content.kind === "thread") return content.title;
  return content.kind === "used" ? content.line : content.summary;
}
