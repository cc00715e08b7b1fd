import type { Fields } from "./json.ts";
import type { GuildRecord, PersonRecord, PlaceRecord, World } from "./world.ts";

/** Permission bits. https://discord.com/developers/docs/topics/permissions */
export const permission = {
  administrator: 1n << 3n,
  manageGuild: 1n << 5n,
  viewChannel: 1n << 10n,
  sendMessages: 1n << 11n,
  embedLinks: 1n << 14n,
  attachFiles: 1n << 15n,
  readHistory: 1n << 16n,
  useCommands: 1n << 31n,
  createPublicThreads: 1n << 35n,
  sendInThreads: 1n << 38n,
} as const;

/** What an ordinary member, and the bot, may do in a channel. */
export const ordinary =
  permission.viewChannel |
  permission.sendMessages |
  permission.embedLinks |
  permission.attachFiles |
  permission.readHistory |
  permission.useCommands |
  permission.createPublicThreads |
  permission.sendInThreads;

/** A server; `channel()` makes a text channel in it, or finds the one of that name. */
export interface Guild extends GuildRecord {
  channel(name: string): Place;
  /** Kicks the bot: GUILD_DELETE without `unavailable`, and 50001 from then on. */
  kicksBot(): void;
  /** An outage: GUILD_DELETE with `unavailable: true`. */
  goesDown(): void;
}

/** Where a person runs a command: a channel, the bot's direct messages, or somewhere the bot is not. */
export interface Place extends PlaceRecord {
  /** Takes permissions from the bot: 50001 without viewChannel, 50013 without another. */
  denies(...names: (keyof typeof permission)[]): void;
  allowsAll(): void;
  disappears(): void;
}

export function createGuild(
  world: World,
  facts: { id?: string; name?: string; locale?: string; installed?: boolean } = {},
): Guild {
  const { id = world.nextId(), name = "Career Club", locale = "en-US", installed = true } = facts;
  const guild: Guild = {
    id,
    name,
    locale,
    installed,
    channel(channelName) {
      const found = [...world.places.values()].find(
        (place) => place.guild === guild && place.name === channelName && !place.deleted,
      );
      if (found) return found as Place;
      const place = createPlace(world, { name: channelName, type: 0, context: 0, guild });
      if (guild.installed) world.dispatch("CHANNEL_CREATE", placeJson(place), { guildId: id, intent: 1 });
      return place;
    },
    kicksBot() {
      guild.installed = false;
      world.dispatch("GUILD_DELETE", { id }, { guildId: id, intent: 1 });
    },
    goesDown: () => world.dispatch("GUILD_DELETE", { id, unavailable: true }, { guildId: id, intent: 1 }),
  };
  world.guilds.set(id, guild);
  if (installed) world.dispatch("GUILD_CREATE", guildCreate(world, guild), { guildId: id, intent: 1 });
  return guild;
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
  if (place.type !== 11) return { ...inGuild, position: 0, permission_overwrites: [], nsfw: false, topic: null };
  return {
    ...inGuild,
    owner_id: place.id,
    message_count: 0,
    member_count: 1,
    thread_metadata: {
      archived: false,
      auto_archive_duration: 1440,
      archive_timestamp: new Date().toISOString(),
      locked: false,
    },
  };
}

/** The body of GUILD_CREATE. */
export function guildCreate(world: World, guild: GuildRecord): Fields {
  const channels = [...world.places.values()].filter(
    (place) => place.guild?.id === guild.id && place.type === 0 && !place.deleted,
  );
  const member = {
    user: world.bot,
    roles: [],
    joined_at: new Date(0).toISOString(),
    deaf: false,
    mute: false,
    flags: 0,
  };
  const role = {
    id: guild.id,
    name: "@everyone",
    color: 0,
    hoist: false,
    position: 0,
    permissions: String(ordinary),
    managed: false,
    mentionable: false,
    flags: 0,
  };
  const none = {
    members: [member],
    threads: [],
    emojis: [],
    stickers: [],
    features: [],
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
  return {
    id: guild.id,
    name: guild.name,
    icon: null,
    owner_id: "100000000000000001",
    preferred_locale: guild.locale,
    joined_at: member.joined_at,
    large: false,
    unavailable: false,
    member_count: 2,
    premium_tier: 0,
    nsfw_level: 0,
    verification_level: 0,
    default_message_notifications: 0,
    explicit_content_filter: 0,
    mfa_level: 0,
    system_channel_flags: 0,
    afk_timeout: 300,
    roles: [role],
    channels: channels.map(placeJson),
    ...none,
  };
}

function createPlace(world: World, facts: Omit<PlaceRecord, "id" | "deleted" | "denied">): Place {
  const place: Place = {
    id: world.nextId(),
    deleted: false,
    denied: 0n,
    ...facts,
    denies(...names) {
      for (const name of names) place.denied |= permission[name];
    },
    allowsAll() {
      place.denied = 0n;
    },
    disappears() {
      place.deleted = true;
      if (place.guild) world.dispatch("CHANNEL_DELETE", placeJson(place), { guildId: place.guild.id, intent: 1 });
    },
  };
  world.places.set(place.id, place);
  return place;
}
