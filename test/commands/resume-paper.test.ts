import { Writable } from "node:stream";
import { extractText, getDocumentProxy } from "unpdf";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { gates } from "#commands/gates.ts";
import { commands } from "#commands/index.ts";
import { createOfflineModel } from "#src/ai/offline.ts";
import { createDispatch } from "#src/chat/dispatch.ts";
import type { File } from "#src/chat/message.ts";
import { createCoach } from "#src/coach/index.ts";
import { fileName, usualChoice } from "#src/coach/papers.ts";
import { importResume } from "#src/documents/import/import-resume.ts";
import { createPaperDrawer, PaperIncomplete } from "#src/documents/paper/index.ts";
import { createLog } from "#src/log.ts";
import { type Heard, type House, openHouse, seeded, TestPerson } from "../house/house.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.stop());

const ADA = `# Ada Lovelace

*Analyst*

Email: ada@analytical-engines.net

- [Papers](https://ada.example/papers)

## Summary

Writes programs for machines that are not built yet.

## Skills

- Mathematics, Translation

## Experience

### Analytical Engines

#### Analyst

Mar 1941 – Present

- Computed 7 Bernoulli numbers without a machine

### Babbage & Sons

#### Translator

1940

- Translated 40 pages and added 65 pages of notes

## Education

### Home

#### Mathematics
`;

describe("/resume pdf", () => {
  it("tells somebody without a resume how to get one, and goes on with it later", async () => {
    const heard = await house.person("Nobody").says("resume pdf template:modern");
    expect(heard.text).toContain("You have no resume here yet.");
    const kept = await house.db.pendingRequest.findFirstOrThrow({ where: { user: { name: "Nobody" } } });
    expect(kept).toMatchObject({ subcommand: "pdf", options: { template: "modern" } });
  });

  it("gives the file, named after the person, and its first page as a picture that is told in words", async () => {
    const { person } = await writer("Ada");
    const heard = await person.says("resume pdf");
    const pdf = fileOf(heard, "file");
    expect(pdf).toMatchObject({ name: "Ada-Lovelace-resume.pdf", mediaType: "application/pdf" });
    expect(fileOf(heard, "image").name).toBe("Ada-Lovelace-resume-page-1.png");
    expect([...fileOf(heard, "image").bytes.subarray(1, 4)]).toEqual([...Buffer.from("PNG")]);
    expect(heard.text).toContain("Classic template on A4 paper.");
    expect(heard.text).toContain(
      "The only page of your resume in the classic template. On it: Ada Lovelace; Analyst; summary; 2 skills; experience at Analytical Engines, Babbage & Sons; education at Home.",
    );
    expect(heard.text).toContain(`Ada-Lovelace-resume.pdf: 1 page, ${Math.round(pdf.bytes.length / 1000)} kB.`);
    expect(heard.message.tone).toBe("good");
    expect(person.progress.map(({ summary }) => summary)).toEqual(["Drawing your resume and reading it back…"]);
    const text = await textOf(pdf);
    const facts = ["Ada Lovelace", "Analyst", "ada@analytical-engines.net", "Mathematics", "Analytical Engines"];
    for (const fact of [...facts, "Computed 7 Bernoulli numbers without a machine", "Babbage & Sons", "65 pages"]) {
      expect(text).toContain(fact);
    }
  });

  it("gives the same bytes twice, and others after a change", async () => {
    const { person, id } = await writer("Twice");
    const [first, second] = [await person.says("resume pdf"), await person.says("resume pdf")];
    expect(fileOf(second, "file").bytes).toEqual(fileOf(first, "file").bytes);
    expect(fileOf(second, "image").bytes).toEqual(fileOf(first, "image").bytes);
    // A number that is saved is no change of the resume.
    await house.db.$executeRaw`UPDATE "Resume" SET "atsScore" = NULL WHERE "userId" = ${id}`;
    await person.says("resume score");
    expect(fileOf(await person.says("resume pdf"), "file").bytes).toEqual(fileOf(first, "file").bytes);
    await house.coach.resumes.replace(id, "edit", ADA.replace("40 pages", "41 pages"));
    expect(fileOf(await person.says("resume pdf"), "file").bytes).not.toEqual(fileOf(first, "file").bytes);
  });

  it("remembers what was chosen last, by option or by button", async () => {
    const { person, id } = await writer("Chooser");
    const saved = () =>
      house.db.user.findUniqueOrThrow({ where: { id }, select: { paperTemplate: true, paperSize: true } });
    const usual = await person.says("resume pdf");
    expect(await saved()).toEqual({ paperTemplate: null, paperSize: null });
    expect(usual.buttons).toEqual([
      "Modern template",
      "Compact template",
      "On Letter paper",
      "Other formats",
      "Check my resume",
    ]);
    const letter = await person.presses(usual, "On Letter paper");
    expect(letter.text).toContain("Classic template on Letter paper.");
    expect(letter.reply).toMatchObject({ placement: "in-place" });
    expect(await saved()).toEqual({ paperTemplate: "classic", paperSize: "Letter" });
    expect((await person.says("resume pdf template:compact")).text).toContain("Compact template on Letter paper.");
    const again = await person.says("resume pdf");
    expect(again.text).toContain("Compact template on Letter paper.");
    expect((await person.presses(again, "On A4 paper")).text).toContain("Compact template on A4 paper.");
    expect(await saved()).toEqual({ paperTemplate: "compact", paperSize: "A4" });
    // The same button again: the same paper, and nothing else is chosen.
    const same = await person.presses(again, "On A4 paper");
    expect(same.text).toContain("Compact template on A4 paper.");
    expect(await pageSizeOf(fileOf(same, "file"))).toEqual([595, 842]);
  });

  it("starts on Letter paper in the United States and Canada, and on A4 elsewhere", async () => {
    const size = (country: string | null) => usualChoice({ paperTemplate: null, paperSize: null, country }).paper;
    for (const country of ["USA", "U.S.", "the United States", "Austin, TX, United States of America", "Canada"]) {
      expect(size(country), country).toBe("Letter");
    }
    for (const country of ["États-Unis", "미국", "カナダ", "🇨🇦"]) expect(size(country), country).toBe("Letter");
    for (const country of ["Portugal", "United Kingdom", "", "Usbekistan", "Australia", null]) {
      expect(size(country), country ?? "none").toBe("A4");
    }
    expect(usualChoice({ paperTemplate: "gothic", paperSize: "B5", country: "Peru" })).toEqual({
      template: "classic",
      paper: "A4",
    });
    const { person, id } = await writer("Texan");
    await house.coach.profiles.save(id, { country: "United States" });
    const heard = await person.says("resume pdf");
    expect(heard.text).toContain("Classic template on Letter paper.");
    expect(await pageSizeOf(fileOf(heard, "file"))).toEqual([612, 792]);
  });

  it("tells which characters are printed as a replacement", async () => {
    const { person } = await writer("Boxed", ADA.replace("Translation", "Translation 🚀, Linear A \u{10600}"));
    const heard = await person.says("resume pdf");
    expect(heard.text).toContain(
      "2 characters are in no font that I have, so � is printed for each: 🚀  \u{10600} Write something else",
    );
    expect(heard.message.tone).toBe("warning");
    expect(await textOf(fileOf(heard, "file"))).toContain("Translation \ufffd");
  });

  it("has headings in the language of the resume, in any script", async () => {
    const german =
      "# Jana Weiß\n\n## Experience\n\n### Bäckerei Kurz\n\n#### Bäckerin\n\n2019 – Present\n\n- Jeden Morgen 400 Brote für die Stadt gebacken und drei Lehrlinge in der Backstube angeleitet\n";
    const jana = await (await writer("Jana", german)).person.says("resume pdf");
    expect(fileOf(jana, "file").name).toBe("Jana-Weiß-resume.pdf");
    expect(await textOf(fileOf(jana, "file"))).toMatch(/Berufserfahrung.*2019 – heute/);
    const korean =
      "# 김민준\n\n## Experience\n\n### 한국전자\n\n#### 엔지니어\n\n2019 – Present\n\n- 생산 라인의 불량률을 18% 줄였습니다\n";
    const kim = await (await writer("Kim", korean)).person.says("resume pdf");
    expect(fileOf(kim, "file").name).toBe("김민준-resume.pdf");
    expect(await textOf(fileOf(kim, "file"))).toContain("경력");
  });

  it("says when it has more pages than most people read", async () => {
    const bullets = Array.from(
      { length: 140 },
      (_, index) => `- Wrote note ${index} on the engine and sent it to London`,
    );
    const { person } = await writer("Long", `${ADA.replace("- Computed", `${bullets.join("\n")}\n- Computed`)}`);
    const heard = await person.says("resume pdf");
    expect(heard.text).toMatch(/It has [3-9] pages; most readers want one or two\./);
    expect(heard.text).toMatch(/Page 1 of [3-9] of your resume in the classic template\. From here on: Ada Lovelace/);
  });

  it("has nothing to print of headings alone", async () => {
    for (const [index, content] of ["## Skills\n\n## Experience\n", "-\n", "\u00a0"].entries()) {
      const { person } = await writer(`Empty ${index}`, content);
      for (const line of ["resume pdf", "resume export format:docx"]) {
        expect((await person.says(line)).text, content).toContain("You have no resume here yet.");
      }
    }
  });

  it("prints a resume of nothing but a name or an essay", async () => {
    const essay = "I have always liked bread, and this is why I became a baker. ".repeat(200);
    for (const [index, content] of ["# Zoë\n", "Just some words.\n", "\u202e!", essay].entries()) {
      const { person } = await writer(`Odd ${index}`, content);
      const heard = await person.says("resume pdf");
      expect(fileOf(heard, "file").bytes.length, content).toBeGreaterThan(500);
    }
  });

  it("draws for two presses at once", async () => {
    const { person } = await writer("Hasty");
    const heard = await person.says("resume pdf");
    const [modern, compact] = await Promise.all([
      person.presses(heard, "Modern template"),
      person.presses(heard, "Compact template"),
    ]);
    expect(modern.text).toContain("Modern template on A4");
    expect(compact.text).toContain("Compact template on A4");
    expect((await person.says("resume pdf")).text).toMatch(/^(Modern|Compact) template on A4 paper\.$/m);
  });

  it("refuses a forged button, and draws only the presser's own resume", async () => {
    const { person } = await writer("Owner");
    for (const id of ["resume/pdf-as:gothic:A4", "resume/pdf-as:modern:B5", "resume/export-as:exe", "resume/pdf-as:"]) {
      expect((await person.pressesId(id)).text, id).toContain("This button is out of date.");
    }
    const stranger = house.person("Stranger");
    const heard = await stranger.pressesId("resume/pdf-as:modern:A4");
    expect(heard.text).toContain("You have no resume here yet.");
    expect((await stranger.pressesId("resume/export-as:docx")).text).toContain("You have no resume here yet.");
  });

  it("hands out nothing when a fact cannot be read back, and logs a reference without the facts", async () => {
    await writer("Unlucky");
    const paperDrawer = createPaperDrawer();
    const log: string[] = [];
    const lines = new Writable({
      write(chunk, _, done) {
        log.push(String(chunk));
        done();
      },
    });
    const logger = createLog("info", lines);
    const random = seeded(1);
    const settings = { db: house.db, builtIn: createOfflineModel(random), clock: () => new Date(), random };
    const broken = createDispatch({
      commands,
      gates,
      coach: createCoach({
        ...settings,
        paperDrawer: { ...paperDrawer, renderResume: () => Promise.reject(new PaperIncomplete(["ada@example"])) },
      }),
      explain: () => undefined,
      fetchFile: () => Promise.reject(new Error("nothing is attached")),
      report: {
        handled: () => {},
        broken: ({ error, ...rest }) => logger.error({ ...rest, err: error }, "an interaction broke"),
      },
    });
    const heard = await new TestPerson(broken, "Unlucky").says("resume pdf");
    await paperDrawer.stop();
    const [, reference] = /Something broke on our side \(ref (\w+)\)/.exec(heard.text) ?? [];
    expect(heard.message.blocks.some(({ kind }) => kind === "file")).toBe(false);
    expect(log.join("")).toContain(`"reference":"${reference}"`);
    expect(log.join("")).toContain("1 facts cannot be read back");
    expect(log.join("")).not.toContain("ada@example");
  });
});

describe("the name of a file", () => {
  it("is the person's own in any script, and safe everywhere", () => {
    expect(fileName("Ada Lovelace")).toBe("Ada-Lovelace-resume");
    expect(fileName("María-José O’Neill, Jr.")).toBe("María-José-O-Neill-Jr-resume");
    expect(fileName("김민준")).toBe("김민준-resume");
    expect(fileName("अनीता शर्मा")).toBe("अनीता-शर्मा-resume");
    expect(fileName("../../etc/passwd\u202efdp.exe")).toBe("etc-passwd-fdp-exe-resume");
    expect(fileName("CON")).toBe("CON-resume");
    expect(fileName('a"b;c\r\nd')).toBe("a-b-c-d-resume");
    for (const nothing of [undefined, "", "🙂 …"]) expect(fileName(nothing)).toBe("resume");
    const long = fileName("अनीता ".repeat(60));
    expect(Buffer.byteLength(long)).toBeLessThan(200);
    expect(long).toMatch(/\p{L}\p{M}*-resume$/u);
  });
});

describe("/resume export", () => {
  it("asks for the kind of file, with what each is good for", async () => {
    const { person } = await writer("Asked");
    const heard = await person.says("resume export");
    expect(heard.text).toContain("Word (.docx): for employers and agencies that ask for Word");
    expect(heard.buttons).toEqual(["Word (.docx)", "Markdown (.md)", "JSON Resume (.json)"]);
    const word = await person.presses(heard, "Word (.docx)");
    expect(word.text).toContain("Ada-Lovelace-resume.docx, ");
    expect(word.buttons).toEqual(["Markdown (.md)", "JSON Resume (.json)", "Make a PDF"]);
  });

  it("gives each kind with its name and media type, and nothing is lost on the way back", async () => {
    const { person, id } = await writer("Exporter");
    const { document } = await house.coach.resumes.get(id);
    const markdown = fileOf(await person.says("resume export format:markdown"), "file");
    expect(markdown).toMatchObject({ name: "Ada-Lovelace-resume.md", mediaType: "text/markdown; charset=utf-8" });
    expect((await importResume(markdown)).document).toEqual(document);
    const json = fileOf(await person.says("resume export format:json"), "file");
    expect(json).toMatchObject({ name: "Ada-Lovelace-resume.json", mediaType: "application/json" });
    expect((await importResume(json)).document).toEqual(document);
    const docx = fileOf(await person.says("resume export format:docx"), "file");
    expect(docx).toMatchObject({
      name: "Ada-Lovelace-resume.docx",
      mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    });
    expect((await importResume(docx)).document).toEqual(document);
  });
});

it("broke nothing", () => {
  expect(house.broken).toEqual([]);
});

async function writer(name: string, content = ADA): Promise<{ person: TestPerson; id: string }> {
  const person = house.person(name);
  await person.says("career");
  const { id } = await house.db.user.findFirstOrThrow({ where: { name } });
  await house.coach.resumes.replace(id, "import", content);
  return { person, id };
}

function fileOf(heard: Heard, kind: "file" | "image"): File {
  const found = heard.message.blocks.find((block) => block.kind === kind);
  if (!found || !("file" in found)) throw new Error(`No ${kind} in:\n${heard.text}`);
  return found.file;
}

async function textOf({ bytes }: File): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(bytes.slice()), { mergePages: true });
  return text.replaceAll(/\s+/g, " ");
}

async function pageSizeOf({ bytes }: File): Promise<number[]> {
  const page = await (await getDocumentProxy(bytes.slice())).getPage(1);
  return page.view.slice(2).map(Math.round);
}
