import type { DateRange, PartialDate } from "#src/documents/resume-document.ts";
import { article } from "./english.ts";
import type { Told } from "./first-person.ts";
import type { Line, Position } from "./material.ts";
import type { Pick } from "./pick.ts";

/** "Staff nurse, step-down unit (nights)" -> "Staff nurse": what follows a comma cannot stand in a sentence. */
export function shortTitle(title: string): string {
  const [short = ""] = title.split(/\s*(?:[,;|(]|\s[–—/-]\s)/);
  return short.split(" ").length <= 7 ? short.trim() : "";
}

/** "" for what is no employer's name. */
export function employerOf({ employer }: Position): string {
  const [name = ""] = employer.split(/\s*\||\s+[–—]\s+/);
  return /^(?:self.?employed|freelance(?:r)?|various|independent|several|different|multiple|confidential|n\/a|private)\b/i.test(
    name,
  )
    ? ""
    : name.trim();
}

/** A line as the first that is told of a position: "As Head Chef at The Copper Pot, I run a kitchen of nine". */
export function firstOf(position: Position, line: Line, pick: Pick): string {
  const said = clauseOf(line.told);
  const [title, employer] = [shortTitle(position.title), employerOf(position)];
  const role = title !== "" && employer !== "" ? `${title} at ${employer}` : title;
  if (role === "") return employer === "" ? said : `at ${employer}, ${said}`;
  const work = position.current ? "work" : "worked";
  const where =
    employer === ""
      ? `in my ${position.current ? "present " : ""}role as ${title}, ${said}`
      : `at ${employer}, where I ${work} as ${title}, ${said}`;
  if (line.told.kind === "own") return where;
  const own = position.current ? `in my present role as ${role}, ${said}` : `in my time as ${role}, ${said}`;
  return pick([`as ${role}, ${said}`, own, where, `as ${role}, ${said}`]);
}

/** A line of a position of which something was told just before. */
export function nextOf({ told }: Line, place: number): string {
  const work = /^my work (includes|included|was) (.+)$/.exec(told.clause);
  if (work) return `it ${work[1] === "was" ? "was also" : `also ${work[1]}`} ${work[2]}`;
  if (told.kind === "own") return place % 2 === 0 ? `in the same role, ${told.clause}` : `in that time, ${told.clause}`;
  const be = /^(am|was) (.+)$/.exec(told.clause);
  const also = be ? `I ${be[1]} also ${be[2]}` : `I also ${told.clause}`;
  return [also, `in the same role, I ${told.clause}`, `I ${told.clause}`][place % 3] ?? also;
}

/** "a Site Engineer", but "Head of Design" and "Chief Executive": of these there is one. */
export function withArticle(title: string): string {
  if (/ of | & | and |^(?:head|chief|vice|director|president|managing|deputy|owner|founder|co-|lead )/i.test(title))
    return title;
  const person =
    /(?:er|or|ist|ian|ant|ent|nurse|chef|cook|clerk|analyst|tutor|guide|driver|man|woman|midwife|graduate|electrician|aide|pilot|architect|barista|host|mate|apprentice|paralegal|executive|representative|intern|trainee|operative)$/i;
  return person.test(title) ? `${article(title)} ${title}` : title;
}

export function clauseOf(told: Told): string {
  return told.kind === "i" ? `I ${told.clause}` : told.clause;
}

/** A position as a fact of its own: "I have worked as Nurse at Charité since March 2019". */
export function historyOf(position: Position): string {
  const [title, employer] = [shortTitle(position.title), employerOf(position)];
  if (title === "" && employer === "") return "";
  const role = title === "" ? `for ${employer}` : `as ${withArticle(title)}${employer === "" ? "" : ` at ${employer}`}`;
  const { start, end } = position.dates ?? {};
  if (position.current) return start ? `I have worked ${role} since ${longDate(start)}` : `I currently work ${role}`;
  if (start && end && end !== "present") {
    return start.year === end.year
      ? `in ${start.year}, I worked ${role}`
      : `from ${start.year} to ${end.year}, I worked ${role}`;
  }
  return `I have worked ${role}`;
}

/** Whether one ended before the other began, as far as dates say. */
export function isBefore(one: DateRange | undefined, other: DateRange | undefined): boolean {
  const [end, start] = [one?.end, other?.start];
  return end !== undefined && end !== "present" && start !== undefined && monthsOf(end) <= monthsOf(start);
}

const MONTHS = "January February March April May June July August September October November December".split(" ");

export function longDate({ year, month }: PartialDate): string {
  return month ? `${MONTHS[month - 1]} ${year}` : String(year);
}

function monthsOf({ year, month = 1 }: PartialDate): number {
  return year * 12 + month;
}
