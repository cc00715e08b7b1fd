import type { CommandStore } from "./commands.ts";
import { roleJson } from "./guilds.ts";
import { type Fields, objects, present } from "./json.ts";
import { fileJson } from "./messages.ts";
import { ordinary } from "./permissions.ts";
import type { PersonRecord, PlaceRecord, RoleRecord, StoredFile, World } from "./world.ts";

/** A file that a person attached with `person.attaches()`. */
export interface Upload extends StoredFile {
  kind: "upload";
}

/** A value as a person gives it; people, channels, roles and uploads by their own objects. */
export type OptionValue = string | number | boolean | PersonRecord | PlaceRecord | RoleRecord | Upload;

export interface BuiltCommand {
  command: Fields;
  /** `data.options`, nested in subcommands as Discord nests them. */
  options: Fields[];
  resolved: Fields;
}

/** Does what Discord's own client does before it sends a slash command: finds it, and refuses what it would not let through. */
export function buildCommand(
  world: World,
  store: CommandStore,
  call: {
    line: string;
    values: Record<string, OptionValue>;
    person: PersonRecord;
    place: PlaceRecord;
    focused?: string;
  },
): BuiltCommand {
  const [name = "", ...rest] = call.line.trim().replace(/^\//, "").split(/\s+/);
  const command = findCommand(store, name, call);
  const { leaf, wrap } = descend(command, rest, call.line);
  const declared = objects(leaf["options"]).filter((option) => Number(option["type"]) > 2);
  const resolver = createResolver(world, call.place);
  for (const given of Object.keys(call.values))
    if (!declared.some((option) => option["name"] === given))
      throw new Error(
        `/${call.line} has no option "${given}" (it has: ${declared.map((option) => String(option["name"])).join(", ") || "none"})`,
      );
  const options = declared.flatMap((option) => {
    const value = call.values[String(option["name"])];
    const focused = option["name"] === call.focused;
    if (value === undefined) {
      if (focused) return [{ name: option["name"], type: option["type"], value: "", focused: true }];
      if (option["required"] === true && call.focused === undefined)
        throw new Error(`/${call.line} needs the option "${String(option["name"])}"`);
      return [];
    }
    // What is still being typed is sent unchecked, as text.
    if (focused) return [{ name: option["name"], type: option["type"], value: String(value as string), focused: true }];
    return [
      { name: option["name"], type: option["type"], value: checked(option, value, { line: call.line, resolver }) },
    ];
  });
  if (
    call.focused !== undefined &&
    !declared.some((option) => option["name"] === call.focused && option["autocomplete"] === true)
  )
    throw new Error(`/${call.line} has no autocomplete option "${call.focused}"`);
  return { command, options: wrap(options), resolved: resolver.resolved };
}

function findCommand(
  store: CommandStore,
  name: string,
  { place, person }: { place: PlaceRecord; person: PersonRecord },
): Fields {
  const all = [...(place.guild ? store.in(place.guild.id) : []), ...store.in("")];
  const found = all.find((command) => command["name"] === name && command["type"] === 1);
  if (!found)
    throw new Error(
      `/${name} is not registered (registered: ${all.map((command) => String(command["name"])).join(", ") || "none"})`,
    );
  const types = (found["integration_types"] ?? [0]) as number[];
  const reachable =
    place.guild?.installed || place.context === 1
      ? types.includes(0) || (types.includes(1) && person.installed)
      : types.includes(1) && person.installed;
  if (!reachable)
    throw new Error(
      `/${name} is not offered here: integration_types ${JSON.stringify(types)}, and the app is ${person.installed ? "" : "not "}on the person's account`,
    );
  const contexts = found["contexts"] as number[] | null;
  if (contexts && !contexts.includes(place.context))
    throw new Error(`/${name} is not offered in context ${place.context} (contexts ${JSON.stringify(contexts)})`);
  const needed = found["default_member_permissions"];
  if (place.guild && present(needed)) {
    const bits = BigInt(String(needed));
    const administrator = (person.permissions & 8n) !== 0n;
    if (!administrator && (bits === 0n || (person.permissions & bits) !== bits))
      throw new Error(`/${name} is hidden from ${person.user.username}: it needs permissions ${String(needed)}`);
  }
  return found;
}

function descend(
  command: Fields,
  words: readonly string[],
  line: string,
): { leaf: Fields; wrap: (options: Fields[]) => Fields[] } {
  const path: Fields[] = [];
  let leaf = command;
  for (const word of words) {
    const next = objects(leaf["options"]).find((option) => option["name"] === word && Number(option["type"]) <= 2);
    if (!next) throw new Error(`/${line}: "${word}" is no subcommand`);
    path.push(next);
    leaf = next;
  }
  if (objects(leaf["options"]).some((option) => Number(option["type"]) <= 2))
    throw new Error(`/${line} needs a subcommand`);
  return {
    leaf,
    wrap: (options) =>
      path.reduceRight<Fields[]>((inner, one) => [{ name: one["name"], type: one["type"], options: inner }], options),
  };
}

export interface Resolver {
  /** `data.resolved`. */
  resolved: Fields;
  /** For selects of people, channels and roles; undefined when nothing has this id. */
  byId(id: string): string | undefined;
  person(person: PersonRecord): string;
  channel(channel: PlaceRecord): string;
  role(role: RoleRecord): string;
  upload(upload: Upload): string;
}

/** Turns people, channels, roles and uploads into ids, and collects `resolved`. */
export function createResolver(world: World, place: PlaceRecord): Resolver {
  const resolved: Record<string, Fields> = {};
  const put = (kind: string, id: string, value: unknown) => {
    resolved[kind] = { ...resolved[kind], [id]: value };
    return id;
  };
  const resolver: Resolver = {
    resolved,
    byId(id) {
      const person = world.people.get(id);
      const channel = world.places.get(id);
      if (person) return resolver.person(person);
      if (channel) return resolver.channel(channel);
      const role = place.guild?.roles.find((one) => one.id === id);
      return role && resolver.role(role);
    },
    person(person) {
      if (place.guild)
        put("members", person.user.id, {
          roles: [],
          joined_at: "2026-01-01T00:00:00.000000+00:00",
          nick: null,
          avatar: null,
          permissions: String(person.permissions),
          flags: 0,
          pending: false,
          premium_since: null,
          communication_disabled_until: null,
        });
      return put("users", person.user.id, person.user);
    },
    channel: (channel) =>
      put("channels", channel.id, {
        id: channel.id,
        name: channel.name,
        type: channel.type,
        parent_id: channel.parentId ?? null,
        permissions: String(ordinary),
        flags: 0,
      }),
    role: (role) => put("roles", role.id, roleJson(role)),
    upload: (upload) => put("attachments", upload.id, { ...fileJson(world, upload), ephemeral: true }),
  };
  return resolver;
}

function checked(
  option: Fields,
  value: OptionValue,
  scope: { line: string; resolver: Resolver },
): string | number | boolean {
  const refuse = (why: string): never => {
    throw new Error(`/${scope.line} ${String(option["name"])}: ${why}`);
  };
  const type = Number(option["type"]);
  if (type === 3 || type === 4 || type === 10) {
    const choices = objects(option["choices"]);
    const choice = choices.find((one) => one["name"] === value) ?? choices.find((one) => one["value"] === value);
    if (choices.length > 0)
      return choice
        ? (choice["value"] as string | number)
        : refuse(
            `"${String(value as string)}" is none of its choices (${choices.map((one) => String(one["name"])).join(", ")})`,
          );
  }
  if (type === 3) {
    if (typeof value !== "string") return refuse("must be text");
    if (
      value.length < Number(option["min_length"] ?? (option["required"] === true ? 1 : 0)) ||
      value.length > Number(option["max_length"] ?? 6000)
    )
      return refuse(`has ${value.length} characters`);
    return value;
  }
  if (type === 4 || type === 10) {
    if (typeof value !== "number" || (type === 4 && !Number.isSafeInteger(value)))
      return refuse(`must be ${type === 4 ? "a whole number" : "a number"}`);
    if (value < Number(option["min_value"] ?? -(2 ** 53)) || value > Number(option["max_value"] ?? 2 ** 53))
      return refuse(`${value} is out of range`);
    return value;
  }
  if (type === 5) return typeof value === "boolean" ? value : refuse("must be true or false");
  if (typeof value !== "object")
    return refuse(
      `needs a ${{ 6: "person", 7: "channel", 8: "role", 9: "person", 11: "upload" }[type] ?? "value of another kind"}`,
    );
  if ((type === 6 || type === 9) && "user" in value) return scope.resolver.person(value);
  if (type === 7 && "context" in value) {
    const types = option["channel_types"];
    return Array.isArray(types) && !types.includes(value.type)
      ? refuse(`does not offer channels of type ${value.type}`)
      : scope.resolver.channel(value);
  }
  if (type === 8 && "mentionable" in value) return scope.resolver.role(value);
  if (type === 11 && "bytes" in value) return scope.resolver.upload(value);
  return refuse("does not take this kind of value");
}
