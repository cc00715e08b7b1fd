import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createGeminiModel } from "#src/ai/gemini.ts";
import { CONSENT_VERSION } from "#src/coach/consent.ts";
import { wellBehaved } from "../ai/well-behaved.ts";
import { letterFor } from "../house/answers.ts";
import { type Heard, type House, openHouse, type TestPerson } from "../house/house.ts";
import { type GeminiServer, gemini, startGeminiServer } from "../servers/gemini.ts";

let server: GeminiServer;
let house: House;
beforeAll(async () => {
  server = await startGeminiServer();
  const model = createGeminiModel({
    apiKey: server.apiKey,
    model: "gemini-3.8-flash",
    apiUrl: server.url,
    observe: { called() {} },
    times: { call: 5_000, task: 20_000, backOff: 5, open: 50 },
  });
  house = await openHouse({ model });
});
beforeEach(() => server.answers(wellBehaved));
afterAll(async () => {
  await house.stop();
  await server.stop();
});

/** Somebody with a profile and personal things in it, who has just asked for a quiz. */
async function asks(name: string, line: string): Promise<{ person: TestPerson; heard: Heard }> {
  const person = house.person(name);
  const form = await person.says(line);
  const select = await person.submits(form, {
    industry: "tech",
    skills: "Python, SQL",
    role: "Data analyst",
    country: "Peru",
  });
  return { person, heard: await person.chooses(select, "Data Science & Analytics") };
}

describe("with a hosted model", () => {
  it("asks once before anything goes to it, and then goes on with what was asked", async () => {
    const before = server.journal.length;
    const { person, heard } = await asks("Consenting", "quiz start questions:3 category:technical");
    expect(heard.text).toContain("May an AI model help you?");
    expect(heard.text).toContain("gemini-3.8-flash");
    expect(heard.text).toContain("55 days");
    expect(server.journal.length).toBe(before);
    const question = await person.presses(heard, "Yes, and I am 18 or older");
    expect(question.text).toContain("Question 1 of 3");
    expect(question.text).toContain("Written by gemini-3.8-flash");
    const saved = await house.db.user.findFirstOrThrow({ where: { name: "Consenting" } });
    expect(saved).toMatchObject({ aiConsent: true, aiConsentVersion: CONSENT_VERSION });
    await expect.poll(() => house.db.aiUsage.count({ where: { userId: saved.id } })).toBe(1);
    await person.says("quiz stop");
    expect((await person.says("quiz start questions:3")).text).toContain("Question 1 of 3");
  });

  it("asks somebody again, once, who answered an earlier wording, and sends nothing until then", async () => {
    const { person, heard } = await asks("Earlier", "quiz start questions:3");
    await person.presses(heard, "Yes, and I am 18 or older");
    await person.says("quiz stop");
    await house.db.user.updateMany({ where: { name: "Earlier" }, data: { aiConsentVersion: CONSENT_VERSION - 1 } });
    const before = server.journal.length;
    const again = await person.says("quiz start questions:3");
    for (const what of ["For a quiz", "For your resume", "For a cover letter"]) expect(again.text).toContain(what);
    expect(server.journal.length).toBe(before);
    await person.presses(again, "No, use what is built in");
    await person.says("quiz stop");
    expect((await person.says("quiz start questions:3")).text).toContain("Question 1 of 3");
    expect(server.journal.length).toBe(before);
  });

  it("sends nothing for somebody who refuses, and never asks again", async () => {
    const { person, heard } = await asks("Refusing", "quiz start questions:3");
    const before = server.journal.length;
    const question = await person.presses(heard, "No, use what is built in");
    expect(question.text).toContain("Question 1 of 3");
    expect(question.text).not.toContain("Written by");
    const wrong = await person.presses(question, letterFor(question.text, false));
    const next = await person.presses(wrong, "Next question");
    const then = await person.presses(next, letterFor(next.text, false));
    const last = await person.presses(then, "Next question");
    const result = await person.presses(await person.presses(last, letterFor(last.text, false)), "See my result");
    expect(result.text).toContain("This one was tough");
    expect(server.journal.length).toBe(before);
  });

  it("lets a person change their mind in the profile", async () => {
    const { person, heard } = await asks("Fickle", "quiz start questions:3");
    await person.presses(heard, "No, use what is built in");
    const card = await person.says("profile show");
    expect(card.text).toContain("Help by AI: Not allowed");
    const allowed = await person.presses(card, "Allow AI help");
    expect(allowed.text).toContain("Help by AI: Allowed");
    expect((await person.presses(allowed, "Stop AI help")).text).toContain("Help by AI: Not allowed");
  });

  it("never sends a name, an id, a bio or a country", async () => {
    const { person, heard } = await asks("Wilhelmina", "quiz start questions:3");
    const bio = await person.presses(await person.says("profile show"), "Write a bio");
    await person.submits(bio, { bio: "My secret garden" });
    const before = server.journal.length;
    await person.presses(heard, "Yes, and I am 18 or older");
    const { id } = await house.db.user.findFirstOrThrow({ where: { name: "Wilhelmina" } });
    const sent = JSON.stringify(server.journal.slice(before));
    expect(sent).toContain("Data analyst");
    for (const secret of ["Wilhelmina", id, "secret garden", "Peru"]) expect(sent).not.toContain(secret);
  });

  it.each([
    ["hangs", () => gemini.hang(), "cannot be reached"],
    ["answers junk", () => gemini.text("I am a teapot"), "cannot be reached"],
    ["is over its quota", () => gemini.quota(60), "has reached its limit"],
    ["refuses", () => gemini.blocked("SAFETY"), "refused this request"],
  ])("uses the built-in questions and says so when it %s", async (what, answer, said) => {
    const { person, heard } = await asks(`Patient ${what}`, "quiz start questions:3");
    server.answers(answer);
    const question = await person.presses(heard, "Yes, and I am 18 or older");
    expect(question.text).toContain(said);
    expect(question.text).toContain("Built-in questions take the place");
    expect(question.text).toContain("Question 1 of 3");
    // The breaker may be open by now; the next test starts with a closed one.
    await new Promise((resolve) => setTimeout(resolve, 80));
  });

  it("leaves nothing broken behind, and Google's contract kept", () => {
    expect(house.broken).toEqual([]);
    expect(server.violations).toEqual([]);
  });
});
