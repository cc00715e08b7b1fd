import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { link, pathOf, readParams } from "#src/chat/custom-id.ts";

const ANSWER = link("quiz/answer", { session: "text", position: "number", note: "text?" });

describe("the id of a button", () => {
  it("carries command, action and typed parameters there and back", () => {
    const id = ANSWER.to({ session: "cm1", position: 3 });
    expect(id).toBe("quiz/answer:cm1:3:");
    expect(pathOf(id)).toBe("quiz/answer");
    expect(readParams(ANSWER, id)).toEqual({ session: "cm1", position: 3 });
  });

  it("brings back any text that fits", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1, maxLength: 8 }), fc.nat(), (session, position) => {
        const short = encodeURIComponent(session).length < 70;
        fc.pre(short && position < 1e9);
        expect(readParams(ANSWER, ANSWER.to({ session, position }))).toEqual({ session, position });
      }),
    );
  });

  it("does not fit beyond Discord's 100 characters", () => {
    expect(() => ANSWER.to({ session: "x".repeat(100), position: 1 })).toThrow("longer than 100");
  });

  it.each([
    "quiz/answer",
    "quiz/answer:a",
    "quiz/answer:a:b:",
    "quiz/answer::1:",
    "quiz/answer:a:-1:",
    "quiz/other:a:1:",
    "quiz/answer:%:1:",
  ])("is out of date as %s", (id) => {
    expect(() => readParams(ANSWER, id)).toThrow(expect.objectContaining({ code: "button-outdated" }));
  });
});
