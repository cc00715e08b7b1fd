import { type DocxParagraph, type DocxPiece, docxParagraphs } from "../docx-paragraphs.ts";
import { parseResume } from "../resume-markdown.ts";
import type { Written } from "./written.ts";

/**
 * The resume in the Markdown that our own export put into a Word file, if a Word file made of it shows exactly what this
 * one shows: every paragraph, its level and the targets of its links. What somebody has changed since, on the page or in
 * the copy, makes it undefined; so does a file of a version that set resumes otherwise. `html` is mammoth's, of the body.
 */
export function resumeFromCopy(markdown: string, html: string): Written | undefined {
  // Markdown writes a letter with seven at most.
  if (markdown.length > html.length * 8) return undefined;
  const { document } = parseResume(markdown);
  const shown = html.replace(IMMATERIAL, "");
  return docxParagraphs(document).map(htmlOf).join("") === shown ? { document, leftOut: [] } : undefined;
}

/** Type faces, the style of a headline, and the places that Word remembers. Lists are seen by their items. */
const IMMATERIAL = /<\/?(?:strong|em|u|ul)>|<a id="[^"]*"><\/a>|(?<=<p) class="subtitle"(?=>)/g;

const TAGS: Record<DocxParagraph["kind"], string> = {
  name: "h1",
  headline: "p",
  section: "h2",
  entry: "h3",
  role: "h4",
  contact: "p",
  text: "p",
  bullet: "li",
};

function htmlOf({ kind, pieces }: DocxParagraph): string {
  return `<${TAGS[kind]}>${pieces.map(pieceHtml).join("")}</${TAGS[kind]}>`;
}

function pieceHtml({ text, url, tab }: DocxPiece): string {
  const words = escaped(text);
  return `${tab ? "\t" : ""}${url ? `<a href="${escaped(url).replaceAll('"', "&quot;")}">${words}</a>` : words}`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
