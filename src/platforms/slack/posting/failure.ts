import type { ChannelProblem } from "#src/words/errors.ts";
import { list, object, string } from "../json.ts";

/** What a call that failed means for what was to be done with it. */
export type Failure =
  /** Nothing was done, and nothing would be the next time. */
  | { readonly kind: "refused"; readonly problem: ChannelProblem; readonly code: string; readonly missing?: string[] }
  /** Nothing was done: Slack does not take what the message holds. */
  | { readonly kind: "content"; readonly code: string }
  /** Nothing was done. `limited`: Slack said how long to wait. */
  | { readonly kind: "later"; readonly milliseconds: number; readonly limited: boolean; readonly code: string }
  /** No answer, or one that says nothing: it may have been done. `passing`: asked later, it may be another one. */
  | { readonly kind: "unsure"; readonly passing: boolean; readonly code: string };

/** Reads what a WebClient threw; docs.slack.dev/reference/methods/chat.postMessage has the codes. */
export function readFailure(error: unknown): Failure {
  const { retryAfter, data, cause } = (error ?? {}) as Record<string, unknown>;
  if (typeof retryAfter === "number")
    return { kind: "later", milliseconds: Math.max(1, retryAfter) * 1_000, limited: true, code: "ratelimited" };
  const answer = object(data);
  const code = string(answer.error);
  // What is no JSON, the SDK hands over as if it were a code.
  if (/^[a-z][a-z_]{2,60}$/.test(code)) return failureOf(code, answer);
  const network = networkCode(cause);
  // Nobody answered the call at all, so nothing of it was heard.
  if (NEVER_SENT.has(network)) return { kind: "later", milliseconds: 20_000, limited: false, code: network };
  return { kind: "unsure", passing: true, code: network || "no_answer" };
}

function failureOf(code: string, answer: ReturnType<typeof object>): Failure {
  const problem = PROBLEMS[code];
  if (problem) {
    const missing = string(answer.needed).split(",").filter(Boolean);
    return { kind: "refused", problem, code, ...(missing.length > 0 && { missing }) };
  }
  if (CONTENT.has(code)) return { kind: "content", code };
  const wait = WAITS[code];
  if (wait === undefined) return { kind: "unsure", passing: PASSING.has(code), code };
  const told = Number(object(answer.response_metadata).retryAfter);
  return { kind: "later", milliseconds: told > 0 ? told * 1_000 : wait, limited: told > 0, code };
}

/** The words with which Slack says what is wrong with a message. */
export function complaints(error: unknown): string {
  const answer = object((error as { data?: unknown } | null)?.data);
  return [...list(answer.errors), ...list(object(answer.response_metadata).messages)].join(" ");
}

const PROBLEMS: Readonly<Record<string, ChannelProblem>> = {
  // A channel that was deleted, and a private one that the app is not in: Slack does not tell which.
  channel_not_found: "channel-hidden",
  is_archived: "channel-gone",
  not_in_channel: "not-member",
  access_denied: "no-permission",
  cannot_reply_to_message: "no-permission",
  ekm_access_denied: "no-permission",
  invalid_thread_ts: "no-permission",
  messages_tab_disabled: "no-permission",
  missing_scope: "no-permission",
  no_permission: "no-permission",
  restricted_action: "no-permission",
  restricted_action_non_threadable_channel: "no-permission",
  restricted_action_read_only_channel: "no-permission",
  restricted_action_thread_locked: "no-permission",
  restricted_action_thread_only_channel: "no-permission",
  slack_connect_file_link_sharing_blocked: "no-permission",
  thread_locked: "no-permission",
  thread_not_found: "no-permission",
  account_inactive: "workspace-gone",
  app_access_restricted: "workspace-gone",
  enterprise_is_restricted: "workspace-gone",
  invalid_auth: "workspace-gone",
  not_allowed_token_type: "workspace-gone",
  not_authed: "workspace-gone",
  team_access_not_granted: "workspace-gone",
  team_disabled: "workspace-gone",
  team_not_found: "workspace-gone",
  token_expired: "workspace-gone",
  token_revoked: "workspace-gone",
  two_factor_setup_required: "workspace-gone",
  user_removed_from_team: "workspace-gone",
};

const CONTENT = new Set([
  "attachment_payload_limit_exceeded",
  "invalid_arguments",
  "invalid_array_arg",
  "invalid_blocks",
  "invalid_blocks_format",
  "invalid_metadata_format",
  "invalid_metadata_schema",
  "metadata_must_be_sent_from_app",
  "metadata_too_large",
  "msg_blocks_too_long",
  "msg_too_long",
  "no_text",
]);

/** In milliseconds, where Slack does not say how long. The last two: the workspace moves into an organisation. */
const WAITS: Readonly<Record<string, number>> = {
  accesslimited: 60_000,
  message_limit_exceeded: 10 * 60_000,
  rate_limited: 30_000,
  ratelimited: 30_000,
  // The request came in half.
  request_timeout: 5_000,
  org_login_required: 15 * 60_000,
  team_added_to_org: 15 * 60_000,
};

/** "It's possible some aspect of the operation succeeded before the error was raised." */
const PASSING = new Set(["fatal_error", "internal_error", "service_unavailable"]);

const NEVER_SENT = new Set([
  "EAI_AGAIN",
  "ECONNREFUSED",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOTFOUND",
  "UND_ERR_CONNECT_TIMEOUT",
]);

function networkCode(cause: unknown, depth = 0): string {
  const { code, cause: deeper } = object(cause);
  if (typeof code === "string") return code;
  return depth < 4 && deeper !== undefined ? networkCode(deeper, depth + 1) : "";
}
