import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CATCH_UP_MS, type Course, dueSlots, lastAsOf, upcomingSlots } from "#src/coach/schedule/due.ts";
import type { Rule, Schedule, Slot } from "#src/coach/schedule/slots.ts";
import { DAY, editionsFrom, HOUR, MINUTE, ZONES } from "./wall-clock.ts";

const SEED = 47;
const NINE: Rule = { kind: "daily", hour: 9, minute: 0 };
const weekly = (weekday: 1 | 2 | 3 | 4 | 5 | 6 | 7, hour: number): Rule => ({
  kind: "weekly",
  weekday,
  hour,
  minute: 0,
});

/** Monday, 16 November 2026, 08:00 in Berlin; week 47. */
const MONDAY = new Date("2026-11-16T07:00:00Z");
const later = (ms: number, from = MONDAY) => new Date(from.getTime() + ms);

describe("what is due", () => {
  it("is nothing at first, not even what came round just before", () => {
    const course = begun({ zone: "Europe/Berlin", rule: weekly(1, 7) });
    expect(course.last).toEqual({ edition: "2026-W47", at: later(-HOUR) });
    expect(dueSlots(course, MONDAY)).toEqual({ post: undefined, skip: [], last: course.last });
    expect(editions(upcomingSlots(course, MONDAY, 2))).toEqual(["2026-W48", "2026-W49"]);
  });

  it("is the slot at its very moment, once", () => {
    const course = begun({ zone: "Europe/Berlin", rule: NINE });
    expect(dueSlots(course, later(HOUR - 1)).post).toBeUndefined();
    const due = dueSlots(course, later(HOUR));
    expect(due).toEqual({ post: due.last, skip: [], last: { edition: "2026-11-16", at: later(HOUR) } });
    expect(dueSlots({ ...course, last: due.last }, later(HOUR)).post).toBeUndefined();
    expect(dueSlots({ ...course, last: due.last }, later(HOUR + 20_000)).skip).toEqual([]);
  });
});

describe("after an outage", () => {
  const downFor = (rule: Rule, ms: number) => {
    const { post, skip } = dueSlots(begun({ zone: "Europe/Berlin", rule }), later(HOUR + ms));
    return { post: post?.edition, skip: editions(skip) };
  };

  it("of ten minutes the slot is posted late", () => {
    expect(downFor(NINE, 10 * MINUTE)).toEqual({ post: "2026-11-16", skip: [] });
    expect(downFor(weekly(1, 9), 10 * MINUTE)).toEqual({ post: "2026-W47", skip: [] });
  });

  it("of six hours it is still posted, and a moment later no more", () => {
    expect(downFor(NINE, CATCH_UP_MS)).toEqual({ post: "2026-11-16", skip: [] });
    expect(downFor(NINE, CATCH_UP_MS + 1)).toEqual({ post: undefined, skip: ["2026-11-16"] });
  });

  it("of seven hours it is marked as skipped", () => {
    expect(downFor(NINE, 7 * HOUR)).toEqual({ post: undefined, skip: ["2026-11-16"] });
    expect(downFor(weekly(1, 9), 7 * HOUR)).toEqual({ post: undefined, skip: ["2026-W47"] });
  });

  it("of three days only the newest is posted, if it is not too old either", () => {
    expect(downFor(NINE, 3 * DAY)).toEqual({ post: "2026-11-19", skip: ["2026-11-16", "2026-11-17", "2026-11-18"] });
    expect(downFor(NINE, 3 * DAY + 7 * HOUR)).toEqual({
      post: undefined,
      skip: ["2026-11-16", "2026-11-17", "2026-11-18", "2026-11-19"],
    });
    expect(downFor(weekly(1, 9), 3 * DAY)).toEqual({ post: undefined, skip: ["2026-W47"] });
  });

  it("of a year each day is marked, and one posted", () => {
    const { post, skip } = downFor(NINE, 365 * DAY);
    expect([post, skip.length]).toEqual(["2027-11-16", 365]);
  });
});

describe("when zone or rule change", () => {
  const posted = { ...begun({ zone: "Europe/Berlin", rule: NINE }), last: { edition: "2026-11-16", at: later(HOUR) } };

  it("to a later time of a day that had its post, the day gets no second one", () => {
    const course: Course = { ...posted, rule: { ...NINE, hour: 15 } };
    expect(dueSlots(course, later(8 * HOUR)).post).toBeUndefined();
    expect(editions(upcomingSlots(course, later(2 * HOUR), 2))).toEqual(["2026-11-17", "2026-11-18"]);
  });

  it("to a later weekday of a week that had its post, the week gets no second one", () => {
    const last = { edition: "2026-W47", at: later(HOUR) };
    const course: Course = { zone: "Europe/Berlin", rule: weekly(5, 9), last };
    expect(dueSlots(course, later(4 * DAY + 2 * HOUR))).toEqual({ post: undefined, skip: [], last });
    expect(editions(upcomingSlots(course, later(2 * HOUR), 1))).toEqual(["2026-W48"]);
  });

  it("to a zone where the posted date is still to come, the date gets no second post", () => {
    const course: Course = { ...posted, zone: "America/Los_Angeles" };
    expect(dueSlots(course, later(11 * HOUR)).post).toBeUndefined();
    expect(editions(upcomingSlots(course, later(2 * HOUR), 1))).toEqual(["2026-11-17"]);
  });

  it("to a time that has passed today, today's is posted late or marked, not forgotten", () => {
    const course = begun({ zone: "Europe/Berlin", rule: NINE });
    const earlier: Course = { ...course, rule: { ...NINE, hour: 4 } };
    expect(dueSlots(earlier, MONDAY)).toMatchObject({ post: { edition: "2026-11-16" }, skip: [] });
    expect(dueSlots({ ...course, zone: "Asia/Tokyo" }, MONDAY)).toMatchObject({
      post: undefined,
      skip: [{ edition: "2026-11-16" }],
    });
  });

  it("to a weekday that is over, the week is marked and the next one comes", () => {
    const course = begun({ zone: "Europe/Berlin", rule: weekly(5, 9) });
    const wednesday = later(2 * DAY);
    const monday: Course = { ...course, rule: weekly(1, 9) };
    expect(dueSlots(monday, wednesday)).toMatchObject({ post: undefined, skip: [{ edition: "2026-W47" }] });
    expect(editions(upcomingSlots(monday, wednesday, 1))).toEqual(["2026-W48"]);
  });

  it("from weekly to daily and back, no day or week gets a second post", () => {
    const weeklyPost = { edition: "2026-W47", at: later(HOUR) };
    const daily: Course = { zone: "Europe/Berlin", rule: { ...NINE, hour: 15 }, last: weeklyPost };
    expect(editions(upcomingSlots(daily, later(2 * HOUR), 2))).toEqual(["2026-11-17", "2026-11-18"]);
    expect(dueSlots(daily, later(DAY + 8 * HOUR)).post?.edition).toBe("2026-11-17");
    expect(editions(upcomingSlots({ ...posted, rule: weekly(5, 9) }, later(2 * HOUR), 2))).toEqual([
      "2026-W48",
      "2026-W49",
    ]);
  });
});

describe("after a pause", () => {
  const course: Course = { zone: "Europe/Berlin", rule: NINE, last: { edition: "2026-11-16", at: later(HOUR) } };

  it("what came round meanwhile is over", () => {
    const resumed = { ...course, last: lastAsOf(later(3 * DAY + 2 * HOUR), course, course.last) };
    expect(resumed.last.edition).toBe("2026-11-19");
    expect(dueSlots(resumed, later(3 * DAY + 2 * HOUR))).toMatchObject({ post: undefined, skip: [] });
  });

  it("what was posted before it is not posted again, whatever the time is now", () => {
    const evening = { ...course, rule: { ...NINE, hour: 20 } };
    const last = lastAsOf(later(2 * HOUR), evening, course.last);
    expect(last).toEqual(course.last);
    expect(editions(upcomingSlots({ ...evening, last }, later(2 * HOUR), 1))).toEqual(["2026-11-17"]);
  });
});

describe("a clock that jumps", () => {
  it("back over the slot does not post it again", () => {
    const course = begun({ zone: "Europe/Berlin", rule: NINE });
    const [sent] = run(
      course,
      [HOUR + MINUTE, HOUR - 4 * MINUTE, HOUR, HOUR + MINUTE].map((ms) => later(ms)),
    );
    expect(editions(sent)).toEqual(["2026-11-16"]);
  });

  it("forward and back leaves out no later slot", () => {
    const course = begun({ zone: "Europe/Berlin", rule: NINE });
    const [sent, skipped] = run(
      course,
      [HOUR - 5 * MINUTE, HOUR, HOUR - 5 * MINUTE, DAY + HOUR - MINUTE, DAY + HOUR].map((ms) => later(ms)),
    );
    expect([editions(sent), skipped]).toEqual([["2026-11-16", "2026-11-17"], []]);
  });
});

describe("whatever happens", () => {
  const hours = fc.integer({ min: 0, max: 23 });
  const rules = {
    daily: fc.record({ kind: fc.constant("daily" as const), hour: hours, minute: fc.constantFrom(0, 30, 59) }),
    weekly: fc.record({
      kind: fc.constant("weekly" as const),
      weekday: fc.constantFrom(1, 2, 3, 4, 5, 6, 7),
      hour: hours,
      minute: fc.constantFrom(0, 30, 59),
    }),
  };
  /** Usual ticks, outages of up to ten days, clocks set back, and in some steps another zone and rule. */
  const stepsBy = (rule: fc.Arbitrary<Rule>) =>
    fc.array(
      fc.record({
        ms: fc.oneof(
          { weight: 3, arbitrary: fc.constant(20_000) },
          { weight: 6, arbitrary: fc.integer({ min: HOUR, max: 9 * HOUR }) },
          { weight: 1, arbitrary: fc.integer({ min: 0, max: 10 * DAY }) },
          { weight: 1, arbitrary: fc.integer({ min: -2 * DAY, max: 0 }) },
        ),
        change: fc.option(fc.record({ zone: fc.constantFrom(...ZONES), rule }), { freq: 9, nil: undefined }),
      }),
      { minLength: 40, maxLength: 80 },
    );

  it.each(["daily", "weekly"] as const)("each edition is settled once, in order, none left out: %s", (kind) => {
    let posts = 0;
    let skips = 0;
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), rules[kind], stepsBy(rules[kind]), (zone, rule, steps) => {
        let course = begun({ zone, rule });
        let now = MONDAY;
        const settled = [course.last.edition];
        for (const { ms, change } of steps) {
          now = later(ms, now);
          course = { ...course, ...change };
          const due = dueSlots(course, now);
          for (const slot of due.skip) expect(slot.at <= now).toBe(true);
          if (due.post) {
            const age = now.getTime() - due.post.at.getTime();
            expect(age >= 0 && age <= CATCH_UP_MS).toBe(true);
          }
          const [promised] = upcomingSlots({ ...course, last: due.last }, now, 1);
          expect(promised && promised.at > now && promised.edition > due.last.edition).toBe(true);
          settled.push(...editions(due.skip), ...editions(due.post ? [due.post] : []));
          posts += due.post ? 1 : 0;
          skips += due.skip.length;
          course = { ...course, last: due.last };
        }
        expect(settled).toEqual(editionsFrom(kind, settled[0] ?? "", course.last.edition));
      }),
      { seed: SEED, numRuns: 120 },
    );
    expect(posts).toBeGreaterThan(50);
    expect(skips).toBeGreaterThan(50);
  });
});

describe("ten thousand schedules due in the same minute", () => {
  it("are each posted once", () => {
    const courses = Array.from({ length: 10_000 }, (_, i): Course => {
      const rule: Rule = i % 2 === 0 ? NINE : weekly(1, 9);
      return begun({ zone: i % 3 === 0 ? "Europe/Berlin" : "Africa/Lagos", rule });
    });
    const before = process.cpuUsage();
    const due = courses.map((course) => dueSlots(course, later(HOUR)));
    const { user, system } = process.cpuUsage(before);
    process.stdout.write(
      `what is due of ${due.length} schedules: ${Math.round((user + system) / 1_000)} ms of a core\n`,
    );
    expect(due.filter(({ post, skip }) => post && skip.length === 0)).toHaveLength(10_000);
  });
});

function begun(schedule: Schedule): Course {
  return { ...schedule, last: lastAsOf(MONDAY, schedule) };
}

/** One tick after the other, at these times. */
function run(course: Course, times: readonly Date[]): [sent: Slot[], skipped: Slot[]] {
  const sent: Slot[] = [];
  const skipped: Slot[] = [];
  let { last } = course;
  for (const now of times) {
    const due = dueSlots({ ...course, last }, now);
    if (due.post) sent.push(due.post);
    skipped.push(...due.skip);
    last = due.last;
  }
  return [sent, skipped];
}

function editions(slots: readonly Slot[]): string[] {
  return slots.map(({ edition }) => edition);
}
