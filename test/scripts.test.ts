import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";

const run = promisify(execFile);
const payloads = ["test/platforms/discord/payloads/form.json", "test/platforms/slack/payloads/slash-command.json"];

describe("npm run replay", () => {
  it.each(payloads)("takes %s through the whole bot", { timeout: 60_000 }, async (file) => {
    const { stdout, stderr } = await run(process.execPath, ["scripts/replay.ts", file]);
    expect(stdout).toContain("# reply");
    expect(stderr).toBe("");
  });

  it("says what is wrong with a file that holds no payload", async () => {
    const refused = run(process.execPath, ["scripts/replay.ts", "package.json"]);
    await expect(refused).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining("no payload of Discord or Slack"),
    });
  });
});

describe("npm run slack:manifest", () => {
  it("prints a manifest and a link that holds the same", async () => {
    const { stdout } = await run(process.execPath, ["scripts/slack-manifest.ts"]);
    const [json = "", link = ""] = stdout.split("\n\nCreate the app: ");
    const inLink = new URL(link.trim()).searchParams.get("manifest_json") ?? "";
    expect(JSON.parse(inLink)).toEqual(JSON.parse(json));
    expect(JSON.parse(json)).toMatchObject({ settings: { socket_mode_enabled: true } });
  });

  it("is for HTTP when an address is given", async () => {
    const { stdout } = await run(process.execPath, ["scripts/slack-manifest.ts", "https://bot.example"]);
    expect(stdout).toContain('"request_url": "https://bot.example/slack/events"');
  });
});
