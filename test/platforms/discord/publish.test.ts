import type { APIApplicationCommand } from "discord.js";
import { describe, expect, it } from "vitest";
import { type Command, defineCommand, onForm, subcommand } from "#src/chat/command.ts";
import { link } from "#src/chat/custom-id.ts";
import { choice, text } from "#src/chat/option.ts";
import { check } from "#src/platforms/discord/check.ts";
import { difference, drawCommand } from "#src/platforms/discord/publish.ts";
import { checkCommands } from "#test/servers/discord/command-rules.ts";
import type { Fields } from "#test/servers/discord/json.ts";
import { demo, setup } from "./commands.ts";

const answer = async () => ({ summary: "", blocks: [] });

function command(options: Parameters<typeof subcommand>[0]["options"], name = "x"): Command {
  return defineCommand({
    name,
    description: "x",
    subcommands: { go: subcommand({ description: "x", options: options ?? {}, run: answer }) },
  });
}

describe("publishing", () => {
  it("draws commands that Discord takes", () => {
    expect(() => checkCommands([demo, setup].map(drawCommand) as unknown as Fields[], true)).not.toThrow();
  });

  it("puts required options first, with limits, choices and autocomplete", () => {
    const { options } = drawCommand(
      command({
        tone: choice({ description: "How", choices: [{ value: "a", label: "A" }] }),
        topic: text({ description: "What", suggest: async () => [] }),
        name: text({ description: "Who", required: true, minLength: 2, maxLength: 50 }),
      }),
    );
    expect(options?.[0]).toMatchObject({
      type: 1,
      name: "go",
      options: [
        { name: "name", type: 3, required: true, min_length: 2, max_length: 50 },
        { name: "tone", choices: [{ name: "A", value: "a" }] },
        { name: "topic", autocomplete: true, max_length: 200 },
      ],
    });
  });

  it("hides a command of which every part is for organisers", () => {
    expect(drawCommand(setup).default_member_permissions).toBe("32");
    expect(drawCommand(demo).default_member_permissions).toBeNull();
  });

  it("names what is new, changed and gone", () => {
    const [old] = published(drawCommand(command({ a: text({ description: "x" }) })));
    const gone = { ...old, name: "gone" } as APIApplicationCommand;
    const wanted = [drawCommand(command({ a: text({ description: "y" }) })), drawCommand(command({}, "new"))];
    expect(difference([old as APIApplicationCommand, gone], wanted)).toEqual(["~x", "+new", "-gone"]);
  });

  it("sees no difference in what Discord adds and leaves out by itself", () => {
    expect(
      difference(published(drawCommand(demo), drawCommand(setup)), [drawCommand(setup), drawCommand(demo)]),
    ).toEqual([]);
  });
});

// As Discord gives them back: with ids, nulls and empty lists, without what is false, sets in an order of its own.
function published(...commands: object[]): APIApplicationCommand[] {
  const text = JSON.stringify(commands).replaceAll(',"required":false', "").replaceAll("[0,1,2]", "[2,1,0]");
  return (JSON.parse(text) as object[]).map(
    (one, index) =>
      ({
        ...one,
        id: String(index),
        version: "1",
        nsfw: false,
        dm_permission: true,
        name_localizations: null,
      }) as unknown as APIApplicationCommand,
  );
}

describe("checking at start", () => {
  it("takes what fits", () => {
    expect(() => check([demo, setup])).not.toThrow();
  });

  it("names everything that Discord would refuse", () => {
    const fields = Object.fromEntries(
      Array.from({ length: 6 }, (_, index) => [`f${index}`, text({ description: "x" })]),
    );
    const choices = Array.from({ length: 26 }, (_, index) => ({ value: `v${index}`, label: `V${index}` }));
    const bad = defineCommand({
      name: "Bad",
      description: "",
      subcommands: {
        go: subcommand({
          description: "x".repeat(101),
          options: { a: choice({ description: "x", choices }) },
          run: answer,
        }),
      },
      forms: [
        onForm(link("Bad/form", {}), {
          title: "x",
          submit: "x",
          fields: { ...fields, long: text({ description: "x", maxLength: 20_001 }) },
          run: answer,
        }),
      ],
    });
    expect(() => check([bad])).toThrow(
      /\/Bad: a name has.*description has 0.*\/Bad go: the description has 101.*26 choices.*Bad\/form long: up to 20001 characters; 20000 fit/s,
    );
  });
});
