import type { Asked, Interaction, Place, RawOptions, RawValue } from "#src/chat/interaction.ts";
import { shorten } from "#src/chat/message.ts";
import type { Attachment, Channel, Role } from "#src/chat/option.ts";
import { MAX_LINE, MAX_SHOWN_VALUE } from "./limits.ts";
import { channelOf, placeOf, roleOf, roles, type Visitor, visitorOf, WORKSPACE } from "./people.ts";

/** What the page sent, read but with its files still to be looked up. */
export interface Received {
  /** Made by the page, one per press: the same one again is the same press. */
  readonly id: string;
  readonly visitor: Visitor;
  readonly place: Place;
  /** The message on which a button sits, or from which a form was opened. */
  readonly messageId: string | undefined;
  readonly asked: Asked;
  /** A text that is not a command. In a channel it is for the people there, in a direct message for the bot. */
  readonly said?: string;
  /** Option name -> id of an uploaded file. */
  readonly files: Readonly<Record<string, string>>;
}

/** Undefined for anything that the page does not send. */
export function receive(body: unknown): Received | undefined {
  if (!isRecord(body) || typeof body.id !== "string" || !/^[\w-]{16,64}$/.test(body.id)) return;
  const visitor = visitorOf(body.as);
  const place = visitor && placeOf(visitor, body.channel);
  const read = isRecord(body.asked) && readAsked(body.asked);
  if (!visitor || !place || !read) return;
  const messageId = typeof body.messageId === "string" ? body.messageId : undefined;
  return { id: body.id, visitor, place, messageId, ...read };
}

/**
 * `message`: on which the button sits, where it is still there and this visitor sees it. A form that was opened from what
 * everybody sees is answered beside it: what somebody typed is nobody else's.
 */
export function toInteraction(
  { id, visitor, place, asked, files }: Received,
  attachments: ReadonlyMap<string, Attachment>,
  message: { readonly visibleTo: string | null } | undefined,
): Interaction {
  const added: Record<string, RawValue> = {};
  for (const [name, fileId] of Object.entries(files)) {
    const attachment = attachments.get(fileId);
    if (attachment) added[name] = attachment;
  }
  return {
    key: `playground:${id}`,
    account: { platform: "playground", workspaceId: WORKSPACE, userId: visitor.id, name: visitor.name },
    place,
    organiser: visitor.organiser,
    onMessage: message !== undefined && (asked.kind !== "form" || place.direct || message.visibleTo !== null),
    asked: withFiles(asked, added),
  };
}

/** What stands in the channel for it: `/quiz start category:behavioral`. Undefined for what is not typed. */
export function lineOf(asked: Asked): string | undefined {
  if (asked.kind === "line") return `/${asked.line.trim().replace(/^\/+/, "")}`;
  if (asked.kind !== "command") return;
  const options = Object.entries(asked.options).map(([name, value]) => `${name}:${shown(value)}`);
  return [`/${asked.command}`, asked.subcommand, ...options].filter(Boolean).join(" ");
}

function shown(value: RawValue): string {
  if (typeof value === "object")
    return quoted("url" in value ? value.name : `${signOf(value)}${value.name ?? value.id}`);
  const text = shorten(String(value).replaceAll(/\s+/g, " ").trim(), MAX_SHOWN_VALUE);
  return quoted(text);
}

function signOf({ id }: Channel | Role): string {
  return roles.some((role) => role.id === id) ? "@" : "#";
}

function quoted(text: string): string {
  return text.includes(" ") ? `"${text}"` : text;
}

function readAsked(asked: Record<string, unknown>): Pick<Received, "asked" | "files" | "said"> | undefined {
  const { kind, command, subcommand, id } = asked;
  switch (kind) {
    case "command": {
      const read = readValues(asked.options);
      if (!read || !isText(command) || !isText(subcommand)) return;
      return { asked: { kind, command, subcommand, options: read.values }, files: read.files };
    }
    case "line":
      return isText(asked.line) && asked.line.length <= MAX_LINE
        ? { asked: { kind, line: asked.line }, files: {} }
        : undefined;
    case "say": {
      const { text } = asked;
      if (!isText(text) || text.trim() === "" || text.length > MAX_LINE) return;
      return { asked: { kind: "line", line: text }, said: text.trim(), files: {} };
    }
    case "action":
      if (!isText(id)) return;
      return { asked: { kind, id, ...(isText(asked.chosen) && { chosen: asked.chosen }) }, files: {} };
    case "form":
    case "form-closed": {
      const read = readValues(asked.values);
      return read && isText(id) ? { asked: { kind, id, values: read.values }, files: read.files } : undefined;
    }
    case "suggest": {
      const { option, typed } = asked;
      if (!isText(command) || !isText(subcommand) || !isText(option) || !isText(typed)) return;
      return { asked: { kind, command, subcommand, option, typed }, files: {} };
    }
    default:
      return;
  }
}

function readValues(given: unknown): { values: RawOptions; files: Record<string, string> } | undefined {
  if (!isRecord(given)) return;
  const values: Record<string, RawValue> = {};
  const files: Record<string, string> = {};
  for (const [name, value] of Object.entries(given)) {
    if (name === "__proto__") return;
    if (isText(value) || typeof value === "number" || typeof value === "boolean") values[name] = value;
    else if (isRecord(value) && isText(value.file)) files[name] = value.file;
    else if (isRecord(value) && isText(value.channel)) values[name] = pickedChannel(value.channel);
    else if (isRecord(value) && isText(value.role)) values[name] = roleOf(value.role) ?? value.role;
    else return;
  }
  return { values, files };
}

function pickedChannel(given: string): RawValue {
  const found = channelOf(given);
  // A channel that is not there is for the option's own parser to refuse, with its name.
  return found ? { id: found.id, name: found.name } : given;
}

function withFiles(asked: Asked, files: RawOptions): Asked {
  if (asked.kind === "command") return { ...asked, options: { ...asked.options, ...files } };
  if (asked.kind === "form") return { ...asked, values: { ...asked.values, ...files } };
  return asked;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}
