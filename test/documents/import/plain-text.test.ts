import fc from "fast-check";
import { strToU8 } from "fflate";
import { describe, expect, it } from "vitest";
import { readFile } from "#src/documents/import/read-file.ts";

interface Read {
  readonly document: {
    readonly contact: { readonly name?: string; readonly location?: string };
    readonly [key: string]: unknown;
  };
  readonly warnings: readonly string[];
  readonly leftOut: readonly string[];
}

const SENTENCES = Array.from(
  { length: 60 },
  (_, index) =>
    `In my year number ${index + 1} at the hospital I looked after people who had been there for a long time.`,
);

describe("a text without headings", () => {
  it("has its paragraphs in the summary, and says that it found no sections", async () => {
    const read = await readText(
      `Ana Souza\n\n${SENTENCES.slice(0, 5).join(" ")}\n\n${SENTENCES.slice(5, 9).join(" ")}\n`,
    );
    expect(read.document).toMatchObject({
      contact: { name: "Ana Souza" },
      summary: [SENTENCES.slice(0, 5).join(" "), SENTENCES.slice(5, 9).join(" ")],
    });
    expect(read.warnings).toEqual(["no-sections", "no-contact"]);
    expect(read.leftOut).toEqual([]);
  });

  it.each([
    ["one line", SENTENCES.join(" ")],
    ["lines of 72 letters", SENTENCES.join(" ").replace(/(.{50,72})(?: |$)/g, "$1\n")],
  ])("is whole when it is %s of thousands of letters", async (_, text) => {
    const read = await readText(text);
    expect(read.document["summary"]).toEqual([SENTENCES.join(" ")]);
    expect(read.document.contact).toEqual({ links: [] });
    expect(read.warnings).toEqual(["no-sections", "no-name", "no-contact"]);
  });

  it("takes no sentence for a name or a place", async () => {
    const read = await readText(`${SENTENCES[0]}\n\nI also like cooking.\n\nYours, Ana\n`);
    expect(read.document.contact).toEqual({ links: [] });
    expect(read.leftOut).toEqual(["I also like cooking.", "Yours, Ana"]);
    expect(read.warnings).toEqual(["no-sections", "left-out", "no-name", "no-contact"]);
  });

  it("finds the address at its end, and does not leave it out as well", async () => {
    const read = await readText(`Ana Souza\n\n${SENTENCES[0]}\n\nana@example.org\n+49 30 1234567\n`);
    expect(read.document.contact).toMatchObject({
      name: "Ana Souza",
      email: "ana@example.org",
      phone: "+49 30 1234567",
    });
    expect(read.leftOut).toEqual([]);
  });

  it("keeps every word, in the resume or among what is left out", async () => {
    const word = fc.constantFrom(
      ..."Ana nurse hospital Berlin led people wrote (2019) Łódź София and of the 12 %".split(" "),
    );
    const line = fc.array(word, { minLength: 1, maxLength: 25 }).map((words) => words.join(" "));
    const text = fc.array(
      fc.oneof(
        { weight: 3, arbitrary: line },
        line.map((item) => `- ${item}`),
        fc.constant(""),
      ),
      {
        minLength: 1,
        maxLength: 12,
      },
    );
    await fc.assert(
      fc.asyncProperty(text, async (lines) => {
        const read = await readText(lines.join("\n")).catch((error: { code?: string }) => error.code);
        if (typeof read === "string") return;
        const kept = JSON.stringify([read?.document, read?.leftOut]);
        for (const written of lines.join(" ").match(WORD) ?? []) expect(kept).toContain(written);
        expect(read?.warnings).toContain("no-sections");
        expect(read?.warnings.includes("left-out")).toBe((read?.leftOut.length ?? 0) > 0);
      }),
      { numRuns: 500 },
    );
  }, 60_000);
});

describe("a second way to reach somebody", () => {
  it("is a link if it is an address, and left out if it is a number", async () => {
    const read = await readText(
      "Ana Souza\nana@example.org | +49 30 1234567\nana@work.example | +351 912 345 678\n\nSKILLS\nTriage, IV therapy\n",
    );
    expect(read.document.contact).toMatchObject({
      email: "ana@example.org",
      phone: "+49 30 1234567",
      links: [{ url: "mailto:ana@work.example" }],
    });
    expect(read.leftOut).toEqual(["ana@work.example | +351 912 345 678"]);
    expect(read.warnings).toEqual(["left-out"]);
  });
});

describe("a text with hardly anything in it", () => {
  it.each(["hello", "a", "Lorem ipsum", "?!"])("is no resume: %j", async (text) => {
    await expect(readFile(strToU8(text))).rejects.toMatchObject({ code: "import-no-resume" });
  });

  it.each(["", "  \n\n \t "])("is empty: %j", async (text) => {
    await expect(readFile(strToU8(text))).rejects.toMatchObject({ code: "import-empty" });
  });

  it.each(["{}", '{"name":"greenroom","version":"1.0.0"}', "## Skills\n\n## Experience\n"])(
    "is no resume in its form alone: %j",
    async (text) => {
      await expect(readFile(strToU8(text))).rejects.toMatchObject({ code: "import-no-resume" });
    },
  );

  it("gives the one address in its one line", async () => {
    const read = await readText("Write to ana@example.org");
    expect(read.document.contact).toMatchObject({ email: "ana@example.org" });
    expect(read.warnings).toEqual(expect.arrayContaining(["no-sections", "no-name"]));
  });
});

describe("the order of the headings in a text", () => {
  const RESUME = [
    "Ana Souza\nana@example.org",
    "EDUCATION\nBSc Nursing, University of Porto, 2009 - 2013",
    "EXPERIENCE\nStaff Nurse, Hospital São João, Porto, 2013 - 2020\n- Led 4 people",
    "SKILLS\nTriage, IV therapy",
  ];

  it("is the order of the sections", async () => {
    expect((await readText(RESUME.join("\n\n"))).document["order"]).toEqual(["education", "experience", "skills"]);
  });

  it("begins with the prose above them", async () => {
    const [head = "", ...sections] = RESUME;
    const read = await readText([head, SENTENCES[0], ...sections].join("\n\n"));
    expect(read.document).toMatchObject({
      summary: [SENTENCES[0]],
      order: ["summary", "education", "experience", "skills"],
    });
  });

  it("is not kept where it is the usual one", async () => {
    const [head = "", education = "", experience = "", skills = ""] = RESUME;
    const read = await readText([head, skills, experience, education].join("\n\n"));
    expect(read.document).not.toHaveProperty("order");
  });
});

const WORD = /[\p{L}\p{M}\p{N}]+/gu;

async function readText(text: string): Promise<Read> {
  const answer = await readFile(strToU8(text));
  if ("refused" in answer) throw new Error(answer.refused);
  return answer as Read;
}
