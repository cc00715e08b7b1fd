import type { DateRange, PartialDate } from "../resume-document.ts";
import { presentIn } from "./headings.ts";

/** "Mar 2021 – Present", the months as the language writes them, the figures always 0 to 9. */
export function writeRange({ start, end }: DateRange, language: string): string | undefined {
  const from = start && writeDate(start, language);
  const to = end === "present" ? presentIn(language) : end && writeDate(end, language);
  return from && to ? `${from} – ${to}` : (to ?? (from && `${from} –`));
}

export function writeDate({ year, month }: PartialDate, language: string): string {
  if (month === undefined) return String(year);
  const day = new Date(0);
  day.setUTCFullYear(year, month - 1, 1);
  return formatter(language, { year: "numeric", month: "short" }).format(day);
}

/** "22 November 2026" */
export function writeDay(day: Date, language: string): string {
  return formatter(language, { year: "numeric", month: "long", day: "numeric" }).format(day);
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${Object.values(options).join()}`;
  let found = formatters.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat([language, "en"], {
      ...options,
      calendar: "gregory",
      numberingSystem: "latn",
      timeZone: "UTC",
    });
    formatters.set(key, found);
  }
  return found;
}
