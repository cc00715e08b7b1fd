import type { Fields } from "./json.ts";
import { bits, type PermissionName } from "./permissions.ts";
import type { PersonRecord, PlaceRecord, RoleRecord, StoredMessage, World } from "./world.ts";

/** Where a person runs a command: a channel, the bot's direct messages, or somewhere the bot is not. */
export interface Place extends PlaceRecord {
  /** Takes permissions from the bot: 50001 without viewChannel, 50013 without another. */
  denies(...names: PermissionName[]): void;
  /** Sets what a role ("everyone" for all), or the bot itself, is allowed and denied here. */
  permits(
    whom: RoleRecord | "everyone" | "bot",
    change: { allow?: readonly PermissionName[]; deny?: readonly PermissionName[] },
  ): void;
  /** Without any overwrite. */
  allowsAll(): void;
  disappears(): void;
  /** Somebody else writes here, a bot maybe with components. */
  chats(person: PersonRecord, content: string, times?: number, components?: readonly Fields[]): void;
}

/** The direct messages between a person and the bot. */
export function directMessages(world: World, person: PersonRecord): Place {
  const found = [...world.places.values()].find((place) => place.context === 1 && place.recipient === person);
  return (
    (found as Place | undefined) ??
    createPlace(world, { name: `@${person.user.username}`, type: 1, context: 1, recipient: person })
  );
}

/** A private channel between people, where only the user-installed app can be called. */
export function createElsewhere(world: World, person: PersonRecord): Place {
  return createPlace(world, { name: `friends of ${person.user.username}`, type: 3, context: 2, recipient: person });
}

/** A thread, which has its own messages and its parent's permissions. */
export function createThread(world: World, parent: PlaceRecord, facts: { id: string; name: string }): Place {
  const { guild, context } = parent;
  const type = parent.type === 5 ? 10 : 11;
  return createPlace(world, { ...facts, type, context, parentId: parent.id, ...(guild && { guild }) });
}

export function placeJson(place: PlaceRecord): Fields {
  const base = { id: place.id, type: place.type, last_message_id: null, flags: 0 };
  if (!place.guild)
    return {
      ...base,
      recipients: place.recipient ? [place.recipient.user] : [],
      ...(place.type === 3 && { name: place.name, owner_id: place.recipient?.user.id }),
    };
  const inGuild = {
    ...base,
    guild_id: place.guild.id,
    name: place.name,
    parent_id: place.parentId ?? null,
    rate_limit_per_user: 0,
  };
  if (place.parentId === undefined) {
    const overwrites = place.overwrites.map(({ id, type, allow, deny }) => ({
      id,
      type,
      allow: String(allow),
      deny: String(deny),
    }));
    return { ...inGuild, position: 0, permission_overwrites: overwrites, nsfw: false, topic: null };
  }
  return {
    ...inGuild,
    owner_id: place.id,
    message_count: 0,
    member_count: 1,
    thread_metadata: {
      archived: place.archived === true,
      auto_archive_duration: 1440,
      archive_timestamp: new Date().toISOString(),
      locked: place.locked === true,
    },
  };
}

export function createPlace(
  world: World,
  facts: Pick<PlaceRecord, "name" | "type" | "context"> & Partial<PlaceRecord>,
): Place {
  const place: Place = {
    id: world.nextId(),
    deleted: false,
    overwrites: [],
    ...facts,
    denies: (...names) => place.permits("bot", { deny: names }),
    permits(whom, { allow = [], deny = [] }) {
      const id = whom === "bot" ? world.bot.id : whom === "everyone" ? (place.guild?.id ?? "") : whom.id;
      place.overwrites = place.overwrites.filter((one) => one.id !== id);
      place.overwrites.push({ id, type: whom === "bot" ? 1 : 0, allow: bits(allow), deny: bits(deny) });
    },
    allowsAll() {
      place.overwrites = [];
    },
    disappears() {
      place.deleted = true;
      if (place.guild) world.dispatch("CHANNEL_DELETE", placeJson(place), { guildId: place.guild.id, intent: 1 });
    },
    chats(person, content, times = 1, components = []) {
      for (let count = 0; count < times; count += 1) {
        const message: StoredMessage = {
          id: world.nextId(),
          place,
          author: person.user,
          content,
          embeds: [],
          components: [...components],
          attachments: [],
          flags: 0,
          pinged: { roles: [], users: [], everyone: false },
          createdAt: Date.now(),
          deleted: false,
          changed: new Set(),
        };
        world.messages.set(message.id, message);
      }
    },
  };
  world.places.set(place.id, place);
  return place;
}
