import { strToU8 } from "fflate";
import { extractText, getDocumentProxy } from "unpdf";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { printResume } from "#src/documents/resume-markdown.ts";
import { type CorpusResume, corpus } from "#test/documents/corpus/index.ts";
import type { Person, Place } from "#test/servers/discord/index.ts";
import { type DiscordHouse, openDiscordHouse, type Read, read } from "./house.ts";

vi.setConfig({ testTimeout: 60_000 });

let bot: DiscordHouse;
let channel: Place;
beforeAll(async () => {
  bot = await openDiscordHouse();
  channel = bot.server.guild({ name: "Career club" }).channel("general");
});
afterAll(() => bot.stop());

const AMARA = printResume((corpus[0] as CorpusResume).document);
const AD =
  "Staff nurse, acute ward\n\nRequirements:\n- Triage and wound care\n- Forklift licence\n\nNice to have: Welsh";

async function owner(name: string): Promise<Person> {
  const person = bot.server.person({ name });
  const file = person.attaches({ name: "resume.md", mediaType: "text/markdown", bytes: strToU8(AMARA) });
  const shown = await read(person.runs(channel, "resume import", { file }));
  await read(person.presses(shown.last, "Save it"));
  return person;
}

const begin = (person: Person, company: string) =>
  read(person.runs(channel, "cover-letter new", { company, title: "Staff Nurse", job: AD }));

const words = ({ text }: Read) => Number(/(\d+) words/.exec(text)?.[1]);

describe("/cover-letter on Discord", () => {
  it("goes from the form to the change, the PDF, the bin and back", async () => {
    const ada = await owner("Ada");
    const list = await read(ada.runs(channel, "cover-letter list"));
    expect(list.text).toContain("You have no cover letter yet.");
    const modal = await ada.presses(list.last, "New letter").modal();
    expect(modal.fields().map(({ label }) => label)).toEqual(["Company", "Job title", "Job ad", "Job ad (continued)"]);
    const draft = await read(
      ada.submits(modal, { Company: "Northwind Trust", "Job title": "Staff Nurse", "Job ad": AD }),
    );
    expect(draft.last.ephemeral).toBe(true);
    expect(draft.text).toContain("Staff Nurse at Northwind Trust");
    expect(draft.text).toMatch(/^Draft · \d+ words/m);
    expect(draft.text).toMatch(/answers: .*wound care/);
    expect(draft.text).toMatch(/The ad asks for these.*forklift licence/i);

    const shorter = await read(ada.presses(draft.last, "Shorter"));
    expect(shorter.last.id).toBe(draft.last.id);
    expect(words(shorter)).toBeLessThan(words(draft));
    const undone = await read(ada.presses(shorter.last, "Undo"));
    expect(words(undone)).toBe(words(draft));
    const wish = await ada.presses(undone.last, "Ask for a change").modal();
    const asked = await read(ada.submits(wish, { "What should change?": "shorter" }));
    expect(words(asked)).toBe(words(shorter));

    const text = await ada.presses(asked.last, "Edit the text").modal();
    const salutation = await read(ada.submits(text, { Salutation: "Dear Ms Patel," }));
    expect(salutation.text).toContain("Dear Ms Patel,");

    const finished = await read(ada.presses(salutation.last, "Finish"));
    expect(finished.text).toContain("Completed: here is your letter as a PDF.");
    const [picture, pdf] = finished.files;
    expect([picture?.mediaType, picture?.description]).toEqual([
      "image/png",
      "Page one of the cover letter for Staff Nurse at Northwind Trust",
    ]);
    expect(pdf?.mediaType).toBe("application/pdf");
    const { text: printed } = await extractText(await getDocumentProxy(new Uint8Array(pdf?.bytes ?? [])), {
      mergePages: true,
    });
    expect(printed).toContain("Dear Ms Patel,");
    expect(printed).toContain("Amara Okafor");

    const card = await read(ada.presses(finished.last, "Back to the letter"));
    // The files of the paper are not left behind on the letter.
    expect(card.files).toEqual([]);
    expect(card.text).toMatch(/^Completed · /m);
    const sure = await read(ada.presses(card.last, "Delete"));
    expect(sure.text).toContain("Delete the letter for Staff Nurse at Northwind Trust?");
    const gone = await read(ada.presses(sure.last, "Delete it"));
    expect(gone.text).toContain("is deleted.");
    expect((await read(ada.runs(channel, "cover-letter list"))).text).toContain("You have no cover letter yet.");
    const back = await read(ada.presses(gone.last, "Undo: bring it back"));
    expect(back.text).toContain("Dear Ms Patel,");
    expect(bot.server.visibleTo(bot.server.person({ name: "Bystander" }), channel)).toEqual([]);
  });

  it("suggests letters while a person types, opens the one that is chosen, and asks which where several fit", async () => {
    const ada = await owner("Ada with two");
    await begin(ada, "Northwind Trust");
    await begin(ada, "Harbour Clinic");
    const choices = await ada.types(channel, "cover-letter edit", { letter: "harb" }, "letter");
    expect(choices.map(({ name }) => name)).toEqual([expect.stringMatching(/^Staff Nurse at Harbour Clinic · Draft/)]);
    const chosen = await read(
      ada.runs(channel, "cover-letter edit", { letter: String(choices[0]?.value), ask: "more formal" }),
    );
    expect(chosen.text).toContain("Staff Nurse at Harbour Clinic");
    const which = await read(ada.runs(channel, "cover-letter pdf", { letter: "staff nurse" }));
    expect(which.text).toContain("Which letter do you mean?");
    const option = which.last.selects()[0]?.options.find(({ label }) => label.includes("Northwind"))?.label ?? "";
    const pdf = await read(ada.chooses(which.last, "Open a letter", [option]));
    expect(pdf.text).toContain("Here is your letter as a PDF.");
    expect(pdf.text).toContain("Staff Nurse at Northwind Trust");
    expect(pdf.files.map(({ mediaType }) => mediaType)).toEqual(["image/png", "application/pdf"]);
  });

  it("comes back whole where a letter is longer than a field of a form", async () => {
    const ada = await owner("Ada writing much");
    const draft = await begin(ada, "Northwind Trust");
    const paragraphs = Array.from(
      { length: 60 },
      (_, index) => `Paragraph ${index + 1} says what I did on the ward in that year, and it says so at some length.`,
    );
    const modal = await ada.presses(draft.last, "Edit the text").modal();
    expect(modal.fields().map(({ label }) => label)).toEqual([
      "Salutation",
      "Letter",
      "Letter (continued)",
      "Closing",
      "Signature",
    ]);
    const values = {
      Letter: paragraphs.slice(0, 30).join("\n\n"),
      "Letter (continued)": paragraphs.slice(30).join("\n\n"),
    };
    const card = await read(ada.submits(modal, values));
    expect(card.messages.length).toBeGreaterThan(1);
    expect(card.messages.every(({ ephemeral }) => ephemeral)).toBe(true);
    for (const paragraph of paragraphs) expect(card.text).toContain(paragraph);
    const again = await ada.presses(card.last, "Edit the text").modal();
    const filled = again.fields().filter(({ label }) => label.startsWith("Letter"));
    expect(filled.flatMap(({ value }) => value.trim().split("\n\n"))).toEqual(paragraphs);
    const same = await read(ada.submits(again));
    expect(same.text).toBe(card.text);
    const shorter = await read(ada.presses(same.last, "Shorter"));
    expect(words(shorter)).toBeLessThan(words(same));
  });
});

it("kept every request to Discord's own contract and limits, and answered each once", () => {
  expect(bot.server.violations).toEqual([]);
  expect(bot.undelivered).toEqual([]);
  expect(bot.house.broken).toEqual([]);
  const requests = bot.server.journal.filter(({ method }) => method !== "GATEWAY");
  expect(requests.filter(({ status = 0 }) => status >= 400)).toEqual([]);
});
