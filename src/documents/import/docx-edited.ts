import type {
  Certification,
  Education,
  Employment,
  OtherSection,
  Project,
  ResumeSection,
  Role,
  SkillGroup,
} from "../resume-document.ts";
import { parseResume } from "../resume-markdown.ts";
import { readCertification } from "../resume-markdown-certifications.ts";
import { parseDates } from "../resume-markdown-dates.ts";
import { sectionNamed } from "../resume-markdown-sections.ts";
import { readSkillGroup } from "../resume-markdown-skills.ts";
import { markdownText, protectLetters } from "../resume-markdown-text.ts";
import { tidyResume } from "../resume-tidy.ts";
import { type Block, type Part, readBlocks } from "./docx-blocks.ts";
import { headingOf } from "./headings.ts";
import type { Written } from "./written.ts";

/**
 * The resume in a Word file of ours that somebody has edited: by the levels of its headings, as docxParagraphs() set them.
 * Undefined where it is set otherwise by now (tables, entries in paragraphs of text), for which the rules for strangers'
 * files do better. `html` is mammoth's, of the body.
 */
export function readEdited(html: string): Written | undefined {
  const blocks = /<table/.test(html) ? [] : readBlocks(html);
  const { head, sections } = cut(blocks);
  // Headings that were translated are known to the rules for strangers' files only.
  const known = sections.some(({ section }) => section) || !sections.some(({ title }) => headingOf(title));
  if (sections.length === 0 || !known || !sections.every(isSetAsExported)) return undefined;
  const of = (wanted: ResumeSection) =>
    sections.filter(({ section }) => section === wanted).flatMap((section) => section.blocks);
  const top = parseResume(head.map(contactLine).join("\n\n"));
  const { contact, summary } = top.document;
  const document = tidyResume({
    contact,
    summary: [...summary, ...of("summary").map(wholeText)],
    skills: of("skills").map((block): SkillGroup => readSkillGroup(markdownText(wholeText(block)))),
    experience: entriesOf(of("experience")).map(employment),
    education: entriesOf(of("education")).map(education),
    projects: entriesOf(of("projects")).map(project),
    certifications: of("certifications").map(certification),
    other: sections.filter(({ section }) => !section).map(otherSection),
    order: [...(summary.length > 0 ? ["summary" as const] : []), ...sections.flatMap(({ section }) => section ?? [])],
  });
  return { document, leftOut: top.unread.map(({ text }) => text) };
}

interface Section {
  readonly section: ResumeSection | undefined;
  readonly title: string;
  readonly blocks: Block[];
}

function cut(blocks: readonly Block[]): { head: Block[]; sections: Section[] } {
  const head: Block[] = [];
  const sections: Section[] = [];
  for (const block of blocks) {
    const title = wholeText(block);
    if (block.level === 2) sections.push({ section: sectionNamed(title), title, blocks: [] });
    else (sections.at(-1)?.blocks ?? head).push(block);
  }
  return { head, sections };
}

function isSetAsExported({ section, blocks }: Section): boolean {
  if (section === "contact" || blocks.some(({ level }) => level === 1)) return false;
  const entries = section === "experience" || section === "education" || section === "projects";
  return !entries || (blocks[0]?.level === 3 && blocks.every(({ level, bullet }) => bullet || level > 2));
}

function contactLine({ level, subtitle, parts }: Block): string {
  const text = wholeText({ parts });
  if (subtitle) return `- Headline: ${markdownText(text)}`;
  if (level === 1) return `# ${markdownText(text)}`;
  const url = parts.find((part) => part.url)?.url;
  const label = url === undefined ? "" : text.replace(url, "").replace(/:\s*$/, "").trim();
  if (url !== undefined) return label ? `- [${protectLetters(markdownText(label), /[[\]]/)}](<${url}>)` : `- <${url}>`;
  return /^(?:Headline|Email|Phone|Location): /.test(text) ? `- ${markdownText(text)}` : markdownText(text);
}

interface Entry {
  readonly heading: readonly Part[];
  /** Before the first heading below it, and under each of those. */
  readonly bullets: string[];
  readonly below: { readonly heading: readonly Part[]; readonly bullets: string[] }[];
}

function entriesOf(blocks: readonly Block[]): Entry[] {
  const entries: Entry[] = [];
  for (const block of blocks) {
    const entry = entries.at(-1);
    if (block.level === 3 || !entry) entries.push({ heading: block.parts, bullets: [], below: [] });
    else if (block.level > 3) entry.below.push({ heading: block.parts, bullets: [] });
    else (entry.below.at(-1) ?? entry).bullets.push(wholeText(block));
  }
  return entries;
}

function employment({ heading, bullets, below }: Entry): Employment {
  const roles = below.map((role): Role => {
    const { text: title, dates } = datedText(role.heading);
    return { title, ...(dates ? { dates } : {}), bullets: role.bullets };
  });
  const [employer = "", ...location] = heading.map(({ text }) => text);
  const own: Role[] = bullets.length > 0 ? [{ title: "", bullets }] : [];
  return { employer, ...(location.length > 0 ? { location: location.join(", ") } : {}), roles: [...own, ...roles] };
}

/** A word processor does not know which comma stands between degree and field; the first one is taken. */
function education({ heading, bullets, below }: Entry): Education {
  const [first, ...others] = below;
  const { text, dates } = datedText(first?.heading ?? []);
  const [degree = "", ...field] = text.split(", ");
  const [school = "", ...location] = heading.map((part) => part.text);
  const more = others.flatMap((other) => [wholeText({ parts: other.heading }), ...other.bullets]);
  return {
    school,
    degree,
    field: field.join(", "),
    location: location.join(", "),
    ...(dates ? { dates } : {}),
    bullets: [...bullets, ...(first?.bullets ?? []), ...more],
  };
}

function project({ heading, bullets, below }: Entry): Project {
  const { text, dates } = datedText(heading);
  const url = heading.find((part) => part.url)?.url;
  const more = below.flatMap((part) => [wholeText({ parts: part.heading }), ...part.bullets]);
  return { name: text, ...(url ? { url } : {}), ...(dates ? { dates } : {}), bullets: [...bullets, ...more] };
}

function certification(block: Block): Certification {
  const [first, ...facts] = block.parts;
  if (facts.length === 0 && !first?.url) return readCertification(markdownText(wholeText(block)));
  const { text: issuer, dates } = datedText([{ text: "" }, ...facts]);
  const date = dates?.start ?? (dates?.end === "present" ? undefined : dates?.end);
  return {
    name: first?.text ?? "",
    ...(first?.url ? { url: first.url } : {}),
    ...(issuer ? { issuer } : {}),
    ...(date ? { date } : {}),
  };
}

function otherSection({ title, blocks }: Section): OtherSection {
  const lines = blocks.map((block) => {
    const kind = block.level > 0 ? "heading" : block.bullet ? "bullet" : "paragraph";
    return { kind, text: wholeText(block) } as const;
  });
  return { title, lines };
}

/** What stands behind the last tab, if it is dates, and the text before it. */
function datedText(parts: readonly Part[]) {
  const dates = parts.length > 1 ? parseDates(parts.at(-1)?.text ?? "") : undefined;
  const texts = (dates ? parts.slice(0, -1) : parts).map(({ text }) => text);
  return { text: texts.filter(Boolean).join(", "), dates };
}

function wholeText({ parts }: Pick<Block, "parts">): string {
  return parts.map(({ text }) => text).join(" ");
}
