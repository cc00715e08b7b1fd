import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { differenceOf, isSame, type ResumeDifference } from "#src/coach/resume/diff/difference.ts";
import type { ResumeDocument } from "#src/documents/resume-document.ts";
import { parseResume, printResume } from "#src/documents/resume-markdown.ts";
import { resumeDocument } from "#test/documents/generate.ts";

const BEFORE = `# Ana Souza

- Email: ana@example.org
- Phone: +351 912 345 678

## Summary

Ward nurse with eleven years in acute care.

## Skills

- Triage, Wound care, IV therapy
- Languages: Portuguese, English

## Experience

### Charité | Berlin

#### Senior nurse | Mar 2021 – Present

- Led a ward of 24 beds and 12 nurses.
- Cut medication errors by 30 % in one year.

#### Nurse | Jan 2018 – Feb 2021

- Looked after 8 patients per shift.

### Hospital da Luz

#### Nurse | 2013 – 2017

- Trained 5 new colleagues.

## Education

### University of Porto

**BSc**, Nursing | 2009 – 2013

## Awards

- Nurse of the year 2019
`;

/** What the change says, a line each. */
function told(change: (markdown: string) => string): string[] {
  return linesOf(differenceOf(parseResume(BEFORE).document, parseResume(change(BEFORE)).document));
}

function linesOf({ sections, reordered }: ResumeDifference): string[] {
  const told = sections.flatMap(({ section, title, entries, rearranged }) => [
    ...(rearranged ? [`${section} rearranged`] : []),
    ...entries.map(({ change, name, lines }) => {
      const said = lines.map((line) => {
        const text = line.change === "changed" ? `${line.was} -> ${line.now}` : `${line.change} ${line.text}`;
        return line.field ? `${line.field}: ${text}` : text;
      });
      return `${title ?? section}, ${change}${name.length > 0 ? ` ${name.join(" at ")}` : ""}: ${said.join(" / ")}`;
    }),
  ]);
  return reordered ? [...told, "reordered"] : told;
}

const replace = (from: string | RegExp, to: string) => (markdown: string) => {
  const changed = markdown.replace(from, to);
  if (changed === markdown) throw new Error(`Nothing to replace: ${from}`);
  return changed;
};

describe("the difference between two resumes", () => {
  it("is nothing for the same resume", () => {
    expect(told((markdown) => markdown)).toEqual([]);
    expect(told(replace("Ana Souza\n", "Ana Souza\n\n"))).toEqual([]);
  });

  it("shows an edited bullet as a change in its job", () => {
    expect(told(replace("by 30 % in one year", "by 35 % in one year"))).toEqual([
      "experience, changed Senior nurse at Charité: " +
        "Cut medication errors by 30 % in one year. -> Cut medication errors by 35 % in one year.",
    ]);
  });

  it("shows a corrected title, employer or date as a change of the job", () => {
    expect(told(replace("Senior nurse", "Senior ward nurse"))).toEqual([
      "experience, changed Senior ward nurse at Charité: title: Senior nurse -> Senior ward nurse",
    ]);
    expect(told(replace("Hospital da Luz", "Hospital da Luz Lisboa"))).toEqual([
      "experience, changed Nurse at Hospital da Luz Lisboa: employer: Hospital da Luz -> Hospital da Luz Lisboa",
    ]);
    expect(told(replace("2013 – 2017", "2012 – 2017"))).toEqual([
      "experience, changed Nurse at Hospital da Luz: dates: 2013 – 2017 -> 2012 – 2017",
    ]);
  });

  it("shows a new and a removed job whole", () => {
    const job = "### Hospital da Luz\n\n#### Nurse | 2013 – 2017\n\n- Trained 5 new colleagues.\n\n";
    expect(told(replace(job, ""))).toEqual([
      "experience, gone Nurse at Hospital da Luz: dates: gone 2013 – 2017 / gone Trained 5 new colleagues.",
    ]);
    expect(told(replace(job, `${job}### Red Cross\n\n#### Volunteer | 2011\n\n- Gave first aid.\n\n`))).toEqual([
      "experience, new Volunteer at Red Cross: dates: new 2011 / new Gave first aid.",
    ]);
  });

  it("tells a promotion from a correction: another title in other years is another job", () => {
    const promoted = replace("### Charité | Berlin\n", "### Charité | Berlin\n\n#### Head nurse | 2024 – Present\n");
    expect(told(promoted)).toEqual([
      "experience, new Head nurse at Charité: location: new Berlin / dates: new 2024 – Present",
    ]);
  });

  it("names skills one by one", () => {
    expect(told(replace("Wound care, IV therapy", "IV therapy, Catheter care"))).toEqual([
      "skills, changed: new Catheter care / gone Wound care",
    ]);
    expect(told(replace("Languages: Portuguese, English", "Languages: Portuguese, English, German"))).toEqual([
      "skills, changed Languages: new German",
    ]);
  });

  it("shows what changed in the contact by field", () => {
    expect(told(replace("- Phone: +351 912 345 678", "- Phone: +49 151 234 567\n- Location: Berlin"))).toEqual([
      "contact, changed: phone: +351 912 345 678 -> +49 151 234 567 / location: new Berlin",
    ]);
    expect(told(replace("- Email: ana@example.org\n", ""))).toEqual(["contact, changed: email: gone ana@example.org"]);
  });

  it("shows new and removed sections, the person's own ones too", () => {
    expect(told(replace(/## Education.*?(?=## Awards)/s, ""))).toEqual([
      "education, gone BSc at University of Porto: field: gone Nursing / dates: gone 2009 – 2013",
    ]);
    expect(told(replace("## Awards\n\n- Nurse of the year 2019\n", "## Volunteering\n\n- Red Cross, 2011\n"))).toEqual([
      "Volunteering, new Volunteering: new Red Cross, 2011",
      "Awards, gone Awards: gone Nurse of the year 2019",
    ]);
    expect(told(replace("Nurse of the year 2019", "Nurse of the year 2018"))).toEqual([
      "Awards, changed Awards: Nurse of the year 2019 -> Nurse of the year 2018",
    ]);
  });

  it("says when only the order is another one", () => {
    expect(told(replace("Triage, Wound care", "Wound care, Triage"))).toEqual(["skills rearranged"]);
    const [head = "", education = ""] = BEFORE.split(/(?=## Education)/);
    const [before = "", experience = ""] = head.split(/(?=## Experience)/);
    const [own = "", awards = ""] = education.split(/(?=## Awards)/);
    expect(told(() => before + own + experience + awards)).toEqual(["reordered"]);
  });

  it("accounts for every line of any two resumes, and is empty for the same one alone", () => {
    const two = fc.oneof(fc.tuple(resumeDocument(), resumeDocument()), resumeDocument().chain(withOneChange));
    fc.assert(
      fc.property(two, ([before, after]) => {
        const difference = differenceOf(before, after);
        expect(isSame(difference)).toBe(printResume(before) === printResume(after));
        expect(applied(before, difference)).toEqual(texts(after));
        expect(isSame(differenceOf(before, before))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it("compares no thousands of entries with each other", () => {
    const long = (word: string): ResumeDocument => ({
      ...parseResume(BEFORE).document,
      experience: Array.from({ length: 1_000 }, (_, index) => ({
        employer: `${word} ${index}`,
        roles: [{ title: `${word}er`, bullets: Array.from({ length: 5 }, () => `${word} ${index * 7}`) }],
      })),
    });
    const { sections } = differenceOf(long("aa"), long("bb"));
    expect(sections[0]?.entries).toHaveLength(2_000);
  });
});

function withOneChange(document: ResumeDocument): fc.Arbitrary<[ResumeDocument, ResumeDocument]> {
  const keys = ["summary", "skills", "experience", "education", "projects", "certifications"] as const;
  return fc.constantFrom(...keys).map((key) => [document, { ...document, [key]: document[key].toReversed() }]);
}

/** Every text of the entries, sorted: what the old one has, less what is gone, and what is new. */
function applied(before: ResumeDocument, { sections }: ResumeDifference): string[] {
  const left = texts(before);
  const take = (text: string): void => {
    const place = left.indexOf(text);
    if (place < 0) throw new Error(`"${text}" was said to be gone, and was not there`);
    left.splice(place, 1);
  };
  for (const { change, name, lines } of sections.flatMap(({ entries }) => entries)) {
    if (change === "gone") for (const text of name) take(text);
    if (change === "new") left.push(...name);
    for (const line of lines) {
      if (line.change === "changed") take(line.was);
      if (line.change === "gone") take(line.text);
      if (line.change === "changed") left.push(line.now);
      if (line.change === "new") left.push(line.text);
    }
  }
  return left.sort();
}

const nothing: ResumeDocument = {
  contact: { links: [] },
  summary: [],
  skills: [],
  experience: [],
  education: [],
  projects: [],
  certifications: [],
};

/** All that is new against an empty resume is all there is. */
function texts(document: ResumeDocument): string[] {
  return differenceOf(nothing, document)
    .sections.flatMap(({ entries }) => entries)
    .flatMap(({ name, lines }) => [...name, ...lines.map((line) => ("text" in line ? line.text : ""))])
    .sort();
}
