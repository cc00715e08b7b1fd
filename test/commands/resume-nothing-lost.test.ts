import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LIST, OPEN_ENTRY } from "#commands/resume/edit-actions.ts";
import { entriesOf } from "#src/coach/resume/edit/entries.ts";
import { type House, openHouse } from "#test/house/house.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(async () => {
  expect(house.broken).toEqual([]);
  await house.stop();
});

let people = 0;

/** Somebody with this resume, as another program may have written it. */
async function owner(content: string) {
  people += 1;
  const ada = house.person(`Owner ${people}`);
  await ada.says("resume edit");
  const account = await house.db.chatAccount.findFirstOrThrow({ where: { platformUserId: ada.name.toLowerCase() } });
  const { userId } = account;
  await house.db.resume.create({ data: { userId, content } });
  return { ada, userId };
}

const TWINS = `# Ada King

## Projects

### Compiler

- Wrote it

### Compiler

- Wrote it
`;

describe("nothing of a resume is lost", () => {
  it("by pressing Remove twice where two entries say the same", async () => {
    const { ada, userId } = await owner(TWINS);
    const list = await ada.pressesId(LIST.to({ kind: "projects" }));
    const entry = await ada.chooses(list, "Compiler");
    const [first, second] = await Promise.all([ada.presses(entry, "Remove"), ada.presses(entry, "Remove")]);
    expect([first.text, second.text].join("\n")).toContain("Removed.");
    const third = await ada.presses(entry, "Remove");
    expect(third.text).toContain("Nothing was removed");
    expect(third.text).toContain("1. Compiler");
    expect((await house.coach.resumes.get(userId)).document.projects).toHaveLength(1);
  });
});

const FOREIGN = `# Ada King

- Email: ada@example.org
- Driving licence: B, C1

## Experience

### Acme

#### Engineer | 2020 – 2024

- Built it

\`\`\`
kept in a fence
\`\`\`
`;

describe("what another program wrote and no section takes", () => {
  it("is still there when something else was edited", async () => {
    const { ada, userId } = await owner(FOREIGN);
    const form = await ada.says("resume edit section:summary");
    await ada.submits(form, { summary: "I build things." });
    const { content } = await house.coach.resumes.get(userId);
    expect(content).toContain("Driving licence: B, C1");
    expect(content).toContain("kept in a fence");
    await ada.submits(await ada.says("resume edit section:summary"), { summary: "I build more." });
    expect((await house.coach.resumes.get(userId)).content.match(/Driving licence/g)).toHaveLength(1);
  });

  it("is on paper, in an export and on the screen", async () => {
    const { ada, userId } = await owner(FOREIGN);
    expect((await ada.says("resume view")).text).toContain("Driving licence: B, C1");
    const { bytes } = await house.coach.papers.export(userId, "json");
    expect(new TextDecoder().decode(bytes)).toContain("Driving licence: B, C1");
    const { document } = await house.coach.papers.resume(userId);
    expect(JSON.stringify(document)).toContain("kept in a fence");
  });
});

const WEAK = `# Ada King

## Experience

### Acme

#### Engineer | 2020 – 2024

- Responsible for the first thing
- Responsible for the second thing
- Responsible for the third thing

### Beta

#### Clerk | 2018 – 2020

- Responsible for the fourth thing
`;

/** Centered as the web app saves it. */
const CENTERED = `## <div align="center">Ada King</div>

<div align="center">

📧 ada@example.org | 📱 +44 20 7946 0018 | 💼 [LinkedIn](https://linkedin.com/in/ada)

</div>

## Work Experience

### Engineer @ Acme
Mar 2020 - Present

Built the pipeline for billing.
Cut its cost by a fifth.
`;

describe("a resume of the web app", () => {
  it("is read with its name, its contact and its lines", async () => {
    const { userId } = await owner(CENTERED);
    const { document } = await house.coach.resumes.get(userId);
    expect(document.contact).toMatchObject({ name: "Ada King", email: "ada@example.org", phone: "+44 20 7946 0018" });
    expect(JSON.stringify(document)).not.toContain("div");
    expect(document.contact.links).toEqual([{ label: "LinkedIn", url: "https://linkedin.com/in/ada" }]);
    const [job] = document.experience;
    expect(job).toMatchObject({ employer: "Acme", roles: [{ title: "Engineer" }] });
    expect(job?.location).toBeUndefined();
    expect(job?.roles[0]?.bullets.join(" ")).toContain("Cut its cost by a fifth.");
  });

  it("keeps what looks the same in a text that a person wrote", async () => {
    const { userId } = await owner("# Ada\n");
    const said = "Taught <div> and </center> and \\\\<div align=left> in HTML";
    await house.coach.resumes.change(userId, "edit", (document) => ({ ...document, summary: [said] }));
    expect((await house.coach.resumes.get(userId)).document.summary).toEqual([said]);
  });
});

describe("the last ten versions", () => {
  async function withTen() {
    const { ada, userId } = await owner(WEAK);
    for (let count = 0; count < 10; count += 1) {
      await house.coach.resumes.change(userId, "edit", (document) => ({ ...document, summary: [`Number ${count}.`] }));
    }
    expect(await house.coach.resumes.versions(userId)).toHaveLength(10);
    return { ada, userId };
  }

  it("stay ten while lines are improved", async () => {
    const { ada, userId } = await withTen();
    let line = await ada.says("resume improve");
    for (let count = 0; count < 3; count += 1) {
      line = await ada.submits(await ada.presses(line, "Edit this line"), { line: `Led thing ${count}` });
    }
    expect(await house.coach.resumes.versions(userId)).toHaveLength(10);
  });

  it("are not pushed out by moving an entry up and down", async () => {
    const { ada, userId } = await withTen();
    let entry = await ada.chooses(await ada.pressesId(LIST.to({ kind: "experience" })), "Clerk");
    for (let count = 0; count < 6; count += 1) {
      entry = await ada.presses(entry, count % 2 === 0 ? "Move up" : "Move down");
    }
    const kept = await house.coach.resumes.versions(userId);
    expect(kept.map(({ document }) => document.summary[0])).toContain("Number 1.");
  });
});

describe("a form that was closed", () => {
  it("brings back what was typed, and beside it what has been saved since", async () => {
    const { ada, userId } = await owner(FOREIGN);
    const { form } = await ada.says("resume edit section:contact");
    const filled = Object.fromEntries(form.fields.map(({ id, value }) => [id, value ?? ""]));
    await ada.does({ kind: "form-closed", id: form.id, values: { ...filled, phone: "+44 20 7946 0018" } });
    const content = "# Ada King\n\n- Email: new@example.org\n";
    await house.coach.resumes.replace(userId, "import", content);
    const again = await ada.says("resume edit section:contact");
    const shown = Object.fromEntries(again.form.fields.map(({ id, value }) => [id, value]));
    expect(shown).toMatchObject({ email: "new@example.org", phone: "+44 20 7946 0018" });
  });

  it("keeps nothing where nothing was typed", async () => {
    const { ada, userId } = await owner(FOREIGN);
    const { form } = await ada.says("resume edit section:contact");
    const filled = Object.fromEntries(form.fields.map(({ id, value }) => [id, value ?? ""]));
    await ada.does({ kind: "form-closed", id: form.id, values: filled });
    expect(await house.db.formDraft.count({ where: { userId } })).toBe(0);
  });
});

describe("a forged id", () => {
  it("is no mistake of ours, however long its parameters are", async () => {
    const { ada } = await owner(TWINS);
    expect((await ada.pressesId(`resume/list:projects:${"r".repeat(79)}`)).text).toContain("1. Compiler");
    expect((await ada.pressesId(`resume/list:certifications:${"r".repeat(73)}`)).text).toContain("Certifications");
    expect(house.broken).toEqual([]);
  });
});

describe("a form about an entry that has changed meanwhile", () => {
  it("gives the text back and offers no form that cannot open", async () => {
    const { ada, userId } = await owner(TWINS);
    const [entry] = entriesOf((await house.coach.resumes.get(userId)).document, "projects");
    const form = await ada.pressesId(OPEN_ENTRY.to({ kind: "projects", key: entry?.key ?? "" }));
    await house.coach.resumes.replace(userId, "import", WEAK);
    const refused = await ada.submits(form, { lines: "Wrote a compiler in a week" });
    expect(refused.text).toContain("Wrote a compiler in a week");
    expect(refused.text).toContain("resume edit");
    expect(refused.buttons).toEqual([]);
  });
});
