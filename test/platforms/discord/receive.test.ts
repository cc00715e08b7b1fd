import { readdirSync, readFileSync } from "node:fs";
import type { APIInteraction } from "discord.js";
import { describe, expect, it } from "vitest";
import type { Interaction } from "#src/chat/interaction.ts";
import { receive } from "#src/platforms/discord/receive.ts";
import { scrub } from "./payloads/record.ts";

const folder = new URL("payloads/", import.meta.url);

function read(name: string): APIInteraction {
  return JSON.parse(readFileSync(new URL(`${name}.json`, folder), "utf8")) as APIInteraction;
}

const attachment = {
  name: "cv.pdf",
  mediaType: "application/pdf",
  size: 3,
  url: "https://cdn.discordapp.com/attachments/1/2/cv.pdf",
};
const channel = { id: "100000000000000013", name: "general" };

const recorded: Record<string, Pick<Interaction, "asked"> & Partial<Interaction>> = {
  "command-options": {
    organiser: true,
    onMessage: false,
    account: { platform: "discord", workspaceId: "", userId: "100000000000000012", name: "Ada" },
    place: { workspaceId: "100000000000000011", channelId: "100000000000000013", direct: false },
    asked: {
      kind: "command",
      command: "demo",
      subcommand: "say",
      options: { text: "hello", times: 2, tone: "good", loud: true, file: attachment, where: channel },
    },
  },
  "command-itself": { asked: { kind: "command", command: "setup", subcommand: "", options: {} } },
  "command-direct": {
    organiser: false,
    place: { workspaceId: "", channelId: expect.any(String) as string, direct: true },
    asked: { kind: "command", command: "demo", subcommand: "count", options: {} },
  },
  "command-elsewhere": {
    organiser: false,
    place: { workspaceId: expect.any(String) as string, channelId: expect.any(String) as string, direct: false },
    asked: { kind: "command", command: "demo", subcommand: "count", options: {} },
  },
  autocomplete: { asked: { kind: "suggest", command: "demo", subcommand: "topic", option: "topic", typed: "ab" } },
  button: { onMessage: true, asked: { kind: "action", id: "demo/count:1" } },
  select: { onMessage: true, asked: { kind: "action", id: "demo/pick", chosen: "b" } },
  form: { onMessage: true, asked: { kind: "form", id: "demo/name", values: { name: "Grace", age: "30", size: "l" } } },
  "form-upload": { asked: { kind: "form", id: "demo/place", values: { channel, file: attachment } } },
};

describe("receiving", () => {
  it.each(Object.entries(recorded))("reads %s", (name, expected) => {
    const payload = read(name);
    expect(receive(payload)).toMatchObject({ ...expected, key: `discord:${payload.id}` });
  });

  it("has an expectation for every recorded payload", () => {
    const files = readdirSync(folder).filter((name) => name.endsWith(".json") && !name.startsWith("recorded-"));
    expect(files.sort()).toEqual(
      Object.keys(recorded)
        .map((name) => `${name}.json`)
        .sort(),
    );
  });

  it("takes the number away that kept two controls of one address apart", () => {
    const payload = read("button");
    if (payload.data && "custom_id" in payload.data) payload.data.custom_id = "demo/count:1#2";
    expect(receive(payload)?.asked).toEqual({ kind: "action", id: "demo/count:1" });
  });

  it("leaves out what was not filled in", () => {
    const payload = read("form-upload");
    const emptied = JSON.parse(
      JSON.stringify(payload).replaceAll(/"values":\["\d+"\]/g, '"values":[]'),
    ) as APIInteraction;
    expect(receive(emptied)?.asked).toMatchObject({ values: {} });
  });

  it("has nothing to say to kinds that we never ask for", () => {
    expect(receive({ ...read("button"), type: 1 } as unknown as APIInteraction)).toBeUndefined();
  });

  it("holds no real id, name or token", () => {
    for (const name of Object.keys(recorded)) {
      const ids = JSON.stringify(read(name)).match(/\b\d{17,20}\b/g) ?? [];
      expect(ids.filter((id) => !id.startsWith("10000000000000"))).toEqual([]);
    }
    const scrubbed = scrub({ id: "1234567890123456789", token: "secret", member: { user: { username: "real" } } });
    expect(scrubbed).not.toMatch(/1234567890123456789|secret|real/);
  });
});
