import fc from "fast-check";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it, vi } from "vitest";
import { filledSections } from "#src/coach/resume/edit/sections.ts";
import { docxParagraphs } from "#src/documents/docx-paragraphs.ts";
import type { ReaderAnswer } from "#src/documents/import/answer.ts";
import { importResume } from "#src/documents/import/import-resume.ts";
import { readFile } from "#src/documents/import/read-file.ts";
import { toJsonResume } from "#src/documents/json-resume.ts";
import type { ResumeDocument } from "#src/documents/resume-document.ts";
import { resumeToDocx } from "#src/documents/resume-docx.ts";
import { printResume } from "#src/documents/resume-markdown.ts";
import { parseDates } from "#src/documents/resume-markdown-dates.ts";
import { compare, type Finding } from "../corpus/compare.ts";
import { corpus } from "../corpus/index.ts";
import { resumeDocument } from "../generate.ts";

const NURSE: ResumeDocument = {
  contact: { name: "Ana Souza", headline: "Nurse", email: "ana@example.org", links: [{ url: "https://ana.example" }] },
  summary: ["Cares for people after strokes."],
  skills: [{ name: "Clinical", skills: ["Triage", "IV therapy (adults, children)", "Care, palliative"] }],
  experience: [
    {
      employer: "Charité",
      location: "Berlin",
      roles: [
        { title: "Ward sister", dates: { start: { year: 2021, month: 3 }, end: "present" }, bullets: ["Led 4 people"] },
        { title: "Staff nurse", dates: { start: { year: 2018 } }, bullets: [] },
      ],
    },
  ],
  education: [
    { school: "University of Porto", degree: "BSc, honours", field: "Nursing", bullets: ["Thesis on falls"] },
  ],
  projects: [{ name: "Falls app", url: "https://falls.example", bullets: ["Fewer falls"] }],
  certifications: [{ name: "ACLS", issuer: "AHA", date: { year: 2022 } }],
  other: [{ title: "Languages", lines: [{ kind: "bullet", text: "Portuguese" }] }],
  order: ["education", "summary", "skills", "experience", "projects", "certifications"],
};

const FORMATS = {
  markdown: async (document) => strToU8(printResume(document)),
  "json-resume": async (document) => strToU8(JSON.stringify(toJsonResume(document))),
  docx: resumeToDocx,
} satisfies Record<string, (document: ResumeDocument) => Promise<Uint8Array>>;

const formats = Object.entries(FORMATS);

describe("an export that is imported again", () => {
  it.each(formats)(
    "is the same document: %s",
    async (source, exported) => {
      const documents = resumeDocument().filter((document) => printResume(document) !== "");
      await fc.assert(
        fc.asyncProperty(documents, async (document) => {
          const answer = await readFile(await exported(document));
          expect(answer).toMatchObject({ source, leftOut: [] });
          expect(documentOf(answer)).toEqual(document);
        }),
        { numRuns: source === "docx" ? 200 : 1_000 },
      );
    },
    240_000,
  );

  it.each(formats)(
    "is the same document through the process that reads it: %s",
    async (source, exported) => {
      const [generated] = fc.sample(resumeDocument(), { numRuns: 1, seed: 7 });
      for (const document of [NURSE, generated ?? NURSE]) {
        const read = await importResume({ name: "resume", bytes: await exported(document) });
        expect(read).toMatchObject({ document, source, leftOut: [] });
        expect(read.document).toEqual(document);
      }
    },
    60_000,
  );

  it("keeps the one fact of a resume that has no more", async () => {
    const contacts = [{ name: "Ana" }, { phone: "+49 30 1234567" }, { headline: "Nurse" }, { location: "Porto" }];
    for (const contact of contacts) {
      const document = { ...NOTHING, contact: { ...contact, links: [] } };
      for (const [, exported] of formats)
        expect(documentOf(await readFile(await exported(document)))).toEqual(document);
    }
  });

  it("is read as Markdown with the line ends of Windows", async () => {
    const bytes = strToU8(printResume({ ...NOTHING, summary: ["Cares.", "Leads."] }).replaceAll("\n", "\r\n"));
    expect(documentOf(await readFile(bytes))).toEqual({ ...NOTHING, summary: ["Cares.", "Leads."] });
  });

  it("says that a resume with nothing in it is empty", async () => {
    await expect(readFile(await resumeToDocx(NOTHING))).rejects.toMatchObject({ code: "import-empty" });
    await expect(readFile(strToU8(printResume(NOTHING)))).rejects.toMatchObject({ code: "import-empty" });
  });
});

describe("a Word file of ours", () => {
  it("has the same bytes for the same resume, whenever it is made", async () => {
    const first = await resumeToDocx(NURSE);
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2031-05-06T07:08:09Z") });
    const second = await resumeToDocx(NURSE).finally(() => vi.useRealTimers());
    expect(Buffer.from(second).equals(Buffer.from(first))).toBe(true);
  });

  it("has a copy of the resume as a part that the document names", async () => {
    const parts = unzipSync(await resumeToDocx(NURSE));
    expect(strFromU8(parts[RELATIONS] as Uint8Array)).toContain('/customXml" Target="../customXml/item1.xml"');
    expect(strFromU8(parts[COPY] as Uint8Array)).toContain(base64(printResume(NURSE)));
  });

  it("is believed with bold letters and a bookmark that Word adds", async () => {
    const read = await edited(BODY, (xml) =>
      xml
        .replace("<w:r><w:t", '<w:bookmarkStart w:id="0" w:name="_GoBack"/><w:bookmarkEnd w:id="0"/><w:r><w:t')
        .replace(/<w:r>(<w:t[^>]*>Led 4 people)/, "<w:r><w:rPr><w:b/></w:rPr>$1"),
    );
    expect(read).toEqual(NURSE);
  });
});

describe("a Word file of ours that somebody has edited", () => {
  it("gives a word that was changed", async () => {
    const read = await edited(BODY, (xml) => xml.replace("Staff nurse", "Night nurse"));
    expect(read.experience[0]?.roles.map(({ title }) => title)).toEqual(["Ward sister", "Night nurse"]);
  });

  it("lacks what was deleted", async () => {
    const read = await edited(BODY, (xml) => xml.replace(/<w:p>(?:(?!<w:p>).)*Led 4 people.*?<\/w:p>/, ""));
    expect(JSON.stringify(read)).not.toContain("Led 4 people");
    expect(read.experience[0]?.employer).toBe("Charité");
  });

  it("has the sections in the order in which they were put", async () => {
    const read = await edited(BODY, (xml) => xml.replace(">Projects<", ">Awards<").replace(">Summary<", ">Profile<"));
    expect(read.order?.slice(0, 2)).toEqual(["education", "summary"]);
  });

  it.each([
    ["a link that leads elsewhere", RELATIONS, "https://falls.example", "https://elsewhere.example"],
    ["a heading that was made text", BODY, '<w:pStyle w:val="Heading4"/>', ""],
    ["a paragraph that was added", BODY, "<w:sectPr>", "<w:p><w:r><w:t>Led 9 people</w:t></w:r></w:p><w:sectPr>"],
  ])("is read as it is now: %s", async (_, part, from, to) => {
    const bytes = await changed(part, (xml) => xml.replace(from, to));
    const answer = await readFile(bytes);
    expect(documentOf(answer)).not.toEqual(NURSE);
    expect(documentOf(answer).contact.name).toBe("Ana Souza");
  });

  it.each<[string, ResumeDocument]>([
    [
      "sections of its own alone",
      { ...NOTHING, other: [{ title: "Craft", lines: [{ kind: "bullet", text: "Weaving" }] }] },
    ],
    [
      "a headline like a place",
      { ...NURSE, contact: { ...NURSE.contact, headline: "Nurse, Porto", location: "Lisbon" } },
    ],
  ])("is read by how we set it, without its copy too: %s", async (_, document) => {
    const parts = unzipSync(await resumeToDocx(document));
    const answer = await readFile(zipSync({ ...parts, [COPY]: strToU8(copyOf("")) }));
    expect("leftOut" in answer && answer.leftOut).toEqual([]);
    expect(documentOf(answer).contact).toEqual(document.contact);
    expect(documentOf(answer).other).toEqual(document.other);
  });

  it("loses no word, wherever its copy no longer helps", async () => {
    const words = (document: ResumeDocument): string[] =>
      docxParagraphs(document)
        .flatMap(({ pieces }) => pieces.flatMap(({ text }) => text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []))
        .sort();
    await fc.assert(
      fc.asyncProperty(resumeDocument({ hostile: false }), async (document) => {
        // Headings alone, with nothing under them, are no resume to any reader.
        const says = (document.other ?? []).some(({ lines }) => lines.some(({ kind }) => kind !== "heading"));
        fc.pre(filledSections(document).length > 0 || says);
        // A year alone behind a certificate, or as one, is a date to every reader, though somebody called issuer or name so.
        fc.pre(
          document.certifications.every(({ name, issuer, date, url }) =>
            issuer ? date || !parseDates(issuer) : date || url || !parseDates(name),
          ),
        );
        const parts = unzipSync(await resumeToDocx(document));
        const answer = await readFile(zipSync({ ...parts, [COPY]: strToU8(copyOf("")) }));
        expect("leftOut" in answer && answer.leftOut).toEqual([]);
        expect(words(documentOf(answer))).toEqual(words(document));
      }),
      { numRuns: 100 },
    );
  }, 120_000);

  it("keeps 99 % of the corpus in its fields", async () => {
    const findings: Finding[] = [];
    for (const { document } of corpus) {
      const parts = unzipSync(await resumeToDocx(document));
      const answer = await readFile(zipSync({ ...parts, [COPY]: strToU8(copyOf("")) }));
      findings.push(...compare(document, documentOf(answer)));
    }
    const found = findings.filter((finding) => finding.found).length;
    const share = found / findings.length;
    process.stdout.write(`${(100 * share).toFixed(1)} % of ${findings.length} fields of edited Word files of ours\n`);
    if (process.env["SHOW_MISSES"])
      process.stdout.write(`${JSON.stringify(findings.filter((finding) => !finding.found))}\n`);
    expect(share).toBeGreaterThan(0.99);
  }, 60_000);

  it("is read with the header that was added", async () => {
    const parts = unzipSync(await resumeToDocx(NURSE));
    const header = `<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:r><w:t>+49 30 1234567</w:t></w:r></w:p></w:hdr>`;
    const answer = await readFile(zipSync({ ...parts, "word/header1.xml": strToU8(header) }));
    expect(documentOf(answer).contact.phone).toBe("+49 30 1234567");
  });
});

describe("a copy in a Word file that is not ours", () => {
  const OTHER = printResume({ ...NURSE, contact: { name: "Somebody Else", links: [] } });

  it.each([
    ["says something else than the page", copyOf(OTHER)],
    ["says more than the page", copyOf(`${printResume(NURSE)}\n## Awards\n\n- Nobel Prize\n`)],
    ["is no Markdown", copyOf("\u0000\u0001 <script>")],
    ["is no base64", '<resume xmlns="urn:greenroom:resume">%%%</resume>'],
    ["does not end", '<resume xmlns="urn:greenroom:resume">'],
    ["wants entities expanded", `<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>${copyOf("&a;")}`],
    ["is long", copyOf("- x\n".repeat(200_000))],
    ["is made to be slow", copyOf(`# ${"[".repeat(60_000)}\n\n## Skills\n\n- ${"a, (".repeat(60_000)}`)],
  ])(
    "is not believed if it %s",
    async (_, copy) => {
      const read = documentOf(await readFile(await changed(COPY, () => copy)));
      expect(read.contact).toMatchObject({ name: "Ana Souza", email: "ana@example.org" });
      expect(JSON.stringify(read)).not.toMatch(/Nobel|Somebody|root:/);
      expect(read).not.toEqual(NURSE);
    },
    20_000,
  );

  it("makes the file broken if its name leads out of it", async () => {
    const parts = unzipSync(await resumeToDocx(NURSE));
    const { [COPY]: copy = new Uint8Array(), ...others } = parts;
    const moved = zipSync({ ...others, "customXml/../item1.xml": copy });
    await expect(readFile(moved)).rejects.toMatchObject({ code: "import-broken" });
  });
});

const NOTHING: ResumeDocument = {
  contact: { links: [] },
  summary: [],
  skills: [],
  experience: [],
  education: [],
  projects: [],
  certifications: [],
};

const BODY = "word/document.xml";
const RELATIONS = "word/_rels/document.xml.rels";
const COPY = "customXml/item1.xml";

function base64(text: string): string {
  return Buffer.from(text).toString("base64");
}

function copyOf(markdown: string): string {
  return `<resume xmlns="urn:greenroom:resume">${base64(markdown)}</resume>`;
}

async function edited(part: string, change: (xml: string) => string): Promise<ResumeDocument> {
  return documentOf(await readFile(await changed(part, change)));
}

/** The nurse's Word file with one part of it changed; it must not be the same. */
async function changed(part: string, change: (xml: string) => string): Promise<Uint8Array> {
  const parts = unzipSync(await resumeToDocx(NURSE));
  const before = strFromU8(parts[part] as Uint8Array);
  const after = change(before);
  expect(after).not.toBe(before);
  return zipSync({ ...parts, [part]: strToU8(after) });
}

function documentOf(answer: ReaderAnswer): ResumeDocument {
  if ("refused" in answer) throw new Error(answer.refused);
  return answer.document as ResumeDocument;
}
