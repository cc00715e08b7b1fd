import sample from "@jsonresume/schema/sample.resume.json" with { type: "json" };
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseJsonResume, schemaProblems, toJsonResume } from "#src/documents/json-resume.ts";
import { resumeDocument } from "./generate.ts";

const read = (resume: unknown) => parseJsonResume(JSON.stringify(resume));

describe("JSON Resume", () => {
  it("holds every generated resume without loss, valid by the official schema", { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(resumeDocument(), (document) => {
        const written = toJsonResume(document);
        expect(schemaProblems(written)).toEqual([]);
        expect(read(written)).toEqual({ document, unread: [], problems: [] });
      }),
      { numRuns: 1_000 },
    );
  });

  it("reads the official sample, and says which of its fields have no place", () => {
    const reading = read(sample);
    expect(reading?.problems).toEqual([]);
    expect(reading?.unread).toEqual([
      "work[0].url",
      "education[0].url",
      "skills[0].level",
      "skills[1].level",
      "projects[0].roles",
      "projects[0].entity",
      "projects[0].type",
    ]);
    const document = reading?.document;
    expect(document?.contact).toMatchObject({
      name: "Richard Hendriks",
      headline: "Programmer",
      email: "richard.hendriks@mail.com",
      phone: "(912) 555-4321",
      location: "2712 Broadway St, San Francisco, California, CA 94115, US",
    });
    expect(document?.contact.links.map(({ label }) => label)).toEqual([undefined, "Twitter", "SoundCloud"]);
    expect(document?.experience[0]).toMatchObject({ employer: "Pied Piper", location: "Palo Alto, CA" });
    expect(document?.experience[0]?.roles[0]).toMatchObject({
      title: "CEO/President",
      dates: { start: { year: 2013, month: 12 }, end: { year: 2014, month: 12 } },
    });
    expect(document?.education[0]).toMatchObject({ degree: "Bachelor", field: "Information Technology" });
    expect(document?.other?.map(({ title }) => title)).toEqual(
      expect.arrayContaining(["Volunteering", "Awards", "Publications", "Languages", "Interests", "References"]),
    );
  });

  it("puts the roles of one employer together and takes an absent end for the present", () => {
    const work = [
      { name: "Acme", position: "Lead", startDate: "2021-03" },
      { name: "Acme", position: "Nurse", startDate: "2019", endDate: "2021-02-28" },
      { name: "Other", position: "Nurse" },
    ];
    expect(read({ work })?.document.experience).toEqual([
      {
        employer: "Acme",
        roles: [
          { title: "Lead", dates: { start: { year: 2021, month: 3 }, end: "present" }, bullets: [] },
          { title: "Nurse", dates: { start: { year: 2019 }, end: { year: 2021, month: 2 } }, bullets: [] },
        ],
      },
      { employer: "Other", roles: [{ title: "Nurse", bullets: [] }] },
    ]);
  });

  it("says what the schema finds wrong and reads the rest", () => {
    const reading = read({
      basics: { name: "Ana", email: 5, profiles: "none" },
      work: [7, { name: ["x"] }, null],
      skills: {},
    });
    expect(reading?.document.contact.name).toBe("Ana");
    expect(reading?.problems.length).toBeGreaterThan(2);
  });

  it("takes no link that a browser would run", () => {
    const reading = read({
      basics: { url: "javascript:alert(1)", profiles: [{ network: "X", url: "file:///etc/passwd" }] },
    });
    expect(reading?.document.contact.links).toEqual([]);
  });

  it.each(["", "{", "[]", "null", "7", '"text"', "[".repeat(100_000)])("is undefined for %.10j", (json) => {
    expect(parseJsonResume(json)).toBeUndefined();
  });

  it("survives any JSON in any field", () => {
    const anything = fc.jsonValue({ maxDepth: 3 });
    const keys = "basics work education skills projects certificates volunteer languages meta".split(" ");
    const resume = fc.dictionary(fc.constantFrom(...keys), fc.oneof(anything, fc.array(anything)));
    fc.assert(
      fc.property(resume, (value) => {
        expect(read(value)?.document.contact.links).toBeDefined();
      }),
      { numRuns: 500 },
    );
  });
});
