import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import type { DrawnBlock } from "#src/platforms/playground/render.ts";

export interface SeenMessage {
  readonly id: string;
  readonly blocks: readonly DrawnBlock[];
}

/** Somebody at the playground without a browser: the same requests as the page sends. */
export class Visitor {
  private readonly url: () => string;
  private readonly as: string;
  private readonly channel: string;

  constructor(url: () => string, as = "alice", channel = "career-lounge") {
    this.url = url;
    this.as = as;
    this.channel = channel;
  }

  says(line: string): Promise<unknown> {
    return this.sends({ kind: "line", line });
  }

  async presses(on: SeenMessage, label: string): Promise<unknown> {
    return this.sends({ kind: "action", id: buttonOf(on, label) }, on.id);
  }

  async chooses(on: SeenMessage, label: string): Promise<unknown> {
    for (const block of on.blocks) {
      const option = block.kind === "select" && block.options.find((candidate) => candidate.label === label);
      if (option) return this.sends({ kind: "action", id: block.to, chosen: option.value }, on.id);
    }
    throw new Error(`No choice "${label}"`);
  }

  submits(id: string, values: Record<string, string>): Promise<unknown> {
    return this.sends({ kind: "form", id, values });
  }

  async sends(asked: object, messageId?: string): Promise<unknown> {
    const body = { id: randomUUID(), as: this.as, channel: this.channel, asked, ...(messageId && { messageId }) };
    const response = await fetch(`${this.url()}/api/interactions`, {
      method: "POST",
      headers: { "Content-Type": "application/json", Origin: this.url() },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
    return response.json();
  }

  /** The newest message of the bot that is on the page, once everything that was asked is answered. */
  async sees(): Promise<SeenMessage> {
    while ((await this.page()).unanswered.length > 0) await wait(50);
    const { messages } = await this.page();
    const newest = messages.filter(({ author }) => author === "greenroom").at(-1);
    if (!newest?.content.blocks)
      throw new Error(`Nothing of the bot's to see in: ${JSON.stringify(messages).slice(0, 500)}`);
    return { id: newest.id, blocks: newest.content.blocks };
  }

  private async page(): Promise<Page> {
    const query = new URLSearchParams({ as: this.as, channel: this.channel, before: "2999-01-01" });
    const response = await fetch(`${this.url()}/api/messages?${query}`);
    return (await response.json()) as Page;
  }
}

interface Page {
  messages: Seen[];
  /** Ids of what was asked and will be answered later. */
  unanswered: string[];
}

interface Seen {
  id: string;
  author: string;
  content: { blocks?: DrawnBlock[] };
}

export function textOf({ blocks }: SeenMessage): string {
  return JSON.stringify(blocks);
}

export function buttonsOf({ blocks }: SeenMessage): string[] {
  return blocks.flatMap((block) => (block.kind === "buttons" ? block.buttons.map(({ label }) => label) : []));
}

function buttonOf(on: SeenMessage, label: string): string {
  for (const block of on.blocks) {
    const button = block.kind === "buttons" && block.buttons.find((candidate) => candidate.label === label);
    if (button && "to" in button) return button.to;
  }
  throw new Error(`No button "${label}" among ${buttonsOf(on).join(", ")}`);
}
