import type { Account } from "#src/chat/interaction.ts";
import { type Json, list, object, string } from "./json.ts";

/** Who did it, from any body that Slack sends. */
export function accountOf(body: Json, user: Json = object(body.user)): Account {
  const name = string(user.name) || string(user.username);
  return { platform: "slack", workspaceId: workspaceOf(body), userId: string(user.id), name };
}

/** The organisation where the app is installed to one, else the workspace. */
export function workspaceOf(body: Json): string {
  const organisation =
    body.is_enterprise_install === true || body.is_enterprise_install === "true" || body.is_enterprise_install === "1";
  const enterprise =
    string(object(body.enterprise).id) || string(body.enterprise_id) || string(object(body.team).enterprise_id);
  const team = string(object(body.team).id) || string(body.team_id) || string(object(body.user).team_id);
  const authorised = object(list(body.authorizations)[0]);
  const isOrganisation = organisation || authorised.is_enterprise_install === true;
  return (isOrganisation && (enterprise || string(authorised.enterprise_id))) || team;
}
