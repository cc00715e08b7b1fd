import { chatMethods } from "./chat-methods.ts";
import { conversationMethods, scopeNeeded } from "./conversation-methods.ts";
import { fileMethods, otherMethods } from "./other-methods.ts";
import type { Slack } from "./slack.ts";
import { newTicket } from "./socket-mode.ts";
import { type JournalEntry, type Json, Refusal } from "./types.ts";
import { viewMethods } from "./view-methods.ts";

/** What goes back over HTTP. */
export interface Reply {
  status: number;
  body: unknown;
  headers?: Record<string, string>;
}

const methods: Record<string, (slack: Slack, args: Json) => Json> = {
  ...otherMethods,
  ...conversationMethods,
  ...chatMethods,
  ...viewMethods,
  ...fileMethods,
};

/** Answers `/api/METHOD` the way Slack does: HTTP 200 with ok: false for every refusal but 429. */
export function answerApi(slack: Slack, request: JournalEntry, token: string | undefined): Reply {
  const method = request.path.slice("/api/".length);
  // Slack names what a token may do with every answer to it.
  const granted: Record<string, string> =
    token === slack.options.botToken ? { "x-oauth-scopes": slack.options.scopes.join(",") } : {};
  try {
    const body =
      method === "apps.connections.open"
        ? connectionsOpen(slack, token)
        : call(slack, { method, args: request.body, token });
    return { status: 200, body: { ok: true, ...body }, headers: granted };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { retryAfter, ...extra } = error.extra;
    const headers = { ...granted, ...(error.status === 429 && { "retry-after": String(retryAfter ?? 1) }) };
    return { status: error.status, body: { ok: false, error: error.code, ...extra }, headers };
  }
}

function call(slack: Slack, { method, args, token }: { method: string; args: Json; token: string | undefined }): Json {
  const answer = methods[method];
  if (answer === undefined) throw new Refusal("unknown_method", { req_method: method });
  if (token === undefined) throw new Refusal("not_authed");
  if (token === slack.options.appToken) throw new Refusal("not_allowed_token_type");
  if (token !== slack.options.botToken) throw new Refusal("invalid_auth");
  if (slack.world.refusal !== undefined) throw new Refusal(slack.world.refusal);
  const needed = scopeNeeded(slack, method, args);
  if (needed !== undefined && !slack.options.scopes.includes(needed))
    throw new Refusal("missing_scope", { needed, provided: slack.options.scopes.join(",") });
  return answer(slack, args);
}

function connectionsOpen(slack: Slack, token: string | undefined): Json {
  if (token === undefined) throw new Refusal("not_authed");
  if (token === slack.options.botToken) throw new Refusal("not_allowed_token_type");
  if (token !== slack.options.appToken) throw new Refusal("invalid_auth");
  return { url: `${slack.origin.replace("http", "ws")}/link/?ticket=${newTicket(slack)}&app_id=${slack.world.appId}` };
}
