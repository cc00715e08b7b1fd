import type { Employment, Role } from "../resume-document.ts";
import { type Entry, entriesOf } from "./entries.ts";
import type { Line } from "./line.ts";
import { employerness, titleness } from "./vocabulary.ts";

/** Jobs of a section. Which of two texts is the title is decided for the section as a whole, unless one entry is certain. */
export function employmentOf(lines: readonly Line[]): Employment[] {
  const entries = entriesOf(lines, NATURE);
  const titleFirst = entries.reduce((sum, { fields }) => sum + (fields.length >= 2 ? lean(fields) : 0), 0) >= 0;
  const jobs: { employer: string; location?: string; roles: Role[] }[] = [];
  let open = false;
  entries.forEach((entry, index) => {
    const { fields, place, dates, body } = entry;
    const [first = "", second] = fields;
    const role = (title: string, more: readonly string[]): Role => ({
      title,
      ...(dates ? { dates } : {}),
      bullets: [...more, ...body],
    });
    if (second === undefined) {
      const job = jobs.at(-1);
      if (isGroup(entry, entries[index + 1])) {
        jobs.push({ employer: first, ...(place ? { location: place } : {}), roles: [] });
        open = true;
      } else if (job && (open || employerness(first) <= titleness(first))) {
        job.roles.push(role(first, []));
      } else {
        jobs.push({
          employer: first,
          ...(place ? { location: place } : {}),
          roles: body.length > 0 || dates ? [role("", [])] : [],
        });
      }
      return;
    }
    const own = lean(fields);
    const isTitleFirst = Math.abs(own) >= 2 ? own > 0 : titleFirst;
    const [title, rawEmployer] = isTitleFirst ? [first, second] : [second, first];
    const { employer, location } = withoutTown(rawEmployer, place);
    open = false;
    const same = jobs.at(-1);
    const more = fields.slice(2);
    if (same && same.employer === employer) same.roles.push(role(title, more));
    else {
      jobs.push({ employer, ...(location ? { location } : {}), roles: [role(title, more)] });
      open = !isTitleFirst;
    }
  });
  return jobs.filter(({ employer, roles }) => employer !== "" || roles.length > 0);
}

const NATURE = { lean: (text: string): number => titleness(text) - employerness(text), firstTakesMore: false };

/** More than zero: the first text is the title. */
function lean([first = "", second = ""]: readonly string[]): number {
  return titleness(first) - employerness(first) - (titleness(second) - employerness(second));
}

/** An employer by itself, with the dates of all its roles; the roles follow at once. */
function isGroup(entry: Entry, next: Entry | undefined): boolean {
  if (!next?.adjoining || entry.body.length > 0 || next.fields.length !== 1) return false;
  return (
    employerness(entry.fields[0] ?? "") - titleness(entry.fields[0] ?? "") >=
    employerness(next.fields[0] ?? "") - titleness(next.fields[0] ?? "")
  );
}

/** "Mercy Hospital, Leeds": what follows the last comma is a town, unless the name of the company goes on there. */
function withoutTown(text: string, place: string | undefined): { employer: string; location?: string } {
  const match = /^(.+?),\s+([^,]+(?:,\s+[^,]+)?)$/u.exec(text);
  const town = match?.[2] ?? "";
  if (!match || place || titleness(town) + employerness(town) > 0 || town.length > 40) {
    return { employer: text, ...(place ? { location: place } : {}) };
  }
  return { employer: match[1] ?? text, location: town };
}
