import type { SlackServerOptions } from "./types.ts";

/** Slack's own times and limits, and a token with what the manifest asks for, but without reading any history. */
export const defaults = {
  botToken: "xoxb-local-bot-token",
  appToken: "xapp-local-app-token",
  ackMs: 3000,
  triggerMs: 3000,
  responseUrlMs: 30 * 60_000,
  responseUrlUses: 5,
  eventRetryMs: [0, 60_000, 300_000],
  heardMs: 5000,
  quietMs: 25,
  scopes: [
    "app_mentions:read",
    "channels:read",
    "chat:write",
    "commands",
    "files:read",
    "files:write",
    "groups:read",
    "im:write",
    "usergroups:read",
    "users:read",
  ],
  mayMention: () => false,
  pictureMs: 0,
  historyPage: 1_000,
} satisfies SlackServerOptions;
