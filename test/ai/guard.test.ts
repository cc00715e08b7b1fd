import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createGeminiModel } from "#src/ai/gemini.ts";
import { plain } from "#src/chat/message.ts";
import { printResume } from "#src/documents/resume-markdown.ts";
import { type Heard, type House, openHouse } from "../house/house.ts";
import { type GeminiRequest, type GeminiServer, startGeminiServer } from "../servers/gemini.ts";
import { dataOf } from "./well-behaved.ts";

/** A rewrite as it was written down by hand; `facts` are the line and its job title and employer. */
interface Case {
  readonly id: string;
  readonly register: "bullet" | "letter";
  readonly facts: readonly [string, string];
  readonly after: string;
  readonly verdict: "honest" | "invented";
}

const cases = ["rewrites-seen.json", "rewrites-unseen.json"]
  .map((file) => join(import.meta.dirname, "../coach/guard", file))
  .filter((file) => existsSync(file))
  .flatMap((file) => JSON.parse(readFileSync(file, "utf8")) as Case[])
  .filter(({ register }) => register === "bullet");

let server: GeminiServer;
let house: House;
beforeAll(async () => {
  server = await startGeminiServer();
  const model = createGeminiModel({
    apiKey: server.apiKey,
    model: "gemini-3.8-flash",
    apiUrl: server.url,
    observe: { called() {} },
  });
  house = await openHouse({ model });
});
afterAll(async () => {
  expect(house.broken).toEqual([]);
  expect(server.violations).toEqual([]);
  await house.stop();
  await server.stop();
});

interface Shown {
  readonly one: Case;
  readonly heard: Heard;
}

/** Everything that the people of these cases see who go through their lines with a model that answers as written down. */
async function shown(all: readonly Case[], name: string): Promise<Shown[]> {
  const seen: Shown[] = [];
  for (const [at, batch] of batches(all).entries()) {
    const person = house.person(`${name} ${at}`);
    await person.says("career");
    const account = { platformUserId: person.name.toLowerCase() };
    const { userId } = await house.db.chatAccount.findFirstOrThrow({ where: account });
    await house.coach.profiles.consent(userId, true);
    await house.coach.resumes.replace(userId, "edit", resumeOf(batch));
    answerAs(batch);
    let heard = await person.says("resume improve");
    const rows = await house.db.improvementLine.findMany({
      where: { improvement: { userId } },
      orderBy: { position: "asc" },
    });
    for (const { before, context } of rows) {
      const one = batch.find(({ facts }) => facts[0] === before && facts[1] === context);
      if (!one) throw new Error(`No case is about "${before}" of ${context}`);
      expect(heard.text).toContain(before);
      seen.push({ one, heard });
      heard = await person.presses(heard, heard.buttons.includes("Keep mine") ? "Keep mine" : "Keep it");
    }
  }
  return seen;
}

/** Ten to a resume, and never two with the same line: those would be one question to the model. */
function batches(all: readonly Case[]): Case[][] {
  const filled: Case[][] = [];
  for (const one of all) {
    const free = filled.find((batch) => batch.length < 10 && batch.every(({ facts }) => facts[0] !== one.facts[0]));
    if (free) free.push(one);
    else filled.push([one]);
  }
  return filled;
}

function resumeOf(batch: readonly Case[]): string {
  return printResume({
    contact: { links: [] },
    summary: [],
    skills: [],
    experience: batch.map(({ facts: [line, job] }) => {
      const [title = "", ...employer] = job.split(", ");
      return { employer: employer.join(", "), roles: [{ title, bullets: [line] }] };
    }),
    education: [],
    projects: [],
    certifications: [],
  });
}

/** Insists on its rewrite when it is refused, and asks whether it is true. */
function answerAs(batch: readonly Case[]): void {
  const known = new Map<string, string>();
  server.answers((request: GeminiRequest) => {
    const lines = dataOf(request).lines as { number: number; text: string }[];
    // Names are blanked out of the lines, so that only their order tells which is which.
    if (known.size === 0) for (const [at, { text }] of lines.entries()) known.set(text, batch[at]?.after ?? "");
    return {
      lines: lines.map(({ number, text }) => ({
        number,
        rewrite: known.get(text) ?? "",
        question: `Is it true: ${known.get(text)}?`.slice(0, 150),
      })),
    };
  });
}

/** What was left out may be named as such, but is never set before somebody as a line of theirs. */
const isShown = ({ one, heard }: Shown) =>
  heard.message.blocks.some((block) => block.kind === "quote" && plain(block.text).includes(one.after));

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

describe("the way from a model to a person", () => {
  it("lets no invention pass", async () => {
    const invented = cases.filter(({ verdict }) => verdict === "invented");
    const seen = await shown(invented, "Inventing");
    const passed = seen.filter(({ one, heard }) => isShown({ one, heard }) || heard.buttons.includes("Use this"));
    const asked = seen.filter(({ heard }) => heard.text.includes("Is it true"));
    say(`Invented bullets: ${passed.length} of ${invented.length} reached the person`);
    expect(passed.map(({ one }) => one.id)).toEqual([]);
    expect(asked.map(({ one }) => one.id)).toEqual([]);
    expect(invented.length).toBeGreaterThanOrEqual(70);
  });

  it("lets at least 97 % of honest rewrites pass", async () => {
    const honest = cases.filter(({ verdict }) => verdict === "honest");
    const seen = await shown(honest, "Honest");
    const passed = seen.filter(({ one, heard }) => isShown({ one, heard }) && heard.buttons.includes("Use this"));
    const stopped = honest.filter((one) => !passed.some((each) => each.one === one)).map(({ id }) => id);
    say(
      `Honest bullets: ${passed.length} of ${honest.length} reached the person; not ${stopped.join(", ") || "one was stopped"}`,
    );
    expect(passed.length / honest.length).toBeGreaterThanOrEqual(0.97);
    expect(honest.length).toBeGreaterThanOrEqual(70);
  });
});
