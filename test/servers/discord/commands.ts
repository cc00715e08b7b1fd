import { isDeepStrictEqual } from "node:util";
import { checkCommands } from "./command-rules.ts";
import { refusal } from "./errors.ts";
import { type Fields, objects } from "./json.ts";
import type { World } from "./world.ts";

/** The registered commands, global ("" as scope) and per guild, as Discord stores and returns them. */
export interface CommandStore {
  in(scope: string): Fields[];
  /** PUT: what is not in the list is deleted; a command that did not change keeps id and version. */
  overwrite(scope: string, commands: readonly Fields[]): Fields[];
  create(scope: string, command: Fields): Fields;
  edit(scope: string, id: string, change: Fields): Fields;
  remove(scope: string, id: string): void;
}

export function createCommandStore(world: World): CommandStore {
  const scopes = new Map<string, Fields[]>();
  const created = new Map<string, number>();
  const stored = (scope: string) => scopes.get(scope) ?? [];

  const keep = (scope: string, command: Fields): Fields => {
    const old = stored(scope).find((one) => one["name"] === command["name"] && one["type"] === (command["type"] ?? 1));
    const next = { ...normal(command, scope), application_id: world.options.applicationId };
    if (old) {
      const { id, version: _, ...rest } = old;
      return isDeepStrictEqual(rest, next) ? old : { id, ...next, version: world.nextId() };
    }
    const count = (created.get(scope) ?? 0) + 1;
    if (count > 200) throw refusal("dailyCommandCreates");
    created.set(scope, count);
    return { id: world.nextId(), ...next, version: world.nextId() };
  };

  return {
    in: stored,
    overwrite(scope, commands) {
      checkCommands(commands, true);
      const next = commands.map((command) => keep(scope, command));
      scopes.set(scope, next);
      return next;
    },
    create(scope, command) {
      const others = stored(scope).filter(
        (one) => one["name"] !== command["name"] || one["type"] !== (command["type"] ?? 1),
      );
      checkCommands([command], false);
      const made = keep(scope, command);
      scopes.set(scope, [...others, made]);
      return made;
    },
    edit(scope, id, change) {
      const old = stored(scope).find((one) => one["id"] === id);
      if (!old) throw refusal("unknownCommand");
      const {
        id: _id,
        version: _version,
        application_id: _application,
        guild_id: _guild,
        dm_permission: _dm,
        ...rest
      } = old;
      const next = { ...rest, ...change };
      checkCommands([next], false);
      const made = { id, ...normal(next, scope), application_id: world.options.applicationId, version: world.nextId() };
      scopes.set(
        scope,
        stored(scope).map((one) => (one === old ? made : one)),
      );
      return made;
    },
    remove(scope, id) {
      if (!stored(scope).some((one) => one["id"] === id)) throw refusal("unknownCommand");
      scopes.set(
        scope,
        stored(scope).filter((one) => one["id"] !== id),
      );
    },
  };
}

/** What GET answers unless `with_localizations=true`: no dictionaries. */
export function withoutLocalizations(command: Fields): Fields {
  const { name_localizations: _names, description_localizations: _descriptions, ...rest } = command;
  return {
    ...rest,
    ...(rest["options"] !== undefined && { options: objects(rest["options"]).map(withoutLocalizations) }),
  };
}

// Assumed shape, not recorded from Discord: defaults filled in, false left out of options.
function normal(command: Fields, scope: string): Fields {
  const type = command["type"] ?? 1;
  const contexts = command["contexts"] ?? null;
  const options = objects(command["options"]).map(normalOption);
  const permissions = command["default_member_permissions"] ?? null;
  return {
    ...(scope !== "" && { guild_id: scope }),
    type,
    name: command["name"],
    name_localizations: command["name_localizations"] ?? null,
    description: command["description"] ?? "",
    description_localizations: command["description_localizations"] ?? null,
    ...(options.length > 0 && { options }),
    default_member_permissions: permissions === null ? null : String(permissions),
    ...(scope === "" && {
      dm_permission: Array.isArray(contexts) ? contexts.includes(1) : (command["dm_permission"] ?? true),
    }),
    contexts,
    integration_types: command["integration_types"] ?? [0],
    nsfw: command["nsfw"] ?? false,
  };
}

function normalOption(option: Fields): Fields {
  const known = ["channel_types", "min_value", "max_value", "min_length", "max_length"] as const;
  const options = objects(option["options"]).map(normalOption);
  const choices = objects(option["choices"]).map((choice) => ({
    name: choice["name"],
    name_localizations: choice["name_localizations"] ?? null,
    value: choice["value"],
  }));
  return {
    type: option["type"],
    name: option["name"],
    name_localizations: option["name_localizations"] ?? null,
    description: option["description"],
    description_localizations: option["description_localizations"] ?? null,
    ...(option["required"] === true && { required: true }),
    ...(option["autocomplete"] === true && { autocomplete: true }),
    ...Object.fromEntries(
      known
        .filter((field) => option[field] !== undefined && option[field] !== null)
        .map((field) => [field, option[field]]),
    ),
    ...(choices.length > 0 && { choices }),
    ...(options.length > 0 && { options }),
  };
}
