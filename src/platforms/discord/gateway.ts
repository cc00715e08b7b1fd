import type { APIInteraction, GatewayDispatchPayload } from "discord.js";
import {
  Client,
  DiscordAPIError,
  DiscordjsErrorCodes,
  Events,
  GatewayDispatchEvents,
  GatewayIntentBits,
  Status,
} from "discord.js";
import type { Logger } from "pino";
import { PlatformRefused } from "#src/chat/platform.ts";
import { OneEndSharding } from "./sharding.ts";

/** A client that asks for the one intent with which a server says that the bot was added or removed. */
export function createClient({ apiUrl }: { apiUrl?: string | undefined }): Client {
  return new Client({
    intents: [GatewayIntentBits.Guilds],
    allowedMentions: { parse: [] },
    // Nothing of ours needs to know every server before the first interaction.
    waitGuildTimeout: 0,
    ws: { buildStrategy: (manager) => new OneEndSharding(manager) },
    ...(apiUrl !== undefined && { rest: { api: apiUrl } }),
  });
}

export interface Heard {
  interaction(payload: APIInteraction): void;
  /** The bot was removed from this server; an outage is none. */
  left(guildId: string): void;
  /** The bot is in this server: it was added, it is there after a start, or an outage is over. */
  present(guildId: string): void;
  /** The gateway closed for good. */
  refused(why: PlatformRefused): void;
  readonly log: Logger;
}

export function listen(client: Client, heard: Heard): void {
  const { log } = heard;
  client.on(Events.Raw, (packet: GatewayDispatchPayload) => {
    take(packet, heard);
    forget(packet);
  });
  client.on(Events.ShardDisconnect, ({ code }, shard) => {
    log.error({ shard, code }, "Discord closed the connection for good");
    heard.refused(refusalOfCode(code));
  });
  client.on(Events.ShardReconnecting, (shard) => log.info({ shard }, "the connection to Discord is being renewed"));
  client.on(Events.ShardResume, (shard, replayed) =>
    log.info({ shard, replayed }, "the connection to Discord is back"),
  );
  client.on(Events.ShardError, (error, shard) =>
    log.warn({ shard, error: nameOf(error) }, "the connection to Discord broke"),
  );
  client.on(Events.Error, (error) => log.error({ error: nameOf(error) }, "discord.js reported an error"));
  client.on(Events.Warn, (warning) => log.warn({ warning }, "discord.js warned"));
}

function take(packet: GatewayDispatchPayload, heard: Heard): void {
  switch (packet.t) {
    case GatewayDispatchEvents.InteractionCreate:
      return heard.interaction(packet.d);
    case GatewayDispatchEvents.GuildCreate:
      return heard.present(packet.d.id);
    case GatewayDispatchEvents.GuildDelete:
      return packet.d.unavailable ? undefined : heard.left(packet.d.id);
  }
}

/**
 * discord.js is left the connection, and nothing to remember: it would keep every server with its channels, roles and threads,
 * which makeCache does not reach. With 500 servers of 30 channels and 20 roles that was 24 MB of heap, and so it is 1 MB.
 */
function forget(packet: GatewayDispatchPayload): void {
  if (packet.t === GatewayDispatchEvents.Ready) packet.d.guilds = [];
  else if (packet.t !== GatewayDispatchEvents.Resumed) Object.assign(packet, { t: "", d: {} });
}

/** Logs in and waits until interactions can arrive. */
export async function connect(client: Client, token: string): Promise<void> {
  let code: number | undefined;
  client.on(Events.ShardDisconnect, (closed) => {
    code = closed.code;
  });
  const ready = new Promise<void>((resolve) => client.once(Events.ClientReady, () => resolve()));
  try {
    await client.login(token);
  } catch (error) {
    throw code === undefined ? error : refusalOfCode(code);
  }
  await ready;
}

export function isConnected(client: Client): boolean {
  return client.isReady() && client.ws.shards.every(({ status }) => status === Status.Ready);
}

/** The refusal that an error stands for; undefined for what may be better on the next try. */
export function refusalOf(error: unknown): PlatformRefused | undefined {
  if (error instanceof PlatformRefused) return error;
  const badToken =
    (error instanceof DiscordAPIError && error.status === 401) ||
    (error as { code?: unknown }).code === DiscordjsErrorCodes.TokenInvalid;
  return badToken ? tokenRefused() : undefined;
}

/** What may be logged of an error: its message may hold an address with a token. */
export function nameOf(error: unknown): string {
  const { code, name } = error as { code?: string | number; name?: string };
  return String(code ?? name ?? "unknown");
}

// discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes: after these a client
// must not come back as it is.
function refusalOfCode(code: number): PlatformRefused {
  if (code === 4004) return tokenRefused();
  const remedy =
    "See https://discord.com/developers/docs/topics/opcodes-and-status-codes for the close code, and check the bot's page at https://discord.com/developers/applications.";
  return new PlatformRefused("DISCORD_TOKEN", `Discord closed the connection for good (close code ${code}).`, remedy);
}

function tokenRefused(): PlatformRefused {
  return new PlatformRefused(
    "DISCORD_TOKEN",
    "Discord does not accept the bot token.",
    "Open https://discord.com/developers/applications, choose the application, press Bot, then Reset Token, and copy the new token.",
  );
}
