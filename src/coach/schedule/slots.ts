import { Temporal } from "temporal-polyfill";

/** When something comes round, by the clock on the wall. Another kind needs a line in PERIOD and one in daysUntil. */
export type Rule = Weekly | Daily;

/** Hours 0 to 23, minutes 0 to 59, weekdays as ISO counts them: Monday is 1, Sunday 7. */
export interface Weekly {
  readonly kind: "weekly";
  readonly weekday: 1 | 2 | 3 | 4 | 5 | 6 | 7;
  readonly hour: number;
  readonly minute: number;
}

export interface Daily {
  readonly kind: "daily";
  readonly hour: number;
  readonly minute: number;
}

export interface Schedule {
  /** An IANA name. */
  readonly zone: string;
  readonly rule: Rule;
}

/**
 * One round of a schedule. The edition is its key in the zone's calendar: "2026-11-22" for a day, "2026-W47" for an ISO
 * week, and the year of a week is the week's own ("2026-W53" lasts until 3 January 2027). Later editions sort later.
 */
export interface Slot {
  readonly edition: string;
  readonly at: Date;
}

/**
 * The slots after `from`, up to and with `to`: windows that share a border give each slot once.
 *
 * Each day or week has exactly one. A time that the clock skips is the first instant after the gap, one that it shows
 * twice is the first. A day that the zone leaves out (30 December 2011 in Samoa) has none; a week always has its own.
 * Throws a RangeError for an unknown zone and for an hour or minute that no clock shows.
 */
export function slotsBetween(schedule: Schedule, from: Date, to: Date): Slot[] {
  const slots: Slot[] = [];
  for (const slot of slotsAfter(schedule, from)) {
    if (slot.at > to) break;
    slots.push(slot);
  }
  return slots;
}

/** The first `count` slots after `after`. Throws as slotsBetween does. */
export function nextSlots(schedule: Schedule, after: Date, count: number): Slot[] {
  return firstOf(slotsAfter(schedule, after), count);
}

/** The slots after `after`, in order and without end; with `last`, only those of later editions than that one. */
export function* slotsAfter(schedule: Schedule, after: Date, last?: Slot): Generator<Slot> {
  const { zone, rule } = schedule;
  const time = Temporal.PlainTime.from({ hour: rule.hour, minute: rule.minute }, { overflow: "reject" });
  const settled = last ? editionIn(schedule, last) : "";
  // No slot of an earlier date lies after this instant: a gap only moves a slot to the instant at which the gap ends.
  for (let date = dateIn(zone, after); ; date = date.add({ days: 1 })) {
    date = date.add({ days: daysUntil(rule, date) });
    const edition = editionOf(rule, date);
    if (edition <= settled) continue;
    const at = firstInstant(schedule, date.toPlainDateTime(time));
    if (at && at > after) yield { edition, at };
  }
}

export function firstOf(slots: Iterable<Slot>, count: number): Slot[] {
  const first: Slot[] = [];
  if (count < 1) return first;
  for (const slot of slots) {
    if (first.push(slot) >= count) break;
  }
  return first;
}

const PERIOD = { daily: "day", weekly: "week" } as const satisfies Record<Rule["kind"], "day" | "week">;

/** From a date to the first one, itself or later, that the rule means. */
function daysUntil(rule: Rule, date: Temporal.PlainDate): number {
  switch (rule.kind) {
    case "daily":
      return 0;
    case "weekly":
      return (rule.weekday - date.dayOfWeek + 7) % 7;
  }
}

function firstInstant({ zone, rule }: Schedule, wanted: Temporal.PlainDateTime): Date | undefined {
  const shown = wanted.toZonedDateTime(zone, { disambiguation: "earlier" });
  if (shown.toPlainDateTime().equals(wanted)) return new Date(shown.epochMilliseconds);
  // Temporal would go on by the length of the gap (02:30 becomes 03:30); the first instant after it is its end, 03:00.
  const end = shown.getTimeZoneTransition("next") ?? shown;
  const dayIsLeftOut = !wanted.toPlainDate().toZonedDateTime(zone).toPlainDate().equals(wanted.toPlainDate());
  return PERIOD[rule.kind] === "day" && dayIsLeftOut ? undefined : new Date(end.epochMilliseconds);
}

function editionOf(rule: Rule, date: Temporal.PlainDate): string {
  if (PERIOD[rule.kind] === "day") return date.toString();
  return `${date.yearOfWeek}-W${String(date.weekOfYear).padStart(2, "0")}`;
}

/** An edition of the other period counts for the day, or the week, in which it fell: neither gets a second one. */
function editionIn({ zone, rule }: Schedule, slot: Slot): string {
  const period = slot.edition.includes("W") ? "week" : "day";
  return period === PERIOD[rule.kind] ? slot.edition : editionOf(rule, dateIn(zone, slot.at));
}

function dateIn(zone: string, instant: Date): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone).toPlainDate();
}
