import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createInsights } from "#src/coach/insights/insights.ts";
import type { Model } from "#src/coach/model.ts";
import { INDUSTRIES } from "#src/coach/profile/industries.ts";
import { createResumes } from "#src/coach/resume/resumes.ts";
import { type Database, openDatabase } from "#src/db/client.ts";
import { hasServer, PATIENCE_MS, startServerDatabase, type TestDatabase } from "../../house/database.ts";

describe.skipIf(!hasServer)("four replicas over one PostgreSQL server", () => {
  let database: TestDatabase;
  let databases: Database[];
  beforeAll(async () => {
    database = await startServerDatabase();
    databases = Array.from({ length: 4 }, () =>
      openDatabase({ connectionString: database.connectionString, patienceMs: PATIENCE_MS }),
    );
  }, 60_000);
  afterAll(async () => {
    await Promise.all(databases.map((db) => db.$disconnect()));
    await database.stop();
  });

  it("refresh each of twenty industries once, and count a failure once", { timeout: 60_000 }, async () => {
    const asked: string[] = [];
    // Only fails: what is counted here is who asks, not what is answered.
    const model: Model = {
      name: "counting",
      hosted: true,
      async run(_task, input) {
        asked.push(JSON.stringify(input));
        throw new Error("on purpose");
      },
    };
    const [first = expect.fail()] = databases;
    const keys = INDUSTRIES.flatMap(({ specialisations }) => specialisations.slice(0, 2).map(({ key }) => key)).slice(
      0,
      20,
    );
    const clock = () => new Date();
    const stopping = new AbortController().signal;
    const half = keys.slice(0, 10);
    const coaches = databases.map((db) => {
      const settings = { db, resumes: createResumes(db), clock, stopping };
      return {
        official: createInsights({ ...settings, model: undefined }),
        failing: createInsights({ ...settings, model }),
      };
    });
    const results = await Promise.allSettled(
      keys.flatMap((key) =>
        coaches.flatMap(({ official, failing }) => {
          const insights = half.includes(key) ? official : failing;
          return [insights.refresh(key), insights.refresh(key)];
        }),
      ),
    );
    const outcomes = results.map((result) => (result.status === "rejected" ? "threw" : result.value.kind));
    const count = (outcome: string) => outcomes.filter((one) => one === outcome).length;
    expect([count("refreshed"), count("threw"), count("not-due")]).toEqual([10, 10, 140]);
    expect(asked).toHaveLength(10);
    expect(await first.insightSnapshot.count()).toBe(10);
    expect((await first.insightFailure.findMany()).map(({ failures, problem }) => [failures, problem])).toEqual(
      Array.from({ length: 10 }, () => [1, "broken"]),
    );
  });
});
