import type { GuildRecord, Overwrite, PlaceRecord, World } from "./world.ts";

/** Permission bits. https://discord.com/developers/docs/topics/permissions */
export const permission = {
  administrator: 1n << 3n,
  manageGuild: 1n << 5n,
  viewChannel: 1n << 10n,
  sendMessages: 1n << 11n,
  embedLinks: 1n << 14n,
  attachFiles: 1n << 15n,
  readHistory: 1n << 16n,
  mentionEveryone: 1n << 17n,
  useCommands: 1n << 31n,
  manageThreads: 1n << 34n,
  createPublicThreads: 1n << 35n,
  sendInThreads: 1n << 38n,
} as const;

export type PermissionName = keyof typeof permission;

export function bits(names: readonly PermissionName[]): bigint {
  return names.reduce((all, name) => all | permission[name], 0n);
}

/** What an ordinary member, and the bot, may do in a channel. */
export const ordinary = bits([
  "viewChannel",
  "sendMessages",
  "embedLinks",
  "attachFiles",
  "readHistory",
  "useCommands",
  "createPublicThreads",
  "sendInThreads",
]);

const everything = (1n << 50n) - 1n;

/** What the bot may do there, with what follows from a missing View Channel or Send Messages; threads take their parent's. */
export function permissionsOfBot(world: World, place: PlaceRecord): bigint {
  const { guild } = place;
  if (!guild) return ordinary;
  if (!guild.installed) return 0n;
  const overwrites = (world.places.get(place.parentId ?? "") ?? place).overwrites;
  const all = combined(world, guild, overwrites);
  if (all === everything) return all;
  if ((all & permission.viewChannel) === 0n) return 0n;
  const speaks = (all & permission.sendMessages) !== 0n;
  return speaks ? all : all & ~bits(["attachFiles", "embedLinks", "mentionEveryone"]);
}

// In Discord's order: everybody's role, own roles, then overwrites for everybody, for all own roles together, for the member.
function combined(world: World, guild: GuildRecord, overwrites: readonly Overwrite[]): bigint {
  if (guild.ownerId === world.bot.id) return everything;
  const own = new Set([guild.id, ...guild.botRoles]);
  let all = 0n;
  for (const { id, permissions } of guild.roles) if (own.has(id)) all |= permissions;
  if ((all & permission.administrator) !== 0n) return everything;
  const change = (fitting: (one: Overwrite) => boolean) => {
    let [denied, allowed] = [0n, 0n];
    for (const one of overwrites.filter(fitting)) {
      denied |= one.deny;
      allowed |= one.allow;
    }
    all = (all & ~denied) | allowed;
  };
  change(({ id }) => id === guild.id);
  change(({ id, type }) => type === 0 && id !== guild.id && own.has(id));
  change(({ id, type }) => type === 1 && id === world.bot.id);
  return all;
}
