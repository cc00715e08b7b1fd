import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ANSWER, NEXT } from "#commands/quiz/actions.ts";
import { letterFor } from "../house/answers.ts";
import { type Heard, type House, openHouse, type TestPerson } from "../house/house.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.stop());

/** Somebody with a profile. */
async function member(name: string): Promise<TestPerson> {
  const person = house.person(name);
  const form = await person.says("profile edit");
  const select = await person.submits(form, { industry: "tech", experience: "4", skills: "SQL, Python" });
  await person.chooses(select, "Software Development");
  return person;
}

const letter = (heard: Heard, isRight: boolean) => letterFor(heard.text, isRight);

/** Answers every question; `rights` says which are answered rightly. */
async function play(person: TestPerson, start: Heard, rights: readonly boolean[]): Promise<Heard> {
  let heard = start;
  for (const [index, right] of rights.entries()) {
    heard = await person.presses(heard, letter(heard, right));
    if (index + 1 < rights.length) heard = await person.presses(heard, "Next question");
  }
  return person.presses(heard, "See my result");
}

describe("/quiz start", () => {
  it("opens the profile form for a newcomer and then goes on with what was asked", async () => {
    const ada = house.person("Newcomer");
    const form = await ada.says("quiz start category:behavioral questions:3");
    expect(form.form.fields.map(({ id }) => id)).toEqual(["industry", "experience", "skills", "role", "country"]);
    const select = await ada.submits(form, { industry: "healthcare", experience: "7" });
    expect(select.text).toContain("which part of Healthcare & Life Sciences?");
    const question = await ada.chooses(select, "Elder Care");
    expect(question.text).toContain("Question 1 of 3");
    expect((await house.coach.career((await accountOf("newcomer")).userId)).industry).toBe(
      "healthcare-elder-care-services",
    );
  });

  it("asks ten questions when no number is given", async () => {
    const person = await member("Ten");
    expect((await person.says("quiz start")).text).toContain("Question 1 of 10");
  });

  it("shows four options as buttons and, after a press, what was right and why", async () => {
    const person = await member("Why");
    const question = await person.says("quiz start questions:3");
    expect(question.buttons).toEqual(["A", "B", "C", "D"]);
    const wrong = await person.presses(question, letter(question, false));
    expect(wrong.text).toMatch(/Not quite\. You chose [A-D]\. The right answer is [A-D]\./);
    expect(wrong.text).toContain("0 of 1 right so far");
    expect(wrong.buttons).toEqual(["Next question", "Stop here"]);
    const next = await person.presses(wrong, "Next question");
    const right = await person.presses(next, letter(next, true));
    expect(right.text).toContain("Right.");
    expect(right.text).toContain("1 of 2 right so far");
  });

  it("ends with score, topics and a tip, and saves the Assessment once", async () => {
    const person = await member("Ends");
    const result = await play(person, await person.says("quiz start questions:4"), [true, false, true, true]);
    expect(result.text).toContain("3 of 4 right");
    expect(result.text).toContain("Score: 75 %");
    expect(result.text).toContain("Worth a look next");
    const { userId } = await accountOf("ends");
    const saved = await house.db.assessment.findMany({ where: { userId } });
    expect(saved).toHaveLength(1);
    expect(saved[0]).toMatchObject({ quizScore: 75, category: "Mixed" });
    expect(saved[0]?.improvementTip).toMatch(/^You have 3 of 4 already\. /);
    expect(saved[0]?.questions).toHaveLength(4);
    expect(saved[0]?.questions[1]).toMatchObject({
      isCorrect: false,
      options: expect.any(Array),
      topic: expect.any(String),
    });
    const keys = Object.keys(saved[0]?.questions[0] as object);
    for (const key of ["question", "answer", "userAnswer", "isCorrect", "explanation"]) expect(keys).toContain(key);
  });

  it("gives no tip when nothing was wrong", async () => {
    const person = await member("Perfect");
    const result = await play(person, await person.says("quiz start questions:3"), [true, true, true]);
    expect(result.text).not.toContain("Worth a look next");
    expect(result.text).toContain("Every answer was right");
  });

  it("does not ask the same question again while there are others", async () => {
    const person = await member("Fresh");
    for (let round = 0; round < 3; round += 1) {
      await play(person, await person.says("quiz start questions:20 category:technical"), Array(20).fill(true));
    }
    const { userId } = await accountOf("fresh");
    const asked = await house.db.quizQuestion.findMany({ where: { session: { userId } }, select: { hash: true } });
    expect(asked).toHaveLength(60);
    expect(new Set(asked.map(({ hash }) => hash)).size).toBe(60);
  });

  it("keeps to a topic, and says so when it has fewer questions than asked for", async () => {
    const person = await member("Topical");
    const heard = await person.says('quiz start topic:"Networking fundamentals" questions:20');
    expect(heard.text).toContain("There are 16 questions on this");
    expect(heard.text).toContain("Question 1 of 16");
  });

  it("names the topics there are when one is unknown", async () => {
    const person = await member("Unknown");
    const heard = await person.says("quiz start topic:knitting");
    expect(heard.text).toContain('There are no questions on "knitting".');
    expect(heard.text).toContain("Programming fundamentals");
  });

  it.each([
    ["quiz start questions:21", '"questions" cannot be 21. Give a number from 3 to 20.'],
    ["quiz start questions:ten", '"questions" should be a whole number, not "ten". Give a number from 3 to 20.'],
    ["quiz start category:funny", '"category" cannot be "funny". Choose one of: Technical, Behavioral, Mixed.'],
    [
      "quiz start colour:red",
      'There is no option "colour" here. The options are: category, topic, difficulty, questions.',
    ],
    ["quiz start questions:3 questions:4", '"questions" is there twice.'],
    ['quiz start topic:"half', "I could not read the part"],
    ["quiz begin", '"quiz" has no "begin".'],
    ["quizz start", 'There is no command "quizz".'],
  ])("answers %s with a plain sentence and the next step", async (line, said) => {
    const person = house.person("Clumsy");
    expect((await person.says(line)).text).toContain(said);
  });
});

describe("the buttons of a quiz", () => {
  it("take one answer when pressed fifty times at once", async () => {
    const person = await member("Fifty");
    const question = await person.says("quiz start questions:3");
    const heard = await Promise.all(
      Array.from({ length: 50 }, (_, index) => person.presses(question, ["A", "B", "C", "D"][index % 4] ?? "A")),
    );
    const { userId } = await accountOf("fifty");
    expect(await house.db.quizAnswer.count({ where: { userId } })).toBe(1);
    expect(new Set(heard.map(({ text }) => text)).size).toBe(1);
  });

  it("change nothing when pressed again, and show how it stands", async () => {
    const person = await member("Again");
    const question = await person.says("quiz start questions:3");
    const first = await person.presses(question, "A");
    const second = await person.presses(question, "B");
    expect(second.text).toBe(first.text);
    const next = await person.presses(first, "Next question");
    expect((await person.presses(first, "Next question")).text).toBe(next.text);
    expect((await person.presses(question, "C")).text).toContain("Question 1 of 3");
  });

  it("refuse somebody else privately and change nothing", async () => {
    const owner = await member("Owner");
    const stranger = await member("Stranger");
    const question = await owner.says("quiz start questions:3");
    const heard = await stranger.presses(question, "A");
    expect(heard.reply).toMatchObject({ placement: "new-private" });
    expect(heard.text).toContain("This belongs to somebody else.");
    const { userId } = await accountOf("owner");
    expect(await house.db.quizAnswer.count({ where: { userId } })).toBe(0);
  });

  it("say that they are out of date when forged or old", async () => {
    const person = await member("Forger");
    for (const id of [
      "quiz/answer",
      "quiz/answer:a:b:c",
      "quiz/answer:x:1:9",
      "quiz/gone:1",
      "../etc",
      "quiz/answer:%E0%A4%A:1:1",
    ]) {
      expect((await person.pressesId(id)).text).toMatch(/out of date|not there any more/);
    }
    expect((await person.pressesId(ANSWER.to({ session: "nobody", position: 0, choice: 0 }))).text).toContain(
      "not there any more",
    );
  });

  it("cannot go on before the question is answered", async () => {
    const person = await member("Hasty");
    const question = await person.says("quiz start questions:3");
    const session = question.button("A").split(":")[1] ?? "";
    expect((await person.pressesId(NEXT.to({ session, position: 0 }))).text).toContain("Question 1 of 3");
  });

  it("need at most four statements per press", async () => {
    const person = await member("Counted");
    let heard = await person.says("quiz start questions:3");
    for (const label of ["A", "Next question", "B", "Next question", "C", "See my result"]) {
      await house.dispatch.idle();
      house.statements.length = 0;
      heard = await person.presses(heard, label);
      await house.dispatch.idle();
      expect([label, house.statements.length <= 4, house.statements]).toEqual([label, true, house.statements]);
    }
  });
});

describe("/quiz stop and carrying on", () => {
  it("stops without a score and carries on where it was", async () => {
    const person = await member("Stopper");
    const question = await person.says("quiz start questions:3");
    await person.presses(question, "A");
    const stopped = await person.says("quiz stop");
    expect(stopped.text).toContain("Stopped after 1 of 3 questions.");
    const carried = await person.presses(stopped, "Carry on");
    expect(carried.text).toContain("Question 1 of 3");
    expect(carried.buttons).toContain("Next question");
  });

  it("offers the open quiz first, and starts the new one as it was asked for", async () => {
    const person = await member("Twice");
    await person.says("quiz start questions:5");
    const offered = await person.says("quiz start questions:7 category:behavioral");
    expect(offered.text).toContain("A quiz is open, at question 1 of 5.");
    const started = await person.presses(offered, "Start a new one");
    expect(started.text).toContain("Question 1 of 7");
  });

  it("says so when no quiz is open", async () => {
    const person = await member("Idle");
    expect((await person.says("quiz stop")).text).toContain("No quiz is open.");
  });

  it("opens one quiz when two are started at once", async () => {
    const person = await member("Racer");
    const heard = await Promise.all([person.says("quiz start questions:3"), person.says("quiz start questions:3")]);
    expect(heard.map(({ text }) => /Question 1 of 3/.test(text)).filter(Boolean).length).toBeGreaterThanOrEqual(1);
    const { userId } = await accountOf("racer");
    expect(await house.db.quizSession.count({ where: { userId, state: "open" } })).toBe(1);
  });
});

describe("/quiz history", () => {
  it("lists the newest first and looks back at every question", async () => {
    const person = await member("Historian");
    await play(person, await person.says("quiz start questions:3 category:technical"), [true, true, false]);
    await play(person, await person.says("quiz start questions:4 category:behavioral"), [true, true, true, true]);
    const history = await person.says("quiz history");
    const rows = history.text.split("\n").filter((line) => line.includes(" | "));
    expect(rows.map((row) => row.split(" | ").slice(1))).toEqual([
      ["Behavioral", "100 %", "4"],
      ["Technical", "67 %", "3"],
    ]);
    expect(history.text).toContain("Technical average: 67 % over 1 quiz");
    expect(history.text).toContain("Scores over time, oldest first:");
    const { userId } = await accountOf("historian");
    const older = await house.db.assessment.findFirstOrThrow({ where: { userId, category: "Technical" } });
    let page = await person.does({ kind: "action", id: history.choice("").id, chosen: older.id }, { onMessage: true });
    expect(page.text).toContain("Question 1 of 3");
    page = await person.presses(page, "Next question");
    page = await person.presses(page, "Next question");
    expect(page.text).toContain("Not quite.");
    expect(page.text).toContain("Worth a look next");
    expect((await person.presses(page, "Back to the list")).text).toContain("Your quizzes");
  });

  it("shows quizzes that another program saved with the first four fields alone", async () => {
    const person = await member("Webby");
    const { userId } = await accountOf("webby");
    await house.db.assessment.create({
      data: {
        userId,
        quizScore: 50,
        category: "Technical",
        questions: [{ question: "Two plus two?", answer: "4", userAnswer: "5", isCorrect: false }],
      },
    });
    const history = await person.says("quiz history");
    const page = await person.chooses(history, "");
    expect(page.text).toContain("Two plus two?");
  });

  it("is not open to somebody else", async () => {
    const { userId } = await accountOf("historian");
    const { id } = await house.db.assessment.findFirstOrThrow({ where: { userId } });
    const stranger = await member("Snoop");
    expect((await stranger.pressesId(`quiz/look:${id}`)).text).toContain("This belongs to somebody else.");
  });

  it("shares the score and nothing else", async () => {
    const person = await member("Sharer");
    const result = await play(person, await person.says("quiz start questions:3"), [true, false, true]);
    const shared = await person.presses(result, "Share to channel");
    expect(shared.reply).toMatchObject({ placement: "new-public" });
    expect(shared.text).toMatch(/^Sharer finished a mixed quiz: 2 of 3 right\.\n/);
  });

  it("leaves nothing broken behind", () => {
    expect(house.broken).toEqual([]);
  });
});

async function accountOf(platformUserId: string) {
  return house.db.chatAccount.findFirstOrThrow({ where: { platformUserId } });
}

describe("pressing twice, and other ways to be unlucky", () => {
  it("starts one new quiz, as it was asked for, however often the button is pressed", async () => {
    const person = await member("Eager");
    await person.says("quiz start questions:5");
    const offered = await person.says("quiz start questions:7 category:behavioral");
    await person.presses(offered, "Start a new one");
    const again = await person.presses(offered, "Start a new one");
    expect(again.text).toContain("A quiz is open, at question 1 of 7.");
    const { userId } = await accountOf("eager");
    const sessions = await house.db.quizSession.findMany({ where: { userId }, orderBy: { startedAt: "asc" } });
    expect(sessions.map(({ state, total, category }) => [state, total, category])).toEqual([
      ["stopped", 5, "Mixed"],
      ["open", 7, "Behavioral"],
    ]);
  });

  it("leaves the open quiz alone when the new one cannot be started", async () => {
    const person = await member("Knitter");
    await person.says("quiz start questions:5");
    expect((await person.says("quiz start topic:knitting")).text).toContain('There are no questions on "knitting".');
    const { userId } = await accountOf("knitter");
    expect(await house.db.quizSession.count({ where: { userId, state: "open" } })).toBe(1);
  });

  it("says that a stopped quiz is stopped when an old button of it is pressed, and carries on from the home card", async () => {
    const person = await member("Returner");
    const question = await person.says("quiz start questions:3");
    await person.says("quiz stop");
    expect((await person.presses(question, "A")).text).toContain("Stopped after 0 of 3 questions.");
    const card = await person.says("career");
    expect((await person.presses(card, "Carry on with the stopped quiz (0 of 3)")).text).toContain("Question 1 of 3");
  });

  it("shows the locked answer to every press of the last question", async () => {
    const person = await member("Last");
    let heard = await person.says("quiz start questions:3");
    for (let question = 0; question < 2; question += 1) {
      heard = await person.presses(await person.presses(heard, "A"), "Next question");
    }
    const presses = await Promise.all(Array.from({ length: 20 }, () => person.presses(heard, "B")));
    expect(new Set(presses.map(({ text }) => text)).size).toBe(1);
    expect(presses[0]?.buttons).toContain("See my result");
  });

  it("shares a result once", async () => {
    const person = await member("Proud");
    const result = await play(person, await person.says("quiz start questions:3"), [true, true, true]);
    const shared = await Promise.all([
      person.presses(result, "Share to channel"),
      person.presses(result, "Share to channel"),
    ]);
    const placements = shared.map(({ reply }) => reply.kind === "message" && reply.placement).sort();
    expect(placements).toEqual(["new-private", "new-public"]);
  });

  it("quizzes somebody whose industry another program made up", async () => {
    const person = await member("Alchemist");
    const { userId } = await accountOf("alchemist");
    const insight = { growthRate: 0, demandLevel: "Low", marketOutlook: "Neutral", nextUpdate: new Date() };
    await house.db.industryInsight.create({ data: { industry: "alchemy", ...insight } });
    await house.db.user.update({ where: { id: userId }, data: { industry: "alchemy" } });
    expect((await person.says("quiz start")).text).toContain("Question 1 of 10");
  });

  it("refuses a topic of another category, and keeps to the difficulty that was asked for", async () => {
    const person = await member("Picky");
    const heard = await person.says('quiz start category:behavioral topic:"Networking fundamentals"');
    expect(heard.text).toContain('"Networking fundamentals" is a technical topic.');
    const hard = await person.says('quiz start topic:"Networking fundamentals" difficulty:hard');
    expect(hard.text).toContain("Question 1 of 5");
    expect(hard.text).toContain("Hard");
  });

  it("survives what no database column takes", async () => {
    const person = await member("Nul");
    for (const id of [
      "quiz/answer:%00:0:0",
      `quiz/answer:${"x".repeat(200)}:0:0`,
      "quiz/answer:\u0000:0:0",
      "quiz/answer:\ud800:0:0",
    ]) {
      expect((await person.pressesId(id)).text).toMatch(/out of date|not there any more/);
    }
    const form = await person.says("profile edit");
    await person.submits(form, { industry: "tech", skills: "a\u0000b \ud800", experience: "x" });
    expect((await person.says("profile edit")).form.fields[2]?.value).toBe("ab \ufffd");
  });

  it("takes a delivery that ended in a refusal for done", async () => {
    const person = await member("Redelivered");
    const asked = { kind: "line", line: "quiz stop" } as const;
    expect((await person.does(asked, { key: "redelivered" })).text).toContain("No quiz is open.");
    await house.dispatch.idle();
    await house.db
      .$executeRaw`UPDATE "InboxEntry" SET "takenAt" = now() - interval '1 hour' WHERE "key" = 'redelivered'`;
    await person.says("quiz start questions:3");
    expect((await person.does(asked, { key: "redelivered" })).reply.kind).toBe("nothing");
  });

  it("leaves nothing broken behind", () => {
    expect(house.broken).toEqual([]);
  });
});
