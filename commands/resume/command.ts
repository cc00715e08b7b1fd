import { defineCommand, joinParts } from "#src/chat/command.ts";
import { en } from "#src/words/en.ts";
import { edit } from "./edit.ts";
import { importing } from "./import.ts";
import { improve } from "./improve.ts";
import { paper } from "./paper.ts";
import { score } from "./score.ts";
import { view } from "./view.ts";

export const resume = defineCommand({
  name: "resume",
  description: en.resumeCommand.description,
  ...joinParts([edit, importing, view, improve, score, paper]),
});
