import type { Place } from "#src/chat/interaction.ts";

export interface Visitor {
  readonly id: string;
  readonly name: string;
  readonly organiser: boolean;
  readonly about: string;
}

export interface PlaygroundChannel {
  readonly id: string;
  readonly name: string;
  readonly topic: string;
}

export interface PlaygroundRole {
  readonly id: string;
  readonly name: string;
}

export const BOT = "greenroom";

/** The one community that there is here. */
export const WORKSPACE = "local";

export const visitors: readonly Visitor[] = [
  { id: "alice", name: "Alice", organiser: false, about: "Member" },
  { id: "bob", name: "Bob", organiser: false, about: "Member" },
  { id: "olivia", name: "Olivia", organiser: true, about: "Organiser" },
];

export const channels: readonly PlaygroundChannel[] = [
  { id: "career-lounge", name: "career-lounge", topic: "Practice, results and what comes next" },
  { id: "job-search", name: "job-search", topic: "Openings, letters and interviews" },
];

/** Whom a post can notify. */
export const roles: readonly PlaygroundRole[] = [
  { id: "job-seekers", name: "Job seekers" },
  { id: "mentors", name: "Mentors" },
];

/** By its id or its name, which are the same, as it is or with a "#". */
export function channelOf(typed: string): PlaygroundChannel | undefined {
  const wanted = typed.trim().replace(/^#/, "").toLowerCase();
  return channels.find(({ id }) => id === wanted);
}

/** By its id or its name, as it is or with an "@". */
export function roleOf(typed: string): PlaygroundRole | undefined {
  const wanted = typed.trim().replace(/^@/, "").toLowerCase();
  return roles.find(({ id, name }) => id === wanted || name.toLowerCase() === wanted);
}

export function visitorOf(id: unknown): Visitor | undefined {
  return visitors.find((visitor) => visitor.id === id);
}

/** Each visitor has one direct message with the bot, which nobody else can open. */
export function directChannelOf(visitor: Visitor): string {
  return `dm-${visitor.id}`;
}

/** Ids of all in which this visitor may read. */
export function channelsOf(visitor: Visitor): string[] {
  return [...channels.map(({ id }) => id), directChannelOf(visitor)];
}

/** Undefined for a channel that is not there or is somebody else's direct message. */
export function placeOf(visitor: Visitor, channelId: unknown): Place | undefined {
  if (channelId === directChannelOf(visitor)) return { workspaceId: WORKSPACE, channelId, direct: true };
  const channel = channels.find(({ id }) => id === channelId);
  return channel && { workspaceId: WORKSPACE, channelId: channel.id, direct: false };
}

/** Whether this visitor may see what stands in a channel for `visibleTo`. */
export function maySee(
  visitor: Visitor,
  { channel, visibleTo }: { channel: string; visibleTo: string | null },
): boolean {
  if (!placeOf(visitor, channel)) return false;
  return visibleTo === null || visibleTo === visitor.id;
}
