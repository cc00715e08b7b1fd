import type { APIGuild, APIGuildMember, APIOverwrite } from "discord.js";
import { OverwriteType, PermissionFlagsBits } from "discord.js";

/** What a channel must allow for posts with pictures, their threads, and finding out whether one is there. */
export const NEEDED = [
  "ViewChannel",
  "SendMessages",
  "AttachFiles",
  "ReadMessageHistory",
  "CreatePublicThreads",
  "SendMessagesInThreads",
] as const;

export type Needed = (typeof NEEDED)[number];

/** The same as the number that an install link carries. */
export const NEEDED_BITS = NEEDED.reduce((bits, name) => bits | PermissionFlagsBits[name], 0n);

/** Names of what these permissions lack. */
export function missingOf(permissions: bigint): Needed[] {
  return NEEDED.filter((name) => (permissions & PermissionFlagsBits[name]) === 0n);
}

/**
 * What a member may do in a channel, by https://discord.com/developers/docs/topics/permissions#permission-overwrites.
 * Without what follows from other bits ("no View Channel, so nothing"), so that each missing one can be named.
 */
export function permissionsIn(
  overwrites: readonly APIOverwrite[],
  guild: Pick<APIGuild, "id" | "owner_id" | "roles">,
  member: Pick<APIGuildMember, "user" | "roles">,
): bigint {
  if (member.user.id === guild.owner_id) return ALL;
  const own = new Set([guild.id, ...member.roles]);
  const base = guild.roles
    .filter(({ id }) => own.has(id))
    .reduce((bits, { permissions }) => bits | BigInt(permissions), 0n);
  if ((base & PermissionFlagsBits.Administrator) !== 0n) return ALL;
  // Everybody's first, then all roles' at once, then the member's own.
  const steps = [
    overwrites.filter(({ id }) => id === guild.id),
    overwrites.filter(({ id, type }) => type === OverwriteType.Role && id !== guild.id && own.has(id)),
    overwrites.filter(({ id, type }) => type === OverwriteType.Member && id === member.user.id),
  ];
  return steps.reduce((bits, step) => (bits & ~bitsOf(step, "deny")) | bitsOf(step, "allow"), base);
}

const ALL = Object.values(PermissionFlagsBits).reduce((bits, bit) => bits | bit, 0n);

function bitsOf(overwrites: readonly APIOverwrite[], field: "allow" | "deny"): bigint {
  return overwrites.reduce((bits, overwrite) => bits | BigInt(overwrite[field]), 0n);
}
