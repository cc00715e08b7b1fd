import { setTimeout as sleep } from "node:timers/promises";
import type { APIApplication, APIApplicationCommand, APIInteraction, Client } from "discord.js";
import { DiscordAPIError, Routes } from "discord.js";
import type { Logger } from "pino";
import type { Dispatch } from "#src/chat/dispatch.ts";
import type { Drawing } from "#src/chat/message.ts";
import type { Communities, Platform, PlatformRefused } from "#src/chat/platform.ts";
import { type AnswerSettings, createAnswer } from "./answer.ts";
import { check } from "./check.ts";
import { connect, createClient, isConnected, listen, nameOf, refusalOf } from "./gateway.ts";
import { type InstallLinks, installLinks } from "./install.ts";
import { type Deadlines, deadlines as usual } from "./limits.ts";
import { createMembership } from "./membership.ts";
import { createDiscordPoster } from "./poster.ts";
import { difference, drawCommand } from "./publish.ts";
import { createAnswerRest } from "./requests.ts";

export interface DiscordSettings {
  readonly token: string;
  /** Where Discord's API is, up to and without the version; tests have their own. */
  readonly apiUrl?: string;
  readonly dispatch: Dispatch;
  readonly communities: Communities;
  readonly log: Logger;
  /** PNG bytes. When it rejects, the chart's alt text is shown. */
  readonly drawChart: (chart: Drawing) => Promise<Uint8Array>;
  readonly observe: AnswerSettings["observe"];
  readonly deadlines?: Partial<Deadlines>;
}

export interface Discord extends Platform {
  /** undefined until Discord has said who the bot is. */
  installLinks(): InstallLinks | undefined;
  /** Resolves when Discord refuses the settings after start() was done: it will not connect again by itself. */
  readonly failed: Promise<PlatformRefused>;
}

/** Throws when a command is declared that Discord cannot take. */
export function createDiscord(settings: DiscordSettings): Discord {
  const { token, apiUrl, dispatch, log, drawChart } = settings;
  const deadlines = { ...usual, ...settings.deadlines };
  check(dispatch.commands);
  const rest = createAnswerRest({ requestMs: deadlines.requestMs, ...(apiUrl !== undefined && { api: apiUrl }) });
  const answer = createAnswer({ ...settings, rest, deadlines });
  const poster = createDiscordPoster({ token, apiUrl, requestMs: deadlines.requestMs, drawChart, log });
  const membership = createMembership({ communities: settings.communities, log, retryMs: deadlines.retryMs });
  const failed = Promise.withResolvers<PlatformRefused>();
  const stopping = new AbortController();
  const answering = new Set<Promise<void>>();
  let client: Client | undefined;
  let applicationId: string | undefined;
  let published = false;

  function take(payload: APIInteraction): void {
    if (stopping.signal.aborted) return;
    const work = answer(payload).finally(() => answering.delete(work));
    answering.add(work);
  }

  /** Until it is connected, refused or stopped. Discord takes 1,000 connections a day: the pauses grow. */
  async function keepTrying(): Promise<void> {
    for (let pauseMs = deadlines.retryMs; !stopping.signal.aborted; pauseMs = Math.min(2 * pauseMs, 60_000)) {
      try {
        return await tryOnce();
      } catch (error) {
        await client?.destroy();
        const refused = refusalOf(error);
        if (refused) throw refused;
        log.warn({ error: nameOf(error), pauseMs }, "Discord is out of reach");
        await sleep(pauseMs, undefined, { signal: stopping.signal }).catch(() => {});
      }
    }
  }

  async function tryOnce(): Promise<void> {
    const made = createClient({ apiUrl });
    client = made;
    made.rest.setToken(token);
    if (applicationId === undefined) {
      const { id } = (await made.rest.get(Routes.currentApplication())) as APIApplication;
      applicationId = id;
      log.info({ installLinks: installLinks(id) }, "add the bot to a server, or to your own account, with these links");
    }
    if (!published) await publish(made, applicationId);
    const { left, present } = membership;
    listen(made, { interaction: take, left, present, refused: failed.resolve, log });
    await connect(made, token);
    log.info("connected to Discord");
  }

  async function publish({ rest: api }: Client, id: string): Promise<void> {
    const route = Routes.applicationCommands(id);
    try {
      const there = (await api.get(route)) as APIApplicationCommand[];
      const wanted = dispatch.commands.map(drawCommand);
      const changes = difference(there, wanted);
      if (changes.length > 0) {
        await api.put(route, { body: wanted });
        log.info({ changes }, "commands published on Discord");
      }
      published = true;
    } catch (error) {
      if (!(error instanceof DiscordAPIError) || error.status === 401) throw error;
      // What was published before still works, and trying again would be refused again.
      log.error({ code: error.code, problem: error.message }, "Discord refused the commands");
      published = true;
    }
  }

  return {
    name: "discord",
    poster,
    installLinks: () => (applicationId === undefined ? undefined : installLinks(applicationId)),
    failed: failed.promise,
    async start() {
      const connecting = keepTrying();
      // Should it be refused after start() has gone on without it.
      connecting.catch((refused: PlatformRefused) => failed.resolve(refused));
      const patience = new AbortController();
      const signal = AbortSignal.any([patience.signal, stopping.signal]);
      const waited = sleep(deadlines.startMs, undefined, { signal }).catch(() => {});
      await Promise.race([connecting, waited]).finally(() => patience.abort());
    },
    connected: () => client !== undefined && isConnected(client),
    async stop() {
      stopping.abort();
      await atMost(deadlines.stopMs, Promise.allSettled(answering));
      if (client) await atMost(deadlines.closeMs, client.destroy());
      await membership.stop();
      rest.clearHashSweeper();
      rest.clearHandlerSweeper();
      poster.stop();
    },
  };
}

/** Waits for it, but not for longer than this. */
async function atMost(ms: number, work: Promise<unknown>): Promise<void> {
  const patience = new AbortController();
  const waited = sleep(ms, undefined, { signal: patience.signal }).catch(() => {});
  await Promise.race([work, waited]).finally(() => patience.abort());
}
