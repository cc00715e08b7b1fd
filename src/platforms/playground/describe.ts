import type { Command } from "#src/chat/command.ts";
import type { Choice } from "#src/chat/message.ts";
import type { Option } from "#src/chat/option.ts";

/** A command as the composer offers it. */
export interface DescribedCommand {
  readonly command: string;
  readonly subcommand: string;
  readonly description: string;
  readonly organisers: boolean;
  readonly options: readonly DescribedOption[];
}

export interface DescribedOption {
  readonly name: string;
  readonly kind: Option["kind"];
  readonly description: string;
  readonly required: boolean;
  readonly multiline: boolean;
  /** The server offers values while somebody types. */
  readonly suggests: boolean;
  readonly choices: readonly Choice[];
  /** Of a number, or of the length of a text. */
  readonly min: number | null;
  readonly max: number | null;
}

export function describeCommands(commands: readonly Command[]): DescribedCommand[] {
  return commands.flatMap(({ name, subcommands }) =>
    Object.entries(subcommands).map(([subcommand, { description, organisers, options }]) => ({
      command: name,
      subcommand,
      description,
      organisers,
      options: Object.entries(options).map(([optionName, option]) => describeOption(optionName, option)),
    })),
  );
}

function describeOption(name: string, option: Option): DescribedOption {
  const { kind, description, required } = option;
  const common = {
    name,
    kind,
    description,
    required,
    multiline: false,
    suggests: false,
    choices: [],
    min: null,
    max: null,
  };
  switch (option.kind) {
    case "text": {
      const { multiline, suggest, minLength, maxLength } = option;
      return { ...common, multiline, suggests: suggest !== undefined, min: minLength, max: maxLength };
    }
    case "whole-number":
      return { ...common, min: option.min, max: option.max };
    case "choice":
      return { ...common, choices: option.choices };
    case "yes-no":
      return {
        ...common,
        choices: [
          { value: "yes", label: "Yes" },
          { value: "no", label: "No" },
        ],
      };
    case "attachment":
      return { ...common, max: option.maxMegabytes };
    case "channel":
    case "role":
      return common;
  }
}
