import type { RawOptions, RawValue } from "#src/chat/interaction.ts";
import { INPUT } from "./form.ts";
import { type Json, list, object, string } from "./json.ts";

/** What stands in a modal's fields, by field; empty ones are left out. */
export function readState(view: Json): RawOptions {
  const values: Record<string, RawValue> = {};
  for (const [blockId, elements] of Object.entries(object(object(view.state).values))) {
    const value = readElement(object(object(elements)[INPUT]));
    if (value === undefined) continue;
    values[blockId] = value;
  }
  return values;
}

/** The inputs of a view, for errors that must stand at one of them. */
export function inputsOf(view: Json): string[] {
  return list(view.blocks)
    .map(object)
    .filter(({ type }) => type === "input")
    .map(({ block_id }) => string(block_id));
}

/** The id that stands in for a file's address. */
export function fileIdOf(url: string): string | undefined {
  return url.startsWith(FILE) ? url.slice(FILE.length) : undefined;
}

function readElement(element: Json): RawValue | undefined {
  switch (element.type) {
    case "plain_text_input":
    case "number_input":
      return string(element.value) || undefined;
    case "static_select":
    case "external_select":
      return string(object(element.selected_option).value) || undefined;
    // The second one stands in forms that an earlier version opened.
    case "conversations_select":
    case "channels_select": {
      const id = string(element.selected_conversation) || string(element.selected_channel);
      return id ? { id, name: null } : undefined;
    }
    case "file_input":
      return readFile(object(list(element.files)[0]));
    default:
      return undefined;
  }
}

/** A file object of Slack's. Without an address its id stands in for it until the address has been asked for. */
export function readFile(file: Json): RawValue | undefined {
  const { id, name, mimetype, size } = file;
  if (!string(id)) return undefined;
  const url = string(file.url_private_download) || string(file.url_private);
  return {
    name: string(name),
    mediaType: string(mimetype) || null,
    size: Number(size) || 0,
    url: url || `${FILE}${string(id)}`,
  };
}

const FILE = "slack-file:";
