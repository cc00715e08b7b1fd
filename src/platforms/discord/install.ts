import { NEEDED_BITS } from "./posting/permissions.ts";

export interface InstallLinks {
  /** Asks the server for what posting to channels needs. */
  readonly server: string;
  /** For somebody's own account, where personal commands work everywhere. */
  readonly account: string;
}

// discord.com/developers/docs/topics/oauth2#bot-authorization-flow
export function installLinks(applicationId: string): InstallLinks {
  return {
    server: `${AUTHORIZE}?client_id=${applicationId}&integration_type=0&scope=bot+applications.commands&permissions=${NEEDED_BITS}`,
    account: `${AUTHORIZE}?client_id=${applicationId}&integration_type=1&scope=applications.commands`,
  };
}

/** Adds the bot to this server. */
export function inviteLink(applicationId: string, guildId: string): string {
  const { server } = installLinks(applicationId);
  return guildId === "" ? server : `${server}&guild_id=${guildId}&disable_guild_select=true`;
}

const AUTHORIZE = "https://discord.com/oauth2/authorize";
