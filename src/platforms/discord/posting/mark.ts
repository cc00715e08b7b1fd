import { createHash } from "node:crypto";
import type { APIMessage } from "discord.js";
import type { Page } from "../render.ts";

/**
 * The id by which a post is recognised later. Discord keeps it (a component's optional int32), shows it to nobody, and
 * itself counts components from 1: what is this large is ours.
 */
export function markOf(nonce: string): number {
  const [word = 0] = new Uint32Array(new Uint8Array(createHash("sha256").update(nonce).digest()).buffer, 0, 1);
  return SMALLEST + (word % SMALLEST);
}

export function marked(components: Page["body"]["components"], nonce: string): Page["body"]["components"] {
  return components.map((component, index) => (index === 0 ? { ...component, id: markOf(nonce) } : component));
}

export function bears({ components }: Pick<APIMessage, "components">, mark: number): boolean {
  return components?.some(({ id }) => id === mark) ?? false;
}

const SMALLEST = 2 ** 30;
