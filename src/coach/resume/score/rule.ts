import type { ResumeDocument } from "#src/documents/resume-document.ts";

/** In the order in which they are shown. */
export const RULE_CODES = [
  "contact-name",
  "contact-email",
  "contact-phone",
  "contact-place",
  "links-sound",
  "summary-length",
  "skills-count",
  "experience-told",
  "education-named",
  "length-overall",
  "section-names",
  "bullets-enough",
  "bullets-metric",
  "bullets-verb",
  "bullets-length",
  "bullets-first-person",
  "bullets-filler",
  "bullets-repeat",
  "dates-present",
  "dates-order",
  "dates-gaps",
  "dates-format",
] as const;

export type RuleCode = (typeof RULE_CODES)[number];

export interface Rule {
  readonly code: RuleCode;
  readonly of: number;
  readonly check: (document: ResumeDocument, headings: readonly string[]) => Finding;
}

/** What share of the points a resume gets, with the lines that cost it the rest. */
export type Finding =
  | { readonly share: number; readonly evidence?: readonly string[] }
  | { readonly notChecked: NotChecked };

/** Why a rule neither gives nor takes. */
export type NotChecked = "language" | "no-links" | "no-headings";
