import type { DateRange, Employment, Role } from "./resume-document.ts";
import { parseDates, takeDates } from "./resume-markdown-dates.ts";
import { type Entry, isProse, readEntries, withoutEmphasis } from "./resume-markdown-entries.ts";
import { looksLikePlace, looksLikeTitle } from "./resume-markdown-guess.ts";
import { BOLD_LEVEL, type Line } from "./resume-markdown-lines.ts";
import { plainText, splitSegments } from "./resume-markdown-text.ts";

/** "Employer | Place", under it "Title | dates" with bullets, once per role; or by hand a job in one heading. */
export function readExperience(lines: readonly Line[]): Employment[] {
  const jobs: { employment: Employment; byHand: boolean }[] = [];
  for (const entry of readEntries(lines)) {
    const byHand = entry.head.length > 0 || entry.bullets.length > 0 || !isHeading(entry);
    const employment = byHand || isDatedAlone(entry) ? readJob(entry) : readEmployer(entry);
    const above = jobs.at(-1);
    if (above?.byHand && byHand && isSameEmployer(above.employment, employment)) {
      const roles = [...above.employment.roles, ...employment.roles];
      jobs[jobs.length - 1] = { byHand, employment: { ...above.employment, roles } };
    } else jobs.push({ employment, byHand });
  }
  return jobs.map(({ employment }) => employment);
}

function isHeading({ heading }: Entry): boolean {
  return heading?.kind === "heading";
}

/** A heading with dates and nothing below is a whole job. */
function isDatedAlone({ heading, parts }: Entry): boolean {
  return parts.length === 0 && heading !== undefined && takeDates(withoutEmphasis(heading.raw)).dates !== undefined;
}

function isSameEmployer(one: Employment, other: Employment): boolean {
  return one.employer !== "" && one.employer === other.employer && one.location === other.location;
}

function readEmployer({ heading, parts }: Entry): Employment {
  const { rest, dates } = takeDates(withoutEmphasis(heading?.raw ?? ""));
  const [employer = "", ...place] = splitSegments(rest).map(plainText);
  const roles = parts.map(readRole);
  const [only] = roles;
  // Dates beside the employer are those of its only role.
  if (dates && only && roles.length === 1 && !only.dates)
    roles[0] = { title: only.title, dates, bullets: only.bullets };
  const location = place.filter(Boolean).join(", ");
  return { employer, ...(location ? { location } : {}), roles };
}

function readRole({ heading, head, bullets }: Entry): Role {
  const found = readRoleHeading(heading);
  const extra: string[] = [];
  for (const { raw } of head) {
    const dates = parseDates(withoutEmphasis(raw));
    if (dates && !found.dates) found.dates = dates;
    else extra.push(plainText(raw));
  }
  return { ...found, bullets: [...extra, ...bullets.map(({ raw }) => plainText(raw))].filter(Boolean) };
}

function readRoleHeading(heading: Line | undefined): { title: string; dates?: DateRange } {
  const segments = splitSegments(withoutEmphasis(heading?.raw ?? ""));
  const last = segments.length > 1 ? parseDates(segments.at(-1) ?? "") : undefined;
  if (last) return { title: segments.slice(0, -1).map(plainText).filter(Boolean).join(" | "), dates: last };
  const { rest, dates } = takeDates(segments.join(" | "));
  const title = splitSegments(rest).map(plainText).filter(Boolean).join(" | ");
  return dates ? { title, dates } : { title };
}

/** A job as people write it: title, employer, place and dates in one heading or in the lines under it. */
function readJob({ heading, head, bullets, parts }: Entry): Employment {
  const names: string[] = [];
  const texts: string[] = [];
  let dates: DateRange | undefined;
  const prose = head.filter(isProse);
  const headed = [heading, ...head.filter((line) => !isProse(line))].flatMap((line) => (line ? [line.raw] : []));
  for (const segment of headed.map((raw) => splitSegments(withoutEmphasis(raw)))) {
    const rests = segment.map((part) => {
      const taken = takeDates(withoutEmphasis(part));
      if (!taken.dates || dates) return part;
      dates = taken.dates;
      return taken.rest;
    });
    names.push(...namesIn(rests.filter(Boolean)));
  }
  const { employer, title, location, left } = assign(names);
  texts.push(...left, ...prose.map(({ raw }) => plainText(raw)), ...bullets.map(({ raw }) => plainText(raw)));
  const [captions, roles] = splitParts(parts, dates !== undefined || bullets.length > 0);
  texts.push(...captions);
  const own: Role = { title, ...(dates ? { dates } : {}), bullets: texts.filter(Boolean) };
  const has = title || dates || own.bullets.length > 0;
  return { employer, ...(location ? { location } : {}), roles: [...(has ? [own] : []), ...roles] };
}

/** A line in bold without dates, inside a job that has its own, is a caption of its bullets, not another role. */
function splitParts(parts: readonly Entry[], whole: boolean): [captions: string[], roles: Role[]] {
  const captions: string[] = [];
  const roles: Role[] = [];
  for (const part of parts) {
    const role = readRole(part);
    if (whole && part.heading?.level === BOLD_LEVEL && !role.dates) captions.push(role.title, ...role.bullets);
    else roles.push(role);
  }
  return [captions, roles];
}

function namesIn(segments: readonly string[]): string[] {
  const [markdown = ""] = segments;
  if (segments.length > 1) return segments.map(plainText);
  const [, title, employer] = /^(.+?)\s+(?:at|@|bei|chez)\s+(.+)$/.exec(markdown) ?? [];
  if (title && employer && looksLikeTitle(title)) return [title, employer].map(plainText);
  const dashed = markdown.split(/\s+[–—-]\s+|\s*·\s*/).filter(Boolean);
  if (dashed.length > 1) return dashed.map(plainText);
  return byComma(markdown).map(plainText).filter(Boolean);
}

/** "Acme, Inc." is one name; "Engineer, Acme, Inc." are two. */
function byComma(markdown: string): string[] {
  const pieces = markdown.split(/(?<!\\),\s+/);
  const title = pieces.findIndex(looksLikeTitle);
  if (pieces.length < 2 || title < 0) return [markdown];
  if (title === 0) return [pieces[0] ?? "", pieces.slice(1).join(", ")];
  return [pieces.slice(0, title).join(", "), pieces.slice(title).join(", ")];
}

function assign(names: readonly string[]): { employer: string; title: string; location?: string; left: string[] } {
  const left = [...names];
  const titled = left.findIndex(looksLikeTitle);
  const [found] = titled >= 0 ? left.splice(titled, 1) : [];
  const place = left.findIndex(
    (name, index) => (index > 0 || found !== undefined) && looksLikePlace(name) && left.length > 1,
  );
  const [location] = place >= 0 ? left.splice(place, 1) : [];
  const employer = left.shift() ?? "";
  const title = found ?? left.shift() ?? "";
  // What ends like a sentence tells of the job.
  const last = location ?? (/\p{Ll}{2}[.!?]$/u.test(left[0] ?? "") ? undefined : left.shift());
  return { employer, title, ...(last ? { location: last } : {}), left };
}
