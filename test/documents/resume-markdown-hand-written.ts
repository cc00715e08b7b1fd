export interface HandWritten {
  readonly markdown: string;
  readonly facts: object;
  readonly unread?: readonly { readonly line: number; readonly text: string }[];
}

/** Resumes as people write them, none in our own grammar. */
export const HAND_WRITTEN: Record<string, HandWritten> = {
  "plain text with headings in capitals": {
    markdown: `Ana Souza
Senior Data Engineer
Porto, Portugal · ana@example.org · +351 912 345 678 · github.com/ana · [LinkedIn](https://linkedin.com/in/ana)

PROFESSIONAL SUMMARY
I build data platforms that
people trust.

WORK HISTORY
Acme GmbH, Berlin
Senior Data Engineer, Mar 2021 – Present
• Cut costs by 30 %
  in one year
• Led 4 people

Engineer at Foo Inc. (2018-2021)
- Did things

TECHNICAL SKILLS
Languages: Python, SQL (Postgres, MySQL), Go
Tools: Docker; Kubernetes

EDUCATION
BSc Computer Science, University of Porto, 2014 – 2018

LANGUAGES
- Portuguese (native)

CERTIFICATIONS
- AWS Solutions Architect, Amazon (2021)
`,
    facts: {
      contact: {
        name: "Ana Souza",
        headline: "Senior Data Engineer",
        email: "ana@example.org",
        phone: "+351 912 345 678",
        location: "Porto, Portugal",
        links: [{ url: "https://github.com/ana" }, { label: "LinkedIn", url: "https://linkedin.com/in/ana" }],
      },
      summary: ["I build data platforms that people trust."],
      skills: [
        { name: "Languages", skills: ["Python", "SQL (Postgres, MySQL)", "Go"] },
        { name: "Tools", skills: ["Docker", "Kubernetes"] },
      ],
      experience: [
        {
          employer: "Acme GmbH, Berlin",
          roles: [
            {
              title: "Senior Data Engineer",
              dates: { start: { year: 2021, month: 3 }, end: "present" },
              bullets: ["Cut costs by 30 % in one year", "Led 4 people"],
            },
          ],
        },
        {
          employer: "Foo Inc.",
          roles: [
            { title: "Engineer", dates: { start: { year: 2018 }, end: { year: 2021 } }, bullets: ["Did things"] },
          ],
        },
      ],
      education: [
        {
          school: "University of Porto",
          degree: "BSc",
          field: "Computer Science",
          dates: { start: { year: 2014 }, end: { year: 2018 } },
        },
      ],
      certifications: [{ name: "AWS Solutions Architect", issuer: "Amazon", date: { year: 2021 } }],
      other: [{ title: "LANGUAGES", lines: [{ kind: "bullet", text: "Portuguese (native)" }] }],
    },
  },
  "bold and italics, roles in bold, a code block": {
    markdown: `# **John O'Neill**
**Registered Nurse** | john@x.org | (555) 123-4567

---

## Profile
Caring nurse.

## Experience

### **St. Mary's Hospital** — *Staff Nurse*
*June 2019 – Now* | Boston, MA

* Cared for 12 patients
* Trained 5 nurses

### Care Home Ltd
**Senior Carer** | 01/2017 - 05/2019
- A
**Carer** | 2015 - 2016
- B

### Nurse Assistant, City Clinic, 2012 to 2014

## Education
**Boston College**, Boston
*Bachelor of Science in Nursing*, 2011
- Dean's list

## Projects
- **Falls app**: reduces falls ([site](https://falls.example))
- Handover sheet - one page

## Volunteering
### Red Cross
- Helped

\`\`\`
code
\`\`\`

## Skills
- Triage
- IV therapy
* Excel
`,
    facts: {
      contact: { name: "John O'Neill", headline: "Registered Nurse", email: "john@x.org", phone: "(555) 123-4567" },
      summary: ["Caring nurse."],
      skills: [{ skills: ["Triage", "IV therapy", "Excel"] }],
      experience: [
        {
          employer: "St. Mary's Hospital",
          location: "Boston, MA",
          roles: [
            {
              title: "Staff Nurse",
              dates: { start: { year: 2019, month: 6 }, end: "present" },
              bullets: ["Cared for 12 patients", "Trained 5 nurses"],
            },
          ],
        },
        {
          employer: "Care Home Ltd",
          roles: [
            {
              title: "Senior Carer",
              dates: { start: { year: 2017, month: 1 }, end: { year: 2019, month: 5 } },
              bullets: ["A"],
            },
            { title: "Carer", dates: { start: { year: 2015 }, end: { year: 2016 } }, bullets: ["B"] },
          ],
        },
        {
          employer: "City Clinic",
          roles: [{ title: "Nurse Assistant", dates: { start: { year: 2012 }, end: { year: 2014 } } }],
        },
      ],
      education: [
        {
          school: "Boston College, Boston",
          degree: "Bachelor of Science",
          field: "Nursing",
          dates: { end: { year: 2011 } },
          bullets: ["Dean's list"],
        },
      ],
      projects: [
        { name: "Falls app", bullets: ["reduces falls (site (https://falls.example))"] },
        { name: "Handover sheet", bullets: ["one page"] },
      ],
      other: [
        {
          title: "Volunteering",
          lines: [
            { kind: "heading", text: "Red Cross" },
            { kind: "bullet", text: "Helped" },
          ],
        },
      ],
    },
    unread: [
      { line: 38, text: "```" },
      { line: 39, text: "code" },
      { line: 40, text: "```" },
    ],
  },
  "underlined headings, numbered lists": {
    markdown: `Curriculum Vitae
================

Name: Мария Иванова
E-Mail: maria@example.org
Mobile: +7 912 345-67-89

Work Experience
---------------

### Школа № 5 | Москва
#### Teacher (09/2015 - heute)
1. Taught 120 pupils
2) Wrote
   two textbooks

Education & Training
--------------------
- Moscow State University — M.A. in History, 2010–2015

Key skills
----------

Teaching; Curriculum design; Moodle

Hobbies
-------

Chess.
`,
    facts: {
      contact: { name: "Мария Иванова", email: "maria@example.org", phone: "+7 912 345-67-89" },
      skills: [{ skills: ["Teaching", "Curriculum design", "Moodle"] }],
      experience: [
        {
          employer: "Школа № 5",
          location: "Москва",
          roles: [
            {
              title: "Teacher",
              dates: { start: { year: 2015, month: 9 }, end: "present" },
              bullets: ["Taught 120 pupils", "Wrote two textbooks"],
            },
          ],
        },
      ],
      education: [
        {
          school: "Moscow State University",
          degree: "M.A.",
          field: "History",
          dates: { start: { year: 2010 }, end: { year: 2015 } },
        },
      ],
      other: [{ title: "Hobbies", lines: [{ kind: "paragraph", text: "Chess." }] }],
    },
  },
  "all sections on the level of the name": {
    markdown: `# Li Wei
# Contact
li@example.org
# Employment
## Acme
### Welder | 2019 - current
+ Welded
# About
Hello.
`,
    facts: {
      contact: { name: "Li Wei", email: "li@example.org" },
      summary: ["Hello."],
      experience: [
        {
          employer: "Acme",
          roles: [{ title: "Welder", dates: { start: { year: 2019 }, end: "present" }, bullets: ["Welded"] }],
        },
      ],
    },
  },
  "nothing at all": { markdown: "", facts: { contact: { links: [] }, experience: [] } },
  "an essay": {
    markdown: "I have always loved cooking. ".repeat(30),
    facts: { summary: ["I have always loved cooking. ".repeat(30).trim()], experience: [] },
  },
};
