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
  type WebLink,
} from "./resume-document.ts";
import { readCertification } from "./resume-markdown-certifications.ts";
import { isPlainHeadline, isTitledName } from "./resume-markdown-contact.ts";
import { parseDates, printDate, printDates, takeDates } from "./resume-markdown-dates.ts";
import { readSchoolHeading } from "./resume-markdown-education.ts";
import { bulletLine, textLine } from "./resume-markdown-lines.ts";
import { isDocumentTitle, isOtherSection, sectionNamed } from "./resume-markdown-sections.ts";
import { readSkillGroup } from "./resume-markdown-skills.ts";
import {
  markdownText,
  parenthesesPair,
  protectEnd,
  protectLetters,
  protectStart,
  SEPARATOR,
  splitOutsideParentheses,
} from "./resume-markdown-text.ts";
import { tidyResume } from "./resume-tidy.ts";

/** The resume as Markdown. parseResume() reads the same document back, whatever letters its texts hold. */
export function printResume(document: ResumeDocument): string {
  const resume = tidyResume(document);
  const summary = resume.summary.map((text) => textLine(markdownText(text)));
  const sections: Record<SectionBelowContact, string[]> = {
    summary: section("Summary", summary),
    skills: section("Skills", list(resume.skills.map(skillItem))),
    experience: section("Experience", resume.experience.flatMap(employmentBlocks)),
    education: section("Education", resume.education.flatMap(educationBlocks)),
    projects: section("Projects", resume.projects.flatMap(projectBlocks)),
    certifications: section("Certifications", list(resume.certifications.map(certificationItem))),
  };
  const blocks = [
    ...contactBlocks(resume.contact),
    ...sectionOrder(resume).flatMap((name) => sections[name]),
    ...(resume.other ?? []).flatMap(otherBlocks),
  ];
  return blocks.length > 0 ? `${blocks.join("\n\n")}\n` : "";
}

function section(title: string, blocks: readonly string[]): string[] {
  return blocks.length > 0 ? [`## ${title}`, ...blocks] : [];
}

function list(items: readonly string[]): string[] {
  return items.length > 0 ? [items.map(bulletLine).join("\n")] : [];
}

function heading(level: number, parts: readonly (string | undefined)[]): string {
  const title = join(parts);
  return `${"#".repeat(level)} ${/ #+$/.test(title) ? protectEnd(title) : title}`.trimEnd();
}

/** The first part keeps its place when it is empty. */
function join(parts: readonly (string | undefined)[]): string {
  return parts
    .filter((part, index) => index === 0 || part)
    .join(SEPARATOR)
    .trim();
}

function contactBlocks({ name, headline, email, phone, location, links }: Contact): string[] {
  const plain = headline && name && isPlainHeadline(markdownText(headline)) ? markdownText(headline) : undefined;
  const labelled = { Headline: plain ? undefined : headline, Email: email, Phone: phone, Location: location };
  const items = Object.entries(labelled).flatMap(([label, text]) => (text ? [`${label}: ${markdownText(text)}`] : []));
  return [
    ...(name ? [heading(1, [nameTitle(name)])] : []),
    ...(plain ? [plain] : []),
    ...list([...items, ...links.map(linkItem)]),
  ];
}

function nameTitle(name: string): string {
  const title = markdownText(name);
  const safe = isTitledName(title) ? protectEnd(title) : title;
  return sectionNamed(safe) || isDocumentTitle(safe) ? protectStart(safe) : safe;
}

function linkItem({ label, url }: WebLink): string {
  return label ? link(label, url) : `<${url}>`;
}

function link(label: string, url: string): string {
  const text = protectLetters(markdownText(label), /[[\]]/);
  const safe = /^\S+@\S+$/.test(text) ? protectEnd(text) : text;
  return `[${safe}](${/[()]/.test(url) ? `<${url}>` : url})`;
}

function skillItem(group: SkillGroup): string {
  const skills = group.skills.map(skillText).join(", ");
  if (group.name === undefined) return readSkillGroup(skills).name === undefined ? skills : protectLetters(skills, /:/);
  return `${protectLetters(markdownText(group.name), /[:：]/)}: ${skills}`;
}

function skillText(skill: string): string {
  let text = markdownText(skill);
  if (/：|:(?:\s|$)/.test(text)) text = protectLetters(text, /[:：]/);
  if (!parenthesesPair(text)) text = protectLetters(text, /[()]/);
  const separators = ",，、،;；·•|";
  return splitOutsideParentheses(text, separators).length > 1 ? protectLetters(text, /[,，、،;；·•|]/) : text;
}

function employmentBlocks({ employer, location, roles }: Employment): string[] {
  return [datelessHeading(3, [markdownText(employer), optional(location)]), ...roles.flatMap(roleBlocks)];
}

function roleBlocks({ title, dates, bullets }: Role): string[] {
  return [datedHeading(4, markdownText(title), dates && printDates(dates)), ...bulletList(bullets)];
}

/** A heading that ends with dates of its own, if any; a name that ends like dates must not be taken for them. */
function datedHeading(level: number, title: string, dates: string | undefined): string {
  return dates ? heading(level, [title, dates]) : datelessHeading(level, [title]);
}

function datelessHeading(level: number, parts: readonly (string | undefined)[]): string {
  const line = join(parts);
  return heading(level, [takeDates(line).dates ? protectEnd(line) : line]);
}

function bulletList(bullets: readonly string[]): string[] {
  return list(bullets.map((text) => markdownText(text)));
}

function educationBlocks({ school, location, degree, field, dates, bullets }: Education): string[] {
  return [
    heading(3, [schoolTitle(school, location)]),
    ...degreeLine(degree, field, dates && printDates(dates)),
    ...bulletList(bullets),
  ];
}

function schoolTitle(school: string, location: string | undefined): string {
  const line = join([markdownText(school), optional(location)]);
  const read = readSchoolHeading(line);
  if (!read.dates && !read.degree && read.school === school && read.location === location) return line;
  const parts = [markdownText(school), optional(location)];
  return join(parts.map((part) => part && protectEnd(protectStart(protectLetters(part, /[,–—(@-]/)))));
}

function degreeLine(degree: string | undefined, field: string | undefined, dates: string | undefined): string[] {
  const subject = optional(field);
  const bold = degree && protectLetters(markdownText(degree), /\*/);
  const study = bold ? boldLine(bold, subject) : subject && `Field: ${subject}`;
  const parts = [study, dates].filter((part) => part !== undefined);
  return parts.length > 0 ? [parts.join(SEPARATOR)] : [];
}

function boldLine(degree: string, subject: string | undefined): string {
  const line = `**${degree}**${subject ? `, ${subject}` : ""}`;
  return sectionNamed(line) ? boldLine(protectStart(degree), subject) : line;
}

function projectBlocks({ name, url, dates, bullets }: Project): string[] {
  const title = url ? link(name, url) : markdownText(name);
  return [datedHeading(3, title, dates && printDates(dates)), ...bulletList(bullets)];
}

function certificationItem({ name, issuer, date, url }: Certification): string {
  const title = url ? link(name, url) : markdownText(name);
  const from = issuer && markdownText(issuer);
  const giver = from && parseDates(from) ? protectEnd(from) : from;
  const line = join([title, giver, date && printDate(date)]);
  const read = readCertification(line);
  const same = read.name === name && read.issuer === issuer && read.date?.year === date?.year;
  return same || url ? line : protectEnd(protectLetters(line, /[,–—(-]/));
}

function otherBlocks({ title, lines }: OtherSection): string[] {
  const raw = markdownText(title);
  const whole = /[:：]$/.test(raw) ? protectEnd(raw) : raw;
  const blocks = [heading(2, [sectionNamed(whole) ? protectStart(whole) : whole])];
  for (const [index, { kind, text }] of lines.entries()) {
    const markdown = markdownText(text);
    if (kind === "heading") blocks.push(heading(3, [sectionNamed(markdown) ? protectStart(markdown) : markdown]));
    else if (kind === "paragraph") blocks.push(isOtherSection(markdown) ? protectStart(markdown) : textLine(markdown));
    else if (index > 0 && lines[index - 1]?.kind === "bullet") blocks.push(`${blocks.pop()}\n${bulletLine(markdown)}`);
    else blocks.push(bulletLine(markdown));
  }
  return blocks;
}

function optional(text: string | undefined): string | undefined {
  return text ? markdownText(text) : undefined;
}
