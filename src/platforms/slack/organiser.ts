import type { WebClient } from "@slack/web-api";
import type { Logger } from "pino";
import type { Command } from "#src/chat/command.ts";
import type { Asked, Interaction } from "#src/chat/interaction.ts";
import { errorName } from "./log.ts";

const REMEMBERED_MS = 5 * 60_000;
const MOST_REMEMBERED = 5_000;

/** Says whether somebody is an admin or owner of the workspace. Slack is asked once in five minutes for each person. */
export function createOrganisers(client: WebClient, log: Logger): (interaction: Interaction) => Promise<boolean> {
  const known = new Map<string, { organiser: boolean; until: number }>();
  return async ({ account: { workspaceId, userId } }) => {
    const key = `${workspaceId}:${userId}`;
    const remembered = known.get(key);
    if (remembered && remembered.until > Date.now()) return remembered.organiser;
    try {
      const { user } = await client.users.info({ user: userId });
      const organiser = Boolean(user?.is_admin || user?.is_owner || user?.is_primary_owner);
      if (known.size >= MOST_REMEMBERED) known.clear();
      known.set(key, { organiser, until: Date.now() + REMEMBERED_MS });
      return organiser;
    } catch (error) {
      log.warn({ problem: errorName(error) }, "Slack did not say who is an admin; taken for a member");
      return false;
    }
  };
}

/**
 * Whether the answer may depend on who asks: some subcommand of the command is for organisers only. The buttons and
 * forms of such a command count too, so that Slack is not asked for everybody who presses a quiz button.
 */
export function organiserMatters(commands: readonly Command[], asked: Asked): boolean {
  const command = commands.find(({ name }) => name === commandName(asked));
  return command !== undefined && Object.values(command.subcommands).some(({ organisers }) => organisers);
}

function commandName(asked: Asked): string {
  if (asked.kind === "command" || asked.kind === "suggest") return asked.command;
  if (asked.kind === "line") return (/^\s*\/?(\S+)/.exec(asked.line)?.[1] ?? "").toLowerCase();
  let id = asked.id;
  // "form/open:FORM" and "form/options:COMMAND:SUBCOMMAND" stand for what is inside.
  for (let depth = 0; id.startsWith("form/") && depth < 3; depth++) id = decode(id.split(":")[1] ?? "");
  return id.split(/[/:]/, 1)[0] ?? "";
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return "";
  }
}
