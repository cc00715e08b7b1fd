import type { ResumeDocument, Role } from "#src/documents/resume-document.ts";
import { type Advice, type AdviceCode, adviseBullet } from "../score/advice.ts";

export const IMPROVABLE_SECTIONS = ["summary", "experience", "projects", "education"] as const;

export type ImprovableSection = (typeof IMPROVABLE_SECTIONS)[number];

/** One line where it stands. */
export interface ResumeLine {
  readonly section: ImprovableSection;
  readonly text: string;
  /** Job title and employer, or project, or degree and school; "" for a sentence of the summary. */
  readonly context: string;
  /** The same without an employer or school. */
  readonly title: string;
  /** Whether the work goes on; undefined where there are no dates, or where it does not matter. */
  readonly current: boolean | undefined;
  /** The document with another text in this place. */
  readonly replaced: (text: string) => ResumeDocument;
}

/** Where nothing was asked for, the lines on what somebody did. */
export function sectionsOf(section: ImprovableSection | undefined): readonly ImprovableSection[] {
  return section ? [section] : ["experience", "projects"];
}

/** The lines of these sections in reading order; sentences in the summary. */
export function linesOf(document: ResumeDocument, sections: readonly ImprovableSection[]): ResumeLine[] {
  return sections.flatMap((section) => READERS[section](document));
}

/** Sections with lines that another going-through may be about. */
export function othersThan(section: ImprovableSection | undefined, document: ResumeDocument): ImprovableSection[] {
  const own = sectionsOf(section);
  return IMPROVABLE_SECTIONS.filter((name) => !own.includes(name) && READERS[name](document).length > 0);
}

/** What the rules say, of those that make sense for this kind of line. */
export function adviseLine({ section, text, current }: Pick<ResumeLine, "section" | "text" | "current">): Advice[] {
  const advice = adviseBullet(text, current === undefined ? {} : { current });
  return section === "experience" || section === "projects"
    ? advice
    : advice.filter(({ code }) => RULES_FOR_ALL.has(code));
}

// A sentence about somebody, or on a degree, need not open with a deed, hold a number or have eight words.
const RULES_FOR_ALL: ReadonlySet<AdviceCode> = new Set(["too-long", "filler", "first-person", "language"]);

const READERS: Record<ImprovableSection, (document: ResumeDocument) => ResumeLine[]> = {
  summary: (document) =>
    document.summary.flatMap((paragraph, at) =>
      sentencesOf(paragraph).map((sentence) => passage(document, at, sentence)),
    ),
  experience: (document) =>
    document.experience.flatMap((job, at) =>
      job.roles.flatMap((role, place) =>
        bulletLines(role.bullets, (bullets) => ({
          section: "experience",
          context: joined([role.title, job.employer]),
          title: role.title,
          current: goesOn(role),
          document: {
            ...document,
            experience: document.experience.with(at, { ...job, roles: job.roles.with(place, { ...role, bullets }) }),
          },
        })),
      ),
    ),
  projects: (document) =>
    document.projects.flatMap((project, at) =>
      bulletLines(project.bullets, (bullets) => ({
        section: "projects",
        context: project.name,
        title: project.name,
        current: goesOn(project),
        document: { ...document, projects: document.projects.with(at, { ...project, bullets }) },
      })),
    ),
  education: (document) =>
    document.education.flatMap((entry, at) =>
      bulletLines(entry.bullets, (bullets) => ({
        section: "education",
        context: joined([entry.degree, entry.field, entry.school]),
        title: joined([entry.degree, entry.field]),
        current: undefined,
        document: { ...document, education: document.education.with(at, { ...entry, bullets }) },
      })),
    ),
};

/** Words of the summary that are no sentence of their own, such as two that somebody wrote in the place of one. */
export function passageOf(document: ResumeDocument, text: string): ResumeLine | undefined {
  const places = document.summary.flatMap((paragraph, at) => {
    const start = paragraph.indexOf(text);
    return start < 0 ? [] : [passage(document, at, { text, start, end: start + text.length })];
  });
  return places[0];
}

function passage(document: ResumeDocument, at: number, { text, start, end }: Sentence): ResumeLine {
  const paragraph = document.summary[at] ?? "";
  return {
    section: "summary",
    text,
    context: "",
    title: document.contact.headline ?? "",
    current: undefined,
    replaced: (other) => {
      const changed = paragraph.slice(0, start) + other + paragraph.slice(end);
      return { ...document, summary: document.summary.with(at, changed) };
    },
  };
}

interface Entry extends Omit<ResumeLine, "text" | "replaced"> {
  readonly document: ResumeDocument;
}

function bulletLines(bullets: readonly string[], entryWith: (bullets: readonly string[]) => Entry): ResumeLine[] {
  return bullets.map((text, at) => {
    const { document: _, ...about } = entryWith(bullets);
    return { ...about, text, replaced: (other) => entryWith(bullets.with(at, other)).document };
  });
}

function goesOn({ dates }: Pick<Role, "dates">): boolean | undefined {
  return dates && dates.end !== undefined ? dates.end === "present" : undefined;
}

function joined(parts: readonly (string | undefined)[]): string {
  return parts.filter(Boolean).join(", ");
}

interface Sentence {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

function sentencesOf(paragraph: string): Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  for (const { segment, index } of segmenter.segment(paragraph)) {
    const end = index + segment.length;
    if (end < paragraph.length && ABBREVIATION.test(segment)) continue;
    const text = paragraph.slice(start, end).trim();
    if (text)
      sentences.push({
        text,
        start: paragraph.indexOf(text, start),
        end: paragraph.indexOf(text, start) + text.length,
      });
    start = end;
  }
  return sentences;
}

const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });

/** What ends with a full stop inside a sentence. */
const ABBREVIATION =
  /(?:^|[\s(])(?:Dr|Mr|Mrs|Ms|Prof|St|No|Nr|Dipl|Ing|Inc|Ltd|Co|approx|ca|bzw|vs|etc|e\.g|i\.e|z\.\s?B|p\.\s?ej)\.\s*$/i;
