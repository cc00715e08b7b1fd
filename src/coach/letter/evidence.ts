import { inside, isNoun, sentence } from "./english.ts";
import type { Line, Material, Position } from "./material.ts";
import type { Pick } from "./pick.ts";
import { clauseOf, employerOf, firstOf, isBefore, nextOf, shortTitle } from "./positions.ts";

/** Lines of one position, study or project that a letter tells. */
export interface Shown {
  readonly kind: "position" | "study" | "project" | "volunteering";
  readonly position: Position;
  readonly lines: readonly Line[];
}

const MAX_LINES = 5;
const MAX_PER_PLACE = 3;
const MAX_PLACES = 3;

/** The strongest lines that answer most of the ad, in the order of the resume. */
export function chooseLines(material: Material): Shown[] {
  const places = placesOf(material);
  const open = places.flatMap((place) => place.position.lines.map((line) => ({ place, line })));
  const chosen = new Set<Line>();
  const covered = new Set<number>();
  const countOf = (place: Place) => place.position.lines.filter((line) => chosen.has(line)).length;
  while (chosen.size < MAX_LINES) {
    const best = open
      .filter(({ place, line }) => !chosen.has(line) && countOf(place) < MAX_PER_PLACE)
      .filter(({ place }) => countOf(place) > 0 || places.filter((other) => countOf(other) > 0).length < MAX_PLACES)
      .map((candidate) => ({ ...candidate, value: valueOf(candidate.line, candidate.place, { material, covered }) }))
      .sort((a, b) => b.value - a.value)[0];
    if (!best || (best.value < 0.5 && chosen.size >= 2)) break;
    chosen.add(best.line);
    for (const term of best.line.terms) covered.add(term);
  }
  return places
    .map(({ kind, position }) => ({ kind, position, lines: position.lines.filter((line) => chosen.has(line)) }))
    .filter(({ lines }) => lines.length > 0);
}

/** How a term of the ad may lead in the line that holds it, once in a letter. */
export interface Lead {
  readonly line: Line;
  readonly words: string;
}

/** The line that best shows something that the ad requires, with the words that lead it in. */
export function leadFor(shown: readonly Shown[], material: Material, pick: Pick): Lead | undefined {
  // Only a line that opens the first place that is told of: the name of the place goes with it.
  for (const { lines, kind } of shown.slice(0, 1)) {
    const [line] = lines;
    if (!line || kind !== "position" || line.told.kind !== "i") continue;
    const index = line.terms.find((term) => canLead(material.terms[term]?.term ?? "", line, material));
    const term = index === undefined ? undefined : material.terms[index];
    if (!term) continue;
    const words = inside(term.term);
    return {
      line,
      words: pick([
        `you ask for ${words}:`,
        `on ${words}:`,
        `your advertisement mentions ${words}:`,
        `as for ${words}:`,
      ]),
    };
  }
  return undefined;
}

/** One common word says too little, and a trade ("registered nurse") is not what a line shows. */
function canLead(term: string, { text }: Line, { positions }: Material): boolean {
  // Found by another word for the same, it is not the person's word.
  if (!text.toLowerCase().includes(term.toLowerCase())) return false;
  const words = inside(term);
  const trade = positions.some(({ title }) => title.toLowerCase().includes(term.toLowerCase()));
  return (
    isNoun(term) && !trade && !/(?:er|or|ist|man)$/i.test(words) && (words.includes(" ") || /[\p{Lu}\d]/u.test(words))
  );
}

export interface Telling {
  /** What was told just before. */
  readonly before: Position | undefined;
  /** Whether that was told as "before that" already. */
  readonly after: boolean;
  /** Whether the letter has spoken of the position. */
  readonly named: boolean;
  readonly lead: Lead | undefined;
  readonly pick: Pick;
}

/** The sentences that tell it. */
export function tell(shown: Shown, { before, after, named, lead, pick }: Telling): string[] {
  const turn = pick([0, 1, 2]);
  return shown.lines.map((line, index) => {
    if (index > 0) return sentence(shown.kind === "position" ? nextOf(line, index + turn) : also(line, index));
    const first = opening(shown, line, { before, after, named, pick });
    return sentence(lead?.line === line ? `${lead.words} ${first}` : first);
  });
}

interface Place {
  readonly kind: Shown["kind"];
  readonly position: Position;
  /** What it is worth to be told of it at all. */
  readonly bonus: number;
}

function placesOf({ positions, studies, projects, volunteering }: Material): Place[] {
  const worked = positions.length > 0 ? -0.5 : 1;
  const others = (kind: Shown["kind"], list: readonly Position[]) =>
    list.map((position): Place => ({ kind, position, bonus: worked }));
  return [
    ...positions.map((position, at): Place => ({ kind: "position", position, bonus: [1.5, 0.5, 0][at] ?? -1 })),
    ...others("study", studies),
    ...others("project", projects),
    ...others("volunteering", volunteering),
  ];
}

function valueOf(
  line: Line,
  place: Place,
  { material, covered }: { material: Material; covered: ReadonlySet<number> },
): number {
  const fresh = line.terms.filter((term) => !covered.has(term));
  const asked = fresh.reduce((sum, term) => sum + (material.terms[term]?.kind === "required" ? 2 : 1), 0);
  return line.strength + Math.min(asked, 6) + place.bonus;
}

function opening({ kind, position }: Shown, line: Line, { before, after, named, pick }: Omit<Telling, "lead">): string {
  const said = clauseOf(line.told);
  const [title, employer] = [shortTitle(position.title), employerOf(position)];
  switch (kind) {
    case "study":
      return employer === "" ? said : `during my studies at ${employer}, ${said}`;
    case "project":
      return line.told.kind === "own"
        ? `in my project ${position.title}, ${said}`
        : pick([
            `for my project ${position.title}, ${said}`,
            `in a project called ${position.title}, ${said}`,
            `for ${position.title}, a project of mine, ${said}`,
          ]);
    case "volunteering":
      return `as part of my volunteering, ${said}`;
    case "position":
      if (named) return employer === "" ? `in that role, ${said}` : `at ${employer}, ${said}`;
      if (before && employer !== "" && employerOf(before) === employer && title !== "") {
        const when = isBefore(position.dates, before.dates) && !after ? "before that" : "in another role";
        return `${when}, as ${title} there, ${said}`;
      }
      if (
        before &&
        !after &&
        title !== "" &&
        employer !== "" &&
        isBefore(position.dates, before.dates) &&
        line.told.kind === "i"
      ) {
        return pick([`before that, as ${title} at ${employer}, ${said}`, firstOf(position, line, pick)]);
      }
      return firstOf(position, line, pick);
  }
}

function also({ told }: Line, index: number): string {
  if (told.kind === "own") return told.clause;
  return index % 2 === 1 ? `I also ${told.clause}` : `I ${told.clause}`;
}
