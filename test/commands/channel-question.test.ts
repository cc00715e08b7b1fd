import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createPosts } from "#commands/insights/posts.ts";
import { ANSWER } from "#commands/insights/question-actions.ts";
import type { Message } from "#src/chat/message.ts";
import type { Subscription } from "#src/coach/posting/subscription.ts";
import { en } from "#src/words/en.ts";
import { addPerson, editionOf, subscribe } from "../coach/channel-question/questions.ts";
import { letterFor } from "../house/answers.ts";
import { Heard, type House, openHouse } from "../house/house.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.stop());

const LETTERS = ["A", "B", "C", "D"];
const HOUR_MS = 60 * 60 * 1_000;

/** As somebody in the channel sees it. */
const seen = (message: Message) => new Heard({ kind: "message", placement: "new-public", message });

async function post(subscription: Subscription, day: number): Promise<Heard> {
  const prepared = await createPosts(house.coach, en).prepare(subscription, editionOf(day));
  if (!prepared) throw new Error("nothing was posted");
  return seen(prepared.main);
}

const open = (given: Partial<Subscription> = {}) => subscribe(house.db, { platform: "playground", ...given });

describe("a channel's question", () => {
  it("stands in the channel with four letters to press, and its answer nowhere", async () => {
    const subscription = await open();
    const asked = await post(subscription, 0);
    expect(asked.text).toMatch(/^Question of the day\n.+ · (Easy|Medium|Hard)\n/);
    expect(asked.buttons).toEqual(LETTERS);
    expect(asked.message.summary).toMatch(/^Question of the day: .+/);
    const row = await rowOf(subscription, 0);
    expect(asked.message.summary).toBe(`Question of the day: ${row.question}`);
    expect(JSON.stringify(asked.message)).not.toContain(row.explanation.slice(0, 40));
    expect(asked.text).not.toContain("✓");
    expect(asked.message.tone).toBeUndefined();
  });

  it("takes an answer of somebody who was never here before, privately, and names the time of the answer", async () => {
    const nextAt = new Date(Date.now() + HOUR_MS);
    const subscription = await open({ zone: "Europe/Berlin" });
    await house.db.subscription.update({ where: { id: subscription.id }, data: { nextAt } });
    const asked = await post(subscription, 0);
    const ada = house.person(`Ada ${randomUUID()}`);
    const kept = await ada.presses(asked, "B");
    expect(kept.reply).toMatchObject({ kind: "message", placement: "new-private" });
    expect(kept.text).toMatch(
      /^You chose B: .+\nYour answer is kept\.\nThe right answer comes with the next question, /,
    );
    expect(kept.text).toContain("(Europe/Berlin)");
    const note = kept.message.blocks.find(({ kind }) => kind === "note");
    expect(note).toMatchObject({ text: expect.arrayContaining([expect.objectContaining({ time: nextAt.getTime() })]) });
    expect(kept.message.summary).toBe("Your answer is kept. You chose B.");
    const again = await ada.presses(asked, "C");
    expect(again.text).toMatch(/^You chose B: .+\nYou had answered already, and your first answer stands\./);
    expect(house.broken).toEqual([]);
  });

  it("says the same to who is right and who is wrong until the next one is there", async () => {
    const subscription = await open();
    const asked = await post(subscription, 0);
    const said = async (isRight: boolean) => {
      const letter = letterFor(asked.text, isRight);
      const { message, text } = await house.person(`${isRight} ${randomUUID()}`).presses(asked, letter);
      const { question, options } = await rowOf(subscription, 0);
      const option = options[LETTERS.indexOf(letter)]?.replaceAll("`", "") ?? question;
      return { ...message, blocks: text.replace(option, "?").replace(` ${letter}:`, " ?:"), summary: "" };
    };
    expect(await said(true)).toEqual(await said(false));
  });

  it("is told with the next one, with how people answered and without their names", async () => {
    const subscription = await open();
    const first = await post(subscription, 0);
    const [right, wrong] = [letterFor(first.text, true), letterFor(first.text, false)];
    const people = ["Grace", "Edsger", "Barbara", "Alan"].map((name) => house.person(`${name} ${randomUUID()}`));
    for (const [index, person] of people.entries()) await person.presses(first, index === 0 ? wrong : right);
    const next = await post(subscription, 1);
    expect(next.text).toMatch(/^The answer of 1 Jan 2026\n/);
    expect(next.text).toContain(`The right answer is ${right}.`);
    expect(next.text).toContain(`✓ ${right}: 3 (75 %)`);
    expect(next.text).toContain(`\n${wrong}: 1 (25 %)`);
    const bars = next.message.blocks.find(({ kind }) => kind === "bars");
    expect(bars).toMatchObject({ caption: "4 answers, 3 of them right" });
    expect(next.text).not.toMatch(/Grace|Edsger|Barbara|Alan/);
    expect(next.text.indexOf("Question of the day")).toBeGreaterThan(next.text.indexOf("The answer of"));
    expect(next.message.summary).toMatch(/^Question of the day: /);
    expect(next.message.summary).not.toContain(first.message.summary);
  });

  it("says kindly that nobody has answered", async () => {
    const subscription = await open();
    await post(subscription, 0);
    const next = await post(subscription, 1);
    expect(next.text).toContain("Nobody has answered this one.");
    expect(next.message.blocks.some(({ kind }) => kind === "bars")).toBe(false);
  });

  it("shows who presses late what was right and why, and offers its topic as a quiz", async () => {
    const subscription = await open();
    const first = await post(subscription, 0);
    const early = house.person(`Early ${randomUUID()}`);
    await early.presses(first, letterFor(first.text, false));
    await post(subscription, 1);
    const late = await house.person(`Late ${randomUUID()}`).presses(first, "A");
    const right = letterFor(first.text, true);
    expect(late.text).toMatch(/^This question is over\n/);
    expect(late.text).toContain(`You did not answer it in time. The right answer is ${right}.`);
    expect(late.text).toContain(`✓ ${right}.`);
    expect(late.message.tone).toBeUndefined();
    const mine = await early.presses(first, right);
    expect(mine.text).toMatch(/Not quite\. You chose [A-D]\. The right answer is [A-D]\. .{40}/);
    expect(mine.message.tone).toBe("bad");
    const topic = /\n(.+) · (Easy|Medium|Hard)\n/.exec(mine.text)?.[1];
    expect(mine.buttons).toEqual([`Practise ${topic}`]);
    expect((await early.presses(mine, `Practise ${topic}`)).reply.kind).toBe("form");
  });

  it("answers a press plainly when what was pressed is not there or was never there", async () => {
    const subscription = await open();
    const asked = await post(subscription, 0);
    const person = house.person(`Forger ${randomUUID()}`);
    const { id } = subscription;
    const forged = (edition: string, choice: number) =>
      person.pressesId(ANSWER.to({ subscription: id, edition, choice }));
    expect((await forged(editionOf(5), 0)).text).toContain("This question cannot be answered");
    expect((await forged(editionOf(0), 4)).text).toContain("This button is out of date");
    expect((await forged(editionOf(0), 999_999_999)).text).toContain("This button is out of date");
    expect((await person.pressesId(`insights/answer:${id}:2026-01-01`)).text).toContain("This button is out of date");
    await house.db.subscription.delete({ where: { id } });
    expect((await person.presses(asked, "A")).text).toContain("This question is over");
    await house.db.channelQuestion.deleteMany({ where: { subscriptionId: id } });
    expect((await person.presses(asked, "A")).text).toContain("This question cannot be answered");
    expect(await house.db.channelAnswer.count({ where: { subscriptionId: id } })).toBe(0);
    expect(house.broken).toEqual([]);
  });

  it("costs a press at most four statements, whatever it finds", async () => {
    const subscription = await open();
    const asked = await post(subscription, 0);
    const person = house.person(`Counted ${randomUUID()}`);
    await person.presses(await post(await open(), 0), "A");
    const statements = async () => {
      await house.dispatch.idle();
      house.statements.length = 0;
      await person.presses(asked, "A");
      await house.dispatch.idle();
      return house.statements.filter((one) => !/^(BEGIN|COMMIT)/.test(one)).length;
    };
    expect(await statements()).toBe(3);
    expect(await statements()).toBe(3);
    await post(subscription, 1);
    expect(await statements()).toBe(4);
  });

  it("fits its address on a button, with the longest of ids", () => {
    const id = ANSWER.to({ subscription: randomUUID(), edition: "2026-11-22", choice: 3 });
    expect(id.length).toBeLessThanOrEqual(100);
  });

  it("is previewed with letters that cannot be pressed, and is then posted as it was shown", async () => {
    const subscription = await open();
    const posts = createPosts(house.coach, en);
    const preview = await posts.preview(subscription, undefined);
    const shown = seen(preview?.main ?? { summary: "", blocks: [] });
    const buttons = shown.message.blocks.flatMap((block) => (block.kind === "buttons" ? block.buttons : []));
    expect(buttons.map(({ disabled }) => disabled)).toEqual([true, true, true, true]);
    expect(shown.text).toContain("In the channel the letters can be pressed.");
    const forced = await house.person(`Curious ${randomUUID()}`).presses(shown, "A");
    expect(forced.text).toContain("This question cannot be answered");
    const edition = await house.coach.channelQuestions.preview(subscription);
    const posted = await posts.prepare(subscription, edition.edition);
    expect(posted?.main.summary).toBe(shown.message.summary);
  });

  it("is not kept for longer than 400 days, nor are its answers", async () => {
    const subscription = await open();
    const asked = await post(subscription, 0);
    await post(subscription, 1);
    await house.person(`Old ${randomUUID()}`).presses(asked, "A");
    const askedAt = new Date(Date.now() - 401 * 24 * HOUR_MS);
    const where = { subscriptionId_edition: keyOf(subscription, 0) };
    await house.db.channelQuestion.update({ where, data: { askedAt } });
    await house.db.channelAnswer.create({
      data: { ...keyOf(subscription, 0), userId: await addPerson(house.db), choice: 0, isCorrect: false },
    });
    await house.coach.tidy();
    const kept = await house.db.channelQuestion.findMany({ where: { subscriptionId: subscription.id } });
    expect(kept.map(({ edition }) => edition)).toEqual([editionOf(1)]);
    expect(await house.db.channelAnswer.count({ where: { subscriptionId: subscription.id } })).toBe(0);
  });
});

function rowOf(subscription: Subscription, day: number) {
  const where = { subscriptionId_edition: keyOf(subscription, day) };
  return house.db.channelQuestion.findUniqueOrThrow({ where });
}

function keyOf({ id: subscriptionId }: Subscription, day: number) {
  return { subscriptionId, edition: editionOf(day) };
}
