import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { defineCommand, onForm, onPress, openForm, subcommand } from "#src/chat/command.ts";
import { link } from "#src/chat/custom-id.ts";
import type { Message } from "#src/chat/message.ts";
import { channel, role, text } from "#src/chat/option.ts";
import type { Channel, Person } from "#test/servers/slack/index.ts";
import { type Bot, type Mode, startBot } from "./bot.ts";
import { says } from "./posting.ts";
import { appears } from "./visit.ts";

const PUBLIC = link("board/public", {});
const PRESS = link("board/press", {});
const OPEN = link("board/open", {});
const FORM = link("board/form", {});

const place = {
  channel: channel({ description: "Where to", label: "Channel", required: true }),
  mention: role({ description: "Whom to notify.", label: "Mention" }),
  note: text({ description: "What for", label: "Note" }),
};

/** What only organisers may do, by every way that there is, beside something for all. */
const board = defineCommand({
  name: "board",
  description: "Where things are posted",
  subcommands: {
    show: subcommand({ description: "For all", run: async () => card }),
    keep: subcommand({
      description: "For organisers",
      organisers: true,
      options: place,
      run: async ({ options }) => says(JSON.stringify(options)),
    }),
    maybe: subcommand({
      description: "A channel that may be left out",
      options: { channel: channel({ description: "Where to" }) },
      run: async ({ options }) => says(JSON.stringify(options)),
    }),
  },
  actions: [
    onPress(PUBLIC, { answers: "private", run: async () => says("For you") }),
    onPress(PRESS, { answers: "private", organisers: true, run: async () => says("Pressed by an organiser") }),
    onPress(OPEN, { answers: "private", organisers: true, opensForm: true, run: async () => openForm(FORM.to({})) }),
  ],
  forms: [
    onForm(FORM, {
      title: "Where to",
      submit: "Keep",
      organisers: true,
      fields: place,
      run: async ({ options }) => says(`Kept ${JSON.stringify(options)}`),
    }),
  ],
});

const card: Message = {
  summary: "Board",
  blocks: [
    {
      kind: "buttons",
      buttons: [
        { label: "What about me?", to: PUBLIC.to({}) },
        { label: "Press", to: PRESS.to({}) },
        { label: "Open", to: OPEN.to({}) },
      ],
    },
  ],
};

describe.each<Mode>(["Socket Mode", "HTTP"])("over %s", (mode) => {
  let bot: Bot;
  let jobs: Channel;
  let member: Person;
  let admin: Person;
  beforeAll(async () => {
    bot = await startBot(mode, [board], {
      server: { ackMs: 20_000, triggerMs: 20_000 },
      settings: { deadlines: { first: 5_000 }, organisers: ["U0INSTALLED"] },
    });
    jobs = bot.server.channel({ name: "jobs" });
    member = bot.server.person({ name: "mia" });
    admin = bot.server.person({ name: "olivia", admin: true });
  });
  afterAll(async () => {
    expect(bot.server.violations).toEqual([]);
    await bot.stop();
  });
  const asked = () => bot.server.journal.filter(({ path }) => path === "/api/users.info").length;

  describe("what only organisers may do", () => {
    it.each(["Press", "Open"])("is refused to a member who presses for it (%s)", async (button) => {
      const somebody = bot.server.person({ name: "mo" });
      const board = await somebody.runs(jobs, "/prep board show").message();
      const said = await somebody.presses(board, button).message();
      expect(said.plain()).toContain("Only the people who run this community can do that.");
    });

    it("is refused to a member who types it", async () => {
      const said = await member.runs(jobs, "/prep board keep channel:#jobs").message();
      expect(said.plain()).toContain("Only the people who run this community can do that.");
    });

    it("is done for an admin who presses, and opened and taken as a form", async () => {
      const person = admin;
      const board = await person.runs(jobs, "/prep board show").message();
      expect((await person.presses(board, "Press").message()).plain()).toBe("Pressed by an organiser");
      const form = await person.presses(board, "Open").view();
      await person.submits(form, { Mention: "@job-seekers" }).acked();
      const said = await appears({ server: bot.server }, [person, jobs], "Kept");
      expect(said.plain()).toBe(
        `Kept {"channel":{"id":"${jobs.id}","name":null},"mention":{"id":"@job-seekers","name":null}}`,
      );
    });

    it("is done for somebody who was named, without asking Slack", async () => {
      const person = bot.server.person({ name: "ines", id: "U0INSTALLED" });
      const before = asked();
      const board = await person.runs(jobs, "/prep board show").message();
      expect((await person.presses(board, "Press").message()).plain()).toBe("Pressed by an organiser");
      expect(asked()).toBe(before);
    });

    it("asks Slack who somebody is, and what is for all does not", async () => {
      const somebody = bot.server.person({ name: "sam" });
      const before = asked();
      const board = await somebody.runs(jobs, "/prep board show").message();
      await somebody.presses(board, "What about me?").message();
      expect(asked()).toBe(before);
      await somebody.presses(board, "Press").message();
      expect(asked()).toBe(before + 1);
    });
  });

  describe("a channel in a form", () => {
    it.each([
      ["typed", async () => admin.runs(jobs, "/prep board keep").view()],
      ["pressed", async () => admin.presses(await admin.runs(jobs, "/prep board show").message(), "Open").view()],
    ])("is chosen among channels, and at first the one in which it was %s", async (way, open) => {
      const form = await open();
      expect(form.blocks[0]?.element).toMatchObject({
        type: "conversations_select",
        filter: { include: ["public", "private"], exclude_bot_users: true },
      });
      expect(form.plain()).toContain("Whom to notify. A user group as people mention it, such as @job-seekers.");
      await admin.submits(form, { Note: `it was ${way}` }).acked();
      const said = await appears({ server: bot.server }, [admin, jobs], `it was ${way}`);
      expect(said.plain()).toContain(`"id":"${jobs.id}"`);
    });

    it("is not the direct message in which somebody asks", async () => {
      const person = bot.server.person({ name: "dora", admin: true });
      const form = await person.runs(bot.server.directMessage(person), "/prep board keep").view();
      const { errors } = await person.submits(form).heard();
      expect(Object.keys(errors ?? {})).toEqual(["channel"]);
    });
  });

  describe("a channel in a typed line", () => {
    const said = async (typed: string): Promise<string> =>
      (await admin.runs(jobs, `/prep board keep channel:${typed}`).message()).plain();
    const isJobs = () => `{"channel":{"id":"${jobs.id}","name":null}}`;

    it.each([
      ["its name, typed in it", () => "#jobs"],
      ["its name without the sign", () => "jobs"],
      ["its link", () => `https://example.slack.com/archives/${jobs.id}`],
      ["the link of a message in it", () => `https://example.slack.com/archives/${jobs.id}/p1700000000000100`],
      ["its id", () => jobs.id],
      ["Slack's own way to write it", () => `<#${jobs.id}|jobs>`],
    ])("is told by %s", async (_what, typed) => {
      expect(await said(typed())).toBe(isJobs());
    });

    it("is told by its name wherever the app is in it", async () => {
      const far = bot.server.channel({ name: "far-away", private: true });
      expect(await said("#Far-Away")).toBe(`{"channel":{"id":"${far.id}","name":null}}`);
    });

    it("is asked for in a form when it is unknown, and what else was typed stays", async () => {
      const person = bot.server.person({ name: "eve", admin: true });
      const form = await person.runs(jobs, "/prep board keep channel:#nowhere note:hello").view();
      expect(form.blocks[0]?.element).toMatchObject({ initial_conversation: jobs.id });
      expect(form.plain()).toContain("hello");
    });

    it("that could be left out is not left out for being unknown", async () => {
      const answer = await admin.runs(jobs, "/prep board maybe channel:#nowhere").message();
      expect(answer.plain()).toContain('"channel" should be a channel, not "#nowhere".');
    });
  });
});

describe("the app in a workspace", () => {
  it.each<Mode>(["Socket Mode", "HTTP"])(
    "is there when it starts and gone when it is removed, over %s",
    async (mode) => {
      const bot = await startBot(mode, [board]);
      const { server, communities } = bot;
      await expect.poll(() => communities).toEqual([`returned ${server.team.id}`]);
      const requests = () => server.journal.filter(({ path }) => path.startsWith("/api/")).length;
      const before = requests();
      await server.removesApp();
      await expect
        .poll(() => new Set(communities))
        .toEqual(new Set([`returned ${server.team.id}`, `left ${server.team.id}`]));
      const target = { workspaceId: server.team.id, channelId: server.channel({ name: "jobs" }).id };
      const posted = await bot.slack.poster?.post(target, says("Hello"), { nonce: "a" });
      expect(posted).toMatchObject({ kind: "refused", problem: "workspace-gone" });
      // One for the post, and nothing that goes on asking.
      expect(requests()).toBe(before + 1);
      await bot.stop();
      await server.stop();
    },
  );

  it("is still there when only a person's token is taken back", async () => {
    const bot = await startBot("HTTP", [board]);
    const { server, communities } = bot;
    const left = () => communities.filter((line) => line.startsWith("left"));
    await server.sendsEvent({ type: "tokens_revoked", tokens: { oauth: ["U1"], bot: [] } });
    await server.sendsEvent({ type: "tokens_revoked", tokens: { oauth: ["U1"] } });
    // What comes after them is the first and only thing that counts.
    await server.sendsEvent({ type: "app_uninstalled" });
    await expect.poll(left).not.toEqual([]);
    await bot.stop();
    expect(left()).toEqual([`left ${server.team.id}`]);
    await server.stop();
  });

  it("is there again when it is let in with the token it had, and somebody uses it", async () => {
    const bot = await startBot("HTTP", [board], { settings: { deadlines: { look: 0 } } });
    const { server, communities } = bot;
    const person = server.person({ name: "Ada" });
    const jobs = server.channel({ name: "jobs" });
    const [left, returned] = [`left ${server.team.id}`, `returned ${server.team.id}`];
    await expect.poll(() => communities).toEqual([returned]);
    await server.sendsEvent({ type: "app_uninstalled" });
    await expect.poll(() => communities).toEqual([returned, left]);
    await person.runs(jobs, "/prep board show").message();
    await expect.poll(() => communities).toEqual([returned, left, returned]);
    await bot.stop();
    await server.stop();
  });

  it("is not there again because of what somebody did before it was removed", async () => {
    const bot = await startBot("HTTP", [board], { settings: { deadlines: { look: 0 } } });
    const { server, communities } = bot;
    const person = server.person({ name: "Ada" });
    const jobs = server.channel({ name: "jobs" });
    await expect.poll(() => communities.length).toBe(1);
    await server.removesApp();
    await expect.poll(() => communities.length).toBe(3);
    const asked = () => server.journal.filter(({ path }) => path === "/api/auth.test").length;
    const before = asked();
    await person.runs(jobs, "/prep board show").heard();
    await expect.poll(asked).toBe(before + 1);
    await bot.stop();
    expect(communities.slice(1)).toEqual(Array(2).fill(`left ${server.team.id}`));
    await server.stop();
  });

  it("is recorded as soon as the database is back", async () => {
    let failures = 2;
    const recorded: string[] = [];
    const communities = {
      returned: async () => {},
      async left(workspaceId: string) {
        if (failures-- > 0) throw new Error("connection refused");
        recorded.push(workspaceId);
      },
    };
    const bot = await startBot("HTTP", [board], { settings: { communities } });
    await bot.server.sendsEvent({ type: "app_uninstalled" });
    await expect.poll(() => recorded, { timeout: 10_000 }).toEqual([bot.server.team.id]);
    await bot.stop();
    await bot.server.stop();
  });
});
