import type { Block, Button, File, Message } from "#src/chat/message.ts";
import { EXPORT_FORMATS, type ExportFormat, type ResumePaper } from "#src/coach/papers.ts";
import { PAPERS, TEMPLATES } from "#src/documents/paper/index.ts";
import { type ResumeDocument, sectionOrder } from "#src/documents/resume-document.ts";
import type { Words } from "#src/words/index.ts";
import { PDF, SCORE } from "./actions.ts";
import { EXPORT, EXPORT_AS, PDF_AS } from "./paper-actions.ts";

export function drawingMessage({ resumePaper: text }: Words): Message {
  return { summary: text.drawing, blocks: [{ kind: "text", text: text.drawing }] };
}

/** The file, how its first page looks, and what to know of it. */
export function paperMessage(made: ResumePaper, words: Words): Message {
  const text = words.resumePaper;
  const { pdf, picture, pages, replaced, template, paper } = made;
  const alt = text.alt(pages, template, partsOf(made.document, words));
  return {
    summary: text.summary(pdf.name, pages),
    tone: replaced.length > 0 ? "warning" : "good",
    blocks: [
      { kind: "heading", text: text.title },
      { kind: "text", text: text.style(template, paper) },
      ...replacedBlocks(replaced, words),
      ...(pages > 2 ? [{ kind: "text", text: text.manyPages(pages) } as const] : []),
      { kind: "image", file: picture, alt },
      { kind: "file", file: pdf, description: text.file(pdf.name, pages, kilobytesOf(pdf)) },
      { kind: "note", text: text.readBack },
      { kind: "buttons", buttons: otherPapers(made, words) },
    ],
  };
}

/** Which kind of file, with what each is good for. */
export function exportQuestion({ resumePaper: { exported: text } }: Words): Message {
  return {
    summary: text.question,
    blocks: [
      { kind: "heading", text: text.question },
      ...BEST_KNOWN.map(
        (format): Block => ({ kind: "text", text: [{ bold: text.formats[format] }, `: ${text.goodFor[format]}`] }),
      ),
      {
        kind: "buttons",
        buttons: BEST_KNOWN.map((format) => ({ label: text.formats[format], to: EXPORT_AS.to({ format }) })),
      },
    ],
  };
}

export function exportMessage(file: File, format: ExportFormat, words: Words): Message {
  const { exported: text, pdf } = words.resumePaper;
  const said = text.file(file.name, kilobytesOf(file)) + text.goodFor[format];
  const others = BEST_KNOWN.filter((other) => other !== format);
  return {
    summary: said,
    tone: "good",
    blocks: [
      { kind: "heading", text: text.title },
      { kind: "file", file, description: said },
      { kind: "note", text: text.back },
      {
        kind: "buttons",
        buttons: [
          ...others.map((other) => ({ label: text.formats[other], to: EXPORT_AS.to({ format: other }) })),
          { label: pdf, to: PDF.to({}) },
        ],
      },
    ],
  };
}

/** Word first: most people ask for it. */
const BEST_KNOWN = [...EXPORT_FORMATS].sort((a, b) => Number(b === "docx") - Number(a === "docx"));

function replacedBlocks(replaced: readonly string[], { resumePaper: text }: Words): Block[] {
  if (replaced.length === 0) return [];
  const said = text.replaced(replaced.join("  "), replaced.length);
  return [{ kind: "text", text: [{ bold: said }, ` ${text.replacedNext}`] }];
}

function otherPapers({ template, paper }: ResumePaper, words: Words): Button[] {
  const text = words.resumePaper;
  const templates = TEMPLATES.filter((other) => other !== template);
  const papers = PAPERS.filter((other) => other !== paper);
  return [
    ...templates.map((other) => ({ label: text.inTemplate(other), to: PDF_AS.to({ template: other, paper }) })),
    ...papers.map((other) => ({ label: text.onPaper(text.papers[other]), to: PDF_AS.to({ template, paper: other }) })),
    { label: text.otherFormats, to: EXPORT.to({}) },
    { label: text.check, to: SCORE.to({}) },
  ];
}

/** What stands in the resume, from its top down: for those who cannot see the picture. */
function partsOf(document: ResumeDocument, words: Words): string {
  const text = words.resumePaper.parts;
  const { name, headline } = document.contact;
  const employers = unique(document.experience.map(({ employer }) => employer));
  const schools = unique(document.education.map(({ school }) => school));
  const skills = document.skills.flatMap((group) => group.skills);
  const said = {
    summary: document.summary.length > 0 && text.summary,
    skills: skills.length > 0 && text.skills(skills.length),
    experience: document.experience.length > 0 && text.experience(employers),
    education: document.education.length > 0 && text.education(schools),
    projects: document.projects.length > 0 && text.projects(document.projects.length),
    certifications: document.certifications.length > 0 && text.certifications(document.certifications.length),
  };
  const parts = [
    name,
    headline,
    ...sectionOrder(document).map((section) => said[section]),
    ...(document.other ?? []).map(({ title }) => title),
  ];
  return parts.filter(Boolean).join("; ") || text.nothing;
}

function unique(names: readonly string[]): string {
  return [...new Set(names.filter(Boolean))].join(", ");
}

function kilobytesOf({ bytes }: File): number {
  return Math.max(1, Math.round(bytes.byteLength / 1000));
}
