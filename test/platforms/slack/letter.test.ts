import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type CorpusResume, corpus } from "#test/documents/corpus/index.ts";
import type { Message } from "#test/servers/slack/index.ts";
import { appears, delivered, openVisit, owner, type Somebody, textOf, type Visit } from "./visit.ts";

const amara = corpus[0] as CorpusResume;
const AD = `Staff nurse, acute ward

Requirements:
- Triage and wound care
- IV cannulation
- Forklift licence

Nice to have: patient education, Welsh`;

describe("cover letters on Slack, through the real Bolt", () => {
  let visit: Visit;
  let somebody: Somebody;
  let card: Message;
  beforeAll(async () => {
    visit = await openVisit("Socket Mode");
    somebody = await owner(visit, amara.document);
  });
  afterAll(() => visit.stop());

  const letters = () =>
    visit.house.db.coverLetter.findMany({
      where: { user: { chatAccounts: { some: { platformUserId: somebody.person.id } } } },
      orderBy: { createdAt: "desc" },
    });
  const content = async () => (await letters())[0]?.content ?? "";

  it("begins one in a form with room for the ad, and shows what each paragraph answers", async () => {
    const { person, channel, at } = somebody;
    const form = await person.runs(channel, "/prep cover-letter new").view();
    expect(form.inputs().map(({ label, optional }) => [label, optional])).toEqual([
      ["Company", false],
      ["Job title", false],
      ["Job ad", false],
      [expect.stringContaining("Job ad"), true],
    ]);
    const [half, rest] = AD.split("\n\nNice");
    const fields = { Company: "Northwind <Trust>", "Job title": "Staff Nurse", "Job ad": half ?? "" };
    await person.submits(form, { ...fields, "job~1": `Nice${rest}` }).acked();
    card = await appears(visit, at, "Staff Nurse at Northwind <Trust>");
    expect(card.ephemeral).toBe(true);
    expect(card.plain()).toMatch(/Paragraph \d answers: .*[Tt]riage/);
    expect(card.plain()).toContain("Forklift");
    expect(card.blocks.at(-1)?.type).toBe("actions");
    expect((await letters())[0]).toMatchObject({
      status: "draft",
      jobTitle: "Staff Nurse",
      jobDescription: expect.stringContaining("Welsh"),
    });
  });

  it("changes it by a press and by a word in a form, in the same message, and takes that back", async () => {
    const { person, at } = somebody;
    const before = await content();
    const shorter = await person.presses(card, "Shorter").messageSaying("Undo");
    expect(shorter.ts).toBe(card.ts);
    const changed = await content();
    expect(changed.length).toBeLessThan(before.length);
    card = await person.presses(shorter, "Undo").message();
    expect(await content()).toBe(before);
    const form = await person.presses(card, "Ask for a change").view();
    await person.submits(form, { "What should change?": "shorter" }).acked();
    await expect.poll(content).toBe(changed);
    card = await appears(visit, at, "Undo");
    expect(card.ts).toBe(shorter.ts);
  });

  it("is written anew in a form that is filled with it", async () => {
    const { person, at } = somebody;
    const form = await person.presses(card, "Edit the text").view();
    expect(form.plain()).toContain("Dear ");
    await person.submits(form, { Closing: "With warm greetings," }).acked();
    card = await appears(visit, at, "With warm greetings,");
    expect(await content()).toContain("With warm greetings,");
  });

  it("still knows its buttons after a restart", async () => {
    const { person } = somebody;
    await visit.restart();
    card = await person.presses(card, "Undo").message();
    expect(card.plain()).not.toContain("With warm greetings,");
  });

  it("brings the finished letter into the direct message as a PDF and a picture", async () => {
    const { person } = somebody;
    const finished = await person.presses(card, "Finish").messageSaying("Completed: here is your letter");
    expect(finished.ts).toBe(card.ts);
    expect(finished.plain()).toContain("The files are in your direct messages with this app.");
    await expect.poll(() => delivered(visit, somebody).length).toBe(2);
    const [picture, pdf] = delivered(visit, somebody);
    expect(picture?.file.altText).toContain("Page one of the cover letter for Staff Nurse");
    expect(pdf?.said).toContain("Northwind &lt;Trust&gt;");
    const text = await textOf(pdf?.file.bytes);
    expect(text).toContain("Amara Okafor");
    expect(text).not.toMatch(/forklift/i);
    expect((await letters())[0]?.status).toBe("completed");
    card = await person.presses(finished, "Back to the letter").message();
  });

  it("is deleted after a question, and brought back", async () => {
    const { person, channel } = somebody;
    const question = await person.presses(card, "Delete").message();
    expect(question.plain()).toContain("Delete the letter for Staff Nurse at Northwind <Trust>?");
    const gone = await person.presses(question, "Delete it").message();
    expect(await letters()).toEqual([]);
    card = await person.presses(gone, "Undo: bring it back").message();
    expect(card.plain()).toContain("Completed");
    const list = await person.runs(channel, "/prep cover-letter list").message();
    expect(list.blocks.map(({ type }) => type)).toContain("table");
    expect(list.plain()).toContain("Northwind <Trust>");
    const opened = await person.chooses(list, "Open a letter", list.selects()[0]?.options[0]?.text ?? "").message();
    expect(opened.plain()).toContain("Dear ");
  });

  it("kept every request to Slack's own contract and limits", () => {
    expect(visit.server.violations).toEqual([]);
    expect(visit.house.broken).toEqual([]);
  });
});
