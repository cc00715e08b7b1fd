import type { ResumeDocument } from "#src/documents/resume-document.ts";
import { type AdTerm, matchAd, termsHeld } from "../resume/match/match.ts";
import type { Letter } from "./letter.ts";

/** What an ad asks for, and which paragraph of a letter answers it. Computed from the text, so it is true of every edit. */
export interface Answers {
  /** One for each paragraph of the letter: the ad's terms that stand in it. */
  readonly paragraphs: readonly (readonly string[])[];
  /** Terms that stand in the resume but not in the letter. */
  readonly unused: readonly AdTerm[];
  /** Terms that neither has. */
  readonly unanswered: readonly AdTerm[];
  /** False for an ad in which no term was found: nothing could be checked. */
  readonly checked: boolean;
}

/** The ad's terms, required ones first, each with whether the resume has it. */
export function requirementsOf(ad: string, document: ResumeDocument): readonly AdTerm[] {
  return matchAd(document, ad).terms;
}

/** What an ad is known by: its text, and the names of which none is an answer. */
export interface Advertised {
  readonly ad: string;
  readonly company: string;
  readonly title: string;
}

export function answersOf({ paragraphs }: Letter, about: Advertised, document: ResumeDocument): Answers {
  const terms = requirementsOf(about.ad, document);
  const own = saidBeside(paragraphs, about, document);
  const whole = termsHeld(
    about.ad,
    paragraphs.map((text) => ({ text })),
  ).held;
  const held = paragraphs.map((_, at) =>
    terms.flatMap((term, index) => {
      // What the resume has may be answered by a name too: "As Registered Nurse at ...".
      const inName = term.found !== "missing" && whole[at]?.includes(index);
      return own[at]?.includes(index) || inName ? [index] : [];
    }),
  );
  const answered = new Set(held.flat());
  const open = terms.filter((_, index) => !answered.has(index));
  return {
    paragraphs: held.map((indexes) => indexes.map((index) => terms[index]?.term ?? "")),
    unused: open.filter(({ found }) => found !== "missing"),
    unanswered: open.filter(({ found }) => found === "missing"),
    checked: terms.length > 0,
  };
}

/**
 * The indexes of the terms that each text holds besides names: "the Registered Nurse position at ..." answers nothing, nor
 * does an employer called "Baker & Sons".
 */
export function saidBeside(
  texts: readonly string[],
  { ad, company, title }: Advertised,
  { experience, education }: ResumeDocument,
): readonly (readonly number[])[] {
  const names = [
    title,
    company,
    ...experience.map(({ employer }) => employer),
    ...education.map(({ school }) => school),
  ];
  return termsHeld(
    ad,
    texts.map((text) => ({ text: without(text, names) })),
  ).held;
}

function without(text: string, names: readonly string[]): string {
  let rest = text;
  for (const name of names) {
    if (name.trim() !== "")
      rest = rest.replaceAll(new RegExp(name.trim().replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"), "giu"), " ");
  }
  return rest;
}
