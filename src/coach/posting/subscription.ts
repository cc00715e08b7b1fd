import { type Course, lastAsOf, upcomingSlots } from "../schedule/due.ts";
import type { Rule, Schedule, Slot, Weekly } from "../schedule/slots.ts";
import type { PosterProblem, Target } from "./poster.ts";

/** What a channel has asked for, as its row holds it. */
export interface Subscription extends Target {
  readonly id: string;
  readonly platform: string;
  readonly channelName: string | null;
  readonly kind: SubscriptionKind;
  /** The key of an industry or a specialisation. */
  readonly industry: string;
  /** 1 (Monday) to 7; null: every day. */
  readonly weekday: number | null;
  readonly hour: number;
  readonly minute: number;
  readonly zone: string;
  readonly mention: string | null;
  readonly mentionName: string | null;
  readonly state: "active" | "paused";
  /** null: it is active, or was paused by hand. */
  readonly reason: PosterProblem | "failing" | null;
  readonly lastEdition: string;
  readonly lastAt: Date;
  /** Who is told when something is wrong; null: they are not there any more. */
  readonly organiserId: string | null;
}

export type SubscriptionKind = "insights" | "question";

/** When it is to be posted, by the clock of its zone. */
export type Times = Pick<Subscription, "weekday" | "hour" | "minute" | "zone">;

export function scheduleOf({ weekday, hour, minute, zone }: Times): Schedule {
  const rule: Rule =
    weekday === null
      ? { kind: "daily", hour, minute }
      : { kind: "weekly", weekday: weekday as Weekly["weekday"], hour, minute };
  return { zone, rule };
}

export function courseOf(subscription: Times & Pick<Subscription, "lastEdition" | "lastAt">): Course {
  return { ...scheduleOf(subscription), last: { edition: subscription.lastEdition, at: subscription.lastAt } };
}

/** The columns that keep how far a course is. */
export interface Settled {
  readonly lastEdition: string;
  readonly lastAt: Date;
  readonly nextAt: Date | null;
}

/** Everything until now is over: what a subscription begins with, and goes on with after a pause. */
export function settleUntil(now: Date, schedule: Schedule, last?: Slot): Settled {
  const settled = lastAsOf(now, schedule, last);
  return settledAt({ ...schedule, last: settled }, now);
}

export function settledAt(course: Course, now: Date): Settled {
  const [next] = upcomingSlots(course, now, 1);
  return { lastEdition: course.last.edition, lastAt: course.last.at, nextAt: next?.at ?? null };
}
