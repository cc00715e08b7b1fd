import { channelBody } from "./other-methods.ts";
import { messageBody } from "./payloads.ts";
import type { Slack } from "./slack.ts";
import { asText, type ChannelRecord, type Json, type MessageRecord, Refusal } from "./types.ts";

type Method = (slack: Slack, args: Json) => Json;

/** What can be read of channels, and the groups of people that can be mentioned. */
export const conversationMethods: Record<string, Method> = {
  "conversations.info": (slack, args) => ({ channel: channelBody(readable(slack, args)) }),
  "conversations.history": (slack, args) => {
    const channel = readable(slack, args);
    if (!channel.botIsMember) throw new Refusal("not_in_channel");
    return page(
      slack,
      args,
      messagesOf(slack, channel, args)
        .filter(({ threadTs }) => threadTs === undefined)
        .reverse(),
    );
  },
  "conversations.replies": (slack, args) => {
    const channel = readable(slack, args);
    if (!channel.botIsMember) throw new Refusal("channel_not_found");
    const ts = asText(args.ts);
    const all = messagesOf(slack, channel, {});
    const parent = all.find((message) => message.ts === ts);
    const replies = messagesOf(slack, channel, args).filter(({ threadTs }) => threadTs === ts);
    if (parent === undefined && !all.some(({ threadTs }) => threadTs === ts)) throw new Refusal("thread_not_found");
    return page(slack, args, [...(parent ? [parent] : []), ...replies]);
  },
  "usergroups.list": ({ world }, args) => ({
    usergroups: [...world.userGroups.values()]
      .filter(({ disabled }) => !disabled || args.include_disabled === "true")
      .map(({ id, handle, name, disabled }) => ({
        id,
        team_id: world.team.id,
        is_usergroup: true,
        name,
        handle,
        description: "",
        is_external: false,
        date_create: 1_700_000_000,
        date_delete: disabled ? 1_700_000_001 : 0,
      })),
  }),
};

/** Scopes a token needs, by the reference page of each method; for a channel by what kind of channel it is. */
export function scopeNeeded({ world }: Slack, method: string, args: Json): string | undefined {
  const kind = { "conversations.info": "read", "conversations.history": "history", "conversations.replies": "history" };
  if (!(method in kind)) return SCOPES[method];
  const channel = world.channels.get(asText(args.channel));
  const families = { public: "channels", private: "groups", direct: "im" };
  return `${families[channel?.kind ?? "public"]}:${kind[method as keyof typeof kind]}`;
}

const SCOPES: Record<string, string> = {
  "chat.postMessage": "chat:write",
  "chat.postEphemeral": "chat:write",
  "chat.update": "chat:write",
  "chat.delete": "chat:write",
  "chat.scheduleMessage": "chat:write",
  "chat.deleteScheduledMessage": "chat:write",
  "conversations.open": "im:write",
  "files.getUploadURLExternal": "files:write",
  "files.completeUploadExternal": "files:write",
  "files.info": "files:read",
  "usergroups.list": "usergroups:read",
  "users.info": "users:read",
  "users.conversations": "channels:read",
};

/** To whoever is not in it a private channel does not exist. */
function readable({ world }: Slack, args: Json): ChannelRecord {
  const channel = world.channels.get(asText(args.channel));
  if (channel === undefined || (channel.kind === "private" && !channel.botIsMember))
    throw new Refusal("channel_not_found");
  return channel;
}

/** Oldest first. The two times are left out themselves unless they are to be included. */
function messagesOf({ world }: Slack, channel: ChannelRecord, args: Json): MessageRecord[] {
  const isInclusive = args.inclusive === "true";
  const after = (ts: number, limit: number): boolean => (isInclusive ? ts >= limit : ts > limit);
  return world.messages.filter(
    (message) =>
      message.channel === channel.id &&
      message.to === undefined &&
      !message.deleted &&
      (args.oldest === undefined || after(Number(message.ts), Number(args.oldest))) &&
      (args.latest === undefined || after(Number(args.latest), Number(message.ts))),
  );
}

function page({ world, options }: Slack, args: Json, all: readonly MessageRecord[]): Json {
  const limit = Math.min(Number(args.limit ?? 100), options.historyPage);
  const from = args.cursor === undefined ? 0 : Number(Buffer.from(asText(args.cursor), "base64").toString().slice(5));
  if (Number.isNaN(from)) throw new Refusal("invalid_cursor");
  const shown = all.slice(from, from + limit);
  const next = from + shown.length;
  const hasMore = next < all.length;
  const strip = ({ metadata, ...rest }: Json): Json =>
    args.include_all_metadata === "true" && metadata !== undefined ? { ...rest, metadata } : rest;
  return {
    messages: shown.map((message) => strip(messageBody(world, message))),
    has_more: hasMore,
    response_metadata: { next_cursor: hasMore ? Buffer.from(`next:${next}`).toString("base64") : "" },
  };
}
