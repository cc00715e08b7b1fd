import { type BaseMessageOptions, Client, Events, MessageFlags } from "discord.js";
import { questionMessage } from "#commands/quiz/messages.ts";
import { createAccounts } from "#src/coach/accounts.ts";
import { career } from "#src/coach/career.ts";
import { createPresses } from "#src/coach/quiz/press.ts";
import { openDatabase } from "#src/db/client.ts";
import { render } from "#src/platforms/discord/render.ts";
import { wordsOf } from "#src/words/index.ts";
import { answerCalls, settingsOf } from "../remote.ts";
import { card } from "./plain.ts";
import { readCareer } from "./prisma-career.ts";

// What somebody would write with discord.js alone: the same statements, and the same components, made beforehand.
const { token, apiUrl, databaseUrl, limited } = settingsOf<{
  token: string;
  apiUrl: string;
  databaseUrl: string;
  /** Whether discord.js keeps its default of 50 requests a second. */
  limited: boolean;
}>();
const client = new Client({
  intents: [],
  rest: { api: apiUrl, ...(!limited && { globalRequestsPerSecond: Number.POSITIVE_INFINITY }) },
});
const db = openDatabase({ connectionString: databaseUrl });
const accounts = createAccounts(db);
const presses = createPresses(db);
const home = componentsOf(render(card()));
const answered = componentsOf(render(answeredQuestion()));
const flags = MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral;

client.on(Events.InteractionCreate, async (interaction) => {
  if (interaction.isChatInputCommand()) {
    if (interaction.commandName === "career") await readCareer(db, interaction.user.id);
    if (interaction.commandName === "career-in-one") {
      const account = {
        platform: "discord",
        workspaceId: "",
        userId: interaction.user.id,
        name: interaction.user.username,
      };
      const person = await accounts.find(account);
      await career(db, person?.id ?? "");
    }
    if (interaction.commandName === "slow") {
      await interaction.deferReply({ flags: MessageFlags.Ephemeral });
      await interaction.editReply({ ...home, flags: MessageFlags.IsComponentsV2 });
    } else await interaction.reply({ ...home, flags });
  }
  if (interaction.isButton()) {
    const key = `discord:${interaction.id}`;
    const account = {
      platform: "discord",
      workspaceId: "",
      userId: interaction.user.id,
      name: interaction.user.username,
    };
    const { person } = await accounts.arrive(key, account);
    const [, session = "", position, choice] = interaction.customId.split(":");
    await presses.answer(person.id, { session, position: Number(position), choice: Number(choice) });
    const done = accounts.done(key);
    await interaction.update({ ...answered, flags: MessageFlags.IsComponentsV2 });
    await done;
  }
});

const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
await client.login(token);
await ready;
answerCalls({});

function componentsOf({ body }: ReturnType<typeof render>): Pick<BaseMessageOptions, "components" | "allowedMentions"> {
  return { components: body.components, allowedMentions: { parse: [] } };
}

function answeredQuestion() {
  const options = ["A queue", "A stack", "A heap", "A ring buffer"];
  const explanation = "A stack gives back first what came last, so the newest call is finished before the older ones.";
  return questionMessage(
    {
      id: "s1000001",
      category: "Technical",
      state: "open",
      position: 0,
      total: 10,
      question: "Which structure does a program keep its calls in?",
      options,
      topic: "Programming Fundamentals",
      difficulty: "easy",
      source: "bank",
      answered: 1,
      right: 0,
      given: { choice: 0, answer: 1, isCorrect: false, explanation },
    },
    wordsOf("en"),
  );
}
