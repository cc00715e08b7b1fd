import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { letterFor } from "#test/house/answers.ts";
import { type House, openHouse } from "#test/house/house.ts";
import type { Message, Person, SlackServer } from "#test/servers/slack/index.ts";
import { type Bot, startBot } from "./bot.ts";

describe.each(["Socket Mode", "HTTP"] as const)("the whole quiz on Slack over %s, through the real Bolt", (mode) => {
  let house: House;
  let bot: Bot;
  let server: SlackServer;
  beforeAll(async () => {
    house = await openHouse();
    // What is tested here is the way of a quiz, not deadlines (connect.test.ts): a slow machine may take its time.
    bot = await startBot(mode, house.dispatch.commands, {
      server: { ackMs: 20_000, triggerMs: 20_000, heardMs: 10_000 },
      settings: { dispatch: house.dispatch, deadlines: { first: 15_000 } },
    });
    server = bot.server;
  });
  afterAll(async () => {
    await bot.stop();
    await house.stop();
  });

  async function appears(person: Person, channel: ReturnType<SlackServer["channel"]>, text: string): Promise<Message> {
    const find = () => server.visibleTo(person, channel).find((message) => message.plain().includes(text));
    await expect.poll(find, { timeout: 10_000 }).toBeDefined();
    return find() as Message;
  }

  it("goes from a newcomer's profile to the score, the tip and the history", async () => {
    const general = server.channel({ name: "general" });
    const ada = server.person({ name: "ada" });
    const bob = server.person({ name: "bob" });

    const form = await ada.runs(general, "/prep quiz start category:technical questions:3").view();
    expect(form.title).toBe("Your profile");
    await ada.submits(form, { Industry: "Technology", "Years of experience": "4", Skills: "SQL, Python" }).acked();
    // It comes by the response_url of the command, so it is nothing that the submission itself hears.
    const choose = await appears(ada, general, "One more choice");
    expect(choose.ephemeral).toBe(true);
    let shown = await ada.chooses(choose, "Choose your specialisation", "Software Development").message();
    expect(shown.plain()).toContain("Question 1 of 3");
    expect(shown.ephemeral).toBe(true);
    expect(server.visibleTo(bob, general)).toEqual([]);

    for (const [index, isRight] of [true, false, true].entries()) {
      shown = await ada.presses(shown, letterFor(shown.plain(), isRight)).message();
      expect(shown.plain()).toContain(isRight ? "Right." : "Not quite.");
      if (index < 2) shown = await ada.presses(shown, "Next question").message();
    }
    shown = await ada.presses(shown, "See my result").message();
    expect(shown.plain()).toContain("2 of 3 right");
    expect(shown.plain()).toContain("Worth a look next");

    await ada.presses(shown, "Share to channel").message();
    const seen = server.visibleTo(bob, general);
    expect(seen.map((message) => message.plain())).toEqual([expect.stringContaining("2 of 3 right")]);

    const again = await ada.runs(general, "/prep quiz start questions:3").message();
    await ada.presses(again, "A").message();
    await ada.runs(general, "/prep quiz stop").message();
    const history = await ada.runs(general, "/prep quiz history").message();
    expect(history.plain()).toContain("67 %");
    const past = await ada
      .chooses(history, "Look back at a quiz", history.selects()[0]?.options[0]?.text ?? "")
      .message();
    expect(past.plain()).toContain("Question 1 of 3");
  });

  it("opens the home card for /prep alone, help for what it does not know, and the same card in the Home tab", async () => {
    const general = server.channel({ name: "random" });
    const eve = server.person({ name: "eve" });
    expect((await eve.runs(general, "/prep").message()).plain()).toContain("Your greenroom");
    const help = await eve.runs(general, "/prep dance").message();
    expect(help.plain()).toContain('There is no command "dance".');
    expect(help.plain()).toContain("quiz start");
    const turn = eve.opensHome();
    await turn.view();
    expect(server.home(eve)?.plain()).toContain("Your greenroom");
  });

  it("refuses somebody else's button privately", async () => {
    const general = server.channel({ name: "general-2" });
    const stranger = server.person({ name: "stranger" });
    const { sessionId } = await house.db.quizAnswer.findFirstOrThrow();
    const home = await stranger.runs(general, "/prep career").message();
    const turn = stranger.presses(home, "Set up my profile");
    await turn.view();
    const payload = structuredClone(turn.payload) as { actions: { action_id: string }[]; trigger_id: string };
    const [action] = payload.actions;
    if (!action) throw new Error("no action in the payload");
    action.action_id = `quiz/answer:${sessionId}:0:1`;
    payload.trigger_id = "999.888.forged";
    await server.sends({ type: "interactive", payload });
    expect(await appears(stranger, general, "This belongs to somebody else.")).toMatchObject({ ephemeral: true });
  });

  it("says inside the form what is wrong, and keeps what was typed there", async () => {
    const general = server.channel({ name: "general-3" });
    const carl = server.person({ name: "carl" });
    const form = await carl.runs(general, "/prep profile edit").view();
    const skills = Array.from({ length: 31 }, (_, index) => `skill ${index}`).join(", ");
    const heard = await carl.submits(form, { Industry: "Technology", Skills: skills }).heard();
    expect(JSON.stringify(heard.errors ?? heard.messages.map((message) => message.plain()))).toContain(
      "These are 31 skills; 30 fit.",
    );
  });

  it("kept every request to Slack's own contract and limits", () => {
    expect(server.violations).toEqual([]);
    expect(house.broken).toEqual([]);
  });
});
