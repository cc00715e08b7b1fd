import type { ResumeDocument } from "#src/documents/resume-document.ts";
import { skillLines, textLines } from "../resume/match/match.ts";
import { type Token, tokensOf, visibleText } from "../resume/match/tokens.ts";
import { findTerms, readVocabulary } from "../resume/match/vocabulary.ts";

export interface Owner {
  /** Skills of the profile. */
  readonly skills: readonly string[];
  readonly document: ResumeDocument | undefined;
}

/**
 * Which of these skills somebody names in their profile or resume, compared as a resume is with an ad: JS is JavaScript. A
 * single word that is no known term ("Writing") counts only where skills are listed: in a sentence it may mean anything.
 */
export async function skillsHeld(wanted: readonly string[], owner: Owner): Promise<ReadonlySet<string>> {
  await readVocabulary();
  const { skills, document } = owner;
  const listed = [...skills, ...(document ? skillLines(document) : [])].map((line) => lineOf(line, true));
  const told = (document ? textLines(document) : []).map((line) => lineOf(line, false));
  const lines = [...listed, ...told];
  return new Set(wanted.filter((skill) => waysOf(skill).some((way) => lines.some((line) => says(line, way)))));
}

interface Line {
  readonly list: boolean;
  readonly tokens: readonly Token[];
  readonly terms: ReadonlySet<number>;
}

interface Way {
  /** The vocabulary's number for it. */
  readonly term: number | undefined;
  readonly words: readonly string[];
}

function lineOf(given: string, list: boolean): Line {
  const text = visibleText(given);
  const tokens = tokensOf(text);
  return { list, tokens, terms: new Set(findTerms(tokens, { text, anyCase: list }).map(({ term }) => term)) };
}

/** O*NET writes "Structured query language SQL" and "Amazon Web Services AWS software". */
function waysOf(skill: string): Way[] {
  const name = visibleText(skill).replace(/ software$/i, "");
  const [, long, short] = /^(.+\s.+) ([A-Z]{2,4})$/.exec(name) ?? [];
  return [skill, name, long, short].flatMap((text) => {
    if (!text) return [];
    const tokens = tokensOf(text);
    if (tokens.length === 0) return [];
    const whole = findTerms(tokens, { text, anyCase: true }).find(({ length }) => length === tokens.length);
    return [{ term: whole?.term, words: tokens.map(({ singular }) => singular) }];
  });
}

function says({ list, tokens, terms }: Line, { term, words }: Way): boolean {
  if (term !== undefined && terms.has(term)) return true;
  if (!list && words.length < 2) return false;
  return tokens.some((_, at) => words.every((word, offset) => tokens[at + offset]?.singular === word));
}
