import { asJson, asList, asText, type Json } from "./types.ts";

/** An interactive element with the block it answers for and its JSON pointer. */
export interface Placed {
  element: Json;
  block: Json;
  pointer: string;
}

/** Every block, those inside containers and carousels included, in reading order. */
export function allBlocks(blocks: Json[], pointer = "/blocks"): { block: Json; pointer: string }[] {
  return blocks.flatMap((block, index) => {
    const here = `${pointer}/${index}`;
    const inner =
      block.type === "container"
        ? allBlocks(asList(block.child_blocks), `${here}/child_blocks`)
        : block.type === "carousel"
          ? allBlocks(asList(block.elements), `${here}/elements`)
          : [];
    return [{ block, pointer: here }, ...inner];
  });
}

/** Every element a person can press, choose or fill, in reading order. */
export function allElements(blocks: Json[]): Placed[] {
  return allBlocks(blocks).flatMap(({ block, pointer }) => elementsOf(block, pointer));
}

/** Slack names the blocks and elements that the app left unnamed; payloads always carry both ids. */
export function withIds(blocks: Json[]): Json[] {
  const copy = structuredClone(blocks);
  for (const { block } of allBlocks(copy)) block.block_id ??= randomId();
  for (const { element } of allElements(copy)) element.action_id ??= randomId();
  return copy;
}

const randomId = (): string => Math.random().toString(36).slice(2, 7);

function elementsOf(block: Json, pointer: string): Placed[] {
  const place = (element: unknown, path: string): Placed[] =>
    isInteractive(asJson(element)) ? [{ element: asJson(element), block, pointer: `${pointer}${path}` }] : [];
  switch (block.type) {
    case "actions":
    case "context_actions":
      return asList(block.elements).flatMap((element, index) => place(element, `/elements/${index}`));
    case "card":
      return asList(block.actions).flatMap((element, index) => place(element, `/actions/${index}`));
    case "section":
      return place(block.accessory, "/accessory");
    case "input":
      return place(block.element, "/element");
    default:
      return [];
  }
}

const isInteractive = (element: Json): boolean => asText(element.type) !== "" && element.type !== "image";
