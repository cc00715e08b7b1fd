import { afterEach, describe, expect, it } from "vitest";
import { limiting, onCall, type Posting, refusing, SCOPES, startPosting } from "./posting.ts";

let posting: Posting;
afterEach(() => posting.stop());

type About = Parameters<Posting["server"]["channel"]>[0];

async function check(about: About, mention?: string) {
  const { id: channelId } = posting.server.channel(about);
  return posting.poster.check({ ...posting.target, channelId, ...(mention !== undefined && { mention }) });
}

describe("a channel that is to be posted to", () => {
  it.each([false, true])("is called by its name when the app is in it (private: %s)", async (isPrivate) => {
    posting = await startPosting();
    expect(await check({ name: "careers", private: isPrivate })).toEqual({ ok: true, channelName: "#careers" });
  });

  it("needs an invitation, which is said as it is typed", async () => {
    posting = await startPosting();
    expect(await check({ name: "careers", botIsMember: false })).toEqual({
      ok: false,
      problem: "not-member",
      fix: 'In #careers, type "/invite @greenroom".',
    });
  });

  it("may be private and unseen, or gone: the invitation is the way in", async () => {
    posting = await startPosting();
    const hidden = {
      ok: false,
      problem: "channel-hidden",
      fix: expect.stringContaining('type "/invite @greenroom" in it'),
    };
    expect(await check({ name: "secret", private: true, botIsMember: false })).toEqual(hidden);
    expect(await posting.poster.check({ ...posting.target, channelId: "C0GONE" })).toEqual(hidden);
  });

  it("is refused when it is archived, or a direct message", async () => {
    posting = await startPosting();
    expect(await check({ name: "old", archived: true })).toMatchObject({ ok: false, problem: "channel-gone" });
    const direct = posting.server.directMessage(posting.server.person({ name: "olivia" }));
    expect(await posting.poster.check({ ...posting.target, channelId: direct.id })).toMatchObject({
      ok: false,
      fix: "Posts go into channels, not into direct messages: choose a channel.",
    });
    expect(posting.calls("conversations.info").map(({ body }) => body.channel)).not.toContain(direct.id);
  });

  it.each(["general", "#general", "", "https://x.slack.com/archives/C123"])(
    "is not guessed from %j",
    async (channelId) => {
      posting = await startPosting();
      expect(await posting.poster.check({ ...posting.target, channelId })).toMatchObject({ ok: false });
      expect(posting.calls("conversations.info")).toEqual([]);
    },
  );

  it.each([
    ["public", { name: "careers" }, { ok: true }],
    ["private", { name: "careers", private: true }, { ok: true }],
    [
      "foreign",
      { name: "careers", botIsMember: false },
      { problem: "not-member", fix: 'In that channel, type "/invite @greenroom".' },
    ],
    ["archived", { name: "careers", archived: true }, { problem: "channel-gone" }],
    ["unseen", { name: "careers", private: true, botIsMember: false }, { problem: "channel-hidden" }],
  ])(
    "is proven without a scope for looking at it when it is %s, and nobody sees how",
    async (_what, about, expected) => {
      posting = await startPosting({ server: { scopes: SCOPES } });
      expect(await check(about)).toMatchObject(expected);
      expect(posting.server.world.scheduled.size).toBe(0);
      expect(posting.server.world.messages).toEqual([]);
      expect(posting.server.violations).toEqual([]);
    },
  );

  it("that only a few may post to is found out without a scope as well", async () => {
    posting = await startPosting({ server: { scopes: SCOPES } });
    posting.channel.record.restricted = "restricted_action_read_only_channel";
    expect(await posting.poster.check(posting.target)).toMatchObject({ ok: false, problem: "no-permission" });
  });

  it("cannot be posted to without chat:write, and the scope is named", async () => {
    posting = await startPosting({ server: { scopes: ["commands"] } });
    expect(await posting.poster.check(posting.target)).toMatchObject({
      problem: "no-permission",
      missing: ["chat:write"],
    });
  });

  it.each([
    ["is cut off", onCall("conversations.info", { kind: "drop-before" })],
    ["is told to wait", limiting("conversations.info", 30)],
    ["is out of order", refusing("conversations.info", "internal_error")],
    ["does not answer", onCall("conversations.info", { kind: "delay", delayMs: 10_000 })],
  ])("is to be tried again where Slack %s", async (_what, fault) => {
    posting = await startPosting({ settings: { requestMs: 4_000 } });
    posting.server.fault(fault);
    expect(await posting.poster.check(posting.target)).toMatchObject({
      ok: false,
      fix: "Slack did not answer: wait a minute.",
    });
    expect(await posting.poster.check(posting.target)).toMatchObject({ ok: true });
  });

  it("is in a workspace that may have removed the app", async () => {
    posting = await startPosting();
    posting.server.world.refusal = "account_inactive";
    expect(await posting.poster.check(posting.target)).toMatchObject({ ok: false, problem: "workspace-gone" });
  });
});

describe("a user group that is to be notified", () => {
  const groups = async (scopes?: readonly string[]) => {
    posting = await startPosting({ server: scopes ? { scopes } : {} });
    const seekers = posting.server.userGroup({ handle: "job-seekers", name: "Job seekers" });
    posting.server.userGroup({ handle: "old-hands", disabled: true });
    return seekers;
  };
  const checked = (mention: string) => posting.poster.check({ ...posting.target, mention });

  it.each([
    () => "@job-seekers",
    () => "job-seekers",
    () => " @Job-Seekers ",
    () => "Job seekers",
    (id: string) => id,
    (id: string) => `<!subteam^${id}>`,
    (id: string) => `<!subteam^${id}|@job-seekers>`,
  ])("is found by whatever was typed (%#)", async (typed) => {
    const { id } = await groups();
    expect(await checked(typed(id))).toEqual({ ok: true, channelName: "#jobs", mention: { id, name: "@job-seekers" } });
  });

  it.each(["@here", "@channel", "everyone", "<!here>", "<!channel|channel>"])(
    "is never everybody: %s",
    async (typed) => {
      await groups();
      expect(await checked(typed)).toMatchObject({
        problem: "mention-refused",
        fix: expect.stringContaining("would notify everybody"),
      });
      expect(posting.calls("usergroups.list")).toEqual([]);
    },
  );

  it("is refused when there is none of that name, with those that there are", async () => {
    await groups();
    expect(await checked("@job-sekers")).toEqual({
      ok: false,
      problem: "mention-refused",
      fix: "There is no user group @job-sekers. There are, for example: @job-seekers. Or leave the field empty.",
    });
  });

  it("is refused while it is disabled", async () => {
    await groups();
    expect(await checked("@old-hands")).toMatchObject({
      problem: "mention-refused",
      fix: "The user group @old-hands is disabled: enable it, or choose another one.",
    });
  });

  it("cannot be found without usergroups:read, and that is said", async () => {
    await groups([...SCOPES, "channels:read"]);
    expect(await checked("@job-seekers")).toMatchObject({
      problem: "mention-refused",
      missing: ["usergroups:read"],
      fix: expect.stringContaining("add usergroups:read"),
    });
    expect(await checked("")).toEqual({ ok: true, channelName: "#jobs" });
  });

  it("comes with paid plans only", async () => {
    await groups();
    posting.server.fault(refusing("usergroups.list", "paid_teams_only"));
    expect(await checked("@job-seekers")).toMatchObject({
      problem: "mention-refused",
      fix: expect.stringContaining("paid plans"),
    });
  });
});
