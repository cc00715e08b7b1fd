import {
  ActionRowBuilder,
  AttachmentBuilder,
  ButtonBuilder,
  ButtonStyle,
  type ChatInputCommandInteraction,
  Client,
  ContainerBuilder,
  DiscordAPIError,
  FileBuilder,
  type Interaction,
  InteractionContextType,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  Routes,
  SlashCommandBuilder,
  TextDisplayBuilder,
  TextInputBuilder,
  TextInputStyle,
} from "discord.js";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type DiscordServer, startDiscordServer } from "./discord/index.ts";

let server: DiscordServer;
const clients: Client[] = [];

afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.destroy()));
  await server.stop();
});

const quiz = new SlashCommandBuilder()
  .setName("quiz")
  .setDescription("Practice questions")
  .setContexts(InteractionContextType.Guild, InteractionContextType.BotDM)
  .addSubcommand((start) =>
    start
      .setName("start")
      .setDescription("Starts a quiz")
      .addStringOption((option) =>
        option
          .setName("category")
          .setDescription("Kind of questions")
          .setRequired(true)
          .addChoices({ name: "Technical", value: "technical" }, { name: "Behavioral", value: "behavioral" }),
      )
      .addIntegerOption((option) =>
        option.setName("questions").setDescription("How many").setMinValue(1).setMaxValue(20),
      )
      .addStringOption((option) => option.setName("topic").setDescription("Topic").setAutocomplete(true)),
  );

const upload = new SlashCommandBuilder()
  .setName("resume")
  .setDescription("Your resume")
  .addAttachmentOption((option) => option.setName("file").setDescription("A PDF").setRequired(true));

async function start(options: Parameters<typeof startDiscordServer>[0] = {}): Promise<void> {
  server = await startDiscordServer({ answerMs: 3000, maxConcurrency: 10, ...options });
}

async function login(handle: (interaction: Interaction) => Promise<unknown> = async () => {}): Promise<Client<true>> {
  const client = new Client({ intents: [], rest: { api: server.url, retries: 0 }, allowedMentions: { parse: [] } });
  clients.push(client);
  client.on(
    "interactionCreate",
    (interaction) => void handle(interaction).catch((error: unknown) => failures.push(error)),
  );
  client.on("error", (error) => failures.push(error));
  const ready = new Promise((resolve) => client.once("clientReady", resolve));
  await client.login(server.token);
  await ready;
  await (client as Client<true>).application.commands.set([quiz.toJSON(), upload.toJSON()]);
  return client as Client<true>;
}

/** What is waited for may take its time on a slow machine. */
const patient = { respondMs: 20_000, answerMs: 20_000 };

const failures: unknown[] = [];
beforeEach(() => {
  failures.length = 0;
});
/** Not of a connection that ended with the test before. */
const lastFailure = () => failures.findLast((failure) => failure instanceof DiscordAPIError) as DiscordAPIError;

const card = (text: string) =>
  new ContainerBuilder()
    .addTextDisplayComponents(new TextDisplayBuilder().setContent(text))
    .addActionRowComponents((row) =>
      row.setComponents(
        new ButtonBuilder().setCustomId("quiz:a").setLabel("A. Stack").setStyle(ButtonStyle.Primary),
        new ButtonBuilder().setCustomId("quiz:form").setLabel("Form").setStyle(ButtonStyle.Secondary),
      ),
    );

const form = new ModalBuilder()
  .setCustomId("profile:v1")
  .setTitle("Your profile")
  .addLabelComponents(
    new LabelBuilder()
      .setLabel("Bio")
      .setTextInputComponent(
        new TextInputBuilder()
          .setCustomId("bio")
          .setStyle(TextInputStyle.Paragraph)
          .setMaxLength(500)
          .setRequired(true),
      ),
    new LabelBuilder()
      .setLabel("Level")
      .setStringSelectMenuComponent((menu) =>
        menu.setCustomId("level").addOptions({ label: "Junior", value: "jr" }, { label: "Senior", value: "sr" }),
      ),
  );

async function play(interaction: Interaction): Promise<unknown> {
  if (interaction.isAutocomplete())
    return interaction.respond([{ name: `Security (${interaction.options.getFocused()})`, value: "security" }]);
  if (interaction.isChatInputCommand())
    return interaction.reply({
      components: [
        card(
          `${interaction.options.getSubcommand()} ${interaction.options.getString("category", true)} ${interaction.options.getInteger("questions") ?? 10}`,
        ),
      ],
      flags: MessageFlags.Ephemeral | MessageFlags.IsComponentsV2,
    });
  if (interaction.isButton() && interaction.customId === "quiz:form") return interaction.showModal(form);
  if (interaction.isButton()) return interaction.update({ components: [card("Right: a stack")] });
  if (interaction.isModalSubmit())
    return interaction.reply({
      content: `${interaction.fields.getTextInputValue("bio")} / ${interaction.fields.getStringSelectValues("level").join()}`,
      flags: MessageFlags.Ephemeral,
    });
  return undefined;
}

const onCommand =
  (run: (interaction: ChatInputCommandInteraction) => Promise<unknown>) => async (interaction: Interaction) =>
    interaction.isChatInputCommand() ? run(interaction) : undefined;

describe("the local Discord", () => {
  it("answers a slash command privately with components, and a press updates it", async () => {
    await start(patient);
    await login(play);
    const ada = server.person({ name: "Ada" });
    const bob = server.person({ name: "Bob" });
    const channel = server.guild().channel("general");
    const turn = ada.runs(channel, "quiz start", { category: "Technical", questions: 5 });
    const answer = await turn.answer();
    expect(answer.kind).toBe("message");
    const message = await turn.message();
    expect(message.ephemeral).toBe(true);
    expect(message.text()).toBe("start technical 5");
    expect(message.buttons().map((button) => button.label)).toEqual(["A. Stack", "Form"]);
    expect(server.visibleTo(ada, channel)).toHaveLength(1);
    expect(server.visibleTo(bob, channel)).toHaveLength(0);
    expect(() => bob.presses(message, "A. Stack")).toThrow("only visible to somebody else");
    const pressed = await ada.presses(message, "A. Stack").answer();
    expect(pressed.kind).toBe("update");
    expect(message.text()).toBe("Right: a stack");
    expect(server.violations).toEqual([]);
  });

  it("opens a modal and takes its submission", async () => {
    await start(patient);
    await login(play);
    const ada = server.person();
    const message = await ada.runs(ada.dm, "quiz start", { category: "behavioral" }).message();
    const modal = await ada.presses(message, "Form").modal();
    expect(modal.text()).toBe("Your profile\nBio\nLevel");
    expect(() => ada.submits(modal, { Level: "Junior" })).toThrow('"Bio": is required');
    expect(() => ada.submits(modal, { Bio: "x".repeat(501), Level: "Junior" })).toThrow("501 characters");
    const answered = await ada.submits(modal, { Bio: "I build things", Level: ["Senior"] }).message();
    expect(answered.text()).toBe("I build things / sr");
    expect(server.violations).toEqual([]);
  });

  it("offers autocomplete choices", async () => {
    await start(patient);
    await login(play);
    const ada = server.person();
    expect(await ada.types(ada.dm, "quiz start", { topic: "sec" }, "topic")).toEqual([
      { name: "Security (sec)", value: "security" },
    ]);
  });

  it("waits for the edit of a deferred answer, with a file", async () => {
    await start(patient);
    await login(
      onCommand(async (interaction) => {
        await interaction.deferReply({ flags: MessageFlags.Ephemeral });
        const sent = interaction.options.getAttachment("file", true);
        const bytes = await (await fetch(sent.url)).text();
        await interaction.editReply({
          components: [
            new TextDisplayBuilder().setContent(`read ${bytes}`),
            new FileBuilder().setURL("attachment://resume.pdf"),
          ],
          files: [new AttachmentBuilder(Buffer.from("%PDF-1.7"), { name: "resume.pdf", description: "Your resume" })],
          flags: MessageFlags.IsComponentsV2,
        });
      }),
    );
    const ada = server.person();
    const file = ada.attaches({ name: "old.pdf", mediaType: "application/pdf", bytes: Buffer.from("old") });
    const turn = ada.runs(server.guild().channel("general"), "resume", { file });
    expect((await turn.acknowledged()).kind).toBe("deferred");
    const message = await turn.message();
    expect(message.text()).toBe("read old");
    expect(message.ephemeral).toBe(true);
    expect(message.files().map(({ name, bytes }) => [name, bytes.toString()])).toEqual([["resume.pdf", "%PDF-1.7"]]);
    expect(await (await fetch(message.files()[0]?.url ?? "")).text()).toBe("%PDF-1.7");
    expect(server.violations).toEqual([]);
  });

  it("refuses an answer after the deadline and an edit without an answer", async () => {
    await start({ respondMs: 150 });
    const { promise: afterwards, resolve: goOn } = Promise.withResolvers<void>();
    await login(
      onCommand(async (interaction) => {
        await afterwards;
        await interaction.reply({ content: "late" });
      }),
    );
    const ada = server.person();
    const turn = ada.runs(ada.dm, "quiz start", { category: "technical" });
    expect(await turn.failed()).toBe("This interaction failed");
    await expect(turn.answer()).rejects.toThrow(/no response within 150 ms[\s\S]*INTERACTION_CREATE/);
    goOn();
    await expect.poll(() => lastFailure()?.code).toBe(10062);
    const unanswered = server.sends({
      type: 2,
      user: ada.user,
      channel_id: ada.dm.id,
      data: { id: "1", name: "gone", type: 1 },
    });
    const edit = await fetch(
      `${server.url}/v10/webhooks/${server.applicationId}/${unanswered.record.token}/messages/@original`,
      {
        method: "PATCH",
        headers: { "content-type": "application/json" },
        body: '{"content":"x"}',
      },
    );
    expect([edit.status, ((await edit.json()) as { code: number }).code]).toEqual([404, 10015]);
  });

  it("refuses a second answer", async () => {
    await start(patient);
    await login(
      onCommand(async (interaction) => {
        await interaction.reply({ content: "one" });
        await interaction.client.rest.post(Routes.interactionCallback(interaction.id, interaction.token), {
          body: { type: 4, data: { content: "two", allowed_mentions: { parse: [] } } },
          auth: false,
        });
      }),
    );
    const ada = server.person();
    const message = await ada.runs(ada.dm, "quiz start", { category: "behavioral" }).message();
    await expect.poll(() => lastFailure()?.code).toBe(40060);
    expect(message.text()).toBe("one");
  });

  it("refuses what is over a limit with the nested errors of 50035", async () => {
    await start(patient);
    const client = await login(
      onCommand((interaction) =>
        interaction.reply({
          components: [
            new TextDisplayBuilder().setContent("x".repeat(3999)),
            new TextDisplayBuilder().setContent("yy"),
          ],
          flags: MessageFlags.IsComponentsV2,
        }),
      ),
    );
    const ada = server.person();
    const turn = ada.runs(ada.dm, "quiz start", { category: "Technical" });
    await expect.poll(() => lastFailure()?.code).toBe(50035);
    expect(JSON.stringify(lastFailure().rawError)).toContain("COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED");
    expect(turn.record.acknowledged).toBeUndefined();
    const channel = server.guild().channel("general");
    const sent = await client.rest
      .post(Routes.channelMessages(channel.id), {
        body: { content: "x".repeat(2001), allowed_mentions: { parse: [] } },
      })
      .catch((error: DiscordAPIError) => error);
    expect((sent as DiscordAPIError).rawError).toMatchObject({ code: 50035, message: "Invalid Form Body" });
    const row = new ActionRowBuilder<ButtonBuilder>().addComponents(
      ["1", "2"].map((label) => new ButtonBuilder().setCustomId("same").setLabel(label).setStyle(1)),
    );
    const twice = await client.rest
      .post(Routes.channelMessages(channel.id), {
        body: { content: "x", components: [row.toJSON()], allowed_mentions: { parse: [] } },
      })
      .catch((error: DiscordAPIError) => error);
    expect(JSON.stringify((twice as DiscordAPIError).rawError)).toContain("COMPONENT_CUSTOM_ID_DUPLICATED");
  });

  it("keeps ids and versions of commands that did not change, and hides what a person may not use", async () => {
    await start();
    const client = await login();
    const before = server.commands();
    await client.application.commands.set([quiz.toJSON(), upload.setDescription("Your own resume").toJSON()]);
    const after = server.commands();
    expect(after[0]).toEqual(before[0]);
    expect(after[1]).toMatchObject({ id: before[1]?.["id"], description: "Your own resume" });
    expect(after[1]?.["version"]).not.toBe(before[1]?.["version"]);
    const ada = server.person();
    expect(() => ada.runs(ada.dm, "quiz start", {})).toThrow("needs the option");
    expect(() => ada.runs(ada.dm, "quiz start", { category: "Nope" })).toThrow("none of its choices");
    expect(() => ada.runs(ada.dm, "quiz start", { category: "Technical", questions: 21 })).toThrow("out of range");
    expect(() => ada.runs(ada.elsewhere, "quiz start", { category: "Technical" })).toThrow("not offered here");
    await expect(client.application.commands.create({ ...upload.toJSON(), name: "Resume" })).rejects.toMatchObject({
      code: 50035,
    });
  });

  it("lets a bot with the Guilds intent post, edit and open a thread, until it is kicked", async () => {
    await start();
    const guild = server.guild({ name: "Club" });
    const place = guild.channel("general");
    const client = new Client({ intents: ["Guilds"], rest: { api: server.url }, allowedMentions: { parse: [] } });
    clients.push(client);
    const ready = new Promise((resolve) => client.once("clientReady", resolve));
    await client.login(server.token);
    await ready;
    const channel = await client.channels.fetch(place.id);
    if (!channel?.isTextBased() || !channel.isSendable() || !("threads" in channel)) throw new Error("no text channel");
    const sent = await channel.send({
      content: "posted",
      files: [new AttachmentBuilder(Buffer.from("png"), { name: "chart.png" })],
    });
    await sent.edit({ content: "edited" });
    const thread = await sent.startThread({ name: "Details" });
    await thread.send("more");
    const [message] = server.visibleTo(server.person(), place);
    expect([message?.text(), message?.files()[0]?.name]).toEqual(["edited", "chart.png"]);
    const left = new Promise((resolve) => client.once("guildDelete", resolve));
    guild.kicksBot();
    await left;
    await expect(client.rest.post(Routes.channelMessages(place.id), { body: { content: "x" } })).rejects.toMatchObject({
      code: 50001,
    });
  });

  it("sends an interaction to every session of a shard", async () => {
    await start(patient);
    await login(play);
    await login(play);
    await server.gateway.connected(2);
    const ada = server.person();
    await ada.runs(ada.dm, "quiz start", { category: "Technical" }).answer();
    await expect.poll(() => lastFailure()?.code).toBe(40060);
    expect(server.visibleTo(ada, ada.dm)).toHaveLength(1);
  });

  it("replays what was missed exactly once after a dropped connection", async () => {
    await start(patient);
    const heard: string[] = [];
    await login(
      onCommand(async (interaction) => {
        heard.push(interaction.id);
        await interaction.reply({ content: "here" });
      }),
    );
    const ada = server.person();
    const first = ada.runs(ada.dm, "quiz start", { category: "Technical" });
    await first.answer();
    server.gateway.disconnect();
    const missed = [1, 2, 3].map(() => ada.runs(ada.dm, "quiz start", { category: "Technical" }));
    await Promise.all(missed.map((turn) => turn.answer()));
    server.gateway.reconnect();
    await expect.poll(() => server.gateway.resumes.length).toBe(2);
    server.gateway.disconnect(4000);
    await expect.poll(() => server.gateway.resumes.length).toBe(3);
    // Heard of after all that was replayed.
    const last = ada.runs(ada.dm, "quiz start", { category: "Technical" });
    await last.answer();
    expect(heard).toEqual([first, ...missed, last].map((turn) => turn.id));
    expect(server.gateway.identifies).toHaveLength(1);
    server.redeliver(first);
    await expect.poll(() => heard.length).toBe(6);
    await expect.poll(() => lastFailure()?.code).toBe(40060);
  });

  it("starts a new session after op 9 false, resumes after op 9 true and a half-open connection", async () => {
    // No faster: whoever is held up for longer than between two beats takes a sound connection for a dead one, and more than
    // two a second are too many messages for a gateway.
    await start({ heartbeatMs: 1_000 });
    const client = await login(play);
    server.gateway.silence();
    await expect.poll(() => server.gateway.resumes.length, { timeout: 15_000 }).toBe(1);
    server.gateway.invalidSession(true);
    await expect.poll(() => server.gateway.resumes.length, { timeout: 15_000 }).toBe(2);
    // Until then it may not be destroyed: discord.js by itself would never be done with it (platforms/discord/sharding.ts).
    const readyAgain = new Promise((resolve) => client.once("shardReady", resolve));
    server.gateway.invalidSession(false);
    await expect.poll(() => server.gateway.identifies.length, { timeout: 15_000 }).toBe(2);
    expect(server.gateway.connections).toBe(1);
    await readyAgain;
  });

  it("refuses a wrong token and intents that are not switched on", async () => {
    await start();
    const wrong = new Client({ intents: [], rest: { api: server.url } });
    clients.push(wrong);
    await expect(wrong.login("MTEw.wrong.token")).rejects.toThrow(/token/i);
    const greedy = new Client({ intents: ["MessageContent"], rest: { api: server.url } });
    clients.push(greedy);
    await expect(greedy.login(server.token)).rejects.toThrow(/intents/i);
  });

  it("answers 429 by script and above 50 requests a second, and discord.js waits", async () => {
    await start();
    const client = await login();
    const channel = server.guild().channel("general");
    const post = (content: string) =>
      client.rest.post(Routes.channelMessages(channel.id), {
        body: { content, nonce: content, enforce_nonce: true, allowed_mentions: { parse: [] } },
      });
    server.fault({
      match: ({ method, path }) => method === "POST" && path.endsWith("/messages"),
      kind: "status",
      status: 429,
    });
    const before = Date.now();
    const sent = (await post("once")) as { id: string };
    expect(Date.now() - before).toBeGreaterThan(900);
    expect(((await post("once")) as { id: string }).id).toBe(sent.id);
    server.fault({ match: ({ path }) => path.endsWith("/messages"), kind: "drop-after" });
    await expect(post("kept")).rejects.toThrow();
    expect(server.visibleTo(server.person(), channel).map((message) => message.text())).toEqual(["once", "kept"]);
    // All of them within one second of the server's, however long they take.
    vi.useFakeTimers({ toFake: ["Date"] });
    const answers = await Promise.all(
      Array.from({ length: 60 }, () =>
        fetch(`${server.url}/v10/users/@me`, { headers: { authorization: `Bot ${server.token}` } }),
      ),
    ).finally(() => vi.useRealTimers());
    expect(
      answers.filter((answer) => answer.status === 429 && answer.headers.get("x-ratelimit-global") === "true").length,
    ).toBeGreaterThan(0);
    expect(server.invalidRequests).toBeGreaterThan(1);
  });
});
