import type { OtherSection, ResumeDocument, ResumeSection } from "./resume-document.ts";
import { readCertifications } from "./resume-markdown-certifications.ts";
import { readContact } from "./resume-markdown-contact.ts";
import { readEducation } from "./resume-markdown-education.ts";
import { readExperience } from "./resume-markdown-experience.ts";
import { joinWrapped, type Line, readLines } from "./resume-markdown-lines.ts";
import { readProjects } from "./resume-markdown-projects.ts";
import { isDocumentTitle, isOtherSection, sectionNamed } from "./resume-markdown-sections.ts";
import { readSkills } from "./resume-markdown-skills.ts";
import { plainText } from "./resume-markdown-text.ts";
import { tidyResume } from "./resume-tidy.ts";

export interface ResumeReading {
  readonly document: ResumeDocument;
  /** Lines that fit nowhere, as they stand in the Markdown; `line` from 1. */
  readonly unread: readonly { readonly line: number; readonly text: string }[];
}

/** Reads what printResume() prints without loss, and what people write by hand as well as its headings tell. */
export function parseResume(markdown: string): ResumeReading {
  const { name, preamble, sections } = cut(promoteHeadings(readLines(markdown)));
  const of = (wanted: ResumeSection) =>
    sections.filter(({ section }) => section === wanted).flatMap(({ lines }) => lines);
  const { contact, prose, unread } = readContact(name, [...preamble, ...of("contact")]);
  const other = sections.filter(({ section }) => section === undefined).map(readOther);
  // Prose above all headings is the summary, and stands first.
  const order: ResumeSection[] = prose.length > 0 ? ["summary"] : [];
  const document = tidyResume({
    contact,
    summary: [...prose, ...of("summary")].length > 0 ? readSummary([...prose, ...of("summary")]) : [],
    skills: readSkills(of("skills")),
    experience: readExperience(of("experience")),
    education: readEducation(of("education")),
    projects: readProjects(of("projects")),
    certifications: readCertifications(of("certifications")),
    ...(other.length > 0 ? { other } : {}),
    order: [...order, ...sections.flatMap(({ section }) => section ?? [])],
  });
  const unreadable = [...preamble, ...sections.flatMap(({ lines }) => lines)].filter(
    ({ kind }) => kind === "unreadable",
  );
  const left = [...unread, ...unreadable].sort((a, b) => a.number - b.number);
  return { document, unread: left.map(({ number, raw }) => ({ line: number, text: raw })) };
}

interface Section {
  readonly section: ResumeSection | undefined;
  readonly title: string;
  readonly lines: Line[];
}

interface Cut {
  readonly name?: Line;
  readonly preamble: readonly Line[];
  readonly sections: readonly Section[];
}

/** Section names in bold, or alone on their lines where no heading names a section, become headings. */
function promoteHeadings(lines: readonly Line[]): Line[] {
  const level = sectionLevel(lines);
  const bare = !lines.some((line) => line.kind === "heading" && sectionNamed(line.raw));
  return lines.map((line, index) => {
    if (line.kind !== "text" || (!bare && !/^(?:\*\*|__)/.test(line.raw))) return line;
    const alone = lines[index - 1]?.kind !== "text";
    const named = sectionNamed(line.raw) || (bare && alone && isOtherSection(line.raw));
    return named ? { ...line, kind: "heading", level } : line;
  });
}

/** The level of the highest heading that names a section. */
function sectionLevel(lines: readonly Line[]): number {
  const levels = lines.flatMap(({ kind, raw, level }) => (kind === "heading" && sectionNamed(raw) ? [level] : []));
  return levels.length > 0 ? Math.min(...levels) : 2;
}

function cut(lines: readonly Line[]): Cut {
  const level = sectionLevel(lines);
  const name = nameLine(lines, level);
  const preamble: Line[] = [];
  const sections: Section[] = [];
  for (const line of lines) {
    if (line === name) continue;
    const current = sections.at(-1);
    if (line.kind === "heading" && line.level <= level) {
      if (isDocumentTitle(line.raw) && !current) continue;
      sections.push({ section: sectionNamed(line.raw), title: line.raw, lines: [] });
    } else if (current) current.lines.push(line);
    else preamble.push(line.kind === "heading" ? { ...line, kind: "text" } : line);
  }
  return name ? { name, preamble, sections } : { preamble, sections };
}

/** The first heading, where it stands higher than the sections or above everything else. */
function nameLine(lines: readonly Line[], level: number): Line | undefined {
  const first = lines.find(({ kind, raw }) => kind === "heading" && !isDocumentTitle(raw));
  if (!first || sectionNamed(first.raw)) return undefined;
  const onTop = lines.find(({ kind }) => kind !== "blank") === first;
  const named = lines.some(({ kind, raw }) => kind === "heading" && sectionNamed(raw));
  return first.level < level || (onTop && named && !isOtherSection(first.raw)) ? first : undefined;
}

function readSummary(lines: readonly Line[]): string[] {
  return joinWrapped(lines)
    .filter(({ kind }) => kind !== "unreadable")
    .map(({ raw }) => plainText(raw));
}

function readOther({ title, lines }: Section): OtherSection {
  const blocks = joinWrapped(lines).filter(({ kind }) => kind !== "unreadable");
  return {
    title: plainText(title.replace(/(?<=\S)\s*[:：]$/, "")),
    lines: blocks.map(({ kind, raw }) => ({
      kind: kind === "heading" || kind === "bullet" ? kind : "paragraph",
      text: plainText(raw),
    })),
  };
}
