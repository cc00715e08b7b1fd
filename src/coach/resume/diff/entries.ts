import type {
  Certification,
  Contact,
  Education,
  Employment,
  OtherSection,
  Project,
  ResumeDocument,
  ResumeSection,
  SkillGroup,
} from "#src/documents/resume-document.ts";
import { printDate, printDates } from "#src/documents/resume-markdown-dates.ts";

/** What a line says of its entry; a line without one is a bullet, a paragraph or a skill. */
export type Field =
  | "name"
  | "headline"
  | "email"
  | "phone"
  | "location"
  | "link"
  | "group"
  | "title"
  | "employer"
  | "school"
  | "degree"
  | "field"
  | "dates"
  | "issuer"
  | "heading";

export interface Line {
  readonly field?: Field;
  readonly text: string;
}

/** One thing of a section as lines: a role, a school, a group of skills, the whole contact. */
export interface Entry {
  /** What it goes by, "" for what is missing; the same fields for every entry of a section. */
  readonly names: readonly (Line & { readonly field: Field })[];
  /** When it began, where that is known. */
  readonly start?: string;
  /** Everything that it says, its names too. */
  readonly lines: readonly Line[];
  /** Its lines are the same or not; none is an edited other one. */
  readonly exact?: boolean;
}

export function entriesOf(document: ResumeDocument, section: ResumeSection): readonly Entry[] {
  switch (section) {
    case "contact":
      return plainEntry(contactLines(document.contact));
    case "summary":
      return plainEntry(document.summary.map((text) => ({ text })));
    case "skills":
      return document.skills.map(skillEntry);
    case "experience":
      return document.experience.flatMap(roleEntries);
    case "education":
      return document.education.map(educationEntry);
    case "projects":
      return document.projects.map(projectEntry);
    case "certifications":
      return document.certifications.map(certificationEntry);
  }
}

export function otherEntry({ title, lines }: OtherSection): Entry {
  const names = [{ field: "name" as const, text: title }];
  const own = lines.map(({ kind, text }): Line => (kind === "heading" ? { field: "heading", text } : { text }));
  return { names, lines: [...names, ...own] };
}

function plainEntry(lines: readonly Line[]): Entry[] {
  return lines.length > 0 ? [{ names: [], lines }] : [];
}

function contactLines({ name, headline, email, phone, location, links }: Contact): Line[] {
  const fields = present({ name, headline, email, phone, location });
  return [
    ...fields,
    ...links.map(({ label, url }): Line => ({ field: "link", text: label ? `${label}: ${url}` : url })),
  ];
}

function skillEntry({ name = "", skills }: SkillGroup): Entry {
  return {
    names: [{ field: "group", text: name }],
    lines: [...present({ group: name }), ...skills.map((text) => ({ text }))],
    exact: true,
  };
}

function roleEntries({ employer, location, roles }: Employment): Entry[] {
  const places = roles.length > 0 ? roles : [{ title: "", bullets: [] }];
  return places.map(({ title, bullets, ...role }) => {
    const dates = "dates" in role ? role.dates : undefined;
    return {
      names: [
        { field: "title", text: title },
        { field: "employer", text: employer },
      ],
      ...begun(dates?.start),
      lines: [
        ...present({ title, employer, location, dates: dates && printDates(dates) }),
        ...bullets.map((text) => ({ text })),
      ],
    };
  });
}

function educationEntry({ school, degree, field, location, dates, bullets }: Education): Entry {
  return {
    names: [
      { field: "degree", text: degree ?? "" },
      { field: "school", text: school },
    ],
    ...begun(dates?.start ?? dates?.end),
    lines: [
      ...present({ degree, field, school, location, dates: dates && printDates(dates) }),
      ...bullets.map((text) => ({ text })),
    ],
  };
}

function projectEntry({ name, url, dates, bullets }: Project): Entry {
  return {
    names: [{ field: "name", text: name }],
    ...begun(dates?.start),
    lines: [...present({ name, link: url, dates: dates && printDates(dates) }), ...bullets.map((text) => ({ text }))],
  };
}

function certificationEntry({ name, issuer, date, url }: Certification): Entry {
  return {
    names: [{ field: "name", text: name }],
    ...begun(date),
    lines: present({ name, issuer, dates: date && printDate(date), link: url }),
  };
}

function begun(date: { readonly year: number; readonly month?: number } | "present" | undefined): Pick<Entry, "start"> {
  return date === undefined ? {} : { start: date === "present" ? date : String(date.year) };
}

function present(fields: { readonly [Name in Field]?: string | undefined }): Line[] {
  return Object.entries(fields).flatMap(([field, text]) => (text ? [{ field: field as Field, text }] : []));
}
