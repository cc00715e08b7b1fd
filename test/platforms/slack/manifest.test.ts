import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { commands } from "#commands/index.ts";
import { createLink, createManifest } from "#src/platforms/slack/manifest.ts";
import { career, demo } from "./commands.ts";

const manifest = createManifest({ commands: [demo, career], commandName: "/prep" });
const hosted = createManifest({ commands: [demo], commandName: "/prep", requestUrl: "https://bot.example/slack" });
const schemaFile = join(process.env.SPECS_DIR ?? "", "slack-manifest.schema.json");

describe("the manifest", () => {
  it("names one command, the shortcut, the Home tab, and Socket Mode", () => {
    expect(manifest.features.slash_commands).toMatchObject([{ command: "/prep", usage_hint: "[help|demo|career]" }]);
    expect(manifest.features.shortcuts).toMatchObject([{ type: "global", callback_id: "greenroom_home" }]);
    expect(manifest.features.app_home.home_tab_enabled).toBe(true);
    expect(manifest.settings).toMatchObject({ socket_mode_enabled: true, interactivity: { is_enabled: true } });
  });

  it("says in Slack's 140 letters what the app is for, nothing of it cut", () => {
    const { description } = manifest.display_information;
    expect(description).toMatch(/quizzes.*resume.*cover letters.*\.$/);
    expect(description.length).toBeLessThanOrEqual(140);
  });

  it("asks for no more than the commands need", () => {
    expect(manifest.oauth_config.scopes).toEqual({
      bot: ["chat:write", "commands", "files:write", "im:write", "users:read"],
      bot_optional: ["channels:history", "channels:read", "files:read", "groups:history", "groups:read"],
    });
    expect(createManifest({ commands: [career], commandName: "/prep" }).oauth_config.scopes).toEqual({
      bot: ["chat:write", "commands", "files:write", "im:write"],
    });
  });

  it("hears when the app is removed or its token taken back", () => {
    expect(manifest.settings.event_subscriptions.bot_events).toEqual([
      "app_home_opened",
      "app_uninstalled",
      "tokens_revoked",
    ]);
  });

  it("asks for what docs/slack-scopes.md gives a reason for, and for nothing else", () => {
    const page = readFileSync(join(import.meta.dirname, "../../../docs/slack-scopes.md"), "utf8");
    const rows = [...page.matchAll(/^\| `([a-z:.]+)` \| (required|optional) \| (.{20,}) \|$/gm)];
    const listed = (kind: string) => rows.filter(([, , listed]) => listed === kind).map(([, scope]) => scope);
    const { scopes } = createManifest({ commands, commandName: "/prep" }).oauth_config;
    expect({ bot: listed("required"), bot_optional: listed("optional") }).toEqual(scopes);
  });

  it("sends everything to one address when there is one", () => {
    expect(hosted.settings).toMatchObject({
      socket_mode_enabled: false,
      event_subscriptions: { request_url: "https://bot.example/slack" },
      interactivity: { request_url: "https://bot.example/slack" },
    });
    expect(hosted.features.slash_commands[0]).toMatchObject({ url: "https://bot.example/slack" });
  });

  it("is carried whole by the link", () => {
    const link = new URL(createLink(manifest));
    expect(link.origin + link.pathname).toBe("https://api.slack.com/apps");
    expect(link.searchParams.get("new_app")).toBe("1");
    expect(JSON.parse(link.searchParams.get("manifest_json") ?? "")).toEqual(manifest);
  });

  it.skipIf(!existsSync(schemaFile))("fits Slack's own schema", () => {
    const validate = new Ajv({ strict: false, allErrors: true, logger: false }).compile(
      JSON.parse(readFileSync(schemaFile, "utf8")) as object,
    );
    for (const one of [manifest, hosted]) {
      validate(one);
      expect(validate.errors).toBeNull();
    }
  });
});
