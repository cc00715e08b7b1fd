import {
  type Certification,
  type Contact,
  type Education,
  type Employment,
  type OtherSection,
  type Project,
  type ResumeDocument,
  type Role,
  type SectionBelowContact,
  type SkillGroup,
  sectionOrder,
} from "./resume-document.ts";
import { printDate, printDates } from "./resume-markdown-dates.ts";
import { tidyResume } from "./resume-tidy.ts";

/** One paragraph of a resume in Word. No two pieces of it are empty together. */
export interface DocxParagraph {
  readonly kind: "name" | "headline" | "section" | "entry" | "role" | "contact" | "text" | "bullet";
  readonly pieces: readonly DocxPiece[];
}

export interface DocxPiece {
  readonly text: string;
  readonly url?: string;
  readonly bold?: boolean;
  /** A tab stands before it. No text holds one, so the parts of a line can be told apart. */
  readonly tab?: boolean;
}

/** All that a Word document made of this resume shows, in its order. */
export function docxParagraphs(document: ResumeDocument): DocxParagraph[] {
  const resume = tidyResume(document);
  const sections: Record<SectionBelowContact, DocxParagraph[]> = {
    summary: section(
      "Summary",
      resume.summary.map((text) => paragraph("text", [{ text }])),
    ),
    skills: section("Skills", resume.skills.map(skillParagraph)),
    experience: section("Experience", resume.experience.flatMap(employmentParagraphs)),
    education: section("Education", resume.education.flatMap(educationParagraphs)),
    projects: section("Projects", resume.projects.flatMap(projectParagraphs)),
    certifications: section("Certifications", resume.certifications.map(certificationParagraph)),
  };
  const paragraphs = [
    ...contactParagraphs(resume.contact),
    ...sectionOrder(resume).flatMap((name) => sections[name]),
    ...(resume.other ?? []).flatMap(otherParagraphs),
  ];
  return paragraphs.filter(({ pieces }) => pieces.some(({ text }) => text));
}

function paragraph(kind: DocxParagraph["kind"], pieces: readonly DocxPiece[]): DocxParagraph {
  return { kind, pieces };
}

/** A line with something at the right margin. */
function heading(kind: DocxParagraph["kind"], title: DocxPiece, atRight: string | undefined): DocxParagraph {
  return paragraph(kind, atRight ? [title, { text: atRight, tab: true }] : [title]);
}

function section(title: string, paragraphs: readonly DocxParagraph[]): DocxParagraph[] {
  return paragraphs.length > 0 ? [paragraph("section", [{ text: title }]), ...paragraphs] : [];
}

function contactParagraphs({ name, headline, email, phone, location, links }: Contact): DocxParagraph[] {
  const labelled = { Email: email, Phone: phone, Location: location };
  const facts = Object.entries(labelled).flatMap(([label, text]) => (text ? [[{ text: `${label}: ${text}` }]] : []));
  const addresses = links.map(({ label, url }) => [...(label ? [{ text: `${label}: ` }] : []), { text: url, url }]);
  return [
    ...(name ? [paragraph("name", [{ text: name }])] : []),
    ...(headline ? [headlineParagraph(headline, name)] : []),
    ...[...facts, ...addresses].map((pieces) => paragraph("contact", pieces)),
  ];
}

/** Without a name above it, it would be taken for one. */
function headlineParagraph(headline: string, name: string | undefined): DocxParagraph {
  return name ? paragraph("headline", [{ text: headline }]) : paragraph("text", [{ text: `Headline: ${headline}` }]);
}

function skillParagraph({ name, skills }: SkillGroup): DocxParagraph {
  const group = name === undefined ? [] : [{ text: `${name}: `, bold: true }];
  return paragraph("text", [...group, { text: skills.join(", ") }]);
}

function employmentParagraphs({ employer, location, roles }: Employment): DocxParagraph[] {
  return [heading("entry", { text: employer }, location), ...roles.flatMap(roleParagraphs)];
}

function roleParagraphs({ title, dates, bullets }: Role): DocxParagraph[] {
  return [heading("role", { text: title }, dates && printDates(dates)), ...bullets.map(bullet)];
}

function educationParagraphs({ school, degree, field, location, dates, bullets }: Education): DocxParagraph[] {
  const study = [degree, field].filter(Boolean).join(", ");
  const when = dates && printDates(dates);
  const line = study || when ? [heading("role", { text: study }, when)] : [];
  return [heading("entry", { text: school }, location), ...line, ...bullets.map(bullet)];
}

function projectParagraphs({ name, url, dates, bullets }: Project): DocxParagraph[] {
  return [heading("entry", linked(name, url), dates && printDates(dates)), ...bullets.map(bullet)];
}

function certificationParagraph({ name, issuer, date, url }: Certification): DocxParagraph {
  const facts = [issuer, date && printDate(date)].flatMap((text) => (text ? [{ text, tab: true }] : []));
  return paragraph("bullet", [linked(name, url), ...facts]);
}

function otherParagraphs({ title, lines }: OtherSection): DocxParagraph[] {
  const paragraphs = lines.map(({ kind, text }) => {
    return paragraph(kind === "heading" ? "entry" : kind === "bullet" ? "bullet" : "text", [{ text }]);
  });
  return [paragraph("section", [{ text: title }]), ...paragraphs];
}

function bullet(text: string): DocxParagraph {
  return paragraph("bullet", [{ text }]);
}

function linked(name: string, url: string | undefined): DocxPiece {
  return url ? { text: name || url, url } : { text: name };
}
