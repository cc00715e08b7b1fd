import { afterEach, describe, expect, it, vi } from "vitest";
import { openStage, type Stage, salaries, says } from "./poster-stage.ts";

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

/** Half of a call's time goes by at once: for so long, it waits for a picture. */
function withoutPicture<Posted>(post: () => Promise<Posted>): Promise<Posted> {
  vi.useFakeTimers({ toFake: ["setTimeout"] });
  try {
    const posted = post();
    vi.advanceTimersByTime(5000);
    return posted;
  } finally {
    vi.useRealTimers();
  }
}

const isPost = ({ method, path }: { method: string; path: string }) => method === "POST" && path.endsWith("/messages");

describe("a post on Discord", () => {
  it("is one message, of which the id comes back", async () => {
    const { poster, target, posts, sent } = await open();
    const posted = await poster.post(target, says("Nurses earn more"), { nonce: "n1" });
    expect(posts().map((message) => message.text())).toEqual(["Nurses earn more"]);
    expect(posted).toEqual({ kind: "sent", ref: posts()[0]?.id });
    expect(sent()).toHaveLength(1);
  });

  it("shows figures as a picture that a screen reader can read", async () => {
    const { poster, target, posts, drawn } = await open();
    await poster.post(target, says("Pay", salaries), { nonce: "n1" });
    const [picture] = posts()[0]?.files() ?? [];
    expect(drawn).toEqual([salaries]);
    expect(picture).toMatchObject({ name: "chart.png", mediaType: "image/png" });
    expect(picture?.description).toBe("Pay: Nurses earn 60,000 to 120,000 USD a year");
  });

  it("shows the figures as text when the picture cannot be drawn", async () => {
    const drawChart = () => Promise.reject(new Error("no canvas"));
    const { poster, target, posts } = await open({ poster: { drawChart } });
    expect(await poster.post(target, says("Pay", salaries), { nonce: "n1" })).toMatchObject({ kind: "sent" });
    expect(posts()[0]?.text()).toContain("80,000");
  });

  it("waits for a picture that takes longer than a call may, and draws it once", async () => {
    const { promise, resolve } = Promise.withResolvers<Uint8Array>();
    let asked = 0;
    const drawChart = () => {
      asked += 1;
      return promise;
    };
    const { poster, target, posts, sent } = await open({ poster: { drawChart } });
    const post = () => poster.post(target, says("Pay", salaries), { nonce: "n1" });
    expect(await withoutPicture(post)).toEqual({ kind: "later", milliseconds: 10_000, scope: "channel" });
    expect(sent()).toEqual([]);
    resolve(new Uint8Array([137, 80, 78, 71]));
    expect(await post()).toMatchObject({ kind: "sent" });
    expect(
      posts()[0]
        ?.files()
        .map(({ name }) => name),
    ).toEqual(["chart.png"]);
    expect(asked).toBe(1);
  });

  it("shows the figures as text when the picture is not there the third time", async () => {
    const drawChart = () => new Promise<Uint8Array>(() => {});
    const { poster, target, posts } = await open({ poster: { drawChart } });
    const post = async () => {
      const nonce = "n1";
      return (await withoutPicture(() => poster.post(target, says("Pay", salaries), { nonce }))).kind;
    };
    expect([await post(), await post(), await post()]).toEqual(["later", "later", "sent"]);
    expect(posts()[0]?.text()).toContain("80,000");
  });

  it("notifies the role that it is for and nobody else, whatever the text says", async () => {
    const { poster, target, posts, guild, member } = await open();
    const seekers = guild.role("job-seekers", { mentionable: true });
    const others = guild.role("others", { mentionable: true });
    const evil = `@everyone @here <@&${others.id}> <@${member.id}> \\<@&${others.id}>`;
    await poster.post(target, says(evil), { nonce: "n1", mention: seekers.id });
    expect(posts()[0]?.pinged).toEqual({ roles: [seekers.id], users: [], everyone: false });
    expect(posts()[0]?.text().split("\n")[0]).toBe(`<@&${seekers.id}>`);
  });

  it("notifies nobody when nobody is to be notified", async () => {
    const { poster, target, posts, guild } = await open();
    guild.everyoneMay("viewChannel", "sendMessages", "attachFiles", "mentionEveryone");
    const role = guild.role("others", { mentionable: true });
    await poster.post(target, says(`@everyone <@&${role.id}>`), { nonce: "n1" });
    expect(posts()[0]?.pinged).toEqual({ roles: [], users: [], everyone: false });
  });

  it("goes out all the same when its role is not there any more", async () => {
    const { poster, target, posts, guild } = await open();
    const role = guild.role("job-seekers", { mentionable: true });
    guild.deletesRole(role);
    expect(await poster.post(target, says("x"), { nonce: "n1", mention: role.id })).toMatchObject({ kind: "sent" });
    expect(posts()[0]?.pinged.roles).toEqual([]);
  });

  it("is there once when it is sent again with the same nonce", async () => {
    const { poster, target, posts } = await open();
    const once = await poster.post(target, says("x"), { nonce: "n1" });
    const twice = await poster.post(target, says("x"), { nonce: "n1" });
    expect(twice).toEqual(once);
    expect(posts()).toHaveLength(1);
    await poster.post(target, says("x"), { nonce: "n2" });
    expect(posts()).toHaveLength(2);
  });

  it("stays one message when it is longer than a message may be: all of it is attached, and every button is there", async () => {
    const { poster, target, posts, sent } = await open();
    const lines = Array.from({ length: 400 }, (_, index) => `Line ${index} of a long report`).join("\n");
    const buttons = { kind: "buttons", buttons: [{ label: "What about me?", to: "insights/me:nurse" }] } as const;
    await poster.post(target, says(lines, salaries, buttons), { nonce: "n1", mention: "123456789012345678" });
    expect(posts()).toHaveLength(1);
    const [message] = posts();
    expect(message?.text()).toContain("Line 0 of a long report");
    expect(message?.text()).toContain("The whole text is in the attached file");
    expect(message?.text().split("\n")[0]).toBe("<@&123456789012345678>");
    const [picture, whole] = message?.files() ?? [];
    expect(picture?.name).toBe("chart.png");
    expect(whole?.bytes.toString()).toContain("Line 399 of a long report");
    expect(message?.buttons().map(({ label }) => label)).toEqual(["What about me?"]);
    expect(sent().filter(isPost)).toHaveLength(1);
  });

  it("goes into a thread, and is named so that it is found there", async () => {
    const { poster, target, posts } = await open();
    const main = await poster.post(target, says("main"), { nonce: "n1" });
    if (main.kind !== "sent") throw new Error("not sent");
    const thread = await poster.openThread(target, main.ref, "Details");
    expect(thread).toEqual({ kind: "sent", ref: main.ref });
    const details = await poster.post(target, says("details"), { nonce: "n2", thread: main.ref });
    const inThread = posts(main.ref).map((message) => message.text());
    expect(inThread).toEqual(["details"]);
    expect(posts().map((message) => message.text())).toEqual(["main"]);
    if (details.kind !== "sent") throw new Error("not sent");
    await poster.withdraw(target, details.ref);
    expect(posts(main.ref)).toEqual([]);
    expect(posts()).toHaveLength(1);
  });

  it("asks nothing that it need not: one request for one post", async () => {
    const { poster, target, server } = await open();
    await poster.post(target, says("x"), { nonce: "n1" });
    expect(server.journal).toHaveLength(1);
  });
});

describe("a thread on Discord", () => {
  it("is opened once: asked for again, it is the one that is there", async () => {
    const { poster, target, server } = await open();
    const main = await poster.post(target, says("main"), { nonce: "n1" });
    if (main.kind !== "sent") throw new Error("not sent");
    server.fault({ match: ({ path }) => path.endsWith("/threads"), kind: "drop-after" });
    expect(await poster.openThread(target, main.ref, "Details")).toEqual({ kind: "unsure" });
    expect(await poster.openThread(target, main.ref, "Details")).toEqual({ kind: "sent", ref: main.ref });
  });

  it("has a title that Discord takes, however long or empty it was", async () => {
    const { poster, target } = await open();
    for (const [nonce, title] of [
      ["n1", " "],
      ["n2", "Ünïcode 🎓 ".repeat(30)],
    ] as const) {
      const main = await poster.post(target, says("main"), { nonce });
      if (main.kind !== "sent") throw new Error("not sent");
      expect(await poster.openThread(target, main.ref, title)).toMatchObject({ kind: "sent" });
    }
  });

  it("is refused with what to do where there are as many as Discord allows, or the message is gone", async () => {
    const { poster, target } = await open({ server: { mostThreads: 0 } });
    const main = await poster.post(target, says("main"), { nonce: "n1" });
    if (main.kind !== "sent") throw new Error("not sent");
    const full = await poster.openThread(target, main.ref, "Details");
    expect(full).toMatchObject({ kind: "refused", problem: "no-permission" });
    expect(full.kind === "refused" && full.fix).toContain("as many open threads as Discord allows");
    await poster.withdraw(target, main.ref);
    const gone = await poster.openThread(target, main.ref, "Details");
    expect(gone).toMatchObject({ kind: "refused", fix: "The message above the thread has been deleted." });
  });

  it("takes nothing while it is locked, and everything again when it was only archived", async () => {
    const { poster, target, server } = await open();
    const main = await poster.post(target, says("main"), { nonce: "n1" });
    if (main.kind !== "sent") throw new Error("not sent");
    await poster.openThread(target, main.ref, "Details");
    const thread = server.thread(main.ref);
    thread.archived = true;
    expect(await poster.post(target, says("a"), { nonce: "n2", thread: main.ref })).toMatchObject({ kind: "sent" });
    thread.locked = true;
    const refused = await poster.post(target, says("b"), { nonce: "n3", thread: main.ref });
    expect(refused).toMatchObject({ kind: "refused", problem: "no-permission" });
    expect(refused.kind === "refused" && refused.fix).toContain("Open it again");
  });
});

describe("a direct message to an organiser", () => {
  it("arrives", async () => {
    const { poster, guild, member, server } = await open();
    expect(await poster.tell({ workspaceId: guild.id, userId: member.id }, says("Your channel is gone"))).toBe("told");
    expect(server.visibleTo(member, member.dm).map((message) => message.text())).toEqual(["Your channel is gone"]);
  });

  it("is not delivered to closed direct messages, to somebody without a server in common, or to nobody", async () => {
    const { poster, guild, server } = await open();
    const closed = server.person({ name: "Closed" });
    closed.closesDms();
    const stranger = server.person({ name: "Stranger", mutualGuild: false });
    for (const userId of [closed.id, stranger.id, "1"])
      expect(await poster.tell({ workspaceId: guild.id, userId }, says("x"))).toBe("never");
  });
});

describe("a message that is there twice", () => {
  it("is deleted, and one that is gone is no error", async () => {
    const { poster, target, posts, logged } = await open();
    const posted = await poster.post(target, says("x"), { nonce: "n1" });
    if (posted.kind !== "sent") throw new Error("not sent");
    await poster.withdraw(target, posted.ref);
    await poster.withdraw(target, posted.ref);
    expect(posts()).toEqual([]);
    expect(logged.filter(({ level }) => level >= 50)).toEqual([]);
  });

  it("is deleted although Discord asks to wait, or its answer is lost", async () => {
    const { poster, target, posts, server } = await open();
    const posted = await poster.post(target, says("x"), { nonce: "n1" });
    if (posted.kind !== "sent") throw new Error("not sent");
    const match = ({ method }: { method: string }) => method === "DELETE";
    server.fault({ match, kind: "status", status: 429, seconds: 0.05 });
    server.fault({ match, kind: "drop-after" });
    await poster.withdraw(target, posted.ref);
    expect(posts()).toEqual([]);
  });

  it("is named in the log when it cannot be deleted", async () => {
    const { poster, target, channel, logged } = await open();
    const posted = await poster.post(target, says("x"), { nonce: "n1" });
    if (posted.kind !== "sent") throw new Error("not sent");
    channel.denies("viewChannel");
    await poster.withdraw(target, posted.ref);
    expect(logged.find(({ level }) => level === 50)).toMatchObject({ messageId: posted.ref, code: 50001 });
  });
});
