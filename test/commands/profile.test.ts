import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { INDUSTRIES } from "#src/coach/profile/industries.ts";
import { type House, openHouse } from "../house/house.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.stop());

describe("/profile", () => {
  it("offers all 15 industries, then the 13 specialisations of the chosen one", async () => {
    const person = house.person("Chooser");
    const form = await person.says("profile edit");
    const industry = form.form.fields[0];
    expect(industry?.input.kind === "choice" && industry.input.choices).toHaveLength(15);
    for (const { id, name, specialisations } of INDUSTRIES) {
      const heard = await person.submits(form, { industry: id });
      expect(heard.text).toContain(`which part of ${name}?`);
      for (const specialisation of specialisations) heard.choice(specialisation.name);
      expect(specialisations).toHaveLength(13);
    }
  });

  it("saves every specialisation there is, with an insight made of official figures", async () => {
    const person = house.person("Everywhere");
    const form = await person.says("profile edit");
    for (const { id, specialisations } of INDUSTRIES) {
      const heard = await person.submits(form, { industry: id });
      if (heard.reply.kind !== "message") throw new Error("expected a question");
      const last = specialisations.at(-1);
      await person.chooses(heard, last?.name ?? "");
      const saved = await house.db.user.findFirstOrThrow({
        where: { name: "Everywhere" },
        include: { industryInsight: true },
      });
      expect(saved.industry).toBe(last?.key);
      expect(saved.industryInsight?.salaryRanges).toHaveLength(8);
      expect(["High", "Medium", "Low"]).toContain(saved.industryInsight?.demandLevel);
    }
  });

  it("shows what was saved and fills the form with it", async () => {
    const person = house.person("Saver");
    const form = await person.says("profile edit");
    const values = {
      experience: "12",
      skills: "welding, Welding; blueprint reading\nTIG",
      role: "Site lead",
      country: "Portugal",
    };
    const select = await person.submits(form, { industry: "construction", ...values });
    const card = await person.chooses(select, "Commercial Construction");
    expect(card.text).toContain("Years of experience: 12 years");
    expect(card.text).toContain("Skills: welding, blueprint reading, TIG");
    expect(card.text).toContain("Role you want: Site lead");
    const again = await person.says("profile edit");
    expect(again.form.fields.map(({ value }) => value)).toEqual([
      "construction",
      "12",
      "welding, blueprint reading, TIG",
      "Site lead",
      "Portugal",
    ]);
    const bio = await person.presses(await person.says("profile show"), "Write a bio");
    expect((await person.submits(bio, { bio: "I build <bridges>." })).text).toContain("I build <bridges>.");
  });

  it("names every field that is wrong and keeps all that was typed", async () => {
    const person = house.person("Typo");
    const form = await person.says("profile edit");
    const heard = await person.submits(form, {
      industry: "",
      experience: "fifty-one",
      skills: "x",
      country: "y".repeat(61),
    });
    if (heard.reply.kind !== "field-errors") throw new Error("expected field errors");
    expect(Object.keys(heard.reply.errors).sort()).toEqual(["country", "experience", "industry"]);
    expect(heard.reply.errors["experience"]).toBe(
      '"Years of experience" should be a whole number, not "fifty-one". Give a number from 0 to 50.',
    );
    const again = await person.presses(heard, "Open the form again");
    expect(again.form.fields.map(({ value }) => value ?? "")).toEqual(["", "fifty-one", "x", "", "y".repeat(61)]);
  });

  it("keeps what was typed when the save is refused", async () => {
    const person = house.person("Skilful");
    const form = await person.says("profile edit");
    const skills = Array.from({ length: 31 }, (_, index) => `skill ${index}`).join(", ");
    const heard = await person.submits(form, { industry: "tech", skills });
    expect(heard.text).toContain("These are 31 skills; 30 fit.");
    expect(heard.text).toContain("skill 30");
    const again = await person.presses(heard, "Open the form again");
    expect(again.form.fields[2]?.value).toBe(skills);
  });

  it("keeps a form that was closed half way", async () => {
    const person = house.person("Closer");
    const form = await person.says("profile edit");
    await person.does({ kind: "form-closed", id: form.form.id, values: { skills: "half a", country: "Chi" } });
    const again = await person.says("profile edit");
    expect(again.form.fields.map(({ value }) => value ?? "")).toEqual(["", "", "half a", "", "Chi"]);
  });

  it("refuses an industry that does not exist", async () => {
    const person = house.person("Forger");
    const form = await person.says("profile edit");
    const select = await person.submits(form, { industry: "tech" });
    const { id } = select.choice("Robotics");
    const heard = await person.does({ kind: "action", id, chosen: "tech-alchemy" }, { onMessage: true });
    expect(heard.text).toContain('There is no industry "tech-alchemy".');
  });
});

describe("/career", () => {
  it("leads a newcomer to the profile, then to a resume, with a quiz at hand", async () => {
    const person = house.person("Guided");
    const first = await person.says("career");
    expect(first.buttons).toEqual(["Set up my profile"]);
    const form = await person.presses(first, "Set up my profile");
    await person.chooses(await person.submits(form, { industry: "retail" }), "Pet Products");
    const second = await person.says("career");
    expect(second.buttons).toEqual(expect.arrayContaining(["Start a quiz"]));
    expect(second.text).toContain("resume");
    const quiz = await person.presses(second, "Start a quiz");
    expect(quiz.text).toContain("Question 1 of 10");
    const third = await person.says("career");
    expect(third.text).toContain("Next: your quiz is waiting at question 1 of 10.");
    expect((await person.presses(third, "Carry on with my quiz")).text).toContain("Question 1 of 10");
  });

  it("asks somebody who hurries to slow down, and says for how long", async () => {
    const slow = await openHouse({ dispatch: { limit: 3 } });
    const person = slow.person("Hurried");
    const heard = await Promise.all(Array.from({ length: 5 }, () => person.says("career")));
    const refused = heard.filter(({ text }) => text.includes("That was a lot at once."));
    expect(refused).toHaveLength(2);
    expect(refused[0]?.text).toMatch(/Try again in \d+ seconds?\./);
    await slow.stop();
  });

  it("drops a repeated delivery", async () => {
    const person = house.person("Twice");
    const asked = { kind: "command", command: "career", subcommand: "", options: {} } as const;
    const replies = await Promise.all([0, 1, 2, 3].map(() => person.does(asked, { key: "same" })));
    expect(replies.filter(({ reply }) => reply.kind === "message")).toHaveLength(1);
    expect(replies.filter(({ reply }) => reply.kind === "nothing")).toHaveLength(3);
    expect(house.broken).toEqual([]);
  });

  it("says that something broke, under a reference, when it is a bug of ours", async () => {
    const broken = await openHouse({
      dispatch: { gates: { profile: async () => Promise.reject(new Error("a bug")) } },
    });
    const person = broken.person("Unlucky");
    const heard = await person.says("quiz start");
    const reference = /ref ([0-9A-F]{6})/.exec(heard.text)?.[1];
    expect(broken.broken).toMatchObject([{ command: "quiz start", reference }]);
    await broken.stop();
  });
});
