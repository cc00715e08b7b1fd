import fc from "fast-check";
import { afterAll, expect, it } from "vitest";
import { createPaperDrawer, TEMPLATES, verifyFacts } from "#src/documents/paper/index.ts";
import type { ResumeDocument } from "#src/documents/resume-document.ts";
import { hasTools, popplerText, qpdfComplaints } from "./extractors.ts";

const drawer = createPaperDrawer();
afterAll(() => drawer.stop());

const COUNT = 500;
/** Poppler and qpdf are a process for each file, so they see every tenth. */
const EVERY = 10;

// Words of our own in each script, for letters thrown together make no words that a shaper or a reader was made for.
const WORDS: Readonly<Record<string, readonly string[]>> = {
  latin: [
    "nurse",
    "Łódź",
    "Zürich",
    "naïve",
    "C++",
    "C#",
    ".NET",
    "fi-ligature",
    "office",
    "Đà",
    "Straße",
    "24/7",
    "98 %",
    "R&D",
    "(a)",
    "“so”",
    "e\u0301",
    "n\u0303",
  ],
  greek: ["Ελένη", "ομάδα", "Αθήνα", "18", "ΐ", "ώρες", "«ναι»", "Α.Ε."],
  cyrillic: ["Київ", "учитель", "№ 17", "їжак", "ґанок", "«да»", "Ђорђе", "14"],
  devanagari: ["हिन्दी", "कर्त्तव्य", "क्षेत्र", "शक्ति", "ज्ञान", "दृष्टि", "श्री", "32", "लेखा"],
  arabic: ["محمد", "الأردن", "عامًا", "لا", "شركة", "مُدير", "مشروع", "پروژه", "گفت"],
  hebrew: ["שלום", "תל", "אביב", "בע״מ", "מנהלת", "ניסיון", "חברה"],
  chinese: ["采购", "经理", "上海", "供应商", "谈判", "、", "臺灣", "會計"],
  japanese: ["店舗", "マネージャー", "売上", "です", "髙橋", "ﾃﾞｰﾀ", "。"],
  korean: ["물류", "관리자", "서울", "경력", "데이터"],
};

const lineIn = (words: readonly string[]) =>
  fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 12 }).map((some) => some.join(" "));
const noise = fc.oneof(
  fc.string({ unit: "binary", minLength: 1, maxLength: 40 }),
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 }),
  lineIn(Object.values(WORDS).flat()),
);

const documents = fc.constantFrom(...Object.values(WORDS)).chain((words) => {
  const line = lineIn(words);
  const some = (max: number) => fc.array(line, { maxLength: max });
  return fc.record({
    name: line,
    headline: fc.option(line, { nil: undefined }),
    summary: some(2),
    skills: some(6),
    bullets: some(4),
    employer: line,
    title: line,
    school: line,
    noise: fc.array(noise, { maxLength: 3 }),
    template: fc.constantFrom(...TEMPLATES),
    paper: fc.constantFrom("A4" as const, "Letter" as const),
  });
});

it(`draws ${COUNT} random documents, all facts of which read back`, { timeout: 300_000 }, async () => {
  const figures = { facts: 0, refused: 0, missing: 0, letters: 0, lost: 0, poppler: 0, popplerMissing: 0 };
  for (const [index, one] of fc.sample(documents, { numRuns: COUNT, seed: 20261122 }).entries()) {
    const clean = documentOf(one, []);
    const request = { template: one.template, paper: one.paper, createdAt: new Date(0) };
    // With noise, text of all scripts and of none in one line: it must be drawn and keep its letters, in whatever order.
    const noisy = documentOf(one, one.noise);
    const drawn = await drawer.renderResume({ document: noisy, ...request }).catch((error: Error) => {
      if (error.name !== "PaperIncomplete") throw error;
      figures.refused += 1;
      return undefined;
    });
    const made = await drawer.renderResume({ document: clean, ...request }).catch((error) => {
      throw new Error(`${JSON.stringify(clean)} ${JSON.stringify(error.missing)}`);
    });
    const text = await drawer.readBack(made.pdf);
    expect(text).not.toContain("\0");
    figures.facts += factCount(clean);
    figures.missing += verifyFacts(clean, text, made).length;
    expect(Buffer.from(made.pdf).toString("latin1")).not.toMatch(/javascript:|file:/i);
    if (drawn) {
      const noisyText = await drawer.readBack(drawn.pdf);
      expect(noisyText).not.toContain("\0");
      const counts = lost(one.noise.join(""), noisyText, drawn.replaced);
      figures.letters += counts.all;
      figures.lost += counts.lost;
    }
    if (hasTools && index % EVERY === 0) {
      expect(qpdfComplaints((drawn ?? made).pdf)).toBe("");
      figures.poppler += factCount(clean);
      figures.popplerMissing += verifyFacts(clean, popplerText(made.pdf), made).length;
    }
  }
  process.stdout.write(`Random documents: ${JSON.stringify(figures)}\n`);
  expect(figures.missing).toBe(0);
  expect(figures.refused).toBe(0);
  expect(figures.popplerMissing).toBe(0);
  expect(figures.lost / Math.max(1, figures.letters)).toBeLessThanOrEqual(0.01);
});

/** Letters by their class, but never seen; they are left out. */
const FILLERS = /[\u115f\u1160\u3164\uffa0]/;

type Random = typeof documents extends fc.Arbitrary<infer T> ? T : never;

function documentOf(one: Random, noise: readonly string[]): ResumeDocument {
  return {
    contact: {
      name: one.name,
      ...(one.headline && { headline: one.headline }),
      email: "a@example.org",
      links: [{ url: "https://example.org/x" }],
    },
    summary: [...one.summary, ...noise],
    skills: [{ name: one.title, skills: one.skills }],
    experience: [
      {
        employer: one.employer,
        roles: [{ title: one.title, dates: { start: { year: 2019, month: 3 }, end: "present" }, bullets: one.bullets }],
      },
    ],
    education: [{ school: one.school, bullets: [] }],
    projects: [],
    certifications: [],
  };
}

function factCount(document: ResumeDocument): number {
  return verifyFacts(document, "").length;
}

/** How many letters of a text do not come back, each counted as often as it stands there. */
function lost(text: string, back: string, replaced: readonly string[]): { all: number; lost: number } {
  const gone = new Set(replaced.flatMap((one) => [...one]));
  const letters = (all: string) =>
    [
      ...[...all.normalize("NFC")]
        .filter((one) => !gone.has(one))
        .join("")
        .normalize("NFKC"),
    ].filter((one) => /[\p{L}\p{N}]/u.test(one) && !FILLERS.test(one));
  const left = new Map<string, number>();
  for (const letter of letters(back)) left.set(letter, (left.get(letter) ?? 0) + 1);
  const counts = { all: 0, lost: 0 };
  for (const letter of letters(text.toWellFormed())) {
    counts.all += 1;
    const count = left.get(letter) ?? 0;
    if (count === 0) counts.lost += 1;
    else left.set(letter, count - 1);
  }
  return counts;
}
