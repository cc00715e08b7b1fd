import { createProblems, type Path, type Problems } from "./errors.ts";
import { checkChoice, checkCount, checkInteger, checkText, type Fields, isFields, objects, present } from "./json.ts";

/** Refuses a list of commands that Discord would refuse. https://discord.com/developers/docs/interactions/application-commands */
export function checkCommands(commands: readonly Fields[], list: boolean): void {
  const problems = createProblems();
  const most: Record<number, number> = { 1: 100, 2: 15, 3: 15 };
  const names = new Set<string>();
  for (const [type, count] of Object.entries(most)) {
    if (commands.filter((command) => kindOf(command) === Number(type)).length > count)
      problems.add(
        [],
        "APPLICATION_COMMAND_LIMIT_REACHED",
        `Maximum number of application commands of type ${type} reached (${count}).`,
      );
  }
  commands.forEach((command, index) => {
    const path = list ? [index] : [];
    const key = `${kindOf(command)} ${String(command["name"])}`;
    if (names.has(key))
      problems.add(
        [...path, "name"],
        "APPLICATION_COMMANDS_DUPLICATE_NAME",
        "Application command names must be unique",
      );
    names.add(key);
    checkCommand(command, path, problems);
  });
  problems.refuse();
}

function kindOf(command: Fields): number {
  return Number(command["type"] ?? 1);
}

const slashName = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

const locales =
  "id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ru uk hi th zh-CN ja zh-TW ko".split(
    " ",
  );

function checkCommand(command: Fields, path: Path, problems: Problems): void {
  const type = kindOf(command);
  checkChoice(problems, [...path, "type"], { value: type, choices: [1, 2, 3] });
  checkName(command, path, { problems, slash: type === 1 });
  if (type === 1) checkDescription(command, path, problems);
  else if (present(command["description"]) && command["description"] !== "")
    problems.add(
      [...path, "description"],
      "APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION_INVALID",
      "Context menu commands cannot have description",
    );
  if (type === 1) checkOptions(command["options"], [...path, "options"], { problems, depth: 0 });
  else if (objects(command["options"]).length > 0)
    problems.add(
      [...path, "options"],
      "APPLICATION_COMMAND_CONTEXT_MENU_OPTIONS_INVALID",
      "Context menu commands cannot have options",
    );
  checkSet(command["contexts"], [...path, "contexts"], { problems, choices: [0, 1, 2] });
  checkSet(command["integration_types"], [...path, "integration_types"], { problems, choices: [0, 1] });
  const permissions = command["default_member_permissions"];
  if (present(permissions) && !/^\d+$/.test(String(permissions)))
    problems.add(
      [...path, "default_member_permissions"],
      "BASE_TYPE_BAD_TYPE",
      "Could not interpret the value as a permission bit set.",
    );
  if (characters(command) > 8000)
    problems.add(path, "APPLICATION_COMMAND_TOO_LARGE", "Command exceeds maximum size (8000)");
}

function checkSet(value: unknown, path: Path, limits: { problems: Problems; choices: readonly number[] }): void {
  const { problems, choices } = limits;
  if (!present(value)) return;
  if (!Array.isArray(value) || value.length === 0)
    return problems.add(path, "BASE_TYPE_BAD_LENGTH", `Must be between 1 and ${choices.length} in length.`);
  value.forEach((one: unknown, index) => checkChoice(problems, [...path, index], { value: one, choices }));
  if (new Set(value).size < value.length)
    problems.add(path, "SET_TYPE_CONTAINS_DUPLICATES", "Must not contain duplicates.");
}

function checkName(named: Fields, path: Path, rule: { problems: Problems; slash: boolean }): void {
  const { problems, slash } = rule;
  const localised = isFields(named["name_localizations"]) ? Object.entries(named["name_localizations"]) : [];
  for (const [at, name] of [
    [[...path, "name"], named["name"]] as const,
    ...localised.map(([locale, name]) => [[...path, "name_localizations", locale], name] as const),
  ]) {
    checkText(problems, at, { value: name, min: 1, max: 32, required: true });
    if (slash && typeof name === "string" && (!slashName.test(name) || name !== name.toLowerCase()))
      problems.add(at, "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
  }
  for (const [locale] of localised)
    if (!locales.includes(locale))
      problems.add(
        [...path, "name_localizations", locale],
        "BASE_TYPE_CHOICES",
        `Value must be one of {${locales.join(", ")}}.`,
      );
}

function checkDescription(described: Fields, path: Path, problems: Problems): void {
  checkText(problems, [...path, "description"], { value: described["description"], min: 1, max: 100, required: true });
  const localised = isFields(described["description_localizations"])
    ? Object.entries(described["description_localizations"])
    : [];
  for (const [locale, text] of localised) {
    checkText(problems, [...path, "description_localizations", locale], {
      value: text,
      min: 1,
      max: 100,
      required: true,
    });
    if (!locales.includes(locale))
      problems.add(
        [...path, "description_localizations", locale],
        "BASE_TYPE_CHOICES",
        `Value must be one of {${locales.join(", ")}}.`,
      );
  }
}

function checkOptions(value: unknown, path: Path, scope: { problems: Problems; depth: number }): void {
  const { problems, depth } = scope;
  if (!present(value)) return;
  checkCount(problems, path, { value, min: 0, max: 25 });
  const options = objects(value);
  const nested = options.filter((option) => Number(option["type"]) <= 2).length;
  if (nested > 0 && nested < options.length)
    problems.add(
      path,
      "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
      "Sub-command and sub-command group option types are mutually exclusive to all other types",
    );
  const names = new Set<unknown>();
  let optional = false;
  options.forEach((option, index) => {
    const at = [...path, index];
    if (names.has(option["name"]))
      problems.add([...at, "name"], "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS", "Option name already exists");
    names.add(option["name"]);
    if (option["required"] === true && optional)
      problems.add(
        at,
        "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
        "Required options must be placed before non-required options",
      );
    optional ||= option["required"] !== true;
    checkOption(option, at, scope);
  });
  if (depth > 2) problems.add(path, "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "Nesting is too deep");
}

function checkOption(option: Fields, path: Path, scope: { problems: Problems; depth: number }): void {
  const { problems, depth } = scope;
  const type = Number(option["type"]);
  const allowed =
    [
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
      [1, 3, 4, 5, 6, 7, 8, 9, 10, 11],
      [3, 4, 5, 6, 7, 8, 9, 10, 11],
    ][depth] ?? [];
  // A group holds subcommands, a subcommand holds values.
  checkChoice(problems, [...path, "type"], { value: type, choices: allowed });
  checkName(option, path, { problems, slash: true });
  checkDescription(option, path, problems);
  if (type === 1) return checkOptions(option["options"], [...path, "options"], { problems, depth: 2 });
  if (type === 2) {
    checkCount(problems, [...path, "options"], { value: option["options"], min: 1, max: 25 });
    objects(option["options"]).forEach((child, index) =>
      checkChoice(problems, [...path, "options", index, "type"], { value: child["type"], choices: [1] }),
    );
    return checkOptions(option["options"], [...path, "options"], { problems, depth: 1 });
  }
  if (present(option["options"]))
    problems.add(
      [...path, "options"],
      "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
      "Only subcommands and groups have options",
    );
  checkChoices(option, path, problems);
  checkInteger(problems, [...path, "min_length"], { value: option["min_length"], min: 0, max: 6000 });
  checkInteger(problems, [...path, "max_length"], { value: option["max_length"], min: 1, max: 6000 });
  if (type !== 3 && (present(option["min_length"]) || present(option["max_length"])))
    problems.add(path, "APPLICATION_COMMAND_OPTIONS_LENGTH_INVALID", "Only string options have lengths");
  if (type !== 4 && type !== 10 && (present(option["min_value"]) || present(option["max_value"])))
    problems.add(
      path,
      "APPLICATION_COMMAND_OPTIONS_VALUE_INVALID",
      "Only integer and number options have value limits",
    );
  if (type !== 7 && present(option["channel_types"]))
    problems.add(
      [...path, "channel_types"],
      "APPLICATION_COMMAND_OPTIONS_CHANNEL_TYPES_INVALID",
      "Only channel options have channel types",
    );
}

function checkChoices(option: Fields, path: Path, problems: Problems): void {
  const type = Number(option["type"]);
  const choices = objects(option["choices"]);
  const fits = type === 3 || type === 4 || type === 10;
  if (!fits && (choices.length > 0 || option["autocomplete"] === true))
    return problems.add(
      [...path, "choices"],
      "APPLICATION_COMMAND_OPTIONS_CHOICES_INVALID",
      "This option type has no choices",
    );
  if (choices.length > 0 && option["autocomplete"] === true)
    problems.add(
      [...path, "choices"],
      "APPLICATION_COMMAND_AUTOCOMPLETE_CHOICES",
      "Choices and autocomplete are mutually exclusive",
    );
  checkCount(problems, [...path, "choices"], { value: option["choices"] ?? [], min: 0, max: 25 });
  for (const field of ["name", "value"] as const) {
    const seen = new Set(choices.map((choice) => choice[field]));
    if (seen.size < choices.length)
      problems.add(
        [...path, "choices"],
        `APPLICATION_COMMAND_OPTIONS_CHOICE_${field.toUpperCase()}_ALREADY_EXISTS`,
        `Choice ${field}s must be unique`,
      );
  }
  choices.forEach((choice, index) => {
    const at = [...path, "choices", index];
    checkText(problems, [...at, "name"], { value: choice["name"], min: 1, max: 100, required: true });
    const value = choice["value"];
    if (type === 3) checkText(problems, [...at, "value"], { value, min: 1, max: 100, required: true });
    else if (typeof value !== "number" || (type === 4 && !Number.isInteger(value)))
      problems.add(
        [...at, "value"],
        "NUMBER_TYPE_COERCE",
        `Value "${String(value)}" is not ${type === 4 ? "int" : "float"}.`,
      );
  });
}

// Names, descriptions and choice values, at every level; of the localisations only the longest counts.
function characters(part: Fields): number {
  const longest = (text: unknown, localised: unknown) =>
    Math.max(
      typeof text === "string" ? text.length : 0,
      ...(isFields(localised) ? Object.values(localised).map((one) => String(one).length) : []),
    );
  return (
    longest(part["name"], part["name_localizations"]) +
    longest(part["description"], part["description_localizations"]) +
    (typeof part["value"] === "string" ? part["value"].length : 0) +
    [...objects(part["options"]), ...objects(part["choices"])].reduce((sum, child) => sum + characters(child), 0)
  );
}
