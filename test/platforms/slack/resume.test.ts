import { strToU8 } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { printResume } from "#src/documents/resume-markdown.ts";
import { type CorpusResume, corpus } from "#test/documents/corpus/index.ts";
import { LAYOUTS, type Layout } from "#test/documents/corpus/layouts.ts";
import { drawPdf } from "#test/documents/corpus/pdf.ts";
import type { Message, Person, View } from "#test/servers/slack/index.ts";
import { appears, arrives, delivered, openVisit, owner, type Somebody, textOf, type Visit } from "./visit.ts";

const amara = corpus[0] as CorpusResume;
const MARKDOWN = printResume(amara.document);
const PDF = { mediaType: "application/pdf" };

async function contentOf({ house }: Visit, { person }: Somebody): Promise<string | undefined> {
  const row = await house.db.resume.findFirst({
    where: { user: { chatAccounts: { some: { platformUserId: person.id } } } },
  });
  return row?.content;
}

async function sends(
  visit: Visit,
  { person, channel, at }: Somebody,
  file: ReturnType<Person["file"]>,
): Promise<Message> {
  const form = await person.runs(channel, "/prep resume import").view();
  await person.submits(form, { File: [file] }).acked();
  return appears(visit, at, /What I found in|Open the form again/);
}

describe.each(["Socket Mode", "HTTP"] as const)("a resume's files on Slack over %s", (mode) => {
  let visit: Visit;
  beforeAll(async () => {
    visit = await openVisit(mode);
  });
  afterAll(() => visit.stop());

  it("reads a PDF that was put into the form, shows it, compares the next one, and saves by a press", async () => {
    const somebody = arrives(visit);
    const { person, channel, at } = somebody;
    const form = await person.runs(channel, "/prep resume import").view();
    expect(form.title).toBe("Import your resume");
    expect(form.inputs().map(({ type }) => type)).toEqual(["file_input", "plain_text_input", "plain_text_input"]);
    const file = person.file("holiday.jpg", await drawPdf(amara, LAYOUTS[0] as Layout, 0), PDF);
    const acked = await person.submits(form, { File: [file] }).acked();
    expect(acked.body).toEqual({ response_action: "clear" });
    const shown = await appears(visit, at, "What I found in your PDF");
    expect(shown.ephemeral).toBe(true);
    expect(shown.plain()).toContain("Amara Okafor");
    expect(shown.plain()).toContain("Senior Staff Nurse · St Mary's Hospital");
    expect(shown.blocks.at(-1)?.type).toBe("actions");
    expect(await contentOf(visit, somebody)).toBeUndefined();
    expect((await appears(visit, at, "I am reading it")).ts < shown.ts).toBe(true);

    const saved = await person.presses(shown, "Save it").message();
    expect(saved.plain()).toContain("Saved: this is your resume now.");
    expect(saved.ts).toBe(shown.ts);
    expect(await contentOf(visit, somebody)).toContain("Senior Staff Nurse");

    const changed = MARKDOWN.replace("31 %", "35 %");
    const next = await sends(visit, somebody, person.file("cv.md", strToU8(changed)));
    expect(next.plain()).toContain("~ Now: Cut medication errors by 35 % within a year");
    expect(await contentOf(visit, somebody)).not.toContain("35 %");
    await person.presses(next, "Save it").message();
    expect(await contentOf(visit, somebody)).toContain("35 %");
  });

  it("asks Slack where a file is that the form names by its id only", async () => {
    const somebody = arrives(visit);
    const file = somebody.person.file("cv.md", strToU8(MARKDOWN), { idOnly: true });
    expect((await sends(visit, somebody, file)).plain()).toContain("What I found in your Markdown");
  });

  it("brings the PDF and its picture into the direct message, and a word about them into the channel", async () => {
    const somebody = await owner(visit, amara.document);
    const { person, channel, at } = somebody;
    const turn = person.runs(channel, "/prep resume pdf");
    await turn.messageSaying("Drawing your resume");
    const pointer = await appears(visit, at, "Classic template on A4 paper.");
    expect(pointer.ephemeral).toBe(true);
    expect(pointer.plain()).toMatch(
      /Amara-Okafor-resume\.pdf: 1 page.*\nThe files are in your direct messages with this app\./,
    );
    await expect.poll(() => delivered(visit, somebody).length, { timeout: 20_000 }).toBe(2);
    const [picture, pdf] = delivered(visit, somebody);
    expect(picture?.file).toMatchObject({
      name: "Amara-Okafor-resume-page-1.png",
      altText: expect.stringContaining("of your resume in the classic template"),
    });
    expect(picture?.said).toContain("of your resume in the classic template");
    expect(pdf?.file).toMatchObject({ name: "Amara-Okafor-resume.pdf", mediaType: "application/pdf" });
    expect(pdf?.said).toContain("Its text can be selected");
    expect(await textOf(pdf?.file.bytes)).toContain("Cut medication errors by 31 %");

    const modern = await person.presses(pointer, "Modern template").messageSaying("Modern template on A4 paper.");
    expect(modern.ts).toBe(pointer.ts);
    await expect.poll(() => delivered(visit, somebody).length, { timeout: 20_000 }).toBe(4);
    const again = delivered(visit, somebody)[3]?.file.bytes as Buffer;
    expect(again.equals(pdf?.file.bytes as Buffer)).toBe(false);
    expect(await textOf(again)).toContain("Cut medication errors by 31 %");
  });

  it("kept every request to Slack's own contract and limits", () => {
    expect(visit.server.violations).toEqual([]);
    expect(visit.house.broken).toEqual([]);
  });
});

describe("a file that cannot be read", () => {
  let visit: Visit;
  beforeAll(async () => {
    visit = await openVisit("Socket Mode");
  });
  afterAll(() => visit.stop());

  const cv = (person: Person) => person.file("cv.md", strToU8(MARKDOWN));
  const fetched = { match: ({ path }: { path: string }) => path.startsWith("/files-pri/") };

  it("is said to be a picture, with what to send instead and the way back into the form", async () => {
    const somebody = arrives(visit);
    const { person } = somebody;
    const picture = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]);
    const said = await sends(visit, somebody, person.file("cv.pdf", picture, PDF));
    expect(said.plain()).toContain("This is a picture");
    const again = await person.presses(said, "Open the form again").view();
    await person.submits(again, { File: [cv(person)] }).acked();
    expect((await appears(visit, somebody.at, "What I found in")).plain()).toContain("Amara Okafor");
  });

  it("is asked for again where Slack has it no more", async () => {
    visit.server.fault({ ...fetched, kind: "status", status: 404 });
    const somebody = arrives(visit);
    const said = await sends(visit, somebody, cv(somebody.person));
    expect(said.plain()).toContain("The link to this file has expired. Attach the file again.");
  });

  it.each([
    ["with 403", { status: 403 }],
    ["with its page to sign in", { status: 200, body: "<!DOCTYPE html><html><body>Sign in to Slack</body></html>" }],
  ])("is blamed on the permission that is missing where Slack answers %s", async (_how, answer) => {
    visit.server.fault({ ...fetched, kind: "status", ...answer });
    const somebody = arrives(visit);
    const said = await sends(visit, somebody, cv(somebody.person));
    expect(said.plain()).toContain(
      'Slack does not let me open files here. Ask the people who run this bot to give it the permission "files:read".',
    );
  });

  it("is to be attached again where Slack does not say where it is", async () => {
    visit.server.fault({
      match: ({ path }) => path === "/api/files.info",
      kind: "status",
      status: 200,
      body: { ok: false, error: "file_not_found" },
    });
    const somebody = arrives(visit);
    const file = somebody.person.file("cv.md", strToU8(MARKDOWN), { idOnly: true });
    const said = await sends(visit, somebody, file);
    expect(said.plain()).toContain("This file could not be fetched from the chat.");
  });

  it("is asked for inside the form where there is neither a file nor a text", async () => {
    const { person, channel } = arrives(visit);
    const form = await person.runs(channel, "/prep resume import").view();
    const { errors = {} } = await person.submits(form, {}).heard();
    expect(Object.values(errors).join()).toContain("There is neither a file nor a text.");
    expect(visit.server.modal(person)?.id).toBe(form.id);
  });

  it("broke nothing", () => {
    expect(visit.server.violations).toEqual([]);
    expect(visit.house.broken).toEqual([]);
  });
});

describe("without the permission to read files", () => {
  const allowed = ["chat:write", "commands", "files:write", "im:write"];
  let visit: Visit;
  beforeAll(async () => {
    visit = await openVisit("Socket Mode", { server: { scopes: allowed } });
  });
  afterAll(() => visit.stop());

  it("takes the text instead, in a form that Slack still shows, and files as soon as it may", async () => {
    const { person, channel, at } = arrives(visit);
    const form = await person.runs(channel, "/prep resume import").view();
    expect(form.inputs().map(({ type }) => type)).toEqual(["plain_text_input", "plain_text_input"]);
    expect(form.plain()).toContain(
      'File: files cannot be attached here, because this app lacks the permission "files:read".',
    );
    const cut = MARKDOWN.indexOf("\n## Experience");
    await person.submits(form, { text: MARKDOWN.slice(0, cut), "text~1": MARKDOWN.slice(cut + 1) }).acked();
    expect((await appears(visit, at, "What I found in your Markdown")).plain()).toContain("St Mary's Hospital");

    allowed.push("files:read");
    await person.runs(channel, "/prep profile edit").view();
    const next = await person.runs(channel, "/prep resume import").view();
    expect(next.inputs()[0]?.type).toBe("file_input");

    allowed.pop();
    const last = await person.runs(channel, "/prep resume import").view();
    expect(last.inputs()[0]?.type).toBe("plain_text_input");
    expect(visit.house.broken).toEqual([]);
  });
});

describe.each(["Socket Mode", "HTTP"] as const)("a file that takes seconds to come, over %s", (mode) => {
  let visit: Visit;
  beforeAll(async () => {
    visit = await openVisit(mode, { first: 1_000 });
  });
  afterAll(() => visit.stop());

  it("is answered for before it is there, and shown when it is read", async () => {
    const { person, channel, at } = arrives(visit);
    await person.runs(channel, "/prep resume import").acked();
    // On a slow machine a window that asks to wait comes first.
    await expect.poll(() => visit.server.modal(person)?.inputs().length).toBe(3);
    const form = visit.server.modal(person) as View;
    visit.server.fault({ match: ({ path }) => path.startsWith("/files-pri/"), kind: "delay", delayMs: 4_000 });
    const acked = await person.submits(form, { File: [person.file("cv.md", strToU8(MARKDOWN))] }).acked();
    expect(acked).toMatchObject({ timedOut: false, body: { response_action: "clear" } });
    const fetched = visit.server.journal.find(({ path }) => path.startsWith("/files-pri/"));
    expect(fetched?.status).toBeUndefined();
    expect(visit.server.modal(person)).toBeUndefined();
    const shown = await appears(visit, at, "What I found in");
    expect((await appears(visit, at, "I am reading it")).ts < shown.ts).toBe(true);
    expect(visit.server.violations).toEqual([]);
  });
});

describe("writing, checking and improving a resume on Slack", () => {
  let visit: Visit;
  beforeAll(async () => {
    visit = await openVisit("Socket Mode");
  });
  afterAll(() => visit.stop());

  const SCHOOL = {
    School: "TU Delft",
    Degree: "BSc",
    Subject: "Physics",
    Place: "Delft",
    "Worth telling": "Grade 8.1",
  };

  it("shows all six fields of a school at once, says in the form what is wrong, and keeps what was typed", async () => {
    const somebody = await owner(visit, amara.document);
    const { person, channel, at } = somebody;
    const overview = await person.runs(channel, "/prep resume edit").message();
    const list = await person.chooses(overview, "Choose a section", "Education").message();
    const form = await person.presses(list, "Add a school").view();
    expect(form.inputs().map(({ label }) => label)).toEqual([
      "School",
      "Degree",
      "Subject",
      "Place",
      "Dates",
      "Worth telling",
    ]);
    const wrong = await person.submits(form, { ...SCHOOL, Dates: "a while ago" }).heard();
    expect(Object.values(wrong.errors ?? {}).join()).toContain("a while ago");
    person.fills(form.now(), { Subject: "Applied physics" });
    await person.closes(form.now()).acked();
    const again = await person.presses(list, "Add a school").view();
    expect(again.plain()).toContain("Applied physics");
    await person.submits(again, { Dates: "2012 – 2015" }).acked();
    const saved = await appears(visit, at, "Saved.");
    expect(saved.ts).toBe(list.ts);
    expect(saved.plain()).toContain("BSc Applied physics, TU Delft");
    expect(await contentOf(visit, somebody)).toMatch(/TU Delft[\s\S]*Applied physics[\s\S]*Grade 8\.1/);
  });

  it("brings a job with more than four thousand letters of lines back whole", async () => {
    const bullets = Array.from(
      { length: 60 },
      (_, index) => `Wrote report ${index} on how the wards of the hospital share beds and nurses in winter`,
    );
    expect(bullets.join("\n").length).toBeGreaterThan(4_000);
    const [job, ...others] = amara.document.experience;
    const [role, ...roles] = job?.roles ?? [];
    const experience = job && role ? [{ ...job, roles: [{ ...role, bullets }, ...roles] }, ...others] : [];
    const somebody = await owner(visit, { ...amara.document, experience });
    const { person, channel, at } = somebody;
    const before = await contentOf(visit, somebody);
    const list = await person.runs(channel, "/prep resume edit section:experience").message();
    const option = list.selects()[0]?.options[0]?.text ?? "";
    // Sixty lines are more than one message of Slack's holds; the buttons stand below the last.
    await person.chooses(list, "Choose a job to change", option).acked();
    const entry = await appears(visit, at, "Wrote report 59");
    const form = await person.presses(entry, "Change").view();
    expect(form.inputs().length).toBe(6);
    await person.submits(form).acked();
    const saved = await appears(visit, at, "Saved.");
    expect(await contentOf(visit, somebody)).toBe(before);
    await person.chooses(saved, "Choose a job to change", option).acked();
    const next = await person.presses(await appears(visit, at, "Wrote report 59"), "Change").view();
    await person.submits(next, { "What you did": "Led a team of six" }).acked();
    await expect.poll(() => contentOf(visit, somebody)).toContain("Led a team of six");
    const content = await contentOf(visit, somebody);
    expect(content).toContain("Wrote report 59");
    expect(content).not.toContain("Wrote report 1 on");
  });

  it.each([
    ["Word (.docx)", "Amara-Okafor-resume.docx", "your Word file"],
    ["Markdown (.md)", "Amara-Okafor-resume.md", "your Markdown"],
    ["JSON Resume (.json)", "Amara-Okafor-resume.json", "your JSON Resume file"],
  ])("exports %s, which says the same when it is imported again", async (format, name, source) => {
    const somebody = await owner(visit, amara.document);
    const { person, channel } = somebody;
    const question = await person.runs(channel, "/prep resume export").message();
    const answer = await person.presses(question, format).message();
    expect(answer.plain()).toContain("The file is in your direct messages with this app.");
    await expect.poll(() => delivered(visit, somebody).map(({ file }) => file.name)).toEqual([name]);
    const [one] = delivered(visit, somebody);
    const again = await sends(visit, somebody, person.file(name, one?.file.bytes as Buffer));
    expect(again.plain()).toContain(`What I found in ${source}`);
    expect(again.plain()).toContain("It says the same as the resume that you have here");
  });

  it("checks it by the rules, and against an ad that is pasted into a form", async () => {
    const { person, channel, at } = await owner(visit, amara.document);
    const checked = await person.runs(channel, "/prep resume score").message();
    expect(checked.plain()).toMatch(/Score\n\d+ of 100/);
    expect(checked.blocks.at(-1)?.type).toBe("actions");
    const form = await person.presses(checked, "Check against an ad").view();
    const ad = "Requirements:\n- Wound care\n- Triage\n- Forklift licence\n- Patient education";
    await person.submits(form, { "Job ad": ad }).acked();
    const matched = await appears(visit, at, "Match with the ad");
    expect(matched.plain()).toMatch(/In your skills \(3\)[\s\S]*Not in your resume \(1\)[\s\S]*[Ff]orklift/);
    const typed = await person.runs(channel, "/prep resume score job:https://jobs.example/1").message();
    expect(typed.plain()).toContain("I could not check this ad.");
  });

  it("goes through weak lines: one edited in a form, one kept, and what came of it", async () => {
    const weak = ["Responsible for the till", "Helped with various campaigns for the summer season in the store"];
    const experience = amara.document.experience.slice(0, 1).map((job) => ({
      ...job,
      roles: job.roles.slice(0, 1).map((role) => ({ ...role, bullets: weak })),
    }));
    const somebody = await owner(visit, { ...amara.document, experience });
    const { person, channel, at } = somebody;
    let shown = await person.runs(channel, "/prep resume improve").messageSaying("Line 1 of 2");
    const button = shown.buttons().find(({ text }) => /^Edit/.test(text))?.text ?? "";
    const form = await person.presses(shown, button).view();
    await person
      .submits(form, { "Your line": "Ran two tills and balanced 4,000 euros a day without a shortfall" })
      .acked();
    shown = await appears(visit, at, "Line 2 of 2");
    const keep = shown.buttons().find(({ text }) => /^Keep/.test(text))?.text ?? "";
    const over = await person.presses(shown, keep).message();
    expect(over.plain()).toContain("1 line changed");
    expect(over.plain()).toContain("Before: Responsible for the till");
    expect(await contentOf(visit, somebody)).toContain("Ran two tills and balanced 4,000 euros a day");
    await person.presses(over, "Take back the last change").message();
    expect(await contentOf(visit, somebody)).toContain("Responsible for the till");
  });

  it("shows a resume of four pages in as few messages as it takes, whole, with the buttons at the end", async () => {
    const experience = corpus.slice(0, 12).flatMap(({ document }) => document.experience);
    const bullets = experience.flatMap(({ roles }) => roles.flatMap((role) => role.bullets));
    const longer = experience.map((job) => ({
      ...job,
      roles: job.roles.map((role) => ({
        ...role,
        bullets: role.bullets.flatMap((text) => [text, `${text} And more of it, told at length for whoever reads on.`]),
      })),
    }));
    const somebody = await owner(visit, { ...amara.document, experience: longer });
    const { person, channel, at } = somebody;
    await person.runs(channel, "/prep resume view").acked();
    const last = await appears(visit, at, "Earlier versions");
    expect(last.blocks.at(-1)?.type).toBe("actions");
    const parts = visit.server.visibleTo(person, channel).filter(({ text }) => text === last.text);
    expect(parts.length).toBeGreaterThan(1);
    const all = parts.map((part) => part.plain()).join("\n");
    for (const bullet of bullets) expect(all.split(`• ${bullet}`).length - 1).toBeGreaterThanOrEqual(2);
    expect(all).toContain("University of Leeds");
  });

  it("says so where a file does not reach the direct message", async () => {
    const somebody = await owner(visit, amara.document);
    const { person, channel, at } = somebody;
    visit.server.fault({ match: ({ path }) => path.startsWith("/upload/"), kind: "status", status: 500 });
    await person.runs(channel, "/prep resume export format:markdown").acked();
    const lost = await appears(visit, at, "could not be sent to your direct messages. Please ask for it again.");
    expect(lost.plain()).toContain("Amara-Okafor-resume.md");
    expect(delivered(visit, somebody)).toEqual([]);
  });

  it("takes a file in a form on top of the home card, and goes on in the card", async () => {
    const somebody = await owner(visit, amara.document);
    const { person } = somebody;
    const { server } = visit;
    const card = await person.usesShortcut("greenroom_home").view();
    await person.presses(card, "My resume").acked();
    await expect.poll(() => server.modal(person)?.plain()).toContain("Senior Staff Nurse");
    const form = await person.presses(server.modal(person) as View, "Import another file").view();
    expect(form.id).not.toBe(card.id);
    await person.submits(form, { File: [person.file("cv.md", strToU8(MARKDOWN.replace("31 %", "35 %")))] }).acked();
    await expect.poll(() => server.modal(person)?.plain()).toContain("What I found in your Markdown");
    expect(server.modal(person)?.id).toBe(card.id);
    await person.presses(server.modal(person) as View, "Save it").acked();
    await expect.poll(() => server.modal(person)?.plain()).toContain("Saved: this is your resume now.");
    await person.presses(server.modal(person) as View, "Make a PDF").acked();
    await expect.poll(() => server.modal(person)?.plain()).toContain("The files are in your direct messages");
    await expect.poll(() => delivered(visit, somebody).length).toBe(2);
  });

  it("still knows the buttons of older messages after a restart of the bot", async () => {
    const somebody = await owner(visit, amara.document);
    const { person, channel } = somebody;
    const viewed = await person.runs(channel, "/prep resume view").message();
    const proposal = await sends(visit, somebody, person.file("cv.md", strToU8(MARKDOWN.replace("31 %", "35 %"))));
    const pointer = await person.runs(channel, "/prep resume pdf").messageSaying("Classic template");
    await visit.restart();
    expect((await person.presses(proposal, "Save it").message()).plain()).toContain("Saved: this is your resume now.");
    expect(await contentOf(visit, somebody)).toContain("35 %");
    const compact = await person.presses(pointer, "Compact template").messageSaying("Compact template on A4");
    expect(compact.ts).toBe(pointer.ts);
    expect((await person.presses(viewed, "Edit").messageSaying("Choose a section")).plain()).toContain("Your resume");
  });

  it("broke nothing, and kept every request to Slack's own contract and limits", () => {
    expect(visit.server.violations).toEqual([]);
    expect(visit.house.broken).toEqual([]);
  });
});
