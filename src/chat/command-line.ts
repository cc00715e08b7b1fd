import { UserError } from "#src/words/errors.ts";
import type { Command } from "./command.ts";
import type { RawOptions } from "./interaction.ts";

export interface ParsedLine {
  readonly command: Command;
  readonly subcommand: string;
  readonly options: RawOptions;
}

/**
 * Reads "quiz start category:behavioral topic:"site safety"". Values with spaces stand in double quotes, straight or
 * curly (chat clients turn one into the other). UserErrors: command-unknown, subcommand-unknown, line-malformed,
 * option-twice.
 */
export function parseLine(commands: readonly Command[], line: string): ParsedLine {
  const words = splitWords(line);
  const typed = (words.shift() ?? "").replace(/^\//, "").toLowerCase();
  const command = commands.find(({ name }) => name === typed);
  if (!command) throw new UserError("command-unknown", { typed, known: commands.map(({ name }) => name) });
  let subcommand = "";
  if (!Object.hasOwn(command.subcommands, "")) {
    const known = Object.keys(command.subcommands);
    subcommand = (words.shift() ?? "").toLowerCase();
    if (!known.includes(subcommand)) {
      throw new UserError("subcommand-unknown", { command: command.name, typed: subcommand, known });
    }
  }
  return { command, subcommand, options: readPairs(words) };
}

function readPairs(words: readonly string[]): RawOptions {
  const options: Record<string, string> = Object.create(null);
  for (const word of words) {
    const colon = word.indexOf(":");
    if (colon < 1) throw new UserError("line-malformed", { near: word });
    const name = word.slice(0, colon).toLowerCase();
    if (name in options) throw new UserError("option-twice", { option: name });
    options[name] = word.slice(colon + 1).replace(/^["“”](.*)["“”]$/su, "$1");
  }
  return options;
}

function splitWords(line: string): string[] {
  const words: string[] = [];
  let rest = line.trim();
  while (rest) {
    const [word] = /^(?:[^\s"“”:]*:)?["“”][^"“”]*["“”](?=\s|$)|^\S+/su.exec(rest) ?? [rest];
    // A quote that was opened and not closed would swallow or split the value.
    if (!/["“”]$/.test(word) && /:["“”]/.test(word)) throw new UserError("line-malformed", { near: word });
    words.push(word);
    rest = rest.slice(word.length).trimStart();
  }
  return words;
}
