import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { WireMessage } from "#src/platforms/playground/live.ts";
import type { Snapshot } from "#src/platforms/playground/stream.ts";
import { createClient, heardIn } from "./client.ts";
import { holdUp, ran } from "./pretend.ts";
import { startWorld, type World } from "./world.ts";

let world: World;
let page: ReturnType<typeof createClient>;

beforeAll(async () => {
  world = await startWorld();
  page = createClient(world);
});
beforeEach(() => world.empty());
afterAll(() => world.stop());

describe("a command", () => {
  it("stands in the channel as the visitor's own line, before its answer", async () => {
    expect(await page.command("show everything")).toEqual({ kind: "answered" });
    const messages = await page.messages("bob");
    expect(messages.map(({ author }) => author)).toEqual(["alice", "greenroom"]);
    expect(messages.map(heardIn)).toEqual(["/show everything", "One of each block"]);
  });

  it("and its private answer are seen by nobody else", async () => {
    await page.command("quiz start", { category: "behavioral" });
    expect(await page.messages("bob")).toEqual([]);
    const mine = await page.messages("alice");
    expect(mine.map(heardIn)).toEqual(["/quiz start category:behavioral", "Question 1 of 5"]);
    expect(mine.every((message) => message.private)).toBe(true);
  });

  it("may be typed as a line", async () => {
    await page.ask({ kind: "line", line: "quiz start category:behavioral" });
    expect((await page.messages()).map(heardIn)).toEqual(["/quiz start category:behavioral", "Question 1 of 5"]);
  });

  it("has no second effect when it arrives again, at once, later, or after a new start", async () => {
    const before = ran["quiz start"] ?? 0;
    const id = "3e1c8a52-9a39-4a5b-8b4e-000000000001";
    const twice = [page.command("quiz start", {}, { id }), page.command("quiz start", {}, { id })];
    expect(await Promise.all(twice)).toEqual([{ kind: "answered" }, { kind: "answered" }]);
    await page.command("quiz start", {}, { id });
    await world.restart();
    await page.command("quiz start", {}, { id });
    expect((ran["quiz start"] ?? 0) - before).toBe(1);
    expect(await page.messages()).toHaveLength(2);
  });

  it("that is only for organisers works for Olivia alone", async () => {
    await page.command("show organisers", {}, { as: "bob" });
    await page.command("show organisers", {}, { as: "olivia" });
    expect(heardIn(last(await page.messages("bob")))).toContain("Only the people who run this community");
    expect(heardIn(last(await page.messages("olivia")))).toBe("Welcome, organiser.");
  });

  it("in a direct message is not marked as private, because everything there is", async () => {
    await page.command("quiz start", {}, { channel: "dm-alice" });
    expect((await page.messages("alice", "dm-alice")).map((message) => message.private)).toEqual([false, false]);
  });

  it("that breaks says so in words", async () => {
    await page.command("show broken");
    expect(heardIn(last(await page.messages()))).toContain("Something broke on our side (ref ");
  });
});

describe("a text", () => {
  it("is for the people in a channel", async () => {
    await page.ask({ kind: "say", text: "Hello <b>all</b>" });
    expect((await page.messages("bob")).map(heardIn)).toEqual(["Hello <b>all</b>"]);
  });

  it("is for the bot in a direct message", async () => {
    await page.ask({ kind: "say", text: "hello" }, { channel: "dm-alice" });
    const heard = (await page.messages("alice", "dm-alice")).map(heardIn);
    expect(heard[0]).toBe("hello");
    expect(heard[1]).toContain('There is no command "hello"');
  });

  it("keeps what PostgreSQL would refuse from breaking it", async () => {
    expect(await page.ask({ kind: "say", text: "a\0b\ud800c" })).toEqual({ kind: "answered" });
    expect((await page.messages()).map(heardIn)).toEqual(["a\ufffdb\ufffdc"]);
  });
});

describe("a button", () => {
  it("changes its message in place, for every window", async () => {
    await page.command("quiz start");
    const question = last(await page.messages());
    const window = await page.open();
    await window.next("snapshot");
    expect(await page.press(question, "A ·")).toEqual({ kind: "answered" });
    const { message } = await window.next("message");
    await window.close();
    expect(message).toMatchObject({ id: question.id, edited: true, content: { summary: "Not quite: B was right" } });
    expect(await page.messages()).toHaveLength(2);
  });

  it("still works after a new start of the server", async () => {
    await page.command("quiz start");
    const question = last(await page.messages());
    await world.restart();
    expect(last(await page.messages())).toEqual(question);
    await page.press(question, "B ·");
    expect(heardIn(last(await page.messages()))).toBe("Right: B");
  });

  it("on a message that somebody else cannot see answers them with a new one", async () => {
    await page.command("quiz start");
    const question = last(await page.messages());
    await page.press(question, "A ·", { as: "bob" });
    expect(last(await page.messages("alice"))).toEqual(question);
    expect((await page.messages("bob")).map((message) => message.private)).toEqual([true]);
  });

  it("may share to the channel what was private", async () => {
    await page.command("show everything");
    await page.press(last(await page.messages()), "Share");
    expect(heardIn(last(await page.messages("bob")))).toBe("Alice shared this.");
  });

  it("that takes long keeps the old message, marked, until its answer is there", async () => {
    await page.command("show everything");
    const before = last(await page.messages());
    const window = await page.open();
    await window.next("snapshot");
    expect(await page.press(before, "Take your time")).toEqual({ kind: "deferred" });
    expect((await window.next("message")).message).toMatchObject({ id: before.id, pending: true });
    expect((await window.next("message")).message).toMatchObject({
      pending: false,
      content: { summary: "The slow answer." },
    });
    await window.next("answered");
    await window.close();
  });

  it("takes the files of the message that it changed with it", async () => {
    await page.command("show everything");
    const files = await world.db.playgroundFile.count();
    await page.press(last(await page.messages()), "Take your time");
    expect(files).toBeGreaterThan(2);
    await expect.poll(() => world.db.playgroundFile.count()).toBe(0);
  });
});

describe("work that takes long", () => {
  it("shows how far it is in the place of the answer, and saves only the answer", async () => {
    const window = await page.open();
    await window.next("snapshot");
    const letOn = holdUp();
    const before = world.acknowledged.length;
    expect(await page.command("show slow")).toEqual({ kind: "deferred" });
    // The sign of life is there, and counted, while the work still waits.
    expect(world.acknowledged.length).toBe(before + 1);
    letOn();
    const seen: WireMessage[] = [];
    while (seen.at(-1)?.pending !== false || seen.length < 3) seen.push((await window.next("message")).message);
    await window.close();
    const [, ...answers] = seen;
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect(answers.map(heardIn)).toContain("Reading 1 of 3");
    expect(heardIn(last(answers))).toBe("Read everything.");
    expect(await world.db.playgroundMessage.count()).toBe(2);
  });

  it("is shown to a window that opens in the middle", async () => {
    const letOn = holdUp();
    await page.command("show slow");
    expect(last(await page.messages())).toMatchObject({ pending: true, private: true });
    letOn();
    await expect.poll(async () => heardIn(last(await page.messages()))).toBe("Read everything.");
  });

  it("is named to every new window of who sent it, until it is answered", async () => {
    const id = randomUUID();
    const letOn = holdUp();
    await page.command("show slow", {}, { id });
    expect(await unansweredOf("alice")).toEqual([id]);
    expect(await unansweredOf("bob")).toEqual([]);
    letOn();
    await expect.poll(() => unansweredOf("alice")).toEqual([]);
  });

  it("is waited for when the server stops", async () => {
    await page.command("show slow");
    await world.restart();
    expect(heardIn(last(await page.messages()))).toBe("Read everything.");
  });
});

describe("a window", () => {
  it("that comes back gets what it missed, and nothing twice", async () => {
    const first = await page.open();
    await first.next("snapshot");
    await page.ask({ kind: "say", text: "one" });
    await first.next("message");
    await first.close();
    await page.ask({ kind: "say", text: "two" }, { as: "bob" });
    await page.command("show private", {}, { as: "bob" });
    await page.ask({ kind: "say", text: "three" }, { as: "bob" });
    const again = await page.open("alice", "career-lounge", first.lastId());
    expect(heardIn((await again.next("message")).message)).toBe("two");
    expect(heardIn((await again.next("message")).message)).toBe("three");
    await again.close();
  });

  it("gets the conversation afresh after a new start", async () => {
    const first = await page.open();
    await first.next("snapshot");
    await page.ask({ kind: "say", text: "one" });
    await first.next("message");
    await world.restart();
    const again = await page.open("alice", "career-lounge", first.lastId());
    expect(await again.next("snapshot")).toMatchObject({ messages: [{ content: { text: "one" } }] });
    await again.close();
  });

  it("gets older messages on demand", async () => {
    for (let number = 1; number <= 65; number++) await page.ask({ kind: "say", text: `${number}` });
    const window = await page.open();
    const snapshot = (await window.next("snapshot")) as unknown as { messages: WireMessage[]; more: boolean };
    await window.close();
    expect([snapshot.messages.length, snapshot.more]).toEqual([60, true]);
    const before = encodeURIComponent(snapshot.messages[0]?.at ?? "");
    const older = await page.request(`/api/messages?as=alice&channel=career-lounge&before=${before}`);
    const { messages, more } = (await older.json()) as { messages: WireMessage[]; more: boolean };
    expect([messages.map(heardIn), more]).toEqual([["1", "2", "3", "4", "5"], false]);
  });

  it("takes away what only its visitor sees, and nothing else", async () => {
    await page.command("show private");
    await page.command("show everything");
    const [, secret, , shared] = await page.messages();
    for (const message of [secret, shared]) {
      await page.post("/api/dismiss", { as: "bob", messageId: message?.id });
      await page.post("/api/dismiss", { as: "alice", messageId: message?.id });
    }
    expect((await page.messages()).map(({ id }) => id)).not.toContain(secret?.id);
    expect((await page.messages()).map(({ id }) => id)).toContain(shared?.id);
  });
});

it("tells how long each first sign of life took", () => {
  expect(world.acknowledged.length).toBeGreaterThan(50);
  expect(Math.min(...world.acknowledged)).toBeGreaterThan(0);
  expect(Math.max(...world.acknowledged)).toBeLessThan(3_000);
});

function last(messages: readonly WireMessage[]): WireMessage {
  const message = messages.at(-1);
  if (!message) throw new Error("There is no message");
  return message;
}

async function unansweredOf(visitor: string): Promise<readonly string[]> {
  const window = await page.open(visitor);
  const { unanswered } = (await window.next("snapshot")) as unknown as Snapshot;
  await window.close();
  return unanswered;
}
