import { parseJsonResume } from "../json-resume.ts";
import { isLinkedInExport, readLinkedInExport } from "../linkedin.ts";
import type { ResumeDocument } from "../resume-document.ts";
import { parseResume } from "../resume-markdown.ts";
import { ImportRefused } from "./refused.ts";

export interface Written {
  readonly document: ResumeDocument;
  readonly leftOut: readonly string[];
}

/** Undefined when nobody wrote it as Markdown: it needs headings in Markdown's own way, more than one. */
export function readMarkdown(text: string): Written | undefined {
  if ((text.match(/^#{1,3} \S/gm)?.length ?? 0) < 2) return undefined;
  const { document, unread } = parseResume(text);
  return { document, leftOut: unread.map((line) => line.text) };
}

/** Any JSON object with something of a resume in it. */
export function readJson(text: string): Written {
  const read = parseJsonResume(text);
  if (!read || isBlank(read.document)) throw new ImportRefused("import-broken", {});
  return { document: read.document, leftOut: read.unread };
}

export function readLinkedin(tables: ReadonlyMap<string, string>): Written {
  if (!isLinkedInExport(tables.keys())) throw new ImportRefused("import-unknown-kind", { kind: "packed" });
  const { document, unread } = readLinkedInExport(tables);
  if (isBlank(document)) throw new ImportRefused("import-empty", {});
  return { document, leftOut: unread };
}

function isBlank({
  contact,
  summary,
  skills,
  experience,
  education,
  projects,
  certifications,
  other,
}: ResumeDocument): boolean {
  const lists = [contact.links, summary, skills, experience, education, projects, certifications, other ?? []];
  return !contact.name && !contact.email && lists.every((list) => list.length === 0);
}
