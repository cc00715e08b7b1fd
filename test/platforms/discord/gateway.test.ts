import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type DiscordServer, startDiscordServer } from "#test/servers/discord/index.ts";
import { type Bot, join } from "./bot.ts";

let server: DiscordServer;
let bot: Bot | undefined;

beforeEach(async () => {
  server = await startDiscordServer();
});
afterEach(async () => {
  await bot?.discord.stop();
  bot = undefined;
  await server.stop();
});

/** discord.js connects again half a second after it lost its connection. */
const LONGER_THAN_ITS_PAUSE = 700;

it("stands in the gateway once after it was turned away", async () => {
  server.gateway.refuseUpgrade(503);
  bot = await join(server, [], { settings: { deadlines: { retryMs: LONGER_THAN_ITS_PAUSE } } });
  expect(bot.discord.connected()).toBe(true);
  expect(bot.logged.map(({ msg }) => msg)).toContain("Discord is out of reach");
  expect([server.gateway.upgrades, server.gateway.connections]).toEqual([2, 1]);
});

it("stops while it waits for Discord to say hello, and does not come back", async () => {
  server.gateway.withholdHello();
  bot = await join(server, [], { settings: { deadlines: { startMs: 50, closeMs: 30_000 } } });
  await expect.poll(() => server.gateway.connections).toBe(1);
  await bot.discord.stop();
  await sleep(LONGER_THAN_ITS_PAUSE);
  expect([server.gateway.upgrades, server.gateway.connections]).toEqual([1, 0]);
});

it("stops while it is about to connect again, and does not", async () => {
  bot = await join(server, []);
  server.gateway.invalidSession(false);
  await expect.poll(() => bot?.logged.map(({ msg }) => msg)).toContain("the connection to Discord is being renewed");
  await bot.discord.stop();
  const before = server.gateway.upgrades;
  await sleep(LONGER_THAN_ITS_PAUSE);
  expect([server.gateway.upgrades, server.gateway.connections]).toEqual([before, 0]);
});

it("stops though Discord does not confirm the end of the connection", async () => {
  bot = await join(server, []);
  server.gateway.freeze();
  const late = sleep(10_000, "late", { ref: false });
  expect(await Promise.race([bot.discord.stop(), late])).toBeUndefined();
});
