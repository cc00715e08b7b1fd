import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { EDIT_LINE, KEEP, STOP, UNDO, USE, WRITE_LINE } from "#commands/resume/improve-actions.ts";
import { type Heard, type House, openHouse, type TestPerson } from "../house/house.ts";

const RESUME = `# Rosa Lindgren
- Email: rosa.lindgren@example.com
- Phone: +46 8 555 0142

## Summary

Shop manager with nine years in food retail. I am a hard-working team player. Looks for a larger store.

## Experience

### Norrby Livs | Uppsala

#### Shop manager | Mar 2021 – Present

- Responsible for the till
- Cut shrinkage from 3.1 to 1.9 % in a year by counting the cold shelves every Monday
- Trained new cashiers

#### Cashier | Aug 2016 – Feb 2021

- Responsible for the till
- Helped with various campaigns for the summer season in the store and outside of it

## Projects

### Neighbourhood fridge | 2023

- Responsible for the till

## Education

### Uppsala Trade School

- Thesis on waste in small stores
`;

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(async () => {
  expect(house.broken).toEqual([]);
  await house.stop();
});

/** Somebody with this resume. */
async function owner(name: string, content = RESUME): Promise<TestPerson & { id: string }> {
  const person = house.person(name);
  await person.says("career");
  const { userId: id } = await house.db.chatAccount.findFirstOrThrow({ where: { platformUserId: name.toLowerCase() } });
  await house.coach.resumes.replace(id, "edit", content);
  return Object.assign(person, { id });
}

const contentOf = async (id: string) => (await house.coach.resumes.get(id)).content;
const improvementOf = async (userId: string) =>
  house.db.improvement.findFirstOrThrow({
    where: { userId },
    orderBy: { createdAt: "desc" },
    include: { lines: true },
  });

async function edits(person: TestPerson, heard: Heard, line: string): Promise<Heard> {
  return person.submits(await person.presses(heard, "Edit this line"), { line }, { onMessage: true });
}

describe("/resume improve without a model", () => {
  it("shows how to get a resume to somebody who has none, and goes on once there is one", async () => {
    const person = house.person("Bare");
    expect((await person.says("resume improve")).text).toContain("You have no resume here yet");
    const { id } = await house.db.pendingRequest.findFirstOrThrow({ where: { subcommand: "improve" } });
    expect(id).toBeTruthy();
  });

  it("shows the weak lines one by one with each rule, its advice and an example, and says how many need nothing", async () => {
    const person = await owner("Reader");
    const heard = await person.says("resume improve");
    expect(heard.text).toContain("Line 1 of 5");
    expect(heard.text).toContain("1 other line needs nothing");
    expect(heard.text).toContain("Shop manager, Norrby Livs");
    expect(heard.text).toContain("Responsible for the till");
    expect(heard.text).toContain('No filler: "Responsible for" can go');
    expect(heard.text).toContain("Say how much: There is no number");
    expect(heard.text).toContain("For example: Trained 12 cashiers");
    expect(heard.buttons).toEqual(["Edit this line", "Keep it", "Stop here"]);
  });

  it("puts an edited line into its place, keeps what is kept, and sums up with the score before and after", async () => {
    const person = await owner("Whole");
    const { score } = await house.coach.resumes.get(person.id);
    let heard = await edits(
      person,
      await person.says("resume improve"),
      "Ran 4 tills and closed them every evening for a store of 900 m²",
    );
    expect(heard.text).toContain("Line 2 of 5");
    expect(heard.text).toContain("Trained new cashiers");
    heard = await edits(person, heard, "Trained 12 new cashiers in two years, of whom ten are still with the store");
    for (let line = 3; line <= 5; line += 1) {
      expect(heard.text).toContain(`Line ${line} of 5`);
      heard = await person.presses(heard, "Keep it");
    }
    expect(heard.text).toContain("2 lines changed");
    expect(heard.text).toContain("Kept as they were: 3");
    expect(heard.text).toContain("Before: Trained new cashiers");
    const now = (await house.coach.resumes.get(person.id)).score;
    expect(now).toBeGreaterThan(score);
    expect(heard.text).toContain(`Score before: ${Math.round(score)}`);
    expect(heard.text).toContain(`Score now: ${Math.round(now)}`);
    expect(heard.buttons).toEqual([
      "Check my score",
      "Make the PDF",
      "Take back the last change",
      "My summary",
      "My education",
    ]);
    const { document } = await house.coach.resumes.get(person.id);
    expect(document.experience[0]?.roles.map(({ bullets }) => bullets)).toEqual([
      [
        "Ran 4 tills and closed them every evening for a store of 900 m²",
        "Cut shrinkage from 3.1 to 1.9 % in a year by counting the cold shelves every Monday",
        "Trained 12 new cashiers in two years, of whom ten are still with the store",
      ],
      [
        "Responsible for the till",
        "Helped with various campaigns for the summer season in the store and outside of it",
      ],
    ]);
    expect(document.projects[0]?.bullets).toEqual(["Responsible for the till"]);
    // One earlier version for all of it: the resume as it was before.
    const versions = await house.coach.resumes.versions(person.id);
    expect(versions.map(({ replacedBy, content }) => [replacedBy, content])).toEqual([["improve", RESUME]]);
  });

  it("changes the line of the job that is shown where the same words stand in several places", async () => {
    const twice = RESUME.replace("- Trained new cashiers", "- Responsible for the till");
    const person = await owner("Twin", twice);
    let heard = await person.presses(await person.says("resume improve"), "Keep it");
    expect(heard.text).toContain("Line 2 of 5");
    heard = await edits(person, heard, "Ran the tills of the new store");
    const bullets = async () =>
      (await house.coach.resumes.get(person.id)).document.experience[0]?.roles.map((role) => role.bullets);
    expect((await bullets())?.[0]).toEqual([
      "Responsible for the till",
      expect.stringContaining("shrinkage"),
      "Ran the tills of the new store",
    ]);
    heard = await edits(person, heard, "Ran the tills of the old store");
    expect((await bullets())?.[1]?.[0]).toBe("Ran the tills of the old store");
    expect((await bullets())?.[0]?.[0]).toBe("Responsible for the till");
  });

  it("takes the last change back, and the line waits again", async () => {
    const person = await owner("Undoer");
    const before = (await house.coach.resumes.get(person.id)).document;
    const changed = await edits(person, await person.says("resume improve"), "Ran the tills of a store of 900 m²");
    const stopped = await person.presses(changed, "Stop here");
    expect(stopped.text).toContain("1 line changed so far, 4 wait");
    const back = await person.presses(stopped, "Take back the last change");
    expect(back.text).toContain("Taken back");
    expect(back.text).toContain("Line 1 of 5");
    expect((await house.coach.resumes.get(person.id)).document).toEqual(before);
    // A second press of the same button.
    const again = await person.presses(stopped, "Take back the last change");
    expect(again.text).toContain("decided before");
    expect(again.text).toContain("Line 1 of 5");
  });

  it("stops where somebody wants, and carries on from there", async () => {
    const person = await owner("Pausing");
    const heard = await person.presses(await person.says("resume improve"), "Keep it");
    const stopped = await person.presses(heard, "Stop here");
    expect(stopped.text).toContain("Nothing was changed so far, 4 wait");
    expect((await person.presses(stopped, "Carry on")).text).toContain("Line 2 of 5");
  });

  it("goes through sentences of the summary without asking them for verbs and numbers", async () => {
    const person = await owner("Summing");
    const heard = await person.says("resume improve section:summary");
    expect(heard.text).toContain("Line 1 of 1");
    expect(heard.text).toContain("2 other lines need nothing");
    expect(heard.text).toContain("I am a hard-working team player.");
    expect(heard.text).not.toContain("Open with a verb");
    await edits(person, heard, "Leads a team of 14 in two shifts.");
    expect((await house.coach.resumes.get(person.id)).document.summary).toEqual([
      "Shop manager with nine years in food retail. Leads a team of 14 in two shifts. Looks for a larger store.",
    ]);
  });

  it("takes two sentences for one, and takes them back", async () => {
    const person = await owner("Wordier");
    const before = (await house.coach.resumes.get(person.id)).document.summary;
    const over = await edits(
      person,
      await person.says("resume improve section:summary"),
      "Leads a team of 14. Has run two openings",
    );
    expect((await house.coach.resumes.get(person.id)).document.summary).toEqual([
      "Shop manager with nine years in food retail. Leads a team of 14. Has run two openings Looks for a larger store.",
    ]);
    const back = await person.presses(over, "Take back the last change");
    expect(back.text).toContain("Taken back");
    expect((await house.coach.resumes.get(person.id)).document.summary).toEqual(before);
  });

  it("says that nothing needs mending where the rules find nothing, with the way on", async () => {
    const person = await owner("Fine");
    const heard = await person.says("resume improve section:education");
    expect(heard.text).toContain("Nothing to mend here");
    expect(heard.buttons).toEqual(["Check my score", "Make the PDF", "My summary", "My experience", "My projects"]);
    expect((await person.presses(heard, "My projects")).text).toContain("Neighbourhood fridge");
  });

  it("sends somebody whose resume is an essay to the parts that it has", async () => {
    const essay =
      "# Ada\n\n## About me\n\nI was born in a village and have always loved numbers. Then I worked in many places.\n\nLater I learned to bake.\n";
    const person = await owner("Essayist", essay);
    const heard = await person.says("resume improve");
    expect(heard.text).toContain("There are no lines here yet");
    expect(heard.buttons.slice(0, 2)).toEqual(["Edit my resume", "Import a file"]);
    expect(heard.buttons).toContain("My summary");
    expect((await person.presses(heard, "My summary")).text).toContain("I was born in a village");
  });

  it("checks only length and numbers of a German resume", async () => {
    const german = `# Jörg Bäcker\n\n## Experience\n\n### Bäckerei Krause | Ulm\n\n#### Bäcker | 2019 – Present\n\n- Verantwortlich für die Frühschicht und die Auszubildenden\n- 200 Brote am Tag von Hand geformt und mit dem Ofen der Bäckerei gebacken\n`;
    const person = await owner("Jörg", german);
    const heard = await person.says("resume improve");
    expect(heard.text).toContain("Line 1 of 1");
    expect(heard.text).toContain("Verantwortlich für die Frühschicht");
    expect(heard.text).toContain("Only length and numbers were checked");
    expect(heard.text).not.toContain("Open with a verb");
    await edits(person, heard, "Leitete die Frühschicht mit 3 Auszubildenden");
    expect(await contentOf(person.id)).toContain("Leitete die Frühschicht mit 3 Auszubildenden");
  });

  it("shows twenty lines of a long resume, and the rest when these were kept", async () => {
    const lines = Array.from(
      { length: 26 },
      (_, at) => `- Responsible for shelf letter ${String.fromCharCode(65 + at)}`,
    );
    const person = await owner(
      "Long",
      `# A\n\n## Experience\n\n### B | C\n\n#### Clerk | 2019 – Present\n\n${lines.join("\n")}\n`,
    );
    let heard = await person.says("resume improve");
    expect(heard.text).toContain("Line 1 of 20");
    expect(heard.text).toContain("6 more lines wait");
    for (let line = 0; line < 20; line += 1) heard = await person.presses(heard, "Keep it");
    expect(heard.text).toContain("Nothing was changed");
    expect((await person.says("resume improve")).text).toContain("shelf letter U");
  });

  it("leaves out the form for a line that is a whole text", async () => {
    const long = `Responsible for ${"many things and others ".repeat(110)}`.trim();
    const person = await owner("Wordy", RESUME.replace("Trained new cashiers", long));
    const heard = await person.presses(await person.says("resume improve"), "Keep it");
    expect(heard.text).toContain(long);
    expect(heard.buttons).toEqual(["Edit this section", "Keep it", "Stop here"]);
  });
});

describe("a decision", () => {
  it("is made once: the second press changes nothing and shows where it stands", async () => {
    const person = await owner("Double");
    const heard = await person.says("resume improve");
    const form = await person.presses(heard, "Edit this line");
    await person.submits(form, { line: "Ran the tills" }, { onMessage: true });
    const content = await contentOf(person.id);
    const kept = await person.presses(heard, "Keep it");
    expect(kept.text).toContain("That line was decided before");
    expect(kept.text).toContain("Line 2 of 5");
    expect((await person.presses(heard, "Edit this line")).text).toContain("Line 2 of 5");
    const late = await person.submits(form, { line: "Ran all of the tills" }, { onMessage: true });
    expect(late.text).toContain("That line was decided before");
    expect(late.text).toContain("Ran all of the tills");
    expect(await contentOf(person.id)).toBe(content);
  });

  it("is made once when two presses come at once", async () => {
    const person = await owner("Racing");
    const heard = await person.says("resume improve");
    const form = await person.presses(heard, "Edit this line");
    const all = await Promise.all([
      person.submits(form, { line: "Ran the tills one" }, { onMessage: true }),
      person.submits(form, { line: "Ran the tills two" }, { onMessage: true }),
      person.presses(heard, "Keep it"),
    ]);
    expect(all.filter(({ text }) => text.includes("decided before"))).toHaveLength(2);
    const content = await contentOf(person.id);
    const [line] = (await improvementOf(person.id)).lines.filter(({ position }) => position === 0);
    const stands = ["Ran the tills one", "Ran the tills two"].filter((text) => content.includes(text));
    expect(stands).toEqual(line?.state === "kept" ? [] : [line?.final]);
  });

  it("overwrites nothing when the line has changed meanwhile, and gives back what was typed", async () => {
    const person = await owner("Meanwhile");
    const heard = await person.says("resume improve");
    const form = await person.presses(heard, "Edit this line");
    await house.coach.resumes.replace(person.id, "edit", RESUME.replace("Responsible for the till", "Ran the till"));
    const content = await contentOf(person.id);
    const gone = await person.submits(form, { line: "Ran four tills" }, { onMessage: true });
    expect(gone.text).toContain("That line has changed meanwhile");
    expect(gone.text).toContain("Ran four tills");
    expect(gone.message.tone).toBe("warning");
    expect(gone.text).toContain("Line 2 of 5");
    expect(await contentOf(person.id)).toBe(content);
    let last = gone;
    for (let line = 2; line <= 5; line += 1) last = await person.presses(last, "Keep it");
    expect(last.text).toContain("Changed elsewhere meanwhile: 1");
  });

  it("leaves everything as it was when the line makes the resume too long", async () => {
    const person = await owner("Endless", `${RESUME}\n## Notes\n\n${"x".repeat(58_900)}\n`);
    const heard = await person.says("resume improve");
    const form = await person.presses(heard, "Edit this line");
    const refused = await person.submits(form, { line: "y".repeat(2000) }, { onMessage: true });
    expect(refused.text).toMatch(/With this your resume has \d+ characters/);
    expect((await improvementOf(person.id)).lines.every(({ state }) => state === "open")).toBe(true);
  });

  it("of somebody else changes nothing, also with a forged button", async () => {
    const person = await owner("Private");
    await person.says("resume improve");
    const { id: improvement } = await improvementOf(person.id);
    const content = await contentOf(person.id);
    const thief = await owner("Thief");
    const line = { improvement, position: 0 };
    for (const id of [
      KEEP.to(line),
      USE.to(line),
      UNDO.to(line),
      EDIT_LINE.to({ ...line, rewrite: 0 }),
      STOP.to({ improvement }),
    ]) {
      expect((await thief.pressesId(id)).text).toContain("This belongs to somebody else");
    }
    const forged = { kind: "form", id: WRITE_LINE.to({ ...line, rewrite: 0 }), values: { line: "Mine" } } as const;
    expect((await thief.does(forged, { onMessage: true })).text).toContain("This belongs to somebody else");
    expect((await improvementOf(person.id)).lines.every(({ state }) => state === "open")).toBe(true);
    expect(await contentOf(person.id)).toBe(content);
  });

  it("on something that is not there says so: no such line, no rewrite to use, no such going-through", async () => {
    const person = await owner("Forger");
    await person.says("resume improve");
    const { id: improvement } = await improvementOf(person.id);
    for (const id of [
      KEEP.to({ improvement, position: 99 }),
      USE.to({ improvement, position: 0 }),
      KEEP.to({ improvement, position: 99_999_999_999 }),
    ]) {
      expect((await person.pressesId(id)).text).toContain("This button is out of date");
    }
    expect((await person.pressesId(KEEP.to({ improvement: "nowhere", position: 0 }))).text).toContain(
      "not kept any more",
    );
  });

  it("by an edit that says the same, or nothing, keeps the line", async () => {
    const person = await owner("Same");
    const heard = await edits(person, await person.says("resume improve"), " Responsible  for the till ");
    expect(heard.text).toContain("Line 2 of 5");
    expect((await improvementOf(person.id)).lines.filter(({ state }) => state === "kept")).toHaveLength(1);
    expect(await house.coach.resumes.versions(person.id)).toEqual([]);
  });
});

describe("tidying up", () => {
  it("forgets going-throughs and files that were read after thirty days, and a button then says so", async () => {
    const person = await owner("Late");
    const heard = await person.says("resume improve");
    const old = new Date(Date.now() - 31 * 86_400_000);
    const proposal = { userId: person.id, content: "# A", source: "text", basedOn: "" };
    await house.db.resumeProposal.createMany({ data: [{ ...proposal, createdAt: old }, proposal] });
    await house.db.improvement.updateMany({ where: { userId: person.id }, data: { createdAt: old } });
    const fresh = await owner("Punctual");
    await fresh.says("resume improve");
    await house.coach.tidy();
    expect((await person.presses(heard, "Keep it")).text).toContain("not kept any more");
    expect(await house.db.resumeProposal.count({ where: { userId: person.id } })).toBe(1);
    expect(await house.db.improvement.count({ where: { userId: fresh.id } })).toBe(1);
  });
});
