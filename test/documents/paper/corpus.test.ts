import { afterAll, expect, it } from "vitest";
import { createPaperDrawer, PAPERS, TEMPLATES, verifyFacts } from "#src/documents/paper/index.ts";
import type { OtherSection, ResumeDocument } from "#src/documents/resume-document.ts";
import { corpus } from "../corpus/index.ts";
import { hasTools, popplerText, qpdfComplaints } from "./extractors.ts";

const drawer = createPaperDrawer();
afterAll(() => drawer.stop());

/** Qpdf is a process for each file, so it sees every fifth. */
const EVERY = 5;
/** Where a line of these ends, no blank is; and pdf.js loses some from right to left. */
const WITHOUT_BLANKS = ["zh", "ja", "ko", "he", "ar"];

it("gives every fact of the corpus back in order to two readers", { timeout: 300_000 }, async () => {
  const figures = { papers: 0, facts: 0, pdfjs: 0, poppler: 0, qpdf: 0, sentences: 0, whole: 0 };
  const lost: string[] = [];
  for (const [index, { document: plain, language }] of corpus.entries()) {
    const document = index % 2 === 0 ? plain : withOwnSections(plain);
    const { length } = verifyFacts(document, "", { language });
    for (const template of TEMPLATES)
      for (const paper of PAPERS) {
        const made = await drawer.renderResume({ document, language, template, paper, createdAt: new Date(0) });
        const missing = (reader: string, text: string) => {
          const facts = verifyFacts(document, text, { language, replaced: made.replaced });
          lost.push(...facts.map((fact) => `${reader}, ${language}, ${template}, ${paper}: ${fact}`));
          return facts.length;
        };
        expect(made.replaced).toEqual([]);
        const text = await drawer.readBack(made.pdf);
        figures.papers += 1;
        figures.facts += length;
        figures.pdfjs += length - missing("pdf.js", text);
        if (hasTools) figures.poppler += length - missing("poppler", popplerText(made.pdf));
        if (!WITHOUT_BLANKS.includes(language)) {
          const line = text.replace(/\s+/g, " ");
          const sentences = sentencesOf(document);
          figures.sentences += sentences.length;
          figures.whole += sentences.filter((sentence) => line.includes(sentence)).length;
        }
        if (!hasTools || index % EVERY !== 0) continue;
        expect(qpdfComplaints(made.pdf)).toBe("");
        figures.qpdf += 1;
      }
  }
  process.stdout.write(`Corpus on paper: ${JSON.stringify(figures)}\n`);
  expect(lost).toEqual([]);
  expect(figures.whole).toBe(figures.sentences);
});

/** The same in another order, with the bullets of the first role once more under a heading that is no usual one. */
function withOwnSections(document: ResumeDocument): ResumeDocument {
  const [first] = document.experience;
  const section: OtherSection = {
    title: first?.employer ?? "",
    lines: [
      { kind: "heading", text: first?.roles[0]?.title ?? "" },
      ...(first?.roles[0]?.bullets ?? []).map((text) => ({ kind: "bullet" as const, text })),
      { kind: "paragraph", text: document.contact.headline ?? "" },
    ],
  };
  return { ...document, other: [section], order: ["education", "experience", "summary"] };
}

function sentencesOf({ summary, experience }: ResumeDocument): readonly string[] {
  return [...summary, ...experience.flatMap(({ roles }) => roles.flatMap(({ bullets }) => bullets))];
}
