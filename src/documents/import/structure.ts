import type { Certification, OtherLine, Project, ResumeDocument, ResumeSection } from "../resume-document.ts";
import { tidyResume } from "../resume-tidy.ts";
import { contactOf, piecesOf } from "./contact.ts";
import { findDates } from "./dates.ts";
import { educationOf } from "./education.ts";
import { entriesOf, partsOf } from "./entries.ts";
import { employmentOf } from "./experience.ts";
import { headingOf, type SectionKind } from "./headings.ts";
import type { Line, Lines } from "./line.ts";
import { skillsOf } from "./skills.ts";

export interface Structured {
  readonly document: ResumeDocument;
  readonly leftOut: readonly string[];
  /** How many section headings were found. */
  readonly sections: number;
}

/** From lines to a resume. A pure function; every rule in it is described in docs/import.md. */
export function structure({ lines, links, inColumns }: Lines): Structured {
  const { head, sections } = sectionsOf(lines);
  const of = (kind: SectionKind): Line[] =>
    sections.filter((section) => section.kind === kind).flatMap((section) => section.lines);
  // Without headings nothing but the lines above the first sentence can be somebody's name and place.
  const body = sections.length > 0 ? [] : head.splice(firstSentence(head));
  const { contact, rest, used } = contactOf([...head, ...of("contact")], lines, links);
  const bodyLeft = body.filter((line) => !used.has(line) || piecesOf(line.text, contact.phone ?? "").length > 0);
  const skills = sections.flatMap((section) => {
    if (section.kind === "skills") return skillsOf(section.lines);
    return section.kind === "languages" ? skillsOf(section.lines, section.title) : [];
  });
  const prose = [...rest.filter(isLong), ...unwrapped(bodyLeft).filter(isLong)];
  const document: ResumeDocument = {
    contact,
    summary: paragraphs(of("summary").length > 0 ? of("summary") : prose),
    skills,
    experience: sections.filter(({ kind }) => kind === "experience").flatMap((section) => employmentOf(section.lines)),
    education: educationOf(of("education")),
    projects: of("projects").length > 0 ? projectsOf(of("projects")) : [],
    certifications: of("certifications").flatMap(certificationOf),
    order: inColumns ? [] : orderOf(sections),
  };
  const unplaced = [
    ...(of("summary").length > 0 ? rest : rest.filter((line) => !isLong(line))),
    ...unwrapped(bodyLeft).filter((line) => !isLong(line)),
  ];
  const other = sections
    .filter(({ kind }) => kind === "other")
    .map(({ title, lines }) => ({ title, lines: lines.map(otherLine) }));
  const tidied = tidyResume(other.length > 0 ? { ...document, other } : document);
  return {
    document: tidied,
    leftOut: unplaced.map(({ text }) => text.replaceAll("\t", " ")),
    sections: sections.length,
  };
}

function isLong({ text }: Line): boolean {
  return text.split(/\s+/).length > 6 || text.length > 60;
}

/** Where the lines of a file without headings begin to be sentences. */
function firstSentence(lines: readonly Line[]): number {
  if (lines.length === 1 && piecesOf(lines[0]?.text ?? "").length === 1 && !/[@\d]/.test(lines[0]?.text ?? ""))
    return 0;
  const index = lines.findIndex(({ text, bullet }) => {
    const words = text.split(/\s+/).length;
    return (
      bullet ||
      (piecesOf(text)[0] === text && (words > 10 || text.length > 120 || (words > 5 && /[.!?。।]$/u.test(text))))
    );
  });
  return index < 0 ? lines.length : index;
}

/** Lines that were broken only because they were full are one again. */
function unwrapped(lines: readonly Line[]): Line[] {
  const full = Math.max(0, ...lines.map(({ text }) => text.length)) * 0.6;
  const joined: Line[] = [];
  let above = 0;
  for (const line of lines) {
    const before = joined.at(-1);
    if (before && !line.bullet && !line.apart && above > full) {
      const text = `${before.text} ${line.text}`;
      joined[joined.length - 1] = { ...before, text, cells: [text] };
    } else joined.push(line);
    above = line.text.length;
  }
  return joined;
}

/** As the headings stand; prose above all of them is a summary. */
function orderOf(sections: readonly Section[]): ResumeSection[] {
  const order = sections.flatMap(({ kind }): ResumeSection[] => {
    if (kind === "languages") return ["skills"];
    return kind === "other" ? [] : [kind];
  });
  return order.includes("summary") ? order : ["summary", ...order];
}

function otherLine({ text, bullet }: Line): OtherLine {
  return { kind: bullet ? "bullet" : "paragraph", text: text.replaceAll("\t", " ") };
}

interface Section {
  readonly kind: SectionKind;
  readonly title: string;
  readonly lines: Line[];
}

function sectionsOf(lines: readonly Line[]): { head: Line[]; sections: Section[] } {
  const style = headingStyle(lines);
  const head: Line[] = [];
  const sections: Section[] = [];
  lines.forEach((line, index) => {
    const found = headingAt(line, style, index);
    if (found) {
      sections.push({ kind: found.kind, title: found.title, lines: found.rest ? [found.rest] : [] });
      return;
    }
    (sections.at(-1)?.lines ?? head).push(line);
  });
  return { head, sections };
}

interface Style {
  readonly size: number;
  readonly capitals: boolean;
  readonly marked: boolean;
}

/** How this author writes headings, if most are written alike; a skill "Training" on its own line is none. */
function headingStyle(lines: readonly Line[]): Style | undefined {
  const known = lines.filter((line) => !line.bullet && line.cells.length === 1 && headingOf(line.text));
  const of = (test: (line: Line) => boolean): number => known.filter(test).length;
  const body = median(lines.map(({ size }) => size));
  const sizes = known.map(({ size }) => size).filter((size) => size > body + 0.7);
  const size = of((line) => line.size > body + 0.7) >= 2 ? Math.min(...sizes) : 0;
  return { size, capitals: of(({ text }) => isCapitals(text)) >= 3, marked: of(({ heading }) => heading) >= 2 };
}

function headingAt(
  line: Line,
  style: Style | undefined,
  index: number,
): { kind: SectionKind; title: string; rest?: Line } | undefined {
  const [first = "", ...others] = line.cells;
  const kind = line.bullet ? undefined : headingOf(first);
  if (!kind || (index === 0 && /^(?:r[eé]sum[eé]|cv)$/iu.test(first)))
    return kind && index === 0 ? { kind: "contact", title: first } : undefined;
  const looks =
    line.heading ||
    (style && style.size > 0 && line.size >= style.size - 0.3) ||
    (style?.capitals && isCapitals(first)) ||
    line.apart;
  const strict = style && (style.size > 0 || style.marked || style.capitals);
  if (strict && !looks) return undefined;
  if (others.length === 0) return { kind, title: first };
  // A label and its values on one line, as in "Phone <tab> 123", is a heading only where headings look like that.
  if (kind === "contact" && findDates(line.text) === undefined) return undefined;
  return { kind, title: first, rest: { ...line, text: others.join("\t"), cells: others } };
}

function isCapitals(text: string): boolean {
  return text === text.toUpperCase() && text !== text.toLowerCase();
}

function paragraphs(lines: readonly Line[]): string[] {
  const out: string[] = [];
  for (const line of lines) {
    const text = line.cells.join(" ");
    const before = out.at(-1);
    if (before && !line.bullet && !line.apart && !/[.!?。।:]$/u.test(before)) out[out.length - 1] = `${before} ${text}`;
    else out.push(text);
  }
  return out;
}

function projectsOf(lines: readonly Line[]): Project[] {
  return entriesOf(lines, { lean: () => 0, firstTakesMore: true })
    .map(({ fields, dates, body }) => {
      const url = [...fields, ...body].map((text) => /https?:\/\/[^\s)]+/.exec(text)?.[0]).find(Boolean);
      const [name = "", ...more] = fields.filter((field) => field !== url);
      return { name, ...(url ? { url } : {}), ...(dates ? { dates } : {}), bullets: [...more, ...body] };
    })
    .filter(({ name }) => name !== "");
}

function certificationOf(line: Line): Certification[] {
  const found = findDates(line.text);
  const { fields } = partsOf(found ? found.rest.split("\t") : line.cells);
  const [name, issuer] = fields;
  if (!name) return [];
  const date = found?.dates.start ?? (found?.dates.end === "present" ? undefined : found?.dates.end);
  return [{ name, ...(issuer ? { issuer } : {}), ...(date ? { date } : {}) }];
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
