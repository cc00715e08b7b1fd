import type { ResumeDocument } from "#src/documents/resume-document.ts";
import { tokensOf } from "../resume/match/tokens.ts";
import { inside, listed, sentence } from "./english.ts";
import type { AboutPerson } from "./facts.ts";
import { type Line, type Material, materialOf, type Position } from "./material.ts";
import { clauseOf, employerOf, historyOf, shortTitle } from "./positions.ts";
import { credentials, studied } from "./self.ts";

/** A sentence for a letter, and the words of it that are the fact. */
export interface Said {
  readonly sentence: string;
  readonly core: string;
}

interface Candidate extends Said {
  /** Everything that it may be found by, also where it comes from. */
  readonly found: string;
}

/** What the resume says about a topic ("the Berlin project"), as a sentence; undefined where it says nothing. */
export function sentenceAbout(
  topic: string,
  { document, about, ad }: { document: ResumeDocument; about: AboutPerson; ad: string },
): Said | undefined {
  const wanted = [...wordsOf(topic)].filter((word) => !EMPTY.has(word));
  if (wanted.length === 0) return undefined;
  const candidates = candidatesOf(document, about, ad);
  const holding = (from: (candidate: Candidate) => string) =>
    candidates.find((candidate) => {
      const words = wordsOf(from(candidate));
      return wanted.every((word) => words.has(word));
    });
  const found = holding(({ core }) => core) ?? holding(({ found: all }) => all);
  return found && { sentence: found.sentence, core: found.core };
}

const EMPTY = new Set(
  "the a an my our i me in on at of for to and or with about from project experience work job time role skill skills knowledge as where when did was had have that this more also please degree certificate certification".split(
    " ",
  ),
);

function wordsOf(text: string): Set<string> {
  return new Set(
    tokensOf(text)
      .flatMap(({ singular, stem }) => [singular, stem])
      .filter((word) => word !== ""),
  );
}

function candidatesOf(document: ResumeDocument, about: AboutPerson, ad: string): Candidate[] {
  const material = materialOf(document, about, ad);
  const { positions, projects, studies, volunteering } = material;
  return [
    ...positions.flatMap((position) => lines(position, placeOf(position))),
    ...projects.flatMap((project) => lines(project, `for my project ${project.title}`)),
    ...studies.flatMap((study) => lines(study, study.employer === "" ? "" : `during my studies at ${study.employer}`)),
    ...volunteering.flatMap((work) => lines(work, "as part of my volunteering")),
    ...structured(document, material),
  ];
}

function lines({ title, employer, lines: all }: Position, place: string): Candidate[] {
  return all.map((line: Line) => {
    const clause = clauseOf(line.told);
    return {
      sentence: sentence(place === "" ? clause : `${place}, ${clause}`),
      core: line.told.clause,
      found: `${line.text} ${title} ${employer}`,
    };
  });
}

function placeOf(position: Position): string {
  const [title, employer] = [shortTitle(position.title), employerOf(position)];
  if (employer !== "") return `at ${employer}`;
  return title === "" ? "" : `in my role as ${title}`;
}

function structured(document: ResumeDocument, { positions, skills, english }: Material): Candidate[] {
  const today = new Date();
  const said = (text: string | undefined, core: string): Candidate[] =>
    text ? [{ sentence: sentence(text), core, found: `${text} ${core}` }] : [];
  return [
    ...positions.flatMap((position) => said(historyOf(position), employerOf(position) || shortTitle(position.title))),
    ...document.projects.flatMap(({ name }) => said(`my projects include ${name}`, name)),
    ...document.education.flatMap((education) => said(studied(education, today), education.school)),
    ...document.certifications.flatMap((certified) =>
      said(`my certifications include ${credentials([certified])}`, certified.name),
    ),
    ...skills.flatMap(({ text }) => said(`my skills include ${listed([english ? inside(text) : text])}`, text)),
  ];
}
