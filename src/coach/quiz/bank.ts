import { readdirSync, readFileSync } from "node:fs";
import { z } from "zod";

export type Topic = z.infer<typeof topicFile>;

/** A file of the built-in question bank: bank/<topic>.json. test/coach/bank.test.ts says what else must hold. */
const topicFile = z.strictObject({
  topic: z.string().regex(/^[a-z-]+$/),
  name: z.string().min(3).max(40),
  category: z.enum(["Technical", "Behavioral"]),
  industries: z.array(z.string()).min(1),
  questions: z
    .array(
      z.strictObject({
        difficulty: z.enum(["easy", "medium", "hard"]),
        question: z.string().min(20).max(300),
        options: z.array(z.string().min(1).max(110)).length(4),
        answer: z.int().min(0).max(3),
        explanation: z.string().min(80).max(450),
      }),
    )
    .min(16),
});

export const BANK_FOLDER = new URL("./bank/", import.meta.url);

let loaded: readonly Topic[] | undefined;

/** Every topic, by name. Read on first use. */
export function bankTopics(): readonly Topic[] {
  loaded ??= readdirSync(BANK_FOLDER)
    .filter((file) => file.endsWith(".json"))
    .map((file) => topicFile.parse(JSON.parse(readFileSync(new URL(file, BANK_FOLDER), "utf8"))))
    .sort((a, b) => a.name.localeCompare(b.name));
  return loaded;
}

/** The topics somebody of this industry may be asked; all of them when the industry is not known. */
export function topicsFor(industryId: string | undefined): readonly Topic[] {
  return bankTopics().filter(({ industries }) => industryId === undefined || industries.includes(industryId));
}
