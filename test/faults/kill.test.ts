import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "#src/db/client.ts";
import { startEmbeddedPostgres } from "#src/db/embedded.ts";
import { seeded } from "../house/house.ts";
import { type BotProcess, startBot } from "../house/process.ts";
import { buttonsOf, textOf, Visitor } from "../house/visitor.ts";

const KILLS = 20;

let folder: string;
let bot: BotProcess;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "greenroom-kill-"));
  bot = await startBot({ DATA_DIR: folder });
});
afterAll(async () => {
  bot.kill("SIGKILL");
  await bot.exited;
  await rm(folder, { recursive: true, force: true });
});

describe("kill -9 in the middle of a quiz", () => {
  it(`loses nothing that was answered, ${KILLS} times, and the next press works`, { timeout: 300_000 }, async () => {
    const random = seeded(20);
    const alice = new Visitor(() => bot.url);
    await alice.says("profile edit");
    await alice.submits("profile/basics:", { industry: "tech", experience: "3" });
    await alice.chooses(await alice.sees(), "Software Development");
    await alice.says("quiz start questions:20");
    let acknowledged = 0;
    for (let kill = 0; kill < KILLS; kill += 1) {
      let seen = await alice.sees();
      if (buttonsOf(seen).includes("Next question")) {
        await alice.presses(seen, "Next question");
        seen = await alice.sees();
      }
      expect(textOf(seen)).toContain(`Question ${acknowledged + 1} of 20`);
      // Before, during or just after the press; what was acknowledged must be there afterwards.
      const press = alice.presses(seen, "B").then(
        (answer) => (answer as { kind: string }).kind === "answered",
        () => false,
      );
      await wait(random() * 25);
      bot.kill("SIGKILL");
      await bot.exited;
      const answered = await press;
      bot = await startBot({ DATA_DIR: folder });
      await alice.says("career");
      await alice.presses(await alice.sees(), "Carry on with my quiz");
      seen = await alice.sees();
      const kept = buttonsOf(seen).some((label) => label === "Next question" || label === "See my result");
      if (answered) expect([kill, kept]).toEqual([kill, true]);
      if (!kept) await alice.presses(seen, "A");
      acknowledged += 1;
      seen = await alice.sees();
      expect(textOf(seen)).toMatch(new RegExp(`\\d+ of ${acknowledged} right so far`));
      if (acknowledged === 20) {
        await alice.presses(seen, "See my result");
        expect(textOf(await alice.sees())).toMatch(/\d+ of 20 right/);
      }
    }
    await checkRows();
  });

  async function checkRows(): Promise<void> {
    bot.kill("SIGTERM");
    expect(await bot.exited).toBe(0);
    const postgres = await startEmbeddedPostgres(folder);
    const db = openDatabase({ connectionString: postgres.connectionString, embedded: true });
    expect(await db.quizAnswer.count()).toBe(20);
    expect(await db.assessment.count()).toBe(1);
    const { questions, quizScore } = await db.assessment.findFirstOrThrow();
    const right = questions.filter((question) => (question as { isCorrect: boolean }).isCorrect).length;
    expect(quizScore).toBe(right * 5);
    await db.$disconnect();
    await postgres.stop();
  }
});
