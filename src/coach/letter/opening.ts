import { listed } from "./english.ts";
import type { Shown } from "./evidence.ts";
import type { Position, Skill } from "./material.ts";
import { askedSkills, isCareful, type Parts } from "./parts.ts";
import { employerOf, historyOf, longDate, shortTitle, withArticle } from "./positions.ts";
import { isSchool, studied, whoIs } from "./self.ts";
import * as say from "./set-phrases.ts";

export interface Opening {
  readonly sentences: readonly string[];
  /** A position that it names. */
  readonly named: Position | undefined;
  readonly degreeSaid: boolean;
  readonly skillsSaid: readonly Skill[];
}

/** Who it is and what they apply for, in one order or the other, or first what the ad asks and they have. */
export function openingOf(parts: Parts, shown: readonly Shown[]): Opening {
  const { goal, pick, material } = parts;
  const self = selfOf(parts);
  const asked = askedSkills(material, shown).slice(0, 3);
  const ways: ("plain" | "self-first" | "asked-first")[] = ["plain"];
  const careful = isCareful(parts.way);
  if (self.text !== "" && !careful) ways.push("self-first");
  if (asked.length >= 2 && !careful) ways.push("asked-first", "asked-first");
  const way = pick(ways as [(typeof ways)[number], ...typeof ways]);
  const own = self.text === "" ? [] : [self.text];
  const rest = { named: self.named, degreeSaid: self.degree };
  // A letter with little to tell joins what others say in two sentences.
  const brief = !careful && shown.flatMap(({ lines }) => lines).length < 2;
  const inOne = (...sentences: readonly string[]) => (brief ? [sentences.join("; ")] : sentences);
  if (way === "self-first") return { ...rest, sentences: inOne(...own, say.bringing(goal, pick)), skillsSaid: [] };
  if (way === "asked-first") {
    const skills = { list: listed(asked.map(({ text }) => text)), count: asked.length };
    return { ...rest, sentences: [say.asking(goal, skills, pick), ...own], skillsSaid: asked };
  }
  return { ...rest, sentences: inOne(say.applying(goal, pick), ...own), skillsSaid: [] };
}

interface Self {
  readonly text: string;
  readonly named?: Position;
  readonly degree: boolean;
}

function selfOf({ document, about, applying, material, pick }: Parts): Self {
  const who = material.english ? whoIs([...document.summary, ...(about.bio ? [about.bio] : [])]) : undefined;
  const [latest] = material.positions;
  const nothing: Self = { text: "", degree: false };
  const ways: Self[] = who ? [{ text: who, degree: false }] : [];
  if (latest && shortTitle(latest.title) !== "") {
    const start = latest.dates?.start;
    const title = shortTitle(latest.title);
    const at = employerOf(latest) === "" ? "" : ` at ${employerOf(latest)}`;
    const role = `${title}${at}`;
    const since = start
      ? `I have been ${withArticle(title)}${at} since ${longDate(start)}`
      : `I currently work as ${role}`;
    const now = latest.current ? since : historyOf(latest);
    if (!who) ways.push({ text: now, named: latest, degree: false });
    const { experience } = about;
    if (experience && experience > 1) {
      const years = `I bring ${experience} years of experience`;
      ways.push({
        text: latest.current ? `${years}, at present as ${role}` : `${years}, most recently as ${role}`,
        named: latest,
        degree: false,
      });
    }
  }
  const [education] = document.education;
  const degree =
    education && (material.positions.length === 0 || !isSchool(education))
      ? studied(education, applying.today)
      : undefined;
  if (degree && (!latest || ways.length === 0)) return { text: degree, degree: true };
  const [first, ...others] = ways;
  return first ? pick([first, ...others]) : nothing;
}
