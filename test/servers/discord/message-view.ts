import { everyComponent } from "./component-rules.ts";
import { type Fields, isFields, objects } from "./json.ts";
import { fileJson } from "./messages.ts";
import type { Pinged, StoredFile, StoredMessage, World } from "./world.ts";

export interface Button {
  label: string;
  customId?: string;
  url?: string;
  style: number;
  disabled: boolean;
}

export interface Select {
  /** 3 string, 5 user, 6 role, 7 mentionable, 8 channel. */
  type: number;
  customId: string;
  placeholder: string;
  options: { label: string; value: string; description?: string; default: boolean }[];
  minValues: number;
  maxValues: number;
  disabled: boolean;
}

export interface ShownFile {
  name: string;
  mediaType: string;
  bytes: Buffer;
  description: string;
  url: string;
}

/** A message as a person sees it. It is live: after an edit the same object shows the new state. */
export interface Message {
  readonly id: string;
  readonly ephemeral: boolean;
  /** "is thinking…" */
  readonly loading: boolean;
  readonly author: { id: string; username: string };
  readonly deleted: boolean;
  readonly editedAt: number | undefined;
  readonly placeId: string;
  /** Who heard of it. */
  readonly pinged: Pinged;
  /** The thread below it. */
  readonly threadId: string | undefined;
  /** Components as stored, media resolved. */
  readonly components: readonly Fields[];
  /** Every visible text in reading order, alt texts of pictures included, one per line; without button and option labels. */
  text(): string;
  buttons(): Button[];
  selects(): Select[];
  /** What is visible: with Components V2 only files that a component shows. */
  files(): ShownFile[];
}

export function showMessage(world: World, stored: StoredMessage): Message {
  return {
    id: stored.id,
    get ephemeral() {
      return stored.onlyFor !== undefined;
    },
    get loading() {
      return (stored.flags & 128) !== 0;
    },
    author: stored.author,
    get deleted() {
      return stored.deleted;
    },
    get editedAt() {
      return stored.editedAt;
    },
    placeId: stored.place.id,
    pinged: stored.pinged,
    get threadId() {
      return stored.threadId;
    },
    get components() {
      return stored.components;
    },
    text: () =>
      [stored.content, ...stored.embeds.map(embedText), ...everyComponent(stored.components).map(componentText)]
        .filter((line) => line !== "")
        .join("\n"),
    buttons: () =>
      everyComponent(stored.components)
        .filter((one) => one["type"] === 2)
        .map(button),
    selects: () =>
      everyComponent(stored.components)
        .filter((one) => selectTypes.includes(Number(one["type"])))
        .map(select),
    files: () =>
      stored.attachments
        .filter((file) => isShown(stored, file))
        .map((file) => ({
          name: file.name,
          mediaType: file.mediaType,
          bytes: file.bytes,
          description: file.description ?? "",
          url: String(fileJson(world, file)["url"]),
        })),
  };
}

const selectTypes = [3, 5, 6, 7, 8];

export function select(component: Fields): Select {
  return {
    type: Number(component["type"]),
    customId: String(component["custom_id"]),
    placeholder: String(component["placeholder"] ?? ""),
    options: objects(component["options"]).map((option) => ({
      label: String(option["label"]),
      value: String(option["value"]),
      ...(typeof option["description"] === "string" && { description: option["description"] }),
      default: option["default"] === true,
    })),
    minValues: Number(component["min_values"] ?? 1),
    maxValues: Number(component["max_values"] ?? 1),
    disabled: component["disabled"] === true,
  };
}

function button(component: Fields): Button {
  const emoji = isFields(component["emoji"]) ? String(component["emoji"]["name"] ?? "") : "";
  return {
    label: typeof component["label"] === "string" ? component["label"] : emoji,
    ...(typeof component["custom_id"] === "string" && { customId: component["custom_id"] }),
    ...(typeof component["url"] === "string" && { url: component["url"] }),
    style: Number(component["style"]),
    disabled: component["disabled"] === true,
  };
}

// everyComponent() gives a section's accessory after its texts, which is also how a screen reader goes.
function componentText(component: Fields): string {
  if (component["type"] === 10) return String(component["content"] ?? "");
  if (component["type"] === 11) return String(component["description"] ?? "");
  if (component["type"] === 12)
    return objects(component["items"])
      .map((item) => String(item["description"] ?? ""))
      .filter((line) => line !== "")
      .join("\n");
  return "";
}

function embedText(embed: Fields): string {
  const text = (holder: unknown, field: string) =>
    isFields(holder) && typeof holder[field] === "string" ? holder[field] : "";
  const fields = objects(embed["fields"]).flatMap((field) => [text(field, "name"), text(field, "value")]);
  return [
    text(embed["author"], "name"),
    text(embed, "title"),
    text(embed, "description"),
    ...fields,
    text(embed["footer"], "text"),
  ]
    .filter((line) => line !== "")
    .join("\n");
}

function isShown(stored: StoredMessage, file: StoredFile): boolean {
  if ((stored.flags & 32_768) === 0) return true;
  const media = everyComponent(stored.components)
    .flatMap((one) => [one, ...objects(one["items"])])
    .flatMap((one) => objects([one["media"], one["file"]]));
  return media.some((item) => item["attachment_id"] === file.id);
}
