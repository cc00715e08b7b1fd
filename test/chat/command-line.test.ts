import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { commands } from "#commands/index.ts";
import { parseLine } from "#src/chat/command-line.ts";
import { UserError } from "#src/words/errors.ts";

const options = (line: string) => parseLine(commands, line).options;

describe("a typed line", () => {
  it("gives command, subcommand and options", () => {
    const parsed = parseLine(commands, "quiz start category:behavioral questions:5");
    expect([parsed.command.name, parsed.subcommand, { ...parsed.options }]).toEqual([
      "quiz",
      "start",
      { category: "behavioral", questions: "5" },
    ]);
  });

  it("takes quoted values with spaces, straight and curly quotes alike", () => {
    expect(options('quiz start topic:"food safety"')).toEqual({ topic: "food safety" });
    expect(options("quiz start topic:“food safety” questions:3")).toEqual({ topic: "food safety", questions: "3" });
  });

  it("takes values that hold colons, and empty ones", () => {
    expect(options("quiz start topic:https://example.org/a:b")).toEqual({ topic: "https://example.org/a:b" });
    expect(options('quiz start topic:""')).toEqual({ topic: "" });
  });

  it("does not mind a slash, case and spaces around names", () => {
    expect(parseLine(commands, "  /Quiz   START  ").subcommand).toBe("start");
    expect(parseLine(commands, "career").subcommand).toBe("");
  });

  it.each([
    ["", "command-unknown"],
    ["dance", "command-unknown"],
    ["quiz", "subcommand-unknown"],
    ["quiz dance", "subcommand-unknown"],
    ["quiz start five", "line-malformed"],
    ["quiz start :5", "line-malformed"],
    ['quiz start topic:"half open', "line-malformed"],
    ["quiz start topic:a topic:b", "option-twice"],
    ["quiz constructor", "subcommand-unknown"],
  ])("says what is wrong with %j", (line, code) => {
    expect(() => parseLine(commands, line)).toThrow(expect.objectContaining({ code }));
  });

  it("brings back any value that was quoted", () => {
    const value = fc.string({ unit: "grapheme" }).map((text) => text.replaceAll(/["“”]/g, "").trim());
    fc.assert(
      fc.property(value, (text) => {
        expect(options(`quiz start topic:"${text}"`)).toEqual({ topic: text });
      }),
    );
  });

  it("never throws anything but a UserError, whatever is typed", () => {
    const line = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.string().map((rest) => `quiz start ${rest}`),
    );
    fc.assert(
      fc.property(line, (typed) => {
        try {
          parseLine(commands, typed);
        } catch (error) {
          expect(error).toBeInstanceOf(UserError);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
