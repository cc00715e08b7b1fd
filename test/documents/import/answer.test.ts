import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readerAnswer } from "#src/documents/import/answer.ts";
import { LIMITS } from "#src/documents/import/limits.ts";
import type { ResumeDocument } from "#src/documents/resume-document.ts";
import { resumeDocument } from "../generate.ts";

const EMPTY: ResumeDocument = {
  contact: { links: [] },
  summary: [],
  skills: [],
  experience: [],
  education: [],
  projects: [],
  certifications: [],
};

const answered = (document: unknown) => ({ document, source: "pdf", warnings: [], leftOut: [] });

describe("what a reader answers", () => {
  it("carries every part of a resume, its other sections and their order, too", () => {
    const resumes = fc.sample(resumeDocument(), { numRuns: 500, seed: 3 });
    for (const document of resumes) expect(readerAnswer.parse(answered(document))).toEqual(answered(document));
    expect(resumes.filter(({ order }) => order).length).toBeGreaterThan(50);
    expect(resumes.filter(({ other }) => other).length).toBeGreaterThan(50);
  });

  it("carries a paragraph as long as a file may be", () => {
    const document = { ...EMPTY, summary: ["a ".repeat(LIMITS.characters / 2)] };
    expect(readerAnswer.safeParse(answered(document)).success).toBe(true);
  });

  it.each([
    ["an order of sections that there are not", { order: ["summary", "__proto__"] }],
    ["an order without end", { order: Array.from({ length: 1_000 }, () => "skills") }],
    ["a link that a browser would run", { contact: { links: [{ url: "javascript:alert(1)" }] } }],
    ["a project that a browser would run", { projects: [{ name: "a", url: "javascript:alert(1)", bullets: [] }] }],
    ["a certificate that is a file", { certifications: [{ name: "a", url: "file:///etc/passwd" }] }],
    ["a year that no resume has", { certifications: [{ name: "a", date: { year: 3000 } }] }],
    ["a line of a kind that there is not", { other: [{ title: "a", lines: [{ kind: "script", text: "a" }] }] }],
  ])("is not believed with %s", (_, part) => {
    expect(readerAnswer.safeParse(answered({ ...EMPTY, ...part })).success).toBe(false);
  });

  it("loses what nobody asked for", () => {
    const read = readerAnswer.parse({ ...answered({ ...EMPTY, surprise: 1 }), more: 2 });
    expect(read).toEqual(answered(EMPTY));
  });
});
