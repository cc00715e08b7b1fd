import { describe, expect, it } from "vitest";
import type { RawValue } from "#src/chat/interaction.ts";
import { attachment, channel, choice, text, wholeNumber, yesNo } from "#src/chat/option.ts";
import { parseOptions } from "#src/chat/options.ts";

const declared = {
  name: text({ description: "A name", required: true, minLength: 2, maxLength: 5 }),
  age: wholeNumber({ description: "An age", min: 1, max: 9 }),
  size: choice({
    description: "A size",
    choices: [
      { value: "s", label: "Small" },
      { value: "l", label: "Large" },
    ],
  }),
  sure: yesNo({ description: "Sure?" }),
  file: attachment({ description: "A file", maxMegabytes: 1 }),
  place: channel({ description: "A channel" }),
};
const file = { name: "cv.pdf", mediaType: "application/pdf", size: 10, url: "https://files.example/cv.pdf" };
const parse = (raw: Record<string, RawValue>) => parseOptions(declared, { name: "Ada", ...raw });

describe("options", () => {
  it("arrive typed", () => {
    const raw = { age: "7", size: "LARGE", sure: "no", file, place: { id: "C1", name: "general" } };
    expect(parse(raw)).toEqual({ ...raw, name: "Ada", age: 7, size: "l", sure: false });
  });

  it("may be left out unless required; an empty text counts as left out", () => {
    expect(parse({ age: "" })).toEqual({ name: "Ada" });
    expect(() => parse({ name: "" })).toThrow(expect.objectContaining({ code: "option-missing" }));
  });

  it.each<[string, Record<string, RawValue>, string]>([
    ["a text that is too long", { name: "Adalbert" }, "text-too-long"],
    ["a text that is too short", { name: "A" }, "text-too-short"],
    ["a word for a number", { age: "six" }, "number-malformed"],
    ["a fraction for a whole number", { age: "1.5" }, "number-malformed"],
    ["a number beyond its range", { age: 10 }, "number-out-of-range"],
    ["a choice that there is not", { size: "xl" }, "choice-unknown"],
    ["neither yes nor no", { sure: "perhaps" }, "yes-no-malformed"],
    ["a text for a file", { file: "cv.pdf" }, "attachment-missing"],
    ["a file that is too large", { file: { ...file, size: 2_000_000 } }, "attachment-too-large"],
    ["a text for a channel", { place: "general" }, "channel-malformed"],
    ["an option that there is not", { colour: "red" }, "option-unknown"],
    ["an option called __proto__", JSON.parse('{"__proto__": "x"}'), "option-unknown"],
  ])("refuse %s by name", (_, raw, code) => {
    expect(() => parse(raw)).toThrow(expect.objectContaining({ code }));
  });

  it("count code points, so that an emoji does not count double", () => {
    expect(parse({ name: "👩‍👩‍👧" }).name).toBe("👩‍👩‍👧");
    expect(parse({ name: "😀😀😀😀😀" }).name).toBe("😀😀😀😀😀");
  });

  it("tell a form every problem at once", () => {
    const problems = new Map();
    parseOptions(declared, { name: "", age: "x", size: "xl" }, problems);
    expect([...problems.keys()].sort()).toEqual(["age", "name", "size"]);
  });
});
