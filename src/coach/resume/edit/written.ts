import type {
  Contact,
  DateRange,
  OtherLine,
  OtherSection,
  PartialDate,
  SkillGroup,
  WebLink,
} from "#src/documents/resume-document.ts";
import { parseDate, parseDates, printDate, printDates } from "#src/documents/resume-markdown-dates.ts";
import { readSkillGroup } from "#src/documents/resume-markdown-skills.ts";
import { tidyUrl } from "#src/documents/resume-tidy.ts";
import { UserError } from "#src/words/errors.ts";

/** The lines that say something; what people put before a bullet goes. */
export function readLines(text: string | undefined): string[] {
  return (text ?? "")
    .split("\n")
    .map((line) => line.replace(/^\s*(?:[-*•–·‣▪]\s+)?/, "").trim())
    .filter(Boolean);
}

export function writeLines(lines: readonly string[]): string {
  return lines.join("\n");
}

/** "Mar 2021 – Present", a year, a month and year, in many languages. UserErrors: dates-malformed, dates-reversed. */
export function readDates(text: string | undefined): { dates?: DateRange } {
  if (text === undefined) return {};
  const dates = parseDates(text);
  if (!dates) throw new UserError("dates-malformed", { typed: text });
  const { start, end } = dates;
  if (start && end && end !== "present" && isBefore(end, start)) throw new UserError("dates-reversed", { typed: text });
  return { dates };
}

export function writeDates(dates: DateRange | undefined): string {
  return dates ? printDates(dates) : "";
}

/** UserError dates-malformed. */
export function readDate(text: string | undefined): { date?: PartialDate } {
  if (text === undefined) return {};
  const date = parseDate(text);
  if (!date) throw new UserError("dates-malformed", { typed: text });
  return { date };
}

export function writeDate(date: PartialDate | undefined): string {
  return date ? printDate(date) : "";
}

/** A web or mail address; one without a scheme gets https. UserError link-malformed. */
export function readUrl(text: string | undefined): { url?: string } {
  if (text === undefined) return {};
  const url = tidyUrl(text);
  if (!url) throw new UserError("link-malformed", { typed: text });
  return { url };
}

/** One link a line, with or without a label before it: "Portfolio: https://ada.example". UserError link-malformed. */
export function readLinks(text: string | undefined): WebLink[] {
  return readLines(text).map((line) => {
    const [, label = "", address = line] = /^(?:(.*?)[:：]?\s+)?(\S+)$/.exec(line) ?? [];
    const url = tidyUrl(address);
    if (!url) throw new UserError("link-malformed", { typed: line });
    return label ? { label, url } : { url };
  });
}

export function writeLinks(links: readonly WebLink[]): string {
  return links.map(({ label, url }) => (label ? `${label}: ${url}` : url)).join("\n");
}

/** UserError email-malformed. */
export function readEmail(text: string | undefined): Pick<Contact, "email"> {
  if (text === undefined) return {};
  if (!/^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(text)) throw new UserError("email-malformed", { typed: text });
  return { email: text };
}

/** One group a line, with or without its name: "Languages: German, French". */
export function readSkillGroups(text: string | undefined): SkillGroup[] {
  return readLines(text).map((line) => readSkillGroup(line.replace(/[\\*_`[\]<>~]/g, "\\$&")));
}

export function writeSkillGroups(groups: readonly SkillGroup[]): string {
  return groups.map(({ name, skills }) => `${name === undefined ? "" : `${name}: `}${skills.join(", ")}`).join("\n");
}

/** Lines as they are typed: "## " before a heading, "- " before a bullet, nothing before a paragraph. */
export function readOtherLines(text: string | undefined): OtherLine[] {
  return (text ?? "")
    .split("\n")
    .map((line): OtherLine => {
      const [, sign = "", said = line] = /^\s*(#{1,6}|[-*•–·‣▪])\s+(.*)$/.exec(line) ?? [];
      const kind = sign.startsWith("#") ? "heading" : sign ? "bullet" : "paragraph";
      return { kind, text: said.trim() };
    })
    .filter(({ text: said }) => said !== "");
}

export function writeOtherLines({ lines }: OtherSection): string {
  const sign = { heading: "## ", bullet: "- ", paragraph: "" };
  return lines.map(({ kind, text }) => `${sign[kind]}${text}`).join("\n");
}

function isBefore(one: PartialDate, other: PartialDate): boolean {
  if (one.year !== other.year) return one.year < other.year;
  return one.month !== undefined && other.month !== undefined && one.month < other.month;
}
