import { isDeepStrictEqual } from "node:util";
import type {
  APIApplicationCommand,
  APIApplicationCommandBasicOption,
  APIApplicationCommandSubcommandOption,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
} from "discord.js";
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  ChannelType,
  InteractionContextType,
  PermissionFlagsBits,
} from "discord.js";
import type { Command, Subcommand } from "#src/chat/command.ts";
import type { Option, Options } from "#src/chat/option.ts";
import { limits } from "./limits.ts";

export type PublishedCommand = RESTPostAPIChatInputApplicationCommandsJSONBody;

/** A command as Discord registers it: everywhere, in servers and on people's own accounts. */
export function drawCommand(command: Command): PublishedCommand {
  const { "": itself, ...others } = command.subcommands;
  const organisers = Object.values(command.subcommands).every((subcommand) => subcommand.organisers);
  return {
    type: ApplicationCommandType.ChatInput,
    name: command.name,
    description: command.description,
    options: itself ? drawOptions(itself.options) : Object.entries(others).map(drawSubcommand),
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
    integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
    default_member_permissions: organisers ? String(PermissionFlagsBits.ManageGuild) : null,
  };
}

/** The names of what must be published, "+new", "~changed" and "-gone"; empty when Discord has it all. */
export function difference(published: readonly APIApplicationCommand[], wanted: readonly PublishedCommand[]): string[] {
  const there = new Map(published.map((command) => [command.name, command]));
  const here = new Set(wanted.map(({ name }) => name));
  return [
    ...wanted.flatMap((command) => {
      const old = there.get(command.name);
      if (!old) return [`+${command.name}`];
      return isDeepStrictEqual(normal({ ...old }), normal({ ...command })) ? [] : [`~${command.name}`];
    }),
    ...published.filter(({ name }) => !here.has(name)).map(({ name }) => `-${name}`),
  ];
}

function drawSubcommand([name, { description, options }]: [string, Subcommand]): APIApplicationCommandSubcommandOption {
  return { type: ApplicationCommandOptionType.Subcommand, name, description, options: drawOptions(options) };
}

// Discord wants the required ones first.
function drawOptions(options: Options): APIApplicationCommandBasicOption[] {
  const drawn = Object.entries(options).map(([name, option]) => drawOption(name, option));
  return [...drawn.filter(({ required }) => required), ...drawn.filter(({ required }) => !required)];
}

function drawOption(name: string, option: Option): APIApplicationCommandBasicOption {
  const { description, required } = option;
  const base = { name, description, required };
  switch (option.kind) {
    case "text":
      return {
        ...base,
        type: ApplicationCommandOptionType.String,
        ...(option.minLength > 0 && { min_length: option.minLength }),
        max_length: Math.min(limits.commandText, option.maxLength),
        ...(option.suggest && { autocomplete: true }),
      } as APIApplicationCommandBasicOption;
    case "whole-number":
      return { ...base, type: ApplicationCommandOptionType.Integer, min_value: option.min, max_value: option.max };
    case "choice": {
      const choices = option.choices.map(({ value, label }) => ({ name: label, value }));
      return { ...base, type: ApplicationCommandOptionType.String, choices };
    }
    case "yes-no":
      return { ...base, type: ApplicationCommandOptionType.Boolean };
    case "attachment":
      return { ...base, type: ApplicationCommandOptionType.Attachment };
    case "channel":
      return {
        ...base,
        type: ApplicationCommandOptionType.Channel,
        channel_types: [ChannelType.GuildText, ChannelType.GuildAnnouncement],
      };
    case "role":
      return { ...base, type: ApplicationCommandOptionType.Role };
  }
}

// What Discord adds by itself (ids, versions, localisations) and what it leaves out (false, empty, null) says nothing.
const compared = [
  "type",
  "name",
  "description",
  "required",
  "autocomplete",
  "choices",
  "value",
  "options",
  "channel_types",
  "min_value",
  "max_value",
  "min_length",
  "max_length",
  "contexts",
  "integration_types",
  "default_member_permissions",
];

function normal(part: Record<string, unknown>): Record<string, unknown> {
  const entries = compared.flatMap((name): [string, unknown][] => {
    const value = part[name];
    if (value === undefined || value === null || value === false) return [];
    if (!Array.isArray(value)) return [[name, value]];
    if (value.length === 0) return [];
    // Lists of numbers are sets; lists of options and choices have an order.
    return [[name, value.map((one: unknown) => (isPart(one) ? normal(one) : one)).sort(byNumber)]];
  });
  return Object.fromEntries(entries);
}

function isPart(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function byNumber(one: unknown, other: unknown): number {
  return typeof one === "number" && typeof other === "number" ? one - other : 0;
}
