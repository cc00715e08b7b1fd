import { afterEach, describe, expect, it } from "vitest";
import { openStage, type Stage, says } from "./poster-stage.ts";

let stage: Stage | undefined;

afterEach(async () => {
  const { violations = [] } = stage?.server ?? {};
  await stage?.stop();
  stage = undefined;
  expect(violations).toEqual([]);
});

async function open(over: Parameters<typeof openStage>[0] = {}): Promise<Stage> {
  stage = await openStage(over);
  return stage;
}

const everything = [
  "View Channel",
  "Send Messages",
  "Attach Files",
  "Read Message History",
  "Create Public Threads",
  "Send Messages in Threads",
];

describe("the check of a channel on Discord", () => {
  it("says yes, with the channel's name, and changes nothing", async () => {
    const { poster, target, sent } = await open();
    expect(await poster.check(target)).toEqual({ ok: true, channelName: "#jobs" });
    expect(sent()).toEqual([]);
  });

  it("takes an announcement channel", async () => {
    const { poster, target, guild } = await open();
    const news = guild.channel("news", 5);
    expect(await poster.check({ ...target, channelId: news.id })).toEqual({ ok: true, channelName: "#news" });
  });

  it.each([
    ["attachFiles", "Attach Files"],
    ["sendMessages", "Send Messages"],
    ["readHistory", "Read Message History"],
    ["createPublicThreads", "Create Public Threads"],
    ["sendInThreads", "Send Messages in Threads"],
  ] as const)("names %s when it alone is missing, and where it is turned on", async (name, said) => {
    const { poster, target, channel } = await open();
    channel.denies(name);
    expect(await poster.check(target)).toEqual({
      ok: false,
      problem: "no-permission",
      missing: [said],
      fix: `Allow ${said} for Greenroom in #jobs: open Edit Channel, then Permissions, then Advanced permissions, add Greenroom, and turn it on.`,
    });
  });

  it("names everything that is missing in a channel that it cannot even enter", async () => {
    const { poster, target, channel } = await open();
    channel.denies("viewChannel", "attachFiles");
    const checked = await poster.check(target);
    expect(checked).toMatchObject({
      ok: false,
      problem: "channel-hidden",
      missing: ["View Channel", "Attach Files"],
    });
    expect(!checked.ok && checked.fix).toContain("in #jobs");
  });

  it("still says what to do when nothing at all can be seen of the channel", async () => {
    const { poster, target, channel, server } = await open();
    channel.denies("viewChannel");
    server.fault({ match: ({ path }) => path.endsWith("/channels"), kind: "status", status: 500 });
    expect(await poster.check(target)).toMatchObject({
      ok: false,
      problem: "channel-hidden",
      missing: ["View Channel"],
    });
  });

  it("reckons as Discord does: everybody's role, own roles together, then the channel's, then the bot's own", async () => {
    const { poster, target, guild, channel } = await open();
    const speaker = guild.role("Speaker", { permissions: ["sendMessages"] });
    const quiet = guild.role("Quiet");
    guild.everyoneMay();
    expect(await poster.check(target)).toMatchObject({ ok: false, missing: everything });
    const all = [
      "viewChannel",
      "sendMessages",
      "attachFiles",
      "readHistory",
      "createPublicThreads",
      "sendInThreads",
    ] as const;
    channel.permits("everyone", { allow: all });
    expect(await poster.check(target)).toMatchObject({ ok: true });
    // A role that the bot has not changes nothing.
    channel.permits(quiet, { deny: ["sendMessages"] });
    expect(await poster.check(target)).toMatchObject({ ok: true });
    guild.gives(quiet);
    expect(await poster.check(target)).toMatchObject({ ok: false, missing: ["Send Messages"] });
    // What one of its roles is allowed there wins over what another is denied.
    guild.gives(speaker);
    channel.permits(speaker, { allow: ["sendMessages"] });
    expect(await poster.check(target)).toMatchObject({ ok: true });
    channel.permits("bot", { deny: ["attachFiles"] });
    expect(await poster.check(target)).toMatchObject({ ok: false, missing: ["Attach Files"] });
  });

  it("lets an administrator and the owner pass whatever the channel says", async () => {
    const { poster, target, guild, channel, server } = await open();
    channel.permits("everyone", { deny: ["viewChannel", "sendMessages"] });
    expect(await poster.check(target)).toMatchObject({ ok: false });
    guild.gives(guild.role("Admins", { permissions: ["administrator"] }));
    expect(await poster.check(target)).toMatchObject({ ok: true });
    const own = server.guild({ ownerId: server.applicationId });
    own.everyoneMay();
    const ours = own.channel("ours");
    expect(await poster.check({ workspaceId: own.id, channelId: ours.id })).toMatchObject({ ok: true });
  });

  it.each([
    ["voice", 2],
    ["a forum", 15],
    ["a category", 4],
  ] as const)("refuses %s with what to choose instead", async (_kind, type) => {
    const { poster, target, guild } = await open();
    const other = guild.channel("other", type);
    const checked = await poster.check({ ...target, channelId: other.id });
    expect(checked).toMatchObject({ ok: false, problem: "no-permission" });
    expect(!checked.ok && checked.fix).toContain("#other is neither a text nor an announcement channel");
  });

  it("refuses a thread", async () => {
    const { poster, target } = await open();
    const posted = await poster.post(target, says("x"), { nonce: "n1" });
    if (posted.kind !== "sent") throw new Error("not sent");
    await poster.openThread(target, posted.ref, "Talk");
    expect(await poster.check({ ...target, channelId: posted.ref })).toMatchObject({ ok: false });
  });

  it("refuses a channel that is gone, never was, or is another server's", async () => {
    const { poster, target, guild, channel, server } = await open();
    const elsewhere = server.guild().channel("jobs");
    const gone = { ok: false, problem: "channel-gone", fix: "Choose a text or announcement channel of this server." };
    expect(await poster.check({ ...target, channelId: elsewhere.id })).toEqual(gone);
    expect(await poster.check({ ...target, channelId: "100000000000000009" })).toEqual(gone);
    expect(await poster.check({ workspaceId: guild.id, channelId: server.person().dm.id })).toEqual(gone);
    channel.disappears();
    expect(await poster.check(target)).toEqual(gone);
  });

  it("gives the link that adds the bot, with the permissions it needs, where it is no member", async () => {
    const { poster, server } = await open();
    const stranger = server.guild({ installed: false });
    const channelId = stranger.channel("jobs").id;
    const checked = await poster.check({ workspaceId: stranger.id, channelId });
    expect(checked).toMatchObject({ ok: false, problem: "not-member" });
    const link = new URL(/https:\S+/.exec(checked.ok ? "" : checked.fix)?.[0] ?? "");
    expect(Object.fromEntries(link.searchParams)).toEqual({
      client_id: server.applicationId,
      integration_type: "0",
      scope: "bot applications.commands",
      permissions: "309237746688",
      guild_id: stranger.id,
      disable_guild_select: "true",
    });
    expect(await poster.check({ workspaceId: "", channelId })).toMatchObject({ ok: false, problem: "not-member" });
  });

  it("does not throw when Discord does not answer, and says that it is worth trying again", async () => {
    const { poster, target, server } = await open();
    const faults = [{ kind: "drop-before" }, { kind: "status", status: 503 }, { kind: "status", status: 429 }] as const;
    const fixes: string[] = [];
    for (const fault of faults)
      for (const route of [/@me$/, /guilds\/\d+$/, /channels\/\d+$/, /members/]) {
        server.fault({ ...fault, seconds: 0.01, match: ({ path }) => route.test(path) });
        const checked = await poster.check(target);
        if (!checked.ok) fixes.push(checked.fix);
      }
    // Who we are is asked only once.
    expect(fixes.length).toBeGreaterThanOrEqual(10);
    expect([...new Set(fixes)]).toEqual(["Discord does not answer me at the moment. Wait a minute."]);
    await expect.poll(() => poster.check(target)).toMatchObject({ ok: true });
  });
});

describe("the check of whom to notify", () => {
  it("takes a role that anybody may mention, or any role where the bot may mention all", async () => {
    const { poster, target, guild } = await open();
    const told = guild.role("job-seekers", { mentionable: true });
    const closed = guild.role("mentors");
    expect(await poster.check({ ...target, mention: told.id })).toEqual({
      ok: true,
      channelName: "#jobs",
      mention: { id: told.id, name: "@job-seekers" },
    });
    expect(await poster.check({ ...target, mention: closed.id })).toEqual({
      ok: false,
      problem: "mention-refused",
      fix: 'Open Server Settings, then Roles, then @mentors, and turn on "Allow anyone to @mention this role"; or allow "Mention @everyone, @here, and All Roles" for Greenroom in #jobs.',
    });
    guild.gives(guild.role("Loud", { permissions: ["mentionEveryone"] }));
    expect(await poster.check({ ...target, mention: closed.id })).toMatchObject({ ok: true });
  });

  it("refuses everybody, and a role that is not there", async () => {
    const { poster, target, guild } = await open();
    guild.gives(guild.role("Loud", { permissions: ["mentionEveryone"] }));
    expect(await poster.check({ ...target, mention: guild.id })).toMatchObject({
      ok: false,
      problem: "mention-refused",
    });
    const gone = await poster.check({ ...target, mention: "100000000000000009" });
    expect(gone).toMatchObject({ ok: false, problem: "mention-refused" });
    expect(!gone.ok && gone.fix).toContain("no such role");
  });
});
