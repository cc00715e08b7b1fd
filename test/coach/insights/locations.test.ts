import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createGeminiModel } from "#src/ai/gemini.ts";
import { type Asker, PER_DAY } from "#src/coach/insights/allowance.ts";
import { type Country, countryOf } from "#src/coach/insights/countries.ts";
import { createInsights, type Insights } from "#src/coach/insights/insights.ts";
import { createResumes } from "#src/coach/resume/resumes.ts";
import { type Database, openDatabase } from "#src/db/client.ts";
import { dataOf } from "../../ai/well-behaved.ts";
import {
  hasServer,
  PATIENCE_MS,
  startServerDatabase,
  startTestDatabase,
  type TestDatabase,
} from "../../house/database.ts";
import { type GeminiServer, gemini, startGeminiServer } from "../../servers/gemini.ts";
import { goodAnswer, inEuros } from "./estimates.ts";

const MODEL = "gemini-3.8-flash";
const HOUR = 3_600_000;
const WEEK = 7 * 24 * HOUR;
const GERMANY = countryOf("DE") as Country;
const FRANCE = countryOf("FR") as Country;

let database: TestDatabase;
let db: Database;
let server: GeminiServer;
let now: Date;
let stop: AbortController;
let asker: Asker;

beforeAll(async () => {
  [database, server] = await Promise.all([startTestDatabase(), startGeminiServer()]);
  db = database.db;
});
afterAll(async () => {
  expect(server.violations).toEqual([]);
  await database.stop();
  await server.stop();
});
beforeEach(async () => {
  now = new Date("2026-11-22T08:00:00Z");
  stop = new AbortController();
  server.answers(() => inEuros());
  await db.insightSnapshot.deleteMany();
  await db.locationInsight.deleteMany();
  await db.estimateRequest.deleteMany();
  await db.industryInsight.deleteMany();
  asker = await somebody();
});

async function somebody(workspaceId = "W1", at = db): Promise<Asker> {
  const { id } = await at.user.create({ data: { id: randomUUID(), name: "Ada" } });
  return { userId: id, platform: "slack", workspaceId };
}

/** One process: with the real client, or without a model. */
function coach({ hosted = true, patienceMs = 10_000, at = db } = {}): Insights {
  const model = createGeminiModel({
    apiKey: server.apiKey,
    model: MODEL,
    apiUrl: server.url,
    observe: { called() {} },
    times: { call: 5_000, task: 10_000, backOff: 5, open: 1 },
  });
  const settings = { db: at, resumes: createResumes(at), clock: () => now, stopping: stop.signal, patienceMs };
  return createInsights({ ...settings, model: hosted ? model : undefined });
}

interface Ask {
  readonly industry?: string;
  readonly country?: Country;
  readonly by?: Asker;
  readonly waiting?: () => void;
}

const ask = (insights: Insights, { industry = "tech", country = GERMANY, by = asker, waiting = () => {} }: Ask = {}) =>
  insights.compareWith(by, { industry, country }, waiting);
const later = (milliseconds: number) => {
  now = new Date(now.getTime() + milliseconds);
};
const calls = async (during: () => Promise<unknown>) => {
  const before = server.journal.length;
  await during();
  return server.journal.length - before;
};

describe("an estimate for another country", () => {
  it("is asked for once, with the country and its currency and nothing of a person, and kept for a week", async () => {
    let waits = 0;
    const waiting = () => {
      waits += 1;
    };
    const made = await ask(coach(), { industry: "tech-software-development", waiting });
    expect(made).toMatchObject({
      country: GERMANY,
      estimate: { model: MODEL, takenAt: now, figures: { currency: "EUR" } },
      state: { kind: "fresh", allowance: { person: PER_DAY.person - 1, community: PER_DAY.community - 1 } },
      home: { official: { currency: "USD" }, estimate: undefined },
    });
    expect(made.estimate?.figures.salaryRanges[0]).toMatchObject({ median: 78_000, location: "Germany" });
    expect(waits).toBe(1);
    expect(dataOf(server.journal.at(-1) ?? expect.fail())).toEqual({
      industry: "Technology",
      specialisation: "Software Development",
      country: "Germany",
      currency: "EUR",
    });
    later(WEEK - 1);
    const again = { industry: "tech-software-development", waiting, by: await somebody("W2") };
    expect(await calls(async () => ask(coach(), again))).toBe(0);
    expect((await ask(coach(), again)).state).toEqual({ kind: "fresh", allowance: undefined });
    expect(waits).toBe(1);
    later(1);
    expect(await calls(() => ask(coach(), again))).toBe(1);
    expect(await db.insightSnapshot.findMany({ select: { location: true } })).toEqual([
      { location: "DE" },
      { location: "DE" },
    ]);
  });

  it("does not stand in the way of what is about the United States", async () => {
    server.answers(goodAnswer);
    await coach().refresh("tech");
    later(HOUR);
    server.answers(() => inEuros());
    await ask(coach());
    const seen = await coach().look("tech");
    expect(seen.estimate?.figures.currency).toBe("USD");
    expect(seen.changes).toBeUndefined();
    later(WEEK);
    await db.user.update({ where: { id: asker.userId }, data: { industry: "tech" } });
    server.answers(goodAnswer);
    expect(await calls(() => coach().refreshDue((error) => expect.fail(String(error))))).toBe(1);
    expect((await coach().look("tech")).changes).toMatchObject({ currency: "USD", medians: [] });
    expect(dataOf(server.journal.at(-1) ?? expect.fail())).toMatchObject({ country: "United States" });
  });

  it("is made once when ten ask in several processes, and all get it", async () => {
    const answer = Promise.withResolvers<unknown>();
    server.answers(() => answer.promise);
    const made = calls(async () => {
      const asked = Array.from({ length: 10 }, async (_, n) => ask(coach(), { by: await somebody(`W${n}`) }));
      await expect.poll(() => db.locationInsight.count({ where: { claimedUntil: { not: null } } })).toBe(1);
      answer.resolve(inEuros());
      const all = await Promise.all(asked);
      expect(all.map(({ state, estimate }) => [state.kind, estimate?.figures.currency])).toEqual(
        Array.from({ length: 10 }, () => ["fresh", "EUR"]),
      );
      // Whoever waited has caused no call.
      expect(all.filter(({ state }) => state.kind === "fresh" && state.allowance)).toHaveLength(1);
    });
    expect(await made).toBe(1);
    expect(await db.estimateRequest.count()).toBe(1);
    expect(await db.insightSnapshot.count()).toBe(1);
  });

  it("is said to be in the making to whoever has waited long enough", async () => {
    const answer = Promise.withResolvers<unknown>();
    const asked = Promise.withResolvers<void>();
    server.answers(() => {
      asked.resolve();
      return answer.promise;
    });
    const first = ask(coach());
    await asked.promise;
    const other = await ask(coach({ patienceMs: 0 }), { by: await somebody() });
    expect(other).toMatchObject({ estimate: undefined, state: { kind: "being-made" } });
    answer.resolve(inEuros());
    expect((await first).state.kind).toBe("fresh");
  });

  it("is made by somebody else when its maker has died", async () => {
    await db.locationInsight.create({
      data: { industry: "tech", location: "DE", nextUpdate: now, claimedUntil: new Date(now.getTime() + 90_000) },
    });
    expect((await ask(coach({ patienceMs: 0 }))).state.kind).toBe("being-made");
    later(90_000);
    expect((await ask(coach())).state.kind).toBe("fresh");
  });

  it("is free again at once, and counts for nobody, when the process stops", async () => {
    const asked = Promise.withResolvers<void>();
    server.answers(() => {
      asked.resolve();
      return gemini.hang();
    });
    const given = ask(coach());
    await asked.promise;
    stop.abort();
    expect((await given).state).toMatchObject({ kind: "failed", problem: "stopped" });
    expect(await db.estimateRequest.count()).toBe(0);
    stop = new AbortController();
    server.answers(() => inEuros());
    expect((await ask(coach())).state.kind).toBe("fresh");
  });
});

describe("an estimate for another country that fails", () => {
  it("leaves the last good one, and is not tried again before its time", async () => {
    await ask(coach());
    const made = now;
    later(WEEK);
    server.answers(() => gemini.overloaded());
    const pauses: number[] = [];
    for (let failure = 0; failure < 6; failure += 1) {
      const { state, estimate } = await ask(coach(), { by: await somebody(`F${failure}`) });
      if (state.kind !== "failed") expect.fail(state.kind);
      expect(state).toMatchObject({ problem: "model-unavailable", failedAt: now });
      expect(estimate?.takenAt).toEqual(made);
      expect(await calls(() => ask(coach()))).toBe(0);
      pauses.push((state.nextTry.getTime() - now.getTime()) / HOUR);
      now = state.nextTry;
    }
    expect(pauses).toEqual([1, 2, 4, 8, 16, 24]);
    server.answers(() => inEuros());
    expect(await ask(coach())).toMatchObject({ state: { kind: "fresh" }, estimate: { takenAt: now } });
    expect(await db.locationInsight.findMany()).toMatchObject([{ failures: 0, failedAt: null, problem: null }]);
  });

  type Answer = ReturnType<typeof inEuros>;
  const role = (over: object) => (answer: Answer) => ({
    ...answer,
    roles: answer.roles.map((one, at) => (at === 0 ? { ...one, ...over } : one)),
  });
  const refused: [string, (answer: Answer) => object, string][] = [
    ["with a role whose ends are far apart", role({ min: 3_000 }), "refused: Backend Developer"],
    ["with a month's pay among years'", role({ min: 4_000, median: 6_200, max: 8_500 }), "refused: Backend Developer"],
    [
      "with pay a hundred times that of others",
      role({ max: 9e6, median: 8e6, min: 7e6 }),
      "refused: Backend Developer",
    ],
    ["that grows tenfold", (answer) => ({ ...answer, growthPercent: 400 }), "refused: growth"],
    ["in another currency", () => goodAnswer(), "model-unavailable"],
    ["with one role in another currency", role({ currency: "USD" }), "model-unavailable"],
    ["whose median is above its maximum", role({ median: 300_000 }), "model-unavailable"],
    ["with four roles", (answer) => ({ ...answer, roles: answer.roles.slice(0, 4) }), "model-unavailable"],
  ];
  it.each(refused)("refuses an answer %s", async (_, change, problem) => {
    server.answers(() => change(inEuros()));
    expect(await ask(coach())).toMatchObject({ estimate: undefined, state: { kind: "failed", problem } });
    expect(await db.insightSnapshot.count()).toBe(0);
  });

  const edge: [string, (answer: Answer) => object, string][] = [
    ["a wide role", role({ min: 10_000, max: 130_000 }), "Backend Developer"],
    ["a role with one number", role({ min: 78_000, median: 78_000, max: 78_000 }), "Backend Developer"],
    ["a role far above the others", role({ min: 300_000, median: 350_000, max: 400_000 }), "Backend Developer"],
    ["fast growth", (answer) => ({ ...answer, growthPercent: 40 }), "growth"],
  ];
  it.each(edge)("takes %s and names it", async (_, change, name) => {
    server.answers(() => change(inEuros()));
    expect(await ask(coach())).toMatchObject({ estimate: { figures: { borderline: [name] } } });
  });

  it("takes pay with ten digits, as Iran writes it", async () => {
    server.answers(() => {
      const { roles, ...answer } = inEuros();
      const rials = (euros: number) => euros * 50_000;
      const inRials = ({ role: name, min, median, max }: Answer["roles"][number]) => ({
        role: name,
        min: rials(min),
        median: rials(median),
        max: rials(max),
        currency: "IRR",
      });
      return { ...answer, roles: roles.map(inRials) };
    });
    const { estimate } = await ask(coach(), { country: countryOf("IR") as Country });
    expect(estimate?.figures.salaryRanges[0]?.median).toBe(3_900_000_000);
  });

  it("says that there is no model, and shows what one has left", async () => {
    const without = coach({ hosted: false });
    expect(await ask(without)).toMatchObject({ estimate: undefined, state: { kind: "no-model" } });
    await ask(coach());
    expect((await ask(without)).state.kind).toBe("fresh");
    later(WEEK);
    expect(await ask(without)).toMatchObject({ estimate: { model: MODEL }, state: { kind: "no-model" } });
  });
});

describe("how many new estimates may be asked for", () => {
  const countries = ["DE", "FR", "ES", "IT", "NL", "BE", "AT", "PT"].map((code) => countryOf(code) as Country);

  it("is five a day for a person, wherever they ask, and begins again at midnight", async () => {
    for (const [n, country] of countries.slice(0, PER_DAY.person).entries()) {
      const { state } = await ask(coach(), { country, by: { ...asker, workspaceId: n % 2 ? "W1" : "" } });
      const community = n % 2 ? PER_DAY.community - (n + 1) / 2 : undefined;
      expect(state).toMatchObject({ kind: "fresh", allowance: { person: PER_DAY.person - n - 1, community } });
    }
    const [, , , , , sixth = expect.fail()] = countries;
    expect(await calls(() => ask(coach(), { country: sixth }))).toBe(0);
    const { state, others } = await ask(coach(), { country: sixth });
    expect(state).toMatchObject({
      kind: "used-up",
      allowance: { person: 0, resetsAt: new Date("2026-11-23T00:00:00Z") },
    });
    expect(others.map(({ code }) => code).sort()).toHaveLength(4);
    // What is there costs nothing, and others are not concerned.
    expect((await ask(coach(), { country: FRANCE })).state.kind).toBe("fresh");
    expect((await ask(coach(), { country: sixth, by: await somebody() })).state.kind).toBe("fresh");
    now = new Date("2026-11-23T00:00:00Z");
    const [, , , , , , seventh = expect.fail()] = countries;
    expect((await ask(coach(), { country: seventh })).state.kind).toBe("fresh");
  });

  it("is thirty a day for a community, however many of its people ask at once", async () => {
    await db.estimateRequest.createMany({
      data: Array.from({ length: PER_DAY.community - 2 }, () => ({ ...asker, workspaceId: "busy", askedAt: now })),
    });
    const people = await Promise.all(countries.map(() => somebody("busy")));
    const asked = await Promise.all(countries.map((country, n) => ask(coach(), { country, by: people[n] ?? asker })));
    const kinds = asked.map(({ state }) => state.kind);
    expect(kinds.filter((kind) => kind === "fresh")).toHaveLength(2);
    expect(kinds.filter((kind) => kind === "used-up")).toHaveLength(countries.length - 2);
    expect((await ask(coach(), { by: await somebody("other"), country: FRANCE })).state.kind).toBe("fresh");
  });

  it("counts a call that failed", async () => {
    server.answers(() => gemini.overloaded());
    for (const country of countries.slice(0, PER_DAY.person)) await ask(coach(), { country });
    expect((await ask(coach(), { country: countries[5] ?? GERMANY })).state.kind).toBe("used-up");
  });

  it("goes with the person", async () => {
    await ask(coach());
    await db.user.delete({ where: { id: asker.userId } });
    expect(await db.estimateRequest.count()).toBe(0);
  });
});

describe.skipIf(!hasServer)("four replicas over one PostgreSQL server", () => {
  it("make each estimate once and count each once", { timeout: 120_000 }, async () => {
    const { connectionString, stop } = await startServerDatabase();
    const replicas = Array.from({ length: 4 }, () => openDatabase({ connectionString, patienceMs: PATIENCE_MS }));
    try {
      const [first = expect.fail()] = replicas;
      const people = await Promise.all(Array.from({ length: 4 }, () => somebody("W1", first)));
      const countries = [GERMANY, FRANCE, countryOf("ES") as Country];
      const asked = countries.flatMap((country) =>
        replicas.map((at, n) => ask(coach({ at, patienceMs: 60_000 }), { country, by: people[n] ?? expect.fail() })),
      );
      let all: Awaited<(typeof asked)[number]>[] = [];
      expect(
        await calls(async () => {
          all = await Promise.all(asked);
        }),
      ).toBe(3);
      expect(all.map(({ state }) => state.kind)).toEqual(Array.from({ length: 12 }, () => "fresh"));
      expect(await first.estimateRequest.count()).toBe(3);
      expect(await first.insightSnapshot.count()).toBe(3);
    } finally {
      await Promise.all(replicas.map((at) => at.$disconnect()));
      await stop();
    }
  });
});
