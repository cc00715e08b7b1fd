import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nextSlots, type Rule, type Schedule, slotsBetween } from "#src/coach/schedule/slots.ts";
import { DAY, editionsFrom, HOUR, RULES, slotsByTheWallClock, ZONES } from "./wall-clock.ts";

const SEED = 47;

/** Each has at least 366 days. 2026 has a week 53, 2028 a 29 February, and Samoa left out 30 December 2011. */
const YEARS = [
  { name: "2026 and its week 53", from: "2025-12-20T00:00:00Z", days: 390 },
  { name: "the leap year 2028", from: "2027-12-20T00:00:00Z", days: 390 },
  { name: "2011 into 2012", from: "2011-06-20T00:00:00Z", days: 390 },
] as const;

const NINE: Rule = { kind: "daily", hour: 9, minute: 0 };
const sunday = (hour: number, minute: number): Rule => ({ kind: "weekly", weekday: 7, hour, minute });

describe.each(YEARS)("a schedule in $name", ({ from, days }) => {
  const start = new Date(from);
  const end = new Date(start.getTime() + days * DAY);

  it.each(ZONES)("has in %s the slots that the wall clock shows, by five rules", (zone) => {
    for (const rule of RULES) {
      expect(slotsBetween({ zone, rule }, start, end), zone).toEqual(slotsByTheWallClock({ zone, rule }, start, end));
    }
  });

  it.each(ZONES)("has in %s exactly one slot per day or week, in order", (zone) => {
    for (const rule of RULES) {
      const slots = slotsBetween({ zone, rule }, start, end);
      const editions = slots.map(({ edition }) => edition);
      const all = editionsFrom(rule.kind, editions.at(0) ?? "", editions.at(-1) ?? "");
      const lost = zone === "Pacific/Apia" && rule.kind === "daily" ? "2011-12-30" : undefined;
      expect(editions).toEqual(all.filter((edition) => edition !== lost));
      expect(editions.length).toBeGreaterThan(rule.kind === "daily" ? 366 : 52);
      expect(slots.every(({ at }, i) => i === 0 || at > (slots[i - 1]?.at ?? at))).toBe(true);
    }
  });
});

describe("a slot that the clock skips", () => {
  const gaps: readonly [string, Rule, string, string, string][] = [
    ["Berlin in spring", { ...NINE, hour: 2, minute: 30 }, "Europe/Berlin", "2025-03-30", "2025-03-30T01:00:00.000Z"],
    ["New York, weekly", sunday(2, 1), "America/New_York", "2025-W10", "2025-03-09T07:00:00.000Z"],
    ["half an hour", { ...NINE, hour: 2, minute: 15 }, "Australia/Lord_Howe", "2024-10-06", "2024-10-05T15:30:00.000Z"],
    ["Cairo at midnight", { ...NINE, hour: 0 }, "Africa/Cairo", "2025-04-25", "2025-04-24T22:00:00.000Z"],
    [
      "Nuuk until midnight",
      { ...NINE, hour: 23, minute: 59 },
      "America/Nuuk",
      "2025-03-29",
      "2025-03-30T01:00:00.000Z",
    ],
  ];

  it.each(gaps)("comes at the first instant after: %s", (_name, rule, zone, edition, at) => {
    expect(oneNear({ zone, rule }, at, edition)).toEqual([{ edition, at: new Date(at) }]);
  });

  it("is none on a day that the zone leaves out, and still one in its week", () => {
    const from = new Date("2011-12-26T00:00:00Z");
    const to = new Date("2012-01-01T00:00:00Z");
    const editions = slotsBetween({ zone: "Pacific/Apia", rule: NINE }, from, to).map(({ edition }) => edition);
    expect(editions).toEqual(["2011-12-26", "2011-12-27", "2011-12-28", "2011-12-29", "2011-12-31", "2012-01-01"]);
    const friday: Rule = { kind: "weekly", weekday: 5, hour: 9, minute: 0 };
    expect(slotsBetween({ zone: "Pacific/Apia", rule: friday }, from, to)).toEqual([
      { edition: "2011-W52", at: new Date("2011-12-30T10:00:00.000Z") },
    ]);
  });
});

describe("a slot that the clock shows twice", () => {
  const overlaps: readonly [string, Rule, string, string, string][] = [
    ["Berlin in autumn", { ...NINE, hour: 2, minute: 30 }, "Europe/Berlin", "2025-10-26", "2025-10-26T00:30:00.000Z"],
    ["New York, weekly", sunday(1, 0), "America/New_York", "2025-W44", "2025-11-02T05:00:00.000Z"],
    ["half an hour", { ...NINE, hour: 1, minute: 45 }, "Australia/Lord_Howe", "2025-04-06", "2025-04-05T14:45:00.000Z"],
    [
      "Cairo before midnight",
      { ...NINE, hour: 23, minute: 30 },
      "Africa/Cairo",
      "2025-10-30",
      "2025-10-30T20:30:00.000Z",
    ],
  ];

  it.each(overlaps)("comes the first time only: %s", (_name, rule, zone, edition, at) => {
    expect(oneNear({ zone, rule }, at, edition)).toEqual([{ edition, at: new Date(at) }]);
  });
});

describe("an edition", () => {
  const at = (edition: string, instant: string) => ({ edition, at: new Date(instant) });

  it("of a week has the week's own year", () => {
    const schedule: Schedule = { zone: "UTC", rule: sunday(12, 0) };
    const turn = (year: number) => new Date(Date.UTC(year, 11, 24));
    expect(nextSlots(schedule, turn(2026), 3)).toEqual([
      at("2026-W52", "2026-12-27T12:00:00Z"),
      at("2026-W53", "2027-01-03T12:00:00Z"),
      at("2027-W01", "2027-01-10T12:00:00Z"),
    ]);
    const monday: Schedule = { zone: "UTC", rule: { kind: "weekly", weekday: 1, hour: 12, minute: 0 } };
    expect(nextSlots(monday, turn(2024), 2)).toEqual([
      at("2025-W01", "2024-12-30T12:00:00Z"),
      at("2025-W02", "2025-01-06T12:00:00Z"),
    ]);
  });

  it("of a day is its date in the zone, on the leap day and at the turn of the year too", () => {
    const schedule: Schedule = { zone: "Pacific/Chatham", rule: NINE };
    expect(nextSlots(schedule, new Date("2028-02-28T00:00:00Z"), 2)).toEqual([
      at("2028-02-29", "2028-02-28T19:15:00Z"),
      at("2028-03-01", "2028-02-29T19:15:00Z"),
    ]);
    expect(nextSlots(schedule, new Date("2026-12-31T00:00:00Z"), 1)).toEqual([
      at("2027-01-01", "2026-12-31T19:15:00Z"),
    ]);
  });
});

describe("a window", () => {
  const first = new Date("2026-03-29T07:00:00Z");
  const second = new Date("2026-03-30T07:00:00Z");
  const schedule: Schedule = { zone: "Europe/Berlin", rule: NINE };

  it("is without its start and with its end, so that what is due at this very moment is due", () => {
    expect(slotsBetween(schedule, first, second)).toEqual([{ edition: "2026-03-30", at: second }]);
    expect(slotsBetween(schedule, second, second)).toEqual([]);
    expect(slotsBetween(schedule, second, first)).toEqual([]);
    expect(nextSlots(schedule, first, 1)).toEqual([{ edition: "2026-03-30", at: second }]);
    expect(nextSlots(schedule, first, 0)).toEqual([]);
  });

  it("cut anywhere gives each slot once, borders included", () => {
    fc.assert(
      fc.property(
        anySchedule(),
        anyInstant(),
        fc.array(fc.integer({ min: 0, max: 30 * 24 * 60 })),
        (some, start, cuts) => {
          const end = new Date(start.getTime() + 30 * DAY);
          const whole = slotsBetween(some, start, end);
          const borders = [start, ...cuts.map((cut) => new Date(start.getTime() + cut * 60_000)), end];
          borders.push(...whole.map(({ at: border }) => border));
          borders.sort((a, b) => a.getTime() - b.getTime());
          const parts = borders.flatMap((border, i) => slotsBetween(some, borders[i - 1] ?? border, border));
          expect(parts).toEqual(whole);
          expect(nextSlots(some, start, whole.length)).toEqual(whole);
        },
      ),
      { seed: SEED, numRuns: 150 },
    );
  });

  it("in any zone, month and minute since 1975 has the slots that the wall clock shows", () => {
    fc.assert(
      fc.property(anySchedule(), anyInstant(1975), (some, start) => {
        const end = new Date(start.getTime() + 45 * DAY);
        expect(slotsBetween(some, start, end)).toEqual(slotsByTheWallClock(some, start, end));
      }),
      { seed: SEED, numRuns: 200 },
    );
  });
});

describe("what is no schedule", () => {
  const now = new Date("2026-03-29T07:00:00Z");

  it("is a zone that nobody knows, the hour 24, or the minute 60", () => {
    expect(() => nextSlots({ zone: "Europe/Atlantis", rule: NINE }, now, 1)).toThrow(RangeError);
    expect(() => nextSlots({ zone: "UTC", rule: { ...NINE, hour: 24 } }, now, 1)).toThrow(RangeError);
    expect(() => nextSlots({ zone: "UTC", rule: { ...NINE, minute: 60 } }, now, 1)).toThrow(RangeError);
  });
});

describe("ten thousand schedules", () => {
  it("have a next slot each", () => {
    const now = new Date("2026-11-22T12:00:00Z");
    const schedules = Array.from({ length: 10_000 }, (_, i): Schedule => {
      const time = { hour: i % 24, minute: i % 60 };
      const weekday = ((i % 7) + 1) as 1 | 2 | 3 | 4 | 5 | 6 | 7;
      const zone = ZONES[i % ZONES.length] ?? "UTC";
      return { zone, rule: i % 2 === 0 ? { kind: "daily", ...time } : { kind: "weekly", weekday, ...time } };
    });
    const before = process.cpuUsage();
    const next = schedules.flatMap((schedule) => nextSlots(schedule, now, 1));
    const { user, system } = process.cpuUsage(before);
    process.stdout.write(
      `the next slots of ${next.length} schedules: ${Math.round((user + system) / 1_000)} ms of a core\n`,
    );
    expect(next.filter(({ at }) => at > now && at.getTime() <= now.getTime() + 7 * DAY + HOUR)).toHaveLength(10_000);
  });
});

function oneNear(schedule: Schedule, at: string, edition: string) {
  const instant = new Date(at).getTime();
  const near = slotsBetween(schedule, new Date(instant - 3 * DAY), new Date(instant + 3 * DAY));
  return near.filter((slot) => slot.edition === edition);
}

function anySchedule(): fc.Arbitrary<Schedule> {
  const time = { hour: fc.integer({ min: 0, max: 23 }), minute: fc.integer({ min: 0, max: 59 }) };
  const rule: fc.Arbitrary<Rule> = fc.oneof(
    fc.record({ kind: fc.constant("daily" as const), ...time }),
    fc.record({ kind: fc.constant("weekly" as const), weekday: fc.constantFrom(1, 2, 3, 4, 5, 6, 7), ...time }),
  );
  return fc.record({ zone: fc.constantFrom(...Intl.supportedValuesOf("timeZone")), rule });
}

function anyInstant(year = 2011): fc.Arbitrary<Date> {
  return fc.date({ min: new Date(Date.UTC(year, 0, 1)), max: new Date("2036-01-01T00:00:00Z"), noInvalidDate: true });
}
