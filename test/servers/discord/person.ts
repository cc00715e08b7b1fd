import type { CommandStore } from "./commands.ts";
import { everyComponent } from "./component-rules.ts";
import { deliver, openInteraction } from "./interactions.ts";
import type { Fields } from "./json.ts";
import { type Message, select } from "./message-view.ts";
import { messageJson, storeFile } from "./messages.ts";
import type { FieldValue, Modal } from "./modal-view.ts";
import { buildCommand, createResolver, type OptionValue, type Upload } from "./options.ts";
import { ordinary, permission, permissionsOfBot } from "./permissions.ts";
import { createElsewhere, directMessages, type Place, placeJson } from "./places.ts";
import { buildSubmission } from "./submit.ts";
import { createTurn, type Turn } from "./turn.ts";
import type { PersonRecord, PlaceRecord, StoredMessage, World } from "./world.ts";

export interface PersonFacts {
  id?: string;
  name?: string;
  locale?: string;
  /** Manage Server. */
  organiser?: boolean;
  administrator?: boolean;
  /** Has the app on their own account. */
  installed?: boolean;
  /** False: shares no server with the bot (50278 for direct messages). */
  mutualGuild?: boolean;
}

/** Somebody with a Discord client: can do what the client lets them do, and throws where it would not. */
export interface Person extends PersonRecord {
  readonly id: string;
  /** The bot's direct messages with this person. */
  readonly dm: Place;
  /** A private channel without the bot; the app must be installed on the account. */
  readonly elsewhere: Place;
  runs(place: PlaceRecord, line: string, values?: Record<string, OptionValue>): Turn;
  /** The choices offered while typing into `focused`, by default the last of the values. */
  types(
    place: PlaceRecord,
    line: string,
    values: Record<string, OptionValue>,
    focused?: string,
  ): Promise<{ name: string; value: string | number }[]>;
  presses(message: Message, labelOrCustomId: string): Turn;
  chooses(
    message: Message,
    placeholderOrCustomId: string,
    values: readonly (string | PersonRecord | PlaceRecord)[],
  ): Turn;
  submits(modal: Modal, values?: Record<string, FieldValue>): Turn;
  /** A component interaction that the message does not offer: a forged or long outdated custom_id. */
  forges(message: Message, customId: string, values?: readonly string[]): Turn;
  attaches(file: { name: string; mediaType: string; bytes: Uint8Array }): Upload;
  closesDms(): void;
}

export function createPerson(world: World, store: CommandStore, facts: PersonFacts = {}): Person {
  const {
    id = world.nextId(),
    name = "ada",
    locale = "en-US",
    organiser = false,
    administrator = false,
    installed = false,
    mutualGuild = true,
  } = facts;
  const permissions =
    ordinary | (organiser ? permission.manageGuild : 0n) | (administrator ? permission.administrator : 0n);
  let elsewhere: Place | undefined;

  const person: Person = {
    id,
    user: {
      id,
      username: name.toLowerCase().replace(/[^a-z0-9._]/g, "_"),
      global_name: name,
      discriminator: "0",
      avatar: null,
      public_flags: 0,
    },
    locale,
    permissions,
    installed,
    closedDms: false,
    mutualGuild,
    get dm() {
      return directMessages(world, person);
    },
    get elsewhere() {
      elsewhere ??= createElsewhere(world, person);
      return elsewhere;
    },
    runs(place, line, values = {}) {
      const built = buildCommand(world, store, { line, values, person, place });
      return open(place, { type: 2, ...commandFields(built) });
    },
    async types(place, line, values, focused = Object.keys(values).at(-1) ?? "") {
      const built = buildCommand(world, store, { line, values, person, place, focused });
      return (await open(place, { type: 4, ...commandFields(built) }).answer()).choices ?? [];
    },
    presses(message, wanted) {
      const stored = seen(message);
      const buttons = everyComponent(stored.components).filter((one) => one["type"] === 2);
      const button =
        buttons.find((one) => one["custom_id"] === wanted || one["label"] === wanted) ??
        message.buttons().find((one) => one.label === wanted);
      if (!button)
        throw new Error(
          `no button "${wanted}" (there are: ${
            message
              .buttons()
              .map((one) => one.label)
              .join(", ") || "none"
          }) on:\n${message.text()}`,
        );
      if (button.disabled === true) throw new Error(`the button "${wanted}" is disabled`);
      const customId = "customId" in button ? button.customId : (button as Fields)["custom_id"];
      if (typeof customId !== "string") throw new Error(`the button "${wanted}" is a link`);
      const raw = buttons.find((one) => one["custom_id"] === customId);
      return press(stored, { component_type: 2, custom_id: customId, id: raw?.["id"] });
    },
    chooses(message, wanted, values) {
      const stored = seen(message);
      const raw = everyComponent(stored.components).find(
        (one) =>
          [3, 5, 6, 7, 8].includes(Number(one["type"])) &&
          (one["custom_id"] === wanted || one["placeholder"] === wanted),
      );
      if (!raw)
        throw new Error(
          `no select "${wanted}" (there are: ${
            message
              .selects()
              .map((one) => one.placeholder || one.customId)
              .join(", ") || "none"
          })`,
        );
      const menu = select(raw);
      if (menu.disabled) throw new Error(`the select "${wanted}" is disabled`);
      if (values.length < menu.minValues || values.length > menu.maxValues)
        throw new Error(`"${wanted}" takes ${menu.minValues} to ${menu.maxValues} values`);
      const resolver = createResolver(world, stored.place);
      const chosen = values.map((value) => {
        if (typeof value !== "string") return "user" in value ? resolver.person(value) : resolver.channel(value);
        const option =
          menu.options.find((one) => one.value === value) ?? menu.options.find((one) => one.label === value);
        if (!option)
          throw new Error(
            `"${value}" is no option of "${wanted}" (${menu.options.map((one) => one.label).join(", ")})`,
          );
        return option.value;
      });
      const resolved = Object.keys(resolver.resolved).length > 0 && { resolved: resolver.resolved };
      return press(stored, {
        component_type: menu.type,
        custom_id: menu.customId,
        id: raw["id"],
        values: chosen,
        ...resolved,
      });
    },
    submits(modal, values = {}) {
      const { place, source, person: opener } = modal.openedBy;
      if (!place || opener !== person) throw new Error(`the form "${modal.title}" is open in front of somebody else`);
      const fields = { type: 5, data: buildSubmission(world, place, { modal, values }) };
      return open(
        place,
        source && !source.deleted ? { ...fields, message: messageJson(world, source) } : fields,
        source,
      );
    },
    forges: (message, customId, values) =>
      press(seen(message), { component_type: values ? 3 : 2, custom_id: customId, id: 1, ...(values && { values }) }),
    attaches: ({ name: fileName, mediaType, bytes }) => ({
      kind: "upload",
      ...storeFile(world, { placeId: id, name: fileName, mediaType, bytes: Buffer.from(bytes), ephemeral: true }),
    }),
    closesDms() {
      person.closedDms = true;
    },
  };
  world.people.set(id, person);
  return person;

  function seen(message: Message): StoredMessage {
    const stored = world.messages.get(message.id);
    if (!stored || stored.deleted) throw new Error(`message ${message.id} is deleted`);
    if (stored.onlyFor !== undefined && stored.onlyFor !== id)
      throw new Error(`message ${message.id} is only visible to somebody else`);
    return stored;
  }

  function press(stored: StoredMessage, fields: Fields): Turn {
    return open(stored.place, { type: 3, data: fields, message: messageJson(world, stored) }, stored);
  }

  function open(place: PlaceRecord, fields: Fields, source?: StoredMessage): Turn {
    const raw = { ...surroundings(world, place, person), ...fields };
    return createTurn(world, openInteraction(world, raw, { person, place, ...(source && { source }) }));
  }
}

/** The same interaction again, to every session. */
export function redeliver(world: World, turn: Turn): void {
  deliver(world, turn.record);
}

function commandFields({ command, options, resolved }: ReturnType<typeof buildCommand>): Fields {
  const data = {
    id: command["id"],
    name: command["name"],
    type: 1,
    ...(options.length > 0 && { options }),
    ...(Object.keys(resolved).length > 0 && { resolved }),
    ...(command["guild_id"] !== undefined && { guild_id: command["guild_id"] }),
  };
  return { data };
}

// What Discord says about where and who, the same for every kind of interaction.
function surroundings(world: World, place: PlaceRecord, person: PersonRecord): Fields {
  const { guild } = place;
  const member = {
    user: person.user,
    roles: [],
    joined_at: "2026-01-01T00:00:00.000000+00:00",
    permissions: String(person.permissions),
    nick: null,
    avatar: null,
    deaf: false,
    mute: false,
    flags: 0,
    pending: false,
    premium_since: null,
    communication_disabled_until: null,
  };
  const inGuild = guild && {
    guild_id: guild.id,
    guild: { id: guild.id, features: [], locale: guild.locale },
    guild_locale: guild.locale,
    member,
  };
  const owners: Record<string, string> = {};
  if (guild?.installed) owners["0"] = guild.id;
  if (place.context === 1 && person.mutualGuild) owners["0"] = "0";
  if (person.installed) owners["1"] = person.user.id;
  return {
    ...(inGuild ?? { user: person.user }),
    channel_id: place.id,
    channel: { ...placeJson(place), ...(guild && { permissions: String(person.permissions) }) },
    locale: person.locale,
    context: place.context,
    authorizing_integration_owners: owners,
    app_permissions: String(
      guild && !guild.installed ? permission.embedLinks | permission.attachFiles : permissionsOfBot(world, place),
    ),
    attachment_size_limit: world.options.attachmentLimit,
    entitlements: [],
    entitlement_sku_ids: [],
  };
}
