import { afterAll, beforeAll, describe, expect, it } from "vitest";
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
function somebody(options?: Parameters<House["person"]>[1]) {
  people += 1;
  return house.person(`Editor ${people}`, options);
}

const JOB = {
  employer: "St Mary",
  title: "Nurse",
  dates: "Mar 2020 – Present",
  lines: "Cared for 5 patients\nTrained 2",
};

describe("resume edit", () => {
  it("begins with an empty resume and the name that is known", async () => {
    const ada = somebody();
    const overview = await ada.says("resume edit");
    expect(overview.text).toContain("Nothing here yet.");
    const form = await ada.chooses(overview, "Contact");
    expect(form.form.fields.map(({ id, value }) => [id, value])).toContainEqual(["name", ada.name]);
    const saved = await ada.submits(form, {
      name: "Ada King",
      email: "ada@example.org",
      links: "Site: ada.example\ngit.example/ada",
    });
    expect(saved.text).toContain("Saved.");
    const resume = await ada.says("resume edit section:contact");
    expect(Object.fromEntries(resume.form.fields.map(({ id, value }) => [id, value]))).toMatchObject({
      name: "Ada King",
      email: "ada@example.org",
      links: "Site: https://ada.example\nhttps://git.example/ada",
    });
  });

  it("adds, changes, orders and removes jobs", async () => {
    const ada = somebody();
    const list = await ada.says("resume edit section:experience");
    expect(list.text).toContain("Nothing here yet.");
    let shown = await ada.submits(await ada.presses(list, "Add a job"), JOB);
    expect(shown.text).toContain("1. Nurse, St Mary · Mar 2020 – Present · 2 lines");
    shown = await ada.submits(await ada.presses(shown, "Add a job"), {
      ...JOB,
      employer: "Old Inn",
      title: "Waiter",
      dates: "2015 – 2019",
    });
    shown = await ada.submits(await ada.presses(shown, "Add a job"), {
      ...JOB,
      title: "Trainee",
      dates: "2018 – Feb 2020",
    });
    // The role goes to the employer who is there already, and older work below it.
    expect(shown.text).toMatch(/1\. Nurse, St Mary.*\n2\. Trainee, St Mary.*\n3\. Waiter, Old Inn/);
    const waiter = await ada.chooses(shown, "Waiter");
    const up = await ada.presses(waiter, "Move up");
    const back = await ada.presses(up, "Back to the list");
    expect(back.text).toMatch(/1\. Waiter, Old Inn.*\n2\. Nurse, St Mary.*\n3\. Trainee, St Mary/);
    const nurse = await ada.presses(await ada.chooses(back, "Nurse"), "Change");
    expect(nurse.form.fields.at(-1)?.value).toBe("Cared for 5 patients\nTrained 2");
    shown = await ada.submits(nurse, { employer: "St Mary's", lines: "• Cared for 6 patients\n\n- Trained 2" });
    expect(shown.text).toMatch(/2\. Nurse, St Mary's.*\n3\. Trainee, St Mary's/);
    const entry = await ada.chooses(shown, "Nurse");
    expect(entry.text).toContain("• Cared for 6 patients\n• Trained 2");
    const gone = await ada.presses(entry, "Remove");
    expect(gone.text).not.toContain("Nurse");
    expect(gone.text).toContain("earlier versions");
  });

  it("keeps what stands there when a form is sent as it was filled", async () => {
    const ada = somebody();
    await ada.says("resume edit");
    const user = await house.db.user.findFirstOrThrow({ where: { name: ada.name } });
    const content =
      "# Ada\n\n## Summary\n\n\\- a line that begins with a dash\n\n## Skills\n\n- Tools: C++, a (b, c), R\n- 5 \\* stars\n";
    await house.coach.resumes.replace(user.id, "edit", content);
    const before = await house.coach.resumes.get(user.id);
    for (const section of ["summary", "skills"]) {
      await ada.submits(await ada.says(`resume edit section:${section}`), {});
    }
    expect((await house.coach.resumes.get(user.id)).document).toEqual(before.document);
  });

  it("has a form for every kind of entry", async () => {
    const ada = somebody();
    const add = async (section: string, button: string, values: Record<string, string>) =>
      ada.submits(await ada.presses(await ada.says(`resume edit section:${section}`), button), values);
    await add("education", "Add a school", {
      school: "TU",
      degree: "BSc",
      field: "Physics",
      dates: "2015",
      lines: "Grade 1.3",
    });
    await add("projects", "Add a project", {
      name: "Bridge",
      url: "bridge.example",
      dates: "June 2024",
      lines: "Built it",
    });
    await add("certifications", "Add a certificate", { name: "Forklift licence", issuer: "TÜV", date: "05/2023" });
    const other = await add("other", "Add a section", {
      title: "Languages",
      text: "- German\n- French\nand some Latin",
    });
    expect(other.text).toContain("1. Languages");
    const user = await house.db.user.findFirstOrThrow({ where: { name: ada.name } });
    const { document } = await house.coach.resumes.get(user.id);
    expect(document).toMatchObject({
      education: [
        { school: "TU", degree: "BSc", field: "Physics", dates: { end: { year: 2015 } }, bullets: ["Grade 1.3"] },
      ],
      projects: [{ name: "Bridge", url: "https://bridge.example", dates: { end: { year: 2024, month: 6 } } }],
      certifications: [{ name: "Forklift licence", issuer: "TÜV", date: { year: 2023, month: 5 } }],
      other: [
        { title: "Languages", lines: [{ kind: "bullet", text: "German" }, { kind: "bullet" }, { kind: "paragraph" }] },
      ],
    });
  });

  it("says what is wrong in a field and keeps what was typed", async () => {
    const ada = somebody();
    const list = await ada.says("resume edit section:experience");
    const form = await ada.presses(list, "Add a job");
    for (const [values, problem] of [
      [{ dates: "soon" }, 'cannot read "soon"'],
      [{ dates: "2022 – 2020" }, "ends before it starts"],
    ] as const) {
      const refused = await ada.submits(form, { ...JOB, ...values });
      expect(refused.reply.kind).toBe("field-errors");
      expect(refused.text).toContain(problem);
      const again = await ada.presses(refused, "Open the form again");
      expect(again.form.fields.map(({ value }) => value)).toContain(values.dates);
    }
    const contact = await ada.says("resume edit section:contact");
    expect((await ada.submits(contact, { name: "A", email: "not one" })).text).toContain("no e-mail address");
    expect((await ada.submits(contact, { name: "A", links: "javascript:alert(1)" })).text).toContain("no web address");
  });

  it("overwrites nothing that has changed since the form was opened", async () => {
    const ada = somebody();
    const list = await ada.submits(
      await ada.presses(await ada.says("resume edit section:experience"), "Add a job"),
      JOB,
    );
    const entry = await ada.chooses(list, "Nurse");
    const [first, second] = [await ada.presses(entry, "Change"), await ada.presses(entry, "Change")];
    await ada.submits(first, { title: "Head nurse" });
    const refused = await ada.submits(second, { title: "Ward nurse" });
    expect(refused.text).toContain("has changed since you opened it");
    expect(refused.text).toContain("Ward nurse");
    expect((await ada.presses(entry, "Remove")).text).toContain("has changed since you opened it");
    expect((await ada.says("resume edit section:experience")).text).toContain("Head nurse");
  });

  it("changes the order of the sections", async () => {
    const ada = somebody();
    await ada.submits(await ada.presses(await ada.says("resume edit section:experience"), "Add a job"), JOB);
    await ada.submits(await ada.presses(await ada.says("resume edit section:education"), "Add a school"), {
      school: "TU",
    });
    const order = await ada.presses(await ada.says("resume edit"), "Order of the sections");
    expect(order.text).toMatch(/1\. Experience\n2\. Education/);
    const moved = await ada.presses(await ada.chooses(order, "Education"), "Move up");
    expect(moved.text).toMatch(/1\. Education\n2\. Experience/);
    const user = await house.db.user.findFirstOrThrow({ where: { name: ada.name } });
    const { content } = await house.coach.resumes.get(user.id);
    expect(content.indexOf("## Education")).toBeLessThan(content.indexOf("## Experience"));
  });

  it("splits a job with many lines on Discord and loses none of them", async () => {
    const ada = somebody({ formLimits: { fields: 5, characters: 4000 } });
    const lines = Array.from({ length: 120 }, (_, index) => `Line ${index} ${"word ".repeat(12)}`.trim());
    let form = await ada.presses(await ada.says("resume edit section:experience"), "Add a job");
    expect(form.form.fields).toHaveLength(5);
    const list = await ada.submits(form, { ...JOB, lines: lines.slice(0, 50).join("\n") });
    const user = await house.db.user.findFirstOrThrow({ where: { name: ada.name } });
    await house.coach.resumes.change(user.id, "edit", (document) => ({
      ...document,
      experience: document.experience.map((job) => ({
        ...job,
        roles: job.roles.map((role) => ({ ...role, bullets: lines })),
      })),
    }));
    expect(list.text).toContain("50 lines");
    form = await ada.presses(await ada.chooses(await ada.says("resume edit section:experience"), "Nurse"), "Change");
    expect(form.form.title).toBe("A job (1 of 2)");
    const second = await ada.presses(await ada.submits(form, { title: "Head nurse" }), "Go on");
    await ada.submits(second, {});
    const saved = (await house.coach.resumes.get(user.id)).document.experience[0]?.roles[0];
    expect(saved?.title).toBe("Head nurse");
    expect(saved?.bullets).toEqual(lines);
  });

  it("keeps every version of ten changes, one after the other also when they come at once", async () => {
    const ada = somebody();
    await ada.says("resume edit");
    const user = await house.db.user.findFirstOrThrow({ where: { name: ada.name } });
    const list = await ada.says("resume edit section:certifications");
    const forms = await Promise.all(Array.from({ length: 12 }, () => ada.presses(list, "Add a certificate")));
    await Promise.all(forms.map((form, index) => ada.submits(form, { name: `Licence ${index}` })));
    const { document } = await house.coach.resumes.get(user.id);
    expect(document.certifications.map(({ name }) => name).sort()).toEqual(
      Array.from({ length: 12 }, (_, index) => `Licence ${index}`).sort(),
    );
    expect(await house.coach.resumes.versions(user.id)).toHaveLength(10);
  });

  it("changes nothing for somebody else, and nothing by forged ids", async () => {
    const [ada, bob] = [somebody(), somebody()];
    const list = await ada.submits(
      await ada.presses(await ada.says("resume edit section:experience"), "Add a job"),
      JOB,
    );
    const entry = await ada.chooses(list, "Nurse");
    expect((await bob.presses(entry, "Remove")).text).toContain("has changed since");
    expect((await bob.pressesId("resume/list:nonsense:")).text).toContain("out of date");
    expect((await bob.pressesId("resume/move-to:contact:1:")).text).toContain("out of date");
    expect((await ada.says("resume edit section:experience")).text).toContain("Nurse");
  });
});
