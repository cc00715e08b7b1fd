import type { Education } from "../resume-document.ts";
import { entriesOf } from "./entries.ts";
import type { Line } from "./line.ts";
import { degreeness, schoolness } from "./vocabulary.ts";

/** Degrees of a section; where one school gave several, it is repeated. */
export function educationOf(lines: readonly Line[]): Education[] {
  if (lines.length === 0) return [];
  const entries = entriesOf(
    lines.map((line) => ({ ...line, bullet: line.bullet && !startsEntry(line) })),
    NATURE,
  );
  const schoolFirst = entries.reduce((sum, { fields }) => sum + (fields.length >= 2 ? lean(fields) : 0), 0) > 0;
  const out: Education[] = [];
  for (const { fields, place, dates, body } of entries) {
    const [first = "", second, ...more] = fields;
    if (first === "") continue;
    const own = lean(fields);
    const isSchoolFirst = Math.abs(own) >= 1 ? own > 0 : schoolFirst;
    const alone = second === undefined;
    const onlyDegree = alone && degreeness(first) > schoolness(first);
    const school = alone ? (onlyDegree ? (out.at(-1)?.school ?? "") : first) : isSchoolFirst ? first : second;
    const degree = alone ? (onlyDegree ? first : undefined) : isSchoolFirst ? second : first;
    out.push({
      ...schoolAndTown(school, place),
      ...degreeAndField(degree, more),
      ...(dates ? { dates } : {}),
      bullets: body,
    });
  }
  return out;
}

const NATURE = { lean: (text: string): number => degreeness(text) - schoolness(text), firstTakesMore: true };

/** Degrees are often written as a list; then the bullet is no sign of something below a heading. */
function startsEntry({ text }: Line): boolean {
  return /(?:19|20)\d{2}/.test(text) && schoolness(text) + degreeness(text) > 0;
}

function lean([first = "", second = ""]: readonly string[]): number {
  return schoolness(first) - degreeness(first) - (schoolness(second) - degreeness(second));
}

function schoolAndTown(text: string, place: string | undefined): Pick<Education, "school" | "location"> {
  const match = place ? null : /^(.+?),\s+([^,]+(?:,\s+[^,]+)?)$/u.exec(text);
  const town = match?.[2] ?? "";
  if (!match || schoolness(town) + degreeness(town) > 0) return { school: text, ...(place ? { location: place } : {}) };
  return { school: match[1] ?? text, location: town };
}

function degreeAndField(degree: string | undefined, more: readonly string[]): Pick<Education, "degree" | "field"> {
  if (!degree) return {};
  const match = /^(.+?)\s+(?:in|en|em|im Fach|in Fachrichtung|w zakresie)\s+(\p{L}.+)$/u.exec(degree);
  if (match?.[1] && match[2] && degreeness(match[1]) > 0) return { degree: match[1], field: match[2] };
  const comma = /^([^,]+),\s+(.+)$/u.exec(degree);
  if (comma?.[1] && comma[2] && degreeness(comma[1]) > 0 && degreeness(comma[2]) === 0)
    return { degree: comma[1], field: comma[2] };
  return { degree, ...(more[0] ? { field: more[0] } : {}) };
}
