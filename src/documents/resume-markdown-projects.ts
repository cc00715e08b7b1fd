import type { DateRange, Project } from "./resume-document.ts";
import { parseDates, takeDates } from "./resume-markdown-dates.ts";
import { type Entry, readEntries, withoutEmphasis } from "./resume-markdown-entries.ts";
import type { Line } from "./resume-markdown-lines.ts";
import { takeLink } from "./resume-markdown-link.ts";
import { plainText, splitSegments } from "./resume-markdown-text.ts";
import { tidyUrl } from "./resume-tidy.ts";

/** "[Name](address) | Mar 2021 – Present" and its bullets, or by hand "- Name: what it is". */
export function readProjects(lines: readonly Line[]): Project[] {
  return readEntries(lines).map(readProject);
}

function readProject({ heading, head, bullets, parts }: Entry): Project {
  const found = readTitle(heading);
  const extra: string[] = [];
  for (const { raw } of head) {
    const line = withoutEmphasis(raw);
    const dates = parseDates(line);
    const url = takeLink(line)?.url ?? tidyUrl(line);
    if (dates && !found.dates) found.dates = dates;
    else if (url && !found.url) found.url = url;
    else extra.push(line);
  }
  const below = [...extra, ...bullets.map(({ raw }) => raw), ...parts.flatMap(linesOf)].map(plainText);
  return { ...found, bullets: [...found.bullets, ...below].filter(Boolean) };
}

type Title = { name: string; url?: string; dates?: DateRange; bullets: string[] };

function readTitle(heading: Line | undefined): Title {
  if (!heading) return { name: "", bullets: [] };
  const bold = /^\*\*((?:\\.|[^\\*])+?)[:：]?\*\*\s*[:：–—-]?\s*(.*)$/.exec(heading.raw);
  const byHand = heading.kind === "bullet" ? (bold ?? /^(.+?)(?::|\s[–—-])\s+(.*)$/.exec(heading.raw)) : null;
  if (byHand?.[1]) return { ...readTitleLine(byHand[1]), bullets: byHand[2] ? [plainText(byHand[2])] : [] };
  return { ...readTitleLine(heading.raw), bullets: [] };
}

function readTitleLine(markdown: string): Omit<Title, "bullets"> {
  const raw = withoutEmphasis(markdown);
  const linked = takeLink(raw);
  const [first = "", ...others] = splitSegments(linked ? linked.rest : raw);
  const found: Omit<Title, "bullets"> = linked ? { name: linked.label, url: linked.url } : { name: "" };
  const names: string[] = [];
  for (const [index, part] of [first, ...others].entries()) {
    const whole = index > 0 || linked ? parseDates(part.replace(/^\(|\)$/g, "")) : undefined;
    const { rest, dates } = whole ? { rest: "", dates: whole } : others.length > 0 ? { rest: part } : takeDates(part);
    const url = index > 0 ? (takeLink(rest)?.url ?? tidyUrl(rest)) : undefined;
    if (dates && !found.dates) found.dates = dates;
    if (url && !found.url) found.url = url;
    else if (rest) names.push(plainText(rest));
  }
  return { ...found, name: [found.name, ...names].filter(Boolean).join(" | ") };
}

function linesOf({ heading, head, bullets }: Entry): string[] {
  return [heading, ...head, ...bullets].flatMap((line) => (line ? [line.raw] : []));
}
