import fc from "fast-check";
import mammoth from "mammoth";
import { describe, expect, it } from "vitest";
import {
  type DateRange,
  type ResumeDocument,
  type SectionBelowContact,
  sectionOrder,
} from "#src/documents/resume-document.ts";
import { resumeToDocx } from "#src/documents/resume-docx.ts";
import { resumeDocument } from "./generate.ts";

const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

describe("a resume as DOCX", () => {
  it("gives mammoth every fact in order", { timeout: 120_000 }, async () => {
    let facts = 0;
    await fc.assert(
      fc.asyncProperty(resumeDocument(), async (document) => {
        const text = visibleText(await html(document));
        let from = 0;
        for (const fact of factsOf(document)) {
          const at = text.indexOf(fact, from);
          expect(at, fact).toBeGreaterThanOrEqual(from);
          from = at + fact.length;
          facts += 1;
        }
      }),
      { numRuns: 150 },
    );
    process.stdout.write(`${facts} facts of 150 generated resumes, all of them read back in order\n`);
  });

  it("has real headings and lists", async () => {
    const document: ResumeDocument = {
      contact: {
        name: "Ana Souza",
        headline: "Nurse",
        email: "ana@example.org",
        links: [{ url: "https://ana.example" }],
      },
      summary: ["Cares."],
      skills: [{ name: "Clinical", skills: ["Triage", "IV therapy"] }],
      experience: [
        {
          employer: "Charité",
          location: "Berlin",
          roles: [
            {
              title: "Staff nurse",
              dates: { start: { year: 2021, month: 3 }, end: "present" },
              bullets: ["Led 4 people"],
            },
          ],
        },
      ],
      education: [
        { school: "University of Porto", degree: "BSc", field: "Nursing", dates: { end: { year: 2018 } }, bullets: [] },
      ],
      projects: [{ name: "Falls", url: "https://falls.example", bullets: ["Fewer falls"] }],
      certifications: [{ name: "ACLS", issuer: "AHA", date: { year: 2022 } }],
      other: [{ title: "Languages", lines: [{ kind: "bullet", text: "Portuguese" }] }],
    };
    expect(await html(document)).toBe(
      "<h1>Ana Souza</h1><p>Nurse</p><p>Email: ana@example.org</p>" +
        '<p><a href="https://ana.example">https://ana.example</a></p>' +
        "<h2>Summary</h2><p>Cares.</p><h2>Skills</h2><p><strong>Clinical: </strong>Triage, IV therapy</p>" +
        "<h2>Experience</h2><h3>Charité\tBerlin</h3><h4>Staff nurse\tMar 2021 – Present</h4><ul><li>Led 4 people</li></ul>" +
        "<h2>Education</h2><h3>University of Porto</h3><h4>BSc, Nursing\t2018</h4>" +
        '<h2>Projects</h2><h3><a href="https://falls.example">Falls</a></h3><ul><li>Fewer falls</li></ul>' +
        "<h2>Certifications</h2><ul><li>ACLS\tAHA\t2022</li></ul><h2>Languages</h2><ul><li>Portuguese</li></ul>",
    );
  });
});

async function html(document: ResumeDocument): Promise<string> {
  const { value, messages } = await mammoth.convertToHtml({ buffer: Buffer.from(await resumeToDocx(document)) });
  expect(messages.filter(({ type }) => type === "error")).toEqual([]);
  return value;
}

/** Addresses of links are facts, too, so they stand before what they link. */
function visibleText(markup: string): string {
  return markup
    .replace(/<a href="([^"]*)">/g, "$1 ")
    .replace(/<[^>]*>/g, "\n")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, "&");
}

function factsOf(document: ResumeDocument): string[] {
  const { contact, summary, skills, experience, education, projects, certifications, other = [] } = document;
  const sections: Record<SectionBelowContact, readonly (string | undefined)[]> = {
    summary,
    skills: skills.flatMap(({ name, skills: names }) => [name, ...names]),
    experience: experience.flatMap(({ employer, location, roles }) => [
      employer,
      location,
      ...roles.flatMap(({ title, dates, bullets }) => [title, ...datesOf(dates), ...bullets]),
    ]),
    education: education.flatMap(({ school, location, degree, field, dates, bullets }) => {
      return [school, location, degree, field, ...datesOf(dates), ...bullets];
    }),
    projects: projects.flatMap(({ name, url, dates, bullets }) => [url, name, ...datesOf(dates), ...bullets]),
    certifications: certifications.flatMap(({ name, issuer, date, url }) => {
      return [url, name, issuer, ...datesOf(date && { end: date })];
    }),
  };
  const facts = [
    contact.name,
    contact.headline,
    contact.email,
    contact.phone,
    contact.location,
    ...contact.links.flatMap(({ label, url }) => [label, url]),
    ...sectionOrder(document).flatMap((section) => sections[section]),
    ...other.flatMap(({ title, lines }) => [title, ...lines.map(({ text }) => text)]),
  ];
  return facts.filter((fact) => fact !== undefined);
}

function datesOf({ start, end }: DateRange = {}): string[] {
  return [start, end].flatMap((date) => {
    if (!date) return [];
    if (date === "present") return ["Present"];
    return [date.month ? `${MONTHS[date.month - 1]} ${date.year}` : String(date.year)];
  });
}
