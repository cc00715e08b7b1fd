/**
 * A resume as structure: what its Markdown is parsed to and printed from, what an import gives, what a PDF is drawn from.
 * Texts are single lines without markup; an absent text is undefined, never "". Only a text that the structure requires
 * (an employer, a title, a school, a name) is "" where the source has none. Years are 1900 to 2099.
 */
export interface ResumeDocument {
  readonly contact: Contact;
  /** Paragraphs. */
  readonly summary: readonly string[];
  readonly skills: readonly SkillGroup[];
  readonly experience: readonly Employment[];
  readonly education: readonly Education[];
  readonly projects: readonly Project[];
  readonly certifications: readonly Certification[];
  /** Sections that are none of these (languages, awards, volunteering ...), in the person's own words and order. */
  readonly other?: readonly OtherSection[];
  /**
   * The sections in the order in which they stand, where that is not the usual one of RESUME_SECTIONS; absent where it is.
   * One that it does not name stands right after the last of those that usually come before it, at the very start if none
   * does. `other` always comes last, the contact first.
   */
  readonly order?: readonly ResumeSection[];
}

export interface Contact {
  readonly name?: string;
  /** What the person is or wants to be, under the name. */
  readonly headline?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly location?: string;
  readonly links: readonly WebLink[];
}

export interface WebLink {
  readonly label?: string;
  /** https, http or mailto. */
  readonly url: string;
}

export interface SkillGroup {
  /** Undefined for skills without a heading of their own. */
  readonly name?: string;
  readonly skills: readonly string[];
}

/** One employer with one or more roles, newest first as the person orders them. */
export interface Employment {
  readonly employer: string;
  readonly location?: string;
  readonly roles: readonly Role[];
}

export interface Role {
  readonly title: string;
  readonly dates?: DateRange;
  readonly bullets: readonly string[];
}

export interface Education {
  readonly school: string;
  readonly degree?: string;
  readonly field?: string;
  readonly location?: string;
  readonly dates?: DateRange;
  readonly bullets: readonly string[];
}

export interface Project {
  readonly name: string;
  readonly url?: string;
  readonly dates?: DateRange;
  readonly bullets: readonly string[];
}

export interface Certification {
  readonly name: string;
  readonly issuer?: string;
  readonly date?: PartialDate;
  readonly url?: string;
}

export interface OtherSection {
  readonly title: string;
  readonly lines: readonly OtherLine[];
}

export interface OtherLine {
  readonly kind: "heading" | "paragraph" | "bullet";
  readonly text: string;
}

/** "Mar 2021 – Present"; only an end stands for a single date, such as a graduation. */
export interface DateRange {
  readonly start?: PartialDate;
  readonly end?: PartialDate | "present";
}

export interface PartialDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month?: number;
}

/** The sections in the order in which they are printed unless a person orders them otherwise. */
export const RESUME_SECTIONS = [
  "contact",
  "summary",
  "skills",
  "experience",
  "education",
  "projects",
  "certifications",
] as const satisfies readonly (keyof ResumeDocument)[];

export type ResumeSection = (typeof RESUME_SECTIONS)[number];

export type SectionBelowContact = Exclude<ResumeSection, "contact">;

/** All six sections below the contact, empty ones too, in the order in which this resume has them. `other` follows. */
export function sectionOrder({ order = [] }: Pick<ResumeDocument, "order">): readonly SectionBelowContact[] {
  const usual = RESUME_SECTIONS.filter((section) => section !== "contact");
  const sections = [...new Set(order)].filter((section) => section !== "contact");
  for (const [place, section] of usual.entries()) {
    if (sections.includes(section)) continue;
    const before = usual.slice(0, place).map((earlier) => sections.indexOf(earlier));
    sections.splice(Math.max(-1, ...before) + 1, 0, section);
  }
  return sections;
}

export const EMPTY_RESUME: ResumeDocument = {
  contact: { links: [] },
  summary: [],
  skills: [],
  experience: [],
  education: [],
  projects: [],
  certifications: [],
};
