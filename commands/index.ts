import type { Command } from "#src/chat/command.ts";
import { career } from "./career/command.ts";
import { coverLetter } from "./cover-letter/command.ts";
import { insights } from "./insights/command.ts";
import { profile } from "./profile/command.ts";
import { quiz } from "./quiz/command.ts";
import { resume } from "./resume/command.ts";

/** Every command, in the order in which help and the home card name them. */
export const commands: readonly Command[] = [career, profile, quiz, resume, coverLetter, insights];
