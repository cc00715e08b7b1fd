import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDiscord, type Discord } from "#src/platforms/discord/connect.ts";
import { letterFor } from "#test/house/answers.ts";
import { type House, openHouse } from "#test/house/house.ts";
import { type DiscordServer, startDiscordServer } from "#test/servers/discord/index.ts";

let house: House;
let server: DiscordServer;
let discord: Discord;
beforeAll(async () => {
  house = await openHouse();
  // What is tested here is the way of a quiz, not deadlines (connect.test.ts): a slow machine may take its time.
  server = await startDiscordServer({ maxConcurrency: 10, respondMs: 20_000, answerMs: 20_000 });
  discord = createDiscord({
    token: server.token,
    apiUrl: server.url,
    dispatch: house.dispatch,
    communities: { left: async () => {}, returned: async () => {} },
    log: pino({ level: "silent" }),
    drawChart: async () => new Uint8Array([137, 80, 78, 71]),
    observe: { acknowledged() {} },
    deadlines: { deferMs: 15_000, formMs: 15_000 },
  });
  await discord.start();
});
afterAll(async () => {
  await discord.stop();
  await server.stop();
  await house.stop();
});

describe("the whole quiz on Discord, through the real discord.js", () => {
  it("goes from a newcomer's profile to the score, the tip and the history", async () => {
    const channel = server.guild({ name: "Career club" }).channel("general");
    const ada = server.person({ name: "Ada" });
    const bob = server.person({ name: "Bob" });

    const modal = await ada.runs(channel, "quiz start", { category: "Technical", questions: 3 }).modal();
    expect(modal.title).toBe("Your profile");
    const choose = await ada
      .submits(modal, { Industry: ["Technology"], "Years of experience": "4", Skills: "SQL, Python" })
      .message();
    expect(choose.ephemeral).toBe(true);
    let shown = await ada.chooses(choose, "Choose your specialisation", ["Software Development"]).message();
    expect(shown.text()).toContain("Question 1 of 3");
    expect(shown.ephemeral).toBe(true);
    expect(server.visibleTo(bob, channel)).toEqual([]);

    for (const [index, isRight] of [true, false, true].entries()) {
      shown = await ada.presses(shown, letterFor(shown.text(), isRight)).message();
      expect(shown.text()).toContain(isRight ? "Right." : "Not quite.");
      if (index < 2) shown = await ada.presses(shown, "Next question").message();
    }
    shown = await ada.presses(shown, "See my result").message();
    expect(shown.text()).toContain("2 of 3 right");
    expect(shown.text()).toContain("Worth a look next");

    const shared = await ada.presses(shown, "Share to channel").message();
    expect(shared.ephemeral).toBe(false);
    expect(server.visibleTo(bob, channel).map((message) => message.id)).toEqual([shared.id]);

    const history = await ada.runs(channel, "quiz history").message();
    expect(history.text()).toContain("Technical");
    expect(history.text()).toContain("67 %");
    const past = await ada
      .chooses(history, "Look back at a quiz", [history.selects()[0]?.options[0]?.label ?? ""])
      .message();
    expect(past.text()).toContain("Question 1 of 3");
  });

  it("suggests the topics of the person's industry while they type", async () => {
    const channel = server.guild({ name: "Career club" }).channel("general");
    const ada = server.person({ name: "Ada typing" });
    const choices = await ada.types(channel, "quiz start", { topic: "program" }, "topic");
    expect(choices.map(({ name }) => name)).toContain("Programming fundamentals");
  });

  it("works in direct messages and where it is installed to the person alone", async () => {
    const eve = server.person({ name: "Eve", installed: true });
    expect((await eve.runs(eve.dm, "career").message()).text()).toContain("Your greenroom");
    expect((await eve.runs(eve.elsewhere, "career").message()).text()).toContain("Your greenroom");
  });

  it("refuses somebody else's button privately", async () => {
    const channel = server.guild({ name: "Career club" }).channel("general");
    const stranger = server.person({ name: "Stranger" });
    const { sessionId } = await house.db.quizAnswer.findFirstOrThrow();
    const home = await stranger.runs(channel, "career").message();
    const refused = await stranger.forges(home, `quiz/answer:${sessionId}:0:1`).message();
    expect(refused.ephemeral).toBe(true);
    expect(refused.text()).toContain("This belongs to somebody else.");
  });

  it("shows what was typed again when a number in the form is no number", async () => {
    const channel = server.guild({ name: "Career club" }).channel("general");
    const carl = server.person({ name: "Carl" });
    const modal = await carl.runs(channel, "profile edit").modal();
    const wrong = await carl
      .submits(modal, { Industry: ["Technology"], "Years of experience": "lots", Skills: "Welding" })
      .message();
    expect(wrong.text()).toContain('"Years of experience" should be a whole number, not "lots".');
    const again = await carl.presses(wrong, "Open the form again").modal();
    const values = again.fields().map(({ value }) => value);
    expect(values).toContain("lots");
    expect(values).toContain("Welding");
  });

  it("kept every request to Discord's own contract and limits", () => {
    expect(server.violations).toEqual([]);
    expect(house.broken).toEqual([]);
  });
});
