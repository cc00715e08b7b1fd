import { afterEach, describe, expect, it } from "vitest";
import { type Bot, join, startBot } from "./bot.ts";
import { demo } from "./commands.ts";

let bot: Bot | undefined;

afterEach(async () => {
  await bot?.stop();
  bot = undefined;
});

async function start(settings: Parameters<typeof startBot>[1] = {}) {
  bot = await startBot([demo], settings);
  const guild = bot.server.guild();
  await expect.poll(() => bot?.servers).toEqual([`returned ${guild.id}`]);
  bot.servers.length = 0;
  return { bot, guild, server: bot.server };
}

describe("C3: a server that the bot", () => {
  it("is removed from is left, and others are not", async () => {
    const { bot, guild, server } = await start();
    const other = server.guild();
    guild.kicksBot();
    await expect.poll(() => bot.servers).toEqual([`returned ${other.id}`, `left ${guild.id}`]);
  });

  it("is in stays while Discord has an outage", async () => {
    const { bot, guild } = await start();
    guild.goesDown();
    guild.comesBack();
    await expect.poll(() => bot.servers).toEqual([`returned ${guild.id}`]);
  });

  it("is added to again has returned", async () => {
    const { bot, guild } = await start();
    guild.kicksBot();
    await expect.poll(() => bot.servers).toEqual([`left ${guild.id}`]);
    guild.addsBot();
    await expect.poll(() => bot.servers).toEqual([`left ${guild.id}`, `returned ${guild.id}`]);
  });

  it("was added to while nobody was connected has returned", async () => {
    const { bot, guild, server } = await start();
    guild.kicksBot();
    await expect.poll(() => bot.servers).toHaveLength(1);
    await bot.discord.stop();
    guild.addsBot();
    const later = await join(server, [demo]);
    await expect.poll(() => later.servers).toEqual([`returned ${guild.id}`]);
    await later.discord.stop();
  });

  it("is removed from during a broken connection is left when the connection is back", async () => {
    const { bot, guild, server } = await start();
    server.gateway.disconnect(4000);
    guild.kicksBot();
    await expect.poll(() => bot.servers).toEqual([`left ${guild.id}`]);
  });

  it("is removed from is recorded when the storage is back, and a return in between counts", async () => {
    let away = true;
    const heard: string[] = [];
    const record = (what: string) => async (id: string) => {
      if (away) throw new Error("the storage is away");
      heard.push(`${what} ${id}`);
    };
    const communities = { left: record("left"), returned: record("returned") };
    bot = await startBot([demo], { settings: { communities } });
    const [one, two] = [bot.server.guild(), bot.server.guild()];
    one.kicksBot();
    two.kicksBot();
    two.addsBot();
    await expect
      .poll(() => bot?.logged.filter(({ msg }) => msg.includes("could not be recorded")).length)
      .toBeGreaterThan(1);
    away = false;
    await expect.poll(() => heard.toSorted()).toEqual([`left ${one.id}`, `returned ${two.id}`].toSorted());
  });
});

describe("a bot in many servers", () => {
  it("asks for the one intent that tells of servers, and keeps none of them", async () => {
    const { server, bot } = await start();
    for (let count = 0; count < 30; count += 1) server.guild().channel("general");
    await bot.discord.stop();
    const later = await join(server, [demo]);
    expect(server.gateway.identifies.map(({ intents }) => intents)).toEqual([1, 1]);
    await expect.poll(() => later.servers).toHaveLength(31);
    const ada = server.person({ name: "Ada" });
    const place = server.guild().channel("general");
    expect((await ada.runs(place, "demo say", { text: "hello" }).message()).text()).toContain("hello");
    await later.discord.stop();
  });

  it("is ready although one of them has an outage", async () => {
    const { server, bot, guild } = await start();
    await bot.discord.stop();
    server.guild({ name: "Out" }).goesDown();
    // Less than the 15 seconds for which discord.js waits for servers.
    const later = await join(server, [demo], { settings: { deadlines: { startMs: 10_000 } } });
    expect(later.discord.connected()).toBe(true);
    await expect.poll(() => later.servers).toEqual([`returned ${guild.id}`]);
    await later.discord.stop();
  });
});
