import { PlatformRefused } from "#src/chat/platform.ts";
import { errorName } from "./log.ts";

/** The error to throw when Slack's answer means that SLACK_BOT_TOKEN is wrong; undefined for everything that may pass. */
export function refusedBotToken(error: unknown): PlatformRefused | undefined {
  const code = errorName(error);
  if (!PERMANENT.has(code)) return undefined;
  return new PlatformRefused("SLACK_BOT_TOKEN", `Slack refuses the bot token (${code}).`, BOT_REMEDY);
}

/** The same for SLACK_APP_TOKEN. */
export function refusedAppToken(error: unknown): PlatformRefused | undefined {
  const code = errorName(error);
  if (!PERMANENT.has(code)) return undefined;
  return new PlatformRefused("SLACK_APP_TOKEN", `Slack refuses the app-level token (${code}).`, APP_REMEDY);
}

export const BOT_REMEDY =
  'Copy the "Bot User OAuth Token" (xoxb-...) from OAuth & Permissions of your app at https://api.slack.com/apps; install the app to the workspace first.';
export const APP_REMEDY =
  "Make an app-level token (xapp-...) with the scope connections:write under Basic Information of your app at https://api.slack.com/apps, or set SLACK_SIGNING_SECRET to be reached over HTTP.";

/** docs.slack.dev/reference/methods/auth.test and apps.connections.open: what no second try changes. */
const PERMANENT = new Set([
  "invalid_auth",
  "not_authed",
  "account_inactive",
  "token_revoked",
  "token_expired",
  "not_allowed_token_type",
  "missing_scope",
  "no_permission",
  "org_login_required",
  "user_removed_from_team",
  "team_disabled",
  "forbidden_team",
]);
