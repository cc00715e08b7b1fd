import { wordsOf } from "#src/words/index.ts";
import { list, object, string } from "../json.ts";
import type { Connection } from "./connection.ts";
import { readFailure } from "./failure.ts";
import type { Mention, Refusal } from "./port.ts";
import { missingScopes } from "./refusal.ts";

/**
 * The user group that was meant by "@job-seekers", "job-seekers", "<!subteam^S123|@job-seekers>" or "S123". Everybody at
 * once is never notified.
 */
export async function findGroup({ client }: Connection, typed: string): Promise<Mention | Refusal> {
  const wanted = wantedOf(typed);
  if (EVERYBODY.has(wanted)) return refuse(words.notEverybody(`@${wanted}`));
  try {
    const { usergroups } = await client.usergroups.list({ include_disabled: true });
    const groups = list(usergroups).map(object);
    const found =
      groups.find(({ handle }) => string(handle).toLowerCase() === wanted) ??
      groups.find(({ id }) => string(id).toLowerCase() === wanted) ??
      groups.find(({ name }) => string(name).toLowerCase() === wanted);
    const known = groups.filter((group) => !group.date_delete).map(({ handle }) => `@${string(handle)}`);
    if (!found) return refuse(words.noGroup(`@${wanted}`, known.slice(0, MOST_NAMED)));
    const name = `@${string(found.handle)}`;
    return found.date_delete ? refuse(words.groupDisabled(name)) : { id: string(found.id), name };
  } catch (error) {
    const failure = readFailure(error);
    if (failure.kind === "refused" && failure.missing) return missingScopes(failure.missing, "mention-refused");
    return refuse(PAID.has(failure.code) ? words.groupsPaid : words.noAnswer);
  }
}

const { posting: words } = wordsOf("en").slack;

const EVERYBODY = new Set(["here", "channel", "everyone", "group"]);
const PAID = new Set(["paid_teams_only", "plan_upgrade_required", "free_team_not_allowed"]);
const MOST_NAMED = 5;

function wantedOf(typed: string): string {
  const text = typed.trim();
  const group = /^<!subteam\^([A-Z0-9]+)(?:\|[^>]*)?>$/.exec(text)?.[1];
  const broadcast = /^<!(\w+)(?:\|[^>]*)?>$/.exec(text)?.[1];
  return (group ?? broadcast ?? text.replace(/^@/, "")).toLowerCase();
}

function refuse(fix: string): Refusal {
  return { problem: "mention-refused", fix };
}
