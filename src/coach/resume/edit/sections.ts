import { type ResumeDocument, type SectionBelowContact, sectionOrder } from "#src/documents/resume-document.ts";

/** The sections that hold something, in the person's order. */
export function filledSections(document: ResumeDocument): readonly SectionBelowContact[] {
  return sectionOrder(document).filter((section) => document[section].length > 0);
}

/** Before the section above it (-1) or after the one below it (1), counting only those that hold something. */
export function moveSection(document: ResumeDocument, section: SectionBelowContact, by: -1 | 1): ResumeDocument {
  const filled = filledSections(document);
  const neighbour = filled[filled.indexOf(section) + by];
  if (!filled.includes(section) || neighbour === undefined) return document;
  const others = sectionOrder(document).filter((other) => other !== section);
  const at = others.indexOf(neighbour) + (by === 1 ? 1 : 0);
  return { ...document, order: others.toSpliced(at, 0, section) };
}
