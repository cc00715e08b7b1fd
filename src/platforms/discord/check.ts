import type { Command, FormDeclaration } from "#src/chat/command.ts";
import type { Choice } from "#src/chat/message.ts";
import type { Option, Options } from "#src/chat/option.ts";
import { limits } from "./limits.ts";
import { drawCommand, type PublishedCommand } from "./publish.ts";

/** Throws, naming everything, when a command or form is declared that Discord cannot take. */
export function check(commands: readonly Command[]): void {
  const problems = [
    ...(commands.length > limits.commands
      ? [`${commands.length} commands are declared; Discord takes ${limits.commands}`]
      : []),
    ...commands.flatMap(checkCommand),
  ];
  if (problems.length > 0) throw new Error(`Discord cannot take these commands:\n${problems.join("\n")}`);
}

function checkCommand(command: Command): string[] {
  const subcommands = Object.entries(command.subcommands);
  const size = characters(drawCommand(command));
  return [
    ...checkName(`/${command.name}`, command.name, command.description),
    ...(size > limits.commandCharacters
      ? [`/${command.name}: ${size} characters in all; ${limits.commandCharacters} fit`]
      : []),
    ...(subcommands.length > limits.commandOptions
      ? [`/${command.name}: more than ${limits.commandOptions} subcommands`]
      : []),
    ...subcommands.flatMap(([name, { description, options }]) => {
      const path = `/${[command.name, name].filter(Boolean).join(" ")}`;
      const named = name === "" ? [] : checkName(path, name, description);
      return [...named, ...checkOptions(path, options)];
    }),
    ...command.forms.flatMap(checkForm),
  ];
}

function checkOptions(path: string, options: Options): string[] {
  const entries = Object.entries(options);
  return [
    ...(entries.length > limits.commandOptions ? [`${path}: more than ${limits.commandOptions} options`] : []),
    ...entries.flatMap(([name, option]) => [
      ...checkName(`${path} ${name}`, name, option.description),
      ...checkChoices(`${path} ${name}`, option),
    ]),
  ];
}

function checkForm({ link, fields }: FormDeclaration): string[] {
  const path = `form ${link.path}`;
  const entries = Object.entries(fields);
  return [
    ...(entries.length < 1 ? [`${path}: no fields`] : []),
    ...entries.flatMap(([name, field]) => [
      ...checkChoices(`${path} ${name}`, field),
      ...(field.kind === "text" && field.maxLength > limits.fieldText * limits.modalFields
        ? [`${path} ${name}: up to ${field.maxLength} characters; ${limits.fieldText * limits.modalFields} fit`]
        : []),
    ]),
  ];
}

function checkName(path: string, name: string, description: string): string[] {
  return [
    ...(/^[-_a-z0-9]{1,32}$/.test(name) ? [] : [`${path}: a name has 1 to 32 of a-z, 0-9, - and _`]),
    ...(description.length >= 1 && description.length <= limits.commandDescription
      ? []
      : [`${path}: the description has ${description.length} characters; it needs 1 to ${limits.commandDescription}`]),
  ];
}

function checkChoices(path: string, option: Option): string[] {
  if (option.kind !== "choice") return [];
  const fits = ({ value, label }: Choice) =>
    [value, label].every((text) => text.length >= 1 && text.length <= limits.choiceText);
  return [
    ...(option.choices.length < 1 || option.choices.length > limits.choices
      ? [`${path}: ${option.choices.length} choices; there can be 1 to ${limits.choices}`]
      : []),
    ...option.choices
      .filter((choice) => !fits(choice))
      .map(({ value }) => `${path}: the choice "${value}" needs 1 to ${limits.choiceText} characters`),
  ];
}

// Discord counts names, descriptions and values of everything inside.
function characters(part: PublishedCommand | object): number {
  return Object.entries(part).reduce((sum, [name, value]: [string, unknown]) => {
    if (typeof value === "string") return ["name", "description", "value"].includes(name) ? sum + value.length : sum;
    if (!Array.isArray(value)) return sum;
    return value.reduce(
      (inner: number, one: unknown) => (typeof one === "object" && one !== null ? inner + characters(one) : inner),
      sum,
    );
  }, 0);
}
