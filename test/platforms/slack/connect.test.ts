import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { PlatformRefused } from "#src/chat/platform.ts";
import type { Message } from "#test/servers/slack/index.ts";
import { type Bot, type Mode, startBot } from "./bot.ts";
import { career, demo, effects, gate } from "./commands.ts";

describe.each<Mode>(["Socket Mode", "HTTP"])("Slack over %s", (mode) => {
  let bot: Bot;
  let alice: ReturnType<Bot["server"]["person"]>;
  let general: ReturnType<Bot["server"]["channel"]>;

  beforeAll(async () => {
    bot = await startBot(mode, [demo, career]);
    alice = bot.server.person({ name: "alice" });
    general = bot.server.channel({ name: "general" });
  });
  afterAll(() => bot.stop());
  beforeEach(() => {
    effects.count = 0;
  });
  afterEach(() => {
    gate.open();
    expect(bot.server.violations.splice(0)).toEqual([]);
  });

  const count = (): Promise<Message> => alice.runs(general, "/prep demo count").message();

  describe("a slash command", () => {
    it("is answered in the acknowledgement when the answer is there in time", async () => {
      const turn = alice.runs(general, "/prep demo count");
      expect((await turn.message()).plain()).toContain("Counted 0");
      expect((await turn.acked()).body).toMatchObject({ response_type: "ephemeral", text: "Counted 0" });
    });

    it("shows the home card when nothing is asked for", async () => {
      expect((await alice.runs(general, "/prep").message()).plain()).toContain("Your career");
    });

    it("shows help on what is unknown, and when it is asked for", async () => {
      expect((await alice.runs(general, "/prep dmeo count").message()).plain()).toContain(
        'There is no command "dmeo".',
      );
      expect((await alice.runs(general, "/prep help").message()).plain()).toContain("Everything a platform must carry");
    });

    it("is seen by everybody when it says so, and else by one", async () => {
      const bob = bot.server.person({ name: "bob" });
      expect((await alice.runs(general, "/prep demo public").message()).ephemeral).toBe(false);
      const own = await count();
      expect(own.ephemeral).toBe(true);
      expect(bot.server.visibleTo(bob, general).some(({ ts }) => ts === own.ts)).toBe(false);
    });

    it("is acknowledged in time and answered late when it is slow", async () => {
      gate.close();
      const turn = alice.runs(general, "/prep demo silent");
      const { timedOut, body } = await turn.acked();
      expect([timedOut, body]).toEqual([false, {}]);
      gate.open();
      expect((await turn.message()).plain()).toBe("Silently done");
    });

    it("shows once that it is under way", async () => {
      gate.close();
      const turn = alice.runs(general, "/prep demo slow");
      expect((await turn.message()).plain()).toContain("Working: 1 of 2");
      gate.open();
      await turn.messageSaying("Slowly done");
    });

    it("neither formats nor mentions what somebody wrote", async () => {
      const typed = "<!channel> <@U1> *bold* & <https://evil.example|here> &lt;ok&gt;";
      const message = await alice.runs(general, `/prep demo say text:"${typed}"`).message();
      expect(message.plain().split("\n")[0]).toBe(typed);
      expect(message.text).toBe(
        "&lt;!channel&gt; &lt;@U1&gt; *bold* &amp; &lt;https://evil.example|here&gt; &amp;lt;ok&amp;gt;",
      );
    });

    it("splits what is too long and loses none of it", async () => {
      const turn = alice.runs(general, "/prep demo long");
      await turn.messageSaying("Line 119");
      const said = bot.server.visibleTo(alice, general).filter(({ text }) => text === "A lot");
      expect(said.length).toBeGreaterThan(1);
      for (const index of [0, 60, 119])
        expect(said.filter((message) => message.plain().includes(`Line ${index} `)).length).toBe(1);
    });

    it("brings a file into the direct message, with a private word about it", async () => {
      const turn = alice.runs(general, "/prep demo file");
      const message = await turn.messageSaying("Here it is.");
      expect(message.ephemeral).toBe(true);
      expect(message.plain()).toContain("resume.pdf: Your resume, one page\nThe file is in your direct messages");
      await turn.messageSaying(/^resume\.pdf$/m);
      const [file] = bot.server.visibleTo(alice, bot.server.directMessage(alice)).flatMap(({ files }) => files);
      expect(file?.bytes.toString()).toBe("%PDF-1.7");
    });

    it("asks Slack who is an organiser only where that matters", async () => {
      const admin = bot.server.person({ name: "root", admin: true });
      const asked = () => bot.server.journal.filter(({ path }) => path === "/api/users.info").length;
      const before = asked();
      await alice.runs(general, "/prep").message();
      expect(asked()).toBe(before);
      expect((await alice.runs(general, "/prep demo admin").message()).plain()).toContain(
        "Only the people who run this community",
      );
      expect((await admin.runs(general, "/prep demo admin").message()).plain()).toContain("You run this place");
      const after = asked();
      await admin.runs(general, "/prep demo admin").message();
      expect(asked()).toBe(after);
    });

    it("has one effect when it is delivered twice", async () => {
      const turn = alice.runs(general, "/prep demo silent");
      const again = bot.server.redeliver(turn);
      await turn.message();
      await again.acked();
      expect(effects.count).toBe(1);
    });
  });

  describe("a chart", () => {
    it("is drawn by Slack itself, with its words", async () => {
      const message = await alice.runs(general, "/prep demo chart").message();
      expect(message.blocks.map(({ type }) => type)).toContain("data_visualization");
      expect(message.plain()).toContain("From 50 in May to 80 in June");
    });

    it("is left out where Slack does not know it", async () => {
      bot.server.fault({
        match: ({ path, body }) => path.startsWith("/commands/") && JSON.stringify(body).includes("data_visualization"),
        kind: "status",
        status: 400,
        body: { ok: false, error: "invalid_blocks" },
      });
      const message = await alice.runs(general, "/prep demo chart").message();
      expect(message.blocks.map(({ type }) => type)).not.toContain("data_visualization");
      expect(message.plain()).toContain("From 50 in May to 80 in June");
    });
  });

  describe("a button", () => {
    it("changes the message on which it sits", async () => {
      const message = await count();
      await alice.presses(message, "Count").messageSaying("Counted 1");
      expect(message.now().plain()).toContain("Counted 1");
      const after = message.now();
      await alice.presses(after, "Count").messageSaying("Counted 2");
      expect(message.now().plain()).toContain("Counted 2");
    });

    it("is acknowledged at once", async () => {
      const message = await count();
      expect((await alice.presses(message, "Slow").acked()).timedOut).toBe(false);
      expect(message.now().plain()).not.toContain("Counted 100");
    });

    it("shows progress in place and keeps enough of the response_url for the answer", async () => {
      const message = await count();
      const turn = alice.presses(message, "Slow");
      await turn.messageSaying(/Step \d of 9/);
      await turn.messageSaying("Counted 100");
      expect(message.now().plain()).toContain("Counted 100");
    });

    it("answers privately beside it, or for everybody", async () => {
      const message = await count();
      expect((await alice.presses(message, "Private").message()).ephemeral).toBe(true);
      expect((await alice.presses(message, "Share").message()).ephemeral).toBe(false);
      expect(message.now().plain()).toContain("Counted 0");
    });

    it("leaves a message as it was when the answer is an apology", async () => {
      const message = await alice.runs(general, "/prep demo public").message();
      gate.close();
      const turn = alice.presses(message, "Wrong");
      await turn.messageSaying("Looking");
      gate.open();
      const apology = await turn.messageSaying("This belongs to somebody else.");
      expect(apology.ts).not.toBe(message.ts);
      expect(message.now().plain()).toContain("Counted 0");
    });

    it("takes what was picked in a select", async () => {
      await alice.chooses(await count(), "demo/pick", "Beer").messageSaying("You picked b");
    });

    it("that leads to a page is acknowledged and nothing else", async () => {
      const home = await alice.runs(general, "/prep").message();
      expect((await alice.presses(home, "Docs").acked()).failed).toBeUndefined();
    });

    it("that is not ours any more says so", async () => {
      const message = await count();
      const forged = {
        ...message,
        blocks: JSON.parse(
          JSON.stringify(message.blocks).replaceAll("demo/count:1", "gone/away:%"),
        ) as Message["blocks"],
      };
      const answer = await alice.presses(forged, "Count").message();
      expect(answer.plain()).toContain("This button is out of date.");
    });
  });

  describe("a response_url that takes no more", () => {
    it("is replaced by a private message in the channel", async () => {
      const message = await count();
      bot.server.fault({
        match: ({ path }) => path.startsWith("/actions/"),
        kind: "status",
        status: 404,
        body: { ok: false, error: "used_url" },
      });
      await alice.presses(message, "Count").messageSaying("Counted 1");
      const [last] = bot.server.visibleTo(alice, general).slice(-1);
      expect(last?.ephemeral).toBe(true);
      expect(last?.ts).not.toBe(message.ts);
    });

    it("is replaced by a direct message where the bot may not post", async () => {
      const closed = bot.server.channel({ name: "closed", botIsMember: false });
      bot.server.fault({
        match: ({ path }) => path.startsWith("/commands/"),
        kind: "status",
        status: 404,
        body: { ok: false, error: "expired_url" },
      });
      const message = await alice.runs(closed, "/prep demo silent").messageSaying("Silently done");
      expect(message.channel).toBe(bot.server.directMessage(alice).id);
      const told = () => bot.logged.some((line) => line.includes("expired_url") && line.includes('"age"'));
      await expect.poll(told).toBe(true);
    });
  });

  describe("a form", () => {
    it("opens when a required option is missing, with what was given", async () => {
      const turn = alice.runs(general, "/prep demo say times:2 tone:bad");
      const view = await turn.view();
      expect(view.title).toBe("/demo say");
      expect(view.inputs().map(({ label }) => label)).toEqual([
        "Text",
        "Text (continued)",
        "Times",
        "Tone",
        "Loud",
        "File",
        "Where",
      ]);
      alice.submits(view, { Text: "one", "Text (continued)": "two", Where: general.id });
      const message = await turn.messageSaying("one");
      expect(message.plain()).toContain("one\ntwo");
      expect(message.plain()).toContain(`"times":2,"tone":"bad","where":{"id":"${general.id}","name":null}`);
      // The acknowledgement, which closes it, and the message go their own ways.
      await expect.poll(() => view.open).toBe(false);
    });

    it("opens from a button, filled, and changes the message it came from", async () => {
      const message = await count();
      const view = await alice.presses(message, "Edit").view();
      expect(view.plain()).toContain("Ada");
      alice.submits(view, { Name: "Grace" });
      await expect.poll(() => message.now().plain()).toContain("Hello Grace");
    });

    it("shows what is wrong at its field and keeps what was typed", async () => {
      const message = await count();
      const view = await alice.presses(message, "Edit").view();
      view.record.blocks.forEach((block) => Object.assign(block.element ?? {}, { max_length: 3000 }));
      const { errors } = await alice.submits(view, { Name: "x".repeat(40) }).heard();
      expect(errors?.name).toContain('"Name" has 40 characters; 20 fit.');
      expect(view.open).toBe(true);
      alice.submits(view, { Name: "Grace" });
      await expect.poll(() => message.now().plain()).toContain("Hello Grace");
      expect(effects.count).toBe(1);
    });

    it("stays open with the reason when it cannot be saved, and can be sent again as it is", async () => {
      const view = await alice.presses(await count(), "Edit").view();
      const { errors } = await alice.submits(view, { Name: "nobody" }).heard();
      expect(errors?.name).toContain("The storage cannot be reached at the moment.");
      expect((await alice.submits(view).heard()).errors?.name).toContain("The storage cannot be reached");
      expect(effects.count).toBe(2);
    });

    it("closes at once when the work takes longer", async () => {
      const message = await count();
      const view = await alice.presses(message, "Edit").view();
      gate.close();
      const { timedOut, body } = await alice.submits(view, { Name: "slow" }).acked();
      expect([timedOut, body]).toEqual([false, { response_action: "clear" }]);
      expect(view.open).toBe(false);
      gate.open();
      await expect.poll(() => message.now().plain()).toContain("Hello slow");
    });

    it("that takes long to come shows at once that it is coming", async () => {
      gate.close();
      const turn = alice.runs(general, "/prep demo form");
      const waiting = (await turn.heard()).view;
      expect(waiting?.plain()).toContain("One moment");
      gate.open();
      expect((await turn.heard()).view?.inputs().map(({ label }) => label)).toEqual(["Name", "Age"]);
      expect(waiting?.id).toBe(bot.server.modal(alice)?.id);
    });

    it("that was not needed after all leaves a short word in its place", async () => {
      gate.close();
      const turn = alice.runs(general, "/prep demo maybe");
      expect((await turn.heard()).view?.plain()).toContain("One moment");
      gate.open();
      await turn.messageSaying("No form was needed");
      await expect.poll(() => bot.server.modal(alice)?.plain()).toContain("Done.");
    });

    it("that Slack no longer opens can be opened by a button", async () => {
      bot.server.fault({
        match: ({ path }) => path === "/api/views.open",
        kind: "status",
        status: 200,
        body: { ok: false, error: "expired_trigger_id" },
      });
      const message = await alice.presses(await count(), "Edit").messageSaying("Your name is ready");
      const view = await alice.presses(message, "Open the form").view();
      expect(view.title).toBe("Your name");
    });

    it("that was closed half way comes back with what was typed", async () => {
      const message = await count();
      const view = await alice.presses(message, "Edit").view();
      alice.fills(view, { Name: "Half" });
      await alice.closes(view).acked();
      expect((await alice.presses(message, "Edit").view()).plain()).toContain("Half");
    });
  });

  describe("the Home tab", () => {
    it("shows the home card, without tables, which it does not take", async () => {
      const view = await alice.opensHome().view();
      expect(view.type).toBe("home");
      expect(view.plain()).toContain("Your career");
      expect(view.plain()).toContain("Profile");
    });

    it("changes in place, and answers in the direct message what is not for it", async () => {
      const view = await alice.opensHome().view();
      await alice.presses(view, "Refresh").heard();
      expect(bot.server.home(alice)?.plain()).toContain("Refreshed 1 times");
      const message = await alice.presses(bot.server.home(alice) ?? view, "News").messageSaying("News for you");
      expect(message.channel).toBe(bot.server.directMessage(alice).id);
    });

    it("has one effect when Slack delivers the opening four times", async () => {
      const turn = alice.opensHome();
      await turn.view();
      for (let attempt = 0; attempt < 3; attempt++) await bot.server.redeliver(turn).acked();
      // It comes after them, so whatever they had done is done when it is answered.
      await count();
      expect(effects.count).toBe(1);
    });

    it("opens a form and shows its answer in its place", async () => {
      const form = await alice.presses(await alice.opensHome().view(), "Name").view();
      await alice.submits(form, { Name: "Grace" }).heard();
      await expect.poll(() => bot.server.home(alice)?.plain()).toContain("Hello Grace");
    });
  });

  describe("the global shortcut", () => {
    it("opens the home card in a modal whose buttons work", async () => {
      const card = await alice.usesShortcut("greenroom_home").view();
      expect(card.plain()).toContain("Your career");
      await alice.presses(card, "Refresh").heard();
      expect(card.now().plain()).toContain("Refreshed 1 times");
      await alice.presses(card.now(), "News").heard();
      expect(card.now().plain()).toContain("News for you");
    });

    it("puts a form on top of it and shows the answer in it", async () => {
      const card = await alice.usesShortcut("greenroom_home").view();
      const form = await alice.presses(card, "Name").view();
      expect(form.title).toBe("Your name");
      await alice.submits(form, { Name: "Grace" }).heard();
      await expect.poll(() => card.now().plain()).toContain("Hello Grace");
      expect(bot.server.modal(alice)?.id).toBe(card.id);
    });
  });

  it("tells how long every acknowledgement took", () => {
    expect(bot.acknowledged.length).toBeGreaterThan(20);
    // Slack's own limit.
    expect(Math.max(...bot.acknowledged)).toBeLessThan(3_000);
  });

  it("logs neither tokens nor what people wrote", () => {
    const log = bot.logged.join("");
    for (const secret of [bot.server.botToken, bot.server.appToken, "Grace", "evil.example", "/actions/"])
      expect(log).not.toContain(secret);
  });
});

describe("Slack", () => {
  it.each([
    ["SLACK_BOT_TOKEN", { botToken: "xoxb-wrong" }],
    ["SLACK_APP_TOKEN", { appToken: "xapp-wrong" }],
    ["SLACK_BOT_TOKEN", { botToken: "xapp-local-app-token" }],
  ] as const)("refuses to start with a wrong %s", async (setting, settings) => {
    const error = await startBot("Socket Mode", [demo], { settings }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(PlatformRefused);
    expect(error).toMatchObject({ setting });
  });

  it("connects again by itself when Slack refreshes the connection or the network breaks", async () => {
    const bot = await startBot("Socket Mode", [demo]);
    const alice = bot.server.person({ name: "alice" });
    const general = bot.server.channel({ name: "general" });
    for (const drop of [false, true]) {
      const hellos = () => bot.server.journal.filter(({ path }) => path === "hello").length;
      const before = hellos();
      bot.server.socket.disconnect("refresh_requested", { drop });
      await expect.poll(hellos).toBe(before + 1);
      await expect.poll(() => bot.slack.connected()).toBe(true);
      expect((await alice.runs(general, "/prep demo count").message()).plain()).toContain("Counted 0");
    }
    expect(bot.server.violations).toEqual([]);
    await bot.stop();
  });

  it("starts in spite of a network that is away at first", async () => {
    const bot = await startBot("Socket Mode", [demo], {
      server: {},
      settings: {},
      faults: [
        { match: ({ path }) => path === "/api/auth.test", kind: "drop-before", times: 2 },
        { match: ({ path }) => path === "/api/apps.connections.open", kind: "status", status: 503, times: 2 },
      ],
    });
    expect(bot.slack.connected()).toBe(true);
    await bot.stop();
  });

  it("counts an answer that finds no way at all, tries each way once, and goes on", async () => {
    const lost: string[] = [];
    const bot = await startBot("Socket Mode", [demo], {
      settings: { observe: { acknowledged() {}, undelivered: (code) => void lost.push(code) } },
    });
    const alice = bot.server.person({ name: "alice", deactivated: true });
    const closed = bot.server.channel({ name: "closed", botIsMember: false });
    bot.server.fault({
      match: ({ path }) => path.startsWith("/commands/"),
      kind: "status",
      status: 404,
      body: { ok: false, error: "expired_url" },
    });
    await alice.runs(closed, "/prep demo silent").acked();
    await expect.poll(() => lost).toEqual(["direct message: user_disabled"]);
    expect(
      bot.server.journal
        .filter(({ direction, method }) => direction === "in" && method === "POST")
        .slice(-3)
        .map(({ path }) => path.split("/").slice(0, 3).join("/")),
    ).toEqual(["/commands/T0GREENROOM", "/api/chat.postEphemeral", "/api/chat.postMessage"]);
    expect((await alice.runs(closed, "/prep demo count").message()).plain()).toContain("Counted 0");
    await bot.stop();
  });

  it("waits out a short rate limit", async () => {
    const bot = await startBot("Socket Mode", [demo]);
    const alice = bot.server.person({ name: "alice" });
    const closed = bot.server.channel({ name: "closed", botIsMember: false });
    bot.server.fault({
      match: ({ path }) => path.startsWith("/commands/"),
      kind: "status",
      status: 404,
      body: { ok: false, error: "expired_url" },
    });
    bot.server.fault({
      match: ({ path }) => path === "/api/chat.postMessage",
      kind: "status",
      status: 429,
      headers: { "retry-after": "1" },
      body: { ok: false, error: "ratelimited" },
    });
    await alice.runs(closed, "/prep demo silent").messageSaying("Silently done");
    await bot.stop();
  });

  it("finishes what is under way before it stops", async () => {
    const bot = await startBot("HTTP", [demo]);
    const alice = bot.server.person({ name: "alice" });
    const turn = alice.runs(bot.server.channel({ name: "general" }), "/prep demo silent");
    await turn.acked();
    await bot.slack.stop();
    expect((await turn.message()).plain()).toBe("Silently done");
    expect(bot.slack.connected()).toBe(false);
    await bot.stop();
  });
});
