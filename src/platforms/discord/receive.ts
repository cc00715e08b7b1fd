import type {
  APIApplicationCommandInteractionDataOption,
  APIInteraction,
  APIInteractionDataResolved,
  APIModalSubmitInteraction,
  ModalSubmitComponent,
} from "discord.js";
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ComponentType,
  InteractionContextType,
  InteractionType,
  MessageFlags,
  PermissionFlagsBits,
} from "discord.js";
import type { Asked, Interaction, RawOptions, RawValue } from "#src/chat/interaction.ts";
import { addressOf } from "./addresses.ts";
import { limits } from "./limits.ts";

/** What a person did, from the payload of INTERACTION_CREATE. Pure; undefined for kinds that we never ask for. */
export function receive(payload: APIInteraction): Interaction | undefined {
  const asked = askedOf(payload);
  const user = payload.member?.user ?? payload.user;
  if (!asked || !user) return undefined;
  const permissions = BigInt(payload.member?.permissions ?? 0);
  const direct = payload.context === undefined ? !payload.guild_id : payload.context === InteractionContextType.BotDM;
  return {
    key: `discord:${payload.id}`,
    account: { platform: "discord", workspaceId: "", userId: user.id, name: user.global_name ?? user.username },
    place: {
      workspaceId: payload.guild_id ?? "",
      channelId: payload.channel?.id ?? "",
      direct,
    },
    organiser: (permissions & (PermissionFlagsBits.ManageGuild | PermissionFlagsBits.Administrator)) !== 0n,
    onMessage: payload.message !== undefined && (direct || answersInPlace(payload)),
    formLimits: { fields: limits.modalFields, characters: limits.fieldText },
    asked,
  };
}

/** What somebody wrote in a form is theirs: its answer never goes into a message that others see. */
function answersInPlace({ type, message }: APIInteraction): boolean {
  return type !== InteractionType.ModalSubmit || ((message?.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
}

type Resolved = APIInteractionDataResolved | APIModalSubmitInteraction["data"]["resolved"];

function askedOf(payload: APIInteraction): Asked | undefined {
  switch (payload.type) {
    case InteractionType.ApplicationCommand: {
      if (payload.data.type !== ApplicationCommandType.ChatInput) return undefined;
      const { subcommand, options } = unfold(payload.data.options);
      return {
        kind: "command",
        command: payload.data.name,
        subcommand,
        options: rawOptions(options, payload.data.resolved),
      };
    }
    case InteractionType.ApplicationCommandAutocomplete: {
      const { subcommand, options } = unfold(payload.data.options as APIApplicationCommandInteractionDataOption[]);
      const focused = options.find((option) => "focused" in option && option.focused);
      const typed = focused && "value" in focused ? String(focused.value) : "";
      return { kind: "suggest", command: payload.data.name, subcommand, option: focused?.name ?? "", typed };
    }
    case InteractionType.MessageComponent: {
      const chosen = "values" in payload.data ? payload.data.values[0] : undefined;
      return { kind: "action", id: addressOf(payload.data.custom_id), ...(chosen !== undefined && { chosen }) };
    }
    case InteractionType.ModalSubmit:
      return { kind: "form", id: payload.data.custom_id, values: formValues(payload) };
    default:
      return undefined;
  }
}

/** Takes the options out of their subcommand, and its group where there is one. */
function unfold(options: readonly APIApplicationCommandInteractionDataOption[] = []): {
  subcommand: string;
  options: readonly APIApplicationCommandInteractionDataOption[];
} {
  const [first] = options;
  const nested =
    first?.type === ApplicationCommandOptionType.Subcommand ||
    first?.type === ApplicationCommandOptionType.SubcommandGroup;
  if (!nested) return { subcommand: "", options };
  const inner = unfold(first.options);
  return { subcommand: [first.name, inner.subcommand].filter(Boolean).join(" "), options: inner.options };
}

function rawOptions(options: readonly APIApplicationCommandInteractionDataOption[], resolved: Resolved): RawOptions {
  const values = options.flatMap((option): [string, RawValue][] => {
    if (!("value" in option)) return [];
    if (option.type === ApplicationCommandOptionType.Attachment)
      return entry(option.name, attachment(option.value, resolved));
    if (option.type === ApplicationCommandOptionType.Channel) return [[option.name, channel(option.value, resolved)]];
    if (option.type === ApplicationCommandOptionType.Role) return [[option.name, role(option.value, resolved)]];
    return [[option.name, option.value]];
  });
  return Object.fromEntries(values);
}

function formValues({ data }: APIModalSubmitInteraction): RawOptions {
  const inputs = data.components.flatMap((component): ModalSubmitComponent[] => {
    if (component.type === ComponentType.Label) return [component.component];
    return component.type === ComponentType.ActionRow ? component.components : [];
  });
  return Object.fromEntries(inputs.flatMap((input) => entry(input.custom_id, inputValue(input, data.resolved))));
}

function inputValue(input: ModalSubmitComponent, resolved: Resolved): RawValue | undefined {
  if (!("values" in input)) return input.value ?? undefined;
  const [first] = input.values;
  if (first === undefined) return undefined;
  if (input.type === ComponentType.FileUpload) return attachment(first, resolved);
  if (input.type === ComponentType.RoleSelect) return role(first, resolved);
  return input.type === ComponentType.ChannelSelect ? channel(first, resolved) : first;
}

function entry(name: string, value: RawValue | undefined): [string, RawValue][] {
  return value === undefined ? [] : [[name, value]];
}

function attachment(id: string, resolved: Resolved): RawValue | undefined {
  const found = resolved?.attachments?.[id];
  if (!found) return undefined;
  return { name: found.filename, mediaType: found.content_type ?? null, size: found.size, url: found.url };
}

function channel(id: string, resolved: Resolved): RawValue {
  return { id, name: resolved?.channels?.[id]?.name ?? null };
}

function role(id: string, resolved: Resolved): RawValue {
  return { id, name: resolved?.roles?.[id]?.name ?? null };
}
