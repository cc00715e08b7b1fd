import type { Command } from "#src/chat/command.ts";
import { parseLine } from "#src/chat/command-line.ts";
import type { Asked, RawValue } from "#src/chat/interaction.ts";
import { channelOf, roleOf } from "./people.ts";

/**
 * A typed line with the channels and roles that it names as what they are. A channel that is needed and is not here is left
 * out, so that a form asks for it with everything else filled in.
 */
export function withNames(asked: Asked, commands: readonly Command[]): Asked {
  if (asked.kind !== "line") return asked;
  const parsed = attempt(() => parseLine(commands, asked.line));
  if (!parsed) return asked;
  const { command, subcommand } = parsed;
  const declared = command.subcommands[subcommand]?.options ?? {};
  const options: Record<string, RawValue> = { ...parsed.options };
  for (const [name, typed] of Object.entries(parsed.options)) {
    const option = declared[name];
    if (option?.kind !== "channel" && option?.kind !== "role") continue;
    const { kind, required } = option;
    const found = kind === "channel" ? channelOf(String(typed)) : roleOf(String(typed));
    if (found) options[name] = { id: found.id, name: found.name };
    else if (kind === "channel" && required) delete options[name];
  }
  return { kind: "command", command: command.name, subcommand, options };
}

function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    // What cannot be read is said by whoever reads it for good.
    return undefined;
  }
}
