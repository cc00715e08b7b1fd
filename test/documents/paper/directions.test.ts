import { afterAll, describe, expect, it } from "vitest";
import { isTurned, levelsOf } from "#src/documents/paper/directions.ts";
import { createPaperDrawer, verifyFacts } from "#src/documents/paper/index.ts";
import type { ResumeDocument } from "#src/documents/resume-document.ts";
import { corpus } from "../corpus/index.ts";
import { hasTools, popplerText } from "./extractors.ts";

const drawer = createPaperDrawer();
afterAll(() => drawer.stop());

const MIXED = [
  "ניהלתי צוות של 12 מפתחים (Python, C++) ב-2019",
  "חיסכון של 35% בשנה, 1,200 ש״ח",
  "C++ ו-C# ו-.NET",
  "100% הצלחה",
  "(סוגריים) בתחילת שורה",
  "שָׁלוֹם עֲלֵיכֶם, כתבּ",
  "عملت في Google Inc. (2019) ثم Amazon",
  "بنسبة 18% (من 2019 إلى 2021)",
  "كتابٌ مُدرّسٌ",
  "Designed and delivered distributed systems (Google Cloud Platform).",
];

describe("a document from right to left", () => {
  it("gives back sentences of both directions to two readers, also where most letters go the other way", async () => {
    const tools = ["Kubernetes", "PostgreSQL", "Continuous Integration", "Amazon Web Services", "Machine Learning"];
    const others = corpus.filter(({ language }) => ["he", "ar"].includes(language));
    expect(others.length).toBeGreaterThan(3);
    for (const { document: plain, language } of others) {
      const document = { ...plain, summary: MIXED, skills: [{ name: "Tools", skills: tools }, { skills: tools }] };
      const made = await draw(document, language);
      expect(verifyFacts(document, await drawer.readBack(made.pdf), { language })).toEqual([]);
      if (hasTools) expect(verifyFacts(document, popplerText(made.pdf), { language })).toEqual([]);
    }
  });

  it("keeps the parts of a telephone number in their order", () => {
    const number = { text: "+49 30 1234567" };
    expect(new Set(levelsOf([{ text: "טלפון " }, { ...number, leftToRight: true }], true).slice(6))).toEqual(
      new Set([2]),
    );
    expect(new Set(levelsOf([{ text: "טלפון " }, number], true).slice(6))).not.toEqual(new Set([2]));
  });

  it("lets a sentence of other letters alone go its own way", () => {
    expect(isTurned("Led a team of 8 (Python).", true)).toBe(true);
    expect(isTurned("C++ ו-C#", true)).toBe(false);
    expect(isTurned("2019", true)).toBe(false);
  });
});

describe("a document from left to right", () => {
  it("gives back words from right to left, and to poppler those without figures and commas among them", async () => {
    const sentences = [
      "Worked with أرامكو السعودية, then in Riyadh",
      "Head of R&D בחברת אלביט",
      "שלום עולם!",
      "Led (חברת גשר)",
    ];
    const figures = ["Sold 25 books of שלום 25 עולם in Haifa", "Won פרס ישראל 2019 twice", "Wrote שלום, עולם in 2019"];
    const document = { ...english, summary: [...sentences, ...figures] };
    const made = await draw(document, "en");
    expect(verifyFacts(document, await drawer.readBack(made.pdf), { language: "en" })).toEqual([]);
    // Figures and their signs, the comma among them, end a piece for poppler, and it puts pieces from the left to the right.
    if (hasTools) expect(verifyFacts(document, popplerText(made.pdf), { language: "en" })).toEqual(figures);
  });

  it("lets a sentence of other letters alone go its own way", () => {
    expect(isTurned("שלום, עולם.", false)).toBe(true);
    expect(isTurned("Head of R&D בחברת אלביט", false)).toBe(false);
  });
});

const english: ResumeDocument = {
  contact: { name: "Ana", links: [] },
  summary: [],
  skills: [],
  experience: [],
  education: [],
  projects: [],
  certifications: [],
};

function draw(document: ResumeDocument, language: string) {
  return drawer.renderResume({ document, language, template: "modern", paper: "A4", createdAt: new Date(0) });
}
