import type { OtherSection, ResumeDocument } from "#src/documents/resume-document.ts";
import { parseResume } from "#src/documents/resume-markdown.ts";
import { plainText } from "#src/documents/resume-markdown-text.ts";

/**
 * A saved resume as structure, and whole: lines of another program's or of a person's own Markdown that fit no section come
 * last, under a heading of their own. Otherwise printing it after an edit would lose them.
 */
export function readResume(content: string): ResumeDocument {
  const { document, unread } = parseResume(content);
  const lines = unread
    .map(({ text }) => plainText(text))
    // The fence around a piece of code says nothing.
    .filter((text) => /[\p{L}\p{N}]/u.test(text))
    .map((text) => ({ kind: "bullet", text }) as const);
  if (lines.length === 0) return document;
  const { other = [] } = document;
  const at = other.findIndex(({ title }) => title === UNSORTED);
  const before: OtherSection = other[at] ?? { title: UNSORTED, lines: [] };
  const section = { ...before, lines: [...before.lines, ...lines] };
  return { ...document, other: at < 0 ? [...other, section] : other.with(at, section) };
}

/** A heading that is usual on resumes and names none of the known sections. */
const UNSORTED = "Additional information";
