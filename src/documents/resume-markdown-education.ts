import type { DateRange, Education } from "./resume-document.ts";
import { parseDates, takeDates } from "./resume-markdown-dates.ts";
import { type Entry, isProse, readEntries, withoutEmphasis } from "./resume-markdown-entries.ts";
import { looksLikeDegree, looksLikePlace, looksLikeSchool, splitDegree } from "./resume-markdown-guess.ts";
import type { Line } from "./resume-markdown-lines.ts";
import { plainText, splitSegments } from "./resume-markdown-text.ts";

/** "School | Place", under it "**Degree**, Field | dates", and bullets; or by hand in any usual order. */
export function readEducation(lines: readonly Line[]): Education[] {
  return readEntries(lines, { boldParts: false }).flatMap(readSchool);
}

/** What the heading of an entry says: the school, or by hand a degree and a school. */
export function readSchoolHeading(markdown: string): Found {
  const found: Found = { school: "" };
  const segments = splitSegments(withoutEmphasis(markdown));
  if (segments.length === 1) readOneSegment(segments[0] ?? "", found);
  else readSegments(segments, found);
  return found;
}

interface Found {
  school: string;
  degree?: string;
  field?: string;
  location?: string;
  dates?: DateRange;
}

function readSchool({ heading, head, bullets, parts }: Entry): Education[] {
  const found = heading ? readSchoolHeading(heading.raw) : { school: "" };
  const shared: string[] = [];
  for (const line of head) if (!readHeadLine(line, found)) shared.push(plainText(line.raw));
  const texts = [...shared, ...bullets.map(({ raw }) => plainText(raw))].filter(Boolean);
  if (parts.length === 0) return [{ ...found, bullets: texts }];
  const place = found.location ? { location: found.location } : {};
  return parts.map((part, index) => {
    const degree: Found = { school: found.school, ...place, ...(index === 0 ? found : {}) };
    const under = [...(part.heading ? [part.heading] : []), ...part.head];
    const rest = under.filter((line) => !readHeadLine(line, degree)).map(({ raw }) => plainText(raw));
    const own = [...rest, ...part.bullets.map(({ raw }) => plainText(raw))];
    return { ...degree, bullets: [...(index === 0 ? texts : []), ...own].filter(Boolean) };
  });
}

function readOneSegment(segment: string, found: Found): void {
  const { rest, dates } = takeDates(segment);
  if (dates) found.dates = dates;
  const pieces = rest.split(/\s+[–—-]\s+|(?<!\\),\s+|\s+@\s+|\s+at\s+/);
  // "Boston, MA" is a place.
  const degree = pieces.some((piece, index) => looksLikeDegree(piece) && (index === 0 || !/^[A-Z]{2}$/.test(piece)));
  if (!degree) found.school = plainText(rest);
  else readSegments(pieces, found);
}

function readSegments(segments: readonly string[], found: Found): void {
  const left: string[] = [];
  for (const segment of segments) {
    const dates = left.length > 0 || found.degree ? parseDates(segment) : undefined;
    if (dates && !found.dates) found.dates = dates;
    else if (!found.degree && looksLikeDegree(segment)) setDegree(segment, found);
    else left.push(segment);
  }
  const school = left.findIndex(looksLikeSchool);
  if (school > 0 && found.degree) left.unshift(...left.splice(school, 1));
  const [first = "", second, ...others] = left.map(plainText);
  found.school = first;
  if (!second) return;
  const more = [second, ...others];
  if (found.degree && !found.field && more.length > 1) found.field = more.shift() ?? "";
  found.location = more.join(", ");
}

function setDegree(markdown: string, found: Found): void {
  const { degree, field } = splitDegree(plainText(markdown));
  found.degree = degree;
  if (field) found.field = field;
}

/** A line between the heading and the bullets; false for a text that is none of a degree's facts. */
function readHeadLine(line: Line, found: Found): boolean {
  const [first = "", ...others] = splitSegments(line.raw);
  const [, bold, after] = /^\*\*((?:\\.|[^\\*])+)\*\*(?:,\s*(.*))?$/s.exec(first) ?? [];
  const [, subject] = /^Field: (.*)$/s.exec(first) ?? [];
  const marked = (bold || subject !== undefined) && !found.degree && !found.field;
  if (!marked && isProse(line)) return false;
  if (!marked) return readByHand(line.raw, found);
  if (bold) found.degree = plainText(bold);
  const field = plainText(subject ?? after ?? "");
  if (field) found.field = field;
  readRest(others, found);
  return true;
}

function readByHand(markdown: string, found: Found): boolean {
  const raw = withoutEmphasis(markdown);
  const { rest, dates } = takeDates(raw);
  if (dates && !found.dates) found.dates = dates;
  else if (dates) return false;
  const text = plainText(rest);
  if (!text) return true;
  if (splitSegments(rest).length > 1) return readRest(splitSegments(rest), found);
  if (!found.degree && looksLikeDegree(text)) setDegree(text, found);
  else if (!found.school || (looksLikeSchool(text) && !looksLikeSchool(found.school) && !found.degree))
    found.school = text;
  else if (!found.location && looksLikePlace(text)) found.location = text;
  else if (!found.degree && text.length <= 80) found.degree = text;
  else return false;
  return true;
}

function readRest(segments: readonly string[], found: Found): boolean {
  return segments.map((segment) => readByHand(segment, found)).every(Boolean);
}
