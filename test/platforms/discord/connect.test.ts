import { REST, RESTEvents, Routes } from "discord.js";
import { pino } from "pino";
import { afterEach, describe, expect, it, vi } from "vitest";
import { createAnswerRest } from "#src/platforms/discord/requests.ts";
import { type Bot, join, startBot } from "./bot.ts";
import { demo, hold, knownRole, setup } from "./commands.ts";

let bot: Bot | undefined;

afterEach(async () => {
  vi.useRealTimers();
  const { violations = [] } = bot?.server ?? {};
  await bot?.stop();
  bot = undefined;
  expect(violations).toEqual([]);
});

const quick = { deadlines: { deferMs: 30, formMs: 60 } };

async function start(settings: Parameters<typeof startBot>[1] = {}) {
  bot = await startBot([demo, setup], settings);
  const ada = bot.server.person({ name: "Ada" });
  const place = bot.server.guild().channel("general");
  const requests = () =>
    bot?.server.journal.filter(({ method, path }) => method !== "GATEWAY" && /interactions|webhooks/.test(path)) ?? [];
  return { bot, ada, place, requests, server: bot.server };
}

describe("the answer to an interaction", () => {
  it("is private and takes one request when it is there at once", async () => {
    const { ada, place, requests, bot } = await start();
    const began = performance.now();
    const message = await ada.runs(place, "demo say", { text: "hello" }).message();
    expect(message.text()).toContain("hello");
    expect(message.ephemeral).toBe(true);
    expect(requests()).toHaveLength(1);
    await expect.poll(() => bot.acknowledged).toHaveLength(1);
    expect(bot.acknowledged[0]).toBeGreaterThan(0);
    expect(bot.acknowledged[0]).toBeLessThan(performance.now() - began);
  });

  it("is visible to all where the command says so", async () => {
    const { ada, place } = await start();
    expect((await ada.runs(place, "demo count-publicly").message()).ephemeral).toBe(false);
  });

  it("carries options of every kind", async () => {
    const { ada, place } = await start();
    const file = ada.attaches({ name: "a.pdf", mediaType: "application/pdf", bytes: new Uint8Array(3) });
    const whom = place.guild?.roles[0] ?? expect.fail("no role");
    const values = { text: "x", times: 2, tone: "good", loud: true, file, where: place, whom };
    const said = (await ada.runs(place, "demo say", values).message()).text().replaceAll("\\", "");
    expect(said).toContain('"times":2,"tone":"good","loud":true');
    expect(said).toContain('"name":"a.pdf"');
    expect(said).toContain('"name":"general"');
    expect(said).toContain(`"whom":{"id":"${whom.id}","name":"@everyone"}`);
  });

  it("is announced in time when the work is slow, and then edited in", async () => {
    const { ada, place, requests } = await start({ settings: quick });
    const turn = ada.runs(place, "demo slow");
    const first = await turn.acknowledged();
    expect(first.kind).toBe("deferred");
    expect(first.message?.ephemeral).toBe(true);
    expect((await turn.message()).text()).toBe("Done slowly");
    expect(requests()).toHaveLength(2);
  });

  it("shows progress in the place of the answer", async () => {
    const { ada, place, requests } = await start();
    const goOn = hold();
    const turn = ada.runs(place, "demo steps");
    const shown = await turn.message();
    expect(shown.text()).toBe("Step 1");
    goOn();
    await turn.until((message) => message.text() === "All steps done");
    const edits = requests().filter(({ method }) => method === "PATCH");
    expect(edits.length).toBeGreaterThanOrEqual(2);
    // Progress that came after the answer would be there before something slow is answered.
    await ada.runs(place, "demo slow").message();
    expect(shown.text()).toBe("All steps done");
  });

  it("becomes a private follow-up when a deferred public answer ends badly", async () => {
    const { ada, place, server } = await start({ settings: quick });
    const turn = ada.runs(place, "demo slow-publicly");
    const sorry = await turn.followUp();
    expect(sorry.ephemeral).toBe(true);
    expect(sorry.text()).toContain("somebody else");
    const other = server.person({ name: "Bob" });
    expect(server.visibleTo(other, place)).toEqual([]);
  });

  it("edits the message on which a button was pressed", async () => {
    const { ada, place } = await start();
    const message = await ada.runs(place, "demo count").message();
    const answer = await ada.presses(message, "Count").answer();
    expect(answer.kind).toBe("update");
    expect(message.text()).toBe("Counted 1");
    await ada.chooses(message, "Pick one", ["Beer"]).answer();
    expect(message.text()).toBe("Picked b");
  });

  it("leaves that message alone when the press went wrong", async () => {
    const { ada, place } = await start();
    const message = await ada.runs(place, "demo count").message();
    const sorry = await ada.presses(message, "Wrong").message();
    expect(sorry.ephemeral).toBe(true);
    expect(sorry.id).not.toBe(message.id);
    expect(message.text()).toBe("Counted 0");
  });

  it("puts that message back when progress had been shown in it", async () => {
    const { ada, place } = await start({ settings: quick });
    const message = await ada.runs(place, "demo count").message();
    const before = message.buttons();
    const goOn = hold();
    const turn = ada.presses(message, "Slowly wrong");
    await turn.until((shown) => shown.text() === "Wait");
    goOn();
    const sorry = await turn.followUp();
    expect(sorry.ephemeral).toBe(true);
    expect(message.text()).toBe("Counted 0");
    expect(message.buttons()).toEqual(before);
  });

  it("says that an outdated button is outdated", async () => {
    const { ada, place } = await start();
    const message = await ada.runs(place, "demo count").message();
    expect((await ada.forges(message, "demo/gone:1").message()).text()).toContain("out of date");
  });

  it("shows pictures with an alt text and files with a component", async () => {
    const { ada, place } = await start();
    const message = await ada.runs(place, "demo chart").message();
    expect(message.text()).toContain("Scores: 50 % on Monday");
    expect(message.files().map(({ name }) => name)).toEqual(["chart.png", "my_résumé.pdf"]);
  });

  it("shows the alt text of a chart that cannot be drawn", async () => {
    const { ada, place } = await start({ settings: { drawChart: () => Promise.reject(new Error("no canvas")) } });
    const message = await ada.runs(place, "demo chart").message();
    expect(message.text()).toContain("50 % on Monday");
    expect(message.files()).toHaveLength(1);
  });

  it("lets nobody's text mention or format", async () => {
    const { ada, place } = await start();
    const evil = "@everyone **bold** <@1> [x](https://evil.example) `code` ||s||\n# big\n> quote";
    const shown = (await ada.runs(place, "demo say", { text: evil }).message()).text();
    expect(shown).toContain(
      "\\@everyone \\*\\*bold\\*\\* \\<\\@1\\> \\[x\\](https\\://evil.example) \\`code\\` \\|\\|s\\|\\|\n\\# big\n\\> quote",
    );
  });

  it("goes on in further messages, as private as the first, where it is longer than one", async () => {
    const { ada, place, server } = await start();
    const long = `${"word ".repeat(1100)}end`;
    const turn = ada.runs(place, "demo say", { text: long });
    const message = await turn.message();
    const second = await turn.followUp();
    expect([message.ephemeral, second.ephemeral]).toEqual([true, true]);
    expect(`${message.text()} ${second.text()}`).toContain(long);
    expect(server.visibleTo(server.person({ name: "Bob" }), place)).toEqual([]);
  });

  it("sends a further message again when nobody knows whether it arrived", async () => {
    const { ada, place, server, bot } = await start();
    server.fault({
      match: ({ method, path }) => method === "POST" && path.includes("/webhooks/"),
      kind: "drop-before",
    });
    const turn = ada.runs(place, "demo say", { text: `${"word ".repeat(1100)}end` });
    expect((await turn.followUp()).text()).toMatch(/ end\n/);
    expect(bot.undelivered).toHaveLength(1);
  });

  it("says a further message in plain words when Discord refuses what was drawn", async () => {
    const { ada, place, server, bot } = await start();
    server.fault({
      match: ({ method, path }) => method === "POST" && path.includes("/webhooks/"),
      kind: "status",
      status: 400,
      body: { message: "Invalid Form Body", code: 50_035 },
    });
    const turn = ada.runs(place, "demo say", { text: `${"word ".repeat(1100)}end` });
    expect((await turn.followUp(2)).text()).toMatch(/ end\n/);
    expect(bot.undelivered).toEqual([50_035]);
  });
});

describe("a form", () => {
  it("opens filled, as the first response", async () => {
    const { ada, place, requests } = await start();
    const modal = await ada.runs(place, "demo form").modal();
    expect(modal.title).toBe("About you");
    expect(modal.fields().map(({ label, value }) => [label, value])).toEqual([
      ["Name", "Ada"],
      ["Age", ""],
      ["Size", ""],
    ]);
    expect(requests()).toHaveLength(1);
    const saved = await ada.submits(modal, { Age: "30" }).message();
    expect(saved.text().replaceAll("\\", "")).toBe('Saved {"name":"Ada","age":30,"size":"l"}');
  });

  it("edits the message from which it was opened", async () => {
    const { ada, place } = await start();
    const message = await ada.runs(place, "demo count").message();
    const modal = await ada.presses(message, "Edit").modal();
    await ada.submits(modal, { Name: "Grace" }).answer();
    expect(message.text()).toContain("Grace");
  });

  it("answers privately, and leaves the message alone, where it was opened from one that others see", async () => {
    const { ada, place, server } = await start();
    const message = await ada.runs(place, "demo count-publicly").message();
    const modal = await ada.presses(message, "Edit").modal();
    const answer = await ada.submits(modal, { Name: "Grace" }).message();
    expect(answer.ephemeral).toBe(true);
    expect(answer.text()).toContain("Grace");
    expect(server.visibleTo(server.person({ name: "Bob" }), place).map((one) => one.text())).toEqual(["Counted 0"]);
  });

  it("edits the message from which it was opened in direct messages, where nobody else reads", async () => {
    const { ada } = await start();
    const message = await ada.runs(ada.dm, "demo count-publicly").message();
    const modal = await ada.presses(message, "Edit").modal();
    await ada.submits(modal, { Name: "Grace" }).answer();
    expect(message.text()).toContain("Grace");
  });

  it("is offered by a button when it can no longer open by itself", async () => {
    const { ada, place } = await start({ settings: quick });
    const message = await ada.runs(place, "demo count").message();
    const turn = ada.presses(message, "Edit late");
    const offer = await turn.followUp();
    expect(offer.ephemeral).toBe(true);
    expect(message.text()).toBe("Counted 0");
    const modal = await ada.presses(offer, "Open the form").modal();
    expect(modal.title).toBe("About you");
  });

  it("says what is wrong, keeps what was typed, and opens again with it", async () => {
    const { ada, place } = await start();
    const modal = await ada.runs(place, "demo form").modal();
    const errors = await ada.submits(modal, { Name: "Grace", Age: "many" }).message();
    expect(errors.text().replaceAll("\\", "")).toContain('"Age" should be a whole number, not "many"');
    const again = await ada.presses(errors, "Open the form again").modal();
    expect(again.fields().map(({ value }) => value)).toEqual(["Grace", "many", ""]);
    expect(again.fields()[2]?.options.find((option) => option.default)?.value).toBe("l");
  });

  async function opensPlace(roleId: (guild: { role(name: string): { id: string } }) => string) {
    const { ada, server, bot } = await start();
    const guild = server.guild();
    const place = guild.channel("jobs");
    knownRole.id = roleId(guild);
    const open = async () => ada.presses(await ada.runs(place, "demo count").message(), "Place");
    return { ada, server, bot, guild, place, open };
  }

  it("takes channels, roles and files", async () => {
    const { ada, guild, open } = await opensPlace(() => "");
    const file = ada.attaches({ name: "cv.pdf", mediaType: "application/pdf", bytes: new Uint8Array(3) });
    const [news, mentors] = [guild.channel("news", 5), guild.role("mentors")];
    const modal = await (await open()).modal();
    const saved = ada.submits(modal, { Channel: [news.id], Whom: [mentors.id], File: [file] });
    expect((await saved.message()).text()).toBe("news mentors cv.pdf");
  });

  it("has the channel and the role chosen with which it is filled", async () => {
    const { ada, guild, place, open } = await opensPlace((guild) => guild.role("mentors").id);
    const modal = await (await open()).modal();
    expect(modal.fields().map(({ defaults }) => defaults)).toEqual([[place.id], [guild.role("mentors").id], []]);
    expect((await ada.submits(modal).message()).text()).toBe("jobs mentors nothing");
  });

  it("takes away a role that was chosen, and shows nothing chosen that is no id", async () => {
    const { ada, open } = await opensPlace((guild) => guild.role("mentors").id);
    const modal = await (await open()).modal();
    expect((await ada.submits(modal, { Whom: [] }).message()).text()).toBe("jobs nobody nothing");
    knownRole.id = "@mentors";
    expect((await (await open()).modal()).fields()[1]?.defaults).toEqual([]);
  });

  it("opens with nothing chosen when Discord refuses what was", async () => {
    const { server, bot, open } = await opensPlace((guild) => guild.role("mentors").id);
    server.fault({
      match: ({ body }) => JSON.stringify(body ?? "").includes("default_values"),
      kind: "status",
      status: 400,
      body: { message: "Invalid Form Body", code: 50_035 },
    });
    const modal = await (await open()).modal();
    expect(modal.fields().map(({ defaults }) => defaults)).toEqual([[], [], []]);
    expect(bot.undelivered).toEqual([50_035]);
  });
});

describe("trouble on the way", () => {
  it("offers at most 25 suggestions", async () => {
    const { ada, place } = await start();
    const offered = await ada.types(place, "demo topic", { topic: "ab" });
    expect(offered).toHaveLength(25);
    expect(offered[0]).toEqual({ name: "ab 0", value: "ab0" });
  });

  it("answers a repeated delivery once", async () => {
    const { ada, place, requests, server } = await start();
    const turn = ada.runs(place, "demo count");
    server.redeliver(turn);
    await turn.message();
    server.redeliver(turn);
    // The bot hears of this one last.
    await ada.runs(place, "demo count").message();
    expect(requests()).toHaveLength(2);
  });

  it("survives an interaction that Discord does not know any more", async () => {
    const { ada, place, server, bot } = await start();
    server.fault({
      match: ({ path }) => path.includes("/callback"),
      kind: "status",
      status: 404,
      body: { message: "Unknown interaction", code: 10_062 },
    });
    ada.runs(place, "demo say", { text: "a secret" });
    await expect.poll(() => bot.undelivered).toEqual([10_062]);
    const warning = bot.logged.find(({ code }) => code === 10_062);
    expect(warning?.["ageMs"]).toBeGreaterThanOrEqual(0);
    expect(JSON.stringify(bot.logged)).not.toContain("a secret");
    expect((await ada.runs(place, "demo say", { text: "again" }).message()).text()).toContain("again");
  });

  it("edits in its answer when somebody else has acknowledged", async () => {
    const { ada, place, server, bot } = await start();
    server.fault({
      match: ({ path }) => path.includes("/callback"),
      kind: "status",
      status: 400,
      body: { message: "Already acknowledged", code: 40_060 },
    });
    ada.runs(place, "demo say", { text: "x" });
    await expect.poll(() => bot.undelivered).toEqual([40_060, 10_015]);
  });

  it("does not send a callback again whose answer was lost", async () => {
    const { ada, place, server, requests } = await start();
    server.fault({ match: ({ path }) => path.includes("/callback"), kind: "drop-after" });
    const turn = ada.runs(place, "demo say", { text: "once" });
    await expect.poll(() => turn.record.edits).toBe(1);
    expect((await turn.message()).text()).toContain("once");
    expect(requests().filter(({ path }) => path.includes("/callback"))).toHaveLength(1);
  });

  it("waits as long as Discord says when it is too fast", async () => {
    const { ada, place, server, requests } = await start();
    server.fault({
      match: ({ path }) => path.includes("/callback"),
      kind: "status",
      status: 429,
      headers: { "retry-after": "1" },
    });
    const turn = ada.runs(place, "demo say", { text: "patience" });
    expect((await turn.message()).text()).toContain("patience");
    expect(requests().map(({ status }) => status)).toEqual([429, 204]);
  });

  it("sends plain text when Discord refuses what was drawn", async () => {
    const { ada, place, server, bot } = await start();
    server.fault({
      match: ({ path }) => path.includes("/callback"),
      kind: "status",
      status: 400,
      body: { message: "Invalid Form Body", code: 50_035 },
    });
    expect((await ada.runs(place, "demo say", { text: "still there" }).message()).text()).toContain("still there");
    expect(bot.undelivered).toEqual([50_035]);
  });

  it("says it privately when the message was deleted before the answer", async () => {
    const { ada, place, server } = await start();
    const message = await ada.runs(place, "demo count").message();
    server.fault({
      match: ({ path }) => path.includes("/callback"),
      kind: "status",
      status: 404,
      body: { message: "Unknown message", code: 10_008 },
    });
    const again = await ada.presses(message, "Count").message();
    expect(again.text()).toBe("Counted 1");
    expect(again.id).not.toBe(message.id);
  });

  it("drops an answer that comes after the interaction has expired", async () => {
    const { ada, place, requests, bot } = await start({ settings: { deadlines: { deferMs: 10, tokenMs: 100 } } });
    ada.runs(place, "demo slow");
    await expect.poll(() => bot.undelivered).toEqual(["token-expired"]);
    expect(requests()).toHaveLength(1);
  });

  it("is not kept back by a count of fifty a second, as discord.js's own client would keep it", async () => {
    const { ada, place, server, requests } = await start({ settings: quick });
    // In a second that does not end before somebody waits for its end, that client would send fifty edits and no more.
    vi.useFakeTimers({ toFake: ["Date"] });
    const turns = Array.from({ length: 60 }, () => ada.runs(place, "demo slow"));
    await Promise.all(turns.map((turn) => turn.until((message) => message.text() === "Done slowly")));
    expect(requests().filter(({ method }) => method === "PATCH")).toHaveLength(60);
    const keptBack = async (rest: REST) => {
      let waits = 0;
      rest.on(RESTEvents.RateLimited, ({ global }) => {
        if (!global) return;
        waits += 1;
        vi.useRealTimers();
      });
      // Side by side: those of one interaction would wait for each other.
      const all = Array.from({ length: 60 }, (_, n) =>
        rest
          .patch(Routes.webhookMessage(`${n + 1}`, "unknown"), { auth: false, body: { content: "x" } })
          .catch(() => {}),
      );
      await Promise.all(all);
      rest.clearHashSweeper();
      rest.clearHandlerSweeper();
      return waits > 0;
    };
    const api = `${server.origin}/api`;
    expect(await keptBack(createAnswerRest({ api, requestMs: 10_000 }))).toBe(false);
    expect(await keptBack(new REST({ version: "10", api, retries: 0 }))).toBe(true);
  });

  it("finishes what it is answering before it stops", async () => {
    const { ada, place, bot } = await start({ settings: quick });
    const turn = ada.runs(place, "demo slow");
    await turn.acknowledged();
    await bot.discord.stop();
    expect((await turn.message()).text()).toBe("Done slowly");
    expect(bot.discord.connected()).toBe(false);
  });
});

describe("starting", () => {
  it("publishes the commands, and not again while they are the same", async () => {
    const { server } = await start();
    const puts = () => server.journal.filter(({ method }) => method === "PUT");
    expect(puts()).toHaveLength(1);
    const [first, second] = server.commands();
    expect([first?.["name"], first?.["contexts"], first?.["integration_types"]]).toEqual(["demo", [0, 1, 2], [0, 1]]);
    expect([second?.["name"], second?.["default_member_permissions"]]).toEqual(["setup", "32"]);
    const same = await join(server, [demo, setup]);
    expect(puts()).toHaveLength(1);
    await same.discord.stop();
    const fewer = await join(server, [demo]);
    expect(puts()).toHaveLength(2);
    await fewer.discord.stop();
  });

  it("logs the links with which the bot is added: to a server with what posting needs, to an account without", async () => {
    const { bot } = await start();
    const asked = (link = "") => Object.fromEntries(new URL(link).searchParams);
    const links = bot.discord.installLinks();
    expect(asked(links?.server)).toEqual({
      client_id: "110000000000000000",
      integration_type: "0",
      scope: "bot applications.commands",
      permissions: "309237746688",
    });
    expect(asked(links?.account)).toEqual({
      client_id: "110000000000000000",
      integration_type: "1",
      scope: "applications.commands",
    });
    expect(bot.logged.find(({ installLinks }) => installLinks)).toMatchObject({ installLinks: links });
  });

  it("names the setting when Discord refuses the token, and never the token", async () => {
    const { server } = await start();
    const token = "MTEwMDAwMDAwMDAwMDAwMDAw.G00000.wrong-token-00000000000000000000000";
    const lines: string[] = [];
    const log = pino({ level: "trace" }, { write: (line: string) => void lines.push(line) });
    const refused = join(server, [demo], { settings: { token, log } });
    await expect(refused).rejects.toMatchObject({ name: "PlatformRefused", setting: "DISCORD_TOKEN" });
    expect(lines.join("")).not.toContain("wrong-token");
  });

  it("names what Discord refuses at the gateway", async () => {
    const { server } = await start();
    server.gateway.refuseIdentify(4014);
    await expect(join(server, [demo])).rejects.toMatchObject({ name: "PlatformRefused" });
  });

  it("goes on trying while Discord is out of reach", async () => {
    const { server } = await start();
    server.fault({ match: ({ path }) => path.endsWith("/applications/@me"), kind: "drop-before", times: 2 });
    const late = await join(server, [demo, setup]);
    expect(late.discord.connected()).toBe(true);
    expect(late.logged.filter(({ msg }) => msg.includes("out of reach")).length).toBeGreaterThan(0);
    await late.discord.stop();
  });

  it("works on an account of one's own, where the bot is in no server", async () => {
    const { server } = await start();
    const eve = server.person({ name: "Eve", installed: true, mutualGuild: false });
    expect((await eve.runs(eve.elsewhere, "demo say", { text: "hi" }).message()).text()).toContain("hi");
  });
});

describe("the connection", () => {
  it("is resumed, and what was missed is answered", async () => {
    const { ada, place, server, bot } = await start();
    server.gateway.disconnect(4000);
    const turn = ada.runs(place, "demo say", { text: "missed" });
    expect((await turn.message()).text()).toContain("missed");
    expect(server.gateway.resumes).toHaveLength(1);
    await expect.poll(() => bot.discord.connected()).toBe(true);
  });

  it("is made anew when the session is gone", async () => {
    const { server, bot } = await start();
    server.gateway.invalidSession(false);
    await expect.poll(() => server.gateway.identifies.length, { timeout: 30_000 }).toBe(2);
    await expect.poll(() => bot.discord.connected()).toBe(true);
  });

  it("reports that it will not come back", async () => {
    const { server, bot } = await start();
    server.gateway.disconnect(4004);
    await expect(bot.discord.failed).resolves.toMatchObject({ setting: "DISCORD_TOKEN" });
    expect(bot.discord.connected()).toBe(false);
  });
});
