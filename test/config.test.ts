import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readConfig, SETTINGS, WrongSettings } from "#src/config.ts";

const read = (environment: Record<string, string>) => readConfig(environment);

function problems(environment: Record<string, string>): readonly string[] {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof WrongSettings) return error.problems;
    throw error;
  }
  throw new Error("These settings were accepted");
}

const discordToken = `${"M".repeat(24)}.${"G".repeat(6)}.${"x".repeat(38)}`;

describe("the settings", () => {
  it("are all optional: with none, the playground is on and the database embedded", () => {
    expect(read({})).toEqual({
      databaseUrl: undefined,
      dataDir: "./data",
      host: "127.0.0.1",
      port: 3000,
      logLevel: "info",
      playground: true,
      discord: undefined,
      slack: undefined,
      gemini: undefined,
    });
  });

  it("turn the playground off when a platform is configured, unless it is asked for", () => {
    expect(read({ DISCORD_TOKEN: discordToken }).playground).toBe(false);
    expect(read({ DISCORD_TOKEN: discordToken, PLAYGROUND: "on" }).playground).toBe(true);
    expect(read({ PLAYGROUND: "off" }).playground).toBe(false);
  });

  it("take an empty value for none", () => {
    expect(read({ PORT: "", DISCORD_TOKEN: "  " })).toMatchObject({ port: 3000, discord: undefined });
  });

  it("report every wrong one together, with what is expected and where to get it", () => {
    const found = problems({
      PORT: "99999",
      HOST: "everywhere",
      PLAYGROUND: "maybe",
      DISCORD_TOKEN: "secret-that-is-no-token",
      DATABASE_URL: "mysql://x",
      GEMINI_API_KEY: "short",
    });
    expect(found).toHaveLength(6);
    expect(found.join("\n")).toContain("PORT should be a whole number from 0 to 65535");
    expect(found.join("\n")).toContain("https://discord.com/developers/applications");
    expect(found.join("\n")).toContain("https://aistudio.google.com/apikey");
  });

  it("never repeat a value that may be a secret", () => {
    expect(problems({ DISCORD_TOKEN: "secret-that-is-no-token" }).join()).not.toContain("secret-that");
  });

  it("say what Slack needs besides its bot token", () => {
    expect(problems({ SLACK_BOT_TOKEN: "xoxb-1234567890" }).join()).toContain("SLACK_APP_TOKEN");
    expect(problems({ SLACK_APP_TOKEN: "xapp-1234567890" }).join()).toContain("SLACK_BOT_TOKEN is missing");
    expect(read({ SLACK_BOT_TOKEN: "xoxb-1234567890", SLACK_APP_TOKEN: "xapp-1234567890" }).slack).toMatchObject({
      commandName: "/prep",
    });
  });

  it("name who runs a Slack workspace besides its admins, by their member IDs", () => {
    const tokens = { SLACK_BOT_TOKEN: "xoxb-1234567890", SLACK_APP_TOKEN: "xapp-1234567890" };
    const { slack } = read({ ...tokens, SLACK_ORGANISERS: "U012AB3CD, W012AB3CE" });
    expect(slack?.organisers).toEqual(["U012AB3CD", "W012AB3CE"]);
    expect(read(tokens).slack?.organisers).toEqual([]);
    expect(problems({ ...tokens, SLACK_ORGANISERS: "@olivia" }).join()).toContain("Copy member ID");
  });

  it("accept the keys that Google issues today", () => {
    expect(read({ GEMINI_API_KEY: "AQ.Ab8RN6abcdefghijkl" }).gemini).toMatchObject({ model: "gemini-3.8-flash" });
  });

  it("stand in the README as they stand in the code", () => {
    const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
    const rows = Object.entries(SETTINGS).map(([name, { usual, what }]) => {
      return `| \`${name}\` | ${usual ? `\`${usual}\`` : ""} | ${what} |`.replace(
        "`on without a platform, else off`",
        "on without a platform, else off",
      );
    });
    for (const row of rows) expect(readme).toContain(row);
  });

  it("stand in .env.example, every one", () => {
    const example = readFileSync(new URL("../.env.example", import.meta.url), "utf8");
    const named = [...example.matchAll(/^#\s?([A-Z_]+)=/gm)].map((match) => match[1]);
    expect(named.sort()).toEqual(Object.keys(SETTINGS).sort());
  });
});
