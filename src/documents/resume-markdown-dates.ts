import type { DateRange, PartialDate } from "./resume-document.ts";

/** "Mar 2021 – Present"; a start without an end is "From Mar 2021", an end without a start "Mar 2021". */
export function printDates({ start, end }: DateRange): string {
  const last = end === "present" ? "Present" : end && printDate(end);
  if (!start) return last ?? "";
  return last ? `${printDate(start)} – ${last}` : `From ${printDate(start)}`;
}

export function printDate({ year, month }: PartialDate): string {
  return month ? `${MONTHS[month - 1]} ${year}` : String(year);
}

/** A text that is a date or a range of dates and nothing else. */
export function parseDates(text: string): DateRange | undefined {
  const line = normal(text);
  if (!line || line.length > LONGEST) return undefined;
  if (isPresent(line)) return { end: "present" };
  const single = parseNormal(line);
  if (single) return { end: single };
  const from = /^(from|since|ab|seit|depuis|desde)\s+(.+)$/.exec(line);
  const start = from?.[2] && parseNormal(from[2]);
  if (start) return from[1] === "from" ? { start } : { start, end: "present" };
  return parseRange(line);
}

/** A day, a month or a year; the model keeps no days. */
export function parseDate(text: string): PartialDate | undefined {
  return parseNormal(normal(text));
}

/**
 * Dates at the end of a line, with what is before them: "Nurse, Charité (2019 – 2021)". A single year counts only after
 * a separator, for "Windows Server 2019" is a name.
 */
export function takeDates(markdown: string): { readonly rest: string; readonly dates?: DateRange } {
  const from = Math.max(0, markdown.length - LONGEST);
  const ends = markdown.slice(from);
  for (const { 0: boundary, index } of ends.matchAll(/(?<!\\)[\s,|(·•–—*_[-]+|^/g)) {
    if (index === 0 && from > 0) continue;
    const dates = parseDates(ends.slice(index + boundary.length).replace(/[\s)\]*_]+$/, ""));
    if (!dates) continue;
    // The second half of "*BSc*, 2019" went with the separator.
    const rest = markdown
      .slice(0, from + index)
      .trim()
      .replace(/^[*_]+(?=[^*_]*$)/, "");
    const separated = /[,|(·•–—*_[\t-]|\s{2}/.test(boundary) || (dates.start && dates.end);
    if (rest && !separated) continue;
    return { rest, dates };
  }
  return { rest: markdown };
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

const LONGEST = 70;

/** English first: where two languages disagree about a word, the first one has it. */
const LOCALES =
  "en de fr es pt it nl sv da nb fi pl cs sk sl ro hu lt lv et tr id ru uk bg sr mk el ar he fa hi bn ta ka hy sw".split(
    " ",
  );

const PRESENT = new Set(
  (
    "present|now|current|currently|today|ongoing|to date|date|heute|jetzt|aktuell|laufend|présent|aujourd'hui|" +
    "à ce jour|actuel|en cours|actualidad|presente|actual|actualmente|hoy|atual|atualmente|hoje|oggi|attuale|heden|" +
    "nu|i dag|nåværende|nykyinen|obecnie|teraz|současnost|dosud|súčasnosť|prezent|jelenleg|jelen|günümüz|halen|" +
    "настоящее время|по настоящее время|наст. время|н.в|сейчас|теперішній час|дотепер|сега|σήμερα|παρόν|الآن|" +
    "حتى الآن|الحاضر|היום|כיום|هم‌اکنون|वर्तमान|अब तक|至今|现在|目前|現在|今|현재|재직중|재직 중|sekarang|sasa"
  ).split("|"),
);

/** Arabic-Indic, Persian, Devanagari, Bengali and full-width digits begin here. */
const ZEROS = [0x660, 0x6f0, 0x966, 0x9e6, 0xff10];

let monthWords: Map<string, number> | undefined;

function normal(text: string): string {
  return text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[\u0660-\u0669\u06F0-\u06F9\u0966-\u096F\u09E6-\u09EF\uFF10-\uFF19]/g, asciiDigit)
    .replace(/[\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, "")
    .replace(/’/g, "'")
    .replace(/\s+/g, " ")
    .replace(/[\s·,(]+\d+\+?\s?(?:yrs?|years?|mos?|months?)\b.*$/, "")
    .trim();
}

function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  return String(code - (ZEROS.find((zero) => code >= zero && code < zero + 10) ?? code));
}

function isPresent(line: string): boolean {
  return PRESENT.has(line.replace(/[.)]+$/, ""));
}

function parseRange(line: string): DateRange | undefined {
  const separators = /\s*(?:[–—−‒~〜～→]|\s(?:to|until|till|through|bis|a|à|al|até|au|do|по|έως)\s|-)\s*/g;
  for (const { 0: separator, index } of line.matchAll(separators)) {
    const left = line.slice(0, index);
    const right = line.slice(index + separator.length);
    const start = parseNormal(left) ?? monthBefore(left, right);
    if (!start) continue;
    if (!right || isPresent(right)) return { start, end: "present" };
    const end = parseNormal(right) ?? shortYear(start, right);
    if (end) return { start, end };
  }
  return undefined;
}

/** "May – Aug 2021": the year stands only once. */
function monthBefore(left: string, right: string): PartialDate | undefined {
  const month = monthNamed(left);
  const year = month && parseNormal(right)?.year;
  return year ? { year, month } : undefined;
}

/** "2019–21". */
function shortYear(start: PartialDate, text: string): PartialDate | undefined {
  if (start.month || !/^\d{2}$/.test(text) || Number(text) <= start.year % 100) return undefined;
  return { year: start.year - (start.year % 100) + Number(text) };
}

function parseNormal(line: string): PartialDate | undefined {
  const text = line.replace(/\s*(?:г|р|г\.|р\.|roku|r\.)$/, "").replace(/ (?:de|del) /g, " ");
  const [, year] = /^(\d{4})(?:\s?[年년])?$/.exec(text) ?? [];
  if (year) return partial(year);
  const [, first, second] = /^(\d{4})[-/.](\d{1,2})(?:[-/.]\d{1,2})?\.?$/.exec(text) ?? [];
  if (first && second) return partial(first, Number(second));
  const [, east, moon] = /^(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월](?:\s?\d{1,2}\s?[日일])?$/.exec(text) ?? [];
  if (east && moon) return partial(east, Number(moon));
  const [, month, ofYear] = /^(\d{1,2})\s?[-/.]\s?(\d{4})$/.exec(text) ?? [];
  if (month && ofYear) return partial(ofYear, Number(month));
  const [, one, dot, two, last] = /^(\d{1,2})([/.])(\d{1,2})[/.](\d{4})$/.exec(text) ?? [];
  if (one && two && last) return dayAndMonth([Number(one), Number(two)], dot === ".", last);
  return namedMonth(text);
}

/** With slashes the order of day and month is not known; where both could be the month, the year alone is certain. */
function dayAndMonth([one, two]: [number, number], dayFirst: boolean, year: string): PartialDate | undefined {
  if (dayFirst || one > 12) return partial(year, two);
  return two > 12 || one === two ? partial(year, one) : partial(year);
}

function namedMonth(text: string): PartialDate | undefined {
  const [, day, word, , year] =
    /^(?:(\d{1,2})(?:st|nd|rd|th|er|º|\.)?\s)?([\p{L}\p{M}]+)\.?(?:\s(\d{1,2})(?:st|nd|rd|th)?,)?[\s,-]*('\d{2}|\d{4})$/u.exec(
      text,
    ) ?? [];
  if (!word || !year || Number(day ?? 1) > 31) return undefined;
  if (SEASONS.has(word)) return partial(fullYear(year));
  const month = monthNamed(word);
  return month ? partial(fullYear(year), month) : undefined;
}

const SEASONS = new Set(["spring", "summer", "autumn", "fall", "winter"]);

function fullYear(year: string): string {
  if (!year.startsWith("'")) return year;
  const digits = year.slice(1);
  return (Number(digits) < 60 ? "20" : "19") + digits;
}

function partial(year: string, month?: number): PartialDate | undefined {
  if (!/^(19|20)\d\d$/.test(year)) return undefined;
  if (month === undefined) return { year: Number(year) };
  return month >= 1 && month <= 12 ? { year: Number(year), month } : undefined;
}

function monthNamed(word: string): number | undefined {
  monthWords ??= collectMonthWords();
  return monthWords.get(word.replace(/\.$/, ""));
}

function collectMonthWords(): Map<string, number> {
  const words = new Map<string, number>([["sept", 9]]);
  const shapes = [{ month: "long" }, { month: "short" }, { day: "numeric", month: "long" }] as const;
  for (const locale of LOCALES) {
    for (const shape of shapes) {
      const format = new Intl.DateTimeFormat(locale, { ...shape, timeZone: "UTC", calendar: "gregory" });
      for (let month = 1; month <= 12; month += 1) {
        const parts = format.formatToParts(Date.UTC(2021, month - 1, 1));
        const word = parts
          .find(({ type }) => type === "month")
          ?.value.toLowerCase()
          .normalize("NFC")
          .replace(/\.$/, "");
        if (word && !/\d/.test(word) && !words.has(word)) words.set(word, month);
      }
    }
  }
  return words;
}
