import { createHash } from "node:crypto";

/** Chooses among ways to say the same: by person and ad, and the same ones each time. */
export type Pick = <Item>(items: readonly [Item, ...Item[]]) => Item;

export function pickerFor(...about: readonly string[]): Pick {
  const seed = createHash("sha256").update(about.join("\u0000")).digest("hex");
  let turn = 0;
  return (items) => {
    const digest = createHash("sha256").update(`${seed} ${turn++}`).digest();
    return items[digest.readUInt32BE(0) % items.length] ?? items[0];
  };
}
