import type { Block, Inline } from "#src/chat/message.ts";
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
  sectionOrder,
} from "#src/documents/resume-document.ts";
import { printDate, printDates } from "#src/documents/resume-markdown-dates.ts";
import type { Words } from "#src/words/index.ts";

/** The whole resume, section by section in the person's order. */
export function resumeBlocks(document: ResumeDocument, words: Words): Block[] {
  const { sections } = words.resumeEdit;
  const drawn: Record<SectionBelowContact, () => Block[]> = {
    summary: () => document.summary.map((text): Block => ({ kind: "text", text })),
    skills: () => document.skills.map((group) => entry(group.name, [], [group.skills.join(", ")])),
    experience: () => document.experience.flatMap((job) => jobBlocks(job, words)),
    education: () => document.education.map((school) => schoolBlock(school, words)),
    projects: () => document.projects.map((project) => projectBlock(project, words)),
    certifications: () => document.certifications.map(certificationBlock),
  };
  return [
    ...section(document.contact.name ?? sections.contact, contactBlocks(document.contact, words)),
    ...sectionOrder(document).flatMap((name) => section(sections[name], drawn[name]())),
    ...(document.other ?? []).flatMap((other) => otherBlocks(other, words)),
  ];
}

function section(title: string, blocks: readonly Block[]): Block[] {
  return blocks.length > 0 ? [{ kind: "heading", text: title }, ...blocks] : [];
}

function contactBlocks({ name, headline, email, phone, location, links }: Contact, words: Words): Block[] {
  const ways = [email, phone, location].filter((way) => way !== undefined).join(" · ");
  const addresses = links.map(({ label, url }) => (label ? words.resumeView.linkOf(label, url) : url));
  const lines = [headline, ways, ...addresses].filter(Boolean);
  // A name alone is a section too.
  return lines.length > 0 || name ? [{ kind: "text", text: lines.join("\n") || (name ?? "") }] : [];
}

function jobBlocks({ employer, location, roles }: Employment, words: Words): Block[] {
  const places: readonly Role[] = roles.length > 0 ? roles : [{ title: "", bullets: [] }];
  return places.map(({ title, dates, bullets }) =>
    entry(title || employer, [title ? employer : "", location], [dates && printDates(dates), ...items(bullets, words)]),
  );
}

function schoolBlock({ school, degree, field, location, dates, bullets }: Education, words: Words): Block {
  const study = [degree, field].filter(Boolean).join(", ");
  const lines = [dates && printDates(dates), ...items(bullets, words)];
  return entry(study || school, [study ? school : "", location], lines);
}

function projectBlock({ name, url, dates, bullets }: Project, words: Words): Block {
  return entry(name || url, [name ? url : ""], [dates && printDates(dates), ...items(bullets, words)]);
}

function certificationBlock({ name, issuer, date, url }: Certification): Block {
  return entry(name, [issuer, date && printDate(date)], [url]);
}

function otherBlocks({ title, lines }: OtherSection, words: Words): Block[] {
  const text = lines.map(({ kind, text }): Inline => {
    if (kind === "heading") return { bold: text };
    return kind === "bullet" ? words.resumeView.bullet(text) : text;
  });
  const body = text.flatMap((line, index): Inline[] => (index > 0 ? ["\n", line] : [line]));
  return [{ kind: "heading", text: title }, ...(body.length > 0 ? [{ kind: "text" as const, text: body }] : [])];
}

/** Its name, what belongs beside the name, and its lines below. */
function entry(
  name: string | undefined,
  beside: readonly (string | undefined)[],
  lines: readonly (string | undefined)[],
): Block {
  const rest = beside.filter(Boolean).map((text) => ` · ${text}`);
  const head: Inline[] = name ? [{ bold: name }, ...(rest.length > 0 ? [rest.join("")] : [])] : [];
  const body = lines.filter(Boolean).join("\n");
  return { kind: "text", text: head.length > 0 && body ? [...head, `\n${body}`] : head.length > 0 ? head : body };
}

function items(bullets: readonly string[], words: Words): string[] {
  return bullets.map((text) => words.resumeView.bullet(text));
}
