import { loadImage } from "@napi-rs/canvas";
import { afterAll, describe, expect, it } from "vitest";
import {
  createPaperDrawer,
  PAPERS,
  PaperIncomplete,
  TEMPLATES,
  type Template,
  verifyFacts,
  verifyLetter,
} from "#src/documents/paper/index.ts";
import type { ResumeDocument } from "#src/documents/resume-document.ts";
import { hasTools, popplerText, qpdfComplaints, unpacked } from "./extractors.ts";
import { LETTER, longer, RESUMES } from "./resumes.ts";

const drawer = createPaperDrawer();
afterAll(() => drawer.stop());

const createdAt = new Date("2026-11-22T12:00:00Z");
const EMPTY: ResumeDocument = {
  contact: { links: [] },
  summary: [],
  skills: [],
  experience: [],
  education: [],
  projects: [],
  certifications: [],
};
const latin = RESUMES["latin"] ?? EMPTY;
const render = (document: ResumeDocument, template: Template = "classic") =>
  drawer.renderResume({ document, template, paper: "A4", createdAt });

describe.each(Object.entries(RESUMES))("a resume in %s letters", (_, document) => {
  it.each(TEMPLATES)(
    "gives every fact back in order to two readers, %s, on one page and on several",
    async (template) => {
      for (const paper of PAPERS) {
        for (const printed of [document, longer(document, paper === "A4" ? 9 : 4)]) {
          const made = await drawer.renderResume({ document: printed, template, paper, createdAt });
          expect(made.replaced).toEqual([]);
          expect(verifyFacts(printed, await drawer.readBack(made.pdf), made)).toEqual([]);
          if (!hasTools) continue;
          expect(verifyFacts(printed, popplerText(made.pdf), made)).toEqual([]);
          expect(qpdfComplaints(made.pdf)).toBe("");
        }
      }
    },
  );
});

describe("a letter", () => {
  it.each(TEMPLATES)("is one page and gives every fact back, %s", async (template) => {
    const made = await drawer.renderLetter({ letter: LETTER, template, paper: "A4", createdAt });
    expect(made.pages).toBe(1);
    expect(await drawer.readBack(made.pdf)).toContain("November 22, 2026");
    if (!hasTools) return;
    expect(verifyLetter(LETTER, popplerText(made.pdf), made)).toEqual([]);
    expect(qpdfComplaints(made.pdf)).toBe("");
  });
});

describe("a paper", () => {
  it("is the same bytes for the same input, also from another worker", async () => {
    const other = createPaperDrawer();
    for (const document of Object.values(RESUMES)) {
      const [first, again, elsewhere] = await Promise.all([
        render(document),
        render(document),
        other.renderResume({ document, template: "classic", paper: "A4", createdAt }),
      ]);
      expect(Buffer.compare(first.pdf, again.pdf)).toBe(0);
      expect(Buffer.compare(first.pdf, elsewhere.pdf)).toBe(0);
    }
    await other.stop();
  });

  it.runIf(hasTools)("is tagged with headings, lists and links, and carries title, author and language", async () => {
    const { pdf } = await drawer.renderResume({
      document: latin,
      template: "modern",
      paper: "A4",
      createdAt,
      language: "en-GB",
    });
    const inside = unpacked(pdf);
    for (const role of ["Document", "H1", "H2", "H3", "P", "L", "LI", "LBody", "Link"])
      expect(inside).toContain(`/S /${role}\n`);
    expect(inside).toContain("/Marked true");
    expect(inside).toContain("/Lang (en-GB)");
    expect(inside).toContain("/DisplayDocTitle true");
    expect(inside).toMatch(/\/CreationDate \(D:20261122120000Z\)|\/CreationDate 8 0 R|\(D:20261122120000Z\)/);
    const text = Buffer.from("Zoë", "utf16le").swap16().toString("latin1");
    expect(inside.includes(text) || inside.includes("feff005a006f00eb") || inside.includes("Zo")).toBe(true);
    expect(marksAreBalanced(inside)).toBe(true);
  });

  it.runIf(hasTools)("links https, mailto and tel, and writes every other address as text", async () => {
    const bad = [
      "javascript:alert(1)",
      "file:///etc/passwd",
      "http://example.org/plain",
      "data:text/html,x",
      "https://exa mple.org",
      "JaVaScRiPt:1",
      "vbscript:x",
    ];
    const document = {
      ...latin,
      contact: { ...latin.contact, links: [...latin.contact.links, ...bad.map((url) => ({ url }))] },
    };
    const made = await render(document);
    const links = [...unpacked(made.pdf).matchAll(/\/URI \(([^)]*)\)/g)].map((match) => match[1]);
    expect(links).toEqual([
      "mailto:someone@example.org",
      "tel:+49301234567",
      "https://www.example.org/a/b-c",
      "https://linkedin.com/in/someone",
      "https://example.org/cards",
    ]);
    expect(verifyFacts(document, await drawer.readBack(made.pdf), made)).toEqual([]);
  });

  it("shows what no font has as a replacement and says which characters they were", async () => {
    const document = {
      ...latin,
      summary: ["Rocket 🚀, family 👨‍👩‍👧, flag 🇩🇪, cuneiform 𒀀, Thai ก and a nul\u0000 \u202Ebyte."],
    };
    const made = await render(document);
    expect(made.replaced).toEqual(["🚀", "👨‍👩‍👧", "🇩🇪", "𒀀", "ก"]);
    const text = await drawer.readBack(made.pdf);
    expect(text).toContain("Rocket \ufffd, family \ufffd, flag \ufffd, cuneiform \ufffd, Thai \ufffd and a nul byte.");
    expect(["\0", "\u202e"].filter((one) => text.includes(one))).toEqual([]);
  });

  it(
    "holds ugly content: nothing at all, a word of 500 letters, 40 roles, an essay in a bullet, empty lists",
    { timeout: 60_000 },
    async () => {
      const word = "Donaudampfschifffahrt".repeat(24);
      const essay = "This line goes on and on, for the person had much to say. ".repeat(120);
      const ugly: ResumeDocument[] = [
        EMPTY,
        {
          ...EMPTY,
          contact: {
            name: word,
            headline: word,
            email: `${word}@example.org`,
            location: word,
            links: [{ url: `https://example.org/${word}` }],
          },
        },
        {
          ...EMPTY,
          experience: [{ employer: word, roles: [] }],
          education: [{ school: "S", bullets: [] }],
          projects: [{ name: "P", bullets: [] }],
        },
        { ...EMPTY, skills: [{ name: "Only a name", skills: [] }, { skills: [] }], summary: [essay, word] },
        {
          ...latin,
          experience: [
            {
              employer: "E",
              roles: Array.from({ length: 40 }, (_, index) => ({
                title: `Role ${index}`,
                bullets: index === 20 ? [word, essay] : [word, "Short."],
              })),
            },
          ],
        },
      ];
      for (const document of ugly) {
        for (const template of TEMPLATES) {
          const made = await drawer.renderResume({ document, template, paper: "Letter", createdAt });
          expect(made.pages).toBeGreaterThan(0);
          if (hasTools) expect(verifyFacts(document, popplerText(made.pdf), made)).toEqual([]);
        }
      }
    },
  );

  it("has a picture of its first page", async () => {
    const { pdf } = await render(latin);
    const picture = await loadImage(Buffer.from(await drawer.firstPagePicture(pdf)));
    expect([picture.width, picture.height]).toEqual([1190, 1683]);
  });

  it("is refused when a fact cannot be read from it", () => {
    const error = new PaperIncomplete(["A fact"]);
    expect(error.message).not.toContain("A fact");
    expect(verifyFacts(latin, "Zoë Łukasiewicz-Müller")).not.toEqual([]);
  });
});

describe("the drawer", () => {
  it("starts a new worker after one has died", async () => {
    const own = createPaperDrawer();
    const workers = new Set<{ terminate(): Promise<number> }>();
    const listen = (worker: unknown) => void workers.add(worker as { terminate(): Promise<number> });
    process.on("worker", listen);
    await own.renderResume({ document: latin, template: "compact", paper: "A4", createdAt });
    process.off("worker", listen);
    await Promise.all([...workers].map((worker) => worker.terminate()));
    await expect(
      own.renderResume({ document: latin, template: "compact", paper: "A4", createdAt }),
    ).resolves.toMatchObject({ pages: 1 });
    await own.stop();
    await expect(own.readBack(new Uint8Array())).rejects.toThrow("stopped");
  });
});

/** Every page opens and closes its marked content. */
function marksAreBalanced(inside: string): boolean {
  const streams = inside.match(/stream\n[\s\S]*?endstream/g) ?? [];
  return streams.every(
    (stream) => (stream.match(/\bB[DM]C\b/g)?.length ?? 0) === (stream.match(/\bEMC\b/g)?.length ?? 0),
  );
}
