import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type DiscordServer, type Person, type Place, startDiscordServer, type Turn } from "./index.ts";

// No bot is connected here: callbacks are sent by hand, so that bodies may be wrong in ways that a client library would not let pass.

let server: DiscordServer;
let ada: Person;
let channel: Place;

const quiet = { allowed_mentions: { parse: [] } };
const v2 = 32_768;
const text = (content: string) => ({ type: 10, content });
const button = (fields: object = {}) => ({ type: 2, style: 1, label: "Go", custom_id: "go", ...fields });
const row = (...components: object[]) => ({ type: 1, components });
const label = (component: object) => ({ type: 18, label: "Answer", component });
const input = (fields: object = {}) => ({ type: 4, style: 1, custom_id: "answer", ...fields });
const menu = (count: number, fields: object = {}) => ({
  type: 3,
  custom_id: "menu",
  options: Array.from({ length: count }, (_, index) => ({ label: `L${index}`, value: `v${index}` })),
  ...fields,
});

beforeEach(async () => {
  server = await startDiscordServer({ enforceBuckets: false, specsDir: "" });
  ada = server.person({ name: "Ada", installed: true });
  channel = server.guild().channel("general");
  await rest("PUT", `/applications/${server.applicationId}/commands`, [
    {
      name: "ask",
      description: "Asks",
      integration_types: [0, 1],
      contexts: [0, 1, 2],
      options: [{ type: 3, name: "topic", description: "Topic", autocomplete: true }],
    },
  ]);
});

afterEach(() => {
  vi.useRealTimers();
  return server.stop();
});

async function rest(
  method: string,
  path: string,
  body?: unknown,
): Promise<{ status: number; code: number; said: string; body: Record<string, unknown> }> {
  const answer = await fetch(`${server.url}/v10${path}`, {
    method,
    headers: {
      authorization: `Bot ${server.token}`,
      ...(body !== undefined && { "content-type": "application/json" }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const said = await answer.text();
  const parsed = (said === "" ? {} : JSON.parse(said)) as Record<string, unknown>;
  return { status: answer.status, code: Number(parsed["code"] ?? 0), said, body: parsed };
}

const callback = (turn: Turn, type: number, fields?: object) =>
  rest("POST", `/interactions/${turn.id}/${turn.record.token}/callback`, { type, ...(fields && { data: fields }) });
const webhook = (turn: Turn, method: string, path: string, body?: object) =>
  rest(method, `/webhooks/${server.applicationId}/${turn.record.token}${path}`, body && { ...quiet, ...body });
const asks = (place = channel) => ada.runs(place, "ask");

async function shown(components: object[], flags = v2): Promise<Turn> {
  const turn = asks();
  expect((await callback(turn, 4, { components, flags, ...quiet })).said).toBe("");
  return turn;
}

describe("messages", () => {
  it.each<[string, object, string]>([
    [
      "content beside Components V2",
      { flags: v2, content: "x", components: [text("y")] },
      "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
    ],
    ["a text display without the flag", { components: [text("y")] }, "UNION_TYPE_CHOICES"],
    ["an empty text display", { flags: v2, components: [text("")] }, "errors"],
    [
      "41 components, nested ones counted",
      { flags: v2, components: Array.from({ length: 21 }, (_, index) => row(button({ custom_id: String(index) }))) },
      "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED",
    ],
    [
      "4,001 characters over all texts",
      { flags: v2, components: [{ type: 17, components: [text("x".repeat(2000))] }, text("x".repeat(2001))] },
      "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED",
    ],
    [
      "six buttons in a row",
      { content: "x", components: [row(...[1, 2, 3, 4, 5, 6].map((id) => button({ custom_id: `${id}` })))] },
      "errors",
    ],
    [
      "six rows without Components V2",
      { content: "x", components: [1, 2, 3, 4, 5, 6].map((id) => row(button({ custom_id: `${id}` }))) },
      "BASE_TYPE_BAD_LENGTH",
    ],
    [
      "a select beside a button",
      { content: "x", components: [row(button(), menu(2))] },
      "COMPONENT_LAYOUT_WIDTH_EXCEEDED",
    ],
    ["26 options", { content: "x", components: [row(menu(26))] }, "errors"],
    [
      "two options with one value",
      {
        content: "x",
        components: [row({ type: 3, custom_id: "m", options: [1, 2].map(() => ({ label: "L", value: "v" })) })],
      },
      "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED",
    ],
    [
      "more values than options",
      { content: "x", components: [row(menu(2, { max_values: 3 }))] },
      "SELECT_COMPONENT_MAX_VALUES_EXCEEDS_OPTIONS",
    ],
    ["a label of 81 characters", { content: "x", components: [row(button({ label: "x".repeat(81) }))] }, "errors"],
    [
      "a custom_id of 101 characters",
      { content: "x", components: [row(button({ custom_id: "x".repeat(101) }))] },
      "errors",
    ],
    [
      "a link with a custom_id",
      { content: "x", components: [row(button({ style: 5, url: "https://example.com" }))] },
      "errors",
    ],
    [
      "a button without words",
      { content: "x", components: [row({ type: 2, style: 1, custom_id: "a" })] },
      "BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED",
    ],
    [
      "a file that is not uploaded",
      { flags: v2, components: [{ type: 13, file: { url: "attachment://a.pdf" } }] },
      "UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND",
    ],
    ["a section without accessory", { flags: v2, components: [{ type: 9, components: [text("a")] }] }, "errors"],
    ["2,001 characters", { content: "x".repeat(2001) }, "errors"],
    [
      "embeds of 6,001 characters",
      { embeds: [{ description: "x".repeat(4000) }, { description: "x".repeat(2001) }] },
      "MAX_EMBED_SIZE_EXCEEDED",
    ],
  ])("refuses %s", async (_what, fields, name) => {
    const answer = await callback(asks(), 4, { ...fields, ...quiet });
    expect([answer.status, answer.code]).toEqual([400, 50035]);
    expect(answer.said).toContain(name);
  });

  it("refuses an empty message and notes missing allowed_mentions", async () => {
    expect((await callback(asks(), 4, {})).code).toBe(50006);
    expect(server.violations).toEqual([]);
    await callback(asks(), 4, { content: "hi" });
    expect(server.violations).toHaveLength(1);
  });

  it("keeps Components V2 for the life of a message", async () => {
    const turn = await shown([text("a")]);
    expect((await webhook(turn, "PATCH", "/messages/@original", { components: [text("b")] })).status).toBe(200);
    expect(
      (await webhook(turn, "PATCH", "/messages/@original", { flags: 0, components: [row(button())] })).said,
    ).toContain("50035");
    expect((await webhook(turn, "PATCH", "/messages/@original", { content: "c" })).said).toContain("50035");
    expect((await turn.message()).text()).toBe("b");
  });
});

describe("interactions", () => {
  it("takes only the callback types that fit", async () => {
    for (const type of [1, 6, 7, 8, 10, 12])
      expect((await callback(asks(), type, { choices: [] })).code, `type ${type}`).toBe(50035);
    const typing = ada.types(channel, "ask", { topic: "x" }).catch(() => []);
    const typed = server.sends({ type: 4, user: ada.user, channel_id: channel.id, data: {} });
    expect((await callback(typed, 4, { content: "x", ...quiet })).code).toBe(50035);
    expect(
      (
        await callback(typed, 8, {
          choices: Array.from({ length: 26 }, (_, index) => ({ name: "n", value: `${index}` })),
        })
      ).code,
    ).toBe(50035);
    expect((await callback(typed, 8, { choices: [{ name: "", value: "x" }] })).code).toBe(50035);
    expect((await callback(typed, 8, { choices: [{ name: "n", value: "x" }] })).status).toBe(204);
    void typing;
  });

  it("takes only the ephemeral flag for a defer, and keeps it", async () => {
    const turn = asks();
    expect((await callback(turn, 5, { flags: v2 })).code).toBe(50035);
    expect((await callback(turn, 5, { flags: 64 })).status).toBe(204);
    const filled = await webhook(turn, "POST", "", { content: "done" });
    expect(filled.body["flags"]).toBe(64);
    expect((await turn.message()).text()).toBe("done");
    expect(turn.followUps()).toEqual([]);
  });

  it("opens no modal for a modal submit, and updates only what came from a component", async () => {
    const modal = { custom_id: "m", title: "Form", components: [label(input())] };
    const fromCommand = asks();
    await callback(fromCommand, 9, modal);
    const first = ada.submits(await fromCommand.modal(), { Answer: "x" });
    expect((await callback(first, 9, modal)).code).toBe(50035);
    expect((await callback(first, 7, { content: "x", ...quiet })).code).toBe(50035);
    expect((await webhook(fromCommand, "GET", "/messages/@original")).code).toBe(10008);
    const message = await (await shown([row(button())])).message();
    const press = ada.presses(message, "Go");
    await callback(press, 9, modal);
    const second = ada.submits(await press.modal(), { Answer: "x" });
    expect(second.raw["message"]).toMatchObject({ id: message.id });
    expect((await callback(second, 7, { components: [text("updated")], ...quiet })).status).toBe(204);
    expect(message.text()).toBe("updated");
  });

  it.each<[string, object]>([
    ["a title of 46 characters", { custom_id: "m", title: "x".repeat(46), components: [label(input())] }],
    [
      "six fields",
      { custom_id: "m", title: "t", components: [1, 2, 3, 4, 5, 6].map((id) => label(input({ custom_id: `${id}` }))) },
    ],
    ["no field", { custom_id: "m", title: "t", components: [] }],
    ["a disabled select", { custom_id: "m", title: "t", components: [label(menu(2, { disabled: true }))] }],
    [
      "min_values 0 in a required select",
      { custom_id: "m", title: "t", components: [label(menu(2, { min_values: 0 }))] },
    ],
    [
      "a value above max_length",
      { custom_id: "m", title: "t", components: [label(input({ max_length: 2, value: "abc" }))] },
    ],
    ["max_length 4,001", { custom_id: "m", title: "t", components: [label(input({ max_length: 4001 }))] }],
    ["one custom_id twice", { custom_id: "m", title: "t", components: [label(input()), label(input())] }],
    ["a button", { custom_id: "m", title: "t", components: [row(button())] }],
    [
      "one radio option",
      {
        custom_id: "m",
        title: "t",
        components: [label({ type: 21, custom_id: "r", options: [{ label: "a", value: "a" }] })],
      },
    ],
    [
      "a label of 46 characters",
      { custom_id: "m", title: "t", components: [{ ...label(input()), label: "x".repeat(46) }] },
    ],
  ])("refuses a modal with %s", async (_what, modal) => {
    expect((await callback(asks(), 9, modal)).code).toBe(50035);
  });

  it("forgets a token after its time, and what was deleted", async () => {
    const turn = asks();
    await callback(turn, 4, { content: "x", ...quiet });
    expect((await webhook(turn, "DELETE", "/messages/@original")).status).toBe(204);
    expect((await webhook(turn, "PATCH", "/messages/@original", { content: "y" })).code).toBe(10008);
    vi.useFakeTimers({ toFake: ["Date"], now: turn.record.sentAt + 15 * 60_000 + 1 });
    const late = await webhook(turn, "POST", "", { content: "y" });
    expect([late.status, late.code]).toEqual([401, 50027]);
  });

  it("allows five follow-ups where only the person has the app", async () => {
    const turn = asks(ada.elsewhere);
    await callback(turn, 4, { content: "x", ...quiet });
    for (let count = 1; count <= 5; count += 1)
      expect((await webhook(turn, "POST", "", { content: `${count}` })).status).toBe(200);
    expect((await webhook(turn, "POST", "", { content: "6" })).code).toBe(40094);
    expect((await rest("POST", `/channels/${ada.elsewhere.id}/messages`, { content: "x", ...quiet })).code).toBe(50001);
  });

  it("takes uploads, radio, checkboxes and selects of a modal", async () => {
    const turn = asks();
    const options = ["a", "b", "c"].map((value) => ({ label: value.toUpperCase(), value }));
    const fields = [
      { type: 19, custom_id: "file", file_types: [".pdf"] },
      { type: 21, custom_id: "radio", options },
      { type: 22, custom_id: "group", options, max_values: 2 },
      { type: 23, custom_id: "check" },
      { type: 5, custom_id: "who" },
    ];
    expect(
      (
        await callback(turn, 9, {
          custom_id: "m",
          title: "Form",
          components: fields.map((field) => ({ ...label(field), label: field.custom_id })),
        })
      ).said,
    ).toBe("");
    const modal = await turn.modal();
    const pdf = ada.attaches({ name: "cv.pdf", mediaType: "application/pdf", bytes: Buffer.from("x") });
    const doc = ada.attaches({ name: "cv.doc", mediaType: "application/msword", bytes: Buffer.from("x") });
    expect(() => ada.submits(modal, { file: [doc], radio: "A", group: ["a"], who: [ada.id] })).toThrow(
      "does not take cv.doc",
    );
    expect(() => ada.submits(modal, { file: [pdf], radio: "A", group: ["a", "b", "c"], who: [ada.id] })).toThrow(
      "takes 1 to 2 values",
    );
    const submitted = ada.submits(modal, { file: [pdf], radio: "B", group: ["A", "b"], check: true, who: [ada.id] });
    const values = (submitted.raw["data"] as { components: { component: object }[] }).components.map(
      ({ component }) => component,
    );
    expect(values).toMatchObject([
      { type: 19, values: [pdf.id] },
      { type: 21, value: "b" },
      { type: 22, values: ["a", "b"] },
      { type: 23, value: true },
      { type: 5, values: [ada.id] },
    ]);
    expect(submitted.raw["data"]).toMatchObject({
      resolved: { attachments: { [pdf.id]: { filename: "cv.pdf" } }, users: { [ada.id]: { username: "ada" } } },
    });
  });
});

describe.skipIf(process.env["SPECS_DIR"] === undefined)("the contract", () => {
  it("refuses a body that Discord's OpenAPI description does not allow, and notes it", async () => {
    await server.stop();
    server = await startDiscordServer();
    ada = server.person();
    const turn = server.sends({ type: 2, user: ada.user, channel_id: ada.dm.id, data: {} });
    expect((await callback(turn, 4, { content: 5, ...quiet })).code).toBe(50035);
    expect(
      (await callback(turn, 4, { components: [{ type: 1, components: [button({ style: "primary" })] }], ...quiet }))
        .code,
    ).toBe(50035);
    expect((await callback(turn, 4, { content: "fine", ...quiet })).status).toBe(204);
    expect(server.violations).toEqual([
      expect.stringContaining("/data/content"),
      expect.stringContaining("/data/components/0/components/0/style"),
    ]);
  });
});

describe("channels and commands", () => {
  it("says why a message cannot be sent", async () => {
    const send = async (id: string) =>
      (await rest("POST", `/channels/${id}/messages`, { content: "x", ...quiet })).code;
    expect(await send("1")).toBe(10003);
    channel.denies("sendMessages");
    expect(await send(channel.id)).toBe(50013);
    channel.denies("viewChannel");
    expect(await send(channel.id)).toBe(50001);
    const bob = server.person({ name: "Bob" });
    const dm = await rest("POST", "/users/@me/channels", { recipient_id: bob.id });
    expect(await send(String(dm.body["id"]))).toBe(0);
    bob.closesDms();
    expect(await send(String(dm.body["id"]))).toBe(50007);
    expect(await send(server.person({ mutualGuild: false }).dm.id)).toBe(50278);
  });

  it("pages through the messages of a channel and hides ephemeral ones", async () => {
    const ids: string[] = [];
    for (const content of ["1", "2", "3"])
      ids.push(String((await rest("POST", `/channels/${channel.id}/messages`, { content, ...quiet })).body["id"]));
    const turn = asks();
    await callback(turn, 4, { content: "secret", flags: 64, ...quiet });
    const list = async (query: string) =>
      (JSON.parse((await rest("GET", `/channels/${channel.id}/messages${query}`)).said) as { content: string }[]).map(
        ({ content }) => content,
      );
    expect(await list("")).toEqual(["3", "2", "1"]);
    expect(await list(`?limit=1&before=${ids[1]}`)).toEqual(["1"]);
    expect(await list(`?limit=1&after=${ids[0]}`)).toEqual(["2"]);
    const hidden = (await turn.message()).id;
    expect((await rest("PATCH", `/channels/${channel.id}/messages/${hidden}`, { content: "x", ...quiet })).code).toBe(
      10008,
    );
  });

  it.each<[string, object[]]>([
    ["an upper-case name", [{ name: "Ask", description: "d" }]],
    ["an empty description", [{ name: "ask", description: "" }]],
    ["101 characters of description", [{ name: "ask", description: "x".repeat(101) }]],
    [
      "one name twice",
      [
        { name: "ask", description: "d" },
        { name: "ask", description: "d" },
      ],
    ],
    [
      "a required option after an optional one",
      [
        {
          name: "ask",
          description: "d",
          options: [
            { type: 3, name: "a", description: "d" },
            { type: 3, name: "b", description: "d", required: true },
          ],
        },
      ],
    ],
    [
      "26 options",
      [
        {
          name: "ask",
          description: "d",
          options: Array.from({ length: 26 }, (_, index) => ({ type: 3, name: `o${index}`, description: "d" })),
        },
      ],
    ],
    [
      "26 choices",
      [
        {
          name: "ask",
          description: "d",
          options: [
            {
              type: 3,
              name: "a",
              description: "d",
              choices: Array.from({ length: 26 }, (_, index) => ({ name: `${index}`, value: `${index}` })),
            },
          ],
        },
      ],
    ],
    [
      "choices beside autocomplete",
      [
        {
          name: "ask",
          description: "d",
          options: [{ type: 3, name: "a", description: "d", autocomplete: true, choices: [{ name: "a", value: "a" }] }],
        },
      ],
    ],
    [
      "more than 8,000 characters",
      [
        {
          name: "ask",
          description: "d",
          options: Array.from({ length: 4 }, (_, at) => ({
            type: 3,
            name: `o${at}`,
            description: "d",
            choices: Array.from({ length: 25 }, (_unused, index) => ({
              name: `${index}${"n".repeat(90)}`,
              value: `${index}`,
            })),
          })),
        },
      ],
    ],
    ["an unknown context", [{ name: "ask", description: "d", contexts: [3] }]],
    [
      "a subcommand beside an option",
      [
        {
          name: "ask",
          description: "d",
          options: [
            { type: 1, name: "a", description: "d" },
            { type: 3, name: "b", description: "d" },
          ],
        },
      ],
    ],
    ["101 commands", Array.from({ length: 101 }, (_, index) => ({ name: `c${index}`, description: "d" }))],
  ])("refuses commands with %s", async (_what, commands) => {
    expect((await rest("PUT", `/applications/${server.applicationId}/commands`, commands)).code).toBe(50035);
    expect(server.commands()).toHaveLength(1);
  });

  it("asks for the bot's token", async () => {
    const answer = await fetch(`${server.url}/v10/users/@me`, { headers: { authorization: "Bot wrong" } });
    expect([answer.status, await answer.json()]).toEqual([401, { message: "401: Unauthorized", code: 0 }]);
    expect((await rest("GET", "/nothing/here")).status).toBe(404);
  });
});
