import { defineCommand, onPress, subcommand } from "#src/chat/command.ts";
import { en } from "#src/words/en.ts";
import { HOME } from "./actions.ts";
import { homeCard } from "./messages.ts";

export const career = defineCommand({
  name: "career",
  description: en.career.description,
  subcommands: {
    "": subcommand({
      description: en.career.description,
      run: async ({ coach, person, words }) => homeCard(await coach.career(person.id), words),
    }),
  },
  actions: [
    onPress(HOME, {
      answers: "private",
      run: async ({ coach, person, words }) => homeCard(await coach.career(person.id), words),
    }),
  ],
});
