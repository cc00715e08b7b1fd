import { strToU8 } from "fflate";
import { extractText, getDocumentProxy } from "unpdf";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { parseResume, printResume } from "#src/documents/resume-markdown.ts";
import { type CorpusResume, corpus } from "#test/documents/corpus/index.ts";
import { LAYOUTS, type Layout } from "#test/documents/corpus/layouts.ts";
import { drawPdf } from "#test/documents/corpus/pdf.ts";
import type { Person, Place } from "#test/servers/discord/index.ts";
import { type DiscordHouse, openDiscordHouse, type Read, read } from "./house.ts";
import { linesAbout, longResume } from "./long-resume.ts";

vi.setConfig({ testTimeout: 60_000 });

let bot: DiscordHouse;
let channel: Place;
let bystander: Person;
beforeAll(async () => {
  bot = await openDiscordHouse();
  channel = bot.server.guild({ name: "Career club" }).channel("general");
  bystander = bot.server.person({ name: "Bystander" });
});
afterAll(() => bot.stop());

const amara = corpus[0] as CorpusResume;
const plainLayout = LAYOUTS[0] as Layout;
const AMARA = printResume(amara.document);

async function pdfOf(person: Person, resume = amara) {
  const bytes = await drawPdf(resume, plainLayout, 0);
  return person.attaches({ name: "cv.pdf", mediaType: "application/pdf", bytes });
}

function markdownOf(person: Person, text: string) {
  return person.attaches({ name: "resume.md", mediaType: "text/markdown", bytes: strToU8(text) });
}

async function userIdOf({ id }: Person): Promise<string> {
  return (await bot.house.db.chatAccount.findFirstOrThrow({ where: { platformUserId: id } })).userId;
}

async function contentOf(person: Person): Promise<string | undefined> {
  return (await bot.house.coach.resumes.find(await userIdOf(person)))?.content;
}

/** Somebody whose resume is this one, brought the way a person brings it. */
async function owner(name: string, markdown = AMARA): Promise<Person> {
  const person = bot.server.person({ name, installed: true });
  const shown = await read(person.runs(channel, "resume import", { file: markdownOf(person, markdown) }));
  await read(person.presses(shown.last, "Save it"));
  expect(await contentOf(person)).toBe(printResume(parseResume(markdown).document));
  return person;
}

const labels = ({ last }: Read) => last.buttons().map(({ label }) => label);

describe("/resume import on Discord", () => {
  it("reads a PDF that is attached to the command, shows it, and saves it when told to", async () => {
    const ada = bot.server.person({ name: "Ada" });
    const shown = await read(ada.runs(channel, "resume import", { file: await pdfOf(ada) }));
    expect(shown.last.ephemeral).toBe(true);
    expect(shown.text).toContain("What I found in your PDF\nNothing is saved yet");
    expect(shown.text).toContain("amara.okafor@example.org · +44 20 7946 0958");
    expect(shown.text).toContain("Senior Staff Nurse · St Mary's Hospital");
    expect(labels(shown)).toEqual(["Save it", "Don't save"]);
    expect(await contentOf(ada)).toBeUndefined();
    const saved = await read(ada.presses(shown.last, "Save it"));
    expect(saved.last.id).toBe(shown.last.id);
    expect(saved.text).toContain("Saved: this is your resume now.");
    expect(await contentOf(ada)).toContain("Senior Staff Nurse");
    expect(bot.server.visibleTo(bystander, channel)).toEqual([]);
  });

  it("takes a file that is uploaded in a form, and shows how it differs from what is here", async () => {
    const ada = await owner("Ada uploading", AMARA.replace("31 %", "13 %").replace("Triage, ", ""));
    const modal = await ada.runs(channel, "resume import").modal();
    const shown = await read(ada.submits(modal, { File: [await pdfOf(ada)] }));
    expect(shown.last.ephemeral).toBe(true);
    expect(shown.text).toMatch(/Compared with the resume that you have here: \d+ new, \d+ changed/);
    expect(shown.text).toMatch(/~ Was: Cut medication errors by 13 %.*\n~ Now: Cut medication errors by 31 %/);
    expect(shown.text).toContain("+ New: Triage");
    const saved = await read(ada.presses(shown.last, "Save it"));
    expect(saved.text).toContain("kept under earlier versions");
    const back = await read(ada.presses(saved.last, "Bring back what was there before"));
    expect(back.text).toContain("again what it was");
    expect(await contentOf(ada)).toContain("13 %");
  });

  it("takes a text that is pasted into the form, and keeps it when a file came as well", async () => {
    const ada = bot.server.person({ name: "Ada pasting" });
    const modal = await ada.runs(channel, "resume import").modal();
    const both = await read(ada.submits(modal, { File: [await pdfOf(ada)], "Or paste it": AMARA }));
    expect(both.text).toContain("I need only one of them");
    const again = await ada.presses(both.last, "Open the form again").modal();
    expect(again.fields()[1]?.value).toBe(AMARA);
    const shown = await read(ada.submits(again));
    expect(shown.text).toContain("What I found in your Markdown");
    const dropped = await read(ada.presses(shown.last, "Don't save"));
    expect(dropped.text).toContain("Not saved.");
    expect(await contentOf(ada)).toBeUndefined();
  });

  it("says what to do about a wrong kind of file, as the command's answer and the form's", async () => {
    const ada = bot.server.person({ name: "Ada photographing" });
    const bytes = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);
    const photo = ada.attaches({ name: "cv.pdf", mediaType: "application/pdf", bytes });
    const refused = await ada.runs(channel, "resume import", { file: photo }).message();
    await expect.poll(() => refused.text()).toMatch(/which I cannot read.*\n?.*Send a PDF, Word/);
    expect(refused.ephemeral).toBe(true);
    const modal = await ada.runs(channel, "resume import").modal();
    const same = await read(ada.submits(modal, { File: [photo] }));
    expect(same.text).toContain("Send a PDF, Word");
    expect(labels(same)).toEqual(["Open the form again"]);
  });

  it("says that a link has expired, and what to do", async () => {
    const ada = bot.server.person({ name: "Ada waiting" });
    const expired = { match: ({ path }: { path: string }) => path.includes("/attachments/"), kind: "status" as const };
    bot.server.fault({ ...expired, status: 404, body: "This content is no longer available." });
    const refused = await ada.runs(channel, "resume import", { file: await pdfOf(ada) }).message();
    await expect.poll(() => refused.text()).toContain("The link to this file has expired.");
    expect(refused.text()).toContain("Attach the file again.");
    expect((await read(ada.runs(channel, "resume import", { file: await pdfOf(ada) }))).text).toContain("your PDF");
  });

  it("goes on with what was asked for, once there is a resume", async () => {
    const ada = bot.server.person({ name: "Ada printing" });
    const none = await read(ada.runs(channel, "resume pdf"));
    expect(none.text).toContain("You have no resume here yet.");
    const modal = await ada.presses(none.last, "Import a file").modal();
    const shown = await read(ada.submits(modal, { File: [await pdfOf(ada)] }));
    const made = await read(ada.presses(shown.last, "Save it"));
    expect(made.files.map(({ name }) => name)).toContain("Amara-Okafor-resume.pdf");
  });
});

describe("/resume edit on Discord", () => {
  it("splits a form of six fields, and brings back what was typed after an error", async () => {
    const ada = await owner("Ada studying");
    const list = await ada.runs(channel, "resume edit", { section: "education" }).message();
    const first = await ada.presses(list, "Add a school").modal();
    expect(first.title).toBe("A school (1 of 2)");
    expect(first.fields().map(({ label }) => label)).toEqual(["School", "Degree", "Subject"]);
    const kept = await ada.submits(first, { School: "Open University", Degree: "MSc", Subject: "Nursing" }).message();
    expect(kept.text()).toContain("That part is kept.");
    const second = await ada.presses(kept, "Go on").modal();
    expect(second.title).toBe("A school (2 of 2)");
    const wrong = await ada
      .submits(second, { Place: "Leeds", Dates: "when I was young", "Worth telling": "Thesis on wards\nFirst" })
      .message();
    expect(wrong.text()).toContain('I cannot read "when I was young" as dates.');
    const again = await ada.presses(wrong, "Open the form again").modal();
    expect([again.title, ...again.fields().map(({ value }) => value)]).toEqual([
      "A school (2 of 2)",
      "Leeds",
      "when I was young",
      "Thesis on wards\nFirst",
    ]);
    const saved = await ada.submits(again, { Dates: "2020 - 2022" }).message();
    expect(saved.text()).toContain("Saved.");
    const content = (await contentOf(ada)) ?? "";
    expect(parseResume(content).document.education[0]).toEqual({
      school: "Open University",
      degree: "MSc",
      field: "Nursing",
      location: "Leeds",
      dates: { start: { year: 2020 }, end: { year: 2022 } },
      bullets: ["Thesis on wards", "First"],
    });
  });

  it("brings a job with more than 4,000 letters of lines back whole", async () => {
    const bullets = linesAbout("site", 60);
    expect(bullets.join("\n").length).toBeGreaterThan(5_000);
    const [job, ...others] = longResume.experience;
    const role = { ...job?.roles[0], title: "Site manager", bullets };
    const document = { ...longResume, experience: [{ employer: "Construtora 1", ...job, roles: [role] }, ...others] };
    const ada = await owner("Ada building", printResume(document));
    const before = await contentOf(ada);
    const list = await ada.runs(channel, "resume edit", { section: "experience" }).message();
    const option = list.selects()[0]?.options[0]?.label ?? "";
    const entry = await read(ada.chooses(list, "Choose a job to change", [option]));
    for (const line of bullets) expect(entry.text).toContain(line);
    const first = await ada.presses(entry.last, "Change").modal();
    const kept = await ada.submits(first, { "Job title": "Chief site manager" }).message();
    const second = await ada.presses(kept, "Go on").modal();
    const filled = second.fields().filter(({ label }) => label.startsWith("What you did"));
    expect(filled.length).toBeGreaterThan(1);
    expect(filled.map(({ value }) => value).join("\n")).toContain(bullets.join("\n"));
    expect((await ada.submits(second).message()).text()).toContain("Saved.");
    expect(await contentOf(ada)).toBe(before?.replace("#### Site manager", "#### Chief site manager"));
  });
});

describe("/resume pdf and export on Discord", () => {
  it("attaches the PDF and a picture of its first page to the private answer, and another template by its button", async () => {
    const ada = await owner("Ada printing out");
    const made = await read(ada.runs(channel, "resume pdf", { paper: "Letter" }));
    expect(made.last.ephemeral).toBe(true);
    const [picture, pdf] = made.files;
    expect([picture?.name, picture?.mediaType]).toEqual(["Amara-Okafor-resume-page-1.png", "image/png"]);
    expect(picture?.description).toMatch(
      /^The only page of your resume in the classic template\. On it: Amara Okafor;/,
    );
    expect([...(picture?.bytes.subarray(0, 4) ?? [])]).toEqual([0x89, 0x50, 0x4e, 0x47]);
    expect([pdf?.name, pdf?.mediaType]).toEqual(["Amara-Okafor-resume.pdf", "application/pdf"]);
    const said = await textOfPdf(pdf?.bytes);
    for (const fact of ["Amara Okafor", "Senior Staff Nurse", "St Mary's Hospital", "31 %", "University of Leeds"])
      expect(said).toContain(fact);
    expect(made.text).toContain("Classic template on Letter paper.");

    const modern = await read(ada.presses(made.last, "Modern template"));
    expect(modern.last.id).toBe(made.last.id);
    expect(modern.text).toContain("Modern template on Letter paper.");
    expect(modern.files.map(({ name }) => name)).toEqual(made.files.map(({ name }) => name));
    expect(modern.files[1]?.bytes.equals(pdf?.bytes ?? Buffer.alloc(0))).toBe(false);
    expect(await textOfPdf(modern.files[1]?.bytes)).toContain("Senior Staff Nurse");
    expect(bot.server.visibleTo(bystander, channel)).toEqual([]);
  });

  it("exports each kind of file, and each comes back by import without loss", async () => {
    const ada = await owner("Ada exporting", printResume(longResume));
    let shown = await read(ada.runs(channel, "resume export"));
    for (const [label, name] of [
      ["Word (.docx)", "Ines-Ferreira-resume.docx"],
      ["Markdown (.md)", "Ines-Ferreira-resume.md"],
      ["JSON Resume (.json)", "Ines-Ferreira-resume.json"],
    ] as const) {
      shown = await read(ada.presses(shown.last, label));
      expect(shown.files.map((file) => file.name)).toEqual([name]);
      const { mediaType = "", bytes = Buffer.alloc(0) } = shown.files[0] ?? {};
      const file = ada.attaches({ name, mediaType, bytes });
      const back = await read(ada.runs(channel, "resume import", { file }));
      expect([name, back.text]).toEqual([name, expect.stringContaining("It says the same as the resume")]);
    }
  });
});

describe("/resume score and improve on Discord", () => {
  it("checks by the rules, and against an ad that is pasted into a form", async () => {
    const ada = await owner("Ada checking");
    const checked = await read(ada.runs(channel, "resume score"));
    expect(checked.text).toMatch(/Score: \d+ of 100/);
    expect(checked.text).toContain("It is not any employer's formula");
    const modal = await ada.presses(checked.last, "Check against an ad").modal();
    const ad = "Requirements: triage, wound care, forklift licence\nNice to have: Welsh";
    const matched = await read(ada.submits(modal, { "Job ad": ad }));
    expect(matched.text).toContain("In your skills (2): triage, wound care");
    expect(matched.text).toMatch(/Not in your resume \(2\): forklift licence, Welsh \(preferred\)/);
    const typed = await read(ada.runs(channel, "resume score", { job: ad }));
    expect(typed.text).toBe(matched.text);
    expect(matched.last.ephemeral).toBe(true);
  });

  it("goes through the lines: one edited in its form, one kept, and sums up", async () => {
    const weak = AMARA.replace(/- Cared for up to eight.*/, "- Responsible for various patients on the ward");
    const ada = await owner("Ada improving", weak);
    const shown = await read(ada.runs(channel, "resume improve"));
    expect(shown.text).toContain("Line 1 of 2");
    expect(shown.text).toContain("Responsible for various patients on the ward");
    const edit = labels(shown).find((label) => /^Edit/.test(label)) ?? "";
    const modal = await ada.presses(shown.last, edit).modal();
    const next = await read(
      ada.submits(modal, { "Your line": "Cared for up to eight patients per shift on an acute ward" }),
    );
    expect(next.last.id).toBe(shown.last.id);
    expect(next.text).toContain("Line 2 of 2");
    const keep = labels(next).find((label) => /^Keep/.test(label)) ?? "";
    const over = await read(ada.presses(next.last, keep));
    expect(over.text).toContain("1 line changed");
    expect(over.text).toContain("Kept as they were: 1");
    expect(await contentOf(ada)).toContain("- Cared for up to eight patients per shift on an acute ward");
    const undone = await read(ada.presses(over.last, "Take back the last change"));
    expect(undone.text).toContain("Taken back");
    expect(await contentOf(ada)).toContain("- Responsible for various patients on the ward");
  });
});

describe("what is longer than a message of Discord", () => {
  const bullets = longResume.experience.flatMap(({ roles }) => roles.flatMap((role) => role.bullets));

  it("shows four pages of a resume whole and in order, in messages for one person, with the buttons at the end", async () => {
    const ada = await owner("Ada reading", printResume(longResume));
    const shown = await read(ada.runs(channel, "resume view"));
    expect(shown.messages.length).toBeGreaterThan(2);
    expect(shown.messages.every(({ ephemeral }) => ephemeral)).toBe(true);
    expect(shown.messages.slice(0, -1).flatMap((message) => message.buttons())).toEqual([]);
    expect(labels(shown)).toContain("Make a PDF");
    expect(shown.files).toEqual([]);
    expect(shown.text.match(/(?<=^• )Led site.*/gm)).toEqual(bullets);
    for (const { employer } of longResume.experience)
      expect(shown.text).toContain(`Site manager · ${employer} · Lisbon`);
  });

  it("shows a long difference whole, and what is saved from its last message", async () => {
    const ada = await owner("Ada replacing", printResume(longResume));
    const other = printResume(longResume).replaceAll(/(number [1-7] .*) the last invoice/g, "$1 the very last invoice");
    const shown = await read(ada.runs(channel, "resume import", { file: markdownOf(ada, other) }));
    expect(shown.messages.length).toBeGreaterThan(2);
    expect(labels(shown)).toEqual(["Save it", "Don't save"]);
    expect(shown.files).toEqual([]);
    const changed = bullets.filter((line) => / number [1-7] /.test(line));
    expect(shown.text.match(/(?<=^~ Now: )Led site.*/gm)).toEqual(
      changed.map((line) => line.replace("the last", "the very last")),
    );
    const saved = await read(ada.presses(shown.last, "Save it"));
    expect(saved.text).toContain("Saved: this is your resume now.");
    expect(await contentOf(ada)).toContain("to the very last invoice");
  });

  it("attaches the whole of what not even five messages hold, also where the app is on the person's account alone", async () => {
    const ada = await owner("Ada replacing all", printResume(longResume));
    const other = printResume(longResume).replaceAll("to the last invoice", "to the very last invoice");
    const shown = await read(ada.runs(ada.elsewhere, "resume import", { file: markdownOf(ada, other) }));
    expect(shown.messages).toHaveLength(5);
    expect(shown.text).toContain("The whole text is in the attached file.");
    expect(labels(shown)).toEqual(["Save it", "Don't save"]);
    const whole = shown.files[0]?.bytes.toString("utf8") ?? "";
    expect(whole.match(/(?<=^~ Now: )Led site.*/gm)).toEqual(
      bullets.map((line) => line.replace("the last", "the very last")),
    );
  });

  it("shows every line that a check names", async () => {
    const words = ["helped with", "was responsible for", "various", "I worked on my"];
    const weak = printResume(longResume).replaceAll(
      /^- Led (site \d+), building number (\d+).*/gm,
      (_all, site, number) =>
        `- I ${words[Number(number) % 4]} ${site} and team player things number ${number}, helped`,
    );
    const ada = await owner("Ada checking all", weak);
    const shown = await read(ada.runs(channel, "resume score"));
    const { score } = await bot.house.coach.checks.check(await userIdOf(ada), undefined);
    const named = score.rules.flatMap(({ evidence }) => evidence);
    expect(named.length).toBeGreaterThanOrEqual(20);
    for (const line of named) expect(shown.text).toContain(line);
    expect(labels(shown)).toContain("Improve my lines");
    expect(shown.files).toEqual([]);
  });
});

it("kept every request to Discord's own contract and limits, and answered each once", () => {
  expect(bot.server.violations).toEqual([]);
  expect(bot.undelivered).toEqual([]);
  expect(bot.house.broken).toEqual([]);
  const refused = bot.server.journal.filter(({ method, status = 0 }) => method !== "GATEWAY" && status >= 400);
  // The link that a test let expire.
  expect(refused.map(({ path, status }) => [path.split("/")[1], status])).toEqual([["attachments", 404]]);
  const callbacks = bot.server.journal.filter(({ path }) => path.endsWith("/callback")).map(({ path }) => path);
  expect(new Set(callbacks).size).toBe(callbacks.length);
});

async function textOfPdf(bytes: Buffer | undefined): Promise<string> {
  expect(bytes?.subarray(0, 5).toString("latin1")).toBe("%PDF-");
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes ?? [])), { mergePages: true });
  return text;
}
