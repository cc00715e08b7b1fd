import type { Rule, Schedule, Slot } from "#src/coach/schedule/slots.ts";

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Daylight saving north and south, by half an hour, around midnight, away in Ramadan; none; odd offsets; a lost day. */
export const ZONES = [
  "UTC",
  "America/New_York",
  "Europe/Berlin",
  "Australia/Sydney",
  "Australia/Lord_Howe",
  "Africa/Casablanca",
  "Africa/Cairo",
  "America/Nuuk",
  "Asia/Kathmandu",
  "Pacific/Chatham",
  "Pacific/Apia",
] as const;

/** Clocks mostly change on a Sunday, between midnight and three; in Nuuk in the hour before midnight. */
export const RULES: readonly Rule[] = [
  { kind: "daily", hour: 9, minute: 0 },
  { kind: "daily", hour: 2, minute: 30 },
  { kind: "daily", hour: 0, minute: 0 },
  { kind: "daily", hour: 23, minute: 59 },
  { kind: "weekly", weekday: 7, hour: 2, minute: 30 },
];

/**
 * The slots after `from`, up to and with `to`, found without a calendar library: the offsets that Intl shows, and for each
 * date the first instant at which the wall clock is at or past the time.
 */
export function slotsByTheWallClock({ zone, rule }: Schedule, from: Date, to: Date): Slot[] {
  const stretches = knownStretchesOf(zone, from.getTime() - 3 * DAY, to.getTime() + 3 * DAY);
  const slots: Slot[] = [];
  for (let date = midnight(from.getTime()) - 2 * DAY; date <= to.getTime() + 2 * DAY; date += DAY) {
    if (rule.kind === "weekly" && new Date(date).getUTCDay() !== rule.weekday % 7) continue;
    const wall = date + rule.hour * HOUR + rule.minute * MINUTE;
    const at = reaches(stretches, wall);
    if (at === undefined || at <= from.getTime() || at > to.getTime()) continue;
    if (rule.kind === "daily" && !isShown(stretches, date)) continue;
    slots.push({ edition: editionOf(rule, date), at: new Date(at) });
  }
  return slots;
}

/** Every edition from one to another, as the calendar has them. */
export function editionsFrom(kind: Rule["kind"], first: string, last: string): string[] {
  const editions: string[] = [];
  const begin = Date.UTC(Number(first.slice(0, 4)) - 1, 11, 1);
  for (let date = begin; editions.at(-1) !== last; date += DAY) {
    if (date > begin + 40 * 366 * DAY) throw new Error(`no edition ${last} after ${first}`);
    const edition = kind === "daily" ? isoDate(date) : isoWeek(date);
    if (edition >= first && edition !== editions.at(-1)) editions.push(edition);
  }
  return editions;
}

export function isoDate(date: number): string {
  return new Date(date).toISOString().slice(0, 10);
}

/** A week belongs to the year of its Thursday, and the year's first Thursday is in week 1. */
export function isoWeek(date: number): string {
  const thursday = date + (4 - (new Date(date).getUTCDay() || 7)) * DAY;
  const year = new Date(thursday).getUTCFullYear();
  const week = Math.floor((thursday - Date.UTC(year, 0, 1)) / DAY / 7) + 1;
  return `${year}-W${String(week).padStart(2, "0")}`;
}

/** From `start` to `end` the wall clock is `offset` milliseconds ahead of UTC. */
interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly offset: number;
}

function editionOf(rule: Rule, date: number): string {
  return rule.kind === "daily" ? isoDate(date) : isoWeek(date);
}

function reaches(stretches: readonly Stretch[], wall: number): number | undefined {
  for (const { start, end, offset } of stretches) {
    const at = Math.max(start, wall - offset);
    if (at < end) return at;
  }
  return undefined;
}

function isShown(stretches: readonly Stretch[], date: number): boolean {
  return stretches.some(({ start, end, offset }) => start + offset < date + DAY && end + offset > date);
}

/** Reading the offset of every hour of a year takes a while, and five rules want the same ones. */
function knownStretchesOf(zone: string, from: number, to: number): readonly Stretch[] {
  const key = `${zone} ${from} ${to}`;
  const stretches = known.get(key) ?? stretchesOf(zone, from, to);
  known.set(key, stretches);
  return stretches;
}

const known = new Map<string, readonly Stretch[]>();

function stretchesOf(zone: string, from: number, to: number): Stretch[] {
  const offsetAt = offsetReader(zone);
  const stretches: Stretch[] = [];
  let start = midnight(from);
  let offset = offsetAt(start);
  for (let hour = start; hour < to; hour += HOUR) {
    if (offsetAt(hour + HOUR) === offset) continue;
    const change = bisect(hour, hour + HOUR, (instant) => offsetAt(instant) !== offset);
    stretches.push({ start, end: change, offset });
    start = change;
    offset = offsetAt(change);
  }
  stretches.push({ start, end: to, offset });
  return stretches;
}

function bisect(before: number, after: number, changed: (instant: number) => boolean): number {
  if (after - before <= 1_000) return after;
  const middle = wholeSecond((before + after) / 2);
  return changed(middle) ? bisect(before, middle, changed) : bisect(middle, after, changed);
}

function offsetReader(zone: string): (instant: number) => number {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  return (instant) => {
    const [month = 0, day = 0, year = 0, hour = 0, minute = 0, second = 0] = format
      .format(instant)
      .split(/\D+/)
      .map(Number);
    return Date.UTC(year, month - 1, day, hour, minute, second) - wholeSecond(instant);
  };
}

function midnight(instant: number): number {
  return Math.floor(instant / DAY) * DAY;
}

function wholeSecond(instant: number): number {
  return Math.floor(instant / 1_000) * 1_000;
}
