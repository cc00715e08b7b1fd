import type { WebClient } from "@slack/web-api";
import type { Logger } from "pino";
import type { Command } from "#src/chat/command.ts";
import type { Asked, Interaction } from "#src/chat/interaction.ts";
import { findTarget } from "#src/chat/target.ts";
import { errorName } from "./log.ts";

const REMEMBERED_MS = 5 * 60_000;
const MOST_REMEMBERED = 5_000;

/**
 * Says whether somebody is an admin or owner of the workspace, or one of the people named as organisers. Slack is asked once
 * in five minutes for each person.
 */
export function createOrganisers(settings: {
  readonly client: WebClient;
  readonly organisers: readonly string[];
  readonly log: Logger;
}): (interaction: Interaction) => Promise<boolean> {
  const { client, organisers, log } = settings;
  const known = new Map<string, { organiser: boolean; until: number }>();
  return async ({ account: { workspaceId, userId } }) => {
    if (organisers.includes(userId)) return true;
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
 * Whether the answer depends on who asks. What only organisers may do says so where it is declared, so that Slack is not
 * asked for everybody who presses a button below a post.
 */
export function organiserMatters(commands: readonly Command[], asked: Asked): boolean {
  try {
    const target = findTarget(commands, asked);
    if (target.kind !== "open-form") return target.organisers;
    return findTarget(commands, { kind: "form", id: target.id, values: {} }).organisers;
  } catch {
    // What is addressed to nothing is refused, whoever it is.
    return false;
  }
}
