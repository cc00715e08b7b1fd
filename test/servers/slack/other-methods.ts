import { channelToPost } from "./chat-methods.ts";
import { liveMentions } from "./mentions.ts";
import { wholeFileBody } from "./payloads.ts";
import type { Slack } from "./slack.ts";
import { asJson, asText, type ChannelRecord, type Json, type PersonRecord, Refusal } from "./types.ts";
import type { World } from "./world.ts";

type Method = (slack: Slack, args: Json) => Json;

/** Who and where: auth, users, conversations. */
export const otherMethods: Record<string, Method> = {
  "auth.test": ({ world, origin }) => ({
    url: `${origin}/`,
    team: "Greenroom test",
    user: "greenroom",
    team_id: world.team.id,
    user_id: world.botUserId,
    bot_id: world.botId,
    is_enterprise_install: false,
  }),
  "users.info": ({ world }, args) => {
    const person = world.people.get(asText(args.user));
    if (person === undefined) throw new Refusal("user_not_found");
    return { user: userBody(world.team.id, person) };
  },
  "users.conversations": ({ world }, args) => {
    const kinds = asText(args.types) === "" ? ["public_channel"] : asText(args.types).split(",");
    const kindOf = { public: "public_channel", private: "private_channel", direct: "im" };
    const mine = [...world.channels.values()].filter(
      (channel) => channel.botIsMember && kinds.includes(kindOf[channel.kind]),
    );
    return { channels: mine.map(channelBody), response_metadata: { next_cursor: "" } };
  },
  "conversations.open": ({ world }, args) => {
    const ids = asText(args.users).split(",");
    const person = world.people.get(ids[0] ?? "");
    if (ids.length > 1) throw new Refusal("not_enough_users");
    if (ids[0] === world.botUserId) throw new Refusal("cannot_dm_bot");
    if (person === undefined) throw new Refusal("user_not_found");
    if (person.deactivated) throw new Refusal("user_disabled");
    const channel = world.directMessage(person.id);
    return {
      channel: args.return_im === "true" || args.return_im === true ? channelBody(channel) : { id: channel.id },
    };
  },
};

/** The three steps of an upload: https://docs.slack.dev/messaging/working-with-files#uploading_files */
export const fileMethods: Record<string, Method> = {
  "files.getUploadURLExternal": ({ world, origin }, args) => {
    const [name, length] = [asText(args.filename), Number(args.length)];
    if (name === "" || !Number.isInteger(length) || length <= 0)
      throw new Refusal("invalid_arguments", {
        response_metadata: { messages: ["[ERROR] missing required field: filename or length"] },
      });
    const id = world.id("F");
    // The SDK's "alt_text" is no argument of Slack's.
    const altText = asText(args.alt_txt);
    if (altText.length > 1000) throw new Refusal("alt_txt_too_large");
    world.uploads.set(id, {
      id,
      name,
      title: name,
      mediaType: mediaType(name),
      bytes: Buffer.alloc(0),
      shared: false,
      address: fileAddress(world, origin, id),
      length,
      done: false,
      ...(altText === "" ? {} : { altText }),
    });
    return { upload_url: `${origin}/upload/v1/${id}`, file_id: id };
  },
  "files.completeUploadExternal": (slack, args) => {
    const { world } = slack;
    const listed = Array.isArray(args.files) ? args.files.map(asJson) : [];
    if (listed.length === 0) throw new Refusal("invalid_arguments");
    const files = listed.map(({ id, title }) => {
      const upload = world.uploads.get(asText(id));
      if (upload === undefined || !upload.done) throw new Refusal("file_not_found");
      return Object.assign(upload, { title: asText(title) || upload.name });
    });
    for (const mention of liveMentions({ text: args.initial_comment }, slack.options.mayMention))
      slack.violations.push(`files.completeUploadExternal: live mention ${mention}`);
    const where = asText(args.channel_id ?? args.channels);
    const channel = where === "" ? undefined : channelToPost(slack, where);
    // What is described like a picture and is none is never shared, and Slack says ok: slackapi/python-slack-sdk#1818
    const described = files.filter((file) => file.altText && !file.mediaType.startsWith("image/"));
    if (described.length > 0) {
      slack.violations.push(`files.completeUploadExternal: alt_txt of ${described.map(({ name }) => name).join(", ")}`);
      return { files: files.map((file) => ({ id: file.id, title: file.title })) };
    }
    for (const file of files) {
      world.uploads.delete(file.id);
      world.files.set(file.id, Object.assign(file, { shared: channel !== undefined, doneAt: performance.now() }));
    }
    if (channel)
      world.post({
        channel: channel.id,
        text: asText(args.initial_comment),
        files,
        ...(args.thread_ts === undefined ? {} : { threadTs: asText(args.thread_ts) }),
      });
    return { files: files.map((file) => ({ id: file.id, title: file.title })) };
  },
  "files.info": ({ world }, args) => {
    const file = world.files.get(asText(args.file));
    if (file === undefined) throw new Refusal("file_not_found");
    return { file: wholeFileBody(file) };
  },
};

/** As files.slack.com has it: the workspace and the file, and behind them what is wanted of it. */
export const fileAddress = ({ team }: World, origin: string, id: string): string =>
  `${origin}/files-pri/${team.id}-${id}`;

const userBody = (team: string, person: PersonRecord): Json => ({
  id: person.id,
  team_id: team,
  name: person.name,
  deleted: person.deactivated,
  real_name: person.name,
  tz: person.timeZone,
  tz_label: person.timeZone,
  tz_offset: 0,
  profile: { real_name: person.name, display_name: person.name, team },
  locale: "en-US",
  is_admin: person.admin,
  is_owner: false,
  is_primary_owner: false,
  is_restricted: false,
  is_ultra_restricted: false,
  is_bot: false,
  is_app_user: false,
});

export const channelBody = (channel: ChannelRecord): Json => ({
  id: channel.id,
  ...(channel.kind === "direct"
    ? { user: [...channel.members][0] }
    : { name: channel.name, name_normalized: channel.name }),
  is_channel: channel.kind === "public",
  is_group: false,
  is_im: channel.kind === "direct",
  is_mpim: false,
  is_private: channel.kind !== "public",
  is_archived: channel.archived,
  is_member: channel.botIsMember,
  is_general: false,
  created: 1_700_000_000,
});

const mediaType = (name: string): string =>
  mediaTypes[name.split(".").pop()?.toLowerCase() ?? ""] ?? "application/octet-stream";
const mediaTypes: Record<string, string> = {
  pdf: "application/pdf",
  png: "image/png",
  json: "application/json",
  txt: "text/plain",
  csv: "text/csv",
  ics: "text/calendar",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
};
