import { checkComponents } from "./component-rules.ts";
import { createProblems, type Path, type Problems, refusal } from "./errors.ts";
import { checkCount, checkInteger, checkText, type Fields, isFields, objects, present } from "./json.ts";
import type { StoredFile } from "./world.ts";

export const flag = {
  suppressEmbeds: 4,
  ephemeral: 64,
  loading: 128,
  suppressNotifications: 4096,
  componentsV2: 32_768,
} as const;

/** What a message says; everything that an edit can change. */
export interface Content {
  content: string;
  embeds: Fields[];
  components: Fields[];
  attachments: StoredFile[];
  flags: number;
}

export interface Uploaded {
  /** files[n]: n. */
  index: string;
  name: string;
  mediaType: string;
  bytes: Buffer;
}

/** The content after this body, or a 50035 (40005, 50006). Absent fields of an edit keep what `current` has. */
export function readContent(input: {
  body: Fields;
  files: readonly Uploaded[];
  path: Path;
  sizeLimit: number;
  store: (file: Uploaded & { description?: string }) => StoredFile;
  current?: Content;
}): Content {
  const { body, files, path, current } = input;
  const problems = createProblems();
  if (files.some((file) => file.bytes.length > input.sizeLimit)) throw refusal("tooLarge");
  const flags = readFlags(body, { path, problems, ...(current && { current }) });
  const v2 = (flags & flag.componentsV2) !== 0;
  const attachments = readAttachments(input, problems);
  const next: Content = {
    content: body["content"] === undefined ? (current?.content ?? "") : String(body["content"] ?? ""),
    embeds: body["embeds"] === undefined ? (current?.embeds ?? []) : objects(body["embeds"]),
    components: body["components"] === undefined ? (current?.components ?? []) : objects(body["components"]),
    attachments,
    flags,
  };
  if (present(body["components"])) {
    checkComponents(body["components"], [...path, "components"], {
      problems,
      v2,
      fileNames: new Set(attachments.map((file) => file.name)),
    });
  }
  if (v2) {
    for (const field of ["content", "embeds", "poll", "sticker_ids"] as const) {
      const value = field in next ? next[field as "content" | "embeds"] : body[field];
      if (Array.isArray(value) ? value.length > 0 : present(value) && value !== "")
        problems.add(
          [...path, field],
          "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
          `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
        );
    }
    if (next.components.length === 0)
      problems.add([...path, "components"], "BASE_TYPE_REQUIRED", "This field is required");
  } else {
    checkText(problems, [...path, "content"], { value: body["content"], max: 2000 });
    checkEmbeds(body["embeds"], [...path, "embeds"], problems);
  }
  problems.refuse();
  if (
    next.content.trim() === "" &&
    next.embeds.length + next.components.length + attachments.length === 0 &&
    !present(body["poll"])
  )
    throw refusal("emptyMessage");
  return next;
}

function readFlags(body: Fields, scope: { path: Path; problems: Problems; current?: Content }): number {
  const { path, problems, current } = scope;
  if (!present(body["flags"])) return current?.flags ?? 0;
  checkInteger(problems, [...path, "flags"], { value: body["flags"], min: 0, max: Number.MAX_SAFE_INTEGER });
  const asked = Number(body["flags"]);
  const settable =
    flag.suppressEmbeds | flag.componentsV2 | (current ? 0 : flag.ephemeral | flag.suppressNotifications);
  if (!current && (asked & ~settable) !== 0)
    problems.add([...path, "flags"], "MESSAGE_FLAGS_INVALID", "These flags cannot be set when a message is created");
  if (current && (current.flags & flag.componentsV2) !== 0 && (asked & flag.componentsV2) === 0)
    problems.add(
      [...path, "flags"],
      "MESSAGE_CANNOT_REMOVE_COMPONENTS_V2_FLAG",
      "The IS_COMPONENTS_V2 flag cannot be removed from a message",
    );
  return (asked & settable) | ((current?.flags ?? 0) & ~settable);
}

function readAttachments(input: Parameters<typeof readContent>[0], problems: Problems): StoredFile[] {
  const { body, files, path, current } = input;
  const listed = body["attachments"];
  const notes = objects(listed);
  checkCount(problems, [...path, "attachments"], { value: listed ?? [], min: 0, max: 10 });
  const kept = (current?.attachments ?? []).filter(
    (file) => listed === undefined || notes.some((note) => String(note["id"]) === file.id),
  );
  notes.forEach((note, index) => {
    const at = [...path, "attachments", index];
    const id = String(note["id"]);
    if (!files.some((file) => file.index === id) && !kept.some((file) => file.id === id))
      problems.add(
        [...at, "id"],
        "ATTACHMENT_NOT_FOUND",
        `Attachment "${id}" is neither uploaded here nor on the message`,
      );
    checkText(problems, [...at, "filename"], { value: note["filename"], min: 1, max: 1024 });
    checkText(problems, [...at, "description"], { value: note["description"], max: 1024 });
  });
  const added = files.map((file) => {
    const note = notes.find((one) => String(one["id"]) === file.index);
    const description = note?.["description"];
    return {
      ...file,
      name: cleanName(String(note?.["filename"] ?? file.name)),
      ...(typeof description === "string" && { description }),
    };
  });
  if (kept.length + added.length > 10)
    problems.add([...path, "attachments"], "BASE_TYPE_BAD_LENGTH", "Must be between 0 and 10 in length.");
  return [...kept, ...added.map(input.store)];
}

// Assumed: characters other than these become an underscore, so attachment://my file.pdf finds nothing.
function cleanName(name: string): string {
  return name.replace(/[^\p{L}\p{N}._-]+/gu, "_");
}

function checkEmbeds(embeds: unknown, path: Path, problems: Problems): void {
  if (!present(embeds)) return;
  checkCount(problems, path, { value: embeds, min: 0, max: 10 });
  let total = 0;
  const text = (at: Path, value: unknown, max: number, required = false) => {
    checkText(problems, at, { value, max, required });
    total += typeof value === "string" ? value.length : 0;
  };
  objects(embeds).forEach((embed, index) => {
    const at = [...path, index];
    text([...at, "title"], embed["title"], 256);
    text([...at, "description"], embed["description"], 4096);
    text([...at, "footer", "text"], isFields(embed["footer"]) ? embed["footer"]["text"] : undefined, 2048);
    text([...at, "author", "name"], isFields(embed["author"]) ? embed["author"]["name"] : undefined, 256);
    checkCount(problems, [...at, "fields"], { value: embed["fields"] ?? [], min: 0, max: 25 });
    objects(embed["fields"]).forEach((field, number) => {
      text([...at, "fields", number, "name"], field["name"], 256, true);
      text([...at, "fields", number, "value"], field["value"], 1024, true);
    });
  });
  if (total > 6000) problems.add(path, "MAX_EMBED_SIZE_EXCEEDED", "Embed size exceeds maximum size of 6000");
}
