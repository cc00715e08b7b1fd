import { strToU8 } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createImports, type Imports } from "#src/coach/resume/import/imports.ts";
import { createResumes, type Resumes } from "#src/coach/resume/resumes.ts";
import { type Database, openDatabase } from "#src/db/client.ts";
import { hasServer, PATIENCE_MS, startServerDatabase, type TestDatabase } from "../../house/database.ts";

const resume = (bullet: string): string =>
  `# Ana Souza\n\n- Email: ana@example.org\n\n## Experience\n\n### Charité\n\n#### Nurse | 2019 – 2021\n\n- ${bullet}\n`;

interface Replica {
  readonly db: Database;
  readonly resumes: Resumes;
  readonly imports: Imports;
}

describe.skipIf(!hasServer)("a proposal on two replicas", { timeout: 120_000 }, () => {
  let database: TestDatabase;
  let replicas: readonly [Replica, Replica];
  beforeAll(async () => {
    database = await startServerDatabase();
    const replica = (): Replica => {
      const db = openDatabase({ connectionString: database.connectionString, patienceMs: PATIENCE_MS });
      const resumes = createResumes(db);
      return { db, resumes, imports: createImports(db, resumes) };
    };
    replicas = [replica(), replica()];
  });
  afterAll(async () => {
    for (const { db } of replicas) await db.$disconnect();
    await database.stop();
  });

  async function someone(): Promise<string> {
    const { id } = await replicas[0].db.user.create({ data: {}, select: { id: true } });
    return id;
  }

  it("is saved once by ten presses in the same moment", async () => {
    const [here, there] = replicas;
    const userId = await someone();
    await here.resumes.replace(userId, "edit", resume("Old."));
    const { id: proposal, over } = await here.imports.propose(userId, { name: "", bytes: strToU8(resume("New.")) });
    const views = await Promise.all(
      [here, there, here, there, here, there, here, there, here, there].map(({ imports }) =>
        imports.save(userId, { proposal, over }),
      ),
    );
    expect(new Set(views.map(({ state }) => state))).toEqual(new Set(["saved"]));
    const versions = await there.resumes.versions(userId);
    expect(versions.map(({ content, replacedBy }) => [content, replacedBy])).toEqual([[resume("Old."), "import"]]);
    expect((await there.resumes.get(userId)).content).toBe(resume("New."));
  });

  it("is saved once where there was no resume, or dropped", async () => {
    const [here, there] = replicas;
    for (let round = 0; round < 5; round += 1) {
      const userId = await someone();
      const { id: proposal, over } = await here.imports.propose(userId, { name: "", bytes: strToU8(resume("First.")) });
      const views = await Promise.all([
        there.imports.save(userId, { proposal, over }),
        here.imports.drop(userId, proposal),
        here.imports.save(userId, { proposal, over }),
      ]);
      const states = new Set(views.map(({ state }) => state));
      expect(states.size).toBe(1);
      const content = (await there.resumes.find(userId))?.content;
      expect(content).toBe(states.has("saved") ? resume("First.") : undefined);
      expect(await there.resumes.versions(userId)).toEqual([]);
    }
  });

  it("never overwrites an edit that it was not compared with", async () => {
    const [here, there] = replicas;
    const userId = await someone();
    for (let round = 0; round < 8; round += 1) {
      await here.resumes.replace(userId, "edit", resume(`Old ${round}.`));
      const bytes = strToU8(resume(`Imported ${round}.`));
      const { id: proposal, over } = await here.imports.propose(userId, { name: "", bytes });
      const edit = () => there.resumes.replace(userId, "edit", resume(`Edited ${round}.`));
      const save = () => here.imports.save(userId, { proposal, over });
      const [first, second] = round % 2 ? [edit, save] : [save, edit];
      await Promise.all([first(), second()]);
      expect((await here.resumes.get(userId)).content).toBe(resume(`Edited ${round}.`));
      const { state } = await here.db.resumeProposal.findUniqueOrThrow({ where: { id: proposal } });
      const [latest] = await here.resumes.versions(userId);
      expect(latest?.content).toBe(resume(state === "saved" ? `Imported ${round}.` : `Old ${round}.`));
    }
  });

  it("keeps everything when the save is cut off half way", async () => {
    const [here] = replicas;
    const userId = await someone();
    await here.resumes.replace(userId, "edit", resume("Old."));
    const { id: proposal, over } = await here.imports.propose(userId, { name: "", bytes: strToU8(resume("New.")) });
    // The version of what was there cannot be kept: then nothing else may happen either.
    await here.db
      .$executeRaw`ALTER TABLE "ResumeVersion" ADD CONSTRAINT "full" CHECK ("replacedBy" <> 'import') NOT VALID`;
    await expect(here.imports.save(userId, { proposal, over })).rejects.toThrow();
    expect((await here.resumes.get(userId)).content).toBe(resume("Old."));
    await here.db.$executeRaw`ALTER TABLE "ResumeVersion" DROP CONSTRAINT "full"`;
    expect((await here.imports.save(userId, { proposal, over })).state).toBe("saved");
    expect((await here.resumes.get(userId)).content).toBe(resume("New."));
  });
});
