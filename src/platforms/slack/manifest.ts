import type { Command } from "#src/chat/command.ts";
import { shorten } from "#src/chat/message.ts";
import { wordsOf } from "#src/words/index.ts";
import { SHORTCUT } from "./receive.ts";

export type Manifest = ReturnType<typeof createManifest>;

/**
 * The Slack app that these commands need. With `requestUrl` Slack sends to it over HTTP, without it by Socket Mode.
 * Format and lengths: docs.slack.dev/reference/app-manifest.
 */
export function createManifest(settings: { commands: readonly Command[]; commandName: string; requestUrl?: string }) {
  const { commands, commandName, requestUrl } = settings;
  return {
    _metadata: { major_version: 2, minor_version: 1 },
    display_information: { name: words.appName, description: shorten(words.appDescription, 140) },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: true },
      bot_user: { display_name: words.appName, always_online: true },
      shortcuts: [
        {
          name: shorten(words.shortcut, 24),
          type: "global" as const,
          callback_id: SHORTCUT,
          description: shorten(words.shortcutDescription, 150),
        },
      ],
      slash_commands: [
        {
          command: commandName,
          description: words.commandDescription,
          usage_hint: usageHint(commands),
          should_escape: false,
          ...(requestUrl && { url: requestUrl }),
        },
      ],
    },
    oauth_config: { scopes: scopesOf(commands) },
    settings: {
      event_subscriptions: {
        bot_events: ["app_home_opened", "app_uninstalled", "tokens_revoked"],
        ...(requestUrl && { request_url: requestUrl }),
      },
      interactivity: {
        is_enabled: true,
        ...(requestUrl && { request_url: requestUrl, message_menu_options_url: requestUrl }),
      },
      org_deploy_enabled: false,
      socket_mode_enabled: requestUrl === undefined,
      token_rotation_enabled: false,
    },
  };
}

/** Opens Slack's "create app" page with everything filled in. */
export function createLink(manifest: Manifest): string {
  return `https://api.slack.com/apps?new_app=1&manifest_json=${encodeURIComponent(JSON.stringify(manifest))}`;
}

const { slack: words } = wordsOf("en");

/** Slack shows the hint beside the name while somebody types. */
function usageHint(commands: readonly Command[]): string {
  const names = commands.map(({ name }) => name).join("|");
  return shorten(`[help${names && `|${names}`}]`, 1_000);
}

/** What each is for, and what is missing without it: docs/slack-scopes.md. */
function scopesOf(commands: readonly Command[]): { bot: string[]; bot_optional?: string[] } {
  const declared = commands.flatMap(({ subcommands, actions, forms }) => [
    ...Object.values(subcommands),
    ...actions,
    ...forms,
  ]);
  const kinds = new Set(
    commands
      .flatMap(({ subcommands, forms }) => [
        ...Object.values(subcommands).map(({ options }) => options),
        ...forms.map(({ fields }) => fields),
      ])
      .flatMap((named) => Object.values(named).map(({ kind }) => kind)),
  );
  const organisers = declared.some((one) => one.organisers);
  const optional = [
    ...(kinds.has("channel") ? ["channels:history", "channels:read", "groups:history", "groups:read"] : []),
    ...(kinds.has("attachment") ? ["files:read"] : []),
    ...(kinds.has("role") ? ["usergroups:read"] : []),
  ];
  return {
    bot: ["chat:write", "commands", "files:write", "im:write", ...(organisers ? ["users:read"] : [])],
    ...(optional.length > 0 && { bot_optional: optional.toSorted() }),
  };
}
