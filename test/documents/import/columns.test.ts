import { describe, expect, it } from "vitest";
import { readFile } from "#src/documents/import/read-file.ts";
import type { ResumeDocument } from "#src/documents/resume-document.ts";
import { drawDocx } from "../corpus/docx.ts";
import { type CorpusResume, corpus } from "../corpus/index.ts";
import { LAYOUTS, type Layout } from "../corpus/layouts.ts";
import { drawPdf } from "../corpus/pdf.ts";

const TWO_COLUMNS = LAYOUTS.find(({ name }) => name === "two columns") as Layout;
const [RESUME] = corpus as readonly [CorpusResume];

describe("a page in columns", () => {
  it.each([
    ["PDF", drawPdf],
    ["Word file", drawDocx],
  ])("has no order of sections of its own: %s", async (_, draw) => {
    const answer = await readFile(await draw(RESUME, TWO_COLUMNS, 0));
    const document = ("document" in answer ? answer.document : undefined) as ResumeDocument | undefined;
    expect(document).not.toHaveProperty("order");
    const sections = [document?.skills, document?.experience, document?.education];
    for (const section of sections) expect(section?.length).toBeGreaterThan(0);
  });
});
