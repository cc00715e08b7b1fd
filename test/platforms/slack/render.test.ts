import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { onForm } from "#src/chat/command.ts";
import { link } from "#src/chat/custom-id.ts";
import { drawForm as divide, joinPieces } from "#src/chat/form.ts";
import type { Block, Field, Form, Message, Text } from "#src/chat/message.ts";
import { text as textOption } from "#src/chat/option.ts";
import { drawForm } from "#src/platforms/slack/form.ts";
import { drawHome } from "#src/platforms/slack/home.ts";
import { LIMITS } from "#src/platforms/slack/limits.ts";
import { render } from "#src/platforms/slack/render.ts";
import { readState } from "#src/platforms/slack/state.ts";
import { clean } from "#src/platforms/slack/text.ts";
import { slackContract } from "#test/servers/slack/contract.ts";
import type { Json } from "#test/servers/slack/index.ts";
import { blockProblems } from "#test/servers/slack/limits.ts";
import { liveMentions } from "#test/servers/slack/mentions.ts";
import { plainOf } from "#test/servers/slack/plain.ts";
import { keptState } from "#test/servers/slack/state.ts";

const contract = slackContract(process.env.SPECS_DIR ?? join(import.meta.dirname, "none"));
const json = (blocks: readonly unknown[]): Json[] => JSON.parse(JSON.stringify(blocks)) as Json[];
const message = (...blocks: Block[]): Message => ({ summary: "Summary", blocks });
const draw = (...blocks: Block[]) => render(message(...blocks), { kind: "message", files: "direct" });
const types = (...blocks: Block[]): string[] =>
  draw(...blocks).parts.flatMap((part) => part.blocks.map(({ type }) => type));
const read = (...blocks: Block[]): string =>
  draw(...blocks)
    .parts.map((part) => plainOf(json(part.blocks)))
    .join("\n");

const word = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.string({ unit: "binary", maxLength: 30 }),
  fc.constantFrom("<!channel>", "<@U123>", "&amp;", "👩‍👩‍👧", "", " ", "\n", "*b* _i_ `c`"),
);
const long = fc.oneof(
  word,
  fc.tuple(word, fc.nat(4_000)).map(([text, times]) => text.repeat(times).slice(0, 9_000)),
);
const inline = fc.oneof(
  long,
  word.map((bold) => ({ bold })),
  word.map((italic) => ({ italic })),
  long.map((code) => ({ code })),
  fc.record({ time: fc.integer({ min: 0, max: 4_000_000_000_000 }), text: word }),
  fc.record({ channel: fc.oneof(word, fc.constant("C0123456789")), text: word }),
);
const text: fc.Arbitrary<Text> = fc.oneof(long, fc.array(inline, { maxLength: 12 }));
const id = fc.stringMatching(/^[a-z]{1,8}\/[a-z]{1,8}(:[a-z0-9]{0,8}){0,2}$/);
const choice = fc.record({
  value: fc.string({ minLength: 1, maxLength: 60, unit: "grapheme-ascii" }),
  label: long,
  description: word,
});
const distinct = (most: number) =>
  fc.uniqueArray(choice, { selector: ({ value }) => value.toLowerCase(), maxLength: most });
const file = fc.record({ name: word, mediaType: fc.constant("text/plain"), bytes: fc.uint8Array({ maxLength: 3 }) });
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant("heading" as const), text: long }),
  fc.record({ kind: fc.constantFrom("text" as const, "quote" as const, "note" as const), text }),
  fc.record({
    kind: fc.constant("fields" as const),
    fields: fc.array(fc.record({ label: word, value: long }), { maxLength: 25 }),
  }),
  fc.tuple(fc.nat(24), fc.nat(130), long, word).map(
    ([width, height, caption, cell]): Block => ({
      kind: "table",
      caption,
      columns: Array.from({ length: width }, (_, index) => ({
        label: `${cell}${index}`,
        align: index % 2 ? ("right" as const) : ("left" as const),
      })),
      rows: Array.from({ length: height }, () => Array.from({ length: width }, () => cell)),
    }),
  ),
  fc.record({
    kind: fc.constant("bars" as const),
    caption: word,
    bars: fc.array(fc.record({ label: word, share: fc.double(), text: word }), { maxLength: 30 }),
  }),
  fc.record({
    kind: fc.constant("chart" as const),
    title: long,
    unit: word,
    max: fc.integer(),
    points: fc.array(fc.record({ label: word, value: fc.double() }), { maxLength: 30 }),
    alt: long,
  }),
  fc.record({
    kind: fc.constant("ranges" as const),
    title: long,
    unit: word,
    names: fc.record({ row: word, min: word, median: word, max: word }),
    rows: fc.array(fc.record({ label: word, min: fc.double(), median: fc.double(), max: fc.double() }), {
      maxLength: 12,
    }),
    alt: long,
  }),
  fc.record({
    kind: fc.constant("buttons" as const),
    buttons: fc.array(
      fc.record(
        {
          label: long,
          to: fc.oneof(id, fc.webUrl()),
          style: fc.constantFrom("primary", "success", "danger"),
          disabled: fc.boolean(),
        },
        { requiredKeys: ["label", "to"] },
      ),
      { maxLength: 30 },
    ),
  }),
  fc.record({ kind: fc.constant("select" as const), label: long, to: id, options: distinct(130) }),
  fc.record({ kind: fc.constant("image" as const), file, alt: long }),
  fc.record({ kind: fc.constant("file" as const), file, description: long }),
  fc.constant<Block>({ kind: "divider" }),
);

describe("render", () => {
  it("keeps any message within Slack's limits, and lets nothing in it mention anybody", () => {
    fc.assert(
      fc.property(long, fc.array(block, { maxLength: 20 }), (summary, blocks) => {
        for (const surface of ["message", "view"] as const) {
          const { parts } = render({ summary, blocks }, { kind: surface, files: "direct" });
          for (const part of parts) {
            for (const drawn of [part.blocks, part.plainer ?? []]) {
              const list = json(drawn);
              if (list.length === 0) continue;
              expect(blockProblems(list, surface === "view" ? "home" : "message")).toEqual([]);
              expect(contract.blocks(list)).toEqual([]);
              expect(liveMentions({ text: part.text, blocks: list }, () => false)).toEqual([]);
              if (surface === "message") expect(JSON.stringify(list).length).toBeLessThan(13_200);
              expect(list.filter(({ type }) => type === "table").length).toBeLessThan(2);
            }
            expect(part.text.length).toBeGreaterThan(0);
            expect(part.text.length).toBeLessThan(4_000);
          }
          expect(JSON.stringify(drawHome({ summary, blocks }).view).length).toBeLessThan(250_000);
        }
      }),
      { numRuns: 150 },
    );
  }, 120_000);

  it("loses no letter of a text that it splits, and tears no emoji", () => {
    fc.assert(
      fc.property(
        long.filter((given) => clean(given).trim() !== ""),
        (given) => {
          const { parts, files } = draw({ kind: "text", text: given });
          if (files.length > 0) return;
          const elements = parts
            .flatMap(({ blocks }) => json(blocks))
            .flatMap((drawn) => JSON.stringify(drawn).match(/"text":"(?:[^"\\]|\\.)*"/g) ?? []);
          expect(
            elements
              .map((one) => (JSON.parse(`{${one}}`) as { text: string }).text)
              .join("")
              .replace(/\s/g, ""),
          ).toBe(clean(given).replace(/\s/g, ""));
        },
      ),
      { numRuns: 100 },
    );
    const families = "👩‍👩‍👧‍👦".repeat(900);
    for (const part of draw({ kind: "text", text: families }).parts)
      expect(plainOf(json(part.blocks)).replaceAll("👩‍👩‍👧‍👦", "").trim()).toBe("");
  });

  it("writes what people wrote as they wrote it", () => {
    const typed = "*bold* <!here> <@U1> `code` & &lt;b&gt; :smile:";
    expect(read({ kind: "text", text: typed })).toBe(typed);
    expect(read({ kind: "heading", text: typed })).toBe(typed);
    expect(read({ kind: "note", text: typed })).toBe(typed);
    expect(read({ kind: "quote", text: [{ bold: typed }] })).toBe(typed);
    expect(read({ kind: "fields", fields: [{ label: "Name", value: typed }] })).toBe(`Name\n${typed}`);
  });

  it("links to a channel by its id, and to nothing else", () => {
    expect(read({ kind: "text", text: [{ channel: "C0123456789", text: "#jobs" }] })).toBe("#C0123456789");
    expect(read({ kind: "text", text: [{ channel: "jobs", text: "<!here>" }] })).toBe("<!here>");
  });

  it("draws one native table and writes the others", () => {
    const table: Block = {
      kind: "table",
      caption: "Scores",
      columns: [{ label: "Day" }, { label: "Score", align: "right" }],
      rows: [
        ["Monday", "7"],
        ["", "10"],
      ],
    };
    expect(types(table, table)).toEqual(["rich_text", "table", "rich_text", "rich_text"]);
    expect(read(table, table)).toContain("Monday      7\n–          10");
  });

  it("draws ranges as a table of the same numbers, because a private answer holds no picture", () => {
    const ranges: Block = {
      kind: "ranges",
      title: "Pay",
      unit: "USD a year, May 2025",
      names: { row: "Role", min: "10th percentile", median: "Median", max: "90th percentile" },
      rows: [{ label: "Welders <!here>", min: 39_240, median: 53_750, max: 75_850 }],
      alt: "Pay of welders",
    };
    expect(types(ranges)).toEqual(["rich_text", "table"]);
    const shown = read(ranges);
    for (const said of [
      "Pay (USD a year, May 2025)",
      "Welders <!here>",
      "39,240",
      "53,750",
      "75,850",
      "90th percentile",
    ])
      expect(shown).toContain(said);
    expect(draw(ranges).files).toEqual([]);
    expect(types(ranges, ranges)).toEqual(["rich_text", "table", "rich_text", "rich_text"]);
  });

  it("says in words what a bar shows", () => {
    expect(read({ kind: "bars", caption: "Topics", bars: [{ label: "SQL", share: 0.5, text: "5 of 10" }] })).toBe(
      "Topics\nSQL: 5 of 10  ▰▰▰▰▰▱▱▱▱▱",
    );
  });

  it("shows the newest values where a chart takes no more, gives each its own name, and says so", () => {
    const points = Array.from({ length: 25 }, (_, index) => ({ label: "May", value: index }));
    const drawn = draw({ kind: "chart", title: "Scores", unit: "%", max: 100, points, alt: "From 0 to 24" });
    const chart = drawn.parts[0].blocks[0] as unknown as {
      chart: { axis_config: { categories: string[] }; series: { data: { value: number }[] }[] };
    };
    expect(chart.chart.axis_config.categories.slice(0, 2)).toEqual(["May", "May (2)"]);
    expect(chart.chart.series[0]?.data.at(-1)?.value).toBe(24);
    expect(plainOf(json(drawn.parts[0].blocks))).toContain("The chart shows the newest 20 of 25 values.\nFrom 0 to 24");
    expect(drawn.parts[0].plainer?.map(({ type }) => type)).toEqual(["rich_text", "context", "context"]);
  });

  it("writes buttons that cannot be pressed as words below those that can", () => {
    const to = "resume/edit";
    const buttons: Block = {
      kind: "buttons",
      buttons: [
        { label: "Change", to },
        { label: "Move up", to, disabled: true },
        { label: "Remove", to: "resume/remove" },
      ],
    };
    expect(types(buttons)).toEqual(["actions", "context"]);
    expect(read(buttons)).toMatch(/Change.*Remove.*\nNot possible now: Move up$/s);
  });

  it("leaves no heading at the end of a message that goes on in another", () => {
    const blocks = Array.from({ length: 60 }, (_, index): Block[] => [
      { kind: "heading", text: `Heading ${index}` },
      { kind: "text", text: "x".repeat(200 + index * 7) },
    ]).flat();
    const { parts } = draw(...blocks);
    expect(parts.length).toBeGreaterThan(2);
    for (const part of parts) expect(part.blocks.at(-1)?.type).toBe("rich_text");
    expect(parts.flatMap((part) => part.blocks).length).toBe(120);
  });

  it("keeps the buttons and attaches the whole where even several messages do not hold it", () => {
    const { parts, files } = draw(
      { kind: "text", text: "Long. ".repeat(20_000) },
      { kind: "buttons", buttons: [{ label: "Next", to: "a/b" }] },
    );
    expect(parts.length).toBe(4);
    expect(
      parts
        .at(-1)
        ?.blocks.map(({ type }) => type)
        .slice(-2),
    ).toEqual(["context", "actions"]);
    expect(plainOf(json(parts.at(-1)?.blocks ?? []))).toContain("All of it is in answer.txt, in your direct messages");
    expect(new TextDecoder().decode(files[0]?.file.bytes).trim()).toBe("Long. ".repeat(20_000).trim());
  });
});

const field: fc.Arbitrary<Field> = fc
  .record({
    label: long,
    hint: long,
    required: fc.boolean(),
    value: long,
    input: fc.oneof<fc.Arbitrary<Field["input"]>[]>(
      fc.record({
        kind: fc.constant("text" as const),
        multiline: fc.boolean(),
        minLength: fc.nat(50),
        maxLength: fc.integer({ min: 50, max: 8_000 }),
      }),
      fc.record({
        kind: fc.constant("whole-number" as const),
        min: fc.integer({ min: -9, max: 0 }),
        max: fc.integer({ min: 1, max: 99 }),
      }),
      fc.record({ kind: fc.constant("choice" as const), choices: distinct(130) }),
      fc.constant({ kind: "channel" as const }),
      fc.constant({ kind: "attachment" as const, maxMegabytes: 5 }),
    ),
  })
  .map((given) => ({ id: "", ...given }));
const form: fc.Arbitrary<Form> = fc
  .record({ title: word, submit: word, fields: fc.array(field, { maxLength: 8 }) })
  .map(({ fields, ...rest }) => ({
    id: "demo/form",
    ...rest,
    fields: fields.map((one, index) => ({ ...one, id: `field-${index}` })),
  }));

describe("drawForm", () => {
  it("keeps any form within Slack's limits", () => {
    fc.assert(
      fc.property(form, (given) => {
        const view = JSON.parse(JSON.stringify(drawForm(given, ""))) as Json;
        expect(blockProblems(view.blocks, "modal")).toEqual([]);
        expect(contract.view(view)).toEqual([]);
        for (const name of ["title", "submit", "close"])
          expect((view[name] as { text: string }).text.length).toBeLessThan(25);
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  it("gives back what stood in a field longer than Slack's", () => {
    const value = Array.from(
      { length: 120 },
      (_, index) => `Line ${index} of a long resume with words in it, as people write`,
    ).join("\n");
    const declared = onForm(link("a/b", {}), {
      title: "T",
      submit: "S",
      fields: { text: textOption({ description: "All of it", maxLength: 12_000, multiline: true }) },
      run: async () => message(),
    });
    const given = divide(
      declared,
      { id: "a/b", partId: () => "" },
      { values: { text: value }, limits: { fields: LIMITS.view.blocks, characters: LIMITS.input.text } },
    );
    const view = drawForm(given, "");
    expect(view.blocks.length).toBeGreaterThan(2);
    expect(blockProblems(json(view.blocks), "modal")).toEqual([]);
    expect(joinPieces(readState({ state: { values: keptState(json(view.blocks), {}) } })).text).toBe(value);
  });

  it("keeps in a number field what is no number", () => {
    const view = drawForm(
      {
        id: "a/b",
        title: "T",
        submit: "S",
        fields: [
          { id: "n", label: "N", required: true, value: "ten", input: { kind: "whole-number", min: 1, max: 9 } },
        ],
      },
      "",
    );
    expect(JSON.stringify(view)).toContain('"initial_value":"ten"');
  });
});
