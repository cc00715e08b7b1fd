import type { APIComponentInContainer, APITextDisplayComponent } from "discord.js";
import { ComponentType } from "discord.js";
import type { File } from "#src/chat/message.ts";
import { limits } from "./limits.ts";
import { ofText, type Passage } from "./passages.ts";

/** What a message is made of, before it is known how much of it fits. */
export type Item =
  /** `leads`: it belongs to what follows. */
  | { readonly kind: "text"; readonly passages: readonly Passage[]; readonly leads?: boolean }
  /** A row of buttons or a select; `choices` is what a person would miss without it. */
  | {
      readonly kind: "controls";
      readonly component: APIComponentInContainer;
      readonly cost: number;
      readonly choices: number;
    }
  | { readonly kind: "media"; readonly component: APIComponentInContainer; readonly file: File; readonly alt: string }
  | { readonly kind: "divider"; readonly component: APIComponentInContainer };

export interface Layout {
  readonly components: APIComponentInContainer[];
  readonly files: readonly (Item & { kind: "media" })[];
  /** Text or a file is not there, or not whole. */
  readonly cut: boolean;
  /** Choices for which there was no room. */
  readonly leftOut: number;
}

/** The room that the notes about what did not fit may need: two texts and a file. */
const RESERVED = { components: 3, text: 400 };

/**
 * Fits items into one container. What can be pressed comes first, then pictures and files, then text, then dividers:
 * a text that is cut can be attached, a button cannot.
 */
export function layOut(items: readonly Item[]): Layout {
  const airy = fits(items) ? items : merged(items.filter(({ kind }) => kind !== "divider"));
  const chosen = fits(airy) ? new Set(airy) : choose(airy);
  const left = airy.filter((item) => !chosen.has(item));
  const kept = airy.filter((item) => chosen.has(item));
  const { drawn, cut } = write(left.length > 0 ? merged(kept) : kept, left.length > 0);
  return {
    components: drawn,
    files: kept.filter((item) => item.kind === "media"),
    cut: cut || left.some(({ kind }) => kind === "text" || kind === "media"),
    leftOut: left.reduce((sum, item) => sum + (item.kind === "controls" ? item.choices : 0), 0),
  };
}

// One for the container itself.
const ROOM = limits.components - 1 - RESERVED.components;

/** Whether there is room for all of them, whatever the length of their texts. */
export function fits(items: readonly Item[]): boolean {
  const files = items.filter(({ kind }) => kind === "media").length;
  return items.reduce((sum, item) => sum + cost(item), 0) <= ROOM && files <= limits.files;
}

function cost(item: Item): number {
  return item.kind === "controls" ? item.cost : 1;
}

function choose(items: readonly Item[]): Set<Item> {
  const chosen = new Set<Item>();
  let [left, files]: [number, number] = [ROOM, limits.files];
  for (const kind of ["controls", "media", "text"] as const) {
    for (const item of items.filter((one) => one.kind === kind)) {
      if (cost(item) > left || (kind === "media" && files === 0)) continue;
      chosen.add(item);
      left -= cost(item);
      if (kind === "media") files -= 1;
    }
  }
  return chosen;
}

/** Neighbouring texts as one. */
export function merged(items: readonly Item[]): Item[] {
  const joined: Item[] = [];
  for (const item of items) {
    const last = joined.at(-1);
    if (item.kind === "text" && last?.kind === "text") {
      joined[joined.length - 1] = { kind: "text", passages: [...last.passages, ...item.passages] };
    } else joined.push(item);
  }
  return joined;
}

function write(items: readonly Item[], noteFollows: boolean): { drawn: APIComponentInContainer[]; cut: boolean } {
  const passages = items.flatMap((item) => (item.kind === "text" ? item.passages : []));
  const length = passages.reduce((sum, { whole }) => sum + whole.length + 1, 0);
  const short = limits.text - RESERVED.text;
  let left: number = length <= (noteFollows ? short : limits.text) ? length : short;
  let cut = false;
  const drawn: APIComponentInContainer[] = [];
  for (const item of items) {
    if (item.kind !== "text") {
      drawn.push(item.component);
      continue;
    }
    const kept: string[] = [];
    for (const passage of item.passages) {
      // After the first cut nothing follows: half a sentence before a whole one would read as if they belonged together.
      const text: string = cut ? "" : passage.whole.length <= left ? passage.whole : passage.cut(left);
      cut ||= text !== passage.whole;
      if (text !== "") kept.push(text);
      left -= text.length + 1;
    }
    if (kept.length > 0) drawn.push(textDisplay(kept.join("\n")));
  }
  return { drawn, cut };
}

export function textDisplay(content: string): APITextDisplayComponent {
  return { type: ComponentType.TextDisplay, content };
}

/** A text of its own; nothing where there is nothing to read. */
export function textItem(text: string): Item[] {
  const passage = ofText(text);
  return passage ? [{ kind: "text", passages: [passage] }] : [];
}

/** The same texts, which stay with what follows. */
export function leading(items: readonly Item[]): Item[] {
  return items.map((item) => (item.kind === "text" ? { ...item, leads: true } : item));
}
