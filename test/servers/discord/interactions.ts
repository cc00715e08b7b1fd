import { randomBytes } from "node:crypto";
import { flag } from "./content-rules.ts";
import { createProblems, refusal } from "./errors.ts";
import { checkCount, checkText, type Fields, isFields, objects } from "./json.ts";
import { createLoading, createMessage, deleteMessage, editMessage, messageJson, type Writing } from "./messages.ts";
import { checkModal } from "./modal-rules.ts";
import type { InteractionRecord, PersonRecord, PlaceRecord, StoredMessage, World } from "./world.ts";

/** Registers an interaction, starts its clock and sends it to every session of its shard. */
export function openInteraction(
  world: World,
  raw: Fields,
  context: { person?: PersonRecord; place?: PlaceRecord; source?: StoredMessage } = {},
): InteractionRecord {
  const id = typeof raw["id"] === "string" ? raw["id"] : world.nextId();
  const token =
    typeof raw["token"] === "string"
      ? raw["token"]
      : Buffer.from(`interaction:${id}:${randomBytes(48).toString("base64url")}`).toString("base64url");
  const full: Fields = {
    version: 1,
    application_id: world.options.applicationId,
    locale: "en-US",
    entitlements: [],
    authorizing_integration_owners: {},
    app_permissions: "0",
    attachment_size_limit: world.options.attachmentLimit,
    ...raw,
    id,
    token,
  };
  const owners = isFields(full["authorizing_integration_owners"]) ? full["authorizing_integration_owners"] : {};
  const record: InteractionRecord = {
    id,
    token,
    type: Number(full["type"]),
    raw: full,
    sentAt: Date.now(),
    failed: false,
    edits: 0,
    followUps: [],
    userInstallOnly: owners["1"] !== undefined && owners["0"] === undefined,
    changed: new Set(),
    ...context,
  };
  world.interactions.set(id, record);
  world.interactionsByToken.set(token, record);
  world.after(world.options.respondMs, () => {
    if (record.acknowledged) return;
    record.failed = true;
    changed(record);
  });
  deliver(world, record);
  return record;
}

/** Sends the interaction (again), as Discord does when two sessions share a shard or a reply was lost. */
export function deliver(world: World, record: InteractionRecord): void {
  const guildId = record.raw["guild_id"];
  world.dispatch("INTERACTION_CREATE", record.raw, typeof guildId === "string" ? { guildId } : {});
}

/** POST /interactions/{id}/{token}/callback. Answers the `with_response` body. */
export function acknowledge(world: World, ids: { id: string; token: string }, writing: Writing): Fields {
  const record = world.interactions.get(ids.id);
  if (!record || record.token !== ids.token) throw refusal("unknownInteraction");
  if (record.acknowledged) throw refusal("alreadyAcknowledged");
  if (record.failed || Date.now() - record.sentAt > world.options.respondMs) throw refusal("unknownInteraction");
  const type = Number(writing.body["type"]);
  checkType(record, type);
  const body = isFields(writing.body["data"]) ? writing.body["data"] : {};
  perform(world, record, { type, writing: { body, files: writing.files, path: ["data"] } });
  record.acknowledged = { type, at: Date.now() };
  changed(record);
  return callbackResponse(world, record, type);
}

/** The interaction behind a webhook token that may still be used. */
export function byToken(world: World, applicationId: string, token: string): InteractionRecord {
  const record = world.interactionsByToken.get(token);
  if (applicationId !== world.options.applicationId || !record) throw refusal("unknownWebhook");
  if (Date.now() - record.sentAt > world.options.tokenMs) throw refusal("invalidWebhookToken");
  if (!record.acknowledged) throw refusal("unknownWebhook");
  return record;
}

/** A message that this interaction's token may read, edit or delete. */
export function ownMessage(record: InteractionRecord, id: string): StoredMessage {
  const own = [record.original, record.source, ...record.followUps].filter((one) => one !== undefined);
  const found = id === "@original" ? record.original : own.find((one) => one.id === id);
  if (!found || found.deleted) throw refusal("unknownMessage");
  return found;
}

export function editOwn(
  world: World,
  record: InteractionRecord,
  edit: { id: string; writing: Writing },
): StoredMessage {
  const message = editMessage(world, ownMessage(record, edit.id), edit.writing);
  if (message === record.original) record.edits += 1;
  changed(record);
  return message;
}

export function deleteOwn(world: World, record: InteractionRecord, id: string): void {
  deleteMessage(world, ownMessage(record, id));
  changed(record);
}

export function followUp(world: World, record: InteractionRecord, writing: Writing): StoredMessage {
  const { original, place } = record;
  // The first follow-up to a deferred answer fills it, and takes its ephemeral state.
  if (original && !original.deleted && (original.flags & flag.loading) !== 0) {
    const { flags, ...rest } = writing.body;
    return editOwn(world, record, {
      id: original.id,
      writing: { ...writing, body: typeof flags === "number" ? { ...rest, flags: flags & ~flag.ephemeral } : rest },
    });
  }
  if (!place) throw refusal("unknownChannel");
  if (record.userInstallOnly && record.followUps.length >= 5) throw refusal("tooManyFollowUps");
  const message = createMessage(world, place, { ...writing, interaction: record });
  record.followUps.push(message);
  changed(record);
  return message;
}

function changed(record: InteractionRecord): void {
  for (const listener of record.changed) listener();
}

// Which callback types Discord takes for which interaction. 10 and 12 need a premium or activity app.
function checkType(record: InteractionRecord, type: number): void {
  const onMessage = record.source !== undefined;
  const allowed = { 2: [4, 5, 9], 3: [4, 5, 6, 7, 9], 4: [8], 5: onMessage ? [4, 5, 6, 7] : [4, 5] }[record.type] ?? [];
  if (allowed.includes(type)) return;
  const problems = createProblems();
  problems.add(["type"], "BASE_TYPE_CHOICES", `Value must be one of {${allowed.join(", ")}}.`);
  problems.refuse();
}

function perform(world: World, record: InteractionRecord, answer: { type: number; writing: Writing }): void {
  const { type, writing } = answer;
  const place = record.place;
  if (type === 4 || type === 5) {
    if (!place) throw refusal("unknownChannel");
    record.original =
      type === 4
        ? createMessage(world, place, { ...writing, interaction: record })
        : defer(world, place, { record, body: writing.body });
  }
  if (type === 6 && record.source) record.original = record.source;
  if (type === 7 && record.source) {
    if (record.source.deleted) throw refusal("unknownMessage");
    record.original = editMessage(world, record.source, writing);
  }
  if (type === 8) record.choices = checkSuggestions(writing.body);
  if (type === 9) {
    checkModal(writing.body);
    record.modal = structuredClone(writing.body);
  }
}

function defer(world: World, place: PlaceRecord, details: { record: InteractionRecord; body: Fields }): StoredMessage {
  const flags = Number(details.body["flags"] ?? 0);
  if ((flags & ~flag.ephemeral) !== 0) {
    const problems = createProblems();
    problems.add(
      ["data", "flags"],
      "MESSAGE_FLAGS_INVALID",
      "Only the EPHEMERAL flag can be set on a deferred response",
    );
    problems.refuse();
  }
  return createLoading(world, place, { interaction: details.record, ephemeral: flags === flag.ephemeral });
}

function checkSuggestions(body: Fields): Fields[] {
  const problems = createProblems();
  const choices = objects(body["choices"]);
  if (!Array.isArray(body["choices"]))
    problems.add(["data", "choices"], "BASE_TYPE_REQUIRED", "This field is required");
  checkCount(problems, ["data", "choices"], { value: choices, min: 0, max: 25 });
  choices.forEach((choice, index) => {
    const at = ["data", "choices", index];
    checkText(problems, [...at, "name"], { value: choice["name"], min: 1, max: 100, required: true });
    if (typeof choice["value"] !== "number")
      checkText(problems, [...at, "value"], { value: choice["value"], min: 1, max: 100, required: true });
  });
  problems.refuse();
  return choices;
}

function callbackResponse(world: World, record: InteractionRecord, type: number): Fields {
  const message = type === 4 || type === 5 || type === 7 ? record.original : undefined;
  return {
    interaction: {
      id: record.id,
      type: record.type,
      ...(record.original && {
        response_message_id: record.original.id,
        response_message_loading: (record.original.flags & flag.loading) !== 0,
        response_message_ephemeral: record.original.onlyFor !== undefined,
      }),
    },
    ...((message || type === 9) && { resource: { type, ...(message && { message: messageJson(world, message) }) } }),
  };
}
