import type { WebClient } from "@slack/web-api";
import type { Logger } from "pino";
import type { Command } from "#src/chat/command.ts";
import { parseLine } from "#src/chat/command-line.ts";
import type { Asked, RawValue } from "#src/chat/interaction.ts";
import { list, object, string } from "./json.ts";
import { errorName } from "./log.ts";

export interface Looking {
  readonly commands: readonly Command[];
  readonly client: WebClient;
  readonly log: Logger;
  /** Where the command was typed. */
  readonly here: { readonly id: string; readonly name: string };
}

/**
 * A typed line with the channels that it names as what they are: a link to one, its id, the name of the one it was typed in
 * or of one that the app is in. A channel that is needed and cannot be told is left out, so that a form asks for it: Slack
 * hands names over as text, and with should_escape it would rewrite everything else that is typed.
 */
export async function withChannels(asked: Asked & { kind: "line" }, looking: Looking): Promise<Asked> {
  const { commands } = looking;
  const parsed = attempt(() => parseLine(commands, asked.line));
  if (!parsed) return asked;
  const { command, subcommand } = parsed;
  const declared = command.subcommands[subcommand]?.options ?? {};
  const typed = Object.entries(parsed.options).filter(([name]) => declared[name]?.kind === "channel");
  if (typed.length === 0) return asked;
  const options: Record<string, RawValue> = { ...parsed.options };
  for (const [name, value] of typed) {
    const id = await channelOf(String(value), looking);
    if (id) options[name] = { id, name: null };
    else if (declared[name]?.required) delete options[name];
  }
  return { kind: "command", command: command.name, subcommand, options };
}

/** Of a workspace's channels an app is in few. */
const MOST_PAGES = 3;

async function channelOf(typed: string, { client, log, here }: Looking): Promise<string | undefined> {
  const text = typed.trim().replace(/^<(.*)>$/s, "$1");
  const id = /^#?([CG][A-Z0-9]{6,})(?:\|.*)?$/.exec(text)?.[1] ?? ARCHIVES.exec(text)?.[1];
  if (id) return id;
  const name = text.replace(/^#/, "").toLowerCase();
  if (name === "") return undefined;
  if (name === here.name.toLowerCase()) return here.id;
  try {
    let cursor = "";
    for (let page = 0; page < MOST_PAGES; page++) {
      const answer = await client.users.conversations({
        types: "public_channel,private_channel",
        exclude_archived: true,
        limit: 200,
        ...(cursor && { cursor }),
      });
      const found = list(answer.channels)
        .map(object)
        .find((channel) => string(channel.name).toLowerCase() === name);
      if (found) return string(found.id);
      cursor = string(answer.response_metadata?.next_cursor);
      if (!cursor) break;
    }
  } catch (error) {
    log.debug({ problem: errorName(error) }, "Slack does not tell in which channels we are");
  }
  return undefined;
}

/** What "Copy link" gives: https://example.slack.com/archives/C0123456789, and below it a message. */
const ARCHIVES = /^https:\/\/[a-z0-9.-]+\.slack\.com\/archives\/([CG][A-Z0-9]{6,})(?:[/?#].*)?$/i;

function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    // What cannot be read is said by whoever reads it for good.
    return undefined;
  }
}
