import { describe, expect, it } from "vitest";
import { apologise } from "#src/chat/apology.ts";
import { type Command, defineCommand, onForm, onPress, openForm, subcommand } from "#src/chat/command.ts";
import { link } from "#src/chat/custom-id.ts";
import type { RawOptions } from "#src/chat/interaction.ts";
import { text, wholeNumber } from "#src/chat/option.ts";
import { splitText } from "#src/chat/split-text.ts";
import { UserError } from "#src/words/errors.ts";
import { wordsOf } from "#src/words/index.ts";
import { TestPerson } from "#test/house/house.ts";
import { createTestDispatch } from "#test/platforms/test-dispatch.ts";

const FORM = link("long/form", { entry: "text" });
const OPEN = link("long/open", {});

/** A command with a form of seven fields, one of them long; `sent` is what arrived. */
function longForm(filled: RawOptions = {}) {
  const sent: object[] = [];
  const command: Command = defineCommand({
    name: "long",
    description: "A long form",
    subcommands: {
      "": subcommand({ description: "Opens it", opensForm: true, run: async () => openForm(FORM.to({ entry: "1" })) }),
    },
    actions: [
      onPress(OPEN, { answers: "in-place", opensForm: true, run: async () => openForm(FORM.to({ entry: "1" })) }),
    ],
    forms: [
      onForm(FORM, {
        title: "A job",
        submit: "Save",
        drafts: "address",
        fields: {
          employer: text({ description: "Who", required: true, maxLength: 20 }),
          place: text({ description: "Where", maxLength: 20 }),
          title: text({ description: "What", required: true, maxLength: 20 }),
          years: wholeNumber({ description: "How long", min: 0, max: 50 }),
          dates: text({ description: "When", maxLength: 20 }),
          lines: text({ description: "Lines", multiline: true, maxLength: 100, room: 10 }),
          note: text({ description: "Note", maxLength: 20 }),
        },
        fill: async () => filled,
        async run({ options, params }) {
          sent.push({ ...options, entry: params.entry });
          return { summary: "Saved.", blocks: [{ kind: "text", text: "Saved." }] };
        },
      }),
    ],
  });
  const dispatch = createTestDispatch([command]);
  const person = new TestPerson(dispatch, "Ada", { formLimits: { fields: 5, characters: 20 } });
  const free = new TestPerson(dispatch, "Bob");
  return { person, free, sent };
}

describe("a form that is longer than the platform's", () => {
  it("is whole where the platform has no limits", async () => {
    const { free, sent } = longForm();
    const form = await free.says("long");
    expect(form.form.fields).toHaveLength(7);
    await free.submits(form, { employer: "Acme", title: "Welder", lines: "a\nb" });
    expect(sent).toEqual([{ employer: "Acme", title: "Welder", lines: "a\nb", entry: "1" }]);
  });

  it("comes in even parts, and is sent once with all of them", async () => {
    const { person, sent } = longForm({ lines: "one\ntwo" });
    const first = await person.says("long");
    expect(first.form.title).toBe("A job (1 of 2)");
    expect(first.form.fields.map(({ id }) => id)).toEqual(["employer", "place", "title", "years"]);
    const between = await person.submits(first, { employer: "Acme", title: "Welder", years: "3" });
    expect(between.buttons).toEqual(["Go on"]);
    expect(sent).toEqual([]);
    const second = await person.presses(between, "Go on");
    expect(second.form.title).toBe("A job (2 of 2)");
    expect(second.form.fields.map(({ id, value }) => [id, value])).toEqual([
      ["dates", undefined],
      ["lines", "one\ntwo"],
      ["note", undefined],
    ]);
    expect((await person.submits(second, { note: "n" })).text).toBe("Saved.");
    expect(sent).toEqual([{ employer: "Acme", title: "Welder", years: 3, lines: "one\ntwo", note: "n", entry: "1" }]);
    // The draft is gone: what opens next is filled from what is saved.
    expect((await person.says("long")).form.fields[0]?.value).toBeUndefined();
  });

  it("cuts a text that is longer than a field at its lines and joins it again", async () => {
    const lines = ["first line", "second line", "third", "a fourth line"].join("\n");
    const { person, sent } = longForm({ employer: "Acme", title: "Welder", lines });
    const first = await person.says("long");
    const second = await person.presses(await person.submits(first, {}), "Go on");
    const pieces = second.form.fields.filter(({ id }) => id.startsWith("lines"));
    expect(pieces.map(({ value }) => value)).toEqual(["first line", "second line\nthird", "a fourth line"]);
    expect(pieces.map(({ label }) => label)).toEqual(["Lines", "Lines (continued)", "Lines (continued)"]);
    await person.submits(second, {});
    expect(sent).toMatchObject([{ lines }]);
  });

  it("does not open where it would hide the end of a text", async () => {
    const { person, free } = longForm({ lines: "a line of 20 letters\n".repeat(6) });
    const refused = await person.says("long");
    expect(refused.text).toContain("Lines");
    expect(refused.text).toContain("100 fit");
    expect(refused.text).toContain("Nothing was changed");
    expect((await free.says("long")).form.fields).toHaveLength(7);
  });

  it("joins the pieces of a text in their order, in whichever order they come", async () => {
    const { free, sent } = longForm();
    const form = await free.says("long");
    const values = { "lines~2": "third", lines: "first", employer: "Acme", "lines~1": "second", title: "Welder" };
    await free.does({ kind: "form", id: form.form.id, values });
    expect(sent).toMatchObject([{ lines: "first\nsecond\nthird" }]);
  });

  it("gives a long text back as one when the form is refused", async () => {
    const asked = {
      kind: "form",
      id: FORM.to({ entry: "1" }),
      values: { lines: "first", "lines~1": "second" },
    } as const;
    const { blocks } = apologise(new UserError("too-fast", { seconds: 1 }), wordsOf("en"), { asked, commands: [] });
    expect(blocks).toContainEqual({ kind: "quote", text: [{ bold: "Lines: " }, "first\nsecond"] });
  });

  it("says what is wrong in a part and opens that part again with what was typed", async () => {
    const { person, sent } = longForm();
    const first = await person.says("long");
    const refused = await person.submits(first, { employer: "Acme", title: "", years: "many" });
    expect(refused.reply.kind).toBe("field-errors");
    const again = await person.presses(refused, "Open the form again");
    expect(again.form.fields.map(({ value }) => value)).toEqual(["Acme", "", "", "many"]);
    expect(sent).toEqual([]);
  });

  it("keeps the other parts when one is closed, and asks for what is missing in them at the end", async () => {
    const { person, sent } = longForm();
    const first = await person.says("long");
    const between = await person.submits(first, { employer: "Acme", title: "Welder" });
    const second = await person.presses(between, "Go on");
    await person.does({ kind: "form-closed", id: second.form.id, values: { note: "half" } });
    const back = await person.presses(between, "Go on");
    expect(back.form.fields.at(-1)?.value).toBe("half");
    await person.submits(back, {});
    expect(sent).toMatchObject([{ employer: "Acme", note: "half" }]);
    // Sent anew without its first part, whose draft is gone by now.
    const refused = await person.submits(back, {});
    expect(refused.reply.kind).toBe("field-errors");
    expect((await person.presses(refused, "Open the form again")).form.title).toBe("A job (1 of 2)");
  });

  it("refuses a forged part", async () => {
    const { person } = longForm();
    const first = await person.says("long");
    const forged = await person.does({ kind: "form", id: first.form.id.replace("years", "nothing"), values: {} });
    expect(forged.message.summary).toContain("out of date");
    const nested = `form/part:${encodeURIComponent("form/part:long/form%3A1:employer:years")}:employer:years`;
    expect((await person.does({ kind: "form", id: nested, values: {} })).message.summary).toContain("out of date");
  });
});

describe("splitting a text", () => {
  it("gives pieces that fit and that lines join again", () => {
    const text = Array.from({ length: 40 }, (_, index) => `line ${index} ${"x".repeat(index % 17)}`).join("\n");
    const pieces = splitText(text, 60);
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThanOrEqual(60);
    expect(pieces.join("\n")).toBe(text);
  });

  it("tears no letter", () => {
    const pieces = splitText("👩‍👩‍👧‍👦".repeat(10), 24);
    expect(pieces.every((piece) => piece.isWellFormed() && piece.length % 11 === 0)).toBe(true);
  });
});
