import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { writeOrigin } from "#src/platforms/slack/origin.ts";
import { receive } from "#src/platforms/slack/receive.ts";

const recorded = (name: string): Record<string, unknown> =>
  JSON.parse(readFileSync(join(import.meta.dirname, "payloads", `${name}.json`), "utf8")) as Record<string, unknown>;

const account = { platform: "slack", workspaceId: "T00FAKETEAM", userId: "U00FAKEUSER", name: "fake.person" };

describe("receive", () => {
  it("reads a slash command as a line, unescaped", () => {
    expect(receive(recorded("slash-command"))).toMatchObject({
      kind: "command",
      triggerId: "1111111111.2222222222.fake",
      origin: {
        from: "command",
        channelId: "C00FAKECHAN",
        responseUrl: "https://hooks.slack.com/commands/T00FAKETEAM/1/fake",
        ts: "",
      },
      interaction: {
        key: "slack:1111111111.2222222222.fake",
        account,
        place: { workspaceId: expect.any(String) as string, channelId: "C00FAKECHAN", direct: false },
        organiser: false,
        onMessage: false,
        asked: { kind: "line", line: 'quiz start topic:"R&D <now>"' },
      },
    });
  });

  it("reads a slash command with nothing behind it as the home card", () => {
    expect(receive({ ...recorded("slash-command"), text: " " })?.interaction.asked).toMatchObject({
      kind: "command",
      command: "career",
    });
  });

  it("takes the organisation for the workspace where the app is installed to it", () => {
    const body = { ...recorded("slash-command"), is_enterprise_install: "true", enterprise_id: "E00FAKE" };
    expect(receive(body)?.interaction.account.workspaceId).toBe("E00FAKE");
  });

  it("reads a button on a message that all see, and what the message was", () => {
    const received = receive(recorded("button"));
    expect(received).toMatchObject({
      kind: "press",
      origin: { from: "message", ts: "1700000000.000100" },
      interaction: { account, onMessage: true, asked: { kind: "action", id: "quiz/answer:7:2" } },
      before: { text: "Question 1" },
    });
    expect(received?.interaction.asked).not.toHaveProperty("chosen");
  });

  it("reads a select on an ephemeral message, which cannot be updated by its time", () => {
    expect(receive(recorded("select-ephemeral"))).toMatchObject({
      origin: { from: "message", ts: "", responseUrl: "https://hooks.slack.com/actions/T00FAKETEAM/2/fake" },
      interaction: { asked: { kind: "action", id: "profile/industry", chosen: "tech" } },
    });
  });

  it("does nothing for a button that is a link", () => {
    const body = recorded("button");
    expect(receive({ ...body, actions: [{ type: "button", action_id: "link:0" }] })).toBeUndefined();
  });

  it("reads a form that was sent, and where its answer goes", () => {
    expect(receive(recorded("view-submission"))).toMatchObject({
      kind: "submission",
      origin: {
        from: "message",
        channelId: "C00FAKECHAN",
        responseUrl: "https://hooks.slack.com/actions/T00FAKETEAM/2/fake",
      },
      view: {
        id: "V00FAKEVIEW",
        rootId: "V00FAKEVIEW",
        inputs: ["bio", "bio~1", "years", "country", "where", "file", "skills"],
      },
      interaction: {
        key: "slack:3333333333.4444444444.fake",
        onMessage: true,
        asked: {
          kind: "form",
          id: "profile/form",
          values: {
            bio: "First part",
            "bio~1": "second part",
            years: "7",
            country: "NL",
            where: { id: "C00FAKECHAN", name: null },
            file: {
              name: "cv.pdf",
              mediaType: "application/pdf",
              size: 1234,
              url: "https://files.slack.com/files-pri/T00FAKETEAM-F00FAKE/download/cv.pdf",
            },
          },
        },
      },
    });
  });

  it.each([
    ["a message that everybody sees", { channelId: "C1", ts: "1.0" }, false],
    ["a message for one person's eyes", { channelId: "C1", ts: "" }, true],
    ["a direct message", { channelId: "D1", ts: "1.0" }, true],
  ])("answers a form that was opened from %s in its place only where nobody else looks", (_what, at, onMessage) => {
    const body = recorded("view-submission");
    const metadata = writeOrigin({ from: "message", responseUrl: "https://hooks.slack.com/actions/1", ...at });
    const view = { ...(body.view as object), private_metadata: metadata };
    expect(receive({ ...body, view })?.interaction.onMessage).toBe(onMessage);
    expect(receive({ ...recorded("button") })?.interaction.onMessage).toBe(true);
  });

  it("reads a form that was closed, but only with something in it", () => {
    const body = { ...recorded("view-submission"), type: "view_closed", trigger_id: undefined };
    expect(receive(body)).toMatchObject({
      kind: "closed",
      interaction: { key: "slack:view_closed:V00FAKEVIEW:1700000000.fake", asked: { kind: "form-closed" } },
    });
    const view = { ...(recorded("view-submission").view as object), state: { values: {} } };
    expect(receive({ ...body, view })).toBeUndefined();
  });

  it("reads a suggestion in the form of a command's options", () => {
    expect(receive(recorded("block-suggestion"))?.interaction.asked).toEqual({
      kind: "suggest",
      command: "quiz",
      subcommand: "start",
      option: "topic",
      typed: "saf",
    });
  });

  it("reads the shortcut and the opening of the Home tab as the home card", () => {
    expect(receive(recorded("shortcut"))).toMatchObject({
      kind: "shortcut",
      interaction: { account, asked: { command: "career" } },
    });
    expect(receive(recorded("app-home-opened"))).toMatchObject({
      kind: "home",
      interaction: { key: "slack:Ev00FAKE", asked: { command: "career" } },
    });
    const opened = recorded("app-home-opened");
    expect(receive({ ...opened, event: { ...(opened.event as object), tab: "messages" } })).toBeUndefined();
  });

  it("throws on nothing that may arrive", () => {
    const bodies = ["slash-command", "button", "view-submission", "app-home-opened"].map(recorded);
    fc.assert(
      fc.property(
        fc.constantFrom(...bodies),
        fc.dictionary(
          fc.constantFrom("type", "actions", "view", "container", "user", "team", "event", "text", "command"),
          fc.anything(),
        ),
        (body, changed) => {
          receive({ ...body, ...changed });
        },
      ),
      { numRuns: 500 },
    );
    fc.assert(fc.property(fc.anything(), (body) => void receive(body)));
  });
});
