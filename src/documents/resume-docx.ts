import {
  AlignmentType,
  BorderStyle,
  Document,
  ExternalHyperlink,
  HeadingLevel,
  LevelFormat,
  Packer,
  Paragraph,
  type ParagraphChild,
  TabStopType,
  TextRun,
} from "docx";
import type {
  Certification,
  Contact,
  Education,
  Employment,
  OtherSection,
  Project,
  ResumeDocument,
  Role,
  SkillGroup,
} from "./resume-document.ts";
import { printDate, printDates } from "./resume-markdown-dates.ts";
import { tidyResume } from "./resume-tidy.ts";

/**
 * The resume as a Word document with real headings (name 1, sections 2, entries 3, roles and degrees 4) and real lists.
 * The parts of a line are separated by tabs, which no text holds: "Title <tab> dates", so that it can be read back.
 */
export async function resumeToDocx(document: ResumeDocument): Promise<Uint8Array> {
  const resume = tidyResume(document);
  const children = [
    ...contactParagraphs(resume.contact),
    ...section(
      "Summary",
      resume.summary.map((text) => paragraph([run(text)])),
    ),
    ...section("Skills", resume.skills.map(skillParagraph)),
    ...section("Experience", resume.experience.flatMap(employmentParagraphs)),
    ...section("Education", resume.education.flatMap(educationParagraphs)),
    ...section("Projects", resume.projects.flatMap(projectParagraphs)),
    ...section("Certifications", resume.certifications.map(certificationParagraph)),
    ...(resume.other ?? []).flatMap(otherParagraphs),
  ];
  const file = new Document({
    title: resume.contact.name ?? "Resume",
    creator: resume.contact.name ?? "",
    styles: STYLES,
    numbering: { config: [{ reference: BULLETS, levels: [BULLET_LEVEL] }] },
    sections: [{ properties: { page: { margin: MARGINS } }, children }],
  });
  return new Uint8Array(await Packer.toBuffer(file));
}

const BULLETS = "bullets";
const FONT = "Calibri";

/** In twentieths of a point: 2 cm all around; the right edge of an A4 page within them. */
const MARGINS = { top: 1134, right: 1134, bottom: 1134, left: 1134 };
const RIGHT_EDGE = 9638;

const BULLET_LEVEL = {
  level: 0,
  format: LevelFormat.BULLET,
  text: "•",
  alignment: AlignmentType.LEFT,
  style: { paragraph: { indent: { left: 360, hanging: 260 } } },
} as const;

/** Sizes in half points. */
const STYLES = {
  default: {
    document: { run: { font: FONT, size: 21 }, paragraph: { spacing: { after: 60, line: 264 } } },
    heading1: { run: { font: FONT, size: 40, bold: true, color: "000000" }, paragraph: { spacing: { after: 60 } } },
    heading2: {
      run: { font: FONT, size: 26, bold: true, color: "1F3A5F" },
      paragraph: { spacing: { before: 240, after: 80 }, keepNext: true },
    },
    heading3: {
      run: { font: FONT, size: 22, bold: true, color: "000000" },
      paragraph: { spacing: { before: 140, after: 20 }, keepNext: true },
    },
    heading4: {
      run: { font: FONT, size: 21, italics: true, color: "000000" },
      paragraph: { spacing: { before: 40, after: 40 }, keepNext: true },
    },
  },
} as const;

const SECTION_BORDER = { bottom: { style: BorderStyle.SINGLE, size: 6, color: "1F3A5F", space: 1 } } as const;

type Heading = (typeof HeadingLevel)[keyof typeof HeadingLevel];

function section(title: string, paragraphs: readonly Paragraph[]): Paragraph[] {
  return paragraphs.length > 0 ? [sectionHeading(title), ...paragraphs] : [];
}

function sectionHeading(title: string): Paragraph {
  return new Paragraph({ heading: HeadingLevel.HEADING_2, border: SECTION_BORDER, children: [run(title)] });
}

function contactParagraphs({ name, headline, email, phone, location, links }: Contact): Paragraph[] {
  const labelled = { Email: email, Phone: phone, Location: location };
  const facts = Object.entries(labelled).flatMap(([label, text]) => (text ? [[run(`${label}: ${text}`)]] : []));
  const addresses = links.map(({ label, url }) => [...(label ? [run(`${label}: `)] : []), link(url, url)]);
  return [
    ...(name ? [new Paragraph({ heading: HeadingLevel.HEADING_1, children: [run(name)] })] : []),
    ...(headline ? [paragraph([run(name ? headline : `Headline: ${headline}`)])] : []),
    ...[...facts, ...addresses].map((children) => new Paragraph({ spacing: { after: 0 }, children })),
  ];
}

function skillParagraph({ name, skills }: SkillGroup): Paragraph {
  const bold = name === undefined ? [] : [new TextRun({ text: `${name}: `, bold: true })];
  return paragraph([...bold, run(skills.join(", "))]);
}

function employmentParagraphs({ employer, location, roles }: Employment): Paragraph[] {
  return [heading(HeadingLevel.HEADING_3, [run(employer)], location), ...roles.flatMap(roleParagraphs)];
}

function roleParagraphs({ title, dates, bullets }: Role): Paragraph[] {
  return [heading(HeadingLevel.HEADING_4, [run(title)], dates && printDates(dates)), ...bullets.map(bullet)];
}

function educationParagraphs({ school, degree, field, location, dates, bullets }: Education): Paragraph[] {
  const study = [degree, field].filter(Boolean).join(", ");
  const when = dates && printDates(dates);
  const line = study || when ? [heading(HeadingLevel.HEADING_4, [run(study)], when)] : [];
  return [heading(HeadingLevel.HEADING_3, [run(school)], location), ...line, ...bullets.map(bullet)];
}

function projectParagraphs({ name, url, dates, bullets }: Project): Paragraph[] {
  const title = url ? [link(name || url, url)] : [run(name)];
  return [heading(HeadingLevel.HEADING_3, title, dates && printDates(dates)), ...bullets.map(bullet)];
}

function certificationParagraph({ name, issuer, date, url }: Certification): Paragraph {
  const facts = [issuer, date && printDate(date)].flatMap((fact) => (fact ? [run(`\t${fact}`)] : []));
  return listItem([url ? link(name || url, url) : run(name), ...facts]);
}

function otherParagraphs({ title, lines }: OtherSection): Paragraph[] {
  const paragraphs = lines.map(({ kind, text }) => {
    if (kind === "bullet") return bullet(text);
    return kind === "heading" ? heading(HeadingLevel.HEADING_3, [run(text)], undefined) : paragraph([run(text)]);
  });
  return [sectionHeading(title), ...paragraphs];
}

function heading(level: Heading, children: readonly ParagraphChild[], atRight: string | undefined): Paragraph {
  return new Paragraph({
    heading: level,
    tabStops: [{ type: TabStopType.RIGHT, position: RIGHT_EDGE }],
    children: [...children, ...(atRight ? [run(`\t${atRight}`)] : [])],
  });
}

function paragraph(children: readonly ParagraphChild[]): Paragraph {
  return new Paragraph({ children });
}

function bullet(text: string): Paragraph {
  return listItem([run(text)]);
}

function listItem(children: readonly ParagraphChild[]): Paragraph {
  return new Paragraph({ numbering: { reference: BULLETS, level: 0 }, children });
}

function run(text: string): TextRun {
  return new TextRun(text);
}

function link(text: string, url: string): ExternalHyperlink {
  return new ExternalHyperlink({ link: url, children: [new TextRun({ text, style: "Hyperlink" })] });
}
