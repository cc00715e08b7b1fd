import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Block, Message } from "#src/chat/message.ts";
import { width } from "#src/platforms/discord/columns.ts";
import { cut, markdown } from "#src/platforms/discord/markdown.ts";
import { drawModal } from "#src/platforms/discord/modal.ts";
import { type Page, render } from "#src/platforms/discord/render.ts";
import { everyComponent } from "#test/servers/discord/component-rules.ts";
import { readContent } from "#test/servers/discord/content-rules.ts";
import type { Fields } from "#test/servers/discord/json.ts";
import { checkModal } from "#test/servers/discord/modal-rules.ts";

function draw(...blocks: Block[]) {
  return accepted({ summary: "Summary", blocks });
}

/** Draws, and lets the rules of Discord look at each of its messages. */
function accepted(message: Message) {
  const { more, ...first } = render(message);
  const pages = [first, ...more].map(acceptedPage);
  return {
    pages,
    all: pages.flatMap(({ all }) => all),
    attachments: pages.flatMap(({ attachments }) => attachments),
    texts: pages.flatMap(({ texts }) => texts),
    of: (type: number) => pages.flatMap(({ all }) => all.filter((one) => one["type"] === type)),
  };
}

let id = 0;
function acceptedPage({ body, files }: Page) {
  const { components, attachments } = readContent({
    body: body as unknown as Fields,
    files: files.map(({ name, mediaType, bytes }, index) => ({
      index: String(index),
      name,
      mediaType,
      bytes: Buffer.from(bytes),
    })),
    path: [],
    sizeLimit: 10 * 1024 * 1024,
    store: (file) => ({ id: String(++id), placeId: "1", ephemeral: false, ...file }),
  });
  const all = everyComponent(components);
  return { all, attachments, texts: all.flatMap((one) => (one["type"] === 10 ? [String(one["content"])] : [])) };
}

const file = (name: string, size = 3) => ({ name, mediaType: "application/pdf", bytes: new Uint8Array(size) });

describe("a message", () => {
  it("draws each block in its own way", () => {
    const { texts } = draw(
      { kind: "heading", text: "Your\nquiz" },
      { kind: "text", text: ["Read ", { bold: "this" }, " and ", { code: "a*b" }, { italic: " or " }, "that"] },
      { kind: "quote", text: "one\ntwo" },
      { kind: "note", text: "small\n\nprint" },
      {
        kind: "fields",
        fields: [
          { label: "Score", value: "7 of 10" },
          { label: "Time", value: "" },
        ],
      },
    );
    expect(texts).toEqual([
      "## Your quiz",
      "Read **this** and `a*b` *or* that",
      "> one\n> two",
      "-# small\n-# print",
      "**Score:** 7 of 10\n**Time:** –",
    ]);
  });

  it("says its summary when it has nothing else to show", () => {
    expect(draw().texts).toEqual(["Summary"]);
  });

  it("has a colour for its tone", () => {
    const { body } = render({ summary: "x", tone: "bad", blocks: [] });
    expect(body.components[0]).toMatchObject({ accent_color: 0xd1_34_38 });
  });

  it("puts five buttons in a row, and links among them", () => {
    const buttons = Array.from({ length: 7 }, (_, index) => ({
      label: `B${index}`,
      to: index === 6 ? "https://example.com" : `a/b:${index}`,
    }));
    const { of } = draw({ kind: "buttons", buttons });
    expect(of(1).map((row) => (row["components"] as Fields[]).length)).toEqual([5, 2]);
    expect(of(2).at(-1)).toMatchObject({ style: 5, url: "https://example.com" });
  });

  it("gives two controls with one address ids of their own", () => {
    const { of } = draw({
      kind: "buttons",
      buttons: [
        { label: "A", to: "a/b:1" },
        { label: "B", to: "a/b:1" },
      ],
    });
    expect(of(2).map((one) => one["custom_id"])).toEqual(["a/b:1", "a/b:1#2"]);
  });

  it("splits a long select over several", () => {
    const options = Array.from({ length: 60 }, (_, index) => ({ value: `v${index}`, label: `L${index}` }));
    const { of } = draw({ kind: "select", label: "Country", to: "a/b", options, chosen: "v30" });
    expect(of(3).map((one) => (one["options"] as Fields[]).length)).toEqual([25, 25, 10]);
    expect(of(3).map((one) => one["placeholder"])).toEqual([
      "Country (1 of 3)",
      "Country (2 of 3)",
      "Country (3 of 3)",
    ]);
  });

  it("gives every choice a place, in as many messages as that takes", () => {
    const buttons = Array.from({ length: 60 }, (_, index) => ({ label: `B${index}`, to: `a/b:${index}` }));
    const { of, pages } = draw({ kind: "text", text: "x" }, { kind: "buttons", buttons });
    expect(of(2).map((one) => one["label"])).toEqual(buttons.map(({ label }) => label));
    expect(pages.length).toBe(3);
  });

  it("says how many choices are missing where five messages are not enough", () => {
    const buttons = Array.from({ length: 200 }, (_, index) => ({ label: `B${index}`, to: `a/b:${index}` }));
    const { of, texts, pages } = draw({ kind: "text", text: "x" }, { kind: "buttons", buttons });
    expect(pages).toHaveLength(5);
    expect(of(2).length).toBeGreaterThanOrEqual(125);
    expect(texts.at(-1)).toContain(`${200 - of(2).length} more choices do not fit here`);
  });

  it("goes on in a second message, with the buttons at the end and headings beside what they head", () => {
    const section = (name: string): Block[] => [
      { kind: "heading", text: name },
      { kind: "divider" },
      { kind: "text", text: Array.from({ length: 30 }, (_, line) => `${name} line ${line} says much`).join("\n") },
    ];
    const names = ["A", "B", "C", "D", "E", "F", "G"];
    const { pages } = draw(...names.flatMap(section), { kind: "buttons", buttons: [{ label: "Next", to: "a/b" }] });
    expect(pages.length).toBeGreaterThan(1);
    for (const { texts } of pages) expect(texts.at(-1)?.split("\n").at(-1)).not.toMatch(/^##/);
    expect(pages.map(({ all }) => all.filter((one) => one["type"] === 2).length)).toEqual([
      ...pages.slice(1).map(() => 0),
      1,
    ]);
    const lines = pages.flatMap(({ texts }) => texts.join("\n").split("\n"));
    expect(lines).toEqual(
      names.flatMap((name) => [
        `## ${name}`,
        ...Array.from({ length: 30 }, (_, line) => `${name} line ${line} says much`),
      ]),
    );
  });

  it("parts a text that is longer than a message where a line ends, and keeps its marks", () => {
    const lines = Array.from({ length: 300 }, (_, line) => `line ${line} of it`);
    const { texts, attachments } = draw({ kind: "quote", text: [{ bold: "Title" }, `\n${lines.join("\n")}`] });
    expect(texts.length).toBeGreaterThan(1);
    expect(texts.join("\n").split("\n")).toEqual(["> **Title**", ...lines.map((line) => `> ${line}`)]);
    expect(attachments).toEqual([]);
  });

  it("attaches the whole text when five messages are not enough, after a sign that it goes on", () => {
    const { texts, attachments, of, pages } = draw(
      { kind: "text", text: "👩🏽‍🚀".repeat(5000) },
      { kind: "buttons", buttons: [{ label: "Next", to: "a/b" }] },
    );
    expect(pages).toHaveLength(5);
    for (const { texts: shown } of pages.slice(0, -1)) expect(shown[0]).toMatch(/^(👩🏽‍🚀)+$/u);
    expect(texts.at(-2)).toMatch(/^(👩🏽‍🚀)+…$/u);
    expect(texts.at(-1)).toContain("attached");
    expect(attachments[0]?.bytes.toString("utf8")).toContain("👩🏽‍🚀".repeat(5000));
    expect(of(2)).toHaveLength(1);
  });

  it("says which file is too large to be sent", () => {
    const { texts, of } = draw({ kind: "file", file: file("big.pdf", 11 * 1024 * 1024), description: "Your resume" });
    expect(texts.join("\n")).toContain("big.pdf has 11.0 MB");
    expect(of(13)).toHaveLength(0);
  });

  it("gives files names that Discord keeps, each once", () => {
    const { attachments } = draw(
      { kind: "file", file: file("../../my résumé.pdf"), description: "x" },
      { kind: "file", file: file("my résumé.pdf"), description: "x" },
      { kind: "file", file: file("\u202e\0"), description: "x" },
    );
    expect(attachments.map(({ name }) => name)).toEqual(["my_résumé.pdf", "my_résumé-2.pdf", "file"]);
  });
});

describe("a table", () => {
  const columns = [{ label: "Topic" }, { label: "Right", align: "right" as const }];

  it("is aligned, also with wide letters and emoji", () => {
    const { texts } = draw({
      kind: "table",
      caption: "Topics",
      columns,
      rows: [
        ["日本語", "5"],
        ["e\u0301tude 🎻", "12"],
      ],
    });
    const lines = (texts[0] ?? "").split("\n").slice(2, -1);
    expect(lines.map(width)).toEqual([15, 15, 15]);
    expect(texts[0]).toMatch(/^\*\*Topics\*\*\n```\nTopic /);
  });

  it("becomes lines with labels where a phone would break it", () => {
    const { texts } = draw({ kind: "table", caption: "Topics", columns, rows: [["x".repeat(60), "5"]] });
    expect(texts[0]).toBe(`**Topics**\n**${"x".repeat(60)}** · Right: 5`);
  });

  it("cannot be left by a backtick in a cell", () => {
    const { texts } = draw({ kind: "table", caption: "", columns, rows: [["```\n@everyone", "5"]] });
    expect(texts[0]).toBe("**\\`\\`\\` \\@everyone** · Right: 5");
  });

  it("is parted between rows, and says its labels again", () => {
    const rows = Array.from({ length: 400 }, (_, index) => [`Topic ${index}`, "5"]);
    const { texts } = draw({ kind: "table", caption: "Topics", columns, rows });
    expect(texts.length).toBeGreaterThan(1);
    for (const [index, shown] of texts.entries())
      expect(shown).toMatch(
        index === 0 ? /^\*\*Topics\*\*\n```\nTopic +Right\n/ : /^```\nTopic +Right\nTopic \d+ +5\n/,
      );
    const drawn = texts.flatMap((shown) => shown.match(/^Topic \d+(?= +5$)/gm) ?? []);
    expect(drawn).toEqual(rows.map(([topic]) => topic));
  });

  it("says the words of a bar before its picture", () => {
    const { texts } = draw({ kind: "bars", caption: "Answers", bars: [{ label: "A", share: 0.5, text: "5 of 10" }] });
    expect(texts[0]).toBe("**Answers**\nA: 5 of 10 `█████░░░░░`");
  });
});

describe("text", () => {
  it.each([
    ["@everyone", "\\@everyone"],
    ["<@123> <#1> <t:1> </quiz:1>", "\\<\\@123\\> \\<#1\\> \\<t:1\\> \\</quiz:1\\>"],
    ["**b** __u__ ~~s~~ ||x||", "\\*\\*b\\*\\* \\_\\_u\\_\\_ \\~\\~s\\~\\~ \\|\\|x\\|\\|"],
    ["https://a.example/x_y", "https\\://a.example/x\\_y"],
    ["[x](javascript:1)", "\\[x\\](javascript:1)"],
    [":thumbs_up: at 10:30", "\\:thumbs\\_up: at 10:30"],
    ["# h\n- l\n  - m\n1. n\n2) o\n-# s", "\\# h\n\\- l\n  \\- m\n1\\. n\n2\\) o\n\\-# s"],
    ["\\*", "\\\\\\*"],
    ["a-b #1 3.5", "a-b #1 3.5"],
  ])("keeps %j as it is", (written, drawn) => {
    expect(markdown(written)).toBe(drawn);
  });

  it("keeps marks of neighbours apart", () => {
    expect(markdown([{ bold: "a" }, { bold: "b" }, { code: "c`d" }])).toBe("**a**\u200b**b**c\\`d");
  });

  it("links to a channel by its id, and to nothing else", () => {
    expect(markdown([{ channel: "100000000000000001", text: "#jobs" }])).toBe("<#100000000000000001>");
    expect(markdown([{ channel: "1> <@&2", text: "<#jobs>" }])).toBe("\\<#jobs\\>");
  });

  it("is never cut inside a letter or an escape", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), fc.integer({ min: 1, max: 100 }), (text, max) => {
        const drawn = cut(text, max);
        expect(drawn.length).toBeLessThanOrEqual(max);
        expect(drawn.isWellFormed() || !text.isWellFormed()).toBe(true);
        expect(drawn).not.toMatch(/(?<!\\)(\\\\)*\\…$/);
      }),
    );
  });
});

describe("whatever is said", () => {
  const words = fc.oneof(
    { weight: 4, arbitrary: fc.string({ unit: "grapheme", maxLength: 60 }) },
    {
      weight: 1,
      arbitrary: fc.string({
        unit: fc.constantFrom("*", "_", "`", "\\", "\n", " ", "a", "#", "-", "@", "<", "é", "日"),
        maxLength: 3000,
      }),
    },
    fc.constantFrom("", " ", "\n", "\0", "x".repeat(5000), "word ".repeat(1500)),
  );
  const text = fc.oneof(
    words,
    fc.array(
      fc.oneof(
        words,
        words.map((bold) => ({ bold })),
        words.map((italic) => ({ italic })),
        words.map((code) => ({ code })),
        fc.record({ time: fc.integer({ min: 0, max: 4_000_000_000_000 }), text: words }),
        fc.record({ channel: fc.constantFrom("100000000000000001", "jobs"), text: words }),
      ),
      { maxLength: 5 },
    ),
  );
  const to = fc.oneof(
    fc.constantFrom(
      "a/b",
      "a/b:1",
      "x".repeat(99),
      "",
      "https://example.com",
      `https://example.com/${"y".repeat(600)}`,
    ),
    fc.string({ minLength: 1, maxLength: 120 }),
  );
  const choice = fc.record({ value: words.map((value) => value.slice(0, 120)), label: words, description: words });
  const anyFile = fc.record({
    name: words,
    mediaType: fc.constant("image/png"),
    bytes: fc.uint8Array({ maxLength: 20 }),
  });
  const block: fc.Arbitrary<Block> = fc.oneof(
    fc.record({ kind: fc.constant("heading" as const), text: words }),
    fc.record({ kind: fc.constantFrom("text" as const, "quote" as const, "note" as const), text }),
    fc.record({
      kind: fc.constant("fields" as const),
      fields: fc.array(fc.record({ label: words, value: words }), { maxLength: 6 }),
    }),
    fc.record({
      kind: fc.constant("table" as const),
      caption: words,
      columns: fc.array(fc.record({ label: words }), { maxLength: 4 }),
      rows: fc.array(fc.array(words, { maxLength: 5 }), { maxLength: 8 }),
    }),
    fc.record({
      kind: fc.constant("bars" as const),
      caption: words,
      bars: fc.array(fc.record({ label: words, share: fc.double(), text: words }), { maxLength: 5 }),
    }),
    fc.record({
      kind: fc.constant("chart" as const),
      title: words,
      unit: words,
      max: fc.integer(),
      points: fc.constant([]),
      alt: words,
    }),
    fc.record({
      kind: fc.constant("ranges" as const),
      title: words,
      unit: words,
      names: fc.record({ row: words, min: words, median: words, max: words }),
      rows: fc.array(fc.record({ label: words, min: fc.double(), median: fc.double(), max: fc.double() }), {
        maxLength: 12,
      }),
      alt: words,
    }),
    fc.record({
      kind: fc.constant("buttons" as const),
      buttons: fc.array(fc.record({ label: words, to, disabled: fc.boolean() }), { maxLength: 30 }),
    }),
    fc.record({
      kind: fc.constant("select" as const),
      label: words,
      to,
      options: fc.array(choice, { maxLength: 60 }),
      chosen: words,
    }),
    fc.record({ kind: fc.constant("image" as const), file: anyFile, alt: words }),
    fc.record({ kind: fc.constant("file" as const), file: anyFile, description: words }),
    fc.constant({ kind: "divider" as const }),
  );

  it("is drawn within Discord's limits", () => {
    fc.assert(
      fc.property(fc.record({ summary: words, blocks: fc.array(block, { maxLength: 50 }) }), (message) => {
        const { texts, all } = accepted(message);
        expect(all.length).toBeGreaterThan(1);
        expect(texts.every((one) => one.trim() !== "")).toBe(true);
      }),
      { numRuns: 400 },
    );
  }, 60_000);

  it("loses nothing: every word is there, in order, or in the attached file", () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.stringMatching(/^[a-z]{3,9}$/), { maxLength: 200 }), { maxLength: 50 }),
        (paragraphs) => {
          const blocks = paragraphs.map((one): Block => ({ kind: "text", text: one.join(" ") }));
          const { texts, attachments } = draw(...blocks);
          const [whole] = attachments.map(({ bytes }) => bytes.toString("utf8"));
          const shown = (whole ?? texts.join("\n")).split(/\s+/).filter(Boolean);
          expect(shown).toEqual(paragraphs.flat().length > 0 ? paragraphs.flat() : ["Summary"]);
        },
      ),
      { numRuns: 50 },
    );
  });

  it("asks within Discord's limits", () => {
    const input = fc.oneof(
      fc.record({
        kind: fc.constant("text" as const),
        multiline: fc.boolean(),
        minLength: fc.integer({ min: 0, max: 50 }),
        maxLength: fc.integer({ min: 50, max: 4000 }),
      }),
      fc.record({ kind: fc.constant("whole-number" as const), min: fc.integer(), max: fc.integer() }),
      fc.record({
        kind: fc.constant("choice" as const),
        choices: fc.constant([
          { value: "a", label: "A" },
          { value: "b", label: "B".repeat(150) },
        ]),
      }),
      fc.constantFrom({ kind: "channel" as const }, { kind: "attachment" as const, maxMegabytes: 5 }),
    );
    const field = fc.record({
      id: fc.uuid(),
      label: fc.string({ minLength: 1, maxLength: 100 }),
      hint: words,
      required: fc.boolean(),
      value: words,
      input,
    });
    const form = fc.record({
      id: fc.constant("a/b"),
      title: fc.string({ minLength: 1, maxLength: 80 }),
      submit: fc.constant("Go"),
      fields: fc.array(field, { minLength: 1, maxLength: 5 }),
    });
    fc.assert(
      fc.property(form, (one) => checkModal(drawModal(one) as unknown as Fields)),
      { numRuns: 300 },
    );
  });
});
