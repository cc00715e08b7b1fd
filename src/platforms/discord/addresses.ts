import { limits } from "./limits.ts";

/**
 * Discord wants every custom_id of a message only once, so a second control with the same address gets "#2". A link
 * writes "#" as %23: what stands behind one is never part of an address.
 */
export function createAddresses(): (to: string) => string | undefined {
  const used = new Map<string, number>();
  return (to) => {
    if (to.trim() === "") return undefined;
    const count = (used.get(to) ?? 0) + 1;
    const id = count === 1 ? to : `${to}#${count}`;
    if (id.length > limits.customId) return undefined;
    used.set(to, count);
    return id;
  };
}

/** The address that a custom_id stands for. */
export function addressOf(customId: string): string {
  return customId.split("#", 1)[0] ?? "";
}
