import { flag } from "./content-rules.ts";
import { createProblems, refusal } from "./errors.ts";
import { checkText, type Fields, isFields, present } from "./json.ts";
import { createMessage, deleteMessage, editMessage, messageJson } from "./messages.ts";
import { directMessages, permission, placeJson } from "./places.ts";
import type { Call, Reply, Route } from "./routes.ts";
import type { PlaceRecord, StoredMessage, World } from "./world.ts";

/** Channels, their messages and threads, guilds and users, as the bot sees them. */
export const channelRoutes: readonly Route[] = [
  { method: "GET", template: "/channels/{channel_id}", run: (call) => ok(placeJson(readable(call))) },
  { method: "POST", template: "/channels/{channel_id}/typing", run: typing },
  { method: "POST", template: "/channels/{channel_id}/messages", run: post },
  { method: "GET", template: "/channels/{channel_id}/messages", run: list },
  {
    method: "GET",
    template: "/channels/{channel_id}/messages/{message_id}",
    run: (call) => ok(messageJson(call.world, message(call))),
  },
  { method: "PATCH", template: "/channels/{channel_id}/messages/{message_id}", run: edit },
  {
    method: "DELETE",
    template: "/channels/{channel_id}/messages/{message_id}",
    run(call) {
      deleteMessage(call.world, message(call));
      return { status: 204 };
    },
  },
  {
    method: "POST",
    template: "/channels/{channel_id}/messages/{message_id}/threads",
    run: (call) => thread(call, message(call)),
  },
  { method: "POST", template: "/channels/{channel_id}/threads", run: (call) => thread(call) },
  { method: "POST", template: "/users/@me/channels", run: openDirectMessages },
  {
    method: "GET",
    template: "/users/{user_id}",
    run: ({ world, params }) =>
      ok(
        known(
          world.people.get(params["user_id"] ?? "")?.user ??
            (params["user_id"] === world.bot.id ? world.bot : undefined),
          "unknownUser",
        ),
      ),
  },
  { method: "GET", template: "/guilds/{guild_id}", run: (call) => ok(guildJson(guild(call))) },
  { method: "GET", template: "/guilds/{guild_id}/channels", run: (call) => ok(channelsOf(call)) },
  { method: "GET", template: "/guilds/{guild_id}/roles", run: (call) => ok([everyone(guild(call).id)]) },
  { method: "GET", template: "/guilds/{guild_id}/members/{user_id}", run: member },
];

function ok(body: unknown): Reply {
  return { status: 200, body };
}

function known<T>(value: T | undefined, error: Parameters<typeof refusal>[0]): T {
  if (value === undefined) throw refusal(error);
  return value;
}

function fields(body: unknown): Fields {
  return isFields(body) ? body : {};
}

function readable({ world, params }: Call): PlaceRecord {
  const place = world.places.get(params["channel_id"] ?? "");
  if (!place || place.deleted) throw refusal("unknownChannel");
  if (place.context === 2 || (place.guild && !place.guild.installed) || (place.denied & permission.viewChannel) !== 0n)
    throw refusal("missingAccess");
  return place;
}

function writable(call: Call): PlaceRecord {
  const place = readable(call);
  if (
    (place.denied & permission.sendMessages) !== 0n ||
    (call.files.length > 0 && (place.denied & permission.attachFiles) !== 0n)
  )
    throw refusal("missingPermissions");
  if (place.recipient && !place.recipient.mutualGuild) throw refusal("noMutualGuilds");
  if (place.recipient?.closedDms) throw refusal("cannotMessageUser");
  return place;
}

function message(call: Call): StoredMessage {
  const place = readable(call);
  const found = call.world.messages.get(call.params["message_id"] ?? "");
  // An ephemeral message does not exist outside its interaction.
  if (!found || found.place !== place || found.deleted || found.onlyFor !== undefined) throw refusal("unknownMessage");
  return found;
}

function post(call: Call): Reply {
  const { world, files } = call;
  const place = writable(call);
  const body = fields(call.body);
  const nonce = body["nonce"];
  const problems = createProblems();
  if (present(nonce)) checkText(problems, ["nonce"], { value: String(nonce), max: 25 });
  problems.refuse();
  if (body["enforce_nonce"] === true && present(nonce)) {
    const since = Date.now() - world.options.nonceMs;
    const earlier = [...world.messages.values()].find(
      (one) => one.place === place && one.nonce === nonce && one.createdAt >= since,
    );
    if (earlier) return ok(messageJson(world, earlier));
  }
  return ok(messageJson(world, createMessage(world, place, { body, files })));
}

function edit(call: Call): Reply {
  const found = message(call);
  if (found.author !== call.world.bot) throw refusal("notYourMessage");
  return ok(messageJson(call.world, editMessage(call.world, found, { body: fields(call.body), files: call.files })));
}

function list(call: Call): Reply {
  const place = readable(call);
  if ((place.denied & permission.readHistory) !== 0n) return ok([]);
  const { before, after, limit = "50" } = call.query;
  const all = [...call.world.messages.values()]
    .filter(
      (one) => one.place === place && !one.deleted && one.onlyFor === undefined && (one.flags & flag.loading) === 0,
    )
    .filter(
      (one) =>
        (before === undefined || BigInt(one.id) < BigInt(before)) &&
        (after === undefined || BigInt(one.id) > BigInt(after)),
    );
  const count = Number(limit);
  // Newest first; with `after`, the oldest ones that follow.
  const page = after === undefined ? all.slice(-count) : all.slice(0, count);
  return ok(page.reverse().map((one) => messageJson(call.world, one)));
}

function thread(call: Call, on?: StoredMessage): Reply {
  const parent = writable(call);
  if (on?.threadId !== undefined) throw refusal("threadExists");
  const name = fields(call.body)["name"];
  const problems = createProblems();
  checkText(problems, ["name"], { value: name, min: 1, max: 100, required: true });
  problems.refuse();
  if ((parent.denied & permission.createPublicThreads) !== 0n) throw refusal("missingPermissions");
  const id = on?.id ?? call.world.nextId();
  const made: PlaceRecord = { ...parent, id, name: String(name), type: 11, parentId: parent.id };
  call.world.places.set(id, made);
  if (on) on.threadId = id;
  return { status: 201, body: placeJson(made) };
}

function openDirectMessages({ world, body }: Call): Reply {
  const person = world.people.get(String(fields(body)["recipient_id"]));
  if (!person) {
    const problems = createProblems();
    problems.add(["recipient_id"], "INVALID_RECIPIENT", "Invalid recipient");
    problems.refuse();
  }
  return ok(placeJson(directMessages(world, known(person, "unknownUser"))));
}

function guild({ world, params }: Call) {
  const found = known(world.guilds.get(params["guild_id"] ?? ""), "unknownGuild");
  if (!found.installed) throw refusal("missingAccess");
  return found;
}

function guildJson({ id, name, locale }: { id: string; name: string; locale: string }): Fields {
  return {
    id,
    name,
    icon: null,
    owner_id: "100000000000000001",
    preferred_locale: locale,
    features: [],
    roles: [everyone(id)],
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

function everyone(id: string): Fields {
  return {
    id,
    name: "@everyone",
    color: 0,
    hoist: false,
    position: 0,
    permissions: "0",
    managed: false,
    mentionable: false,
    flags: 0,
  };
}

function channelsOf(call: Call): Fields[] {
  const { id } = guild(call);
  return [...call.world.places.values()]
    .filter((place) => place.guild?.id === id && place.type === 0 && !place.deleted)
    .map(placeJson);
}

function member(call: Call): Reply {
  guild(call);
  const id = call.params["user_id"] ?? "";
  const world: World = call.world;
  const user = id === world.bot.id ? world.bot : world.people.get(id)?.user;
  return ok({
    user: known(user, "unknownMember"),
    roles: [],
    joined_at: "2026-01-01T00:00:00.000000+00:00",
    deaf: false,
    mute: false,
    flags: 0,
    nick: null,
    avatar: null,
  });
}

function typing(call: Parameters<typeof writable>[0]) {
  writable(call);
  return { status: 204 };
}
