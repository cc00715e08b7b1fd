import { describe, expect, it } from "vitest";
import { type ResumeDocument, type ResumeSection, sectionOrder } from "#src/documents/resume-document.ts";
import { parseResume, printResume } from "#src/documents/resume-markdown.ts";
import { tidyResume } from "#src/documents/resume-tidy.ts";

const USUAL = ["summary", "skills", "experience", "education", "projects", "certifications"];

const RESUME: ResumeDocument = {
  contact: { name: "Ana Souza", links: [] },
  summary: [],
  skills: [{ skills: ["Triage"] }],
  experience: [{ employer: "Charité", roles: [] }],
  education: [{ school: "University of Porto", bullets: [] }],
  projects: [],
  certifications: [],
};

describe("the order of sections", () => {
  it("is the usual one where a resume says nothing else", () => {
    expect(sectionOrder({})).toEqual(USUAL);
  });

  it.each<[string, ResumeSection[], string]>([
    [
      "the order given",
      ["education", "skills", "experience"],
      "summary education skills experience projects certifications",
    ],
    [
      "a missing section after all that come before it",
      ["education", "experience"],
      "summary skills education experience projects certifications",
    ],
    [
      "the summary at the end if it is put there",
      ["skills", "experience", "education", "projects", "certifications", "summary"],
      "skills experience education projects certifications summary",
    ],
    [
      "no section twice, and no contact",
      ["education", "contact", "education", "summary"],
      "education summary skills experience projects certifications",
    ],
  ])("has %s", (_, order, expected) => {
    expect(sectionOrder({ order }).join(" ")).toBe(expected);
  });

  it("is read from Markdown and printed as it was", () => {
    const markdown =
      "# Ana Souza\n\n## Education\n\n### University of Porto\n\n## Skills\n\n- Triage\n\n## Experience\n\n### Charité\n";
    const { document } = parseResume(markdown);
    expect(document).toEqual({ ...RESUME, order: ["education", "skills", "experience"] });
    expect(printResume(document)).toBe(markdown);
  });

  it("has the prose above all headings first", () => {
    const { document } = parseResume(
      "# Ana Souza\n\nNurse\n\nFor eleven years I have cared for people after strokes, in three countries and in four languages, on wards and at home.\n\n## Education\n\n### Porto\n\n## Skills\n\n- Triage\n\n## Summary\n\nMore.\n",
    );
    expect(document.summary).toHaveLength(2);
    expect(document.order).toEqual(["summary", "education", "skills"]);
  });

  it("is not kept where it is the usual one of what is there", () => {
    expect(tidyResume({ ...RESUME, order: ["projects", "skills", "experience", "education"] })).toEqual(RESUME);
    expect(tidyResume({ ...RESUME, order: [] })).toEqual(RESUME);
  });

  it("names every section that is there, once, and none that is not", () => {
    const { order } = tidyResume({ ...RESUME, order: ["education", "experience", "projects", "education", "contact"] });
    expect(order).toEqual(["skills", "education", "experience"]);
  });
});
