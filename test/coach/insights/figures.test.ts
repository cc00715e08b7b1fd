import { describe, expect, it } from "vitest";
import { judge } from "#src/coach/insights/bounds.ts";
import { changesBetween } from "#src/coach/insights/changes.ts";
import { columnsOf, type Figures, figuresShape } from "#src/coach/insights/figures.ts";
import { officialFigures, officialInsight, officialOccupations } from "#src/coach/insights/official.ts";
import { skillsHeld } from "#src/coach/insights/own-skills.ts";
import { findSubject, SUBJECTS, suggestSubjects } from "#src/coach/insights/subjects.ts";
import type { InsightEstimate } from "#src/coach/model.ts";
import { INDUSTRIES } from "#src/coach/profile/industries.ts";
import { parseResume } from "#src/documents/resume-markdown.ts";

const MONDAY = new Date("2026-11-16T08:00:00Z");
const NEXT = new Date("2026-11-23T08:00:00Z");

const between = (before: Partial<Figures>, now: Partial<Figures>) => {
  const figures = officialFigures("tech");
  return changesBetween(
    { takenAt: MONDAY, figures: { ...figures, ...before } },
    { takenAt: NEXT, figures: { ...figures, ...now } },
  );
};

const pay = (role: string, median: number) => ({ role, min: median / 2, median, max: median * 2, location: "Here" });

describe("official figures", () => {
  it.each(INDUSTRIES.map(({ id }) => id))("of %s are whole, and a model's bounds hold for them too", (id) => {
    const figures = officialFigures(id);
    expect(figuresShape.parse(figures)).toEqual(figures);
    expect(officialInsight(id)).toEqual(columnsOf(figures));
    expect(judge(figures, officialOccupations(id))).toEqual({ outliers: [], borderline: [] });
  });

  it("are none of an unknown industry", () => {
    expect(() => officialFigures("alchemy")).toThrow("alchemy");
  });
});

describe("the bounds of an estimate", () => {
  // Of tech the lowest 10th percentile is 40,980, the highest 90th 297,510, growth from -4.2 to 33.5 %.
  const judged = (range: { min: number; max: number }, growthRate = 10) => {
    const salaryRanges = [{ role: "Developer", median: range.min, ...range }];
    return judge({ salaryRanges, growthRate } as unknown as InsightEstimate, officialOccupations("tech"));
  };
  it.each([
    ["inside", { min: 41_000, max: 297_000 }, 10, [], []],
    ["a little below", { min: 32_800, max: 90_000 }, 10, [], []],
    ["below", { min: 32_700, max: 90_000 }, 10, [], ["Developer"]],
    ["far below", { min: 20_400, max: 90_000 }, 10, ["Developer"], []],
    ["a little above", { min: 41_000, max: 371_000 }, 10, [], []],
    ["above", { min: 41_000, max: 372_000 }, 10, [], ["Developer"]],
    ["far above", { min: 41_000, max: 595_100 }, 10, ["Developer"], []],
    ["faster than the fastest", { min: 41_000, max: 90_000 }, 34, [], ["growth"]],
    ["far faster", { min: 41_000, max: 90_000 }, 53.6, ["growth"], []],
    ["slower than the slowest", { min: 41_000, max: 90_000 }, -4.3, [], ["growth"]],
    ["far slower", { min: 41_000, max: 90_000 }, -24.3, ["growth"], []],
  ])("tell what is %s", (_, range, growth, outliers, borderline) => {
    expect(judged(range, growth)).toEqual({ outliers, borderline });
  });
});

describe("what changed between two weeks", () => {
  it("is nothing where the figures are the same", () => {
    expect(between({}, {})).toEqual({
      from: MONDAY,
      to: NEXT,
      medians: [],
      rolesIn: [],
      rolesOut: [],
      growth: undefined,
      demand: undefined,
      outlook: undefined,
      skillsIn: [],
      skillsOut: [],
      wagePeriod: undefined,
      currency: "USD",
    });
  });

  it("is told of each role by its name, whatever its place and its capitals", () => {
    const changes = between(
      { salaryRanges: [pay("Baker", 40_000), pay("Cook", 30_000), pay("Waiter", 20_000)] },
      { salaryRanges: [pay("Cook", 29_000), pay("BAKER", 41_000), pay("Host", 25_000)] },
    );
    expect(changes.medians).toEqual([
      { role: "Cook", before: 30_000, now: 29_000, percent: -3.3 },
      { role: "BAKER", before: 40_000, now: 41_000, percent: 2.5 },
    ]);
    expect([changes.rolesIn, changes.rolesOut]).toEqual([["Host"], ["Waiter"]]);
  });

  it("compares no pay in two currencies", () => {
    const ranges = { salaryRanges: [pay("Baker", 40_000)] };
    const changes = between({ ...ranges, currency: "EUR" }, ranges);
    expect([changes.medians, changes.rolesIn, changes.rolesOut]).toEqual([[], ["Baker"], ["Baker"]]);
  });

  it("names the levels, the skills and the period that changed", () => {
    const periods = officialFigures("tech").periods;
    const changes = between(
      { growthRate: 5, demandLevel: "Low", marketOutlook: "Negative", topSkills: ["A", "b"], periods },
      { growthRate: 5.5, topSkills: ["B", "C"], periods: { ...periods, wages: "May 2026" } },
    );
    expect(changes).toMatchObject({
      growth: { before: 5, now: 5.5 },
      demand: { before: "Low", now: "High" },
      outlook: { before: "Negative", now: "Positive" },
      skillsIn: ["C"],
      skillsOut: ["A"],
      wagePeriod: { before: "May 2025", now: "May 2026" },
    });
  });
});

describe("a person's own skills", () => {
  const held = async (wanted: readonly string[], skills: readonly string[], resume = "") => [
    ...(await skillsHeld(wanted, { skills, document: parseResume(resume).document })),
  ];

  it("are found under other names, in the profile and in the resume", async () => {
    const wanted = ["JavaScript", "Structured query language SQL", "Microsoft Azure software", "Welding"];
    expect(await held(wanted, ["js", "azure"])).toEqual(["JavaScript", "Microsoft Azure software"]);
    expect(await held(wanted, [], "# A\n\n## Skills\n\n- SQL, welding\n")).toEqual([
      "Structured query language SQL",
      "Welding",
    ]);
  });

  it("are not found in words that only look alike", async () => {
    expect(await held(["C", "Java", "Speaking"], ["C++", "JavaScript"])).toEqual([]);
    const resume =
      "# A\n\n## Experience\n\n### Acme\n\n#### Clerk | 2020 – Present\n\n- Generally speaking, did well\n";
    expect(await held(["Speaking"], [], resume)).toEqual([]);
  });
});

describe("what somebody may type for an industry", () => {
  it("is every key, and every name of its own", () => {
    expect(SUBJECTS).toHaveLength(15 + 15 * 13);
    for (const { key, name } of SUBJECTS) {
      expect(findSubject(key).key).toBe(key);
      expect(findSubject(name.toUpperCase()).key).toBe(key);
      expect(name.length).toBeLessThanOrEqual(100);
      expect(suggestSubjects(name, 25).map((subject) => subject.key)).toContain(key);
    }
  });

  it("is half of an industry's name, unless one of its specialisations is called so", () => {
    expect(findSubject("Healthcare").name).toBe("Healthcare & Life Sciences");
    expect(findSubject("logistics").name).toBe("Transportation & Logistics");
    expect(findSubject("Tourism").name).toBe("Tourism (Hospitality & Tourism)");
    expect(() => findSubject("Health")).toThrow("insight-unknown");
  });
});
