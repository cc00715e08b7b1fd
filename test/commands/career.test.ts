import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { House, TestPerson } from "../house/house.ts";
import { openHouse } from "../house/house.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.stop());

const RESUME = `# Ada Lovelace

ada@example.org

## Experience

### Acme

#### Analyst

2020 – Present

- Cut the time of the monthly report from five days to one for 40 branches
`;

async function withProfile(name: string): Promise<{ person: TestPerson; id: string }> {
  const person = house.person(name);
  await person.says("career");
  const { id } = await house.db.user.findFirstOrThrow({ where: { name } });
  await house.coach.profiles.specialise(id, "tech-software-development");
  return { person, id };
}

describe("the home card", () => {
  it("asks for a profile first", async () => {
    const card = await house.person("Newcomer").says("career");
    expect(card.text).toContain("Next: tell me your industry.");
    expect(card.text).toContain("Resume: None yet");
    expect(card.text).toContain("Cover letters: None yet");
    expect(card.buttons).toEqual(["Set up my profile"]);
    const { id } = await house.db.user.findFirstOrThrow({ where: { name: "Newcomer" } });
    await house.coach.resumes.replace(id, "import", RESUME);
    const buttons = (await house.person("Newcomer").says("career")).buttons;
    expect(buttons).toEqual(["Set up my profile", "My resume", "Write a cover letter"]);
  });

  it("then for a resume, to import or to write, with a quiz still at hand", async () => {
    const { person, id } = await withProfile("Unwritten");
    const card = await person.says("career");
    expect(card.text).toContain("Next: your resume.");
    expect(card.buttons.slice(0, 3)).toEqual(["Import my resume", "Write it here", "Start a quiz"]);
    // An emptied resume is none.
    await house.db.resume.create({ data: { userId: id, content: " \n\n" } });
    expect((await person.says("career")).text).toContain("Next: your resume.");
  });

  it("shows the resume's score and the letters, and goes on to a quiz", async () => {
    const { person, id } = await withProfile("Written");
    const { score } = await house.coach.resumes.replace(id, "import", RESUME);
    const letter = { userId: id, content: "Dear all", companyName: "Acme", jobTitle: "Analyst" };
    await house.db.coverLetter.createMany({ data: [letter, letter, { ...letter, status: "completed" }] });
    const card = await person.says("career");
    expect(card.text).toContain(`Resume: ${score} of 100`);
    expect(card.text).toContain("Cover letters: 3 (2 drafts)");
    expect(card.text).toContain("Next: your first quiz.");
    expect(card.buttons).toEqual(["Start a quiz", "My resume", "My cover letters", "My history", "My profile"]);
    await house.db.coverLetter.updateMany({ where: { userId: id }, data: { status: "completed" } });
    expect((await person.says("career")).text).toContain("Cover letters: 3\n");
  });

  it("keeps an open quiz before a missing resume", async () => {
    const { person } = await withProfile("Busy");
    await person.says("quiz start questions:3");
    const card = await person.says("career");
    expect(card.text).toContain("Next: your quiz is waiting at question 1 of 3.");
    expect(card.buttons[0]).toBe("Carry on with my quiz");
  });

  it("leads to the resume, to the letters and to the first letter", async () => {
    const { person, id } = await withProfile("Opener");
    await house.coach.resumes.replace(id, "import", RESUME);
    const card = await person.says("career");
    const shown = await person.presses(card, "My resume");
    expect(shown.reply).toMatchObject({ kind: "message", placement: "new-private" });
    expect(shown.text).toContain("Cut the time of the monthly report");
    expect(card.button("Write a cover letter")).toBe("cover-letter/new");
    const letter = { userId: id, content: "Dear all", companyName: "Acme", jobTitle: "Analyst" };
    await house.db.coverLetter.create({ data: letter });
    expect((await person.says("career")).button("My cover letters")).toBe("cover-letter/list");
    expect(house.broken).toEqual([]);
  });

  it("costs one statement beside the two of every interaction", async () => {
    const { person, id } = await withProfile("Counted");
    await house.coach.resumes.replace(id, "import", RESUME);
    await person.says("career");
    await house.dispatch.idle();
    house.statements.length = 0;
    await person.says("career");
    await house.dispatch.idle();
    const statements = house.statements.filter((sql) => !/^\s*(BEGIN|COMMIT|SET)/.test(sql));
    expect(statements.filter((sql) => !sql.includes("InboxEntry"))).toHaveLength(1);
    expect(statements).toHaveLength(3);
  });

  it("scores what another program has written, and saves that number", async () => {
    const { person, id } = await withProfile("Elsewhere");
    for (const values of [
      { atsScore: null, feedback: null },
      { atsScore: 12, feedback: null },
      { atsScore: 99, feedback: "You should write more." },
      { atsScore: 99, feedback: JSON.stringify({ version: "0", score: 99, rules: [] }) },
      { atsScore: 99, feedback: JSON.stringify({ version: "1", score: 98, rules: [] }) },
      { atsScore: 99, feedback: "[1" },
    ]) {
      await house.db.resume.upsert({
        where: { userId: id },
        create: { userId: id, content: RESUME, ...values },
        update: values,
      });
      const card = await person.says("career");
      const saved = await house.db.resume.findUniqueOrThrow({ where: { userId: id } });
      expect(card.text).toContain(`Resume: ${saved.atsScore} of 100`);
      expect(saved.atsScore).not.toBe(values.atsScore);
      expect(JSON.parse(saved.feedback ?? "")).toMatchObject({ version: "1", score: saved.atsScore });
    }
  });
});
