import { acceptMessage } from "./accept.ts";
import { filesOf } from "./file-rules.ts";
import { messageBody } from "./payloads.ts";
import type { Slack } from "./slack.ts";
import { asJson, asText, type ChannelRecord, type Json, type MessageRecord, Refusal } from "./types.ts";

type Method = (slack: Slack, args: Json) => Json;

/** https://docs.slack.dev/reference/methods?family=chat */
export const chatMethods: Record<string, Method> = {
  "chat.postMessage": (slack, args) => {
    const channel = channelToPost(slack, args.channel);
    throttle(slack, channel);
    const accepted = acceptMessage(slack, args, "chat.postMessage");
    if (args.thread_ts !== undefined) mustHaveThread(slack, channel, asText(args.thread_ts));
    const message = slack.world.post({
      channel: channel.id,
      ...accepted,
      files: filesOf(slack, accepted.text, accepted.blocks),
      ...(args.thread_ts === undefined ? {} : { threadTs: asText(args.thread_ts) }),
      ...(args.metadata === undefined ? {} : { metadata: metadataOf(args.metadata) }),
    });
    return { channel: channel.id, ts: message.ts, message: messageBody(slack.world, message) };
  },
  "chat.postEphemeral": (slack, args) => {
    const channel = channelToPost(slack, args.channel);
    const user = asText(args.user);
    if (!slack.world.people.has(user) || !slack.world.sees(user, { channel: channel.id } as MessageRecord))
      throw new Refusal("user_not_in_channel");
    const message = slack.world.post({
      channel: channel.id,
      to: user,
      ...acceptMessage(slack, args, "chat.postEphemeral"),
    });
    return { message_ts: message.ts };
  },
  "chat.update": (slack, args) => {
    const message = ownMessage(slack, args, "cant_update_message");
    // Blocks that are not given stay as they are: https://docs.slack.dev/reference/methods/chat.update
    const accepted = acceptMessage(slack, args, "chat.update");
    message.text = accepted.text;
    if (args.blocks !== undefined) message.blocks = accepted.blocks;
    if (args.metadata !== undefined) message.metadata = metadataOf(args.metadata);
    message.edited = true;
    slack.world.changed({ kind: "message", message });
    return { channel: message.channel, ts: message.ts, text: message.text, message: messageBody(slack.world, message) };
  },
  "chat.delete": (slack, args) => {
    const message = ownMessage(slack, args, "cant_delete_message");
    message.deleted = true;
    slack.world.changed({ kind: "message", message });
    return { channel: message.channel, ts: message.ts };
  },
  "chat.scheduleMessage": (slack, args) => {
    const channel = channelToPost(slack, args.channel);
    const { text } = acceptMessage(slack, args, "chat.scheduleMessage");
    // It is taken, and never posts: docs.slack.dev/reference/methods/chat.scheduleMessage
    if (args.metadata !== undefined) slack.violations.push("chat.scheduleMessage: metadata");
    const at = Number(args.post_at) * 1_000;
    if (!(at > Date.now() + 10_000)) throw new Refusal("time_in_past");
    if (at > Date.now() + 120 * 24 * 60 * 60_000) throw new Refusal("time_too_far");
    const id = slack.world.id("Q");
    slack.world.scheduled.set(id, { channel: channel.id, text, at });
    return { channel: channel.id, scheduled_message_id: id, post_at: Number(args.post_at), message: { text } };
  },
  "chat.deleteScheduledMessage": ({ world }, args) => {
    if (!world.channels.has(asText(args.channel))) throw new Refusal("channel_not_found");
    if (!world.scheduled.delete(asText(args.scheduled_message_id))) throw new Refusal("invalid_scheduled_message_id");
    return {};
  },
};

/** A thread stands below a message that is there, never below an answer. */
function mustHaveThread({ world, violations }: Slack, channel: ChannelRecord, ts: string): void {
  const parent = world.messages.find((one) => one.ts === ts && one.channel === channel.id && one.to === undefined);
  if (parent === undefined || parent.deleted) throw new Refusal("thread_not_found");
  if (parent.threadTs !== undefined) violations.push("chat.postMessage: thread_ts of an answer in a thread");
}

/** Where the bot may write: by id, by #name, or a person's id for the direct message. */
export function channelToPost(slack: Slack, value: unknown): ChannelRecord {
  const { world } = slack;
  const name = asText(value);
  const person = world.people.get(name);
  if (person?.deactivated) throw new Refusal("user_disabled");
  const channel = person
    ? world.directMessage(person.id)
    : (world.channels.get(name) ?? [...world.channels.values()].find((one) => `#${one.name}` === name));
  if (channel === undefined || (channel.kind === "private" && !channel.botIsMember))
    throw new Refusal("channel_not_found");
  if (channel.archived) throw new Refusal("is_archived");
  if (!channel.botIsMember) throw new Refusal("not_in_channel");
  if (channel.restricted !== undefined) throw new Refusal(channel.restricted);
  const partner = channel.kind === "direct" ? world.people.get([...channel.members][0] ?? "") : undefined;
  if (partner?.deactivated) throw new Refusal("user_disabled");
  return channel;
}

/** Ephemeral messages exist only in a client: to these methods they are not there at all. */
function ownMessage(slack: Slack, args: Json, notMine: string): MessageRecord {
  const channel = slack.world.channels.get(asText(args.channel));
  if (channel === undefined) throw new Refusal("channel_not_found");
  const message = slack.world.messages.find(
    (one) => one.ts === args.ts && one.channel === channel.id && !one.deleted && one.to === undefined,
  );
  if (message === undefined) throw new Refusal("message_not_found");
  if (message.by !== "app") throw new Refusal(notMine);
  return message;
}

function metadataOf(value: unknown): Json {
  const metadata = asJson(value);
  if (asText(metadata.event_type) === "" || typeof metadata.event_payload !== "object")
    throw new Refusal("invalid_metadata_format");
  return metadata;
}

const posted = new WeakMap<ChannelRecord, number[]>();

/** One message per second per channel, when the test asked for it: https://docs.slack.dev/apis/web-api/rate-limits */
function throttle(slack: Slack, channel: ChannelRecord): void {
  const { postsPerSecond } = slack.options;
  if (postsPerSecond === undefined) return;
  const recent = (posted.get(channel) ?? []).filter((at) => performance.now() - at < 1000);
  if (recent.length >= postsPerSecond) throw new Refusal("ratelimited", { retryAfter: 1 }, 429);
  posted.set(channel, [...recent, performance.now()]);
}
