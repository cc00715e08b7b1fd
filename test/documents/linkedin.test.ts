import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isLinkedInExport, readLinkedInExport } from "#src/documents/linkedin.ts";
import { parseResume, printResume } from "#src/documents/resume-markdown.ts";

const FOLDER = "Basic_LinkedInDataExport_11-22-2026/";

const EXPORT: Record<string, string> = {
  "Profile.csv":
    "\uFEFFFirst Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,Zip Code,Geo Location,Twitter Handles,Websites,Instant Messengers\r\n" +
    'Zoë,"O\'Neill, PhD",,"1 Secret St",Jan 5,Ward manager,"I run wards.\n\nI ""care"", too.",Hospitals,10115,"Berlin, Germany",[zoe_oneill],"[PERSONAL:https://zoe.example,PORTFOLIO:work.example/zoe?a=1,b]",\r\n',
  "Positions.csv":
    "Company Name,Title,Description,Location,Started On,Finished On\n" +
    'Charité,Ward manager,"• Led 12 nurses, day and night\n• Cut falls by 30%",Berlin,Mar 2021,\n' +
    "Charité,Staff nurse,- Cared for 8 patients,Berlin,Sep 2018,Feb 2021\n" +
    "Care Ltd,Carer,One line • and another,,2016,2018\n",
  "Education.csv":
    "School Name,Start Date,End Date,Notes,Degree Name,Activities\nUniversity of Porto,2012,2016,Thesis on falls,BSc Nursing,Choir\n",
  "Skills.csv": "Name\nTriage\nC++\ntriage\n",
  "Certifications.csv":
    "Name,Url,Authority,Started On,Finished On,License Number\nACLS,https://cert.example/1,AHA,May 2022,May 2024,X-1\nEvil,javascript:alert(1),,,,\n",
  "Projects.csv":
    "Title,Description,Url,Started On,Finished On\nFalls app,Fewer falls,https://falls.example,Jan 2020,Mar 2020\n",
  "Email Addresses.csv":
    "Email Address,Confirmed,Primary,Updated On\nold@example.org,Yes,No,\nzoe@example.org,Yes,Yes,\n",
  "PhoneNumbers.csv": "Extension,Number,Type\n,+49 30 1,Work\n,+49 170 2,Mobile\n",
  "Languages.csv": "Name,Proficiency\nPortuguese,Native or bilingual proficiency\nGerman,\n",
  "Volunteering.csv":
    "Company Name,Role,Cause,Started On,Finished On,Description\nRed Cross,Medic,Health,Jan 2015,Dec 2015,First aid\n",
  "messages.csv": "FROM,CONTENT\nSomebody,a secret\n",
};

const files = (changes: Record<string, string> = {}) =>
  new Map(Object.entries({ ...EXPORT, ...changes }).map(([name, text]) => [FOLDER + name, text]));

describe("LinkedIn's data export", () => {
  const { document, unread } = readLinkedInExport(files());

  it("gives the contact with the primary address and the mobile number", () => {
    expect(document.contact).toEqual({
      name: "Zoë O'Neill, PhD",
      headline: "Ward manager",
      email: "zoe@example.org",
      phone: "+49 170 2",
      location: "Berlin, Germany",
      links: [
        { url: "https://zoe.example" },
        { label: "Portfolio", url: "https://work.example/zoe?a=1,b" },
        { label: "X", url: "https://x.com/zoe_oneill" },
      ],
    });
    expect(document.summary).toEqual(["I run wards.", 'I "care", too.']);
  });

  it("puts the roles of one employer together, the open one until now", () => {
    expect(document.experience).toEqual([
      {
        employer: "Charité",
        location: "Berlin",
        roles: [
          {
            title: "Ward manager",
            dates: { start: { year: 2021, month: 3 }, end: "present" },
            bullets: ["Led 12 nurses, day and night", "Cut falls by 30%"],
          },
          {
            title: "Staff nurse",
            dates: { start: { year: 2018, month: 9 }, end: { year: 2021, month: 2 } },
            bullets: ["Cared for 8 patients"],
          },
        ],
      },
      {
        employer: "Care Ltd",
        roles: [
          {
            title: "Carer",
            dates: { start: { year: 2016 }, end: { year: 2018 } },
            bullets: ["One line", "and another"],
          },
        ],
      },
    ]);
  });

  it("gives schools, skills once each, projects, certifications and the rest as sections", () => {
    expect(document.education).toEqual([
      {
        school: "University of Porto",
        degree: "BSc Nursing",
        dates: { start: { year: 2012 }, end: { year: 2016 } },
        bullets: ["Thesis on falls", "Activities: Choir"],
      },
    ]);
    expect(document.skills).toEqual([{ skills: ["triage", "C++"] }]);
    expect(document.projects[0]).toMatchObject({
      name: "Falls app",
      url: "https://falls.example",
      bullets: ["Fewer falls"],
    });
    expect(document.certifications).toEqual([
      { name: "ACLS (licence X-1)", issuer: "AHA", date: { year: 2022, month: 5 }, url: "https://cert.example/1" },
      { name: "Evil" },
    ]);
    expect(document.other?.map(({ title }) => title)).toEqual(["Languages", "Volunteering"]);
  });

  it("takes neither address, birth date nor messages, and says which columns it left", () => {
    expect(unread).toEqual([
      "Profile.csv: Address",
      "Profile.csv: Birth Date",
      "Profile.csv: Zip Code",
      "Profile.csv: Industry",
    ]);
    expect(JSON.stringify(document)).not.toMatch(/Secret|secret|Jan 5|10115/);
  });

  it("gives a document that its own Markdown holds", () => {
    expect(parseResume(printResume(document)).document).toEqual(document);
  });

  it("reads what is there when files are missing, empty or broken", () => {
    expect(readLinkedInExport(new Map()).document.experience).toEqual([]);
    const broken = files({
      "Skills.csv": "",
      "Education.csv": 'School Name\n"never closed',
      "Positions.csv": "\u0000\u0001",
    });
    const reading = readLinkedInExport(broken);
    expect(reading.document.contact.name).toBe("Zoë O'Neill, PhD");
    expect(reading.unread).toContain(`${FOLDER}Education.csv`);
  });

  it("survives any text in any file", () => {
    const text = fc.string({ unit: "binary", maxLength: 200 });
    const any = fc.dictionary(
      fc.constantFrom(...Object.keys(EXPORT)),
      fc.array(text).map((lines) => lines.join(",")),
    );
    fc.assert(
      fc.property(any, (changes) => {
        const read = readLinkedInExport(files(changes)).document;
        expect(parseResume(printResume(read)).document).toEqual(read);
      }),
      { numRuns: 300 },
    );
  });

  it("is known by the files that carry a career", () => {
    expect(isLinkedInExport(files().keys())).toBe(true);
    expect(isLinkedInExport(["holiday/photos.csv"])).toBe(false);
  });
});
