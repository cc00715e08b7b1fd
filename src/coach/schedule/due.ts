import { firstOf, type Schedule, type Slot, slotsAfter, slotsBetween } from "./slots.ts";

const DAY_MS = 24 * 60 * 60 * 1_000;

/** How late a slot may still be posted; what was missed by more is marked as skipped. */
export const CATCH_UP_MS = 6 * 60 * 60 * 1_000;

/**
 * A schedule and how far it has been dealt with: `last` is its latest slot that was posted, skipped, or over when it
 * began. That is all the memory it needs. Every edition up to that one is settled and none of them comes again, whatever
 * the clock, the zone or the rule do; every later one is still owed, as a post or as a mark that it was skipped.
 */
export interface Course extends Schedule {
  readonly last: Slot;
}

export interface Due {
  /** To be posted now; never more than one, so that no outage ends in a burst. */
  readonly post: Slot | undefined;
  /** To be marked as skipped, in order. All are earlier than `post`. */
  readonly skip: readonly Slot[];
  /** What to keep as the course's `last`. */
  readonly last: Slot;
}

/**
 * What a schedule begins with, and what it goes on with after a pause: everything until `now` is over.
 * With `last` from before the pause, an edition that was posted then is not posted again.
 */
export function lastAsOf(now: Date, schedule: Schedule, last?: Slot): Slot {
  // Nothing comes round more seldom than weekly; two days more are for clocks that change in between.
  const over = last
    ? owed({ ...schedule, last }, now)
    : slotsBetween(schedule, new Date(now.getTime() - 9 * DAY_MS), now);
  const latest = over.at(-1) ?? last;
  if (!latest) throw new Error(`no slot in the nine days before ${now.toISOString()}`);
  return latest;
}

/**
 * Which slots have come since `last`: the newest is to be posted if it is at most six hours old, all others are skipped.
 *
 * A clock that goes back finds nothing to do until it has caught up. When zone or rule change, an edition that is settled
 * is not posted again on its new time, and one whose new time is already past is posted late or marked, as after an outage.
 */
export function dueSlots(course: Course, now: Date): Due {
  const slots = owed(course, now);
  const newest = slots.at(-1);
  const inTime = newest && now.getTime() - newest.at.getTime() <= CATCH_UP_MS;
  return {
    post: inTime ? newest : undefined,
    skip: inTime ? slots.slice(0, -1) : slots,
    last: newest ?? course.last,
  };
}

/** The next `count` slots that will be posted: without the editions that are settled, as after a change of zone or rule. */
export function upcomingSlots(course: Course, now: Date, count: number): Slot[] {
  return firstOf(slotsAfter(course, now, course.last), count);
}

function owed(course: Course, now: Date): Slot[] {
  const { last } = course;
  const slots: Slot[] = [];
  // In another zone the next day may have begun up to 26 hours before the last one ended in its own.
  for (const slot of slotsAfter(course, new Date(last.at.getTime() - 3 * DAY_MS), last)) {
    if (slot.at > now) break;
    slots.push(slot);
  }
  return slots;
}
