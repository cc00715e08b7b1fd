import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Heard, type House, openHouse, type TestPerson } from "../house/house.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.stop());

const RESUME = `# Ana Souza

Ward nurse

- Email: ana@example.org
- Location: Berlin
- [Portfolio](https://ana.example.org)

## Education

### University of Porto

**BSc**, Nursing | 2009 – 2013

## Skills

- Triage, Wound care
- Languages: Portuguese, English

## Experience

### Charité | Berlin

#### Senior nurse | Mar 2021 – Present

- Led a ward of 24 beds and 12 nurses.

### Hospital da Luz

## Projects

### [Falls app](https://falls.example.org) | 2020

- Fewer falls on 3 wards.

## Certifications

- ACLS | AHA | May 2022

## Awards

### Charité

- Nurse of the year 2019

Chosen by patients.
`;

/** Somebody with a resume that was changed so many times: each time one more bed. */
async function owner(name: string, changes = 0): Promise<TestPerson> {
  const person = house.person(name);
  await person.says("career");
  await saves(person, RESUME);
  for (let beds = 25; beds < 25 + changes; beds += 1) await saves(person, withBeds(beds));
  return person;
}

const withBeds = (beds: number): string => RESUME.replace("24 beds", `${beds} beds`);

async function saves(person: TestPerson, content: string): Promise<void> {
  await house.coach.resumes.replace(await idOf(person), "edit", content);
}

async function idOf({ name }: TestPerson): Promise<string> {
  return (await house.db.user.findFirstOrThrow({ where: { name }, select: { id: true } })).id;
}

async function contentOf(person: TestPerson): Promise<string | undefined> {
  return (await house.coach.resumes.find(await idOf(person)))?.content;
}

/** Values of the select of earlier versions, newest first. */
function versionsIn(heard: Heard): readonly { value: string; label: string; description?: string }[] {
  const block = heard.message.blocks.find(({ kind }) => kind === "select");
  return block?.kind === "select" ? block.options : [];
}

async function opens(person: TestPerson, place: number): Promise<Heard> {
  const list = await person.presses(await person.says("resume view"), "Earlier versions");
  const { id } = list.choice("");
  return person.does({ kind: "action", id, chosen: versionsIn(list)[place]?.value ?? "" }, { onMessage: true });
}

describe("/resume view", () => {
  it("shows everything, section by section in the person's order", async () => {
    const person = await owner("Ana");
    const heard = await person.says("resume view");
    const { score } = await house.coach.resumes.get(await idOf(person));
    expect(heard.text.split("\n")).toEqual([
      "Your resume",
      `Score: ${score} of 100`,
      expect.stringMatching(/^Last changed: \d{1,2} \w+ \d{4}, \d\d:\d\d UTC$/),
      "Ana Souza",
      "Ward nurse",
      "ana@example.org · Berlin",
      "Portfolio: https://ana.example.org",
      "Education",
      "BSc, Nursing · University of Porto",
      "2009 – 2013",
      "Skills",
      "Triage, Wound care",
      "Languages",
      "Portuguese, English",
      "Experience",
      "Senior nurse · Charité · Berlin",
      "Mar 2021 – Present",
      "• Led a ward of 24 beds and 12 nurses.",
      "Hospital da Luz",
      "Projects",
      "Falls app · https://falls.example.org",
      "2020",
      "• Fewer falls on 3 wards.",
      "Certifications",
      "ACLS · AHA · May 2022",
      "Awards",
      "Charité",
      "• Nurse of the year 2019",
      "Chosen by patients.",
      "[Edit] [Improve my lines] [Check it] [Make a PDF] [Earlier versions] [Import another file]",
    ]);
  });

  it("has no button that leads nowhere", async () => {
    const person = await owner("Presser", 1);
    const heard = await person.says("resume view");
    for (const label of heard.buttons) {
      const { reply } = await person.presses(heard, label);
      expect(reply.kind === "message" ? reply.message.tone : reply.kind, label).not.toBe("bad");
    }
    expect(house.broken).toEqual([]);
  });

  it("tells who has none how to make one, and shows it afterwards", async () => {
    const person = house.person("Beginner");
    const none = await person.says("resume view");
    expect(none.text).toContain("You have no resume here yet.");
    expect(none.buttons).toEqual(["Import a file", "Write it here"]);
    const form = await person.presses(none, "Import a file");
    const shown = await person.submits(form, { text: RESUME }, { onMessage: true });
    expect((await person.presses(shown, "Save it")).text).toContain("Ward nurse\nana@example.org · Berlin");
  });

  it("leads who has emptied theirs to its earlier versions", async () => {
    const person = await owner("Emptied");
    await saves(person, "");
    const none = await person.says("resume view");
    expect(none.buttons).toEqual(["Import a file", "Write it here", "Earlier versions"]);
    const list = await person.presses(none, "Earlier versions");
    const version = await person.chooses(list, "");
    expect(version.text).toContain("+ New: Senior nurse · Charité");
    await person.presses(version, "Bring this back");
    expect(await contentOf(person)).toBe(RESUME);
  });
});

describe("an earlier version", () => {
  it("is not there before the first change", async () => {
    const person = await owner("Unchanged");
    const none = await person.presses(await person.says("resume view"), "Earlier versions");
    expect(none.text).toContain("There is no earlier version yet.");
    expect((await person.presses(none, "Back to my resume")).text).toContain("Ward nurse");
  });

  it("is listed with what replaced it and how it differs, newest first, the last ten", async () => {
    const person = await owner("Twelve", 12);
    const list = await person.presses(await person.says("resume view"), "Earlier versions");
    const versions = versionsIn(list);
    expect(versions).toHaveLength(10);
    expect(new Set(versions.map(({ description }) => description))).toEqual(
      new Set(["Before you edited it: 1 changed"]),
    );
    expect(list.message.summary).toBe("10 earlier versions are kept.");
    expect((await opens(person, 0)).text).toContain("~ Now: Led a ward of 35 beds");
    expect((await opens(person, 9)).text).toContain("~ Now: Led a ward of 26 beds");
  });

  it("comes back as a change that keeps what stood there", async () => {
    const person = await owner("Returner", 2);
    const version = await opens(person, 1);
    expect(version.text).toContain("This would change if you bring it back.");
    expect(version.text).toContain("~ Was: Led a ward of 26 beds");
    expect(version.text).toContain("~ Now: Led a ward of 24 beds");
    const restored = await person.presses(version, "Bring this back");
    expect(restored.message.tone).toBe("good");
    expect(restored.text).toContain("Your resume is again what it was until");
    expect(await contentOf(person)).toBe(RESUME);
    const list = await person.presses(restored, "Earlier versions");
    expect(versionsIn(list).map(({ description }) => description)).toEqual([
      "Before another version came back: 1 changed",
      "Before you edited it: 1 changed",
      "Before you edited it: no difference",
    ]);
  });

  it("says so when it stands there already", async () => {
    const person = await owner("Doubter", 1);
    const version = await opens(person, 0);
    await person.presses(version, "Bring this back");
    const again = await person.presses(version, "Bring this back");
    expect(again.text).toContain("This is what stands there already: nothing was changed.");
    expect(await house.coach.resumes.versions(await idOf(person))).toHaveLength(2);
    const same = await opens(person, 1);
    expect(same.text).toContain("This is the same as your resume now.");
    expect(same.buttons).toEqual(["Back to the list"]);
    expect((await person.presses(same, "Back to the list")).text).toContain("The last ten are kept");
  });

  it("is restored once when the button is pressed many times in the same moment", async () => {
    const person = await owner("Eager", 1);
    const version = await opens(person, 0);
    await Promise.all(Array.from({ length: 5 }, () => person.presses(version, "Bring this back")));
    expect(await contentOf(person)).toBe(RESUME);
    expect(await house.coach.resumes.versions(await idOf(person))).toHaveLength(2);
  });

  it("can be gone, and can be nobody else's", async () => {
    const person = await owner("Keeper", 1);
    const version = await opens(person, 0);
    const thief = await owner("Snatcher", 1);
    expect((await thief.presses(version, "Bring this back")).text).toContain("This belongs to somebody else.");
    expect(await contentOf(thief)).toBe(withBeds(25));
    for (let beds = 40; beds < 50; beds += 1) await saves(person, withBeds(beds));
    const gone = await person.presses(version, "Bring this back");
    expect(gone.text).toContain("This earlier version is not kept any more: the last ten are.");
    expect(await contentOf(person)).toBe(withBeds(49));
    expect(house.broken).toEqual([]);
  });
});
