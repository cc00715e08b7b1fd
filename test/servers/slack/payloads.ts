import { keptState } from "./state.ts";
import type { ChannelRecord, FileRecord, Json, MessageRecord, PersonRecord, ViewRecord } from "./types.ts";
import type { World } from "./world.ts";

/** A message as Slack puts it into API answers and block_actions payloads. */
export function messageBody(world: World, message: MessageRecord): Json {
  return {
    user: message.by === "app" ? world.botUserId : message.by,
    type: "message",
    ts: message.ts,
    ...(message.by === "app" ? { bot_id: world.botId, app_id: world.appId } : {}),
    text: message.text,
    team: world.team.id,
    blocks: message.blocks,
    ...(message.edited ? { edited: { user: world.botId, ts: message.ts } } : {}),
    ...(message.threadTs === undefined ? {} : { thread_ts: message.threadTs }),
    ...(message.metadata === undefined ? {} : { metadata: message.metadata }),
    ...(message.files.length === 0 ? {} : { files: message.files.map(fileBody) }),
  };
}

export function viewBody(world: World, view: ViewRecord): Json {
  const { body } = view;
  return {
    id: view.id,
    team_id: world.team.id,
    type: view.type,
    blocks: view.blocks,
    private_metadata: body.private_metadata ?? "",
    callback_id: body.callback_id ?? "",
    state: { values: view.state },
    hash: view.hash,
    title: body.title ?? { type: "plain_text", text: "View Title", emoji: true },
    clear_on_close: body.clear_on_close ?? false,
    notify_on_close: body.notify_on_close ?? false,
    close: body.close ?? null,
    submit: body.submit ?? null,
    previous_view_id: view.previousId ?? null,
    root_view_id: view.rootId,
    app_id: world.appId,
    external_id: body.external_id ?? "",
    app_installed_team_id: world.team.id,
    bot_id: world.botId,
  };
}

export const fileBody = (file: FileRecord): Json =>
  file.idOnly ? { id: file.id, mode: "file_access", file_access: "check_file_info" } : wholeFileBody(file);

export const wholeFileBody = (file: FileRecord): Json => ({
  id: file.id,
  name: file.name,
  title: file.title,
  mimetype: file.mediaType,
  filetype: file.name.split(".").pop() ?? "",
  size: file.bytes.length,
  mode: "hosted",
  is_external: false,
  file_access: "visible",
  url_private: `${file.address}/${encodeURIComponent(file.name)}`,
  url_private_download: `${file.address}/download/${encodeURIComponent(file.name)}`,
});

/** Fields every interactive payload carries. */
export function interactionBase(world: World, person: PersonRecord): Json {
  return {
    user: { id: person.id, username: person.name, name: person.name, team_id: world.team.id },
    api_app_id: world.appId,
    token: "verification-token",
    team: world.team,
    enterprise: null,
    is_enterprise_install: false,
  };
}

/** Slack escapes what people type into a command just as in messages. */
export function commandBody(
  world: World,
  {
    person,
    channel,
    line,
    triggerId,
    responseUrl,
  }: { person: PersonRecord; channel: ChannelRecord; line: string; triggerId: string; responseUrl: string },
): Json {
  const [command, ...rest] = line.trim().split(" ");
  return {
    token: "verification-token",
    team_id: world.team.id,
    team_domain: world.team.domain,
    channel_id: channel.id,
    channel_name:
      channel.kind === "direct" ? "directmessage" : channel.kind === "private" ? "privategroup" : channel.name,
    user_id: person.id,
    user_name: person.name,
    command: command ?? "",
    text: rest.join(" ").trim().replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;"),
    api_app_id: world.appId,
    is_enterprise_install: "false",
    response_url: responseUrl,
    trigger_id: triggerId,
  };
}

/** Where an action came from: an ephemeral message is only pointed at, never sent along. */
export function messageSource(world: World, message: MessageRecord): Json {
  const channel = world.channels.get(message.channel);
  return {
    container: {
      type: "message",
      message_ts: message.ts,
      channel_id: message.channel,
      is_ephemeral: message.to !== undefined,
      ...(message.threadTs === undefined ? {} : { thread_ts: message.threadTs }),
    },
    channel: {
      id: message.channel,
      name:
        channel?.kind === "direct"
          ? "directmessage"
          : channel?.kind === "private"
            ? "privategroup"
            : (channel?.name ?? ""),
    },
    ...(message.to === undefined ? { message: messageBody(world, message) } : {}),
    state: { values: keptState(message.blocks, message.state) },
  };
}

export const viewSource = (world: World, view: ViewRecord): Json => ({
  container: { type: "view", view_id: view.id },
  view: viewBody(world, view),
});

export function eventBody(world: World, event: Json): Json {
  return {
    token: "verification-token",
    team_id: world.team.id,
    api_app_id: world.appId,
    event: { ...event, event_ts: world.ts() },
    type: "event_callback",
    event_id: world.id("Ev"),
    event_time: Math.floor(Date.now() / 1000),
    authorizations: [
      {
        enterprise_id: null,
        team_id: world.team.id,
        user_id: world.botUserId,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: false,
    event_context: `4-${world.id("EC")}`,
  };
}
