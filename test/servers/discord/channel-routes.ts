import { flag } from "./content-rules.ts";
import { createProblems, refusal } from "./errors.ts";
import { checkInteger, checkText, type Fields, isFields, present } from "./json.ts";
import { createMessage, deleteMessage, editMessage, messageJson } from "./messages.ts";
import { permission, permissionsOfBot } from "./permissions.ts";
import { createThread, directMessages, placeJson } from "./places.ts";
import type { Call, Reply, Route } from "./routes.ts";
import type { PlaceRecord, StoredMessage } from "./world.ts";

/** Channels, their messages and threads, as the bot sees them. */
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
  { method: "DELETE", template: "/channels/{channel_id}/messages/{message_id}", run: remove },
  {
    method: "POST",
    template: "/channels/{channel_id}/messages/{message_id}/threads",
    run: (call) => thread(call, message(call)),
  },
  { method: "POST", template: "/channels/{channel_id}/threads", run: (call) => thread(call) },
  { method: "POST", template: "/users/@me/channels", run: openDirectMessages },
];

function ok(body: unknown): Reply {
  return { status: 200, body };
}

function fields(body: unknown): Fields {
  return isFields(body) ? body : {};
}

function readable({ world, params }: Call): PlaceRecord {
  const place = world.places.get(params["channel_id"] ?? "");
  if (!place || place.deleted) throw refusal("unknownChannel");
  if (place.context === 2 || !may(place, "viewChannel", world)) throw refusal("missingAccess");
  return place;
}

function may(place: PlaceRecord, name: keyof typeof permission, world: Call["world"]): boolean {
  return (permissionsOfBot(world, place) & permission[name]) !== 0n;
}

function isThread({ parentId }: PlaceRecord): boolean {
  return parentId !== undefined;
}

function writable(call: Call): PlaceRecord {
  const { world, files } = call;
  const place = readable(call);
  if (place.type === 4 || place.type === 15) throw refusal("wrongChannelType");
  if (!may(place, isThread(place) ? "sendInThreads" : "sendMessages", world)) throw refusal("missingPermissions");
  if (files.length > 0 && !may(place, "attachFiles", world)) throw refusal("missingPermissions");
  // A locked thread takes nothing from others; any other one opens again when something is written in it.
  if (place.locked && !may(place, "manageThreads", world)) throw refusal("threadLocked");
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
      (one) => one.author === world.bot && one.place === place && one.nonce === nonce && one.createdAt >= since,
    );
    if (earlier) return ok(messageJson(world, earlier));
  }
  const made = createMessage(world, place, { body, files });
  place.archived = false;
  return ok(messageJson(world, made));
}

function edit(call: Call): Reply {
  const found = message(call);
  if (found.author !== call.world.bot) throw refusal("notYourMessage");
  return ok(messageJson(call.world, editMessage(call.world, found, { body: fields(call.body), files: call.files })));
}

function remove(call: Call): Reply {
  const found = message(call);
  // Manage Messages is nobody's here.
  if (found.author !== call.world.bot) throw refusal("missingPermissions");
  deleteMessage(call.world, found);
  return { status: 204 };
}

function list(call: Call): Reply {
  const place = readable(call);
  // Not refused: the list is just empty. https://discord.com/developers/docs/resources/message#get-channel-messages
  if (!may(place, "readHistory", call.world)) return ok([]);
  const { before, after, limit = "50" } = call.query;
  const problems = createProblems();
  checkInteger(problems, ["limit"], { value: Number(limit), min: 1, max: 100 });
  for (const [name, value] of Object.entries({ before, after }))
    if (value !== undefined && !/^\d{1,20}$/.test(value))
      problems.add([name], "NUMBER_TYPE_COERCE", `Value "${value}" is not snowflake.`);
  problems.refuse();
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
  const { world } = call;
  const parent = readable(call);
  if (parent.type !== 0 && parent.type !== 5) throw refusal("wrongChannelType");
  if (on?.threadId !== undefined) throw refusal("threadExists");
  const body = fields(call.body);
  const problems = createProblems();
  checkText(problems, ["name"], { value: body["name"], min: 1, max: 100, required: true });
  if (
    present(body["auto_archive_duration"]) &&
    ![60, 1440, 4320, 10080].includes(Number(body["auto_archive_duration"]))
  )
    problems.add(["auto_archive_duration"], "BASE_TYPE_CHOICES", "Value must be one of (60, 1440, 4320, 10080).");
  problems.refuse();
  if (!may(parent, "createPublicThreads", world)) throw refusal("missingPermissions");
  const open = [...world.places.values()].filter(
    (place) => place.guild === parent.guild && isThread(place) && !place.archived && !place.deleted,
  );
  if (open.length >= world.options.mostThreads) throw refusal("tooManyThreads");
  const made = createThread(world, parent, { id: on?.id ?? world.nextId(), name: String(body["name"]) });
  if (on) on.threadId = made.id;
  return { status: 201, body: placeJson(made) };
}

function openDirectMessages({ world, body }: Call): Reply {
  const person = world.people.get(String(fields(body)["recipient_id"]));
  if (person) return ok(placeJson(directMessages(world, person)));
  const problems = createProblems();
  problems.add(["recipient_id"], "INVALID_RECIPIENT", "Invalid recipient");
  problems.refuse();
  throw refusal("unknownUser");
}

function typing(call: Parameters<typeof writable>[0]) {
  writable(call);
  return { status: 204 };
}
