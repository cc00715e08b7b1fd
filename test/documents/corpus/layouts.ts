import type { DateRange, ResumeDocument } from "#src/documents/resume-document.ts";
import type { CorpusResume } from "./index.ts";
import { dateText, wordsOf } from "./words.ts";

export interface Setting {
  readonly kind: "name" | "contact" | "heading" | "text" | "bullet" | "pair" | "strong";
  readonly text: string;
  /** Of a pair: what stands at the other margin, or in the other cell. */
  readonly aside?: string;
}

export interface Layout {
  readonly name: string;
  /** Which sections stand in the narrow column; none for one column. */
  readonly sidebar: boolean;
  /** Contact in the page header, name and page numbers in the footer. */
  readonly running: boolean;
  /** Dates in a column of their own at the left. */
  readonly datesLeft: boolean;
  readonly order: "title-first" | "employer-first" | "one-line" | "bars" | "dates-below";
  readonly dates: number;
  readonly capitals: boolean;
  readonly bullet: string;
  readonly skills: "commas" | "bullets" | "bars";
  /** More bullets, to make it two to four pages long. */
  readonly padding: number;
}

const PLAIN: Layout = {
  name: "classic",
  sidebar: false,
  running: false,
  datesLeft: false,
  order: "title-first",
  dates: 0,
  capitals: false,
  bullet: "•",
  skills: "commas",
  padding: 0,
};

export const LAYOUTS: readonly Layout[] = [
  PLAIN,
  { ...PLAIN, name: "employer first", order: "employer-first", capitals: true, dates: 1 },
  { ...PLAIN, name: "two columns", sidebar: true, skills: "bullets" },
  { ...PLAIN, name: "dates at the left", datesLeft: true, dates: 1, order: "one-line", skills: "bars" },
  { ...PLAIN, name: "running header and footer", running: true, padding: 14, order: "employer-first" },
  { ...PLAIN, name: "one line each", order: "one-line", dates: 2, bullet: "-", capitals: true },
  { ...PLAIN, name: "bars", order: "bars", bullet: "▪", skills: "bars" },
  { ...PLAIN, name: "dates below", order: "dates-below", bullet: "*", capitals: true, padding: 30, running: true },
];

/** A resume as pieces: those of the narrow column, and those of the main one. */
export function set(
  { document, language }: CorpusResume,
  layout: Layout,
  variant: number,
): { side: Setting[]; main: Setting[] } {
  const words = wordsOf(language);
  const heading = (names: readonly string[]): Setting => {
    const text = names[variant % names.length] ?? "";
    return { kind: "heading", text: layout.capitals && !["tr", "el"].includes(language) ? text.toUpperCase() : text };
  };
  const dates = (range: DateRange | undefined): string => datesText(range, language, layout.dates);
  const { contact } = document;
  const reach = [contact.email, contact.phone, contact.location].flatMap((text) => text ?? []);
  const name: Setting[] = [
    { kind: "name", text: contact.name ?? "" },
    { kind: "contact", text: contact.headline ?? "" },
  ];
  const ways: Setting[] = layout.sidebar
    ? reach.map((text) => ({ kind: "contact", text }))
    : [{ kind: "contact", text: reach.join(" | ") }];
  const skills = document.skills.length > 0 ? [heading(words.skills), ...skillLines(document, layout)] : [];
  const summary: Setting[] =
    document.summary.length > 0
      ? [heading(words.summary), ...document.summary.map((text) => ({ kind: "text" as const, text }))]
      : [];
  const certifications =
    document.certifications.length > 0
      ? [
          heading(words.certifications),
          ...document.certifications.map(
            ({ name: title, issuer, date }) =>
              entry(layout, [title, issuer ?? ""], date ? dateText(date, language, layout.dates) : "")[0] as Setting,
          ),
        ]
      : [];
  const experience = [
    heading(words.experience),
    ...jobs(document, layout, { dates, padding: LATIN.test(language) ? PADDING : own(document) }),
  ];
  const education = [
    heading(words.education),
    ...document.education.flatMap((school) =>
      entry(layout, [[school.degree, school.field].filter(Boolean).join(", "), school.school], dates(school.dates)),
    ),
  ];
  const projects =
    document.projects.length > 0
      ? [
          heading(words.projects),
          ...document.projects.flatMap(({ name: title, url, bullets }): Setting[] => [
            { kind: "strong", text: `${title} ${url ?? ""}` },
            ...bullets.map((text) => ({ kind: "bullet" as const, text })),
          ]),
        ]
      : [];
  if (layout.sidebar)
    return {
      side: [...ways, ...skills, ...certifications],
      main: [...name, ...summary, ...experience, ...education, ...projects],
    };
  return {
    side: [],
    main: [
      ...(layout.running ? name : [...name, ...ways]),
      ...summary,
      ...experience,
      ...education,
      ...projects,
      ...skills,
      ...certifications,
    ],
  };
}

/** What stands in the running header of such a layout. */
export function runningHeader({ document: { contact } }: CorpusResume): string {
  return [contact.email, contact.phone, contact.location].filter(Boolean).join(" | ");
}

const LATIN = /^(?:en|de|fr|es|pt|it|pl|tr|vi)$/;

const own = (document: ResumeDocument): string[] =>
  document.experience.flatMap(({ roles }) => roles.flatMap(({ bullets }) => bullets));

function jobs(
  document: ResumeDocument,
  layout: Layout,
  { dates, padding }: { dates: (range: DateRange | undefined) => string; padding: readonly string[] },
): Setting[] {
  let spare = layout.padding;
  return document.experience.flatMap(({ employer, location, roles }) => {
    const place = location ? `${employer}, ${location}` : employer;
    const grouped = layout.order === "employer-first" && roles.length > 1;
    const head: Setting[] = grouped ? [{ kind: "strong", text: place }] : [];
    return [
      ...head,
      ...roles.flatMap((role): Setting[] => {
        const more = padding.slice(0, spare);
        spare -= more.length;
        const top = grouped
          ? entry(layout, [role.title], dates(role.dates))
          : entry(layout, [role.title, place], dates(role.dates));
        return [...top, ...[...role.bullets, ...more].map((text) => ({ kind: "bullet" as const, text }))];
      }),
    ];
  });
}

function entry({ order, datesLeft }: Layout, [first = "", second = ""]: readonly string[], dates: string): Setting[] {
  const both = second ? `${first}, ${second}` : first;
  if (datesLeft) return [{ kind: "pair", text: dates, aside: both }];
  if (order === "one-line") return [{ kind: "strong", text: `${both} (${dates})` }];
  if (order === "bars") return [{ kind: "strong", text: [first, second, dates].filter(Boolean).join(" | ") }];
  if (order === "dates-below")
    return [
      { kind: "strong", text: first },
      ...(second ? [{ kind: "text" as const, text: second }] : []),
      { kind: "text", text: dates },
    ];
  const [top, under] = order === "employer-first" && second ? [second, first] : [first, second];
  return [{ kind: "pair", text: top, aside: dates }, ...(under ? [{ kind: "text" as const, text: under }] : [])];
}

function skillLines({ skills }: ResumeDocument, { skills: style }: Layout): Setting[] {
  return skills.flatMap(({ name, skills: list }): Setting[] => {
    if (style === "bullets" && !name) return list.map((text) => ({ kind: "bullet", text }));
    return [{ kind: "text", text: `${name ? `${name}: ` : ""}${list.join(style === "bars" ? " | " : ", ")}` }];
  });
}

function datesText(range: DateRange | undefined, language: string, style: number): string {
  if (!range) return "";
  const one = (date: DateRange["end"]): string =>
    date === "present" ? wordsOf(language).present : date ? dateText(date, language, style) : "";
  return [range.start, range.end].map(one).filter(Boolean).join(" – ");
}

const PADDING = [
  "Kept records complete and up to date, and handed them over at the end of every shift.",
  "Trained new colleagues in the first weeks and answered their questions patiently.",
  "Took part in the working group on safety and wrote the minutes of its meetings, which were read by everybody in the department and by the management above it.",
  "Suggested a simpler form that saved everybody ten minutes a day.",
  "Stood in for the manager during holidays.",
  "Worked with three other departments to agree on one calendar.",
  "Looked after tools and materials and ordered what was missing in time.",
  "Answered complaints the same day and followed up until they were settled.",
];
