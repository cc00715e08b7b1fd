import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DateRange } from "#src/documents/resume-document.ts";
import { parseResume, printResume } from "#src/documents/resume-markdown.ts";
import { parseDates } from "#src/documents/resume-markdown-dates.ts";
import { resumeDocument } from "./generate.ts";
import { HAND_WRITTEN } from "./resume-markdown-hand-written.ts";

describe("a generated resume", () => {
  it("reads back as the same document", { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(resumeDocument(), (document) => {
        expect(parseResume(printResume(document))).toEqual({ document, unread: [] });
      }),
      { numRuns: 3_000 },
    );
  });

  it("needs no backslash for what people write, but for a few marks", () => {
    const resumes = fc.sample(resumeDocument({ hostile: false }), { numRuns: 300, seed: 1 }).map(printResume);
    const letters = resumes.join("").length;
    const marks = resumes.join("").match(/\\|&#\d+;/g)?.length ?? 0;
    process.stdout.write(`${marks} protected letters in ${letters} of 300 resumes\n`);
    expect(marks / letters).toBeLessThan(0.005);
  });
});

describe("Markdown by hand", () => {
  it.each(Object.entries(HAND_WRITTEN))("is the same after printing and reading again: %s", (_, { markdown }) => {
    const { document } = parseResume(markdown);
    const printed = printResume(document);
    expect(parseResume(printed)).toEqual({ document, unread: [] });
    expect(printResume(parseResume(printed).document)).toBe(printed);
  });

  it.each(Object.entries(HAND_WRITTEN))("gives its facts: %s", (_, { markdown, facts, unread = [] }) => {
    const reading = parseResume(markdown);
    expect(reading.document).toMatchObject(facts);
    expect(reading.unread).toEqual(unread);
  });

  it("survives any text, and what it reads of it prints and reads back", { timeout: 60_000 }, () => {
    const line = fc.oneof(
      fc.string({ unit: "binary", maxLength: 60 }),
      fc.constantFrom(
        "# A",
        "## Experience",
        "### X | Y",
        "**B** | 2019",
        "- c",
        "",
        "  d",
        "Skills:",
        "|a|b|",
        "---",
        "===",
        "```",
        "EDUCATION",
      ),
      fc.constantFrom(
        "BSc, University of X, 2019",
        "Engineer at Acme (2019 - now)",
        "a@b.co | +49 30 123456",
        "1. x",
        "> q",
        "<b>x</b>",
      ),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 25 }), (lines) => {
        const { document } = parseResume(lines.join("\n"));
        expect(parseResume(printResume(document))).toEqual({ document, unread: [] });
      }),
      { numRuns: 2_000 },
    );
  });

  it("is read in time that grows with its length", () => {
    for (const piece of ["(", "[", "*", "_", "`", "<", "\\", "a, ", "[a](", "- **", "2019 – ", "| ", "&#", "a@"]) {
      // Of this thread alone: whatever else the machine is doing does not count.
      const start = process.threadCpuUsage();
      parseResume(`# A\n\n## Skills\n\n- ${piece.repeat(5_000)}\n\n## Experience\n\n### ${piece.repeat(5_000)}\n`);
      const { user, system } = process.threadCpuUsage(start);
      expect((user + system) / 1000, piece).toBeLessThan(3_000);
    }
  });
});

describe("dates", () => {
  const march: DateRange = { end: { year: 2021, month: 3 } };
  const span: DateRange = { start: { year: 2021, month: 3 }, end: { year: 2022, month: 4 } };
  const open: DateRange = { start: { year: 2021, month: 3 }, end: "present" };

  it.each([
    ["March 2021", march],
    ["Mar. 2021", march],
    ["Mar '21", march],
    ["mars 2021", march],
    ["März 2021", march],
    ["марта 2021 г.", march],
    ["março de 2021", march],
    ["2021年3月", march],
    ["2021년 3월", march],
    ["مارس ٢٠٢١", march],
    ["मार्च २०२१", march],
    ["03/2021", march],
    ["2021-03", march],
    ["2021-03-15", march],
    ["15.03.2021", march],
    ["15 March 2021", march],
    ["March 15, 2021", march],
    ["03/04/2021", { end: { year: 2021 } }],
    ["Summer 2021", { end: { year: 2021 } }],
    ["Mar 2021 – Apr 2022", span],
    ["Mar 2021-Apr 2022", span],
    ["03/2021 - 04/2022", span],
    ["2021-03 to 2022-04", span],
    ["Mar 2021 until Apr 2022 · 1 yr 2 mos", span],
    ["Mar 2021 - Present", open],
    ["Mar 2021 – now", open],
    ["since Mar 2021", open],
    ["2021/03 ~ 現在", open],
    ["03.2021 – heute", open],
    ["2019–21", { start: { year: 2019 }, end: { year: 2021 } }],
    ["May – Aug 2021", { start: { year: 2021, month: 5 }, end: { year: 2021, month: 8 } }],
    ["From Mar 2021", { start: { year: 2021, month: 3 } }],
    ["Current", { end: "present" }],
  ])("are read from %s", (text, dates) => {
    expect(parseDates(text)).toEqual(dates);
  });

  it.each(["", "Engineer", "13/2021", "2021-13", "1234", "+49 2021 2022", "Marching 2021", "Windows Server 2019"])(
    "are not seen in %j",
    (text) => {
      expect(parseDates(text)).toBeUndefined();
    },
  );
});
