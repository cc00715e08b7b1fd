import { afterEach, describe, expect, it } from "vitest";
import type { Message } from "#src/chat/message.ts";
import { limiting, onCall, type Posting, pay, refusing, says, startPosting } from "./posting.ts";

let posting: Posting;
afterEach(() => posting.stop());

const NONCE = { nonce: "a-nonce" };

describe("a post to a channel of Slack's", () => {
  it("is one message, with its nonce in its metadata, and quiet but for itself", async () => {
    posting = await startPosting();
    const posted = await posting.poster.post(posting.target, says("Hello"), NONCE);
    const [message, ...others] = posting.seen();
    expect(posted).toEqual({ kind: "sent", ref: message?.ts });
    expect(others).toEqual([]);
    expect(message?.plain()).toBe("Hello");
    expect(message?.metadata).toEqual({ event_type: "greenroom_post", event_payload: { nonce: "a-nonce" } });
    const [{ body } = { body: {} }, ...again] = posting.calls("chat.postMessage");
    expect(again).toEqual([]);
    expect(body).toMatchObject({ text: "Hello", link_names: "false", unfurl_links: "false", unfurl_media: "false" });
    expect(posting.calls("chat.scheduleMessage")).toEqual([]);
    expect(posting.server.violations).toEqual([]);
  });

  it("stands in the thread of another one, which needs no opening", async () => {
    posting = await startPosting();
    const main = await posting.poster.post(posting.target, says("Above"), NONCE);
    const ref = main.kind === "sent" ? main.ref : "";
    const opened = await posting.poster.openThread(posting.target, ref, "Details");
    expect(opened).toEqual({ kind: "sent", ref });
    await posting.poster.post(posting.target, says("Below"), { nonce: "b", thread: ref });
    expect(posting.seen().map(({ text, threadTs }) => [text, threadTs])).toEqual([
      ["Above", undefined],
      ["Below", ref],
    ]);
  });

  it("notifies the user group that was asked for, at its top, and nothing that its texts say", async () => {
    posting = await startPosting({ server: { mayMention: (id) => id === "S0JOBSEEKERS" } });
    const loud = "<!channel> <!here> <@U0SOMEBODY> <!subteam^S0OTHERS> @channel & <https://evil.example|click>";
    const message: Message = {
      summary: loud,
      blocks: [
        { kind: "heading", text: loud },
        { kind: "text", text: [{ bold: loud }, loud] },
        { kind: "quote", text: loud },
        { kind: "note", text: loud },
        { kind: "fields", fields: [{ label: loud, value: loud }] },
        { kind: "table", caption: loud, columns: [{ label: loud }], rows: [[loud]] },
        { kind: "bars", caption: loud, bars: [{ label: loud, share: 0.5, text: loud }] },
        { kind: "buttons", buttons: [{ label: loud, to: "demo/x" }] },
      ],
    };
    await posting.poster.post(posting.target, message, { ...NONCE, mention: "S0JOBSEEKERS" });
    const [seen] = posting.seen();
    expect(seen?.blocks[0]).toMatchObject({
      type: "section",
      text: { type: "mrkdwn", text: "<!subteam^S0JOBSEEKERS>" },
    });
    expect(seen?.text).toMatch(/^<!subteam\^S0JOBSEEKERS> &lt;!channel&gt;/);
    expect(posting.server.violations).toEqual([]);
  });

  it("goes out without a mention that is none", async () => {
    posting = await startPosting();
    await posting.poster.post(posting.target, says("Hello"), { ...NONCE, mention: "S1> <!channel" });
    expect(posting.seen().map(({ text }) => text)).toEqual(["Hello"]);
    expect(posting.server.violations).toEqual([]);
  });

  it("stays one message however long it is: all of it is in a file that comes with it, and the buttons stay", async () => {
    posting = await startPosting();
    const lines = Array.from({ length: 120 }, (_, index) => `Line ${index} ${"x".repeat(150)}`);
    const message: Message = {
      summary: "A lot",
      blocks: [
        ...lines.map((text) => ({ kind: "text" as const, text })),
        { kind: "buttons", buttons: [{ label: "What about me?", to: "demo/me" }] },
      ],
    };
    expect((await posting.poster.post(posting.target, message, NONCE)).kind).toBe("sent");
    const [seen, ...others] = posting.seen();
    expect(others).toEqual([]);
    expect(seen?.plain()).toContain("Line 0 ");
    expect(seen?.plain()).not.toContain("Line 119 ");
    expect(seen?.plain()).toContain("The rest is too long for a message. All of it is in post.txt");
    expect(seen?.buttons().map(({ text }) => text)).toEqual(["What about me?"]);
    const [file] = seen?.files ?? [];
    expect(file).toMatchObject({ name: "post.txt", shared: true });
    for (const line of lines) expect(file?.bytes.toString()).toContain(line);
    expect(posting.server.violations).toEqual([]);
  });

  it("says that the rest is missing where no file may come along", async () => {
    posting = await startPosting({ server: { scopes: ["chat:write"] } });
    const blocks = Array.from({ length: 120 }, () => ({ kind: "text" as const, text: "x".repeat(150) }));
    expect((await posting.poster.post(posting.target, { summary: "A lot", blocks }, NONCE)).kind).toBe("sent");
    expect(posting.seen()).toHaveLength(1);
    expect(posting.seen()[0]?.plain()).toContain("the file with all of it could not be attached this time.");
  });

  it("holds a file by its address, and says so where it could not be brought", async () => {
    const bytes = new TextEncoder().encode("BEGIN:VCALENDAR");
    const file = { name: "dates.ics", mediaType: "text/calendar", bytes };
    const message: Message = {
      summary: "Dates",
      blocks: [{ kind: "file", file, description: "The next three dates" }],
    };
    posting = await startPosting();
    await posting.poster.post(posting.target, message, NONCE);
    const [seen] = posting.seen();
    expect(seen?.plain()).toContain("The next three dates dates.ics");
    expect(seen?.files.map(({ name, shared }) => [name, shared])).toEqual([["dates.ics", true]]);
    posting.server.fault(refusing("files.getUploadURLExternal", "internal_error"));
    await posting.poster.post(posting.target, message, { nonce: "b" });
    expect(posting.seen()[1]?.plain()).toContain("dates.ics could not be attached this time.");
    expect(posting.server.violations).toEqual([]);
  });

  it("is sent without charts and tables where Slack does not know them", async () => {
    posting = await startPosting({ server: { scopes: ["chat:write"] } });
    posting.server.fault(refusing("chat.postMessage", "invalid_blocks"));
    expect((await posting.poster.post(posting.target, pay, NONCE)).kind).toBe("sent");
    const [seen] = posting.seen();
    expect(seen?.blocks.map(({ type }) => type)).not.toContain("table");
    expect(seen?.plain()).toContain("133,080");
    expect(posting.calls("chat.postMessage")).toHaveLength(2);
  });
});

describe("a post that Slack does not take", () => {
  it.each([
    ["channel_not_found", "channel-hidden", 'type "/invite @greenroom"'],
    ["is_archived", "channel-gone", "Unarchive it"],
    ["not_in_channel", "not-member", 'type "/invite @greenroom"'],
    ["restricted_action", "no-permission", "Posting permissions"],
    ["restricted_action_read_only_channel", "no-permission", "Posting permissions"],
    ["restricted_action_thread_only_channel", "no-permission", "in threads only"],
    ["restricted_action_non_threadable_channel", "no-permission", "takes no threads"],
    ["restricted_action_thread_locked", "no-permission", "locked"],
    ["ekm_access_denied", "no-permission", "ekm_access_denied"],
    ["thread_not_found", "no-permission", "was deleted"],
    ["invalid_auth", "workspace-gone", "install it again"],
    ["account_inactive", "workspace-gone", "install it again"],
    ["token_revoked", "workspace-gone", "install it again"],
    ["team_access_not_granted", "workspace-gone", "install it again"],
    ["two_factor_setup_required", "workspace-gone", "install it again"],
  ])("because of %s is refused as %s, with what to do, after one request", async (code, problem, fix) => {
    posting = await startPosting();
    posting.server.fault(refusing("chat.postMessage", code));
    const posted = await posting.poster.post(posting.target, says("Hello"), NONCE);
    expect(posted).toMatchObject({ kind: "refused", problem, fix: expect.stringContaining(fix) });
    expect(posting.calls("chat.postMessage")).toHaveLength(1);
    expect(posting.gone).toEqual(problem === "workspace-gone" ? [posting.server.team.id] : []);
    expect(posting.seen()).toEqual([]);
  });

  it("for want of a scope names it and where it is given", async () => {
    posting = await startPosting({ server: { scopes: ["commands"] } });
    expect(await posting.poster.post(posting.target, says("Hello"), NONCE)).toMatchObject({
      kind: "refused",
      problem: "no-permission",
      missing: ["chat:write"],
      fix: expect.stringMatching(/add chat:write .*api\.slack\.com\/apps.*reinstall/),
    });
  });

  it.each(["msg_too_long", "msg_blocks_too_long", "invalid_blocks", "metadata_too_large"])(
    "in any way that it can be drawn (%s) is refused for good, and no copy of it is there",
    async (code) => {
      posting = await startPosting({ settings: { requestMs: 6_000 } });
      posting.server.fault({ ...refusing("chat.postMessage", code), times: 9 });
      const posted = await posting.poster.post(posting.target, pay, NONCE);
      expect(posted).toMatchObject({ kind: "refused", problem: "no-permission", fix: expect.stringContaining(code) });
      expect(posting.calls("chat.postMessage").length).toBeLessThanOrEqual(4);
      expect(posting.seen()).toEqual([]);
    },
  );

  it.each([
    [1, "channel"],
    [2, "channel"],
    [30, "workspace"],
  ])("for %i seconds waits so long, and with it its %s", async (seconds, scope) => {
    posting = await startPosting();
    posting.server.fault(limiting("chat.postMessage", seconds));
    const posted = await posting.poster.post(posting.target, says("Hello"), NONCE);
    expect(posted).toEqual({ kind: "later", milliseconds: seconds * 1_000, scope });
    expect(posting.calls("chat.postMessage")).toHaveLength(1);
    // The next one is not held up by it.
    expect((await posting.poster.post(posting.target, says("Again"), { nonce: "b" })).kind).toBe("sent");
  });

  it("for no time at all waits a second, so that Slack is not asked without a pause", async () => {
    posting = await startPosting();
    posting.server.fault(limiting("chat.postMessage", 0));
    const posted = await posting.poster.post(posting.target, says("Hello"), NONCE);
    expect(posted).toEqual({ kind: "later", milliseconds: 1_000, scope: "channel" });
  });

  it("because a channel takes one message a second waits for its channel", async () => {
    posting = await startPosting({ server: { postsPerSecond: 1 } });
    expect((await posting.poster.post(posting.target, says("One"), NONCE)).kind).toBe("sent");
    // One that comes a second after the last is taken.
    let nonce = 0;
    const next = () => posting.poster.post(posting.target, says("Next"), { nonce: String(++nonce) });
    await expect.poll(next).toMatchObject({ kind: "later", scope: "channel" });
  });

  it.each([
    ["org_login_required", 15 * 60_000],
    ["team_added_to_org", 15 * 60_000],
    ["message_limit_exceeded", 10 * 60_000],
    ["request_timeout", 5_000],
  ])("for a while (%s) is for later, and pauses nothing", async (code, milliseconds) => {
    posting = await startPosting();
    posting.server.fault(refusing("chat.postMessage", code));
    const posted = await posting.poster.post(posting.target, says("Hello"), NONCE);
    expect(posted).toEqual({ kind: "later", milliseconds, scope: "workspace" });
  });

  it("because nobody is there to hear it is for later: it was never sent", async () => {
    posting = await startPosting();
    await posting.server.stop();
    const posted = await posting.poster.post(posting.target, says("Hello"), NONCE);
    expect(posted).toEqual({ kind: "later", milliseconds: 20_000, scope: "workspace" });
  });
});

describe("a post of which no answer comes", () => {
  it.each([
    ["the line is cut", { kind: "drop-after" as const }],
    ["Slack answers too late", { kind: "delay" as const, delayMs: 10_000 }],
    ["a proxy answers with 502", { kind: "status" as const, status: 502, body: "<html>Bad gateway</html>" }],
    ["a proxy answers with a page", { kind: "status" as const, status: 200, body: "<html>Sign in</html>" }],
    [
      "Slack has an internal error",
      { kind: "status" as const, status: 200, body: { ok: false, error: "fatal_error" } },
    ],
    ["Slack says a word that is new", { kind: "status" as const, status: 200, body: { ok: false, error: "new_word" } }],
  ])("because %s may be there, and is not sent again", async (_what, fault) => {
    posting = await startPosting({ settings: { requestMs: 3_000 } });
    posting.server.fault(onCall("chat.postMessage", fault));
    expect(await posting.poster.post(posting.target, says("Hello"), NONCE)).toEqual({ kind: "unsure" });
    expect(posting.calls("chat.postMessage")).toHaveLength(1);
    expect(posting.logged.join()).not.toContain("Hello");
  });
});

describe("a word to an organiser", () => {
  it("stands in their direct message", async () => {
    posting = await startPosting();
    const { server, poster } = posting;
    const olivia = server.person({ name: "olivia" });
    expect(await poster.tell({ workspaceId: server.team.id, userId: olivia.id }, says("#jobs was archived"))).toBe(
      "told",
    );
    const direct = server.visibleTo(olivia, server.directMessage(olivia));
    expect(direct.map((message) => message.plain())).toEqual(["#jobs was archived"]);
  });

  it.each([
    ["never reaches", "is deactivated", "never", { deactivated: true }, []],
    // It may have arrived.
    ["is not repeated to", "cannot be reached", "told", {}, [onCall("chat.postMessage", { kind: "drop-before" })]],
    ["is put off for", "is in a workspace that is told to wait", "later", {}, [limiting("conversations.open", 60)]],
  ] as const)("%s one who %s", async (_how, _what, expected, about, faults) => {
    posting = await startPosting();
    const { server, poster } = posting;
    const olivia = server.person({ name: "olivia", ...about });
    for (const fault of faults) server.fault(fault);
    expect(await poster.tell({ workspaceId: server.team.id, userId: olivia.id }, says("Hello"))).toBe(expected);
  });
});

describe("a message that is there twice", () => {
  it("is deleted, and one that is gone already is no error", async () => {
    posting = await startPosting();
    const posted = await posting.poster.post(posting.target, says("Twice"), NONCE);
    const ref = posted.kind === "sent" ? posted.ref : "";
    await posting.poster.withdraw(posting.target, ref);
    expect(posting.seen()).toEqual([]);
    await posting.poster.withdraw(posting.target, ref);
    expect(posting.logged.join()).not.toContain("stays so");
    posting.server.fault(onCall("chat.delete", { kind: "drop-before", times: 3 }));
    await posting.poster.withdraw(posting.target, ref);
    expect(posting.logged.join()).toContain("stays so");
  });

  it("is deleted at a later try when Slack did not answer, or asks to wait", async () => {
    posting = await startPosting();
    const posted = await posting.poster.post(posting.target, says("Twice"), NONCE);
    posting.server.fault(onCall("chat.delete", { kind: "drop-before" }));
    posting.server.fault(onCall("chat.delete", { kind: "status", status: 429, headers: { "retry-after": "1" } }));
    await posting.poster.withdraw(posting.target, posted.kind === "sent" ? posted.ref : "");
    expect(posting.seen()).toEqual([]);
    expect(posting.calls("chat.delete").length).toBe(3);
    expect(posting.logged.join()).not.toContain("stays so");
  });
});
