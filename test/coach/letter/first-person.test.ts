import { describe, expect, it } from "vitest";
import { article, inside, isNoun, listed, sentence } from "#src/coach/letter/english.ts";
import { inFirstPerson } from "#src/coach/letter/first-person.ts";

const told = (line: string, current = false) => {
  const found = inFirstPerson(line, current);
  return found && (found.kind === "i" ? `I ${found.clause}` : found.clause);
};

describe("a line in the first person", () => {
  it.each<[string, string, boolean?]>([
    ["Trained 12 cashiers.", "I trained 12 cashiers"],
    ["- Led night shifts; ordered stock", "I led night shifts"],
    ["Successfully cut waste by 4 %", "I successfully cut waste by 4 %"],
    ["I built the billing module", "I built the billing module"],
    ["Weld pipe to ASME Section IX", "I weld pipe to ASME Section IX", true],
    ["Manages 12 volunteers", "I manage 12 volunteers", true],
    ["Supplies three wards", "I supply three wards", true],
    ["Teaches 27 children", "I teach 27 children", true],
    ["Plan routes and load trucks", "my work was to plan routes and load trucks"],
    ["Managing a team of five", "my work included managing a team of five"],
    ["Responsible for the till", "I was responsible for the till"],
    ["Responsible for the till", "I am responsible for the till", true],
    ["Helped 40 residents with meals", "I helped 40 residents with meals"],
    ["Duties included cash handling", "my duties included cash handling"],
    ["Pulled wire, bent conduit, read drawings", "I pulled wire, bent conduit and read drawings"],
    ["Guest satisfaction rose from 82 to 91 points", "guest satisfaction rose from 82 to 91 points"],
    ["Cared for patients at St. Mary's Hospital", "I cared for patients at St. Mary's Hospital"],
  ])("%s", (line, said, current) => {
    expect(told(line, current)).toBe(said);
  });

  it.each([
    "Night shift lead",
    "Cash register",
    "LED A TEAM OF FIVE COOKS",
    "Managed [number] people",
    "See https://example.org/work for more",
    "Result: fewer complaints",
    "Manages a team and plans rotas",
    "работала с детьми",
    "",
  ])("is not made of %j", (line) => {
    expect(told(line, true)).toBeUndefined();
  });
});

describe("the English around it", () => {
  it("knows a from an by how a word is said", () => {
    const words = [
      "nurse",
      "engineer",
      "HR manager",
      "MBA",
      "BSc",
      "European award",
      "university degree",
      "hourly rate",
      "18-month plan",
      "NHS role",
      "UX lead",
      "SQL report",
    ];
    expect(words.map(article)).toEqual(["a", "an", "an", "an", "a", "a", "a", "an", "an", "an", "a", "an"]);
  });

  it("lists with one and, and keeps items with an and of their own apart", () => {
    expect(listed(["a"])).toBe("a");
    expect(listed(["a", "b", "c"])).toBe("a, b and c");
    expect(listed(["a", "b and c", "d"])).toBe("a, b and c, and d");
  });

  it("gives skills the capitals that they have within a sentence", () => {
    const skills = [
      "Wound care",
      "Excel",
      "SQL",
      "Portuguese",
      "Menu costing",
      "Opera PMS",
      "IV cannulation",
      "Butchery",
    ];
    expect(skills.map(inside)).toEqual([
      "wound care",
      "Excel",
      "SQL",
      "Portuguese",
      "menu costing",
      "Opera PMS",
      "IV cannulation",
      "butchery",
    ]);
  });

  it("tells what can be asked for from what is done", () => {
    expect(["food safety", "review code", "arrange services", "Kubernetes"].map(isNoun)).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });

  it("ends a sentence once", () => {
    expect([sentence("at Foo Inc."), sentence("may I?"), sentence("I  weld")]).toEqual([
      "At Foo Inc.",
      "May I?",
      "I weld.",
    ]);
  });
});
