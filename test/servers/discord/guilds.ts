import type { Fields } from "./json.ts";
import { bits, ordinary, type PermissionName } from "./permissions.ts";
import { createPlace, type Place, placeJson } from "./places.ts";
import type { GuildRecord, PlaceRecord, RoleRecord, World } from "./world.ts";

export interface GuildFacts {
  id?: string;
  name?: string;
  locale?: string;
  installed?: boolean;
  /** The bot itself may own a server. */
  ownerId?: string;
}

/** A server with its roles. */
export interface Guild extends GuildRecord {
  /** Makes a channel, or finds the one of that name: 0 text, 2 voice, 4 category, 5 announcements, 15 forum. */
  channel(name: string, type?: 0 | 2 | 4 | 5 | 15): Place;
  /** Makes a role, or finds the one of that name. */
  role(name: string, facts?: { mentionable?: boolean; permissions?: readonly PermissionName[] }): RoleRecord;
  /** What the role of everybody allows; without a call, what is ordinary. */
  everyoneMay(...names: PermissionName[]): void;
  /** Gives the bot a role. */
  gives(role: RoleRecord): void;
  deletesRole(role: RoleRecord): void;
  /** Kicks the bot: GUILD_DELETE without `unavailable`, and 50001 from then on. */
  kicksBot(): void;
  /** Adds it (again): GUILD_CREATE. */
  addsBot(): void;
  /** An outage: GUILD_DELETE with `unavailable: true`. */
  goesDown(): void;
  /** The outage is over: GUILD_CREATE. */
  comesBack(): void;
}

export function createGuild(world: World, facts: GuildFacts = {}): Guild {
  const { id = world.nextId(), name = "Career Club", locale = "en-US", installed = true } = facts;
  const { ownerId = "100000000000000001" } = facts;
  const everyone: RoleRecord = { id, name: "@everyone", permissions: ordinary, mentionable: false };
  const to = { guildId: id, intent: 1 };
  const created = () => world.dispatch("GUILD_CREATE", guildCreate(world, guild), to);
  const guild: Guild = {
    id,
    name,
    locale,
    installed,
    down: false,
    ownerId,
    roles: [everyone],
    botRoles: [],
    channel(channelName, type = 0) {
      const found = [...world.places.values()].find(
        (place) => place.guild === guild && place.name === channelName && !place.deleted,
      );
      if (found) return found as Place;
      const place = createPlace(world, { name: channelName, type, context: 0, guild });
      if (guild.installed) world.dispatch("CHANNEL_CREATE", placeJson(place), to);
      return place;
    },
    role(roleName, { mentionable = false, permissions = [] } = {}) {
      const found = guild.roles.find((one) => one.name === roleName);
      if (found) return found;
      const role = { id: world.nextId(), name: roleName, mentionable, permissions: bits(permissions) };
      guild.roles.push(role);
      if (guild.installed) world.dispatch("GUILD_ROLE_CREATE", { guild_id: id, role: roleJson(role) }, to);
      return role;
    },
    everyoneMay(...names) {
      everyone.permissions = bits(names);
    },
    gives(role) {
      guild.botRoles.push(role.id);
    },
    deletesRole(role) {
      guild.roles = guild.roles.filter((one) => one !== role);
      if (guild.installed) world.dispatch("GUILD_ROLE_DELETE", { guild_id: id, role_id: role.id }, to);
    },
    kicksBot() {
      guild.installed = false;
      guild.botRoles = [];
      world.dispatch("GUILD_DELETE", { id }, to);
    },
    addsBot() {
      guild.installed = true;
      created();
    },
    goesDown() {
      guild.down = true;
      world.dispatch("GUILD_DELETE", { id, unavailable: true }, to);
    },
    comesBack() {
      guild.down = false;
      created();
    },
  };
  world.guilds.set(id, guild);
  if (installed) created();
  return guild;
}

/** The channels of a server as its members' clients know them, also those that the bot may not enter. */
export function channelsOf(world: World, guild: GuildRecord): PlaceRecord[] {
  return [...world.places.values()].filter(
    (place) => place.guild === guild && place.parentId === undefined && !place.deleted,
  );
}

/** As GET /guilds/{id} answers. */
export function guildJson({ id, name, locale, ownerId, roles }: GuildRecord): Fields {
  return {
    id,
    name,
    icon: null,
    owner_id: ownerId,
    preferred_locale: locale,
    features: [],
    roles: roles.map(roleJson),
    emojis: [],
    stickers: [],
    premium_tier: 0,
    nsfw_level: 0,
    verification_level: 0,
    default_message_notifications: 0,
    explicit_content_filter: 0,
    mfa_level: 0,
    system_channel_flags: 0,
    afk_timeout: 300,
    region: "deprecated",
  };
}

/** The body of GUILD_CREATE. */
export function guildCreate(world: World, guild: GuildRecord): Fields {
  return {
    ...guildJson(guild),
    joined_at: new Date(0).toISOString(),
    large: false,
    unavailable: false,
    member_count: 2,
    channels: channelsOf(world, guild).map(placeJson),
    members: [memberJson(world.bot, guild.botRoles)],
    threads: [],
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}

export function memberJson(user: unknown, roles: readonly string[]): Fields {
  return {
    user,
    roles,
    joined_at: "2026-01-01T00:00:00.000000+00:00",
    deaf: false,
    mute: false,
    flags: 0,
    nick: null,
    avatar: null,
  };
}

export function roleJson({ id, name, permissions, mentionable }: RoleRecord): Fields {
  const colors = { primary_color: 0, secondary_color: null, tertiary_color: null };
  return {
    id,
    name,
    color: 0,
    colors,
    hoist: false,
    icon: null,
    unicode_emoji: null,
    position: 0,
    permissions: String(permissions),
    managed: false,
    mentionable,
    flags: 0,
  };
}
