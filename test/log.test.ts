import { DiscordAPIError } from "discord.js";
import { describe, expect, it } from "vitest";
import { createLog } from "#src/log.ts";

const CANARY = "canary-8f2c";

/** What is written for these fields. */
function written(fields: object): string {
  let line = "";
  const write = (text: string) => {
    line += text;
  };
  createLog("trace", { write }).error(fields, "something broke");
  expect(line).toContain("something broke");
  return line;
}

describe("the log", () => {
  it.each(["token", "botToken", "appToken", "signingSecret", "apiKey", "password", "authorization"])(
    "shows no %s, however deep it lies",
    (name) => {
      expect(written({ [name]: CANARY })).not.toContain(CANARY);
      expect(written({ config: { [name]: CANARY } })).not.toContain(CANARY);
      expect(written({ config: { slack: { [name]: CANARY } } })).not.toContain(CANARY);
    },
  );

  it("shows neither body nor address of a request that Discord refused", () => {
    const body = { json: { content: CANARY }, files: undefined };
    const url = `https://discord.com/api/v10/interactions/1/${CANARY}/callback`;
    const error = new DiscordAPIError({ code: 50035, message: "Invalid Form Body" }, 50035, 400, "POST", url, body);
    const line = written({ err: error });
    expect(line).not.toContain(CANARY);
    expect(line).toContain("Invalid Form Body");
  });

  it("keeps one entry on one line, whatever is in it", () => {
    const line = written({ command: 'quiz\n{"level":60}\u001b[31m' });
    expect(line.trimEnd().split("\n")).toHaveLength(1);
    expect(line).not.toContain("\u001b");
  });
});
