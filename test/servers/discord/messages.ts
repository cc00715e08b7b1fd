import { everyComponent } from "./component-rules.ts";
import { type Content, flag, readContent, type Uploaded } from "./content-rules.ts";
import type { Path } from "./errors.ts";
import { type Fields, isFields, objects } from "./json.ts";
import { checkMentions, nobody, pingedBy } from "./mentions.ts";
import type { InteractionRecord, PlaceRecord, StoredFile, StoredMessage, World } from "./world.ts";

/** What a request brings to a message. */
export interface Writing {
  body: Fields;
  files: readonly Uploaded[];
  /** Where the message stands in the request body: ["data"] in an interaction callback. */
  path?: Path;
}

export function createMessage(
  world: World,
  place: PlaceRecord,
  writing: Writing & { interaction?: InteractionRecord; onlyFor?: string },
): StoredMessage {
  const ephemeral =
    writing.onlyFor !== undefined ||
    (writing.interaction !== undefined && (Number(writing.body["flags"] ?? 0) & flag.ephemeral) !== 0);
  const onlyFor = ephemeral ? (writing.onlyFor ?? writing.interaction?.person?.user.id) : undefined;
  const content = read(world, place, { ...writing, ephemeral });
  return addMessage(world, place, {
    ...content,
    pinged: onlyFor === undefined ? pingedBy(world, place, { body: writing.body, content }) : nobody,
    // Outside interactions the bit is accepted and has no effect.
    flags: ephemeral ? content.flags | flag.ephemeral : content.flags & ~flag.ephemeral,
    ...(writing.interaction && { interaction: writing.interaction }),
    ...(onlyFor !== undefined && { onlyFor }),
    ...((typeof writing.body["nonce"] === "string" || typeof writing.body["nonce"] === "number") && {
      nonce: writing.body["nonce"],
    }),
  });
}

/** The "is thinking…" message of a deferred answer. */
export function createLoading(
  world: World,
  place: PlaceRecord,
  details: { interaction: InteractionRecord; ephemeral: boolean },
): StoredMessage {
  const { interaction, ephemeral } = details;
  return addMessage(world, place, {
    content: "",
    embeds: [],
    components: [],
    attachments: [],
    pinged: nobody,
    flags: flag.loading | (ephemeral ? flag.ephemeral : 0),
    interaction,
    ...(ephemeral && interaction.person && { onlyFor: interaction.person.user.id }),
  });
}

export function editMessage(world: World, message: StoredMessage, writing: Writing): StoredMessage {
  const loading = (message.flags & flag.loading) !== 0;
  const asked = Number(writing.body["flags"] ?? 0);
  if (loading && (asked & flag.ephemeral) !== 0 && message.onlyFor === undefined)
    world.violations.push("a public defer cannot become ephemeral by an edit (flags 64)");
  const content = read(world, message.place, {
    ...writing,
    ephemeral: message.onlyFor !== undefined,
    current: message,
  });
  Object.assign(message, content, { flags: content.flags & ~flag.loading });
  // Filling a deferred answer is not an edit to the person who sees it.
  if (!loading) message.editedAt = Date.now();
  if (message.onlyFor === undefined) announce(world, "MESSAGE_UPDATE", message);
  for (const listener of message.changed) listener();
  return message;
}

export function deleteMessage(world: World, message: StoredMessage): void {
  message.deleted = true;
  if (message.onlyFor === undefined)
    world.dispatch(
      "MESSAGE_DELETE",
      {
        id: message.id,
        channel_id: message.place.id,
        ...(message.place.guild && { guild_id: message.place.guild.id }),
      },
      target(message),
    );
  for (const listener of message.changed) listener();
}

/** The message as the API and the gateway give it. */
export function messageJson(world: World, message: StoredMessage): Fields {
  const { interaction } = message;
  return {
    id: message.id,
    channel_id: message.place.id,
    type: interaction?.type === 2 && interaction.original === message ? 20 : interaction ? 19 : 0,
    author: message.author,
    content: message.content,
    embeds: message.embeds,
    components: message.components,
    attachments: message.attachments.map((file) => fileJson(world, file)),
    flags: message.flags,
    timestamp: new Date(message.createdAt).toISOString(),
    edited_timestamp: message.editedAt === undefined ? null : new Date(message.editedAt).toISOString(),
    mentions: message.pinged.users.map((id) => world.people.get(id)?.user ?? { id }),
    mention_roles: message.pinged.roles,
    mention_everyone: message.pinged.everyone,
    pinned: false,
    tts: false,
    ...(message.nonce !== undefined && { nonce: message.nonce }),
    ...(interaction && {
      application_id: world.options.applicationId,
      webhook_id: world.options.applicationId,
      interaction_metadata: {
        id: interaction.id,
        type: interaction.type,
        user: interaction.person?.user,
        authorizing_integration_owners: interaction.raw["authorizing_integration_owners"] ?? {},
      },
    }),
  };
}

/** An attachment with a signed URL that lives `attachmentMs` from now. */
export function fileJson(world: World, file: StoredFile): Fields {
  const now = Date.now();
  const hex = (at: number) => Math.floor(at).toString(16);
  const expires = now + world.options.attachmentMs;
  // `ex` is in seconds, as Discord's is; the "signature" holds the exact instant.
  const query = `ex=${hex(Math.ceil(expires / 1000))}&is=${hex(now / 1000)}&hm=${hex(expires)}`;
  const url = `${world.origin}/attachments/${file.placeId}/${file.id}/${encodeURIComponent(file.name)}?${query}`;
  return {
    id: file.id,
    filename: file.name,
    size: file.bytes.length,
    url,
    proxy_url: url,
    content_type: file.mediaType,
    ...(file.description !== undefined && { description: file.description }),
    ...(file.ephemeral && { ephemeral: true }),
  };
}

export function storeFile(world: World, file: Omit<StoredFile, "id">): StoredFile {
  const stored = { ...file, id: world.nextId() };
  world.files.set(stored.id, stored);
  return stored;
}

function read(
  world: World,
  place: PlaceRecord,
  writing: Writing & { ephemeral: boolean; current?: StoredMessage },
): Content {
  const { current, ephemeral, body, files, path = [] } = writing;
  checkMentions(world, body, path);
  const content = readContent({
    body,
    files,
    path,
    sizeLimit: world.options.attachmentLimit,
    // With `loading` cleared: what was deferred may become a Components V2 message.
    ...(current && { current: { ...current, flags: current.flags & ~flag.loading } }),
    store: ({ name, mediaType, bytes, description }) =>
      storeFile(world, {
        placeId: place.id,
        name,
        mediaType,
        bytes,
        ephemeral,
        ...(description !== undefined && { description }),
      }),
  });
  if (!Array.isArray(body["components"])) return content;
  return {
    ...content,
    components: numbered(structuredClone(content.components), (url) => resolveMedia(world, url, content.attachments)),
  };
}

function numbered(components: Fields[], media: (url: string) => Fields): Fields[] {
  const all = everyComponent(components);
  const taken = new Set(all.map((component) => component["id"]));
  let next = 1;
  for (const component of all) {
    if (!Number.isInteger(component["id"]) || component["id"] === 0) {
      while (taken.has(next)) next += 1;
      component["id"] = next++;
    }
    for (const holder of [component, ...objects(component["items"])]) {
      for (const field of ["media", "file"]) {
        const item = holder[field];
        if (isFields(item)) holder[field] = media(String(item["url"]));
      }
    }
  }
  return components;
}

function resolveMedia(world: World, url: string, attachments: readonly StoredFile[]): Fields {
  const file = attachments.find((one) => `attachment://${one.name}` === url);
  if (!file) return { url, proxy_url: url, loading_state: 2 };
  const shown = fileJson(world, file);
  return {
    url: shown["url"],
    proxy_url: shown["proxy_url"],
    content_type: file.mediaType,
    size: file.bytes.length,
    attachment_id: file.id,
    loading_state: 2,
  };
}

function addMessage(
  world: World,
  place: PlaceRecord,
  content: Content & Pick<StoredMessage, "interaction" | "onlyFor" | "nonce" | "pinged">,
): StoredMessage {
  const message: StoredMessage = {
    id: world.nextId(),
    place,
    author: world.bot,
    createdAt: Date.now(),
    deleted: false,
    changed: new Set(),
    ...content,
  };
  world.messages.set(message.id, message);
  if (message.onlyFor === undefined) announce(world, "MESSAGE_CREATE", message);
  return message;
}

function announce(world: World, name: string, message: StoredMessage): void {
  const { guild } = message.place;
  world.dispatch(name, { ...messageJson(world, message), ...(guild && { guild_id: guild.id }) }, target(message));
}

function target(message: StoredMessage): { guildId?: string; intent: number } {
  return message.place.guild ? { guildId: message.place.guild.id, intent: 1 << 9 } : { intent: 1 << 12 };
}
