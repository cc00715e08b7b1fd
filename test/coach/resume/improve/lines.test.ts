import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { IMPROVABLE_SECTIONS, type ImprovableSection, linesOf } from "#src/coach/resume/improve/lines.ts";
import { type LineRow, placeOf, undone } from "#src/coach/resume/improve/place.ts";
import type { ResumeDocument } from "#src/documents/resume-document.ts";
import { parseResume, printResume } from "#src/documents/resume-markdown.ts";
import { tidyResume } from "#src/documents/resume-tidy.ts";
import { resumeDocument } from "../../../documents/generate.ts";

const NEW = "Counted 12 pallets a day in the new hall";

const SAME = "Responsible for the till";
const someSame = (bullets: readonly string[]) => bullets.map((text, at) => (at % 2 ? text : SAME));

/** Every other line says the same. */
const documents = resumeDocument().map((document) =>
  tidyResume({
    ...document,
    experience: document.experience.map((job) => ({
      ...job,
      roles: job.roles.map((role) => ({ ...role, bullets: someSame(role.bullets) })),
    })),
    projects: document.projects.map((project) => ({ ...project, bullets: someSame(project.bullets) })),
  }),
);
const section = fc.constantFrom(...IMPROVABLE_SECTIONS);

const rowsOf = (document: ResumeDocument, of: ImprovableSection): LineRow[] =>
  linesOf(document, [of]).map(({ context, text }, position) => ({
    position,
    context,
    before: text,
    state: "open",
    final: null,
  }));

const texts = (document: ResumeDocument, of: ImprovableSection) => linesOf(document, [of]).map(({ text }) => text);

describe("the lines of any resume", () => {
  it("are exchanged one at a time where they stand, also when the same words stand in several places", () => {
    let exchanged = 0;
    fc.assert(
      fc.property(documents, section, fc.nat(), (document, of, pick) => {
        const lines = rowsOf(document, of);
        const row = lines[pick % Math.max(lines.length, 1)];
        if (!row || of === "summary") return;
        exchanged += 1;
        const changed = placeOf(document, { section: of, lines }, row, row.before)?.replaced(NEW);
        const after = changed && parseResume(printResume(changed)).document;
        expect(after && texts(after, of)).toEqual(texts(document, of).with(row.position, NEW));
        for (const other of IMPROVABLE_SECTIONS.filter((name) => name !== of)) {
          expect(after && texts(after, other)).toEqual(texts(document, other));
        }
      }),
      { numRuns: 300 },
    );
    expect(exchanged).toBeGreaterThan(100);
  });

  it("stand as they were when all that was changed is taken back", () => {
    fc.assert(
      fc.property(documents, section, fc.array(fc.nat(), { maxLength: 6 }), (document, of, picks) => {
        let lines = rowsOf(document, of);
        let changed = document;
        for (const [count, pick] of picks.entries()) {
          const row = lines[pick % Math.max(lines.length, 1)];
          if (row?.state !== "open") continue;
          const place = placeOf(changed, { section: of, lines }, row, row.before);
          // A sentence may have grown into the one beside it.
          if (!place) continue;
          const final = `Counted ${count} pallets a day in the new hall.`;
          changed = parseResume(printResume(place.replaced(final))).document;
          lines = lines.map((line) => (line === row ? { ...line, state: "edited", final } : line));
        }
        expect(undone(changed, { section: of, lines })).toEqual(document);
      }),
      { numRuns: 300 },
    );
  });
});
