import { expect, it } from "vitest";
import { freeze, thaw } from "#src/coach/posting/frozen.ts";

it("gives back a message with its pictures as it was, whatever kind of bytes they were", () => {
  const picture = { kind: "image", file: { name: "chart.png", bytes: new Uint8Array([0, 1, 254, 255]) }, alt: "pay" };
  const file = { kind: "file", file: { name: "a.txt", bytes: Buffer.from("Zürich") } };
  const made = { message: { summary: "s", blocks: [picture] }, details: { blocks: [file] }, title: "t" };
  const kept = thaw(JSON.parse(freeze(made)));
  expect(kept.message).toEqual(made.message);
  expect(kept.details).toEqual({
    blocks: [{ ...file, file: { name: "a.txt", bytes: new Uint8Array(file.file.bytes) } }],
  });
  expect(kept.title).toBe("t");
});
