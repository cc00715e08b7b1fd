import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createGeminiModel } from "#src/ai/gemini.ts";
import { createInsights, type Insights } from "#src/coach/insights/insights.ts";
import { createResumes } from "#src/coach/resume/resumes.ts";
import { UserError } from "#src/words/errors.ts";
import { dataOf } from "../../ai/well-behaved.ts";
import { startTestDatabase, type TestDatabase } from "../../house/database.ts";
import { type GeminiServer, gemini, startGeminiServer } from "../../servers/gemini.ts";
import { goodAnswer } from "./estimates.ts";

const MODEL = "gemini-3.8-flash";
const KEY = "tech-software-development";
const HOUR = 3_600_000;
const WEEK = 7 * 24 * HOUR;

let database: TestDatabase;
let server: GeminiServer;
let now: Date;
let stop: AbortController;

beforeAll(async () => {
  [database, server] = await Promise.all([startTestDatabase(), startGeminiServer()]);
});
afterAll(async () => {
  expect(server.violations).toEqual([]);
  await database.stop();
  await server.stop();
});
beforeEach(async () => {
  now = new Date("2026-11-22T08:00:00Z");
  stop = new AbortController();
  server.answers(goodAnswer);
  await database.db.insightSnapshot.deleteMany();
  await database.db.insightFailure.deleteMany();
  await database.db.industryInsight.deleteMany();
});

/** One process: with the real client, or without a model. */
function coach({ hosted = true } = {}): Insights {
  const model = createGeminiModel({
    apiKey: server.apiKey,
    model: MODEL,
    apiUrl: server.url,
    observe: { called() {} },
    times: { call: 5_000, task: 10_000, backOff: 5, open: 1 },
  });
  const { db } = database;
  const settings = { db, resumes: createResumes(db), clock: () => now, stopping: stop.signal };
  return createInsights({ ...settings, model: hosted ? model : undefined });
}

const later = (milliseconds: number) => {
  now = new Date(now.getTime() + milliseconds);
};
const row = () => database.db.industryInsight.findUniqueOrThrow({ where: { industry: KEY } });
const snapshots = () => database.db.insightSnapshot.findMany({ where: { industry: KEY }, orderBy: { takenAt: "asc" } });
const medians = ({ salaryRanges }: Awaited<ReturnType<typeof row>>) =>
  (salaryRanges as unknown as { role: string; median: number }[]).map(({ role, median }) => [role, median]);

describe("a refresh with a model", () => {
  it("puts the estimate into IndustryInsight, keeps a snapshot and comes again in a week", async () => {
    expect(await coach().refresh(KEY)).toEqual({ kind: "refreshed", source: MODEL, borderline: [] });
    const saved = await row();
    expect(medians(saved)[0]).toEqual(["Backend Developer", 132_000]);
    expect(saved).toMatchObject({ growthRate: 14.3, demandLevel: "High", marketOutlook: "Positive" });
    expect(saved.lastUpdated).toEqual(now);
    expect(saved.nextUpdate).toEqual(new Date(now.getTime() + WEEK));
    const [snapshot, ...others] = await snapshots();
    expect(others).toEqual([]);
    expect(snapshot).toMatchObject({ source: MODEL, takenAt: now, figures: { currency: "USD", borderline: [] } });
  });

  it("sends the industry, the specialisation, the country and the currency, and nothing of a person", async () => {
    await coach().refresh(KEY);
    const asked = server.journal.at(-1) ?? expect.fail();
    expect(dataOf(asked)).toEqual({
      industry: "Technology",
      specialisation: "Software Development",
      country: "United States",
      currency: "USD",
    });
  });

  it("does nothing before its time, and keeps every snapshot when it comes", async () => {
    await coach().refresh(KEY);
    later(WEEK - 1);
    expect(await coach().refresh(KEY)).toEqual({ kind: "not-due" });
    later(1);
    expect((await coach().refresh(KEY)).kind).toBe("refreshed");
    expect((await snapshots()).map(({ takenAt }) => takenAt)).toEqual([new Date(now.getTime() - WEEK), now]);
  });

  it("runs once when twenty ask at the same time", async () => {
    const before = server.journal.length;
    const results = await Promise.all(Array.from({ length: 20 }, () => coach().refresh(KEY)));
    expect(results.filter(({ kind }) => kind === "refreshed")).toHaveLength(1);
    expect(results.filter(({ kind }) => kind === "not-due")).toHaveLength(19);
    expect(server.journal.length - before).toBe(1);
    expect(await snapshots()).toHaveLength(1);
  });

  it("writes nothing when somebody else took over from a process that was away for long", async () => {
    const answer = Promise.withResolvers<unknown>();
    const asked = Promise.withResolvers<void>();
    server.answers(() => {
      asked.resolve();
      return answer.promise;
    });
    const slow = coach().refresh(KEY);
    await asked.promise;
    later(6 * 60_000);
    expect(await coach({ hosted: false }).refresh(KEY)).toMatchObject({ kind: "refreshed", source: "official" });
    answer.resolve(goodAnswer());
    expect(await slow).toEqual({ kind: "not-due" });
    expect((await snapshots()).map(({ source }) => source)).toEqual(["official"]);
  });

  it("is free again at once when the process stops", async () => {
    const asked = Promise.withResolvers<void>();
    server.answers(() => {
      asked.resolve();
      return gemini.hang();
    });
    const refreshed = coach().refresh(KEY);
    await asked.promise;
    stop.abort();
    expect(await refreshed).toEqual({ kind: "kept", problem: "stopped", nextUpdate: now });
    expect(await database.db.insightFailure.count()).toBe(0);
    stop = new AbortController();
    server.answers(goodAnswer);
    expect((await coach().refresh(KEY)).kind).toBe("refreshed");
  });
});

type Answer = ReturnType<typeof goodAnswer>;
const changed = (change: (answer: Answer) => unknown) => () => {
  const answer = goodAnswer();
  return change(answer) ?? answer;
};
const role = (over: Partial<Answer["roles"][number]>) =>
  changed((answer) => ({ ...answer, roles: answer.roles.map((one, at) => (at === 0 ? { ...one, ...over } : one)) }));

describe("a refresh that gives nothing usable", () => {
  const unusable: [string, () => unknown][] = [
    ["with four roles", changed((answer) => ({ ...answer, roles: answer.roles.slice(0, 4) }))],
    ["with four skills", changed((answer) => ({ ...answer, topSkills: answer.topSkills.slice(0, 4) }))],
    ["with four trends", changed((answer) => ({ ...answer, trends: answer.trends.slice(0, 4) }))],
    ["with one role twice", role({ role: "QA Engineer" })],
    ["whose median is above its maximum", role({ median: 206_000 })],
    ["whose minimum is above its median", role({ min: 133_000 })],
    ["in two currencies", role({ currency: "EUR" })],
    ["with a negative pay", role({ min: -1 })],
    ["with words in the place of a number", role({ min: "much" as never })],
    ["with another level of demand", changed((answer) => ({ ...answer, demand: "Huge" }))],
    [
      "with a link",
      changed((answer) => ({ ...answer, trends: [...answer.trends, "See https://jobs.example.com now"] })),
    ],
    ["with a mention", changed((answer) => ({ ...answer, topSkills: [...answer.topSkills, "@everyone"] }))],
    ["that is empty", () => ({})],
    ["that is a list", () => []],
  ];
  it.each(unusable)("refuses an answer %s, after asking once more", async (_, answer) => {
    const before = server.journal.length;
    server.answers(answer);
    expect(await coach().refresh(KEY)).toMatchObject({ kind: "kept", problem: "model-unavailable" });
    expect(server.journal.length - before).toBe(2);
    expect(await snapshots()).toEqual([]);
  });

  const outliers: [string, () => unknown, string][] = [
    ["pays a million", role({ max: 1_000_000 }), "refused: Backend Developer"],
    ["pays next to nothing", role({ min: 900 }), "refused: Backend Developer"],
    ["grows tenfold", changed((answer) => ({ ...answer, growthPercent: 400 })), "refused: growth"],
  ];
  it.each(outliers)("refuses an estimate that %s", async (_, answer, problem) => {
    server.answers(answer);
    expect(await coach().refresh(KEY)).toMatchObject({ kind: "kept", problem });
    expect(await snapshots()).toEqual([]);
  });

  it("takes what is at the edge and names it", async () => {
    server.answers(role({ min: 30_000, max: 400_000 }));
    expect(await coach().refresh(KEY)).toMatchObject({ kind: "refreshed", borderline: ["Backend Developer"] });
    expect((await snapshots())[0]).toMatchObject({ figures: { borderline: ["Backend Developer"] } });
  });

  it("keeps the last good figures, and waits longer after each failure, a day at most", async () => {
    await coach().refresh(KEY);
    const good = medians(await row());
    later(WEEK);
    server.answers(() => gemini.overloaded());
    const pauses: number[] = [];
    for (let failure = 0; failure < 7; failure += 1) {
      const kept = await coach().refresh(KEY);
      if (kept.kind !== "kept") expect.fail();
      expect(await coach().refresh(KEY)).toEqual({ kind: "not-due" });
      const pause = kept.nextUpdate.getTime() - now.getTime();
      expect((await row()).nextUpdate).toEqual(kept.nextUpdate);
      pauses.push(pause / HOUR);
      later(pause);
    }
    expect(pauses).toEqual([1, 2, 4, 8, 16, 24, 24]);
    expect(medians(await row())).toEqual(good);
    expect(await snapshots()).toHaveLength(1);
    server.answers(goodAnswer);
    expect((await coach().refresh(KEY)).kind).toBe("refreshed");
    expect(await database.db.insightFailure.count()).toBe(0);
  });
});

describe("a refresh without a model", () => {
  it("takes the official figures, for an industry as for its parts", async () => {
    const insights = coach({ hosted: false });
    expect(await insights.refresh(KEY)).toEqual({ kind: "refreshed", source: "official", borderline: [] });
    await insights.refresh("tech");
    expect(medians(await row())[0]).toEqual(["Software Developers", 135_980]);
    expect(await database.db.insightSnapshot.count()).toBe(2);
  });

  it("refuses an industry that is none", async () => {
    const refused = await coach()
      .refresh("tech-alchemy")
      .catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(UserError);
    expect(await database.db.industryInsight.count()).toBe(0);
  });
});

describe("the refreshes that are due", () => {
  it("are those of industries that somebody uses and that we know", async () => {
    const { db } = database;
    const without = coach({ hosted: false });
    for (const industry of [KEY, "retail-retail-technology", "retail-e-commerce-platforms"])
      await without.refresh(industry);
    await db.industryInsight.create({
      data: {
        industry: "written-elsewhere",
        salaryRanges: [],
        growthRate: 0,
        demandLevel: "Low",
        topSkills: [],
        marketOutlook: "Neutral",
        keyTrends: [],
        recommendedSkills: [],
        nextUpdate: new Date(0),
      },
    });
    for (const industry of [KEY, "retail-retail-technology", "written-elsewhere"]) {
      await db.user.create({ data: { name: industry, industry } });
    }
    const before = await db.insightSnapshot.count();
    const broken: unknown[] = [];
    await without.refreshDue((error) => broken.push(error));
    expect(await db.insightSnapshot.count()).toBe(before);
    later(WEEK);
    await without.refreshDue((error) => broken.push(error));
    const taken = await db.insightSnapshot.findMany({ where: { takenAt: now }, select: { industry: true } });
    expect(taken.map(({ industry }) => industry).sort()).toEqual(["retail-retail-technology", KEY].sort());
    expect(broken).toEqual([]);
    await db.user.deleteMany({ where: { industry: { not: null } } });
  });
});
