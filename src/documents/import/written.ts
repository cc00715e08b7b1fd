import { parseJsonResume } from "../json-resume.ts";
import { isLinkedInExport, readLinkedInExport } from "../linkedin.ts";
import type { ResumeDocument } from "../resume-document.ts";
import { parseResume, printResume } from "../resume-markdown.ts";
import { ImportRefused } from "./refused.ts";

export interface Written {
  readonly document: ResumeDocument;
  readonly leftOut: readonly string[];
}

/** Undefined when nobody wrote it as Markdown: it needs two headings in Markdown's own way, or to be what we print. */
export function readMarkdown(text: string): Written | undefined {
  const headings = text.match(/^#{1,3} \S/gm)?.length ?? 0;
  if (headings === 0 && !text.startsWith("- ")) return undefined;
  const { document, unread } = parseResume(text);
  if (headings < 2 && printResume(document).trim() !== text.replaceAll(/\r\n?/g, "\n").trim()) return undefined;
  return { document, leftOut: unread.map((line) => line.text) };
}

/** Any JSON object. */
export function readJson(text: string): Written {
  const read = parseJsonResume(text);
  if (!read) throw new ImportRefused("import-broken", {});
  return { document: read.document, leftOut: read.unread };
}

export function readLinkedin(tables: ReadonlyMap<string, string>): Written {
  if (!isLinkedInExport(tables.keys())) throw new ImportRefused("import-unknown-kind", { kind: "packed" });
  const { document, unread } = readLinkedInExport(tables);
  if (isBlank(document)) throw new ImportRefused("import-empty", {});
  return { document, leftOut: unread };
}

/** Whether it says nothing of anybody. */
export function isBlank({
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
  return Object.keys(contact).every((key) => key === "links") && lists.every((list) => list.length === 0);
}
