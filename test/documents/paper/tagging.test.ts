import { afterAll, describe, expect, it } from "vitest";
import { createPaperDrawer, TEMPLATES } from "#src/documents/paper/index.ts";
import type { ResumeDocument } from "#src/documents/resume-document.ts";
import { corpus } from "../corpus/index.ts";
import { hasTools } from "./extractors.ts";
import { LETTER, longer, RESUMES } from "./resumes.ts";
import { taggingFaults } from "./tagged-pdf.ts";

const drawer = createPaperDrawer();
afterAll(() => drawer.stop());
const createdAt = new Date(0);

describe.runIf(hasTools)("the tags of a paper", () => {
  it.each(TEMPLATES)("are what PDF/UA asks for, in every script, %s", { timeout: 60_000 }, async (template) => {
    for (const [script, document] of Object.entries(RESUMES)) {
      const { pdf } = await drawer.renderResume({ document: longer(document, 4), template, paper: "A4", createdAt });
      expect([script, taggingFaults(pdf)]).toEqual([script, []]);
    }
    const { pdf } = await drawer.renderLetter({ letter: LETTER, template, paper: "Letter", createdAt });
    expect(taggingFaults(pdf)).toEqual([]);
  });

  it("hold a bullet together that goes on overleaf", async () => {
    const bullets = ["This line goes on and on, for the person had much to say. ".repeat(200)];
    const document = { ...(RESUMES["latin"] as ResumeDocument), education: [{ school: "School", bullets }] };
    const { pdf, pages } = await drawer.renderResume({ document, template: "modern", paper: "A4", createdAt });
    expect(pages).toBeGreaterThan(2);
    expect(taggingFaults(pdf)).toEqual([]);
  });

  it("are so for the corpus", { timeout: 60_000 }, async () => {
    for (const { document, language } of corpus) {
      const { pdf } = await drawer.renderResume({ document, language, template: "modern", paper: "A4", createdAt });
      expect(taggingFaults(pdf)).toEqual([]);
    }
  });

  it("skip no heading, whatever a resume lacks", async () => {
    const none: ResumeDocument = {
      contact: { links: [] },
      summary: [],
      skills: [],
      experience: [],
      education: [],
      projects: [],
      certifications: [],
    };
    const heading = { kind: "heading", text: "Community" } as const;
    const documents: ResumeDocument[] = [
      none,
      { ...none, experience: [{ employer: "Hospital", roles: [{ title: "Nurse", bullets: ["Nursed."] }] }] },
      { ...none, contact: { name: "Ana", links: [] }, other: [{ title: "\u200b", lines: [heading] }] },
      { ...none, other: [{ title: "Volunteering", lines: [heading, { kind: "bullet", text: "Cooked." }] }] },
    ];
    for (const document of documents) {
      const { pdf } = await drawer.renderResume({ document, template: "classic", paper: "A4", createdAt });
      expect(taggingFaults(pdf)).toEqual([]);
    }
  });

  it("would be found wanting", async () => {
    const { pdf } = await drawer.renderResume({
      document: RESUMES["latin"] as ResumeDocument,
      template: "modern",
      paper: "A4",
      createdAt,
    });
    const broken = Buffer.from(pdf)
      .toString("latin1")
      .replace("/S /H1", "/S /H3")
      .replace("/Marked true", "/Marked null");
    expect(taggingFaults(Buffer.from(broken, "latin1"))).toEqual([
      "not marked",
      "the first heading is not H1",
      "skips to H3",
    ]);
  });
});
